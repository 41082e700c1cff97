"""Where a block begins, and what is told of it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from strategies import CATALOGUE, athletes

from befit_cli.runner.beginning import Beginning, Block, anew, beginning, week_on
from befit_cli.values import Athlete, Day, History, Race, SessionLog, Work

MONDAY = date(2026, 11, 23)
TUE, THU, FRI, SAT, SUN = (MONDAY + timedelta(days=number) for number in (1, 3, 4, 5, 6))
NEXT = MONDAY + timedelta(days=7)
USUAL = Athlete()
WEEKEND = Athlete(days=(Day.SAT, Day.SUN))


def begun_anew(athlete: Athlete, today: date) -> Beginning:
    return anew(Block(athlete), CATALOGUE, today)


@pytest.mark.parametrize(
    ("athlete", "today", "day"),
    [
        pytest.param(USUAL, MONDAY, MONDAY, id="a whole week"),
        pytest.param(USUAL, FRI, FRI, id="one of two sessions is still to come"),
        pytest.param(USUAL, SAT, NEXT, id="no session is still to come"),
        pytest.param(USUAL, SUN, NEXT, id="the last day"),
        pytest.param(replace(USUAL, sessions=3), THU, THU, id="three sessions in four days"),
        pytest.param(replace(USUAL, sessions=3), SAT, NEXT, id="three sessions in two days"),
        pytest.param(
            Athlete(days=(Day.MON, Day.WED, Day.FRI)), THU, NEXT, id="one free day for two sessions"
        ),
        pytest.param(WEEKEND, SAT, SAT, id="a weekend that is the week's strength"),
        pytest.param(WEEKEND, SUN, NEXT, id="half of it"),
    ],
)
def test_a_week_with_too_little_left_is_left_out(athlete: Athlete, today: date, day: date) -> None:
    assert begun_anew(athlete, today).day == day


def test_a_block_that_waits_for_monday_says_so_and_how_to_begin_now() -> None:
    assert begun_anew(USUAL, SAT) == Beginning(
        NEXT,
        "Too little of this week is left for 2 sessions, so your block begins next Monday, "
        "2026-11-30.",
        "--start today begins it now.",
    )
    assert begun_anew(USUAL, TUE) == Beginning(TUE)


@pytest.mark.parametrize(
    ("race", "day"),
    [
        pytest.param(SUN, SAT, id="tomorrow"),
        pytest.param(NEXT, SAT, id="on Monday"),
        pytest.param(NEXT + timedelta(days=3), SAT, id="too near to begin on Monday"),
        pytest.param(NEXT + timedelta(days=4), NEXT, id="later"),
    ],
)
def test_a_race_too_near_to_begin_on_monday_does_not_wait(race: date, day: date) -> None:
    assert begun_anew(Athlete(race_date=race), SAT).day == day


@given(athlete=athletes(), today=st.dates(MONDAY, NEXT))
def test_a_block_begins_today_or_next_monday_and_on_a_monday_at_once(
    athlete: Athlete, today: date
) -> None:
    begun = begun_anew(replace(athlete, race_date=None), today)
    assert begun.day in (today, MONDAY + timedelta(days=7))
    assert (begun.day == today) == (not begun.remark)
    if today in (MONDAY, NEXT):
        assert begun.day == today


BEGAN = date(2026, 10, 5)
HALF = Athlete(race=Race.HALF, race_date=date(2027, 2, 14))
"""The race of a block of 19 weeks, of which the eighth is on."""


def changed(known: Athlete = HALF, **changes: object) -> Beginning:
    """Where the block of the profile begins when its race is another."""
    before = Block(known, begun=BEGAN)
    after = Block(replace(known, **changes))
    return beginning(before, after, CATALOGUE, TUE)


@pytest.mark.parametrize(
    ("known", "changes", "remark"),
    [
        pytest.param(
            HALF,
            {"race_date": date(2027, 3, 14)},
            "Your race moved: week 8 of 23 now, and not of 19.",
            id="a later day",
        ),
        pytest.param(
            HALF,
            {"race_date": date(2026, 12, 6)},
            "Your race moved: week 8 of 9 now, and not of 19.",
            id="an earlier day",
        ),
        pytest.param(
            HALF,
            {"race_date": date(2027, 2, 13)},
            "Your race moved: your block goes on, week 8 of 19.",
            id="another day of the same week",
        ),
        pytest.param(
            HALF,
            {"race": Race.MARATHON},
            "Another race: your block goes on, week 8 of 19.",
            id="another race on that day",
        ),
        pytest.param(
            HALF,
            {"race": Race.NONE, "race_date": None},
            "No race any more: week 8 of 12 now, and not of 19.",
            id="no race",
        ),
        pytest.param(
            HALF,
            {"race_date": None},
            "Your race has no date any more: week 8 of 12 now, and not of 19.",
            id="no date",
        ),
        pytest.param(
            Athlete(),
            {"race_date": date(2027, 1, 3)},
            "Your race has a date: week 8 of 13 now, and not of 10.",
            id="a date at last",
        ),
        pytest.param(
            replace(HALF, race_date=date(2028, 2, 14)),
            {"race_date": date(2027, 2, 14)},
            "Your race moved: your block goes on, week 8 of 19.",
            id="a slip in the year, mended",
        ),
    ],
)
def test_a_race_that_moves_keeps_its_block_and_says_so(
    known: Athlete, changes: dict[str, object], remark: str
) -> None:
    assert changed(known, **changes) == Beginning(
        BEGAN, remark, "--start today begins anew.", goes_on=True
    )


def test_the_same_race_goes_on_without_a_word() -> None:
    assert changed(minutes=45) == Beginning(BEGAN)


@pytest.mark.parametrize(
    ("known", "changes", "remark"),
    [
        pytest.param(
            replace(HALF, race_date=date(2026, 11, 22)),
            {"race_date": date(2027, 2, 14)},
            "Your block is over: a new one begins.",
            id="the race before is over",
        ),
        pytest.param(
            HALF,
            {"race_date": FRI},
            "Your race is in 3 days: nothing new is started so near to it.",
            id="in three days",
        ),
        pytest.param(
            HALF,
            {"race_date": TUE + timedelta(days=1)},
            "Your race is tomorrow: nothing new is started so near to it.",
            id="tomorrow",
        ),
        pytest.param(
            HALF,
            {"race_date": TUE},
            "Your race is today: nothing new is started so near to it.",
            id="today",
        ),
        pytest.param(
            HALF,
            {"race_date": date(2027, 5, 16)},
            "Your race is more than 30 weeks from where your block began: a new one begins.",
            id="too long",
        ),
    ],
)
def test_a_block_that_cannot_go_on_begins_anew_and_says_why(
    known: Athlete, changes: dict[str, object], remark: str
) -> None:
    assert changed(known, **changes) == Beginning(TUE, remark)


def test_a_block_that_is_shorter_than_what_is_behind_begins_anew() -> None:
    later = TUE + timedelta(weeks=2)
    after = Block(Athlete(race=Race.FIVE_K))
    begun = beginning(Block(HALF, begun=BEGAN), after, CATALOGUE, later)
    assert begun == Beginning(
        later, "8 weeks from where your block began are over: a new one begins."
    )


def test_one_that_waited_is_not_shorter_than_what_is_behind() -> None:
    did = {"push-ups": (Work(form="Push-up", reps=(8,)),)}
    days = [BEGAN + timedelta(weeks=week) for week in (0, 2, 3, 4, 5, 6, 7)]
    history = History(sessions=tuple([SessionLog(date=day, did=did) for day in days]))
    later = BEGAN + timedelta(weeks=8)
    known = Block(HALF, begun=BEGAN, history=history)
    begun = beginning(known, Block(Athlete(race=Race.FIVE_K), history=history), CATALOGUE, later)
    assert begun.goes_on
    assert begun.remark.startswith("Another race: week 9 of 9 now, and not of")
    assert Block(Athlete(race=Race.FIVE_K), begun=BEGAN).is_over(later)
    waited = Block(Athlete(race=Race.FIVE_K), begun=BEGAN, history=history)
    assert not waited.is_over(later)
    assert waited.is_over(later + timedelta(weeks=1))


def test_a_race_before_a_block_that_has_not_begun_begins_another() -> None:
    soon = Block(replace(HALF, race_date=TUE + timedelta(days=5)))
    begun = beginning(Block(HALF, begun=NEXT), soon, CATALOGUE, TUE)
    assert begun == Beginning(
        TUE, "Your race is before your block was to begin: another one begins."
    )


def test_a_new_block_may_wait_for_monday_too() -> None:
    over = Block(replace(HALF, race_date=date(2026, 11, 22)), begun=BEGAN)
    begun = beginning(over, Block(HALF), CATALOGUE, SUN)
    assert begun.day == NEXT
    assert begun.remark.startswith("Your block is over: a new one begins. Too little of this week")


def test_a_day_outside_of_the_block_counts_to_its_first_week() -> None:
    season = Block(HALF).season(MONDAY, MONDAY)
    days = (MONDAY - timedelta(days=1), MONDAY, NEXT, season.race_day + timedelta(days=1))
    assert [week_on(season, day) for day in days] == [1, 1, 2, 1]
