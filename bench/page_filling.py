"""Fill the database of this process with so many events and statements, and the long evening that is measured."""

import sys

import django

django.setup()

from bench.evening import long_evening  # noqa: E402 -- after the setup
from bench.filling import EVENTS, SPEAKERS, Filling  # noqa: E402 -- likewise
from bench.search_filling import tidy  # noqa: E402 -- likewise
from people.name_index import rebuild_names  # noqa: E402 -- likewise
from search.counting import recount_all  # noqa: E402 -- likewise
from search.indexing import rebuild  # noqa: E402 -- likewise

events, statements = map(int, sys.argv[1:])
filling = Filling(statements, events=events, people=SPEAKERS * events // EVENTS)
filling.write()
rebuild_names()
rebuild()
recount_all()
long_evening(filling)
tidy()
