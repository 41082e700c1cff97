"""Which sets and exercises go first where a week is to have fewer sets."""

from collections.abc import Callable
from copy import deepcopy
from itertools import pairwise

import pytest
from easier_weeks import (
    MUCH,
    drafted,
    lift,
    relief,
    row,
    session,
    shown,
    some_lines,
    taper_week,
    weeks,
)
from hypothesis import given
from msgspec.structs import replace
from strategies import CATALOGUE, KITS, MONDAY, a_line

from befit_cli.planning.deload import deload
from befit_cli.planning.draft import Drafts, Line
from befit_cli.planning.planner import plan_block
from befit_cli.planning.season import plan_season
from befit_cli.planning.taper import taper
from befit_cli.values import Athlete, Day, Level, Load, Pattern, Race, Role

EASINGS = {
    "deload": lambda week: deload(week, covers=True),
    "deload of a short week": lambda week: deload(week, covers=False),
    "taper": lambda week: taper(week, Race.HALF, taper_week(20), ()),
}


@pytest.mark.parametrize("ease", EASINGS.values(), ids=EASINGS)
@given(sets=weeks)
def test_an_easier_week_has_nothing_new(ease: Callable[[Drafts], None], sets: list[list[int]]):
    week = drafted(sets)
    before = {
        (draft.slot.day, line.pick.form.name, line.at, line.rest_s)
        for draft in week
        for line in draft.lines
    }
    ease(week)
    assert {
        (draft.slot.day, line.pick.form.name, line.at, line.rest_s)
        for draft in week
        for line in draft.lines
    } <= before


@pytest.mark.parametrize(
    ("lines", "left"),
    [
        pytest.param(
            (a_line("squat", sets=4), a_line("row", sets=2, pattern=Pattern.PULL)),
            "squat 2, row 1",
            id="most from most",
        ),
        pytest.param(
            (a_line("squat", sets=4), a_line("row", sets=3, pattern=Pattern.PULL)),
            "squat 2, row 2",
            id="most from most again",
        ),
        pytest.param(
            (
                a_line("squat", sets=2),
                a_line("row", sets=2, pattern=Pattern.PULL, role=Role.ACCESSORY),
            ),
            "squat 1, row 1",
            id="two of each: one of each",
        ),
        pytest.param(
            (
                a_line("squat", sets=2),
                *(
                    a_line(name, sets=1, pattern=Pattern.PULL, role=Role.ACCESSORY)
                    for name in ("row", "pull")
                ),
            ),
            "squat 1, row 1",
            id="the second of two that do the same goes",
        ),
        pytest.param(
            tuple(
                a_line(name, sets=1, pattern=pattern, role=Role.ACCESSORY)
                for name, pattern in (("feet", Pattern.FOOT), ("row", Pattern.PULL))
            ),
            "row 1",
            id="what is not needed goes before what is",
        ),
    ],
)
def test_what_a_deload_takes(lines: tuple[Line, ...], left: str):
    week = [session(Day.TUE, *lines)]
    deload(week, covers=True)
    assert shown(week) == left


def test_a_deload_takes_from_long_sessions_before_short_ones():
    week = [
        session(Day.MON, *some_lines([3, 3])),
        session(Day.WED, a_line("calf", sets=3, pattern=Pattern.CALF)),
    ]
    deload(week, covers=True)
    assert [draft.sets for draft in week] == [3, 2]


@pytest.mark.parametrize(
    ("ease", "left"),
    [
        pytest.param(
            lambda week: deload(week, covers=True), "squat 1, relief 1", id="last in a deload"
        ),
        pytest.param(
            lambda week: taper(week, Race.HALF, taper_week(20), ()),
            "squat 1, relief 1",
            id="after all but the main lift in a taper",
        ),
    ],
)
def test_of_what_has_one_set_first_line_work_goes_late(ease: Callable[[Drafts], None], left: str):
    """Two of four sets stay, of exercises that the week has but once."""
    lines = (
        a_line("squat", sets=1),
        a_line("row", sets=1, pattern=Pattern.PULL, role=Role.ACCESSORY),
        a_line("clam", sets=1, pattern=Pattern.ABDUCTION, role=Role.ACCESSORY),
        relief(),
    )
    week = [session(Day.MON, *lines)]
    ease(week)
    assert shown(week) == left


def test_a_session_that_is_too_long_loses_what_it_can_best_do_without_before_any_other():
    push = a_line("push", sets=1, pattern=Pattern.PUSH, role=Role.ACCESSORY)
    long = replace(session(Day.MON, a_line("row", sets=1, pattern=Pattern.PULL), push), limit=5)
    week = [long, session(Day.WED, *some_lines([4, 4, 4]))]
    deload(week, covers=True)
    assert shown(week) == "row 1, squat 0 3, hinge 1 2, calf 2 2"


def feet(number: int) -> Line:
    return a_line(f"feet {number}", sets=1, pattern=Pattern.FOOT, role=Role.PREHAB, load=Load.LOW)


@pytest.mark.parametrize(
    ("week", "left"),
    [
        pytest.param(
            [session(Day.MON, lift(sets=4), row("row", 2))],
            "squat 2, row 1",
            id="accessories first, then what is more than two",
        ),
        pytest.param(
            [session(Day.MON, lift(sets=4), row("row", 3))],
            "squat 3, row 1",
            id="the lift none while there is enough beside it",
        ),
        pytest.param(
            [session(Day.MON, lift(), relief(), MUCH)],
            "squat 2, relief 1, feet 3",
            id="a lift keeps its two sets",
        ),
        pytest.param(
            [session(Day.MON, lift(sets=5), replace(MUCH, sets=1))],
            "squat 2, feet 1",
            id="and no more than two beside what has one",
        ),
        pytest.param(
            [session(Day.MON, lift(), *[replace(MUCH, sets=1)] * 2)],
            "squat 2",
            id="while there is anything beside it",
        ),
        pytest.param(
            [session(Day.MON, lift(), *map(feet, range(5)))],
            "squat 2, feet 0 1, feet 1 1",
            id="which goes from the end",
        ),
        pytest.param(
            [session(Day.MON, lift(), lift("hinge", pattern=Pattern.HINGE))],
            "squat 1, hinge 1",
            id="and loses them where there is nothing else",
        ),
    ],
)
def test_no_main_lift_loses_a_set_while_an_accessory_has_two(week: Drafts, left: str):
    eased = deepcopy(week)
    taper(eased, Race.HALF, taper_week(20, place=0), ())
    assert shown(eased) == left


@pytest.mark.of_a_kind(5)
@pytest.mark.parametrize("race", Race, ids=str)
@pytest.mark.parametrize("level", Level, ids=str)
def test_the_easier_weeks_of_real_blocks_have_the_share_of_sets_that_they_should(
    level: Level, race: Race
):
    """R34 and R35 on the catalogue, whole blocks of every length."""
    wrong = []
    for length in range(2, 31, 3):
        for kit in ("none", "gym"):
            athlete = Athlete(race=race, level=level, kit=KITS[kit])
            planned = plan_block(athlete, CATALOGUE, plan_season(athlete, MONDAY, length))
            for before, week in pairwise(planned):
                if week.deload and not 0.5 * before.sets <= week.sets <= 0.7 * before.sets:
                    wrong.append((length, kit, week.number, before.sets, week.sets))
            built = [week.sets for week in planned if not (week.deload or week.taper)]
            wrong += [
                (length, kit, week.number, built[-1], week.sets)
                for week in planned
                if week.taper and week.sets > 0.59 * built[-1]
            ]
    assert wrong == []
