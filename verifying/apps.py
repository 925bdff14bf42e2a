from django.apps import AppConfig


class VerifyingConfig(AppConfig):
    name = "verifying"
    verbose_name = "Did they say this?"
