"""The session: its minutes, its size, its order and its time estimate."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

from befit_cli.values import Prescription, Range, Role

MINUTES = Range(15, 60)
"""R45."""
MINUTES_USED = 0.8
"""R45b."""

EXERCISES = Range(3, 7)
SESSION_SETS_MAX = 18
SESSION_SETS_MIN = 8
SESSION_SETS_MIN_FROM = 30
"""R05: exercises and sets in a session; the fewest sets are asked from that many minutes on."""

ORDER = {
    Role.POWER: 0,
    Role.MAIN: 1,
    Role.ACCESSORY: 2,
    Role.PREHAB: 3,
    Role.CORE: 3,
    Role.MOBILITY: 3,
}
"""R06."""
MAIN_ROLES = frozenset({Role.POWER, Role.MAIN})
"""The roles that take the phase's dose; the others keep the catalogue's."""
FAMILY_FREE = frozenset({Role.PREHAB, Role.MOBILITY})
"""R07: roles of which a session may hold several of one family."""


SETUP_S = 60
CHANGE_SIDES_S = 10
"""R46: seconds to set an exercise up, and to change sides in a set."""


def may_share_family(role: Role, other: Role) -> bool:
    """R07: whether exercises of one family may stand in a session together, by their roles."""
    return role in FAMILY_FREE and other in FAMILY_FREE


def exercise_seconds(exercise: Prescription) -> float:
    """R46: seconds that an exercise takes."""
    if exercise.hold_s is not None:
        set_s = float(exercise.hold_s)
    else:
        # A plan of others may lack these; R46 tells of it, and until then they count nothing.
        set_s = (exercise.reps or 0) * (exercise.seconds_per_rep or 0.0)
    return seconds_of_sets(exercise.sets, set_s, exercise.rest_s, per_side=exercise.per_side)


def seconds_of_sets(sets: int, set_s: float, rest_s: int, *, per_side: bool) -> float:
    """R46: seconds to set up, do sets of so many seconds (on both sides, where per side) and rest
    between them.
    """
    if per_side:
        set_s = 2 * set_s + CHANGE_SIDES_S
    # The rest after the last set is the way to the next exercise, which its set-up counts.
    return SETUP_S + sets * set_s + (sets - 1) * rest_s


def session_minutes(warm_up: int, seconds: Iterable[float]) -> int:
    """R46: the warm-up in minutes and the seconds of all exercises, rounded up to whole minutes."""
    return warm_up + ceil(sum(seconds) / 60)
