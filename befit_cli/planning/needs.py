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
FOCUS = tuple(Need(f"focus {which}", frozenset(Pattern)) for which in ("first", "second"))
FOCUS_PULLS = (0, 25, 60, 60)
"""How much the focus counts in a choice, by how strongly it is asked for; the strongest lets other
work give way to it.
"""


class FirstLine(Need, frozen=True):
    """First-line work for a niggle (R59)."""

    niggle: Niggle = Niggle.BONE_STRESS


TIGHT_COVERAGE = (
    Need(ONE_LEG.name, KNEE.patterns, one_leg=True),
    *(need for need in COVERAGE if need not in (KNEE, ONE_LEG)),
)
"""The coverage of a week with little room: one exercise is knee-dominant and one-leg."""


class Wish(Value, frozen=True):
    """A need that the week should have something for; `needed` where the week must have it."""

    need: Need
    needed: bool


MORE = tuple(
    Wish(need, needed=False)
    for need in (
        KNEE,
        HIP,
        CALF,
        CORE,
        LATERAL_HIP,
        FOOT,
        PULL,
        BALANCE,
        ROTATION,
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
)
"""What a week gets after its coverage, in this order, as far as sessions have room."""
_ROOM_S = 200
"""Seconds that an exercise takes in an ordinary session, to judge how many needs a session has room
for; dosing measures for real.
"""


def wanted(athlete: Athlete, sessions: int, focus: int) -> tuple[Wish, ...]:
    """What a week of so many sessions is to hold, the most important first: coverage, work for
    niggles, the focus, and then more of it.

    `focus` says how strongly the athlete's focus is asked for: a place in `FOCUS_PULLS`.
    """
    room = sessions * min(EXERCISES.high, max(EXERCISES.low, athlete.minutes * 60 // _ROOM_S - 1))
    cover = COVERAGE if room >= len(COVERAGE) else TIGHT_COVERAGE
    relief = [
        FirstLine(f"first-line {niggle}", frozenset(Pattern), niggle=niggle)
        for niggle in sorted(athlete.niggles)
    ]
    more = FOCUS[:focus] * sessions
    insist = focus == len(FOCUS_PULLS) - 1
    return (
        *(Wish(need, needed=True) for need in (*cover, *relief)),
        *(Wish(need, needed=insist and need is FOCUS[0]) for need in more),
        *MORE,
    )
