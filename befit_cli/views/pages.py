"""HTML pages that need nothing but themselves, from templates beside this module.

Every text passes `wording.plain` and is then escaped, without anybody having to think of it. In
this order: an escape for terminals may have a mark of HTML's in it, and `plain` would no longer
know it with the mark escaped. A page's own policy loads nothing, and lets no style and no script
run but those of its template.
"""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from typing import Any, NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined

from befit_cli.language import _, capital, plural, spoken
from befit_cli.values import Form
from befit_cli.views import prescription
from befit_cli.views import words as wording
from befit_cli.views.figures.drawing import Drawing, drawing
from befit_cli.views.terms import term


class Figure(NamedTuple):
    """What shows a form."""

    name: str
    drawing: Drawing
    told: str
    """What it shows, in the words of the form: how to get into it."""


def figure_of(form: Form | None) -> Figure | None:
    """The figure of the form; None where none shows it."""
    if form is None or form.figure is None:
        return None
    return Figure(form.figure, drawing(form.figure), form.setup or form.name)


def render(template: str, **values: object) -> str:
    """The page that the template makes of these values; its texts come from `wording` and
    `prescription`.
    """
    page = _PAGES.get_template(template)
    return page.render(wording=wording, prescription=prescription, language=spoken(), **values)


def _shown(value: object) -> object:
    """A value as the page shows it, still to be escaped; what the template itself has written stays
    as it is.
    """
    return value if hasattr(value, "__html__") else wording.plain(str(value))


def _said(template: str, **facts: object) -> str:
    """The sentence, its facts as plain as whatever stands alone."""
    plain: dict[str, Any] = {
        name: wording.plain(fact) if isinstance(fact, str) else fact for name, fact in facts.items()
    }
    return _(template, **plain)


def _digest(text: str) -> str:
    """What the page's policy knows its one style or script by: another that somebody puts in isn't
    used.
    """
    return b64encode(sha256(text.encode()).digest()).decode()


_PAGES = Environment(
    loader=PackageLoader("befit_cli", "views"),
    autoescape=True,
    auto_reload=False,  # else each page of a roster asks the disk whether a template has changed
    undefined=StrictUndefined,  # a slip in the template raises, and is no empty place in a page
    finalize=_shown,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
)
_PAGES.filters["digest"] = _digest
_PAGES.globals |= {"_": _said, "capital": capital, "plural": plural, "term": term}
