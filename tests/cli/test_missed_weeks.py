"""R78: what the commands show of a block that waits for a week that was missed."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from kept_profile import PROFILE, history, kept
from set_clock import at
from typer.testing import CliRunner, Result

from befit_cli.cli import app
from befit_cli.values import SessionLog

UNDATED = PROFILE.replace("race-date: 2027-02-14\n", "")
"""A block of twelve weeks, to 14 February."""
FIRST_WEEKS = ("2026-11-29", "2026-12-06")
"""The last days of weeks 1 and 2, whose sessions are logged."""
IN_WEEK_4 = "2026-12-15"


def befit(*arguments: str) -> Result:
    result = CliRunner().invoke(app, list(arguments), env={"COLUMNS": "200"})
    assert result.exit_code == 0, result.stderr
    return result


def kept_log(folder: Path, monkeypatch: pytest.MonkeyPatch, profile: str = UNDATED) -> Path:
    """Somebody who did all of two weeks, and nothing of the third; it is the fourth."""
    path = kept(folder, monkeypatch, FIRST_WEEKS[0], profile)
    for day in FIRST_WEEKS:
        at(monkeypatch, day)
        befit("done", "all")
    at(monkeypatch, IN_WEEK_4)
    return path


@pytest.fixture
def profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return kept_log(tmp_path, monkeypatch)


def planned(*arguments: str) -> dict[str, Any]:
    plan: dict[str, Any] = json.loads(befit(*arguments, "-f", "json").stdout)
    return plan


def words(*arguments: str) -> str:
    """What befit shows, without its line ends."""
    return " ".join(befit(*arguments).stdout.split())


def uids(text: str) -> list[str]:
    return re.findall("^UID:(.*?)\r?$", text, re.MULTILINE)


Asked = dict[str, tuple[int, int | None]]


def asked(session: dict[str, Any]) -> Asked:
    return {one["id"]: (one["sets"], one["reps"]) for one in session["exercises"]}


def logged(entry: SessionLog) -> Asked:
    """What the log says was asked."""
    works = {id_: work.asked for id_, (work,) in entry.did.items()}
    return {id_: (was.sets, was.reps) for id_, was in works.items() if was is not None}


def test_plan_and_block_have_the_same_week(profile: Path) -> None:
    (week,) = planned("plan")["weeks"]
    assert (week["number"], week["of"], week["waited"]) == (4, 13, [3])
    weeks = planned("block")["weeks"]
    assert len(weeks) == 13
    assert weeks[3]["sessions"] == week["sessions"]
    assert planned("plan", "--week", "4")["weeks"] == [week]


def test_the_plan_says_why_once(profile: Path) -> None:
    why = (
        "Nothing was done in week 3: this week has what it would have had, and your block ends a "
        "week later, on Sun 21 Feb 2027."
    )
    assert words("plan").count(why) == 1
    assert "Nothing was done" not in words("plan", "--week", "5")
    assert "Nothing was done this week, so your block waited" in words("plan", "--week", "3")


def test_block_shows_the_week_that_waited(profile: Path) -> None:
    (row,) = [line for line in befit("block").stdout.splitlines() if "7 Dec" in line]
    assert re.split(r" {2,}", row.strip()) == ["3", "7 Dec", "waited", "nothing was done"]


def test_today_and_adjust_are_of_that_week(profile: Path) -> None:
    assert "Week 4 of 13" in befit("today").stdout
    assert "Week 4 of 13" in befit("adjust", "--week", "4", "--minutes", "40").stdout


def test_done_is_of_that_week(profile: Path) -> None:
    first = planned("plan")["weeks"][0]["sessions"][0]
    befit("done")
    entry = history(profile).sessions[-1]
    assert entry.plan is not None
    assert (entry.plan.began, entry.plan.week) == (date(2026, 11, 23), 4)
    assert logged(entry) == asked(first)


@pytest.mark.parametrize("ending", ["md", "json"])
def test_check_and_export_read_it(ending: str, profile: Path, tmp_path: Path) -> None:
    file = tmp_path / f"block.{ending}"
    befit("block", "-o", str(file))
    befit("check", str(file))
    assert "nothing was done" in befit("export", str(file)).stdout


def test_no_event_of_a_calendar_is_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept(tmp_path, monkeypatch, FIRST_WEEKS[0], UNDATED)
    before = uids(befit("block", "-f", "ics").stdout)
    assert before
    kept_log(tmp_path, monkeypatch)
    assert uids(befit("block", "-f", "ics").stdout)[: len(before)] == before


def test_without_the_log_the_block_is_the_first_one_again(profile: Path) -> None:
    profile.with_name("log.yaml").unlink()
    weeks = planned("block")["weeks"]
    assert len(weeks) == 12
    assert not any("waited" in week for week in weeks)


def test_to_a_race_date_nothing_waits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept_log(tmp_path, monkeypatch, PROFILE)
    weeks = planned("block")["weeks"]
    assert len(weeks) == 12
    assert not any("waited" in week for week in weeks)


def test_the_same_log_on_the_same_day_has_the_same_bytes(profile: Path) -> None:
    assert befit("block", "-f", "json").stdout == befit("block", "-f", "json").stdout


def test_a_session_that_is_logged_afterwards_ends_the_waiting(profile: Path) -> None:
    befit("done", "2026-12-08")
    weeks = planned("block")["weeks"]
    assert len(weeks) == 12
    assert weeks[2]["sessions"][0]["status"] == "done"


def test_done_all_logs_the_weeks_as_they_were_without_waiting(
    profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(monkeypatch, "2026-12-20")
    usual = {
        (week["number"], session["slot"]): asked(session)
        for week in usual_block(profile)["weeks"]
        for session in week["sessions"]
    }
    befit("done", "all")
    assert len(planned("block")["weeks"]) == 12
    for entry in history(profile).sessions:
        assert entry.plan is not None
        assert logged(entry) == usual[entry.plan.week, entry.plan.slot]


def usual_block(profile: Path) -> dict[str, Any]:
    """The block as it is for who has no log."""
    log = profile.with_name("log.yaml")
    text = log.read_text()
    log.unlink()
    plan = planned("block")
    log.write_text(text)
    return plan


def test_days_off_wait_once_they_are_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept_log(tmp_path, monkeypatch)
    at(monkeypatch, FIRST_WEEKS[1])
    befit("off", "away", "2026-12-07..2026-12-13")
    assert len(planned("block")["weeks"]) == 12
    at(monkeypatch, IN_WEEK_4)
    weeks = planned("block")["weeks"]
    assert (len(weeks), weeks[3]["waited"]) == (13, [3])
    assert weeks[2]["sessions"] == []


def test_a_block_that_waited_is_not_over_before_it_has_ended(
    profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for week in range(10):
        at(monkeypatch, str(date(2026, 12, 20) + timedelta(weeks=week)))
        befit("done", "tue")
    at(monkeypatch, "2027-02-16")
    assert "Week 13 of 13" in befit("plan").stdout


def test_a_running_plan_without_dates_does_not_wait(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    columns = "Week,Monday,Tuesday,Wednesday,Thursday,Friday,Saturday,Sunday"
    cells = []
    for number in range(1, 13):
        week = ["Easy"] * 6 + ["Long run 15 km"]
        week[number % 5] = "Intervals 6 x 800 m"
        cells.append(",".join([str(number), *week]))
    (tmp_path / "runs.csv").write_text("\n".join([columns, *cells]))
    named = UNDATED.replace("hard: tue, thu\nlong-run: sun\n", f"runs: {tmp_path / 'runs.csv'}\n")
    kept(tmp_path, monkeypatch, FIRST_WEEKS[0], named)
    before = [week["runs"] for week in planned("block")["weeks"]]
    kept_log(tmp_path, monkeypatch, named)
    after = [week["runs"] for week in planned("block")["weeks"]]
    assert (len(before), len(after)) == (12, 13)
    assert len({str(runs["hard"]) for runs in before}) == 5
    assert after[:12] == before
