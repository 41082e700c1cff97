"""`befit log`: what was done, for whoever has a log."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from kept_profile import kept
from set_clock import at
from typer.testing import CliRunner, Result

from befit_cli.cli import app
from befit_cli.log.log_file import append
from befit_cli.values import Off, PlanPlace, SessionLog, TimeAway, Work

EARLIER = SessionLog(
    date=date(2026, 11, 18),
    minutes=25,
    did={"squats": (Work(form="Barbell squat", reps=(5, 5), kg=(60,)),)},
)
"""What was done before the block began."""


@pytest.fixture
def profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = kept(tmp_path, monkeypatch, "2026-12-04")
    append(path.with_name("log.yaml"), EARLIER)
    assert befit("done", "2026-11-24").exit_code == 0
    return path


def befit(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments), env={"COLUMNS": "100"})


def shown(*arguments: str) -> str:
    """What befit log prints."""
    result = befit("log", *arguments)
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout


def refused(*arguments: str) -> tuple[int, str]:
    """Its exit code and what it says where it prints nothing."""
    result = befit("log", *arguments)
    assert result.stdout == ""
    return result.exit_code, " ".join(result.stderr.split())


def weeks(*arguments: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(shown("-f", "json", *arguments))
    return found


def test_each_week_stands_against_its_plan(profile: Path) -> None:
    header, _, *rows = shown().splitlines()[2:7]
    assert header.split() == ["Week", "Starts", "Sessions", "Sets", "Minutes"]
    assert [row[:23].split() for row in rows] == [
        ["16", "Nov", "1"],
        ["1", "23", "Nov", "1", "of", "2"],
        ["2", "30", "Nov", "0", "of", "2"],
    ]


def test_json_has_the_same_weeks(profile: Path) -> None:
    found = [(week["starts"], week["week"], len(week["sessions"])) for week in weeks()]
    assert found == [("2026-11-16", None, 1), ("2026-11-23", 1, 2), ("2026-11-30", 2, 2)]
    done = [session["date"] for session in weeks()[1]["sessions"]]
    assert done == ["2026-11-24", None]


@pytest.mark.parametrize(
    ("number", "starts"),
    [
        pytest.param("1", ["2026-11-30"], id="this one"),
        pytest.param("2", ["2026-11-23", "2026-11-30"], id="two"),
        pytest.param("9", ["2026-11-16", "2026-11-23", "2026-11-30"], id="more than there are"),
    ],
)
def test_only_the_last_weeks(number: str, starts: list[str], profile: Path) -> None:
    assert [week["starts"] for week in weeks("--weeks", number)] == starts


def table(*arguments: str) -> list[dict[str, str]]:
    text = shown("-f", "csv", *arguments).removeprefix("\ufeff")
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.mark.parametrize(
    ("said", "days"),
    [
        pytest.param((), ["2026-11-18", "2026-11-24"], id="all"),
        pytest.param(("--weeks", "2"), ["2026-11-24"], id="the last weeks"),
        pytest.param(("--weeks", "1"), [], id="a week in which nothing was done"),
    ],
)
def test_csv_has_a_row_for_each_exercise(
    said: tuple[str, ...], days: list[str], profile: Path
) -> None:
    assert sorted({row["date"] for row in table(*said)}) == days


def test_csv_of_one_exercise_has_no_other(profile: Path) -> None:
    assert {row["id"] for row in table("squat")} == {"squats"}
    assert {row["id"] for row in table()} > {"squats"}


def test_its_csv_has_the_separator_that_is_asked_for(profile: Path) -> None:
    text = shown("-f", "csv", "--csv-separator", "semicolon")
    assert text.startswith("\ufeffdate;id;form;")


def test_a_separator_without_a_table_is_refused(profile: Path) -> None:
    assert refused("--csv-separator", "tab") == (
        2,
        "--csv-separator is for a spreadsheet, and this output is none. Say -f csv too, or leave "
        "--csv-separator out.",
    )


@pytest.mark.parametrize("words", [("squat",), ("Squats",), ("barbell", "squat")])
def test_an_exercise_is_found_by_its_words(words: tuple[str, ...], profile: Path) -> None:
    text = shown(*words)
    assert text.startswith("Squats · ")
    assert "Best: Barbell squat, 2 × 5 at 60 kg, on Wed 18 Nov 2026" in text


def test_json_of_an_exercise_has_each_time(profile: Path) -> None:
    first, *_ = json.loads(shown("squat", "-f", "json"))
    assert (first["date"], first["strength"]) == ("2026-11-18", 70.0)


def test_what_comes_next_is_the_next_session_that_has_it(
    profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = json.loads(befit("block", "-f", "json").stdout)
    coming = [
        session["date"]
        for week in plan["weeks"]
        for session in week["sessions"]
        for exercise in session["exercises"]
        if exercise["id"] == "squats"
    ]
    first, second, third, *_ = map(date.fromisoformat, coming)
    # the first is done
    for today, then in (
        (first, second),
        (second, second),
        (second + timedelta(days=1), third),
        (third, third),
    ):
        at(monkeypatch, str(today))
        assert f"Next: {then:%A} {then.day} {then:%b}, " in shown("squat")


def test_time_off_is_told_with_its_weeks(profile: Path) -> None:
    ill = TimeAway(first=date(2026, 12, 1), last=None, why=Off.ILL)
    append(profile.with_name("log.yaml"), ill)
    result = befit("log")
    assert result.stdout.splitlines()[6].rstrip().endswith(" ill")


@pytest.mark.parametrize(
    ("said", "code", "sentence"),
    [
        pytest.param(
            ("-f", "xml"),
            2,
            "'xml' is not a format of the log. Say -f json or -f csv, or leave -f out for the "
            "terminal view.",
            id="a format",
        ),
        pytest.param(
            ("--weeks", "0"), 2, "--weeks 0 is no number of weeks. Say 1 or more.", id="no weeks"
        ),
        pytest.param(
            ("flarbs",),
            2,
            "There is no exercise 'flarbs'. befit exercises lists them all.",
            id="no exercise",
        ),
        pytest.param(
            ("nordics",),
            1,
            "Glute bridges are not in your log yet. In it are Squats, Romanian deadlifts, Calf "
            "raises, Pull-ups, Planks, Clamshells.",
            id="an exercise that was never done",
        ),
    ],
)
def test_what_it_cannot_show_it_says(
    said: tuple[str, ...], code: int, sentence: str, profile: Path
) -> None:
    assert refused(*said) == (code, sentence)


def test_an_exercise_that_was_never_done_is_an_empty_list_for_a_program(profile: Path) -> None:
    assert shown("nordics", "-f", "json") == "[]\n"
    assert table("nordics") == []


def test_an_empty_log_says_how_to_begin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BEFIT_LOG", str(tmp_path / "log.yaml"))
    assert refused() == (
        1,
        "Nothing is logged yet. After a session say befit done, and what was otherwise than "
        "planned.",
    )


def test_the_log_is_there_after_the_race(profile: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    at(monkeypatch, "2027-06-01")
    assert [week["starts"] for week in weeks()][-1] == "2027-02-08"
    assert "Next: it is in no session that is left of your block." in shown("squat")


def test_a_log_without_a_profile_has_no_plan(profile: Path) -> None:
    profile.unlink()
    log = profile.with_name("log.yaml")
    result = CliRunner().invoke(
        app, ["log", "-f", "json"], env={"BEFIT_LOG": str(log), "BEFIT_PROFILE": ""}
    )
    found = [(week["starts"], week["week"]) for week in json.loads(result.stdout)]
    assert found == [("2026-11-16", None), ("2026-11-23", None)]
    result = CliRunner().invoke(
        app, ["log", "squat"], env={"BEFIT_LOG": str(log), "BEFIT_PROFILE": ""}
    )
    assert result.stdout.startswith("Squats · ")
    assert "Next:" not in result.stdout


def test_an_exercise_that_nobody_knows_is_told(profile: Path) -> None:
    log = profile.with_name("log.yaml")
    log.write_text(log.read_text().replace("squats:", "sqats:", 1))
    result = befit("log")
    assert result.exit_code == 0
    assert (
        "'sqats' in your log is no exercise of your catalogue; did you mean 'squats'?"
        in " ".join(result.stderr.split())
    )


def test_a_log_with_a_fault_is_no_log(profile: Path) -> None:
    log = profile.with_name("log.yaml")
    with log.open("a") as file:
        file.write("- date: 2026-13-01\n")
    code, sentence = refused()
    lines = len(log.read_text().splitlines())
    assert code == 1
    assert sentence == f"{log}:{lines}:9: '2026-13-01' is not a date such as 2026-11-23"


def test_a_session_of_the_plan_knows_its_place(profile: Path) -> None:
    place = PlanPlace(began=date(2026, 11, 23), week=2, slot=1)
    append(profile.with_name("log.yaml"), SessionLog(date=date(2026, 12, 2), plan=place))
    planned = weeks()[2]["sessions"][0]
    assert (planned["planned"]["date"], planned["date"]) == ("2026-12-01", "2026-12-02")
