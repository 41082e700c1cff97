"""A full week made easier: the deload's depth, the taper's, and the last days before a race."""

from collections.abc import Callable
from copy import deepcopy
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from strategies import (
    CATALOGUE,
    KITS,
    MONDAY,
    a_layout,
    a_line,
    a_season,
    a_stretch,
    athletes,
    drawn,
)

from befit_cli.planning.draft import Draft, Drafts, Line, week_sets
from befit_cli.planning.easing import before_race, deload, taper
from befit_cli.planning.planner import plan_block
from befit_cli.planning.season import plan_season
from befit_cli.values import (
    Athlete,
    Day,
    Level,
    Load,
    Niggle,
    Pattern,
    Race,
    Role,
    Season,
    SeasonWeek,
    Session,
    Stretch,
    Week,
)

PATTERNS = (
    Pattern.SQUAT,
    Pattern.HINGE,
    Pattern.CALF,
    Pattern.PULL,
    Pattern.ABDUCTION,
    Pattern.ANTI_EXTENSION,
)


def session(day: Day, *lines: Line, load: Load = Load.HIGH) -> Draft:
    [slot] = a_layout({day: load})
    return Draft(slot=slot, limit=60, waiting=[], lines=list(lines))


def some_lines(sets: list[int], **changes: Any) -> list[Line]:
    return [
        a_line(f"{pattern} {place}", sets=number, pattern=pattern, **changes)
        for place, (number, pattern) in enumerate(zip(sets, PATTERNS * 2, strict=False))
    ]


weeks = st.lists(st.lists(st.integers(1, 4), min_size=2, max_size=7), min_size=2, max_size=3)


def drafted(sets: list[list[int]], **changes: Any) -> Drafts:
    """Sessions from Monday on, every second day, with so many sets of each exercise."""
    return [
        session(day, *some_lines(numbers, **changes))
        for day, numbers in zip(list(Day)[::2], sets, strict=False)
    ]


def taper_week(race_in: int, place: int = 0) -> SeasonWeek:
    """A week of a taper, the first or a later one, the race so many days after its Monday."""
    race_in += 7 * place
    return a_season(a_stretch(build=0, eased=race_in // 7 + 1), race_in)[place]


def names(week: Drafts) -> list[list[str]]:
    return [[line.pick.form.name for line in draft.lines] for draft in week]


def shown(week: Drafts) -> str:
    return ", ".join(f"{line.pick.form.name} {line.sets}" for draft in week for line in draft.lines)


@given(sets=weeks)
def test_a_deload_has_50_to_70_percent_of_the_sets(sets: list[list[int]]):
    week = drafted(sets)
    full = week_sets(week)
    deload(week)
    assert 0.5 * full <= week_sets(week) <= 0.7 * full


@pytest.mark.parametrize(
    ("sets", "left"),
    [([[2], [1]], 2), ([[1], [1]], 1), ([[3, 2], [3, 2]], 6), ([[4, 4], [4, 4, 4]], 12)],
)
def test_a_deload_has_about_60_percent_and_never_under_half(sets: list[list[int]], left: int):
    week = drafted(sets)
    deload(week)
    assert week_sets(week) == left


@given(sets=weeks)
def test_a_deload_keeps_one_repetition_more_in_reserve(sets: list[list[int]]):
    week = drafted(sets, rir=3)
    deload(week)
    assert {line.rir for draft in week for line in draft.lines} == {4}


def test_what_has_no_reserve_gets_none_in_a_deload():
    week = drafted([[4, 4], [4, 4]], rir=None)
    deload(week)
    assert {line.rir for draft in week for line in draft.lines} == {None}


EASINGS = {
    "deload": deload,
    "taper": lambda week: taper(week, Race.HALF, taper_week(20)),
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
                for name, pattern in (("push", Pattern.PUSH), ("row", Pattern.PULL))
            ),
            "row 1",
            id="what is not needed goes before what is",
        ),
    ],
)
def test_what_a_deload_takes(lines: tuple[Line, ...], left: str):
    week = [session(Day.TUE, *lines)]
    deload(week)
    assert shown(week) == left


def test_a_deload_takes_from_long_sessions_before_short_ones():
    week = [
        session(Day.MON, *some_lines([3, 3])),
        session(Day.WED, a_line("calf", sets=3, pattern=Pattern.CALF)),
    ]
    deload(week)
    assert [draft.sets for draft in week] == [3, 2]


def test_first_line_work_goes_last_where_each_has_only_one_set():
    squat, row = (
        a_line("squat", sets=1),
        a_line("row", sets=1, pattern=Pattern.PULL, role=Role.ACCESSORY),
    )
    week = [session(Day.MON, squat, row, relief())]
    taper(week, Race.HALF, taper_week(20))
    assert names(week) == [["relief"]]


