import pytest

from intake.reading.sentences import sentence_spans


def sentences(text):
    return [text[a:b] for a, b in sentence_spans(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained. They left.", ["It rained.", "They left."]),
        ("Dr. Moss of the U.S. team spoke. He left.", ["Dr. Moss of the U.S. team spoke.", "He left."]),
        ("J. P. Moss spoke. He left.", ["J. P. Moss spoke.", "He left."]),
        ("“It rains. It pours,” said Moss. He left.", ["“It rains. It pours,” said Moss.", "He left."]),
        ("He asked: “Why? How?” Nobody knew.", ["He asked: “Why? How?”", "Nobody knew."]),
        ("“Why?” Moss asked. He left.", ["“Why?” Moss asked.", "He left."]),
        ("“It rains,” said Moss. “It pours.”", ["“It rains,” said Moss.", "“It pours.”"]),
        (
            "‘They weren’t goats. They were deer,’ he said.",
            ["‘They weren’t goats. They were deer,’ he said."],
        ),
        (
            "В 2019 г. шёл дождь. По словам А. Б. Мха, сильный.",
            ["В 2019 г. шёл дождь.", "По словам А. Б. Мха, сильный."],
        ),
        ("3. The motion passed.", ["The motion passed."]),
    ],
)
def test_sentence_spans_keep_quotations_and_abbreviations_whole(text, expected):
    assert sentences(text) == expected
