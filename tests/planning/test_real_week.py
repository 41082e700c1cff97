"""A week whose runs, or whose runner, are otherwise than usual: its days, what it holds on them,
and that no other week learns of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import msgspec
import pytest
from asked import part
from broken_rules import musts
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from strategies import (
    CATALOGUE,
    KITS,
    MONDAY,
    a_draft,
    a_layout,
    a_line,
    a_season,
    a_stretch,
    athletes,
    day_sets,
    key_runs,
    kits,
    niggles,
    times,
)

from befit_cli.errors import BefitError
from befit_cli.evidence.coverage import LIFT_PATTERNS
from befit_cli.evidence.progress import GENTLE_AFTER
from befit_cli.planning.dosing import dosed_line
from befit_cli.planning.draft import Draft, Line, week_lines
from befit_cli.planning.planner import make_plan
from befit_cli.planning.real_week import RealWeeks
from befit_cli.planning.repertoire import Repertoires
from befit_cli.planning.season import plan_season
from befit_cli.planning.task import Stage, Task
from befit_cli.rules.case import first_line
from befit_cli.values import (
    Athlete,
    Day,
    Group,
    Kit,
    Level,
    Load,
    Need,
    Niggle,
    Note,
    NoteKey,
    Pattern,
    Pick,
    Plan,
    Prescription,
    Race,
    Range,
    ReasonKey,
    Role,
    Runs,
    RunSource,
    Session,
    Slot,
    Week,
    usual_runs,
)

MON, TUE, WED, THU, FRI, SAT, SUN = Day
LOW, MEDIUM, HIGH = Load

TUESDAY_AND_SATURDAY = {TUE: HIGH, SAT: HIGH}


def of_week(number: int) -> date:
    """The Monday of the week of that number."""
    return MONDAY + timedelta(weeks=number - 1)


def planned(
    athlete: Athlete,
    length: int | None = None,
    *,
    runs: Mapping[date, Runs] | None = None,
    runners: Mapping[date, Athlete] | None = None,
    ill: Mapping[date, tuple[Day, ...]] | None = None,
) -> Plan:
    season = plan_season(athlete, MONDAY, length, runs=runs, runners=runners, ill=ill)
    return make_plan(athlete, CATALOGUE, season)


class Block(msgspec.Struct, frozen=True):
    """A block some of whose weeks are otherwise."""

    athlete: Athlete
    length: int
    runs: dict[date, Runs]
    runners: dict[date, Athlete]

    @property
    def usual(self) -> Plan:
        """As if all of its weeks were alike."""
        return planned(self.athlete, self.length)

    @property
    def real(self) -> Plan:
        return planned(self.athlete, self.length, runs=self.runs, runners=self.runners)


@st.composite
def runners_for_a_week(draw: st.DrawFn, athlete: Athlete) -> Athlete:
    """The athlete on fewer days, with other kit, other minutes, fewer sessions or a sore spot."""
    changes = draw(
        st.fixed_dictionaries(
            {},
            optional={
                "kit": kits,
                "minutes": st.integers(15, 60),
                "sessions": st.just(2),
                "niggles": niggles.map(lambda niggle: (niggle,)),
                "days": day_sets(),
            },
        )
    )
    runner = replace(athlete, **changes)
    return replace(runner, sessions=min(runner.sessions, len(runner.days)))


@st.composite
def blocks(draw: st.DrawFn, *, other_runners: bool = True) -> Block:
    """A short block, with a race on any weekday of its last week or without a date, in which weeks
    differ here and there, three in a row, or all.
    """
    length = draw(st.integers(1, 8))
    race_day = MONDAY + timedelta(weeks=length - 1, days=draw(st.integers(0, 6)))
    athlete = draw(athletes())
    dated = athlete.race is not Race.NONE and draw(st.booleans())
    athlete = replace(athlete, race_date=race_day if dated else None)
    first = draw(st.integers(1, length))
    numbers = draw(
        st.sets(st.integers(1, length), max_size=2)
        | st.just(set(range(first, min(first + 2, length) + 1)))
        | st.just(set(range(1, length + 1)))
    )
    runs = {}
    runners = {}
    for number in sorted(numbers):
        if draw(st.booleans()) or not other_runners:
            runs[of_week(number)] = draw(key_runs())
        else:
            runners[of_week(number)] = draw(runners_for_a_week(athlete))
    return Block(athlete, length, runs, runners)


slow = times(0.4)


@slow
@given(blocks())
def test_no_block_breaks_a_must_whatever_is_otherwise_in_its_weeks(block: Block):
    assert musts(block.real) == []


@slow
@given(block=blocks(), missed=st.sets(st.integers(1, 12)))
def test_nor_where_it_waits_for_weeks_that_were_missed(block: Block, missed: set[int]):
    athlete = replace(block.athlete, race_date=None)
    runners = {day: replace(runner, race_date=None) for day, runner in block.runners.items()}
    season = plan_season(
        athlete,
        MONDAY,
        block.length,
        runs=block.runs,
        runners=runners,
        missed=[of_week(number) for number in missed],
    )
    assert musts(make_plan(athlete, CATALOGUE, season)) == []


@slow
@given(block=blocks(), ill=day_sets())
def test_nor_where_its_runner_is_ill(block: Block, ill: tuple[Day, ...]):
    runners = {}
    for monday, runner in block.runners.items():
        days = tuple([day for day in runner.days if day not in ill])
        runners[monday] = replace(runner, days=days)
    away = {monday: _both(block.runners[monday].days, ill) for monday in runners}
    plan = planned(block.athlete, block.length, runs=block.runs, runners=runners, ill=away)
    assert musts(plan) == []


def _both(days: tuple[Day, ...], others: tuple[Day, ...]) -> tuple[Day, ...]:
    return tuple([day for day in days if day in others])


def work(week: Week) -> dict[int, tuple[Any, ...]]:
    """What is done in each session of a week, and on which day, by its number."""
    done = {}
    for session in week.sessions:
        doses = [(one.form, one.sets, one.reps, one.hold_s, one.light) for one in session.exercises]
        done[session.slot] = (session.day, *doses)
    return done


def changed_sessions(usual: Week, real: Week) -> set[int]:
    """The numbers of the sessions that are otherwise."""
    then, now = work(usual), work(real)
    return {slot for slot in {*then, *now} if then.get(slot) != now.get(slot)}


def other_lifts(usual: Week, real: Week) -> set[int]:
    """The numbers of the sessions whose main lifts are others, or light, or on another day."""
    then, now = lifts(usual), lifts(real)
    return {slot for slot in {*then, *now} if then.get(slot) != now.get(slot)}


def lifts(week: Week) -> dict[int, tuple[Any, ...]]:
    done = {}
    for session in week.sessions:
        its = [(one.form, one.light) for one in session.exercises if is_main_lift(one)]
        done[session.slot] = (session.day, *its)
    return done


def is_main_lift(one: Prescription) -> bool:
    return one.role is Role.MAIN and one.pattern in LIFT_PATTERNS


def told(usual: Week, real: Week) -> set[int]:
    """The numbers of the sessions that the week says are otherwise, or say so themselves."""
    days: set[Day] = set()
    for note in real.notes:
        if note.key is NoteKey.OTHERWISE:
            days.update(*note.facts["moved"], note.facts["lighter"], note.facts["gone"])
    for session in real.sessions:
        if ReasonKey.LESS_ROOM in {reason.key for reason in session.reasons}:
            days.add(session.day)
    return {
        session.slot for week in (usual, real) for session in week.sessions if session.day in days
    }


def comes_back(plan: Plan, week: Week) -> bool:
    """Whether its first session comes so long after the one before it that all of it is light."""
    dates = [session.date for one in plan.weeks for session in one.sessions]
    first = min((session.date for session in week.sessions), default=week.starts)
    before = max((day for day in dates if day < first), default=first)
    return (first - before).days >= GENTLE_AFTER


def read_again(week: Week) -> bool:
    """Whether all of it has less room: light at its border alone it would lack what it must have."""
    return all(
        ReasonKey.LESS_ROOM in {reason.key for reason in session.reasons}
        for session in week.sessions
    )


@slow
@given(blocks())
def test_a_week_beside_another_says_what_is_otherwise_about_it_and_no_more_is(block: Block):
    """What an easier week takes from one session it may leave in another, but no lift is exchanged
    or made light for that.
    """
    mondays = {*block.runs, *block.runners}
    for usual, real in zip(block.usual.weeks, block.real.weeks, strict=True):
        beside = {real.starts - timedelta(weeks=1), real.starts + timedelta(weeks=1)}
        if real.starts in mondays or comes_back(block.real, real) or read_again(real):
            continue
        changed = (changed_sessions if real.build else other_lifts)(usual, real)
        assert changed <= told(usual, real)
        assert not changed or beside & mondays


@slow
@given(athletes())
def test_a_week_that_is_as_usual_though_somebody_says_so_changes_nothing(athlete: Athlete):
    athlete = replace(athlete, race_date=None)
    mondays = [of_week(number) for number in (1, 2, 3)]
    said = planned(
        athlete,
        3,
        runs=dict.fromkeys(mondays, usual_runs(athlete)),
        runners=dict.fromkeys(mondays, athlete),
    )
    assert msgspec.json.encode(said) == msgspec.json.encode(planned(athlete, 3))


def moving_runs(athlete: Athlete, turn: int) -> dict[date, Runs]:
    """As many hard runs as the athlete has, and a long one, in each of ten weeks on other days."""
    weeks = {}
    for number in range(1, 11):
        first = turn + 3 * number
        second = first + 2 + number % 3
        hard = [list(Day)[day % 7] for day in (first, second)][: len(athlete.hard_runs)]
        long_run = list(Day)[(2 * turn + 5 * number) % 7]
        weeks[of_week(number)] = Runs(
            hard=tuple(sorted(hard)), long=(long_run,), source=RunSource.PLAN
        )
    return weeks


SAMPLE = [
    Athlete(race=race, level=level, minutes=45, kit=KITS["gym"], hard_runs=hard_runs)
    for race in Race
    for level in Level
    for hard_runs in ((WED,), (TUE, THU))
]
"""Every race and level, with one hard run a week and with two."""


@pytest.fixture(scope="module")
def sample() -> list[tuple[Plan, Plan]]:
    """Each of the sample's blocks with the same runs in every week, and with runs that move."""
    return [
        (
            planned(athlete, 10),
            planned(athlete, 10, runs=moving_runs(athlete, turn)),
        )
        for turn, athlete in part(enumerate(SAMPLE), 11)
    ]


