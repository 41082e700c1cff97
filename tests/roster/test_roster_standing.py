"""Where a runner stands on a day, and what they need their coach for."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from msgspec.structs import replace
from strategies import CATALOGUE

from befit_cli.log.standing import with_what_was_done
from befit_cli.planning import planner
from befit_cli.planning.season import plan_season
from befit_cli.roster.standing import Attention, Done, Standing, looked_at, standing
from befit_cli.values import (
    NOTHING_LOGGED,
    Athlete,
    Day,
    History,
    Kit,
    Level,
    NoteKey,
    Off,
    PlanPlace,
    Race,
    Season,
    SessionLog,
    TimeAway,
    Work,
)

BEGAN = date(2026, 10, 26)
THURSDAY = date(2026, 11, 26)
"""Of the fifth week."""
RUNNER = Athlete(
    race=Race.HALF,
    race_date=date(2027, 2, 14),
    hard_runs=(Day.TUE, Day.THU),
    level=Level.INTERMEDIATE,
    kit=tuple(Kit),
    minutes=60,
)
SEASON = plan_season(RUNNER, BEGAN)
SQUAT = Work(form="Bodyweight squat", reps=(8,))
PLANK = Work(form="Plank", hold_s=(20,))


def done(day: date, slot: int, **changes: Any) -> SessionLog:
    """A session of the plan, that was done that day."""
    week = (day - BEGAN).days // 7 + 1
    return SessionLog(
        date=day,
        plan=PlanPlace(began=BEGAN, week=week, slot=slot),
        **{"did": {"squats": (SQUAT,)}, **changes},
    )


def stands(
    *sessions: SessionLog,
    away: tuple[TimeAway, ...] = (),
    today: date = THURSDAY,
    athlete: Athlete = RUNNER,
    season: Season = SEASON,
) -> Standing:
    history = History(sessions=sessions, away=away)
    weeks = looked_at(season, history, today)
    made = planner.make_plan(athlete, CATALOGUE, weeks, history=history, today=today)
    return standing(athlete, with_what_was_done(made, history).weeks, history, CATALOGUE, today)


ALL_DONE = tuple(
    done(BEGAN + timedelta(weeks=week, days=day), slot)
    for week in range(5)
    for day, slot in ((1, 1), (3, 2))
)
"""Every Tuesday and Thursday."""


def test_the_week_that_is_on_is_told() -> None:
    found = stands()
    assert (found.week, found.of, found.weeks_to_race) == (5, 16, 11)
    assert [due.day for due in found.sessions] == [Day.TUE, Day.THU]


def test_a_block_that_has_not_begun_stands_in_its_first_week() -> None:
    found = stands(today=BEGAN - timedelta(days=3))
    assert (found.week, found.begins) == (1, BEGAN)
    assert stands(today=BEGAN).begins is None


def test_who_has_no_log_has_done_nothing_that_anybody_knows() -> None:
    found = stands()
    assert (found.in_7_days, found.in_28_days) == (None, None)
    assert found.attention is Attention.NONE


def test_only_the_week_that_is_on_is_planned_for_who_has_no_log() -> None:
    assert [week.number for week in looked_at(SEASON, NOTHING_LOGGED, THURSDAY)] == [5]


def test_of_who_has_one_four_weeks_before_it_are() -> None:
    history = History(sessions=ALL_DONE)
    assert [week.number for week in looked_at(SEASON, history, THURSDAY)] == [1, 2, 3, 4, 5]
    assert [week.number for week in looked_at(SEASON, history, date(2026, 11, 29))] == [2, 3, 4, 5]


def test_todays_session_counts_once_it_is_done() -> None:
    assert stands(*ALL_DONE).in_7_days == Done(done=2, planned=2)
    assert stands(*ALL_DONE[:-1]).in_7_days == Done(done=1, planned=1)


def test_four_weeks_are_looked_back_on() -> None:
    assert stands(*ALL_DONE).in_28_days == Done(done=8, planned=8)
    assert stands(*ALL_DONE[:4]).in_28_days == Done(done=2, planned=7)


def test_nobody_missed_what_was_planned_before_their_log_begins() -> None:
    found = stands(done(TUESDAY, 1))
    assert (found.in_7_days, found.in_28_days) == (Done(done=1, planned=1),) * 2


def hurt(day: date, pain: int) -> SessionLog:
    return done(day, 1, pain={"knee": pain})


def of_the_trunk(sessions: tuple[SessionLog, ...]) -> tuple[SessionLog, ...]:
    """The sessions, with nothing done in them that loads a knee."""
    return tuple([replace(session, did={"planks": (PLANK,)}) for session in sessions])


ILL = TimeAway(first=date(2026, 11, 24), last=None, why=Off.ILL)
AWAY = TimeAway(first=date(2026, 11, 24), last=date(2026, 11, 29), why=Off.AWAY)
TUESDAY = date(2026, 11, 24)
OF_WEEK_1, OF_WEEK_3, OF_WEEK_4 = date(2026, 10, 27), date(2026, 11, 10), date(2026, 11, 17)

NEEDS = {
    "nothing": (ALL_DONE, (), Attention.NONE),
    "pain": ((*ALL_DONE[:8], hurt(TUESDAY, 4)), (), Attention.PAIN),
    "pain that is no more than it may be": ((*ALL_DONE[:8], hurt(TUESDAY, 3)), (), Attention.NONE),
    "pain that eased": ((*ALL_DONE[:4], hurt(OF_WEEK_3, 5), *ALL_DONE[5:]), (), Attention.NONE),
    "pain that may not have": (
        (*ALL_DONE[:6], hurt(OF_WEEK_4, 5), ALL_DONE[7]),
        (),
        Attention.PAIN,
    ),
    "pain that nobody tried since": (
        (*ALL_DONE[:6], hurt(OF_WEEK_4, 5), *of_the_trunk(ALL_DONE[7:])),
        (),
        Attention.PAIN,
    ),
    "a worse morning after little pain": (
        (*ALL_DONE[:8], replace(hurt(TUESDAY, 1), worse_next_morning=True)),
        (),
        Attention.PAIN,
    ),
    "a worse morning of which nobody says more": (
        (*ALL_DONE[:8], replace(ALL_DONE[8], worse_next_morning=True)),
        (),
        Attention.PAIN,
    ),
    "worse mornings that are over": (
        (*ALL_DONE[:6], replace(ALL_DONE[6], worse_next_morning=True), *ALL_DONE[7:9]),
        (),
        Attention.NONE,
    ),
    "light work after a worse morning": (
        (
            *ALL_DONE[:6],
            replace(ALL_DONE[6], worse_next_morning=True),
            *of_the_trunk(ALL_DONE[7:9]),
        ),
        (),
        Attention.PAIN,
    ),
    "pain of long ago": ((hurt(OF_WEEK_1, 9), *ALL_DONE[1:]), (), Attention.NONE),
    "an illness": (ALL_DONE[:8], (ILL,), Attention.OFF),
    "an illness that is over": (ALL_DONE, (replace(ILL, last=TUESDAY),), Attention.NONE),
    "less than half of what was planned": (ALL_DONE[:4], (), Attention.BEHIND),
    "being away, whatever was done": (ALL_DONE[:4], (AWAY,), Attention.CHANGED),
}


@pytest.mark.parametrize(("sessions", "away", "need"), NEEDS.values(), ids=NEEDS)
def test_a_coach_is_needed_for(
    sessions: tuple[SessionLog, ...], away: tuple[TimeAway, ...], need: Attention
) -> None:
    assert stands(*sessions, away=away).attention is need


def test_a_note_that_asks_for_something_needs_a_coach() -> None:
    short = replace(RUNNER, minutes=15, kit=())
    found = stands(athlete=short, season=plan_season(short, BEGAN))
    assert found.attention is Attention.NOTES


def test_a_coach_is_told_what_has_hurt_for_weeks() -> None:
    sore = {"squats": (replace(SQUAT, pain=4),)}
    found = stands(*[replace(one, did=sore) for one in ALL_DONE[:8]], today=TUESDAY)
    assert NoteKey.SORE in [note.key for note in found.notes]


def test_one_session_that_was_missed_makes_nobody_late() -> None:
    week_1 = stands(done(OF_WEEK_1 - timedelta(days=40), 1), today=date(2026, 10, 29))
    assert week_1.in_7_days == Done(done=0, planned=1)
    assert week_1.attention is not Attention.BEHIND


SORE = replace(SQUAT, pain=6)


@pytest.mark.parametrize(
    ("sore", "where"),
    [
        pytest.param(SORE, "Bodyweight squat", id="by its form"),
        pytest.param(replace(SORE, form=""), "squats", id="by its id where no form is known"),
    ],
)
def test_the_pain_of_an_exercise_counts_as_that_of_a_joint_does(sore: Work, where: str) -> None:
    found = stands(*ALL_DONE[:8], done(TUESDAY, 1, did={"squats": (sore,)}))
    assert found.hurt is not None
    assert (found.hurt.pain, found.hurt.where) == (6, where)


@pytest.mark.parametrize(
    ("since", "eased"),
    [
        pytest.param(ALL_DONE[7:], True, id="it was done"),
        pytest.param(of_the_trunk(ALL_DONE[7:]), False, id="something else was"),
    ],
)
def test_it_eases_in_sessions_that_have_the_exercise(
    since: tuple[SessionLog, ...], eased: bool
) -> None:
    found = stands(*ALL_DONE[:6], done(OF_WEEK_4, 1, did={"squats": (SORE,)}), *since)
    assert found.hurt is not None
    assert found.hurt.eased is eased


def test_what_goes_on_is_told_before_what_hurt_last_and_eased() -> None:
    calf = done(OF_WEEK_3, 1, did={"planks": (PLANK,)}, pain={"calf": 5})
    found = stands(*ALL_DONE[:4], calf, hurt(OF_WEEK_4, 4), *ALL_DONE[7:])
    assert found.hurt is not None
    assert (found.hurt.where, found.hurt.eased) == ("calf", False)
