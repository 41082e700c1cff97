"""The list of wishes is read from the top, and what fits is taken: what a week then holds, and what
gives way to what it must have.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from strategies import a_choice, a_draft, a_layout, a_line

from befit_cli.evidence.sets import CALF, HARD
from befit_cli.planning.draft import Draft, Line
from befit_cli.planning.fitting import Option, Reading, limits
from befit_cli.planning.wishes import Grow, Rest
from befit_cli.values import Day, Kit, Knee, Load, Muscles, Niggle, Pattern, Race, Range, Role, Slot

Entry: TypeAlias = Option | Grow | Rest
"""An entry of the list: a wish that has chosen something, or one for what is in the week."""

HOUR = 60
HEAVY_TUESDAY = a_layout({Day.TUE: Load.HIGH})
TWO_DAYS = a_layout({Day.TUE: Load.HIGH, Day.FRI: Load.HIGH})
ANY = Grow(lines=lambda line: True, sets=9)
"""As many sets as there may be of everything."""
LIFTS = Grow(lines=lambda line: line.main, sets=2)
QUADRICEPS = Muscles(primary=("quadriceps",))


def line(name: str, sets: str = "1-3", **changes: Any) -> Line:
    """A line of long sets, at the fewest of them: ten minutes for each with its rest or its set-up."""
    fewest, _, most = sets.partition("-")
    of_time = {"at": 90, "seconds_per_rep": 6.0}
    dose = {"sets": int(fewest), "sets_range": Range(int(fewest), int(most or fewest))}
    return a_line(name, **(of_time | dose | changes))


def squat(sets: str = "1-3", **changes: Any) -> Line:
    return line("squat", sets, **changes)


def row(sets: str = "1-3", name: str = "row", **changes: Any) -> Line:
    kind = {"role": Role.ACCESSORY, "pattern": Pattern.PULL, "load": Load.LOW}
    return line(name, sets, **(kind | changes))


def feet(sets: str = "1-3", **changes: Any) -> Line:
    """What no week must have."""
    kind = {"role": Role.PREHAB, "pattern": Pattern.FOOT, "load": Load.LOW}
    return line("feet", sets, **(kind | changes))


def calf(name: str = "calf", sets: str = "1", **changes: Any) -> Line:
    return line(name, sets, role=Role.ACCESSORY, pattern=Pattern.CALF, **changes)


def jump(sets: str = "1-5", **changes: Any) -> Line:
    return line(
        "jump", sets, role=Role.POWER, pattern=Pattern.PLYOMETRIC, contacts=1, at=1, **changes
    )


def wanted(*lines: Line, slot: int = 0, **wish: Any) -> Option:
    """A line that a wish chose, with what is done where it does not fit."""
    return Option(a_choice(lines[0].pick, slot=slot, **wish), list(lines))


def reading(
    limit: int = HOUR,
    *,
    layout: tuple[Slot, ...] = HEAVY_TUESDAY,
    race: Race = Race.HALF,
    ramp_most: Load | None = None,
    ceilings: Mapping[str, float] | None = None,
    calf_room: int = 0,
) -> Reading:
    """A week of which nothing is read yet, its sessions so many minutes long."""
    most = [ramp_most] * len(layout)
    week = Reading(layout, ramp_most=most, race=race, ceilings=ceilings or {}, calf_room=calf_room)
    week.limit(limit)
    return week


def take(week: Reading, *entries: Entry, whole: bool = True) -> None:
    """Read the list for that week."""
    for entry in entries:
        if isinstance(entry, Option):
            week.take(entry.choice.wish, [entry], whole=whole)
        else:
            week.take(entry, [], whole=whole)


def read(limit: int, *entries: Entry, **of_week: Any) -> str:
    """What a week holds for which the list has been read."""
    week = reading(limit, **of_week)
    take(week, *entries)
    return told(week)


def told(week: Reading) -> str:
    """`squat 3, row 1 | squat 2`: the sets of each session's exercises."""
    return " | ".join(sets_of(draft) for draft in week.week)


def sets_of(draft: Draft) -> str:
    return ", ".join(f"{line.pick.form.name} {line.sets}" for line in draft.lines)


def minutes_of(*lines: Line) -> int:
    """What a session of these lines takes."""
    return a_draft(*lines).minutes


# What fits is taken, in the order of the list.


