"""What the rules ask of a week that is otherwise than its stretch's others, because of its runs or
of who its runner is then: each exemption where it holds, and where without it the rule finds.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import pytest
from altered_plan import (
    BUILD,
    FREE,
    FRI,
    MON,
    PLAN,
    SAT,
    SORE,
    SORE_WEEK,
    SUN,
    THU,
    TUE,
    WED,
    each_set_to,
    everywhere,
    heavy_legs_gone,
    higher_rung,
    in_exercise,
    in_session,
    in_week,
    moved,
    only,
    settled,
    warmed,
    without_notes,
    without_work,
)
from coached_plan import CATALOGUE, prescription
from msgspec.structs import replace

from befit_cli.rules.check import check_plan
from befit_cli.values import (
    Adapted,
    AdaptedKey,
    Day,
    Finding,
    Kit,
    Load,
    Note,
    NoteKey,
    Plan,
    Reason,
    ReasonKey,
    Role,
    Runs,
    RunSource,
    Scope,
    Session,
    Week,
)


def found(plan: Plan, rule: str) -> list[Finding]:
    return [finding for finding in check_plan(plan, CATALOGUE) if finding.rule == rule]


def with_less_room(plan: Plan, number: int, *slots: int) -> Plan:
    """The plan, in which these sessions of a week say that its runs leave them less room."""
    for slot in slots:
        plan = in_session(
            plan,
            number,
            slot,
            lambda one: replace(one, reasons=(*one.reasons, Reason(ReasonKey.LESS_ROOM))),
        )
    return plan


def with_runner(plan: Plan, number: int, **changes: Any) -> Plan:
    """The plan, in one week of which the athlete is otherwise."""
    runner = replace(plan.athlete, **changes)
    return in_week(plan, number, lambda week: replace(week, runner=runner))


HURTS = Adapted(rule="R71", key=AdaptedKey.LESS_FOR_PAIN, facts={"pain": 4})
EASED = Adapted(rule="R71", key=AdaptedKey.ON_AFTER_PAIN)
ILL = Adapted(rule="R75", key=AdaptedKey.AFTER_ILLNESS, facts={"load": "low"})
HARDER = Adapted(rule="R76", key=AdaptedKey.HARDER_FORM, facts={"sign": "over"})


# What a session does not have because of its runs.


class Lacking(NamedTuple):
    """A plan that breaks a rule in the sessions of one week."""

    rule: str
    plan: Plan
    number: int
    slots: tuple[int, ...] = (1,)


def without_lifts(number: int) -> Plan:
    plan = without_work(PLAN, number, 1, "squats")
    return without_work(plan, number, 2, "single-leg-deadlifts")


def with_few_sets(number: int) -> Plan:
    """The plan, with one set of each exercise in a week."""
    return settled(
        in_week(
            PLAN,
            number,
            lambda week: replace(
                week,
                sessions=tuple(
                    [replace(one, exercises=one.exercises[:2]) for one in week.sessions]
                ),
            ),
        )
    )


STANDING_STILL = each_set_to(PLAN, (6, 7), "squats", (6, 6))
"""Squats in the last week of their stretch as in its first."""
BULKY = in_exercise(PLAN, 6, 1, "squats", sets=7)
LACKING = {
    "R19, full weight and a set more": Lacking(
        "R19", in_exercise(PLAN, 3, 1, "squats", sets=3), number=3
    ),
    "R19, full weight and a set more after a week with less": Lacking(
        "R19", in_exercise(PLAN, 3, 1, "squats", sets=3), number=2
    ),
    "R31, less than the stretch before": Lacking(
        "R31", in_exercise(PLAN, 5, 2, "split-squats", reps=8), 5, (2,)
    ),
    "R31, less than in the last week of the stretch before": Lacking(
        "R31", in_exercise(PLAN, 3, 2, "split-squats", reps=14), 3, (2,)
    ),
    "R32, a main lift that is gone": Lacking("R32", without_work(PLAN, 6, 1, "squats"), number=6),
    "R32, main work that is new": Lacking(
        "R32", in_exercise(PLAN, 6, 1, "planks", id="mine", role=Role.MAIN), number=6
    ),
    "R32, another form of it": Lacking(
        "R32", in_exercise(PLAN, 7, 1, "squats", form="Half squat", kit=(), reps=12), number=7
    ),
    "R32, fewer repetitions": Lacking(
        "R32", in_exercise(PLAN, 6, 2, "split-squats", reps=8), number=6, slots=(2,)
    ),
    "R32, a main lift that stands still": Lacking("R32", STANDING_STILL, number=7),
    "R33, many hard sets": Lacking("R33", BULKY, number=6),
    "R34, few sets in a deload": Lacking("R34", with_few_sets(8), number=8),
    "R34, something new in it": Lacking(
        "R34", in_exercise(PLAN, 8, 2, "split-squats", form="Deep split squat"), 8, (2,)
    ),
    "R34, as little in reserve": Lacking(
        "R34", in_exercise(PLAN, 8, 2, "split-squats", rir=3), 8, (2,)
    ),
    "R34, as little in reserve as the week before": Lacking(
        "R34", in_exercise(PLAN, 8, 2, "split-squats", rir=3), 7, (2,)
    ),
    "R34, few sets in the week before a deload": Lacking("R34", with_few_sets(7), number=7),
    "R35, few sets in the week before a taper": Lacking("R35", with_few_sets(10), number=10),
    "R35, a main lift loses a set in a taper": Lacking(
        "R35",
        in_exercise(in_exercise(PLAN, 11, 1, "squats", sets=1), 11, 2, "split-squats", sets=2),
        number=11,
    ),
    "R35, few sets in the first week of a taper": Lacking("R35", with_few_sets(11), number=11),
    "R35, something new in a taper": Lacking(
        "R35", in_exercise(PLAN, 11, 2, "split-squats", form="Deep split squat"), 11, (2,)
    ),
    "R35, no main lift in it": Lacking("R35", without_lifts(11), number=11, slots=(1, 2)),
}


@pytest.mark.parametrize("lacking", LACKING.values(), ids=LACKING)
def test_what_a_session_lacks_is_found(lacking: Lacking) -> None:
    assert found(lacking.plan, lacking.rule)


@pytest.mark.parametrize("lacking", LACKING.values(), ids=LACKING)
def test_what_a_session_lacks_for_its_week_s_runs_is_not_found(lacking: Lacking) -> None:
    plan = with_less_room(lacking.plan, lacking.number, *lacking.slots)
    assert found(plan, lacking.rule) == []


@pytest.mark.parametrize("lacking", LACKING.values(), ids=LACKING)
def test_what_another_session_lacks_is_found_beside_one_with_less_room(lacking: Lacking) -> None:
    """The reason stands in a week that is not asked about."""
    plan = with_less_room(lacking.plan, 1, 1)
    assert found(plan, lacking.rule)


@pytest.mark.parametrize("lacking", LACKING.values(), ids=LACKING)
def test_what_a_week_of_another_runner_lacks_is_not_found(lacking: Lacking) -> None:
    assert found(with_runner(lacking.plan, lacking.number, minutes=41), lacking.rule) == []


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"days": (MON, TUE, FRI)}, id="fewer days"),
        pytest.param({"hard_runs": (SAT,)}, id="other hard runs"),
        pytest.param({"long_run": SAT}, id="another long run"),
    ],
)
def test_other_days_and_runs_alone_excuse_nothing(changes: dict[str, Any]) -> None:
    plan = with_runner(without_work(PLAN, 6, 1, "squats"), 6, **changes)
    assert found(plan, "R32")


def test_a_week_with_days_for_fewer_sessions_is_not_measured_by_the_others() -> None:
    plan = in_week(PLAN, 8, lambda week: replace(week, sessions=week.sessions[:1]))
    assert [str(finding.where) for finding in found(plan, "R34")] == ["week 8"]
    assert found(with_runner(plan, 8, days=(TUE,)), "R34") == []


def test_nothing_must_progress_in_a_stretch_of_which_one_week_is_of_another_runner() -> None:
    assert found(with_runner(STANDING_STILL, 6, minutes=41), "R32") == []


def test_a_week_of_another_runner_is_none_of_those_in_which_an_exercise_is_the_same() -> None:
    plan = everywhere(PLAN, "push-ups", reps=10)
    plan = replace(plan, weeks=plan.weeks[:9])
    assert [str(finding.where) for finding in found(plan, "R29")] == ["week 9 Friday, Push-up"]
    assert found(with_runner(plan, 7, minutes=41), "R29") == []


@pytest.mark.parametrize(
    ("rule", "eased", "build"),
    [pytest.param("R34", 8, (5, 6, 7), id="deload"), pytest.param("R35", 11, (9, 10), id="taper")],
)
def test_what_a_session_had_no_room_for_in_any_week_is_not_new_in_an_easier_one(
    rule: str, eased: int, build: tuple[int, ...]
) -> None:
    plan = in_exercise(PLAN, eased, 2, "split-squats", form="Deep split squat")
    for number in build[1:]:
        plan = with_less_room(plan, number, 2)
    assert [str(finding.found) for finding in found(plan, rule)] == ["Deep split squat is new"]
    assert found(with_less_room(plan, build[0], 2), rule) == []
    assert found(with_runner(plan, build[0], minutes=41), rule) == []


def test_what_an_illness_took_out_of_a_session_in_every_week_is_not_new_in_an_easier_one() -> None:
    plan = in_exercise(PLAN, 8, 2, "split-squats", form="Deep split squat")
    for number in (5, 6, 7):
        assert found(plan, "R34")
        plan = in_exercise(plan, number, 2, "single-leg-deadlifts", adapted=ILL)
    assert found(plan, "R34") == []


@pytest.mark.parametrize(
    ("rule", "easier", "back"),
    [pytest.param("R34", 8, 7, id="deload"), pytest.param("R35", 11, 10, id="taper")],
)
def test_an_easier_week_may_have_as_few_sets_as_the_week_before_that_the_log_made_less(
    rule: str, easier: int, back: int
) -> None:
    plan = with_few_sets(easier)
    few = plan.weeks[easier - 1].sessions
    plan = in_week(plan, back, lambda week: replace(week, sessions=few))
    plan = in_exercise(plan, back, 1, few[0].exercises[0].id, adapted=HURTS)
    fewer = in_exercise(plan, easier, 1, few[0].exercises[0].id, sets=1)
    told = [{str(one.where) for one in found(each, rule)} for each in (plan, fewer)]
    assert [f"week {easier}" in places for places in told] == [False, True]


@pytest.mark.parametrize(
    ("form", "told"),
    [
        pytest.param("Deep split squat", 0, id="it"),
        pytest.param("Plank", 1, id="another"),
    ],
)
def test_what_was_left_out_for_pain_is_not_new_in_an_easier_week(form: str, told: int) -> None:
    left_out = Note(rule="R70", key=NoteKey.LEFT_OUT, scope=Scope.WEEK, facts={"forms": [form]})
    plan = in_exercise(PLAN, 8, 2, "split-squats", form="Deep split squat")
    plan = in_week(plan, 7, lambda week: replace(week, notes=(*week.notes, left_out)))
    assert len(found(plan, "R34")) == told


@pytest.mark.parametrize(
    ("apart", "places"),
    [
        pytest.param((10,), ["week 11"], id="one of the two weeks before it"),
        pytest.param((9, 10), [], id="both"),
    ],
)
def test_a_taper_is_measured_by_the_stretch_before_it(
    apart: tuple[int, ...], places: list[str]
) -> None:
    plan = with_few_sets(11)
    for number in apart:
        plan = with_less_room(plan, number, 1)
    sets = [one for one in found(plan, "R35") if "sets" in str(one.found)]
    assert [str(one.where) for one in sets if "Tuesday" not in str(one.where)] == places


@pytest.mark.parametrize(
    ("apart", "places"),
    [
        pytest.param((), ["week 4"], id="by the week after the ramp"),
        pytest.param((2,), ["week 4"], id="by that, whatever the ramp had"),
        pytest.param((3,), [], id="not by the ramp, where that week had less room"),
    ],
)
def test_an_easier_week_is_measured_by_no_week_of_the_ramp_where_later_ones_are_not_of_it(
    apart: tuple[int, ...], places: list[str]
) -> None:
    plan = with_few_sets(4)
    for number in apart:
        plan = with_less_room(plan, number, 1)
    sets = [one for one in found(plan, "R34") if "sets" in str(one.found)]
    assert [str(one.where) for one in sets] == places


EASY_SQUATS = in_exercise(PLAN, 10, 1, "squats", form="Half squat", kit=(), load=Load.LOW)
ONLY_EASY_LIFTS = in_week(
    without_work(EASY_SQUATS, 12, 1, "squats"),
    12,
    lambda week: replace(week, runs=replace(week.runs, hard=(), long=(TUE,))),
)
"""A last week whose Tuesday has the long run: of all squats only easy ones may stand on it."""


@pytest.mark.parametrize(
    ("plan", "told"),
    [
        pytest.param(ONLY_EASY_LIFTS, ["no main lift"], id="the athlete's own"),
        pytest.param(with_runner(ONLY_EASY_LIFTS, 10, minutes=41), [], id="another runner's"),
    ],
)
def test_a_taper_s_main_lift_is_one_that_the_athlete_s_own_weeks_have(
    plan: Plan, told: list[str]
) -> None:
    of_week = [one for one in found(plan, "R35") if str(one.where) == "week 12 Tuesday"]
    assert [str(one.found) for one in of_week] == told


def lightly(plan: Plan, *ids: str, number: int = 12) -> Plan:
    """The plan, in which the Tuesday of its last week, or of that one, has these exercises light."""
    for id_ in ids:
        plan = in_exercise(plan, number, 1, id_, light=True, sets=2, rir=4)
    return plan


WITHOUT_LIFT = without_work(PLAN, 12, 1, "squats")


@pytest.mark.parametrize(
    ("plan", "told"),
    [
        pytest.param(
            lightly(WITHOUT_LIFT, "calf-raises", "heel-raises"), ["no main lift"], id="two light"
        ),
        pytest.param(
            lightly(WITHOUT_LIFT, "calf-raises", "heel-raises", "glute-bridges"),
            [],
            id="three, as many as count as light",
        ),
        pytest.param(
            lightly(
                in_exercise(WITHOUT_LIFT, 10, 1, "squats", form="Half squat", load=Load.LOW),
                "calf-raises",
                "heel-raises",
                "glute-bridges",
            ),
            ["no main lift"],
            id="three, and a lift that is easy as it is",
        ),
    ],
)
def test_a_taper_s_main_lift_is_not_one_light_lift_too_many(plan: Plan, told: list[str]) -> None:
    of_week = [one for one in found(plan, "R35") if str(one.where) == "week 12 Tuesday"]
    assert [str(one.found) for one in of_week] == told


LIGHT = ("calf-raises", "heel-raises", "glute-bridges")
"""As many as count as light."""


@pytest.mark.parametrize(
    ("light", "runs", "told"),
    [
        pytest.param(LIGHT, Runs(hard=(TUE,), long=(SUN,)), ["no main lift"], id="as usual"),
        pytest.param(LIGHT, Runs(hard=(WED,), long=(SUN,)), [], id="a hard run the next day"),
        pytest.param(LIGHT, Runs(long=(WED,)), [], id="a long run the next day"),
        pytest.param(LIGHT, Runs(hard=(THU,)), ["no main lift"], id="a hard run in two days"),
        pytest.param(LIGHT[1:], Runs(hard=(WED,)), ["no main lift"], id="be it light"),
        pytest.param(LIGHT[1:], Runs(long=(TUE,)), [], id="a long run that day"),
    ],
)
def test_a_taper_s_main_lift_is_one_that_the_runs_leave_room_for(
    light: tuple[str, ...], runs: Runs, told: list[str]
) -> None:
    plan = lightly(without_work(PLAN, 11, 1, "squats"), *light, number=11)
    plan = in_week(plan, 11, lambda week: replace(week, runs=runs))
    of_week = [one for one in found(plan, "R35") if str(one.where) == "week 11 Tuesday"]
    assert [str(one.found) for one in of_week] == told


@pytest.mark.parametrize(
    ("light", "sets", "told"),
    [
        pytest.param(LIGHT, 0, [], id="gone, and no room for it"),
        pytest.param(LIGHT[1:], 0, ["0 sets after 2"], id="gone"),
        pytest.param(LIGHT, 1, ["1 sets after 2"], id="there, with less"),
    ],
)
def test_a_main_lift_keeps_its_sets_where_there_is_room_for_it(
    light: tuple[str, ...], sets: int, told: list[str]
) -> None:
    plan = in_exercise(lightly(PLAN, *light, number=11), 11, 2, "push-ups", sets=2)
    if sets:
        plan = in_exercise(plan, 11, 1, "squats", sets=sets)
    else:
        plan = without_work(plan, 11, 1, "squats")
    lost = [str(one.found) for one in found(plan, "R35")]
    assert [words for words in lost if "after" in words] == told


@pytest.mark.parametrize(
    ("sets", "told"),
    [
        pytest.param(8, [], id="grown twice by as much as in a week"),
        pytest.param(9, ["at most 19"], id="one more"),
    ],
)
def test_what_grows_is_asked_of_the_weeks_beside_one_with_less_room(
    sets: int, told: list[str]
) -> None:
    """Week 6 is left out: from the 14 sets of week 5 it may grow to 16, and week 7 to 19."""
    plan = with_less_room(in_exercise(PLAN, 7, 1, "squats", sets=sets), 6, 1)
    assert [str(finding.allowed) for finding in found(plan, "R33")] == told


@pytest.mark.parametrize(
    ("slots", "told"),
    [
        pytest.param((), ["no low hops in a warm-up"], id="room in both"),
        pytest.param((1,), ["no low hops in a warm-up"], id="room in one"),
        pytest.param((1, 2), [], id="room in none"),
    ],
)
def test_hops_are_asked_for_where_a_session_has_room(
    slots: tuple[int, ...], told: list[str]
) -> None:
    plan = with_less_room(warmed(BUILD, 6, 1, contacts=0), 6, *slots)
    assert [str(finding.found) for finding in found(plan, "R24")] == told


@pytest.mark.parametrize(
    ("reps", "room", "told"),
    [
        pytest.param(8, True, ["sets and repetitions change"], id="a week later"),
        pytest.param(8, False, [], id="two weeks later"),
        pytest.param(
            5,
            False,
            ["fewer or easier repetitions than the week before"],
            id="more sets two weeks later, and fewer repetitions",
        ),
    ],
)
def test_of_two_weeks_with_one_between_that_had_less_room_each_has_a_step(
    reps: int, room: bool, told: list[str]
) -> None:
    plan = in_exercise(PLAN, 7, 1, "squats", sets=4, reps=reps)
    if not room:
        plan = with_less_room(plan, 6, 1)
    assert [str(finding.found) for finding in found(plan, "R32")] == told


@pytest.mark.parametrize(
    ("apart", "places"),
    [
        pytest.param((6, 7), ["week 9"], id="two weeks of a stretch of three"),
        pytest.param((5, 6, 7), [], id="all of them"),
    ],
)
def test_no_growth_is_asked_after_a_stretch_without_a_week_in_full(
    apart: tuple[int, ...], places: list[str]
) -> None:
    plan = in_exercise(PLAN, 9, 1, "squats", sets=15)
    for number in apart:
        plan = with_less_room(plan, number, 1)
    assert [str(finding.where) for finding in found(plan, "R33")] == places


# From one week to the next.

SUNDAY_AND_MONDAY = moved(moved(FREE, 6, 2, SUN), 7, 1, MON)
SUNDAY_AND_TUESDAY = moved(moved(FREE, 6, 1, WED), 6, 2, SUN)
BOTH_IN_ONE = moved(SUNDAY_AND_MONDAY, 6, 1, MON)


@pytest.mark.parametrize(
    ("plan", "places"),
    [
        pytest.param(
            SUNDAY_AND_MONDAY, ["week 6 Sunday and week 7 Monday"], id="Sunday and Monday"
        ),
        pytest.param(SUNDAY_AND_TUESDAY, [], id="Sunday and Tuesday"),
        pytest.param(
            BOTH_IN_ONE, ["week 6 Monday and Sunday"], id="both in the first, which is told of it"
        ),
    ],
)
def test_a_day_is_between_the_loaded_sessions_of_two_weeks(plan: Plan, places: list[str]) -> None:
    assert [str(finding.where) for finding in found(plan, "R10")] == places


def with_runs(plan: Plan, number: int, **changes: Any) -> Plan:
    """The plan with the runs of one week, or those of the weeks beside it."""
    return in_week(plan, number, lambda week: replace(week, **changes))


SUNDAY = only(moved(FREE, 6, 2, SUN), 6)
MONDAY = only(moved(FREE, 6, 1, MON), 6)


@pytest.mark.parametrize(
    ("rule", "plan", "runs", "places"),
    [
        pytest.param("R11", SUNDAY, {}, [], id="no key run"),
        pytest.param(
            "R11", SUNDAY, {"runs_after": Runs(hard=(MON,))}, ["Sunday"], id="one on Monday"
        ),
        pytest.param("R11", SUNDAY, {"runs_after": Runs(hard=(TUE,))}, [], id="one on Tuesday"),
        pytest.param(
            "R11",
            SUNDAY,
            {"runs": Runs(hard=(MON,)), "runs_after": Runs()},
            [],
            id="one on this week's Monday alone",
        ),
        pytest.param("R15", MONDAY, {}, [], id="no long run"),
        pytest.param(
            "R15", MONDAY, {"runs_before": Runs(long=(SUN,))}, ["Monday"], id="one on Sunday"
        ),
        pytest.param("R15", MONDAY, {"runs_before": Runs(long=(SAT,))}, [], id="one on Saturday"),
        pytest.param(
            "R15",
            MONDAY,
            {"runs": Runs(long=(SUN,)), "runs_before": Runs()},
            [],
            id="one on this week's Sunday alone",
        ),
    ],
)
def test_a_key_run_counts_in_the_week_that_it_is_in(
    rule: str, plan: Plan, runs: dict[str, Runs], places: list[str]
) -> None:
    places_found = [str(finding.where) for finding in found(with_runs(plan, 6, **runs), rule)]
    assert places_found == places


ALONE = only(moved(moved(FREE, 6, 1, MON), 6, 2, SUN), 6)
"""A week by itself, with loaded sessions on its Monday and its Sunday."""


def jumping(one: Session) -> Session:
    jumps = prescription("jump-squats", "Jump squat", sets=2, amount=3)
    return replace(one, exercises=(jumps, *one.exercises))


JUMPING = settled(in_session(in_session(ALONE, 6, 1, jumping), 6, 2, jumping))


@pytest.mark.parametrize(
    ("rule", "plan"),
    [pytest.param("R10", ALONE, id="load"), pytest.param("R21", JUMPING, id="jumps")],
)
@pytest.mark.parametrize(
    ("changes", "repeats"),
    [
        pytest.param({}, True, id="nothing else is said"),
        pytest.param({"runs_before": Runs(hard=(WED,))}, False, id="the week before"),
        pytest.param({"runs_after": Runs(hard=(WED,))}, False, id="the week after"),
        pytest.param({"runner": replace(FREE.athlete, minutes=41)}, False, id="another runner"),
        pytest.param({"runs": Runs(source=RunSource.PLAN)}, False, id="a running plan"),
        pytest.param({"runs": Runs(source=RunSource.ADJUSTED)}, False, id="runs of its own"),
    ],
)
def test_a_week_follows_itself_where_nothing_says_otherwise(
    rule: str, plan: Plan, changes: dict[str, Any], repeats: bool
) -> None:
    assert bool(found(with_runs(plan, 6, **changes), rule)) is repeats


OTHER_DAY = moved(PLAN, 6, 2, THU)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        pytest.param({"runs_before": PLAN.weeks[5].runs}, 2, id="before it, the same"),
        pytest.param({"runs_after": PLAN.weeks[5].runs}, 2, id="after it, the same"),
        pytest.param({"runs_before": Runs(long=(SAT,))}, 0, id="before it, others"),
        pytest.param({"runs_after": Runs(hard=(MON,))}, 0, id="after it, others"),
    ],
)
def test_the_runs_beside_a_week_may_ask_for_other_days(changes: dict[str, Runs], told: int) -> None:
    assert len(found(OTHER_DAY, "R32")) == 2
    assert len(found(with_runs(OTHER_DAY, 6, **changes), "R32")) == told


def test_two_days_running_are_told_where_the_week_after_is_another() -> None:
    plan = with_runs(only(moved(FREE, 6, 2, WED), 6), 6, runs_after=Runs(hard=(WED,)))
    assert [str(finding.where) for finding in found(plan, "R10")] == ["Tuesday and Wednesday"]


# A runner of one week.


def without_second(week: Week) -> Week:
    return replace(week, sessions=week.sessions[:1])


ONE_SESSION = in_week(BUILD, 6, without_second)


@pytest.mark.parametrize(
    ("sessions", "days", "musts"),
    [
        pytest.param(2, tuple(Day), [False], id="two wanted"),
        pytest.param(1, (TUE,), [], id="days for one"),
    ],
)
def test_that_a_week_has_fewer_sessions_than_its_runner_wants_is_told_and_no_broken_must(
    sessions: int, days: tuple[Day, ...], musts: list[bool]
) -> None:
    plan = with_runner(ONE_SESSION, 6, sessions=sessions, days=days)
    assert [finding.must for finding in found(plan, "R01")] == musts


@pytest.mark.parametrize(
    ("change", "must"),
    [
        pytest.param(lambda plan: plan, True, id="as always"),
        pytest.param(lambda plan: with_runner(plan, 6, minutes=41), False, id="in one week"),
    ],
)
def test_what_a_week_must_cover_it_should_where_it_has_a_runner_of_its_own(
    change: Callable[[Plan], Plan], must: bool
) -> None:
    [finding] = found(change(everywhere(BUILD, "push-ups", serves=())), "R03")
    assert finding.must is must


@pytest.mark.parametrize("rule", ["R03", "R04", "R08"])
def test_a_week_in_which_its_runner_has_no_day_for_strength_lacks_nothing(rule: str) -> None:
    plan = in_week(BUILD, 6, lambda week: replace(week, sessions=()))
    assert found(plan, rule)
    assert found(with_runner(plan, 6, days=()), rule) == []


def without_first_line(plan: Plan) -> Plan:
    """The plan with the same calf work under other names."""
    return everywhere(everywhere(plan, "calf-raises", id="mine"), "heel-raises", id="mine, too")


@pytest.mark.parametrize(
    "plan",
    [
        pytest.param(without_first_line(SORE_WEEK), id="none of the first exercises"),
        pytest.param(
            everywhere(everywhere(SORE_WEEK, "calf-raises", sets=1), "heel-raises", sets=1),
            id="few sets",
        ),
    ],
)
@pytest.mark.parametrize(
    ("change", "must"),
    [
        pytest.param(lambda plan: plan, True, id="as always"),
        pytest.param(lambda plan: with_runner(plan, 6, minutes=41), False, id="in one week"),
        pytest.param(
            lambda plan: in_exercise(plan, 6, 2, "push-ups", adapted=HURTS), False, id="by the log"
        ),
    ],
)
def test_what_a_sore_tendon_must_have_it_should_in_a_week_that_may_lack_room_for_it(
    plan: Plan, change: Callable[[Plan], Plan], must: bool
) -> None:
    assert {finding.must for finding in found(change(plan), "R59")} == {must}


@pytest.mark.parametrize(
    ("kit", "found_"),
    [
        pytest.param((Kit.BAND, Kit.BACKPACK, Kit.DUMBBELL), False, id="theirs"),
        pytest.param((Kit.BAND,), True, id="less"),
    ],
)
def test_a_week_is_asked_for_the_kit_of_its_runner(kit: tuple[Kit, ...], found_: bool) -> None:
    plan = with_runner(PLAN, 6, kit=tuple(sorted(kit)))
    assert bool(found(plan, "R58")) is found_


# Jumps, hops and sore tendons of a runner of one week.

DRILL, JUMPS, REBOUNDS, *_ = [form.name for form in CATALOGUE.by_id["jump-squats"].ladder]
"""The rungs; a jump squat is the first that who has hopped may do."""


def hopping_only_in(plan: Plan, number: int) -> Plan:
    """The plan without hops in the warm-ups of all weeks but one."""
    weeks = []
    for week in plan.weeks:
        sessions = week.sessions
        if week.number != number:
            sessions = tuple(
                [replace(one, warm_up=replace(one.warm_up, contacts=0)) for one in sessions]
            )
        weeks.append(replace(week, sessions=sessions))
    return replace(plan, weeks=tuple(weeks))


HOPPED = hopping_only_in(PLAN, 6)
"""Jump squats from week 9 on, after hops in one week."""
NEVER_HOPPED = hopping_only_in(PLAN, 0)


TOO_HIGH = in_exercise(PLAN, 9, 1, "jump-squats", form=REBOUNDS)


@pytest.mark.parametrize(
    ("plan", "told"),
    [
        pytest.param(HOPPED, [], id="after hops"),
        pytest.param(higher_rung(HOPPED, DRILL), [DRILL], id="a drill after hops"),
        pytest.param(
            higher_rung(hopping_only_in(PLAN, 3), DRILL), [DRILL], id="a drill long after hops"
        ),
        pytest.param(NEVER_HOPPED, ["Jump squat"], id="without hops"),
        pytest.param(higher_rung(NEVER_HOPPED, DRILL), [], id="a drill without hops"),
        pytest.param(
            with_less_room(NEVER_HOPPED, 6, 1), [], id="a session had no room for hops, maybe"
        ),
        pytest.param(
            with_less_room(higher_rung(NEVER_HOPPED, DRILL), 6, 1),
            [],
            id="a drill where a session had no room for hops, maybe",
        ),
        pytest.param(
            with_runner(higher_rung(HOPPED, DRILL), 6, minutes=41),
            [],
            id="a drill where a runner of one week has hopped alone",
        ),
        pytest.param(TOO_HIGH, [REBOUNDS], id="a rung too high"),
        pytest.param(
            with_runner(TOO_HIGH, 9, minutes=41),
            [],
            id="a rung too high, of a runner of one week",
        ),
    ],
)
def test_rungs_of_jumps_follow_the_weeks_that_are_the_athlete_s_own(
    plan: Plan, told: list[str]
) -> None:
    assert [str(finding.found) for finding in found(plan, "R25")] == told


def jumps_in(forms: dict[int, str], **of_week_5: Any) -> Plan:
    """The plan with these jumps, and in other weeks none."""
    plan = without_work(without_work(PLAN, 9, 1, "jump-squats"), 10, 1, "jump-squats")
    for number, form in forms.items():
        changes = of_week_5 if number == 5 else {}
        jump = prescription("jump-squats", form, sets=2, amount=3, **changes)
        plan = in_session(
            plan, number, 1, lambda one, jump=jump: replace(one, exercises=(jump, *one.exercises))
        )
    return plan


@pytest.mark.parametrize(
    ("plan", "told"),
    [
        pytest.param(jumps_in({3: DRILL, 5: JUMPS, 9: REBOUNDS}), [], id="a rung each"),
        pytest.param(
            hopping_only_in(jumps_in({3: DRILL, 5: JUMPS}), 0), [], id="without hops, after a drill"
        ),
        pytest.param(jumps_in({3: DRILL, 5: DRILL, 9: REBOUNDS}), [REBOUNDS], id="two at once"),
        pytest.param(
            jumps_in({3: DRILL, 9: REBOUNDS}), [REBOUNDS], id="two after a stretch without"
        ),
        pytest.param(jumps_in({3: DRILL, 9: DRILL}), [], id="the same after a stretch without"),
        pytest.param(
            jumps_in({3: DRILL, 5: JUMPS, 6: DRILL, 9: REBOUNDS}), [], id="an easier one in between"
        ),
        pytest.param(
            jumps_in({3: DRILL, 5: DRILL, 9: REBOUNDS}, adapted=HURTS), [], id="less for pain"
        ),
        pytest.param(
            jumps_in({3: DRILL, 5: DRILL, 9: REBOUNDS}, adapted=HARDER),
            [REBOUNDS],
            id="more by the log",
        ),
        pytest.param(
            jumps_in({3: DRILL, 5: DRILL, 6: JUMPS, 9: REBOUNDS}, adapted=HURTS),
            [],
            id="less for pain at first",
        ),
    ],
)
def test_a_stretch_goes_a_rung_above_the_highest_jumps_of_those_before_it(
    plan: Plan, told: list[str]
) -> None:
    assert [str(finding.found) for finding in found(plan, "R25")] == told


def with_calves(plan: Plan, why: Adapted) -> Plan:
    """The plan with its calf work changed so by the log."""
    for id_ in ("calf-raises", "heel-raises"):
        plan = everywhere(plan, id_, adapted=why)
    return plan


@pytest.mark.parametrize(
    ("slot", "id_", "found_"),
    [
        pytest.param(1, "glute-bridges", False, id="in its session, which may have been full"),
        pytest.param(2, "split-squats", True, id="in another session"),
    ],
)
def test_a_main_lift_may_stand_still_where_the_log_changed_what_is_beside_it(
    slot: int, id_: str, found_: bool
) -> None:
    plan = in_exercise(STANDING_STILL, 7, slot, id_, adapted=HARDER)
    assert bool(found(plan, "R32")) is found_


def test_a_main_lift_may_stand_still_where_the_log_left_something_out() -> None:
    left_out = Note(rule="R70", key=NoteKey.LEFT_OUT, scope=Scope.WEEK, facts={"forms": ["Plank"]})
    plan = in_week(STANDING_STILL, 7, lambda week: replace(week, notes=(*week.notes, left_out)))
    assert found(plan, "R32") == []


def silent_after(left_out: str) -> list[str]:
    """The forms that don't say how much heavier they are in a stretch whose first week had one left
    out, and no note.
    """
    note = Note(rule="R70", key=NoteKey.LEFT_OUT, scope=Scope.WEEK, facts={"forms": [left_out]})
    silent = without_notes(PLAN, NoteKey.HEAVIER)
    plan = in_week(silent, 5, lambda week: replace(week, notes=(*week.notes, note)))
    return [
        str(finding.allowed) for finding in found(plan, "R31") if "week 6" in str(finding.where)
    ]


def test_what_was_left_out_when_it_was_to_say_so_need_not_say_how_much_heavier_it_is() -> None:
    [form] = [one.form for one in PLAN.weeks[4].sessions[0].exercises if one.id == "squats"]
    assert f"a note that names {form}" in silent_after("Plank")
    assert f"a note that names {form}" not in silent_after(form)


def test_what_was_not_done_before_need_not_say_how_much_heavier_it_is() -> None:
    [form] = [one.form for one in PLAN.weeks[4].sessions[0].exercises if one.id == "squats"]
    note = Note(rule="R30", key=NoteKey.NOT_DONE, scope=Scope.WEEK, facts={"forms": [form]})
    silent = without_notes(PLAN, NoteKey.HEAVIER)
    told = in_week(silent, 5, lambda week: replace(week, notes=(*week.notes, note)))
    asked, still_asked = [{str(one.where) for one in found(plan, "R31")} for plan in (silent, told)]
    assert asked - still_asked == {"week 5 Tuesday, Squats"}


def test_what_has_one_weight_alone_need_not_say_how_much_heavier_it_is() -> None:
    def with_one_weight(week: Week) -> Week:
        notes = [
            replace(note, key=NoteKey.ONE_WEIGHT) if note.key is NoteKey.HEAVIER else note
            for note in week.notes
        ]
        return replace(week, notes=tuple(notes))

    plan = replace(PLAN, weeks=tuple(map(with_one_weight, PLAN.weeks)))
    assert found(plan, "R31") == []


@pytest.mark.parametrize(
    ("changes", "asked"),
    [
        pytest.param({"reps": 7}, True, id="as planned"),
        pytest.param({"kg": 20.0}, False, id="its weight is said"),
        pytest.param({"adapted": HURTS}, False, id="it was less for pain"),
        pytest.param({"adapted": HARDER}, False, id="the log changed it"),
        pytest.param(
            {"adapted": HARDER, "form": "Barbell squat"}, False, id="it was another form by the log"
        ),
    ],
)
def test_what_was_not_as_planned_when_it_was_to_say_so_need_not_say_how_much_heavier_it_is(
    changes: dict[str, Any], asked: bool
) -> None:
    plan = in_exercise(without_notes(PLAN, NoteKey.HEAVIER), 5, 1, "squats", **changes)
    told = [str(one.where) for one in found(with_less_room(plan, 5, 2), "R31")]
    assert ("week 6 Tuesday, Squats" in told) is asked


@pytest.mark.parametrize(
    ("number", "changes", "asked"),
    [
        pytest.param(5, {"sets": 4}, True, id="as planned"),
        pytest.param(5, {"light": True}, False, id="light"),
        pytest.param(3, {"light": True}, False, id="light before"),
        pytest.param(5, {"niggle_note": "Mind it."}, False, id="minded for a niggle"),
        pytest.param(5, {"kg": 20.0}, False, id="of a weight that is said"),
    ],
)
def test_what_grows_by_itself_need_not_say_how_much_heavier_it_is(
    number: int, changes: dict[str, Any], asked: bool
) -> None:
    plan = in_exercise(without_notes(PLAN, NoteKey.HEAVIER), number, 1, "squats", **changes)
    told = [str(one.where) for one in found(plan, "R31")]
    assert ("week 5 Tuesday, Squats" in told) is asked


@pytest.mark.parametrize(
    ("adapted", "places"),
    [
        pytest.param(None, ["Tuesday, Squats"], id="as planned"),
        pytest.param(EASED, ["Tuesday, Squats"], id="it has eased"),
        pytest.param(HURTS, [], id="it is less for pain"),
    ],
)
def test_an_exercise_that_hurts_need_not_say_how_to_go_on(
    adapted: Adapted | None, places: list[str]
) -> None:
    plan = in_exercise(BUILD, 6, 1, "squats", next=None, adapted=adapted)
    assert [str(finding.where) for finding in found(plan, "R30")] == places


LIGHT_LEGS = heavy_legs_gone(BUILD)
"""A strength week without heavy work for the legs, which does not say so."""


@pytest.mark.parametrize(
    ("plan", "places"),
    [
        pytest.param(LIGHT_LEGS, ["strength phase"], id="the athlete's own week"),
        pytest.param(with_runner(LIGHT_LEGS, 6, minutes=41), [], id="another runner's"),
    ],
)
def test_that_legs_have_no_heavy_work_is_for_the_athlete_s_own_weeks_to_say(
    plan: Plan, places: list[str]
) -> None:
    assert [str(finding.where) for finding in found(plan, "R27")] == places


@pytest.mark.parametrize(
    ("plan", "places"),
    [
        pytest.param(SORE, [], id="said"),
        pytest.param(without_notes(SORE, NoteKey.THIRD_DAY), [""], id="not said"),
        pytest.param(
            with_runner(without_notes(only(SORE, 1), NoteKey.THIRD_DAY), 1, minutes=41),
            [],
            id="the only week is of a runner of its own",
        ),
        pytest.param(
            with_calves(without_notes(SORE, NoteKey.THIRD_DAY), HURTS),
            [],
            id="it is less for pain",
        ),
        pytest.param(
            with_calves(without_notes(SORE, NoteKey.THIRD_DAY), EASED),
            [""],
            id="it has eased",
        ),
    ],
)
def test_a_third_day_for_a_sore_tendon_is_asked_of_the_athlete_s_own_weeks(
    plan: Plan, places: list[str]
) -> None:
    assert [str(finding.where) for finding in found(plan, "R59")] == places


HEAVY_CALVES = everywhere(
    SORE, "calf-raises", form="Dumbbell calf raise on one leg", kit=(Kit.DUMBBELL,), reps=8
)
"""Calf work with the same few repetitions from stretch to stretch."""


@pytest.mark.parametrize(
    ("plan", "places"),
    [
        pytest.param(HEAVY_CALVES, {"week 5", "week 9"}, id="as always"),
        pytest.param(with_runner(HEAVY_CALVES, 5, minutes=41), {"week 9"}, id="another runner"),
        pytest.param(with_less_room(HEAVY_CALVES, 9, 1), {"week 5"}, id="less room"),
    ],
)
def test_heavier_work_for_a_sore_tendon_is_asked_of_weeks_with_room_for_it(
    plan: Plan, places: set[str]
) -> None:
    heavier = [one for one in found(plan, "R59") if "as before" in str(one.found)]
    assert {" ".join(str(one.where).split()[:2]) for one in heavier} == places
