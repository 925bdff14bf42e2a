from hypothesis import given
from hypothesis import strategies as st

from intake.offsets import Units


@given(st.text(alphabet="aя😀𝔸 "), st.data())
def test_places_agree_with_what_a_browser_counts(text, data):
    place = data.draw(st.integers(0, len(text)))
    units = Units(text)

    counted = len(text[:place].encode("utf-16-le")) // 2

    assert units.to_browser(place) == counted
    assert units.from_browser(counted) == place