@pytest.mark.parametrize(
    ("limit", "holds"),
    [
        pytest.param(24, "squat 1", id="the first before all"),
        pytest.param(25, "squat 1, row 1", id="then the second"),
        pytest.param(35, "squat 1, row 1, feet 1", id="then the third"),
    ],
)
def test_the_list_is_read_from_the_top(limit: int, holds: str):
    assert read(limit, wanted(squat()), wanted(row()), wanted(feet())) == holds


def test_what_does_not_fit_keeps_nothing_after_it_out():
    assert read(25, wanted(squat("3")), wanted(row()), wanted(feet())) == "row 1, feet 1"


@pytest.mark.parametrize(
    ("must", "holds"),
    [
        pytest.param(True, "squat 1", id="what the week must have"),
        pytest.param(False, "", id="nothing else"),
    ],
)
def test_only_a_must_comes_in_over_the_ceilings(must: bool, holds: str):
    option = wanted(squat(muscles=QUADRICEPS), must=must)
    assert read(HOUR, option, ceilings={"quadriceps": 0}) == holds


@pytest.mark.parametrize("must", [True, False], ids=["what the week must have", "nothing else"])
def test_only_for_a_must_other_work_gives_way_over_the_ceilings(must: bool):
    week = reading(ceilings={"quadriceps": 0})
    assert insist(week, wanted(squat(muscles=QUADRICEPS), must=must)) is must


def test_what_adds_nothing_to_a_week_over_its_ceilings_comes_in_at_the_cost_of_other_work():
    week = reading(ceilings={"quadriceps": 0})
    week.week[0].lines = (squat(muscles=QUADRICEPS),)
    assert insist(week, wanted(row("1")))


def test_a_session_takes_seven_exercises():
    rows = [wanted(row("1", f"row {number}", at=1)) for number in range(8)]
    assert read(HOUR, *rows).count("row") == 7


@pytest.mark.parametrize(
    ("draft", "full"),
    [
        pytest.param(a_draft(squat(), row(), limit=26), False, id="a minute to set one up"),
        pytest.param(a_draft(squat(), row(), limit=25), True, id="no minute left"),
        pytest.param(a_draft(*[a_line(f"{i}") for i in range(6)], limit=60), False, id="six"),
        pytest.param(a_draft(*[a_line(f"{i}") for i in range(7)], limit=60), True, id="seven"),
    ],
)
def test_a_session_is_full_with_seven_exercises_or_no_time_to_set_one_more_up(
    draft: Draft, full: bool
):
    assert draft.full is full


@pytest.mark.parametrize(
    ("limit", "most"), [(44, 18), (45, 24)], ids=["18 sets under 45 minutes", "24 from there on"]
)
def test_a_session_has_so_many_sets(limit: int, most: int):
    rows = [wanted(row("1-6", f"row {number}", at=1, rest_s=0)) for number in range(7)]
    week = reading(limit)
    take(week, *rows, ANY)
    assert week.week[0].sets == most


BARBELL_FROM_SIX = a_line(
    "deadlift", kit=(Kit.BARBELL,), pattern=Pattern.HINGE, work=Range(6, 8), at=8, grown=(0, 1, 2)
)
"""It has a lighter set of its own, a minute, in the first week alone."""


@pytest.mark.parametrize(
    ("grown", "first", "fits"),
    [
        pytest.param((0, 1, 2), 6, True, id="in which the rest of it has not grown yet"),
        pytest.param((2, 2, 2), 6, False, id="with the rest of it, where that has grown"),
        pytest.param((0, 1, 2), 5, False, id="in the second week, too, where it begins lower"),
    ],
)
def test_a_session_has_the_minutes_for_a_lighter_set_in_the_weeks_that_have_it(
    grown: tuple[int, ...], first: int, fits: bool
):
    deadlifts = replace(BARBELL_FROM_SIX, work=Range(first, 8))
    rows = row("1", at=51, work=Range(39, 51), step=6, grown=grown)
    lines = squat("2", work=Range(90, 90), grown=(0, 0, 0)), deadlifts, rows
    assert a_draft(*lines, limit=minutes_of(*lines)).fits is fits


def test_two_of_a_family_do_not_meet_in_a_session():
    rows = (row("1", family="row"), row("1", "cable row", family="row"))
    assert read(HOUR, *map(wanted, rows)) == "row 1"


def test_prehab_and_mobility_of_a_family_may_meet():
    lines = (
        line("curl", role=Role.PREHAB, family="foot", pattern=Pattern.FOOT),
        line("circle", role=Role.MOBILITY, family="foot", pattern=Pattern.FOOT),
    )
    assert read(HOUR, *map(wanted, lines)) == "curl 1, circle 1"


