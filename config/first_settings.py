"""Write .env for the first start of an archive on this machine: `python -m config.first_settings PORT [HOST]`.

It holds the three settings that production needs, the key made anew, and DATABASE_URL where the first start was told
one: the next is not. A .env that is there stays as it is.
"""

import os
import secrets
import sys
from pathlib import Path

from config import environment, problems

SETTINGS = """\
# Written at the first start; .env.example explains these settings and the others.
SECRET_KEY={key}
ALLOWED_HOSTS={hosts}
SITE_URL={site}
"""
#: Readers come by a proxy with a certificate.
BEHIND_PROXY = "BEHIND_PROXY=true\n"


def write(path: Path, port: int, host: str = "") -> None:
    """Make the file, to be read by its owner alone: for ``host`` behind a proxy, or for this machine alone.

    Raises FileExistsError where it is there.
    """
    told = {
        "hosts": host or "127.0.0.1,localhost",
        "site": f"https://{host}" if host else f"http://127.0.0.1:{port}",
    }
    database = os.environ.get("DATABASE_URL", "")
    text = SETTINGS.format(key=secrets.token_urlsafe(64), **told) + (BEHIND_PROXY if host else "")
    text += f"DATABASE_URL={database}\n" if database else ""
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(text)


if __name__ == "__main__":
    with problems.told():
        write(Path(__file__).resolve().parent.parent / ".env", environment.port(sys.argv[1]), *sys.argv[2:3])
