"""How load grows: what can be made heavier, when, and by how much."""

from __future__ import annotations

from befit_cli.values import Form

REPS_OVER = 2
LOAD_STEP = "2-10 %"
"""R30: repetitions over the target that ask for more, and how much weight that is."""
ADD_LOAD = (
    "When the last set gives you two repetitions more than asked, twice in a row, add "
    "2-10 % weight, or take the next form of the ladder."
)
"""R30, in the runner's words."""
HEAVIER = f"Start {LOAD_STEP} heavier than in week {{week}}: {{forms}}."
"""R30 where a stretch goes on with forms of the one before."""
KEEP_LOAD = (
    "Keep the weights as they are until after the race. Then: " + ADD_LOAD[0].lower() + ADD_LOAD[1:]
)
"""R30 in a taper, where nothing is new (R35)."""


def loadable(form: Form) -> bool:
    """Whether weight or tension can be added to the form: progress by load (R30) rather than by
    repetitions and the ladder.
    """
    return not all(map(WEIGHTS.isdisjoint, form.kit))


WEIGHTS = frozenset({"band", "dumbbell", "kettlebell", "barbell", "machine"})
"""Kit that comes heavier, or stronger."""
