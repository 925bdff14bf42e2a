"""A page as a reader gets it, whatever the lines of its template."""

import re


def squeezed(html: str) -> str:
    """``html`` with one blank for each run of white space, and none between two tags or just inside an element."""
    html = re.sub(r"\s+", " ", html)
    html = re.sub(r"(<[a-z][^<>]*>) ", r"\1", html)
    return re.sub(r"> <", "><", html).replace(" </", "</")
