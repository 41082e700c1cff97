"""A schedule in YAML or JSON -> its workouts as the entries of a running plan."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta

from befit_cli.errors import BefitError, UsageError
from befit_cli.language import _, message, plural
from befit_cli.runner.dates import read_date
from befit_cli.runner.races import read_race
from befit_cli.runs.measures import KILOMETRES, plausible_kilometres, read_kilometres, unit_called
from befit_cli.runs.text import titled
from befit_cli.values import Race, monday_of
from befit_cli.values.running_plan import Entry, Listing, Unread
from befit_cli.yaml.nodes import Node, compose, located, shown

_DAYS = 7
_MOST_WEEKS = 104
_MOST_LETTERS = 40
"""Of a race's name."""
_MOST_MARKS = 40_000
"""A value of YAML or JSON needs one of these marks, so a file with few of them has few values."""
_MARKS = (",", ":", "\n", "[", "{", "- ")
_PAIR = re.compile(
    r"(?<!\\)((?:\\\\)*)\\u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})", re.IGNORECASE
)
"""How JSON may write a letter beyond the first 65,536, such as an emoji."""
_SHAPE = message("It needs `schedule`: a list of weeks, each with its `workouts` from Monday on.")


def read_schedule(text: str, file: str) -> Listing:
    """The workouts of the weeks, a day each; of a day without a title the title is empty.

    Raises BefitError for what is no schedule.
    """
    if sum(map(text.count, _MARKS)) > _MOST_MARKS:
        raise BefitError(
            _("{file} has far more in it than a running plan.", file=file),
            _("Give the running plan alone."),
        )
    root, faults = compose(_PAIR.sub(_joined, text))
    if root is None or faults:
        raise located(file, faults)
    weeks = root.parts.get("schedule") if isinstance(root.data, dict) else None
    if weeks is None or not isinstance(weeks.data, list):
        raise BefitError(_("{file} is no running plan that befit can read.", file=file), _(_SHAPE))
    listing = Listing.of(_entries(weeks, _unit(root), _begin(root)), _race(root))
    if not listing.entries:
        raise BefitError(_("{file} has no workout in its `schedule`.", file=file), _(_SHAPE))
    return listing


def _joined(pair: re.Match[str]) -> str:
    """The letter that the two halves stand for, behind the backslashes before it."""
    halves = bytes.fromhex(pair[2] + pair[3])
    return pair[1] + halves.decode("utf-16-be")


def _entries(weeks: Node, unit: float, begin: date | None) -> Iterator[Entry | Unread]:
    for number, week in enumerate(weeks.parts.values()):
        if number >= _MOST_WEEKS:
            yield Unread(
                where=_line(week),
                why=_("befit reads {most} weeks of a plan, not those after", most=_MOST_WEEKS),
            )
            return
        workouts = week.parts.get("workouts") if isinstance(week.data, dict) else week
        if workouts is None or not isinstance(workouts.data, list):
            yield Unread(where=_line(week), why=_("a week without a list of `workouts`"))
            continue
        days = len(workouts.data)
        if days != _DAYS:
            why = plural(
                days,
                "a week of {n} workout, not 7: befit counts them from Monday on",
                "a week of {n} workouts, not 7: befit counts them from Monday on",
            )
            yield Unread(where=_line(workouts), why=why)
        for day, workout in enumerate(workouts.parts.values()):
            if day == _DAYS:
                break
            place = number * _DAYS + day
            several = isinstance(workout.data, list) and workout.data
            for one in workout.parts.values() if several else [workout]:
                yield _entry(one, place, unit, begin)


def _entry(workout: Node, place: int, unit: float, begin: date | None) -> Entry | Unread:
    title = workout
    distance = None
    if isinstance(workout.data, dict):
        title = workout.parts.get("title", Node(None, workout.place))
        distance = workout.parts.get("distance")
    if isinstance(title.data, list | dict) and title.data:
        why = _("a workout's title is {said}", said=shown(title.data))
        return Unread(where=_line(title), why=why)
    return Entry(
        title=titled(str(title.data)) if title.data else "",
        day=begin + timedelta(days=place) if begin else None,
        place=place,
        kilometres=None if distance is None else _kilometres(distance.data, unit),
    )


def _kilometres(distance: object, unit: float) -> float | None:
    """The distance; of several the longest, and None where there is no number."""
    if isinstance(distance, list):
        several = [_kilometres(part, unit) for part in distance[:_DAYS]]
        return max((part for part in several if part is not None), default=None)
    if isinstance(distance, str):
        return read_kilometres(distance, unit)
    if isinstance(distance, int | float) and not isinstance(distance, bool):
        return plausible_kilometres(distance * unit)
    return None


def _unit(root: Node) -> float:
    """The kilometres of the unit that the head names; kilometres where it names none."""
    return unit_called(str(root.data.get("units"))) or KILOMETRES


def _begin(root: Node) -> date | None:
    """The Monday of the first week, where the head has a day of that week."""
    for key in ("start", "starts", "start_date", "startDate"):  # a `date` may be any
        with suppress(UsageError):
            return monday_of(read_date(key, str(root.data.get(key))))
    return None


def _race(root: Node) -> Race | None:
    """The race that the head names, where befit knows it."""
    for key in ("type", "race", "raceType", "distance"):
        word = root.data.get(key)
        if word is not None:
            with suppress(UsageError):
                return read_race(str(word)[:_MOST_LETTERS])
    return None


def _line(node: Node) -> str:
    return _("line {line}", line=node.place[0])
