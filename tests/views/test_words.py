from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace
from sample_plan import SQUAT, sample_plan

from befit_cli.values import (
    Day,
    Kit,
    Load,
    Phase,
    Race,
    Role,
    Run,
    Runs,
    RunSource,
    Session,
    usual_runs,
)
from befit_cli.views import words as wording

PLAN = sample_plan()
WEEK = PLAN.weeks[0]


def squats_with(*kit: Kit) -> Session:
    """A session of squats with that kit."""
    return replace(WEEK.sessions[0], exercises=(replace(SQUAT, kit=kit),))


JUMPS = replace(WEEK.sessions[0], exercises=(replace(SQUAT, kit=(), role=Role.POWER),))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Knees out.", "Knees out."),
        ("  two\nlines\tand\u2028more ", "two lines and more"),
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b]0;title\x07here", "here"),
        ("\x1b]8;;http://x\x1b\\link", "link"),
        ("\x9b31mC1", "31mC1"),
        ("\x1b(Bcharset \x1bc", "charset"),
        ("bell\x07 nul\x00 del\x7f", "bell nul del"),
        ("\u202egnirts\u202c", "gnirts"),
        ("half a pair \ud800", "half a pair"),
        ("\ufeffa byte order mark", "a byte order mark"),
        ("crème brûlée 深蹲 עברית", "crème brûlée 深蹲 עברית"),
    ],
)
def test_plain(text: str, shown: str) -> None:
    assert wording.plain(text) == shown


@pytest.mark.parametrize(
    ("changes", "title"),
    [
        ({}, "Week 1 of 12 · general strength"),
        (
            {"number": 4, "deload": True},
            "Week 4 of 12 · general strength · easier week with fewer sets",
        ),
        (
            {"number": 12, "phase": Phase.TAPER, "taper": True},
            "Week 12 of 12 · taper, fewer sets before the race",
        ),
        (
            {"number": 12, "phase": Phase.POWER, "taper": True},
            "Week 12 of 12 · taper, fewer sets before the race",
        ),
        (
            {"phase": Phase.STRENGTH, "sessions": (squats_with(),)},
            "Week 1 of 12 · building strength by repetitions and harder forms",
        ),
        (
            {"phase": Phase.POWER, "sessions": (JUMPS,)},
            "Week 1 of 12 · power without heavy leg work",
        ),
        (
            {"phase": Phase.POWER, "sessions": (squats_with(),)},
            "Week 1 of 12 · building strength by repetitions and harder forms",
        ),
        (
            {"phase": Phase.POWER, "deload": True, "sessions": (squats_with(), JUMPS)},
            "Week 1 of 12 · power without heavy leg work · easier week with fewer sets",
        ),
        (
            {"phase": Phase.POWER, "deload": True, "sessions": (squats_with(Kit.BARBELL),)},
            "Week 1 of 12 · strength and power · easier week with fewer sets",
        ),
        (
            {"phase": Phase.GENERAL, "sessions": (squats_with(),)},
            "Week 1 of 12 · general strength",
        ),
        (
            {"phase": Phase.POWER, "taper": True, "sessions": (squats_with(),)},
            "Week 1 of 12 · taper, fewer sets before the race",
        ),
        (
            {"phase": Phase.STRENGTH, "sessions": (squats_with(Kit.BARBELL),)},
            "Week 1 of 12 · building strength",
        ),
        (
            {"phase": Phase.STRENGTH, "sessions": (squats_with(),), "runner": PLAN.athlete},
            "Week 1 of 12 · building strength",
        ),
        ({"phase": Phase.STRENGTH, "sessions": ()}, "Week 1 of 12 · building strength"),
    ],
)
def test_week_title(changes: dict[str, Any], title: str) -> None:
    assert wording.week_title(replace(WEEK, **changes)) == title


def test_week_facts() -> None:
    assert wording.week_facts(WEEK) == "From Mon 23 Nov · 3 sessions · 83 min"
    assert (
        wording.week_facts(replace(WEEK, sessions=WEEK.sessions[:1]))
        == "From Mon 23 Nov · 1 session · 29 min"
    )


def test_session_title() -> None:
    assert wording.session_title(WEEK.sessions[1]) == "Wednesday 25 November"


def test_week_days_carry_runs_and_loads() -> None:
    days = wording.week_days(WEEK)
    assert [day.name for day in days] == [
        "Mon 23",
        "Tue 24",
        "Wed 25",
        "Thu 26",
        "Fri 27",
        "Sat 28",
        "Sun 29",
    ]
    assert {day.name[:3]: (day.run, day.loads) for day in days if day.run or day.loads} == {
        "Mon": (None, (Load.MEDIUM,)),
        "Wed": (Run.HARD, (Load.LOW,)),
        "Fri": (None, (Load.MEDIUM,)),
        "Sun": (Run.LONG, ()),
    }


@pytest.mark.parametrize(
    ("number", "taper", "run"),
    [
        pytest.param(12, True, Run.RACE, id="in its last week"),
        pytest.param(11, True, Run.LONG, id="not in the taper week before it"),
        pytest.param(12, False, Run.LONG, id="nor without a race, and so without a taper"),
    ],
)
def test_a_block_without_a_date_ends_on_its_race(number: int, run: Run, *, taper: bool) -> None:
    week = replace(WEEK, number=number, of=12, taper=taper)
    assert wording.week_days(week)[Day.SUN.rank].run is run


