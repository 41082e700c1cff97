"""A full week -> its easier version: the deload, the taper and the week of the race."""

from __future__ import annotations

from math import ceil, floor

from befit_cli.evidence.block import (
    DELOAD_RIR,
    DELOAD_SHARE,
    TAPER_SHARE,
    days_to_race,
    may_stand,
    most_load,
)
from befit_cli.planning.draft import Drafts, Line, needed, needed_lines, week_sets
from befit_cli.values import Day, Race, Season, SeasonWeek, Slot, Stretch


def before_race(
    layout: tuple[Slot, ...], race: Race, season: Season, stretch: Stretch
) -> tuple[Slot, ...]:
    """The layout with no more load than its days may have in the stretch's fullest week (R36, R38).

    All weeks of the stretch and the taper after it have that layout, so that nothing in them is new
    (R32).
    """
    fullest = season.fullest_week(stretch)
    eased = []
    for slot in layout:
        load = min(slot.load, most_load(race, days_left(slot.day, fullest)))
        eased.append(Slot(number=slot.number, day=slot.day, load=load))
    return tuple(eased)


def days_left(day: Day, when: SeasonWeek) -> int:
    """Days from that day of the week to the race."""
    return days_to_race(when.starts, day, when.season.race_day)


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
    """R35 to R38: what stands too near to the race goes, the rest keeps its load and loses sets;
    nothing new.

    Each taper week is made from the one before, so that no dose grows again.
    """
    total = week_sets(week)
    tapers = [taper for taper in when.season.of_stretch(when.stretch) if taper.taper]
    for place, taper in enumerate(tapers):
        if taper.number <= when.number:
            _taper_week(week, race, taper, _taper_sets(total, first=place == 0))


def _taper_sets(total: int, *, first: bool) -> int:
    """How many sets a taper week has after a build week with so many, one at least (R35)."""
    low, high = TAPER_SHARE
    share = (low + high) / 2 if first else low
    wanted = ceil(share * total)
    return max(1, wanted if wanted <= high * total else floor(high * total))


def _taper_week(week: Drafts, race: Race, when: SeasonWeek, sets: int) -> None:
    dropped: list[Line] = []
    for draft in week:
        days = days_left(draft.slot.day, when)
        for line in list(draft.lines):
            if not _may_stand(line, race, days):
                draft.lines.remove(line)
                if line.pick.first_line:
                    dropped.append(line)
    for line in dropped:
        _keep_relief(week, line, race, when)
    _lighten(week, sets)


def _keep_relief(week: Drafts, line: Line, race: Race, when: SeasonWeek) -> None:
    """R59: the only first-line work for a niggle moves to an earlier session where its own is too
    near to the race.
    """
    for draft in week:
        in_time = draft.lines and _may_stand(line, race, days_left(draft.slot.day, when))
        if (
            in_time
            and line.pick.form.load <= draft.slot.load
            and needed(week, line)
            and not draft.clashes(line)
        ):
            draft.lines.append(line)
            return


def _may_stand(line: Line, race: Race, days: int) -> bool:
    """Whether that many days before the race are enough for the line (R36, R37, R38)."""
    form = line.pick.form
    return may_stand(race, days, form.load, jumps=form.contacts > 0)


def _lighten(week: Drafts, goal: int) -> None:
    """Take sets away, one at a time, until every session fits and the week has `goal` of them: what
    it can best do without first.
    """
    while over := [draft for draft in week if not draft.fits]:
        _cut_set(week, over)
    for _ in range(week_sets(week) - goal):
        _cut_set(week, week)


def _cut_set(week: Drafts, drafts: Drafts) -> None:
    """Take a set from the line that has most, accessories before main work, long sessions before
    short ones, and their last lines first.

    Where each has only one, a line goes: what is not needed before what is, and first-line work for
    a niggle last.
    """
    lines = [
        (line, (-sets, -place), draft)
        for draft in drafts
        for sets in [draft.sets]
        for place, line in enumerate(draft.lines)
    ]
    several = [each for each in lines if each[0].sets > 1]
    if several:
        line, _, draft = min(several, key=lambda each: (-each[0].sets, each[0].main, each[1]))
        draft.change(line, sets=line.sets - 1)
    else:
        kept = needed_lines(week)
        line, _, draft = min(
            lines,
            key=lambda each: (
                each[0] in kept and bool(each[0].pick.first_line),
                each[0] in kept,
                each[0].main,
                each[1],
            ),
        )
        draft.lines.remove(line)
