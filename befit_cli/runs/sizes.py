"""How far or how long a run is, as its title has it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from befit_cli.runs.titles import in_decimals, pattern_of, spoken

_KM_A_MILE = 1.609344
_METRES_A_KM = 1000
_MINUTES_A_KM = 6.0
"""An easy pace, to compare runs of kilometres with runs of minutes."""
_LEAST_METRES = 1000
"""Fewer are a part of a run."""
_FEWEST_M = 30
"""`45m` are minutes; less could be miles."""
_ROUND_METRES = 100
"""`200 m` are metres, on a track or up a hill: nobody counts minutes in hundreds."""
_OF_PARTS = (
    "<repeats>, <race> pace, <race> effort, @ <race>, at <race>, ritmo <race>, ritmo de <race>, "
    "@ <time>"
)
"""Numbers of a title that are not its run's own size."""
_DISTANCE = re.compile(
    r"(?<![\w.,:])(?P<number>[0-9]{1,5}(?:[.,][0-9]{1,3})?) ?"
    r"(?:(?P<miles>mi(?:les?|llas?)?)|(?P<kilometres>k(?:ms?|s|ilomet(?:er|re|ro)s?)?)|"
    r"(?P<metres>m(?:et(?:er|re|ro)s?|ts?)?))(?!\w)"
)
_ALONE = re.compile(r"(?:[0-9]{1,2} ?[-–] ?)?(?P<number>[0-9]{1,2}(?:[.,][0-9])?)")
"""What has no word beside it: `8`, `8-10`."""
_HOURS = re.compile(
    r"(?<![\w.,:])(?P<hours>[0-9]{1,2}(?:[.,][0-9]{1,2})?) ?(?:h|hrs?|hours?|horas?)"
    r"(?: ?(?P<minutes>[0-9]{1,2})(?: ?(?:m|min|mins|minutes?|minutos?|'))?)?(?!\w)"
)
_CLOCK = re.compile(
    r"(?<![\w.,:/@])(?P<hours>[0-9]):(?P<minutes>[0-9]{2}) ?(?:h|hrs?|hours?)(?!\w)"
)
_MINUTES = re.compile(
    r"(?<![\w.,:])(?P<minutes>[0-9]{1,3}) ?(?:min|mins|minutes?|minutos?|'(?!'))(?!\w)"
)


class Size(NamedTuple):
    """How far and how long a run is; None where nothing says it."""

    kilometres: float | None = None
    minutes: float | None = None


def unit_of(titles: Sequence[str]) -> float:
    """The kilometres of the unit that most distances of the titles are in."""
    units = Counter[bool]()
    if not any(map(_alone, titles)):
        return 1.0  # nobody asks, and to read them takes its time
    for title in titles:
        for found in _DISTANCE.finditer(spoken(title).letters):
            if not found["metres"]:
                units[bool(found["miles"])] += 1
    return _KM_A_MILE if units[True] > units[False] else 1.0


def size_of(title: str, unit: float = 1.0) -> Size:
    """The largest distance and the longest time of the title, without repeats and paces; what is a
    number alone is a distance in the unit of so many kilometres.
    """
    alone = _alone(title)
    if alone:
        return Size(kilometres=float(alone["number"].replace(",", ".")) * unit or None)
    letters = pattern_of(_OF_PARTS).sub("", spoken(title).letters)
    kilometres = [_kilometres(found) for found in _DISTANCE.finditer(letters)]
    minutes = [
        60 * float(found["hours"].replace(",", ".")) + float(found["minutes"] or 0)
        for pattern in (_HOURS, _CLOCK)
        for found in pattern.finditer(letters)
    ]
    minutes += [float(found["minutes"]) for found in _MINUTES.finditer(letters)]
    for found in _DISTANCE.finditer(letters):
        number = float(found["number"].replace(",", "."))
        if found["metres"] != "m" or number % _ROUND_METRES == 0:
            continue
        if _FEWEST_M <= number < _LEAST_METRES / 2:
            minutes.append(number)
    return Size(max(kilometres, default=0.0) or None, max(minutes, default=0.0) or None)


def minutes_of(size: Size) -> float:
    """About how long it takes, where anything says how long or how far it is; else nothing."""
    return size.minutes or _MINUTES_A_KM * (size.kilometres or 0.0)


def _alone(title: str) -> re.Match[str] | None:
    return _ALONE.fullmatch(in_decimals(title.strip()))


def _kilometres(distance: re.Match[str]) -> float:
    text = distance["number"]
    if distance["miles"]:
        return float(text.replace(",", ".")) * _KM_A_MILE
    if distance["kilometres"]:
        return float(text.replace(",", "."))
    metres = float(re.sub("[.,](?=[0-9]{3})", "", text).replace(",", "."))
    return metres / _METRES_A_KM if metres >= _LEAST_METRES else 0.0
