"""What a week is to hold, as one list that is read from the top: what it must have, then more of
it.

The order is the same for everybody and does not depend on the minutes: more of them read further.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from operator import attrgetter
from typing import TypeAlias

from befit_cli.evidence.coverage import LIFT_PATTERNS, served
from befit_cli.evidence.jumps import JUMP_SESSIONS_MAX
from befit_cli.evidence.load import CALF_WEIGHTS, HEAVY
from befit_cli.evidence.niggles import NEEDS_THIGHS, TENDON_REPS
from befit_cli.evidence.session import LIFT_ROLES
from befit_cli.evidence.week import SESSIONS
from befit_cli.planning.draft import Line
from befit_cli.planning.repertoire import (
    FAST_WORK,
    JUMPS,
    STRAIGHT_CALF,
    STRAIGHT_WEIGHTED_CALF,
    TENDON,
    WEIGHTED_CALF,
    group_purpose,
    relief_purpose,
)
from befit_cli.planning.task import must_cover
from befit_cli.values import (
    Athlete,
    Group,
    Level,
    Need,
    Pattern,
    Phase,
    Race,
    Stretch,
    Value,
)


class Serve(Value, frozen=True, kw_only=True):
    """An exercise for a purpose, in so many sessions, each at its lowest dose."""

    purpose: str
    """One of those that rungs have."""
    sessions: int
    must: bool = False
    """Whether it comes in whatever the week's ceilings say."""
    relief: bool = False
    """Whether it is for a sore spot: then all else may give way."""


class Grow(Value, frozen=True, kw_only=True):
    """A set more of each line of that kind, until each has so many."""

    lines: Callable[[Line], bool]
    sets: int
    behind_lifts: bool = False
    """Whether what stands beside the main lifts of its session has no more sets than they have."""


class Rest(Value, frozen=True, kw_only=True):
    """The usual rest between the sets of main lifts, or the longest that their phase knows."""

    longest: bool = False


Wish: TypeAlias = Serve | Grow | Rest

EVERY_SESSION = SESSIONS.high
NOTHING_HAD: Mapping[Need, int] = {}
"""For a block's first stretch, which has none before it."""
_MOST_SETS = 10
"""More than any dose has: as many as there may be."""
_LIFTS_FIRST_MINUTES = 40
"""Minutes from which a session keeps its squats and lunges before upper body and trunk have room.
In shorter ones jumps and calves would have too few sets (R23, R08).
"""


HEAVY_PURPOSES = frozenset({Need.KNEE, Need.HIP})
"""What the main lifts are for."""


_MAIN_LIFTS = attrgetter("main_lift")
_CALVES = attrgetter("calf")


def _is_lift(line: Line) -> bool:
    return line.pick.exercise.role in LIFT_ROLES and line.pick.form.pattern in LIFT_PATTERNS


def _is_lateral_hip(line: Line) -> bool:
    return Need.LATERAL_HIP in served(line.pick.form)


def _is_below_the_chest(line: Line) -> bool:
    return line.pick.form.pattern not in {Pattern.PULL, Pattern.PUSH}


def _is_any(_: Line) -> bool:
    return True


