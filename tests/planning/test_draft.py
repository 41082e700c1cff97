"""A session while it is dosed: what its lines make of it, and what of it a week needs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from msgspec.structs import replace
from strategies import a_draft, a_line, a_pick

from befit_cli.planning.draft import (
    Draft,
    Line,
    clash,
    hard_sets,
    keep,
    needed_calves,
    needed_lines,
    put_back,
    ramp_load,
    week_counts,
    week_lines,
    week_sets,
)
from befit_cli.values import Day, Kit, Knee, Load, Need, Niggle, Pattern, Pick, Range, Role

LOW, MEDIUM, HIGH = Load

# A line.


@pytest.mark.parametrize(
    ("changes", "seconds", "set_s"),
    [
        pytest.param({}, 270, 90, id="three sets of ten, three seconds each"),
        pytest.param({"sets": 1}, 90, 90, id="one set needs no rest"),
        pytest.param({"per_side": True}, 390, 130, id="on each side, with ten seconds to change"),
        pytest.param(
            {"per_side": True, "alternates": True}, 360, 120, id="sides that take turns need none"
        ),
        pytest.param({"seconds_per_rep": None, "at": 45}, 315, 105, id="a hold is seconds already"),
    ],
)
def test_what_a_line_takes_and_what_one_set_more(
    changes: dict[str, Any], seconds: int, set_s: int
) -> None:
    """R46: a minute to set it up, the sets, and a minute's rest between them."""
    line = a_line(**({"sets": 3} | changes))
    assert line.seconds == seconds
    assert line.set_s == set_s
    assert replace(line, sets=line.sets + 1).seconds == seconds + set_s


@pytest.mark.parametrize(("week", "amount"), [(0, 8), (1, 10), (2, 11)])
def test_the_work_grows_by_its_step_up_to_its_most(week: int, amount: int) -> None:
    assert a_line(work=Range(8, 11), step=2, grown=(0, 1, 3)).amount(week) == amount


@pytest.mark.parametrize(
    ("line", "reps", "hold_s"),
    [
        pytest.param(a_line(at=12), 12, None, id="repetitions"),
        pytest.param(a_line(at=30, seconds_per_rep=None), None, 30, id="a hold"),
    ],
)
def test_the_work_is_repetitions_or_seconds(
    line: Line, reps: int | None, hold_s: int | None
) -> None:
    assert (line.reps, line.hold_s) == (reps, hold_s)


BARBELL: dict[str, Any] = {"kit": (Kit.BARBELL,)}


@pytest.mark.parametrize(
    ("line", "reps", "needs"),
    [
        pytest.param(a_line(**BARBELL), 6, True, id="a barbell, six repetitions"),
        pytest.param(a_line(**BARBELL), 7, False, id="seven"),
        pytest.param(a_line(**BARBELL, seconds_per_rep=None), 6, False, id="a hold"),
        pytest.param(a_line(kit=(Kit.DUMBBELL,)), 6, False, id="no barbell"),
    ],
)
def test_few_repetitions_of_a_heavy_lift_ask_for_lighter_sets(
    line: Line, reps: int, needs: bool
) -> None:
    assert line.needs_lighter_sets(reps) is needs


@pytest.mark.parametrize(
    ("role", "pattern", "main", "main_lift", "calf"),
    [
        pytest.param(Role.MAIN, Pattern.SQUAT, True, True, False, id="a squat"),
        pytest.param(Role.MAIN, Pattern.PULL, True, False, False, id="a main pull"),
        pytest.param(Role.POWER, Pattern.SQUAT, True, False, False, id="power work"),
        pytest.param(Role.ACCESSORY, Pattern.HINGE, False, False, False, id="an accessory"),
        pytest.param(Role.ACCESSORY, Pattern.CALF, False, False, True, id="a heel raise"),
    ],
)
def test_what_a_line_is(
    role: Role, pattern: Pattern, main: bool, main_lift: bool, calf: bool
) -> None:
    line = a_line(role=role, pattern=pattern)
    assert (line.main, line.main_lift, line.calf) == (main, main_lift, calf)


# A session.


def lift(load: Load = HIGH, **changes: Any) -> Line:
    return a_line(load=load, **changes)


def light(load: Load = HIGH, sets: int = 2) -> Line:
    return a_line(load=load, sets=sets, light=True)


JUMP = a_line(load=LOW, contacts=1, pattern=Pattern.PLYOMETRIC)


