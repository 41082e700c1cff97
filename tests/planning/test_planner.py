"""From an athlete to a week: always a plan, never a broken must, and every time the same."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta

import pytest
from hypothesis import given
from msgspec.structs import replace
from strategies import CATALOGUE, MONDAY, athletes_and_weeks, drawn

from befit_cli import __version__
from befit_cli.errors import BefitError, Cause
from befit_cli.evidence.safety import SAFETY
from befit_cli.planning import planner
from befit_cli.planning.planner import BrokenRule, make_plan, plan_block, plan_week
from befit_cli.planning.season import plan_season
from befit_cli.rules.check import check_week
from befit_cli.values import (
    ADDING_LOAD,
    Athlete,
    Day,
    Finding,
    Group,
    Kit,
    Level,
    Need,
    Niggle,
    Note,
    NoteKey,
    Phase,
    Prescription,
    Race,
    ReasonKey,
    SafetyLine,
    Scope,
    SeasonWeek,
    Week,
    verbatim,
)


def first_week(athlete: Athlete) -> Week:
    """The first week of the athlete's block."""
    return plan_week(athlete, CATALOGUE, plan_season(athlete, MONDAY)[0])


def block(athlete: Athlete, length: int | None = None) -> tuple[Week, ...]:
    """The athlete's block, of the usual length for their race unless another is said."""
    return plan_block(athlete, CATALOGUE, plan_season(athlete, MONDAY, length))


def exercises(*weeks: Week) -> Iterator[Prescription]:
    for week in weeks:
        for session in week.sessions:
            yield from session.exercises


# Whatever anybody says.


@drawn
@given(drawn_week=athletes_and_weeks())
def test_anybody_gets_a_week_that_breaks_no_must(drawn_week: tuple[Athlete, SeasonWeek]):
    """Whoever has as many free days as sessions, and something left to do."""
    athlete, when = drawn_week
    week = plan_week(athlete, CATALOGUE, when)
    assert [one for one in check_week(athlete, week, CATALOGUE) if one.must] == []


@drawn
@given(drawn_week=athletes_and_weeks())
def test_every_week_that_builds_has_as_many_sessions_as_asked_for(
    drawn_week: tuple[Athlete, SeasonWeek],
):
    athlete, when = drawn_week
    week = plan_week(athlete, CATALOGUE, when)
    if not week.taper:
        assert len(week.sessions) == athlete.sessions
    assert all(session.day in athlete.days for session in week.sessions)


@drawn
@given(drawn_week=athletes_and_weeks())
def test_every_unmet_should_is_a_note(drawn_week: tuple[Athlete, SeasonWeek]):
    athlete, when = drawn_week
    week = plan_week(athlete, CATALOGUE, when)
    unmet = {one.rule for one in check_week(athlete, week, CATALOGUE) if not one.must}
    assert unmet <= {note.rule for note in week.notes}


@drawn
@given(drawn_week=athletes_and_weeks())
def test_no_session_takes_longer_than_the_minutes_asked_for(drawn_week: tuple[Athlete, SeasonWeek]):
    athlete, when = drawn_week
    week = plan_week(athlete, CATALOGUE, when)
    assert [one.day for one in week.sessions if one.minutes > athlete.minutes] == []


@drawn
@given(drawn_week=athletes_and_weeks())
def test_kit_used_is_kit_of_the_day_and_what_is_left_out_stays_out(
    drawn_week: tuple[Athlete, SeasonWeek],
):
    athlete, when = drawn_week
    barred = {*athlete.without, *[left_out for left_out, _ in athlete.swap]}
    for session in plan_week(athlete, CATALOGUE, when).sessions:
        for one in session.exercises:
            assert set(one.kit) <= set(athlete.on(session.day).kit)
            assert one.id not in barred
            assert one.level <= athlete.level


# Where a week stands.


def test_a_week_tells_where_it_stands_in_its_block():
    athlete = Athlete(race=Race.HALF)
    when = plan_season(athlete, MONDAY)[4]
    week = plan_week(athlete, CATALOGUE, when)
    assert (week.number, week.of, week.starts, week.phase) == (
        5,
        12,
        MONDAY + timedelta(weeks=4),
        when.phase,
    )


