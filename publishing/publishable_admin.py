"""The screen of something with a status: who may do what to it, its form, and the deeds that change the status."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import escape, format_html
from django.utils.safestring import mark_safe

from publishing.admin import CorrectionInline
from publishing.deeds import check_obstacles, publish, return_to_draft, schedule
from publishing.forms import PublishableForm, deed_in
from publishing.gate import Status
from publishing.states import Deed, possible
from publishing.withdrawing_admin import WithdrawingAdmin


class PublishableAdmin(WithdrawingAdmin):
    """A screen of something with a status: drafts are an editor's, everything else is a publisher's."""

    form = PublishableForm
    actions = ["publish_selected", "withdraw_selected", "return_selected"]
    #: Said in the list and on the form, per status.
    tones = {
        Status.DRAFT: "",
        Status.SCHEDULED: "info",
        Status.PUBLISHED: "good",
        Status.WITHDRAWN: "bad",
    }

    # --- Who may do what ---

    def has_publish_permission(self, request, obj=None):
        return request.user.has_perm(f"{self.opts.app_label}.publish_{self.opts.model_name}")

    def has_change_permission(self, request, obj=None):
        """Somebody who may not publish writes drafts, and a change that is kept aside."""
        allowed = super().has_change_permission(request, obj)
        is_theirs = obj is None or obj.status == Status.DRAFT or self.is_written_aside(request, obj)
        return allowed and (is_theirs or self.has_publish_permission(request))

    def has_bring_back_permission(self, request, record) -> bool:
        """Of what readers have known an old version is a publisher's to bring back, though it be a draft again."""
        allowed = super().has_bring_back_permission(request, record)
        return allowed and (not record.address_was_shown or self.has_publish_permission(request))

    def has_delete_permission(self, request, obj=None):
        """What has been public keeps its address and is withdrawn instead."""
        return super().has_delete_permission(request, obj) and (obj is None or not obj.address_was_shown)

    # --- The form ---

    def get_inlines(self, request, obj):
        """A correction is a note on something public, by a publisher; a draft is simply changed."""
        inlines = super().get_inlines(request, obj)
        proposes = self.is_written_aside(request, obj) and not self.has_publish_permission(request)
        if obj is None or obj.status == Status.DRAFT or proposes:
            return [inline for inline in inlines if inline is not CorrectionInline]
        return inlines

    def publication_fields(self, request, obj) -> list[str]:
        """The fields about publication that this user may fill in, in the state that ``obj`` is in."""
        if not self.has_publish_permission(request):
            return []
        if obj and obj.status_now == Status.WITHDRAWN:
            return ["withdrawal_note"]
        if "change" in request.GET:  # of what readers see, and not of a change that waits
            return []
        begins = ["publish_at"] if Deed.SCHEDULE in self.deeds_for(request, obj) else []
        return [*begins, "withdraw_at", "withdraw_note_for_then"]

    def deeds_for(self, request, obj) -> list[Deed]:
        if not self.has_publish_permission(request):
            return []
        return possible(obj.status_now if obj else Status.DRAFT)

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        if deed_in(request.POST) and not self.has_publish_permission(request):
            raise PermissionDenied
        return super().changeform_view(request, object_id, form_url, extra_context)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        deeds = self.deeds_for(request, obj)
        context |= {
            "deeds": [deed for deed in deeds if deed != Deed.WITHDRAW],
            "may_publish": Deed.PUBLISH in deeds,
            "flow": self.flow(obj),
            "may_hand_in": obj is None or obj.status == Status.DRAFT,
            "withdraw_address": self.address_of(obj, "withdraw") if Deed.WITHDRAW in deeds else "",
        }
        return super().render_change_form(request, context, add, change, form_url, obj)

    def flow(self, obj) -> list[dict]:
        """The steps from draft to public, for the bar above the form."""
        current = obj.status_now if obj else Status.DRAFT
        steps = [Status.DRAFT, Status.SCHEDULED, Status.PUBLISHED]
        if current == Status.WITHDRAWN:
            steps.append(Status.WITHDRAWN)
        place = steps.index(current)
        return [
            {"label": step.label, "current": step == current, "done": steps.index(step) < place}
            for step in steps
        ]

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        self.do_the_deed(form)
        self.tell_what_follows(request, [form.instance])
        if not self.is_written_aside(request, form.instance) and (
            told := self.handed_in(request, form.instance)
        ):
            self.message_user(request, told)

    def do_the_deed(self, form) -> None:
        item = form.instance
        if form.deed == Deed.PUBLISH:
            publish(item)
        elif form.deed == Deed.SCHEDULE:
            schedule(item, form.cleaned_data["publish_at"])
        elif form.deed == Deed.RETURN_TO_DRAFT:
            return_to_draft(item)
        elif form.goes_public:
            check_obstacles(item)

    def construct_change_message(self, request, form, formsets, add=False):
        done = {
            Deed.PUBLISH: "Published.",
            Deed.SCHEDULE: "Scheduled.",
            Deed.RETURN_TO_DRAFT: "Returned to draft.",
        }
        return done.get(form.deed) or super().construct_change_message(request, form, formsets, add)

    def response_add(self, request, obj, post_url_continue=None):
        return self.response_to_deed(request, obj) or super().response_add(request, obj, post_url_continue)

    def response_change(self, request, obj):
        return self.response_to_deed(request, obj) or super().response_change(request, obj)

    def response_to_deed(self, request, obj):
        deed = deed_in(request.POST)
        if deed is None:
            return None
        words = {
            Deed.PUBLISH: format_html(
                '“{}” is public. <a href="{}">See it on the site</a>.', obj, obj.get_absolute_url()
            ),
            Deed.SCHEDULE: f"“{obj}” will appear by itself on {self.moment(obj.publish_at)}.",
            Deed.RETURN_TO_DRAFT: f"“{obj}” is a draft again; the public no longer sees it.",
        }
        self.message_user(request, words[deed], messages.SUCCESS)
        return HttpResponseRedirect(self.address_of(obj))

    @staticmethod
    def moment(at) -> str:
        return date_format(timezone.localtime(at), "j F Y, H:i")

    # --- The list ---

    @admin.action(description="Publish", permissions=["publish"])
    def publish_selected(self, request, queryset):
        self.tell_what_follows(request, self.do_to_each(request, queryset, publish, "Published"))

    @admin.action(description="Return to draft", permissions=["publish"])
    def return_selected(self, request, queryset):
        done = self.do_to_each(request, queryset, return_to_draft, "Returned to draft")
        self.tell_what_follows(request, done)

    @admin.display(description="Status", ordering="status")
    def state(self, item):
        status = item.status_now
        moment = f", {self.moment(item.publish_at)}" if status == Status.SCHEDULED else ""
        tag = f'<span class="tag {self.tones[status]}">{escape(status.label)}{escape(moment)}</span>'
        seen = f'<input type="hidden" name="seen-{item.pk}" value="{item.version}">'
        return mark_safe(tag + seen)  # as format_html, which takes ten times as long for each of a list
