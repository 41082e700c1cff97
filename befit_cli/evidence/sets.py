"""What sets count for: each leg muscle (R04), and hard leg sets (R33)."""

from __future__ import annotations

from collections.abc import Iterable

from befit_cli.evidence.coverage import muscle_shares
from befit_cli.evidence.week import is_hard
from befit_cli.values import Form, Prescription

HARD = "hard leg sets"
"""What R33 counts, beside the leg muscles of R04."""

Counts = tuple[tuple[str, float], ...]
"""What one set counts for, and how much; the names are those of `LEG_MUSCLES`, and `HARD`."""


def counts(form: Form | Prescription) -> Counts:
    """What one set of the form counts for."""
    hard = ((HARD, 1.0),) if is_hard(form.load, form.pattern) else ()
    return muscle_shares(form.muscles) + hard


def total_counts(work: Iterable[tuple[Counts, int]]) -> dict[str, float]:
    """What the sets of all exercises count for together, by each one's counts and sets."""
    total: dict[str, float] = {}
    for shares, sets in work:
        for name, share in shares:
            total[name] = total.get(name, 0.0) + sets * share
    return total
