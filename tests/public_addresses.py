"""Every address that a visitor may ask for, taken from the URLconf: a new one must be added here to be walked."""

from django.urls import URLPattern, URLResolver, get_resolver

#: Not for the public, or without any content.
NOT_WALKED = {"admin", "cleaned", "healthz", "session", "view_on_site"}


def names_in_urlconf() -> set[str]:
    """The names of all public patterns, with their namespaces: "events:event"."""
    return set(_names(get_resolver().url_patterns, ""))


def _names(patterns, namespace: str):
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            if pattern.namespace != "admin":
                inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
                yield from _names(pattern.url_patterns, inner)
        elif isinstance(pattern, URLPattern) and pattern.name not in NOT_WALKED:
            yield f"{namespace}{pattern.name}"
