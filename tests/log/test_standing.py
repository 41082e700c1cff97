"""Which session of a plan was done, and where each stands."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from msgspec.structs import replace
from sample_log import (
    BEGAN,
    FRIDAYS,
    HISTORY,
    MONDAY,
    MONDAYS,
    PLAN,
    SATURDAY,
    WEDNESDAY,
    WEEK,
    as_planned,
    place,
)

from befit_cli.log.standing import place_of, status_of, with_what_was_done
from befit_cli.values import History, Off, Plan, SessionLog, Status, TimeAway

NEXT_WEEK = replace(
    WEEK,
    number=2,
    starts=BEGAN + timedelta(weeks=1),
    sessions=tuple([replace(each, date=each.date + timedelta(weeks=1)) for each in WEEK.sessions]),
)


def done(plan: Plan) -> list[SessionLog | None]:
    """What was done of each of its sessions."""
    return [session.done for week in plan.weeks for session in week.sessions]


def of(*logged: SessionLog) -> list[SessionLog | None]:
    """What was done of each session of the sample week."""
    return done(with_what_was_done(PLAN, History(sessions=logged)))


def test_nothing_logged_changes_nothing() -> None:
    assert with_what_was_done(PLAN, History(away=HISTORY.away)) == PLAN


@pytest.mark.parametrize(
    ("last", "logged", "off"),
    [
        pytest.param(WEDNESDAY.date, (), [Off.HURT, Off.HURT, None], id="each of its days"),
        pytest.param(None, (), [Off.HURT] * 3, id="no end yet"),
        pytest.param(MONDAY.date, (MONDAY,), [None] * 3, id="not what was done all the same"),
    ],
)
def test_a_session_on_a_day_off_says_why(
    last: date | None, logged: tuple[SessionLog, ...], off: list[Off | None]
) -> None:
    away = TimeAway(first=MONDAY.date, last=last, why=Off.HURT)
    (week,) = with_what_was_done(PLAN, History(sessions=logged, away=(away,))).weeks
    assert [session.off for session in week.sessions] == off


def test_what_was_logged_for_its_place_was_done_of_it_whatever_the_day() -> None:
    assert of(MONDAY, WEDNESDAY) == [MONDAY, WEDNESDAY, None]


def test_a_place_is_one_of_its_week_alone() -> None:
    plan = replace(PLAN, weeks=(WEEK, NEXT_WEEK))
    later = replace(MONDAY, plan=place(1, week=2))
    history = History(sessions=(MONDAY, later))
    assert done(with_what_was_done(plan, history)) == [MONDAY, None, None, later, None, None]


def test_of_another_block_it_says_nothing() -> None:
    other = replace(MONDAY, plan=replace(place(1), began=BEGAN - timedelta(weeks=1)))
    assert of(other) == [None, None, None]


def test_what_no_plan_asked_for_was_done_of_the_session_of_its_day() -> None:
    friday = replace(SATURDAY, date=FRIDAYS.date)
    assert of(friday, SATURDAY) == [None, None, friday]


def test_what_was_logged_for_its_place_counts_before_it() -> None:
    of_app = replace(SATURDAY, date=MONDAYS.date)
    assert of(of_app, MONDAY) == [MONDAY, None, None]


def test_a_place_knows_where_its_block_began() -> None:
    assert place_of(NEXT_WEEK, 3) == place(3, week=2)


@pytest.mark.parametrize(
    ("logged", "today", "status"),
    [
        pytest.param(MONDAY, date(2026, 11, 23), Status.DONE, id="done"),
        pytest.param(MONDAY, None, Status.DONE, id="done, whatever today is"),
        pytest.param(
            as_planned(MONDAYS, did={"squats": (), "planks": ()}),
            date(2026, 11, 23),
            Status.SKIPPED,
            id="nothing of it",
        ),
        pytest.param(None, date(2026, 11, 23), Status.PLANNED, id="today"),
        pytest.param(None, date(2026, 11, 24), Status.PAST, id="past"),
        pytest.param(None, None, Status.PLANNED, id="nobody says when"),
    ],
)
def test_where_a_session_stands(
    logged: SessionLog | None, today: date | None, status: Status
) -> None:
    assert status_of(replace(MONDAYS, done=logged), today) is status


@pytest.mark.parametrize(
    ("day", "status"),
    [
        pytest.param(date(2026, 11, 23), Status.PLANNED, id="today"),
        pytest.param(date(2026, 11, 24), Status.MISSED, id="past"),
    ],
)
def test_a_session_on_a_day_off_is_missed_once_it_is_past(day: date, status: Status) -> None:
    assert status_of(replace(MONDAYS, off=Off.ILL), day) is status
