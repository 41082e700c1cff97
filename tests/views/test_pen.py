"""What every view prints with."""

from __future__ import annotations

import io

import pytest
from colours import marked
from rich.console import Console, RenderableType
from rich.text import Text

from befit_cli.views.pen import Pen, grid, hanging, indented


def a_table(pen: Pen) -> RenderableType:
    table = grid(pen)
    table.add_column("Left")
    table.add_column("Right")
    table.add_row(pen("a"), pen("long"))
    table.add_row(pen("b", "bold"), pen(""))
    return table


def printed(*parts: RenderableType, **console: object) -> str:
    out = io.StringIO()
    options = {"color_system": None, "force_terminal": False, "_environ": {}} | console
    pen = Pen.of(Console(file=out, width=30, **options))  # type: ignore[arg-type]
    pen.show(*(part(pen) if callable(part) else part for part in parts))
    return out.getvalue()


@pytest.mark.parametrize(
    ("part", "lines"),
    [
        pytest.param(Text("a word"), ["a word"], id="a text"),
        pytest.param(Text(""), [""], id="an empty line"),
        pytest.param(Text("blanks  "), ["blanks"], id="its own blanks"),
        pytest.param(indented(Text("in")), ["  in"], id="indented"),
        pytest.param(hanging([(Text("-"), Text("so"))]), ["-  so"], id="hanging"),
        pytest.param(a_table, ["Left  Right", "───────────", "a     long", "b"], id="a table"),
    ],
)
def test_no_line_ends_in_a_blank(part: RenderableType, lines: list[str]) -> None:
    assert printed(part).split("\n") == [*lines, ""]


def test_what_has_a_colour_keeps_it() -> None:
    colours = {"force_terminal": True, "color_system": "standard"}
    text = marked(printed(indented(Text("brave", "bold")), **colours))
    assert text == "  <bold>brave</>\n"
