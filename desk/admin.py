"""Accounts, in the desk's own look."""

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin as DjangoGroupAdmin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.models import Group, User
from unfold.forms import AdminPasswordChangeForm, UserChangeForm, UserCreationForm

from desk.accounts import KEEPER, alone_keep_accounts, follow_roles
from desk.roles import ROLES
from publishing.admin import DeskAdmin

admin.site.unregister(User)
admin.site.unregister(Group)


NEEDED = "As it is, nobody else keeps the accounts: make somebody else an administrator first."


class AccountForm(UserChangeForm):
    """An account as it is changed; the last one that keeps the accounts goes on doing so."""

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


@admin.register(User)
class UserAdmin(DjangoUserAdmin, DeskAdmin):  # type: ignore[misc]  # both say what form they use
    """Accounts. An administrator gives roles; the superuser's own powers are the superuser's to give."""

    form = AccountForm
    add_form = UserCreationForm
    change_password_form = AdminPasswordChangeForm

    def get_readonly_fields(self, request, obj=None):
        fixed = [] if request.user.is_superuser else ["is_superuser", "user_permissions"]
        return [*super().get_readonly_fields(request, obj), "is_staff", "last_login", "date_joined", *fixed]

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

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and self.is_within_reach(request, obj)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and self.is_within_reach(request, obj)

    def is_within_reach(self, request, obj) -> bool:
        return obj is None or request.user.is_superuser or not obj.is_superuser


@admin.register(Group)
class GroupAdmin(DjangoGroupAdmin, DeskAdmin):  # type: ignore[misc]  # likewise
    """Groups. Those that the roles are made of keep their names, and stay."""

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and (obj is None or obj.name not in ROLES)

    def get_readonly_fields(self, request, obj=None):
        fixed = ["name"] if obj and obj.name in ROLES else []
        return [*super().get_readonly_fields(request, obj), *fixed]
