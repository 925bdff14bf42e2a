"""How templates are rendered: as Django does, without the circle that it leaves behind.

A context knows its dictionaries and each of these the context. So all that a page was made of, a thousand hits and
their records, would wait for the collector, which goes through it when it comes: a thirtieth of what a search costs.
"""

from typing import Any

from django.http import HttpRequest
from django.template import TemplateDoesNotExist
from django.template.backends import django
from django.template.context import make_context


class Template(django.Template):
    def render(self, context: dict[str, Any] | None = None, request: HttpRequest | None = None) -> str:
        made = make_context(context, request, autoescape=self.backend.engine.autoescape)
        try:
            return self.template.render(made)
        except TemplateDoesNotExist as error:
            django.reraise(error, self.backend)
        finally:
            made.dicts.clear()


class Templates(django.DjangoTemplates):
    def from_string(self, template_code: str) -> Template:
        return Template(self.engine.from_string(template_code), self)

    def get_template(self, template_name: str) -> Template:
        return Template(super().get_template(template_name).template, self)
