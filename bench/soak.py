"""What strangers and mishaps do to readers: `make soak`, or `bin/soak strangers --seconds 20`.

Serves the demonstration with bin/serve's server, from a PostgreSQL of its own that is made and thrown away, behind
nginx as docs/operators.md sets it up where `--proxy` is given. `strangers` measures what readers wait for, before and
during each attack; `kills` ends workers and the database in the middle of work, and looks for what was answered.
Prints what it finds; ends with 1 where a bound does not hold.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from bench import soak_kills, soak_server, soak_strangers

PARTS = {"strangers": soak_strangers.run, "kills": soak_kills.run}


def main() -> None:
    options = parsed()
    with (
        tempfile.TemporaryDirectory(prefix="rapporteur-soak-") as folder,
        soak_server.served(Path(folder), proxy=options.proxy) as archive,
    ):
        held = [PARTS[part](archive, options) for part in options.parts]
    sys.exit(0 if all(held) else 1)


def parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], help="all of them, if none is named")
    parser.add_argument("--seconds", type=int, default=20, help="how long each attack lasts")
    parser.add_argument("--times", type=int, default=50, help="how often something is killed")
    parser.add_argument("--proxy", action="store_true", help="put nginx in front, as documented")
    options = parser.parse_args()
    options.parts = options.parts or list(PARTS)
    return options


if __name__ == "__main__":
    main()
