"""How load grows: what can be made heavier, when, and by how much."""

from __future__ import annotations

from befit_cli.values import Form

REPS_OVER = 2
LOAD_STEP = "2-10 %"
"""R30: repetitions over the target that ask for more, and how much weight that is."""


def loadable(form: Form) -> bool:
    """Whether weight or tension can be added to the form: progress by load (R30) rather than by
    repetitions and the ladder.
    """
    return not all(map(WEIGHTS.isdisjoint, form.kit))


WEIGHTS = frozenset({"band", "dumbbell", "kettlebell", "barbell", "machine"})
"""Kit that comes heavier, or stronger."""
