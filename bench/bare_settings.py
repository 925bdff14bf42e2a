"""The settings of the bench without any middleware, for a bare answer."""

from bench.settings import *  # noqa: F403 -- the settings of the bench

MIDDLEWARE = []