def test_runs_that_move_every_week_break_no_must(sample: list[tuple[Plan, Plan]]):
    assert [finding for _, moving in sample for finding in musts(moving)] == []


def sessions_of(plan: Plan, load: Load) -> int:
    return sum(session.load is load for week in plan.weeks for session in week.sessions)


def test_where_runs_move_every_week_nine_in_ten_heavy_sessions_stay(
    sample: list[tuple[Plan, Plan]],
):
    usual = sum(sessions_of(plan, HIGH) for plan, _ in sample)
    moving = sum(sessions_of(plan, HIGH) for _, plan in sample)
    assert moving >= 0.9 * usual


# A runner of one week.

GYM = KITS["gym"]
RUNNER = Athlete(
    race=Race.HALF, level=Level.INTERMEDIATE, sessions=3, minutes=45, kit=GYM, long_run=SUN
)
NUMBER = 6
"""The week that is otherwise: it builds."""
USUAL = planned(RUNNER, 12)


def with_week_otherwise(number: int = NUMBER, **changes: Any) -> Plan:
    """The block, with the runner otherwise in that week."""
    return planned(RUNNER, 12, runners={of_week(number): replace(RUNNER, **changes)})


def prescriptions(week: Week) -> list[Prescription]:
    return [one for session in week.sessions for one in session.exercises]


OTHERWISE: dict[str, dict[str, Any]] = {
    "no kit": {"kit": ()},
    "bands alone": {"kit": (Kit.BAND,)},
    "a quarter of an hour": {"minutes": 15},
    "twenty minutes": {"minutes": 20},
    "an hour": {"minutes": 60},
    "two sessions for three": {"sessions": 2},
    "a sore heel": {"niggles": (Niggle.PLANTAR,)},
    "a sore knee": {"niggles": (Niggle.RUNNERS_KNEE,)},
    "two days": {"days": (MON, THU), "sessions": 2},
    "one day": {"days": (TUE,), "sessions": 1},
    "no day": {"days": (), "sessions": 0},
    "no squats": {"without": ("squats",)},
}


def sets_in_sessions(week: Week, form: str) -> list[int]:
    return [one.sets for one in prescriptions(week) if one.form == form]


@pytest.mark.parametrize(
    ("level", "kit", "form", "sets"),
    [
        pytest.param(Level.INTERMEDIATE, GYM, "Barbell squat", [3, 2], id="in the gym"),
        pytest.param(Level.ADVANCED, KITS["home"], "Backpack squat, hugged", [2, 3], id="at home"),
    ],
)
def test_what_stands_in_two_sessions_keeps_the_sets_of_each_in_a_week_with_more_minutes(
    level: Level, kit: tuple[Kit, ...], form: str, sets: list[int]
) -> None:
    athlete = replace(RUNNER, level=level, kit=kit)
    longer = {of_week(NUMBER): replace(athlete, minutes=55)}
    usual, real = [planned(athlete, 12, runners=who).weeks[NUMBER - 1] for who in ({}, longer)]
    assert sets_in_sessions(usual, form) == sets
    assert sets_in_sessions(real, form) == sets


@pytest.mark.of_a_kind(15)
@pytest.mark.parametrize("number", [1, 4, NUMBER, 11, 12])
@pytest.mark.parametrize("changes", OTHERWISE.values(), ids=OTHERWISE)
def test_a_week_otherwise_breaks_no_must_and_no_other_week_learns_of_it(
    changes: dict[str, Any], number: int
):
    plan = with_week_otherwise(number, **changes)
    assert musts(plan) == []
    for usual, real in zip(USUAL.weeks, plan.weeks, strict=True):
        # The first week back from a week without a session is light, and says so.
        back = any(note.key is NoteKey.BACK for note in real.notes)
        assert real.number == number or back or work(real) == work(usual)


def test_two_sessions_for_one_week_get_their_third_again():
    plan = with_week_otherwise(sessions=2)
    numbers = [{session.slot for session in week.sessions} for week in plan.weeks]
    assert [len(slots) for slots in numbers[NUMBER - 2 : NUMBER + 1]] == [3, 2, 3]


@pytest.mark.parametrize("kit", [(), (Kit.BAND,), (Kit.BACKPACK, Kit.STEP)], ids=str)
def test_what_a_week_needs_stays_where_it_needs_none_of_the_kit_that_is_away(
    kit: tuple[Kit, ...],
):
    usual = prescriptions(USUAL.weeks[NUMBER - 1])
    real = prescriptions(with_week_otherwise(kit=kit).weeks[NUMBER - 1])
    forms = {one.form for one in real}
    stays = []
    for need in Need:
        serving = [one for one in usual if need in one.serves]
        if all(set(one.kit) <= set(kit) for one in serving):
            stays.append(any(one.form in forms for one in serving))
    assert stays
    assert all(stays)
    assert {thing for one in real for thing in one.kit} <= set(kit)


@pytest.mark.parametrize("minutes", [15, 20, 30])
def test_a_shorter_week_holds_less_of_the_same(minutes: int):
    usual = USUAL.weeks[NUMBER - 1]
    real = with_week_otherwise(minutes=minutes).weeks[NUMBER - 1]
    assert all(session.minutes <= minutes for session in real.sessions)
    assert [one.day for one in real.sessions] == [one.day for one in usual.sessions]
    then = {(session.slot, one.id) for session in usual.sessions for one in session.exercises}
    now = {(session.slot, one.id) for session in real.sessions for one in session.exercises}
    assert len(now & then) >= 0.8 * len(now)


