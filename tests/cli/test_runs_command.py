"""`befit runs`, and strength laid round a running plan, as a runner says it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from set_clock import at
from typer.testing import CliRunner, Result

from befit_cli.cli import app

FILES = Path(__file__).parents[1] / "data" / "running-plans"
SCHEDULE = str(FILES / "01-calendarhack.yaml")
FEED = str(FILES / "06-feed.ics")
ALL_DAY = str(FILES / "05-all-day.ics")
GUESSES = str(FILES / "04-week-grid.csv")
PROFILE = """\
# Mine.
race: 10k
race-date: 2026-12-20
start: 2026-11-23
hard: wed  # with the club
long-run: sun
"""
THURSDAY = "2026-11-26"


@pytest.fixture(autouse=True)
def nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a profile, on a Thursday."""
    monkeypatch.setenv("BEFIT_PROFILE", "")
    at(monkeypatch, THURSDAY)


@pytest.fixture
def profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nobody: None) -> Path:
    path = tmp_path / "profile.yaml"
    path.write_text(PROFILE)
    monkeypatch.setenv("BEFIT_PROFILE", str(path))
    return path


def befit(*arguments: str, columns: int = 400) -> Result:
    return CliRunner().invoke(app, list(arguments), env={"COLUMNS": str(columns)})


def done(*arguments: str, columns: int = 400) -> Result:
    result = befit(*arguments, columns=columns)
    assert result.exit_code == 0, result.stderr
    return result


def understood(*arguments: str) -> list[dict[str, Any]]:
    weeks: list[dict[str, Any]] = json.loads(done("runs", *arguments, "-f", "json").stdout)["weeks"]
    return weeks


def runs(*arguments: str) -> list[dict[str, Any]]:
    """The key runs of each week of the block."""
    weeks = json.loads(done("block", "-f", "json", *arguments).stdout)["weeks"]
    return [week["runs"] for week in weeks]


def test_each_week_is_shown_with_its_runs_their_kinds_and_what_told_them() -> None:
    lines = done("runs", ALL_DAY, columns=80).stdout.splitlines()
    week = lines.index("Week 2 · from 30 Nov")
    assert [" ".join(line.split()) for line in lines[week + 1 : week + 4]] == [
        "Tue easy Easy 5 mi with 6 x 100 m strides by: Easy",
        "Thu hard 5 x 1,000 m at 5K pace by: 5 x 1,000 m",
        "Sun long Long run 8 mi by: Long run",
    ]


def test_on_a_narrow_terminal_a_run_stands_below_its_day() -> None:
    lines = [line.strip() for line in done("runs", ALL_DAY, columns=40).stdout.splitlines()]
    assert lines[lines.index("Week 3 · from 7 Dec") + 1 :][:4] == [
        "Sat race",
        "5K tune-up race",
        "Sun long",
        "Long run 8 mi",
    ]


def test_what_is_not_sure_is_told_with_the_line_that_corrects_it() -> None:
    told = " ".join(done("runs", GUESSES).stdout.split())
    assert "Not sure of these; correct what is wrong" in told
    assert f"Week 1, Saturday: long? 2h run befit runs {GUESSES} --as '2h run=easy'" in told


def test_who_names_a_profile_corrects_that_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("ana.yaml").write_text(PROFILE)
    Path("grid.csv").write_bytes(Path(GUESSES).read_bytes())
    told = " ".join(done("runs", "grid.csv", "--profile", "ana.yaml").stdout.split())
    assert "befit runs grid.csv --profile ana.yaml --as '3h run=easy'" in told
    assert "befit plan --runs grid.csv --profile ana.yaml plans round it." in told


def test_what_is_no_run_is_told_with_its_place() -> None:
    told = " ".join(done("runs", FEED).stdout.split())
    assert "Wed no run Gym strength" in told
    assert "Left out event 6 'Tempo 20 min' is cancelled" in told


def test_for_a_program_each_day_has_its_kind_title_sign_and_whether_it_is_sure() -> None:
    week = understood(FEED)[0]
    assert week["starts"] == "2026-11-23"
    assert week["days"]["tue"] == {
        "kind": "hard",
        "title": "Interval session: 8 x 400m",
        "sign": "8 x 400m",
        "sure": True,
    }


def test_a_plan_without_dates_has_none_until_the_race_has_one() -> None:
    assert [week["starts"] for week in understood(SCHEDULE)] == [None] * 4
    dated = understood(SCHEDULE, "--race-date", "2027-04-18")
    assert [week["starts"] for week in dated] == [
        "2027-03-22",
        "2027-03-29",
        "2027-04-05",
        "2027-04-12",
    ]


def test_the_file_may_be_the_one_of_the_profile(profile: Path) -> None:
    profile.write_text(f"{PROFILE}runs: {FEED}\n")
    assert understood()[0]["starts"] == "2026-11-23"


def test_without_a_file_it_says_how_to_name_one() -> None:
    result = befit("runs")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("Which file is your running plan? Say befit runs plan.ics")


