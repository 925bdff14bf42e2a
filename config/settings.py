"""Settings, all read from the environment (see .env.example, which explains each).

A `.env` file beside manage.py is read too; the environment wins over it. With DEBUG off the project refuses
to start without the settings that only an operator can know, and names all that are missing.
"""

import os
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured
from django.templatetags.static import static
from django.utils.csp import CSP

from config import connections, environment

BASE_DIR = Path(__file__).resolve().parent.parent

environment.read_env_file(BASE_DIR / ".env")
env = environ.Env(interpolate=False)  # a key or password may begin with $
# A blank value is an unset one: a copied .env.example and compose's ${NAME:-} leave some behind.
env.ENVIRON = {name: value for name, value in os.environ.items() if value.strip()}

DEBUG = environment.flag("DEBUG", env.str("DEBUG", default="false"))

NEEDED_IN_PRODUCTION = ["SECRET_KEY", "ALLOWED_HOSTS", "SITE_URL"]
missing = [name for name in NEEDED_IN_PRODUCTION if name not in env.ENVIRON]
if missing and not DEBUG:
    raise ImproperlyConfigured(
        f"With DEBUG off, these settings must be set in the environment: {', '.join(missing)}. "
        "See .env.example; to try the project out, set DEBUG=true or use `make run`."
    )

# The fixed key serves a trial on one's own machine; with DEBUG off the check above insists on a real one.
SECRET_KEY = env.str("SECRET_KEY", default="not-a-secret-for-a-trial-on-your-own-machine-only")
ALLOWED_HOSTS = environment.hosts(env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]"]))

# --- The site ----------------------------------------------------------------------------------------------

# Name, institution, licence, language and clock as long as nobody has saved the settings on the desk (house/models.py).
SITE_NAME = env.str("SITE_NAME", default="Rapporteur")
SITE_URL = environment.site_address(env.str("SITE_URL", default="http://127.0.0.1:8000"))
# What records are called by machines is made of it. Unset, the settings on the desk keep the host that they were first
# saved under, so that an archive that moves keeps its names.
IDENTITY_HOST = env.str("IDENTITY_HOST", default="")
# Who held the events, for JSON-LD; the archive itself where nobody is named.
INSTITUTION_NAME = env.str("INSTITUTION_NAME", default=SITE_NAME)
# Under which licence readers may take texts and data; "none" grants nothing.
LICENCE_URL = env.str("LICENCE_URL", default="https://creativecommons.org/licenses/by/4.0/")
if LICENCE_URL == "none":
    LICENCE_URL = ""
LICENCE_NAME = env.str("LICENCE_NAME", default="Creative Commons Attribution 4.0")
SITE_IS_HTTPS = SITE_URL.startswith("https://")

TIME_ZONE = environment.time_zone(env.str("TIME_ZONE", default="UTC"))
USE_TZ = True
LANGUAGE_CODE = environment.language(env.str("LANGUAGE_CODE", default="en-gb"))
USE_I18N = True
FORMAT_MODULE_PATH = ["config.formats"]
# What the public pages speak. Each but the archive's own stands first in its addresses; a further one is a code here
# and a folder of locale/ beside that of Russian.
INTERFACE_LANGUAGES = ("en", "ru")
LOCALE_PATHS = [BASE_DIR / "locale"]

# --- Applications ------------------------------------------------------------------------------------------

INSTALLED_APPS = [
    "config.apps.ProjectConfig",  # the commands that start the archive; runserver is one, so it stands first
    "unfold.apps.BasicAppConfig",  # its templates replace the admin's; Basic: the site is our own
    "unfold.contrib.filters",
    "config.apps.DeskConfig",  # django.contrib.admin with our AdminSite
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_countries",
    "django_prose_editor",
    "django_htmx",
    "django_otp.plugins.otp_totp",
    "publishing",
    "people",
    "events",
    "opinions",
    "house",
    "search",
    "public",
    "following",
    "api",
    "intake",
    "verifying",
    "keeping",
    "desk",
    "demonstration",
]

