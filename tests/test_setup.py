"""What an operator and a newcomer start, started as they start it: in processes of their own."""

import http.client
import http.cookiejar
import os
import re
import secrets
import shutil
import signal
import socket
import stat
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager, suppress
from fnmatch import fnmatch
from functools import partial
from pathlib import Path
from urllib.parse import urlencode, urlsplit, urlunsplit

import psycopg
import pytest
import redis
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from config import environment
from config.shared_cache import PatientPool
from tests import ready

ROOT = Path(__file__).resolve().parent.parent
GUNICORN = (sys.executable, "-m", "gunicorn", "--config", "config/gunicorn.py", "config.wsgi")
# What every command asks first, without the second that loading all apps takes.
CHECK_DATABASE = (
    sys.executable,
    "-c",
    "import os; os.environ['DJANGO_SETTINGS_MODULE'] = 'config.settings'\n"
    "from config import problems\nwith problems.told(): problems.check_database()",
)
PATIENCE = 300  # seconds, on a machine that others use too
SERVER_USER = 10001  # the number in the Dockerfile
SETTINGS = [
    "SECRET_KEY", "DEBUG", "ALLOWED_HOSTS", "SITE_NAME", "SITE_URL", "TIME_ZONE", "LANGUAGE_CODE",
    "DATABASE_URL", "MEDIA_ROOT", "STATIC_ROOT", "CACHE_URL", "SECURE_SSL_REDIRECT", "BEHIND_PROXY",
    "TRUSTED_PROXIES", "BACKUP_ROOT", "READ_REPLICA_URL", "MEDIA_STORAGE_URL", "EMAIL_URL", "EMAIL_FROM",
]  # fmt: skip


def run(*command, **environment):
    """Run a command in the checkout with nothing in its environment but what is given.

    The blank settings keep a .env that a developer may have out of it.
    """
    environment = {**dict.fromkeys(SETTINGS, ""), **environment}
    return subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=PATIENCE
    )


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


# --- The image -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [
        ".env",
        ".env.before",
        "db.sqlite3",
        "db.sqlite3-wal",
        "media",
        "backups",
        "export",
        ".export.1",
        "staticfiles",
        ".git",
    ],
)
def test_no_secret_and_nothing_of_an_archive_goes_into_the_image(name):
    patterns = (ROOT / ".dockerignore").read_text().splitlines()

    assert any(fnmatch(name, pattern) for pattern in patterns)


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


def sentence(result) -> str:
    """The one sentence with which a command has refused; it shows no traceback and no password."""
    assert result.returncode == 1, result.stderr
    assert result.stderr.count("\n") == 1, result.stderr
    assert "secret-word" not in result.stderr
    return result.stderr.strip()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("SITE_URL=archive.example.org", "SITE_URL must begin with http:// or https://"),
        ("DATABASE_URL=rapporteur", "DATABASE_URL must begin with postgres:// or sqlite:///"),
        ("DATABASE_URL=postgres://u:secret-word@host:70000/x", "DATABASE_URL is not readable"),
        ("CACHE_URL=redis://:secret-word@host:port", "CACHE_URL is not readable"),
        (
            "CACHE_URL=rediss://:secret-word@host:6379/0?sslmode=require",
            "CACHE_URL has an option after its “?”",
        ),
        ("CACHE_URL=rediss://host/0?ssl_cert_reqs=maybe", "CACHE_URL has an option after its “?”"),
        ("CACHE_URL=memcache://host", "CACHE_URL must be locmemcache://"),
        ("MEDIA_STORAGE_URL=s3://key:secret-word/+@host/bucket", "MEDIA_STORAGE_URL is not readable"),
        ("EMAIL_URL=smtp://user:secret-word/+@host:587", "EMAIL_URL is not readable"),
        (
            "READ_REPLICA_URL=postgres://u:secret-word@host/x",
            "READ_REPLICA_URL must begin with postgres://, and so",
        ),
        (
            "TIME_ZONE=Moscow",
            "TIME_ZONE=Moscow is no time zone: write region and city, such as Europe/Moscow",
        ),
        ("LANGUAGE_CODE=klingon", "LANGUAGE_CODE=klingon is no language that Django speaks"),
        ("BEHIND_PROXY=ture", "BEHIND_PROXY=ture is neither on nor off: write true, or false"),
        ("TRUSTED_PROXIES=two", "TRUSTED_PROXIES=two cannot be: write a number from 0 up"),
        ("ALLOWED_HOSTS=https://a.example", "ALLOWED_HOSTS=https://a.example is no host: write names alone"),
    ],
)
def test_wrong_setting_is_told_in_a_sentence(wrong, said):
    name, _, value = wrong.partition("=")

    assert said in sentence(run(sys.executable, "manage.py", "check", **production(**{name: value})))


