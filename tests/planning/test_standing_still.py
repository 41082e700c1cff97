"""What stands still in a block, and for how long."""

from __future__ import annotations

from typing import Any

import pytest
from strategies import CATALOGUE, KITS, MONDAY, a_draft, a_line, a_stretch

from befit_cli.evidence.block import BLOCK_WEEKS
from befit_cli.planning.holding import Holding
from befit_cli.planning.planner import plan_block
from befit_cli.planning.season import plan_season
from befit_cli.planning.standing import stands_after, stands_too_long
from befit_cli.values import (
    Athlete,
    Kit,
    Level,
    Load,
    Need,
    NoteKey,
    Pattern,
    Race,
    Range,
    Role,
    Week,
)

AT_TOP = {"step": 0, "at": 10, "work": Range(10, 10), "top": 10}


@pytest.mark.parametrize(
    ("weeks", "more", "line", "too_long"),
    [
        pytest.param(3, 3, AT_TOP, False, id="six weeks in all"),
        pytest.param(4, 3, AT_TOP, True, id="seven"),
        pytest.param(4, 3, {**AT_TOP, "top": 12}, False, id="it may grow yet"),
        pytest.param(4, 3, {**AT_TOP, "kit": (Kit.DUMBBELL,)}, False, id="its weight grows"),
    ],
)
def test_what_cannot_grow_stands_too_long_where_the_next_stretch_makes_it_more_than_six_weeks(
    weeks: int, more: int, line: dict[str, Any], too_long: bool
) -> None:
    stands = stands_after([a_draft(a_line(**line))], a_stretch(build=weeks), 0, {})
    found = stands_too_long(stands, a_stretch(number=1, build=more))
    assert found == ({(1, "Squat")} if too_long else set())


def test_what_stood_before_stands_on() -> None:
    week = [a_draft(a_line(**AT_TOP))]
    stands = stands_after(week, a_stretch(build=3), 0, {})
    stands = stands_after(week, a_stretch(number=1, build=2), 0, stands)
    assert [standing.weeks for standing in stands.values()] == [5]


HALF = Athlete(
    race=Race.HALF,
    level=Level.INTERMEDIATE,
    minutes=60,
    sessions=3,
    kit=(Kit.BACKPACK, Kit.BENCH, Kit.DUMBBELL, Kit.STEP, Kit.TOWEL),
)
KETTLEBELL = Athlete(level=Level.ADVANCED, kit=(Kit.KETTLEBELL,))


def told(weeks: tuple[Week, ...]) -> set[str]:
    """The forms of which the weeks say that they stand still."""
    forms = set()
    for week in weeks:
        for note in week.notes:
            if (note.rule, note.key) == ("R29", NoteKey.UNMET):
                forms.update([one["where"].facts["exercise"] for one in note.facts["breaches"]])
    return forms


@pytest.mark.parametrize(
    ("athlete", "stays"),
    [
        pytest.param(HALF, set(), id="hips, balance and trunk have others"),
        pytest.param(
            KETTLEBELL,
            {"Slow-lowering push-up", "Side plank with leg raise"},
            id="pushing, and the side of the hip at its hardest, have none",
        ),
    ],
)
def test_half_a_year_exchanges_what_cannot_grow_where_something_else_serves_its_need(
    athlete: Athlete, stays: set[str]
) -> None:
    weeks = plan_block(athlete, CATALOGUE, plan_season(athlete, MONDAY, BLOCK_WEEKS.high))
    assert told(weeks) == stays


LOW, MEDIUM, HIGH = Load
BEGINNER, INTERMEDIATE, ADVANCED = Level
HOLDS: dict[str, Any] = {
    "lacking": {},
    "sets": [12, 6, 2],
    "leg_sets": [4, 3, 4, 4],
    "loads": [HIGH, MEDIUM],
    "levels": [ADVANCED, BEGINNER],
    "minutes": [30, 25],
    "room": [30, 30],
}


def a_holding(**changes: Any) -> Holding:
    return Holding(**(HOLDS | changes))