def test_a_session_that_is_too_long_loses_what_it_can_best_do_without():
    push = a_line("push", sets=1, pattern=Pattern.PUSH, role=Role.ACCESSORY)
    week = [replace(session(Day.MON, a_line("row", sets=1, pattern=Pattern.PULL), push), limit=8)]
    deload(week)
    assert names(week) == [["row"]]


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
    taper(week, Race.HALF, taper_week(20, place))
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
        week[0].lines = [
            replace(line, pick=a_line(line.pick.form.name, load=Load.LOW).pick)
            for line in week[0].lines
        ]
        taper(week, race, when)
        done.append(
            {
                (draft.slot.day, line.pick.form.name): line.sets
                for draft in week
                for line in draft.lines
            }
        )
    first, second = done
    assert all(number <= first.get(line, 0) for line, number in second.items())


@given(sets=weeks, place=st.sampled_from((0, 1)), race=st.sampled_from(Race))
def test_a_taper_has_at_most_59_percent_of_the_sets(sets: list[list[int]], place: int, race: Race):
    week = drafted(sets)
    full = week_sets(week)
    taper(week, race, taper_week(20, place))
    assert week_sets(week) <= 0.59 * full


@given(sets=weeks)
def test_the_first_taper_week_has_at_least_40_percent_of_the_sets(sets: list[list[int]]):
    week = drafted(sets)
    full = week_sets(week)
    taper(week, Race.MARATHON, taper_week(20))
    assert week_sets(week) >= 0.4 * full


@given(sets=weeks)
def test_a_second_taper_week_has_no_more_than_the_first(sets: list[list[int]]):
    left = []
    for place in (0, 1):
        week = drafted(sets)
        taper(week, Race.HALF, taper_week(20, place))
        left.append(week_sets(week))
    assert left[1] <= left[0]


HIGH, MEDIUM, LOW, JUMP = (
    {"load": Load.HIGH},
    {"load": Load.MEDIUM},
    {"load": Load.LOW},
    {"load": Load.LOW, "contacts": 1, "pattern": Pattern.PLYOMETRIC},
)
LAST_DAYS = [
    ("5k", HIGH, 5),
    ("10k", HIGH, 6),
    ("half", HIGH, 8),
    ("marathon", HIGH, 10),
    ("5k", JUMP, 4),
    ("10k", JUMP, 4),
    ("half", JUMP, 7),
    ("marathon", JUMP, 10),
    ("5k", MEDIUM, 2),
    ("10k", MEDIUM, 2),
    ("half", MEDIUM, 3),
    ("marathon", MEDIUM, 5),
    ("5k", LOW, 2),
    ("10k", LOW, 2),
    ("half", LOW, 3),
    ("marathon", LOW, 3),
]
KINDS = ["high", "jumps", "medium", "low"]


@pytest.mark.parametrize(
    ("race", "form", "days"),
    LAST_DAYS,
    ids=[f"{kind} before {race}" for kind in KINDS for race in Race],
)
@pytest.mark.parametrize("early", [True, False], ids=["the last day", "a day later"])
def test_the_last_work_before_a_race(race: str, form: dict[str, Any], days: int, early: bool):
    """R36 to R38: what stands on the last day that is allowed stays, a day later it goes."""
    left = days if early else days - 1
    other = a_line("other", sets=9, load=Load.LOW)
    week = [session(Day.MON, a_line("it", sets=9, **form)), session(Day.MON, other)]
    taper(week, Race(race), taper_week(left))
    assert any(line.pick.form.name == "it" for draft in week for line in draft.lines) == early


def relief(
    name: str = "relief", first_line: tuple[Niggle, ...] = (Niggle.SHIN,), **changes: Any
) -> Line:
    return a_line(
        name, sets=1, pattern=Pattern.PUSH, role=Role.PREHAB, first_line=first_line, **changes
    )


def squats(**changes: Any) -> Line:
    return a_line("squat", sets=4, load=Load.LOW, **changes)


LATE = {"contacts": 1}
"""What no half marathon has in its last six days."""