@pytest.mark.parametrize(
    ("load", "holds"), [(Load.HIGH, "squat 1"), (Load.MEDIUM, "")], ids=["it may", "it may not"]
)
def test_a_session_has_no_more_load_than_its_day_may(load: Load, holds: str):
    layout = a_layout({Day.TUE: load})
    assert read(HOUR, wanted(squat(load=Load.HIGH)), layout=layout) == holds


@pytest.mark.parametrize(
    ("most", "holds"),
    [
        pytest.param(Load.MEDIUM, 3, id="three in the ramp, where they are all light"),
        pytest.param(None, 4, id="four without a ramp, of which one is light"),
    ],
)
def test_more_light_lifts_than_keep_the_load_down_do_not_come_in(most: Load | None, holds: int):
    """Where more than three lifts are light, a session has the class of their forms: here a high
    one.
    """
    high = line("deadlift", "1", light=True, load=Load.HIGH, at=1)
    lifts = [line(f"lift {number}", "1", load=Load.MEDIUM, at=1) for number in range(3)]
    week = reading(layout=a_layout({Day.TUE: Load.MEDIUM}), ramp_most=most)
    take(week, *map(wanted, (high, *lifts)))
    assert len(week.week[0].lines) == holds


@pytest.mark.parametrize(
    ("most", "holds"), [(Load.LOW, 3), (Load.MEDIUM, 4)], ids=["a low ramp", "a medium one"]
)
def test_a_ramp_may_have_less_load_than_its_day(most: Load, holds: int):
    """As with a niggle, whose ramp is no harder than without: three light medium lifts are low."""
    lifts = [line(f"lift {number}", "1", load=Load.MEDIUM, at=1) for number in range(4)]
    week = reading(ramp_most=most)
    take(week, *map(wanted, lifts))
    assert len(week.week[0].lines) == holds


# More sets, and more rest.


@pytest.mark.parametrize(
    ("sets", "holds"),
    [(2, "squat 2, row 2"), (3, "squat 3, row 3"), (9, "squat 4, row 3")],
    ids=["two of each", "three of each", "as many as each dose allows"],
)
def test_a_wish_for_sets_grows_every_line_of_its_kind(sets: int, holds: str):
    lines = (squat("1-4", at=1), row("1-3", at=1))
    more = Grow(lines=lambda line: True, sets=sets)
    assert read(HOUR, *map(wanted, lines), more) == holds


def test_a_wish_for_sets_is_no_wish_for_more_than_those():
    three = Grow(lines=lambda line: True, sets=3)
    assert read(HOUR, wanted(squat("2-4", at=1)), three) == "squat 3"


def test_all_have_two_sets_before_one_has_three():
    lines = (squat(), row())
    limit = minutes_of(squat("2"), row("2"))
    assert read(limit, *map(wanted, lines), ANY) == "squat 2, row 2"


@pytest.mark.parametrize(
    ("limit", "holds"),
    [
        pytest.param(45, "row 2, squat 2", id="what has fewest comes first"),
        pytest.param(65, "row 3, squat 3", id="and what had more goes on then"),
    ],
)
def test_all_grow_to_as_many_sets_whatever_they_began_with(limit: int, holds: str):
    three = Grow(lines=lambda line: True, sets=3)
    assert read(limit, wanted(row("2-3")), wanted(squat("1-3")), three) == holds


def test_a_set_that_a_session_has_no_room_for_counts_for_nothing():
    """With 18 sets in a session the hinge has none more, and the lunge may have the week's last."""
    quick = {"at": 1, "rest_s": 0}
    entries = (
        wanted(row("17", **quick)),
        wanted(line("hinge", "1-2", **quick)),
        wanted(line("lunge", "1-2", **quick), slot=1),
        ANY,
    )
    holds = read(44, *entries, layout=TWO_DAYS, ceilings={HARD: 3})
    assert holds == "row 17, hinge 1 | lunge 2"


def test_a_week_that_is_put_back_has_no_more_room_under_its_ceilings_than_it_had():
    week = reading(ceilings={HARD: 3})
    take(week, wanted(squat("3", at=1)))
    kept = week.keep()
    week.drop(week.week[0], week.week[0].lines[0])
    take(week, wanted(line("lunge", "1", at=1)))
    assert told(week) == "lunge 1"
    week.put_back(kept)
    take(week, wanted(line("hinge", "1", at=1)))
    assert told(week) == "squat 3"


