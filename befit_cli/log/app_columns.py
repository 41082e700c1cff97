"""What the columns of Strong's, Hevy's and FitNotes' tables are called."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple

from befit_cli.language import message
from befit_cli.runner.letters import folded
from befit_cli.runner.rows import Row
from befit_cli.values import Units


class Column(StrEnum):
    """What a column has of the set that its row is."""

    DATE = "date"
    """When its session began."""
    END = "end"
    WORKOUT = "workout"
    """What the session is called."""
    MINUTES = "minutes"
    """How long the session was."""
    EXERCISE = "exercise"
    CATEGORY = "category"
    """The chapter of the app's exercises that it stands in."""
    KIND = "kind"
    """A number, or what makes the set no usual one."""
    WEIGHT = "weight"
    UNIT = "unit"
    """Of the weight."""
    REPS = "reps"
    SECONDS = "seconds"
    DISTANCE = "distance"
    RPE = "rpe"
    LEFT = "left"
    NOTE = "note"
    """About the set or the exercise."""
    WORKOUT_NOTE = "workout note"


_NUMBERS = (
    message("weight", sense="column"),
    message("reps", sense="column"),
    message("seconds", sense="column"),
    message("distance", sense="column"),
    message("rpe", sense="column"),
    message("left", sense="column"),
)
"""Those of numbers, as `spoken_word` says them."""

APPS = {"exercise name": "Strong", "exercise title": "Hevy", "exercise": "FitNotes"}
"""Who writes a table, by what they call its column of exercises."""

_COLUMNS = {
    **dict.fromkeys(APPS, Column.EXERCISE),
    **dict.fromkeys(("date", "start time"), Column.DATE),
    "end time": Column.END,
    **dict.fromkeys(("workout name", "title"), Column.WORKOUT),
    **dict.fromkeys(("duration", "workout duration"), Column.MINUTES),
    "category": Column.CATEGORY,
    **dict.fromkeys(("set order", "set type"), Column.KIND),
    "weight": Column.WEIGHT,
    "weight unit": Column.UNIT,
    "reps": Column.REPS,
    **dict.fromkeys(("seconds", "duration seconds", "duration s", "time"), Column.SECONDS),
    "distance": Column.DISTANCE,
    "rpe": Column.RPE,
    "rir": Column.LEFT,
    **dict.fromkeys(("notes", "exercise notes", "comment"), Column.NOTE),
    **dict.fromkeys(("workout notes", "description"), Column.WORKOUT_NOTE),
}
_UNITS = {
    **dict.fromkeys(("kg", "kgs", "kilogram", "kilograms", "kilos"), Units.KG),
    **dict.fromkeys(("lb", "lbs", "pound", "pounds"), Units.LB),
}
_OTHER_UNITS = frozenset({"s", "sec", "secs", "seconds", "km", "miles", "mi", "m", "meters", "min"})
_WORD = re.compile(r"[^\W_]+")
_MOST_LETTERS = 40


class Place(NamedTuple):
    """Where a column stands, from 0."""

    number: int
    unit: str = ""
    """What its head names; empty where it names none."""


class Head(NamedTuple):
    """What the head of a table says."""

    app: str
    """Who wrote it."""
    columns: dict[Column, list[Place]]


def units_called(word: str) -> Units | None:
    """The units of weight that the word is; None for what is none."""
    return _UNITS.get(word.strip(" .").casefold())


def read_head(row: Row) -> Head | None:
    """What the row says of the columns below it; None where it is no head of a log."""
    app = ""
    found: dict[Column, list[Place]] = {}
    for number, cell in enumerate(row.cells):
        name, unit = _named(cell)
        column = _COLUMNS.get(name)
        if column is not None:
            found.setdefault(column, []).append(Place(number, unit))
        app = APPS.get(name, app)
    needed = {Column.DATE, Column.EXERCISE, Column.REPS}
    return Head(app, found) if needed <= found.keys() else None


def _named(cell: str) -> tuple[str, str]:
    """The name of a column, and its unit: `Weight (kg)`, `weight_lbs`."""
    words = _WORD.findall(" ".join(folded(cell[:_MOST_LETTERS])))
    name = " ".join(words)
    if name not in _COLUMNS and len(words) > 1 and words[-1] in _UNITS.keys() | _OTHER_UNITS:
        return " ".join(words[:-1]), words[-1]
    return name, ""
