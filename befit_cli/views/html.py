"""A plan as one page that needs nothing but itself: cards on a phone, tables on a screen, a sheet
of A4 a week on paper.

The page is `page.html` with the style of `page.css`. Every text of the plan passes `wording.plain`
and is then escaped, without anybody having to think of it. In this order: an escape for terminals
may have a mark of HTML's in it, and `plain` would no longer know it with the mark escaped. The
page's own policy lets no script run and loads nothing.
"""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

from jinja2 import Environment, PackageLoader, StrictUndefined

from befit_cli.views import sentences
from befit_cli.views import words as wording
from befit_cli.views.content import Content


def render(content: Content) -> str:
    """The whole plan as HTML: its weeks, with a list of them where there are several, notes and the
    safety text in full.
    """
    page = _PAGES.get_template("page.html")
    return page.render(plan=content.plan, wording=wording, sentences=sentences)


def _shown(value: object) -> object:
    """A value as the page shows it, still to be escaped; what the template itself has written stays
    as it is.
    """
    return value if hasattr(value, "__html__") else wording.plain(str(value))


def _digest(style: str) -> str:
    """What the page's policy knows its one style by: another that somebody puts in isn't used."""
    return b64encode(sha256(style.encode()).digest()).decode()


_PAGES = Environment(
    loader=PackageLoader("befit_cli", "views"),
    autoescape=True,
    undefined=StrictUndefined,  # a slip in the template raises, and is no empty place in a page
    finalize=_shown,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
)
_PAGES.filters["digest"] = _digest
