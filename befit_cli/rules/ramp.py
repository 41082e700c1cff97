"""The ramp: light sets in the first weeks of a block."""

from __future__ import annotations

from itertools import pairwise

from befit_cli.evidence.block import BUILD_WEEKS, FIRST_STRETCH_MIN, RAMP_FROM, RAMP_WEEKS
from befit_cli.evidence.load import LIGHT_RIR, LIGHT_SETS, is_light
from befit_cli.evidence.week import trains_otherwise
from befit_cli.rules.case import (
    Case,
    at,
    by_log,
    has_less_than_usual,
    in_ramp,
    in_week,
    lines,
    number_of_sets,
    tendon_work,
)
from befit_cli.rules.rule import Breach, Breaches, Kind, Rule
from befit_cli.values import Athlete, Catalogue, Load, Plan, Week, phrase

R19 = Rule(
    "R19",
    Kind.MUST,
    text=phrase(
        "the ramp: in the first {weeks} weeks of a block with {build} build weeks or more (the "
        "first one of any other) every form of medium or high load is light, at most {sets} sets "
        "with {reserve} or more left; the week after it brings full weight or a set more, not "
        "both, and no deload comes right after it; the plan says that it is the ramp",
        weeks=RAMP_WEEKS,
        build=RAMP_FROM,
        sets=LIGHT_SETS,
        reserve=LIGHT_RIR,
    ),
    basis=phrase("consensus; soreness of the unaccustomed"),
    advice=phrase(
        "What is new makes sore: begin with light sets for a week or two, and add weight or a set "
        "after that, not both."
    ),
    new=True,
)


@R19.of_week
def ramp(case: Case) -> Breaches:
    if not case.ramp:
        return
    for session, exercise in case.exercises:
        if exercise.full_load is not Load.LOW and not is_light(exercise):
            yield Breach(
                at(session, exercise),
                phrase("{form} in full", form=exercise.form),
                phrase(
                    "light: {sets} sets or fewer, {reserve} or more left",
                    sets=LIGHT_SETS,
                    reserve=LIGHT_RIR,
                ),
            )


@R19.of_block
def out_of_ramp(plan: Plan, catalogue: Catalogue) -> Breaches:
    build = [week for week in plan.weeks if week.build]
    if plan.weeks[0].number == 1 and len(build) >= FIRST_STRETCH_MIN:
        yield from _eased_too_soon(plan)
    for before, after in pairwise(build):
        if any(trains_otherwise(week.runner, plan.athlete) for week in (before, after)):
            continue
        if in_ramp(plan.athlete, before) and not in_ramp(plan.athlete, after):
            yield from _both_at_once(plan.athlete, catalogue, before, after)


def _both_at_once(athlete: Athlete, catalogue: Catalogue, before: Week, after: Week) -> Breaches:
    """Lifts that get full weight and more sets together; a sore tendon's calf work has its sets to
    reach (R59).
    """
    then = lines(before)
    for key, (session, exercise) in lines(after).items():
        if key not in then or then[key].exercise.form != exercise.form:
            continue
        if has_less_than_usual(then[key].session) or has_less_than_usual(session):
            continue
        if tendon_work(athlete, catalogue, exercise):
            continue
        earlier = then[key].exercise
        if by_log(earlier, exercise):
            continue
        fuller = is_light(earlier) and not is_light(exercise)
        if fuller and exercise.sets > earlier.sets:
            yield Breach(
                in_week(after.number, at(session, exercise)),
                phrase(
                    "full weight and {sets} more", sets=number_of_sets(exercise.sets - earlier.sets)
                ),
                phrase("one of them"),
            )


def _eased_too_soon(plan: Plan) -> Breaches:
    """The first deload, where it comes right after the ramp."""
    built = 0
    for week in plan.weeks:
        if week.build:
            built += 1
            continue
        # After fewer than two build weeks R34 tells of it.
        if week.deload and BUILD_WEEKS.low <= built < FIRST_STRETCH_MIN:
            yield Breach(
                in_week(week.number),
                phrase("a deload right after the ramp"),
                phrase("{least} build weeks before it", least=FIRST_STRETCH_MIN),
            )
        return
