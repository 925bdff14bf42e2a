"""From cues to statements: walks the report sentence by sentence, remembering who is in view."""

import re
from dataclasses import replace

from intake.reading.cues import Cue
from intake.reading.evidence import evidence_of
from intake.reading.model import ProposedStatement, Span
from intake.reading.quotes import COVER, Quotation, covered, quotations
from intake.reading.sentences import sentence_spans
from intake.reading.walk.choosing import SpeakerChoice
from intake.reading.walk.narration import ASKED, ASKS, ATTENDING, BACKGROUND, NARRATION, PULL_QUOTE
from intake.reading.walk.turns import Turn, find_exchange, find_turns

MOSTLY_QUOTED = 0.8
OUTSIDE_QUOTES = re.compile(r"\w+\W+\w")  # words of somebody else's: a clause that names whom we cannot tell


LIST_ITEMS = 12
TERM = 25  # letters: a longer quotation is no turn of phrase


OWN_WORDS = re.compile(
    r"(?<!\w)(?:I|me|my|we|us|our|you|your|я|меня|мне|мой|моя|моё|мои|мы|нас|нам|наш\w*|вы|вас|вам|ваш\w*)(?!\w)",
    re.I,
)


DASHES = "—–―-"
# A hyphen opens speech only where another one closes it: "- Yes, - she said".
DIALOGUE = re.compile(r"[—–―]\s|-\s(?=[^\n]*?[,.?!…]\s-\s)")


