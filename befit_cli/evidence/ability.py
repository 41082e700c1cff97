"""What an athlete can do: by level, kit, niggles and wishes."""

from __future__ import annotations

from collections.abc import Collection

from befit_cli.evidence.coverage import COVERAGE, served
from befit_cli.values import (
    Act,
    Athlete,
    Catalogue,
    Exercise,
    Form,
    Kit,
    Level,
    Need,
    Niggle,
    Role,
)


def kit_for(form: Form, level: Level, owned: Collection[Kit]) -> tuple[Kit, ...] | None:
    """What the form uses of the kit owned (R58); None where it asks for more kit, or for a higher
    level (R56).
    """
    return form.kit_used(owned) if form.level.rank <= level.rank else None


def left_out(athlete: Athlete) -> frozenset[str]:
    """R58: ids of the exercises that the athlete leaves out or has swapped for another."""
    return frozenset([*athlete.without, *[swapped for swapped, _ in athlete.swap]])


def suits(form: Form, niggles: Collection[Niggle]) -> bool:
    """Whether the form is to be avoided with none of the niggles and is meant for who has them
    (R59).
    """
    for niggle in niggles:
        if avoided(form, niggle):
            return False
    return meant_for(form, niggles)


def avoided(form: Form, niggle: Niggle) -> bool:
    """Whether the niggle bars the form."""
    rule = form.niggles.get(niggle)
    return rule is not None and rule.act is Act.AVOID


def meant_for(form: Form, niggles: Collection[Niggle]) -> bool:
    """Whether the form is for who has these niggles: most are for everybody."""
    return not form.only_for or any(niggle in niggles for niggle in form.only_for)


def barred(without: Collection[str], niggles: Collection[Niggle], exercise: Exercise) -> bool:
    """Whether the exercise is one of `without` (R58), or none of its forms suits one of the niggles
    (R59).
    """
    return exercise.id in without or not any(suits(form, niggles) for form in exercise.ladder)


def forms_for(athlete: Athlete, exercise: Exercise) -> tuple[Form, ...]:
    """The forms of the exercise that are within the athlete's reach, easiest first."""
    return tuple([form for form in exercise.ladder if can_do_form(athlete, exercise, form)])


def can_do_form(athlete: Athlete, exercise: Exercise, form: Form) -> bool:
    """Whether nothing bars this form of the exercise and it is within the athlete's reach."""
    # An empty kit is within reach: it is a form that needs none.
    reached = kit_for(form, athlete.level, athlete.every_kit) is not None
    return reached and suits(form, athlete.niggles) and exercise.id not in left_out(athlete)


def can_do(athlete: Athlete, exercise: Exercise) -> bool:
    """Whether nothing bars the exercise and one of its forms is within the athlete's reach."""
    return bool(forms_for(athlete, exercise))


def lacking(catalogue: Catalogue, level: Level, kit: Collection[Kit]) -> tuple[Need, ...]:
    """What every week should hold (R03) and the catalogue has no form for that may be done at this
    level with this kit.
    """
    # Jumps fill no need of the week: they come on top, and only in the power phase.
    met: set[Need] = set()
    for exercise in catalogue.exercises:
        if exercise.role is Role.POWER:
            continue
        for form in exercise.ladder:
            # Most serve what others serve as well, and then nobody need ask for their kit.
            needs = served(form)
            if needs <= met or form.only_for:
                continue
            if kit_for(form, level, kit) is not None:
                met |= needs
    return tuple(need for need in COVERAGE if need not in met)
