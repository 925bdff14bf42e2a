"""What a visitor waits for at the search page, in archives of several sizes.

``python -m bench.search`` makes and fills a database for each size and each kind of database, and measures them
in turn; ``--keep`` leaves the databases for the next run, which then only measures.
"""

import argparse
import json
from statistics import median

from bench.databases import DATA, Database, vendors

SIZES = [20_000, 200_000, 1_000_000]
ROUNDS = 3
#: What the product promises on PostgreSQL: milliseconds at the largest size, and times the smallest.
MOST_MILLISECONDS, MOST_TIMES = 150, 3


def main() -> None:
    options = parse_arguments()
    figures: dict[str, dict] = {}
    for vendor in options.databases or vendors():
        databases = {size: Database(vendor, f"rapporteur_bench_{size}") for size in sorted(options.sizes)}
        figures[vendor] = {"filling": {}, "pages": {size: {} for size in databases}}
        for size, database in databases.items():
            if not database.exists():
                figures[vendor]["filling"][size] = fill(database, size)
        # In turn, so that what else the machine does falls on all sizes alike.
        for _ in range(ROUNDS):
            for size, database in databases.items():
                times = json.loads(database.run("bench.search_pages", str(options.runs)))
                for page, milliseconds in times.items():
                    figures[vendor]["pages"][size].setdefault(page, []).extend(milliseconds)
        print_table(vendor, figures[vendor]["pages"])
        if not options.keep:
            for database in databases.values():
                database.drop()
    file = DATA / "search.json"
    file.write_text(json.dumps(figures, indent=1))
    print(f"\nAll times are in {file}.")


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bin/bench search", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="numbers of statements")
    parser.add_argument("--databases", nargs="+", choices=["sqlite", "postgresql"])
    parser.add_argument("--runs", type=int, default=5, help=f"of each page, {ROUNDS} times over")
    parser.add_argument("--keep", action="store_true", help="leave the databases for the next run")
    return parser.parse_args()


def fill(database: Database, size: int) -> dict[str, float]:
    """Make the archive and its index; returns the seconds that each took."""
    database.create()
    seconds = json.loads(database.run("bench.search_filling", str(size)))
    in_words = ", ".join(f"{name} {number:,.0f} s" for name, number in seconds.items())
    print(f"{database.vendor}, {size:,} statements: {in_words}", flush=True)
    return seconds


def print_table(vendor: str, pages: dict[int, dict[str, list[float]]]) -> None:
    sizes = list(pages)
    smallest, largest = sizes[0], sizes[-1]
    heads = [f"{size:,}" for size in sizes]
    print(f"\n{vendor}: milliseconds, median (slowest)")
    print("| page | " + " | ".join(heads) + " | times |")
    print("| --- |" + " ---: |" * (len(sizes) + 1))
    for page in pages[largest]:
        middles = {size: median(pages[size][page]) for size in sizes}
        times = middles[largest] / middles[smallest]
        cells = [f"{middles[size]:.0f} ({max(pages[size][page]):.0f})" for size in sizes]
        slow = middles[largest] > MOST_MILLISECONDS or times > MOST_TIMES
        mark = " **over**" if slow and vendor == "postgresql" else ""
        print(f"| {page} | " + " | ".join(cells) + f" | {times:.1f}{mark} |", flush=True)


if __name__ == "__main__":
    main()
