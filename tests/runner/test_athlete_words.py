"""What a runner says in words -> an athlete, or one sentence about the first word that means
nothing.
"""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from strategies import CATALOGUE

from befit_cli.errors import UsageError
from befit_cli.runner.words import assumptions, read_athlete
from befit_cli.values import Athlete, Day, Group, Kit, Level, Niggle, Race

MON, TUE, WED, THU, FRI, SAT, SUN = Day
HOME = (Kit.BENCH, Kit.STEP, Kit.TOWEL)


def test_who_says_nothing_is_the_usual_runner():
    assert read_athlete({}, CATALOGUE) == Athlete(
        race=Race.TEN_K,
        sessions=2,
        level=Level.BEGINNER,
        kit=HOME,
        minutes=30,
        long_run=SUN,
        hard_runs=(WED,),
        days=(MON, TUE, WED, THU, FRI, SAT, SUN),
        focus=None,
        niggles=(),
        without=(),
        race_date=None,
    )


SAID = {
    "5k": ("race", "5k", {"race": Race.FIVE_K}),
    "10k": ("race", "10k", {"race": Race.TEN_K}),
    "half": ("race", "half", {"race": Race.HALF}),
    "half marathon by its distance": ("race", "21k", {"race": Race.HALF}),
    "half marathon in full": ("race", "half-marathon", {"race": Race.HALF}),
    "marathon": ("race", "marathon", {"race": Race.MARATHON}),
    "marathon by its distance": ("race", "42k", {"race": Race.MARATHON}),
    "a race in capitals": ("race", "5K", {"race": Race.FIVE_K}),
    "a race with blanks": ("race", " half ", {"race": Race.HALF}),
    "sessions": ("sessions", 3, {"sessions": 3}),
    "level": ("level", "Advanced", {"level": Level.ADVANCED}),
    "the fewest minutes": ("minutes", 15, {"minutes": 15}),
    "the most minutes": ("minutes", 60, {"minutes": 60}),
    "long run": ("long-run", "sat", {"long_run": SAT}),
    "long run in full": ("long-run", "Saturday", {"long_run": SAT}),
    "no long run": ("long-run", "none", {"long_run": None}),
    "no long run in capitals": ("long-run", "NONE", {"long_run": None}),
    "one hard run": ("hard", "tue", {"hard_runs": (TUE,)}),
    "hard runs with a comma": ("hard", "tue,thu", {"hard_runs": (TUE, THU)}),
    "hard runs with the option again": ("hard", ["tue", "thu"], {"hard_runs": (TUE, THU)}),
    "hard runs both ways": ("hard", ["tue,thu", "sat"], {"hard_runs": (TUE, THU, SAT)}),
    "hard runs with blanks": ("hard", "tue, thu", {"hard_runs": (TUE, THU)}),
    "hard runs out of order and twice": ("hard", "thu,tue,THURSDAY", {"hard_runs": (TUE, THU)}),
    "no hard run": ("hard", "none", {"hard_runs": ()}),
    "no hard run as a list": ("hard", ["none"], {"hard_runs": ()}),
    "free days": ("days", "Fri,mon", {"days": (MON, FRI)}),
    "days from one to another": ("days", "mon-wed,sat", {"days": (MON, TUE, WED, SAT)}),
    "days over the week's end": ("hard", "Saturday - mon", {"hard_runs": (MON, SAT, SUN)}),
    "a span of one day": ("days", "fri-fri", {"days": (FRI,)}),
    "days by more letters than three": ("days", "thurs,wedn", {"days": (WED, THU)}),
    "no kit": ("kit", "none", {"kit": ()}),
    "home": ("kit", "home", {"kit": HOME}),
    "gym": ("kit", "gym", {"kit": tuple(sorted(Kit))}),
    "one thing": ("kit", "band", {"kit": (Kit.BAND,)}),
    "a preset and things": (
        "kit",
        "home,band,dumbbell",
        {"kit": (Kit.BAND, Kit.BENCH, Kit.DUMBBELL, Kit.STEP, Kit.TOWEL)},
    ),
    "things with the option again": (
        "kit",
        ["band", "Pull-Up-Bar"],
        {"kit": (Kit.BAND, Kit.PULL_UP_BAR)},
    ),
    "a thing twice": ("kit", "home,step", {"kit": HOME}),
    "focus": ("focus", "hip", {"focus": Group.HIP}),
    "niggles": ("niggle", "itb,Shin", {"niggles": (Niggle.ITB, Niggle.SHIN)}),
    "a niggle twice": ("niggle", ["itb", "itb"], {"niggles": (Niggle.ITB,)}),
    "without": ("without", "squats,planks", {"without": ("planks", "squats")}),
    "without, by name and in the singular": (
        "without",
        ["Squat", "plank"],
        {"without": ("planks", "squats")},
    ),
    "race date": ("race-date", "2027-04-18", {"race_date": date(2027, 4, 18)}),
}


