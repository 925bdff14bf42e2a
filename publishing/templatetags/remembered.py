"""Words, addresses and parts that are the same wherever a template has them, remembered: a page has a hundred of them,
and Django asks half a dozen catalogues for each word, all routes for each address, its loaders for each part.

Built in (TEMPLATES in settings), in place of Django's own of the same names.
"""

from typing import NamedTuple

from django import template
from django.template.base import FilterExpression, Node, Parser, Template, Token, TokenType
from django.template.context import Context
from django.template.defaulttags import URLNode
from django.template.defaulttags import url as django_url
from django.template.loader_tags import IncludeNode, do_include
from django.templatetags.i18n import do_block_translate, do_translate
from django.urls import NoReverseMatch
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from publishing.interface import address

register = template.Library()


class Words(Node):
    """Words of our own: the same on each page in a language."""

    child_nodelists = ()

    def __init__(self, node: Node):
        self.node = node
        self.said: dict[str | None, str] = {}

    def render(self, context: Context) -> str:
        language = get_language()
        said = self.said.get(language)
        if said is None:
            said = self.said[language] = self.node.render(context)
        return said


class Address(Node):
    """The address of a page that has no parts of its own: of a list, of the search."""

    child_nodelists = ()

    def __init__(self, node: URLNode):
        self.node, self.name, self.named = node, node.view_name.var, node.asvar

    def render(self, context: Context) -> str:
        try:
            found = address(self.name)
        except NoReverseMatch:
            return self.node.render(context)  # which knows what becomes of it
        if self.named:
            context[self.named] = found
            return ""
        return conditional_escape(found) if context.autoescape else found


class Part(IncludeNode):
    """A part that is named in the template: found once, and for as long as the template itself is kept."""

    template: "FilterExpression | Found"  # type: ignore[assignment]

    def render(self, context: Context) -> SafeString:
        if isinstance(self.template, FilterExpression) and context.template is not None:
            self.template = Found(context.template.engine.get_template(str(self.template.var)))
        return super().render(context)


class Found(NamedTuple):
    """What a part's name leads to, whatever the context."""

    template: Template

    def resolve(self, _context: Context) -> Template:
        return self.template


@register.tag
def translate(parser: Parser, token: Token) -> Node:
    """As Django's; remembered are words that stand in the template, with nothing further said of them."""
    node = do_translate(parser, token)
    _tag, words, *further = token.split_contents()
    return node if further or words[0] not in "\"'" or node.filter_expression.filters else Words(node)


@register.tag
def blocktranslate(parser: Parser, token: Token) -> Node:
    """As Django's; remembered is what has no variables, and so is said in one way."""
    node = do_block_translate(parser, token)
    further = (node.extra_context, node.countervar, node.asvar, node.message_context)
    is_plain = all(part.token_type == TokenType.TEXT for part in node.singular) and not any(further)
    return Words(node) if is_plain else node


@register.tag
def include(parser: Parser, token: Token) -> Node:
    """As Django's; remembered are templates that are named."""
    node = do_include(parser, token)
    if not _is_said(node.template):
        return node
    return Part(node.template, extra_context=node.extra_context, isolated_context=node.isolated_context)


@register.tag
def url(parser: Parser, token: Token) -> Node:
    """As Django's; remembered are addresses that are named in the template, and have no parts."""
    node = django_url(parser, token)
    return Address(node) if _is_said(node.view_name) and not (node.args or node.kwargs) else node


def _is_said(expression: FilterExpression) -> bool:
    """Whether it stands there itself, and is no variable."""
    return isinstance(expression.var, str) and not expression.filters
