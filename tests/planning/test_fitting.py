"""A drafted week inside its minutes: what goes first where time is short, and what comes first
where it is left.
"""

from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from strategies import CATALOGUE, a_layout, a_line, athletes_and_weeks, drawn

from befit_cli.evidence.jumps import JUMP_SHARE
from befit_cli.evidence.sets import HARD
from befit_cli.evidence.week import most_hard_sets
from befit_cli.planning.dosing import draft_week
from befit_cli.planning.draft import Draft, Drafts, Line
from befit_cli.planning.fitting import fit, jump_share
from befit_cli.planning.placement import place
from befit_cli.planning.repertoire import repertoire
from befit_cli.planning.selection import select
from befit_cli.values import (
    Athlete,
    Day,
    Load,
    Muscles,
    Niggle,
    Pattern,
    Race,
    Range,
    Role,
    SeasonWeek,
)

CEILINGS = dict.fromkeys(("quadriceps", "hamstrings", "glutes", "calves"), 12.0)
"""The most sets of a beginner's week (R04)."""


def line(name: str, sets: str, rest: str = "60", *, needed: bool = True, **changes: Any) -> Line:
    """A line of sets of three minutes. `2-3` sets may be trimmed to 2, `60-90` is rest that may; it
    begins with the most of both.
    """
    fewest, _, most = sets.partition("-")
    short, _, usual = rest.partition("-")
    return a_line(
        name,
        needed=needed,
        sets=int(most or fewest),
        sets_range=Range(int(fewest), int(most or fewest)),
        rest_s=int(usual or short),
        rest_range=Range(int(short), int(usual or short)),
        rest_most=changes.pop("rest_most", int(usual or short)),
        at=30,
        seconds_per_rep=6.0,
        **changes,
    )


def squat(sets: str = "2-3", rest: str = "60-90", **changes: Any) -> Line:
    return line("squat", sets, rest, **changes)


def row(sets: str = "1-2", **changes: Any) -> Line:
    return line("row", sets, role=Role.ACCESSORY, pattern=Pattern.PULL, **changes)


def face_pull(sets: str = "1", **changes: Any) -> Line:
    """A second pulling exercise, which coverage does not rest on."""
    return line("face pull", sets, role=Role.PREHAB, pattern=Pattern.PULL, **changes)


def step_up() -> Line:
    return line("step-up", "1", role=Role.ACCESSORY, pattern=Pattern.LUNGE, per_side=True)


SQUATS = squat("2", "60")


def relief(sets: str = "1", **changes: Any) -> Line:
    """The first-line work for a niggle; coverage does not rest on it."""
    return line(
        "relief", sets, role=Role.PREHAB, pattern=Pattern.PUSH, first_line=(Niggle.ITB,), **changes
    )


def lunge() -> Line:
    return line("lunge", "2", pattern=Pattern.LUNGE)


def jump(sets: str = "1", name: str = "jump", **changes: Any) -> Line:
    """Jumps; one set beside four other sets of leg work is the share that R23 allows before a 5k."""
    return line(
        name, sets, role=Role.POWER, pattern=Pattern.PLYOMETRIC, contacts=1, family=name, **changes
    )


def low(line: Line) -> Line:
    """The line at its lowest dose, as drafting leaves it."""
    return replace(line, sets=line.sets_range.low, rest_s=line.rest_range.low)


def session(limit: int, *lines: Line, load: Load = Load.HIGH) -> Draft:
    [slot] = a_layout({Day.TUE: load})
    return Draft(slot=slot, limit=limit, waiting=list(lines))


def fitted(limit: int, *lines: Line, race: Race = Race.HALF) -> Draft:
    draft = session(limit, *lines)
    fit([draft], race, CEILINGS)
    return draft


def told(draft: Draft) -> str:
    """`squat 3 @ 90, row 1 @ 60`: sets and the rest between them."""
    return ", ".join(f"{line.pick.form.name} {line.sets} @ {line.rest_s}" for line in draft.lines)


def minutes_of(*lines: Line) -> int:
    """What a session of these lines takes, untrimmed."""
    draft = session(60, *lines)
    draft.lines = list(lines)
    return draft.minutes