def test_a_wish_for_sets_is_for_its_own_kind():
    assert read(HOUR, wanted(squat()), wanted(row()), LIFTS) == "squat 2, row 1"


BEHIND_LIFTS = Grow(lines=lambda line: True, sets=3, behind_lifts=True)
SHORT: dict[str, Any] = {"at": 1, "rest_s": 0}
TWO_SQUATS = squat("2", **SHORT)


@pytest.mark.parametrize(
    ("lifts", "holds"),
    [
        pytest.param([TWO_SQUATS], "squat 2, feet 2", id="two, where they have no more"),
        pytest.param([squat("3", **SHORT)], "squat 3, feet 3", id="three, where they have three"),
        pytest.param(
            [squat("3", **SHORT), line("hinge", "2", **SHORT)],
            "squat 3, hinge 2, feet 2",
            id="as many as the one that has fewest",
        ),
        pytest.param(
            [squat("2", light=True, **SHORT)], "squat 2, feet 3", id="more than a light one"
        ),
        pytest.param([row("2", **SHORT)], "row 2, feet 3", id="all where there is none"),
    ],
)
def test_what_goes_behind_the_main_lifts_of_its_session_has_no_more_sets_than_they(
    lifts: list[Line], holds: str
):
    assert read(HOUR, *map(wanted, lifts), wanted(feet(**SHORT)), BEHIND_LIFTS) == holds


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(calf("other", "1-3", **SHORT), id="calf work"),
        pytest.param(feet(first_line=(Niggle.PLANTAR,), **SHORT), id="what helps a sore spot"),
    ],
)
def test_what_carries_every_stride_or_helps_a_sore_spot_goes_behind_no_lift(other: Line):
    name = other.pick.form.name
    assert read(HOUR, wanted(TWO_SQUATS), wanted(other), BEHIND_LIFTS) == f"squat 2, {name} 3"


def test_where_a_wish_does_not_ask_for_it_nothing_goes_behind_lifts():
    assert read(HOUR, wanted(TWO_SQUATS), wanted(feet(**SHORT)), ANY) == "squat 2, feet 3"


@pytest.mark.parametrize("name", ["quadriceps", HARD, CALF])
def test_no_set_comes_in_over_a_ceiling(name: str):
    pattern = Pattern.CALF if name == CALF else Pattern.SQUAT
    lift = squat("1-4", muscles=QUADRICEPS, pattern=pattern)
    assert read(HOUR, wanted(lift), ANY, ceilings={name: 2}) == "squat 2"


def test_a_must_s_first_set_counts_towards_the_ceiling_of_the_next():
    lifts = (squat("1", muscles=QUADRICEPS), line("lunge", "1-3", muscles=QUADRICEPS))
    entries = (wanted(lifts[0], must=True), wanted(lifts[1]))
    assert read(HOUR, *entries, ANY, ceilings={"quadriceps": 2}) == "squat 1, lunge 1"


@pytest.mark.parametrize(
    ("calf_room", "holds"),
    [
        pytest.param(0, "squat 3, calf 1", id="all, where the calves had none"),
        pytest.param(1, "squat 3, calf 1", id="all but the one that they have"),
        pytest.param(2, "squat 2, calf 2", id="all but the two that they had"),
    ],
)
def test_lifts_take_of_the_hard_sets_that_a_week_may_have_what_calves_leave_them(
    calf_room: int, holds: str
):
    lines = (squat("1-3"), calf(sets="1-2"))
    week = {"ceilings": {HARD: 4}, "calf_room": calf_room}
    squats_first = Grow(lines=lambda line: not line.calf, sets=3)
    assert read(HOUR, *map(wanted, lines), squats_first, ANY, **week) == holds


RESTED = squat("2", rest_s=60, rest_range=Range(60, 120), rest_most=240)


def rest_of(limit: int, lift: Line, *wishes: Rest) -> int:
    week = reading(limit)
    take(week, wanted(lift), *wishes)
    [rested] = week.week[0].lines
    return rested.rest_s


@pytest.mark.parametrize(
    ("limit", "seconds"),
    [(25, 60), (26, 120), (60, 120)],
    ids=["as short as it may be", "the usual where there is a minute", "and no longer"],
)
def test_a_main_lift_gets_its_usual_rest_where_there_is_time(limit: int, seconds: int):
    assert rest_of(limit, RESTED, Rest()) == seconds