MIDDLEWARE = [
    "config.log.request_id",
    "config.bodies.none_for_head",
    "config.health.health",  # asked without a host to guess and without TLS, so before both are looked at
    "publishing.editions.asked_once",
    "api.middleware.for_programs",  # what a cache answers needs its headers too
    "config.busy.large_ones_in_turn",  # sees each answer as it is sent
    "public.page_cache.PageCache",  # before all else: what it has kept is answered at once
    "house.speaking.as_the_house_says",
    "publishing.interface.by_address",  # early: whatever refuses does so in the reader's language
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "public.middleware.compressed",  # outside of whatever sets a cookie or varies by one
    "public.made_pages.found_or_made",  # behind it: what is kept is compressed already
    "public.search_engines.asked_to_leave_out",  # inside of what compresses: it reads the answer
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "desk.log_ins.noticed",
    "desk.second_factor.only_with_it",  # before anybody asks who is here
    "publishing.author.known_author",
    "config.bodies.bounded",  # needs to know who asks, and must come before a form is read
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "house.old_site.middleware.redirects",  # after the archive's own old addresses
    "publishing.middleware.old_addresses",
    "config.busy.in_turn",
]
# What costs many times what a page does (config/busy.py).
COSTLY_PATHS = tuple(
    f"{language}{path}"
    for language in ("", *(f"/{code}" for code in INTERFACE_LANGUAGES))
    for path in ("/search/", "/api/v1/search/", "/verify/")
)

# What a page shows of the house when no database can be asked.
HOUSE_WITHOUT_A_DATABASE = "house.now.known"
# Within it a command of an archive runs (publishing/commands.py).
FOR_A_COMMAND = "house.speaking.as_it_says"

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "publishing.rendering.Templates",  # Django's own, but that it leaves nothing behind
        "NAME": "django",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            # Every template of the public pages asks the first; the second remembers what it says.
            "builtins": ["django.templatetags.i18n", "publishing.templatetags.remembered"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.csp",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "house.context.house",
            ],
        },
    },
]
#: Writes the plain widgets without a template for each.
FORM_RENDERER = "publishing.form_renderer.Renderer"

# --- Database ----------------------------------------------------------------------------------------------

SQLITE_OPTIONS = {
    # IMMEDIATE: a transaction that will write waits for its turn at the start, instead of failing half-way.
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    # WAL: readers and the one writer do not wait for each other. FULL: what was answered is on the disk, and a power
    # cut takes none of it (docs/performance.md has the price).
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
}
# Not as ?pool=true in the address: psycopg's pool does not take the string that it becomes there.
POSTGRESQL_OPTIONS = {
    # As many as a process has threads. Seconds: a database that is away is told at once, not after a queue of
    # waiting pages, and found again as soon as somebody asks.
    # A connection is tried before it is used: after a restart of PostgreSQL all of them are dead.
    "pool": {"min_size": 1, "max_size": 8, "timeout": 2, "reconnect_timeout": 2, "check": connections.check},
    "connect_timeout": 2,  # seconds; psycopg would wait for two minutes
    # Compiling a plan costs more than any of our queries; and a page read at random from memory or an SSD costs
    # hardly more than the next one: with the server's default of 4, frequent words are read in the wrong order.
    # What is planned once (publishing/questions.py) has one plan, and is not tried with each one's own first.
    "options": "-c jit=off -c random_page_cost=1.1 -c plan_cache_mode=force_generic_plan",
}

DATABASE = environment.database(env.str("DATABASE_URL", default=f"sqlite:///{BASE_DIR / 'db.sqlite3'}"))
DATABASES = {"default": DATABASE}
is_sqlite = DATABASE["ENGINE"] == "django.db.backends.sqlite3"
DATABASE.setdefault("OPTIONS", {}).update(SQLITE_OPTIONS if is_sqlite else POSTGRESQL_OPTIONS)
if is_sqlite:
    DATABASE["ENGINE"] = "config.sqlite3"  # which reads a file that cannot be written, too
    DATABASE["CONN_MAX_AGE"] = None
    MIDDLEWARE.insert(0, "config.connections.to_the_file_that_is_there")
