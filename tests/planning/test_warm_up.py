"""The warm-up of a session: by its load, its first lift, the niggles and what is left out."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import CATALOGUE, a_form, drawn, niggles

from befit_cli.evidence.warm_up import (
    LIGHTER_SETS,
    ROCKS,
    barred,
    contacts,
    movements,
    warm_up_minutes,
)
from befit_cli.planning.warm_up import warm_up
from befit_cli.values import (
    Form,
    Kit,
    Load,
    Movement,
    Niggle,
    WarmUp,
    WarmUpKey,
    WarmUpStep,
)

SQUAT = a_form("Bodyweight squat")
GOBLET = a_form("Goblet squat", kit=((Kit.DUMBBELL, Kit.KETTLEBELL),))
BACKPACK = a_form("Backpack squat", kit=((Kit.BACKPACK,),))
BAND = a_form("Band pull", kit=((Kit.BAND,), (Kit.BENCH,)))
ANY_WEIGHT = a_form("Weighted lunge", kit=((Kit.BACKPACK, Kit.DUMBBELL),))
HALF = a_form("Half squat")


def warmed(first: Form = SQUAT, easier: Form | None = None, **changes: Any) -> WarmUp:
    """The warm-up of a medium session of half an hour, with something changed."""
    asked: dict[str, Any] = {
        "minutes_asked": 30,
        "load": Load.MEDIUM,
        "jumps": False,
        "niggles": (),
        "without": (),
        "hops": 0,
        "kit": first_of_each(first),
    }
    return warm_up(first=first, easier=easier, **(asked | changes))


def first_of_each(form: Form) -> tuple[Kit, ...]:
    """What the form is done with, where it leaves a choice the first of it."""
    return tuple([choice[0] for choice in form.kit])


def keys(made: WarmUp) -> list[WarmUpKey]:
    return [step.key for step in made.steps]


@pytest.mark.parametrize(
    ("asked", "load", "jumps", "minutes"),
    [
        pytest.param(19, Load.MEDIUM, False, 3, id="under 20 minutes"),
        pytest.param(20, Load.MEDIUM, False, 4, id="20 minutes"),
        pytest.param(21, Load.LOW, False, 5, id="21 minutes"),
        pytest.param(60, Load.MEDIUM, False, 5, id="an hour"),
        pytest.param(30, Load.HIGH, False, 8, id="high load"),
        pytest.param(30, Load.LOW, True, 8, id="jumps"),
        pytest.param(20, Load.HIGH, False, 8, id="high load in 20 minutes"),
        pytest.param(15, Load.HIGH, True, 3, id="what fits in a short one"),
    ],
)
def test_how_long_it_is(asked: int, load: Load, jumps: bool, minutes: int) -> None:
    assert warm_up_minutes(asked, load, jumps=jumps) == minutes


@pytest.mark.parametrize(
    ("first", "easier", "minutes_asked", "step"),
    [
        pytest.param(
            GOBLET, None, 30, WarmUpStep(WarmUpKey.LIGHTER_SETS), id="weight: two lighter sets"
        ),
        pytest.param(
            BACKPACK,
            HALF,
            30,
            WarmUpStep(WarmUpKey.UNLOADED_SETS),
            id="a backpack: without it, for nobody unpacks it twice",
        ),
        pytest.param(
            BACKPACK,
            HALF,
            19,
            WarmUpStep(WarmUpKey.UNLOADED_SET),
            id="once in a short session, too",
        ),
        pytest.param(
            ANY_WEIGHT, None, 30, WarmUpStep(WarmUpKey.UNLOADED_SETS), id="a backpack by choice"
        ),
        pytest.param(
            GOBLET, None, 19, WarmUpStep(WarmUpKey.LIGHTER_SET), id="one in a short session"
        ),
        pytest.param(
            BAND, None, 30, WarmUpStep(WarmUpKey.SLACK_BAND_SETS), id="a band: it is slack"
        ),
        pytest.param(
            BAND, None, 19, WarmUpStep(WarmUpKey.SLACK_BAND_SET), id="once in a short session"
        ),
        pytest.param(
            SQUAT,
            HALF,
            30,
            WarmUpStep(WarmUpKey.EASIER_FORM, {"form": "Half squat"}),
            id="no weight: an easier form",
        ),
        pytest.param(SQUAT, None, 30, WarmUpStep(WarmUpKey.EASY_SET), id="or an easy set"),
    ],
)
def test_it_ends_with_the_first_lift_itself(
    first: Form, easier: Form | None, minutes_asked: int, step: WarmUpStep
) -> None:
    assert warmed(first, easier, minutes_asked=minutes_asked).steps[-1] == step


@pytest.mark.parametrize(
    ("niggle", "raise_"),
    [
        pytest.param(None, WarmUpKey.JOG_OR_SKIP, id="without a niggle"),
        pytest.param(Niggle.ACHILLES, WarmUpKey.WALK_ON_THE_SPOT, id="achilles"),
        pytest.param(Niggle.PLANTAR, WarmUpKey.WALK_ON_THE_SPOT, id="plantar"),
        pytest.param(Niggle.SHIN, WarmUpKey.WALK_ON_THE_SPOT, id="shin"),
        pytest.param(Niggle.RUNNERS_KNEE, WarmUpKey.WALK_ON_THE_SPOT, id="runners-knee"),
        pytest.param(Niggle.ITB, WarmUpKey.WALK_ON_THE_SPOT, id="itb"),
    ],
)
def test_a_sore_spot_neither_skips_nor_jogs(niggle: Niggle | None, raise_: WarmUpKey) -> None:
    sore = () if niggle is None else (niggle,)
    assert warmed(load=Load.HIGH, niggles=sore).steps[0].key is raise_


@pytest.mark.parametrize(
    ("changes", "mobilise"),
    [
        pytest.param({}, WarmUpKey.ROCKS_SWINGS_AND_LUNGES, id="nobody"),
        pytest.param({"niggles": (Niggle.ITB,)}, WarmUpKey.ROCKS_AND_SWINGS, id="itb"),
        pytest.param({"without": ("lunges",)}, WarmUpKey.ROCKS_AND_SWINGS, id="without lunges"),
        pytest.param(
            {"without": ("squats",)}, WarmUpKey.ROCKS_SWINGS_AND_LUNGES, id="without squats"
        ),
    ],
)
def test_who_should_not_lunge_does_not(changes: dict[str, Any], mobilise: WarmUpKey) -> None:
    assert mobilise in keys(warmed(load=Load.HIGH, **changes))


@pytest.mark.parametrize("niggle", Niggle)
def test_a_niggle_that_changes_lunges_keeps_them_out_of_the_warm_up(niggle: Niggle) -> None:
    exercise = CATALOGUE.by_id["lunges"]
    changed = exercise.ladder[exercise.base].niggles
    lunges = WarmUpKey.ROCKS_SWINGS_AND_LUNGES in keys(warmed(load=Load.HIGH, niggles=(niggle,)))
    assert lunges is (niggle not in changed)


@pytest.mark.parametrize("load", [Load.MEDIUM, Load.HIGH])
def test_a_sore_hamstring_is_not_swung(load: Load) -> None:
    assert keys(warmed(load=load, niggles=(Niggle.HAMSTRING,)))[2] is WarmUpKey.ROCKS


@pytest.mark.parametrize(
    ("changes", "mobilise"),
    [
        pytest.param({}, WarmUpKey.ROCKS_AND_SWINGS, id="none"),
        pytest.param({"hops": 30}, WarmUpKey.ROCKS, id="hops"),
        pytest.param(
            {"hops": 30, "niggles": (Niggle.SHIN,)}, WarmUpKey.ROCKS_AND_SWINGS, id="hops barred"
        ),
        pytest.param(
            {"hops": 30, "load": Load.HIGH},
            WarmUpKey.ROCKS_SWINGS_AND_LUNGES,
            id="hops in eight minutes",
        ),
    ],
)
def test_hops_take_the_time_of_leg_swings_in_five_minutes(
    changes: dict[str, Any], mobilise: WarmUpKey
):
    assert keys(warmed(**changes))[2] is mobilise


def test_who_leaves_bridges_out_has_none_in_it() -> None:
    assert WarmUpKey.SIDE_STEPS in keys(warmed(without=("glute-bridges",)))


@pytest.mark.parametrize(
    ("hops", "niggle", "landings"),
    [
        pytest.param(0, None, 0, id="none"),
        pytest.param(20, None, 20, id="2 x 10"),
        pytest.param(30, None, 30, id="3 x 10"),
        pytest.param(20, Niggle.ACHILLES, 0, id="a niggle bars them"),
        pytest.param(20, Niggle.HAMSTRING, 0, id="one that bars jumps bars them, too"),
    ],
)
def test_low_hops_come_last_and_are_counted(
    hops: int, niggle: Niggle | None, landings: int
) -> None:
    made = warmed(hops=hops, niggles=() if niggle is None else (niggle,))
    assert (made.contacts, contacts(made.steps)) == (landings, landings)
    assert (made.steps[-1].key is WarmUpKey.HOPS) == (landings > 0)


sore = st.sets(niggles).map(tuple)
left_out = st.sets(st.sampled_from(["lunges", "glute-bridges", "squats"])).map(tuple)


@given(
    minutes=st.integers(15, 60),
    load=st.sampled_from(Load),
    jumps=st.booleans(),
    first=st.sampled_from([SQUAT, GOBLET, BACKPACK, BAND]),
    easier=st.none() | st.just(HALF),
    niggles=sore,
    without=left_out,
    hops=st.sampled_from([0, 20, 30]),
)
@drawn
def test_nothing_in_it_is_barred_and_rocks_always_are(
    minutes: int,
    load: Load,
    jumps: bool,
    first: Form,
    easier: Form | None,
    niggles: tuple[Niggle, ...],
    without: tuple[str, ...],
    hops: int,
) -> None:
    made = warm_up(
        minutes_asked=minutes,
        load=load,
        jumps=jumps,
        first=first,
        kit=first_of_each(first),
        easier=easier,
        niggles=niggles,
        without=without,
        hops=hops,
    )
    assert made.minutes == warm_up_minutes(minutes, load, jumps=jumps)
    assert [movement for step in made.steps for movement in barred(step, niggles, without)] == []
    assert len(ROCKS & set(keys(made))) == 1
    assert len(set(LIGHTER_SETS) & set(keys(made))) == (first is not SQUAT)


def test_what_a_person_wrote_has_the_movements_that_it_names() -> None:
    own = WarmUpStep(WarmUpKey.OWN, {"text": "5 lunges", "movements": ["lunge"]})
    assert movements(own) == {Movement.LUNGE}
    assert barred(own, (Niggle.ITB,), ()) == [Movement.LUNGE]
    assert barred(own, (Niggle.ACHILLES,), ()) == []


@pytest.mark.parametrize("id_", ["lunges", "glute-bridges"])
def test_the_exercises_that_a_warm_up_borrows_are_in_the_catalogue(id_: str) -> None:
    assert id_ in CATALOGUE.by_id


@pytest.mark.parametrize(
    ("asked", "load", "facts"),
    [
        pytest.param(
            {"minutes_asked": 19},
            Load.MEDIUM,
            [{"minutes": 1}, {"reps": 10}, {"reps": 5}],
            id="three minutes",
        ),
        pytest.param(
            {"minutes_asked": 20},
            Load.MEDIUM,
            [{"minutes": 1}, {"reps": 10}, {"reps": 8}],
            id="four",
        ),
        pytest.param(
            {"minutes_asked": 30},
            Load.MEDIUM,
            [{"minutes": 2}, {"reps": 10}, {"reps": 8}],
            id="five",
        ),
        pytest.param(
            {"minutes_asked": 60, "jumps": True},
            Load.HIGH,
            [{"minutes": 3}, {"reps": 10}, {"reps": 8, "lunges": 5}],
            id="the longest",
        ),
    ],
)
def test_the_longer_a_warm_up_the_more_it_asks_for(
    asked: dict[str, Any], load: Load, facts: list[dict[str, int]]
):
    usual = warmed(load=load, **asked)
    assert [step.facts for step in usual.steps[:3]] == facts


@pytest.mark.parametrize("niggle", Niggle, ids=str)
@pytest.mark.parametrize("load", [Load.MEDIUM, Load.HIGH], ids=str)
def test_what_stands_in_for_what_a_niggle_bars_takes_as_long(niggle: Niggle, load: Load):
    asked: dict[str, Any] = {"minutes_asked": 45, "load": load}
    well, sore = warmed(**asked), warmed(**asked, niggles=(niggle,))
    for then, now in zip(well.steps[:3], sore.steps[:3], strict=True):
        assert then.facts.items() >= now.facts.items()
