"""Accounts, in the desk's own look."""

from hashlib import sha256
from typing import Any

from django.contrib import admin
from django.contrib.admin import RelatedOnlyFieldListFilter
from django.contrib.auth.admin import GroupAdmin as DjangoGroupAdmin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.forms import UsernameField
from django.contrib.auth.models import Group, User
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.html import format_html
from django_otp.plugins.otp_totp.models import TOTPDevice
from unfold.forms import AdminPasswordChangeForm, UserChangeForm
from unfold.widgets import UnfoldAdminCheckboxSelectMultipleWidget

from config import passwords, post
from desk import (
    backups,  # noqa: F401 -- registers itself
    log_ins,
    second_factor,
)
from desk.accounts import KEEPER, alone_keep_accounts, follow_roles
from desk.roles import IN_WORDS, ROLES
from desk.views import log_ins_of
from publishing.choices import SeveralRecords
from publishing.desk_admin import DeskAdmin
from publishing.folding import fold
from publishing.forms import CanBeRefused, DeskForm
from publishing.keys import could_be_key
from publishing.logbook import write
from publishing.models import LogbookEntry

admin.site.unregister(User)
admin.site.unregister(Group)
admin.site.unregister(TOTPDevice)  # whose secrets are for nobody's eyes


NEEDED = "As it is, nobody else keeps the accounts: make somebody else an administrator first."


class GroupsField(SeveralRecords):
    """Groups to tick, those that the roles are made of with what each may."""

    widget = UnfoldAdminCheckboxSelectMultipleWidget

    def label_from_instance(self, obj):
        return f"{obj.name}: {IN_WORDS[obj.name]}" if obj.name in IN_WORDS else obj.name


def check_log_in_name(name: str, account: User) -> str:
    """``name``, where nobody but ``account`` has it. Raises ValidationError: Ivan, IVAN and Iván would be one to all
    who read them."""
    others = User.objects.exclude(pk=account.pk).values_list("username", flat=True)
    if fold(name) in map(fold, others):
        raise ValidationError("Somebody has this log-in name already.")
    return name


class RightsForm(DeskForm):
    """The form of an account or a group, whose tables are Django's own and have no version: a print of the values that
    it was opened with stands for one."""

    @property
    def is_versioned(self) -> bool:
        return self.instance.pk is not None

    @cached_property
    def version(self) -> str:
        shown = {name for name, field in self.fields.items() if not field.disabled} & self.initial.keys()
        values = [(name, self.initial[name]) for name in sorted(shown - set(self.about_the_save))]
        told = [
            (name, sorted(one.pk for one in value) if isinstance(value, list) else value)
            for name, value in values
        ]
        return sha256(repr(told).encode()).hexdigest()


class AccountForm(RightsForm, UserChangeForm):
    """An account as it is changed; the last one that keeps the accounts goes on doing so."""

    groups = GroupsField(Group.objects.order_by("pk"), required=False)

    def clean_username(self):
        """Twins from before stay as they are until one is called otherwise."""
        name = self.cleaned_data["username"]
        return check_log_in_name(name, self.instance) if "username" in self.changed_data else name

    def clean(self):
        cleaned = super().clean()
        if alone_keep_accounts([self.instance.pk]) and (field := self.ends_keeping(cleaned)):
            self.add_error(field, NEEDED)
        return cleaned

    def ends_keeping(self, cleaned: dict) -> str:
        """The name of the field that says that this account keeps no accounts any more; blank where none does."""
        if not cleaned.get("is_active"):
            return "is_active"
        is_superuser = cleaned.get("is_superuser", self.instance.is_superuser)
        if is_superuser or any(group.name == KEEPER for group in cleaned.get("groups", [])):
            return ""
        return "groups"


