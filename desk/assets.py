"""Where the desk's own style and script lie; asked at each page, since a hashed name is known only then."""

from django.templatetags.static import static


def tokens(request) -> str:
    return static("desk/tokens.css")


def style(request) -> str:
    return static("desk/desk.css")


def script(request) -> str:
    return static("desk/forms.js")
