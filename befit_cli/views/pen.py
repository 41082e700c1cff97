"""Words -> what a console can show: no markup, no escapes, ASCII where there is no Unicode, and the
few shapes that befit's views share.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, TypeVar

from rich import box
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.measure import Measurement
from rich.padding import Padding
from rich.segment import Segment
from rich.table import Table
from rich.text import Text

from befit_cli.views import words as wording

_WIDEST = 110
"""Lines longer than this are hard to read."""
_ENDLESS = 10_000
"""More cells than any line has."""
_ASCII = str.maketrans(
    {
        "×": "x",
        "·": "-",
        "–": "-",
        "—": "-",
        "−": "-",
        "‘": "'",
        "’": "'",
        "“": '"',
        "”": '"',
        "…": "...",
    }
)
"""Signs that befit's words have and ASCII lacks. Letters need no row: they lose their accents."""
# By whether there is Unicode: a line under the header, and nothing else.
_BOXES = {True: box.SIMPLE_HEAD, False: box.Box(str(box.SIMPLE_HEAD).replace("─", "-"), ascii=True)}

_Layout = TypeVar("_Layout")


class Pen(NamedTuple):
    """Turns words into what a console can show."""

    console: Console
    """The one it is the pen for."""
    width: int
    """Its columns, as far as lines stay easy to read."""
    utf: bool
    """Whether it can show Unicode."""

    @classmethod
    def of(cls, console: Console) -> Pen:
        """The pen for a console."""
        width = min(console.width, _WIDEST)
        return cls(console, width, console.encoding.startswith("utf"))

    def __call__(self, words: str, style: str = "") -> Text:
        """The words in that style: text and nothing but text, whatever is in them."""
        # As a Text: Rich reads a plain string as markup, and brackets in it as a style.
        words = wording.plain(words)
        if not self.utf:
            words = _ascii(words)
        return Text(words, style)

    def show(self, *parts: RenderableType) -> None:
        """Print the parts one below the other; an empty text is an empty line."""
        for part in parts:
            self.console.print(_Trimmed(part), width=self.width)

    def line(self, *parts: Text | str) -> Text:
        """The parts with a dot between them."""
        dot = Text(" · " if self.utf else " - ")
        texts = [part if isinstance(part, Text) else self(part) for part in parts]
        return dot.join(texts)

    def natural_width(self, table: Table) -> int:
        """The cells that the table needs for all of its columns and no line wrapped."""
        # Rich measures a table within the console, and would say no more than its width.
        options = self.console.options.update(max_width=_ENDLESS)
        return Measurement.get(self.console, options, table).maximum


class _Trimmed(NamedTuple):
    """A part without the blanks with which Rich fills its lines: who copies them wants none."""

    part: RenderableType

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for line in console.render_lines(self.part, options, pad=False):
            yield from _without_end(line)
            yield Segment.line()


def indented(*parts: RenderableType) -> RenderableType:
    """The parts one below the other, two cells further in."""
    return Padding(Group(*parts), (0, 0, 0, 2))


def hanging(rows: Iterable[tuple[Text, RenderableType]]) -> Table:
    """Each row a short word and its text, which wraps beside it."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(overflow="fold")
    table.add_column(overflow="fold")
    for row in rows:
        table.add_row(*row)
    return table


def layout_for(width: int, layouts: Iterable[tuple[int, _Layout]]) -> _Layout:
    """Of layouts with the least width of each, widest first, the first that there is room for; the
    last needs none.
    """
    return next(layout for least, layout in layouts if width >= least)


def grid(pen: Pen) -> Table:
    """A table with a line under its header and nothing else."""
    return Table(
        box=_BOXES[pen.utf], show_edge=False, pad_edge=False, header_style="", padding=(0, 1, 0, 0)
    )


def _without_end(line: list[Segment]) -> list[Segment]:
    """The line up to its last sign."""
    left = list(line)
    while left:
        text, style, control = left.pop()
        if shown := text.rstrip(" "):
            return [*left, Segment(shown, style, control)]
    return left


def _ascii(text: str) -> str:
    """The nearest ASCII: letters lose their accents, what has no likeness becomes a `?`."""
    # NFKD takes the accent from its letter as a character of its own, which can then be left out.
    import unicodedata  # late: most terminals have Unicode

    decomposed = unicodedata.normalize("NFKD", text.translate(_ASCII))
    letters = "".join(char for char in decomposed if not unicodedata.combining(char))
    return letters.encode("ascii", "replace").decode()