class InvitationForm(CanBeRefused):
    """A new account, without a password: whoever it is for chooses one by a link."""

    groups = GroupsField(
        Group.objects.filter(name__in=ROLES).order_by("pk"),  # as they were made, the smallest first
        label="Role",
        error_messages={"required": "Choose a role: without one, nobody comes to the desk."},
    )

    class Meta:
        model = User
        fields = ["username", "first_name", "last_name", "email", "groups"]
        field_classes = {"username": UsernameField}  # which writes letters as the log-in reads them
        labels = {"username": "Log-in name", "email": "E-mail"}
        help_texts = {
            "username": "Letters, digits and @ . + - _",
            "email": "May be left empty: the link is then yours to pass on.",
        }

    def clean_username(self):
        return check_log_in_name(self.cleaned_data["username"], self.instance)

    def save(self, commit=True):
        self.instance.set_unusable_password()
        return super().save(commit)


def state_of(user: User) -> tuple[str, str]:
    """A tone of a tag, and its word."""
    if not user.is_active:
        return "bad", "Deactivated"
    if not user.is_staff:
        return "warn", "No role"
    return ("good", "Active") if user.has_usable_password() else ("info", "Invited")


class ComparedHere:
    """A list of few rows, whose table is Django's and holds no folds: they are folded when they are looked for."""

    def get_search_results(self: Any, request, queryset, search_term):
        asked = fold(search_term.replace('"', " ")).split()
        rows = queryset.order_by().values_list("pk", *self.search_fields) if asked else []
        found = [pk for pk, *told in rows if all(word in fold("\n".join(told)) for word in asked)]
        return queryset.filter(pk__in=found) if asked else queryset, False


class RightsAreDeeds:
    """Whatever is said of an account or a group in its history is a deed. Two who change one come one after the other,
    and nobody else is at work then: the history points to accounts, so each would wait for the other's."""

    is_held = True

    def goes_alone(self, request, object_id) -> bool:
        return True

    def log_addition(self: Any, request, obj, message):
        return self.as_a_deed(obj, super().log_addition(request, obj, message))  # type: ignore[misc]

    def log_change(self: Any, request, obj, message):
        return self.as_a_deed(obj, super().log_change(request, obj, message))  # type: ignore[misc]

    def log_deletions(self: Any, request, queryset):
        for obj in queryset:
            write(LogbookEntry.What.RIGHTS, obj, "Deleted.")
        return super().log_deletions(request, queryset)  # type: ignore[misc]

    def as_a_deed(self, obj, entry):
        write(LogbookEntry.What.RIGHTS, obj, str(entry.get_change_message()))
        return entry


#: How each deed is set in the list.
TONES = {
    LogbookEntry.What.FAILED: "bad",
    LogbookEntry.What.WITHDRAWAL: "bad",
    LogbookEntry.What.DELETED: "bad",
    LogbookEntry.What.OVERRIDE: "warn",
    LogbookEntry.What.RIGHTS: "info",
    LogbookEntry.What.PUBLICATION: "good",
}
#: In the session: to whose account the next page shows a link, once.
LINK_FOR = "desk.admin.link_for"


