"""Exercises that a runner wants in place of others: whether they can have them."""

from __future__ import annotations

from befit_cli.errors import UsageError
from befit_cli.evidence.ability import barred, can_do, left_out
from befit_cli.values import Athlete, Catalogue


def refuse_swaps(athlete: Athlete, catalogue: Catalogue) -> None:
    """Raise UsageError where the athlete wants an exercise for another, and cannot do it."""
    for before, after in athlete.swap:
        exercise = catalogue.by_id[after]
        said = f"--swap {before}={after} cannot be: {after}"
        another = f"Say another exercise for {before}, or --swap none."
        if after in left_out(athlete):
            raise UsageError(f"{said} is left out itself.", another)
        if barred((), athlete.niggles, exercise):
            raise UsageError(f"{said} is left out with your sore spot.", another)
        if not can_do(athlete, exercise):
            raise UsageError(
                f"{said} has no form for your level and kit.",
                f"befit show {after} tells what each takes. {another}",
            )
