"""What is typed or pasted into a text area: plain text stays plain, the source of a page is read as that page."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publishing.forms import ProseField
from publishing.typed import html_of, is_html


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("One <5 %\r\nline\r\n\r\n \r\nTwo & three\n\n", "<p>One &lt;5 %<br>line</p><p>Two &amp; three</p>"),
        ("Of 10\x0b20 and 30\u202840", "<p>Of 10<br>20 and 30<br>40</p>"),
        ("a < b and c > d", "<p>a &lt; b and c &gt; d</p>"),
        ("x <b and c> d", "<p>x &lt;b and c&gt; d</p>"),
        ("<ana@a.example>, <https://a.example>", "<p>&lt;ana@a.example&gt;, &lt;https://a.example&gt;</p>"),
        ("Fish &amp; chips", "<p>Fish &amp;amp; chips</p>"),
        ("qua\u00addru\u200bpolar\n\n\uf0b3 5", "<p>quadrupolar</p><p>≥ 5</p>"),
        (
            "Hello <b>x</b>\nline\n\nTwo, a <c and d",
            "<p>Hello <strong>x</strong><br>line</p><p>Two, a &lt;c and d</p>",
        ),
        ("Words first<p>then\n\ntags</p>", "<p>Words first</p><p>then tags</p>"),
        ("<!-- note -->\nWords", "<p>Words</p>"),
        ("<meta charset='utf-8'><b>x</b>", "<p><strong>x</strong></p>"),
        ("<!DOCTYPE html><title>T</title>\n\nWords", "<p>Words</p>"),
        ("<p>Stored</p>\n\nTyped\nbelow it\n\nTwice", "<p>Stored</p><p>Typed<br>below it</p><p>Twice</p>"),
        ("<div>\n\na\n\nb\n</div>\n\nc", "<p>a b</p><p>c</p>"),
        ("One<br>two", "<p>One<br>two</p>"),
    ],
)
def test_text_area_without_script_takes_text_as_what_it_is(typed, stored):
    assert ProseField(required=False).clean(typed) == stored
    assert ProseField(required=False).clean(stored) == stored


@given(st.text())
@settings(max_examples=100, deadline=None)
def test_any_text_without_tags_is_shown_as_it_is(text):
    tags = [] if is_html(text) else re.findall(r"<[^>]*>", html_of(text))

    assert set(tags) <= {"<p>", "</p>", "<br>"}
