"""What an athlete can do: by level, kit, niggles and wishes."""

from __future__ import annotations

from collections.abc import Collection

from befit_cli.evidence.coverage import COVERAGE, Need, coverage
from befit_cli.values import Act, Athlete, Catalogue, Exercise, Form, Kit, Level, Niggle, Role


def kit_for(form: Form, level: Level, owned: Collection[Kit]) -> tuple[Kit, ...] | None:
    """What the form uses of the kit owned (R58); None where it asks for more kit, or for a higher
    level (R56).
    """
    return form.kit_used(owned) if form.level <= level else None


def barred(without: Collection[str], niggles: Collection[Niggle], exercise: Exercise) -> bool:
    """Whether the exercise is one of `without` (R58) or to be avoided with one of the niggles
    (R59).
    """
    if exercise.id in without:
        return True
    for niggle in niggles:
        rule = exercise.niggles.get(niggle)
        if rule is not None and rule.act is Act.AVOID:
            return True
    return False


def can_do(athlete: Athlete, exercise: Exercise) -> bool:
    """Whether nothing bars the exercise and one of its forms is within the athlete's reach."""
    if barred(athlete.without, athlete.niggles, exercise):
        return False
    kits = [kit_for(form, athlete.level, athlete.kit) for form in exercise.ladder]
    # An empty kit is within reach: it is a form that needs none.
    return any(kit is not None for kit in kits)


def lacking(catalogue: Catalogue, level: Level, kit: Collection[Kit]) -> tuple[Need, ...]:
    """What every week should hold (R03) and the catalogue has no form for that may be done at this
    level with this kit.
    """
    # Jumps fill no need of the week: they come on top, and only in the power phase.
    met: set[str] = set()
    for exercise in catalogue.exercises:
        if exercise.role is Role.POWER:
            continue
        for form in exercise.ladder:
            if kit_for(form, level, kit) is not None:
                met |= coverage(form.pattern, per_side=form.per_side)
    return tuple(need for need in COVERAGE if need.name not in met)
