"""Where the sessions of a plan stand from today."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from msgspec.structs import replace
from sample_plan import sample_plan

from befit_cli.views.session import Mark, marked

WEEK = sample_plan().weeks[0]
MON, TUE, WED, FRI, SAT = (date(2026, 11, 23 + day) for day in (0, 1, 2, 4, 5))
"""Its sessions are on Monday, Wednesday and Friday."""
SECOND = replace(
    WEEK,
    number=2,
    starts=WEEK.starts + timedelta(days=7),
    sessions=tuple(
        replace(session, date=session.date + timedelta(days=7)) for session in WEEK.sessions
    ),
)
NEXT_MON = MON + timedelta(days=7)


@pytest.mark.parametrize(
    ("today", "marks"),
    [
        pytest.param(None, {}, id="nobody says"),
        pytest.param(MON, {MON: Mark.TODAY}, id="a session's day"),
        pytest.param(TUE, {MON: Mark.PAST, WED: Mark.NEXT}, id="between two"),
        pytest.param(SAT, {MON: Mark.PAST, WED: Mark.PAST, FRI: Mark.PAST}, id="all past"),
        pytest.param(MON - timedelta(days=3), {MON: Mark.NEXT}, id="before the block"),
    ],
)
def test_past_today_and_next(today: date | None, marks: dict[date, Mark]) -> None:
    assert marked((WEEK,), today) == marks


@pytest.mark.parametrize(
    ("today", "mark"),
    [
        pytest.param(SAT, None, id="whether another week comes before it nobody knows"),
        pytest.param(NEXT_MON, Mark.TODAY, id="the week is on"),
    ],
)
def test_of_a_later_week_only_what_is_known_is_marked(today: date, mark: Mark | None) -> None:
    assert marked((SECOND,), today).get(NEXT_MON) is mark


def test_the_next_session_may_stand_in_the_next_week() -> None:
    assert marked((WEEK, SECOND), SAT)[NEXT_MON] is Mark.NEXT


def test_only_one_session_is_next() -> None:
    assert list(marked((WEEK, SECOND), TUE).values()) == [Mark.PAST, Mark.NEXT]