@pytest.mark.parametrize(
    ("lines", "left"),
    [
        pytest.param(
            (squat(), row("1-2")), "squat 3 @ 90, row 1 @ 60", id="first a set of an accessory"
        ),
        pytest.param(
            (squat(), row("1"), face_pull("1-2")),
            "squat 3 @ 90, row 1 @ 60, face pull 1 @ 60",
            id="first a set of prehab",
        ),
        pytest.param(
            (squat(), row("1"), face_pull()),
            "squat 3 @ 90, row 1 @ 60",
            id="then an accessory to spare",
        ),
        pytest.param(
            (squat("2", "60"), row("1"), face_pull(), step_up()),
            "squat 2 @ 60, row 1 @ 60, step-up 1 @ 60",
            id="not the only one on one leg",
        ),
        pytest.param((squat(), row("1")), "squat 2 @ 90, row 1 @ 60", id="then a set of main work"),
        pytest.param(
            (squat("2", "30-90"), lunge(), jump()),
            "squat 2 @ 60, lunge 2 @ 60, jump 1 @ 60",
            id="then rest, no more than must",
        ),
        pytest.param(
            (squat("2", "60"), lunge(), row("1"), jump()),
            "squat 2 @ 60, lunge 2 @ 60, row 1 @ 60",
            id="then the jumps",
        ),
        pytest.param(
            (squat("2", "60"), lunge(), row("1")),
            "squat 2 @ 60, lunge 2 @ 60",
            id="then an accessory that coverage needs",
        ),
        pytest.param(
            (squat("2", "60"), relief(), row("1")),
            "squat 2 @ 60, relief 1 @ 60",
            id="first-line work stays longer",
        ),
        pytest.param(
            (squat("2", "60"), row("1"), relief()),
            "squat 2 @ 60, relief 1 @ 60",
            id="wherever it stands",
        ),
        pytest.param(
            (squat("2", "60"), row("1"), lunge()),
            "squat 2 @ 60, lunge 2 @ 60",
            id="wherever that stands",
        ),
        pytest.param((squat("2", "60"), lunge()), "squat 2 @ 60", id="last a second main exercise"),
    ],
)
def test_what_goes_first_where_a_minute_is_missing(lines: tuple[Line, ...], left: str):
    assert told(fitted(minutes_of(*lines) - 1, *lines, race=Race.FIVE_K)) == left


@pytest.mark.parametrize(
    ("race", "lines", "left"),
    [
        pytest.param(
            Race.FIVE_K,
            (squat("4", "60"), jump("1-2")),
            "squat 4 @ 60, jump 1 @ 60",
            id="a set less",
        ),
        pytest.param(
            Race.HALF,
            (squat("4", "60"), jump("1-2")),
            "squat 4 @ 60",
            id="none where one set is too much",
        ),
        pytest.param(
            Race.FIVE_K,
            (squat("4", "60"), jump(), jump(name="hop")),
            "squat 4 @ 60, hop 1 @ 60",
            id="on one day of two",
        ),
        pytest.param(
            Race.FIVE_K,
            (squat("6", "60"), jump("1-2")),
            "squat 6 @ 60, jump 2 @ 60",
            id="as many as fit",
        ),
        pytest.param(
            Race.FIVE_K,
            (squat("6", "60"), low(jump("1-3"))),
            "squat 6 @ 60, jump 2 @ 60",
            id="a set more",
        ),
        pytest.param(
            Race.FIVE_K,
            (squat("9", "60"), low(jump("1-3"))),
            "squat 9 @ 60, jump 3 @ 60",
            id="two sets more",
        ),
        pytest.param(
            Race.TEN_K,
            (squat("6", "60"), low(jump("1-3"))),
            "squat 6 @ 60, jump 1 @ 60",
            id="no set more where it is too much",
        ),
        pytest.param(
            Race.FIVE_K,
            (squat("6", "60"), jump()),
            "squat 6 @ 60, jump 1 @ 60",
            id="no set more than the phase has",
        ),
    ],
)
def test_jumps_get_their_race_s_share_of_the_leg_work(
    race: Race, lines: tuple[Line, ...], left: str
):
    assert told(fitted(60, *lines, race=race)) == left


def test_where_jumps_go_other_work_comes():
    lines = (squat("4", "60"), jump("2"), row("1", needed=False), jump("2", "hop", needed=False))
    assert told(fitted(minutes_of(*lines[:2]), *lines)) == "squat 4 @ 60, row 1 @ 60"


