"""The text of a table -> its rows, each with its line."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from typing import NamedTuple

from befit_cli.errors import BefitError
from befit_cli.language import _

_MOST_CELLS = 100
"""Of a row: a week, and whatever stands beside it."""

_DELIMITERS = (",", ";", "\t")
_BLANK = ' \t,;"\r\n\ufeff\xa0'
"""What a line without anything in it may be made of: a spreadsheet writes its empty rows, too."""
_SAMPLE = 20_000
_SAMPLE_ROWS = 50
_QUOTE = '"'


class Row(NamedTuple):
    """A row of a table, its cells without the blanks round them."""

    line: int
    """Where it begins, from 1."""
    cells: list[str]
    text: str
    """As it stands in the file."""

    @property
    def where(self) -> str:
        return _("line {line}", line=self.line)

    def cell(self, column: int | None) -> str:
        """The cell in that column; empty where the row is shorter, and in no column."""
        return self.cells[column] if column is not None and column < len(self.cells) else ""


def read_rows(
    text: str, file: str, *, most: int, less: str, comments: tuple[str, ...] = ()
) -> list[Row]:
    """The rows that have anything in them, without lines that begin as comments do.

    Raises BefitError where a cell is longer than any that befit reads, and for more rows than
    `most`; then `less` says what to do.
    """
    text = text.rstrip()
    delimiter = _delimiter(text, comments)
    rows = list(islice(_rows(text, delimiter, file, comments), most + 1))
    if len(rows) > most:
        raise BefitError(
            _(
                "{file} has more than {most:,} rows, and befit reads {most:,} at most.",
                file=file,
                most=most,
            ),
            less,
        )
    return rows


def _delimiter(text: str, comments: tuple[str, ...]) -> str:
    """What parts the cells: what parts most of the first rows into the same number of them."""
    fits: dict[str, tuple[int, int]] = {}
    for delimiter in _DELIMITERS:
        widths: Counter[int] = Counter()
        with suppress(BefitError):  # the sample may end within a cell
            for row in islice(_rows(text[:_SAMPLE], delimiter, "", comments), _SAMPLE_ROWS):
                widths[len(row.cells)] += 1
        del widths[1]
        width, rows = widths.most_common(1)[0] if widths else (0, 0)
        fits[delimiter] = (rows, width)
    return max(fits, key=lambda delimiter: fits[delimiter])


class _Lines:
    """The lines of a text for a reader of rows: without the comments and blanks between rows."""

    def __init__(self, text: str, comments: tuple[str, ...]) -> None:
        self._comments = comments
        self._lines = enumerate(io.StringIO(text.replace("\r\n", "\n").replace("\r", "\n")), 1)
        self.begun: list[str] = []
        """The lines of the row that is being read."""
        self.number = 0
        """Where it begins."""

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        for number, line in self._lines:
            # within a row, such a line is a part of a cell
            if not self.begun:
                if not line.strip(_BLANK) or line.lstrip().startswith(self._comments):
                    continue
                self.number = number
            self.begun.append(line)
            return line
        raise StopIteration


def _rows(text: str, delimiter: str, file: str, comments: tuple[str, ...]) -> Iterator[Row]:
    lines = _Lines(text, comments)
    reader = csv.reader(lines, delimiter=delimiter, skipinitialspace=True)
    while True:
        lines.begun = []
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            raise BefitError(
                _(
                    "{file}: line {line} has a cell that is longer than any that befit reads.",
                    file=file,
                    line=lines.number,
                ),
                _("Check the quotes: the one that opens a cell is missing its end."),
            ) from None
        if len(lines.begun) > 1 and sum(line.count(_QUOTE) for line in lines.begun) % 2:
            raise BefitError(
                _(
                    "{file}: line {line} opens a quote that nothing closes.",
                    file=file,
                    line=lines.number,
                ),
                _('Close it with ", or take it out.'),
            )
        cells = [cell.strip() for cell in cells[:_MOST_CELLS]]
        yield Row(lines.number, cells, "".join(lines.begun).strip())
