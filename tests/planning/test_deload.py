"""A full week -> its deload."""

import pytest
from easier_weeks import drafted, lift, relief, row, session, shown, taper_week, weeks
from hypothesis import given
from hypothesis import strategies as st
from strategies import a_line, a_season, a_stretch

from befit_cli.planning.deload import deload, no_more_than
from befit_cli.planning.draft import Line, week_sets
from befit_cli.values import Day, Load, Pattern, Role, SeasonWeek


@given(sets=weeks)
def test_a_deload_has_50_to_70_percent_of_the_sets(sets: list[list[int]]):
    week = drafted(sets)
    full = week_sets(week)
    deload(week, covers=True)
    assert 0.5 * full <= week_sets(week) <= 0.7 * full


@pytest.mark.parametrize(
    ("most", "left"),
    [
        pytest.param(6, "A 1, B 2, C 2", id="fewer than that stay as they are"),
        pytest.param(5, "A 1, B 2, C 2", id="as many, too"),
        pytest.param(4, "A 1, B 2, C 1", id="a set goes"),
        pytest.param(2, "B 1, C 1", id="and what is no main lift"),
    ],
)
@pytest.mark.parametrize(
    "when", [a_season(a_stretch(tapers=False), 27)[3], taper_week(6)], ids=["deload", "taper"]
)
def test_an_easier_week_may_have_no_more_sets_than_so_many(when: SeasonWeek, most: int, left: str):
    lines = [a_line("B", sets=2, role=Role.MAIN), a_line("C", sets=2, role=Role.MAIN)]
    week = [session(Day.MON, a_line("A", sets=1, role=Role.ACCESSORY), *lines)]
    before = shown(week)
    assert shown(no_more_than(week, most, when, covers=False)) == left
    assert shown(week) == before


@pytest.mark.parametrize(
    ("sets", "left"),
    [([[2], [1]], 2), ([[1], [1]], 1), ([[3, 2], [3, 2]], 6), ([[4, 4], [4, 4, 4]], 12)],
)
def test_a_deload_has_about_60_percent_and_never_under_half(sets: list[list[int]], left: int):
    week = drafted(sets)
    deload(week, covers=True)
    assert week_sets(week) == left


@given(sets=weeks)
def test_a_deload_keeps_one_repetition_more_in_reserve(sets: list[list[int]]):
    week = drafted(sets, rir=3)
    deload(week, covers=True)
    assert {line.rir for draft in week for line in draft.lines} == {4}


def test_what_has_no_reserve_gets_none_in_a_deload():
    week = drafted([[4, 4], [4, 4]], rir=None)
    deload(week, covers=True)
    assert {line.rir for draft in week for line in draft.lines} == {None}


@given(
    lifts=st.lists(st.integers(2, 4), min_size=1, max_size=4),
    rows=st.lists(st.integers(2, 4), min_size=1, max_size=4),
)
def test_loaded_work_keeps_half_to_70_percent_of_its_sets_whatever_is_beside_it(
    lifts: list[int], rows: list[int]
):
    week = [
        session(
            Day.MON,
            *[lift(f"lift {place}", sets=sets) for place, sets in enumerate(lifts)],
            *[row(f"row {place}", sets) for place, sets in enumerate(rows)],
        )
    ]
    deload(week, covers=True)
    left = [line.sets for line in week[0].lines if line.pick.form.load > Load.LOW]
    assert 0.5 * sum(lifts) <= sum(left) <= 0.7 * sum(lifts)


@pytest.mark.parametrize(
    ("lines", "left"),
    [
        pytest.param(
            [lift(sets=3), lift("deadlift", sets=3), row("row", 3), row("pull", 3)],
            "squat 2, deadlift 2, row 2, pull 1",
            id="a set of each",
        ),
        pytest.param(
            [
                lift(),
                lift("calf", pattern=Pattern.CALF, role=Role.ACCESSORY),
                lift("deadlift"),
                row("row", 3),
                row("pull", 3),
            ],
            "squat 2, calf 1, deadlift 1, row 2, pull 1",
            id="of what is heavy the main lifts last",
        ),
        pytest.param(
            [lift(), row("row", 2), row("pull", 2), row("plank", 2)],
            "squat 1, row 1, pull 1, plank 1",
            id="a lift too, where it is the only one",
        ),
        pytest.param(
            [lift(sets=1), row("row", 2), row("pull", 2)],
            "squat 1, row 1, pull 1",
            id="but not its only set",
        ),
    ],
)
def test_a_deload_takes_from_lifts_and_from_the_rest(lines: list[Line], left: str):
    week = [session(Day.MON, *lines)]
    deload(week, covers=True)
    assert shown(week) == left


@pytest.mark.parametrize(
    ("covers", "left"),
    [
        pytest.param(True, "squat 1, row 1", id="keeps what a week must have, if it must"),
        pytest.param(False, "squat 1, box squat 1", id="else its main lifts"),
    ],
)
def test_a_deload_that_is_short_of_sets(covers: bool, left: str):
    row = a_line("row", sets=1, pattern=Pattern.PULL, role=Role.ACCESSORY)
    week = [session(Day.MON, a_line("squat", sets=1), row, a_line("box squat", sets=1))]
    deload(week, covers=covers)
    assert shown(week) == left


@pytest.mark.parametrize("covers", [True, False])
def test_every_deload_keeps_first_line_work(covers: bool):
    week = [session(Day.MON, relief(), a_line("squat", sets=1), a_line("box squat", sets=1))]
    deload(week, covers=covers)
    assert shown(week) == "relief 1, squat 1"
