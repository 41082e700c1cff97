"""What a running plan's titles say of a day: easy, hard, long, a race, or no run at all."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from msgspec.structs import replace

from befit_cli.runs.signs import MARKS, REST_AT_LAST, RESTS, RUNS_AND_WALKS, SIGNS, Sign
from befit_cli.runs.sizes import Size, minutes_of, size_of
from befit_cli.runs.sports import without_other_sports
from befit_cli.runs.titles import Spoken, pattern_of, says_something, shown, spoken
from befit_cli.values import Day
from befit_cli.values.running_plan import Entry, PlannedRun, RunKind

_TIME_WORDS = (
    "in, at, of, on, the, a, with, for, total, time, hr, bpm, outside, outdoor, de, en, con, min, "
    "minute, minuto, hour, hora, to, y, and"
)
"""Words beside a time that make it nothing else than a run."""
_LONGER = 1.2
"""How many times the second longest a run is that is long by its size. Consensus."""
_LONG_MINUTES = 120.0
"""From here on any run is long by its size. Consensus."""
_ORDER = {kind: place for place, kind in enumerate(RunKind)}
_LONG = {RunKind.LONG, RunKind.LONG_AND_HARD}
_LONG_WHERE_IT_IS_LONG = {RunKind.EASY: RunKind.LONG, RunKind.HARD: RunKind.LONG_AND_HARD}


class Reading(NamedTuple):
    """What a title says."""

    kind: RunKind
    sign: str
    """The words of the title that decided; empty where none did."""
    sure: bool
    """Whether they leave no doubt."""


@lru_cache(maxsize=1_000)  # a plan says the same title again and again
def kind_of(title: str, mark: str = "") -> Reading:
    """What the title says of a day; the mark of the app that wrote it decides before any word."""
    said = spoken(title)
    marked = MARKS.get(mark)
    if marked is RunKind.LONG and _hard(said.letters):
        marked = RunKind.LONG_AND_HARD
    if marked:
        return Reading(marked, "", sure=True)
    if not said.title:
        return Reading(RunKind.REST, "", sure=True)
    return _read(said)


def _read(said: Spoken) -> Reading:
    walked = RUNS_AND_WALKS.find(said.letters)
    if walked:
        return _reading(RUNS_AND_WALKS, walked, said)
    letters, sport, opens = without_other_sports(said.letters)
    if not opens:
        for sign in RESTS:
            found = sign.find(said.letters)
            if found:
                return _reading(sign, found, said)
    if sport and not says_something(letters):
        return Reading(RunKind.OTHER, said.title[sport.start() : sport.end()].strip(), sure=True)
    for sign in SIGNS:
        found = sign.find(letters)
        if found:
            return _with_the_length(_reading(sign, found, said), said, letters)
    return _without_a_sign(said, letters)


def _with_the_length(reading: Reading, said: Spoken, letters: str) -> Reading:
    """The same, and long and hard where a hard run is a long one."""
    if reading.kind is not RunKind.HARD or not reading.sure:
        return reading
    for sign in SIGNS:
        found = sign.find(letters) if sign.kind is RunKind.LONG else None
        if found:
            both = f"{_reading(sign, found, said).sign}, {reading.sign}"
            return Reading(RunKind.LONG_AND_HARD, both, sure=True)
    return reading


def _without_a_sign(said: Spoken, letters: str) -> Reading:
    if not says_something(letters):
        if said.besides:
            return Reading(RunKind.EASY, said.besides, sure=True)
        return _last_of_all(said, RunKind.REST)
    if pattern_of("<distance>").search(letters):
        return Reading(RunKind.EASY, "", sure=True)
    words = pattern_of("<time>").sub("", letters)
    words = pattern_of(_TIME_WORDS).sub("", words)
    if not re.search(r"[^\W\d_]", words):
        return Reading(RunKind.EASY, "", sure=True)
    return _last_of_all(said, RunKind.EASY if said.besides else RunKind.OTHER)


def _last_of_all(said: Spoken, otherwise: RunKind) -> Reading:
    found = REST_AT_LAST.find(said.letters)
    if found:
        return _reading(REST_AT_LAST, found, said)
    return Reading(otherwise, said.besides, sure=True)


def _reading(sign: Sign, found: re.Match[str], said: Spoken) -> Reading:
    return Reading(sign.kind, said.title[found.start() : found.end()].strip(), sign.sure)


def _hard(letters: str) -> bool:
    return any(sign.find(letters) for sign in SIGNS if sign.kind is RunKind.HARD and sign.sure)


class _Run(NamedTuple):
    """An entry as it is read."""

    planned: PlannedRun
    size: Size
    told: bool
    """Whether its runner says what it is."""

    @property
    def order(self) -> tuple[int, float]:
        """The later, the harder; of two that are as hard the longer."""
        return _ORDER[self.planned.kind], minutes_of(self.size)


def read_days(entries: Mapping[Day, Sequence[Entry]], unit: float = 1.0) -> dict[Day, PlannedRun]:
    """What a week has on each of its days, Monday first: of two entries on a day the harder, and
    long by its size what nothing calls long. A number alone is in the unit of so many kilometres.
    """
    runs = {day: [_run(entry, unit) for entry in entries[day]] for day in sorted(entries)}
    days = {day: _of_a_day(of_day) for day, of_day in runs.items() if of_day}
    if any(day.kind in _LONG or day.kind is RunKind.RACE for day in days.values()):
        return days
    sizes: dict[Day, Size] = {}
    for day, of_day in runs.items():
        sized = [run for run in of_day if run.planned.kind in _LONG_WHERE_IT_IS_LONG]
        if sized:
            sizes[day] = max((run.size for run in sized), key=minutes_of)
    for day in _long_by_size(sizes):
        if any(run.told for run in runs[day]):
            continue
        kind = _LONG_WHERE_IT_IS_LONG[days[day].kind]
        days[day] = replace(days[day], kind=kind, sure=False)
    return days


def _run(entry: Entry, unit: float) -> _Run:
    reading = _reading_of(entry)
    planned = PlannedRun(
        kind=reading.kind,
        title=shown(entry.title),
        sign=reading.sign,
        sure=reading.sure,
    )
    said = size_of(entry.title, unit)
    size = Size(entry.kilometres or said.kilometres, entry.minutes or said.minutes)
    return _Run(planned, size, told=entry.kind is not None)


def _reading_of(entry: Entry) -> Reading:
    """What its runner says of it, else what its title and its distance do."""
    if entry.kind is not None:
        return Reading(entry.kind, "", sure=True)
    reading = kind_of(entry.title, entry.mark)
    unnamed = not reading.sign and reading.kind in (RunKind.OTHER, RunKind.REST)
    if unnamed and not entry.mark and entry.kilometres:
        return Reading(RunKind.EASY, "", sure=True)
    return reading


def _of_a_day(runs: Sequence[_Run]) -> PlannedRun:
    """The harder of the day's runs; both in one where one is long and another hard."""
    hardest = max(runs, key=lambda run: run.order).planned
    hard = [run.planned for run in runs if run.planned.kind is RunKind.HARD]
    if hardest.kind is not RunKind.LONG or not hard:
        return hardest
    return replace(
        hardest,
        kind=RunKind.LONG_AND_HARD,
        title=shown(f"{hardest.title} + {hard[0].title}"),
        sign=", ".join(sign for sign in (hardest.sign, hard[0].sign) if sign),
        sure=hardest.sure and hard[0].sure,
    )


def _long_by_size(sizes: Mapping[Day, Size]) -> list[Day]:
    """The days whose run nothing calls long, and which is long beside the others."""
    lengths = {day: size.kilometres or 0.0 for day, size in sizes.items()}
    if not all(lengths.values()):
        lengths = {day: minutes_of(size) for day, size in sizes.items()}
    longest = sorted(lengths, key=lambda day: lengths[day], reverse=True)
    known = [day for day in longest if lengths[day]]
    by_itself = [day for day, size in sizes.items() if (size.minutes or 0.0) >= _LONG_MINUTES]
    if by_itself or len(known) < 2:
        return by_itself
    first, second, *_ = known
    return [first] if lengths[first] >= _LONGER * lengths[second] else []
