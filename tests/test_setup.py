"""What an operator and a newcomer start, started as they start it: in processes of their own."""

import http.client
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest
from django.conf import settings

ROOT = Path(__file__).resolve().parent.parent
SERVER_USER = 10001  # the number in the Dockerfile
SETTINGS = [
    "SECRET_KEY", "DEBUG", "ALLOWED_HOSTS", "SITE_NAME", "SITE_URL", "TIME_ZONE", "LANGUAGE_CODE",
    "DATABASE_URL", "MEDIA_ROOT", "STATIC_ROOT", "CACHE_URL", "SECURE_SSL_REDIRECT", "BEHIND_PROXY",
]  # fmt: skip


def run(*command, **environment):
    """Run a command in the checkout with nothing in its environment but what is given.

    The blank settings keep a .env that a developer may have out of it.
    """
    environment = {**dict.fromkeys(SETTINGS, ""), **environment}
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60)


def production(**changes):
    """Return the environment that docker-compose.yml gives the web application."""
    return {
        "PATH": os.environ["PATH"],
        "PYTHON": sys.executable,
        "PYTHONDONTWRITEBYTECODE": "1",
        "DEBUG": "false",
        "SECRET_KEY": secrets.token_urlsafe(64),
        "ALLOWED_HOSTS": "archive.example.org",
        "SITE_URL": "https://archive.example.org",
        "BEHIND_PROXY": "true",
        **changes,
    }


# --- Settings -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        ({}, "SECRET_KEY, ALLOWED_HOSTS, SITE_URL"),
        ({"SECRET_KEY": "known"}, "ALLOWED_HOSTS, SITE_URL"),
        ({"SECRET_KEY": " ", "ALLOWED_HOSTS": "a.example", "SITE_URL": "https://a.example"}, "SECRET_KEY"),
    ],
)
def test_production_refuses_to_start_and_names_all_that_is_missing(given, missing):
    result = run(sys.executable, "manage.py", "check", DEBUG="false", **given)

    assert result.returncode == 1
    assert f"must be set in the environment: {missing}. See .env.example" in result.stderr
    assert "Traceback" not in result.stderr


def test_server_never_falls_into_debug_by_itself():
    result = run(sys.executable, "-c", "import config.wsgi")

    assert result.returncode == 1
    assert "must be set in the environment: SECRET_KEY, ALLOWED_HOSTS, SITE_URL" in result.stderr


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"SITE_URL": "archive.example.org"}, "SITE_URL must begin with http:// or https://"),
        ({"DATABASE_URL": "rapporteur"}, "DATABASE_URL must begin with postgres:// or sqlite:///"),
    ],
)
def test_wrong_setting_is_told_in_a_sentence(wrong, said):
    result = run(sys.executable, "manage.py", "check", **production(**wrong))

    assert result.returncode == 1
    assert said in result.stderr
    assert "Traceback" not in result.stderr


def test_env_example_explains_every_setting_that_is_read():
    example = (ROOT / ".env.example").read_text()

    assert [name for name in SETTINGS if f"{name}=" not in example] == []


# --- Scripts ------------------------------------------------------------------------------------------------


def test_find_python_says_in_one_sentence_what_to_install_where_there_is_none(tmp_path):
    empty = str(tmp_path)

    result = run("/bin/sh", "bin/find-python", PATH=empty, HOME=empty, ROOT_FOLDER=empty)

    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr.startswith("No Python 3.12 or newer (with venv) was found: install one")
    assert result.stderr.count("\n") == 1


def test_find_python_passes_over_one_that_is_too_old(tmp_path):
    old = tmp_path / "python3.14"
    old.write_text("#!/bin/sh\nexit 1\n")
    old.chmod(0o755)
    empty = str(tmp_path / "empty")

    result = run("/bin/sh", "bin/find-python", PATH=str(tmp_path), HOME=empty, ROOT_FOLDER=empty)
    found = run("/bin/sh", "bin/find-python", PATH=str(tmp_path), HOME=empty, PYTHON=sys.executable)

    assert result.returncode == 1
    assert found.stdout.strip() == sys.executable


def test_bare_make_lists_the_verbs():
    result = run("make", PATH=os.environ["PATH"])

    verbs = [line.split()[1] for line in result.stdout.splitlines()]
    assert verbs == ["run", "test", "setup", "lint", "demo", "browsers", "bench"]


