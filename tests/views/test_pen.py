"""What every view prints with."""

from __future__ import annotations

import io

import pytest
from colours import marked
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.text import Text

from befit_cli.views.pen import Columns, Pen, grid, hanging, indented


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
        pytest.param(
            indented(Text("in"), indented(Text("and in"))), ["  in", "    and in"], id="twice"
        ),
        pytest.param(
            Padding(Text("in"), (1, 0, 0, 3)), ["", "   in"], id="as far in as Rich is told"
        ),
        pytest.param(hanging([(Text("-"), Text("so"))]), ["-  so"], id="hanging"),
        pytest.param(a_table, ["Left  Right", "───────────", "a     long", "b"], id="a table"),
    ],
)
def test_no_line_ends_in_a_blank(part: RenderableType, lines: list[str]) -> None:
    assert printed(part).split("\n") == [*lines, ""]


@pytest.mark.parametrize(
    ("word", "text", "least", "lines"),
    [
        pytest.param("-", "so it is", 0, ["-  so it is"], id="as wide as the word"),
        pytest.param("-", "so it is", 4, ["-     so it is"], id="at least so wide"),
        pytest.param(
            "-",
            "what does not fit beside it goes on",
            0,
            ["-  what does not fit beside it", "   goes on"],
            id="a text that wraps",
        ),
        pytest.param(
            "a word of twenty one",
            "short",
            0,
            ["a word of twenty one  short"],
            id="a long word beside a short text",
        ),
        pytest.param(
            "a word of twenty one",
            "a text that is no shorter",
            0,
            ["a word of       a text that is", "twenty one      no shorter"],
            id="both long, each with its half",
        ),
    ],
)
def test_a_text_hangs_beside_its_word(word: str, text: str, least: int, lines: list[str]) -> None:
    assert printed(hanging([(Text(word), Text(text))], least)).split("\n") == [*lines, ""]


def test_the_cells_of_columns_stand_in_line_whatever_is_in_them() -> None:
    one, two = [Text("one"), Text("below it", "bold")], [Text("two lines\nof it")]
    columns = Columns.of([[one, two], [[Text("a")], [Text("")]]])
    assert columns.widths == (8, 9)
    assert printed(columns) == "one       two lines\nbelow it  of it\na\n"


def test_what_has_a_colour_keeps_it() -> None:
    colours = {"force_terminal": True, "color_system": "standard"}
    text = marked(printed(indented(Text("brave", "bold")), **colours))
    assert text == "  <bold>brave</>\n"
