"""Names as they are typed, without a database; how well people are found with them is in test_name_table."""

import pytest

from people.name_palladius import pinyin
from people.name_scores import OFFERED, SAME_PERSON, same_person_score, score
from people.names import fold, lookup, stored_keys, words
from tests.people.plausible_names import plausible_names

MOST_KEYS = 48


@pytest.mark.parametrize(
    "text", ["", '"', "*", "--", "\x00", "😀", "(" * 50, "щ" * 10_000, "chzhts" * 2_000, "a " * 5_000]
)
def test_anything_typed_is_read(text):
    keys = lookup(text)

    assert len(keys) <= 12
    assert all(len(asked) < 250 for asked in keys)
    assert score(text, "Artyom Lukin") < OFFERED
    assert score("Lukin", text) < OFFERED


def test_plausible_names_are_many_distinct_and_the_same_each_time():
    names = list(plausible_names(50_000))

    assert len({name.display for name in names}) == 50_000
    assert names[:100] == list(plausible_names(100))
    assert sum(bool(name.variants) for name in names) > 5_000
    assert len({name.culture for name in names}) >= 18


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Müller, J.-P.", "j p muller"),
        ("Kim Jong-un", "kim jong un"),
        ("Seán O’Brien", "sean o brien"),
        ("习近平", "xi jin ping"),
        ("Толорая Г.Д.", "toloraya g d"),
        ("  Dr.  Weiß\x00 😀 ", "weiss"),
        ("Γεώργιος", "georgios"),
        ("Prof. Dr. h.c. Anna Berg, PhD", "anna berg"),
        ("what did Dr. Lukin say", "what did lukin say"),
        ("Winston Lord", "winston lord"),
        ("Anna Berg (née Müller)", "anna berg nee muller"),
        ("lukin (sanctions)", "lukin sanctions"),
        ("Lord, Winston", "winston lord"),
        ("", ""),
    ],
)
def test_fold_gives_plain_words(text, folded):
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("typed", "name", "lesser"),
    [
        ("dobry", "Marek Dobry Jr.", "Dobry Mareks"),
        ("dobry jr", "Marek Dobry, Jr.", "Marek Dobry"),
        ("lord", "Winston Lord", "Lord Winston Reed"),
        ("Berg", "Anna Berg, PhD", "Berg Annas"),
    ],
)
def test_what_stands_beside_a_name_is_no_surname(typed, name, lesser):
    assert score(typed, name) > max(0.9, score(typed, lesser))


def test_words_hold_other_spellings_and_joined_words():
    assert set(words("Jürg Kim Jong-un")) >= {"jurg", "juerg", "jong", "un", "jongun"}


@pytest.mark.parametrize(
    ("word", "chinese"),
    [
        ("цзиньпин", "jinping"),
        ("чжоу", "zhou"),
        ("эньлай", "enlai"),
        ("кэцян", "keqiang"),
        ("чанъань", "changan"),
        ("сюй", "xu"),
        ("бо", "bo"),
        ("хуэй", "hui"),
        ("маслов", ""),
        ("ъ", ""),
        ("ли" * 200, ""),
    ],
)
def test_chinese_names_in_cyrillic_are_read_back(word, chinese):
    assert pinyin(word) == chinese


@pytest.mark.parametrize("word", ["kim", "toloraya", "khodorkovskij", "featherstonehaugh"])
def test_a_word_has_few_keys(word):
    assert len(stored_keys(word)) <= MOST_KEYS


@pytest.mark.parametrize(
    ("query", "better", "worse"),
    [
        ("lukin", "Artyom Lukin", "Lukin Sergeyev"),
        ("alexey", "Alexey", "Alexey Maslov"),
        ("maslov", "Alexey Maslov", "Alexey Maslovsky"),
        ("lukin artem", "Artyom Lukin", "Sergey Lukin"),
        ("muller", "Hans Müller", "Hans Miller"),
        ("Georgy T", "Georgy Toloraya", "Georgy Petrov"),
        ("王志强", "Wang Zhiqiang", "Wang Qiangzhi"),
    ],
)
def test_score_prefers_the_likelier_name(query, better, worse):
    assert score(query, better) > score(query, worse)


def test_a_short_word_is_not_taken_for_two_that_look_like_it_together():
    assert score("china", "류지안") < OFFERED
    assert score("jongun", "Kim Jong Un") >= OFFERED


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Artem Lukin", "Artyom Lukin"),
        ("Лукин Артём", "Artyom Lukin"),
        ("A. Lukin", "Artyom Lukin"),
        ("Georgy Davidovich Toloraya", "Georgy Toloraya"),
        ("Hans Mueller", "Hans Müller"),
        ("Kim Jong Un", "Kim Jong-un"),
    ],
)
def test_near_duplicates_are_told(first, second):
    assert same_person_score(first, second) >= SAME_PERSON


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Sergey Lukin", "Artyom Lukin"),
        ("Artyom Lukin", "Artyom Lukyanov"),
        ("Kim Jong Il", "Kim Jong-un"),
        ("", "Kim"),
    ],
)
def test_other_people_are_no_duplicates(first, second):
    assert same_person_score(first, second) < SAME_PERSON