else:
    DATABASE["ENGINE"] = "config.postgresql"  # which is not waited for twice where it is away

if "READ_REPLICA_URL" in env.ENVIRON:
    DATABASES["replica"] = environment.replica(env.str("READ_REPLICA_URL"), DATABASE)
    DATABASE_ROUTERS = ["config.replica.Router"]
    MIDDLEWARE.insert(0, "config.replica.ReadersFromReplica")

CACHES = {"default": environment.cache(env.str("CACHE_URL", default="locmemcache://"))}
# What is counted to keep strangers out is counted here while the one that machines share is away (config/log_in.py).
CACHES["process"] = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "process"}

# --- Files -------------------------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = env.path("STATIC_ROOT", default=str(BASE_DIR / "staticfiles"))()
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = env.path("MEDIA_ROOT", default=str(BASE_DIR / "media"))()

# Where an upgrade puts the backup that it makes first.
BACKUP_ROOT = env.path("BACKUP_ROOT", default=str(BASE_DIR / "backups"))()

# Where `manage.py export` puts the public archive, to be taken along at /data/.
EXPORT_ROOT = env.path("EXPORT_ROOT", default=str(BASE_DIR / "export"))()

MEDIA_IS_ELSEWHERE = "MEDIA_STORAGE_URL" in env.ENVIRON
STORAGES = {
    "default": environment.media_storage(env.str("MEDIA_STORAGE_URL"))
    if MEDIA_IS_ELSEWHERE
    else {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        # gzip alone: with brotli, collectstatic takes a minute instead of three seconds.
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "public.styles.JoiningStorage"
    },
}

# --- Who may come in ---------------------------------------------------------------------------------------

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
# How long a link to choose a password works (config/passwords.py): over a weekend, for whoever reads it on Monday.
PASSWORD_RESET_TIMEOUT = int(timedelta(days=3).total_seconds())
# How long the desk's book of deeds is kept.
DEEDS_KEPT_MONTHS = environment.number("DEEDS_KEPT_MONTHS", env.str("DEEDS_KEPT_MONTHS", default="24"), 1)
DEEDS_KEPT = timedelta(days=31 * DEEDS_KEPT_MONTHS)
# Whether everybody at the desk gives a code beside the password, or whoever likes to.
SECOND_FACTOR = environment.second_factor(env.str("SECOND_FACTOR", default="optional"))
# What an app that makes such codes calls this archive.
OTP_TOTP_ISSUER = urlsplit(SITE_URL).hostname or "Rapporteur"
LOGIN_URL = "admin:login"
LOGIN_REDIRECT_URL = "admin:index"

# --- Security ----------------------------------------------------------------------------------------------

