import pytest

from public.citing.names import Name, in_parts


@pytest.mark.parametrize(
    ("printed", "filed", "name"),
    [
        ("Artyom Lukin", "Lukin, Artyom", Name("Lukin", "Artyom")),
        ("Артём Лукин", "Lukin, Artyom", Name("Лукин", "Артём")),
        ("Prof. Dr. Anna Berg, PhD", "Berg, Anna", Name("Berg", "Anna")),
        ("Marek Dobry Jr.", "Dobry, Marek, Jr.", Name("Dobry", "Marek", "Jr.")),
        ("Kim Jong-un", "Kim, Jong-un", Name("Kim", "Jong-un")),
        ("Jan van den Berg", "van den Berg, Jan", Name("van den Berg", "Jan")),
        ("Madonna", "Madonna", Name(literal="Madonna")),
        ("习近平", "Xi, Jinping", Name(literal="习近平")),
        (
            "Anna Holm",
            "Berg, Anna",
            Name(literal="Anna Holm"),
        ),  # a former name: nobody says which word is what
    ],
)
def test_name_is_parted_as_it_is_filed_and_never_by_a_guess(printed, filed, name):
    assert in_parts(printed, filed) == name
