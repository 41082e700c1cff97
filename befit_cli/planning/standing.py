"""What stands still in a block: an exercise that a session has just so week after week (R29)."""

from __future__ import annotations

from collections.abc import Iterator

from befit_cli.evidence.block import SAME_WEEKS_MAX
from befit_cli.evidence.load import with_weight
from befit_cli.planning.dosing import dose_at, is_at_top
from befit_cli.planning.draft import Draft, Drafts, Line
from befit_cli.values import Stretch, Value


class Standing(Value, frozen=True):
    """How an exercise is done, and for how many build weeks it has been the same."""

    form: str
    dose: tuple[int, int]
    """Its sets, and its repetitions or seconds."""
    weeks: int
    at_top: bool = False
    """Whether it has nothing left to grow in."""


Stands = dict[tuple[int, str], Standing]
"""Under a session's slot and an exercise's id."""
Still = frozenset[tuple[int, str]]
"""The slots and the forms of what would be the same for too long."""
NOTHING_STILL: Still = frozenset()


def standing(
    week: Drafts, stretch: Stretch, ramp: int, before: Stands
) -> Iterator[tuple[Draft, Line, list[Standing]]]:
    """How each line stands in each build week of the stretch whose fullest week that is; `before`
    is how what stood in the stretch before it did at its end.
    """
    for draft in week:
        for line in draft.lines:
            # A plan does not say how much weight is lifted, nor how strong a band is.
            if with_weight(line.pick.kit):
                continue
            form = line.pick.form.name
            then = before.get((draft.slot.number, line.pick.exercise.id))
            by_week = []
            for step in range(stretch.build):
                dose = dose_at(line, step, ramp=ramp)
                same = then is not None and (then.form, then.dose) == (form, dose)
                weeks = then.weeks + 1 if then and same else 1
                then = Standing(form, dose, weeks, at_top=is_at_top(line, dose[1]))
                by_week.append(then)
            yield draft, line, by_week


def stands_after(week: Drafts, stretch: Stretch, ramp: int, before: Stands) -> Stands:
    """What stands by the end of that stretch, and for how long."""
    return {
        (draft.slot.number, line.pick.exercise.id): by_week[-1]
        for draft, line, by_week in standing(week, stretch, ramp, before)
        if by_week
    }


def stands_too_long(stands: Stands, stretch: Stretch) -> Still:
    """The slots and the forms of what cannot grow, and would be the same for more weeks than R29
    allows, did it stay in the stretch.
    """
    most = SAME_WEEKS_MAX - stretch.build
    return frozenset(
        [(slot, one.form) for (slot, _), one in stands.items() if one.at_top and one.weeks > most]
    )