def test_jumps_do_not_grow_over_what_their_muscles_may_have():
    draft = session(
        60, squat("9", "60"), low(jump("1-3", muscles=Muscles(primary=("quadriceps",))))
    )
    fit([draft], Race.FIVE_K, {"quadriceps": 1})
    assert told(draft) == "squat 9 @ 60, jump 1 @ 60"


def test_a_jump_grows_only_where_it_stays_itself():
    """One set more would be too long, and of main work at its fewest sets nothing can give way but
    the jump.
    """
    lunges = [line(f"lunge {name}", "2", pattern=Pattern.LUNGE) for name in "abcdef"]
    assert [
        each.sets
        for each in fitted(60, *lunges, low(jump("1-2"))).lines
        if each.pick.form.name == "jump"
    ] == [1]


def test_main_work_is_not_trimmed_under_two_sets():
    assert told(fitted(8, squat("1-3", "60"))) == "squat 2 @ 60"


def raises(most: int, **changes: Any) -> Line:
    """Calf work, an accessory; four sets a week are the least that a leg muscle should have (R04)."""
    return line("raises", f"1-{most}", role=Role.ACCESSORY, pattern=Pattern.CALF, **changes)


CALVES = Muscles(primary=("calves",))


@pytest.mark.parametrize(
    ("lines", "left"),
    [
        pytest.param(
            (row("1-2"), raises(4, muscles=CALVES)),
            "row 1 @ 60, raises 4 @ 60",
            id="not from a muscle that has just enough",
        ),
        pytest.param(
            (row("1-2"), raises(5, muscles=CALVES)),
            "row 2 @ 60, raises 4 @ 60",
            id="from one that has more",
        ),
        pytest.param(
            (row("1"), raises(4, muscles=CALVES)),
            "row 1 @ 60, raises 3 @ 60",
            id="where no other has a set to give",
        ),
        pytest.param(
            (row("1-2"), raises(3)),
            "row 2 @ 60, raises 2 @ 60",
            id="of what works no muscle that counts",
        ),
    ],
)
def test_a_set_less(lines: tuple[Line, ...], left: str):
    assert told(fitted(minutes_of(*lines) - 1, *lines)) == left


def test_a_session_that_fits_is_left_as_it_is():
    lines = (squat(), row("1-2"))
    assert told(fitted(minutes_of(*lines), *lines)) == "squat 3 @ 90, row 2 @ 60"


def test_a_set_is_taken_from_the_accessory_that_has_most_of_them():
    lines = (row("1-3"), face_pull("1-2"))
    assert told(fitted(minutes_of(*lines) - 1, *lines)) == "row 2 @ 60, face pull 2 @ 60"


def test_no_session_has_more_than_18_sets():
    assert (
        fitted(60, *(replace(squat("2-4", "0", family=name), at=1) for name in "abcdef")).sets == 18
    )


GROWING = (low(squat("3-4", "60-120", rest_most=240)), low(row("1-2")))


@pytest.mark.parametrize(
    ("more", "filled"),
    [
        pytest.param(0, "squat 3 @ 60, row 1 @ 60", id="no minute more"),
        pytest.param(2, "squat 3 @ 120, row 1 @ 60", id="first the usual rest"),
        pytest.param(7, "squat 4 @ 120, row 1 @ 60", id="then sets of main work"),
        pytest.param(11, "squat 4 @ 120, row 2 @ 60", id="then sets of accessories"),
        pytest.param(
            19,
            "squat 4 @ 120, row 2 @ 60",
            id="and no longer rest while most of the minutes are used",
        ),
        pytest.param(
            24,
            "squat 4 @ 240, row 2 @ 60",
            id="last the longest rest, where many would stay unused",
        ),
    ],
)
def test_what_comes_first_where_minutes_are_left(more: int, filled: str):
    assert told(fitted(minutes_of(*GROWING) + more, *GROWING)) == filled


def test_an_exercise_more_comes_before_more_sets_of_accessories():
    lines = (low(row("1-2")), low(face_pull("1-2", needed=False)))
    assert told(fitted(minutes_of(*lines), *lines)) == "row 1 @ 60, face pull 1 @ 60"


