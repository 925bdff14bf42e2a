"""Who may import whom (docs/architecture.md), read from the code: an import in a function counts like any other."""

import ast
import sys
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parent.parent

#: publishing ← people ← events ← opinions ← house, search ← intake, public, keeping, desk, demonstration;
#: intake, public ← verifying; public ← following
RECORDS = {"publishing", "people", "events", "opinions"}
SHOWN = RECORDS | {"house", "search"}
MAY_IMPORT = {
    "config": set(),  # the project names its apps in settings and addresses, as words, and needs none of them
    "publishing": set(),
    "people": {"publishing"},
    "events": {"publishing", "people"},
    "opinions": {"publishing", "people", "events"},
    "house": RECORDS,
    "search": RECORDS,
    "intake": SHOWN | {"config"},  # what cannot be saved now is told on the page that holds the words
    "public": SHOWN | {"config"},  # what strangers send is counted by where it comes from
    "following": SHOWN | {"public", "config"},  # what is new is what feeds say; letters go by config's post
    "keeping": RECORDS | {"search"},
    # The same data as the public pages; its export is written as a backup is, of one moment and whole.
    "api": SHOWN | {"public", "keeping"},
    # Claims are cut by intake's reader of reports, and answered on a page of the public.
    "verifying": SHOWN | {"intake", "public"},
    # Its first page counts the reports that wait, and says how old the last backup is; the links that an administrator
    # hands out are config's, which lets people in.
    "desk": SHOWN | {"intake", "keeping", "config"},
    "demonstration": SHOWN | {"config"},  # its `trial` serves, as config's `start` does
}

#: Imports that wait until a function runs, beside those of AppConfig.ready(), where Django asks for it, and of
#: migrations, which are imported by number.
IN_FUNCTIONS = {
    ("events.models.event", "events.models"): "an event's querysets gather rows that point to the event",
    (
        "search.backends",
        "search.backends.postgresql",
    ): "the back end of one database is loaded where it is in use",
    (
        "search.backends",
        "search.backends.sqlite",
    ): "the back end of one database is loaded where it is in use",
    ("events.chatham_house", "events.affiliations"): "its tables are large, and only the Rule asks them",
    ("intake.files", "intake.markdown"): "its library is large: a command does not wait for it at its start",
    ("intake.files", "intake.pdf"): "its library is large: a command does not wait for it at its start",
}

#: Modules that need each other, each circle for the reason given above.
CIRCLES = [
    {
        "events.models",
        "events.models.event",
        "events.models.appearance",
        "events.models.statement",
        "events.models.complaint",
        "events.models.misattributed",
        "events.models.own_word",
    },
]


class Import(NamedTuple):
    module: str
    imported: str
    in_function: bool


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


@cache
def modules() -> dict[str, Path]:
    return {name_of(path): path for app in MAY_IMPORT for path in sorted((ROOT / app).rglob("*.py"))}


@cache
def imports() -> list[Import]:
    return [one for module, path in modules().items() for one in imports_of(module, path)]


def imports_of(module: str, path: Path):
    def walk(node: ast.AST, in_function: bool):
        for child in ast.iter_child_nodes(node):
            for imported in imported_by(child, module, path):
                yield Import(module, imported, in_function)
            yield from walk(child, in_function or isinstance(child, ast.FunctionDef | ast.Lambda))

    return walk(ast.parse(path.read_text(encoding="utf-8")), in_function=False)


def imported_by(node: ast.AST, module: str, path: Path) -> list[str]:
    """The full names of the modules that one statement imports; a model that is asked for by name is one as well."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        package = module.split(".") if path.name == "__init__.py" else module.split(".")[:-1]
        above = package[: len(package) - node.level + 1] if node.level else []
        source = ".".join([*above, *([node.module] if node.module else [])])
        named = [f"{source}.{alias.name}" for alias in node.names]
        return [name if name in modules() else source for name in named]
    if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "get_model" and node.args:
        label = node.args[0]
        return [f"{label.value.partition('.')[0]}.models"] if isinstance(label, ast.Constant) else []
    return []


def app_of(module: str) -> str:
    return module.partition(".")[0]


def test_each_app_is_on_the_line():
    apps = {path.parent.name for path in ROOT.glob("*/apps.py")}

    assert apps == set(MAY_IMPORT)


@pytest.mark.parametrize("app", MAY_IMPORT)
def test_app_imports_only_those_before_it(app):
    others = MAY_IMPORT.keys() - MAY_IMPORT[app] - {app}

    crossing = [one for one in imports() if app_of(one.module) == app and app_of(one.imported) in others]

    assert crossing == []


def test_tests_and_benches_are_imported_by_no_app():
    assert [one for one in imports() if app_of(one.imported) in ("tests", "bench")] == []


def test_reader_of_reports_is_plain_python():
    """It may be used, tried and measured without a database, a setting or a model."""
    reading = [one for one in imports() if one.module.startswith("intake.reading")]

    foreign = {
        one.imported
        for one in reading
        if app_of(one.imported) not in sys.stdlib_module_names
        and not one.imported.startswith("intake.reading")
    }

    assert reading and foreign == set()


def test_signals_are_received_by_those_that_are_known():
    receiving = {one.module for one in imports() if one.imported.startswith("django.db.models.signals")}

    # What is saved; that migrations have run, and an old index is to be made anew; that the file of a picture goes;
    # that somebody joins or leaves a group, which Django's own records say in no other way.
    assert receiving == {"search.receivers", "search.apps", "publishing.pictures", "desk.receivers"}


def test_imports_that_wait_for_a_function_are_known_and_have_a_reason():
    waiting = {
        (one.module, one.imported)
        for one in imports()
        if one.in_function
        and app_of(one.imported) in MAY_IMPORT
        and not one.module.endswith(".apps")
        and ".migrations." not in one.module
    }

    assert waiting == set(IN_FUNCTIONS)


def test_modules_stand_in_no_circle_that_is_not_known():
    reached = {module: reachable_from(module) for module in modules()}
    circles = {
        frozenset(other for other in reached[module] if module in reached[other])
        for module in modules()
        if module in reached[module]
    }

    assert circles == {frozenset(circle) for circle in CIRCLES}


def reachable_from(module: str) -> set[str]:
    found: set[str] = set()
    waiting = [module]
    while waiting:
        new = directly_imported()[waiting.pop()] - found
        found |= new
        waiting += new
    return found


@cache
def directly_imported() -> dict[str, set[str]]:
    found = defaultdict(set)
    for one in imports():
        if one.imported in modules() and one.imported != one.module:
            found[one.module].add(one.imported)
    return found
