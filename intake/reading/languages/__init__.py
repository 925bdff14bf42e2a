"""The languages that reports are read in: a folder each, with the same names in it. A further one is a folder here
and a line in FOLDERS."""

from importlib import import_module
from types import ModuleType

FOLDERS = ("english", "russian", "german")


def modules(name: str) -> list[ModuleType]:
    """The module of that name in each language's folder."""
    return [import_module(f"{__name__}.{folder}.{name}") for folder in FOLDERS]


def either(name: str, constant: str) -> str:
    """What each language has under `constant` in its module `name`, as one alternation: a page's furniture is known
    before its language is."""
    return "|".join(getattr(module, constant) for module in modules(name) if hasattr(module, constant))


def every(name: str, constant: str) -> list[str]:
    """The words of all languages' lists of that name."""
    return [word for module in modules(name) for word in getattr(module, constant, ())]
