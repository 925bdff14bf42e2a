"""From cues to statements: walks the report sentence by sentence, remembering who is in view."""

import re
from collections.abc import Sequence
from dataclasses import replace

from intake.reading import explain
from intake.reading.cues import ANYBODY, FULL_NAME, SAYS_NOTHING, Act, Cue, Kind, Phrase, Sign
from intake.reading.document import Document, Passage
from intake.reading.evidence import evidence_of
from intake.reading.grammar import Grammar
from intake.reading.layout.signatures import signer
from intake.reading.model import CueKind, Evidence, ProposedStatement, Span, SpanKind
from intake.reading.people import Roster
from intake.reading.quotes import CLOSING_MARK, COVER, OPENING_MARK, Quotation, covered, quotations
from intake.reading.walk.choosing import Choosing, Meant
from intake.reading.walk.memory import Memory
from intake.reading.walk.narration import (
    A_BOOK,
    ABOUT,
    ACTS,
    ANNOUNCED,
    ASKED,
    BACKGROUND,
    BOTH,
    CANNOT_COME,
    IN_A_DECADE,
    INDIRECT,
    LIVED_THEN,
    NARRATION,
    NEAR,
    OF_A_HOUSE,
    OF_THE_RECORD,
    OUTSIDE,
    OUTSIDE_VERB,
    OWN_WORDS,
    PARTS_BY_A_WORD,
    PARTS_SPEAKERS,
    PULL_QUOTE,
    REPLIES,
    THE_ANSWER,
    TOLD,
    History,
)
from intake.reading.walk.turns import Turn, find_exchange, find_interview, find_turns
from intake.reading.walk.writing import Writer

MOSTLY_QUOTED = 0.8
OUTSIDE_QUOTES = re.compile(r"\w+\W+\w")  # words of somebody else's: a clause that names whom we cannot tell
LIST_ITEMS = 12
PRONOUN_LIKE = re.compile(r"(?<!\w)[^\W\d_]{2,4}(?!\w)")
CLOSING_QUOTES = " \"'”’»“)"
OPENING_QUOTES = '"“„«'
CROSSHEAD = 8  # words
CALLED_ON = 4  # words of a name with its title
TERM = 25  # letters: a longer quotation is no turn of phrase
DASHES = "—–―-"
# A hyphen opens speech only where another one closes it: "- Yes, - she said".
DIALOGUE = re.compile(r"[—–―]\s|-\s(?=[^\n]*?[,.?!…]\s-\s)")
#: Behind spoken words: «…, — сказал министр», «…? — спросила она».
TAG = re.compile(r"[,?!…]\s+[—–-]\s+[^\W\d_A-ZА-ЯЁ]")
MEANWHILE = re.compile(r"[,?!…]\s+[—–-]\s+(?=[^\W\d_a-zа-яё])")
BESIDE_A_NAME = re.compile(r"[,:(–—]")
ITEM = re.compile(r"\s*(?:[•*·▪-]|\(?\w{1,2}[.)])\s")
FIRST_WORD = re.compile(r"\W*(?P<word>[^\W\d_]+)")
PAIR = 2
GAP = re.compile(r"[,;—–\s]*")