@pytest.mark.parametrize(
    ("lines", "load"),
    [
        pytest.param([], LOW, id="nothing"),
        pytest.param([lift(LOW), lift(MEDIUM)], MEDIUM, id="that of the hardest"),
        pytest.param([light()], MEDIUM, id="a light lift counts a class less"),
        pytest.param([light()] * 3, MEDIUM, id="so do three with six sets"),
        pytest.param([*[light()] * 2, light(sets=3)], HIGH, id="with seven all count in full"),
        pytest.param([light(sets=1)] * 4, HIGH, id="and so do four"),
    ],
)
def test_the_load_of_a_session(lines: list[Line], load: Load) -> None:
    assert a_draft(*lines).load is load


@pytest.mark.parametrize(
    ("lines", "load"),
    [
        pytest.param([lift()], MEDIUM, id="a lift will be light"),
        pytest.param([lift(sets=3)] * 3, MEDIUM, id="three have two sets then, and count as light"),
        pytest.param([lift(sets=1)] * 4, HIGH, id="four count in full"),
        pytest.param([lift(MEDIUM)], LOW, id="one of medium load"),
        pytest.param([lift(HIGH, contacts=1)], HIGH, id="a jump is never light"),
    ],
)
def test_the_load_of_a_session_in_the_ramp(lines: list[Line], load: Load) -> None:
    assert ramp_load(lines) is load
    assert a_draft(*lines).ramp_load is load


@pytest.mark.parametrize(
    ("lines", "limit", "warm_up"),
    [
        pytest.param([lift()], 60, 8, id="before high load"),
        pytest.param([lift(MEDIUM)], 60, 5, id="before medium load"),
        pytest.param([JUMP], 60, 8, id="before jumps"),
        pytest.param([lift(MEDIUM)], 20, 4, id="in twenty minutes"),
        pytest.param([lift(MEDIUM)], 19, 3, id="in less"),
    ],
)
def test_the_warm_up_of_a_session(lines: list[Line], limit: int, warm_up: int) -> None:
    """R47."""
    session = a_draft(*lines, limit=limit)
    assert session.warm_up == warm_up
    assert session.jumps is (JUMP in lines)


def a_hold(at: int) -> Line:
    return a_line("plank", sets=1, seconds_per_rep=None, at=at, work=Range(at, at))


def barbell(name: str, at: int, **changes: Any) -> Line:
    return a_line(name, load=MEDIUM, sets=1, at=at, work=Range(at, at), **BARBELL, **changes)


@pytest.mark.parametrize(
    ("lines", "minutes"),
    [
        pytest.param([], 5, id="the warm-up alone"),
        pytest.param([a_line(sets=3)], 10, id="and four and a half minutes, rounded up"),
        pytest.param([a_line(sets=1), a_line("row", sets=1)], 8, id="three minutes to the second"),
        pytest.param([a_hold(121)], 9, id="a second more"),
        pytest.param([barbell("squat", 10), barbell("hinge", 10)], 8, id="many repetitions"),
        pytest.param([barbell("squat", 6)], 7, id="the first lift's lighter sets are warm-up"),
        pytest.param(
            [barbell("squat", 5), barbell("hinge", 5)], 9, id="those of the second are not"
        ),
        pytest.param(
            [barbell("row", 5, role=Role.ACCESSORY, pattern=Pattern.PULL), barbell("squat", 5)],
            9,
            id="the first is what is done first",
        ),
        pytest.param(
            [a_line("hop", sets=1, load=LOW, role=Role.POWER), barbell("squat", 5)],
            9,
            id="after power work it is no first",
        ),
    ],
)
def test_the_minutes_of_a_session(lines: list[Line], minutes: int) -> None:
    assert a_draft(*lines).minutes == minutes


@pytest.mark.parametrize(
    ("lines", "limit", "spare_s", "full"),
    [
        pytest.param([], 30, 25 * 60, False, id="all but the warm-up"),
        pytest.param([a_line(sets=3)], 30, 25 * 60 - 270, False, id="less what its lines take"),
        pytest.param([a_line(sets=1)] * 6, 15, 3 * 60, False, id="three minutes"),
        pytest.param([a_line(sets=1)] * 7, 60, 55 * 60 - 7 * 90, True, id="seven exercises"),
        pytest.param([a_line(sets=3)] * 2, 13, 60, False, id="a minute: to set up a line"),
        pytest.param([a_line(sets=3, at=11)] * 2, 13, 42, True, id="less than that"),
    ],
)
def test_the_room_that_is_left_in_a_session(
    lines: list[Line], limit: int, spare_s: int, full: bool
) -> None:
    session = a_draft(*lines, limit=limit)
    assert (session.spare_s, session.full) == (spare_s, full)


