"""A day in the words that people have for one near by."""

from __future__ import annotations

from datetime import date

import pytest
from strategies import CATALOGUE

from befit_cli.errors import UsageError
from befit_cli.planning.season import plan_season
from befit_cli.runner.kinds import Saying
from befit_cli.runner.near_days import (
    WEEKS_NEAR,
    day_first,
    near_week,
    read_beginning,
    read_day,
    read_day_gone,
)
from befit_cli.runner.time_off import read_time_off
from befit_cli.runner.which_week import read_week
from befit_cli.values import Athlete

THURSDAY = date(2026, 11, 26)


def day(word: str) -> date:
    return read_day(Saying(word, "DAY", CATALOGUE), THURSDAY)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        pytest.param("today", date(2026, 11, 26), id="today"),
        pytest.param(" Tomorrow ", date(2026, 11, 27), id="tomorrow, however it is written"),
        pytest.param("hoy", date(2026, 11, 26), id="today in Spanish"),
        pytest.param("mañana", date(2026, 11, 27), id="tomorrow in Spanish"),
        pytest.param("manana", date(2026, 11, 27), id="without its tilde"),
        pytest.param("pasado mañana", date(2026, 11, 28), id="in two days"),
        pytest.param("el viernes", date(2026, 11, 27), id="a day in Spanish"),
        pytest.param("18 de abril de 2027", date(2027, 4, 18), id="a date in Spanish"),
        pytest.param("thu", date(2026, 11, 26), id="the day it is"),
        pytest.param("fri", date(2026, 11, 27), id="a day of this week"),
        pytest.param("Wednesday", date(2026, 12, 2), id="a day of next week"),
        pytest.param("next wed", date(2026, 12, 2), id="a day of next week that is called so"),
        pytest.param("el próximo lunes", date(2026, 11, 30), id="so in Spanish"),
        pytest.param("el lunes que viene", date(2026, 11, 30), id="so behind it"),
        pytest.param("next thursday", date(2026, 12, 3), id="not the day it is"),
        pytest.param("2026-11-01", date(2026, 11, 1), id="a date that is past"),
        pytest.param("18/04/2027", date(2027, 4, 18), id="a date as people write it"),
        pytest.param("yesterday", date(2026, 11, 25), id="yesterday"),
        pytest.param("24 dec", date(2026, 12, 24), id="a date without its year, to come"),
        pytest.param("6 de enero", date(2027, 1, 6), id="of next year"),
        pytest.param("20.11.", date(2026, 11, 20), id="that is over"),
        pytest.param("28/11", date(2026, 11, 28), id="in numbers"),
    ],
)
def test_a_word_means_a_day(word: str, meant: date) -> None:
    assert day(word) == meant


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        pytest.param("20 jun", date(2027, 6, 20), id="farther than the last"),
        pytest.param("19.06.", date(2027, 6, 19), id="in numbers"),
        pytest.param("20 jul", date(2026, 7, 20), id="in no week of it"),
        pytest.param("20 jun 2026", date(2026, 6, 20), id="with its year"),
    ],
)
def test_a_date_without_its_year_is_the_blocks_before_it_is_the_nearest(
    word: str, meant: date
) -> None:
    season = plan_season(Athlete(), date(2026, 11, 23), 30)
    assert read_day(Saying(word, "DAY", CATALOGUE), THURSDAY, season) == meant
    assert read_week(word, THURSDAY, season) == meant
    assert read_time_off(["away", *word.split()], THURSDAY, CATALOGUE, season).first == meant


@pytest.mark.parametrize(
    ("word", "sentence"),
    [
        pytest.param("soon", "DAY 'soon' is not a day. Write it as", id="no day"),
        pytest.param("next", "DAY 'next' is not a day. Write it as", id="next alone"),
        pytest.param(
            "next fri",
            "DAY next fri could be 2026-11-27 or 2026-12-04. Write the one that you mean.",
            id="a day that is still to come this week",
        ),
        pytest.param("none", "DAY 'none' is not a day.", id="none"),
        pytest.param("", "DAY '' is not a day.", id="nothing"),
        pytest.param("2026-13-01", "DAY '2026-13-01' is not a date.", id="no date"),
        pytest.param(
            "6/12", "DAY 6/12/2026 could be 2026-06-12 or 2026-12-06.", id="one of two days"
        ),
        pytest.param("31 nov", "DAY '31 nov' is not a date.", id="a day that no year has"),
        pytest.param("29 feb", "DAY '29 feb' has no year.", id="a day that no near year has"),
    ],
)
def test_what_is_no_day_is_told(word: str, sentence: str) -> None:
    with pytest.raises(UsageError) as refused:
        day(word)
    assert str(refused.value).startswith(sentence)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        pytest.param("next week", date(2026, 11, 30), id="its Monday"),
        pytest.param("esta semana", date(2026, 11, 23), id="the Monday of this week"),
        pytest.param("tomorrow", date(2026, 11, 27), id="a day"),
    ],
)
def test_a_block_may_begin_with_a_week_as_well(word: str, meant: date) -> None:
    assert read_beginning(Saying(word, "--start", CATALOGUE), THURSDAY) == meant


