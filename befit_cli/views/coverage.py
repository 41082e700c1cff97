"""What a catalogue lacks of what every week should hold (R03), by level and kit, on a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from rich.console import Console, RenderableType

from befit_cli.rules.check import lacking
from befit_cli.runner.words import KIT_PRESETS, NONE
from befit_cli.values import Catalogue, Level
from befit_cli.views.pen import Pen, indented


def show(catalogue: Catalogue, console: Console) -> None:
    """Print which needs no form meets, at each level and with each kit that lacks some; or that
    there are none.
    """
    pen = Pen.of(console)
    lacks = {level: _lacks(catalogue, level) for level in Level}
    if not any(lacks.values()):
        console.print(
            pen("They cover a whole week, at every level and with any kit."), width=pen.width
        )
        return
    console.print(pen("There is nothing yet for these parts of a week:"), width=pen.width)
    console.print(indented(*_list(pen, lacks)), width=pen.width)
    console.print(
        pen(
            "Plans leave these parts out and say so. befit rules R03 tells all that a week "
            "should hold."
        ),
        width=pen.width,
    )


def _lacks(catalogue: Catalogue, level: Level) -> dict[str, str]:
    """The names of the needs that are not met, for each kit where there are some."""
    found = {kit: lacking(catalogue, level, owned) for kit, owned in KIT_PRESETS.items()}
    return {kit: ", ".join(need.name for need in needs) for kit, needs in found.items() if needs}


def _list(pen: Pen, lacks: dict[Level, dict[str, str]]) -> Iterator[RenderableType]:
    """A paragraph for each level that lacks something; those that lack the same share one."""
    for by_kit, levels in groupby(lacks, key=lambda level: lacks[level]):
        same = list(levels)
        if by_kit:
            yield pen(
                "Every level" if len(same) == len(lacks) else ", ".join(same).capitalize(), "bold"
            )
            yield indented(
                *(
                    pen(f"{'no' if kit == NONE else kit} kit: {names}")
                    for kit, names in by_kit.items()
                )
            )
