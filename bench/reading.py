"""How long the reader of reports takes, from a page to a book: ``python -m bench.reading``."""

import argparse
from pathlib import Path
from statistics import median
from time import perf_counter

from intake.reading import read_report
from tests.intake.voices_format import read_source

SOURCES = sorted((Path(__file__).parents[1] / "tests/intake/voices").glob("*.src"))
#: Characters; 20 printed pages hold about 60,000.
SIZES = [3_000, 60_000, 200_000]


def main() -> None:
    parser = argparse.ArgumentParser(prog="bin/bench reading", description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    report = "\n\n".join(read_source(source)[0] for source in SOURCES)
    print("\nreading a report: milliseconds, median (slowest)")
    for size in SIZES:
        text = (report * (size // len(report) + 1))[:size]
        times = sorted(milliseconds(text) for _ in range(runs))
        print(f"{size:>9,} characters: {median(times):.0f} ({times[-1]:.0f})")


def milliseconds(text: str) -> float:
    begun = perf_counter()
    read_report(text)
    return (perf_counter() - begun) * 1000


if __name__ == "__main__":
    main()