@admin.register(User)
class UserAdmin(ComparedHere, RightsAreDeeds, DjangoUserAdmin, DeskAdmin):  # type: ignore[misc]  # both say what form they use
    """Accounts. An administrator invites and gives roles; the superuser's own powers are the superuser's to give."""

    form = AccountForm
    add_form = InvitationForm
    add_form_template = "desk/invite.html"
    add_fieldsets = ((None, {"fields": InvitationForm.Meta.fields}),)
    fieldsets = (
        (None, {"fields": ("username", "password", "first_name", "last_name", "email")}),
        (
            "What they may",
            {
                "fields": ("is_active", "groups", "is_staff", "is_superuser", "user_permissions"),
                "description": "Staff status follows from the groups: whoever is in "
                f"{', '.join(ROLES)} comes to the desk, and nobody else but superusers.",
            },
        ),
        ("When", {"fields": ("last_login", "date_joined")}),
    )
    change_form_template = "desk/account.html"
    change_password_form = AdminPasswordChangeForm
    list_display = [
        "username",
        "first_name",
        "last_name",
        "email",
        "roles",
        "state",
        "has_factor",
        "last_login",
    ]
    filter_horizontal = ["user_permissions"]
    list_filter = ["groups", "is_active", "is_superuser"]

    def get_queryset(self, request):
        factors = TOTPDevice.objects.filter(user=OuterRef("pk"), confirmed=True)
        return super().get_queryset(request).prefetch_related("groups").annotate(factor=Exists(factors))

    @admin.display(description="Role")
    def roles(self, user):
        return ", ".join([*(["Superuser"] if user.is_superuser else []), *map(str, user.groups.all())]) or "–"

    @admin.display(description="State")
    def state(self, user):
        return format_html('<span class="tag {}">{}</span>', *state_of(user))

    @admin.display(description="Second factor", boolean=True)
    def has_factor(self, user):
        return user.factor

    def get_readonly_fields(self, request, obj=None):
        fixed = [] if request.user.is_superuser else ["is_superuser", "user_permissions"]
        return [*super().get_readonly_fields(request, obj), "is_staff", "last_login", "date_joined", *fixed]

    def render_change_form(self, request, context, *args, **kwargs):
        """After an invitation its link is shown, and nothing else."""
        context["show_save_and_add_another"] = False
        return super().render_change_form(request, context, *args, **kwargs)

    def save_related(self, request, form, formsets, change):
        """A superuser may have been made, or be one no more."""
        super().save_related(request, form, formsets, change)
        follow_roles(User.objects.filter(pk=form.instance.pk))

    def get_deleted_objects(self, objs, request):
        """``objs`` keep each other from being deleted where nobody else keeps the accounts."""
        deleted, counts, perms_needed, protected = super().get_deleted_objects(objs, request)
        if alone_keep_accounts([one.pk for one in objs]):
            protected = [*protected, NEEDED]
        return deleted, counts, perms_needed, protected

    # --- A link by which a password is chosen ---

    def get_urls(self):
        view = self.admin_site.admin_view(self.link_view)
        reset = self.admin_site.admin_view(self.second_factor_view)
        return [
            path("<int:pk>/link/", view, name="auth_user_link"),
            path("<int:pk>/second-factor/", reset, name="auth_user_second_factor"),
            path(
                "<int:pk>/log-ins/", self.admin_site.admin_view(self.log_ins_view), name="auth_user_log_ins"
            ),
            *super().get_urls(),
        ]

    def response_add(self, request, obj, post_url_continue=None):
        return self.hand_out_link(request, obj)

    def hand_out_link(self, request, user):
        """Mail the link where that can be, and lead to the page that shows one, once."""
        if post.is_sent() and user.email:
            transaction.on_commit(lambda: passwords.send_link(request, passwords.INVITED, [user]))
        request.session[LINK_FOR] = user.pk
        return HttpResponseRedirect(reverse("admin:auth_user_link", args=[user.pk]))

    def link_view(self, request, pk):
        """Show the link that was just made; else ask whether one is to be made, and make it."""
        user = self.get_object(request, str(pk)) if could_be_key(str(pk)) else None
        if user is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, str(pk))
        if not self.has_change_permission(request, user):
            raise PermissionDenied
        refusal = self.refusal_to_link(request, user)
        if request.method == "POST" and not refusal:
            self.end_password(request, user)
            return self.hand_out_link(request, user)
        shown = not refusal and request.session.pop(LINK_FOR, None) == user.pk
        context = {
            **self.admin_site.each_context(request),
            "title": f"A link for {user.get_full_name() or user}",
            "opts": self.opts,
            "account": user,
            "refusal": refusal,
            "link": passwords.link_for(user) if shown else "",
            "ends": passwords.ends_at(),
            "mailed_to": user.email if post.is_sent() else "",
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, "desk/link.html", context)

    def refusal_to_link(self, request, user) -> str:
        if user == request.user:
            return "Your own password you change under “Change password”, at your name."
        if not passwords.may_have_link(user):
            return (
                "Whoever is not active or has no role is not let in: change that first, then make the link."
            )
        return ""

    @transaction.atomic
    def end_password(self, request, user) -> None:
        """What was signed with the password ends with it: links that were made before, and sessions."""
        user.set_unusable_password()
        user.save(update_fields=["password"])
        self.log_change(request, user, "Made a link to choose a new password; the old one was ended.")

    # --- The second factor of somebody who has lost it ---

    def second_factor_view(self, request, pk):
        user = self.get_object(request, str(pk)) if could_be_key(str(pk)) else None
        if user is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, str(pk))
        if not self.has_change_permission(request, user):
            raise PermissionDenied
        refusal = self.refusal_to_reset(request, user)
        if request.method == "POST" and not refusal:
            if second_factor.take_away(user, "Reset by an administrator."):
                log_ins.end_all(user)
                self.message_user(request, f"{user} is asked for no code any more.")
            return HttpResponseRedirect(reverse("admin:auth_user_change", args=[user.pk]))
        context = {
            **self.admin_site.each_context(request),
            "title": "Second factor",
            "opts": self.opts,
            "account": user,
            "refusal": refusal,
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, "desk/reset_second_factor.html", context)

    def log_ins_view(self, request, pk):
        """Where somebody is logged in; an administrator ends it."""
        user = self.get_object(request, str(pk)) if could_be_key(str(pk)) else None
        if user is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, str(pk))
        if not self.has_change_permission(request, user):
            raise PermissionDenied
        return log_ins_of(request, user, request.path, {"title": "Log-ins", "opts": self.opts})

    def refusal_to_reset(self, request, user) -> str:
        if user == request.user:
            return "Your own you change yourself, under “Second factor” at your name."
        return "" if second_factor.is_set_up(user) else "There is none to reset."

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and self.is_within_reach(request, obj)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and self.is_within_reach(request, obj)

    def is_within_reach(self, request, obj) -> bool:
        return obj is None or request.user.is_superuser or not obj.is_superuser


