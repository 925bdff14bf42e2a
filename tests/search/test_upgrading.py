"""An index made by older code is made anew by the upgrade's migrations, without anybody remembering a command."""

import pytest
from django.core.management import call_command

from search.asking import Answer, Question
from search.models import Entry, IndexContent, KnownWord
from tests.search.archive import freight_archive
from tests.search.freshly import assert_the_index_is_true

pytestmark = pytest.mark.django_db


def test_an_index_of_an_older_version_is_made_anew_by_migrate():
    freight_archive()
    Entry.objects.update(tokens="old")
    KnownWord.objects.update(ordinary=False)
    IndexContent.objects.update(version=1)

    call_command("migrate", verbosity=0)

    assert_the_index_is_true()
    assert KnownWord.objects.get(word="wait").ordinary
    assert len(Answer(Question("26 April 2019")).hits) > 0


def test_an_index_of_this_version_is_left_alone():
    freight_archive()
    Entry.objects.update(tokens="as it is")

    call_command("migrate", verbosity=0)

    assert set(Entry.objects.values_list("tokens", flat=True)) == {"as it is"}
