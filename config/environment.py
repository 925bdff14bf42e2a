"""The environment's values, read and judged: each function returns the value, or refuses it in a sentence.

A refusal is an ImproperlyConfigured that says what is wrong and what to do. It never shows what may hold a password.
"""

import io
import re
from email.utils import parseaddr
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit
from zoneinfo import ZoneInfo, available_timezones

import environ
from django.conf.global_settings import LANGUAGES
from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.core.validators import validate_email

ASSIGNMENT = re.compile(r"(export )?[A-Za-z_0-9]+=")
POSTGRESQL = ("postgres", "postgresql")
#: Those that work with what requirements/ installs.
CACHES = ("locmemcache", "dbcache", "filecache", "dummycache")
REDIS = ("redis", "rediss", "unix")
#: Pages that a cache of one process or machine keeps: at 5 to 20 KB, compressed, these are 20 MB. Redis has its own.
ENTRIES = 2_000
HIGHEST_PORT = 65535
ON = {"true", "on", "ok", "yes", "y", "1"}
OFF = {"false", "off", "no", "n", "0"}
#: Schemes of MEDIA_STORAGE_URL, and those by which the store is asked.
STORES = {"s3": "https", "s3+http": "http"}
NO_STORE = (
    "MEDIA_STORAGE_URL is not readable: write it as s3://key:secret@host/bucket (s3+http:// for a store without TLS), "
    "with ?region=... where the store wants one, and percent-encode signs such as / or + in the secret."
)
#: Schemes of EMAIL_URL, each with what it asks of the connection; the last writes to the log, for a trial.
MAIL_SERVERS = {"smtp": {}, "smtp+tls": {"use_tls": True}, "smtp+ssl": {"use_ssl": True}, "consolemail": {}}
NO_MAIL_SERVER = (
    "EMAIL_URL is not readable: write it as smtp+tls://user:password@host:587 (smtp+ssl:// for TLS from the start, "
    "smtp:// for a server without), and percent-encode signs such as @ or / in the name and the password."
)


