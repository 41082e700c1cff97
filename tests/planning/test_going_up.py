"""How the sessions of a week go up a ladder: where the sets become hard, one after the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from strategies import CATALOGUE, KITS, MONDAY

from befit_cli.evidence.week import is_hard
from befit_cli.planning.planner import plan_block
from befit_cli.planning.season import plan_season
from befit_cli.values import Athlete, Kit, Level, Niggle, Pattern, Race, Week

KNEE = Athlete(kit=(), niggles=(Niggle.RUNNERS_KNEE,))
STRONGER = replace(KNEE, race=Race.NONE, level=Level.INTERMEDIATE)
HEEL = Athlete(kit=(), race=Race.HALF, level=Level.INTERMEDIATE, niggles=(Niggle.PLANTAR,))
QUARTER, HALF = "Quarter squat, hands on support", "Half squat with a hand on support"
TWO_LEGS = "Slow two-leg heel raise, sock under toes"
ONE_LEG = "Slow one-leg heel raise, sock under toes"
WITH_WEIGHT = "Weighted slow heel raise, sock under toes"


def weeks_of(athlete: Athlete, length: int) -> tuple[Week, ...]:
    return plan_block(athlete, CATALOGUE, plan_season(athlete, MONDAY, length))


@pytest.mark.parametrize(
    ("athlete", "id_", "number", "forms"),
    [
        pytest.param(KNEE, "squats", 4, [QUARTER, QUARTER], id="a knee in its first stretch"),
        pytest.param(KNEE, "squats", 6, [HALF, QUARTER], id="in its second"),
        pytest.param(KNEE, "squats", 10, [HALF, HALF], id="in its third"),
        pytest.param(
            STRONGER, "squats", 5, [HALF, QUARTER], id="where another form serves as well"
        ),
        pytest.param(HEEL, "heel-raises", 4, [TWO_LEGS, TWO_LEGS], id="a heel on both legs"),
        pytest.param(HEEL, "heel-raises", 6, [ONE_LEG, TWO_LEGS], id="once on one leg"),
        pytest.param(HEEL, "heel-raises", 10, [ONE_LEG, ONE_LEG], id="and then twice"),
        pytest.param(
            replace(HEEL, kit=(Kit.BACKPACK,)),
            "heel-raises",
            10,
            [WITH_WEIGHT, ONE_LEG],
            id="who follows comes to where the first has been",
        ),
    ],
)
def test_a_sore_spot_takes_a_form_whose_sets_are_hard_in_one_session_first(
    athlete: Athlete, id_: str, number: int, forms: list[str]
) -> None:
    week = weeks_of(athlete, 18)[number - 1]
    found = [one.form for session in week.sessions for one in session.exercises if one.id == id_]
    assert found == forms


def first_with(athlete: Athlete, form: str, length: int) -> int | None:
    """The first week that has the form."""
    for week in weeks_of(athlete, length):
        if any(one.form == form for session in week.sessions for one in session.exercises):
            return week.number
    return None


@pytest.mark.parametrize(
    ("kit", "level", "one_leg", "weight"),
    [
        pytest.param("none", Level.BEGINNER, 9, None, id="a beginner without weights"),
        pytest.param("none", Level.ADVANCED, 5, None, id="others without weights"),
        pytest.param("home", Level.INTERMEDIATE, 5, 9, id="a backpack"),
        pytest.param("gym", Level.INTERMEDIATE, 5, 9, id="a gym"),
    ],
)
def test_a_sore_heel_comes_to_one_leg_and_then_to_weight_within_a_block(
    kit: str, level: Level, one_leg: int, weight: int | None
) -> None:
    athlete = replace(HEEL, kit=KITS[kit], level=level, minutes=40)
    found = [first_with(athlete, form, 12) for form in (ONE_LEG, WITH_WEIGHT)]
    assert found == [one_leg, weight]


@pytest.mark.parametrize(
    ("niggle", "repetitions"),
    [
        pytest.param(Niggle.PLANTAR, [10, 11, 12, 8, 9], id="plantar"),
        pytest.param(Niggle.ACHILLES, [13, 14, 14, 10, 11, 12, 6, 7, 8, 6, 7], id="achilles"),
    ],
)
def test_who_owns_a_dumbbell_and_a_backpack_has_the_tendon_on_the_dumbbell(
    niggle: Niggle, repetitions: list[int]
) -> None:
    athlete = replace(HEEL, kit=(Kit.BACKPACK, Kit.DUMBBELL), niggles=(niggle,), minutes=40)
    found = []
    for week in weeks_of(athlete, 16):
        if not week.build:
            continue
        found += [
            one.reps
            for one in week.sessions[0].exercises
            if one.pattern is Pattern.CALF and Kit.DUMBBELL in one.kit
        ]
    assert found == repetitions


def first_weeks(weeks: tuple[Week, ...]) -> Iterator[Week]:
    """The first week of each stretch that has build weeks."""
    begins = True
    for week in weeks:
        if week.build and begins:
            yield week
        begins = not week.build


def hard(week: Week) -> dict[tuple[int, str], bool]:
    """Under the sessions' slots and the exercises' ids whether their sets are hard."""
    found = {}
    for session in week.sessions:
        for one in session.exercises:
            form = CATALOGUE.form(one.id, one.form)
            assert form is not None
            found[session.slot, one.id] = is_hard(form.load, form.pattern)
    return found


@pytest.mark.of_a_kind(7)
@pytest.mark.parametrize("kit", ["none", "home"])
@pytest.mark.parametrize("niggle", [one for one in Niggle if one is not Niggle.BONE_STRESS])
def test_whoever_has_a_sore_spot_goes_up_to_hard_sets_in_one_session_a_stretch(
    niggle: Niggle, kit: str
) -> None:
    athlete = replace(HEEL, niggles=(niggle,), kit=KITS[kit], sessions=3, minutes=45)
    before: dict[tuple[int, str], bool] = {}
    for week in first_weeks(weeks_of(athlete, 18)):
        now = hard(week)
        gone = Counter(key[1] for key, its in now.items() if its and before.get(key) is False)
        assert max(gone.values(), default=0) <= 1
        before = now
