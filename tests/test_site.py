import pytest
from django.db import OperationalError, connection


@pytest.mark.django_db
def test_healthz_answers_ok_without_a_cookie(client):
    response = client.get("/healthz/")

    assert (response.status_code, response.content) == (200, b"ok\n")
    assert response.cookies == {}


def test_healthz_says_so_when_the_database_does_not_answer(client, monkeypatch):
    def refuse(*args):
        raise OperationalError("the server closed the connection")

    monkeypatch.setattr(connection, "cursor", refuse)

    response = client.get("/healthz/")

    assert (response.status_code, response.content) == (503, b"The database does not answer.\n")


@pytest.mark.django_db
def test_public_pages_take_nothing_from_elsewhere_and_run_nothing_inline(client):
    policy = client.get("/no-such-page/").headers["Content-Security-Policy"]

    assert "default-src 'self'" in policy
    assert "unsafe-inline" not in policy


@pytest.mark.django_db
def test_desk_log_in_may_run_its_own_inline_scripts(client):
    policy = client.get("/admin/login/").headers["Content-Security-Policy"]

    assert "script-src 'self' 'unsafe-inline' 'unsafe-eval'" in policy
    assert "frame-ancestors 'none'" in policy