def read_env_file(path: Path) -> None:
    """Put what the file says into the environment, which wins over it; a file that is not there says nothing."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        if "\0" in text:  # every other byte of a text in UTF-16
            raise UnicodeError
    except FileNotFoundError:
        return
    except IsADirectoryError:
        raise ImproperlyConfigured(f"{path} is a folder: remove it, and copy .env.example there.") from None
    except UnicodeError:
        raise ImproperlyConfigured(f"{path} is not written in UTF-8: save it anew as UTF-8 text.") from None
    except OSError as error:
        reason = (error.strerror or "").lower()
        raise ImproperlyConfigured(f"{path} cannot be read ({reason}): let this user read it.") from None
    lines = [line.strip() for line in text.splitlines()]
    for number, line in enumerate(lines, start=1):
        if line and not line.startswith("#") and not ASSIGNMENT.match(line):
            raise ImproperlyConfigured(
                f"Line {number} of {path} is no setting: write NAME=value without spaces round the sign, or # "
                "before a comment."
            )
    environ.Env.read_env(io.StringIO("\n".join(lines)))


def site_address(value: str) -> str:
    """The public address without its closing slash: a scheme, a host and perhaps a port, nothing else."""
    if not value.startswith(("http://", "https://")):
        raise ImproperlyConfigured(f"SITE_URL must begin with http:// or https://, and is {value!r}.")
    address = value.rstrip("/")
    try:
        parts = urlsplit(address)
        whole = parts.hostname and f"{parts.scheme}://{parts.netloc}" == address and (parts.port or 1)
    except ValueError:
        whole = False
    if not whole or re.search(r"[\s@\\]", address):
        raise ImproperlyConfigured(
            "SITE_URL is no address of a site: write it as https://archive.example.org, with a port if need be and "
            "no path."
        )
    return address


def time_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (OSError, ValueError, LookupError):
        meant = [zone for zone in available_timezones() if zone.lower().endswith(name.lower().strip("/ "))]
        example = min(meant, key=len, default="Europe/Moscow")
        raise ImproperlyConfigured(
            f"TIME_ZONE={name} is no time zone: write region and city, such as {example}, or UTC."
        ) from None
    return name


def language(code: str) -> str:
    if code not in dict(LANGUAGES) and code != "en-us":
        raise ImproperlyConfigured(
            f"LANGUAGE_CODE={code} is no language that Django speaks: write one such as en-gb, ru or zh-hans."
        )
    return code


def flag(name: str, value: str) -> bool:
    if value.strip().lower() not in ON | OFF:
        raise ImproperlyConfigured(f"{name}={value} is neither on nor off: write true, or false.")
    return value.strip().lower() in ON


def number(name: str, value: str, least: int) -> int:
    if not re.fullmatch("[0-9]{1,6}", value.strip()) or int(value) < least:
        raise ImproperlyConfigured(f"{name}={value} cannot be: write a number from {least} up.")
    return int(value)


def hosts(names: list[str]) -> list[str]:
    """Names as a browser sends them, or `*`, or `.example.org` with all below it."""
    names = [name.strip() for name in names]
    for name in names:
        if not re.fullmatch(r"\*|\.?[\w-]+(\.[\w-]+)*\.?|\[[0-9A-Fa-f:.]+\]", name):
            raise ImproperlyConfigured(
                f"ALLOWED_HOSTS={name} is no host: write names alone, by commas, without https://, port or path."
            )
    return names


def second_factor(value: str) -> str:
    if value not in ("optional", "required"):
        raise ImproperlyConfigured(f"SECOND_FACTOR={value} says nothing: write required, or optional.")
    return value


def database(url: str) -> dict:
    """The database that an address names, as DATABASES wants it."""
    scheme = url.partition("://")[0]
    if scheme not in (*POSTGRESQL, "sqlite"):
        raise ImproperlyConfigured("DATABASE_URL must begin with postgres:// or sqlite:///.")
    if scheme == "sqlite" and not re.match("sqlite:///[^?]", url):
        raise ImproperlyConfigured("DATABASE_URL names no file: write it as sqlite:////srv/archive.sqlite3.")
    try:
        read = environ.Env.db_url_config(url)
    except ValueError:
        read = {"NAME": ""}
    if not read["NAME"] or (read.get("PORT") and not 0 < int(read["PORT"]) <= HIGHEST_PORT):
        raise ImproperlyConfigured(
            "DATABASE_URL is not readable: write it as postgres://user:password@host:5432/name, and "
            "percent-encode signs such as @ or / in the password."
        )
    return read


def replica(url: str, primary: dict) -> dict:
    """The replica that an address names: as ``primary``, but for a connection that gives up soon, and no pool."""
    if not primary["ENGINE"].endswith("postgresql") or not url.startswith(
        tuple(f"{s}://" for s in POSTGRESQL)
    ):
        raise ImproperlyConfigured(
            "READ_REPLICA_URL must begin with postgres://, and so must DATABASE_URL: SQLite has no replica."
        )
    options = {name: value for name, value in primary["OPTIONS"].items() if name != "pool"}
    read = database(url)
    # What its own address says of it, of TLS above all, comes before what the primary's says.
    options |= {"connect_timeout": 2} | read.get("OPTIONS", {})
    # A connection is kept by each thread; one that is gone is noticed by the question that comes first.
    return read | {"OPTIONS": options, "CONN_MAX_AGE": 60}


def cache(url: str) -> dict:
    """The cache that an address names, as CACHES wants it."""
    scheme, _, place = url.partition("://")
    if scheme in REDIS and place.strip("/"):
        return _redis(url)
    if scheme not in CACHES or (scheme in ("dbcache", "filecache") and not place):
        raise ImproperlyConfigured(
            "CACHE_URL must be locmemcache://, redis:// with a host, dbcache:// with a table, or filecache:// with a "
            "folder."
        )
    read = environ.Env.cache_url_config(url)
    read.setdefault("OPTIONS", {}).setdefault("MAX_ENTRIES", ENTRIES)
    return read


def _redis(url: str) -> dict:
    """Django's own back end, over connections that wait for nobody for long."""
    try:
        _ = urlsplit(url).port
    except ValueError:
        raise ImproperlyConfigured(
            "CACHE_URL is not readable: write it as redis://:password@host:6379/0, and percent-encode signs such as "
            "@ or / in the password."
        ) from None
    _check_options_of_redis(url)
    return {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": url,
        "OPTIONS": {"pool_class": "config.shared_cache.PatientPool"},
    }


