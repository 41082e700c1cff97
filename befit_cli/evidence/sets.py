"""What sets count for: each leg muscle (R04), calf sets (R08) and hard leg sets (R33)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from befit_cli.evidence.coverage import muscle_shares
from befit_cli.evidence.week import is_hard
from befit_cli.values import Form, Load, Muscles, Pattern, Prescription

HARD = "hard leg sets"
"""What R33 counts, beside the leg muscles of R04."""
CALF = "calf sets"
"""What R08 counts."""

Counts = tuple[tuple[str, float], ...]
"""What one set counts for, and how much; the names are those of `LEG_MUSCLES`, `HARD`
and `CALF`.
"""


def counts(form: Form | Prescription) -> Counts:
    """What one set of the form counts for, light or not."""
    load = form.full_load if isinstance(form, Prescription) else form.load
    return _counts(load, form.pattern, form.muscles)


@cache
def _counts(load: Load, pattern: Pattern, muscles: Muscles) -> Counts:
    counted = []
    for muscle, share in muscle_shares(muscles):
        # A squat names them, and they hardly work in it (Kubo 2019).
        if muscle != "hamstrings" or share == 1 or pattern is not Pattern.SQUAT:
            counted.append((muscle, share))
    if is_hard(load, pattern):
        counted.append((HARD, 1.0))
    if pattern is Pattern.CALF:
        counted.append((CALF, 1.0))
    return tuple(counted)


def total_counts(work: Iterable[tuple[Counts, int]]) -> dict[str, float]:
    """What the sets of all exercises count for together, by each one's counts and sets."""
    total: dict[str, float] = {}
    for shares, sets in work:
        for name, share in shares:
            total[name] = total.get(name, 0.0) + sets * share
    return total
