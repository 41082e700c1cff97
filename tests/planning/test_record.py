"""R78: which weeks of a block were missed, by its runner's log."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from strategies import CATALOGUE, MONDAY, a_line, times

from befit_cli.evidence.progress import Sign
from befit_cli.planning.record import Done, Log, amount_done, asked_amount, missed_weeks
from befit_cli.planning.season import plan_season
from befit_cli.values import (
    Asked,
    Athlete,
    History,
    Off,
    PlanPlace,
    SessionLog,
    TimeAway,
    Weights,
    Work,
)

WEEK = timedelta(weeks=1)
PUSH_UPS = {"push-ups": (Work(form="Push-up", reps=(8, 8)),)}


def monday(number: int) -> date:
    return MONDAY + (number - 1) * WEEK


def session(day: date, **changes: object) -> SessionLog:
    fields: dict[str, object] = {"did": PUSH_UPS} | changes
    return SessionLog(date=day, **fields)


def off(first: date, last: date | None) -> TimeAway:
    return TimeAway(first=first, last=last, why=Off.AWAY)


def log(weeks: str) -> History:
    """What is logged on the Wednesday of each week: `x` a session, `s` one that was skipped, `p`
    that a knee hurt, `o` that the whole week is off, `.` nothing.
    """
    history = History()
    for number, letter in enumerate(weeks, 1):
        wednesday = monday(number) + timedelta(days=2)
        entry = {
            "x": session(wednesday),
            "s": session(wednesday, did={"push-ups": ()}),
            "p": session(wednesday, did={}, pain={"knee": 4}),
        }.get(letter)
        if entry is not None:
            history = replace(history, sessions=(*history.sessions, entry))
        if letter == "o":
            away = off(monday(number), monday(number + 1) - timedelta(days=1))
            history = replace(history, away=(*history.away, away))
    return history


def missed(history: History, today: date, began: date = MONDAY) -> list[int]:
    """The numbers of the weeks."""
    return sorted((day - began).days // 7 + 1 for day in missed_weeks(history, began, today))


@pytest.mark.parametrize(
    ("weeks", "numbers"),
    [
        pytest.param("", [], id="no log"),
        pytest.param("xxxx", [], id="none"),
        pytest.param("xx.x", [3], id="one"),
        pytest.param("xx..", [3, 4], id="two"),
        pytest.param("x.x.", [2, 4], id="one and another"),
        pytest.param("..x.", [4], id="none before the first entry"),
        pytest.param("xsx", [2], id="one in which all was skipped"),
        pytest.param("s.x", [1, 2], id="from the week of the first entry on, whatever that is"),
        pytest.param("xpx", [2], id="one of which only pain is told"),
        pytest.param("xoox", [2, 3], id="weeks off"),
        pytest.param("o.x", [1, 2], id="days off are an entry"),
        pytest.param("x.....", [2, 3, 4], id="none once nothing came for four weeks"),
        pytest.param("x.....x.", [2, 3, 4, 8], id="nor when there is a log again"),
        pytest.param("o.....", [1, 2, 3, 4], id="days off for four weeks more"),
        pytest.param("xooooo", [2, 3, 4, 5, 6], id="days off are known however many they are"),
    ],
)
def test_the_weeks_that_were_missed(weeks: str, numbers: list[int]) -> None:
    assert missed(log(weeks), monday(len(weeks) + 1)) == numbers


@pytest.mark.parametrize("day", range(7))
def test_the_week_that_is_on_is_not_missed_yet(day: int) -> None:
    today = monday(3) + timedelta(days=day)
    assert missed(log("x"), today) == [2]


@pytest.mark.parametrize(
    ("entry", "numbers"),
    [
        pytest.param(session(monday(3)), [2], id="done on a Monday"),
        pytest.param(session(monday(4) - timedelta(days=1)), [2], id="done on a Sunday"),
        pytest.param(session(monday(4)), [2, 3], id="done a day later"),
        pytest.param(
            session(monday(4), plan=PlanPlace(began=MONDAY, week=3, slot=2)),
            [2],
            id="its session done on a day of the next week",
        ),
        pytest.param(
            session(monday(4), plan=PlanPlace(began=MONDAY - WEEK, week=3, slot=2)),
            [2, 3],
            id="a session of another block",
        ),
    ],
)
def test_what_was_done_in_a_week_counts_planned_or_not(
    entry: SessionLog, numbers: list[int]
) -> None:
    history = log("x")
    known = replace(history, sessions=(*history.sessions, entry))
    assert missed(known, monday(4)) == numbers


def test_what_was_logged_before_the_block_is_none_of_its_entries() -> None:
    before = History(sessions=(session(MONDAY - timedelta(days=2)),))
    assert missed(before, monday(4)) == []


@pytest.mark.parametrize(
    ("last", "numbers"),
    [
        pytest.param(MONDAY + timedelta(days=3), [1, 2], id="up to a day of it"),
        pytest.param(MONDAY, [1, 2], id="up to its first day"),
        pytest.param(MONDAY - timedelta(days=1), [], id="not up to the day before"),
    ],
)
def test_days_off_that_began_before_it_and_go_on_are(last: date, numbers: list[int]) -> None:
    away = off(MONDAY - 2 * WEEK, last)
    assert missed(History(away=(away,)), monday(3)) == numbers


def test_a_session_on_its_first_day_is_an_entry() -> None:
    assert missed(History(sessions=(session(MONDAY),)), monday(3)) == [2]


def test_days_off_that_begin_later_are_an_entry_of_then() -> None:
    before = session(MONDAY - timedelta(days=2))
    history = History(sessions=(before,), away=(off(monday(3), None),))
    assert missed(history, monday(5)) == [3, 4]


def test_days_off_without_an_end_go_on() -> None:
    away = off(monday(2) + timedelta(days=3), None)
    history = replace(log("x"), away=(away,))
    assert missed(history, monday(9)) == [2, 3, 4, 5, 6, 7, 8]


def test_a_week_that_is_logged_afterwards_was_not_missed() -> None:
    today = monday(5)
    assert missed(log("x..x"), today) == [2, 3]
    assert missed(log("xx.x"), today) == [3]


@given(weeks=st.text("xsp.o", max_size=12), now=st.integers(1, 12))
@times(1)
def test_what_is_logged_of_later_weeks_changes_nothing(weeks: str, now: int) -> None:
    then = monday(now)
    known = missed(log(weeks[: now - 1]), then)
    assert [n for n in missed(log(weeks), monday(13)) if n < now] == known


REPS = Asked(sets=2, reps=8, left=3)
EASY = Asked(sets=2, reps=8, left=4)
LOADED = Asked(sets=2, reps=8, left=3, kg=16)
HOLD = Asked(sets=2, hold_s=20)


@pytest.mark.parametrize(
    ("asked", "done", "sign"),
    [
        pytest.param(REPS, {"reps": (8, 8)}, None, id="as asked"),
        pytest.param(REPS, {"reps": (8, 9)}, None, id="one more"),
        pytest.param(REPS, {"reps": (8, 10)}, Sign.OVER, id="two more in the last set"),
        pytest.param(REPS, {"reps": (10, 8)}, None, id="two more in another"),
        pytest.param(REPS, {"reps": (10,)}, None, id="two more in fewer sets"),
        pytest.param(REPS, {"reps": (8, 6)}, Sign.UNDER, id="two fewer"),
        pytest.param(REPS, {"reps": (8, 8), "left": 5}, Sign.MORE_LEFT, id="two more left"),
        pytest.param(REPS, {"reps": (8, 8), "left": 1}, Sign.LESS_LEFT, id="two fewer left"),
        pytest.param(REPS, {"reps": (8, 10), "left": 1}, None, id="two more for two fewer left"),
        pytest.param(REPS, {"reps": (8, 10), "left": 2}, Sign.OVER, id="two more for one"),
        pytest.param(LOADED, {"reps": (8, 10), "kg": (16,)}, Sign.OVER, id="with the weight"),
        pytest.param(LOADED, {"reps": (8, 10), "kg": (14,)}, None, id="with less weight"),
        pytest.param(LOADED, {"reps": (8, 10), "kg": (14, 16)}, Sign.OVER, id="at last with it"),
        pytest.param(HOLD, {"hold_s": (20, 25)}, None, id="held a little longer"),
        pytest.param(HOLD, {"hold_s": (20, 30)}, Sign.OVER, id="held longer"),
        pytest.param(HOLD, {"hold_s": (20, 10)}, Sign.UNDER, id="held less long"),
        pytest.param(HOLD, {"hold_s": (20, 30, 20)}, None, id="held longer in another set"),
        pytest.param(HOLD, {"hold_s": (20, 20), "left": 5}, None, id="a hold leaves none"),
        pytest.param(HOLD, {"reps": (20, 30)}, None, id="repetitions of a hold"),
        pytest.param(REPS, {"hold_s": (8, 20)}, None, id="seconds of repetitions"),
        pytest.param(EASY, {"reps": (8, 8), "left": 9}, None, id="no more than five left count"),
        pytest.param(LOADED, {"reps": (8, 10)}, Sign.OVER, id="nobody says the weight"),
        pytest.param(LOADED, {"reps": (8, 10), "kg": (15.9,)}, Sign.OVER, id="all but the weight"),
        pytest.param(None, {"reps": (8, 20)}, None, id="nobody asked"),
    ],
)
def test_what_was_done_beside_what_was_asked_is_a_sign(
    asked: Asked | None, done: dict[str, object], sign: Sign | None
) -> None:
    did = {"push-ups": (Work(form="Push-up", asked=asked, **done),)}
    history = History(sessions=(session(MONDAY, did=did),))
    season = plan_season(Athlete(), MONDAY, 4)
    log = Log(history, Weights(), MONDAY + WEEK, season, CATALOGUE)

    (found,) = log.done("push-ups", MONDAY + WEEK)
    assert found.sign is sign
    assert log.done("push-ups", MONDAY) == []


SQUATS = Asked(sets=2, reps=10, left=3)
PLANKS = Work(form="Plank", asked=Asked(sets=2, hold_s=20), hold_s=(20, 15))


@pytest.mark.parametrize(
    ("work", "asked", "amount"),
    [
        pytest.param(PLANKS, 20, 15, id="seconds of a hold"),
        pytest.param(
            Work(form="Squat", asked=SQUATS, reps=(9, 8)), 10, 8, id="the fewest of a set"
        ),
        pytest.param(Work(form="Squat", asked=SQUATS), 10, 10, id="as asked where none is said"),
        pytest.param(Work(form="Squat", reps=(9, 8)), None, 8, id="what no plan asked for"),
        pytest.param(Work(form="Squat"), None, None, id="nothing"),
    ],
)
def test_how_much_was_asked_and_done(work: Work, asked: int | None, amount: int | None) -> None:
    done = Done(session(MONDAY), work, light=False, eased=False, kg=None, sign=None)
    line = a_line(seconds_per_rep=None if work is PLANKS else 3.0)
    assert (asked_amount(done, line), amount_done(done, line)) == (asked, amount)