_LEG_COVERAGE: tuple[Wish, ...] = (
    Serve(purpose=Need.KNEE, sessions=1, must=True),
    Serve(purpose=Need.HIP, sessions=1, must=True),
    Serve(purpose=STRAIGHT_CALF, sessions=1, must=True),
    Serve(purpose=Need.ONE_LEG, sessions=1, must=True),
    Serve(purpose=Need.HAMSTRING, sessions=1, must=True),
    Serve(purpose=Need.CALF, sessions=2, must=True),
)
"""What every week must have for the legs (R03, R08), the lifts first: they choose their session by
its load.
"""
_OTHER_COVERAGE: tuple[Wish, ...] = (
    Serve(purpose=Need.PULL, sessions=1, must=True),
    Serve(purpose=Need.PUSH, sessions=1, must=True),
    Serve(purpose=Need.CORE, sessions=1, must=True),
    Serve(purpose=Need.LATERAL_HIP, sessions=1, must=True),
)
"""What it must have besides (R03)."""
_SECOND_SETS: tuple[Wish, ...] = (
    Grow(lines=_MAIN_LIFTS, sets=2),
    Grow(lines=_CALVES, sets=2),
)
"""A second set of what the week must have, the lifts before the rest."""
_OTHER_SECOND_SETS: tuple[Wish, ...] = (
    Grow(lines=_is_lift, sets=2),
    Grow(lines=_is_lateral_hip, sets=2),
)
"""A second set of what it must have beside those."""
_LIFTS: tuple[Wish, ...] = (
    Rest(),
    Serve(purpose=Need.KNEE, sessions=EVERY_SESSION),
    Serve(purpose=Need.HIP, sessions=EVERY_SESSION),
    Serve(purpose=Need.CALF, sessions=EVERY_SESSION),
    Grow(lines=_is_lift, sets=2),
)
"""What carries a runner, in every session."""
_MORE: tuple[Wish, ...] = (
    # Calves carry every stride: six sets a week are little for them (R08).
    Grow(lines=_CALVES, sets=3),
    # The lifts and the calves are what a session is for.
    Serve(purpose=Need.HAMSTRING, sessions=2),
    Grow(lines=_MAIN_LIFTS, sets=3),
    Grow(lines=_is_lift, sets=3, behind_lifts=True),
    # Then what steadies the hips and the trunk, and the upper body as far as it carries the arms.
    Serve(purpose=Need.LATERAL_HIP, sessions=2),
    Grow(lines=_is_any, sets=2),
    Serve(purpose=Need.CORE, sessions=2),
    Serve(purpose=Need.PULL, sessions=2),
    Serve(purpose=Need.PUSH, sessions=2),
    Grow(lines=_is_any, sets=2),
    # And again, as far as there are minutes.
    Serve(purpose=Need.ONE_LEG, sessions=2),
    Serve(purpose=Pattern.FOOT, sessions=1),
    Serve(purpose=Pattern.BALANCE, sessions=1),
    Serve(purpose=Need.HAMSTRING, sessions=EVERY_SESSION),
    Serve(purpose=Need.LATERAL_HIP, sessions=EVERY_SESSION),
    Serve(purpose=Need.CORE, sessions=EVERY_SESSION),
    Serve(purpose=Pattern.ROTATION, sessions=1),
    Serve(purpose=Pattern.EXTENSION, sessions=1),
    Grow(lines=_is_any, sets=2),
    Serve(purpose=Need.PULL, sessions=EVERY_SESSION),
    Serve(purpose=Need.PUSH, sessions=EVERY_SESSION),
    Serve(purpose=Pattern.FOOT, sessions=EVERY_SESSION),
    Serve(purpose=Pattern.BALANCE, sessions=EVERY_SESSION),
    Grow(lines=_is_any, sets=2),
    # Two sets a session are enough for the arms of a runner, three for all but the lifts; and of
    # nothing more than of the main lifts beside it, whatever keeps those from growing.
    Grow(lines=_is_below_the_chest, sets=3, behind_lifts=True),
    Grow(lines=_is_lift, sets=_MOST_SETS, behind_lifts=True),
    Rest(longest=True),
)
"""What a week gets after what it must have."""


def relief_wishes(athlete: Athlete) -> tuple[Serve, ...]:
    """What the athlete's sore spots need (R59): it comes before all else."""
    # A tendon has one kind of work that helps it, and every session may hold it once.
    tendons = [niggle for niggle in sorted(athlete.niggles) if niggle in TENDON_REPS]
    others = [niggle for niggle in sorted(athlete.niggles) if niggle not in TENDON_REPS]
    purposes = [(relief_purpose(niggle), 1) for niggle in tendons]
    if tendons:
        purposes.append((TENDON, EVERY_SESSION))
    purposes += [(relief_purpose(niggle), 1) for niggle in others]
    return tuple(
        [
            Serve(purpose=purpose, sessions=sessions, must=True, relief=True)
            for purpose, sessions in purposes
        ]
    )


