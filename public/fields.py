from django import forms


class PublishedChoiceField(forms.ModelChoiceField):
    """A record named by its slug in a query string, from among what is public when it is asked for."""

    def __init__(self, rows, **kwargs):
        self.rows = rows  # a manager: what is public is asked anew each time
        super().__init__(rows.none(), required=False, to_field_name="slug", **kwargs)

    def to_python(self, value):
        self.queryset = self.rows.published()
        return super().to_python(value)
