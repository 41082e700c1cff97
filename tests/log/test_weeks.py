"""What was done against what was planned, by week."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from sample_log import (
    BEGAN,
    DONE,
    HISTORY,
    MONDAY,
    MONDAYS,
    SATURDAY,
    WEDNESDAY,
    WEDNESDAYS,
    WEEK,
    as_planned,
)

from befit_cli.log.weeks import LoggedWeek, logged_weeks
from befit_cli.values import History, Off, Session, SessionLog, TimeAway

TODAY = date(2026, 12, 9)
(PLANNED,) = DONE.weeks
WEEKLY = timedelta(weeks=1)


def of_sessions(*planned: Session, extra: tuple[SessionLog, ...] = ()) -> LoggedWeek:
    return LoggedWeek(starts=BEGAN, number=1, planned=planned, extra=extra, away=())


def test_a_week_has_its_sessions_and_what_was_done_beside_them() -> None:
    first, *_ = logged_weeks([PLANNED], HISTORY, TODAY)
    assert first == LoggedWeek(
        starts=BEGAN, number=1, planned=PLANNED.sessions, extra=(SATURDAY,), away=()
    )
    assert first.logged == (MONDAY, WEDNESDAY, SATURDAY)


def test_a_week_knows_what_was_planned_of_it() -> None:
    week = of_sessions(*PLANNED.sessions)
    assert week.planned_minutes == sum(session.minutes for session in PLANNED.sessions)
    assert week.planned_sets == sum(session.sets for session in PLANNED.sessions)


def test_a_week_outside_the_block_has_only_what_was_done() -> None:
    _, second = logged_weeks([PLANNED], HISTORY, TODAY)
    assert second == LoggedWeek(
        starts=BEGAN + WEEKLY, number=None, planned=(), extra=(), away=(Off.ILL,)
    )


@pytest.mark.parametrize(
    ("weeks", "history", "today", "mondays"),
    [
        pytest.param([], History(), TODAY, [], id="nothing at all"),
        pytest.param([WEEK], History(), BEGAN, ["2026-11-23"], id="the week that is on"),
        pytest.param([WEEK], History(), BEGAN - timedelta(days=1), [], id="before the block"),
        pytest.param([WEEK], History(), TODAY, ["2026-11-23"], id="after the block"),
        pytest.param(
            [WEEK],
            History(sessions=(SessionLog(date=date(2026, 11, 10)),)),
            TODAY,
            ["2026-11-09", "2026-11-16", "2026-11-23"],
            id="from before the block, without a gap",
        ),
        pytest.param(
            [],
            History(sessions=(SATURDAY,)),
            date(2027, 6, 1),
            ["2026-11-23"],
            id="long ago, without a block",
        ),
        pytest.param(
            [],
            History(sessions=(SATURDAY,)),
            date(2026, 11, 27),
            [],
            id="what has not come",
        ),
        pytest.param(
            [],
            History(away=(TimeAway(first=date(2026, 11, 27), last=None, why=Off.AWAY),)),
            TODAY,
            ["2026-11-23", "2026-11-30", "2026-12-07"],
            id="time away that goes on",
        ),
        pytest.param(
            [],
            History(away=(TimeAway(first=date(2026, 11, 29), last=date(2027, 2, 1), why=Off.ILL),)),
            date(2026, 12, 6),
            ["2026-11-23", "2026-11-30"],
            id="time away no further than today",
        ),
        pytest.param(
            [],
            History(away=(TimeAway(first=date(2027, 1, 1), last=None, why=Off.ILL),)),
            TODAY,
            [],
            id="time away to come",
        ),
    ],
)
def test_the_weeks_go_from_the_first_to_the_last_of_log_and_block(
    weeks: list[Any], history: History, today: date, mondays: list[str]
) -> None:
    found = logged_weeks(weeks, history, today)
    assert [str(week.starts) for week in found] == mondays


@pytest.mark.parametrize(
    ("first", "last", "weeks"),
    [
        pytest.param(29, None, [True, True, True], id="from a Sunday on"),
        pytest.param(30, 30, [False, True, False], id="a Monday"),
        pytest.param(24, 29, [True, False, False], id="to a Sunday"),
        pytest.param(24, 30, [True, True, False], id="to a Monday"),
    ],
)
def test_time_away_is_of_every_week_with_a_day_of_it(
    first: int, last: int | None, weeks: list[bool]
) -> None:
    away = TimeAway(
        first=date(2026, 11, first),
        last=None if last is None else date(2026, 11, last),
        why=Off.HURT,
    )
    bounds = (SessionLog(date=BEGAN), SessionLog(date=BEGAN + 2 * WEEKLY))
    found = logged_weeks([], History(sessions=bounds, away=(away,)), TODAY)
    assert [week.away == (Off.HURT,) for week in found] == weeks


def test_a_reason_to_be_away_is_told_once() -> None:
    twice = [TimeAway(first=BEGAN, last=BEGAN, why=why) for why in (Off.ILL, Off.AWAY, Off.ILL)]
    (week,) = logged_weeks([], History(away=tuple(twice)), TODAY)
    assert week.away == (Off.AWAY, Off.ILL)


def test_what_was_skipped_is_not_done() -> None:
    skipped = as_planned(WEDNESDAYS, did={"planks": ()})
    week = of_sessions(
        replace(MONDAYS, done=MONDAY), replace(WEDNESDAYS, done=skipped), extra=(SATURDAY,)
    )
    assert (week.done, week.beside) == (2, 1)
    assert week.sets == MONDAYS.sets + SATURDAY.sets


@pytest.mark.parametrize(
    ("done", "minutes"),
    [
        pytest.param(None, 0, id="not logged"),
        pytest.param(as_planned(MONDAYS, minutes=45), 45, id="as logged"),
        pytest.param(as_planned(MONDAYS, minutes=None), 29, id="all sets"),
        pytest.param(
            as_planned(MONDAYS, minutes=None, did={"squats": MONDAY.did["squats"]}),
            round(29 * 2 / MONDAYS.sets),
            id="the share of two sets",
        ),
        pytest.param(
            as_planned(MONDAYS, minutes=None, did={"rows": MONDAY.did["squats"] * 9}),
            29,
            id="more sets than planned",
        ),
    ],
)
def test_minutes_of_a_session(done: SessionLog | None, minutes: int) -> None:
    assert of_sessions(replace(MONDAYS, done=done)).minutes == minutes


def test_minutes_of_what_was_not_planned_are_those_that_are_logged() -> None:
    unknown = replace(SATURDAY, minutes=None)
    assert of_sessions(extra=(SATURDAY, unknown)).minutes == 40


def test_of_each_joint_the_worst_pain_counts() -> None:
    days = [SessionLog(date=BEGAN, pain=pain) for pain in ({"knee": 2}, {"knee": 4}, {"calf": 1})]
    week = of_sessions(replace(MONDAYS, done=days[1]), extra=(days[0], days[2]))
    assert week.pains == {"knee": 4, "calf": 1}


@given(
    days=st.lists(st.integers(-60, 30)),
    today=st.integers(-10, 40).map(lambda ahead: BEGAN + timedelta(days=ahead)),
)
def test_every_session_up_to_today_is_in_one_week(days: list[int], today: date) -> None:
    sessions = tuple(
        [SessionLog(date=BEGAN + timedelta(days=day), minutes=n) for n, day in enumerate(days)]
    )
    weeks = logged_weeks([PLANNED], History(sessions=sessions), today)
    found = [logged for week in weeks for logged in week.extra]
    assert sorted(logged.minutes or 0 for logged in found) == [
        number for number, session in enumerate(sessions) if session.date <= today
    ]
    for week in weeks:
        assert all(0 <= (logged.date - week.starts).days < 7 for logged in week.extra)