@pytest.mark.parametrize(
    ("free", "sessions"),
    [
        pytest.param((TUE, THU, SAT), 3, id="three others"),
        pytest.param((WED, FRI), 2, id="two days"),
        pytest.param((TUE,), 1, id="one day"),
        pytest.param((), 0, id="none"),
    ],
)
def test_days_off_leave_the_heaviest_sessions_and_say_what_is_gone(
    free: tuple[Day, ...], sessions: int
):
    week = with_week_otherwise(days=free, sessions=sessions).weeks[NUMBER - 1]
    usual = USUAL.weeks[NUMBER - 1].sessions
    heaviest = sorted(usual, key=lambda one: (-one.load.rank, one.slot))[:sessions]
    assert {session.slot for session in week.sessions} == {one.slot for one in heaviest}
    assert {session.day for session in week.sessions} <= set(free)
    [note] = [note for note in week.notes if note.key is NoteKey.OTHERWISE]
    gone = [one.day for one in usual if one not in heaviest]
    assert note.facts["gone"] == gone


ILL = pytest.mark.parametrize(
    ("ill", "missed"),
    [
        pytest.param((MON, TUE), [MON], id="the first session"),
        pytest.param((MON, TUE, WED, THU), [MON, WED], id="the first two"),
        pytest.param((WED, THU), [WED], id="the one in the middle"),
        pytest.param((SAT,), [], id="none"),
        pytest.param(tuple(Day), [MON, WED, FRI], id="all of them"),
    ],
)
"""Days on which the runner of `USUAL` is ill, and those of the sessions that this takes."""


def with_illness(ill: tuple[Day, ...], **changes: Any) -> Week:
    """The week in which the runner is ill on these days, and has something otherwise."""
    free = tuple([day for day in RUNNER.days if day not in ill])
    runners = {of_week(NUMBER): replace(RUNNER, days=free, **changes)}
    plan = planned(RUNNER, 12, runners=runners, ill={of_week(NUMBER): ill})
    assert musts(plan) == []
    return plan.weeks[NUMBER - 1]


@ILL
def test_what_an_illness_takes_is_not_made_up_and_what_is_on_other_days_stays(
    ill: tuple[Day, ...], missed: list[Day]
):
    usual = USUAL.weeks[NUMBER - 1]
    left = {slot: done for slot, done in work(usual).items() if done[0] not in missed}
    assert work(with_illness(ill)) == left


@ILL
def test_a_week_says_what_the_illness_takes(ill: tuple[Day, ...], missed: list[Day]):
    notes = [note for note in with_illness(ill).notes if note.key is NoteKey.OTHERWISE]
    assert [day for note in notes for day in note.facts["ill"]] == missed
    assert all(note.facts["gone"] == [] for note in notes)


def test_who_is_ill_and_has_other_kit_makes_nothing_up_either():
    week = with_illness((MON, TUE, WED, THU), kit=KITS["home"])
    assert [(session.slot, session.day) for session in week.sessions] == [(3, FRI)]


def test_an_illness_takes_the_session_that_the_runs_of_its_week_put_on_that_day():
    """Wednesday's session stands on Tuesday in the week of a hard run on Thursday."""
    runs = {of_week(NUMBER): Runs(hard=(THU,), long=(SUN,))}
    free = tuple([day for day in RUNNER.days if day is not TUE])
    runners = {of_week(NUMBER): replace(RUNNER, days=free)}
    well = planned(RUNNER, 12, runs=runs).weeks[NUMBER - 1]
    plan = planned(RUNNER, 12, runs=runs, runners=runners, ill={of_week(NUMBER): (TUE,)})
    assert [session.day for session in well.sessions] == [MON, TUE, FRI]
    assert [session.day for session in plan.weeks[NUMBER - 1].sessions] == [MON, FRI]


def test_after_other_days_off_there_is_a_day_between_two_sessions_where_there_is_one():
    away = replace(RUNNER, sessions=2, days=(FRI, SAT, SUN))
    runners = {of_week(NUMBER): away}
    week = planned(replace(RUNNER, sessions=2), 12, runners=runners).weeks[NUMBER - 1]
    assert [session.day for session in week.sessions] == [FRI, SUN]


NEAR_A_RACE = replace(RUNNER, sessions=2, days=(MON, WED), hard_runs=(TUE,))


@pytest.mark.parametrize("kit", ["none", "home", "gym"])
@pytest.mark.parametrize(
    ("race", "near"),
    [
        pytest.param(SAT, False, id="three days before"),
        pytest.param(FRI, True, id="two days before"),
    ],
)
def test_a_session_soon_before_a_tune_up_race_leaves_the_legs_fresh(
    race: Day, kit: str, *, near: bool
):
    athlete = replace(NEAR_A_RACE, kit=KITS[kit])
    runs = Runs(hard=(TUE, race), tune_ups=(race,), long=(SUN,), source=RunSource.PLAN)
    assert_fresh(wednesday(athlete, runs), fresh=near)


@pytest.mark.parametrize("kit", ["none", "home", "gym"])
@pytest.mark.parametrize(
    ("race", "near"),
    [
        pytest.param(SAT, False, id="three days before"),
        pytest.param(FRI, True, id="two days before"),
    ],
)
def test_a_session_soon_before_a_tune_up_race_is_short_with_a_set_of_each_exercise(
    race: Day, kit: str, *, near: bool
):
    runs = Runs(hard=(TUE, race), tune_ups=(race,), long=(SUN,), source=RunSource.PLAN)
    late = wednesday(replace(NEAR_A_RACE, kit=KITS[kit], minutes=60), runs)
    assert (len(late.exercises) <= 5) is near
    assert ({one.sets for one in late.exercises} == {1}) is near


def test_what_helps_a_sore_spot_keeps_its_sets_before_a_tune_up_race():
    athlete = replace(NEAR_A_RACE, kit=KITS["home"], minutes=60, niggles=(Niggle.LOW_BACK,))
    usual = wednesday(athlete, usual_runs(athlete))
    runs = Runs(hard=(TUE, FRI), tune_ups=(FRI,), long=(SUN,), source=RunSource.PLAN)
    racing = wednesday(athlete, runs)
    assert max(first_line_sets(usual).values()) > 1
    assert first_line_sets(racing) == first_line_sets(usual)


def first_line_sets(session: Session) -> dict[str, int]:
    """The sets of what helps a sore low back and is no leg work, under its form."""
    sets = {}
    for one in session.exercises:
        helps = first_line(CATALOGUE, one, Niggle.LOW_BACK)
        if helps and one.pattern not in LIFT_PATTERNS:
            sets[one.form] = one.sets
    return sets


def wednesday(athlete: Athlete, runs: Runs) -> Session:
    """The last session of a week with these runs."""
    week = planned(athlete, 12, runs={of_week(NUMBER): runs}).weeks[NUMBER - 1]
    [_, late] = week.sessions
    assert late.day is WED
    return late


def assert_fresh(session: Session, *, fresh: bool) -> None:
    """That its lifts have two sets at most and leave four repetitions, and calves as many; or that
    none of that is so.
    """
    legs = [one for one in session.exercises if one.load is not LOW and not one.contacts]
    of_lifts = {(one.sets, one.rir) for one in legs if one.pattern in LIFT_PATTERNS}
    assert all(sets <= 2 and rir and rir >= 4 for sets, rir in of_lifts) is fresh
    assert all(one.rir and one.rir >= 4 for one in legs if one.pattern is Pattern.CALF) is fresh
    assert (ReasonKey.LESS_ROOM in {reason.key for reason in session.reasons}) is fresh


