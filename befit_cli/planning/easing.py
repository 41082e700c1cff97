"""A full week -> its easier version: the deload, the taper and the week of the race."""

from __future__ import annotations

from math import ceil, floor

from msgspec import Struct

from befit_cli.evidence.block import (
    DELOAD_RIR,
    DELOAD_SHARE,
    TAPER_SHARE,
    days_to_race,
    may_stand,
    most_load,
)
from befit_cli.planning.draft import (
    Draft,
    Drafts,
    Line,
    keep,
    needed,
    needed_lines,
    put_back,
    week_sets,
)
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
    middle = (low + high) / 2
    # Of few sets the middle, rounded down, can lie under the least.
    goal = max(ceil(low * total), floor(middle * total))
    _lighten(week, goal)
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
    tapers = [other for other in when.season.of_stretch(when.stretch) if other.taper]
    for place, other in enumerate(tapers):
        if other.number > when.number:
            break
        first = place == 0
        depth = _taper_depth(total, first=first, floored=first and len(tapers) > 1)
        _taper_week(week, race, other, depth)


class _Depth(Struct, frozen=True):
    """How many sets a taper week has."""

    goal: int
    """How many it is brought down to."""
    least: int
    """How many it may not fall under, unless fewer may stand so near to the race (R35)."""


def _taper_depth(total: int, *, first: bool, floored: bool) -> _Depth:
    """What a taper week has of so many sets of the last build week (R35), one at least.

    `floored` says that R35 has a least for this week: for the first of several.
    """
    low, high = TAPER_SHARE
    # The first week goes half of the way, the next ones all of it.
    share = (low + high) / 2 if first else low
    goal = ceil(share * total)
    if goal > high * total:
        goal = floor(high * total)
    least = ceil(low * total) if floored else 0
    return _Depth(goal=max(1, goal), least=least)


def _taper_week(week: Drafts, race: Race, when: SeasonWeek, depth: _Depth) -> None:
    # 1. What stands too near to the race goes. What is left then may all be too little for the
    #    share that R35 asks for, and is enough.
    relief = _drop_late(week, race, when)
    least = min(depth.least, week_sets(week))
    standing = keep(week)
    # 2. First-line work that went moves to an earlier session, and then sets go. A session that
    #    was full loses sets, or whole exercises, to what moves into it. Where that leaves fewer
    #    sets than R35 lets go, the last that moved stays out, and the week is eased again: R35 must
    #    hold, and in a taper R59 asks for no first-line work.
    for moving in range(len(relief), -1, -1):
        put_back(week, standing)
        for line in relief[:moving]:
            _keep_relief(week, line, race, when)
        _lighten(week, depth.goal)
        if week_sets(week) >= least:
            return


def _drop_late(week: Drafts, race: Race, when: SeasonWeek) -> list[Line]:
    """Take out what stands too near to the race; return what of it is first-line work for a
    niggle.
    """
    relief = []
    for draft in week:
        days = days_left(draft.slot.day, when)
        for line in list(draft.lines):
            if _may_stand(line, race, days):
                continue
            draft.lines.remove(line)
            if line.pick.first_line:
                relief.append(line)
    return relief


def _keep_relief(week: Drafts, line: Line, race: Race, when: SeasonWeek) -> None:
    """R59: the only first-line work for a niggle moves to an earlier session where its own is too
    near to the race.
    """
    if not needed(week, line):
        return
    for draft in week:
        days = days_left(draft.slot.day, when)
        # A session that has lost all its lines is none any more.
        if draft.lines and _may_stand(line, race, days) and _takes(draft, line):
            draft.lines.append(line)
            return


def _takes(draft: Draft, line: Line) -> bool:
    """Whether the session's day may have the line's load, and nothing in it is like the line."""
    return line.pick.form.load <= draft.slot.load and not draft.clashes(line)


def _may_stand(line: Line, race: Race, days: int) -> bool:
    """Whether that many days before the race are enough for the line (R36, R37, R38)."""
    form = line.pick.form
    return may_stand(race, days, form.load, jumps=form.contacts > 0)


def _lighten(week: Drafts, goal: int) -> None:
    """Take sets away, one at a time, until every session fits and the week has `goal` of them: what
    it can best do without first.
    """
    # Sessions that are too full come first: what they lose counts towards the goal.
    while over := [draft for draft in week if not draft.fits]:
        _cut_set(week, over)
    for _ in range(week_sets(week) - goal):
        _cut_set(week, week)


class _Place(Struct, frozen=True):
    """A line that may lose a set, and where it stands."""

    draft: Draft
    line: Line
    rank: tuple[int, int]
    """Long sessions come before short ones, and their last lines first."""


def _cut_set(week: Drafts, drafts: Drafts) -> None:
    """Take a set from one of the sessions, or a line where each has only one set."""
    places = []
    for draft in drafts:
        sets = draft.sets
        for number, line in enumerate(draft.lines):
            places.append(_Place(draft, line, (-sets, -number)))
    several = [place for place in places if place.line.sets > 1]
    if several:
        thickest = min(several, key=_fewer_sets_order)
        thickest.draft.change(thickest.line, sets=thickest.line.sets - 1)
        return
    must_stay = needed_lines(week)
    spare = min(places, key=lambda place: _drop_order(place, must_stay))
    spare.draft.lines.remove(spare.line)


def _fewer_sets_order(place: _Place) -> tuple[int, bool, tuple[int, int]]:
    """The line with most sets loses one first, accessories before main work: so all exercises stay
    as long as they can, and none is left with much while others have next to nothing.
    """
    return -place.line.sets, place.line.main, place.rank


def _drop_order(place: _Place, must_stay: list[Line]) -> tuple[bool, bool, bool, tuple[int, int]]:
    """What is not needed goes before what is, and first-line work for a niggle last: it is what the
    athlete is sore without.
    """
    line = place.line
    stays = line in must_stay
    relieves = stays and bool(line.pick.first_line)
    return relieves, stays, line.main, place.rank
