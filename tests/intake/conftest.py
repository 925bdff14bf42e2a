from pathlib import Path

import pytest

from intake.importing import take_in
from tests.desk.conftest import editor, publisher  # noqa: F401 -- fixtures, used by name

REPORTS = Path(__file__).parent / "reports"


@pytest.fixture
def report() -> str:
    """The reference event as the project retells it, laid out as a page of a report."""
    return (REPORTS / "reference.txt").read_text("utf-8")


@pytest.fixture
def intake(db, report):
    return take_in(report, "https://example.org/summit")[0]
