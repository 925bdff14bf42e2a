"""A form of the desk that is saved on top of somebody else's save: the two are made one, and nothing typed is lost."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponseRedirect, QueryDict
from django.template.response import TemplateResponse
from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.timezone import localtime

from publishing.comparing import Names, in_words, marked, row_name
from publishing.forms import deed_in
from publishing.history import keep_aside, version_seen
from publishing.history_admin import WithHistory, history_address
from publishing.keys import could_be_key
from publishing.merging_saves import ANEW, BOTH, MINE, THEIRS, Clash, Meeting
from publishing.models import Version
from publishing.richtext import plain_text
from publishing.sent import Sent, SentPart, SentRow, column_of, is_said, raw_of, write_rows
from publishing.wholes import Row, stored

#: Names of fields of the page that asks; everything else on it is what was sent first.
CHOICE, WRITTEN, MET, ASIDE = "choice-", "anew-", "met", "_aside"


class SavesMeet(WithHistory):
    """Merges what is sent from a form that was opened on an older version, before it is looked at as a form."""

    def met(self: Any, request, object_id: str):
        """The page that asks what only an editor can decide; None when nothing has to be asked, or nobody has saved
        meanwhile: then ``request.POST`` says what both said."""
        if request.method != "POST" or self.whole is None or not could_be_key(str(object_id)):
            return None
        record = self.get_object(request, object_id)
        lock = request.POST.get("seen", "").partition(".")[0]
        if record is None or not could_be_key(lock) or int(lock) == record.version:
            return None
        base = version_seen(self.whole.kind, record.pk, int(lock))
        if base is None or not self.has_change_permission(request):
            return None
        meet = SavesOf(self, request, record, base)
        if not meet.has_all_rows:
            return None  # the form itself says what has not come
        if not self.has_change_permission(request, record):
            why = "This is public now, and a publisher’s to change."
            return self.kept_aside(request, meet, why) if meet.may_be_kept_aside else None
        if ASIDE in request.POST and meet.may_be_kept_aside:
            return self.kept_aside(request, meet, "")
        if meet.must_ask:
            return self.ask(request, meet)
        request.POST = meet.merged(self.form_now(request, record))
        self.message_user(request, meet.told)
        return None

    def form_now(self: Any, request, record) -> str:
        """What a form that is opened now remembers."""
        return self.get_form(request, record, change=True)(instance=record).now

    def kept_aside(self: Any, request, meet: "SavesOf", why: str):
        version = keep_aside(meet.record, meet.mine, meet.theirs.lock)
        told = f"{why} What you wrote is kept aside as version {version.number}: compare it here, and bring it back."
        self.message_user(request, told.strip(), messages.WARNING)
        newest = meet.newest.number if meet.newest else 1
        return HttpResponseRedirect(f"{history_address(meet.record)}?old={newest}&new={version.number}")

    def ask(self: Any, request, meet: "SavesOf"):
        request.current_app = self.admin_site.name
        context = {
            **self.admin_site.each_context(request),
            "title": "Two saves of one record",
            "opts": self.opts,
            "original": meet.record,
            "meet": meet,
            "deed": deed_in(request.POST),
            "questions": [Question(meet, clash) for clash in meet.meeting.clashes],
            "sent": [
                (name, value)
                for name in request.POST
                for value in request.POST.getlist(name)
                if not name.startswith((CHOICE, WRITTEN)) and name not in (MET, "csrfmiddlewaretoken", ASIDE)
            ],
        }
        return TemplateResponse(request, "desk/meeting.html", context)


class SavesOf:
    """Two saves of ``record``: ``base`` is the version from which both began."""

    def __init__(self, model_admin: Any, request, record, base: Version):
        self.request, self.record, self.base = request, record, base
        self.whole = model_admin.whole
        self.theirs = stored(self.whole, [record.pk], keeping_all=True)[record.pk]
        # Not as a change: of what is no longer theirs to change, an editor would be shown no field.
        form = model_admin.get_form(request, record, change=False)
        formsets = [formset for formset, _inline in model_admin.get_formsets_with_inlines(request, record)]
        self.sent = Sent(self.whole, request.POST, request.FILES, form, formsets)
        self.mine = self.sent.document(base.document)
        post = request.POST
        answers = {name.removeprefix(CHOICE): post[name] for name in post if name.startswith(CHOICE)}
        anew = {name.removeprefix(WRITTEN): post[name] for name in post if name.startswith(WRITTEN)}
        self.meeting = Meeting(answers, anew)
        self.fields: Row = {}
        self.rows: dict[str, list[SentRow]] = {}
        self.merge()
        self.names = Names(self.whole, base.document, self.theirs.document, self.mine)
        self.newest = Version.objects.standing().filter(kind=self.whole.kind, object_id=record.pk).first()

    @property
    def has_all_rows(self) -> bool:
        """Whether the rows have come to which others point by their places."""
        sent = self.sent.parts
        return all(to in sent for part in sent.values() for _column, to in part.pointers.values())

    # --- Making them one ---

    def merge(self) -> None:
        base, theirs = self.base.document["fields"], self.theirs.document["fields"]
        for name, mine in self.sent.values.items():
            self.fields[name] = self.meeting.value(plain(base.get(name)), mine, plain(theirs.get(name)), name)
        for name, sent in self.sent.parts.items():
            self.rows[name] = list(self.merged_rows(name, sent))

    def merged_rows(self, name: str, sent: SentPart):
        theirs = {row["id"]: row for row in self.theirs.document["parts"][name]}
        kept = self.base.document["parts"].get(name)
        # Of what no version keeps nobody can say who changed it: then what was sent last is taken.
        base = {row["id"]: row for row in kept} if kept is not None else theirs
        seen = {row.key for row in sent.rows}
        new = {key: row for key, row in theirs.items() if key not in base and key not in seen}
        for row in sent.rows:
            twin = self.twin(sent, row, new)
            if row.key in theirs:
                yield self.merged_row(sent, row, base.get(row.key, {}), theirs[row.key])
            elif twin is not None:
                row.key, row.raw = twin["id"], {**row.raw, "id": [str(twin["id"])]}
                yield self.merged_row(sent, row, {}, new.pop(twin["id"]))
            elif row.key not in base:
                self.meeting.taken[MINE] += [(name, row.key, "")]
                yield row
            elif not row.is_removed and row.values != self.said_by_form(sent, base[row.key]):
                clash = Clash(
                    f"{name}.{row.key}", "", base[row.key], row.values, None, name, row.key, is_row=True
                )
                if self.meeting.ask(clash) is not None:
                    yield SentRow(f"new {row.key}", row.values, {**row.raw, "id": [""]})
            else:
                self.meeting.taken[THEIRS] += [(name, row.key, "")]
        for key, values in new.items():
            self.meeting.taken[THEIRS] += [(name, key, "")]
            yield self.as_sent(sent, key, values)

    def merged_row(self, sent: SentPart, row: SentRow, base: Row, theirs: Row) -> SentRow:
        name = sent.part.name
        if row.is_removed:
            if base and self.said_by_form(sent, base) != self.said_by_form(sent, theirs):
                clash = Clash(f"{name}.{row.key}", "", base, None, theirs, name, row.key, is_row=True)
                if self.meeting.ask(clash) is not None:
                    return self.as_sent(sent, row.key, theirs)
            else:
                self.meeting.taken[MINE] += [(name, row.key, "")]
            return row
        values = {}
        for column, mine in row.values.items():
            was, other = plain(base.get(column)), plain(theirs.get(column))
            if column == "order":
                values[column] = other if mine == was else mine
            else:
                values[column] = self.meeting.value(was, mine, other, column, name, row.key)
        changed = {column: value for column, value in values.items() if value != row.values[column]}
        return SentRow(row.key, values, self.raw_with(sent, row.raw, changed))

    def twin(self, sent: SentPart, row: SentRow, new: dict[int, Row]) -> Row | None:
        """The row that somebody else has added meanwhile, and that is the same as a new one here."""
        sameness = sent.part.sameness(row.values)
        if isinstance(row.key, int) or sameness is None:
            return None
        return next((other for other in new.values() if sent.part.sameness(other) == sameness), None)

    def said_by_form(self, sent: SentPart, row: Row) -> Row:
        """What of a row its form shows."""
        columns = {column.name for name in sent.fields if is_said(column := sent.column(name))}
        return {name: plain(row.get(name)) for name in row if name in columns}

    # --- As a form sends it ---

    def as_sent(self, sent: SentPart, key: int, values: Row) -> SentRow:
        said = self.said_by_form(sent, values)
        return SentRow(key, said, self.raw_with(sent, {"id": [str(key)]}, said))

    def raw_with(self, sent: SentPart, raw: dict[str, list[str]], changed: Row) -> dict[str, list[str]]:
        written = dict(raw)
        for name, field in sent.fields.items():
            column = sent.column(name)
            if column is not None and column.name in changed and name not in sent.pointers:
                for old in [old for old in written if old == name or old.startswith(f"{name}_")]:
                    del written[old]
                for end, values in raw_of(field, column, changed[column.name]).items():
                    written[f"{name}{end}"] = values
        return written

    def merged(self, now: str) -> QueryDict:
        """What the form would send if one person had made all the changes."""
        data = self.request.POST.copy()
        for name in [name for name in data if name.startswith((CHOICE, WRITTEN))]:
            del data[name]
        said = self.sent.values
        for name, value in self.fields.items():
            if value != said[name]:
                column = column_of(self.whole.model, name)
                data.pop(name, None)
                for end, values in raw_of(self.sent.fields[name], column, value).items():
                    data.setlist(f"{name}{end}", values)
        for part, sent in self.sent.parts.items():
            self.point(sent, self.rows[part])
            write_rows(data, sent, self.rows[part])
        for sent in self.sent.unsent:
            rows = self.theirs.document["parts"][sent.part.name]
            write_rows(data, sent, [self.as_sent(sent, row["id"], row) for row in rows])
        data["seen"] = now
        return data

    def point(self, sent: SentPart, rows: list[SentRow]) -> None:
        """Let each row choose rows of another part by the place that they have now; that part has been written."""
        for name, (column, part) in sent.pointers.items():
            places = {row.key: str(number) for number, row in enumerate(self.rows[part])}
            for row in rows:
                row.raw[name] = [places.get(row.values.get(column), "")]

    # --- In words ---

    @property
    def may_be_kept_aside(self) -> bool:
        """Nobody has looked whether these words name who took part: under the Rule they are not kept."""
        return not self.whole.is_secret(self.mine)

    @property
    def must_ask(self) -> bool:
        """Whether something is open; and before a deed it is said upon which version it acts."""
        shown = self.request.POST.get(MET, "")
        met_this = shown == str(self.theirs.lock)
        return (
            not met_this and bool(self.meeting.clashes or deed_in(self.request.POST)) or self.meeting.is_open
        )

    @property
    def who(self) -> str:
        """ "Tomas Berg", "You, in another tab" """
        by = self.newest.by if self.newest else None
        if by is None:
            return "Somebody"
        return "You, in another tab," if by == self.request.user else str(by)

    @property
    def saved(self) -> str:
        """ "Tomas Berg saved this record on 4 May 2019, 21:07, while you had it open." """
        when = date_format(localtime(self.newest.at), "j F Y, H:i") if self.newest else ""
        return f"{self.who} saved this record on {when}, while you had it open."

    @property
    def told(self) -> str:
        return (
            f"{self.saved} Both are kept: {self.counted(MINE)} of yours, {self.counted(THEIRS)} of that save."
        )

    def counted(self, side: str) -> str:
        number = len(self.meeting.taken[side])
        return "1 change" if number == 1 else f"{number} changes"

    @property
    def taken(self) -> list[tuple[str, str]]:
        """What only one has changed, and whose it is."""
        whose = {MINE: "yours", THEIRS: self.who, BOTH: "both"}
        return [
            (self.label(*place), whose[side])
            for side in (MINE, THEIRS, BOTH)
            for place in self.meeting.taken[side]
        ]

    def label(self, part: str, key: Any, column: str) -> str:
        """ "Lead", "Statement 142: text" """
        if not part:
            return capfirst(str(column_of(self.whole.model, column).verbose_name))
        of = self.whole.part(part)
        row = self.row(part, key)
        called = row_name(of, row, self.names) if row else f"{capfirst(of.one)} {key}"
        return f"{called}: {column_of(of.model, column).verbose_name}" if column else called

    def row(self, part: str, key: Any) -> Row | None:
        found = [
            document["parts"].get(part, [])
            for document in (self.mine, self.theirs.document, self.base.document)
        ]
        return next((row for rows in found for row in rows if row["id"] == key), None)


def plain(value: Any) -> Any:
    """A stored text as a form would send it, but for the ends of its lines."""
    return value.replace("\r\n", "\n") if isinstance(value, str) else value


class Question:
    """What both changed, as the page asks it."""

    def __init__(self, meet: SavesOf, clash: Clash):
        self.meet, self.clash = meet, clash
        self.key = clash.key
        self.answer = meet.meeting.answers.get(clash.key, "")
        self.anew = meet.meeting.anew.get(clash.key, clash.mine if clash.is_text else "")
        self.label = meet.label(clash.part, clash.row, clash.column)

    @property
    def sides(self) -> list[tuple[str, str, SafeString]]:
        """The value of each radio button, whose words these are, and the words."""
        return [
            (THEIRS, self.meet.who, self.side(self.clash.theirs)),
            (MINE, "Yours", self.side(self.clash.mine)),
        ]

    def side(self, value: Any) -> SafeString:
        if self.clash.is_row:
            return SafeString("Taken out") if value is None else SafeString("Kept, as changed")
        return marked(self.words(self.clash.base), self.words(value))[1]

    @property
    def base(self) -> str:
        return "" if self.clash.is_row else self.words(self.clash.base)

    def words(self, value: Any) -> str:
        if self.clash.is_html:
            return plain_text(value) or "—"
        model = self.meet.whole.part(self.clash.part).model if self.clash.part else self.meet.whole.model
        return in_words(column_of(model, self.clash.column), value, self.meet.names)

    @property
    def further(self) -> list[tuple[str, str]]:
        """What else a text can become."""
        return [(BOTH, "Both, one after the other"), (ANEW, "Write it anew")] if self.clash.is_text else []
