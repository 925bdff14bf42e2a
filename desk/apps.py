from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "desk"

    def ready(self):
        from config import log_in
        from desk import receivers  # noqa: F401 -- connects them
        from desk.second_factor import is_set_up

        log_in.asks_more.append(is_set_up)
