"""Addresses of an old site, each in one form, however it was typed, exported or asked for."""

import re
import unicodedata
from urllib.parse import unquote_to_bytes, urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.http.request import validate_host

LONGEST = 500
ELSEWHERE = re.compile(r"https?://", re.I)
PATH = re.compile(r"/(?!/)[^\s\\]*")
HOST = re.compile(r"https?://[^/?#]*", re.I)
#: Says from which letter or network somebody came, sometimes who they are, and never which page is meant.
TRACKING = re.compile(rb"(?:utm_\w+|fbclid|gclid|dclid|msclkid|yclid|mc_cid|mc_eid|_hs\w+)(?:=|$)", re.I)
NO_ASCII = re.compile(rb"%[89A-Fa-f][0-9A-Fa-f]")
#: What would part an address in another place if it stood there as itself.
PARTS_A_PATH, PARTS_A_QUERY = frozenset("%?#"), frozenset("%#&=+;")

NO_ADDRESS = "An old address begins with / or with https://."
NO_TARGET = (
    "It leads to a path of this site, as /events/2019/talk/, or to an address that begins with https://."
)
TOO_LONG = f"It has more than {LONGEST} characters."


def one_form(address: str) -> str:
    """An old address as it is stored: a path with its query, if any. Raises ValueError, in words.

    Percent signs stand only where something would be read otherwise; capitals are kept, and so is the order of
    parameters. A slash at the end makes no other address, nor does what says where a visitor came from.
    """
    address = address.strip()
    if ELSEWHERE.match(address):
        address = HOST.sub("", address, count=1)
        address = address if address.startswith("/") else f"/{address}"
    if not address.startswith("/"):
        raise ValueError(NO_ADDRESS)
    path, _, query = address.partition("#")[0].partition("?")
    try:
        form = _joined(unquote_to_bytes(path), query.encode())
    except UnicodeEncodeError as error:  # half of a character
        raise ValueError(NO_ADDRESS) from error
    if len(form) > LONGEST:
        raise ValueError(TOO_LONG)
    return form


def form_asked(request) -> str:
    """What ``request`` asks for, in the same form. Longer than LONGEST, it is no old address."""
    return _joined(request.path_info.encode(), request.META.get("QUERY_STRING", "").encode("latin-1"))


def _joined(path: bytes, query: bytes) -> str:
    # What is no UTF-8 comes from Django in percent signs; so a letter that was quoted twice is that letter, too.
    path = NO_ASCII.sub(lambda quoted: unquote_to_bytes(quoted[0]), path)
    told = _readable(path.rstrip(b"/") or b"/", PARTS_A_PATH)
    parameters = [part for part in query.split(b"&") if part and not TRACKING.match(part)]
    return f"{told}?{'&'.join(map(_parameter, parameters))}" if parameters else told


def _parameter(part: bytes) -> str:
    """One parameter; a plus sign in it is a blank."""
    pieces = re.split(rb"([=;])", part.replace(b"+", b"%20"))
    return "".join(
        piece.decode() if number % 2 else _readable(unquote_to_bytes(piece), PARTS_A_QUERY)
        for number, piece in enumerate(pieces)
    )


def _readable(raw: bytes, parts: frozenset[str]) -> str:
    text = unicodedata.normalize("NFC", raw.decode("utf-8", "surrogateescape"))
    if text.isprintable() and " " not in text and parts.isdisjoint(text):
        return text  # as nearly all do, letter by letter
    return "".join(letter if _stands(letter, parts) else _quoted(letter) for letter in text)


def _stands(letter: str, parts: frozenset[str]) -> bool:
    return letter.isprintable() and not letter.isspace() and letter not in parts


def _quoted(letter: str) -> str:
    return "".join(f"%{byte:02X}" for byte in letter.encode("utf-8", "surrogateescape"))


def destination(target: str) -> str:
    """Where a redirect leads, as it is stored: a path of this site, or an address elsewhere.

    Raises ValueError, in words.
    """
    target = target.strip()
    if ELSEWHERE.match(target):
        if not _is_ours(target):
            _check_url(target)
            return _not_too_long(target)
        target = HOST.sub("", target, count=1)
        target = target if target.startswith("/") else f"/{target}"
    # Two slashes, or a backslash that a browser takes for one, would lead to another site.
    if not PATH.fullmatch(target) or not target.isprintable():
        raise ValueError(NO_TARGET)
    return _not_too_long(target)


def _not_too_long(target: str) -> str:
    if len(target) > LONGEST:
        raise ValueError(TOO_LONG)
    return target


def _is_ours(url: str) -> bool:
    own = [urlsplit(settings.SITE_URL).hostname or "", *(one for one in settings.ALLOWED_HOSTS if one != "*")]
    try:
        return validate_host(urlsplit(url).hostname or "", own)
    except ValueError:  # no address at all
        return False


def _check_url(url: str) -> None:
    try:
        URLValidator(["http", "https"])(url)
    except ValidationError as error:
        raise ValueError(NO_TARGET) from error


def is_elsewhere(target: str) -> bool:
    return not target.startswith("/")
