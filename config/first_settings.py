"""Write .env for the first start of an archive on this machine: `python -m config.first_settings PORT`.

It holds the three settings that production needs, the key made anew; a .env that is there stays as it is.
"""

import os
import secrets
import sys
from pathlib import Path

from config import environment, problems

SETTINGS = """\
# Written by the first `make start`; .env.example explains these settings and the others.
SECRET_KEY={key}
ALLOWED_HOSTS=127.0.0.1,localhost
SITE_URL=http://127.0.0.1:{port}
"""


def write(path: Path, port: int) -> None:
    """Make the file, to be read by its owner alone. Raises FileExistsError where it is there."""
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(SETTINGS.format(key=secrets.token_urlsafe(64), port=port))


if __name__ == "__main__":
    with problems.told():
        write(Path(__file__).resolve().parent.parent / ".env", environment.port(sys.argv[1]))
