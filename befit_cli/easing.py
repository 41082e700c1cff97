"""A full week -> its easier version: the deload, the taper and the week of the race."""

from __future__ import annotations

from math import ceil, floor

from befit_cli.draft import Draft, Drafts, Line, needed, week_sets
from befit_cli.guidelines import DELOAD_RIR, DELOAD_SHARE, HIGH_LOAD_DAYS, JUMP_DAYS, MEDIUM_LOAD_DAYS, STRENGTH_DAYS, TAPER_SHARE
from befit_cli.model import Day, Load, PlacedDay, Race, SeasonWeek


def before_race(layout: tuple[PlacedDay, ...], race: Race, when: SeasonWeek) -> tuple[PlacedDay, ...]:
    """The layout with no more load than a day so near to the race may have (R36, R38): it concerns the last build week of a short block."""
    return tuple(
        PlacedDay(day=placed.day, load=min(placed.load, _most_load(race, days_left(placed.day, when)), key=lambda load: load.rank))
        for placed in layout
    )


def days_left(day: Day, when: SeasonWeek) -> int:
    """Days from that day of the week to the race."""
    return (when.race_day - when.starts).days - day.rank


def _most_load(race: Race, days: int) -> Load:
    if days < MEDIUM_LOAD_DAYS[race]:
        return Load.LOW
    return Load.MEDIUM if days < HIGH_LOAD_DAYS[race] else Load.HIGH


def deload(week: Drafts) -> None:
    """R34: fewer sets and one more repetition in reserve, nothing new."""
    total = week_sets(week)
    low, high = DELOAD_SHARE
    _lighten(week, max(ceil(low * total), floor((low + high) / 2 * total)))
    for draft in week:
        for line in list(draft.lines):
            if line.rir is not None:
                draft.change(line, rir=line.rir + DELOAD_RIR)


def taper(week: Drafts, race: Race, when: SeasonWeek) -> None:
    """R35 to R38: what stands too near to the race goes, the rest keeps its load and loses sets; nothing new."""
    total = week_sets(week)
    for draft in week:
        days = days_left(draft.placed.day, when)
        draft.lines = [line for line in draft.lines if _may_stand(line, race, days)]
    low, high = TAPER_SHARE
    share = (low + high) / 2 if when.taper_step == 0 else low
    _lighten(week, max(1, ceil(share * total) if ceil(share * total) <= high * total else floor(high * total)))


def _may_stand(line: Line, race: Race, days: int) -> bool:
    """Whether that many days before the race are enough for the line (R36, R37, R38)."""
    form = line.pick.form
    jumps_stand = not form.contacts or days >= JUMP_DAYS[race]
    return days >= STRENGTH_DAYS[race] and form.load.rank <= _most_load(race, days).rank and jumps_stand


def _lighten(week: Drafts, goal: int) -> None:
    """Take sets away, one at a time, until the week has `goal` of them: from the line with most, then what coverage needs least."""
    while week_sets(week) > goal:
        lines = [(draft, line) for draft in week for line in draft.lines]
        draft, line = min(lines, key=lambda item: _keep(week, *item))
        if line.sets > 1:
            draft.change(line, sets=line.sets - 1)
        else:
            draft.lines.remove(line)


def _keep(week: Drafts, draft: Draft, line: Line) -> tuple[int, bool, bool, int, int]:
    """What is taken from first: several sets; where it is the last, what is not needed; accessories, long sessions and their last lines."""
    return (-line.sets, line.sets == 1 and needed(week, line), line.main, -draft.sets, -draft.lines.index(line))
