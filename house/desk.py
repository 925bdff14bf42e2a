"""What every page of the desk says of the house."""

from house.now import now, once


def name(request) -> str:
    """The name at the head of the desk: as this process knows it, so that no page there asks for it."""
    return (once.last() or now()).settings.name
