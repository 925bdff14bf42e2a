import json
from io import BytesIO, StringIO, TextIOWrapper

import pytest
from django.core.management import CommandError, call_command

from tests.verifying.test_verify import WORDS, said

TEXT = f"Anna Berg said: “{WORDS}” She added that the ferry is late."


@pytest.fixture
def piped(monkeypatch):
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(TEXT.encode())))


@pytest.mark.django_db
def test_verify_prints_each_claim_with_its_evidence(tmp_path):
    statement, out = said(), StringIO()
    (tmp_path / "text.txt").write_text(TEXT, "utf-8")

    call_command("verify", str(tmp_path / "text.txt"), json=True, stdout=out)

    first, second = json.loads(out.getvalue())["claims"]
    assert (first["speaker"], first["quoted"], first["verdict"]) == ("Anna Berg", True, "word_for_word")
    assert first["statement"]["number"] == statement.pk
    assert TEXT[first["start"] : first["end"]] == f"“{WORDS}”"
    assert (second["verdict"], second["statement"]) == ("not_here", None)


@pytest.mark.django_db
def test_verify_reads_what_is_piped_in_and_says_it_in_words(piped):
    said()
    out = StringIO()

    call_command("verify", "-", stdout=out)

    assert "1. Word for word: All of what is recorded." in out.getvalue()
    assert f"Anna Berg, 2019-04-26 (Direct quote): “{WORDS}”" in out.getvalue()


@pytest.mark.django_db  # it is asked by which clock to go
def test_verify_says_what_it_cannot_read(tmp_path):
    (tmp_path / "bytes").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "long").write_text("a" * 20_001)

    for name, problem in {
        "none": "cannot be read",
        "bytes": "no text in UTF-8",
        "long": "at most 20,000",
    }.items():
        with pytest.raises(CommandError, match=problem):
            call_command("verify", str(tmp_path / name))
