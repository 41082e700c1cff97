"""What a catalogue lacks of what every week should hold (R03), by level and kit, on a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TypeAlias

from rich.console import Console, RenderableType

from befit_cli.evidence.ability import lacking
from befit_cli.language import _, capital, message
from befit_cli.runner.alone import NONE
from befit_cli.runner.vocabulary import KIT_PRESETS
from befit_cli.values import Catalogue, Level
from befit_cli.views.pen import Pen, indented
from befit_cli.views.terms import term

_Lacks: TypeAlias = dict[str, str]
"""The names of the needs that are not met, for each kit where there are some."""

_FIRST = message("There is nothing yet for these parts of a week:")
_LAST = message(
    "Plans leave these parts out and say so. befit rules R03 tells all that a week should hold."
)

_KIT = {"home": message("home"), "gym": message("gym")}
"""The presets of kit in words."""


def show(catalogue: Catalogue, console: Console) -> None:
    """Print which needs no form meets, at each level and with each kit that lacks some; or that
    there are none.
    """
    pen = Pen.of(console)
    lacks = {level: _lacks(catalogue, level) for level in Level}
    if any(lacks.values()):
        paragraphs = [pen(_(_FIRST)), indented(*_list(pen, lacks)), pen(_(_LAST))]
    else:
        paragraphs = [pen(_("They cover a whole week, at every level and with any kit."))]
    for paragraph in paragraphs:
        pen.show(paragraph)


def _lacks(catalogue: Catalogue, level: Level) -> _Lacks:
    lacks = {}
    # The presets alone: there are a thousand kits, and most people have about one of these.
    for kit, owned in KIT_PRESETS.items():
        needs = lacking(catalogue, level, owned)
        if needs:
            lacks[kit] = ", ".join(map(term, needs))
    return lacks


def _list(pen: Pen, lacks: dict[Level, _Lacks]) -> Iterator[RenderableType]:
    """A paragraph for each level that lacks something; those that lack the same share one."""
    # Neighbours alone share one, which is enough: more experience never lacks more.
    for by_kit, group in groupby(lacks, key=lambda level: lacks[level]):
        levels = list(group)
        if not by_kit:
            continue
        title = capital(", ".join(map(term, levels)))
        yield pen(_("Every level") if len(levels) == len(lacks) else title, "bold")
        lines = []
        for kit, names in by_kit.items():
            if kit == NONE:
                lines.append(pen(_("no kit: {needs}", needs=names)))
            else:
                lines.append(pen(_("{name} kit: {needs}", name=_(_KIT[kit]), needs=names)))
        yield indented(*lines)
