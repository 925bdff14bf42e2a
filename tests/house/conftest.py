from tests.desk.conftest import administrator, editor, publisher

__all__ = ["administrator", "editor", "publisher"]
