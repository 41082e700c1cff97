"""A plan as a file: one row per format, and a module of that name that is imported only when it is
asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

from msgspec import Struct

if TYPE_CHECKING:
    from befit_cli.values import Plan


class Format(Struct, frozen=True):
    """How a format's files end, the module here that renders it, and what it is good for.

    A format of single sessions has one file for each; `takes` names what its renderer wants besides
    the plan.
    """

    suffix: str
    module: str
    description: str
    single_sessions: bool = False
    takes: tuple[str, ...] = ()


FORMATS = {
    "md": Format(".md", "markdown", "Markdown with a table per session and boxes to tick"),
    "json": Format(".json", "json", "the whole plan for a program, schema 2"),
    "html": Format(
        ".html",
        "html",
        "a page for the phone, the screen and the fridge, with a box to tick for every set",
    ),
    "ics": Format(
        ".ics",
        "ics",
        "a calendar with an event per session, all day or `--at` a time",
        takes=("at",),
    ),
    "csv": Format(".csv", "csv", "a row per exercise for a spreadsheet"),
    "fit": Format(
        ".fit",
        "fit",
        "a workout per session for a Garmin watch",
        single_sessions=True,
        takes=("catalogue",),
    ),
}


def render(plan: Plan, format: str, **given: object) -> str | bytes:
    """The plan in one of `FORMATS`, as the content of a file; `given` is what the formats take
    besides the plan, each by its name.
    """
    module = import_module(f"{__name__}.{FORMATS[format].module}")
    return cast(
        "str | bytes", module.render(plan, **{name: given[name] for name in FORMATS[format].takes})
    )


def format_of(suffix: str) -> str | None:
    """The name of the format whose files end like this, in any case; None where there is none."""
    return next((name for name, format in FORMATS.items() if format.suffix == suffix.lower()), None)