def test_nothing_is_changed_by_looking(profile: Path) -> None:
    done("runs", FEED)
    assert profile.read_text() == PROFILE


def test_what_is_corrected_is_kept_in_the_profile_and_shown(profile: Path) -> None:
    done("runs", ALL_DAY, "--as", "tune-up=easy", "--as", "24.11.2026=easy")
    assert profile.read_text().startswith(PROFILE)
    assert profile.read_text().endswith("runs-as:\n  2026-11-24: easy\n  tune-up: easy\n")
    first, _, third = understood(ALL_DAY)
    assert (first["days"]["tue"]["kind"], third["days"]["sat"]["kind"]) == ("easy", "easy")


def test_a_correction_takes_the_place_of_the_one_about_the_same(profile: Path) -> None:
    done("runs", ALL_DAY, "--as", "tune-up=easy")
    once = profile.read_text()
    done("runs", ALL_DAY, "--as", "Tune-Up=hard")
    assert profile.read_text() == once.replace("tune-up: easy", "tune-up: hard")


def test_a_correction_needs_a_profile_to_be_kept_in() -> None:
    result = befit("runs", FEED, "--as", "tempo=easy")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == ("There is no profile yet. Say befit init first: --as is kept there.\n")


def test_a_block_has_the_runs_of_each_week_of_the_plan() -> None:
    weeks = runs("--runs", ALL_DAY, "--weeks", "4", "--start", "2026-11-23")
    assert [(week["hard"], week["long"], week["source"]) for week in weeks] == [
        (["tue"], ["sun"], "plan"),
        (["thu"], ["sun"], "plan"),
        (["sat"], ["sun"], "plan"),
        (["tue"], ["sun"], "profile"),
    ]


def test_a_plan_without_dates_ends_with_the_block() -> None:
    weeks = runs("--runs", SCHEDULE, "--race-date", "2026-12-27")
    assert [week["hard"] for week in weeks] == [["tue"], ["tue"], ["thu"], ["sat"], ["wed"]]
    assert weeks[-1]["race"] == "sun"


def test_where_nobody_says_how_long_the_block_is_it_is_as_long_as_the_plan() -> None:
    assert len(runs("--runs", SCHEDULE)) == 4


def test_what_the_running_plan_said_is_told_and_not_assumed() -> None:
    told = done("plan", "--runs", SCHEDULE).stderr
    assert "From your running plan: 10k, long run Sunday, hard run Tuesday, weeks 4." in told
    assert "hard run" not in told.partition("Assumed:")[2]


def test_what_an_option_says_beats_the_running_plan_of_the_profile(profile: Path) -> None:
    profile.write_text(f"{PROFILE}runs: {ALL_DAY}\n")
    *before, race_week = [week["hard"] for week in runs("--hard", "fri")]
    assert before == [["fri"]] * 3
    # Two days before the race nobody runs hard.
    assert race_week == []


def test_what_a_week_has_otherwise_beats_the_running_plan(profile: Path) -> None:
    profile.write_text(f"{PROFILE}runs: {ALL_DAY}\n")
    before = runs()
    done("adjust", "--week", "2", "--hard", "fri")
    after = runs()
    assert (after[1]["hard"], after[1]["long"], after[1]["source"]) == (
        ["fri"],
        ["sun"],
        "adjusted",
    )
    assert [after[place] for place in (0, 2, 3)] == [before[place] for place in (0, 2, 3)]


def test_none_leaves_the_running_plan_of_the_profile_out(profile: Path) -> None:
    profile.write_text(f"{PROFILE}runs: {ALL_DAY}\n")
    assert {week["source"] for week in runs("--runs", "none")} == {"profile"}


def test_a_session_says_the_run_as_the_plan_calls_it() -> None:
    session = json.loads(
        done("plan", "--week", "2", "--runs", ALL_DAY, "--start", "2026-11-23", "-f", "json").stdout
    )["weeks"][0]["sessions"][0]
    assert "5 x 1,000 m at 5K pace" in session["why"]


@pytest.mark.parametrize(
    ("file", "found"),
    [
        pytest.param("gone.ics", "There is no file gone.ics.", id="no file"),
        pytest.param(".", ". is not a file.", id="a folder"),
        pytest.param(
            "webcal://example.org/plan.ics",
            "--runs 'webcal://example.org/plan.ics' is an address, and befit uses no network. "
            "Download it first, and name the file.",
            id="an address",
        ),
        pytest.param(__file__, f"{__file__} ", id="something else"),
    ],
)
@pytest.mark.parametrize("command", ["plan", "block", "today"])
def test_what_is_no_running_plan_is_told(command: str, file: str, found: str) -> None:
    result = befit(command, "--runs", file)
    assert result.exit_code in (1, 2)
    assert result.stdout == ""
    assert result.stderr.startswith(found)


