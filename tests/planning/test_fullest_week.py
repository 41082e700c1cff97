"""A stretch's fullest week where the runs of one week leave some of its sessions less room."""

from __future__ import annotations

from collections.abc import Collection

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec.structs import replace
from strategies import CATALOGUE, KITS, MONDAY, athletes, times

from befit_cli.evidence.coverage import served
from befit_cli.planning.draft import Draft, Drafts, Line, week_lines
from befit_cli.planning.fullest_week import fullest_week, lacking, lighter_week
from befit_cli.planning.placement import at_most, place
from befit_cli.planning.planner import plan_block
from befit_cli.planning.repertoire import Repertoires
from befit_cli.planning.season import plan_season
from befit_cli.planning.task import Stage, Task, must_cover
from befit_cli.values import Athlete, Day, Kit, Level, Load, Need, Niggle, Race

LOW, MEDIUM, HIGH = Load


def task_of(athlete: Athlete, weeks: int = 12, stretch: int = 1) -> Task:
    """What one stretch of the athlete's block is made from, as if it were the first."""
    season = plan_season(athlete, MONDAY, weeks)
    layout = place(athlete, season.usual, HIGH)
    return Task(
        athlete=athlete,
        repertoires=Repertoires(athlete, CATALOGUE),
        season=season,
        stretch=season.stretches[stretch],
        stage=Stage(),
        layout=layout,
        ramp_most=[slot.load for slot in layout],
    )


def lightened(task: Task, full: Drafts, most: Load, lighter: Collection[int]) -> Drafts:
    """The week with no more than that load in the sessions of these numbers."""
    loads = [min(slot.load, most) if slot.number in lighter else HIGH for slot in task.layout]
    less = replace(task, layout=at_most(task.layout, loads))
    return lighter_week(less, full, lighter, less, lacked=lacking(task, full))


@pytest.mark.parametrize(
    ("athlete", "must"),
    [
        pytest.param(Athlete(sessions=2, minutes=30), True, id="an hour a week"),
        pytest.param(Athlete(sessions=2, minutes=29), False, id="less than an hour"),
        pytest.param(Athlete(sessions=3, minutes=20), True, id="an hour in three sessions"),
        pytest.param(Athlete(sessions=3, minutes=19), False, id="less in three"),
        pytest.param(Athlete(minutes=60, niggles=(Niggle.SHIN,)), False, id="a sore spot"),
        pytest.param(Athlete(minutes=60, without=("squats",)), False, id="something left out"),
        pytest.param(Athlete(minutes=60, swap=(("squats", "lunges"),)), False, id="a swap"),
    ],
)
def test_who_has_the_minutes_and_no_wishes_has_all_that_a_week_must_have(
    athlete: Athlete, must: bool
):
    assert must_cover(athlete) is must


RUNNER = Athlete(
    race=Race.HALF, level=Level.INTERMEDIATE, minutes=60, kit=KITS["gym"], hard_runs=(Day.TUE,)
)
TASK = task_of(RUNNER)
FULL = fullest_week(TASK)


def forms(draft: Draft) -> list[str]:
    return [line.pick.form.name for line in draft.lines]


def lifts(draft: Draft) -> list[Line]:
    return [line for line in draft.lines if line.main_lift]


def needs(week: Drafts) -> set[str]:
    return {need for line in week_lines(week) for need in served(line.pick.form)}


@pytest.mark.parametrize("minutes", [25, 35])
@pytest.mark.parametrize("sessions", [2, 3])
@pytest.mark.parametrize(
    ("level", "kit"),
    [(Level.BEGINNER, "home"), (Level.INTERMEDIATE, "none"), (Level.ADVANCED, "gym")],
)
def test_ten_minutes_more_take_no_exercise_and_no_set_from_a_block_s_first_stretch(
    level: Level, kit: str, sessions: int, minutes: int
):
    runner = replace(RUNNER, level=level, kit=KITS[kit], sessions=sessions)
    short, long = (
        fullest_week(task_of(replace(runner, minutes=asked), stretch=0))
        for asked in (minutes, minutes + 10)
    )
    for less, more in zip(short, long, strict=True):
        sets = {line.pick.exercise.id: line.sets for line in more.lines}
        assert all(sets.get(line.pick.exercise.id, 0) >= line.sets for line in less.lines)


def test_what_had_no_place_in_a_week_is_tried_again_once_something_else_has_gone():
    kit = tuple(sorted((*KITS["home"], Kit.BAND)))
    niggles = (Niggle.RUNNERS_KNEE,)
    sore = replace(RUNNER, kit=kit, minutes=20, niggles=niggles, hard_runs=(Day.WED,))
    for week in plan_block(sore, CATALOGUE, plan_season(sore, MONDAY)):
        met = {
            need for session in week.sessions for one in session.exercises for need in one.serves
        }
        assert Need.LATERAL_HIP in met, week.number


