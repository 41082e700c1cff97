"""The file of a running plan, to the key runs of its weeks."""

from __future__ import annotations

from datetime import UTC, date
from pathlib import Path

import pytest

from befit_cli.errors import BefitError
from befit_cli.runner.corrections import read_corrections
from befit_cli.runs.running_plan import read_running_plan
from befit_cli.values import Race
from befit_cli.values.running_plan import RunKind, RunningPlan

FILES = Path(__file__).parents[1] / "data" / "running-plans"
KEY = (RunKind.HARD, RunKind.LONG, RunKind.LONG_AND_HARD, RunKind.RACE)


def read(text: str, *corrections: str, file: str = "plan.csv") -> RunningPlan:
    return read_running_plan(text.encode(), file, UTC, read_corrections(corrections, "--as"))


def key_runs(plan: RunningPlan) -> list[str]:
    """`tue hard, sun long` of each week."""
    return [
        ", ".join(f"{day} {run.kind}" for day, run in week.days.items() if run.kind in KEY)
        for week in plan.weeks
    ]


@pytest.mark.parametrize(
    ("file", "weeks", "race"),
    [
        pytest.param(
            "01-calendarhack.yaml",
            [
                "tue hard, sun long",
                "thu hard, sun long",
                "sat race, sun long",
                "wed hard, sun race",
            ],
            Race.TEN_K,
            id="a schedule",
        ),
        pytest.param(
            "03-a-line-a-day.csv",
            ["tue hard, sun long", "wed hard, sun race"],
            Race.TEN_K,
            id="a line a day",
        ),
        pytest.param(
            "04-week-grid.csv",
            ["tue hard, thu hard, sat long, sun long", "wed hard, sat long"],
            None,
            id="a row a week",
        ),
        pytest.param(
            "05-all-day.ics",
            ["tue hard, sun long", "thu hard, sun long", "sat race, sun long"],
            None,
            id="a calendar of days",
        ),
        pytest.param("06-feed.ics", ["tue hard, sat long"], None, id="a feed of an app"),
    ],
)
def test_a_file_has_the_key_runs_that_a_runner_reads_in_it(
    file: str, weeks: list[str], race: Race | None
) -> None:
    plan = read_running_plan((FILES / file).read_bytes(), file, UTC)
    assert (key_runs(plan), plan.race) == (weeks, race)


DATED = "Date,Title\n2026-11-24,Steady 8 km\n2026-11-29,Long run 16 km\n2026-12-13,10 km race\n"


def test_a_plan_with_dates_has_every_week_from_its_first_run_to_its_last() -> None:
    weeks = read(DATED).weeks
    assert [(week.number, week.starts, len(week.days)) for week in weeks] == [
        (1, date(2026, 11, 23), 2),
        (2, date(2026, 11, 30), 0),
        (3, date(2026, 12, 7), 1),
    ]


def test_weeks_without_a_run_at_its_ends_are_none_of_the_plan() -> None:
    text = f"{DATED}2026-09-02,Dentist\n2027-01-06,Rest\n"
    assert read(text).weeks == read(DATED).weeks


def test_what_a_title_is_said_to_be_counts_before_its_words() -> None:
    assert key_runs(read(DATED, "steady=easy"))[0] == "sun long"


def test_the_last_that_is_said_of_a_title_counts() -> None:
    assert key_runs(read(DATED, "steady=easy", "8 km=long+hard"))[0] == "tue long+hard, sun long"


@pytest.mark.parametrize(
    ("title", "race"),
    [
        pytest.param("10 km race", Race.TEN_K, id="a distance"),
        pytest.param("Half marathon race!", Race.HALF, id="a name"),
        pytest.param("Carrera: media maratón", Race.HALF, id="Spanish"),
        pytest.param("Race: Valencia half marathon", Race.HALF, id="behind its town"),
        pytest.param("Valencia half marathon race, in Spain", Race.HALF, id="between other words"),
        pytest.param("Race", None, id="no name"),
        pytest.param("Race 2027", None, id="a number alone is no distance"),
        pytest.param("50k race", None, id="one that befit has no plan for"),
        pytest.param("Long run 30 km", None, id="no race"),
    ],
)
def test_a_plan_is_for_the_race_that_its_last_run_is(title: str, race: Race | None) -> None:
    text = f"Date,Title\n2026-11-24,Easy 8 km\n2026-12-13,{title}\n"
    assert read(text).race is race


def test_of_the_runs_of_its_week_the_race_says_which_it_is() -> None:
    text = "Date,Title\n2026-12-11,Easy 5 km\n2026-12-13,Half marathon race\n"
    assert read(text).race is Race.HALF


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Date,Title\n2026-11-24,Rest\n2026-11-25,Dentist\n", id="no run in it"),
        pytest.param("", id="empty"),
        pytest.param("What a day!\n", id="a letter"),
    ],
)
def test_a_file_that_is_no_running_plan_is_refused_with_its_name(text: str) -> None:
    with pytest.raises(BefitError, match=r"plan\.csv"):
        read(text)


def test_a_calendar_with_more_titles_than_any_running_plan_is_told() -> None:
    event = "BEGIN:VEVENT\nDTSTART:20261124\nSUMMARY:Easy run {}\nEND:VEVENT\n"
    events = "".join([event.format(number) for number in range(2_001)])
    with pytest.raises(BefitError) as refused:
        read(f"BEGIN:VCALENDAR\n{events}END:VCALENDAR\n", file="plan.ics")
    assert refused.value.message == (
        "plan.ics has 2,001 different titles, and befit reads 2,000 at most."
    )


def test_a_plan_whose_every_event_is_left_out_says_why() -> None:
    event = "BEGIN:VEVENT\nDTSTART:20261124\nSUMMARY:Easy run\nSTATUS:CANCELLED\nEND:VEVENT\n"
    with pytest.raises(BefitError, match="that is to come: event 1, 'Easy run' is cancelled"):
        read(f"BEGIN:VCALENDAR\n{event}END:VCALENDAR\n", file="plan.ics")


@pytest.mark.parametrize(
    ("easy", "number", "long"),
    [
        pytest.param("5 mi easy", "8", ["sun long"], id="miles, as the others"),
        pytest.param("10 km easy", "8", [""], id="kilometres, as the others"),
        pytest.param("5 mi easy", "7-8", ["sun long"], id="the longer of two"),
    ],
)
def test_a_number_alone_is_a_distance_in_the_unit_of_the_plan(
    easy: str, number: str, long: list[str]
) -> None:
    text = f"Date,Title\n2026-11-24,{easy}\n2026-11-26,{easy}\n2026-11-29,{number}\n"
    assert key_runs(read(text)) == long
