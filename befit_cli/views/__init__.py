"""A plan as a file: one row per format, and a module of that name that is imported only when it is asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, cast

if TYPE_CHECKING:
    from befit_cli.model import Plan


class Format(NamedTuple):
    """How a format's files end, the module here that renders it, and what it is good for."""

    suffix: str
    module: str
    description: str


FORMATS = {
    "md": Format(".md", "markdown", "Markdown with a table per session and boxes to tick"),
    "json": Format(".json", "json", "the whole plan for a program, schema 1"),
}


def render(plan: Plan, format: str) -> str | bytes:
    """The plan in one of `FORMATS`, as the content of a file."""
    module = import_module(f"{__name__}.{FORMATS[format].module}")
    return cast("str | bytes", module.render(plan))


def format_of(suffix: str) -> str | None:
    """The name of the format whose files end like this, in any case; None where there is none."""
    return next((name for name, format in FORMATS.items() if format.suffix == suffix.lower()), None)
