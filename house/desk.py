"""What every page of the desk says of the house."""

from house.now import now, once

#: The pages on which it must be today's: where one arrives, and where it is said.
ASKED_ON = {"admin:index", "admin:house_house_changelist"}


def name(request) -> str:
    """The name at the head of the desk: as this process knows it, so that few pages there ask for it."""
    match = request.resolver_match
    known = None if match and match.view_name in ASKED_ON else once.last()
    return (known or now()).settings.name