# Public pages take everything from this site. What the admin needs beyond it is allowed in config/desk.py.
SECURE_CSP: dict[str, list[str]] = {
    "default-src": [CSP.SELF],
    "img-src": [CSP.SELF, "data:"],
    "object-src": [CSP.NONE],
    "base-uri": [CSP.NONE],
    "form-action": [CSP.SELF],
    "frame-ancestors": [CSP.NONE],
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"

SECURE_SSL_REDIRECT = environment.flag(
    "SECURE_SSL_REDIRECT", env.str("SECURE_SSL_REDIRECT", default=str(SITE_IS_HTTPS))
)
SECURE_HSTS_SECONDS = int(timedelta(days=365).total_seconds()) if SITE_IS_HTTPS else 0
SILENCED_SYSTEM_CHECKS = [
    "security.W005",  # subdomains are the domain owner's to decide, not this application's
    "security.W021",  # and so is the browsers' preload list
    "mail.W001",  # no mailer: mail is only sent where EMAIL_URL is set
]
# Only behind a proxy that sets this header itself may it be believed: anybody can send it.
BEHIND_PROXY = environment.flag("BEHIND_PROXY", env.str("BEHIND_PROXY", default="false"))
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
# How many proxies of our own each request passes: so many addresses of X-Forwarded-For, from its right, are true.
TRUSTED_PROXIES = environment.number(
    "TRUSTED_PROXIES", env.str("TRUSTED_PROXIES", default="1" if BEHIND_PROXY else "0"), 0
)

SESSION_COOKIE_SECURE = SITE_IS_HTTPS
CSRF_COOKIE_SECURE = SITE_IS_HTTPS
CSRF_COOKIE_HTTPONLY = True
CSRF_TRUSTED_ORIGINS = [SITE_URL]
CSRF_FAILURE_VIEW = "config.views.not_taken"

# An event with 60 speakers and 300 statements is one form of about 6,000 fields and perhaps a megabyte.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
# All that an editor may send at once, files included; strangers may send far less (config/bodies.py).
LARGEST_BODY = 25 * 1024 * 1024

# What must hold before readers are served: each names a function that returns what is missing, or a blank.
READINESS = ["search.indexing.lacking"]
if MEDIA_IS_ELSEWHERE:
    READINESS.append("publishing.store.lacking")

# --- Mail --------------------------------------------------------------------------------------------------

# Where no server is named none is sent: an administrator passes on what would be mailed (config/passwords.py).
MAILERS: dict[str, dict] = (
    {"default": environment.mailer(env.str("EMAIL_URL"))} if "EMAIL_URL" in env.ENVIRON else {}
)
DEFAULT_FROM_EMAIL = (
    environment.sender(env.str("EMAIL_FROM"))
    if "EMAIL_FROM" in env.ENVIRON
    else f"archive@{urlsplit(SITE_URL).hostname}"
)

# --- The log -----------------------------------------------------------------------------------------------

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {request_id} {message}", "style": "{"}},
    "filters": {
        "request_id": {"()": "config.log.WithRequestId"},
        "outages": {"()": "config.outages.InALine"},
        "in_print": {"()": "config.log.InPrint"},
    },
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "line",
            "filters": ["request_id", "outages", "in_print"],
        },
        "nowhere": {"class": "logging.NullHandler"},
    },
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        # Django's own handlers stay quiet with DEBUG off; an operator reads the console.
        "django": {"handlers": ["console"], "level": "INFO", "propagate": False},
        # A guessed host name is a visitor's mistake, told by the 400; as an error it would fill the log. Of a logger
        # without any handler Python writes what is an error all the same.
        "django.security.DisallowedHost": {"handlers": ["nowhere"], "propagate": False},
    },
}

# --- The desk (admin) --------------------------------------------------------------------------------------

UNFOLD = {
    "SITE_TITLE": "house.desk.name",
    "SITE_HEADER": "house.desk.name",
    "SITE_SYMBOL": "ink_pen",
    "SITE_FAVICONS": [
        {"rel": "icon", "type": "image/svg+xml", "href": lambda request: static("icon.svg")},
    ],
    "SHOW_HISTORY": True,
    "SHOW_VIEW_ON_SITE": True,
    "BORDER_RADIUS": "6px",
    "STYLES": ["desk.assets.tokens", "desk.assets.style"],
    "SCRIPTS": ["desk.assets.script"],
    "LOGIN": {"form": "desk.logging_in.TwoStepForm"},
    "DASHBOARD_CALLBACK": "desk.dashboard.desk",
    "COLORS": {
        # The accent of the public pages, in the steps that unfold asks for.
        "primary": {
            "50": "oklch(97.5% .012 264)",
            "100": "oklch(95.5% .02 264)",
            "200": "oklch(90% .055 264)",
            "300": "oklch(82% .09 264)",
            "400": "oklch(74% .12 264)",
            "500": "oklch(70% .13 264)",
            "600": "oklch(47% .15 264)",
            "700": "oklch(43% .15 264)",
            "800": "oklch(37% .13 264)",
            "900": "oklch(31% .1 264)",
            "950": "oklch(25% .08 264)",
        },
    },
    "ACCOUNT": {"navigation": "desk.navigation.own_account"},
    "SIDEBAR": {"navigation": "desk.navigation.groups"},
}