@pytest.mark.parametrize(
    "lift",
    [
        pytest.param(replace(RESTED, light=True), id="a light lift"),
        pytest.param(
            row("2", rest_s=60, rest_range=Range(60, 120), rest_most=240), id="an accessory"
        ),
    ],
)
def test_no_other_work_gets_longer_rest(lift: Line):
    assert rest_of(HOUR, lift, Rest(), Rest(longest=True)) == 60


@pytest.mark.parametrize(
    ("limit", "seconds"),
    [
        pytest.param(32, 120, id="not where four fifths of the minutes are used"),
        pytest.param(33, 240, id="where more would stay unused"),
    ],
)
def test_rest_grows_to_the_longest(limit: int, seconds: int):
    """With its usual rest the lift takes 26 minutes."""
    assert rest_of(limit, RESTED, Rest(), Rest(longest=True)) == seconds


# Shorter sessions first.


@pytest.mark.parametrize(
    ("minutes", "read_for"),
    [(15, [15]), (24, [24]), (25, [15, 25]), (60, [20, 30, 40, 50, 60])],
)
def test_the_list_is_read_for_all_sessions_that_are_tens_of_minutes_shorter(
    minutes: int, read_for: list[int]
):
    assert limits(minutes) == read_for


@pytest.mark.parametrize(
    ("read_for", "holds"),
    [((35,), "squat 3"), ((25, 35), "row 1")],
    ids=["read once", "read for ten minutes less before"],
)
def test_what_a_shorter_session_holds_stays_in_a_longer_one(read_for: tuple[int, ...], holds: str):
    week = reading()
    for limit in read_for:
        week.limit(limit)
        take(week, wanted(squat("3")), wanted(row("1")))
    assert told(week) == holds


@given(limit=st.integers(15, 50))
def test_ten_minutes_more_hold_all_that_is_there_without(limit: int):
    def held(minutes: int) -> dict[str, int]:
        week = reading()
        for shorter in limits(minutes):
            week.limit(shorter)
            fresh = [wanted(squat("2-4")), wanted(row("1-4")), wanted(feet("1-2"))]
            known = {line.pick.form.name for line in week.week[0].lines}
            options = [option for option in fresh if option.lines[0].pick.form.name not in known]
            take(week, *options, ANY, whole=shorter == minutes)
        return {line.pick.form.name: line.sets for line in week.week[0].lines}

    longer = held(limit + 10)
    assert all(longer.get(name, 0) >= sets for name, sets in held(limit).items())


LESS = row("1", at=10)


@pytest.mark.parametrize(
    ("whole", "holds"),
    [
        pytest.param(True, "row 1", id="in a session that grows no longer"),
        pytest.param(False, "", id="and not in one that does"),
    ],
)
def test_what_does_not_fit_is_done_otherwise(whole: bool, holds: str):
    week = reading(minutes_of(LESS))
    take(week, wanted(row("3"), LESS), whole=whole)
    assert told(week) == holds


def test_what_is_taken_is_known():
    fits, does_not = wanted(squat("1")), wanted(row("9"))
    week = reading(minutes_of(squat("1")))
    take(week, fits, does_not)
    assert week.taken == [fits.choice]


# R23: the share of jumps.


@pytest.mark.parametrize(
    ("race", "lifts", "jumps"),
    [
        pytest.param(Race.FIVE_K, 4, 2, id="two at least"),
        pytest.param(Race.FIVE_K, 12, 3, id="a fifth before a 5k"),
        pytest.param(Race.HALF, 12, 2, id="less before a half"),
        pytest.param(Race.FIVE_K, 16, 4, id="more with more leg work"),
    ],
)
def test_jumps_keep_their_share_of_the_leg_sets_as_those_grow(race: Race, lifts: int, jumps: int):
    half = f"1-{lifts // 2}"
    lines = (jump(), squat(half, at=1, rest_s=0), line("hinge", half, at=1, rest_s=0))
    options = [wanted(each) for each in lines]
    assert read(HOUR, *options, ANY, race=race) == (
        f"jump {jumps}, squat {lifts // 2}, hinge {lifts // 2}"
    )


def test_a_wish_for_sets_is_none_for_jumps():
    assert read(HOUR, wanted(jump()), ANY) == "jump 2"


