"""A roster as a table for a spreadsheet: a row for each runner."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from befit_cli.roster.rows import COLUMNS, Row
from befit_cli.values import Separator
from befit_cli.views import roster_words
from befit_cli.views.cells import spreadsheet
from befit_cli.views.terms import term

_WORDS = ("sessions", "why")
"""What only people read: the week's sessions, and why somebody needs their coach."""


def render(rows: Iterable[Row], separator: Separator = Separator.COMMA) -> bytes:
    """The titles, which are the columns that rows can be sorted by, and the rows in their order."""
    return spreadsheet([*COLUMNS, *_WORDS], map(_cells, rows), separator)


def _cells(row: Row) -> Iterator[object]:
    for cell in COLUMNS.values():
        yield cell(row)
    due = () if row.standing is None else row.standing.sessions
    yield tuple([f"{roster_words.session(each)} {term(each.status)}" for each in due])
    yield "; ".join(roster_words.reasons(row))
