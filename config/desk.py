"""The editors' desk: the admin site, and the exceptions from the Content Security Policy that it needs."""

from functools import partial
from http import HTTPStatus

from django.conf import settings
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.core.paginator import InvalidPage
from django.http import HttpResponseRedirect
from django.urls import path, reverse
from django.utils.csp import CSP
from django.utils.decorators import method_decorator
from django.utils.functional import SimpleLazyObject
from django.views.decorators.csp import csp_override
from unfold.sites import UnfoldAdminSite

from config import first, log_in, passwords, post

# unfold writes inline styles and scripts, and Alpine evaluates the expressions in its templates.
DESK_CSP: dict[str, list[str]] = {
    **settings.SECURE_CSP,
    "script-src": [CSP.SELF, CSP.UNSAFE_INLINE, CSP.UNSAFE_EVAL],
    "style-src": [CSP.SELF, CSP.UNSAFE_INLINE],
    "img-src": [CSP.SELF, "data:", "blob:"],
}


#: Tells the script that logs in within a form what is still asked for.
ASKS = "X-Asks-For"


class Choices(AutocompleteJsonView):
    """What a picker offers, each with what tells it from others, where its admin knows that (``told_beside``)."""

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        told = getattr(self.model_admin, "told_beside", None)
        self.beside = told(list(context["object_list"]), self.term) if told else {}
        return context

    def serialize_result(self, obj, to_field_name):
        result = super().serialize_result(obj, to_field_name)
        return result | ({"beside": self.beside[obj.pk]} if self.beside.get(obj.pk) else {})


class DeskSite(UnfoldAdminSite):
    """The admin under /admin/; every page of it, the log-in included, carries DESK_CSP."""

    def autocomplete_view(self, request):
        return Choices.as_view(admin_site=self)(request)

    def admin_view(self, view, cacheable=False):
        return csp_override(DESK_CSP)(super().admin_view(view, cacheable))

    def get_urls(self):
        """With those pages that are for whoever is not logged in yet."""
        on_the_desk = csp_override(DESK_CSP)
        choose = on_the_desk(passwords.ChoosePassword.as_view())
        return [
            path("welcome/<str:uidb64>/", choose, name="choose_password"),
            path("first/", on_the_desk(first.first), name="first"),
            path("forgotten/", on_the_desk(passwords.forgotten), name="forgotten"),
            *super().get_urls(),
        ]

    def get_app_list(self, request, app_label=None):
        """Found when a page shows it: in our sidebar stand groups of our own (desk/navigation.py)."""
        return SimpleLazyObject(partial(super().get_app_list, request, app_label))

    def search(self, request, extra_context=None):
        """An address that asks for a page of it which is none, or is not there, gets the first."""
        try:
            return super().search(request, extra_context)
        except InvalidPage:
            request.GET = request.GET.copy()
            del request.GET["page"]
            return super().search(request, extra_context)

    @method_decorator(csp_override(DESK_CSP))
    def login(self, request, extra_context=None):
        if request.method == "GET" and not request.user.is_authenticated and first.nobody_yet():
            return HttpResponseRedirect(reverse("admin:first"))
        response = super().login(request, {**(extra_context or {}), "mail_is_sent": post.is_sent()})
        if request.method == "POST":
            if request.user.is_authenticated and response.status_code == HTTPStatus.FOUND:
                log_in.succeeded(request, response, request.POST.get("username", ""))
                return response
            form = response.context_data["form"]
            if form.asks_code:
                response[ASKS] = "code"
            if form.too_soon:
                response.status_code = HTTPStatus.TOO_MANY_REQUESTS
                response["Retry-After"] = str(form.too_soon)
        return response
