"""The page on which a text is pasted, and its answers. Nothing of the text is kept, counted, logged or cached."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from events.quotation import Known
from public.counted import counted
from public.meta import PageMeta
from verifying.comparing import Piece
from verifying.forms import TextForm
from verifying.verify import LONGEST, Answer, Verdict, Verified, verify

TITLE = _("Did they say this?")
#: How the page draws each answer; only what is certain is filled.
SIGNS = {
    Verdict.WORD_FOR_WORD: ("=", "sign sign--yes"),
    Verdict.CHANGED: ("≠", "sign"),
    Verdict.PARAPHRASE: ("≈", "sign sign--no"),
    Verdict.SOMEBODY_ELSE: ("↷", "sign"),
    Verdict.SINCE: ("^", "sign"),
    Verdict.NOT_HERE: ("?", "sign sign--no"),
}

#: A difference, for the eye and for the ear.
MARKED = {"there": ("del", _("only in your text")), "here": ("ins", _("in the record"))}


# It changes nothing and answers everybody alike, so that a forged form gains nothing; a token would need a cookie.
@csrf_exempt
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def verify_page(request):
    """The form; sent, it is answered with each claim beside what is recorded."""
    meta = PageMeta(
        title=str(TITLE),
        path=reverse("verify"),
        description=gettext("Paste a paragraph: each claim in it is compared with what is recorded here."),
    )
    context = {"meta": meta, "longest": LONGEST}
    if request.method != "POST":
        return render(request, "verifying/verify.html", context | {"form": TextForm()})
    form = TextForm(request.POST)
    if form.is_valid():
        verified = verify(form.cleaned_data["text"])
        meta.title = f"{TITLE} {claims_in_words(len(verified.answers))}"
        response = render(request, "verifying/result.html", context | result(verified))
    else:
        meta.title = gettext("Not looked up: %(title)s") % {"title": TITLE}
        response = render(request, "verifying/verify.html", context | {"form": form}, status=400)
    response["Cache-Control"] = "no-store"
    return response


def result(verified: Verified) -> dict:
    shown = [Shown(number, answer) for number, answer in enumerate(verified.answers, start=1)]
    return {
        "text": text_with_claims(verified),
        "shown": shown,
        "more": verified.more,
        "lead": in_short(verified),
    }


@dataclass(frozen=True)
class Shown:
    """An answer as the page shows it, under its number."""

    number: int
    answer: Answer

    @property
    def sign(self) -> str:
        return SIGNS[self.answer.verdict][0]

    @property
    def sign_class(self) -> str:
        return SIGNS[self.answer.verdict][1]

    @property
    def words(self) -> SafeString:
        """The claim's, with the record's where they differ; in quotation marks, unless the record's are no quote."""
        claim, statement = self.answer.claim, self.answer.statement
        pieces = self.answer.differences
        said = format_html_join(" ", "{}", ((_marked(piece),) for piece in pieces)) if pieces else claim.words
        is_quote = claim.is_quoted and (
            not pieces or statement is not None and statement.known == Known.QUOTE
        )
        return format_html("“{}”", said) if is_quote else format_html("{}", said)


def _marked(piece: Piece) -> SafeString:
    if piece.where == "same":
        return format_html("{}", piece.text)
    element, heard = MARKED[piece.where]
    return format_html('<{0}><span class="vh">{1}: </span>{2}</{0}>', element, heard, piece.text)


def claims_in_words(number: int) -> str:
    return counted(number, "claim") if number else gettext("No claims")


def in_short(verified: Verified) -> str:
    """ "7 claims found, 2 recorded word for word." """
    same = sum(one.verdict == Verdict.WORD_FOR_WORD for one in verified.answers)
    found = {"claims": claims_in_words(len(verified.answers)), "same": same or gettext("none")}
    return gettext("%(claims)s found, %(same)s recorded word for word.") % found


def text_with_claims(verified: Verified) -> SafeString:
    """The text with each claim linked to its answer; two claims in the same words share a link."""
    return format_html_join("", "{}", ((piece,) for piece in _pieces(verified)))


def _pieces(verified: Verified) -> Iterator[str]:
    numbers: dict[tuple[int, int], list[int]] = defaultdict(list)
    for number, answer in enumerate(verified.answers, start=1):
        numbers[answer.claim.start, answer.claim.end].append(number)
    at = 0
    for (start, end), of_it in numbers.items():
        start = max(start, at)
        yield verified.text[at:start]
        marks = ", ".join(map(str, of_it))
        yield format_html(
            '<a class="claim" href="#c{}">{}<sup>{}</sup></a>', of_it[0], verified.text[start:end], marks
        )
        at = max(at, end)
    yield verified.text[at:]
