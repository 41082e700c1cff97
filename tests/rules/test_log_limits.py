"""What a rule allows of sore spots, and after what was logged, right at its limits."""

from __future__ import annotations

from typing import Any

import pytest
from altered_plan import (
    BUILD,
    BY_LOG,
    HURTS,
    LOW_BACK,
    PLAN,
    POWER,
    SORE,
    SORE_WEEK,
    also_noted,
    everywhere,
    heavy_tendon,
    in_exercise,
    in_week,
    only,
    rule_times,
    warmed,
    who,
    without_notes,
)
from coached_plan import CATALOGUE, RUNNER, block, note
from msgspec.structs import replace

from befit_cli.rules.check import check_plan
from befit_cli.values import Adapted, AdaptedKey, Catalogue, Kit, Niggle, NoteKey, Plan


def third_day_of(number: int) -> Plan:
    """One week with a sore heel that does not say to load it on a third day."""
    return without_notes(only(SORE, number), NoteKey.THIRD_DAY)


def with_weights(kg: dict[int, float], number: int, **changes: Any) -> Plan:
    """The weights of squats in some weeks, and what else is changed of them in one of these."""
    plan = PLAN
    for each, weight in kg.items():
        more = changes if each == number else {}
        plan = in_exercise(plan, each, 1, "squats", kg=weight, **more)
    return plan


