from django.conf import settings
from django.db import models


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