@pytest.mark.parametrize(
    ("long_run", "hard", "with_run"),
    [
        (None, (), None),
        (None, (Day.TUE,), "hard"),
        (Day.TUE, (), "long"),
        (Day.TUE, (Day.TUE,), "long"),
    ],
    ids=["no run", "a hard run", "the long run", "a hard long run"],
)
def test_a_session_knows_the_run_of_its_day(
    long_run: Day | None, hard: tuple[Day, ...], with_run: str | None
):
    athlete = Athlete(long_run=long_run, hard_runs=hard, days=(Day.TUE, Day.FRI))
    assert first_week(athlete).sessions[0].with_run == with_run


@pytest.mark.parametrize(
    ("race", "key"),
    [
        (Race.TEN_K, ReasonKey.AFTER_LONG_RUN_HEAVY),
        (Race.HALF, ReasonKey.AFTER_LONG_RUN),
    ],
    ids=str,
)
def test_the_day_after_the_long_run_is_told_by_the_load_it_has(race: Race, key: ReasonKey):
    athlete = Athlete(
        race=race,
        level=Level.INTERMEDIATE,
        kit=tuple(sorted(Kit)),
        minutes=45,
        days=(Day.MON, Day.THU),
    )
    # In the ramp nothing is heavy yet.
    session = block(athlete)[4].sessions[0]
    assert (session.day, session.reasons[0].key) == (Day.MON, key)


# What a week holds.


@pytest.mark.parametrize("level", Level, ids=str)
@pytest.mark.parametrize("kit", [(), (Kit.KETTLEBELL,), tuple(sorted(Kit))], ids=len)
@pytest.mark.parametrize(("sessions", "minutes"), [(2, 30), (3, 20)])
def test_an_hour_a_week_covers_all_that_a_week_should(
    level: Level, kit: tuple[Kit, ...], sessions: int, minutes: int
):
    athlete = Athlete(level=level, kit=kit, sessions=sessions, minutes=minutes)
    for week in block(athlete):
        if not week.taper:
            assert {need for one in exercises(week) for need in one.serves} == set(Need)


@pytest.mark.parametrize("group", Group, ids=str)
def test_a_focus_has_an_exercise_in_every_session(group: Group):
    week = first_week(Athlete(minutes=45, focus=group))
    for session in week.sessions:
        assert group in {one.group for one in session.exercises}


def test_a_focus_takes_nothing_that_the_week_must_have():
    athlete = Athlete(
        sessions=3,
        level=Level.ADVANCED,
        kit=(Kit.BARBELL, Kit.BOX, Kit.DUMBBELL, Kit.KETTLEBELL, Kit.TOWEL),
        minutes=20,
        hard_runs=(Day.FRI,),
        days=(Day.TUE, Day.THU, Day.SAT),
        focus=Group.LEG,
    )
    for week in block(athlete, 12):
        if not week.taper:
            assert {need for one in exercises(week) for need in one.serves} == set(Need)


def test_what_is_swapped_is_done_instead_in_every_build_week():
    athlete = Athlete(swap=(("squats", "wall-sits"),))
    for week in block(athlete):
        ids = {one.id for one in exercises(week)}
        assert "squats" not in ids
        if week.build:
            assert "wall-sits" in ids


@pytest.mark.parametrize(
    "athlete",
    [
        pytest.param(
            Athlete(
                level=Level.INTERMEDIATE,
                kit=(Kit.BENCH, Kit.BOX),
                minutes=18,
                long_run=Day.THU,
                hard_runs=(Day.WED, Day.FRI, Day.SAT),
                niggles=(
                    Niggle.ACHILLES,
                    Niggle.HAMSTRING,
                    Niggle.ITB,
                    Niggle.LOW_BACK,
                    Niggle.PLANTAR,
                    Niggle.RUNNERS_KNEE,
                ),
                without=("ankle-circles", "glute-bridges", "pull-ups", "step-ups"),
            ),
            id="six niggles, little time",
        ),
        pytest.param(
            Athlete(
                race=Race.FIVE_K,
                level=Level.INTERMEDIATE,
                kit=(Kit.BAND, Kit.BARBELL, Kit.BENCH, Kit.BOX, Kit.KETTLEBELL, Kit.STEP),
                minutes=20,
                long_run=Day.FRI,
                hard_runs=(),
                days=(Day.MON, Day.TUE, Day.THU, Day.SAT, Day.SUN),
                focus=Group.MARATHON,
                niggles=(Niggle.ACHILLES, Niggle.ITB, Niggle.LOW_BACK, Niggle.PLANTAR, Niggle.SHIN),
                without=("ankle-circles", "pull-ups"),
            ),
            id="what coverage needs stands in the way",
        ),
        pytest.param(
            Athlete(
                race=Race.NONE,
                sessions=3,
                level=Level.ADVANCED,
                kit=tuple(sorted(Kit)),
                minutes=25,
                focus=Group.HIP,
                niggles=(Niggle.HAMSTRING, Niggle.PLANTAR, Niggle.SHIN),
                without=("toe-curls",),
            ),
            id="calf work for another sore spot stands in the way",
        ),
    ],
)
def test_every_niggle_has_its_first_line_work(athlete: Athlete):
    """Of which there is some in each week that builds, or planning raises (R59)."""
    for week in block(athlete, 25):
        firsts = {change.name: change.first for change in week.niggles}
        assert set(firsts) == set(athlete.niggles)
        if week.build:
            assert all(firsts.values())


