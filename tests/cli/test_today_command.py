"""`befit today`: the session at hand, for whoever the profile and the options say."""

from __future__ import annotations

from pathlib import Path

import pytest
from set_clock import at
from typer.testing import CliRunner, Result

from befit_cli.cli import app

PROFILE = """\
race: half
race-date: 2027-02-14
start: 2026-11-23
hard: wed
long-run: sun
"""
"""Whose sessions stand on Wednesday and Friday."""


@pytest.fixture
def profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "profile.yaml"
    path.write_text(PROFILE)
    monkeypatch.setenv("BEFIT_PROFILE", str(path))
    return path


def befit(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments), env={"COLUMNS": "100"})


def heading(*arguments: str) -> str:
    result = befit("today", *arguments)
    assert result.exit_code == 0, result.stderr
    return result.stdout.partition(" · ")[0].strip()


def test_a_qr_code_comes_alone_on_stdout(profile: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    at(monkeypatch, "2026-11-24")
    result = befit("today", "--qr")
    assert result.exit_code == 0, result.stderr
    lines = result.stdout.splitlines()
    assert {len(line) for line in lines} == {2 * len(lines) - 1}
    assert set(result.stdout) == set("█▀▄ \n")


def test_on_the_day_of_the_race_there_is_no_session_for_a_code(
    profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(monkeypatch, "2027-02-14")
    result = befit("today", "--qr")
    assert result.stdout.startswith("Race day: good luck")


@pytest.mark.parametrize(
    ("now", "day", "told"),
    [
        pytest.param("2026-11-25", (), "Wednesday 25 Nov", id="today's session"),
        pytest.param("2026-11-24", (), "Nothing today; next: Wednesday 25 Nov", id="the next"),
        pytest.param(
            "2026-11-28", (), "Nothing today; next: Wednesday 2 Dec", id="over the week's end"
        ),
        pytest.param(
            "2026-11-20", (), "Nothing today; next: Wednesday 25 Nov", id="before the block"
        ),
        pytest.param("2026-11-24", ("wed",), "Wednesday 25 Nov", id="a day of this week"),
        pytest.param("2026-11-26", ("wed",), "Wednesday 2 Dec", id="a day of next week"),
        pytest.param("2026-11-24", ("tomorrow",), "Wednesday 25 Nov", id="tomorrow"),
        pytest.param(
            "2026-11-25",
            ("thu",),
            "Nothing on Thursday 26 Nov; next: Friday 27 Nov",
            id="another day without a session",
        ),
        pytest.param("2026-11-26", ("2026-11-25",), "Wednesday 25 Nov", id="a day that is past"),
        pytest.param(
            "2027-02-14",
            (),
            "Race day: good luck with your half marathon!",
            id="the day of the race",
        ),
        pytest.param(
            "2027-02-13",
            (),
            "No session is left before your race on Sunday 14 Feb: rest, and run easily.",
            id="the day before",
        ),
    ],
)
def test_which_session_it_is(
    now: str,
    day: tuple[str, ...],
    told: str,
    profile: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    at(monkeypatch, now)
    assert heading(*day) == told


def test_it_is_the_session_that_plan_has(profile: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    at(monkeypatch, "2026-12-04")
    table = befit("today").stdout.partition("Exercise ")[2].partition("\nWeek ")[0]
    told = befit("plan").stdout.partition("Friday 4 Dec · today")[2]
    for line in filter(None, table.splitlines()[2:]):
        assert line.split("  ")[0] in told


def test_its_last_line_says_what_comes_next_in_the_next_week_too(
    profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(monkeypatch, "2026-11-27")
    last = befit("today").stdout.splitlines()[-1]
    assert last.startswith("Week 1 of 12, session 2 of 2; next: Wednesday 2 Dec, ")


def test_it_takes_the_options_of_plan(profile: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    at(monkeypatch, "2026-11-25")
    usual = befit("today").stdout
    assert "Backpack" in usual
    assert "Backpack" not in befit("today", "--kit", "none").stdout
    assert heading("--hard", "tue", "--days", "tue,fri", "tue") == "Tuesday 1 Dec"


def test_a_race_that_moves_is_told_as_plan_tells_it(
    profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(monkeypatch, "2026-12-09")
    moved = ("--race-date", "2027-03-14")
    remark = "Your race moved: week 3 of 16 now, and not of 12. --start today begins anew.\n"
    assert befit("today", *moved).stderr.startswith(remark)
    assert remark in befit("plan", *moved).stderr


@pytest.mark.parametrize(
    ("now", "arguments", "sentence"),
    [
        pytest.param("2027-02-15", (), "The race on 2027-02-14 is over.", id="the race is over"),
        pytest.param("2026-11-25", ("soon",), "DAY 'soon' is not a day.", id="no day"),
        pytest.param("2026-11-25", ("thu", "fri"), "DAY 'thu fri' is not a day.", id="two days"),
    ],
)
def test_what_cannot_be_shown_is_one_sentence(
    now: str,
    arguments: tuple[str, ...],
    sentence: str,
    profile: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    at(monkeypatch, now)
    result = befit("today", *arguments)
    assert (result.exit_code != 0, result.stdout) == (True, "")
    assert result.stderr.startswith(sentence)


def test_without_a_profile_it_says_what_it_assumed(monkeypatch: pytest.MonkeyPatch) -> None:
    at(monkeypatch, "2026-11-23")
    assert befit("today").stderr.startswith("Assumed: 10k (--race)")
