"""A session soon before a tune-up race -> what is left of it."""

import pytest
from easier_weeks import lift, row, session, shown
from msgspec.structs import replace
from strategies import a_line, a_pick, a_season, a_stretch

from befit_cli.planning.draft import Line
from befit_cli.planning.sparing import spare_legs
from befit_cli.values import (
    Act,
    Day,
    Load,
    Niggle,
    NiggleRule,
    Pattern,
    Race,
    Range,
    Role,
    Runs,
    SeasonWeek,
)


def week_of_race(day: Day) -> SeasonWeek:
    """A week with a tune-up race on that day, and no other run."""
    season = a_season(a_stretch(), race_in=27)
    races = Runs(hard=(day,), tune_ups=(day,))
    return replace(season, runs=(races, *season.runs[1:]))[0]


def spared(*lines: Line, race: Day = Day.THU) -> str:
    """What Tuesday's session has, each with its sets; Monday's has squats and bridges."""
    monday = session(Day.MON, lift(), lift("bridge", pattern=Pattern.HINGE))
    tuesday = session(Day.TUE, *lines)
    spare_legs([monday, tuesday], Race.TEN_K, week_of_race(race))
    return shown([tuesday])


@pytest.mark.parametrize(
    ("race", "left"),
    [
        pytest.param(Day.MON, "pistol 2, raise 3, row 2", id="the day after"),
        pytest.param(Day.TUE, "pistol 2, raise 3, row 2", id="its own day"),
        pytest.param(Day.WED, "pistol 1, raise 1, row 1", id="the day before"),
        pytest.param(Day.THU, "pistol 1, raise 1, row 1", id="two days before"),
        pytest.param(Day.FRI, "pistol 2, raise 3, row 2", id="three days before"),
    ],
)
def test_soon_before_a_tune_up_race_a_session_has_a_set_of_each_exercise(race: Day, left: str):
    raises = a_line("raise", sets=3, pattern=Pattern.CALF)
    assert spared(lift("pistol"), raises, row("row", 2), race=race) == left


LUNGE = lift("lunge", pattern=Pattern.LUNGE)


@pytest.mark.parametrize(
    ("lines", "left"),
    [
        pytest.param([LUNGE, row("row"), row("pull")], "row 1, pull 1", id="lunges"),
        pytest.param(
            [lift("squat", seconds_per_rep=5.0), row("row"), row("pull")],
            "row 1, pull 1",
            id="slow lowering",
        ),
        pytest.param(
            [lift("squat", seconds_per_rep=4.9), row("row"), row("pull")],
            "squat 1, row 1, pull 1",
            id="but no lift at a usual pace",
        ),
        pytest.param(
            [lift("lunge", pattern=Pattern.LUNGE, load=Load.LOW), row("row"), row("pull")],
            "lunge 1, row 1, pull 1",
            id="nor what is of low load",
        ),
        pytest.param([LUNGE, row("row")], "lunge 1, row 1", id="nor of two exercises one"),
        pytest.param(
            [lift("lunge", pattern=Pattern.LUNGE, per_side=True), row("row"), row("pull")],
            "lunge 1, row 1, pull 1",
            id="nor what the week must have",
        ),
        pytest.param(
            [
                lift("lunge", pattern=Pattern.LUNGE, first_line=(Niggle.RUNNERS_KNEE,)),
                row("row"),
                row("pull"),
            ],
            "lunge 2, row 1, pull 1",
            id="nor what helps a sore spot",
        ),
    ],
)
def test_soon_before_a_tune_up_race_nothing_is_left_that_makes_sore(lines: list[Line], left: str):
    assert spared(*lines) == left


def test_what_a_sore_spot_asks_for_keeps_its_fewest_sets_before_a_tune_up_race():
    sore = NiggleRule(act=Act.MODIFY, note="Slowly.", sets=Range(2, 3))
    squat = replace(lift(sets=3, sets_range=Range(2, 3)), pick=a_pick("squat", rules=(sore,)))
    assert spared(squat, row("row", 2)) == "squat 2, row 1"


def test_of_what_is_beside_lifts_and_calves_a_session_before_a_tune_up_race_has_room_for_the_first():
    rows = [row(f"row {number}") for number in range(6)]
    assert spared(*rows, lift()) == "row 0 1, row 1 1, row 2 1, row 3 1, squat 1"


def test_what_makes_sore_goes_before_what_is_too_much_soon_before_a_tune_up_race():
    rows = [row(f"row {number}") for number in range(5)]
    assert spared(LUNGE, *rows) == "row 0 1, row 1 1, row 2 1, row 3 1, row 4 1"


def test_lifts_and_calves_are_never_too_many_before_a_tune_up_race():
    lifts = [lift(f"squat {number}", role=Role.ACCESSORY) for number in range(6)]
    assert spared(*lifts).count("squat") == 6