@pytest.mark.parametrize("kit", ["none", "home", "gym"])
@pytest.mark.parametrize(
    ("long", "beside"),
    [
        pytest.param(SAT, False, id="three days before"),
        pytest.param(THU, True, id="the day before"),
        pytest.param(TUE, True, id="the day after"),
    ],
)
def test_a_session_beside_the_long_run_of_its_own_week_leaves_the_legs_fresh(
    long: Day, kit: str, *, beside: bool
):
    athlete = replace(NEAR_A_RACE, kit=KITS[kit], hard_runs=())
    runs = Runs(long=(long,), source=RunSource.PLAN)
    assert_fresh(wednesday(athlete, runs), fresh=beside)


def test_no_other_week_learns_of_a_long_run_on_another_day():
    athlete = replace(NEAR_A_RACE, kit=KITS["home"], hard_runs=())
    runs = {of_week(NUMBER): Runs(long=(THU,), source=RunSource.PLAN)}
    usual, real = planned(athlete, 12), planned(athlete, 12, runs=runs)
    less = {
        week.number
        for week in real.weeks
        for session in week.sessions
        for reason in session.reasons
        if reason.key is ReasonKey.LESS_ROOM
    }
    assert less == {NUMBER}
    for then, now in zip(usual.weeks, real.weeks, strict=True):
        same = [one.exercises for one in then.sessions] == [one.exercises for one in now.sessions]
        assert same is (then.number != NUMBER)


def test_no_other_week_learns_of_a_tune_up_race():
    runs = Runs(hard=(TUE, FRI), tune_ups=(FRI,), long=(SUN,), source=RunSource.PLAN)
    athlete = replace(NEAR_A_RACE, kit=KITS["home"])
    usual, real = planned(athlete, 12), planned(athlete, 12, runs={of_week(NUMBER): runs})
    for then, now in zip(usual.weeks, real.weeks, strict=True):
        same = [one.exercises for one in then.sessions] == [one.exercises for one in now.sessions]
        assert same is (then.number != NUMBER)


def test_a_taper_keeps_a_lift_that_its_runs_leave_no_room_in_its_own_session():
    """Friday's squat has no place on the day after a race, and Monday has none of its own."""
    athlete = Athlete(
        race=Race.MARATHON,
        level=Level.ADVANCED,
        kit=(Kit.BOX, Kit.KETTLEBELL, Kit.PULL_UP_BAR, Kit.STEP, Kit.TOWEL),
        minutes=25,
        hard_runs=(SUN,),
        niggles=(Niggle.HAMSTRING, Niggle.PLANTAR, Niggle.SHIN),
        without=("heel-raises", "clamshells", "fire-hydrants"),
    )
    runs = Runs(hard=tuple(Day), long=(WED,), tune_ups=(WED, THU, SAT), source=RunSource.PLAN)
    monday, friday = lifts(planned(athlete, 5, runs={of_week(4): runs}).weeks[3]).values()
    assert monday[1:] == (("Goblet squat", True),)
    assert "Goblet squat" not in dict(friday[1:])


def test_a_session_of_an_easier_week_has_no_more_load_than_its_day_was_chosen_for():
    """Wednesday was chosen for medium load, and what eases the week would leave it more."""
    athlete = Athlete(
        race=Race.HALF,
        level=Level.INTERMEDIATE,
        kit=GYM,
        minutes=20,
        sessions=3,
        hard_runs=(FRI,),
        focus=Group.LEG,
        niggles=(Niggle.ITB,),
    )
    runs = Runs(hard=(MON,), long=(FRI, SAT), tune_ups=(MON,), source=RunSource.PLAN)
    week = planned(athlete, 6, runs={of_week(5): runs}).weeks[4]
    loads = {session.day: session.load for session in week.sessions}
    assert loads == {TUE: LOW, WED: MEDIUM, FRI: LOW}


def test_a_taper_without_kit_has_no_lift_of_the_block_that_needs_some():
    """Sore spots leave its first session no main lift of its own."""
    athlete = Athlete(
        race=Race.HALF,
        level=Level.ADVANCED,
        kit=GYM,
        long_run=None,
        hard_runs=(),
        focus=Group.LEG,
        niggles=(Niggle.LOW_BACK, Niggle.ACHILLES, Niggle.ITB),
    )
    runner = replace(athlete, kit=())
    plan = planned(athlete, 8, runners={of_week(7): runner, of_week(8): runner})
    assert musts(plan) == []


@pytest.mark.parametrize("number", [11, 12])
def test_a_taper_week_keeps_no_main_lift_that_its_runner_leaves_out(number: int):
    """Its earliest session would else have one of the block's (R35)."""
    lifts = {one.id for week in USUAL.weeks for one in prescriptions(week) if is_main_lift(one)}
    week = with_week_otherwise(number, without=tuple(sorted(lifts))).weeks[number - 1]
    assert week.sessions
    assert lifts.isdisjoint({one.id for one in prescriptions(week)})


def test_a_last_build_week_with_days_for_fewer_sessions_makes_the_deload_no_easier():
    weeks = with_week_otherwise(7, days=(WED, FRI)).weeks
    assert (len(weeks[6].sessions), weeks[7].deload) == (2, True)
    assert work(weeks[7]) == work(USUAL.weeks[7])


def test_a_week_leaves_the_next_one_its_monday():
    """A loaded session on Sunday would ask the usual one on Monday to give way."""
    assert USUAL.weeks[NUMBER].sessions[0].day is MON
    plan = planned(
        RUNNER,
        12,
        runs={of_week(NUMBER): Runs(hard=(WED,), source=RunSource.ADJUSTED)},
        runners={of_week(NUMBER): replace(RUNNER, days=(TUE, THU, SUN))},
    )
    assert [session.load for session in plan.weeks[NUMBER - 1].sessions][-1] is LOW
    assert work(plan.weeks[NUMBER]) == work(USUAL.weeks[NUMBER])


@pytest.mark.parametrize(
    ("number", "days_before", "days_after", "loads"),
    [
        pytest.param(5, None, None, [LOW], id="light where the next Monday is as usual"),
        pytest.param(5, TUE, None, [LOW], id="whatever the week before is"),
        pytest.param(5, None, MON, [MEDIUM, LOW], id="else that Monday is light"),
        pytest.param(5, None, TUE, [MEDIUM, MEDIUM], id="and a Tuesday is not"),
        pytest.param(12, None, None, [MEDIUM], id="loaded where no week follows"),
    ],
)
def test_a_week_of_a_sunday_alone_has_a_day_before_the_next_load(
    number: int, days_before: Day | None, days_after: Day | None, loads: list[Load]
):
    athlete = replace(RUNNER, race=Race.NONE, long_run=None)
    free = {number - 1: days_before, number: SUN, number + 1: days_after}
    runners = {
        of_week(week): replace(athlete, days=(day,), sessions=1)
        for week, day in free.items()
        if day is not None
    }
    weeks = planned(athlete, 12, runners=runners).weeks[number - 1 :]
    assert [week.sessions[0].load for week in weeks[: len(loads)]] == loads


def test_what_only_moves_is_as_usual_and_has_no_less_room():
    """A day before the long run carries no high load; the other days carry what they did."""
    real, usual = (
        with_week_otherwise(days=(MON, THU, SAT)).weeks[NUMBER - 1],
        USUAL.weeks[NUMBER - 1],
    )
    less = [
        session.slot
        for session in real.sessions
        if ReasonKey.LESS_ROOM in {reason.key for reason in session.reasons}
    ]
    assert less == [3]
    assert [session.day for session in real.sessions] == [MON, THU, SAT]
    for number in (1, 2):
        assert forms(real, number) == forms(usual, number)


def test_a_week_otherwise_that_a_stretch_begins_with_asks_once_for_what_a_form_needs():
    week = with_week_otherwise(9, without=("wall-sits",)).weeks[8]
    asked = [note.facts["form"] for note in week.notes if note.key is NoteKey.PREREQUISITE]
    needing = {one.form for one in prescriptions(week) if one.prerequisite and one.contacts}
    assert needing
    assert sorted(asked) == sorted(needing)