@admin.register(Group)
class GroupAdmin(ComparedHere, RightsAreDeeds, DjangoGroupAdmin, DeskAdmin):  # type: ignore[misc]  # likewise
    """Groups. Those that the roles are made of keep their names, and stay."""

    form = RightsForm

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and (obj is None or obj.name not in ROLES)

    def get_readonly_fields(self, request, obj=None):
        fixed = ["name"] if obj and obj.name in ROLES else []
        return [*super().get_readonly_fields(request, obj), *fixed]


@admin.register(LogbookEntry)
class DeedsAdmin(DeskAdmin):
    """Who did what, when: to be read, and changed by nobody."""

    list_display = ["at", "who", "deed", "done_to", "words"]
    list_display_links = None
    list_filter = ["what", "at", ("by", RelatedOnlyFieldListFilter)]
    list_select_related = ["by"]
    date_hierarchy = "at"

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    @admin.display(description="Who", ordering="by")
    def who(self, entry):
        return entry.by or "–"

    @admin.display(description="What", ordering="what")
    def deed(self, entry):
        times = f" ×{entry.times}" if entry.times > 1 else ""
        return format_html(
            '<span class="tag {}">{}{}</span>', TONES.get(entry.what, ""), entry.get_what_display(), times
        )

    @admin.display(description="To what")
    def done_to(self, entry):
        """With the way to it; one that was deleted since says so there."""
        if not entry.kind or entry.what == LogbookEntry.What.DELETED:
            return entry.called or "–"
        address = reverse(f"admin:{entry.kind.replace('.', '_')}_change", args=[entry.object_id])
        return format_html('<a class="link" href="{}">{}</a>', address, entry.called)