def _check_options_of_redis(url: str) -> None:
    """What stands after the “?” is looked at by redis when a connection is made, which is when a reader asks."""
    from redis import ConnectionPool, RedisError  # takes a while to load, where no Redis is used

    try:
        ConnectionPool.from_url(url).make_connection()
    except (RedisError, TypeError, ValueError):
        raise ImproperlyConfigured(
            "CACHE_URL has an option after its “?” that Redis does not know: take it out. For TLS write "
            "rediss://:password@host:6379/0, and ?ssl_ca_certs=/a/file where your own authority has signed."
        ) from None


def media_storage(url: str) -> dict:
    """The S3-compatible store that an address names, as STORAGES wants it."""
    try:
        parts = urlsplit(url)
        place = f"{parts.hostname}{f':{parts.port}' if parts.port else ''}"
        options = dict(parse_qsl(parts.query, strict_parsing=True)) if parts.query else {}
    except ValueError:
        raise ImproperlyConfigured(NO_STORE) from None
    bucket, _, folder = unquote(parts.path).strip("/").partition("/")
    whole = parts.scheme in STORES and parts.hostname and parts.username and parts.password
    if not whole or not re.fullmatch("[a-z0-9][a-z0-9.-]{2,62}", bucket) or options.keys() - {"region"}:
        raise ImproperlyConfigured(NO_STORE)
    return {
        "BACKEND": "publishing.store.PictureStore",
        "OPTIONS": {
            "endpoint_url": f"{STORES[parts.scheme]}://{place}",
            "region_name": options.get("region", "us-east-1"),  # what stores take that know of none
            "access_key": unquote(parts.username or ""),
            "secret_key": unquote(parts.password or ""),
            "bucket_name": bucket,
            "location": folder,
        },
    }


def mailer(url: str) -> dict:
    """The mail server that an address names, as MAILERS wants it."""
    scheme = url.partition("://")[0]
    if scheme not in MAIL_SERVERS:
        raise ImproperlyConfigured(NO_MAIL_SERVER)
    try:
        read = environ.Env.email_url_config(url)
    except ValueError:
        raise ImproperlyConfigured(NO_MAIL_SERVER) from None
    if scheme == "consolemail":
        return {"BACKEND": read["EMAIL_BACKEND"]}
    if not read["EMAIL_HOST"] or read["EMAIL_FILE_PATH"] or "OPTIONS" in read:
        raise ImproperlyConfigured(NO_MAIL_SERVER)
    options = {
        "host": read["EMAIL_HOST"],
        "port": read["EMAIL_PORT"],
        "username": read["EMAIL_HOST_USER"],
        "password": read["EMAIL_HOST_PASSWORD"],
        "timeout": 10,  # seconds; who waits for it is a thread of its own (config/post.py)
    }
    return {"BACKEND": read["EMAIL_BACKEND"], "OPTIONS": options | MAIL_SERVERS[scheme]}


def sender(address: str) -> str:
    """The address that mail comes from, alone or with a name before it: Archive <archive@example.org>."""
    try:
        validate_email(parseaddr(address)[1])
    except ValidationError:
        raise ImproperlyConfigured(
            "EMAIL_FROM is no address: write it as archive@example.org, or as Our Archive <archive@example.org>."
        ) from None
    return address


def port(value: str) -> int:
    if not re.fullmatch("[0-9]{1,5}", value) or not 0 < int(value) <= HIGHEST_PORT:
        raise ImproperlyConfigured(f"PORT={value} is no port: choose a number from 1 to {HIGHEST_PORT}.")
    return int(value)
