"""Niggles that no plan is made for, and what a sore tendon and a sore knee need."""

from __future__ import annotations

from collections.abc import Collection

from befit_cli.language import message
from befit_cli.values import Niggle, Pattern

CLINICIAN = message(
    "Pain on a bone needs a clinician before any plan: rest from impact, and see a "
    "doctor or physiotherapist."
)
"""R60."""
REFUSED = frozenset({Niggle.BONE_STRESS})
"""R60: niggles that befit plans nothing for."""
TENDON_REPS = {
    Niggle.ACHILLES: (15, 12, 8, 6),
    Niggle.PLANTAR: (12, 10, 8),
}
"""R59: the niggles of a tendon, and the repetitions of heavy first-line calf work, from stretch to
stretch: Beyer 2015, Rathleff 2015.
"""
TENDON_SETS = 3
TENDON_SETS_EASED = 2
TENDON_MINUTES = 30
"""R59: sets of first-line calf work in a session that was asked to take so many minutes or more;
sets in the ramp, and in a shorter session where they fit; consensus.
"""
NEEDS_THIGHS = frozenset({Niggle.RUNNERS_KNEE})
"""R59: niggles that need the thighs trained beside the hips: Collins 2018."""


def of_tendon(niggles: Collection[Niggle]) -> bool:
    """R59: whether one of the niggles is a tendon's."""
    return not TENDON_REPS.keys().isdisjoint(niggles)


def asks_for(niggle: Niggle, pattern: Pattern, *, sore_tendon: bool) -> bool:
    """R59: whether a niggle asks for its first-line work of that pattern. With a sore tendon, the
    one exercise for the calves that a session has (R07) is the tendon's.
    """
    return niggle in TENDON_REPS or pattern is not Pattern.CALF or not sore_tendon


def least_tendon_sets(minutes: int, *, ramp: bool) -> int:
    """R59: the fewest sets of first-line calf work in a session whose load allows them."""
    if minutes < TENDON_MINUTES:
        # Two, as far as they fit.
        return 1
    return TENDON_SETS_EASED if ramp else TENDON_SETS
