import pytest
from django.template import Context, Template
from django.urls import NoReverseMatch
from django.utils.translation import override


@pytest.mark.parametrize(
    "text, english, russian",
    [
        ('{% translate "Search" %}', "Search", "Поиск"),
        ("{% translate 'Search' as word %}<{{ word }}>", "<Search>", "<Поиск>"),
        ('{% translate "Search"|upper %}', "SEARCH", "ПОИСК"),
        ("{% translate word %}", "Search", "Поиск"),
        ("{% translate 'It’s 5 % <b>' %}", "It’s 5 % <b>", "It’s 5 % <b>"),
        ('{% url "search:search" %}', "/search/", "/ru/search/"),
        ('{% url "search:search" as there %}<{{ there }}>', "</search/>", "</ru/search/>"),
        ('{% url "events:year" 2019 %}', "/events/2019/", "/ru/events/2019/"),
        ("{% url word_of_a_page %}", "/search/", "/ru/search/"),
        ("{% blocktranslate trimmed %}\n  Search\n{% endblocktranslate %}", "Search", "Поиск"),
        ("{% blocktranslate with number=3 %}{{ number }} more{% endblocktranslate %}", "3 more", "ещё 3"),
        ('{% url "search:nowhere" as there %}<{{ there }}>', "<>", "<>"),
    ],
)
def test_what_is_remembered_is_in_the_language_of_the_page_and_as_django_has_it(text, english, russian):
    template = Template(text)
    for language, wanted in (("en", english), ("ru", russian), ("en", english)):
        with override(language):
            context = Context({"word": "Search", "word_of_a_page": "search:search"})
            assert template.render(context) == wanted


def test_an_address_that_there_is_not_is_an_error():
    with pytest.raises(NoReverseMatch):
        Template('{% url "search:nowhere" %}').render(Context())


def test_a_part_is_found_once_and_made_of_what_it_is_given_each_time():
    template = Template(
        '{% for sheet in all %}{% include "components/styles.html" with sheets=sheet %}{% endfor %}'
    )
    for names in (["a", "b"], ["c"]):
        made = template.render(Context({"all": [[name] for name in names]}))
        assert [f'href="{name}"' in made for name in "abc"] == [name in names for name in "abc"]