def test_what_a_form_needs_is_asked_again_after_a_week_that_waited():
    """In the week that begins the stretch there is no kit for it; the next one is missed."""
    runner = replace(RUNNER, kit=(), without=("box-jumps", "jump-squats"))
    season = plan_season(RUNNER, MONDAY, 12, runners={of_week(9): runner}, missed=[of_week(10)])
    plan = make_plan(RUNNER, CATALOGUE, season)
    noted = [week.number for week in plan.weeks for note in week.notes if is_of_jumps(note)]
    assert noted == [10, 11]


def test_a_form_that_a_stretch_begins_with_asks_for_what_it_needs_where_it_first_stands():
    first = next(
        week.number
        for week in USUAL.weeks
        if any(one.prerequisite for one in prescriptions(week) if one.contacts)
    )
    plan = with_week_otherwise(first, kit=(), without=("box-jumps", "jump-squats"))
    noted = [week.number for week in plan.weeks for note in week.notes if is_of_jumps(note)]
    assert noted == [first + 1]


def is_of_jumps(note: Note) -> bool:
    return note.key is NoteKey.PREREQUISITE and "jump" in str(note.facts["form"]).lower()


def test_in_a_taper_a_session_keeps_what_the_runs_of_its_week_leave_it():
    athlete = Athlete(
        race=Race.HALF,
        kit=KITS["gym"],
        minutes=60,
        long_run=None,
        hard_runs=(),
        days=(MON, WED, THU),
    )
    runs = {of_week(6): Runs(hard=(MON, FRI, SAT, SUN), long=(THU,), source=RunSource.ADJUSTED)}
    usual, real = planned(athlete, 6), planned(athlete, 6, runs=runs)
    assert [session.slot for session in real.weeks[5].sessions] == [
        session.slot for session in usual.weeks[5].sessions
    ]


LONG_SORE = Athlete(
    race=Race.NONE,
    level=Level.ADVANCED,
    minutes=60,
    hard_runs=(WED, FRI),
    long_run=SAT,
)


@pytest.mark.parametrize(
    "niggles", [pytest.param((), id="well"), pytest.param((Niggle.ACHILLES,), id="sore")]
)
def test_who_has_come_far_in_long_sessions_does_less_of_it_in_a_short_one(
    niggles: tuple[Niggle, ...],
):
    """After half a year three sets of fifteen fill a quarter of an hour."""
    runner = replace(LONG_SORE, minutes=16, niggles=niggles)
    plan = planned(LONG_SORE, 28, runners={of_week(27): runner})
    assert musts(plan) == []
    week = plan.weeks[26]
    assert all(session.minutes <= 16 for session in week.sessions)
    assert all(any(one.role is Role.MAIN for one in session.exercises) for session in week.sessions)


def test_a_week_that_is_read_again_keeps_high_load_from_the_days_that_may_not_carry_it():
    """What a sore heel leaves of one session would make a heavy one of the other."""
    athlete = Athlete(
        race=Race.FIVE_K,
        kit=(Kit.BAND, Kit.DUMBBELL),
        minutes=27,
        hard_runs=(),
        long_run=None,
        niggles=(Niggle.PLANTAR,),
    )
    runs = {of_week(2): Runs(hard=(MON, TUE, WED, FRI, SUN), source=RunSource.ADJUSTED)}
    assert musts(planned(athlete, 3, runs=runs)) == []


def test_nor_has_a_week_of_the_ramp_more_than_its_days_carry_where_it_is_read_again():
    """All its lifts are light, and many light lifts are no light session."""
    athlete = Athlete(
        level=Level.ADVANCED,
        kit=KITS["gym"],
        hard_runs=(),
        long_run=SAT,
        niggles=(Niggle.HAMSTRING,),
    )
    runs = {of_week(1): Runs(hard=tuple(Day), source=RunSource.ADJUSTED)}
    week = planned(athlete, 12, runs=runs).weeks[0]
    assert read_again(week)
    assert {session.day: session.load for session in week.sessions} == {MON: MEDIUM, THU: LOW}


@pytest.mark.parametrize(
    "niggles", [(), (Niggle.PLANTAR,), (Niggle.ACHILLES, Niggle.PLANTAR)], ids=str
)
def test_days_off_all_through_a_short_block_leave_nothing_and_say_so(niggles: tuple[Niggle, ...]):
    athlete = Athlete(race=Race.FIVE_K, race_date=of_week(2), niggles=niggles)
    away = replace(athlete, days=(), sessions=0)
    plan = planned(athlete, runners={of_week(1): away})
    assert [session for week in plan.weeks for session in week.sessions] == []
    assert musts(plan) == []


@pytest.mark.parametrize("room_from", [14, 21, 22, 23], ids=lambda week: f"room from week {week}")
def test_jumps_begin_with_the_first_rung_whenever_there_is_room_for_them(room_from: int):
    """R25: a stretch without room for its jumps is followed by them, and not by the next ones."""
    athlete = Athlete(
        race=Race.FIVE_K,
        sessions=3,
        level=Level.ADVANCED,
        kit=(Kit.BAND,),
        minutes=60,
        hard_runs=(Day.TUE,),
    )
    runs = {}
    for week in range(25):
        hard = tuple(Day) if week + 1 < room_from else (Day.TUE,)
        runs[MONDAY + timedelta(weeks=week)] = Runs(
            hard=hard, long=(Day.SAT, Day.SUN), source=RunSource.ADJUSTED
        )
    season = plan_season(athlete, MONDAY, 25, runs=runs)
    plan = make_plan(athlete, CATALOGUE, season)
    assert musts(plan) == []
    build = [week for week in plan.weeks if week.build]
    sessions = [session for week in build for session in week.sessions]
    jumps = [one.form for session in sessions for one in session.exercises if one.contacts]
    assert jumps[0] == "Jump squat"


LATE_JUMPS = Athlete(
    level=Level.ADVANCED,
    kit=(Kit.BARBELL,),
    long_run=SAT,
    hard_runs=(),
    days=(MON, TUE, SUN),
)
LONG_ON_SUNDAY = Runs(long=(SUN,), source=RunSource.PLAN)


@pytest.fixture(scope="module")
def late_jumps() -> list[Week]:
    """The build weeks of a last stretch whose turn is at the first jumps: a session has room for as
    many sets of the next ones, which are quicker.
    """
    runs = {of_week(21): LONG_ON_SUNDAY, of_week(22): LONG_ON_SUNDAY}
    plan = planned(LATE_JUMPS, 26, runs=runs)
    assert musts(plan) == []
    return list(plan.weeks[23:25])


def test_jumps_that_begin_late_leave_all_that_a_week_must_have(late_jumps: list[Week]):
    for week in late_jumps:
        assert {need for one in prescriptions(week) for need in one.serves} == set(Need)


def test_jumps_that_begin_late_have_as_many_sets_in_each_week_of_their_stretch(
    late_jumps: list[Week],
):
    jumps = [[one for one in prescriptions(week) if one.contacts] for week in late_jumps]
    assert [[(one.form, one.sets) for one in of_week] for of_week in jumps] == [
        [("Jump squat", 1)],
        [("Jump squat", 1)],
    ]


def test_a_taper_is_as_usual_where_the_week_with_most_sets_had_less_room():
    """The week before that one is of the ramp, and has fewer sets than its stretch comes to."""
    athlete = Athlete(
        race=Race.MARATHON,
        level=Level.ADVANCED,
        kit=KITS["gym"],
        long_run=SAT,
        hard_runs=(),
        days=(MON, TUE, SUN),
        niggles=(Niggle.ACHILLES,),
    )
    plan = planned(athlete, 4, runs={of_week(2): LONG_ON_SUNDAY})
    assert musts(plan) == []
    assert work(plan.weeks[2]) == work(planned(athlete, 4).weeks[2])