CALF_FORMS = ["Backpack calf raise on one leg", "One-leg raise, bent knee"]
FEW_HOLDS = in_exercise(LOW_BACK, 6, 1, "planks", sets=1)
"""Fewer sets than the niggle's."""
TENDON_RAMP = only(SORE, 1)
JUMPS_WAIT = note("R74", NoteKey.JUMPS_WAIT, days=29)
EDGES = (
    (
        "R59",
        "heavy tendon work in its first stretch",
        in_exercise(
            SORE,
            9,
            1,
            "calf-raises",
            form="Dumbbell calf raise on one leg",
            kit=(Kit.DUMBBELL,),
            reps=12,
        ),
        0,
    ),
    (
        "R59",
        "heavy tendon work that was held at first",
        in_exercise(heavy_tendon(12, 12, 12), 1, 1, "calf-raises", reps=None, hold_s=30),
        1,
    ),
    ("R59", "no third day in a block's last build week", third_day_of(10), 1),
    ("R59", "no third day in its taper", third_day_of(11), 0),
    ("R59", "a set fewer than the niggle's", FEW_HOLDS, 1),
    (
        "R59",
        "a set fewer where it is light",
        in_exercise(FEW_HOLDS, 6, 1, "planks", light=True),
        0,
    ),
    (
        "R59",
        "a set fewer in a week that the log made less",
        in_exercise(FEW_HOLDS, 6, 2, "push-ups", adapted=HURTS),
        0,
    ),
    (
        "R59",
        "a set fewer in the ramp",
        in_week(FEW_HOLDS, 6, lambda each: replace(each, number=1)),
        0,
    ),
    (
        "R76",
        "the old weight after a week with less for pain",
        with_weights({5: 40.0, 6: 20.0, 7: 40.0}, 6, adapted=HURTS),
        0,
    ),
    (
        "R76",
        "the old weight after a light week",
        with_weights({5: 40.0, 6: 20.0, 7: 40.0}, 6, light=True, sets=2, rir=4),
        0,
    ),
    ("R76", "a leap over a week without a weight", with_weights({5: 20.0, 7: 40.0}, 0), 1),
    (
        "R76",
        "a weight that is light",
        with_weights({5: 20.0, 6: 40.0}, 6, light=True, sets=2, rir=4),
        0,
    ),
    ("R76", "two steps of a tenth at once", with_weights({5: 20.0, 6: 24.0}, 0), 0),
    ("R76", "more than two", with_weights({5: 20.0, 6: 24.5}, 0), 1),
    ("R76", "two of the smallest steps, which are more", with_weights({5: 6.0, 6: 10.0}, 0), 0),
    ("R76", "more than two of them", with_weights({5: 6.0, 6: 10.5}, 0), 1),
    (
        "R76",
        "a leap from a weight that the log raised",
        with_weights({6: 20.0, 7: 40.0}, 6, adapted=Adapted(rule="R76", key=AdaptedKey.MORE_REPS)),
        1,
    ),
    (
        "R59",
        "no third day for a tendon whose work was left out",
        also_noted(third_day_of(10), 10, note("R70", NoteKey.LEFT_OUT, forms=CALF_FORMS)),
        0,
    ),
    (
        "R23",
        "a power week whose jumps wait",
        also_noted(in_exercise(POWER, 10, 1, "jump-squats", contacts=0), 10, JUMPS_WAIT),
        0,
    ),
    ("R59", "two sets of calf work in the ramp", TENDON_RAMP, 0),
    (
        "R24",
        "hops that begin anew after weeks without",
        also_noted(warmed(PLAN, 5, 1, contacts=20), 5, JUMPS_WAIT),
        0,
    ),
    (
        "R24",
        "hops that begin anew with more",
        also_noted(warmed(PLAN, 5, 1, contacts=25), 5, JUMPS_WAIT),
        1,
    ),
    (
        "R59",
        "one set in under half an hour",
        who(
            everywhere(everywhere(SORE_WEEK, "calf-raises", sets=1), "heel-raises", sets=1),
            minutes=29,
        ),
        0,
    ),
    (
        "R59",
        "fewer sets than the niggle's in a deload",
        in_exercise(
            only(block(replace(RUNNER, niggles=(Niggle.LOW_BACK,))), 4),
            4,
            1,
            "planks",
            sets=1,
            hold_s=12,
            niggle_note="Short holds, many of them.",
        ),
        0,
    ),
    ("R59", "heavy tendon work with as many repetitions", heavy_tendon(12, 12, 12), 2),
    ("R59", "heavy tendon work with fewer in each stretch", heavy_tendon(15, 12, 8), 0),
    ("R59", "heavy tendon work at its fewest", heavy_tendon(8, 6, 6), 0),
    (
        "R59",
        "no third day for three sessions",
        who(without_notes(SORE_WEEK, NoteKey.THIRD_DAY), sessions=3),
        0,
    ),
    (
        "R71",
        "less for a pain of 4",
        in_exercise(
            BUILD,
            6,
            2,
            "push-ups",
            adapted=Adapted(rule="R71", key=AdaptedKey.LESS_FOR_PAIN, facts={"pain": 4}),
        ),
        0,
    ),
    (
        "R70",
        "less of what was left out",
        also_noted(
            in_exercise(BUILD, 6, 2, "push-ups", adapted=BY_LOG),
            6,
            note("R70", NoteKey.LEFT_OUT, forms=["Push-up"]),
        ),
        0,
    ),
)


@pytest.mark.parametrize(
    ("rule", "what", "plan", "times"), EDGES, ids=[f"{rule} {what}" for rule, what, *_ in EDGES]
)
def test_at_its_limits_a_rule_is_told_as_often_as_it_is_broken(
    rule: str, what: str, plan: Plan, times: int
) -> None:
    assert rule_times(plan, rule) == times


@pytest.mark.parametrize(
    ("helps", "places"),
    [
        pytest.param(True, ["week 5", "week 9"], id="calf work that helps"),
        pytest.param(False, [], id="calf work that is said to help nobody"),
    ],
)
def test_what_helps_a_tendon_becomes_heavier(helps: bool, places: list[str]) -> None:
    calves = CATALOGUE.by_id["calf-raises"]
    of_no_help = tuple([replace(form, niggles={}) for form in calves.ladder])
    others = [exercise for exercise in CATALOGUE.exercises if exercise is not calves]
    catalogue = Catalogue(exercises=(*others, replace(calves, ladder=of_no_help)))
    findings = check_plan(heavy_tendon(12, 12, 12), CATALOGUE if helps else catalogue)
    heavier = [str(one.where) for one in findings if "as before" in str(one.found)]
    assert [" ".join(where.split()[:2]) for where in heavier] == places