@pytest.mark.parametrize(("option", "value", "fields"), SAID.values(), ids=SAID)
def test_what_is_said_is_understood(option: str, value: Any, fields: dict[str, Any]):
    athlete = read_athlete({option: value}, CATALOGUE)
    if option == "without":
        athlete = replace(athlete, without=tuple(sorted(athlete.without)))
    assert athlete == replace(Athlete(), **fields)


@pytest.mark.parametrize("nothing", [None, (), []], ids=["None", "no words", "an empty list"])
@pytest.mark.parametrize("option", ["race", "kit", "hard", "days", "niggle", "without"])
def test_an_option_that_is_not_given_has_its_default(option: str, nothing: Any):
    assert read_athlete({option: nothing}, CATALOGUE) == Athlete()


@given(chosen=st.permutations(list(Day)), size=st.integers(1, 7))
def test_days_come_in_the_order_of_the_week_however_they_are_said(chosen: list[Day], size: int):
    days = read_athlete({"days": ",".join(chosen[:size])}, CATALOGUE).days
    assert days == tuple(day for day in Day if day in chosen[:size])


WRONG = {
    "race": (
        "race",
        "ultra",
        "'ultra' is not a race; the races are 5k, 10k, half, marathon, 21k, half-marathon, 42k.",
    ),
    "near a race": (
        "race",
        "maraton",
        "'maraton' is not a race; the races are 5k, 10k, half, marathon, 21k, half-marathon, "
        "42k; did you mean 'marathon'?",
    ),
    "too few sessions": ("sessions", 1, "--sessions 1 is out of range; it is 2 or 3."),
    "too many sessions": ("sessions", 4, "--sessions 4 is out of range; it is 2 or 3."),
    "level": (
        "level",
        "beginer",
        "'beginer' is not a level; the levels are beginner, intermediate, advanced; did you mean "
        "'beginner'?",
    ),
    "too few minutes": ("minutes", 14, "--minutes 14 is out of range; it is 15 to 60."),
    "too many minutes": ("minutes", 61, "--minutes 61 is out of range; it is 15 to 60."),
    "day": (
        "hard",
        "tue,xyz",
        "'xyz' is not a day; the days are mon, tue, wed, thu, fri, sat, sun.",
    ),
    "a span to no day": (
        "days",
        "mon-xyz",
        "'xyz' is not a day; the days are mon, tue, wed, thu, fri, sat, sun.",
    ),
    "half a span": (
        "days",
        "mon-",
        "'mon-' is not a day; the days are mon, tue, wed, thu, fri, sat, sun; did you mean "
        "'monday'?",
    ),
    "near a day": (
        "days",
        "tues,satt",
        "'satt' is not a day; the days are mon, tue, wed, thu, fri, sat, sun; did you mean "
        "'saturday'?",
    ),
    "a day of two letters": (
        "long-run",
        "su",
        "'su' is not a day; the days are mon, tue, wed, thu, fri, sat, sun; did you mean 'sunday'?",
    ),
    "kit": (
        "kit",
        "dumbell",
        "'dumbell' is not kit; the words are none, home, gym, band, dumbbell, kettlebell, "
        "barbell, machine, bench, box, step, pull-up-bar, towel; did you mean 'dumbbell'?",
    ),
    "focus": (
        "focus",
        "arms",
        "'arms' is not a group; the groups are knee, foot, hip, leg, core, marathon.",
    ),
    "niggle": (
        "niggle",
        "knee",
        "'knee' is not a niggle; the niggles are runners-knee, itb, plantar, shin, achilles, "
        "low-back, hamstring, bone-stress; did you mean 'runners-knee'?",
    ),
    "without": (
        "without",
        "squads",
        "There is no exercise 'squads'; did you mean 'squats'? befit exercises lists them all.",
    ),
    "without several at once": (
        "without",
        "squats,calf",
        "'calf' could be Calf raises (calf-raises) or Heel raises (heel-raises): say which.",
    ),
    "race date": (
        "race-date",
        "18.4.2027",
        "--race-date '18.4.2027' is not a date. Write it as YYYY-MM-DD, for example 2027-04-18.",
    ),
    "a date that does not exist": (
        "race-date",
        "2027-02-30",
        "--race-date '2027-02-30' is not a date. Write it as YYYY-MM-DD, for example 2027-04-18.",
    ),
    "a date written without dashes": (
        "race-date",
        "20270418",
        "--race-date '20270418' is not a date. Write it as YYYY-MM-DD, for example 2027-04-18.",
    ),
    "a date too early": (
        "race-date",
        "1968-12-31",
        "--race-date 1968-12-31 is out of range; the year is 1969 to 2200.",
    ),
    "a date too late": (
        "race-date",
        "2201-01-01",
        "--race-date 2201-01-01 is out of range; the year is 1969 to 2200.",
    ),
}