# --- What compose runs --------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Return a folder for one server; data/ and media/ in it are that user's own."""
    folder = tmp_path_factory.mktemp("served")
    for own in (folder / "data", folder / "media"):
        own.mkdir()
        if os.geteuid() == 0:
            os.chown(own, SERVER_USER, SERVER_USER)
    return folder


@pytest.fixture(scope="module")
def server_database(folder):
    """Yield the address of an empty database of the kind that this run tests, away from the tests' own."""
    if settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"):
        yield f"sqlite:///{folder / 'data' / 'archive.sqlite3'}"
        return
    server = urlsplit(os.environ["TEST_DATABASE_URL"])
    name = f"rapporteur_served_{secrets.token_hex(4)}"
    with psycopg.connect(server.geturl(), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        yield urlunsplit(server._replace(path=f"/{name}"))
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def as_server_user(*command):
    """Return the command that runs `command` as the container's user, where we may change the user at all.

    That user may read what root may (a checkout below /root, say) and write what belongs to it alone.
    """
    if os.geteuid() != 0 or not shutil.which("setpriv"):
        return command
    identity = [f"--reuid={SERVER_USER}", f"--regid={SERVER_USER}", "--clear-groups"]
    reading = ["--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search"]
    return ("setpriv", *identity, *reading, *command)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="module")
def served(folder, server_database):
    """Start bin/serve as the container does and yield its environment and port once it is healthy."""
    port = free_port()
    environment = production(
        DATABASE_URL=server_database,
        STATIC_ROOT=str(folder / "static"),
        MEDIA_ROOT=str(folder / "media"),
        BIND=f"127.0.0.1:{port}",
        WEB_CONCURRENCY="1",
    )
    collected = run(sys.executable, "manage.py", "collectstatic", "--noinput", **environment)
    assert collected.returncode == 0, collected.stderr

    log = (folder / "server.log").open("w+")
    process = subprocess.Popen(
        as_server_user("bin/serve"), cwd=ROOT, env=environment, stdout=log, stderr=log, start_new_session=True
    )
    try:
        wait_until_healthy(process, environment, log)
        yield environment, port
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(timeout=30)
        log.close()


def wait_until_healthy(process, environment, log):
    """Ask as the container's health check asks, for as long as its start period lasts."""
    deadline = time.monotonic() + 60
    while run(sys.executable, "bin/healthcheck", **environment).returncode:
        if process.poll() is not None or time.monotonic() > deadline:
            log.seek(0)
            pytest.fail(f"the server did not become healthy:\n{log.read()}")
        time.sleep(0.3)


def get(port, path, **headers):
    """Return status, headers and body of a request as the proxy in front would send it."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request(
        "GET", path, headers={"Host": "archive.example.org", "X-Forwarded-Proto": "https", **headers}
    )
    response = connection.getresponse()
    result = response.status, dict(response.getheaders()), response.read()
    connection.close()
    return result


def test_served_archive_is_healthy_and_hands_out_styles_without_a_cookie(served):
    environment, port = served
    styles = run(
        sys.executable,
        "manage.py",
        "shell",
        "--no-imports",
        "--command",
        "from django.templatetags.static import static; print(static('unfold/css/styles.css'))",
        **environment,
    ).stdout.strip()

    health = get(port, "/healthz/")
    style = get(port, styles, **{"Accept-Encoding": "gzip"})
    nowhere = get(port, "/no-such-page/")
    desk = get(port, "/admin/login/")

    assert (health[0], health[2]) == (200, b"ok\n")
    assert (style[0], style[1]["Content-Encoding"]) == (200, "gzip")
    assert "immutable" in style[1]["Cache-Control"]
    assert nowhere[0] == 404
    assert [page[1].get("Set-Cookie") for page in (health, style, nowhere)] == [None, None, None]
    assert desk[0] == 200
    assert "Secure" in desk[1]["Set-Cookie"]
    assert "max-age=31536000" in desk[1]["Strict-Transport-Security"]


def test_served_archive_sends_plain_http_to_https_and_refuses_other_hosts(served):
    _environment, port = served

    plain = get(port, "/no-such-page/", **{"X-Forwarded-Proto": "http"})
    other = get(port, "/no-such-page/", Host="elsewhere.example")

    assert (plain[0], plain[1]["Location"]) == (301, "https://archive.example.org/no-such-page/")
    assert other[0] == 400