@pytest.mark.parametrize(
    ("session", "fits"),
    [
        pytest.param(a_draft(a_line(sets=3), limit=8), True, id="in all of its minutes"),
        pytest.param(a_draft(a_line(sets=4), limit=8), False, id="not in more"),
        pytest.param(a_draft(a_hold(120), limit=6), True, id="to the second"),
        pytest.param(a_draft(a_hold(121), limit=6), False, id="not a second more"),
        pytest.param(a_draft(lift(MEDIUM), load=MEDIUM), True, id="with the load of its day"),
        pytest.param(a_draft(lift(HIGH), load=MEDIUM), False, id="not with more"),
        pytest.param(a_draft(*[a_line(sets=1)] * 7), True, id="with seven exercises"),
        pytest.param(a_draft(*[a_line(sets=1)] * 8), False, id="not with eight"),
        pytest.param(a_draft(*[a_line(sets=4)] * 6), True, id="with 24 sets in an hour"),
        pytest.param(a_draft(*[a_line(sets=5)] * 5), False, id="not with 25"),
        pytest.param(a_draft(*[a_line(sets=3)] * 6, limit=44), True, id="with 18 in less than 45"),
        pytest.param(
            a_draft(*[a_line(sets=3)] * 5, a_line(sets=4), limit=44), False, id="not with 19"
        ),
        pytest.param(a_draft(lift(), ramp_most=MEDIUM), True, id="with the load of its ramp"),
        pytest.param(a_draft(*[lift()] * 4, ramp_most=MEDIUM), False, id="not with more in it"),
    ],
)
def test_what_fits(session: Draft, fits: bool) -> None:
    assert session.fits is fits


GROWING_LIFT = replace(barbell("hinge", 8), work=Range(6, 8), step=2, grown=(0, 1))
"""In its first week it asks for lighter sets."""
GROWING_HOLD = a_line(
    "plank", sets=1, seconds_per_rep=None, at=60, work=Range(15, 60), step=45, grown=(0, 1)
)


@pytest.mark.parametrize(
    ("other", "limit", "fits"),
    [
        pytest.param(a_hold(60), 8, False, id="not where that is longer"),
        pytest.param(a_hold(60), 9, True, id="where there is a minute for it"),
        pytest.param(GROWING_HOLD, 8, True, id="or where all the rest has not grown either"),
    ],
)
def test_a_session_fits_in_every_week_of_its_stretch(other: Line, limit: int, fits: bool) -> None:
    """In the first week the second lift has lighter sets, a minute, and fewer repetitions."""
    first = barbell("squat", 8)
    session = a_draft(first, GROWING_LIFT, other, limit=limit)
    assert session.minutes == 8
    assert session.fits is fits


def role_line(name: str, role: Role, pattern: Pattern) -> Line:
    return a_line(name, role=role, pattern=pattern)


def test_a_session_is_done_in_the_order_of_its_roles() -> None:
    """R06; of two alike the main one comes first, of two main ones that which came in first."""
    lines = [
        role_line("plank", Role.CORE, Pattern.ANTI_EXTENSION),
        role_line("row", Role.ACCESSORY, Pattern.PULL),
        role_line("raise", Role.ACCESSORY, Pattern.CALF),
        role_line("step-up", Role.ACCESSORY, Pattern.LUNGE),
        role_line("squat", Role.MAIN, Pattern.SQUAT),
        role_line("hinge", Role.MAIN, Pattern.HINGE),
        role_line("jump", Role.POWER, Pattern.PLYOMETRIC),
    ]
    names = [line.pick.form.name for line in a_draft(*lines).in_order()]
    assert names == ["jump", "squat", "hinge", "step-up", "raise", "row", "plank"]


def test_a_line_comes_in_behind_all_others_and_goes_alone() -> None:
    squat, row, plank = a_line("squat"), a_line("row"), a_line("plank")
    session = a_draft(squat, row)
    session.add(plank)
    assert session.lines == (squat, row, plank)
    session.remove(row)
    assert session.lines == (squat, plank)
    session.exchange(squat, row)
    assert session.lines == (row, plank)
    assert session.sets == 4


SQUATS = a_pick("Squat", family="squat")


@pytest.mark.parametrize(
    ("other", "clashes"),
    [
        pytest.param(a_pick("Row", family="row"), False, id="nothing alike"),
        pytest.param(a_pick("Goblet squat", family="squat"), True, id="one family"),
        pytest.param(
            replace(SQUATS, form=a_pick("Jump", family="jump").form), True, id="one exercise"
        ),
        pytest.param(
            a_pick("Slow squat", family="squat", role=Role.PREHAB), True, id="prehab beside a lift"
        ),
    ],
)
def test_what_cannot_stand_in_one_session(other: Pick, clashes: bool) -> None:
    """R07."""
    assert clash(SQUATS, other) is clashes
    line = replace(a_line(), pick=other)
    assert a_draft(replace(a_line(), pick=SQUATS)).clashes(line) is clashes
    assert not a_draft().clashes(line)


