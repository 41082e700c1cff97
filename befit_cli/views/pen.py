"""Words -> what a console can show: no markup, no escapes, ASCII where there is no Unicode, and the
few shapes that befit's views share.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.measure import Measurement
from rich.padding import Padding
from rich.segment import Segment
from rich.text import Text

from befit_cli.values import Value
from befit_cli.views import words as wording

if TYPE_CHECKING:
    from rich.table import Table

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
_GAP = 2
"""Cells between two columns."""
_INDENT = 2
"""Cells by which what is indented stands further in."""

_Layout = TypeVar("_Layout")
_Line: TypeAlias = list[Segment]
Cell: TypeAlias = Sequence[RenderableType]
"""The parts of a cell, one below the other."""


class Pen(Value, frozen=True):
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
            self.console.print(_Trimmed(part), width=self.width, crop=False)

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


class _Trimmed(Value, frozen=True):
    """A part without the blanks with which Rich fills its lines: who copies them wants none."""

    part: RenderableType

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for line in _lines(self.part, console, options):
            yield from _without_end(line)
            yield Segment.line()


class Columns(Value, frozen=True):
    """Rows of cells side by side, in columns of these widths: what a `grid` is, where its widths
    need no search.
    """

    widths: tuple[int, ...]
    rows: Sequence[Sequence[Cell]]

    @classmethod
    def of(cls, rows: Sequence[Sequence[Sequence[Text]]]) -> Columns:
        """The cells in columns as wide as what is in them."""
        return cls(tuple([max(map(_widest, column)) for column in zip(*rows, strict=True)]), rows)

    @property
    def width(self) -> int:
        """The cells of all columns, with those between them."""
        return sum(self.widths) + _GAP * (len(self.widths) - 1)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for line in self.lines(console, options):
            yield from line
            yield Segment.line()

    def lines(self, console: Console, options: ConsoleOptions) -> Iterator[_Line]:
        """The lines of all rows."""
        rooms = [options.update_width(width) for width in self.widths]
        for row in self.rows:
            cells = [
                [line for part in cell for line in _lines(part, console, room)]
                for cell, room in zip(row, rooms, strict=True)
            ]
            for parts in zip_longest(*cells, fillvalue=()):
                line: _Line = []
                for width, part in zip(self.widths, parts, strict=True):
                    blanks = width + _GAP - sum([segment.cell_length for segment in part])
                    line += (*part, Segment(" " * blanks))
                yield line


class _Hanging(Value, frozen=True):
    """Short words, and beside each its text."""

    rows: Sequence[tuple[Text, RenderableType]]
    least: int
    """The cells that the words have in any case."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        return self._columns(console, options).__rich_console__(console, options)

    def lines(self, console: Console, options: ConsoleOptions) -> Iterable[_Line]:
        """The lines of the rows."""
        return self._columns(console, options).lines(console, options)

    def _columns(self, console: Console, options: ConsoleOptions) -> Columns:
        """The words in as many cells as they need, where that leaves the texts their half."""
        room = options.max_width - _GAP
        words = max([self.least, *[word.cell_len for word, _text in self.rows]])
        if words > room // 2:
            texts = [Measurement.get(console, options, text).maximum for _word, text in self.rows]
            words = min(words, max(room // 2, room - max(texts)))
        rows = [([word], [text]) for word, text in self.rows]
        return Columns((words, room - words), rows)


class _Indented(Padding):
    """Parts one below the other, further in: of them Rich tells how wide they are."""

    def __init__(self, *parts: RenderableType) -> None:
        super().__init__(Group(*parts), (0, 0, 0, _INDENT))

    def lines(self, console: Console, options: ConsoleOptions) -> Iterator[_Line]:
        """The lines of the parts, behind their blanks."""
        room = options.update_width(options.max_width - _INDENT)
        for line in _lines(self.renderable, console, room):
            yield [Segment(" " * _INDENT), *line]


def _lines(part: RenderableType, console: Console, options: ConsoleOptions) -> Iterable[_Line]:
    """The lines of the part, none wider than there is room for. What befit prints most is made into
    lines here: Rich would take it apart and together again for every shape around it.
    """
    if isinstance(part, Columns | _Hanging | _Indented):
        return part.lines(console, options)
    if isinstance(part, Group):
        return [line for each in part.renderables for line in _lines(each, console, options)]
    if isinstance(part, str) and not part:
        return [[]]
    if isinstance(part, Text) and part.cell_len <= options.max_width and "\n" not in part.plain:
        # Rich gives what has no spans its style elsewhere
        style = console.get_style(part.style)
        return [list(part.render(console)) if part.spans else [Segment(part.plain, style)]]
    return console.render_lines(part, options, pad=False)


def indented(*parts: RenderableType) -> RenderableType:
    """The parts one below the other, two cells further in."""
    return _Indented(*parts)


def hanging(rows: Iterable[tuple[Text, RenderableType]], least: int = 0) -> RenderableType:
    """Each row a short word and its text, which wraps beside it; the words have at `least` so many
    cells.
    """
    return _Hanging(tuple(rows), least)


def layout_for(width: int, layouts: Iterable[tuple[int, _Layout]]) -> _Layout:
    """Of layouts with the least width of each, widest first, the first that there is room for; the
    last needs none.
    """
    return next(layout for least, layout in layouts if width >= least)


def grid(pen: Pen) -> Table:
    """A table with a line under its header and nothing else."""
    from rich.box import SIMPLE_HEAD, Box
    from rich.table import Table

    box = SIMPLE_HEAD if pen.utf else Box(str(SIMPLE_HEAD).replace("─", "-"), ascii=True)
    return Table(box=box, show_edge=False, pad_edge=False, header_style="", padding=(0, 1, 0, 0))


def _widest(cell: Sequence[Text]) -> int:
    """The cells that the texts need where no line is broken."""
    return max([cell_len(line) for text in cell for line in text.plain.split("\n")])


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
