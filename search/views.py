from django import forms
from django.shortcuts import render
from django.urls import reverse

from reading.meta import PageMeta
from reading.pages import public_page
from reading.views.directory import matches
from search import occurrences

SHOWN = 20
MOST_WORDS = 12


class SearchForm(forms.Form):
    q = forms.CharField(required=False, max_length=200)


@public_page
def search(request):
    """People by any of their names, then statements, events and opinions in which every word occurs."""
    form = SearchForm({"q": request.GET.get("q", "").replace("\0", " ")})
    context = {"form": form, "query": form["q"].value().strip()[:200], "too_long": not form.is_valid()}
    words = context["query"].split()[:MOST_WORDS]
    if words and form.is_valid():
        context |= found(context["query"], words)
    context["meta"] = PageMeta(
        title="Search", path=reverse("search:search"), description="Search the archive."
    )
    return render(request, "search/search.html", context)


def found(query: str, words: list[str]) -> dict:
    kinds = {
        "statements": occurrences.statements(words),
        "events": occurrences.events(words),
        "opinions": occurrences.opinions(words),
    }
    counts = {kind: rows.count() for kind, rows in kinds.items()}
    people = matches(query)
    return {
        "people": people,
        "counts": counts,
        "hit_count": sum(counts.values()) + len(people),
    } | {kind: rows[:SHOWN] for kind, rows in kinds.items()}
