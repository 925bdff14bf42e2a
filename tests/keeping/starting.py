"""Commands in processes of their own, forked from one that has loaded the libraries: half of what a start takes.

Nothing of the archive's is loaded before, and no setting is read. A command's arguments, environment, output and end
are its own, and it can be killed.
"""

import multiprocessing
import os
import runpy
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.process import BaseProcess
from pathlib import Path
from subprocess import CompletedProcess

ROOT = Path(__file__).resolve().parent.parent.parent
PATIENCE = 180
#: What a start loads of others, as far as it can be loaded before the settings are known.
LIBRARIES = """
django.core.management.commands.migrate django.core.files.storage django.core.mail django.db.migrations.executor
django.db.backends.postgresql.base django.db.backends.sqlite3.base django.forms.models django.template.loader_tags
django.template.response django.urls django.utils.translation.trans_real django.views.generic
PIL.Image PIL.ImageDraw anyascii environ nh3 psycopg psycopg_pool rapidfuzz.process segno snowballstemmer
""".split()

context = multiprocessing.get_context("forkserver")
context.set_forkserver_preload(LIBRARIES)


def run(arguments: Sequence[str], environment: dict[str, str]) -> CompletedProcess:
    """What `python` with these arguments says, and how it ends, in the checkout and in this environment alone."""
    with tempfile.TemporaryDirectory() as name:
        said, told = Path(name, "stdout"), Path(name, "stderr")
        with begun(arguments, environment, said, told) as process:
            process.join(PATIENCE)
        return CompletedProcess(arguments, process.exitcode, said.read_text(), told.read_text())


@contextmanager
def begun(
    arguments: Sequence[str], environment: dict[str, str], said: Path, told: Path
) -> Iterator[BaseProcess]:
    """The process that runs them, and writes into the two files; it has ended afterwards, by itself or not."""
    process = context.Process(target=_become, args=(arguments, environment, said, told))
    process.start()
    try:
        yield process
    finally:
        process.kill()
        process.join()


def _become(arguments: Sequence[str], environment: dict[str, str], said: Path, told: Path) -> None:
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(ROOT)
    sys.path.insert(0, str(ROOT))
    for number, path in ((1, said), (2, told)):
        os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT), number)
    if arguments[0] == "-m":
        sys.argv = list(arguments[1:])
        runpy.run_module(arguments[1], run_name="__main__", alter_sys=True)
    else:
        sys.argv = list(arguments)
        runpy.run_path(arguments[0], run_name="__main__")