@pytest.mark.parametrize(
    ("read", "value"),
    [
        (environment.site_address, "https://"),
        (environment.site_address, "https://editor:secret-word@archive.example.org"),
        (environment.site_address, "https://archive.example.org:https"),
        (environment.site_address, "https://example.org/archive"),
        (environment.site_address, "https://exam ple.org"),
        (environment.database, "postgres://u:secret-word@host:port/x"),
        (environment.database, "postgres://u:secret-word/@host/x"),
        (environment.database, "postgres://"),
        (environment.database, "sqlite://"),
        (environment.database, "sqlite://:memory:"),
        (environment.media_storage, "s3://host/bucket"),
        (environment.media_storage, "s3://key:secret-word@host"),
        (environment.media_storage, "s3://key:secret-word@host:port/bucket"),
        (environment.media_storage, "s3://key:secret-word@host/Not_A_Bucket"),
        (environment.media_storage, "s3://key:secret-word@host/bucket?acl=public-read"),
        (environment.media_storage, "https://key:secret-word@host/bucket"),
        (environment.cache, "secret-word"),
        (environment.cache, "dbcache://"),
        (environment.cache, "redis://"),
        (environment.time_zone, "Europe"),
        (environment.time_zone, "../etc/passwd"),
        (environment.language, "en_GB"),
        (partial(environment.number, "DEEDS_KEPT_MONTHS", least=1), "0"),
        (partial(environment.number, "TRUSTED_PROXIES", least=0), "-1"),
        (partial(environment.flag, "DEBUG"), "maybe"),
        (lambda name: environment.hosts([name]), "archive.example.org:8000"),
        (environment.port, "0"),
        (environment.port, "70000"),
        (environment.port, "-1"),
        (environment.port, "٨"),
    ],
)
def test_value_that_cannot_be_is_refused_without_a_password(read, value):
    with pytest.raises(ImproperlyConfigured) as refused:
        read(value)

    assert "secret-word" not in str(refused.value)


def test_server_too_tells_a_wrong_setting_in_a_sentence():
    result = run(*GUNICORN, **production(TIME_ZONE="Moscow", BIND=f"127.0.0.1:{free_port()}"))

    assert result.returncode == 1
    assert result.stderr.splitlines()[1].startswith("TIME_ZONE=Moscow is no time zone")
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("wrong", ["two", "0"])
def test_number_of_processes_is_read_from_the_env_file_and_judged(checkout, wrong):
    (checkout / ".env").write_text(f"WEB_CONCURRENCY={wrong}\n")
    environment = production(BIND=f"127.0.0.1:{free_port()}")

    result = subprocess.run(
        GUNICORN, cwd=checkout, env=environment, capture_output=True, text=True, timeout=PATIENCE
    )

    assert sentence(result) == f"WEB_CONCURRENCY={wrong} cannot be: write a number from 1 up."


