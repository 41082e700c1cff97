"""The session: its minutes, its size, its order and its time estimate."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

from befit_cli.evidence.coverage import LIFT_PATTERNS
from befit_cli.evidence.load import needs_lighter_sets
from befit_cli.values import Pattern, Prescription, Range, Role

MINUTES = Range(15, 60)
"""R45."""
MINUTES_USED = 0.8
"""R45b."""

WORTH_MINUTES = 5
"""Minutes of work under which a session is not worth its warm-up; consensus."""
MORE_MINUTES = 20
"""Minutes that a session takes at most that one week has more; consensus."""

EXERCISES = Range(3, 7)
SESSION_SETS_MAX = 18
LONG_SESSION_SETS_MAX = 24
LONG_SESSION = 45
SESSION_SETS_MIN = 8
SESSION_SETS_MIN_FROM = 30
"""R05: exercises and sets in a session; the most sets are more from that many minutes on, and the
fewest are asked from that many on.
"""
MAIN_ROLES = frozenset({Role.POWER, Role.MAIN})
"""The roles that take the phase's dose; the others keep the catalogue's."""
LIFT_ROLES = MAIN_ROLES | {Role.ACCESSORY}
"""The roles that come before prehab, core and mobility (R06)."""
FAMILY_FREE = frozenset({Role.PREHAB, Role.MOBILITY})
"""R07: roles of which a session may hold several of one family."""


EXERCISE_SHARE_MAX = 1 / 3
SETS_OF_GROWN = 3
SETS_OF_GROWN_SHORT = 2
"""R31: the share of the minutes asked for that an exercise grows to, done in so many sets, and in
a session of less than half an hour in so many: then it has no minutes left for more; consensus.
"""

SETUP_S = 60
HEAVY_SETUP_S = 120
CHANGE_SIDES_S = 10
"""R46: seconds to set an exercise up, the same for a lift that has a lighter set of its own, and to
change sides in a set.
"""


def may_share_family(role: Role, other: Role) -> bool:
    """R07: whether exercises of one family may stand in a session together, by their roles."""
    return role in FAMILY_FREE and other in FAMILY_FREE


def most_sets(minutes: int) -> int:
    """R05: the most sets of a session that was asked to take so many minutes."""
    return LONG_SESSION_SETS_MAX if minutes >= LONG_SESSION else SESSION_SETS_MAX


def order(role: Role, pattern: Pattern) -> int:
    """R06: the place of such an exercise in a session, from 0."""
    if role is Role.POWER:
        return 0
    if role not in LIFT_ROLES:
        return 4
    if pattern in LIFT_PATTERNS:
        return 1
    return 2 if pattern is Pattern.CALF else 3


def exercise_seconds(exercise: Prescription, *, first: bool) -> float:
    """R46: seconds that an exercise takes; the lighter sets of the first are in the warm-up."""
    setup_s = SETUP_S
    if not first and needs_lighter_sets(exercise.kit, exercise.pattern, exercise.reps):
        setup_s = HEAVY_SETUP_S
    return seconds_of_sets(
        exercise.sets,
        set_seconds(exercise),
        exercise.rest_s,
        setup_s=setup_s,
        per_side=exercise.per_side,
        alternates=exercise.alternates,
    )


def set_seconds(exercise: Prescription) -> float:
    """Seconds of a set, on one side."""
    if exercise.hold_s is not None:
        return float(exercise.hold_s)
    # A plan of others may lack these; R46 tells of it, and until then they count nothing.
    return (exercise.reps or 0) * (exercise.seconds_per_rep or 0.0)


def seconds_of_sets(
    sets: int, set_s: float, rest_s: int, *, setup_s: int, per_side: bool, alternates: bool
) -> float:
    """R46: seconds to set up, do sets of so many seconds (on both sides, where per side) and rest
    between them.
    """
    if per_side:
        set_s = 2 * set_s
        if not alternates:
            set_s += CHANGE_SIDES_S
    # The rest after the last set is the way to the next exercise, which its set-up counts.
    return setup_s + sets * set_s + (sets - 1) * rest_s


def fills_session(
    set_s: float, rest_s: int, minutes: int, *, per_side: bool, alternates: bool
) -> bool:
    """R31: whether sets of so many seconds are as long as a session of so many minutes has room
    for.
    """
    short = minutes < SESSION_SETS_MIN_FROM
    seconds = seconds_of_sets(
        SETS_OF_GROWN_SHORT if short else SETS_OF_GROWN,
        set_s,
        rest_s,
        setup_s=SETUP_S,
        per_side=per_side,
        alternates=alternates,
    )
    return seconds > most_exercise_seconds(minutes)


def most_exercise_seconds(minutes: int) -> float:
    """R31: seconds that one exercise may take of a session of so many minutes."""
    return EXERCISE_SHARE_MAX * 60 * minutes


def session_minutes(warm_up: int, seconds: Iterable[float]) -> int:
    """R46: the warm-up in minutes and the seconds of all exercises, rounded up to whole minutes."""
    return warm_up + ceil(sum(seconds) / 60)