@pytest.mark.parametrize(
    ("changes", "no_less"),
    [
        pytest.param({}, True, id="the same"),
        pytest.param({"lacking": {"knee": 1}}, False, id="it lacks a must"),
        pytest.param({"sets": [11, 6, 2]}, False, id="fewer hard sets"),
        pytest.param({"sets": [12, 5, 2]}, False, id="fewer calf sets"),
        pytest.param({"sets": [12, 6, 1]}, False, id="fewer jumps"),
        pytest.param({"leg_sets": [4, 2.5, 4, 4]}, False, id="fewer sets of a leg muscle"),
        pytest.param({"leg_sets": [4, 4, 4, 4]}, True, id="more of them"),
    ],
)
def test_a_week_holds_no_less_with_all_that_is_counted(
    changes: dict[str, Any], no_less: bool
) -> None:
    assert a_holding(**changes).is_no_less_than(a_holding()) is no_less


@pytest.mark.parametrize(
    ("changes", "no_easier"),
    [
        pytest.param({}, True, id="the same"),
        pytest.param({"loads": [HIGH, LOW]}, False, id="a lower load"),
        pytest.param({"levels": [INTERMEDIATE, INTERMEDIATE]}, False, id="a lower level"),
        pytest.param({"levels": [ADVANCED, INTERMEDIATE]}, True, id="a higher one"),
        pytest.param({"loads": [HIGH], "levels": [ADVANCED]}, False, id="a lift less"),
    ],
)
def test_lifts_are_no_easier_where_each_has_as_high_a_load_and_level(
    changes: dict[str, Any], no_easier: bool
) -> None:
    assert a_holding(**changes).is_no_easier_than(a_holding()) is no_easier


def test_a_lift_at_its_top_goes_on_where_what_could_take_its_turn_is_easier() -> None:
    strong = Athlete(race=Race.NONE, level=ADVANCED, kit=())
    weeks = plan_block(strong, CATALOGUE, plan_season(strong, MONDAY, BLOCK_WEEKS.high))
    for number in (19, 21):
        sessions = weeks[number - 1].sessions
        assert "Pistol squat" in {one.form for session in sessions for one in session.exercises}


@pytest.mark.parametrize(
    ("race", "weeks", "minutes"),
    [(Race.HALF, 16, 45), (Race.FIVE_K, 12, 45), (Race.NONE, 18, 45), (Race.TEN_K, 18, 60)],
)
def test_who_squats_on_one_leg_does_so_until_the_taper(
    race: Race, weeks: int, minutes: int
) -> None:
    """Without weights nothing is harder: whoever did fourteen had a lunge of eight instead."""
    strong = Athlete(race=race, level=ADVANCED, kit=(), minutes=minutes)
    for week in plan_block(strong, CATALOGUE, plan_season(strong, MONDAY, weeks)):
        every = [one for session in week.sessions for one in session.exercises]
        assert "Pistol squat" in {one.form for one in every} or week.taper


@pytest.mark.parametrize("level", [INTERMEDIATE, ADVANCED])
@pytest.mark.parametrize("race", [Race.TEN_K, Race.HALF, Race.MARATHON, Race.NONE])
def test_a_hip_thrust_takes_no_turn_of_a_hinge_at_its_top(race: Race, level: Level) -> None:
    """A thrust works the hips alone, and in half an hour it was all that the hamstrings had."""
    runner = Athlete(race=race, level=level, kit=KITS["home"], minutes=30)
    for week in plan_block(runner, CATALOGUE, plan_season(runner, MONDAY, 16)):
        every = [one for session in week.sessions for one in session.exercises]
        hinges = [one for one in every if one.role is Role.MAIN and Need.HAMSTRING in one.serves]
        assert hinges or not week.build


@pytest.mark.parametrize("kit", [Kit.BAND, Kit.BACKPACK])
@pytest.mark.parametrize("race", [Race.TEN_K, Race.MARATHON, Race.NONE])
def test_a_row_at_its_top_goes_on_with_more_weight_or_a_stronger_band(race: Race, kit: Kit) -> None:
    runner = Athlete(race=race, level=INTERMEDIATE, kit=(kit,), minutes=30)
    for week in plan_block(runner, CATALOGUE, plan_season(runner, MONDAY, 16)):
        every = [one for session in week.sessions for one in session.exercises]
        pulls = [one for one in every if one.pattern is Pattern.PULL and one.kit]
        assert pulls or not week.build
