import re
from pathlib import Path

import pytest

from house import colour
from house.colour import BLACK, DARK, LEAST, LIGHT, WHITE

TOKENS = (Path(__file__).parents[2] / "static/css/tokens.css").read_text(encoding="utf-8")


def test_contrast_is_measured_as_wcag_does():
    assert colour.contrast(BLACK, WHITE) == pytest.approx(21)
    assert colour.contrast("#777777", WHITE) == pytest.approx(4.478, abs=0.001)


def test_text_stands_on_what_the_style_sheet_says():
    light, dark = TOKENS.split("prefers-color-scheme: dark")
    for part, scheme in ((light, LIGHT), (dark, DARK)):
        grounds = [re.search(rf"--{name}: (#\w+);", part)[1] for name in ("paper", "surface")]
        assert [f"#{ground[1:] * 2}" if len(ground) == 4 else ground for ground in grounds] == [
            *scheme.grounds
        ]


@pytest.mark.parametrize("chosen", ["#000000", "#ffffff", "#e0b100", "#777777", "#2a52be", "#131615"])
@pytest.mark.parametrize("scheme", [LIGHT, DARK])
def test_nearest_colour_can_be_read_and_is_the_chosen_one_where_that_can(chosen, scheme):
    near = colour.nearest(chosen, scheme)

    assert colour.ratio(near, scheme) >= LEAST and not colour.objection(near, scheme)
    assert (near == chosen) == (not colour.objection(chosen, scheme))
    assert colour.contrast(colour.accent(near, scheme).on_it, near) >= LEAST


@pytest.mark.parametrize(
    "text", ["", "red", "#fff", "#12345g", "#1234567", "#123456;}", "#ÀÀÀÀÀÀ", "#123456\n"]
)
def test_what_is_no_colour_is_refused(text):
    assert "is no colour" in colour.objection(text, LIGHT)
