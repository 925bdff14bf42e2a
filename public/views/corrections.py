from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from people.models import Forgotten
from public.corrections import KINDS, CorrectionFilters, entries_of, put_right
from public.meta import PageMeta, title_of_list
from public.pages import or_no_list, page_of, public_page


@public_page
def corrections(request):
    """What was wrong, and since when it is right; what was taken back."""
    asked = or_no_list(CorrectionFilters(request.GET, reverse("public:corrections")))
    kind = asked.cleaned_data["kind"]
    numbers = {name: put_right(name).count() for name in KINDS}
    page = page_of(asked, put_right(kind), count=numbers[kind] if kind else sum(numbers.values()))
    context = {
        "page": page,
        "entries": entries_of(page),
        "kinds": [
            (label, numbers[name], asked.address(kind=name), name == kind) for name, label in KINDS.items()
        ],
        "number": sum(numbers.values()),
        "forgotten": Forgotten.objects.filter(is_told=True) if page.number == 1 and not kind else [],
        "here": asked.whole,
        "kind": kind,
        "meta": PageMeta(
            title=title_of_list(
                _("Corrections and withdrawals"), [str(KINDS[kind])] if kind else [], page.number
            ),
            path=asked.address(page=page.number),
            description=_("What was wrong in the archive, and since when it is right."),
        ),
    }
    return render(request, "public/corrections.html", context)
