"""A calendar that is imported again after a change: read by vobject, kept as a phone keeps it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import vobject
from set_clock import at
from typer.testing import CliRunner

from befit_cli.cli import app

MONDAY = "2026-11-23"
RUNNER = {
    "--name": "Ana",
    "--race": "half",
    "--start": MONDAY,
    "--race-date": "2027-01-31",
    "--sessions": "3",
    "--kit": "home,dumbbell",
}
A_WEEK_LATER = "2026-11-30"

Events = dict[str, Any]
"""Events by their UIDs."""


@pytest.fixture(autouse=True)
def _a_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    at(monkeypatch, MONDAY)


def befit(*arguments: str) -> str:
    result = CliRunner().invoke(app, list(arguments))
    assert result.exit_code == 0, result.stderr
    return result.stdout


def calendar(text: str) -> Events:
    """The calendar's events; no two of them are one."""
    events = vobject.readOne(text).vevent_list
    by_uid = {event.uid.value: event for event in events}
    assert len(by_uid) == len(events)
    return by_uid


def block(changes: dict[str, str] | None = None) -> Events:
    """The runner's block, with some options changed."""
    options = RUNNER | (changes or {})
    said = [word for option in options.items() for word in option]
    return calendar(befit("block", *said, "-f", "ics"))


def imported(before: Events, after: Events) -> Events:
    """What a phone has after both imports: of two events with one UID the later, which is the one
    with the higher SEQUENCE.
    """
    kept = dict(before)
    for uid, event in after.items():
        if uid not in kept or int(event.sequence.value) > int(kept[uid].sequence.value):
            kept[uid] = event
    return kept


@pytest.fixture
def before() -> Events:
    """What the runner imported first."""
    return block()


@pytest.fixture
def _a_week_later(before: Events, monkeypatch: pytest.MonkeyPatch) -> None:
    at(monkeypatch, A_WEEK_LATER)


@pytest.mark.of_a_kind(4)
@pytest.mark.usefixtures("_a_week_later")
@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"--kit": "none"}, id="kit"),
        pytest.param({"--niggle": "achilles"}, id="niggle"),
        pytest.param({"--hard": "tue,fri"}, id="hard days"),
        pytest.param({"--minutes": "20"}, id="minutes"),
        pytest.param({"--race-date": "2027-01-30"}, id="race date"),
        pytest.param({"--at": "18:30", "--tz": "Europe/Berlin", "--remind": "30"}, id="time"),
        pytest.param({"--level": "advanced", "--swap": "squats=lunges"}, id="level and exercises"),
    ],
)
def test_after_a_change_every_event_is_the_new_one_and_none_is_doubled(
    changes: dict[str, str], before: Events
) -> None:
    after = block(changes)
    assert imported(before, after) == after
    assert len(after) == len(before)
    assert [event.serialize() for event in after.values()] != [
        event.serialize() for event in before.values()
    ]


def test_an_adjusted_week_moves_its_sessions_and_doubles_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    profile = tmp_path / "profile.yaml"
    lines = [f"{option.removeprefix('--')}: {said}\n" for option, said in RUNNER.items()]
    profile.write_text("".join(lines))
    monkeypatch.setenv("BEFIT_PROFILE", str(profile))
    at(monkeypatch, MONDAY)
    before = calendar(befit("block", "-f", "ics"))
    at(monkeypatch, A_WEEK_LATER)
    befit("adjust", "--off", "mon")
    after = calendar(befit("block", "-f", "ics"))
    kept = imported(before, after)
    assert kept == after
    assert after.keys() == before.keys()
    moved = {
        before[uid].dtstart.value.day: event.dtstart.value.day
        for uid, event in after.items()
        if event.dtstart.value != before[uid].dtstart.value
    }
    assert moved == {30: 1}


@pytest.mark.parametrize("race", ["10k", "half", "marathon"])
def test_a_later_race_brings_its_weeks_and_leaves_nothing_of_the_old_one(race: str) -> None:
    before = block({"--race": race, "--race-date": "2027-02-02"})
    *_, last = before.values()
    assert last.summary.value == "Race week: no strength"
    after = block({"--race": race, "--race-date": "2027-02-14"})
    assert len(after) > len(before)
    assert before.keys() <= after.keys()


HINT = "To update this calendar in a later week, say --start 2026-11-23 too; befit init keeps it"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param(("block", "-f", "ics"), True, id="a block that begins today"),
        pytest.param(("plan", "-f", "ics", "--week", "2"), True, id="a week of it"),
        pytest.param(
            ("block", "-f", "ics", "--start", MONDAY), False, id="one whose start is said"
        ),
        pytest.param(("block", "-f", "json"), False, id="no calendar"),
    ],
)
def test_who_says_no_start_is_told_how_to_keep_their_events(
    arguments: tuple[str, ...], told: bool
) -> None:
    result = CliRunner().invoke(app, list(arguments), env={"COLUMNS": "200"})
    assert (HINT in result.stderr) is told


def test_the_same_day_gives_the_same_bytes() -> None:
    said = [word for option in RUNNER.items() for word in option]
    assert befit("block", *said, "-f", "ics") == befit("block", *said, "-f", "ics")


def test_a_calendar_is_of_the_day_on_which_it_is_written(before: Events) -> None:
    assert {event.sequence.value for event in before.values()} == {"2518"}


@pytest.mark.of_a_kind(2)
@pytest.mark.parametrize("saved", ["block.md", "block.json"])
@pytest.mark.parametrize("changes", [{}, {"--race": "10k"}], ids=["half", "10k"])
def test_a_saved_plan_has_the_events_of_the_plan_that_it_came_from(
    saved: str, changes: dict[str, str], tmp_path: Path
) -> None:
    said = [word for option in (RUNNER | changes).items() for word in option]
    file = tmp_path / saved
    befit("block", *said, "-o", str(file))
    assert calendar(befit("export", str(file), "-f", "ics")).keys() == block(changes).keys()


def test_a_session_that_is_moved_in_markdown_is_moved_in_the_calendar(
    before: Events, tmp_path: Path
) -> None:
    said = [word for option in RUNNER.items() for word in option]
    week = tmp_path / "week.md"
    befit("plan", *said, "-o", str(week))
    text = week.read_text()
    assert "### Monday 23" in text
    week.write_text(text.replace("### Monday 23", "### Saturday 28"))
    moved = calendar(befit("export", str(week), "-f", "ics"))
    first, *others = list(before)[:3]
    assert [*moved] == [*others, first]
    assert moved[first].dtstart.value == date(2026, 11, 28)
    assert moved[first].summary.value == before[first].summary.value


def test_a_week_by_itself_has_the_events_that_it_has_in_its_block(before: Events) -> None:
    said = [word for option in RUNNER.items() for word in option]
    week = calendar(befit("plan", *said, "--week", "4", "-f", "ics"))
    assert len(week) == 3
    assert week.keys() <= before.keys()
