"""What a text says that people have said, cut out of it; no archive is needed."""

import pytest

from intake.reading import KnownPerson
from verifying.claims import cut

KNOWN = [KnownPerson(1, "Anna Berg")]
WORDS = "The harbour will close in spring"


@pytest.mark.parametrize(
    "text",
    [
        "“{}”, Anna Berg said.",
        'Anna Berg told reporters: "{}."',
        "Anna Berg: ‘{}.’",
        "«{}», — сказала Anna Berg.",
        "„{}“, sagte Anna Berg.",
        "“{}.” — Anna Berg",
        "> “{}.”\n>\n> — Anna Berg",
        "As Anna Berg once put it, “{}”.",
        "In Anna Berg’s words, “{}”.",
        "- Anna Berg (2020): “{}”",
        "**Anna Berg** said, “{}.”",
    ],
)
def test_quotation_is_given_to_whom_the_text_gives_it(text):
    (claim,) = cut(text.format(WORDS), KNOWN)

    assert (claim.speaker, claim.words.strip("."), claim.is_quoted, claim.is_denied) == (
        "Anna Berg",
        WORDS,
        True,
        False,
    )


def test_one_sentence_in_two_pieces_is_one_quotation_and_two_sentences_are_two():
    one = cut("“The harbour,” Anna Berg said, “will not close.”", KNOWN)
    two = cut("“The harbour stays open,” Anna Berg said. “The ferry will not run.”", KNOWN)

    assert [claim.words for claim in one] == ["The harbour will not close."]
    assert [claim.words for claim in two] == ["The harbour stays open", "The ferry will not run."]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg never said that “{}”.",
        "Anna Berg denied that “{}”.",
        "“{}” is what Anna Berg did not say.",
        "“{}”? Anna Berg said no such thing.",
        "It is not true, Anna Berg said, that “{}”.",
    ],
)
def test_what_the_text_says_was_not_said_is_denied(text):
    assert [claim.is_denied for claim in cut(text.format(WORDS), KNOWN) if claim.is_quoted] == [True]


def test_another_given_name_is_another_person():
    assert [claim.speaker for claim in cut(f"Maria Berg: “{WORDS}.”", KNOWN)] == ["Maria Berg"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("In the words of Zhao Min, “{}.”", "Zhao Min"),
        ("“{}”, said Игорь Савельев.", "Игорь Савельев"),
        ("“{}” — Senator Brandreth", "Senator Brandreth"),
        ("“{}”, she told the Volga Grain Exchange.", "Anna Berg"),
        ("“{}.”", "Anna Berg"),
    ],
)
def test_name_beside_a_quotation_counts_before_whoever_spoke_last(text, speaker):
    claims = cut(f"“The ferry stays where it is,” Anna Berg said. {text.format(WORDS)}", KNOWN)

    assert [claim.speaker for claim in claims] == ["Anna Berg", speaker]


def test_what_is_told_without_marks_is_a_claim_in_the_texts_words():
    (claim,) = cut("Prices rose. Anna Berg said that the harbour will close.", KNOWN)

    assert (claim.speaker, claim.is_quoted) == ("Anna Berg", False)
    assert claim.words == "Anna Berg said that the harbour will close."


def test_bare_quotation_is_nobodys_and_one_beside_two_names_is_unclear():
    (bare,) = cut(f"“{WORDS}.”")
    (between,) = cut(f"Anna Berg, Maria Lind, “{WORDS}.”")

    assert (bare.speaker, bare.is_unclear) == ("", False)
    assert (between.speaker, between.is_unclear) == ("", True)


def test_each_claim_stands_where_it_says():
    text = f"Anna Berg said: “{WORDS}.”\n\n“Nobody will pay for it,” she added."

    assert [text[claim.start : claim.end] for claim in cut(text, KNOWN)] == [
        f"“{WORDS}.”",
        "“Nobody will pay for it,”",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg, who had not come for long, said: “{}.”",
        "Anna Berg said without a smile: “{}.”",
        "With nothing to lose Anna Berg said: “{}.”",
        "Anna Berg rejected the plan: “{}.”",
        "“{}.” Nobody said a word when Anna Berg sat down.",
    ],
)
def test_what_is_negated_beside_a_quotation_denies_nothing(text):
    assert [claim.is_denied for claim in cut(text.format(WORDS), KNOWN) if claim.is_quoted] == [False]


def test_sentence_that_names_somebody_is_guessed_to_be_theirs():
    (claim,) = cut("Anna Berg has by now left gas as well.", KNOWN)

    assert (claim.speaker, claim.is_guessed) == ("Anna Berg", True)