@pytest.mark.parametrize("most", [MEDIUM, LOW], ids=str)
@pytest.mark.parametrize("number", [1, 2])
def test_the_other_sessions_stay_as_they_are(number: int, most: Load):
    week = lightened(TASK, FULL, most, {number})
    other = 2 - number
    assert week[other].lines == FULL[other].lines
    assert [draft.lighter for draft in week] == [place != other for place in (0, 1)]


@pytest.mark.parametrize("number", [1, 2])
def test_a_session_of_medium_load_has_the_same_lifts_light(number: int):
    then, now = FULL[number - 1], lightened(TASK, FULL, MEDIUM, {number})[number - 1]
    assert then.load is HIGH
    assert now.load is MEDIUM
    assert {one.pick.form.name for one in lifts(then)} <= set(forms(now))
    assert all(line.light and line.sets <= 2 for line in lifts(now))


def test_at_most_three_lifts_of_a_session_become_light_and_others_take_the_place_of_the_rest():
    """A beginner's second session has four, of which the heel raise is a must."""
    task = task_of(replace(RUNNER, level=Level.BEGINNER, minutes=45, kit=KITS["home"]))
    full = fullest_week(task)
    [_, then], [_, now] = full, lightened(task, full, LOW, {2})
    assert len([line for line in then.lines if line.can_be_light]) == 4
    assert {line.pick.form.name for line in now.lines if line.light} == {
        "Backpack hip thrust",
        "Backpack reverse lunge",
        "Bent-knee single-leg heel raise",
    }
    assert len(now.lines) == len(then.lines)


@pytest.mark.parametrize(
    ("weeks", "minutes", "number"),
    [
        pytest.param(12, 30, 2, id="of two weeks"),
        pytest.param(4, 45, 1, id="of one"),
    ],
)
def test_a_session_has_no_more_load_in_the_ramp_either(weeks: int, minutes: int, number: int):
    """There every lift is light, and a fourth would make all of them count in full: it goes."""
    task = task_of(replace(RUNNER, minutes=minutes), weeks, stretch=0)
    full = fullest_week(task)
    before = full[number - 1].lines
    session = lightened(task, full, MEDIUM, {number})[number - 1]
    assert [full[number - 1].ramp_load, session.ramp_load] == [HIGH, MEDIUM]
    then, now = (
        [line.pick for line in lines if line.can_be_light] for lines in (before, session.lines)
    )
    assert [pick.form.name for pick in now] == [pick.form.name for pick in then[:3]]


def test_what_goes_from_a_session_comes_back_into_it_and_not_into_the_other():
    """A beginner's short session with a heavy squat has no other work for the side of the hip."""
    task = task_of(replace(RUNNER, level=Level.BEGINNER, minutes=20))
    full = fullest_week(task)
    week = lightened(task, full, MEDIUM, {1})
    assert [draft.lighter for draft in week] == [True, False]
    assert week[1].lines == full[1].lines
    assert needs(week) == set(Need)


def test_a_session_that_is_left_with_next_to_nothing_is_filled():
    """Of three exercises on a day that is light already one may stay."""
    task = task_of(replace(RUNNER, minutes=16, sessions=3))
    full = fullest_week(task)
    session = lightened(task, full, LOW, {3})[2]
    assert len(full[2].lines) == 3
    assert len(session.lines) >= 3


def test_in_a_taper_nothing_comes_into_a_session_for_what_goes():
    """Nothing in it is new (R35), be that little."""
    task = task_of(replace(RUNNER, minutes=20, sessions=3))
    full = fullest_week(task)
    less = replace(task, layout=at_most(task.layout, [HIGH, HIGH, LOW]))
    week = lighter_week(less, full, {3}, less, lacked=lacking(task, full), fill=False)
    assert [draft.lines for draft in week[:2]] == [draft.lines for draft in full[:2]]
    assert forms(week[2]) == [name for name in forms(full[2]) if name in forms(week[2])]
    assert len(week[2].lines) < 3


@pytest.mark.parametrize("kit", ["none", "home"])
def test_lifts_leave_the_legs_fresh_for_the_long_run_of_the_day_after(kit: str):
    days = (Day.TUE, Day.SAT)
    week = fullest_week(task_of(replace(RUNNER, kit=KITS[kit], days=days)))
    [early, eve] = [
        [line for line in draft.lines if line.can_be_light and not line.calf] for draft in week
    ]
    assert max(line.sets for line in early) == 3
    assert {(line.sets, line.rir) for line in eve} == {(2, 4)}


@pytest.mark.parametrize("kit", ["none", "home"])
@pytest.mark.parametrize(
    ("race", "spared"),
    [
        pytest.param(Race.MARATHON, True, id="where R15 is a must"),
        pytest.param(Race.TEN_K, False, id="where R15 is a should"),
    ],
)
def test_lifts_spare_the_legs_on_the_day_after_a_long_run_that_may_have_nothing_heavy(
    race: Race, kit: str, *, spared: bool
):
    days = (Day.MON, Day.THU)
    week = fullest_week(task_of(replace(RUNNER, race=race, kit=KITS[kit], days=days)))
    [after, late] = [
        [line for line in draft.lines if line.can_be_light and not line.calf] for draft in week
    ]
    assert max(line.sets for line in late) == 3
    assert all((line.sets, line.rir) == (2, 4) for line in after) is spared