@pytest.mark.parametrize(
    "runs",
    [
        pytest.param(Runs(hard=(THU,), source=RunSource.PLAN), id="of a session that stays"),
        pytest.param(LONG_ON_SUNDAY, id="of one that the race takes"),
    ],
)
def test_a_taper_has_what_its_own_days_leave_whatever_those_of_the_week_before_left(runs: Runs):
    """Before a race on Monday: runs of one week have had a session a day earlier."""
    athlete = Athlete(
        level=Level.INTERMEDIATE,
        kit=KITS["gym"],
        long_run=SAT,
        hard_runs=(MON, TUE, WED, SUN),
        race_date=of_week(8),
    )
    plan = planned(athlete, runs={of_week(6): runs})
    days = [[session.day for session in week.sessions] for week in plan.weeks[4:6]]
    assert days[0] != days[1]
    assert musts(plan) == []


def test_a_week_with_fewer_days_than_sessions_has_those_that_it_has_days_for():
    athlete = Athlete()
    away = replace(athlete, kit=(), days=(SAT,), sessions=2)
    plan = planned(athlete, 8, runners={of_week(2): away})
    assert [session.day for session in plan.weeks[1].sessions] == [SAT]


# What a coach asked for.


def forms(week: Week, number: int) -> dict[str, Any]:
    """What the session of that slot does, by its forms."""
    [session] = [session for session in week.sessions if session.slot == number]
    return {one.form: (one.sets, one.reps, one.hold_s) for one in session.exercises}


def test_who_leaves_out_for_a_week_what_it_has_not_anyway_has_what_it_had():
    usual = USUAL.weeks[NUMBER - 1]
    assert "wall-sits" not in {one.id for one in prescriptions(usual)}
    real = with_week_otherwise(without=("wall-sits",)).weeks[NUMBER - 1]
    assert [session.load for session in real.sessions] == [
        session.load for session in usual.sessions
    ]
    assert list(forms(real, 2)) == list(forms(usual, 2))
    for number in (1, 3):
        assert forms(real, number) == forms(usual, number)


def test_longer_sessions_of_one_week_have_no_set_more_of_what_they_had():
    real = with_week_otherwise(minutes=60).weeks[NUMBER - 1]
    had = sets_of(USUAL.weeks[NUMBER - 1])
    known = {form: sets for form, sets in sets_of(real).items() if form in had}
    assert known
    assert all(sets <= had[form] for form, sets in known.items())


def sets_of(week: Week) -> dict[str, int]:
    """The most sets that a session of the week has of each form."""
    most: dict[str, int] = {}
    for one in prescriptions(week):
        most[one.form] = max(one.sets, most.get(one.form, 0))
    return most


def test_who_is_well_for_one_week_has_no_jump_that_the_block_has_not_had():
    jumps = [one.form for one in prescriptions(USUAL.weeks[9]) if one.contacts]
    assert jumps
    sore = replace(RUNNER, niggles=(Niggle.SHIN,))
    week = planned(sore, 12, runners={of_week(10): RUNNER}).weeks[9]
    assert [one.form for one in prescriptions(week) if one.contacts] == []


@pytest.mark.parametrize(("minutes", "most"), [(19, MEDIUM), (20, HIGH)])
def test_sessions_of_less_than_twenty_minutes_have_no_high_load(minutes: int, most: Load):
    week = with_week_otherwise(minutes=minutes).weeks[NUMBER - 1]
    assert max(session.load for session in week.sessions) is most


def test_pain_on_a_bone_makes_no_week():
    with pytest.raises(BefitError, match="Pain on a bone"):
        with_week_otherwise(niggles=(Niggle.BONE_STRESS,))


@pytest.mark.parametrize("number", [NUMBER, 10], ids=["lifts", "lifts and jumps"])
def test_the_first_week_back_is_light_and_says_for_how_many_days_there_was_nothing(number: int):
    plan = with_week_otherwise(number, days=(), sessions=0)
    before, off, back, later = plan.weeks[number - 2 : number + 2]
    assert off.sessions == ()
    for session in back.sessions:
        lifts = [one for one in session.exercises if one.full_load is not Load.LOW]
        assert lifts
        assert all(one.light for one in lifts)
        assert not any(one.contacts for one in session.exercises)
        assert not session.warm_up.contacts
    days = (back.sessions[0].date - before.sessions[-1].date).days
    assert [note.facts for note in back.notes if note.key is NoteKey.BACK] == [{"days": days}]
    assert work(later) == work(USUAL.weeks[number + 1])


def test_the_first_week_back_is_light_for_the_days_off_and_not_for_any_run():
    back = with_week_otherwise(days=(), sessions=0).weeks[NUMBER]
    [note] = [note for note in back.notes if note.key is NoteKey.OTHERWISE]
    assert note.facts["lighter"]
    assert note.facts["beside"] == ""
    for session in back.sessions:
        keys = {reason.key for reason in session.reasons}
        assert ReasonKey.FIRST_BACK in keys
        assert ReasonKey.LESS_ROOM not in keys


def test_the_first_week_back_keeps_its_calf_work_where_light_lifts_are_too_many():
    kit = (Kit.BACKPACK, Kit.BAND, Kit.MACHINE, Kit.PULL_UP_BAR, Kit.STEP)
    hard = tuple(day for day in Day if day is not WED)
    athlete = Athlete(
        race=Race.HALF, kit=kit, minutes=56, days=(MON, WED), hard_runs=hard, long_run=None
    )
    off = {of_week(12): replace(athlete, days=(), sessions=0)}
    usual, back = planned(athlete, 28).weeks[12], planned(athlete, 28, runners=off).weeks[12]
    assert len(usual.sessions[1].exercises) > len(back.sessions[1].exercises)
    for session in back.sessions:
        assert any(exercise.pattern is Pattern.CALF for exercise in session.exercises)


TASK = Task(
    athlete=RUNNER,
    repertoires=Repertoires(RUNNER, CATALOGUE),
    season=a_season(a_stretch(build=4), race_in=60),
    stretch=a_stretch(build=4),
    stage=Stage(),
    layout=a_layout({TUE: HIGH}),
    ramp_most=[HIGH],
)


def back_after_a_fortnight(session: Draft) -> Draft:
    """The only session of a week, a fortnight after the one before it."""
    weeks = RealWeeks(TASK.layout)
    easy = a_draft(a_line("row", pattern=Pattern.PULL, load=LOW))
    weeks.week(TASK, [easy], [replace(easy)], TASK.season[0], [])
    _, [back], notes = weeks.week(TASK, [easy], [session], TASK.season[2], [])
    assert {"days": 14} in [note.facts for note in notes]
    return back


def lifted(name: str, load: Load = MEDIUM, **changes: Any) -> Line:
    return a_line(name, load=load, **changes)


HEAVY_BUT_LIGHT = [
    lifted(name, HIGH, sets=1, light=True, pattern=pattern)
    for name, pattern in (
        ("squat", Pattern.SQUAT),
        ("hinge", Pattern.HINGE),
        ("lunge", Pattern.LUNGE),
    )
]
"""As many as count as light."""


