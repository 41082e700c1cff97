"""Distances and durations as the cells of a running plan have them."""

from __future__ import annotations

import re

from befit_cli.runner.races import KM_A_MILE

KILOMETRES = 1.0
MILES = KM_A_MILE
METRES = 0.001

_UNITS = {
    **dict.fromkeys(("km", "kms", "k", "kilometer", "kilometers", "kilometre"), KILOMETRES),
    **dict.fromkeys(("kilometres", "kilometro", "kilometros", "quilometros"), KILOMETRES),
    **dict.fromkeys(("mi", "mile", "miles", "milla", "millas", "meilen"), MILES),
    **dict.fromkeys(("m", "meter", "meters", "metre", "metres", "metros"), METRES),
}
_NUMBER = r"[0-9]{1,6}(?:[.,][0-9]{1,6})?"
_DISTANCE = re.compile(rf"(?:{_NUMBER} ?(?:-|–|to|a) ?)?({_NUMBER}) ?([a-z]*)")
_CLOCK = re.compile(r"([0-9]{1,3}):([0-5][0-9])(?::([0-5][0-9])(?:[.,][0-9]*)?)?")
_HOURS = re.compile(
    rf"({_NUMBER}) ?(?:h|hrs?|hours?|horas?|std)\.? ?([0-9]{{1,2}})? ?(?:m|min)?\.?"
)
_MINUTES = re.compile(
    rf"(?:{_NUMBER} ?(?:-|–|to|a) ?)?({_NUMBER}) ?(?:m|mins?|minutes?|minutos?|minuten|')?\.?"
)
_MOST_HOURS_FIRST = 5
"""What `a:b` may begin with and be hours and minutes: from six on it is minutes and seconds."""
_MOST_KILOMETRES = 1_000
_MOST_MINUTES = 3_000


def unit_called(word: str) -> float | None:
    """How many kilometres the unit is; None for what is no unit."""
    return _UNITS.get(word.strip().casefold())


def read_kilometres(text: str, unit: float) -> float | None:
    """The distance, of two the longer; in `unit` where it names no other. None for what is none."""
    distance = _DISTANCE.fullmatch(text.strip().casefold())
    if not distance:
        return None
    if distance[2]:
        own = unit_called(distance[2])
        if own is None:
            return None
        unit = own
    return plausible_kilometres(_number(distance[1]) * unit)


def plausible_kilometres(kilometres: float) -> float | None:
    """The distance where somebody may run it in a day."""
    return round(kilometres, 3) if 0 < kilometres < _MOST_KILOMETRES else None


def read_minutes(text: str, unit: float = 1.0) -> float | None:
    """The duration, such as `45 min`, `1h05` and `0:45`; a bare number is in units of so many
    minutes. None for what is none.
    """
    word = text.strip().casefold()
    minutes: float | None = None
    if clock := _CLOCK.fullmatch(word):
        first, second = int(clock[1]), int(clock[2])
        if clock[3] is not None or first <= _MOST_HOURS_FIRST:
            minutes = first * 60 + second + int(clock[3] or 0) / 60
        else:
            minutes = first + second / 60
    elif hours := _HOURS.fullmatch(word):
        minutes = _number(hours[1]) * 60 + int(hours[2] or 0)
    elif bare := _MINUTES.fullmatch(word):
        minutes = _number(bare[1]) * (unit if word[-1].isdigit() else 1)
    if minutes is None or not 0 < minutes < _MOST_MINUTES:
        return None
    return round(minutes, 2)


def _number(text: str) -> float:
    return float(text.replace(",", "."))
