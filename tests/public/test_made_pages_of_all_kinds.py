"""The pages of the demonstration, which has something of all kinds, are the same kept as made anew."""

import pytest

from public.models import MadePage
from tests.public.test_made_pages import addresses, anew

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demonstration")]


def test_every_page_of_the_demonstration_is_the_same_kept_as_made_anew(client):
    # Of long series of the same a few; all of what differs.
    pages = [address for place, address in enumerate(addresses()) if place % 40 == 0]
    for address in pages:
        client.get(address)

    differing = [address for address in pages if client.get(address).content != anew(address).content]

    assert differing == []
    assert MadePage.objects.count() == len(pages)
