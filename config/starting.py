"""What apps know of a database that `make start` should not serve; those further down the line tell it here."""

from collections.abc import Callable

#: Each returns a sentence that says why not and what to do, or nothing. Added to in `AppConfig.ready()`.
objections: list[Callable[[], str]] = []
