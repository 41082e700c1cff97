"""A plan as a file: a row a format, and behind it a module, imported only when a file of it is
asked for. All modules have one interface.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

from msgspec import Struct

from befit_cli.language import message, speaking
from befit_cli.values import Separator

if TYPE_CHECKING:
    from datetime import date, time

    from befit_cli.values import Catalogue, Plan
    from befit_cli.views import csv, fit, html, ics, json, markdown, pdf
    from befit_cli.views.content import Renderer

    # Each module of FORMATS, for mypy to compare with the interface: import_module knows no types.
    _RENDERERS: list[Renderer] = [csv, fit, html, ics, json, markdown, pdf]


class Format(Struct, frozen=True):
    """One format of files."""

    suffix: str
    """How its files' names end."""
    module: str
    """The module here that renders it, a `content.Renderer`."""
    description: str
    """What it is good for, as the help says it: a `message`."""
    single_sessions: bool = False
    """Whether a file holds one session, and a plan so takes several."""
    times: bool = False
    """Whether its sessions can have a time of day, and a reminder before it."""


FORMATS = {
    "md": Format(".md", "markdown", message("Markdown with a table per session and boxes to tick")),
    "json": Format(".json", "json", message("the whole plan for a program, schema 2")),
    "html": Format(
        ".html",
        "html",
        message(
            "a page for the phone, the screen and the fridge, with a box to tick for every set"
        ),
    ),
    "pdf": Format(".pdf", "pdf", message("that page on paper (A4), a sheet a week")),
    "ics": Format(
        ".ics",
        "ics",
        message("a calendar with an event per session, all day or `--at` a time"),
        times=True,
    ),
    "csv": Format(".csv", "csv", message("a row per exercise for a spreadsheet")),
    "fit": Format(
        ".fit", "fit", message("a workout per session for a Garmin watch"), single_sessions=True
    ),
}
"""Every format by its name, in the order in which they are offered."""


def render(
    plan: Plan,
    format: str,
    *,
    catalogue: Catalogue,
    at: time | None = None,
    remind: int | None = None,
    today: date | None = None,
    separator: Separator = Separator.COMMA,
) -> str | bytes:
    """The plan, made from that catalogue, as the content of a file of one of `FORMATS`, in the
    plan's language; all else is what a `Content` has, where the format has a place for it.

    Raises BefitError for what the format has no way to say.
    """
    from befit_cli.views.content import Content  # late: most commands write no file

    module = import_module(f"{__name__}.{FORMATS[format].module}")
    renderer = cast("Renderer", module)
    content = Content(plan, catalogue, at=at, remind=remind, today=today, separator=separator)
    with speaking(plan.language):
        return renderer.render(content)
