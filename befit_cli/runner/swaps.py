"""Exercises that a runner wants in place of others: whether they can have them."""

from __future__ import annotations

from befit_cli.errors import UsageError
from befit_cli.evidence.ability import barred, can_do, left_out
from befit_cli.language import _
from befit_cli.values import Athlete, Catalogue


def refuse_swaps(athlete: Athlete, catalogue: Catalogue) -> None:
    """Raise UsageError where the athlete wants an exercise for another, and cannot do it."""
    for before, after in athlete.swap:
        exercise = catalogue.by_id[after]
        said = f"--swap {before}={after}"
        another = _("Say another exercise for {exercise}, or --swap none.", exercise=before)
        if after in left_out(athlete):
            raise UsageError(
                _("{said} cannot be: {exercise} is left out itself.", said=said, exercise=after),
                another,
            )
        if barred((), athlete.niggles, exercise):
            raise UsageError(
                _(
                    "{said} cannot be: {exercise} is left out with your sore spot.",
                    said=said,
                    exercise=after,
                ),
                another,
            )
        if not can_do(athlete, exercise):
            takes = _("befit show {exercise} tells what each takes.", exercise=after)
            raise UsageError(
                _(
                    "{said} cannot be: {exercise} has no form for your level and kit.",
                    said=said,
                    exercise=after,
                ),
                f"{takes} {another}",
            )
