"""A full week -> the taper: how many sets it has, what its last days have, and what moves."""

from copy import deepcopy
from datetime import timedelta
from typing import Any

import pytest
from easier_weeks import (
    MUCH,
    drafted,
    lift,
    light,
    relief,
    row,
    session,
    shown,
    some_lines,
    taper_week,
    weeks,
)
from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec.structs import replace
from strategies import (
    CATALOGUE,
    MONDAY,
    a_layout,
    a_line,
    a_pick,
    a_season,
    a_stretch,
    athletes,
    drawn,
)

from befit_cli.planning.draft import Draft, Drafts, Line, week_sets
from befit_cli.planning.planner import plan_block
from befit_cli.planning.season import plan_season
from befit_cli.planning.taper import before_race, taper
from befit_cli.values import (
    Athlete,
    Day,
    Kit,
    Load,
    Niggle,
    Pattern,
    Race,
    Role,
    Runs,
    SeasonWeek,
    Session,
    Stretch,
)


def names(week: Drafts) -> list[list[str]]:
    return [[line.pick.form.name for line in draft.lines] for draft in week]


@pytest.mark.parametrize(
    ("sets", "place", "left"),
    [
        pytest.param([[4, 4, 2], [4, 4, 2]], 0, 10, id="half of them in the first of two weeks"),
        pytest.param([[4, 4, 2], [4, 4, 2]], 1, 8, id="two fifths in the second"),
        pytest.param([[1], [1, 1]], 0, 1, id="at most 59 % of three"),
        pytest.param([[1, 1]], 0, 1, id="of two one"),
        pytest.param([[1]], 0, 1, id="of one set all"),
    ],
)
def test_how_many_sets_a_taper_week_has(sets: list[list[int]], place: int, left: int):
    week = drafted(sets)
    taper(week, Race.HALF, taper_week(20, place), ())
    assert week_sets(week) == left


@pytest.mark.parametrize(("place", "left"), [(3, 10), (4, 8)], ids=["its first", "its second"])
def test_weeks_that_build_are_none_of_the_taper(place: int, left: int):
    week = drafted([[4, 4, 2], [4, 4, 2]])
    taper(week, Race.HALF, a_season(a_stretch(build=3, eased=2), race_in=60)[place], ())
    assert week_sets(week) == left