def test_calves_stay_in_two_sessions_where_coverage_takes_their_place():
    athlete = Athlete(race=Race.MARATHON, kit=(Kit.KETTLEBELL,))
    for week in block(athlete):
        if week.build:
            calves = [
                session.slot
                for session in week.sessions
                if any(Need.CALF in one.serves for one in session.exercises)
            ]
            assert len(calves) == 2


# Blocks that are told apart.


@pytest.mark.parametrize(
    ("days", "sessions", "keys"),
    [
        pytest.param(3, 0, {NoteKey.TOO_LATE}, id="three days before"),
        pytest.param(4, 1, None, id="four days before"),
    ],
)
def test_a_block_that_begins_too_late_has_no_session_and_says_so(
    days: int, sessions: int, keys: set[NoteKey] | None
):
    athlete = Athlete(race_date=MONDAY + timedelta(days=days), days=(Day.MON, Day.THU))
    [week] = block(athlete)
    assert len(week.sessions) == sessions
    told = {note.key for note in week.notes}
    assert told == keys if keys else NoteKey.TOO_LATE not in told


def test_exercises_whose_calf_work_is_all_done_with_bent_knees_make_a_plan():
    bent = tuple(each for each in CATALOGUE.exercises if each.id != "calf-raises")
    athlete = Athlete(minutes=40)
    season = plan_season(athlete, MONDAY, 6)
    assert make_plan(athlete, replace(CATALOGUE, exercises=bent), season).weeks


def test_a_block_without_a_race_tapers_never_and_ends_easy():
    weeks = block(Athlete(race=Race.NONE, level=Level.ADVANCED), 24)
    assert [week.number for week in weeks if week.taper] == []
    assert weeks[-1].deload
    assert weeks[0].phase is Phase.GENERAL
    power = [week.number for week in weeks if week.phase is Phase.POWER]
    assert power
    assert min(power) >= 9


def test_a_plan_has_the_weeks_asked_for_the_athlete_and_every_safety_rule():
    athlete = Athlete()
    some = plan_season(athlete, MONDAY)[2:4]
    plan = make_plan(athlete, CATALOGUE, some)
    weeks = plan_block(athlete, CATALOGUE, some)
    assert [week.sessions for week in plan.weeks] == [week.sessions for week in weeks]
    assert (plan.athlete, plan.befit) == (athlete, __version__)
    assert plan.safety == tuple([SafetyLine(rule=rule) for rule in SAFETY])


# What a week says first and last.


def test_a_week_says_first_which_load_its_days_have_no_room_for():
    """But for the ramp, which is light for its own reasons, and the taper."""
    athlete = Athlete(kit=tuple(sorted(Kit)), days=(Day.TUE, Day.WED), hard_runs=(), long_run=None)
    weeks = block(athlete)
    less = [week.number for week in weeks if week.notes[0].key is NoteKey.LESS_LOAD]
    assert less == [week.number for week in weeks if not week.taper][2:]


def test_a_week_says_last_how_to_add_load():
    """After what does not hold, which is much in a quarter of an hour."""
    weeks = block(Athlete(minutes=15))
    assert any(note.key is NoteKey.UNMET for week in weeks for note in week.notes)
    for week in weeks:
        assert week.notes[-1].rule == "R30"
        assert week.notes[-1].key in ADDING_LOAD


# Who gets no plan, and what is befit's own fault.