def test_the_share_is_one_of_all_sessions_and_grows_where_there_are_fewest_jumps():
    lines = (
        wanted(jump("2-5"), slot=0),
        wanted(jump("1-5"), slot=1),
        wanted(squat("9", at=1, rest_s=0), slot=0),
    )
    week = reading(layout=TWO_DAYS, race=Race.FIVE_K)
    take(week, *lines)
    assert told(week) == "jump 2, squat 9 | jump 1"
    take(week, wanted(line("hinge", "3", at=1), slot=1))
    assert told(week) == "jump 2, squat 9 | jump 1, hinge 3"
    take(week, wanted(line("lunge", "4", at=1), slot=1))
    assert told(week) == "jump 2, squat 9 | jump 2, hinge 3, lunge 4"


def test_jumps_grow_where_there_are_fewest_and_not_where_there_is_least_beside_them():
    quick = {"at": 1, "rest_s": 0}
    entries = (
        wanted(jump("2-5"), slot=1),
        wanted(jump("1-5"), slot=0),
        wanted(squat("9", **quick), slot=0),
        wanted(line("hinge", "3", **quick), slot=1),
        wanted(line("lunge", "4", **quick), slot=0),
    )
    holds = read(HOUR, *entries, layout=TWO_DAYS, race=Race.FIVE_K)
    assert holds == "jump 2, squat 9, lunge 4 | jump 2, hinge 3"


def test_jumps_have_no_more_sets_than_their_dose_allows():
    entries = wanted(jump("1")), wanted(squat("9", at=1, rest_s=0))
    assert read(HOUR, *entries, race=Race.FIVE_K) == "jump 1, squat 9"


# What the week must have, and had no room so far.

MUST = calf("must", "1-3")
"""What comes in."""
FOOT, ARMS, OTHER_ARMS = feet("1-2"), row("1-2"), row("1", "pull")
TENDON = calf("tendon", first_line=(Niggle.ACHILLES,))


def insist(week: Reading, option: Option, *, leg_work: bool = True) -> bool:
    """Whether the week lets the option in, at the cost of other work."""
    choice = option.choice
    return week.insist(choice.wish, choice.slot, [option], leg_work=leg_work)


def insisted(
    *lines: Line,
    missing: int = 1,
    leg_work: bool = True,
    beside: tuple[Line, ...] = (),
    must: Line = MUST,
    relief: bool = False,
) -> str | None:
    """What a session of these lines holds with what it must have, where for that it is so many
    minutes too short; None where it has not come in. A second session holds what is `beside`.
    """
    week = reading(minutes_of(*lines, must) - missing, layout=TWO_DAYS)
    week.week[0].lines = tuple(lines)
    week.week[1].lines = tuple(beside)
    came_in = insist(week, wanted(must, must=True, relief=relief), leg_work=leg_work)
    return sets_of(week.week[0]) if came_in else None


TWO_FEET, TWO_ROWS = replace(FOOT, sets=2), replace(ARMS, sets=2)
LIFT, TWO_LIFTS = squat("1-2"), replace(squat("1-2"), sets=2)


@pytest.mark.parametrize(
    ("lines", "missing", "holds"),
    [
        pytest.param((LIFT, TWO_FEET), 0, "squat 1, feet 2, must 1", id="nothing where it fits"),
        pytest.param(
            (TWO_LIFTS, TWO_ROWS, TWO_FEET),
            1,
            "squat 2, row 2, feet 1, must 1",
            id="first a set of the last line",
        ),
        pytest.param(
            (TWO_LIFTS, TWO_ROWS, TWO_FEET),
            11,
            "squat 2, row 1, feet 1, must 1",
            id="then a set of the one before",
        ),
        pytest.param(
            (TWO_LIFTS, TWO_ROWS, TWO_FEET),
            21,
            "squat 2, row 1, must 1",
            id="then what nobody needs",
        ),
        pytest.param(
            (TWO_LIFTS, ARMS, FOOT), 11, "squat 1, row 1, must 1", id="last a set of leg work"
        ),
        pytest.param((LIFT, ARMS), 1, None, id="and nothing that the week has but once"),
    ],
)
def test_what_gives_way_to_a_must(lines: tuple[Line, ...], missing: int, holds: str | None):
    assert insisted(*lines, missing=missing) == holds


def test_leg_work_gives_way_only_where_that_is_said():
    assert insisted(TWO_LIFTS, leg_work=True) == "squat 1, must 1"
    assert insisted(TWO_LIFTS, leg_work=False) is None


def test_what_another_session_has_too_may_go():
    assert insisted(LIFT, ARMS, beside=(OTHER_ARMS,)) == "squat 1, must 1"