class Attributor:
    """Gives each sentence of the paragraphs to its speaker, or to nobody."""

    def __init__(self, document: Document, roster: Roster, grammar: Grammar):
        self.document, self.text = document, document.text
        self.roster, self.grammar = roster, grammar
        self.memory = Memory(genders={i: p.gender for i, p in enumerate(roster.people) if p.gender})
        self.choosing = Choosing(self.text, roster, grammar, self.memory)
        self.writer = Writer(self.text, roster.people)
        self.history = History(self.text)

    def read(self, spans: list[Span]) -> list[ProposedStatement]:
        """Statements of the spans of kind paragraph, list and heading, in order."""
        names = [p.tokens for p in self.roster.people]
        found = find_turns(self.text, spans, names) or find_exchange(self.text, spans)
        guest = None if found else self.choosing.labelled("ответ", 0)
        if guest is not None:
            answers = find_interview(self.text, spans, names[guest])
            found = answers if self._are_own_words(answers) else []
        turns = {turn.span: turn for turn in found}
        told = False
        for i, span in enumerate(spans):
            if turn := turns.get(span):
                told = not turn.first and (told or self._tells(span))
                if not turn.first and _is_crosshead(self.document.passage(span)):
                    self._heading(span)
                    continue
                if not told:
                    self._turn(turn)
                    continue
            if self._signed(span):
                continue
            if span.kind is SpanKind.HEADING:
                self._heading(span)
                continue
            if self.memory.about_the_house:
                continue
            self._paragraph(span, spans[i + 1] if i + 1 < len(spans) else None)
        return self.writer.statements

    # --- transcripts ---

    def _turn(self, turn: Turn) -> None:
        """A paragraph of a transcript, whole: the label before the colon says whose it is."""
        if not turn.label:
            self.memory.lose()
            return
        start, end = turn.span.start, turn.span.end
        words = self.text[turn.words : end]
        told = words[:1].islower() and self.grammar.reports(words)
        evidence = "paraphrase" if told else "quote"
        start = start if told or turn.why else turn.words
        person = self.choosing.labelled(turn.label, turn.span.start)
        if person is None:
            why = turn.why or explain.labelled_turn(turn.label)
            self.writer.add(start, end, CueKind.ROLE, why, evidence=evidence, group=turn.label)
            return
        someone = self.roster.people[person]
        someone.post = someone.post or turn.post
        self.memory.learn(person, someone.gender)
        cue = CueKind.NAME if turn.first else CueKind.QUOTE_ONLY
        why = turn.why or (explain.TURN if turn.first else explain.turn_goes_on(turn.label))
        self.writer.add(start, end, cue, why, (person,), evidence=evidence, sure=turn.sure)
        self.memory.see(person, sure=turn.sure)

    def _signed(self, span: Span) -> bool:
        """A quotation alone in its paragraph, which a line before or behind it signs."""
        line = self.document.layout.signed.get(span)
        if line is None:
            return False
        name = signer(self.document.words(line))
        person = self.grammar.named_at_start(name)
        if person is None and "," not in name and name[-1] != ":" and name == self.document.words(line):
            return False  # a line of the page
        if person is None:
            self.writer.add(
                span.start,
                span.end,
                CueKind.QUOTE_ONLY,
                explain.SIGNATURE,
                evidence="quote",
                sure=False,
                group=name,
            )
            self.memory.lose()
            return True
        self.writer.add(
            span.start, span.end, CueKind.QUOTE_ONLY, explain.SIGNATURE, (person,), evidence="quote"
        )
        self.memory.see(person)
        self.memory.fresh = self.memory.open_quote = False
        self.memory.evidence = ""  # a box of voices: the next quotation in it is another's
        return True

    def _heading(self, span: Span) -> None:
        """A heading ends the voice before it; one that is somebody's name tells whom a pronoun below means."""
        self.memory.colon, self.memory.fresh = 0, False
        self.memory.about_the_house = bool(ABOUT.fullmatch(self.document.words(span)))
        self.memory.paragraph += 1  # a pronoun below it looks no farther than the last paragraph above
        parts = BESIDE_A_NAME.split(self.document.words(span))
        for name in (part.strip("*# \t") for part in (parts[0], parts[-1])):
            person = self.grammar.named_at_start(name)
            if person is not None and name.endswith(self.roster.people[person].tokens[-1]):
                self.memory.see(person, "paraphrase")
                self.memory.fresh = False
                return

    def _tells(self, span: Span) -> bool:
        """Whether a paragraph below a turn tells of somebody who has spoken, and in nobody's own words."""
        passage = self.document.passage(span)
        if OWN_WORDS.search(passage.masked):
            return False
        if OF_THE_RECORD.match(passage.masked):
            return True
        cues = [c for a, b in passage.sentences for c in self.grammar.cues(passage.masked_at(a, b))]
        subject = self.grammar.subject(passage.masked_at(*passage.sentences[0]))
        told = [(c.kind, c.people) for c in cues]
        if subject is not None and "nom" in subject.cases:
            told.append((subject.kind, subject.people))
        return any(self.writer.spoke(i) for kind, people in told if kind is Kind.NAME for i in people)

    def _are_own_words(self, answers: list[Turn]) -> bool:
        """Whether somebody answers there: a summary, too, has questions over its parts, and tells what others said."""
        passages = [self.document.passage(turn.span) for turn in answers]
        told = [passage for passage in passages if not OWN_WORDS.search(passage.masked)]
        cues = (c for p in told for a, b in p.sentences for c in self.grammar.cues(p.masked_at(a, b)))
        return len(told) < len(passages) and all(c.kind is not Kind.GROUP for c in cues)

    # --- one paragraph ---

    def _paragraph(self, span: Span, following: Span | None) -> None:
        memory, passage = self.memory, self.document.passage(span)
        if self._pull_quote(passage, following):
            return
        if _is_crosshead(passage):
            self._heading(span)
            return
        if A_BOOK.fullmatch(passage.text.strip()):
            memory.lose()
            return
        memory.open_quote |= bool(memory.colon and _opens_with_quotation(passage))
        if memory.open_quote:
            passage = self._going_on(passage)
        if memory.colon and self._list_item(passage):
            return
        memory.held = memory.fresh
        memory.fresh = memory.in_paragraph = False
        memory.paragraph += 1
        self._sentences(passage)
        quoted = passage.quoted
        memory.open_quote = (
            bool(quoted) and not quoted[-1].closed and memory.speaker is not None and memory.fresh
        )
        introduces = passage.text.rstrip().endswith(":")
        if introduces and not memory.fresh and not memory.mentioned:
            memory.lose()  # somebody else's words follow
        announces = memory.fresh and introduces
        memory.colon = LIST_ITEMS if announces else 0

    def _sentences(self, passage: Passage) -> None:
        memory, statements = self.memory, self.writer.statements
        dialogue = bool(DIALOGUE.match(passage.text))
        goes_on = dialogue and memory.held and not (memory.aloud or memory.asking or TAG.search(passage.text))
        answers = dialogue and memory.aloud and memory.asking and not TAG.search(passage.text)
        teller, first = memory.speaker, len(statements)
        for number, (start, end) in enumerate(passage.sentences):
            if dialogue and number and memory.fresh and self.text[start] in DASHES:
                speaker = (memory.speaker,) if memory.speaker is not None else ()
                self.writer.add(
                    start, end, CueKind.QUOTE_ONLY, explain.DIALOGUE_GOES_ON, speaker, evidence="quote"
                )
                continue
            before = len(statements)
            memory.sentence += 1
            spoken = TAG.search(self.text, start, end) if dialogue else None
            memory.next = (
                passage.masked_at(*passage.sentences[number + 1])
                if number + 1 < len(passage.sentences)
                else ""
            )
            self._sentence(start, end, passage, number, spoken.start() - start if spoken else 0)
            memory.mentioned = self.grammar.people_named(passage.masked_at(start, end))
            memory.done_to = self.grammar.gender_done_to(passage.masked_at(start, end))
            if dialogue:
                statements[before:] = [replace(s, evidence=Evidence.QUOTE) for s in statements[before:]]
            if dialogue and before == first < len(statements) and TAG.search(self.text, start, end):
                self._spoken_before(passage.sentences[:number])
        if goes_on and len(statements) == first and teller is not None:
            self._spoken_behind(passage, teller)
        if answers and len(statements) == first:
            self._answered_aloud(passage, teller)
        memory.aloud = dialogue

    def _spoken_before(self, sentences: Sequence[tuple[int, int]]) -> None:
        """«— Мы научились. Пора считать, — сказал министр»: the sentences of a line before the one that says whose."""
        speaker = self.memory.speaker
        if speaker is None:
            return
        for start, end in sentences:
            self.writer.add(
                start,
                end,
                CueKind.QUOTE_ONLY,
                explain.NEXT_SENTENCE,
                (speaker,),
                evidence="quote",
                sure=False,
            )
            self.writer.put_before_last()

    def _spoken_behind(self, passage: Passage, speaker: int) -> None:
        """A line behind a dash that says of nobody whose it is, right below what somebody told; or what somebody else
        does meanwhile: «— Вот, — Сухих протянула тетрадь. — Читайте»."""
        acting = MEANWHILE.search(passage.text)
        doer = self.grammar.named_at_start(passage.text[acting.end() :]) if acting else None
        if doer is None and any(i != speaker for i in self.grammar.people_named(passage.masked)):
            return
        speaker = speaker if doer is None else doer
        why = explain.quotation(explain.BESIDE_THEIR_SENTENCE, self.roster.people[speaker].name)
        start, end = passage.span.start, passage.span.end
        self.writer.add(start, end, CueKind.QUOTE_ONLY, why, (speaker,), evidence="quote", sure=False)
        self.memory.see(speaker, sure=False)

    def _answered_aloud(self, passage: Passage, asker: int | None) -> None:
        """A line behind a dash, without a word of whose it is, right below one in which somebody asks."""
        person = None if self.document.under_the_rule else self.choosing.by_answering(asker)
        if person is None or self.grammar.people_named(passage.masked):
            return
        why = explain.quotation(explain.ANSWER_TO_ABOVE, self.roster.people[person].name)
        start, end = passage.span.start, passage.span.end
        self.writer.add(start, end, CueKind.QUOTE_ONLY, why, (person,), evidence="quote", sure=False)
        self.memory.see(person, sure=False)
        self.memory.asking = False

    def _going_on(self, passage: Passage) -> Passage:
        """A quotation left open above goes on here: with an opening mark of its own, or up to the first
        closing one."""
        if _opens_with_quotation(passage):
            return passage
        start, end = passage.span.start, passage.span.end
        closing = CLOSING_MARK.search(self.text, start, end)
        opening = OPENING_MARK.search(self.text, start, end)
        if closing is None or opening and opening.start() <= closing.start():
            self.memory.open_quote = False  # a mark that was forgotten ends with its paragraph
            return passage
        stop = closing.end()
        first = Quotation(start, stop)
        quoted = (first, *quotations(self.text, stop, end))
        return replace(passage, quoted=quoted, masked=covered(self.text, list(quoted), start, end))

    def _list_item(self, passage: Passage) -> bool:
        """Lines under 'She named three points:' are hers while they look like items and hold no cue."""
        span, line = passage.span, passage.text
        looks = ITEM.match(line) or line.rstrip().endswith(("?", ";")) or span.kind is SpanKind.LIST
        if not looks or any(self.grammar.cues(passage.masked_at(a, b)) for a, b in passage.sentences):
            self.memory.colon = 0
            return False
        self.memory.colon -= 1
        self._infer(span.start, span.end, explain.LIST_ITEM, "paraphrase")
        return True

    def _infer(self, start: int, end: int, why: str, evidence: str) -> None:
        speaker = self.memory.speaker
        if speaker is not None:
            self.writer.add(start, end, CueKind.CONTINUATION, why, (speaker,), evidence=evidence, sure=False)
            self.memory.voiced = self.memory.sentence

    def _pull_quote(self, passage: Passage, following: Span | None) -> bool:
        """'“…” — Name, post', with the name in the same line or in the next."""
        if not _opens_with_quotation(passage):
            return False
        last = passage.quoted[-1]
        tail = self.text[last.end : passage.span.end]
        if tail.strip():
            match = PULL_QUOTE.fullmatch(tail)
        else:
            match = PULL_QUOTE.fullmatch(self.document.words(following)) if following else None
        person = self.grammar.named_at_start(match["who"]) if match else None
        if person is None:
            return False
        start = passage.span.start
        self.writer.add(start, last.end, CueKind.QUOTE_ONLY, explain.PULL_QUOTE, (person,), evidence="quote")
        self.memory.see(person)
        self.memory.fresh = False
        return True

    # --- one sentence ---

    def _sentence(self, start: int, end: int, passage: Passage, number: int, spoken: int) -> None:
        """`spoken` are the letters of a line behind a dash that somebody speaks: nobody in them does."""
        masked = passage.masked_at(start, end)
        self.memory.opens_quoted = masked.startswith(COVER)
        self._note_the_dead(masked)
        cues = [cue for cue in self.grammar.cues(masked) if cue.at >= spoken]
        for cue in cues:
            for person in cue.people[-1:]:
                self.memory.learn(person, cue.gender)
        said = [c for c in cues if c.act not in SAYS_NOTHING]
        if said:
            self._attributed(start, masked, said, passage)
            if (
                cues[-1].act is Act.TELLS_OF
                and cues[-1].kind is not Kind.GROUP
                and said[-1].kind is Kind.GROUP
            ):
                self._told_of(cues[-1], start)  # 'Another asked why, and here the author spoke at length.'
            if said[0].points_back and number:
                self._points_back(passage.sentences[number - 1], passage)
        elif cues:
            named = (c for c in cues if c.sign is Sign.PASSIVE and c.kind is Kind.NAME)
            self._told_of(next(named, cues[0]) if cues[0].kind is Kind.GROUP else cues[0], start)
            self._let_speak(masked)
        elif masked.count(COVER) >= MOSTLY_QUOTED * len(masked):
            self._bare_quotation(start, end, number, masked, only=len(passage.sentences) == 1)
        else:
            self._uncued(start, end, masked, passage)
            self._let_speak(masked)

    def _note_the_dead(self, masked: str) -> None:
        """'Magnus Kerr, whose notebooks of the 1880s …': whatever he believed, he says nothing here."""
        told = LIVED_THEN.search(masked)
        for person in self.grammar.people_named(masked, told.start())[-1:] if told else ():
            if not self.roster.people[person].participant and not self.writer.spoke(person):
                self.choosing.outsiders.add(person)

    def _let_speak(self, masked: str) -> None:
        """'Danes introduced Rossi. She said …': Rossi, though Danes is whom the sentence is about."""
        person = self.grammar.let_speak(masked)
        if person is not None and not self.document.under_the_rule:
            self.memory.look_at(person, sure=False)

    def _told_of(self, cue: Cue, start: int) -> None:
        """Somebody speaks about something: a pronoun may mean them from here on, or whoever an office is held by."""
        person = cue.people[0] if cue.people else None
        if cue.kind is Kind.ROLE and not self.document.under_the_rule:
            person = self.choosing.by_role(cue, start)
        if person is None and (cue.kind is Kind.ROLE or cue.how == ANYBODY):
            self.memory.note(None, cue.gender)
        gender = self.grammar.pronoun_gender(cue.group or "") if cue.act is Act.ANNOUNCES else None
        if gender and not self.document.under_the_rule:
            meant = self.choosing.by_pronoun(gender, cue.act, (), None)
            person = meant.person if meant.sure else None
        self.memory.look_at(person)
        if person is not None and cue.act is Act.ANNOUNCES and not self.document.under_the_rule:
            self.memory.expect(person)
        if cue.kind is Kind.NAME and len(cue.people) == 1:
            self._put_on_record(person)

    def _put_on_record(self, person: int | None) -> None:
        """Under the Rule: whom a sentence names as doing something may go on as "she" in the next."""
        if self.document.under_the_rule and person is not None and self._is_here(person):
            self.memory.record(person)

    def _attributed(self, start: int, masked: str, cues: list[Cue], passage: Passage) -> None:
        for cue, left, right in self._split(masked, cues):
            a, b = _trimmed(self.text, start + left, start + right)
            evidence = evidence_of(self.text, a, b, passage.quoted, start + cue.verb_end, inferred=False)
            self._by_cue(cue, a, b, evidence, masked, self._shares(masked, left, right, cue))
            self.memory.asking = cue.act is Act.ASKS
            self.memory.asked = self._asked(cue, masked, passage, a, b) if cue.act is Act.ASKS else None

    def _asked(self, cue: Cue, masked: str, passage: Passage, start: int, end: int) -> int | None:
        """Whom a question is put to: named beside its verb, or called on in it: “Ms Rossi, who pays?”"""
        person = self.grammar.addressee(masked, cue.verb_end)
        quoted = next((q for q in passage.quoted if start <= q.start < end), None)
        if person is not None or quoted is None:
            return person
        clauses = self.text[quoted.start + 1 : quoted.end - 1].split(",")
        called = [clauses[0], clauses[-1].strip(" ?!")] if len(clauses) > 1 else []
        fits = (self.grammar.named_at_start(words) for words in called if len(words.split()) <= CALLED_ON)
        return next((i for i in fits if i is not None), None)

    def _split(self, masked: str, cues: list[Cue]) -> list[tuple[Cue, int, int]]:
        """The sentence, or its halves where a second speaker has a clause of their own."""
        first, parts, left = cues[0], [], self._behind_another(masked, cues[0])
        for cue in cues[1:]:
            if (cue.people, cue.group) == (first.people, first.group) or not self._is_of_another(cue, first):
                continue
            joint = PARTS_SPEAKERS.search(masked, first.verb_end, max(first.verb_end, cue.at))
            if not joint:
                continue
            parts.append((first, left, joint.start()))
            gap = GAP.match(masked[joint.start() :])
            first, left = cue, joint.start() + (gap.end() if gap else 0)
        return [*parts, (first, left, len(masked))]

    def _behind_another(self, masked: str, cue: Cue) -> int:
        """Where the clause of ``cue`` begins in a sentence that is about another first: «Гай поставил на рельсы, а Лось
        посоветовал ждать»; 0 in any other."""
        joint = PARTS_BY_A_WORD.search(masked, 0, cue.at) if cue.kind is Kind.NAME else None
        if joint is None:
            return 0
        other = self.grammar.named_at_start(masked)
        gap = GAP.match(joint.group())
        return (
            joint.start() + (gap.end() if gap else 0) if other is not None and other not in cue.people else 0
        )

    def _is_of_another(self, cue: Cue, first: Cue) -> bool:
        """Whether a later cue of a sentence is not the first one's again; what is only set beside it is so of somebody
        who takes part."""
        if cue.kind is Kind.PRONOUN:
            spoke, gender = first.people[-1:], self.grammar.pronoun_gender(cue.group or "")
            other = bool(spoke and gender) and not self.memory.may_be(spoke[0], gender)
            return other and gender in self.memory.by_gender
        return cue.sign is not Sign.CLAUSE or self._is_here(cue.people[-1])

    def _by_cue(self, cue: Cue, start: int, end: int, evidence: str, masked: str, shared: bool) -> None:
        if cue.kind is Kind.PRONOUN:
            self._by_pronoun(cue, start, end, evidence, masked)
        elif cue.kind is Kind.ROLE:
            self._by_role(cue, start, end, evidence)
        elif cue.people:
            self._by_name(cue, start, end, evidence, masked, shared)
        elif (heard := self._heard(cue.candidates)) is not None:
            met = replace(cue, people=(heard,), strong=False, how=FULL_NAME)  # proposed, and not sure
            self._by_name(met, start, end, evidence, masked, shared=True)
        elif both := self._both(cue):
            self.writer.add(
                start, end, CueKind.PRONOUN, explain.cue(cue), both, evidence=evidence, sure=False
            )
            self.memory.lose()
        elif cue.candidates:
            names = tuple(self.roster.people[i].name for i in cue.candidates)
            why = explain.several(cue, names)
            self.writer.add(start, end, CueKind.NAME, why, evidence=evidence, sure=False, candidates=names)
            self.memory.lose()
        else:
            self.writer.add(start, end, CueKind.GROUP, explain.cue(cue), evidence=evidence, group=cue.group)
            self.memory.lose()
            if cue.how == ANYBODY:
                self.memory.note(None, cue.gender)

    def _both(self, cue: Cue) -> tuple[int, ...]:
        """'Both agreed': the two who spoke in the sentence before, or one of them in the sentence before that."""
        memory = self.memory
        if self.document.under_the_rule or not BOTH.fullmatch(cue.group or ""):
            return ()
        here = [seen for seen in memory.trail if seen.spoke and seen.paragraph == memory.paragraph]
        for back in (1, 2):
            near = (seen.person for seen in here if 0 < memory.sentence - seen.sentence <= back)
            spoke = tuple(dict.fromkeys(person for person in near if person is not None))
            if len(spoke) > 1:
                return spoke if len(spoke) == PAIR else ()
        return ()

    def _heard(self, candidates: tuple[int, ...]) -> int | None:
        """Of several of one surname the only one who has spoken: the others are told of."""
        spoken = [person for person in candidates if self.writer.spoke(person)]
        return spoken[0] if len(spoken) == 1 else None

    def _by_name(self, cue: Cue, start: int, end: int, evidence: str, masked: str, shared: bool) -> None:
        person = cue.people[-1]
        when = self.history.day_of(TOLD.split(masked[cue.verb_end : cue.verb_end + NEAR])[0])
        told = f"{self._time_before(cue, start)} {when}"
        past = (
            self._is_of_the_past(person, told)
            or self._wrote_long_ago(person)
            or self._did_so_elsewhere(cue, masked)
        )
        if past or self.choosing.is_outside(person, cue, masked, self.writer.spoke(person)):
            self.memory.lose()
            self.memory.note(None, self.memory.genders.get(person))
            return
        rule = self.document.under_the_rule
        if rule and (not self._is_here(person) or self.history.tells(told)):
            self.memory.lose()  # somebody of elsewhere: nobody here is named without being introduced
            return
        met = (
            cue.how != FULL_NAME and cue.sign is not Sign.CLAUSE
        )  # who goes by a surname has been met before
        listed = self.roster.people[person].participant and cue.sign is Sign.VERB
        plain = cue.strong or met or listed
        known = (
            not rule and self._is_here(person) and not shared
        )  # who it is, though not that they say something
        sure = plain and known
        self.writer.add(start, end, CueKind.NAME, explain.cue(cue), cue.people, evidence=evidence, sure=sure)
        if rule:
            self.memory.lose()  # nothing more is given to anybody than what names them
            self.memory.record(person)
        else:
            self.memory.see(person, evidence, sure=known)

    def _shares(self, masked: str, left: int, right: int, cue: Cue) -> bool:
        """Whether somebody else who is here may have a clause of that part of a sentence, before the speaker's own."""
        if "," not in masked[left:right] or not masked[left : cue.at].strip():
            return False
        before = set(self.grammar.people_named(masked, cue.at)) - set(self.grammar.people_named(masked, left))
        return any(person not in cue.people and self._is_here(person) for person in before)

    def _is_here(self, person: int) -> bool:
        """Whether something besides this sentence shows that somebody took part: an introduction, a post, words."""
        someone = self.roster.people[person]
        told = someone.participant or someone.post or someone.honorific or someone.described
        return bool(told or self.writer.spoke(person))

    def _named_before(self, cue: Cue, masked: str) -> tuple[int, ...]:
        """The people whom a sentence is about before it says 'she': its subject, or the one whom it names."""
        named = self.grammar.people_named(masked, cue.at)
        if not named:
            return ()
        subject = self.grammar.subject(masked)
        if subject is not None and subject.people and subject.start < cue.at:
            return subject.people
        led_elsewhere = self.memory.in_paragraph and named[0] != self.memory.focus
        return () if len(named) > 1 or led_elsewhere else named

    def _named_behind(self, cue: Cue, masked: str) -> set[int]:
        """'She agreed with Rossi that …': the people whom she is not."""
        if cue.sign is not Sign.VERB:
            return set()
        return set(self.grammar.people_named(masked)) - set(self.grammar.people_named(masked, cue.at))

    def _contrary_before(self, cue: Cue, masked: str, gender: str) -> str | None:
        """The other gender, where a pronoun before the cue has it: 'Asked when he would come, she said'."""
        genders = {self.grammar.pronoun_gender(word) for word in PRONOUN_LIKE.findall(masked[: cue.at])}
        return next(iter(genders - {None, gender}), None)

    def _by_pronoun(self, cue: Cue, start: int, end: int, evidence: str, masked: str) -> None:
        gender = self.grammar.pronoun_gender(cue.group or "")
        if gender is None:
            self.memory.lose()
            return
        if self.document.under_the_rule:
            self._under_the_rule(cue, start, end, evidence, gender)
            return
        if self.grammar.points_at_last(cue.group or ""):
            meant = self.choosing.by_pointing(gender)
        else:
            inside, contrary = self._named_before(cue, masked), self._contrary_before(cue, masked, gender)
            meant = self.choosing.by_pronoun(gender, cue.act, inside, contrary)
            replies = self.memory.asking and _replies(cue)
            if replies and meant.person == self.memory.speaker:
                meant = self.choosing.by_reply(gender)
            if replies and meant.person is None:
                meant = self.choosing.by_sole_reply(gender)
            if meant.person is None and self.memory.asking and masked[: cue.at].strip():
                meant = self.choosing.by_answering_again(gender)
        person = meant.person
        if person is not None and person in self._named_behind(cue, masked):
            meant, person = Meant(None, False), None
        if person is not None and self.choosing.is_outside(person, cue, masked, self.writer.spoke(person)):
            self.memory.lose()
            self.memory.note(None, gender)
            return
        if person is None or not meant.sure and not self._is_here(person):
            why = explain.nobody_fits(cue)
            self.writer.add(start, end, CueKind.PRONOUN, why, evidence=evidence, sure=False, group=cue.group)
            self.memory.lose()
            return
        self.memory.learn(person, gender)
        why = explain.pronoun(cue, self.roster.people[person].name)
        self.writer.add(start, end, CueKind.PRONOUN, why, (person,), evidence=evidence, sure=meant.sure)
        self.memory.see(person, evidence, sure=meant.sure)

    def _under_the_rule(self, cue: Cue, start: int, end: int, evidence: str, gender: str) -> None:
        """Nobody is meant by a pronoun but who spoke on record, by name, in the sentence right before."""
        memory, last = self.memory, self.memory.on_record
        goes_on = last and (last.paragraph, last.sentence) == (memory.paragraph, memory.sentence - 1)
        if last is None or not goes_on or memory.genders.get(last.person or 0) != gender:
            self.writer.add(
                start, end, CueKind.PRONOUN, explain.RULE, evidence=evidence, sure=False, group=cue.group
            )
            return
        person = last.person or 0
        why = explain.pronoun(cue, self.roster.people[person].name)
        self.writer.add(start, end, CueKind.PRONOUN, why, (person,), evidence=evidence, sure=False)
        memory.record(person)

    def _by_role(self, cue: Cue, start: int, end: int, evidence: str) -> None:
        past = self.history.tells(self._time_before(cue, start))
        hidden = self.document.under_the_rule or past
        person = None if hidden else self.choosing.by_role(cue, start)
        if person is None:
            why, sure = explain.unknown_role(cue), hidden or not self._may_be_somebody(cue)
            self.writer.add(start, end, CueKind.ROLE, why, evidence=evidence, sure=sure, group=cue.group)
            self.memory.lose()
            self.memory.note(None, cue.gender)
            return
        why = explain.role(cue, self.roster.people[person].name)
        in_view = person == self.memory.focus and not self._has_rivals(person, cue)
        sure = in_view or self.choosing.alone_bears(person, cue)
        self.writer.add(start, end, CueKind.ROLE, why, (person,), evidence=evidence, sure=sure)
        self.memory.see(person, evidence, sure=sure)

    def _may_be_somebody(self, cue: Cue) -> bool:
        """Whether one of those who have spoken might be called so: an office that nobody holds is surely nobody's."""
        spoke = (i for i in range(len(self.roster.people)) if self.writer.spoke(i))
        return any(self.grammar.person_of_role(cue.group or "", i, cue.gender) is not None for i in spoke)

    def _time_before(self, cue: Cue, start: int) -> str:
        """What of a sentence may tell when its cue was; words with the verb behind them are what was said."""
        at = min(start + cue.at, len(self.text))
        before = covered(
            self.text, quotations(self.text, start, at), start, at
        )  # quoted words tell of any year
        said = "," in before or COVER in before or any(mark in before for mark in CLOSING_QUOTES.strip())
        return "" if said and self.text.startswith(cue.words, at) else before

    def _has_rivals(self, person: int, cue: Cue) -> bool:
        """Whether a role may as well mean another of those who have spoken: of two lawyers, or where nothing printed
        gives it to anybody."""
        others = [i for i in range(len(self.roster.people)) if i != person and self.writer.spoke(i)]
        label, name = cue.group or "", self.roster.people[person].tokens[-1]
        bearers = set(self.choosing.bearers(cue)).intersection(others)
        if any(name not in (self.roster.people[i].post or "") for i in bearers):
            return True
        told = self.choosing.bears(person, label)
        return not told and any(self.memory.may_be(i, cue.gender) for i in others)

    def _points_back(self, above: tuple[int, int], passage: Passage) -> None:
        """'Об этом сообщил министр': the sentence above is his too, if it is nobody's."""
        (start, end), speaker = above, self.memory.speaker
        if speaker is None or any(s.end > start for s in self.writer.statements[:-1]):
            return
        evidence = evidence_of(self.text, start, end, passage.quoted, None, inferred=True)
        self.writer.add(
            start, end, CueKind.QUOTE_ONLY, explain.NEXT_SENTENCE, (speaker,), evidence=evidence, sure=False
        )
        self.writer.put_before_last()

    # --- a sentence without a cue ---

    def _bare_quotation(self, start: int, end: int, number: int, masked: str, only: bool) -> None:
        """A quotation without a cue; `only`: it is the paragraph's one sentence."""
        alone = not OUTSIDE_QUOTES.search(masked)  # nothing but the quotation is in the sentence
        asks = bool(ASKED.search(self.text[start:end]))
        person, why = self._voice_of_quotation(number, alone, only, asks=asks)
        if person is None and alone and self._asked_right_above(start):
            person, why = self.choosing.by_answering(), explain.ANSWER_TO_ABOVE
        if person is None and self.document.under_the_rule and self._split_by_its_tag():
            person, why = (
                self.memory.on_record.person if self.memory.on_record else None,
                explain.BESIDE_THEIR_SENTENCE,
            )
        if person is None:
            return
        near = self.memory.fresh or self.memory.open_quote
        sure = self.memory.sure and near and why != explain.ANSWER_TO_ABOVE
        why = explain.quotation(why, self.roster.people[person].name)
        self.writer.add(start, end, CueKind.QUOTE_ONLY, why, (person,), evidence="quote", sure=sure)
        self.memory.see(person, sure=sure)
        if self.document.under_the_rule:
            self.memory.record(person)

    def _voice_of_quotation(
        self, number: int, alone: bool, only: bool, *, asks: bool
    ) -> tuple[int | None, str]:
        """Whose a quotation is that has no clause of its own, and how we know; `asks`: it is a question."""
        memory = self.memory
        if memory.asking and memory.fresh and (memory.asked is not None or memory.done_to):
            return self._asked_just_now(), explain.ANSWER_TO_ABOVE
        if memory.asking and memory.fresh and self._ended_with_a_question() and memory.talks:
            return None, ""  # “Why?” Rossi asked. “Rain.”: hers, or the answer
        if memory.asking and memory.fresh and alone and not asks and self._ended_with_what_was_asked():
            return self.choosing.by_answering(), explain.ANSWER_TO_ABOVE
        if memory.speaker is not None and memory.fresh:
            return memory.speaker, explain.BESIDE_THEIR_SENTENCE
        if memory.speaker is not None and memory.open_quote:
            return memory.speaker, explain.FROM_ABOVE
        told_of = memory.told_of_last() and memory.mentioned in ((), (memory.focus,))
        led = (
            told_of or memory.mentioned == (memory.focus,)
            if number
            else only and memory.focus != memory.speaker
        )
        if alone and led and memory.focus is not None:
            return memory.focus, explain.BEHIND_A_SENTENCE_ABOUT
        if memory.speaker is None or number or not only:
            return None, ""
        if memory.evidence not in ("quote", "mixed"):
            return (memory.speaker, explain.FROM_ABOVE) if memory.held and alone else (None, "")
        if self._ended_with_a_question():
            return memory.other, explain.ANSWER_TO_ABOVE
        return (None, "") if asks and self._answered_a_question() else (memory.speaker, explain.FROM_ABOVE)

    def _split_by_its_tag(self) -> bool:
        """'“It rained,” Rossi said. “All day.”': the other half of what somebody on record is quoted with."""
        memory, last = self.memory, self.memory.on_record
        beside = last and (last.paragraph, last.sentence) == (memory.paragraph, memory.sentence - 1)
        return bool(
            beside and self.writer.statements and self.writer.statements[-1].text[:1] in OPENING_QUOTES
        )

    def _ended_with_a_question(self) -> bool:
        return bool(self.writer.statements and ASKED.search(self.writer.statements[-1].text))

    def _ended_with_what_was_asked(self) -> bool:
        """Whether what was said last is a question in the asker's clause: «Лось поинтересовалась, чем белят стволы.»"""
        last = self.writer.statements[-1] if self.writer.statements else None
        return last is not None and last.evidence == Evidence.PARAPHRASE and bool(INDIRECT.search(last.text))

    def _asked_right_above(self, start: int) -> bool:
        """Whether nothing stands between a quotation and what somebody asked whom the report does not name."""
        asked = self.writer.statements[-1] if self.memory.asking and self.writer.statements else None
        if asked is None or asked.speaker is not None or self.document.under_the_rule:
            return False
        return not self.text[asked.end : start].strip(CLOSING_QUOTES + "\n")

    def _answered_a_question(self) -> bool:
        """Whether what was said last is an answer: “What of the birds?” “They stay,” said Rossi. “For how long?”"""
        asked, answer = self.writer.statements[-2:] if len(self.writer.statements) > 1 else (None, None)
        return bool(asked and answer and asked.speaker != answer.speaker and ASKED.search(asked.text))

    def _asked_just_now(self) -> int | None:
        """Who answers 'Rossi asked Huber', or 'Rossi asked her' where the one who spoke before Rossi fits."""
        memory = self.memory
        fits = memory.other is not None and memory.genders.get(memory.other) == memory.done_to
        return memory.other if memory.asked is None and fits else memory.asked

    def _uncued(self, start: int, end: int, masked: str, passage: Passage) -> None:
        """A sentence that only the voice before it can claim; narration and a change of subject end that
        voice."""
        memory = self.memory
        if memory.asking and THE_ANSWER.match(masked):
            self._answer(start, end, passage)
            return
        if self._in_their_mood(start, end, masked, passage):
            return
        subject = self.grammar.subject(masked)
        if subject is not None and subject.kind is Kind.ROLE:
            subject = self._role_in_view(subject)
        if subject is not None and (subject.people or subject.kind is Kind.STRANGER):
            if self._holds(subject, masked):
                self._position(subject.people[0], start, end, passage)
            else:
                self._about_somebody(subject, masked)
            return
        of_nobody = subject is not None and subject.kind is Kind.ROLE  # an office that nobody here holds
        if of_nobody and not self.grammar.people_named(masked) or self.grammar.names_stranger(masked):
            memory.note(None)
            memory.fresh = False
        elif subject is not None and subject.how == ANYBODY:
            memory.note(None)
        elif (person := self.grammar.sole_person(masked)) is not None:
            if not self._is_of_old_times(person, masked):
                memory.note(person, subject=False)
            if not memory.fresh and subject is None:
                memory.focus, memory.in_paragraph = person, True
        elif subject is None and not memory.fresh and self.grammar.names_anybody(masked):
            memory.note(None)
        pronoun = subject is not None and subject.kind is Kind.PRONOUN
        others = [person for person in self.grammar.people_named(masked) if person != memory.speaker]
        elsewhere = others and (OUTSIDE.search(masked) or self.history.tells(masked))
        if any(map(self._is_here, others)) or elsewhere:
            memory.fresh = False  # it tells of somebody else
        if subject is not None and pronoun and memory.fresh and self._is_the_speaker(subject, masked):
            self._wish(start, end, passage)
        elif not self._may_go_on(subject) or pronoun:
            memory.fresh = memory.fresh and pronoun
        elif self._ends_the_voice(masked):
            memory.fresh = False
        elif memory.speaker is not None:
            evidence = evidence_of(self.text, start, end, passage.quoted, None, inferred=True)
            self._infer(start, end, explain.same_voice(self.roster.people[memory.speaker].name), evidence)

    def _answer(self, start: int, end: int, passage: Passage) -> None:
        """'The answer was that they had paid': of whoever was asked, and never of who asked."""
        memory = self.memory
        person = None if self.document.under_the_rule else self.choosing.by_answering()
        if person is None:
            memory.fresh = False
            return
        evidence = evidence_of(self.text, start, end, passage.quoted, None, inferred=True)
        why = explain.ANSWER_TO_ABOVE
        self.writer.add(start, end, CueKind.PRONOUN, why, (person,), evidence=evidence, sure=False)
        memory.see(person, evidence, sure=False)
        memory.asking = False

    def _is_the_speaker(self, pronoun: Phrase, masked: str) -> bool:
        """Whether 'he', right behind a sentence of the speaker's, tells what the speaker would do or holds."""
        memory = self.memory
        gender = self.grammar.pronoun_gender(pronoun.label)
        agrees = memory.speaker is not None and gender and memory.genders.get(memory.speaker) == gender
        others = any(person != memory.speaker for person in memory.mentioned)
        return (
            bool(agrees)
            and not others
            and not self.document.under_the_rule
            and not self._ends_the_voice(masked)
        )

    def _holds(self, subject: Phrase, masked: str) -> bool:
        """Whether a sentence about somebody who has spoken tells what they hold, whatever its verb: 'Rossi plumped for
        drains.'"""
        named = subject.kind is Kind.NAME and "nom" in subject.cases and ":" not in masked[: subject.start]
        if not named or self.document.under_the_rule or not self.writer.spoke(subject.people[0]):
            return False
        others = (person for person in self.grammar.people_named(masked) if person != subject.people[0])
        if any(mark in masked for mark in ",;") and any(self._is_here(person) for person in others):
            return False  # which may have a clause of their own
        told = masked.rstrip(CLOSING_QUOTES).endswith((".", "!", "…", COVER)) and not self._ends_the_voice(
            masked
        )
        return told and not ACTS.match(masked, subject.head_end) and not self.history.tells(masked)

    def _position(self, person: int, start: int, end: int, passage: Passage) -> None:
        evidence = evidence_of(self.text, start, end, passage.quoted, None, inferred=True)
        self.writer.add(start, end, CueKind.NAME, explain.HOLDS, (person,), evidence=evidence, sure=False)
        self.memory.see(person, evidence, sure=False)

    def _wish(self, start: int, end: int, passage: Passage) -> None:
        """'He would lock the doors at midnight': what the speaker of the sentence before wants or has done."""
        memory = self.memory
        evidence = evidence_of(self.text, start, end, passage.quoted, None, inferred=True)
        why = explain.same_voice(self.roster.people[memory.speaker or 0].name)
        self.writer.add(
            start, end, CueKind.PRONOUN, why, (memory.speaker or 0,), evidence=evidence, sure=False
        )

    def _in_their_mood(self, start: int, end: int, masked: str, passage: Passage) -> bool:
        """Reported speech that goes on by its mood, in the paragraph in which somebody began it."""
        memory = self.memory
        speaker = memory.speaker if memory.fresh else memory.focus if memory.in_paragraph else None
        if memory.asking and memory.fresh:
            speaker = memory.asked  # what follows a question is the answer
        if speaker is None or not self.grammar.goes_on_reporting(masked) or OUTSIDE.search(masked):
            return False
        if not memory.fresh and not self._is_here(speaker):
            return False
        if self.grammar.wishes(masked):
            return False  # "Huber would rather …" tells what Huber holds
        why = explain.same_mood(self.roster.people[speaker].name)
        evidence = evidence_of(self.text, start, end, passage.quoted, None, inferred=True)
        evidence = "mixed" if evidence == "quote" else evidence  # the mood itself reports
        others = set(self.grammar.people_named(masked)) - {speaker}
        sure = memory.sure and memory.fresh and not others
        self.writer.add(start, end, CueKind.MOOD, why, (speaker,), evidence=evidence, sure=sure)
        memory.see(speaker, evidence, sure=sure)
        return True

    def _may_go_on(self, subject: Phrase | None) -> bool:
        """Whether the last speaker may still be speaking."""
        memory = self.memory
        others = subject is not None and subject.kind in (Kind.GROUP, Kind.ROLE) and not subject.is_bare
        return memory.speaker is not None and memory.fresh and memory.evidence != "quote" and not others

    def _role_in_view(self, subject: Phrase) -> Phrase:
        """The subject with the person whom its role means, if that is one."""
        person = self.grammar.person_of_role(subject.label, self.memory.focus)
        return subject if person is None else replace(subject, people=(person,))

    def _is_of_the_past(self, person: int, masked: str) -> bool:
        """Whether a sentence about somebody who takes no part tells of long ago: then nothing here is theirs."""
        if self.roster.people[person].participant or self.writer.spoke(person):
            return False
        if self.history.tells(masked):
            self.choosing.outsiders.add(person)
        return person in self.choosing.outsiders

    def _did_so_elsewhere(self, cue: Cue, masked: str) -> bool:
        """Whether the clause of a verb, of somebody who takes no part, says that it was on a day well before the event,
        or in a decade before living memory: 'Minister Moss announced the ratios on March 1, 2024', 'Joseph Howe
        campaigned for lights in the 1830s'."""
        person, clause = cue.people[-1], TOLD.split(masked[cue.verb_end :])[0]
        if self.roster.people[person].participant or self.writer.spoke(person) or cue.sign is not Sign.VERB:
            return False
        past = self.history.is_before(masked[cue.verb_end :]) if ANNOUNCED.match(cue.words) else False
        past |= not cue.strong and bool(IN_A_DECADE.search(clause))
        if past:
            self.choosing.outsiders.add(person)
        return past

    def _is_of_old_times(self, person: int, masked: str) -> bool:
        """Whether a sentence only names somebody who takes no part, for telling of long ago: 'Under President Khan
        the wells were public; they were sold in the 1990s'. No pronoun behind it means them."""
        takes_part = self.roster.people[person].participant or self.writer.spoke(person)
        return not takes_part and self.history.tells(masked)

    def _wrote_long_ago(self, person: int) -> bool:
        """Whether the next sentence quotes what somebody who takes no part wrote: „Er schrieb 1929, …“"""
        following = self.memory.next
        subject = self.grammar.subject(following) if OUTSIDE_VERB.search(following) else None
        told = subject is not None and subject.kind is Kind.PRONOUN and self.history.tells(following)
        return told and self._is_of_the_past(person, following)

    def _stayed_away(self, person: int, masked: str) -> bool:
        """Whether somebody who has said nothing could not come: no pronoun behind it means them."""
        away = not self.writer.spoke(person) and bool(CANNOT_COME.search(masked))
        if away:
            self.choosing.outsiders.add(person)
        return away

    def _about_somebody(self, subject: Phrase, masked: str) -> None:
        """A sentence about a person, without a word of theirs: a pronoun may mean them from here on."""
        memory = self.memory
        if subject.people and self._stayed_away(subject.people[0], masked):
            memory.fresh = False
            memory.note(None, memory.genders.get(subject.people[0], subject.gender))
            return
        introduced = bool(subject.people and self.roster.people[subject.people[0]].post)
        if subject.people and (introduced or not self._is_of_the_past(subject.people[0], masked)):
            memory.look_at(subject.people[0])
            if subject.kind is Kind.NAME:
                self._put_on_record(subject.people[0])
            return
        memory.fresh = False
        memory.note(None, subject.gender)

    def _ends_the_voice(self, masked: str) -> bool:
        """Narration, words of somebody whom we did not find out, or an answer, whosever it is."""
        elsewhere = masked.count(COVER) > TERM
        answer = self.memory.asking and (COVER in masked or self.grammar.goes_on_reporting(masked))
        told = NARRATION.search(masked) or BACKGROUND.match(masked) or OF_A_HOUSE.match(masked)
        return bool(elsewhere or answer or told or self._is_of_the_other_gender(masked))

    def _is_of_the_other_gender(self, masked: str) -> bool:
        """'His rule was to wait', behind what a woman said: whose it is, nobody can tell."""
        memory, first = self.memory, FIRST_WORD.match(masked)
        if first is None or self.grammar.points_at_last(first["word"]):
            return False
        gender = self.grammar.pronoun_gender(first["word"])
        return bool(gender) and memory.speaker is not None and not memory.may_be(memory.speaker, gender)


def _replies(cue: Cue) -> bool:
    """'She conceded', '“…,” was her reply': nobody says so of their own question."""
    return bool(REPLIES.match(cue.words)) or cue.sign is Sign.HIS_NOUN and cue.act is Act.ANSWERS


def _opens_with_quotation(passage: Passage) -> bool:
    return bool(passage.quoted) and passage.quoted[0].start == passage.span.start


def _is_crosshead(passage: Passage) -> bool:
    """Whether a paragraph is but a few quoted words without a stop: what is said below it, set above it."""
    words = passage.text.strip("* ")
    whole = (
        len(passage.quoted) == 1 and passage.quoted[0].closed and not OUTSIDE_QUOTES.search(passage.masked)
    )
    return (
        whole and len(words.split()) <= CROSSHEAD and words[-1:] in CLOSING_QUOTES and words[-2:-1].isalnum()
    )


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