@pytest.mark.parametrize("needed", [True, False], ids=["that are needed", "that are not"])
def test_a_session_never_has_more_than_seven_exercises(needed: bool):
    lines = [
        replace(
            line(f"row {name}", "1", role=Role.ACCESSORY, pattern=Pattern.PULL, needed=needed), at=1
        )
        for name in "abcdefgh"
    ]
    assert len(fitted(60, *lines).lines) == 7


def test_two_exercises_of_one_family_do_not_meet_in_a_session():
    lines = (
        row("1"),
        line(
            "cable row", "1", role=Role.ACCESSORY, pattern=Pattern.PULL, family="row", needed=False
        ),
    )
    assert told(fitted(60, *lines)) == "row 1 @ 60"


def test_prehab_and_mobility_of_one_family_may_meet():
    kinds = {"curl": Role.PREHAB, "spread": Role.PREHAB, "circle": Role.MOBILITY}
    feet = [
        line(name, "1", role=role, pattern=Pattern.FOOT, family="foot", needed=False)
        for name, role in kinds.items()
    ]
    assert told(fitted(60, *feet)) == "curl 1 @ 60, spread 1 @ 60, circle 1 @ 60"


@pytest.mark.parametrize(
    ("muscles", "sets"),
    [
        pytest.param(Muscles(primary=("quadriceps",)), 12, id="a primary muscle counts whole"),
        pytest.param(Muscles(secondary=("quadriceps",)), 15, id="a secondary one half"),
        pytest.param(Muscles(primary=("biceps",)), 15, id="an arm is not counted"),
    ],
)
def test_a_beginners_leg_muscle_gets_no_set_over_twelve(muscles: Muscles, sets: int):
    lines = [
        replace(
            line(
                name, "3", role=Role.ACCESSORY, needed=False, muscles=muscles, pattern=Pattern.PULL
            ),
            at=1,
        )
        for name in "abcde"
    ]
    assert fitted(60, *lines).sets == sets


def test_hard_leg_sets_stay_under_their_ceiling():
    """R33: so many more than in the stretch before, and no more."""
    draft = session(60, low(squat("2-4", "60")), low(row("1-4")))
    fit([draft], Race.HALF, {HARD: 3})
    assert told(draft) == "squat 3 @ 60, row 4 @ 60"


def test_over_the_ceiling_a_set_goes_from_what_has_most():
    draft = session(60, squat("2-4", "60"), line("lunge", "2-3", pattern=Pattern.LUNGE), row("1-4"))
    fit([draft], Race.HALF, {HARD: 6})
    assert told(draft) == "squat 3 @ 60, lunge 3 @ 60, row 4 @ 60"


@pytest.mark.parametrize(("before", "most"), [(0, 2), (4, 6), (10, 12), (15, 18), (25, 30)])
def test_hard_leg_sets_may_grow_by_two_or_a_fifth(before: int, most: int):
    assert most_hard_sets(before) == most


def test_what_coverage_needs_moves_to_the_session_that_has_room():
    full, roomy = session(14, squat("2", "60"), row("1")), session(40, lunge())
    fit([full, roomy], Race.HALF, CEILINGS)
    assert (told(full), told(roomy)) == ("squat 2 @ 60", "lunge 2 @ 60, row 1 @ 60")


@pytest.mark.parametrize(
    ("limit", "left"),
    [
        pytest.param(25, "row 1 @ 60, hinge 4 @ 60", id="with all its sets"),
        pytest.param(15, "row 1 @ 60, hinge 2 @ 60", id="with as many as fit"),
        pytest.param(14, "row 1 @ 60", id="main work with two at least"),
    ],
)
@pytest.mark.parametrize("load", [Load.HIGH, Load.MEDIUM], ids=str)
def test_what_moves_keeps_the_sets_that_fit(limit: int, left: str, load: Load):
    full, roomy = (
        session(14, SQUATS, line("hinge", "2-4", pattern=Pattern.HINGE)),
        session(limit, row("1"), load=load),
    )
    fit([full, roomy], Race.HALF, CEILINGS)
    assert (told(full), told(roomy)) == ("squat 2 @ 60", left)


