"""Several people in the same instant: threads with a connection of their own, let go together."""

import threading

from django.db import connections

PATIENCE = 60  # seconds: nobody waits for ever on a lock


def at_once(*deeds) -> list:
    """What each of ``deeds`` returned, or the exception that it raised, in their order."""
    barrier, outcomes = threading.Barrier(len(deeds)), [None] * len(deeds)

    def run(number, deed):
        try:
            barrier.wait(PATIENCE)
            outcomes[number] = deed()
        except Exception as error:
            outcomes[number] = error
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=pair, daemon=True) for pair in enumerate(deeds)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
    assert not any(thread.is_alive() for thread in threads), "somebody waits for ever"
    return outcomes