def test_what_becomes_not_light_enough_goes():
    [session, _] = lightened(TASK, FULL, LOW, {1})
    assert session.load is LOW
    heavy = [line for line in FULL[0].lines if line.pick.form.load is HIGH]
    assert heavy
    assert not {line.pick.form.name for line in heavy} & set(forms(session))


def test_what_stays_light_anyway_keeps_its_dose():
    [then, _], [now, _] = FULL, lightened(TASK, FULL, MEDIUM, {1})
    easy = [line for line in then.lines if not line.can_be_light]
    assert easy
    for line in easy:
        assert line in now.lines


@pytest.mark.parametrize("kit", ["gym", "home", "none"])
@pytest.mark.parametrize("most", [MEDIUM, LOW], ids=str)
@pytest.mark.parametrize("lighter", [{1}, {2}, {1, 2}], ids=str)
def test_what_a_week_must_have_comes_back(kit: str, most: Load, lighter: set[int]):
    task = task_of(replace(RUNNER, kit=KITS[kit]))
    full = fullest_week(task)
    assert needs(lightened(task, full, most, lighter)) >= needs(full)


def test_a_week_that_lacks_then_what_it_had_is_read_again_for_the_loads_that_it_may_have():
    """Light in one session, what a sore hamstring leaves of it has no work for hamstrings."""
    task = task_of(replace(RUNNER, minutes=27, kit=KITS["home"], niggles=(Niggle.HAMSTRING,)))
    full = fullest_week(task)
    less = replace(task, layout=at_most(task.layout, [HIGH, LOW]))
    for most in (MEDIUM, LOW):
        again = replace(task, layout=at_most(task.layout, [most, LOW]))
        week = lighter_week(less, full, {2}, again, lacked=lacking(task, full))
        assert all(draft.lighter for draft in week)
        assert [draft.load for draft in week] == [most, LOW]
        assert not lacking(less, week)


@pytest.mark.parametrize("most", [MEDIUM, LOW], ids=str)
@pytest.mark.parametrize("number", [1, 2])
def test_what_a_week_lacked_before_is_no_reason_to_read_it_again(number: int, most: Load):
    """A sore heel wants calf work in every session that there may be, and two have it."""
    sore = Athlete(
        race=Race.FIVE_K,
        minutes=27,
        kit=(Kit.BAND, Kit.DUMBBELL),
        hard_runs=(),
        long_run=None,
        niggles=(Niggle.PLANTAR,),
    )
    task = task_of(sore)
    full = fullest_week(task)
    assert lacking(task, full)
    week = lightened(task, full, most, {number})
    other = 2 - number
    assert week[other].lines == full[other].lines
    assert [draft.lighter for draft in week] == [place != other for place in (0, 1)]


@times(0.4)
@given(athletes(), st.data())
def test_no_session_has_more_load_than_its_day_may_carry(athlete: Athlete, data: st.DataObject):
    athlete = replace(athlete, race_date=None)
    task = task_of(athlete, weeks=data.draw(st.integers(3, 10)), stretch=0)
    full = fullest_week(task)
    assume(all(draft.lines for draft in full))
    lighter = data.draw(st.sets(st.integers(1, athlete.sessions), min_size=1))
    week = lightened(task, full, data.draw(st.sampled_from((MEDIUM, LOW))), lighter)
    assert all(draft.lines for draft in week)
    assert all(draft.load <= draft.slot.load for draft in week)
    if task.ramp and any(not draft.lighter for draft in week):
        eased = [draft for draft in week if draft.lighter]
        assert all(draft.ramp_load <= draft.slot.load for draft in eased)


AT_HOME = task_of(Athlete(kit=(Kit.BACKPACK,), kit_by_day={Day.MON: ()}, minutes=60), stretch=0)
"""A beginner's task, who has nothing on Mondays."""


def test_a_line_on_a_day_with_less_kit_knows_no_harder_form_that_asks_for_more():
    lines = [line for line in week_lines(fullest_week(AT_HOME)) if not line.pick.kit]
    growing = [line for line in lines if line.pick.harder is not None and line.pick.harder.kit]
    assert growing
    for line in growing:
        less = AT_HOME.on(line, Day.MON)
        assert less is not None
        assert (less.pick.form, less.pick.harder) == (line.pick.form, None)
        assert (less.sets, less.at) == (line.sets, line.at)
        assert AT_HOME.on(line, Day.THU) is line


def test_a_line_is_on_no_day_that_has_none_of_its_kit():
    lines = [line for line in week_lines(fullest_week(AT_HOME)) if line.pick.kit]
    assert lines
    assert {AT_HOME.on(line, Day.MON) for line in lines} == {None}
    assert all(AT_HOME.on(line, Day.THU) is line for line in lines)
