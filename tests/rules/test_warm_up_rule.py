"""R47: what the warm-up of a session must have, and what it may not."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace
from own_words import own_warm_up
from sample_plan import BRIDGE, SQUAT, STEP_UP, sample_plan
from strategies import CATALOGUE

from befit_cli.rules.check import check_week
from befit_cli.saved.reading import read_warm_up_step
from befit_cli.values import (
    Athlete,
    Kit,
    Load,
    Niggle,
    Prescription,
    WarmUp,
    WarmUpKey,
    WarmUpStep,
)

WEEK = sample_plan().weeks[0]
WALK = WarmUpStep(WarmUpKey.WALK_ON_THE_SPOT, {"minutes": 2})
JOG = WarmUpStep(WarmUpKey.WALK_OR_JOG, {"minutes": 2})
STEPS = WarmUpStep(WarmUpKey.SIDE_STEPS, {"reps": 10})
ROCKS = WarmUpStep(WarmUpKey.ROCKS, {"reps": 8})
WITH_SWINGS = WarmUpStep(WarmUpKey.ROCKS_AND_SWINGS, {"reps": 8})
WITH_LUNGES = WarmUpStep(WarmUpKey.ROCKS_SWINGS_AND_LUNGES, {"reps": 8, "lunges": 5})
EASY = WarmUpStep(WarmUpKey.EASY_SET)
EASIER = WarmUpStep(WarmUpKey.EASIER_FORM, {"form": "Half squat"})
ONE_LIGHTER = WarmUpStep(WarmUpKey.LIGHTER_SET)
TWO_LIGHTER = WarmUpStep(WarmUpKey.LIGHTER_SETS)
HOPS = WarmUpStep(WarmUpKey.HOPS, {"sets": 2, "reps": 10})
GOBLET = replace(SQUAT, form="Goblet squat", kit=(Kit.DUMBBELL,))


def warm_up(*steps: WarmUpStep, minutes: int = 5) -> WarmUp:
    return WarmUp(minutes=minutes, steps=steps)


def found(made: WarmUp, first: Prescription = SQUAT, **athlete: Any) -> list[str]:
    """What R47 finds of a session with that warm-up and that first exercise."""
    session = replace(WEEK.sessions[0], warm_up=made, exercises=(first, STEP_UP, BRIDGE))
    week = replace(WEEK, sessions=(session,))
    findings = check_week(Athlete(**athlete), week, CATALOGUE)
    return [str(finding.found) for finding in findings if finding.rule == "R47"]


@pytest.mark.parametrize(
    ("last", "first", "asked"),
    [
        pytest.param(EASY, SQUAT, 30, id="without weight an easy set"),
        pytest.param(EASIER, SQUAT, 30, id="or an easier form"),
        pytest.param(TWO_LIGHTER, GOBLET, 30, id="with weight two lighter sets"),
        pytest.param(ONE_LIGHTER, GOBLET, 19, id="in a short session one"),
        pytest.param(TWO_LIGHTER, GOBLET, 19, id="where two are welcome, too"),
        pytest.param(
            WarmUpStep(WarmUpKey.UNLOADED_SETS), GOBLET, 30, id="with one weight two without it"
        ),
        pytest.param(
            WarmUpStep(WarmUpKey.UNLOADED_SET), GOBLET, 19, id="in a short session one of those"
        ),
        pytest.param(
            WarmUpStep(WarmUpKey.SLACK_BAND_SETS),
            replace(SQUAT, kit=(Kit.BAND,)),
            30,
            id="with a band two slack ones",
        ),
    ],
)
def test_it_rehearses_the_first_lift(last: WarmUpStep, first: Prescription, asked: int) -> None:
    assert found(warm_up(WALK, ROCKS, last), first, minutes=asked) == []


@pytest.mark.parametrize(
    ("made", "first", "athlete", "wrong"),
    [
        pytest.param(
            warm_up(WALK, ROCKS, EASY, minutes=4),
            SQUAT,
            {},
            "4 min of warm-up",
            id="too short",
        ),
        pytest.param(
            warm_up(WALK, ROCKS, EASY, minutes=7),
            replace(SQUAT, load=Load.HIGH),
            {},
            "7 min of warm-up",
            id="too short for a high load",
        ),
        pytest.param(
            warm_up(WALK, ROCKS, EASY, minutes=3),
            replace(SQUAT, load=Load.HIGH),
            {"minutes": 19},
            "high load after a warm-up of a session of 19 min",
            id="high load in a short session",
        ),
        pytest.param(warm_up(ROCKS, EASY), SQUAT, {}, "2 steps of warm-up", id="too few parts"),
        pytest.param(
            warm_up(WALK, STEPS, EASY),
            SQUAT,
            {},
            "a warm-up without knee-to-wall rocks",
            id="no rocks",
        ),
        pytest.param(
            warm_up(WALK, ROCKS, STEPS),
            SQUAT,
            {},
            "no easier form of Bodyweight squat first",
            id="nothing of the first lift",
        ),
        pytest.param(
            warm_up(WALK, ROCKS, EASY),
            GOBLET,
            {},
            "0 lighter sets of Goblet squat",
            id="no lighter set of a weighted lift",
        ),
        pytest.param(
            warm_up(WALK, ROCKS, ONE_LIGHTER),
            GOBLET,
            {},
            "1 lighter sets of Goblet squat",
            id="one where two are asked for",
        ),
        pytest.param(
            warm_up(WALK, ROCKS, ONE_LIGHTER),
            GOBLET,
            {"minutes": 20},
            "1 lighter sets of Goblet squat",
            id="one in a session that is no longer short",
        ),
        pytest.param(
            warm_up(WALK, ROCKS, EASY),
            GOBLET,
            {"minutes": 19},
            "0 lighter sets of Goblet squat",
            id="none in a short session",
        ),
        pytest.param(
            warm_up(JOG, ROCKS, EASY),
            SQUAT,
            {"niggles": (Niggle.SHIN,)},
            "a jog in the warm-up",
            id="jogging with a sore shin",
        ),
        pytest.param(
            warm_up(WALK, WITH_LUNGES, EASY),
            SQUAT,
            {"niggles": (Niggle.ITB,)},
            "a lunge in the warm-up",
            id="lunges with a sore band",
        ),
        pytest.param(
            warm_up(WALK, WITH_LUNGES, EASY),
            SQUAT,
            {"without": ("lunges",)},
            "a lunge in the warm-up",
            id="lunges that were left out",
        ),
        pytest.param(
            warm_up(WALK, WITH_SWINGS, EASY),
            SQUAT,
            {"niggles": (Niggle.HAMSTRING,)},
            "a swing in the warm-up",
            id="leg swings with a sore hamstring",
        ),
        pytest.param(
            warm_up(WALK, ROCKS, EASY, HOPS),
            SQUAT,
            {"niggles": (Niggle.ACHILLES,)},
            "a hop in the warm-up",
            id="hops with a sore Achilles",
        ),
    ],
)
def test_one_thing_wrong_is_found(
    made: WarmUp, first: Prescription, athlete: dict[str, Any], wrong: str
) -> None:
    assert found(made, first, **athlete) == [wrong]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        pytest.param("8 slow squats", [], id="nothing barred"),
        pytest.param("2 min skipping rope", ["a skip in the warm-up"], id="skipping"),
        pytest.param("20 hops", ["a hop in the warm-up"], id="hops"),
        pytest.param(
            "stretch the calf 45 s", ["stretch the calf 45 s"], id="a long static stretch"
        ),
    ],
)
def test_a_persons_own_warm_up_is_theirs_but_for_what_hurts(text: str, wrong: list[str]) -> None:
    own = own_warm_up("march", "circle the hips")
    made = replace(own, steps=(*own.steps, read_warm_up_step(text)))
    assert found(made, niggles=(Niggle.ACHILLES,)) == wrong


def test_a_session_without_a_warm_up_is_told_once_for_its_minutes_and_once_for_its_parts() -> None:
    assert found(warm_up(minutes=0)) == ["0 min of warm-up", "0 steps of warm-up"]
