"""What a week holds, as far as an exchange may not make less of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from msgspec.structs import replace

from befit_cli.evidence.coverage import LEG_MUSCLES, LIFT_PATTERNS, MUSCLE_SETS_MIN
from befit_cli.evidence.load import dosed_load
from befit_cli.evidence.sets import CALF, HARD
from befit_cli.planning.draft import Draft, Drafts, week_counts, week_lines
from befit_cli.values import Level, Load, Value

Lacking: TypeAlias = Mapping[str, int]
"""In how many sessions a week lacks what it must have, by the purpose of that."""


class Holding(Value, frozen=True, kw_only=True):
    """What a week holds, and what it lacks."""

    lacking: Lacking
    sets: Sequence[float]
    """Its hard sets, calf sets and sets of jumps."""
    leg_sets: Sequence[float]
    """The sets of each leg muscle, no more than it should have (R04)."""
    loads: Sequence[Load]
    """The loads of its lifts, the highest first."""
    levels: Sequence[Level]
    """The levels that they are for, the highest first."""
    minutes: Sequence[int]
    """The minutes of each session where its lifts have grown as far as they go."""
    room: Sequence[int]
    """The minutes that each may take, or takes by then."""

    def is_no_less_than(self, other: Holding) -> bool:
        """Whether it lacks nothing more of what it must have, and has as many sets of all that is
        counted.
        """
        if any(number > other.lacking.get(purpose, 0) for purpose, number in self.lacking.items()):
            return False
        pairs = zip((*self.sets, *self.leg_sets), (*other.sets, *other.leg_sets), strict=True)
        return all(now >= then for now, then in pairs)

    def is_no_easier_than(self, other: Holding) -> bool:
        """Whether its lifts have no lower loads, and are for no less experienced runners."""
        pairs = [(self.loads, other.loads), (self.levels, other.levels)]
        return all(
            len(now) >= len(then) and all(one >= at for one, at in zip(now, then, strict=False))
            for now, then in pairs
        )

    def grows_within(self, other: Holding) -> bool:
        """Whether none of its sessions is too short for what its lifts will grow to."""
        return all(now <= room for now, room in zip(self.minutes, other.room, strict=True))


def holding(week: Drafts, lacking: Lacking) -> Holding:
    """What a week holds that lacks so much of what it must have."""
    total = week_counts(week)
    lifts = [line for line in week_lines(week) if line.pick.form.pattern in LIFT_PATTERNS]
    loads = [dosed_load(line.pick.form.load, light=line.light) for line in lifts]
    levels = [line.pick.form.level for line in lifts]
    at_top = [_minutes_at_top(draft) for draft in week]
    return Holding(
        lacking=lacking,
        sets=[total.get(HARD, 0), total.get(CALF, 0), _jump_sets(week)],
        leg_sets=[min(total.get(muscle, 0), MUSCLE_SETS_MIN) for muscle in LEG_MUSCLES],
        loads=sorted(loads, reverse=True),
        levels=sorted(levels, reverse=True),
        minutes=at_top,
        room=[max(draft.limit, most) for draft, most in zip(week, at_top, strict=True)],
    )


def _jump_sets(week: Drafts) -> int:
    """The week's sets of jumps."""
    return sum([line.sets for line in week_lines(week) if line.pick.form.contacts])


def _minutes_at_top(draft: Draft) -> int:
    """The minutes of a session where its lifts have grown as far as they go."""
    lines = [replace(line, at=line.top) if line.can_be_light else line for line in draft.lines]
    return replace(draft, lines=tuple(lines)).minutes
