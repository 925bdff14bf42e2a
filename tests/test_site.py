import pytest


@pytest.mark.parametrize("path", ["/healthz", "/healthz/"])
def test_healthz_answers_whatever_host_is_asked_for_and_without_a_database(client, path):
    response = client.get(path, headers={"host": "10.0.0.7:8000"})

    assert (response.status_code, response.content) == (200, b"ok\n")
    assert response.cookies == {}


@pytest.mark.django_db
def test_readyz_says_that_all_is_there(client):
    response = client.get("/readyz", headers={"host": "10.0.0.7:8000"})

    assert (response.status_code, response.content) == (200, b"ok\n")


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
