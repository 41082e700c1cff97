"""What a plan says to who owns one weight alone of some kit."""

from __future__ import annotations

import pytest
from strategies import CATALOGUE, MONDAY

from befit_cli.planning.planner import make_plan
from befit_cli.planning.season import plan_season
from befit_cli.rules.check import check_plan
from befit_cli.values import (
    ADDING_LOAD,
    Athlete,
    Kit,
    Level,
    NoteKey,
    Owned,
    Plan,
    Prescription,
    Race,
    Step,
    WarmUpKey,
    Weights,
)

ONE = Owned(kg=(16.0,))
SEVERAL = Owned(kg=(12.0, 16.0))
STEPS = Owned(step=4.0)
LIGHTER = {WarmUpKey.LIGHTER_SETS, WarmUpKey.LIGHTER_SET}
UNLOADED = {WarmUpKey.UNLOADED_SETS, WarmUpKey.UNLOADED_SET}


def block(*kit: Kit, minutes: int = 45, **owned: Owned) -> Plan:
    athlete = Athlete(race=Race.HALF, level=Level.INTERMEDIATE, kit=kit, minutes=minutes)
    weights = Weights(owned={Kit(name): weight for name, weight in owned.items()})
    return make_plan(athlete, CATALOGUE, plan_season(athlete, MONDAY), weights=weights)


def lines(plan: Plan) -> list[Prescription]:
    return [line for week in plan.weeks for session in week.sessions for line in session.exercises]


def keys(plan: Plan) -> set[NoteKey]:
    return {note.key for week in plan.weeks for note in week.notes}


def ways(plan: Plan) -> set[str]:
    notes = [note for week in plan.weeks for note in week.notes if note.key in ADDING_LOAD]
    return {way for note in notes for way in note.facts["ways"]}


def warm_ups(plan: Plan) -> set[WarmUpKey]:
    return {
        step.key
        for week in plan.weeks
        for session in week.sessions
        if Kit.KETTLEBELL in session.exercises[0].kit
        for step in session.warm_up.steps
    }


ALONE = block(Kit.KETTLEBELL, kettlebell=ONE)


@pytest.mark.parametrize(
    ("owned", "heavier"),
    [(SEVERAL, True), (STEPS, True), (ONE, False)],
    ids=["several", "steps", "one"],
)
def test_nothing_begins_heavier_with_one_weight(owned: Owned, *, heavier: bool) -> None:
    said = keys(block(Kit.KETTLEBELL, kettlebell=owned))
    assert (NoteKey.HEAVIER in said, NoteKey.ONE_WEIGHT in said) == (heavier, not heavier)


def test_with_one_weight_each_lift_of_a_new_stretch_takes_more_repetitions() -> None:
    """A form that is new to the block has few, which are meant for a heavier weight."""
    week = next(
        week for week in ALONE.weeks if any(note.key is NoteKey.ONE_WEIGHT for note in week.notes)
    )
    [note] = [note for note in week.notes if note.key is NoteKey.ONE_WEIGHT]
    lifts = [one for session in week.sessions for one in session.exercises]
    assert note.facts["forms"] == [*dict.fromkeys([one.form for one in lifts if one.kit])]


def test_more_repetitions_are_the_way_on_with_one_weight_and_more_weight_with_others() -> None:
    plan = block(Kit.BAND, Kit.KETTLEBELL, kettlebell=ONE)
    steps = {
        thing: {line.next.step for line in lines(plan) if line.next and thing in line.kit}
        for thing in (Kit.BAND, Kit.KETTLEBELL)
    }
    assert Step.WEIGHT not in steps[Kit.KETTLEBELL]
    assert Step.REPS in steps[Kit.KETTLEBELL]
    assert Step.WEIGHT in steps[Kit.BAND]


@pytest.mark.parametrize(
    ("kit", "owned", "way"),
    [
        pytest.param((Kit.KETTLEBELL,), {"kettlebell": ONE}, "one weight", id="one"),
        pytest.param((Kit.KETTLEBELL,), {"kettlebell": SEVERAL}, "weight", id="several"),
        pytest.param(
            (Kit.DUMBBELL, Kit.KETTLEBELL), {"kettlebell": ONE}, "weight", id="several of another"
        ),
        pytest.param(
            (Kit.DUMBBELL, Kit.KETTLEBELL),
            {"kettlebell": ONE, "dumbbell": ONE},
            "one weight",
            id="one of each",
        ),
    ],
)
def test_the_way_to_add_load_is_one_that_the_runner_has(
    kit: tuple[Kit, ...], owned: dict[str, Owned], way: str
) -> None:
    assert ways(block(*kit, **owned)) & {"weight", "one weight"} == {way}


@pytest.mark.parametrize("minutes", [15, 45])
def test_the_first_lift_is_warmed_up_to_without_its_one_weight(minutes: int) -> None:
    said = warm_ups(block(Kit.KETTLEBELL, minutes=minutes, kettlebell=ONE))
    assert said & (LIGHTER | UNLOADED) <= UNLOADED
    assert said & UNLOADED


def test_a_plan_with_one_weight_keeps_every_rule_that_must_hold() -> None:
    assert [finding for finding in check_plan(ALONE, CATALOGUE) if finding.must] == []
    assert [finding for finding in check_plan(ALONE, CATALOGUE) if finding.rule == "R31"] == []


@pytest.mark.parametrize(
    ("kit", "told"),
    [
        pytest.param((Kit.KETTLEBELL,), False, id="one weight"),
        pytest.param((Kit.KETTLEBELL, Kit.BACKPACK), True, id="and a backpack to fill"),
    ],
)
def test_who_has_no_weight_to_choose_is_not_told_how(kit: tuple[Kit, ...], *, told: bool) -> None:
    first = block(*kit, kettlebell=ONE).weeks[0]
    [effort] = [note for note in first.notes if note.key is NoteKey.EFFORT]
    assert effort.facts["weights"] is told
