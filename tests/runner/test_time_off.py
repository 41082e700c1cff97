"""Time away from training, as people say it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from strategies import CATALOGUE, drawn

from befit_cli.errors import BefitError, UsageError
from befit_cli.runner.time_off import TimeOff, read_time_off, still_off, weeks_off
from befit_cli.runner.vocabulary import BACK_WORDS
from befit_cli.values import Day, History, Off, TimeAway

THURSDAY = date(2026, 11, 26)
MONDAY = date(2026, 11, 23)


def november(day: int) -> date:
    return date(2026, 11, day)


def december(day: int) -> date:
    return date(2026, 12, day)


def read(said: str) -> TimeOff:
    return read_time_off(said.split(), THURSDAY, CATALOGUE)


@pytest.mark.parametrize(
    ("word", "why"),
    [
        pytest.param("away", Off.AWAY, id="away"),
        pytest.param("Ill", Off.ILL, id="ill, however it is written"),
        pytest.param("hurt", Off.HURT, id="hurt"),
        pytest.param("holidays", Off.AWAY, id="another word in the plural"),
        pytest.param("sick", Off.ILL, id="another word"),
        pytest.param("lesión", Off.HURT, id="a Spanish one"),
        pytest.param("de viaje", Off.AWAY, id="in two words"),
        pytest.param("con fiebre", Off.ILL, id="a fever"),
        pytest.param("gripe", Off.ILL, id="the flu"),
        pytest.param("ausencia", Off.AWAY, id="what Spanish calls away"),
    ],
)
def test_without_days_it_is_from_today_to_the_weeks_end(word: str, why: Off) -> None:
    assert read(word) == TimeOff(why, THURSDAY, november(29), said_last=False)


@pytest.mark.parametrize("word", ["none", "no", "nada", *sorted(BACK_WORDS), "Back"])
def test_who_is_back_is_off_no_more_from_today_on(word: str) -> None:
    said = read_time_off([word], THURSDAY, CATALOGUE)
    assert said == TimeOff(None, THURSDAY, date.max, said_last=False)


@pytest.mark.parametrize(
    ("days", "first", "last"),
    [
        pytest.param("2026-12-01..2026-12-09", december(1), december(9), id="dates"),
        pytest.param("2026-12-01 - 2026-12-09", december(1), december(9), id="a dash"),
        pytest.param("2026-12-01 to 2026-12-09", december(1), december(9), id="to"),
        pytest.param(
            "del 1 de diciembre de 2026 al 9 de diciembre de 2026",
            december(1),
            december(9),
            id="in Spanish",
        ),
        pytest.param("viernes a domingo", november(27), november(29), id="days in Spanish"),
        pytest.param("1 Dec - 9 Dec", december(1), december(9), id="without their year"),
        pytest.param("1 to 9 Dec", december(1), december(9), id="of one month"),
        pytest.param("Dec 1 to 9", december(1), december(9), id="the month first"),
        pytest.param("1-9 Dec", december(1), december(9), id="with a dash"),
        pytest.param("24-12", december(24), december(24), id="day and month"),
        pytest.param("24-12 to 27-12", december(24), december(27), id="days and months"),
        pytest.param("del 1 al 9 de diciembre", december(1), december(9), id="so in Spanish"),
        pytest.param("1 Dec 2026 .. 9 Dec 2026", december(1), december(9), id="named months"),
        pytest.param("fri..sun", november(27), november(29), id="days of the week"),
        pytest.param("fri-sun", november(27), november(29), id="as days are said elsewhere"),
        pytest.param("Friday until Sunday", november(27), november(29), id="until"),
        pytest.param("sat..tue", november(28), december(1), id="over the week's end"),
        pytest.param("mon..fri", november(30), december(4), id="in the next week"),
        pytest.param("Weekend", november(28), november(29), id="the weekend"),
        pytest.param("today..sat", november(26), november(28), id="from today"),
        pytest.param("2026-12-01..thu", december(1), december(3), id="a date and the day after it"),
        pytest.param("fri..fri", november(27), november(27), id="one day, said as two"),
        pytest.param("tomorrow", november(27), november(27), id="one day"),
        pytest.param("thu", november(26), november(26), id="the day it is"),
        pytest.param("2026-12-01", december(1), december(1), id="one date"),
        pytest.param("sat..", november(28), date.max, id="an end that nobody knows"),
        pytest.param("from 2026-12-01", december(1), date.max, id="from a day to come on"),
        pytest.param("from mon to fri", november(30), december(4), id="from one to another"),
        pytest.param("next week", november(30), december(6), id="next week"),
        pytest.param("this week", november(26), november(29), id="what is left of this week"),
    ],
)
@pytest.mark.parametrize(("word", "why"), [("away", Off.AWAY), ("none", None)])
def test_it_is_from_the_first_day_to_the_last(
    word: str, why: Off | None, days: str, first: date, last: date
) -> None:
    ends = last != date.max
    assert read(f"{word} {days}") == TimeOff(why, first, last, said_last=ends)


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        pytest.param(
            "maybe",
            "'maybe' is no reason to be off; the words are away, ill, hurt.",
            id="no reason",
        ),
        pytest.param("fri..sun", "'fri..sun' is no reason to be off", id="days without a reason"),
        pytest.param(
            "away 2026-12-09..2026-12-01",
            "2026-12-09..2026-12-01 ends before it begins. Say it as befit off away",
            id="the end first",
        ),
        pytest.param("away soon..sun", "The first day 'soon' is not a day.", id="no first day"),
        pytest.param("away fri..soon", "The last day 'soon' is not a day.", id="no last day"),
        pytest.param("away 24 to", "The first day '24' is not a date.", id="a number alone"),
        pytest.param(
            "away 24 to 2026-12-27", "The first day '24' is not a date.", id="a number and a date"
        ),
        pytest.param(
            "away 24 to fri", "The first day '24' is not a date.", id="a number and a day"
        ),
        pytest.param("away fri to 30", "The last day '30' is not a date.", id="a day and a number"),
        pytest.param("away today to 5", "The last day '5' is not a date.", id="today and a number"),
        pytest.param(
            "away tomorrow to 30", "The last day '30' is not a date.", id="tomorrow and a number"
        ),
        pytest.param("away 24-27", "The first day '24-27' is not a date.", id="numbers alone"),
        pytest.param("away ..fri", "The first day '' is not a day.", id="an end alone"),
    ],
)
def test_what_says_no_time_off_is_refused(said: str, sentence: str) -> None:
    with pytest.raises(UsageError) as refused:
        read(said)
    assert str(refused.value).startswith(sentence)


@pytest.mark.parametrize(
    ("said", "first"),
    [
        pytest.param("away from mon", november(30), id="who goes away tells it before"),
        pytest.param("away since mon", november(23), id="who has gone tells it later"),
        pytest.param("back from mon", november(30), id="who will be back tells it before"),
        pytest.param("hurt from mon", november(23), id="who is hurt tells it later"),
    ],
)
def test_from_a_day_of_a_name_on_is_the_next_one_or_the_last(said: str, first: date) -> None:
    time_off = read(said)
    assert (time_off.first, time_off.last) == (first, date.max)


@pytest.mark.parametrize("days", ["2026-11-01..2026-11-25", "2026-11-25"])
def test_days_that_are_over_are_not_free_again(days: str) -> None:
    with pytest.raises(BefitError) as refused:
        read(f"none {days}")
    assert str(refused.value) == f"{days} is over, and stays as it was."


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        pytest.param("2026-11-20..2026-11-28", november(20), november(28), id="begun before today"),
        pytest.param("2026-11-20..2026-11-25", november(20), november(25), id="over"),
        pytest.param("2026-11-03..", november(3), date.max, id="since a day"),
        pytest.param("since mon", november(23), date.max, id="since a day of a name"),
        pytest.param("desde el martes", november(24), date.max, id="in Spanish"),
        pytest.param("since yesterday", november(25), date.max, id="since yesterday"),
        pytest.param("from thu", november(26), date.max, id="from today on"),
        pytest.param("wed..sun", november(25), november(29), id="days of the week that is on"),
        pytest.param("fri..thu", november(20), november(26), id="up to today"),
        pytest.param("tue..wed", december(1), december(2), id="days that would be over"),
    ],
)
def test_who_was_off_may_say_it_later(said: str, first: date, last: date) -> None:
    time_off = read(f"ill {said}")
    assert (time_off.first, time_off.last) == (first, last)
    assert time_off.from_day(THURSDAY) == replace(time_off, first=max(first, THURSDAY))


def test_free_again_are_only_the_days_from_today_on() -> None:
    assert read("none 2026-11-20..2026-11-28") == TimeOff(None, THURSDAY, november(28))


@pytest.mark.parametrize(
    ("said", "before", "after"),
    [
        pytest.param(TimeOff(Off.ILL, THURSDAY, november(28)), "", "thu fri sat", id="days"),
        pytest.param(
            TimeOff(Off.ILL, THURSDAY, november(26)), "mon sun", "mon thu sun", id="beside others"
        ),
        pytest.param(TimeOff(Off.ILL, november(1), november(23)), "", "mon", id="up to its Monday"),
        pytest.param(TimeOff(Off.ILL, november(29), december(9)), "", "sun", id="from its Sunday"),
        pytest.param(TimeOff(Off.ILL, november(30), december(9)), "wed", "wed", id="after it"),
        pytest.param(
            TimeOff(Off.ILL, november(1), date.max),
            "",
            "mon tue wed thu fri sat sun",
            id="the whole week",
        ),
        pytest.param(TimeOff(None, THURSDAY, date.max), "tue thu sat", "tue", id="free again"),
        pytest.param(
            TimeOff(None, THURSDAY, november(27)), "thu fri sat", "sat", id="free again for once"
        ),
    ],
)
def test_days_of_a_week_are_off_or_free_again(said: TimeOff, before: str, after: str) -> None:
    off = tuple(map(Day, before.split()))
    assert said.days_in(MONDAY, off) == tuple(map(Day, after.split()))


@drawn
@given(
    off=st.sets(st.sampled_from(list(Day))),
    days=st.tuples(st.dates(november(1), december(20)), st.dates(november(1), december(20))),
)
def test_who_takes_days_off_and_back_has_none_of_them_off(
    off: set[Day], days: tuple[date, date]
) -> None:
    first, last = sorted(days)
    taken = TimeOff(Off.AWAY, first, last).days_in(MONDAY, tuple(sorted(off)))
    assert set(taken) >= off
    back = TimeOff(None, first, last).days_in(MONDAY, taken)
    assert set(back) == off - (set(TimeOff(Off.AWAY, first, last).days_in(MONDAY, ())))


@pytest.mark.parametrize(
    ("said", "logged"),
    [
        pytest.param("ill", TimeAway(first=THURSDAY, last=None, why=Off.ILL), id="no days"),
        pytest.param(
            "hurt sat..", TimeAway(first=november(28), last=None, why=Off.HURT), id="open"
        ),
        pytest.param(
            "away fri..sun",
            TimeAway(first=november(27), last=november(29), why=Off.AWAY),
            id="days",
        ),
        pytest.param("none", None, id="back again"),
    ],
)
def test_what_the_log_has_of_it(said: str, logged: TimeAway | None) -> None:
    assert read(said).logged == logged


@pytest.mark.parametrize(
    ("first", "last", "today", "mondays"),
    [
        pytest.param(november(26), None, november(29), [], id="the week in which it began"),
        pytest.param(november(23), None, november(29), [], id="from its Monday on, too"),
        pytest.param(november(26), None, november(30), [november(30)], id="open, a week later"),
        pytest.param(
            november(26), None, december(9), [november(30), december(7)], id="open, two weeks later"
        ),
        pytest.param(november(26), december(5), december(9), [], id="to a Saturday"),
        pytest.param(november(26), december(6), december(9), [november(30)], id="to a Sunday"),
        pytest.param(
            november(26),
            december(13),
            november(26),
            [november(30), december(7)],
            id="days that are still ahead",
        ),
        pytest.param(december(3), None, november(26), [], id="open, and still ahead"),
    ],
)
def test_the_weeks_after_the_first_that_have_no_free_day(
    first: date, last: date | None, today: date, mondays: list[date]
) -> None:
    history = History(away=(TimeAway(first=first, last=last, why=Off.ILL),))
    off = {"off": "mon, tue, wed, thu, fri, sat, sun"}
    assert weeks_off(history, today) == dict.fromkeys(mondays, off)


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        pytest.param(november(26), None, True, id="from today on"),
        pytest.param(november(27), None, False, id="from tomorrow on"),
        pytest.param(november(25), november(30), False, id="with an end"),
    ],
)
def test_time_away_without_an_end_is_told(first: date, last: date | None, told: bool) -> None:
    history = History(away=(TimeAway(first=first, last=last, why=Off.AWAY),))
    sentence = f"You are off (away) since {first}. Back? befit off none."
    assert still_off(history, THURSDAY) == ((sentence,) if told else ())
