import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publishing.stemming import english_stem, russian_stem
from search.words import LONGEST_WORD, WORD, spans, stem, stems, written_otherwise


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("sanction", "sanctions"),
        ("negotiate", "Negotiating"),
        ("санкция", "санкциями"),
        ("переговоры", "переговоров"),
        ("Ёлка", "елки"),
        ("Élan", "elan"),
        ("Müller", "MULLER"),
        ("Łódź", "Łodz"),
        ("Diyarbakır", "DIYARBAKIR"),
        ("сѐло", "село"),
        ("don’t", "don't"),
        ("ﬁnance", "finance"),
    ],
)
def test_words_of_one_kind_share_a_stem(one, other):
    assert stem(one) == stem(other)


def test_threads_do_not_spoil_each_others_stems():
    """A thread of the server indexes while another searches."""
    words = [(english_stem, f"{a}negotiations{b}ings") for a in "abc" for b in "xyz"]
    words += [(russian_stem, f"{a}{b}сотрудничествами") for a in "абвгд" for b in "еиоуы"]
    alone = [by(word) for by, word in words]
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(4) as threads:
            told = list(threads.map(lambda _: [by(word) for by, word in words], range(40)))
    finally:
        sys.setswitchinterval(before)
    assert all(stems == alone for stems in told)


@pytest.mark.parametrize(
    ("one", "other"), [("новый", "новыи"), ("sanction", "sanctity"), ("мир", "мера"), ("1998", "1989")]
)
def test_other_words_have_other_stems(one, other):
    assert stem(one) != stem(other)


def test_marks_part_words_and_apostrophes_do_not():
    assert len(stems("double-freezing, L'Aquila; 6+2 (x_y)")) == 7


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("L’Aquila, l‘alba, d＇Europa", ["aquila", "alba", "europa"]),
        ("d’Brien l’2019", ["dbrien", "l", "2019"]),
        ("the U. S. and the USA", ["the", "uscapitals", "and", "the", "uscapitals"]),
        ("J. S. Bach", ["j", "s", "bach"]),
    ],
)
def test_apostrophes_and_full_stops_part_what_they_part_for_a_reader(text, found):
    assert stems(text) == found


@given(st.text(max_size=300))
def test_any_text_has_stems_that_either_database_takes(text):
    found = stems(text)

    assert all(word.isalnum() and len(word) <= LONGEST_WORD for word in found)
    assert [word for _start, _end, word in spans(text)] == found


@given(st.text(max_size=300))
def test_spans_tell_where_each_word_stands(text):
    for start, end, word in spans(text):
        assert WORD.fullmatch(text[start:end])
        assert stem(text[start:end]) == word


@pytest.mark.parametrize(
    ("written", "searched"),
    [
        ("qua\u00addru\u00adpo\u00adlar", "quadrupolar"),
        ("clu\u200bster", "cluster"),
        ("ze\u200dbrano", "zebrano"),
    ],
)
def test_characters_that_show_nothing_part_no_word(written, searched):
    assert stems(f"the {written} there") == stems(f"the {searched} there")
    assert stems(f"{searched}") == stems(written)


def test_run_of_letters_without_an_end_is_gone_through_once():
    """How long it takes is for the bench; what is quadratic makes this test take hours."""
    assert written_otherwise("x" * 1_000_000 + " e-mail") == ["email"]