@pytest.mark.parametrize(
    ("lines", "left"),
    [
        pytest.param([lifted("squat", HIGH)], ["light squat"], id="a lift is light"),
        pytest.param(
            [lifted("jump", HIGH, contacts=1), lifted("squat", HIGH)],
            ["light squat"],
            id="a jump goes",
        ),
        pytest.param([lifted("row", LOW)], ["row"], id="what is easy stays"),
        pytest.param(
            [lifted("squat", first_line=(Niggle.RUNNERS_KNEE,)), lifted("lunge")],
            ["squat", "light lunge"],
            id="what helps stays",
        ),
        pytest.param(
            [*HEAVY_BUT_LIGHT, lifted("step-up"), lifted("row", LOW)],
            ["light squat", "light hinge", "light lunge", "row"],
            id="of four that would count in full the last goes",
        ),
        pytest.param(
            [
                *[lifted(f"squat {number}", HIGH, sets=1, light=True) for number in range(3)],
                lifted("hinge", pattern=Pattern.HINGE),
            ],
            ["light squat 0", "light squat 1", "light hinge"],
            id="what the week must have stays",
        ),
        pytest.param(
            [*HEAVY_BUT_LIGHT, lifted("raise", pattern=Pattern.CALF)],
            ["light squat", "light hinge", "light raise"],
            id="and calf work stays",
        ),
        pytest.param(
            [
                *[lifted(f"raise {n}", HIGH, light=True, pattern=Pattern.CALF) for n in range(3)],
                lifted("raise 3", pattern=Pattern.CALF),
            ],
            ["light raise 0", "light raise 1", "light raise 2"],
            id="unless all of them are",
        ),
    ],
)
def test_what_a_session_of_the_first_week_back_holds(lines: list[Line], left: list[str]):
    back = back_after_a_fortnight(a_draft(*lines))
    light = {True: "light ", False: ""}
    assert [f"{light[line.light]}{line.pick.form.name}" for line in back.lines] == left
    assert not back.most_hops
    assert (back.first_back, back.lighter) == (True, False)


JUMPER = replace(RUNNER, level=Level.ADVANCED, hard_runs=(), long_run=None)
REPERTOIRES = Repertoires(JUMPER, CATALOGUE)
JUMPS = {
    rung.form.name: Pick(
        exercise=ladder.skill.exercise, form=rung.form, kit=rung.kit, heavy=rung.heavy
    )
    for ladder in REPERTOIRES.on(TUE).ladders
    for rung in ladder.rungs
    if rung.form.contacts
}
ROW = a_line("row", role=Role.ACCESSORY, pattern=Pattern.PULL, load=LOW, sets=3)
LOW_BOX, BOX, KNEE_BOX = "Low box jump", "Box jump", "Knee-height box jump"
"""Three rungs, from the easiest on."""
ALL_WEEKS, NO_WEEK, FIRST_WEEK, DELOAD = (0, 1, 2, 3), (), (0,), (3,)
"""In which weeks of a stretch there is room."""


def jumps_of(
    *stretches: tuple[str, tuple[int, ...]],
    limit: int = 60,
    beside: tuple[Line, ...] = (ROW,),
    earlier: tuple[Draft, ...] = (),
    most_sets: int = 9,
) -> list[list[Line]]:
    """The jumps that a block's stretches have in those of their weeks that have room for any, in a
    session of so many minutes, with what is `beside` them: each by the form that it was planned
    with, and no more than `most_sets`. Sessions `earlier` in the week are the same in all weeks.
    """
    season = plan_season(JUMPER, MONDAY, 16)
    weeks = RealWeeks(TASK.layout)
    found = []
    for stretch, (name, room) in zip(season.stretches, stretches, strict=False):
        task = replace(
            TASK, athlete=JUMPER, repertoires=REPERTOIRES, season=season, stretch=stretch
        )
        jump = dosed_line(JUMPER, JUMPS[name], stretch, ramp=task.ramp, reached=None)
        jump = replace(jump, sets=min(jump.sets, most_sets))
        fullest = [*earlier, a_draft(jump, *beside, limit=limit)]
        had = []
        for place, when in enumerate(season.of_stretch(stretch)):
            lines = (jump, *beside) if place in room else beside
            planned_week = [*[replace(draft) for draft in earlier], a_draft(*lines, limit=limit)]
            _, week, _ = weeks.week(task, fullest, planned_week, when, [])
            assert all(draft.minutes <= draft.limit for draft in week)
            had += [line for line in week_lines(week) if line.pick.form.contacts]
        found.append(had)
    return found


@pytest.mark.parametrize(
    ("stretches", "jumps"),
    [
        pytest.param(
            [(LOW_BOX, ALL_WEEKS), (BOX, ALL_WEEKS), (KNEE_BOX, ALL_WEEKS)],
            [LOW_BOX, BOX, KNEE_BOX],
            id="as planned",
        ),
        pytest.param(
            [(LOW_BOX, NO_WEEK), (BOX, ALL_WEEKS)], [None, LOW_BOX], id="the first where none was"
        ),
        pytest.param(
            [(LOW_BOX, NO_WEEK), (BOX, NO_WEEK), (KNEE_BOX, ALL_WEEKS)],
            [None, None, LOW_BOX],
            id="however long there was none",
        ),
        pytest.param(
            [(LOW_BOX, NO_WEEK), (BOX, ALL_WEEKS), (KNEE_BOX, ALL_WEEKS)],
            [None, LOW_BOX, BOX],
            id="and then the next",
        ),
        pytest.param(
            [(LOW_BOX, FIRST_WEEK), (BOX, ALL_WEEKS)], [LOW_BOX, BOX], id="one week is enough"
        ),
        pytest.param(
            [(LOW_BOX, DELOAD), (BOX, ALL_WEEKS)], [LOW_BOX, LOW_BOX], id="but no easier one"
        ),
        pytest.param(
            [("Snap-down landing drill", ALL_WEEKS), (BOX, ALL_WEEKS)],
            ["Snap-down landing drill", LOW_BOX],
            id="a drill is a rung",
        ),
        pytest.param(
            [(BOX, ALL_WEEKS), (LOW_BOX, ALL_WEEKS), (KNEE_BOX, ALL_WEEKS)],
            [BOX, LOW_BOX, KNEE_BOX],
            id="the highest so far counts",
        ),
    ],
)
def test_jumps_climb_one_rung_a_stretch_of_those_that_there_was_room_for(
    stretches: list[tuple[str, tuple[int, ...]]], jumps: list[str | None]
):
    """R25."""
    had = jumps_of(*stretches)
    names = [{line.pick.form.name for line in weeks} for weeks in had]
    assert names == [set() if name is None else {name} for name in jumps]
    assert [len(weeks) for weeks in had] == [len(room) for _, room in stretches]


JUMP_SQUAT, REBOUND = "Jump squat", "Rebound jump squats"


FULL_MONDAY = Draft(slot=Slot(number=2, day=MON, load=LOW), limit=8, lines=(ROW,))


@pytest.mark.parametrize(
    ("limit", "earlier", "sets"),
    [
        pytest.param(9, (), {2}, id="as many sets where they fit"),
        pytest.param(9, (FULL_MONDAY,), {2}, id="be another session full"),
        pytest.param(8, (), {1}, id="fewer where it takes longer"),
    ],
)
def test_a_lower_jump_has_the_sets_that_its_session_has_room_for(
    limit: int, earlier: tuple[Draft, ...], sets: set[int]
):
    """Two sets of it take twelve seconds more, and the session was full to the second."""
    plank = a_line("plank", role=Role.CORE, load=LOW, sets=1, seconds_per_rep=None, at=36)
    plan = [(JUMP_SQUAT, NO_WEEK), (REBOUND, ALL_WEEKS)]
    [_, jumps] = jumps_of(*plan, limit=limit, beside=(plank,), earlier=earlier)
    assert {line.pick.form.name for line in jumps} == {JUMP_SQUAT}
    assert {line.sets for line in jumps} == sets


@pytest.mark.parametrize(
    ("kit", "sets"),
    [
        pytest.param((), 2, id="without a bar"),
        pytest.param((Kit.BARBELL,), 1, id="at a bar, whose six repetitions have lighter sets"),
    ],
)
def test_nor_has_it_more_sets_than_any_week_of_its_stretch_has_room_for(
    kit: tuple[Kit, ...], sets: int
):
    lunge = a_line("lunge", kit=kit, rest_s=75, work=Range(6, 7), at=7)
    plan = [(JUMP_SQUAT, NO_WEEK), (REBOUND, ALL_WEEKS)]
    [_, jumps] = jumps_of(*plan, limit=10, beside=(lunge,))
    assert {line.sets for line in jumps} == {sets}


