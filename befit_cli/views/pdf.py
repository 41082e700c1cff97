"""A plan as sheets of paper: the page of `html` as WeasyPrint prints it with `paper.css`. The same
page is the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import redirect_stdout
from hashlib import sha256
from pathlib import Path
from warnings import catch_warnings, filterwarnings
from xml.etree.ElementTree import Element

from msgspec.structs import replace

from befit_cli.errors import BefitError
from befit_cli.language import _
from befit_cli.views import html
from befit_cli.views.content import Content
from befit_cli.views.figures.drawing import drawing

try:
    # Where it lacks a library it prints what befit says in a sentence; where it has no font it only
    # warns, and Pango then ends the process.
    with redirect_stdout(None), catch_warnings():
        filterwarnings("error", ".*Expect ugly output", UserWarning)
        from weasyprint import CSS, HTML
        from weasyprint.urls import URLFetcher, URLFetcherResponse
except ModuleNotFoundError as missing:
    raise BefitError(
        _("A PDF needs WeasyPrint, which is not installed."),
        _("Run pip install 'befit[pdf]', or write .html and print that page."),
    ) from missing
except OSError as missing:  # as a library of the system that is not there is told
    raise BefitError(
        _("A PDF needs Pango, which sets its letters and is not installed."),
        _(
            "Install it (apt install libpangoft2-1.0-0, dnf install pango, brew install pango), "
            "or write .html and print that page."
        ),
    ) from missing
except UserWarning as missing:
    raise BefitError(
        _("A PDF needs a font, and there is none on this machine."),
        _(
            "Install one (apt install fonts-liberation, apk add font-liberation), or write .html "
            "and print that page."
        ),
    ) from missing

_FIGURE = "figure:"
"""What the addresses of figures begin with; there are no others."""
_LONG = 30
"""Letters of a word that a column is wide enough for."""


def render(content: Content) -> bytes:
    """The sheets of the whole plan, a week a sheet. They hang for longer than the day on which they
    are printed, and so don't say which one that is.
    """
    return printed(html.render(replace(content, today=None)))


def render_all(runners: Iterable[tuple[str, str, Content]]) -> bytes:
    """The sheets of several runners, as `html.render_all` has them."""
    return printed(html.render_all(runners))


def printed(page: str) -> bytes:
    """The page, made by a view without a day, as a PDF. Nothing is loaded for it: an address that
    it may have is refused.
    """
    document = HTML(string=page, url_fetcher=_Figures())
    for element in document.etree_element.iter():
        element.text = _breakable(element.text)
        element.tail = _breakable(element.tail)
        for child in list(element):
            _prepare(child, element)
    styles = [CSS(string=_style(name)) for name in ("colours.css", "paper.css")]
    digest = sha256(page.encode()).hexdigest()
    # The identifier alone is not packed, and it is by its name that befit knows a file of its own.
    pdf: bytes = document.write_pdf(stylesheets=styles, pdf_identifier=f"befit {digest}".encode())
    return pdf


class _Figures(URLFetcher):  # type: ignore[misc]  # WeasyPrint says no types
    """befit's figures by their addresses, and nothing else."""

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        if not url.startswith(_FIGURE):
            raise ValueError("befit loads nothing")
        picture = _picture(url.removeprefix(_FIGURE))
        return URLFetcherResponse(url, picture, {"Content-Type": "image/svg+xml"})


def _prepare(element: Element, parent: Element) -> None:
    """Make of the parent's element what WeasyPrint can draw: it has a page's style for HTML only,
    and knows no drawing of another SVG.
    """
    kind = element.get("class")
    if element.tag in ("style", "script") or kind == "drawings":
        parent.remove(element)
    elif kind == "figure":
        name = element[0].get("href", "").removeprefix("#figure-")
        parent[list(parent).index(element)] = Element(
            "img", {"class": kind, "src": _FIGURE + name, "alt": element.get("aria-label", "")}
        )
    elif kind == "share":
        element.set("color", _COLOURS["accent"])
    elif kind == "bars":
        load = parent.get("class", "").removeprefix("load ")
        element.set("color", _COLOURS[load])


def _breakable(text: str | None) -> str | None:
    """The text, whose words of more letters than a column is wide may go on in the next line."""
    return text and re.sub(rf"\S{{{_LONG}}}", "\\g<0>\u200b", text)


def _picture(name: str) -> str:
    """The figure as an SVG in the colours of paper."""
    box, shapes = drawing(name)
    # WeasyPrint draws an edge over what it is to lie behind.
    shapes = re.sub(
        '<path class="body edge"(.*?)( d=".*?")/>',
        r'<path class="line edge"\1\2/><path class="body"\2/>',
        shapes,
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">'
        f"<style>{_FIGURE_STYLE}</style>{shapes}</svg>"
    )


def _style(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


def _named_colours(style: str) -> dict[str, str]:
    """The colours that the style names, those for the light: the first of each name."""
    return dict(reversed(re.findall(r"--([a-z]+): (#[0-9a-f]{6});", style)))


_COLOURS = _named_colours(_style("figure.css") + _style("colours.css"))
_FIGURE_STYLE = re.sub(r"var\(--([a-z]+)\)", lambda name: _COLOURS[name[1]], _style("figure.css"))