def test_prehab_of_one_family_can_stand_in_one_session() -> None:
    one, other = (a_pick(name, family="hip", role=Role.PREHAB) for name in ("Clam", "Raise"))
    assert not clash(one, other)


# A week.

CALF = a_line("raise", pattern=Pattern.CALF, load=LOW, sets=3)


def test_a_week_is_put_back_as_it_was_kept() -> None:
    week = [a_draft(a_line("squat")), a_draft(a_line("row"), day=Day.FRI)]
    before = week_lines(week)
    kept = keep(week)
    week[0].add(a_line("plank"))
    week[1].lines = ()
    put_back(week, kept)
    assert week_lines(week) == before


def test_a_week_counts_its_sets() -> None:
    """Hard leg sets are those of medium or high load, light or not (R33)."""
    week = [a_draft(lift(sets=3), CALF), a_draft(light(sets=2), lift(LOW), day=Day.FRI)]
    assert week_sets(week) == 10
    assert hard_sets(week) == 5
    assert week_counts(week) == {"hard leg sets": 5, "calf sets": 3}
    assert hard_sets([]) == 0


def needing(*serves: Need, first_line: Sequence[Niggle] = ()) -> Line:
    return a_line(serves=serves, first_line=tuple(first_line))


KNEE, CORE, HAMSTRING = Need.KNEE, Need.CORE, Need.HAMSTRING


@pytest.mark.parametrize(
    ("lines", "needed"),
    [
        pytest.param([needing(KNEE), needing(CORE)], [0, 1], id="each does what no other does"),
        pytest.param([needing(KNEE), needing(KNEE)], [], id="either could go"),
        pytest.param([needing(KNEE)] * 3, [], id="so could two of three"),
        pytest.param([needing(KNEE), needing(KNEE, CORE)], [1], id="one does more"),
        pytest.param([needing(), needing(KNEE)], [1], id="one does nothing"),
        pytest.param(
            [needing(first_line=[Niggle.SHIN]), needing()], [0], id="one helps a sore spot"
        ),
        pytest.param([needing(first_line=[Niggle.SHIN])] * 2, [], id="two help the same sore spot"),
        pytest.param(
            [needing(HAMSTRING), needing(first_line=[Niggle.HAMSTRING])],
            [0, 1],
            id="to help a sore hamstring is not to train it",
        ),
    ],
)
def test_what_a_week_would_lack_something_without(lines: list[Line], needed: list[int]) -> None:
    """The same, whichever sessions they stand in."""
    copies = [replace(line) for line in lines]
    expected = [copies[place] for place in needed]
    assert needed_lines([a_draft(*copies)]) == expected
    assert needed_lines([a_draft(line) for line in copies]) == expected


def calves(knee: Knee = Knee.BENT, kit: tuple[Kit, ...] = (), *, per_side: bool = True) -> Line:
    return a_line(pattern=Pattern.CALF, knee=knee, kit=kit, per_side=per_side)


BENT, STRAIGHT, WEIGHTED = calves(), calves(Knee.STRAIGHT), calves(kit=(Kit.DUMBBELL,))
ON_TWO_LEGS = calves(Knee.STRAIGHT, per_side=False)


@pytest.mark.parametrize(
    ("lines", "needed"),
    [
        pytest.param([BENT], [0], id="one"),
        pytest.param([BENT, lift(), BENT], [0, 2], id="two, in two sessions"),
        pytest.param([BENT] * 3, [], id="any of three could go"),
        pytest.param([BENT, STRAIGHT, BENT], [1], id="but the only straight one on one leg"),
        pytest.param([BENT, ON_TWO_LEGS, BENT], [], id="which one on two legs is not"),
        pytest.param([BENT, BENT, WEIGHTED], [2], id="and the only one with weight"),
        pytest.param([STRAIGHT, STRAIGHT, BENT, WEIGHTED, WEIGHTED], [], id="of two either"),
    ],
)
def test_the_calf_work_that_a_week_would_lack_something_without(
    lines: list[Line], needed: list[int]
) -> None:
    """R08: in two sessions, once with a straight knee on one leg, once with weight."""
    copies = [replace(line) for line in lines]
    week = [a_draft(line) for line in copies]
    assert needed_calves(week) == [copies[place] for place in needed]