@pytest.mark.parametrize(
    "race_on",
    [pytest.param("2024-12-01", id="of years ago"), pytest.param("2029-12-01", id="of years on")],
)
def test_a_race_of_the_plan_that_befit_cannot_plan_for_is_a_matter_of_the_plan(
    race_on: str, tmp_path: Path
) -> None:
    file = tmp_path / "plan.csv"
    file.write_text(f"Date,Title\n{race_on},10K race\n")
    refused = befit("block", "--runs", str(file))
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert "Your running plan says so: Give the plan of your next race" in refused.stderr
    assert befit("block", "--runs", str(file), "--weeks", "8").exit_code == 0


def test_no_race_date_beats_that_of_the_running_plan(tmp_path: Path) -> None:
    file = tmp_path / "plan.csv"
    file.write_text("Date,Title\n2026-11-24,Tempo\n2026-12-20,10K race\n")
    assert len(runs("--runs", str(file))) == 4
    assert len(runs("--runs", str(file), "--race-date", "none")) == 10


def test_a_plan_is_shown_with_the_year_that_it_is_of(tmp_path: Path) -> None:
    file = tmp_path / "plan.csv"
    file.write_text("Date,Title\n2024-11-26,Tempo\n")
    assert "from Mon 25 Nov 2024" in done("runs", str(file)).stdout


def test_a_race_that_moves_for_one_week_is_no_race_on_its_day_before(profile: Path) -> None:
    profile.write_text(f"{PROFILE}runs: {ALL_DAY}\n")
    assert runs()[2]["tune_ups"] == ["sat"]
    done("adjust", "--week", "3", "--hard", "fri")
    assert "tune_ups" not in runs()[2]


def test_runs_with_one_title_that_are_not_sure_are_told_once(profile: Path, tmp_path: Path) -> None:
    file = tmp_path / "plan.csv"
    hilly = "Hilly {6:10} with the club, past the lake and the mill, and then back home"
    days = ["2026-11-24", "2026-12-01", "2026-12-08"]
    file.write_text("Date,Title\n" + "".join(f'{day},"{hilly}"\n' for day in days))
    told = " ".join(done("runs", str(file)).stdout.split())
    about = "Hilly 10 km with the club, past the lake and the mill, and"
    assert f"Tue 24 Nov 2026 and 2 more: hard? {about}" in told
    assert f"--as '{about}=easy'" in told
    assert told.count("--as") == 1
    kinds = [week["days"]["tue"]["kind"] for week in understood(str(file), "--as", f"{about}=easy")]
    assert kinds == ["easy"] * 3


def test_a_profile_that_cannot_be_changed_is_left_as_it_is(profile: Path) -> None:
    odd = f"{PROFILE}name: 2026-02-30\nruns-as: {{Tempo: easy}}\n"
    profile.write_text(odd)
    refused = befit("runs", ALL_DAY, "--as", "Easy=hard")
    assert refused.exit_code == 1
    assert "was left as it is" in refused.stderr
    assert profile.read_text() == odd


@pytest.mark.parametrize(
    "about",
    [
        pytest.param("\U0001f3c3\u200d\u2640\ufe0f Easy", id="an emoji of two"),
        pytest.param("Easy:\nrun", id="two lines"),
        pytest.param("Easy " * 19 + "Easy", id="as long as may be"),
        pytest.param("Easy run: 'a' \"b\" {c} [d] ? - | > & * ! %", id="marks of YAML"),
        pytest.param("? Easy", id="a key's mark"),
        pytest.param("null", id="nothing"),
        pytest.param("0x1F", id="a number"),
    ],
)
def test_whatever_is_corrected_is_read_again(about: str, profile: Path) -> None:
    done("runs", ALL_DAY, "--as", "Other=easy", "--as", f"{about}=hard")
    done("runs", ALL_DAY, "--as", f"{about}=easy")
    assert profile.read_text().count(": easy") == 2


@pytest.mark.parametrize(
    ("correction", "told"),
    [
        pytest.param("tune-up=easy", False, id="a run of the plan"),
        pytest.param("Nosuch=hard", True, id="no title has it"),
        pytest.param("2030-01-01=other", True, id="no day of the plan"),
    ],
)
def test_a_correction_that_is_about_no_run_is_told(
    correction: str, told: bool, profile: Path
) -> None:
    said = done("runs", ALL_DAY, "--as", correction).stderr
    assert ("No run of the plan is another for it" in said) is told


def test_nothing_is_kept_where_the_plan_cannot_be_read(profile: Path) -> None:
    assert befit("runs", "nosuch.ics", "--as", "Easy=hard").exit_code == 1
    assert profile.read_text() == PROFILE


def test_weeks_that_a_plan_leaves_out_are_told_together(tmp_path: Path) -> None:
    file = tmp_path / "plan.csv"
    days = ["2026-11-24", "2026-12-08", "2027-01-05"]
    file.write_text("Date,Title\n" + "".join(f"{day},Tempo\n" for day in days))
    lines = done("runs", str(file)).stdout.splitlines()
    headings = [line for line in lines if line.startswith("Week")]
    assert headings == [
        "Week 1 · from 23 Nov",
        "Week 2 · from 30 Nov",
        "Week 3 · from 7 Dec",
        "Weeks 4-6",
        "Week 7 · from 4 Jan",
    ]