@pytest.mark.parametrize(
    "name", ["archive.example.org", ".example.org", "*", "127.0.0.1", "[::1]", "localhost", "web_1"]
)
def test_host_is_named_as_django_takes_it(name):
    assert environment.hosts([name, f" {name}"]) == [name, name]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("DEBUG=true\n".encode("utf-16"), "is not written in UTF-8"),
        ("DEBUG=true\n".encode("utf-16-le"), "is not written in UTF-8"),
        ("# Денег\n".encode("cp1251"), "is not written in UTF-8"),
        (b"\n# The key\nSECRET_KEY = secret-word\n", "Line 3 of "),
        (None, "is a folder"),
        (".env", "cannot be read"),  # a link that leads to itself: root may read whatever can be read
    ],
    ids=["utf-16", "utf-16 without a mark", "cp1251", "no setting", "folder", "unreadable"],
)
def test_env_file_that_cannot_be_read_is_told_in_a_sentence(checkout, content, said):
    path = checkout / ".env"
    if content is None:
        path.mkdir()
    elif isinstance(content, str):
        path.symlink_to(content)
    else:
        path.write_bytes(content)

    result = subprocess.run(
        [sys.executable, "manage.py", "check"],
        cwd=checkout,
        env={},
        capture_output=True,
        text=True,
        timeout=60,
    )

    assert said in sentence(result)


def test_env_file_of_another_editor_is_read(checkout):
    (checkout / ".env").write_text("\ufeffDEBUG=true\r\n  # indented\r\nTIME_ZONE=Moscow\r\n", newline="")

    result = subprocess.run(
        [sys.executable, "manage.py", "check"],
        cwd=checkout,
        env={},
        capture_output=True,
        text=True,
        timeout=60,
    )

    assert sentence(result).startswith("TIME_ZONE=Moscow is no time zone")


@pytest.mark.parametrize(
    ("command", "address", "said"),
    [
        (
            "migrate",
            "postgres://u:secret-word@127.0.0.1:1/x",
            "No database answers at 127.0.0.1:1: start PostgreSQL",
        ),
        ("runserver", "postgres://127.0.0.1:1/x", "No database answers at 127.0.0.1:1"),
        ("trial", "postgres://127.0.0.1:1/x", "No database answers at 127.0.0.1:1"),
    ],
)
def test_database_that_does_not_answer_is_told_in_a_sentence(command, address, said):
    port = [str(free_port())] if command != "migrate" else []
    debug = {"DEBUG": "true"} if command == "trial" else {}

    result = run(sys.executable, "manage.py", command, *port, **production(DATABASE_URL=address, **debug))

    assert said in sentence(result)


@pytest.mark.postgresql
@pytest.mark.parametrize(
    ("options", "said"),
    [
        ("sslmode=verify-full&sslrootcert=/nowhere.crt", "and this one do not agree on TLS: look at sslmode"),
        ("sslmode=maybe", "DATABASE_URL has an option after its “?” that PostgreSQL does not know"),
    ],
)
def test_database_that_is_not_trusted_is_told_as_that_and_not_as_away(options, said):
    address = f"{os.environ['TEST_DATABASE_URL']}?{options}"

    assert said in sentence(
        run(sys.executable, "manage.py", "first_account", **production(DATABASE_URL=address))
    )


def test_address_of_a_replica_says_itself_how_it_is_reached():
    primary = environment.database("postgres://u@one/x?sslmode=disable") | {"CONN_MAX_AGE": 0}
    primary["OPTIONS"] |= {"pool": True, "options": "-c jit=off"}

    read = environment.replica("postgres://u@two/x?sslmode=verify-full&sslrootcert=/etc/own.crt", primary)

    assert read["OPTIONS"] == {
        "options": "-c jit=off",
        "connect_timeout": 2,
        "sslmode": "verify-full",
        "sslrootcert": "/etc/own.crt",
    }