@pytest.mark.parametrize(
    ("words", "monday"),
    [
        pytest.param("this week", date(2026, 11, 23), id="this week"),
        pytest.param("Next-Week", date(2026, 11, 30), id="next week, however it is written"),
        pytest.param("próxima semana", date(2026, 11, 30), id="an accent"),
        pytest.param("la semana siguiente", date(2026, 11, 30), id="next week in Spanish"),
        pytest.param("siguiente", date(2026, 11, 30), id="the next one in Spanish"),
        pytest.param("thu", None, id="a day"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_words_mean_a_week_near_by(words: str, monday: date | None) -> None:
    assert near_week(words, THURSDAY) == monday


def test_every_word_for_a_week_is_one_that_can_be_said() -> None:
    assert all(near_week(words, THURSDAY) for words in WEEKS_NEAR)


def day_gone(word: str) -> date | None:
    return read_day_gone(Saying(word, "DAY", CATALOGUE), THURSDAY)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        pytest.param("today", date(2026, 11, 26), id="today"),
        pytest.param(" Ayer ", date(2026, 11, 25), id="yesterday, however it is written"),
        pytest.param("antier", date(2026, 11, 24), id="two days ago in Mexico"),
        pytest.param("antes de ayer", date(2026, 11, 24), id="two days ago in Spain"),
        pytest.param("thu", date(2026, 11, 26), id="the day it is"),
        pytest.param("tue", date(2026, 11, 24), id="a day of this week"),
        pytest.param("viernes", date(2026, 11, 20), id="a day of last week"),
        pytest.param("2026-11-01", date(2026, 11, 1), id="a date"),
        pytest.param("14/11/2026", date(2026, 11, 14), id="a date as people write it"),
        pytest.param("8/8/7", None, id="repetitions"),
        pytest.param("90/90", None, id="an exercise"),
        pytest.param("none", None, id="none"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_a_word_means_a_day_that_has_come(word: str, meant: date | None) -> None:
    assert day_gone(word) == meant


@pytest.mark.parametrize(
    ("word", "sentence"),
    [
        pytest.param("tomorrow", "tomorrow has not come yet. Say what you did when", id="tomorrow"),
        pytest.param("2026-11-27", "2026-11-27 has not come yet.", id="a date"),
        pytest.param("2026-13-01", "DAY '2026-13-01' is not a date.", id="no date"),
    ],
)
def test_a_day_that_has_not_come_is_told(word: str, sentence: str) -> None:
    with pytest.raises(UsageError) as refused:
        day_gone(word)
    assert str(refused.value).startswith(sentence)


BEGAN = date(2026, 11, 9)
"""The Monday of the block."""


@pytest.mark.parametrize(
    ("words", "meant", "left"),
    [
        pytest.param("tue squat 8", date(2026, 11, 24), "squat 8", id="a day"),
        pytest.param("el miércoles almejas", date(2026, 11, 25), "almejas", id="in two words"),
        pytest.param("antes de ayer remo", date(2026, 11, 24), "remo", id="in three"),
        pytest.param("25/11 squat", date(2026, 11, 25), "squat", id="a date without its year"),
        pytest.param("25.11. squat", date(2026, 11, 25), "squat", id="with points"),
        pytest.param("8.8 squat", None, "8.8 squat", id="a number"),
        pytest.param("11/25 squat", date(2026, 11, 25), "squat", id="the month first"),
        pytest.param("25 nov 8,8", date(2026, 11, 25), "8,8", id="with the month's name"),
        pytest.param("25 de noviembre 8", date(2026, 11, 25), "8", id="in Spanish"),
        pytest.param("miércoles 25 nov remo", date(2026, 11, 25), "remo", id="with its day"),
        pytest.param("24 dic", date(2025, 12, 24), "", id="one that was last year's"),
        pytest.param("squat 8 wed", None, "squat 8 wed", id="no day"),
        pytest.param("90/90 8", None, "90/90 8", id="an exercise"),
        pytest.param("me salté", None, "me salté", id="words that begin as a day"),
        pytest.param("", None, "", id="nothing"),
    ],
)
def test_words_may_begin_with_a_day(words: str, meant: date | None, left: str) -> None:
    found = day_first(words.split(), "DAY", CATALOGUE, THURSDAY, BEGAN)
    assert found == (meant, left.split())


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("8/8 squat", id="before the block"),
        pytest.param("25/12 squat", id="to come"),
    ],
)
def test_what_may_be_a_day_or_two_sets_is_asked(words: str) -> None:
    with pytest.raises(UsageError, match=r"could be a day or two sets\. Write the day as"):
        day_first(words.split(), "DAY", CATALOGUE, THURSDAY, BEGAN)
