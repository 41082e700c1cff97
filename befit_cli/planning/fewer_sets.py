"""A week -> the same with fewer sets."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from befit_cli.evidence.dose import MAIN_SETS_MIN
from befit_cli.evidence.session import EXERCISES, LIFT_ROLES
from befit_cli.planning.draft import (
    Draft,
    Drafts,
    Line,
    needed_lines,
    week_lines,
    week_sets,
)


class _Place(Struct, frozen=True):
    """A line that may lose a set, and where it stands."""

    draft: Draft
    line: Line
    stays: bool
    """Whether the week would lack something without it."""
    rank: tuple[int, int]
    """Long sessions come before short ones, and their last lines first."""


Worth: TypeAlias = Callable[[_Place], tuple[int, ...]]
"""How much a line is worth where whole lines go: that with the highest goes last."""


def take_sets(week: Drafts, goal: int, of: Callable[[Line], bool]) -> None:
    """Take sets away from the lines of that kind until they have `goal` of them together, or none
    has a second one.
    """
    while sets_of(week, of) > goal:
        if not _take_set(week, least=1, of=of):
            return


def sets_of(week: Drafts, of: Callable[[Line], bool]) -> int:
    """All sets of the week's lines of that kind."""
    return sum([line.sets for line in week_lines(week) if of(line)])


def cut_down(week: Drafts, goal: int, last: Worth) -> None:
    """Take sets away, one at a time, until every session fits and the week has `goal` of them: what
    it can best do without first. `last` tells what a line is worth where none has a set to give.
    """
    # What moved into a session may be one exercise too many.
    for draft in week:
        while len(draft.lines) > EXERCISES.high:
            _drop(week, [draft], last)
    # Sessions that are too full come first: what they lose counts towards the goal.
    while over := [draft for draft in week if not draft.fits]:
        next(_cuts(week, over, last))
    cuts = _cuts(week, week, last)
    while week_sets(week) > goal:
        next(cuts)


def _cuts(week: Drafts, drafts: Drafts, last: Worth) -> Iterator[None]:
    """A set less in one of the sessions at each step, or a line less where none has a set to give:
    what gives nothing more gives nothing later.
    """
    # No main lift loses a set while an accessory has two (R35).
    while _take_set(drafts, least=1, of=_is_accessory):
        yield
    while _take_set(drafts, least=MAIN_SETS_MIN):
        yield
    # Two sets of a lift are worth more than what is beside it.
    while beside := [place for place in _places(week, drafts) if _is_beside(place)]:
        spare = min(beside, key=lambda place: place.rank)
        spare.draft.remove(spare.line)
        yield
    while _take_set(drafts, least=1):
        yield
    while True:
        _drop(week, drafts, last)
        yield


def _is_any(_: Line) -> bool:
    return True


def _is_accessory(line: Line) -> bool:
    return not line.main


def _take_set(drafts: Drafts, *, least: int, of: Callable[[Line], bool] = _is_any) -> bool:
    """Take a set from the line that has most of those of that kind that have more than the `least`:
    of two that have as many no main work, and then the last of the longest session, so none is left
    with much while others have next to nothing. False where none gives one.
    """
    thickest = (least, True, 0, 0)
    chosen: tuple[Draft, Line] | None = None
    for draft in drafts:
        sets = draft.sets
        for number, line in enumerate(draft.lines):
            if line.sets <= least or not of(line):
                continue
            key = (line.sets, not line.main, sets, number)
            if key > thickest:
                thickest, chosen = key, (draft, line)
    if chosen is None:
        return False
    draft, line = chosen
    draft.exchange(line, replace(line, sets=line.sets - 1))
    return True


def _is_beside(place: _Place) -> bool:
    """Whether it is no lift, and nothing that the week would lack."""
    return not place.stays and place.line.pick.exercise.role not in LIFT_ROLES


def _drop(week: Drafts, drafts: Drafts, last: Worth) -> None:
    """Take out a whole line of one of the sessions."""
    places = _places(week, drafts)
    spare = min(places, key=lambda place: (*last(place), place.rank))
    spare.draft.remove(spare.line)


def _places(week: Drafts, drafts: Drafts) -> list[_Place]:
    """All lines of these sessions of the week."""
    must_stay = needed_lines(week)
    places = []
    for draft in drafts:
        sets = draft.sets
        for number, line in enumerate(draft.lines):
            places.append(_Place(draft, line, line in must_stay, (-sets, -number)))
    return places


def _relieves(place: _Place) -> bool:
    """Whether the athlete is sore without it: that goes last of all."""
    return place.stays and bool(place.line.pick.first_line)


def needed_before_main(place: _Place) -> tuple[bool, ...]:
    """A deload still has all that a week must have (R03)."""
    return _relieves(place), place.stays, place.line.main


def relief_before_main(place: _Place) -> tuple[bool, ...]:
    """A deload has first-line work, whatever else it must have (R59)."""
    return _relieves(place), place.line.main, place.stays


def main_before_needed(place: _Place) -> tuple[bool, ...]:
    """A taper keeps its lifts (R35), and R59 asks nothing of it; and none of its sessions loses the
    last of what makes it one while another has more.
    """
    small = len(place.draft.lines) <= EXERCISES.low
    return small, place.line.main, _relieves(place), place.line.calf or place.stays


def early_before_late(place: _Place) -> tuple[int, ...]:
    """The week of the race ends with its shortest session: of what is worth as much in a taper the
    latest goes first.
    """
    return *main_before_needed(place), -place.draft.slot.day.rank
