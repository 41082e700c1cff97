"""The log as JSON, for other programs."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import msgspec
import pytest
from drawn_log import sessions
from hypothesis import given
from sample_log import DONE, HISTORY, MONDAY, SATURDAY, WEDNESDAY

from befit_cli.log.lifts import lifts
from befit_cli.log.weeks import logged_weeks
from befit_cli.values import History, SessionLog
from befit_cli.views import log_json

TODAY = date(2026, 12, 9)


def weeks() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(
        log_json.render_weeks(logged_weeks(DONE.weeks, HISTORY, TODAY))
    )
    return found


def fields(logged: SessionLog) -> dict[str, Any]:
    """All that is logged of the session but its place."""
    known: dict[str, Any] = json.loads(msgspec.json.encode(logged))
    del known["plan"]
    return known


def test_every_week_has_its_place_and_what_was_off() -> None:
    assert [{**week, "sessions": len(week["sessions"])} for week in weeks()] == [
        {"starts": "2026-11-23", "week": 1, "away": [], "sessions": 4},
        {"starts": "2026-11-30", "week": None, "away": ["ill"], "sessions": 0},
    ]


@pytest.mark.parametrize(
    ("place", "slot", "on", "minutes", "logged"),
    [
        pytest.param(0, 1, "2026-11-23", 29, MONDAY, id="as planned"),
        pytest.param(1, 2, "2026-11-25", 24, WEDNESDAY, id="on another day"),
    ],
)
def test_a_session_says_what_was_planned_and_all_that_was_logged(
    place: int, slot: int, on: str, minutes: int, logged: SessionLog
) -> None:
    assert weeks()[0]["sessions"][place] == {
        "planned": {"slot": slot, "date": on, "minutes": minutes},
        **fields(logged),
    }


def test_one_that_nobody_logged_has_no_date() -> None:
    assert weeks()[0]["sessions"][2] == {
        "planned": {"slot": 3, "date": "2026-11-27", "minutes": 30},
        "date": None,
    }


def test_what_was_done_beside_them_was_not_planned() -> None:
    assert weeks()[0]["sessions"][3] == fields(SATURDAY)


def test_each_time_of_an_exercise_has_its_strength() -> None:
    found = json.loads(log_json.render_lifts(lifts(HISTORY, "squats")))
    assert [(each["date"], each["strength"]) for each in found] == [
        ("2026-11-23", None),
        ("2026-11-28", 75.8),
    ]
    assert found[0]["work"] == fields(MONDAY)["did"]["squats"][0]


def test_of_an_exercise_that_was_never_done_the_list_is_empty() -> None:
    assert log_json.render_lifts(()) == "[]\n"


@given(logged=sessions())
def test_whatever_is_logged_is_there_as_it_is(logged: SessionLog) -> None:
    history = History(sessions=(logged,))
    written = log_json.render_weeks(logged_weeks((), history, logged.date))
    assert json.loads(written)[0]["sessions"] == [fields(logged)]
