"""The word lists that the reader's rules stand on; no rules here."""


def words(text: str) -> list[str]:
    """The words of a list written as running text."""
    return text.split()
