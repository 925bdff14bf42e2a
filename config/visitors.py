"""Where a request comes from, as far as it can be believed. Nothing of it is written down."""

import ipaddress

from django.conf import settings


def address(request) -> str:
    """The visitor's network: of IPv4 the address, of IPv6 the 64 bits that one household has, blank if unknown.

    Each trusted proxy adds the address that it was asked from at the right of X-Forwarded-For; what stands
    further left is what a visitor claims.
    """
    heard = request.META.get("REMOTE_ADDR", "")
    if hops := settings.TRUSTED_PROXIES:
        claims = request.headers.get("x-forwarded-for", "").split(",")
        heard = claims[-hops].strip() if len(claims) >= hops else ""
        heard = heard or request.META.get("REMOTE_ADDR", "")
    try:
        known = ipaddress.ip_address(heard.partition("%")[0])
    except ValueError:
        return ""
    if known.version == 6 and known.ipv4_mapped:
        known = known.ipv4_mapped
    return str(known) if known.version == 4 else str(ipaddress.ip_network((known, 64), strict=False))
