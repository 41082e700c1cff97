"""Rows for a spreadsheet.

The file begins with a byte order mark: without it Excel takes UTF-8 for the machine's own encoding,
and every × and é for two other letters. Where a spreadsheet would take a text for a formula, an
apostrophe makes it text: a catalogue may come from anybody, and a formula may open a page or run a
program.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

from befit_cli.language import _
from befit_cli.values import Separator
from befit_cli.views import words as wording
from befit_cli.views.terms import term

# Also behind blanks and quotes, which a spreadsheet takes away, in the wide signs of East Asia, and
# after what begins a new cell in a spreadsheet of another country than the table's.
_FORMULA = {
    separator: re.compile(rf"(?:^|(?<=[{others}]))(?=[\s\"']*[-=+@－＝＋＠])")
    for separator, others in {
        Separator.COMMA: ";",
        Separator.SEMICOLON: ",;",
        Separator.TAB: ",;",
    }.items()
}


def spreadsheet(
    titles: Iterable[str],
    rows: Iterable[Iterable[object]],
    separator: Separator = Separator.COMMA,
) -> bytes:
    """The titles and the rows, in UTF-8 with lines that end in CRLF (RFC 4180)."""
    table = io.StringIO(newline="")
    writer = csv.writer(table, delimiter=separator.sign)
    writer.writerow(titles)
    for row in rows:
        writer.writerow([_cell(value, separator) for value in row])
    return table.getvalue().encode("utf-8-sig")


def _cell(value: object, separator: Separator) -> str | int:
    """A number as it is, yes or no, or a text that no spreadsheet calculates; nothing for None.
    Several numbers stand in one cell with a blank between them.
    """
    if value is None:
        return ""
    if isinstance(value, bool):  # before the numbers, of which Python counts it as one
        return _("yes") if value else _("no")
    if isinstance(value, int):
        return value
    if isinstance(value, float):
        text = f"{value:g}"
        return text.replace(".", ",") if separator is Separator.SEMICOLON else text
    if isinstance(value, tuple) and value and not isinstance(value[0], str):
        return " ".join(str(_cell(number, separator)) for number in value)
    text = ", ".join(map(term, value)) if isinstance(value, tuple) else _text(value)
    return _FORMULA[separator].sub("'", wording.plain(text))


def _text(value: object) -> str:
    return term(value) if isinstance(value, str) else str(value)
