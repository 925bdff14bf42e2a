"""What counts as the same words, and what does not."""

import pytest

from verifying.comparing import changed, differences, stands_in
from verifying.words import Words

RECORD = "An export quota is an umbrella. You do not keep it open all year: in 2019 it cost us 2.5% of 1,000 tonnes."


@pytest.mark.parametrize(
    "claim",
    [
        "An export quota is an umbrella",
        "AN EXPORT QUOTA\u00a0IS AN\n UMBRELLA.",
        "an ex\u00adport quota — is “an umbrella”",
        "An export quota is an umbrella. You do not keep it open all year",
        "… an export quota is an umbrella…",
        "An export quota is an umbrella … you do not keep it open",
        "An export quota is [. . .] You do not keep it open all year",
        "in 2019 it cost us 2.5 % of 1,000 tonnes",
    ],
)
def test_print_changes_no_words(claim):
    assert stands_in(Words(claim), Words(RECORD))


@pytest.mark.parametrize(
    "claim",
    [
        "An import quota is an umbrella",
        "An export quota is not an umbrella",
        "An export quota is an [old] umbrella",
        "An [export] quota is an umbrella",
        "An export quota, an umbrella",
        "An export-quota is an umbrella",
        "An export quota is an umbrella?",
        "in 2019 it cost us 2.5",  # per cent
        "You do keep it open all year",
        "You do … keep it open all year",
        "You keep it open all year",
        "keep it open all year",  # its clause says that one does not
        "You do not keep it open … An export quota is an umbrella",
        "in 2018 it cost us 2.5% of 1,000 tonnes",
        "in 2019 it cost us 25% of 1,000 tonnes",
        "in 2019 it cost us 2.5 of 1,000 tonnes",
        "in 2019 it cost us -2.5% of 1,000 tonnes",
        "in 2019 it cost us 2.5% of 1000 tonnes",
        "an umbrella",  # too few to be anybody's
        "",
        "…",
    ],
)
def test_another_word_figure_or_order_is_another_quotation(claim):
    assert not stands_in(Words(claim), Words(RECORD))


def test_few_words_count_where_they_are_all():
    assert stands_in(Words("Freight waits."), Words("“Freight waits”"))
    assert not stands_in(Words("Freight waits."), Words("Freight waits here."))


def test_letters_of_every_script_are_words():
    assert Words("कि").folded != Words("की").folded
    assert Words("все").folded != Words("всё").folded
    assert len(Words("出口配额").folded) == 4
    assert Words("e\u0301t\u00e9 x² x2 don’t").folded == ("été", "x²", "x2", "don't")


def test_differences_stand_in_their_place():
    claim, record = (
        Words("I said that a tariff was an umbrella."),
        Words("Once I said that a quota was an umbrella."),
    )

    assert [tuple(piece) for piece in differences(claim, record)] == [
        ("same", "I said that a"),
        ("there", "tariff"),
        ("here", "quota"),
        ("same", "was an umbrella."),
    ]
    assert changed(claim, record) == ({"tariff"}, {"quota"})