@pytest.mark.parametrize(
    ("week", "left"),
    [
        pytest.param(
            [session(Day.MON, squats()), session(Day.THU, relief())],
            "squat, relief",
            id="to an earlier session",
        ),
        pytest.param(
            [
                session(Day.MON, squats()),
                session(Day.THU, relief()),
                session(Day.FRI, relief("feet", first_line=(Niggle.PLANTAR,))),
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
            [session(Day.MON), session(Day.THU, relief())], "", id="not to a session that is none"
        ),
        pytest.param(
            [session(Day.MON, squats(), relief("other")), session(Day.THU, relief())],
            "squat, other",
            id="not where it has some",
        ),
        pytest.param(
            [session(Day.MON, squats(family="one")), session(Day.THU, relief(family="one"))],
            "squat",
            id="not beside its family",
        ),
        pytest.param(
            [session(Day.MON, squats(), load=Load.LOW), session(Day.THU, relief(load=Load.MEDIUM))],
            "squat",
            id="not over the load",
        ),
        pytest.param(
            [
                session(Day.MON, squats(), load=Load.MEDIUM),
                session(Day.THU, relief(load=Load.MEDIUM)),
            ],
            "squat, relief",
            id="up to the load",
        ),
        pytest.param(
            [session(Day.MON, squats()), session(Day.THU, relief(**LATE))],
            "squat",
            id="not where it is too late for it",
        ),
    ],
)
def test_first_line_work_that_stands_too_near_to_the_race_moves(week: Drafts, left: str):
    eased = deepcopy(week)
    taper(eased, Race.HALF, taper_week(5))
    assert ", ".join(name for session in names(eased) for name in session) == left


FULL = some_lines([2] * 7, load=Load.LOW)
"""As many exercises as a session may have: one more, and each is down to a set before one goes."""


@pytest.mark.parametrize(
    ("week", "race_in", "left"),
    [
        pytest.param(
            [session(Day.MON, *FULL), session(Day.SUN, relief(), squats())],
            8,
            (False, 10),
            id="in the first of two weeks that would have too few sets",
        ),
        pytest.param(
            [session(Day.MON, *FULL), session(Day.SUN, relief())],
            8,
            (True, 7),
            id="but not where the week still has enough",
        ),
        pytest.param(
            [session(Day.MON, *FULL), session(Day.THU, relief(), squats())],
            5,
            (True, 7),
            id="nor in an only week, which may have any number",
        ),
        pytest.param(
            [
                session(Day.MON, *FULL[:2]),
                session(Day.SUN, relief(), squats(), a_line("swing", sets=9)),
            ],
            8,
            (True, 5),
            id="nor where all that may stand is less than the share",
        ),
        pytest.param(
            [
                replace(session(Day.MON, *some_lines([2, 2], load=Load.LOW)), limit=9),
                session(Day.SUN, relief(at=20), squats()),
            ],
            8,
            (False, 4),
            id="where the minutes are full and all that may stand is little",
        ),
    ],
)
def test_first_line_work_stays_out_where_it_would_cost_too_many_sets(
    week: Drafts, race_in: int, left: tuple[bool, int]
):
    eased = deepcopy(week)
    taper(eased, Race.HALF, taper_week(race_in))
    there = "relief" in [name for session in names(eased) for name in session]
    assert (there, week_sets(eased)) == left


def test_of_two_exercises_that_cost_too_many_sets_only_the_last_stays_out():
    week = [
        session(Day.MON, *FULL[:6]),
        session(Day.SUN, relief(), relief("feet", first_line=(Niggle.PLANTAR,)), squats()),
    ]
    taper(week, Race.HALF, taper_week(8))
    assert (names(week)[0][6:], week_sets(week)) == (["relief"], 9)


def eased_monday(load: Load, race: Race, stretch: Stretch, race_in: int) -> Load:
    """What is left of a Monday's load in the stretch, the race so many days after its first day."""
    layout = a_layout({Day.MON: load})
    [slot] = before_race(layout, race, a_season(stretch, race_in), stretch)
    return slot.load


def test_a_race_week_may_have_no_session_at_all():
    week = drafted([[2, 2], [2, 2]])
    taper(week, Race.MARATHON, taper_week(2))
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


def days_left(when: SeasonWeek, item: Session) -> int:
    return (when.season.race_day - item.date).days


def load_of(item: Session) -> Load:
    return max((exercise.load for exercise in item.exercises), key=lambda load: load.rank)


@st.composite
def blocks(draw: st.DrawFn) -> tuple[Athlete, Season, tuple[Week, ...]]:
    """Anybody's whole block, up to half a year."""
    athlete = draw(athletes())
    if athlete.race_date is None:
        athlete = replace(athlete, race_date=MONDAY + timedelta(days=draw(st.integers(0, 120))))
    season = plan_season(athlete, MONDAY)
    return athlete, season, plan_block(athlete, CATALOGUE, season)


@drawn
@given(block=blocks())
def test_of_anybodys_block_no_work_stands_too_near_to_the_race(
    block: tuple[Athlete, Season, tuple[Week, ...]],
):
    athlete, season, planned = block
    limits = {
        kind: {race: days for race, _, days in LAST_DAYS[4 * place : 4 * place + 4]}
        for place, kind in enumerate(KINDS)
    }
    for when, week in zip(season, planned, strict=True):
        for item in week.sessions:
            kinds = [
                load_of(item).value,
                *(["jumps"] if any(exercise.contacts for exercise in item.exercises) else []),
            ]
            assert all(days_left(when, item) >= limits[kind][athlete.race.value] for kind in kinds)


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
