"""Three runners over 16 weeks, drawn with a seed: each plan is made anew on the morning of each
session.
"""

from __future__ import annotations

from datetime import timedelta

import pytest
from broken_rules import musts
from strategies import MONDAY
from training_logs import Runner

from befit_cli.evidence.safety import SAFETY
from befit_cli.planning.season import plan_season
from befit_cli.values import (
    AdaptedKey,
    Athlete,
    Kit,
    Level,
    Load,
    Off,
    Owned,
    Pattern,
    Plan,
    Prescription,
    Race,
    SafetyLine,
    TimeAway,
    Weights,
)

ATHLETE = Athlete(
    race=Race.HALF,
    level=Level.INTERMEDIATE,
    kit=(Kit.BAND, Kit.BENCH, Kit.DUMBBELL, Kit.STEP),
    minutes=40,
)
RACK = Weights(owned={Kit.DUMBBELL: Owned(kg=tuple(map(float, range(4, 26, 2))))})
ILL = TimeAway(
    first=MONDAY + timedelta(weeks=5), last=MONDAY + timedelta(weeks=5, days=9), why=Off.ILL
)


def runner() -> Runner:
    return Runner(ATHLETE, plan_season(ATHLETE, MONDAY, 16), RACK, seed=8, grows=0.02)


@pytest.fixture(scope="module")
def stronger() -> Runner:
    one = runner()
    one.train()
    return one


@pytest.fixture(scope="module")
def missing() -> Runner:
    """Who misses every third session, and is ill for ten days in week 6."""
    one = runner()
    one.train(misses=lambda number, _: number % 3 == 0, away=(ILL,))
    return one


@pytest.fixture(scope="module")
def hurting() -> Runner:
    """Who has pain 4 in a calf in week 5."""
    one = runner()
    one.train(pain=lambda week, line: 4 if week == 5 and line.pattern is Pattern.CALF else None)
    return one


def lines(one: Runner, number: int) -> list[Prescription]:
    return [line for session in one.weeks[number - 1].sessions for line in session.exercises]


def keys(one: Runner, number: int) -> set[AdaptedKey]:
    return {line.adapted.key for line in lines(one, number) if line.adapted is not None}


@pytest.mark.parametrize("name", ["stronger", "missing", "hurting"])
def test_their_blocks_break_no_must(name: str, request: pytest.FixtureRequest) -> None:
    one: Runner = request.getfixturevalue(name)
    safety = tuple([SafetyLine(rule=rule) for rule in SAFETY])
    plan = Plan(befit="0.1.0", athlete=ATHLETE, weeks=tuple(one.weeks), safety=safety)
    assert musts(plan) == []


def test_who_gets_stronger_lifts_more_from_stretch_to_stretch(stronger: Runner) -> None:
    heaviest = [
        max(line.kg for line in lines(stronger, number) if line.kg is not None)
        for number in (3, 7, 11, 14)
    ]
    assert heaviest == sorted(set(heaviest))


def test_no_weight_of_theirs_goes_down_but_in_light_work(stronger: Runner) -> None:
    last: dict[tuple[str, str], float] = {}
    for number in range(1, 15):
        for line in lines(stronger, number):
            if line.kg is not None and not line.light:
                assert line.kg >= last.get((line.id, line.form), 0.0)
                last[line.id, line.form] = line.kg


def test_whoever_was_ill_comes_back_step_by_step(missing: Runner) -> None:
    after = [
        session for week in missing.weeks for session in week.sessions if session.date > ILL.last
    ]
    assert [session.load for session in after[:2]] == [Load.LOW, Load.MEDIUM]


def test_whoever_hurts_does_less_of_that_for_two_sessions_and_then_as_before(
    hurting: Runner,
) -> None:
    assert AdaptedKey.LESS_FOR_PAIN not in keys(hurting, 5)
    assert AdaptedKey.LESS_FOR_PAIN in keys(hurting, 6) & keys(hurting, 7)
    assert AdaptedKey.LESS_FOR_PAIN not in keys(hurting, 9)