@pytest.mark.parametrize(
    ("missing", "holds"), [(1, "row 1, must 1"), (11, None)], ids=["one goes", "both do not"]
)
def test_of_two_that_the_week_needs_one_of_one_stays(missing: int, holds: str | None):
    assert insisted(row("1"), OTHER_ARMS, missing=missing) == holds


def test_of_two_for_one_sore_spot_one_stays():
    """The first goes because it is like the tendon's work, and then the other is the only one."""
    shin = calf("other", family="raise", first_line=(Niggle.SHIN,))
    pull = feet("1", first_line=(Niggle.SHIN,))
    tendon = calf("tendon", family="raise", first_line=(Niggle.PLANTAR,))
    assert insisted(shin, pull, missing=11, beside=(calf(),), must=tendon, relief=True) is None


@pytest.mark.parametrize(
    ("calves", "holds"),
    [
        pytest.param(("one",), None, id="not of two sessions"),
        pytest.param(("one", "two"), "push 1", id="but of three"),
    ],
)
def test_calves_stay_in_two_sessions(calves: tuple[str, ...], holds: str | None):
    """R08: the week must have them twice, though it has them once without that."""
    push = line("push", "1", pattern=Pattern.PUSH)
    beside = tuple([calf(name) for name in calves])
    assert insisted(calf(), beside=beside, must=push) == holds


@pytest.mark.parametrize(
    ("beside", "holds"),
    [
        pytest.param({}, None, id="the only one"),
        pytest.param({"knee": Knee.STRAIGHT, "per_side": True}, "push 1", id="one of two"),
        pytest.param({"knee": Knee.STRAIGHT}, None, id="beside one on both legs"),
        pytest.param({"knee": Knee.BENT, "per_side": True}, None, id="beside one with bent knees"),
    ],
)
def test_calf_work_on_one_straight_leg_stays_where_a_week_has_no_other(
    beside: dict[str, Any], holds: str | None
):
    """R08: whatever else there is for the calves."""
    push = line("push", "1", pattern=Pattern.PUSH)
    straight = calf(knee=Knee.STRAIGHT, per_side=True)
    others = (calf("one", **beside), calf("two"))
    assert insisted(straight, beside=others, must=push) == holds


@pytest.mark.parametrize(
    ("kit", "holds"), [((), None), ((Kit.BACKPACK,), "push 1")], ids=["the only one", "one of two"]
)
def test_calf_work_with_weight_stays_where_a_week_has_no_other(
    kit: tuple[Kit, ...], holds: str | None
):
    """R08: whatever else there is for the calves."""
    push = line("push", "1", pattern=Pattern.PUSH)
    others = (calf("one", kit=kit), calf("two"))
    assert insisted(calf(kit=(Kit.DUMBBELL,)), beside=others, must=push) == holds


def test_first_line_work_gives_way_to_no_other_must():
    """A tendon's stays in each session, though the week has it and the calves elsewhere, too."""
    beside = (calf("one"), calf("two", first_line=(Niggle.ACHILLES,)))
    assert insisted(TENDON, beside=beside, must=OTHER_ARMS) is None


def test_first_line_work_gives_way_to_no_other_sore_spot():
    shin = feet("1", first_line=(Niggle.SHIN,))
    assert insisted(LIFT, TENDON, must=shin, relief=True) == "tendon 1, feet 1"
    assert insisted(TENDON, must=shin, relief=True) is None


def test_to_a_sore_spot_gives_way_what_the_week_has_but_once():
    assert insisted(LIFT, ARMS, must=TENDON, relief=True) == "squat 1, tendon 1"


def test_what_is_like_it_goes_first():
    """A calf exercise for the sore tendon takes the place of another of its family."""
    like = calf("other", family="raise")
    tendon = calf("tendon", family="raise", first_line=(Niggle.ACHILLES,))
    assert insisted(LIFT, like, ARMS, missing=0, must=tendon, relief=True) == (
        "squat 1, row 1, tendon 1"
    )


def test_calf_work_for_another_sore_spot_goes_for_a_tendon_s():
    """The shin has the foot work, the tendon nothing else."""
    shin = calf("other", family="raise", first_line=(Niggle.SHIN,))
    pull = feet(first_line=(Niggle.SHIN,))
    tendon = calf("tendon", family="raise", first_line=(Niggle.PLANTAR,))
    assert insisted(shin, pull, missing=0, beside=(calf(),), must=tendon, relief=True) == (
        "feet 1, tendon 1"
    )