def week_wishes(
    athlete: Athlete,
    stretch: Stretch,
    *,
    jumps: bool,
    had: Mapping[Need, int] = NOTHING_HAD,
    kept: Sequence[Serve] = (),
) -> tuple[tuple[Wish, ...], ...]:
    """The whole list for an athlete's weeks of a stretch, the most important first: coverage,
    jumps, the focus, lifts for every session, and then more.

    In parts: each is read for all sessions before the next one is. `jumps` says whether the athlete
    may jump, `had` in how many sessions the last stretch served each need, and `kept` what sessions
    keep that wait for another to go up a ladder first.
    """
    wishes: list[Wish] = []
    if _needs_weighted_calves(athlete, stretch):
        # Some kit has weight for two legs alone.
        for purpose in (STRAIGHT_WEIGHTED_CALF, WEIGHTED_CALF):
            wishes.append(Serve(purpose=purpose, sessions=1, must=True))
    wishes += [*kept, *_LEG_COVERAGE]
    if _keeps_lifts_first(athlete):
        wishes += kept_lifts(had)
    wishes += _OTHER_COVERAGE
    if stretch.phase is Phase.POWER:
        # Two sets in each of two sessions are more than the share of the longer races (R23).
        sessions = JUMP_SESSIONS_MAX if athlete.race <= Race.TEN_K else 1
        wishes.append(Serve(purpose=JUMPS, sessions=sessions))
        if not jumps:
            wishes.append(Serve(purpose=FAST_WORK, sessions=1))
    if athlete.focus is not None:
        wishes += _focus_wishes(athlete.focus)
    for niggle in sorted(athlete.niggles):
        # What helps does so on every day, where there is room.
        wishes.append(Serve(purpose=relief_purpose(niggle), sessions=EVERY_SESSION))
    wishes += _SECOND_SETS
    if athlete.sessions == SESSIONS.low and not NEEDS_THIGHS.isdisjoint(athlete.niggles):
        # The thighs have theirs before the hips have all they may (R04).
        wishes.append(Serve(purpose=Need.KNEE, sessions=SESSIONS.low))
    wishes += _OTHER_SECOND_SETS
    # What grows from stretch to stretch takes no session's calf work, squat or lunge away again.
    if Need.CALF in had:
        wishes.append(Serve(purpose=Need.CALF, sessions=had[Need.CALF]))
    wishes += kept_lifts(had)
    wishes += _LIFTS
    return (tuple(wishes), _MORE)


def _keeps_lifts_first(athlete: Athlete) -> bool:
    """Whether push-ups and the like take what squats and lunges leave: without weights those grow
    to many minutes, and what does not fit gives way to something far easier.
    """
    if athlete.minutes < _LIFTS_FIRST_MINUTES or not HEAVY.isdisjoint(athlete.every_kit):
        return False
    return must_cover(athlete)


def kept_lifts(had: Mapping[Need, int]) -> list[Serve]:
    """A squat or a lunge in as many sessions as the last stretch `had` one in."""
    if Need.KNEE not in had:
        return []
    return [Serve(purpose=Need.KNEE, sessions=had[Need.KNEE])]


def _focus_wishes(group: Group) -> list[Wish]:
    """An exercise of the group in every session, and more sets of it than of others."""

    def of_group(line: Line) -> bool:
        return line.pick.exercise.group is group

    return [
        Serve(purpose=group_purpose(group), sessions=EVERY_SESSION),
        Grow(lines=of_group, sets=3),
    ]


def _needs_weighted_calves(athlete: Athlete, stretch: Stretch) -> bool:
    """R08: whether one exercise for the calves is to be weighted."""
    if stretch.phase is Phase.GENERAL or athlete.level is Level.BEGINNER:
        return False
    return not CALF_WEIGHTS.isdisjoint(athlete.every_kit)
