import pytest
from django.core.management import CommandError, call_command

from events.models import Event
from tests.factories import EventFactory


def test_footer_of_an_archive_in_real_use_says_nothing(db, client):
    assert "demonstration" not in client.get("/").content.decode()


def test_archive_with_something_in_it_is_left_alone(db, capsys):
    EventFactory()

    with pytest.raises(CommandError, match="not empty"):
        call_command("load_demo")
    call_command("load_demo", if_empty=True)

    assert "nothing is loaded" in capsys.readouterr().out
    assert Event.objects.count() == 1
