"""What an athlete can do: by level, kit, niggles and wishes."""

from __future__ import annotations

from collections.abc import Collection

from befit_cli.evidence.coverage import COVERAGE, Need
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
    rules = [exercise.niggles[niggle] for niggle in niggles if niggle in exercise.niggles]
    return any(rule.act is Act.AVOID for rule in rules)


def can_do(athlete: Athlete, exercise: Exercise) -> bool:
    """Whether nothing bars the exercise and one of its forms is within the athlete's reach."""
    if barred(athlete.without, athlete.niggles, exercise):
        return False
    return any(kit_for(form, athlete.level, athlete.kit) is not None for form in exercise.ladder)


def lacking(catalogue: Catalogue, level: Level, kit: Collection[Kit]) -> tuple[Need, ...]:
    """What every week should hold (R03) and the catalogue has no form for that may be done at this
    level with this kit.
    """
    # Jumps fill no need of the week: they come on top, and only in the power phase.
    exercises = [each for each in catalogue.exercises if each.role is not Role.POWER]
    forms = [form for exercise in exercises for form in exercise.ladder]
    within_reach = [form for form in forms if kit_for(form, level, kit) is not None]
    return tuple(need for need in COVERAGE if not _is_met(need, within_reach))


def _is_met(need: Need, forms: list[Form]) -> bool:
    return any(need.met_by(form.pattern, per_side=form.per_side) for form in forms)
