"""Jumps: how many landings, in how many sessions, and whose share of the leg work."""

from __future__ import annotations

from collections.abc import Iterable

from befit_cli.evidence.coverage import LEG_PATTERNS
from befit_cli.values import Act, Catalogue, Form, Level, Niggle, Prescription, Race, Session

LANDINGS_MAX = {Level.BEGINNER: 40, Level.INTERMEDIATE: 80, Level.ADVANCED: 100}
BEGINNER_WEEKS_WITHOUT_JUMPS = 4
"""R20."""
JUMP_SESSIONS_MAX = 2
"""R21."""
JUMP_SHARE = {
    Race.FIVE_K: (0.20, 0.25),
    Race.TEN_K: (0.15, 0.20),
    Race.HALF: (0.10, 0.15),
    Race.MARATHON: (0.05, 0.10),
}
"""R23."""


def bars_jumps(catalogue: Catalogue, niggle: Niggle) -> bool:
    """Whether the niggle bars all jumps: the catalogue marks an exercise that has landings as one
    to avoid (R22).
    """
    # One jump that hurts stands for all: the others land on the same spot.
    for exercise in catalogue.exercises:
        rule = exercise.niggles.get(niggle)
        lands = any(form.contacts for form in exercise.ladder)
        if lands and rule is not None and rule.act is Act.AVOID:
            return True
    return False


def most_landings(level: Level, week: int) -> int:
    """R20: landings that a session may have in that week of a block, counted from 1; 0 before the
    first jumps.
    """
    if level is Level.BEGINNER and week <= BEGINNER_WEEKS_WITHOUT_JUMPS:
        return 0
    return LANDINGS_MAX[level]


def jump_share(work: Iterable[tuple[Form | Prescription, int]]) -> float:
    """R23: the share of sets with landings among the leg sets, by each form and its sets; 0 where
    nothing lands.
    """
    legs = 0
    jumps = 0
    for form, sets in work:
        if form.pattern in LEG_PATTERNS:
            legs += sets
            if form.contacts:
                jumps += sets
    return jumps / legs if jumps else 0.0


def landings(session: Session) -> int:
    """Landings of the whole session; both sides count where the dose is for each side."""
    total = 0
    for exercise in session.exercises:
        sides = 2 if exercise.per_side else 1
        total += exercise.sets * (exercise.reps or 0) * exercise.contacts * sides
    return total
