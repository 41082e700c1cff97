"""What a week is to hold, the most important first: what every week has, what helps a niggle, the
focus, and more.
"""

from __future__ import annotations

from befit_cli.evidence.coverage import (
    CALF,
    CORE,
    COVERAGE,
    HIP,
    KNEE,
    LATERAL_HIP,
    ONE_LEG,
    PULL,
    Need,
)
from befit_cli.evidence.session import EXERCISES
from befit_cli.values import Athlete, Niggle, Pattern, Value

FOOT = Need("foot", frozenset({Pattern.FOOT}))
BALANCE = Need("balance", frozenset({Pattern.BALANCE}))
ROTATION = Need("rotation", frozenset({Pattern.ROTATION}))
BACK = Need("back", frozenset({Pattern.EXTENSION}))
POWER = Need("power", frozenset({Pattern.PLYOMETRIC, Pattern.SQUAT, Pattern.LUNGE}))
FOCUS = (
    Need("focus first", frozenset(Pattern)),
    Need("focus second", frozenset(Pattern)),
)
"""The athlete's focus, twice a session at most; the exercise's group says what meets it."""
FOCUS_PULLS = (0, 25, 60, 60)
"""How much the focus counts in a choice, by how strongly it is asked for.

25 is less than a main lift counts for, so the lifts stay; 60 is more than a main lift with its load
and weight. The strongest pulls no harder, but lets other work give way in fitting.
"""


class FirstLine(Need, frozen=True):
    """First-line work for a niggle (R59), whatever its pattern."""

    niggle: Niggle = Niggle.BONE_STRESS
    """Always given; the default is there because those of `Need` have one before it."""


TIGHT_COVERAGE = (
    Need(ONE_LEG.name, KNEE.patterns, one_leg=True),
    *(need for need in COVERAGE if need not in (KNEE, ONE_LEG)),
)
"""The coverage of a week with little room: one exercise is knee-dominant and one-leg."""


class Wish(Value, frozen=True):
    """A need that the week should have something for."""

    need: Need
    needed: bool
    """Whether the week must have it."""


_MORE = (
    # Once more what carries a runner, the large groups first.
    KNEE,
    HIP,
    CALF,
    CORE,
    LATERAL_HIP,
    FOOT,
    PULL,
    # What no week must have.
    BALANCE,
    ROTATION,
    # And again.
    KNEE,
    CALF,
    HIP,
    BACK,
    LATERAL_HIP,
    FOOT,
    BALANCE,
    ROTATION,
    PULL,
)
"""What a week gets after its coverage, in this order, as far as sessions have room."""
_ROOM_S = 200
"""Seconds that an exercise takes in an ordinary session, to judge how many needs a session has room
for; dosing measures for real.
"""


def week_wishes(athlete: Athlete, sessions: int, focus: int) -> tuple[Wish, ...]:
    """What a week of so many sessions is to hold, the most important first: coverage, work for
    niggles, the focus, and then more of it.

    `focus` says how strongly the athlete's focus is asked for: a place in `FOCUS_PULLS`.
    """
    wishes = [Wish(need, needed=True) for need in _cover(athlete.minutes, sessions)]
    for niggle in sorted(athlete.niggles):
        relief = FirstLine(f"first-line {niggle}", frozenset(Pattern), niggle=niggle)
        wishes.append(Wish(relief, needed=True))
    # The weaker pulls ask for one exercise a session, or for two; only the strongest insists, and
    # only on the first of each session.
    insists = focus == len(FOCUS_PULLS) - 1
    for need in FOCUS[:focus] * sessions:
        wishes.append(Wish(need, needed=insists and need is FOCUS[0]))
    wishes += [Wish(need, needed=False) for need in _MORE]
    return tuple(wishes)


def _cover(minutes: int, sessions: int) -> tuple[Need, ...]:
    """The coverage of a week with so many sessions of so many minutes."""
    # One exercise less than the time holds, for the warm-up.
    exercises = minutes * 60 // _ROOM_S - 1
    room = sessions * EXERCISES.clamp(exercises)
    return COVERAGE if room >= len(COVERAGE) else TIGHT_COVERAGE
