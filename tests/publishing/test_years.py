from datetime import UTC, date, datetime

import pytest

from opinions.models import Opinion
from publishing.years import is_unusual
from tests.desk.pages import errors_on, form_on

ADD_OPINION = "/admin/opinions/opinion/add/"


@pytest.mark.parametrize(
    ("year", "asked"), [(19, True), (1799, True), (1800, False), (2019, False), (2032, False), (2033, True)]
)
def test_year_far_from_ours_is_unusual(year, asked, monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: datetime(2026, 5, 1, tzinfo=UTC))

    assert is_unusual(date(year, 4, 26)) is asked


@pytest.mark.django_db
def test_unusual_year_of_an_opinion_is_asked_about_once(client, publisher):
    data = form_on(client, ADD_OPINION) | {"title": "Ports", "date": "0019-04-26", "_save": "1"}

    came_back = client.post(ADD_OPINION, data)
    assert errors_on(came_back)["date"].startswith("Is it the year 19?")
    assert client.post(ADD_OPINION, data | {"year_is_right": "on", "title": ""}).status_code == 200
    assert client.post(ADD_OPINION, data | {"year_is_right": "on"}).status_code == 302

    opinion = Opinion.objects.get()
    address = f"/admin/opinions/opinion/{opinion.pk}/change/"
    again = form_on(client, address) | {"lead": "Other words.", "_save": "1"}
    assert client.post(address, again).status_code == 302
    assert Opinion.objects.get().lead == "Other words."
