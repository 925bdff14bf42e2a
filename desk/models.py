from django.conf import settings
from django.db import models
from django.utils import timezone


class RecoveryCode(models.Model):
    """One row is one code that stands for a second factor once, for whoever has lost it; it goes when it is used."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="recovery_codes"
    )
    #: What the code is recognised by; nobody can read it back.
    print = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "print"], name="recovery_code_once")]

    def __str__(self):
        return f"A recovery code of {self.user_id}"


class LogIn(models.Model):
    """One row is one browser in which somebody is logged in, while its session lasts; no address is kept."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="log_ins")
    session_key = models.CharField(max_length=40, unique=True)
    #: Of the password by then: a session ends with it.
    print = models.CharField(max_length=128)
    browser = models.CharField(max_length=60)
    at = models.DateTimeField(auto_now_add=True)
    seen_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-seen_at", "-pk"]

    def __str__(self):
        return self.browser
