"""The log as a table for a spreadsheet: a row for each exercise of each session."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from befit_cli.values import Separator, SessionLog, Units
from befit_cli.views.cells import spreadsheet
from befit_cli.views.work import asked_words

_TITLES = (
    "date",
    "id",
    "form",
    "asked",
    "sets",
    "reps",
    "other_side",
    "hold_s",
    "kg",
    "left",
    "pain",
)


def render(sessions: Iterable[SessionLog], separator: Separator = Separator.COMMA) -> bytes:
    """The header and the rows; what was skipped has no sets."""
    return spreadsheet(_TITLES, _rows(sessions), separator)


def _rows(sessions: Iterable[SessionLog]) -> Iterator[tuple[object, ...]]:
    for session in sessions:
        for id_, works in session.did.items():
            if not works:
                yield session.date, id_, "", "", 0, *[None] * 6
            for work in works:
                asked = "" if work.asked is None else asked_words(work.asked, Units.KG)
                yield (
                    session.date,
                    id_,
                    work.form,
                    asked,
                    work.sets,
                    work.reps,
                    work.other_side,
                    work.hold_s,
                    work.kg,
                    work.left,
                    work.pain,
                )