def test_time_out_in_the_address_of_a_cache_is_passed_over():
    """Ours is shorter than any that makes sense."""
    read = environment.cache("redis://127.0.0.1:1/0?socket_timeout=30")

    with pytest.raises(redis.ConnectionError):
        PatientPool.from_url(read["LOCATION"]).get_connection()


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/nowhere/archive.sqlite3", "The folder /nowhere does not exist"),
        (ROOT / "README.md", "README.md is not an SQLite database"),
        (ROOT, "cannot be written: let this user write the file and its folder"),
    ],
)
def test_file_that_is_no_database_is_told_in_a_sentence(path, said):
    result = run(*CHECK_DATABASE, **production(DATABASE_URL=f"sqlite:///{path}"))

    assert said in sentence(result)


def test_folder_that_this_user_cannot_write_is_told_in_a_sentence(tmp_path):
    tmp_path.chmod(0o555)

    result = run(
        *as_server_user(*CHECK_DATABASE),
        **production(DATABASE_URL=f"sqlite:///{tmp_path / 'archive.sqlite3'}"),
    )

    assert "archive.sqlite3 cannot be written: let this user write the file and its folder" in sentence(
        result
    )


def test_database_that_is_made_is_for_its_owner_alone(tmp_path):
    path = tmp_path / "archive.sqlite3"

    result = run(*CHECK_DATABASE, **production(DATABASE_URL=f"sqlite:///{path}"))

    assert (result.returncode, stat.S_IMODE(path.stat().st_mode)) == (0, 0o600)


def test_other_folder_that_this_user_cannot_write_is_told_in_a_sentence_too(tmp_path):
    static = tmp_path / "static"
    tmp_path.chmod(0o555)

    result = run(
        *as_server_user(sys.executable, "manage.py", "collectstatic", "--noinput"),
        **production(STATIC_ROOT=str(static)),
    )

    assert sentence(result).startswith(f"{static} may not be read or written by this user")


def test_database_that_lacks_what_is_asked_of_it_is_told_in_a_sentence(tmp_path):
    with empty_database(tmp_path) as address:
        bare = run(sys.executable, "manage.py", "rebuild_index", **production(DATABASE_URL=address))
        elsewhere = f"{address.rpartition('/')[0]}/no/such_archive"
        absent = run(sys.executable, "manage.py", "migrate", **production(DATABASE_URL=elsewhere))

    assert "run `manage.py migrate`" in sentence(bare)
    assert re.search(
        r"has no database “no/such_archive”: make it|The folder \S+ does not exist", sentence(absent)
    )


def test_command_starts_without_what_only_few_requests_need():
    """The words and patterns of the reader, and libraries of files, are a third of what it takes to start."""
    needed_by_few = ("intake.reading.languages", "pypdf", "markdown_it", "icalendar")
    ask = (
        "import sys; from django.core.management import call_command; call_command('check');"
        f" print(*(name for name in sys.modules if name.startswith({needed_by_few})))"
    )

    asked = run(sys.executable, "manage.py", "shell", "--no-imports", "--command", ask, **production())

    assert asked.returncode == 0, asked.stderr
    assert asked.stdout.splitlines()[1:] == [""], asked.stdout


@pytest.mark.parametrize("command", ["trial", "runserver"])
def test_port_that_is_taken_is_told_in_a_sentence(command):
    debug = {"DEBUG": "true"} if command == "trial" else {}
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        result = run(sys.executable, "manage.py", command, str(port), **production(**debug))

    assert f"Port {port} is taken: end what serves there, or choose another" in sentence(result)


def test_server_too_tells_a_taken_port_in_a_sentence():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        result = run(*GUNICORN, **production(BIND=f"127.0.0.1:{port}"))

    assert result.returncode == 1
    assert result.stderr.splitlines()[1:] == [
        f"Port {port} is taken: end what serves there, or choose another, as in PORT={port % 65535 + 1}."
    ]


def test_port_that_is_none_is_told_in_a_sentence():
    result = run("bin/run", PATH=os.environ["PATH"], PORT="70000")

    assert sentence(result) == "PORT=70000 is no port: choose a number from 1 to 65535."


