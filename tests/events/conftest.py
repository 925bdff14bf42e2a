from tests.desk.conftest import editor, publisher

__all__ = ["editor", "publisher"]