@pytest.mark.parametrize(("option", "value", "sentence"), WRONG.values(), ids=WRONG)
def test_what_means_nothing_is_answered_with_what_there_is(option: str, value: Any, sentence: str):
    with pytest.raises(UsageError) as wrong:
        read_athlete({option: value}, CATALOGUE)
    assert str(wrong.value) == sentence


@pytest.mark.parametrize("day", [date(1969, 1, 1), date(2200, 12, 31)], ids=str)
def test_the_first_and_the_last_year_count(day: date):
    assert read_athlete({"race-date": str(day)}, CATALOGUE).race_date == day


def test_no_day_free_is_an_answer_of_its_own():
    assert read_athlete({"days": "none"}, CATALOGUE).days == ()


def assumed(**said: Any) -> str:
    words = {name.replace("_", "-"): value for name, value in said.items()}
    return assumptions(words, read_athlete(words, CATALOGUE))


def test_what_was_assumed_is_one_line_with_the_options_that_change_it():
    assert assumed() == (
        "Assumed: 10k (--race), 2 sessions (--sessions), beginner (--level), home kit (--kit), "
        "30 minutes (--minutes), long run Sunday (--long-run), hard run Wednesday (--hard)."
    )


@pytest.mark.parametrize(
    ("said", "word"),
    [
        ({"race": "half"}, "--race"),
        ({"sessions": 2}, "--sessions"),
        ({"level": "beginner"}, "--level"),
        ({"kit": "home"}, "--kit"),
        ({"minutes": 30}, "--minutes"),
        ({"long_run": "none"}, "--long-run"),
        ({"hard": "none"}, "--hard"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_was_said_is_not_assumed_even_where_it_is_the_default(said: dict[str, Any], word: str):
    assert word not in assumed(**said)
    assert assumed(**said).count("(--") == 6


def test_who_said_everything_is_told_nothing():
    assert (
        assumed(
            race="half",
            sessions=2,
            level="beginner",
            kit="none",
            minutes=30,
            long_run="none",
            hard="none",
        )
        == ""
    )