def test_env_example_explains_every_setting_that_is_read():
    example = (ROOT / ".env.example").read_text()

    assert [name for name in SETTINGS if f"{name}=" not in example] == []


def test_compose_hands_every_setting_on_that_env_example_explains():
    compose = (ROOT / "docker-compose.yml").read_text()
    explained = re.findall(r"(?m)^#? ?([A-Z_]+)=", (ROOT / ".env.example").read_text())

    # Where the image keeps the styles that it brings along is no choice.
    assert [name for name in explained if name not in compose and name != "STATIC_ROOT"] == []


# --- Scripts ------------------------------------------------------------------------------------------------


def test_find_python_says_in_one_sentence_what_to_install_where_there_is_none(tmp_path):
    empty = str(tmp_path)

    result = run("/bin/sh", "bin/find-python", PATH=empty, HOME=empty, ROOT_FOLDER=empty)

    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr.startswith("No Python 3.12 or newer (with venv) was found: install one")
    assert "from Debian 13 or Ubuntu 24.04 on `apt install python3 python3-venv`" in result.stderr
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


NEEDED_BY_SETUP = "sh cat cksum dirname env mkdir rm tail timeout".split()


@pytest.fixture
def bare_machine(tmp_path):
    """A checkout on a machine whose Python is too old; returns how to run bin/setup there, and its programs' folder."""
    programs = tmp_path / "programs"
    programs.mkdir()
    for name in NEEDED_BY_SETUP:
        (programs / name).symlink_to(shutil.which(name))
    write_program(programs / "python3", "exit 1")
    shutil.copytree(ROOT / "bin", tmp_path / "bin")
    shutil.copytree(ROOT / "requirements", tmp_path / "requirements")

    def setup():
        empty = str(tmp_path / "empty")
        return subprocess.run(
            [programs / "sh", "bin/setup"],
            cwd=tmp_path,
            env={"PATH": str(programs), "HOME": empty, "ROOT_FOLDER": empty},
            capture_output=True,
            text=True,
            timeout=60,
        )

    return setup, programs


def write_program(path, script):
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


def test_python_that_is_too_old_is_told_in_a_sentence_where_no_other_can_be_brought(bare_machine):
    setup, programs = bare_machine
    write_program(programs / "uv", "echo unreachable >&2; exit 2")

    result = setup()

    assert sentence(result).startswith("No Python 3.12 or newer (with venv) was found: install one")


def test_python_that_is_too_old_is_passed_over_for_one_that_uv_brings(bare_machine):
    setup, programs = bare_machine
    brought = '"$UV_PYTHON_INSTALL_DIR/cpython-3.13.1-linux-x86_64-gnu/bin"'
    # It is there once uv was asked for it, and tells how it is used.
    python = 'case "$1" in -c) exit ;; esac; echo "uv\'s $@" >&2; exit 3'
    (programs / "brought").write_text(f"#!/bin/sh\n{python}\n")
    write_program(
        programs / "uv",
        f'case "$1" in python) mkdir -p {brought}; cat "{programs}/brought" > {brought}/python3;'
        f" {shutil.which('chmod')} +x {brought}/python3 ;; esac",
    )

    result = setup()

    assert (result.returncode, result.stderr) == (3, "uv's -m venv --without-pip --clear .venv\n")


def test_bare_make_lists_the_verbs():
    result = run("make", PATH=os.environ["PATH"])

    verbs = [line.split()[1] for line in result.stdout.splitlines()]
    assert verbs == [
        *("run", "start", "test", "setup", "lint", "demo", "browsers", "pictures", "html", "bench", "soak")
    ]


# --- What compose runs --------------------------------------------------------------------------------------


