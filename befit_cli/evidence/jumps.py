"""Jumps: how many landings, in how many sessions, and whose share of the leg work."""

from __future__ import annotations

from befit_cli.values import Act, Catalogue, Level, Niggle, Race, Session

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
    rules = (
        exercise.niggles.get(niggle)
        for exercise in catalogue.exercises
        if any(form.contacts for form in exercise.ladder)
    )
    return any(rule is not None and rule.act is Act.AVOID for rule in rules)


def landings(session: Session) -> int:
    """Landings of the whole session; both sides count where the dose is for each side."""
    return sum(
        exercise.sets * (exercise.reps or 0) * exercise.contacts * (2 if exercise.per_side else 1)
        for exercise in session.exercises
    )
