"""One event as it is edited: what its form and all its rows say together, and how that is stored."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.db.models import Q, prefetch_related_objects
from django.utils.functional import cached_property

from events.chatham_house import (
    READ_FIELDS,
    Participants,
    slips_in,
    slips_in_address,
    slips_in_labels,
    slips_in_links,
    slips_of,
    texts_beside,
)
from events.checks import Check, Listed, Said, checks, kinds
from events.forms.appearances import AppearanceFormSet
from events.forms.event import EventForm
from events.forms.rows import RowFormSet
from events.forms.statements import StatementFormSet, lost_in_words, named
from events.models import Event, Statement
from events.not_for_attribution import SAID_BY_NOBODY, told_by_surroundings, told_by_words
from events.places import Report
from events.placing import find_places, place_statements
from publishing.changes import note, unit_of_work
from publishing.marks import says_something
from publishing.states import NOTE_NEEDED, Deed

NAMES = "a name under the Chatham House Rule"


def is_there(form) -> bool:
    """Whether the row is one that would be there after saving, or is stored."""
    return not form.is_removed and (form.instance.pk is not None or (form.is_bound and not form.is_blank))


class EventEdit:
    """Owns the event's form and its parts: speakers, statements, and what apps further down the line add.

    The form and each part name themselves to it when they are made; ``is_valid`` and ``save`` are asked of it alone.
    """

    form: EventForm

    def __init__(self, user, open_rows: Iterable[str] = (), public: Mapping[int, bool] | None = None):
        self.user = user
        #: Of a change that waits: the statements that readers can ask for, and whether they are withdrawn.
        self.public = public or {}
        self.is_change = public is not None
        #: The statements that are shown with fields, by their places, where there are too many to show all so.
        self.open_rows = set(open_rows)
        self.parts: list[RowFormSet] = []
        #: Statements that stand nowhere in the report, known once it is saved.
        self.lost: list[Statement] = []
        #: What the parts did when the event went public, in words.
        self.told: list[str] = []
        #: Who is given away under the Chatham House Rule by what was sent.
        self.names: list[Check] = []
        self._is_valid: bool | None = None

    @property
    def event(self) -> Event:
        return self.form.instance

    @property
    def speakers(self) -> AppearanceFormSet:
        return self.part(AppearanceFormSet)

    @property
    def statements(self) -> StatementFormSet:
        return self.part(StatementFormSet)

    @cached_property
    def participants(self) -> Participants:
        """Who takes part as the form has it, once each row is right by itself."""
        speakers = self.speakers.standing()
        columns = ["speaker", "printed_name", "printed_post"]
        here = Participants(*([form.cleaned_data[name] for form in speakers] for name in columns))
        prefetch_related_objects(here.people, "variants")
        return here

    def part(self, kind: type) -> Any:
        return next(part for part in self.parts if isinstance(part, kind))

    # --- Looking at the whole ---

    def is_valid(self) -> bool:
        if self._is_valid is None:
            self.clean()
            self._is_valid = not self.form.errors and all(map(self.is_right, self.parts))
        return self._is_valid

    def is_right(self, part: RowFormSet) -> bool:
        asked = all(question.is_valid() for question in part.questions)
        return asked and not part.has_wrong_rows and not part.non_form_errors()

    def clean(self) -> None:
        """Put each error where it belongs; what concerns several rows is looked at when each is right by itself."""
        self.form.errors  # noqa: B018 -- looks at the event's own fields, from which the rows know the event
        for part in self.parts:
            part.is_valid()
        if any(part.has_wrong_rows for part in self.parts):
            return
        self.check_removals()
        self.check_the_rule()
        self.check_parts_under_the_rule()
        self.check_places()
        for part in self.parts:
            part.clean_within()
        self.check_reason()

    def check_removals(self) -> None:
        """Say it of the row: the deed would refuse the whole."""
        for form in self.statements.removed():
            if self.is_withdrawn_by_change(form.instance):
                continue  # it is so already
            if form.instance.withdrawn_at:
                form.add_error("text", "This statement is withdrawn: its address goes on to say so.")
            elif self.is_change:
                self.check_withdrawal(form)
            elif self.form.was_shown:
                form.add_error("text", "This statement has been public: withdraw it with a note instead.")

    def check_withdrawal(self, form) -> None:
        """What readers have met is withdrawn by a change, with a note; whose words these were stays known."""
        if form.instance.pk not in self.public:
            return
        if not self.withdrawal_words and "withdrawal_words" not in self.form.errors:
            self.form.add_error("withdrawal_words", NOTE_NEEDED)
        if set(form.instance.speakers) & {row.instance for row in self.speakers.removed()}:
            form.add_error(
                "text", "It is withdrawn, and its address stays: so leave who said it in the list."
            )

    @property
    def withdrawal_words(self) -> str:
        return self.form.cleaned_data.get("withdrawal_words", "").strip()

    def is_withdrawn_by_change(self, statement: Statement) -> bool:
        """Whether readers see it still: it is withdrawn once the change is public."""
        return bool(statement.withdrawn_at) and self.public.get(statement.pk) is False

    def check_the_rule(self) -> None:
        """Under the Chatham House Rule nothing links to a person, and no text that is public names one."""
        if not self.event.under_the_rule:
            return
        attributed = [form for form in self.statements.standing() if self.statements.speaker_row(form)]
        for form in attributed:
            self.refuse_a_name(
                form,
                "said_by",
                "Under the Chatham House Rule nobody is named: print “A participant” instead.",
            )
        if attributed:
            self.form.add_error(
                "record_rule",
                "Under the Chatham House Rule no statement has a speaker. These have one: "
                + named(attributed),
            )
        self.check_for_names()

    def check_for_names(self) -> None:
        """Tell, at each field, which participants' names, posts and institutions stand in it."""
        here = self.participants
        texts = {name: getattr(self.event, name) for name in READ_FIELDS}
        texts["override_reason"] = self.form.cleaned_data.get("override_reason", "")
        if self.event.pk:
            texts |= texts_beside(self.event)
        topics = self.form.cleaned_data.get("topics") or ()
        for slip in [
            *slips_of(here, self.event, texts),
            *slips_in_links(here, self.event),
            *slips_in_labels(here, self.event, topics),
        ]:
            if slip.field in self.form.fields:
                self.refuse_a_name(self.form, slip.field, slip.in_words)
            else:
                self.refuse_a_name(self.form, None, slip.as_an_obstacle)
        for slip in slips_in_address(here, self.event):
            self.refuse_a_name(self.form, "slug", slip.in_words)
        fields = {
            form.add_prefix(name): (form, name)
            for form in self.statements.standing()
            for name in ["text", "attribution"]
        }
        words = {place: getattr(form.instance, name) for place, (form, name) in fields.items()}
        for slip in slips_of(here, self.event, words):
            form, name = fields[slip.field]
            self.refuse_a_name(form, name, slip.in_words)

    def check_parts_under_the_rule(self) -> None:
        """Of what is not for attribution, tell at its row what would give somebody away."""
        if self.event.under_the_rule:
            return
        for form in self.statements.standing():
            statement = form.instance
            if not statement.not_for_attribution:
                continue
            told = told_by_words(self.participants, statement)
            if statement.pk and form.initial.get("not_for_attribution") is False:
                rows = Statement.objects.select_related("event", "appearance", "jointly_with")
                stored = rows.get(pk=statement.pk)
                stored.event.report = self.event.report
                told += told_by_surroundings(stored)
            for words in dict.fromkeys(told):
                self.refuse_a_name(form, "not_for_attribution", words)

    def refuse_a_name(self, form, field: str | None, words: str) -> None:
        form.add_error(field, words)
        self.names.append(Check(NAMES, words, form[field].auto_id if field else "facts", stops=True))

    def check_places(self) -> None:
        """Before anything goes public, each statement stands in the report."""
        if not self.form.goes_public:
            return
        report, rows = Report(self.event.report), self.statements.standing()
        form_of = {id(form.instance): form for form in rows}
        lost = [form_of[id(statement)] for statement in find_places(report, [form.instance for form in rows])]
        for form in lost:
            form.add_error("text", lost_in_words(report, form.instance.text))
        if lost:
            self.form.add_error("report", "These statements do not stand in the report: " + named(lost))

    # --- Before it is public ---

    def checks(self) -> list[Check]:
        """What to look at, of what was sent or else of what is stored."""
        speakers = [
            Listed(form.prefix, str(number), form.instance)
            for number, form in enumerate(self.speakers.rows)
            if is_there(form) and form.instance.speaker_id
        ]
        said = [
            Said(
                form.prefix,
                [key for name in ("said_by", "and_by") if (key := form[name].value())],
                form.instance,
            )
            for form in self.statements.rows
            if is_there(form) and form.instance.text
        ]
        found = checks(self.event, speakers, said) + [one for part in self.parts for one in part.checks()]
        return self.names_given_away() + found

    def names_given_away(self) -> list[Check]:
        if self.form.is_bound or not self.event.pk:
            return self.names
        a_part = any(form.instance.not_for_attribution for form in self.statements.rows)
        if not (a_part or self.event.under_the_rule):
            return []
        return [Check(NAMES, slip.as_an_obstacle, "facts", stops=True) for slip in slips_in(self.event)]

    @cached_property
    def left_open(self) -> list[Check]:
        """What a publisher has to give a reason for, where the event is about to go public."""
        if self.form.deed not in (Deed.PUBLISH, Deed.SCHEDULE):
            return []
        return [check for check in self.checks() if not check.stops]

    def check_reason(self) -> None:
        if self.left_open and not says_something(self.form.cleaned_data.get("override_reason", "")):
            self.form.add_error(
                "override_reason",
                f"Left open: {kinds(self.left_open)}. Mend that, or say why it goes out so.",
            )

    # --- Saving ---

    @unit_of_work()
    def save(self, save_event: Callable[[], None]) -> None:
        """Store the event, by ``save_event``, and all its parts."""
        self.part_from_speakers()
        save_event()
        for part in self.parts:
            part.save()
        if self.event.under_the_rule:
            self.event.forget_who_was_there()  # now that it is known who was
        self.lost = place_statements(self.event)

    def part_from_speakers(self) -> None:
        """Part the statements on this form from speakers that are removed with it, and from all under the Rule.

        They get what the form says when their turn comes; until then the database wants a word.
        """
        if not self.event.pk:
            return
        here = Statement.objects.filter(pk__in=[form.instance.pk for form in self.statements.initial_forms])
        attributed = here.filter(appearance__isnull=False)
        if not self.event.under_the_rule:
            removed = [form.instance.pk for form in self.speakers.removed()]
            attributed = attributed.filter(Q(appearance__in=removed) | Q(jointly_with__in=removed))
        attributed.update(**SAID_BY_NOBODY, attribution="…")

    def tell(self) -> None:
        """Let whoever follows the event know that its rows have changed: they were stored past Django's own signals."""
        note(Event, [self.event.pk])