@pytest.fixture
def checkout(tmp_path):
    """A checkout whose .env and files are its own; all that is only read is this one's."""
    for entry in ROOT.iterdir():
        if entry.name in ("bin", "config"):
            shutil.copytree(entry, tmp_path / entry.name)
        elif entry.name in ("manage.py", ".env.example", "pyproject.toml"):
            shutil.copy(entry, tmp_path)
        elif entry.is_dir() and not entry.name.startswith("."):
            (tmp_path / entry.name).symlink_to(entry)
    for own in ("media", "staticfiles", "backups"):
        (tmp_path / own).unlink(missing_ok=True)
    (tmp_path / ".venv").symlink_to(sys.prefix)
    return tmp_path


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Return a folder for one server; data/ and media/ in it are that user's own."""
    folder = tmp_path_factory.mktemp("served")
    for own in (folder / "data", folder / "media"):
        own.mkdir()
        if os.geteuid() == 0:
            os.chown(own, SERVER_USER, SERVER_USER)
    return folder


@contextmanager
def empty_database(folder, like=""):
    """Yield the address of an empty database of the kind that this run tests, away from the tests' own; or of a copy
    of another."""
    if settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"):
        address = f"sqlite:///{folder / 'archive.sqlite3'}"
        ready.copy(address, like)
        yield address
        return
    server = urlsplit(os.environ["TEST_DATABASE_URL"])
    name = f"rapporteur_served_{secrets.token_hex(4)}"
    address = urlunsplit(server._replace(path=f"/{name}"))
    ready.copy(address, like)
    with psycopg.connect(server.geturl(), autocommit=True) as connection:
        yield address
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="module")
def server_database(folder):
    with empty_database(folder / "data") as address:
        yield address


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
    while run("bin/healthcheck", **environment).returncode:
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

    made = {"DJANGO_SUPERUSER_PASSWORD": "a long word", "DJANGO_SUPERUSER_EMAIL": ""}
    account = ["createsuperuser", "--noinput", "--username", "ada"]
    assert run(sys.executable, "manage.py", *account, **environment, **made).returncode == 0

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


# --- What a newcomer starts ---------------------------------------------------------------------------------


@contextmanager
def started(checkout, script, **environment):
    """Start a script of bin/ in the checkout; yield its address once it answers, and the file of its output."""
    port = free_port()
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONDONTWRITEBYTECODE": "1",
        "PORT": str(port),
        **environment,
    }
    log = checkout / "output.log"
    with log.open("w") as output:
        process = subprocess.Popen(
            f"bin/{script}",
            cwd=checkout,
            env=environment,
            stdout=output,
            stderr=output,
            start_new_session=True,
        )
        try:
            deadline = time.monotonic() + 180  # a busy machine builds the demonstration slowly
            while not answers(port):
                if process.poll() is not None or time.monotonic() > deadline:
                    pytest.fail(f"bin/{script} did not serve:\n{log.read_text()}")
                time.sleep(0.2)
            yield f"http://127.0.0.1:{port}", log
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGTERM)
            process.wait(timeout=30)


def answers(port):
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def test_run_shows_the_demonstration_whatever_a_copied_env_example_says(checkout):
    shutil.copy(checkout / ".env.example", checkout / ".env")
    with empty_database(checkout) as database:
        with started(checkout, "run", DATABASE_URL=database) as (address, _log):
            page = urllib.request.urlopen(f"{address}/", timeout=20)
            body = page.read().decode()

        refused = subprocess.run(
            [sys.executable, "manage.py", "start", str(free_port())],
            cwd=checkout, env=production(DATABASE_URL=database), capture_output=True, text=True, timeout=60,
        )  # fmt: skip

    assert page.url == f"{address}/"
    assert "This is a demonstration." in body
    assert f'<link rel="canonical" href="{address}/">' in body
    assert "This database holds the demonstration" in sentence(refused)


