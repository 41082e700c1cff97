"""What the profile says of single weeks -> their runs, and who the runner is in them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from strategies import CATALOGUE, drawn

from befit_cli.errors import UsageError
from befit_cli.runner.adjustments import ALL_USUAL, RealWeeks, in_words, read_adjusted
from befit_cli.runner.options import OF_ONE_WEEK
from befit_cli.runner.words import read_athlete
from befit_cli.values import (
    NOTHING_LOGGED,
    Athlete,
    Day,
    History,
    Kit,
    Niggle,
    Off,
    Runs,
    RunSource,
    TimeAway,
)

MONDAY = date(2026, 12, 7)
USUAL = {
    "hard": "tue, thu",
    "long-run": "sun",
    "kit": "home",
    "niggle": "achilles",
    "without": "planks",
    "swap": "clamshells=fire-hydrants",
    "days": "tue, wed, thu, fri, sat",
    "sessions": "2",
}
"""Of a runner who trains on Tuesday and Thursday."""
ATHLETE = read_athlete(USUAL, CATALOGUE)
ADJUSTED = RunSource.ADJUSTED


def read(own: Mapping[str, Any], history: History = NOTHING_LOGGED) -> RealWeeks:
    days = (Day.TUE, Day.THU)
    return read_adjusted({MONDAY: own}, USUAL, ATHLETE, CATALOGUE, lambda: days, history=history)


def runner(own: Mapping[str, Any]) -> Athlete:
    """Who the runner is in a week that has this."""
    return read(own).runners.get(MONDAY, ATHLETE)


@pytest.mark.parametrize(
    ("own", "runs"),
    [
        pytest.param(
            {"hard": "wed"},
            Runs(hard=(Day.WED,), long=(Day.SUN,), source=ADJUSTED),
            id="another hard day beside the usual long run",
        ),
        pytest.param(
            {"long-run": "sat"},
            Runs(hard=(Day.TUE, Day.THU), long=(Day.SAT,), source=ADJUSTED),
            id="another long run beside the usual hard days",
        ),
        pytest.param(
            {"hard": "none", "long-run": "none"}, Runs(source=ADJUSTED), id="no run at all"
        ),
        pytest.param({"kit": "none"}, None, id="nothing of the runs"),
    ],
)
def test_runs_take_the_place_of_the_usual_ones(own: dict[str, str], runs: Runs | None) -> None:
    assert read(own).runs.get(MONDAY) == runs


def test_who_runs_otherwise_is_the_same_runner() -> None:
    assert read({"hard": "wed", "long-run": "none"}).runners == {}


@pytest.mark.parametrize(
    ("own", "otherwise"),
    [
        pytest.param({"kit": "none"}, {"kit": ()}, id="kit instead of the usual"),
        pytest.param({"kit": "band"}, {"kit": (Kit.BAND,)}, id="other kit"),
        pytest.param({"minutes": "20"}, {"minutes": 20}, id="minutes"),
        pytest.param({"sessions": "3"}, {"sessions": 3}, id="sessions"),
        pytest.param(
            {"days": "wed, sun"}, {"days": (Day.WED, Day.SUN)}, id="days instead of the usual"
        ),
        pytest.param(
            {"off": "wed, sun"},
            {"days": (Day.TUE, Day.THU, Day.FRI, Day.SAT)},
            id="days off, of those that are free",
        ),
        pytest.param(
            {"days": "mon-wed", "off": "mon"}, {"days": (Day.TUE, Day.WED)}, id="days and days off"
        ),
        pytest.param(
            {"niggle": "itb"},
            {"niggles": (Niggle.ACHILLES, Niggle.ITB)},
            id="a sore spot beside the usual one",
        ),
        pytest.param({"niggle": "none"}, {"niggles": ()}, id="no sore spot that week"),
        pytest.param({"without": "lunges"}, {"without": ("lunges", "planks")}, id="left out, too"),
        pytest.param({"without": "none"}, {"without": ()}, id="nothing left out that week"),
        pytest.param(
            {"swap": "squats=lunges"},
            {"swap": (("clamshells", "fire-hydrants"), ("squats", "lunges"))},
            id="exchanged, too",
        ),
        pytest.param({"swap": "none"}, {"swap": ()}, id="nothing exchanged that week"),
        pytest.param({"kit": "home"}, {}, id="what is so always"),
        pytest.param({"off": "none"}, {}, id="no day off"),
    ],
)
def test_what_is_said_of_a_week_is_so_in_that_week(
    own: dict[str, str], otherwise: dict[str, Any]
) -> None:
    assert runner(own) == replace(ATHLETE, **otherwise)


@pytest.mark.parametrize(
    "words",
    [
        pytest.param({"niggle": "none"}, id="as the profile says"),
        pytest.param({}, id="as nobody says"),
    ],
)
def test_a_sore_spot_comes_alone_where_usually_nothing_is_sore(words: dict[str, str]) -> None:
    athlete = read_athlete(words, CATALOGUE)
    weeks = read_adjusted({MONDAY: {"niggle": "itb"}}, words, athlete, CATALOGUE, tuple)
    assert weeks.runners[MONDAY].niggles == (Niggle.ITB,)


@pytest.mark.parametrize(
    ("own", "days", "sessions"),
    [
        pytest.param({"off": "tue-fri"}, (Day.SAT,), 1, id="one day is left"),
        pytest.param({"off": "mon-sun"}, (), 0, id="none is left"),
        pytest.param(
            {"since": "thu", "days": "sat"},
            (Day.TUE, Day.WED, Day.SAT),
            2,
            id="what is over, and one day",
        ),
        pytest.param(
            {"since": "thu", "off": "thu-sun"}, (Day.TUE, Day.WED), 1, id="what is over alone"
        ),
        pytest.param(
            {"since": "thu", "off": "mon-sun", "kit": "none"},
            (Day.TUE, Day.WED),
            1,
            id="a day that is over and said to be off",
        ),
        pytest.param(
            {"since": "fri", "sessions": "3"},
            (Day.TUE, Day.WED, Day.THU, Day.FRI, Day.SAT),
            3,
            id="room for one more",
        ),
    ],
)
def test_a_week_has_no_more_sessions_than_are_over_and_days_are_free(
    own: dict[str, str], days: tuple[Day, ...], sessions: int
) -> None:
    assert (runner(own).days, runner(own).sessions) == (days, sessions)


@pytest.mark.parametrize(
    ("own", "first", "last", "ill"),
    [
        pytest.param("mon-thu", 7, 10, (Day.TUE, Day.WED, Day.THU), id="days off"),
        pytest.param("mon-thu", 7, None, (Day.TUE, Day.WED, Day.THU), id="as long as it is open"),
        pytest.param("wed-fri", 2, 9, (Day.WED,), id="of days off those on which it lasts"),
        pytest.param("wed", 10, 11, (), id="days off for something else"),
        pytest.param("none", 7, 10, (), id="days that the week says are free"),
    ],
)
def test_days_off_for_an_illness_are_known_as_such(
    own: str, first: int, last: int | None, ill: tuple[Day, ...]
) -> None:
    days = [None if day is None else MONDAY.replace(day=day) for day in (first, last)]
    away = TimeAway(first=days[0] or MONDAY, last=days[1], why=Off.ILL)
    weeks = read({"off": own}, History(away=(away,)))
    assert weeks.ill.get(MONDAY, ()) == ill
    assert set(ill).isdisjoint(weeks.runners.get(MONDAY, ATHLETE).days)


def test_days_away_are_no_illness() -> None:
    away = TimeAway(first=MONDAY, last=MONDAY, why=Off.AWAY)
    assert read({"off": "mon-sun"}, History(away=(away,))).ill == {}


def test_an_illness_leaves_it_to_the_week_which_sessions_it_takes() -> None:
    away = TimeAway(first=MONDAY, last=None, why=Off.ILL)
    weeks = read({"off": "mon-sun"}, History(away=(away,)))
    assert (weeks.runners[MONDAY].days, weeks.runners[MONDAY].sessions) == ((), 2)


@pytest.mark.parametrize(
    ("own", "since"),
    [
        pytest.param({"kit": "none", "since": "thu"}, {MONDAY: Day.THU}, id="a day"),
        pytest.param({"kit": "none", "since": "none"}, {}, id="none"),
        pytest.param({"kit": "none"}, {}, id="nothing"),
    ],
)
def test_since_when_a_week_is_otherwise_is_known(
    own: dict[str, str], since: dict[date, Day]
) -> None:
    assert read(own).since == since


def test_without_single_weeks_every_week_is_as_usual() -> None:
    assert read_adjusted({}, USUAL, ATHLETE, CATALOGUE, tuple) == ALL_USUAL


def test_an_exchange_that_cannot_be_in_a_week_is_told_with_the_week() -> None:
    with pytest.raises(UsageError) as refused:
        read({"without": "fire-hydrants"})
    assert str(refused.value) == (
        "In the week of 2026-12-07, --swap clamshells=fire-hydrants cannot be: fire-hydrants "
        "is left out itself. Say another exercise for clamshells, or --swap none."
    )


SAID = {
    "kit": st.sampled_from(["none", "home", "gym", "band, dumbbell"]),
    "minutes": st.integers(15, 60).map(str),
    "sessions": st.sampled_from(["2", "3"]),
    "long-run": st.sampled_from(["none", *Day]),
    "hard": st.lists(st.sampled_from(list(Day)), unique=True).map(", ".join),
    "days": st.lists(st.sampled_from(list(Day)), min_size=1, unique=True).map(", ".join),
    "off": st.lists(st.sampled_from(list(Day)), unique=True).map(", ".join),
    "niggle": st.sampled_from(["none", "itb", "shin, plantar"]),
    "without": st.sampled_from(["none", "lunges", "box-jumps, planks"]),
    "swap": st.sampled_from(["none", "glute-bridges=hip-thrusts"]),
}


def test_every_option_of_one_week_is_drawn() -> None:
    assert SAID.keys() == {option.name for option in OF_ONE_WEEK}


@drawn
@given(own=st.fixed_dictionaries({}, optional=SAID))
def test_the_words_that_are_kept_say_the_same_week(own: dict[str, str]) -> None:
    kept = in_words(own, CATALOGUE)
    assert kept.keys() == own.keys()
    assert read(kept) == read(own)
    assert in_words(kept, CATALOGUE) == kept


@pytest.mark.parametrize(
    ("own", "sentence"),
    [
        pytest.param({"hard": "someday"}, "someday", id="no day"),
        pytest.param({"minutes": "90"}, "--minutes 90 is out of range", id="too many minutes"),
        pytest.param({"off": "maybe"}, "maybe", id="no day off"),
    ],
)
def test_words_that_mean_nothing_are_refused(own: dict[str, str], sentence: str) -> None:
    with pytest.raises(UsageError, match=sentence):
        in_words(own, CATALOGUE)
