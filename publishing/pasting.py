"""What is pasted into the editor of rich text, as its reader saw it: cleaned here before it stands in the editor."""

from django.http import HttpResponseNotAllowed, JsonResponse

from publishing.richtext import clean_html, has_too_much_markup, left_out_in_words, words_left_out

TOO_MUCH_MARKUP = "There is more mark-up in this than a text can have: paste it without formatting."


def cleaned(request):
    """The source that is pasted as HTML that may be stored, in JSON, with what was left out of it in words.

    The editor would drop the marks of struck-out words and keep the words, and run the cells of a table together.
    """
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    source = request.POST.get("html", "").replace("\0", "")
    if has_too_much_markup(source):
        return JsonResponse({"words": TOO_MUCH_MARKUP}, status=400)
    left_out = words_left_out(source)
    return JsonResponse(
        {"html": clean_html(source), "words": left_out_in_words(left_out) if left_out else ""}
    )