def test_where_nothing_gives_way_the_session_is_as_it_was():
    week = reading(minutes_of(LIFT, ARMS))
    take(week, wanted(LIFT), wanted(ARMS))
    assert not insist(week, wanted(MUST, must=True))
    assert told(week) == "squat 1, row 1"


def test_a_session_knows_what_it_has_lost():
    """Two sessions may have been offered one pick, and only one of them have it."""
    both = feet("1")
    here, there = wanted(both, slot=0), wanted(both, slot=1)
    week = reading(minutes_of(both), layout=TWO_DAYS)
    take(week, here, there)
    assert insist(week, wanted(MUST, must=True))
    assert [choice.slot for choice in week.taken] == [1, 0]
    assert told(week) == "must 1 | feet 1"


def test_what_has_gone_leaves_its_room_under_the_ceilings():
    week = reading(minutes_of(TWO_LIFTS, MUST) - 1, ceilings={HARD: 3})
    week.week[0].lines = (TWO_LIFTS,)
    assert insist(week, wanted(MUST, must=True))
    assert told(week) == "squat 1, must 1"
    week.limit(HOUR)
    take(week, ANY)
    assert told(week) == "squat 2, must 1"


# A second set of what helps a sore spot.

HELP = feet("1-2", first_line=(Niggle.SHIN,), work=Range(90, 90))
OTHER_HELP = row("1-2", "pull", first_line=(Niggle.ITB,))
SHIN_CALF = calf(sets="1-2", first_line=(Niggle.SHIN,))
GROWN = feet("1-2", first_line=(Niggle.SHIN,), work=Range(60, 90), step=10)
"""Its set takes two thirds of the time where it does not grow."""


def with_second_sets(*lines: Line, more: int, **of_week: Any) -> str:
    """What a session of these lines holds once what helps a sore spot has a second set wherever it
    can, where the session has so many minutes more.
    """
    week = reading(minutes_of(*lines) + more, **of_week)
    week.week[0].lines = lines
    week.give_second_sets()
    return told(week)


@pytest.mark.parametrize(
    ("lines", "more", "holds"),
    [
        pytest.param((LIFT, ARMS, HELP), 10, "squat 1, row 1, feet 2", id="in the minutes left"),
        pytest.param((TWO_ROWS, HELP), 0, "row 1, feet 2", id="for a set of other work"),
        pytest.param((row("1"), OTHER_ARMS, HELP), 0, "row 1, feet 2", id="for what nobody needs"),
        pytest.param((ARMS, HELP), 0, "row 1, feet 1", id="but not for what the week has once"),
        pytest.param((TWO_LIFTS, HELP), 0, "squat 2, feet 1", id="nor for a set of a lift"),
        pytest.param(
            (replace(OTHER_HELP, sets=2), HELP), 0, "pull 2, feet 1", id="nor for other such work"
        ),
        pytest.param((LIFT, GROWN), 4, "squat 1, feet 2", id="for growth of its own"),
        pytest.param((LIFT, ARMS, FOOT), 10, "squat 1, row 1, feet 1", id="of nothing else"),
        pytest.param(
            (ARMS, feet("1", first_line=(Niggle.SHIN,))),
            10,
            "row 1, feet 1",
            id="nor of more than its dose has",
        ),
        pytest.param((LIFT, SHIN_CALF), 10, "squat 1, calf 1", id="nor of calf work"),
    ],
)
def test_what_helps_a_sore_spot_has_a_second_set(lines: tuple[Line, ...], more: int, holds: str):
    assert with_second_sets(*lines, more=more) == holds


def test_no_second_set_comes_in_over_a_ceiling():
    side = feet("1-2", first_line=(Niggle.SHIN,), muscles=QUADRICEPS)
    assert with_second_sets(side, more=10, ceilings={"quadriceps": 1}) == "feet 1"


# R31: growth that comes back.


@pytest.mark.parametrize(
    ("limit", "reps"),
    [
        pytest.param(26, 90, id="where there is no minute, it stands still"),
        pytest.param(27, 100, id="where there is, it grows"),
    ],
)
def test_what_stood_still_for_want_of_minutes_grows_again(limit: int, reps: int):
    still = row("2")
    grown = replace(still, at=100)
    week = reading(25)
    take(week, wanted(grown, still))
    assert [each.at for each in week.week[0].lines] == [90]
    week.limit(limit)
    week.grow_on()
    assert [each.at for each in week.week[0].lines] == [reps]