class Attributor(SpeakerChoice):
    """Gives each sentence of the paragraphs to its speaker, or to nobody."""

    def read(self, spans: list[Span]) -> list[ProposedStatement]:
        """Statements of the spans of kind paragraph, list and heading, in order."""
        found = find_turns(self.text, spans) or find_exchange(self.text, spans)
        turns = {turn.span: turn for turn in found}
        told = False
        for i, span in enumerate(spans):
            if turn := turns.get(span):
                told = not turn.first and (told or self._tells(span))
                if not told:
                    self._turn(turn)
                    continue
            following = spans[i + 1] if i + 1 < len(spans) else None
            if span.kind == "heading":
                self._heading(span)
                continue
            self._paragraph(span, following)
        return self.statements

    # --- transcripts ---

    def _turn(self, turn: Turn) -> None:
        """A paragraph of a transcript, whole: the label before the colon says whose it is."""
        start, end = turn.span.start, turn.span.end
        reported = self.text[turn.words : turn.words + 1].islower() and self.reader.reports(
            self.text[turn.words : end]
        )
        evidence = "paraphrase" if reported else "quote"
        cue, why = (
            ("name", "name before a colon") if turn.first else ("quote_only", f"turn of {turn.label} goes on")
        )
        why = turn.why or why
        person = self._labelled(turn.label, start)
        if person is None:
            self._add(
                start,
                end,
                "role",
                turn.why or f"label “{turn.label}” before a colon",
                True,
                (),
                evidence,
                group=turn.label,
            )
            return
        someone = self.roster.people[person]
        someone.post = someone.post or turn.post
        self._add(start, end, cue if turn.first else "quote_only", why, True, (person,), evidence)
        self._see(person)

    def _heading(self, span: Span) -> None:
        """A heading ends the voice before it; one that is somebody's name tells whom a pronoun below means."""
        self.walk.colon, self.walk.fresh = 0, False
        name = re.split(r"[,:(–—]", self.text[span.start : span.end])[0].strip("*# \t")
        person = self.reader.named_at_start(name)
        if person is not None and name.endswith(self.roster.people[person].tokens[-1]):
            self._see(person, "paraphrase")
            self.walk.fresh = False

    def _tells(self, span: Span) -> bool:
        """Whether a paragraph below a turn tells of somebody who has spoken, and in nobody's own words."""
        quoted = quotations(self.text, span.start, span.end)
        masked = covered(self.text, quoted, span.start, span.end)
        if OWN_WORDS.search(masked):
            return False
        spoke = {s.speaker for s in self.statements}
        sentences = sentence_spans(self.text, span.start, span.end)
        cues = [c for a, b in sentences for c in self.reader.cues(masked[a - span.start : b - span.start])]
        named = [i for c in cues if c.kind == "name" for i in c.people]
        return any(self.roster.people[i].name in spoke for i in named)

    # --- one paragraph ---

    def _paragraph(self, span: Span, following: Span | None) -> None:
        walk = self.walk
        quoted = quotations(self.text, span.start, span.end)
        if self._pull_quote(span, quoted, following):
            return
        walk.open_quote |= bool(walk.colon and quoted and quoted[0].start == span.start)
        if walk.open_quote:
            quoted = self._goes_on(span, quoted)
        sentences = sentence_spans(self.text, span.start, span.end)
        masked = covered(self.text, quoted, span.start, span.end)
        if walk.colon and self._list_item(span, sentences):
            return
        walk.fresh = walk.in_paragraph = False
        dialogue = bool(DIALOGUE.match(self.text, span.start, span.end))
        for number, (start, end) in enumerate(sentences):
            if dialogue and number and walk.fresh and self.text[start] in DASHES:
                self._add(
                    start,
                    end,
                    "quote_only",
                    "spoken words behind a dash go on",
                    True,
                    (walk.speaker,),
                    "quote",
                )
                continue
            before = len(self.statements)
            self._sentence(
                start, end, masked[start - span.start : end - span.start], quoted, number, sentences
            )
            walk.mentioned = self.reader.people_named(masked[start - span.start : end - span.start])
            if dialogue:
                self.statements[before:] = [replace(s, evidence="quote") for s in self.statements[before:]]
        walk.open_quote = bool(quoted) and not quoted[-1].closed and walk.speaker is not None and walk.fresh
        announces = walk.fresh and self.text[span.start : span.end].rstrip().endswith(":")
        walk.colon = LIST_ITEMS if announces else 0

    def _goes_on(self, span: Span, quoted: list[Quotation]) -> list[Quotation]:
        """A quotation left open above goes on here: with an opening mark of its own, or up to the first
        closing one."""
        if quoted and quoted[0].start == span.start:
            return quoted
        closing = re.compile(r"[”»\"]").search(self.text, span.start, span.end)
        stop = closing.end() if closing else span.end
        return [
            Quotation(span.start, stop, closed=closing is not None),
            *quotations(self.text, stop, span.end),
        ]

    def _list_item(self, span: Span, sentences: list[tuple[int, int]]) -> bool:
        """Lines under 'She named three points:' are hers while they look like items and hold no cue."""
        line = self.text[span.start : span.end]
        looks = (
            re.match(r"\s*(?:[•*·▪-]|\(?\w{1,2}[.)])\s", line)
            or line.rstrip().endswith(("?", ";"))
            or span.kind == "list"
        )
        if not looks or any(
            self.reader.cues(covered(self.text, quotations(self.text, a, b), a, b)) for a, b in sentences
        ):
            self.walk.colon = 0
            return False
        self.walk.colon -= 1
        self._add(
            span.start,
            span.end,
            "continuation",
            "an item of the list that their sentence announces",
            sure=False,
            people=(self.walk.speaker,),
            evidence="paraphrase",
        )
        return True

    def _pull_quote(self, span: Span, quoted: list[Quotation], following: Span | None) -> bool:
        """'“…” — Name, post', with the name in the same line or in the next."""
        if not quoted or quoted[0].start != span.start:
            return False
        last = quoted[-1]
        tail = self.text[last.end : span.end]
        match = PULL_QUOTE.fullmatch(tail) if tail.strip() else None
        if not tail.strip() and following:
            match = PULL_QUOTE.fullmatch(self.text[following.start : following.end])
        if not match:
            return False
        person = self.reader.named_at_start(match["who"])
        if person is None:
            return False
        self._add(
            span.start,
            last.end,
            "quote_only",
            "name set below the quotation after a dash",
            True,
            (person,),
            "quote",
        )
        self._see(person)
        self.walk.fresh = False
        return True

    # --- one sentence ---

    def _sentence(
        self, start: int, end: int, masked: str, quoted: list[Quotation], number: int, sentences: list
    ) -> None:
        cues = self.reader.cues(masked)
        said = [c for c in cues if c.kind != "topic"]
        if said:
            self._attributed(start, end, masked, said, quoted)
            if said[0].points_back and number:
                self._points_back(sentences[number - 1], quoted)
        elif cues:
            self._in_view(cues[0])
        elif masked.count(COVER) >= MOSTLY_QUOTED * len(masked):
            alone = not OUTSIDE_QUOTES.search(masked)
            self._bare_quotation(start, end, number, alone, len(sentences) == 1)
        else:
            self._uncued(start, end, masked, quoted)

    def _attributed(
        self, start: int, end: int, masked: str, cues: list[Cue], quoted: list[Quotation]
    ) -> None:
        parts = self._split(masked, cues)
        for cue, left, right in parts:
            a, b = start + left, start + right
            a += len(self.text[a:b]) - len(self.text[a:b].lstrip())
            b -= len(self.text[a:b]) - len(self.text[a:b].rstrip())
            evidence = evidence_of(self.text, a, b, quoted, start + cue.verb_end, inferred=False)
            self._by_cue(cue, a, b, evidence, masked)
            self.walk.asking = bool(ASKS.search(cue.why))
            self.walk.asked = self.reader.addressee(masked, cue.verb_end) if self.walk.asking else None

    def _points_back(self, above: tuple[int, int], quoted: list[Quotation]) -> None:
        """'Об этом сообщил министр': the sentence above is his too, if it is nobody's."""
        (start, end), speaker = above, self.walk.speaker
        if speaker is None or any(s.end > start for s in self.statements[:-1]):
            return
        evidence = evidence_of(self.text, start, end, quoted, None, inferred=True)
        self._add(start, end, "quote_only", "the next sentence says whose it is", False, (speaker,), evidence)
        self.statements.insert(-1, self.statements.pop())

    def _split(self, masked: str, cues: list[Cue]) -> list[tuple[Cue, int, int]]:
        """The sentence, or its halves where a second speaker has a clause of their own."""
        first, parts, left = cues[0], [], 0
        for cue in cues[1:]:
            if (cue.people, cue.group) == (first.people, first.group) or cue.kind == "pronoun":
                continue
            joint = re.search(
                r"(?:[,;—–]\s*(?:while|whereas|but|and|though|а|но|тогда как|в то время как)?|\s(?:while|"
                r"whereas|but|а|тогда как))\s+(?:[^,;]{0,60},\s*)?$",
                masked[: cue.at],
            )
            if not joint or joint.start() <= first.verb_end:
                continue
            parts.append((first, left, joint.start()))
            gap = re.match(r"[,;—–\s]*", masked[joint.start() :])
            first, left = cue, joint.start() + (gap.end() if gap else 0)
        return [*parts, (first, left, len(masked))]

    def _bare_quotation(self, start: int, end: int, number: int, alone: bool, only: bool) -> None:
        """A quotation without a cue. `alone`: nothing but the quotation is in the sentence; `only`: it is the
        paragraph's one sentence."""
        walk = self.walk
        person, why = self._voice_of_quotation(number, alone, only)
        if person is None:
            return
        sure = walk.fresh or walk.open_quote
        name = self.roster.people[person].name
        self._add(start, end, "quote_only", f"{why}: {name}", sure, (person,), "quote")
        self._see(person)

    def _voice_of_quotation(self, number: int, alone: bool, only: bool) -> tuple[int | None, str]:
        """Whose a quotation is that has no clause of its own, and how we know."""
        walk = self.walk
        if walk.speaker is not None and walk.fresh:
            return walk.speaker, "quotation beside the last speaker's sentence"
        if walk.speaker is not None and walk.open_quote:
            return walk.speaker, "quotation goes on from the paragraph above"
        led = walk.mentioned == (walk.focus,) if number else walk.focus != walk.speaker
        if alone and led and walk.focus is not None:
            return walk.focus, "quotation behind a sentence about the speaker"
        if walk.speaker is None or number or not only or walk.evidence not in ("quote", "mixed"):
            return None, ""
        if self.statements and ASKED.search(self.statements[-1].text):
            return walk.other, "answer to the question above"
        return walk.speaker, "quotation goes on from the paragraph above"

    def _uncued(self, start: int, end: int, masked: str, quoted: list[Quotation]) -> None:
        """A sentence that only the voice before it can claim; narration and a change of subject end that
        voice."""
        walk = self.walk
        subject = self.reader.subject(masked)
        if subject is not None and subject.kind == "role":
            subject = self._role_in_view(subject)
        if subject is not None and (subject.people or subject.kind == "stranger"):
            self._about_somebody(subject)
            return
        if subject is None and not walk.fresh and (person := self.reader.sole_person(masked)) is not None:
            walk.focus = person
        others = subject is not None and subject.kind == "group" and ATTENDING.search(subject.label)
        pronoun = subject is not None and subject.kind == "pronoun"
        if walk.speaker is None or not walk.fresh or walk.evidence == "quote" or others or pronoun:
            walk.fresh = walk.fresh and pronoun
            return
        if self._ends_the_voice(masked):
            walk.fresh = False
            return
        evidence = evidence_of(self.text, start, end, quoted, None, inferred=True)
        self._add(
            start,
            end,
            "continuation",
            f"goes on in the voice of {self.roster.people[walk.speaker].name}",
            False,
            (walk.speaker,),
            evidence,
        )

    def _about_somebody(self, subject) -> None:
        """A sentence about a person, without a word of theirs: a pronoun may mean them from here on."""
        walk = self.walk
        if subject.people and subject.people[0] != walk.speaker:
            self._in_view(subject)
            return
        walk.fresh = False
        if subject.people:
            walk.focus = subject.people[0]

    def _ends_the_voice(self, masked: str) -> bool:
        """Narration, words of somebody whom we did not find out, or an answer, whosever it is."""
        elsewhere = masked.count(COVER) > TERM
        answer = self.walk.asking and COVER in masked
        return bool(elsewhere or answer or NARRATION.search(masked) or BACKGROUND.match(masked))