@given(
    sets=weeks,
    race=st.sampled_from((Race.HALF, Race.MARATHON)),
    ahead=st.integers(0, 13),
    load=st.sampled_from(Load),
)
def test_no_exercise_grows_from_one_taper_week_to_the_next(
    sets: list[list[int]], race: Race, ahead: int, load: Load
):
    season = a_season(a_stretch(build=0, eased=2 + ahead // 7), race_in=7 + ahead)
    done: list[dict[tuple[Day, str], int]] = []
    for when in season[:2]:
        week = drafted(sets, load=load)
        week[0].lines = tuple(
            replace(line, pick=a_line(line.pick.form.name, load=Load.LOW).pick)
            for line in week[0].lines
        )
        taper(week, race, when, ())
        done.append(
            {
                (draft.slot.day, line.pick.form.name): line.sets
                for draft in week
                for line in draft.lines
            }
        )
    first, second = done
    # What moves to a session that would be too short has a set there.
    assert all(number <= first.get(line, 1) for line, number in second.items())


@given(
    sets=weeks,
    load=st.sampled_from(Load),
    race=st.sampled_from((Race.FIVE_K, Race.HALF, Race.MARATHON)),
    ahead=st.integers(2, 13),
)
def test_no_exercise_has_more_sets_in_a_taper_nor_another_session(
    sets: list[list[int]], load: Load, race: Race, ahead: int
):
    week = drafted(sets, load=load)
    first = week[0]
    first.lines = tuple([line for line in first.lines if not line.main_lift])
    before = by_exercise(week)
    taper(week, race, taper_week(ahead), ())
    for id_, now in by_exercise(week).items():
        assert len(now) <= len(before[id_])
        assert sum(now) <= sum(before[id_])


def by_exercise(week: Drafts) -> dict[str, list[int]]:
    """The sets of each session that has an exercise, under its id."""
    found: dict[str, list[int]] = {}
    for draft in week:
        for line in draft.lines:
            found.setdefault(line.pick.exercise.id, []).append(line.sets)
    return found


@given(sets=weeks, place=st.sampled_from((0, 1)), race=st.sampled_from(Race))
def test_a_taper_has_at_most_59_percent_of_the_sets(sets: list[list[int]], place: int, race: Race):
    week = drafted(sets)
    full = week_sets(week)
    taper(week, race, taper_week(20, place), ())
    assert week_sets(week) <= 0.59 * full


@given(sets=weeks)
def test_the_first_taper_week_has_at_least_40_percent_of_the_sets(sets: list[list[int]]):
    week = drafted(sets)
    full = week_sets(week)
    taper(week, Race.MARATHON, taper_week(20), ())
    assert week_sets(week) >= 0.4 * full


@pytest.mark.parametrize(
    ("sets", "left"),
    [
        pytest.param([4, 3, 3], "squat 0 2, hinge 1 2, calf 2 1", id="sets"),
        pytest.param([1, 1, 1], "squat 0 1, hinge 1 1, calf 2 1", id="and no exercises"),
    ],
)
def test_a_session_alone_before_the_race_loses_sets(sets: list[int], left: str):
    alone = session(Day.MON, *some_lines(sets, load=Load.LOW))
    week = [alone, session(Day.FRI, a_line("late", sets=9))]
    taper(week, Race.FIVE_K, taper_week(race_in=5), ())
    assert shown(week) == left


def race_week() -> SeasonWeek:
    """A week that is all of its block, with the race on its Sunday."""
    return a_season(a_stretch(build=0, eased=1), race_in=6)[0]


@pytest.mark.parametrize(
    ("last", "left"),
    [
        pytest.param(Day.FRI, "squat 2, row 1, light hinge 1, core 1", id="two days before it"),
        pytest.param(Day.WED, "squat 2, row 1, light hinge 1, core 1", id="four days before it"),
        pytest.param(Day.TUE, "squat 2, row 1, hinge 2, core 1", id="in full five days before"),
    ],
)
def test_the_week_of_the_race_has_two_sets_of_a_lift_and_ends_lightly_with_one(
    last: Day, left: str
):
    row = a_line("row", sets=6, pattern=Pattern.PULL, load=Load.LOW, role=Role.ACCESSORY)
    core = a_line("core", sets=6, pattern=Pattern.ANTI_EXTENSION, load=Load.LOW, role=Role.CORE)
    week = [
        session(Day.MON, a_line("squat", sets=3, load=Load.MEDIUM), row),
        session(last, a_line("hinge", sets=3, pattern=Pattern.HINGE, load=Load.MEDIUM), core),
    ]
    taper(week, Race.TEN_K, race_week(), ())
    lines = [line for draft in week for line in draft.lines]
    names = [f"{'light ' * line.light}{line.pick.form.name} {line.sets}" for line in lines]
    assert ", ".join(names) == left


@pytest.mark.parametrize(
    ("race", "days", "left"),
    [
        pytest.param(Race.FIVE_K, 5, "whole", id="5k, five days before"),
        pytest.param(Race.FIVE_K, 4, "light", id="5k, four days before"),
        pytest.param(Race.TEN_K, 5, "whole", id="10k, five days before"),
        pytest.param(Race.TEN_K, 4, "light", id="10k, four days before"),
        pytest.param(Race.HALF, 6, "whole", id="half, six days before"),
        pytest.param(Race.HALF, 5, "light", id="half, five days before"),
        pytest.param(Race.MARATHON, 6, "light", id="marathon, in all of its week"),
    ],
)
def test_a_lift_is_light_with_one_set_in_every_session_of_the_last_days_before_the_race(
    race: Race, days: int, left: str
):
    squat = a_line("squat", sets=2, load=Load.MEDIUM)
    week = [session(Day.MON, squat, LATE_ROW), session(Day.TUE, *BIG_MONDAY)]
    taper(week, race, taper_week(days), ())
    [squat] = [line for line in week[0].lines if line.main_lift]
    assert (state(week, "squat"), squat.sets) == (left, 1 if left == "light" else 2)


BIG_MONDAY = [a_line(f"row {place}", sets=9, pattern=Pattern.PULL) for place in range(3)]
"""So many sets that the week of the race has room for all of its last session."""


def one(name: str, pattern: Pattern, **changes: Any) -> Line:
    return a_line(name, sets=1, **({"pattern": pattern, "load": Load.LOW} | changes))


LAST_SQUAT = one("squat", Pattern.SQUAT, load=Load.MEDIUM)
LAST_CALF = one("calf", Pattern.CALF, role=Role.ACCESSORY)
LAST_SIDE = one("side", Pattern.ABDUCTION, role=Role.PREHAB)
LAST_ROW = one("row", Pattern.PULL, role=Role.ACCESSORY)
LAST_PUSH = one("push", Pattern.PUSH, role=Role.CORE)
LAST_CORE = one("core", Pattern.EXTENSION, role=Role.CORE)
OTHER_CALF = one("other calf", Pattern.CALF, role=Role.ACCESSORY)
LAST_FEET = one("feet", Pattern.FOOT, role=Role.PREHAB)
LAST_CURL = one("curl", Pattern.HINGE, role=Role.ACCESSORY, load=Load.MEDIUM)
LAST_HINGE = one("hinge", Pattern.HINGE, load=Load.MEDIUM)
DEEP = a_line("deep", sets=2, load=Load.MEDIUM)
SHALLOW = replace(DEEP, pick=replace(a_line("shallow").pick, exercise=DEEP.pick.exercise))
SORE_FEET = one("sore feet", Pattern.FOOT, role=Role.PREHAB, first_line=(Niggle.PLANTAR,))


ROW = a_line("row", sets=2, pattern=Pattern.PULL, load=Load.LOW, role=Role.ACCESSORY)


LONG_ROW = replace(ROW, at=100)


SQUAT = a_line("squat", sets=3, load=Load.MEDIUM)


CALF = a_line("calf", sets=2, pattern=Pattern.CALF, load=Load.LOW)


HOPS = a_line("hops", sets=4, load=Load.MEDIUM, contacts=1)


FEET = a_line("feet", sets=2, pattern=Pattern.FOOT, load=Load.LOW, role=Role.PREHAB)


SIDE = a_line("side", sets=2, pattern=Pattern.ABDUCTION, load=Load.LOW, role=Role.PREHAB)


MANY_LIFTS = [a_line(name, load=Load.HIGH) for name in ("squat", "lunge", "hinge", "swing")]
"""One lift more than count as light, and so more than may stand in the week of a half marathon."""


@pytest.mark.parametrize(
    ("monday", "thursday", "left"),
    [
        pytest.param([SQUAT, CALF, FEET], [HOPS, ROW], "row, feet", id="what was dropped"),
        pytest.param(MANY_LIFTS, [HOPS, ROW], "row, light swing", id="a lift, light"),
        pytest.param([SQUAT, CALF], [HOPS, ROW], "row", id="nothing that stands where it stood"),
        pytest.param([SQUAT, CALF, FEET], [HOPS, LONG_ROW], "row", id="nothing where it is long"),
        pytest.param([SQUAT, HOPS], [HOPS, ROW], "row", id="no jump"),
        pytest.param(
            [SQUAT, CALF, LAST_PUSH, SIDE],
            [HOPS, ROW],
            "row, side",
            id="the last of more than three",
        ),
        pytest.param(
            [SQUAT, CALF, LAST_HINGE, one("lunge", Pattern.LUNGE)],
            [HOPS, ROW],
            "row",
            id="no main work",
        ),
    ],
)
def test_a_session_that_the_race_leaves_too_short_takes_what_others_lost(
    monday: list[Line], thursday: list[Line], left: str
):
    week = [session(Day.MON, *monday), session(Day.THU, *thursday)]
    taper(week, Race.HALF, race_week(), ())
    kept = [f"{'light ' * line.light}{line.pick.form.name}" for line in week[1].lines]
    assert ", ".join(kept) == left


def test_what_has_no_room_in_a_short_session_does_not_come_to_it():
    short = replace(session(Day.THU, HOPS, ROW), limit=5)
    week = [session(Day.MON, SQUAT, CALF, LAST_PUSH, SIDE), short]
    taper(week, Race.HALF, race_week(), ())
    assert names(week)[1] == ["row"]


def test_no_jump_comes_to_a_short_session():
    jump = a_line("jump", sets=4, contacts=1, role=Role.POWER, pattern=Pattern.PLYOMETRIC)
    week = [session(Day.WED, ROW), session(Day.FRI, jump)]
    taper(week, Race.TEN_K, race_week(), ())
    assert names(week) == [["row"], []]


def test_of_two_forms_of_an_exercise_that_which_went_comes_to_a_short_session():
    week = [
        session(Day.MON, DEEP, *BIG_MONDAY),
        session(Day.WED, LAST_CORE),
        session(Day.FRI, SHALLOW),
    ]
    taper(week, Race.HALF, race_week(), ())
    assert names(week)[1] == ["core", "shallow"]


def test_what_others_lost_comes_to_it_as_far_as_59_percent_of_the_sets_allow():
    monday = [replace(line, sets=1) for line in (SQUAT, CALF, ROW, FEET, SIDE)]
    thursday = [LAST_CORE, LAST_PUSH]
    week = [session(Day.MON, *monday), session(Day.THU, replace(HOPS, sets=5), *thursday)]
    taper(week, Race.HALF, race_week(), ())
    assert names(week) == [["squat", "calf", "row", "side"], ["core", "push", "feet"]]


def test_no_session_is_left_with_two_exercises_while_another_has_four():
    monday = [LAST_SQUAT, LAST_CALF, LAST_ROW, LAST_PUSH, LAST_SIDE]
    friday = [LAST_HINGE, OTHER_CALF, LAST_CORE]
    week = [session(Day.MON, *monday), session(Day.FRI, replace(HOPS, sets=4), *friday)]
    taper(week, Race.TEN_K, race_week(), ())
    assert names(week) == [["squat", "calf", "row"], ["hinge", "other calf", "core"]]


def test_of_two_sessions_with_as_many_exercises_the_later_loses_one():
    monday = [LAST_SQUAT, LAST_CALF, LAST_ROW, LAST_SIDE]
    friday = [LAST_HINGE, OTHER_CALF, LAST_PUSH, LAST_CORE]
    week = [session(Day.MON, *monday), session(Day.FRI, replace(HOPS, sets=6), *friday)]
    taper(week, Race.TEN_K, race_week(), ())
    assert names(week) == [["squat", "calf", "row", "side"], ["hinge", "other calf", "push"]]


def test_in_the_last_session_no_more_lifts_stay_than_count_as_light_and_main_ones_last():
    lifts = [
        a_line("calf", sets=1, load=Load.MEDIUM, pattern=Pattern.CALF),
        a_line("curl", sets=1, load=Load.MEDIUM, pattern=Pattern.HINGE, role=Role.ACCESSORY),
        a_line("wall sit", sets=1, load=Load.MEDIUM, pattern=Pattern.ABDUCTION),
        a_line("squat", sets=1, load=Load.HIGH),
    ]
    full = [a_line(f"row {place}", sets=4, pattern=Pattern.PULL) for place in range(3)]
    week = [session(Day.MON, *full), session(Day.FRI, *lifts)]
    taper(week, Race.TEN_K, race_week(), ())
    left = [(line.pick.form.name, line.light) for line in week[-1].lines]
    assert left == [("calf", True), ("wall sit", True), ("squat", True)]


def longer(lines: list[Line]) -> list[Line]:
    return [replace(line, at=40) for line in lines]


@pytest.mark.parametrize(
    ("lines", "left"),
    [
        pytest.param(
            [LAST_SQUAT, LAST_CALF, LAST_ROW, LAST_SIDE, LAST_PUSH],
            "squat, calf, row, side, push",
            id="five as they are",
        ),
        pytest.param(
            [LAST_SQUAT, LAST_CALF, LAST_ROW, LAST_SIDE, LAST_PUSH, LAST_FEET],
            "squat, calf, row, side, push",
            id="of six all but the last",
        ),
        pytest.param(
            [LAST_SQUAT, LAST_CURL, LAST_CALF, LAST_ROW, LAST_SIDE, LAST_PUSH],
            "squat, calf, row, side, push",
            id="of six all but another lift",
        ),
        pytest.param(
            [LAST_SQUAT, LAST_HINGE, LAST_CALF, LAST_ROW, LAST_SIDE, LAST_PUSH],
            "squat, hinge, calf, row, side",
            id="a main lift before what does not load the legs",
        ),
        pytest.param(
            longer([LAST_SQUAT, LAST_CALF, LAST_ROW, LAST_SIDE, LAST_PUSH]),
            "squat, calf, side",
            id="a lift, calves and hips where they are long",
        ),
        pytest.param(
            longer([LAST_SQUAT, LAST_CALF, LAST_SIDE]),
            "squat, calf, side",
            id="three however long",
        ),
        pytest.param(
            [LAST_SQUAT, LAST_CALF, LAST_ROW, LAST_SIDE, LAST_PUSH, SORE_FEET],
            "squat, calf, row, side, sore feet",
            id="what helps a sore spot before the rest",
        ),
    ],
)
def test_the_last_session_before_the_race_is_a_short_one_with_something_of_each_kind(
    lines: list[Line], left: str
):
    week = [session(Day.MON, *BIG_MONDAY), session(Day.FRI, *lines)]
    taper(week, Race.TEN_K, race_week(), ())
    assert ", ".join(names(week)[-1]) == left


def test_where_the_last_session_loses_a_main_lift_no_accessory_keeps_two_sets():
    lines = longer([LAST_SQUAT, LAST_HINGE, LAST_CALF, LAST_SIDE])
    week = [session(Day.MON, *BIG_MONDAY, replace(ROW, sets=9)), session(Day.FRI, *lines)]
    taper(week, Race.TEN_K, race_week(), ())
    assert [line.sets for line in week[0].lines if not line.main] == [1]


def test_a_session_five_days_before_the_race_stays_long():
    lines = longer([LAST_SQUAT, LAST_CALF, LAST_ROW, LAST_SIDE, LAST_PUSH])
    week = [session(Day.MON, *BIG_MONDAY), session(Day.TUE, *lines)]
    taper(week, Race.TEN_K, race_week(), ())
    assert names(week)[-1] == ["squat", "calf", "row", "side", "push"]


def test_the_main_lift_that_comes_to_the_first_session_is_one_that_another_lost():
    week = [session(Day.MON, *BIG_MONDAY), session(Day.WED, DEEP), session(Day.FRI, SHALLOW)]
    taper(week, Race.HALF, race_week(), ())
    assert [line.pick.form.name for line in week[0].lines if line.main_lift] == ["shallow"]


@given(sets=weeks)
def test_a_second_taper_week_has_no_more_than_the_first(sets: list[list[int]]):
    left = []
    for place in (0, 1):
        week = drafted(sets)
        taper(week, Race.HALF, taper_week(20, place), ())
        left.append(week_sets(week))
    assert left[1] <= left[0]


LAST_DAYS = [
    (Race.FIVE_K, "high", 5, "whole", "light"),
    (Race.TEN_K, "high", 6, "whole", "light"),
    (Race.HALF, "high", 8, "whole", "light"),
    (Race.MARATHON, "high", 10, "whole", "light"),
    (Race.FIVE_K, "jumps", 4, "whole", "gone"),
    (Race.TEN_K, "jumps", 4, "whole", "gone"),
    (Race.HALF, "jumps", 7, "whole", "gone"),
    (Race.MARATHON, "jumps", 10, "whole", "gone"),
    (Race.FIVE_K, "medium", 2, "light", "gone"),
    (Race.TEN_K, "medium", 2, "light", "gone"),
    (Race.HALF, "medium", 3, "light", "gone"),
    (Race.MARATHON, "medium", 5, "light", "light"),
    (Race.FIVE_K, "low", 2, "whole", "gone"),
    (Race.TEN_K, "low", 2, "whole", "gone"),
    (Race.HALF, "low", 3, "whole", "gone"),
    (Race.MARATHON, "low", 3, "whole", "gone"),
    (Race.FIVE_K, "slow", 4, "light", "gone"),
    (Race.TEN_K, "slow", 4, "light", "gone"),
    (Race.HALF, "slow", 4, "light", "gone"),
    (Race.TEN_K, "lunge", 4, "light", "gone"),
]
"""The last day before each race for each kind of work, what it is then, and a day later."""


KINDS: dict[str, dict[str, Any]] = {
    "high": {"load": Load.HIGH},
    "medium": {"load": Load.MEDIUM},
    "low": {"load": Load.LOW},
    "slow": {"load": Load.MEDIUM, "seconds_per_rep": 5.0},
    "lunge": {"load": Load.MEDIUM, "pattern": Pattern.LUNGE},
    "jumps": {"load": Load.LOW, "contacts": 1, "pattern": Pattern.PLYOMETRIC},
}


def state(week: Drafts, name: str) -> str:
    """What has become of the exercise of that name."""
    for draft in week:
        for line in draft.lines:
            if line.pick.form.name == name:
                return "light" if line.light else "whole"
    return "gone"


@pytest.mark.parametrize(
    ("race", "kind", "days", "then", "later"),
    LAST_DAYS,
    ids=[f"{kind} before {race}" for race, kind, *_ in LAST_DAYS],
)
def test_the_last_work_before_a_race(race: Race, kind: str, days: int, then: str, later: str):
    """R36 to R38: what stands on the last day that is allowed stays, light in the last days of all
    (R35b); a day later it is done light, where that is light enough, else it goes.
    """
    states = []
    for left in (days, days - 1):
        other = a_line("other", sets=9, load=Load.LOW)
        week = [session(Day.MON, a_line("it", sets=9, **KINDS[kind])), session(Day.MON, other)]
        taper(week, race, taper_week(left), ())
        states.append(state(week, "it"))
    assert states == [then, later]


def squats(**changes: Any) -> Line:
    return a_line("squat", sets=4, load=Load.LOW, **changes)


LIGHT_LIFTS = (
    light("squat", Pattern.SQUAT),
    light("hinge", Pattern.HINGE),
    light("row", Pattern.PULL),
)
"""As many as count as light."""


LATE_ROW = a_line("late", sets=9, pattern=Pattern.PULL, role=Role.ACCESSORY, load=Load.LOW)


LATE = {"contacts": 1}
"""What no half marathon has in its last six days."""


@pytest.mark.parametrize(
    ("week", "left"),
    [
        pytest.param(
            [session(Day.MON, squats()), session(Day.FRI, relief())],
            "squat, relief",
            id="to an earlier session",
        ),
        pytest.param(
            [
                session(Day.MON, squats()),
                session(Day.FRI, relief()),
                session(Day.SAT, relief("feet", first_line=(Niggle.PLANTAR,))),
            ],
            "squat, relief, feet",
            id="that of every session",
        ),
        pytest.param(
            [session(Day.MON, squats()), session(Day.TUE, relief())],
            "squat, relief",
            id="only what is too near",
        ),
        pytest.param(
            [session(Day.MON), session(Day.FRI, relief())], "", id="not to a session that is none"
        ),
        pytest.param(
            [
                session(Day.MON, squats(), row("row", 4), relief("other")),
                session(Day.FRI, relief(), LATE_ROW),
            ],
            "squat, row, other",
            id="not where it has some",
        ),
        pytest.param(
            [session(Day.MON, squats(family="one")), session(Day.FRI, relief(family="one"))],
            "squat",
            id="not beside its family",
        ),
        pytest.param(
            [session(Day.MON, squats(), load=Load.LOW), session(Day.FRI, relief(load=Load.MEDIUM))],
            "squat",
            id="not over the load",
        ),
        pytest.param(
            [
                session(Day.MON, squats(), load=Load.MEDIUM),
                session(Day.FRI, relief(load=Load.MEDIUM)),
            ],
            "squat, relief",
            id="up to the load",
        ),
        pytest.param(
            [session(Day.MON, squats()), session(Day.FRI, relief(**LATE))],
            "squat",
            id="not where it is too late for it",
        ),
        pytest.param(
            [
                session(Day.MON, *LIGHT_LIFTS, load=Load.MEDIUM),
                session(
                    Day.FRI, light("relief", Pattern.PUSH, first_line=(Niggle.SHIN,)), LATE_ROW
                ),
            ],
            "squat, hinge, row",
            id="not where it is one light lift too many",
        ),
        pytest.param(
            [
                session(Day.MON, *LIGHT_LIFTS),
                session(
                    Day.FRI, light("relief", Pattern.PUSH, first_line=(Niggle.SHIN,)), LATE_ROW
                ),
            ],
            "squat, hinge, row",
            id="nor where that is too many for a day so near to the race",
        ),
    ],
)
def test_first_line_work_that_stands_too_near_to_the_race_moves(week: Drafts, left: str):
    eased = deepcopy(week)
    taper(eased, Race.HALF, taper_week(6), ())
    assert ", ".join(name for session in names(eased) for name in session) == left


SOME = [row(f"row {number}") for number in range(6)]


@pytest.mark.parametrize(
    ("week", "race_in", "left"),
    [
        pytest.param(
            [session(Day.MON, *SOME, MUCH), session(Day.SUN, relief(), row("late", 4))],
            8,
            (False, 10),
            id="in the first of two weeks that would have too few sets",
        ),
        pytest.param(
            [session(Day.MON, *SOME, MUCH), session(Day.SUN, relief())],
            8,
            (True, 7),
            id="but not where the week still has enough",
        ),
        pytest.param(
            [session(Day.MON, *SOME, MUCH), session(Day.FRI, relief(), row("late", 4))],
            6,
            (True, 7),
            id="nor in an only week, which may have any number",
        ),
        pytest.param(
            [
                session(Day.MON, row("row", 2), row("pull", 2)),
                session(Day.SUN, relief(), row("late", 13)),
            ],
            8,
            (True, 5),
            id="nor where all that may stand is less than the share",
        ),
    ],
)
def test_first_line_work_stays_out_where_it_would_cost_too_many_sets(
    week: Drafts, race_in: int, left: tuple[bool, int]
):
    eased = deepcopy(week)
    taper(eased, Race.HALF, taper_week(race_in), ())
    there = "relief" in [name for session in names(eased) for name in session]
    assert (there, week_sets(eased)) == left


def test_of_two_exercises_that_cost_too_many_sets_only_the_last_stays_out():
    both = (relief(), relief("arch", first_line=(Niggle.PLANTAR,)))
    week = [session(Day.MON, *SOME[:5], MUCH), session(Day.SUN, *both, row("late", 4))]
    taper(week, Race.HALF, taper_week(8), ())
    assert (names(week)[0][6:], week_sets(week)) == (["relief"], 10)


@pytest.mark.parametrize(
    ("role", "left"),
    [
        pytest.param(Role.PREHAB, "squat 4, relief 1", id="one set will do"),
        pytest.param(Role.MAIN, "squat 4, relief 3", id="a main lift keeps its sets"),
    ],
)
def test_how_many_sets_of_first_line_work_move(role: Role, left: str):
    work = a_line("relief", sets=3, role=role, pattern=Pattern.PUSH, first_line=(Niggle.SHIN,))
    week = [session(Day.MON, squats()), session(Day.SUN, work, row("late", 9))]
    taper(week, Race.HALF, taper_week(8), ())
    assert shown(week) == left


def test_where_first_line_work_is_one_exercise_too_many_another_goes_and_the_rest_keep_their_sets():
    week = [session(Day.MON, MUCH, *SOME), session(Day.SUN, relief(), row("late", 20))]
    taper(week, Race.HALF, taper_week(8), ())
    assert shown(week) == "feet 9, row 0 1, row 1 1, row 2 1, row 3 1, row 4 1, relief 1"


def test_first_line_work_moves_to_no_session_where_the_week_keeps_some():
    week = [
        session(Day.MON, squats(), relief("other")),
        session(Day.SUN, relief(), row("late", 9)),
    ]
    taper(week, Race.HALF, taper_week(8), ())
    assert shown(week) == "squat 4, other 1"


def as_form(line: Line, name: str) -> Line:
    """The line in another form of its exercise, which has that name."""
    return replace(line, pick=replace(line.pick, form=replace(line.pick.form, name=name)))


@pytest.mark.parametrize(
    ("early", "lifts", "known", "left"),
    [
        pytest.param(
            session(Day.MON, row("row", 9)),
            (lift(),),
            (),
            "row, squat",
            id="of the week",
        ),
        pytest.param(
            session(Day.MON, row("row", 9)),
            (),
            (lift("box squat"),),
            "row",
            id="none that only earlier weeks had",
        ),
        pytest.param(
            session(Day.MON, row("row", 9), lift("hinge", pattern=Pattern.HINGE)),
            (lift(),),
            (),
            "row, hinge",
            id="none more where it has one",
        ),
        pytest.param(
            session(Day.MON, row("row", 9), load=Load.LOW),
            (lift(),),
            (),
            "row, light squat",
            id="light, where its day is",
        ),
        pytest.param(
            session(Day.MON, row("row", 9), load=Load.LOW),
            (lift(load=Load.HIGH),),
            (as_form(lift(), "box squat"),),
            "row, light box squat",
            id="an easier one of before, where that is not enough",
        ),
        pytest.param(session(Day.MON), (lift(),), (), "", id="not in a session that is none"),
        pytest.param(
            session(Day.MON, row("row", 9), row("pull", 9)),
            (a_line("calf", pattern=Pattern.CALF),),
            (),
            "row, pull",
            id="calves are no lift",
        ),
    ],
)
def test_the_earliest_session_keeps_a_main_lift(
    early: Draft, lifts: tuple[Line, ...], known: tuple[Line, ...], left: str
):
    week = [deepcopy(early), session(Day.FRI, *lifts)]
    taper(week, Race.HALF, taper_week(6), known)
    kept = [
        f"light {line.pick.form.name}" if line.light else line.pick.form.name
        for draft in week
        for line in draft.lines
    ]
    assert ", ".join(kept) == left


def test_what_moves_is_as_heavy_as_in_a_usual_week():
    early, late = session(Day.MON, row("row", 9)), session(Day.FRI, light("squat", Pattern.SQUAT))
    usual = [deepcopy(early), session(Day.FRI, lift(sets=1))]
    taper([early, late], Race.HALF, taper_week(6), (), usual=usual)
    assert [(line.pick.form.name, line.light) for line in early.lines[1:]] == [("squat", False)]


@pytest.mark.parametrize(
    ("kit", "harder"),
    [
        pytest.param((), None, id="without its kit none"),
        pytest.param((Kit.BACKPACK,), "backpack squat", id="with it the same"),
    ],
)
def test_a_lift_on_another_day_has_the_harder_form_that_its_kit_allows(
    kit: tuple[Kit, ...], harder: str | None
):
    squats = lift(harder=a_pick("backpack squat", kit=(Kit.BACKPACK,)))
    monday = replace(session(Day.MON, row("row", 9)), kit=kit)
    taper([monday, session(Day.FRI, squats)], Race.HALF, taper_week(6), ())
    kept = monday.lines[-1].pick.harder
    assert (kept and kept.form.name) == harder


@pytest.mark.parametrize(
    ("runs", "reserve"),
    [
        pytest.param({}, 3, id="else as it is"),
        pytest.param({"runs": (Runs(long=(Day.TUE,)),)}, 4, id="on the day before"),
        pytest.param({"usual": Runs(long=(Day.SUN,))}, 4, id="on the day after"),
    ],
)
def test_a_lift_that_a_session_beside_a_long_run_keeps_leaves_the_legs_fresh(
    runs: dict[str, Any], reserve: int
):
    monday = session(Day.MON, row("row", 9))
    [when] = replace(taper_week(6).season, **runs)
    taper([monday, session(Day.FRI, lift(rir=3))], Race.HALF, when, ())
    assert monday.lines[-1].rir == reserve


def test_a_lift_made_light_has_two_sets_and_four_in_reserve():
    week = [session(Day.MON, lift(load=Load.HIGH, sets=3, rir=1), row("row", 9))]
    taper(week, Race.HALF, taper_week(7), ())
    [squat, _] = week[0].lines
    assert (squat.light, squat.sets, squat.rir) == (True, 2, 4)


def test_no_more_than_three_lifts_become_light():
    names_ = ("squat", "lunge", "hinge", "swing")
    week = [session(Day.MON, *[lift(name, load=Load.HIGH) for name in names_])]
    taper(week, Race.HALF, taper_week(7, place=0), ())
    assert [line.light for line in week[0].lines] == [True] * 3


def test_main_lifts_become_light_before_accessories():
    step_up = lift("step-up", load=Load.HIGH, role=Role.ACCESSORY)
    lifts = [lift(name, load=Load.HIGH) for name in ("squat", "lunge", "hinge")]
    week = [session(Day.MON, step_up, *lifts), session(Day.SUN, row("too late", 9))]
    taper(week, Race.HALF, taper_week(7), ())
    assert shown(week) == "squat 2, lunge 2, hinge 2"


def test_of_a_light_week_near_the_race_the_last_light_lift_goes_where_four_would_count_in_full():
    lunge = light("lunge", Pattern.LUNGE)
    week = [session(Day.MON, *LIGHT_LIFTS, lunge, row("pull")), session(Day.SUN, LATE_ROW)]
    taper(week, Race.HALF, taper_week(7), ())
    assert shown(week) == "squat 1, hinge 1, row 1, pull 1"


@pytest.mark.parametrize(
    ("sets", "left"),
    [
        pytest.param(3, "squat 2, row 1, pull 1", id="it loses one"),
        pytest.param(2, "squat 2, row 2, pull 2", id="it keeps them"),
    ],
)
def test_where_a_lift_loses_a_set_by_being_light_no_accessory_keeps_two(sets: int, left: str):
    week = [
        session(Day.MON, lift(load=Load.HIGH, sets=sets), row("row", 2), row("pull", 2)),
        session(Day.SUN, row("too late", 9)),
    ]
    taper(week, Race.HALF, taper_week(7), ())
    assert shown(week) == left


def eased_monday(load: Load, race: Race, stretch: Stretch, race_in: int) -> Load:
    """What is left of a Monday's load in the stretch, the race so many days after its first day."""
    layout = a_layout({Day.MON: load})
    [slot] = before_race(layout, race, a_season(stretch, race_in), stretch)
    return slot.load


def test_a_race_week_may_have_no_session_at_all():
    week = drafted([[2, 2], [2, 2]])
    taper(week, Race.MARATHON, taper_week(2), ())
    assert week_sets(week) == 0


@pytest.mark.parametrize(
    ("race", "ahead", "load"),
    [
        (Race.FIVE_K, 5, Load.HIGH),
        (Race.FIVE_K, 4, Load.MEDIUM),
        (Race.FIVE_K, 1, Load.LOW),
        (Race.MARATHON, 10, Load.HIGH),
        (Race.MARATHON, 9, Load.MEDIUM),
        (Race.MARATHON, 5, Load.MEDIUM),
        (Race.MARATHON, 4, Load.LOW),
    ],
)
def test_a_build_week_near_the_race_is_laid_out_for_less_load(race: Race, ahead: int, load: Load):
    assert eased_monday(Load.HIGH, race, a_stretch(build=1), race_in=ahead) == load


@pytest.mark.parametrize(
    ("race", "build", "race_in", "load"),
    [
        pytest.param(Race.TEN_K, 3, 14 + 6, Load.HIGH, id="its last build week is far enough"),
        pytest.param(Race.TEN_K, 3, 14 + 5, Load.MEDIUM, id="its last build week is too near"),
        pytest.param(
            Race.MARATHON, 6, 35 + 10, Load.HIGH, id="far enough, with the race in the taper"
        ),
        pytest.param(
            Race.MARATHON, 6, 35 + 9, Load.MEDIUM, id="too near, with the race in the taper"
        ),
        pytest.param(Race.MARATHON, 0, 9, Load.MEDIUM, id="without a build week its first week"),
    ],
)
def test_all_weeks_of_a_stretch_are_laid_out_like_its_last_build_week(
    race: Race, build: int, race_in: int, load: Load
):
    assert eased_monday(Load.HIGH, race, a_stretch(build=build), race_in) == load


def test_near_the_race_no_day_gets_more_load_than_it_had():
    assert eased_monday(Load.LOW, Race.FIVE_K, a_stretch(build=1), race_in=4) is Load.LOW


def test_near_the_race_every_slot_keeps_its_number_and_its_day():
    layout = a_layout({Day.TUE: Load.HIGH, Day.THU: Load.LOW, Day.SAT: Load.HIGH})
    stretch = a_stretch(build=1)
    eased = before_race(layout, Race.MARATHON, a_season(stretch, race_in=8), stretch)
    assert [(slot.number, slot.day) for slot in eased] == [(1, Day.TUE), (2, Day.THU), (3, Day.SAT)]


LAST_DAY = {(race, kind): days for race, kind, days, *_ in LAST_DAYS}


def kinds(session: Session) -> set[str]:
    """What of it has a last day before the race."""
    jumps = any(exercise.contacts for exercise in session.exercises)
    loads = {exercise.load.value for exercise in session.exercises}
    return loads | ({"jumps"} if jumps else set())


@drawn
@given(athlete=athletes(), ahead=st.integers(0, 120))
def test_of_anybodys_block_no_work_stands_too_near_to_the_race(athlete: Athlete, ahead: int):
    assume(athlete.race is not Race.NONE)
    race_day = MONDAY + timedelta(days=ahead)
    athlete = replace(athlete, race_date=race_day)
    late = []
    for week in plan_block(athlete, CATALOGUE, plan_season(athlete, MONDAY)):
        for one in week.sessions:
            for kind in kinds(one):
                if (race_day - one.date).days < LAST_DAY[athlete.race, kind]:
                    late.append((week.number, one.day, kind))
    assert late == []
