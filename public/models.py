from django.db import models


class MadePage(models.Model):
    """One row is the public page of one record as it was last made, compressed: see public.made_pages."""

    address = models.CharField(max_length=400, unique=True, help_text="The language, and the path.")
    about = models.CharField(max_length=40, help_text="Whose page it is: a kind and a key, as “event 5”.")
    shows = models.TextField(help_text="What it shows, likewise, parted by commas.")
    release = models.CharField(max_length=12, help_text="The code and templates that made it.")
    edition = models.PositiveBigIntegerField(help_text="The edition of the archive in which it was made.")
    until = models.DateTimeField(help_text="When it says something else although nobody changes anything.")
    day = models.DateField(null=True, help_text="The day that it says it was read on, if it says any.")
    headers = models.JSONField()
    compressed = models.BinaryField()

    class Meta:
        indexes = [models.Index(fields=["about"], name="made_pages_of_a_record")]

    def __str__(self):
        return self.address


class LastChange(models.Model):
    """One row says since which edition a record is as it is, with what is told of it elsewhere."""

    record = models.CharField(max_length=40, primary_key=True)
    edition = models.PositiveBigIntegerField()

    def __str__(self):
        return f"{self.record}: {self.edition}"