@pytest.mark.parametrize(
    ("runs", "told"),
    [
        pytest.param(
            Runs(hard=(Day.TUE, Day.THU, Day.FRI), long=(Day.SAT,)),
            {Day.TUE: Run.HARD, Day.THU: Run.HARD, Day.SUN: Run.RACE},
            id="what the runner has in every week",
        ),
        pytest.param(
            Runs(hard=(Day.FRI,), long=(Day.SAT,), source=RunSource.PLAN),
            {Day.FRI: Run.HARD, Day.SAT: Run.LONG, Day.SUN: Run.RACE},
            id="what a running plan says of that week",
        ),
    ],
)
def test_so_near_to_the_race_nobody_runs_long_or_hard_as_usual(
    runs: Runs, told: dict[Day, Run]
) -> None:
    race_week = replace(WEEK, number=12, of=12, taper=True, runs=runs)
    assert {day.day: day.run for day in wording.week_days(race_week) if day.run} == told


def test_a_tune_up_race_is_a_race() -> None:
    week = replace(WEEK, runs=Runs(hard=(Day.TUE, Day.SAT), tune_ups=(Day.SAT,)))
    runs = [day.run for day in wording.week_days(week)]
    assert runs == [None, Run.HARD, None, None, None, Run.RACE, None]


def test_the_race_takes_the_place_of_the_run_of_its_day_and_week_only() -> None:
    athlete = replace(PLAN.athlete, race_date=date(2026, 11, 29))
    race_week, week_before = (
        replace(WEEK, starts=monday, runs=usual_runs(athlete, monday))
        for monday in (date(2026, 11, 23), date(2026, 11, 16))
    )
    assert wording.week_days(race_week)[Day.SUN.rank].run is Run.RACE
    assert wording.week_days(week_before)[Day.SUN.rank].run is Run.LONG
    assert wording.no_sessions(race_week) == "No strength this week: it is race week."
    assert wording.no_sessions(week_before) == "No strength this week."


def test_a_day_has_the_title_of_its_key_run() -> None:
    titles = ((Day.TUE, "Easy"), (Day.WED, "5 x 1 km"), (Day.SUN, "Long run"))
    days = wording.week_days(replace(WEEK, runs=replace(WEEK.runs, titles=titles)))
    assert {day.day: day.title for day in days if day.title} == {Day.WED: "5 x 1 km"}


@pytest.mark.parametrize(
    ("run", "title", "words"),
    [
        pytest.param(Run.HARD, "", "hard run", id="no title"),
        pytest.param(Run.HARD, "5 x 1 km", "hard run: 5 x 1 km", id="a title"),
        pytest.param(Run.LONG, "Long Run 18 km", "Long Run 18 km", id="one that says it itself"),
        pytest.param(Run.HARD, "After the long run", "hard run: After the long run", id="another"),
        pytest.param(Run.RACE, "Race day", "Race day", id="a race"),
    ],
)
def test_a_run_is_named_with_its_kind(run: Run, title: str, words: str) -> None:
    assert wording.run_words(run, title) == words


@pytest.mark.parametrize(
    ("text", "room", "short"),
    [
        pytest.param("5 x 1 km", 8, "5 x 1 km", id="room for all"),
        pytest.param("Tempo 8 km", 9, "Tempo 8…", id="at a word"),
        pytest.param("Tempo, 8 km", 7, "Tempo…", id="no comma before what is left out"),
        pytest.param("Tempo 8 km", 5, "Temp…", id="a first word with too little room"),
        pytest.param("Schwellenlauf", 6, "Schwe…", id="one long word"),
        pytest.param("- - - -", 3, "…", id="nothing but marks"),
        pytest.param("Tempo", 2, "T…", id="a letter"),
        pytest.param("Tempo", 1, "…", id="no room"),
        pytest.param("", 0, "", id="nothing"),
    ],
)
def test_a_text_is_cut_at_a_word(text: str, room: int, short: str) -> None:
    assert wording.shortened(text, lambda words: len(words) <= room) == short


@pytest.mark.parametrize(
    ("race", "name", "title"),
    [
        pytest.param(Race.HALF, "", "Strength for the half marathon", id="a race"),
        pytest.param(Race.NONE, "", "Strength without a race", id="none"),
        pytest.param(Race.HALF, "Ana", "Half marathon strength for Ana", id="somebody's"),
        pytest.param(Race.TEN_K, "Zoë M.", "10 km strength for Zoë M.", id="one told by numbers"),
        pytest.param(Race.NONE, "Ana", "Strength for Ana, without a race", id="somebody's none"),
        pytest.param(Race.HALF, "\x1b[31mA\na", "Half marathon strength for A a", id="any name"),
    ],
)
def test_the_title_says_what_the_plan_is_for_and_whose_it_is(
    race: Race, name: str, title: str
) -> None:
    athlete = replace(PLAN.athlete, race=race, name=name)
    assert wording.plan_title(replace(PLAN, athlete=athlete)) == title


@pytest.mark.parametrize(
    ("words", "scale"),
    [
        (wording.RACES, Race),
        (wording.LOADS, Load),
        (wording.RUNS, Run),
        (wording.PHASES, Phase),
    ],
)
def test_every_member_has_its_words(words: dict[str, str], scale: type) -> None:
    assert list(words) == list(scale)  # type: ignore[call-overload]