def test_start_serves_an_empty_archive_that_its_administrator_can_enter(checkout):
    with (
        empty_database(checkout) as database,
        started(checkout, "start", DATABASE_URL=database) as (address, log),
    ):
        home = urllib.request.urlopen(f"{address}/events/", timeout=20).read().decode()
        (link,) = re.findall(r"http\S+/admin/first/\?key=\w+", log.read_text())
        jar = http.cookiejar.CookieJar()
        browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
        browser.open(link, timeout=20)
        token = next(cookie.value for cookie in jar if cookie.name == "csrftoken")
        words = "a sentence to remember"
        typed = {"username": "ada", "password1": words, "password2": words, "csrfmiddlewaretoken": token}
        desk = browser.open(link, urlencode(typed).encode(), timeout=20)
        shown = desk.read().decode()

    assert "No event has been published yet." in home
    assert "demonstration" not in home
    assert (desk.status, desk.url) == (200, f"{address}/admin/")
    assert "This archive is empty: make it yours" in shown
    assert (checkout / ".env").stat().st_mode & 0o777 == 0o600
    assert "SECRET_KEY=" in (checkout / ".env").read_text()


def test_installer_needs_no_root_and_its_units_serve(checkout, tmp_path_factory):
    home, port = tmp_path_factory.mktemp("home"), free_port()
    systemctl = home / "systemctl"
    systemctl.write_text(f'#!/bin/sh\necho "$XDG_RUNTIME_DIR $*" >> {home}/asked\n')
    systemctl.chmod(0o755)
    if os.geteuid() == 0:
        for path in (home, checkout):
            os.chown(path, SERVER_USER, SERVER_USER)
    environment = {
        "PATH": f"{home}:{os.environ['PATH']}",
        "HOME": str(home),
        "PORT": str(port),
        "PYTHONDONTWRITEBYTECODE": "1",
        "WEB_CONCURRENCY": "1",  # a second process would load the same, which takes seconds
    }

    def as_owner(*command, **more):
        return subprocess.run(
            as_server_user(*command),
            cwd=checkout, env={**environment, **more}, capture_output=True, text=True, timeout=PATIENCE,
        )  # fmt: skip

    with empty_database(checkout) as database:
        environment["DATABASE_URL"] = database
        done = as_owner("bin/install", "archive.example.org")
        assert done.returncode == 0, done.stderr
        units = home / ".config/systemd/user"
        service, nightly = [(units / f"rapporteur{name}.service").read_text() for name in ("", "-nightly")]
        (told,) = re.findall(r"Environment=(.+)", service)
        (serve,) = re.findall(r"ExecStart=(.+)", service)
        (each_night,) = re.findall(r"ExecStart=(.+)", nightly)
        del environment["DATABASE_URL"], environment["PORT"]  # said once, at the installation
        again = as_owner("bin/install", "archive.example.org")
        assert again.returncode == 0, again.stderr
        asked = [line.split(" ", 1) for line in (home / "asked").read_text().splitlines()]
        environment |= dict(one.split("=", 1) for one in told.split())
        log = (home / "server.log").open("w+")
        process = subprocess.Popen(
            as_server_user(serve),
            cwd=checkout,
            env=environment,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
        try:
            wait_until_healthy(process, environment, log)
            ready = get(port, "/readyz")
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait(timeout=30)
            log.close()
        night = as_owner(*each_night.split())

    owner = SERVER_USER if os.geteuid() == 0 else os.getuid()
    assert {runtime for runtime, _verb in asked} == {f"/run/user/{owner}"}
    assert [verb for _runtime, verb in asked].count("--user restart rapporteur.service") == 2
    assert (units / "rapporteur.service").read_text() == service
    assert ready[0] == 200, ready
    assert night.returncode == 0, night.stderr
    assert [path.suffix for path in (checkout / "backups").iterdir()] == [".zip"]
    assert not (checkout / "db.sqlite3").exists()  # it serves what it was told, and nothing else
    assert "https://archive.example.org/admin/first/?key=" in done.stdout
    assert (checkout / ".env").stat().st_mode & 0o777 == 0o600
    if shutil.which("systemd-analyze"):
        looked_at = run(
            "systemd-analyze", "verify", *map(str, sorted(units.iterdir())), PATH=os.environ["PATH"]
        )
        assert "rapporteur" not in looked_at.stderr