def test_what_the_week_has_already_stays_where_it_found_no_room():
    full, roomy = (
        session(9, row("1"), face_pull()),
        session(40, line("cable row", "1", role=Role.ACCESSORY, pattern=Pattern.PULL)),
    )
    fit([full, roomy], Race.HALF, CEILINGS)
    assert (told(full), told(roomy)) == ("row 1 @ 60", "cable row 1 @ 60")


FEET = line("feet", "1", role=Role.PREHAB, pattern=Pattern.FOOT, first_line=(Niggle.PLANTAR,))


@pytest.mark.parametrize(
    ("week", "left"),
    [
        pytest.param(
            [session(24, SQUATS, lunge(), relief())],
            ["squat 2 @ 60, relief 1 @ 60"],
            id="for the last of the main work",
        ),
        pytest.param([session(14, SQUATS, relief("2"))], ["relief 2 @ 60"], id="for all of it"),
        pytest.param(
            [session(14, SQUATS, relief("1-3"))], ["relief 2 @ 60"], id="with as many sets as fit"
        ),
        pytest.param(
            [session(6), session(14, SQUATS, relief())],
            ["", "relief 1 @ 60"],
            id="not where there is no time at all",
        ),
        pytest.param(
            [session(15, SQUATS, relief(), FEET)],
            ["relief 1 @ 60, feet 1 @ 60"],
            id="not for that of another niggle",
        ),
        pytest.param(
            [session(14, SQUATS, relief()), session(30, lunge())],
            ["squat 2 @ 60", "lunge 2 @ 60, relief 1 @ 60"],
            id="on another day, where room is",
        ),
        pytest.param(
            [session(14, SQUATS, relief(family="row")), session(40, row("1"))],
            ["squat 2 @ 60", "relief 1 @ 60"],
            id="for what it may not stand beside",
        ),
        pytest.param(
            [session(12, SQUATS, relief(load=Load.HIGH)), session(40, row("1"), load=Load.LOW)],
            ["relief 1 @ 60", "row 1 @ 60"],
            id="only where its load may stand",
        ),
    ],
)
def test_first_line_work_that_finds_no_room_comes_in(week: Drafts, left: list[str]):
    fitted = deepcopy(week)
    fit(fitted, Race.HALF, CEILINGS)
    assert [told(draft) for draft in fitted] == left


def week_of(athlete: Athlete, when: SeasonWeek) -> Drafts:
    layout = place(athlete, when.runs, Load.HIGH)
    picks = select(athlete, repertoire(athlete, CATALOGUE), layout, when.stretch)
    week = draft_week(athlete, layout, picks, when.stretch)
    fit(week, athlete.race, CEILINGS)
    return week


def too_long(draft: Draft) -> bool:
    return draft.minutes > draft.limit


def too_many_sets(draft: Draft) -> bool:
    return draft.sets > 18


def too_many_exercises(draft: Draft) -> bool:
    return len(draft.lines) > 7


def sets_out_of_range(draft: Draft) -> bool:
    """Only trimming goes under the phase's sets, and not under 1, nor 2 of main work."""
    return not all(
        (2 if line.main else 1) <= line.sets <= line.sets_range.high for line in draft.lines
    )


def rest_out_of_range(draft: Draft) -> bool:
    return not all(line.rest_range.low <= line.rest_s <= line.rest_most for line in draft.lines)


@drawn
@given(drawn_week=athletes_and_weeks())
def test_no_fitted_session_of_anybody_is_one_of_these(drawn_week: tuple[Athlete, SeasonWeek]):
    these = (too_long, too_many_sets, too_many_exercises, sets_out_of_range, rest_out_of_range)
    for draft in week_of(*drawn_week):
        assert [wrong.__name__ for wrong in these if wrong(draft)] == []


@drawn
@given(drawn_week=athletes_and_weeks())
def test_jumps_never_take_more_of_the_leg_work_than_their_race_allows(
    drawn_week: tuple[Athlete, SeasonWeek],
):
    athlete, _ = drawn_week
    assert jump_share(week_of(*drawn_week)) <= JUMP_SHARE[athlete.race][1]


@given(limit=st.integers(20, 60))
def test_more_minutes_never_give_fewer_sets(limit: int):
    assert fitted(limit, *GROWING).sets <= fitted(limit + 1, *GROWING).sets