def test_bone_pain_gets_no_plan_but_a_clinician():
    with pytest.raises(BefitError, match="Pain on a bone needs a clinician before any plan"):
        first_week(Athlete(niggles=(Niggle.BONE_STRESS,)))


def test_a_week_with_nothing_left_to_do_is_refused_in_a_sentence():
    everything = tuple(exercise.id for exercise in CATALOGUE.exercises)
    athlete = Athlete(without=everything, days=(Day.TUE, Day.FRI))
    with pytest.raises(BefitError, match=r"^Nothing is left to do on Tuesday: ") as refused:
        first_week(athlete)
    assert refused.value.cause is Cause.NOTHING_LEFT


def a_finding(rule: str, where: str, found: str, allowed: str, *, must: bool) -> Finding:
    return Finding(
        rule=rule,
        must=must,
        where=verbatim(where),
        found=verbatim(found),
        allowed=verbatim(allowed),
        text=verbatim(""),
    )


def test_a_broken_must_raises_and_says_what_where_and_how_much(monkeypatch: pytest.MonkeyPatch):
    broken = a_finding("R45", "Friday", "31 min", "at most 30", must=True)
    monkeypatch.setattr(planner, "check_week", lambda *_: (broken, broken))
    one = "R45 Friday: 31 min, allowed at most 30"
    with pytest.raises(BrokenRule, match=f"^{one}; {one}$"):
        first_week(Athlete())


@pytest.mark.parametrize(
    ("rule", "times"),
    [("R12", 1), ("R19", 1)],
    ids=["what nothing tells of, once", "what the week tells of, not again"],
)
def test_an_unmet_should_is_told_once(rule: str, times: int, monkeypatch: pytest.MonkeyPatch):
    few = a_finding(rule, "Friday", "high", "medium", must=False)
    monkeypatch.setattr(
        planner, "check_week", lambda *_: (few, replace(few, where=verbatim("Mon")))
    )
    notes = [note for note in first_week(Athlete()).notes if note.rule == rule]
    assert len(notes) == times


def test_what_was_found_of_one_should_is_one_note(monkeypatch: pytest.MonkeyPatch):
    few = a_finding("R12", "Friday", "high", "medium", must=False)
    more = a_finding("R12", "Monday", "high", "medium", must=False)
    monkeypatch.setattr(planner, "check_week", lambda *_: (few, more))
    [note] = [note for note in first_week(Athlete()).notes if note.rule == "R12"]
    breaches = [{"where": one.where, "found": one.found} for one in (few, more)]
    facts = {"breaches": breaches, "allowed": few.allowed, "advice": few.text}
    assert note == Note(rule="R12", key=NoteKey.UNMET, scope=Scope.WEEK, facts=facts)


# The same question gets the same answer.


SAME = """
import msgspec
from datetime import date
from befit_cli import load_catalogue, plan_block, plan_season
from befit_cli.values import Athlete, Group, Kit, Level, Niggle, Race
for athlete in (
    Athlete(),
    Athlete(race=Race.HALF, sessions=3, level=Level.ADVANCED, kit=tuple(sorted(Kit)), minutes=60, focus=Group.HIP),
    Athlete(niggles=(Niggle.ITB, Niggle.SHIN), without=("planks", "squats"), kit=(), minutes=15),
    Athlete(race=Race.NONE, niggles=(Niggle.ACHILLES, Niggle.PLANTAR), swap=(("lunges", "step-ups"),)),
):
    print(msgspec.json.encode(plan_block(athlete, load_catalogue(), plan_season(athlete, date(2027, 1, 4)))).decode())
"""


def test_the_same_question_gets_the_same_bytes_in_every_process():
    answers = []
    for seed in ("1", "2"):
        process = subprocess.run(
            [sys.executable, "-c", SAME],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        )
        answers.append(process.stdout)
    assert answers[0] == answers[1]


def test_the_order_of_what_is_said_does_not_change_the_week():
    one = Athlete(
        niggles=(Niggle.ITB, Niggle.SHIN),
        without=("planks", "squats"),
        swap=(("lunges", "step-ups"), ("deadlifts", "hip-thrusts")),
    )
    other = replace(one, niggles=one.niggles[::-1], without=one.without[::-1], swap=one.swap[::-1])
    assert list(exercises(*block(one))) == list(exercises(*block(other)))
