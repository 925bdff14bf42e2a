"""The settings of the bench without any middleware, for a bare answer."""

from bench import settings as of_the_bench
from bench.settings import *  # noqa: F403 -- the settings of the bench

MIDDLEWARE = of_the_bench.MIDDLEWARE[:0]