def test_a_lower_jump_of_one_set_takes_the_room_of_what_is_no_main_work():
    """With its last repetitions it takes six seconds more than there are."""
    plank = a_line("plank", role=Role.CORE, load=LOW, sets=1, seconds_per_rep=None, at=108)
    plan = [(JUMP_SQUAT, NO_WEEK), (REBOUND, ALL_WEEKS)]
    [_, jumps] = jumps_of(*plan, limit=7, beside=(plank,), most_sets=1)
    assert [(line.pick.form.name, line.sets) for line in jumps] == [(JUMP_SQUAT, 1)] * 4


@pytest.mark.parametrize(
    ("first", "said"),
    [
        pytest.param(MON, [], id="eight are no reason"),
        pytest.param(TUE, [{"days": 9}], id="nine"),
        pytest.param(WED, [{"days": 10}], id="ten"),
    ],
)
def test_days_without_a_session_are_counted_from_sunday_to_the_first_one(
    first: Day, said: list[dict[str, int]]
):
    athlete = replace(RUNNER, days=(first, SUN), sessions=2, long_run=None)
    off = {of_week(4): replace(athlete, days=(), sessions=0)}
    back = planned(athlete, 8, runners=off).weeks[4]
    assert back.sessions[0].day is first
    assert [note.facts for note in back.notes if note.key is NoteKey.BACK] == said
    lifts = [one for one in prescriptions(back) if one.full_load is not Load.LOW]
    assert all(one.light for one in lifts) is bool(said)


def test_what_helps_a_sore_spot_keeps_its_dose_in_the_first_week_back():
    sore = replace(RUNNER, niggles=(Niggle.ACHILLES,))
    off = {of_week(NUMBER): replace(sore, days=(), sessions=0)}
    usual, back = planned(sore, 12).weeks[NUMBER], planned(sore, 12, runners=off).weeks[NUMBER]
    [change] = back.niggles
    for one, then in zip(prescriptions(back), prescriptions(usual), strict=True):
        assert one.form == then.form
        if one.name in change.first:
            assert (one.sets, one.reps, one.light) == (then.sets, then.reps, then.light)
    helping = [one for one in prescriptions(back) if one.name in change.first]
    assert any(one.full_load is not LOW for one in helping)


def test_fewer_sessions_leave_the_others_as_they_are():
    real, usual = with_week_otherwise(sessions=2).weeks[NUMBER - 1], USUAL.weeks[NUMBER - 1]
    for session in real.sessions:
        assert forms(real, session.slot) == forms(usual, session.slot)


def test_a_session_more_leaves_the_others_as_they_are_and_is_short_and_light():
    athlete = Athlete(kit=KITS["gym"], level=Level.INTERMEDIATE, minutes=45)
    usual = planned(athlete, 8)
    real = planned(athlete, 8, runners={of_week(5): replace(athlete, sessions=3)})
    now, then = real.weeks[4], usual.weeks[4]
    assert len(now.sessions) == 3
    for session in then.sessions:
        assert forms(now, session.slot) == forms(then, session.slot)
    [more] = [session for session in now.sessions if session.slot == 3]
    assert more.load is Load.LOW
    assert more.minutes <= 25
    assert more.with_run is None


@pytest.mark.parametrize("sessions", [0, 1])
@pytest.mark.parametrize("since", Day, ids=str)
def test_what_was_before_the_day_since_which_a_week_is_otherwise_stays(since: Day, sessions: int):
    monday = of_week(NUMBER)
    season = plan_season(
        RUNNER,
        MONDAY,
        12,
        runners={monday: replace(RUNNER, sessions=sessions)},
        since={monday: since},
    )
    [week] = make_plan(RUNNER, CATALOGUE, (season[NUMBER - 1],)).weeks
    usual = USUAL.weeks[NUMBER - 1]
    over = {session.slot: session.day for session in usual.sessions if session.day < since}
    now = {session.slot: session.day for session in week.sessions}
    assert len(now) == max(sessions, len(over))
    assert now.items() >= over.items()


def test_a_shorter_week_may_have_a_session_more():
    athlete = Athlete(kit=KITS["gym"], level=Level.INTERMEDIATE, minutes=45)
    runner = replace(athlete, sessions=3, minutes=30)
    week = planned(athlete, 8, runners={of_week(5): runner}).weeks[4]
    assert {session.slot: session.load for session in week.sessions} == {3: LOW, 1: HIGH, 2: HIGH}
    assert all(session.minutes <= 30 for session in week.sessions)


def test_what_one_week_has_new_has_no_more_than_two_sets():
    athlete = Athlete(race=Race.FIVE_K, level=Level.INTERMEDIATE, sessions=3, minutes=45, kit=())
    usual = planned(athlete, 5)
    week = planned(athlete, 5, runners={of_week(3): replace(athlete, kit=GYM)}).weeks[2]
    had = {one.form for each in usual.weeks[:3] for one in prescriptions(each)}
    assert max(one.sets for one in prescriptions(week) if one.form not in had) == 2


@pytest.mark.parametrize("niggle", [Niggle.PLANTAR, Niggle.RUNNERS_KNEE])
@pytest.mark.parametrize("number", [11, 12])
def test_a_taper_week_has_what_helps_a_new_sore_spot(number: int, niggle: Niggle):
    week = with_week_otherwise(number, niggles=(niggle,)).weeks[number - 1]
    [change] = week.niggles
    had = {one.form for each in USUAL.weeks[:number] for one in prescriptions(each)}
    new = {one.name for one in prescriptions(week) if one.form not in had}
    assert new & set(change.first)


@pytest.mark.parametrize("number", [2, 6])
def test_without_its_kit_a_week_has_no_new_lift_in_full(number: int):
    plan = with_week_otherwise(number, kit=())
    known = {one.form for week in USUAL.weeks[:number] for one in prescriptions(week)}
    new = [one for one in prescriptions(plan.weeks[number - 1]) if one.form not in known]
    assert new
    assert all(one.light or one.full_load is Load.LOW for one in new)
    assert all(one.sets <= 2 for one in new)


def test_a_taper_week_without_its_kit_has_nothing_that_the_block_has_not_had():
    plan = with_week_otherwise(12, kit=())
    had = {one.form for week in plan.weeks[:11] for one in prescriptions(week)}
    assert {one.form for one in prescriptions(plan.weeks[11])} <= had


def test_what_a_runner_has_otherwise_is_said_and_is_no_fault():
    week = with_week_otherwise(kit=(), minutes=20).weeks[NUMBER - 1]
    [note] = [note for note in week.notes if note.key is NoteKey.OTHERWISE]
    assert note.facts["asked"] == ["kit", "minutes"]
    assert NoteKey.UNMET not in {note.key for note in week.notes}


def test_with_a_gym_on_one_day_a_session_rather_gets_light_than_leaves_it():
    athlete = Athlete(
        race=Race.TEN_K,
        level=Level.INTERMEDIATE,
        kit=KITS["home"],
        kit_by_day={WED: KITS["gym"]},
        minutes=45,
        hard_runs=(TUE,),
    )
    runs = {of_week(6): Runs(hard=(THU,), long=(SUN,), source=RunSource.ADJUSTED)}
    week = planned(athlete, 8, runs=runs).weeks[5]
    assert WED in {session.day for session in week.sessions}


def test_a_taper_eases_the_last_week_in_which_the_runner_trained_as_always() -> None:
    """R35: the block's last build week has one session, and the one before it fewer sets than it
    would have had.
    """
    athlete = Athlete(
        race=Race.MARATHON,
        level=Level.ADVANCED,
        kit=KITS["gym"],
        minutes=27,
        focus=Group.LEG,
        niggles=(Niggle.LOW_BACK,),
        race_date=MONDAY + timedelta(weeks=5),
    )
    *_, last = [week for week in plan_season(athlete, MONDAY) if week.build]
    season = plan_season(athlete, MONDAY, runners={last.starts: replace(athlete, sessions=1)})
    assert musts(make_plan(athlete, CATALOGUE, season)) == []
