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


#: People whom the report of many people names; each says something, and each is named by another.
MANY = 200
GIVEN = (
    "Ada Ben Cora Dan Ella Finn Gina Hugo Ines Jack Kira Liam Mona Nils Olga Paul Rosa Sven Tara Vera".split()
)
FIRST_PARTS = "Hal Bren Cor Dun Fen Gar Hol Kel Lan Mor".split()


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
    text = of_many_people(60_000)
    times = sorted(milliseconds(text) for _ in range(runs))
    print(f"{len(text):>9,} characters that name {MANY} people: {median(times):.0f} ({times[-1]:.0f})")


def of_many_people(size: int) -> str:
    """A report of that length in which everybody says something and is spoken of by somebody else."""
    people = [(GIVEN[i % 20], f"{FIRST_PARTS[i // 20]}{GIVEN[i % 20].lower()}son") for i in range(MANY)]
    text, turn = "A long report", 0
    while len(text) < size:
        (given, surname), (_, other) = people[turn % MANY], people[turn * 7 % MANY]
        text += (
            f"\n\n{given} {surname}, director of the Harbour Institute, said that the harvest had been late. {surname} "
            f"added that prices would rise. “We have seen worse,” {surname} said, and {other} replied that the wells "
            "were dry. The audience asked about water."
        )
        turn += 1
    return text


def milliseconds(text: str) -> float:
    begun = perf_counter()
    read_report(text)
    return (perf_counter() - begun) * 1000


if __name__ == "__main__":
    main()
