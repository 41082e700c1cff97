"""What is asked: an option beats the environment, that the profile, and that the default."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from set_clock import at
from strategies import CATALOGUE
from typer.testing import CliRunner, Result

from befit_cli.cli import app
from befit_cli.errors import BefitError, UsageError
from befit_cli.runner.beginning import week_on
from befit_cli.runner.request import Request, beginning_for, read_block, read_request
from befit_cli.runner.words import read_athlete
from befit_cli.values import History, Race, SessionLog, Work

MONDAY = ("--start", "2026-11-23")
EXERCISES = Path(__file__).parents[2] / "exercises.yaml"


@pytest.fixture
def profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A profile that is not written yet, and that the environment names."""
    path = tmp_path / "profile.yaml"
    monkeypatch.setenv("BEFIT_PROFILE", str(path))
    return path


def befit(*arguments: str, **environment: str) -> Result:
    return CliRunner().invoke(app, list(arguments), env={"COLUMNS": "200", **environment})


def planned(*arguments: str, command: str = "plan") -> dict[str, Any]:
    """The plan that befit makes, as a program reads it."""
    result = befit(command, *MONDAY, "-f", "json", *arguments)
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


@pytest.mark.parametrize(
    ("line", "option", "field", "values"),
    [
        pytest.param("race: half", "--race 5k", "race", ("5k", "half", "10k"), id="race"),
        pytest.param("sessions: 3", "--sessions 2", "sessions", (2, 3, 2), id="sessions"),
        pytest.param(
            "level: advanced",
            "--level intermediate",
            "level",
            ("intermediate", "advanced", "beginner"),
            id="level",
        ),
        pytest.param(
            "kit: band",
            "--kit none",
            "kit",
            ([], ["band"], ["backpack", "bench", "step", "towel"]),
            id="kit",
        ),
        pytest.param("minutes: 45", "--minutes 60", "minutes", (60, 45, 30), id="minutes"),
        pytest.param(
            "long-run: sat", "--long-run none", "long_run", (None, "sat", "sun"), id="long run"
        ),
        pytest.param(
            "hard: [tue, thu]",
            "--hard fri",
            "hard_runs",
            (["fri"], ["tue", "thu"], ["wed"]),
            id="hard runs",
        ),
        pytest.param("focus: hip", "--focus none", "focus", (None, "hip", None), id="focus"),
        pytest.param("niggle: shin", "--niggle none", "niggles", ([], ["shin"], []), id="niggles"),
        pytest.param(
            "without: lunges",
            "--without squats",
            "without",
            (["squats"], ["lunges"], []),
            id="exercises left out",
        ),
        pytest.param(
            "race-date: 2027-02-14",
            "--race-date none",
            "race_date",
            (None, "2027-02-14", None),
            id="race date",
        ),
        pytest.param(
            "days: mon, fri",
            "--days all",
            "days",
            (
                ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
                ["mon", "fri"],
                ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
            ),
            id="free days",
        ),
    ],
)
def test_an_option_beats_the_profile_which_beats_the_default(
    line: str, option: str, field: str, values: tuple[Any, Any, Any], profile: Path
) -> None:
    given, said, default = values
    profile.write_text("")
    assert planned()["athlete"][field] == default
    profile.write_text(f"{line}\n")
    assert planned()["athlete"][field] == said
    assert planned(*option.split())["athlete"][field] == given


def renamed(path: Path, name: str) -> str:
    """The path of befit's exercises with another name for the squats."""
    path.write_text(
        EXERCISES.read_text(encoding="utf-8").replace("name: Squats\n", f"name: {name}\n", 1),
        encoding="utf-8",
    )
    return str(path)


@pytest.mark.parametrize(
    ("given", "name"),
    [
        pytest.param({"option", "environment", "profile"}, "The option's", id="the option's first"),
        pytest.param({"environment", "profile"}, "The environment's", id="then the environment's"),
        pytest.param({"profile"}, "The profile's", id="then the profile's"),
        pytest.param(set(), "Squats", id="then befit's own"),
    ],
)
def test_whose_exercises_they_are(
    given: set[str], name: str, profile: Path, tmp_path: Path
) -> None:
    paths = {each: renamed(tmp_path / f"{each}-exercises.yaml", f"The {each}'s") for each in given}
    profile.write_text(f"catalogue: {paths['profile']}\n" if "profile" in given else "")
    option = ("--catalogue", paths["option"]) if "option" in given else ()
    shown = befit(
        "show", "squats", "-f", "json", *option, BEFIT_CATALOGUE=paths.get("environment", "")
    )
    assert json.loads(shown.stdout)["name"] == name


def test_a_plan_from_the_exercises_of_the_profile_is_checked_with_them(
    profile: Path, tmp_path: Path
) -> None:
    own = EXERCISES.read_text(encoding="utf-8").replace(
        "name: Bodyweight squat\n", "name: Slow knee bend\n", 1
    )
    (tmp_path / "own.yaml").write_text(own, encoding="utf-8")
    profile.write_text("catalogue: own.yaml\n")
    plan = tmp_path / "plan.md"
    befit("plan", *MONDAY, "-o", str(plan))
    assert "Slow knee bend" in plan.read_text(encoding="utf-8")
    assert befit("check", str(plan)).exit_code == 0


def test_what_the_profile_says_is_not_assumed(profile: Path) -> None:
    profile.write_text("race: half\nkit: home\nlevel: beginner\n")
    assert (
        "Assumed: 2 sessions (--sessions), 30 minutes (--minutes)" in befit("plan", *MONDAY).stderr
    )
    assert [befit(*command).stderr for command in (("exercises",), ("show", "squats"))] == ["", ""]


@pytest.mark.parametrize(
    "command", [("plan",), ("block",), ("exercises",), ("show", "squats")], ids=" ".join
)
def test_every_command_tells_the_faults_of_the_profile(
    command: tuple[str, ...], profile: Path
) -> None:
    profile.write_text("race: half\nkit: dumbell\nlevle: advanced\n")
    result = befit(*command)
    assert (result.exit_code, result.stdout) == (1, "")
    assert [line.split(" ")[0] for line in result.stderr.splitlines()] == [
        f"{profile}:2:6:",
        f"{profile}:3:1:",
    ]


def test_why_tells_where_the_profile_is_and_nothing_else_does(profile: Path) -> None:
    profile.write_text("race: half\n")
    assert f"Profile: {profile}" in befit("plan", *MONDAY, "--why").stderr
    assert "profile" not in befit("plan", *MONDAY).stderr.lower()


def test_a_length_beats_the_date_of_the_profile(profile: Path) -> None:
    profile.write_text("race-date: 2027-02-14\n")
    assert len(planned(command="block")["weeks"]) == 12
    assert len(planned("--weeks", "3", command="block")["weeks"]) == 3


def test_a_length_and_a_date_on_the_command_line_do_not_go_together(profile: Path) -> None:
    profile.write_text("race-date: 2027-02-14\n")
    result = befit("block", "--weeks", "3", "--race-date", "2027-01-10")
    assert result.exit_code == 2
    assert "--weeks and --race-date do not go together" in result.stderr


@pytest.mark.parametrize(
    ("date", "sentence"),
    [
        pytest.param("2026-11-22", "The race on 2026-11-22 is before 2026-11-23.", id="over"),
        pytest.param(
            "2027-11-14",
            "The race on 2027-11-14 is 51 weeks away, and a block has at most 30.",
            id="far away",
        ),
    ],
)
def test_a_race_of_the_profile_that_befit_cannot_plan_for_is_a_matter_for_init(
    date: str, sentence: str, profile: Path
) -> None:
    profile.write_text(f"race-date: {date}\n")
    refused = befit("plan", *MONDAY)
    hint = (
        "Your profile says so: befit init asks for another day, and --weeks 8 plans without one.\n"
    )
    assert (refused.exit_code, refused.stderr) == (1, f"{sentence} {hint}")
    assert befit("plan", *MONDAY, "--weeks", "8").exit_code == 0


@pytest.mark.parametrize("race", ["none", "off"])
def test_without_a_race_the_date_of_the_profile_does_not_count(race: str, tmp_path: Path) -> None:
    path = tmp_path / "profile.yaml"
    path.write_text("race: half\nrace-date: 2027-02-14\n")
    request = read_request({"race": race}, EXERCISES, path)
    assert (request.athlete.race, request.athlete.race_date) == (Race.NONE, None)
    assert len(read_block({"race": race}, request, TODAY).season) == 12


def test_a_race_of_the_command_line_that_is_over_is_no_matter_of_the_profile(profile: Path) -> None:
    profile.write_text("race-date: 2027-02-14\n")
    refused = befit("plan", *MONDAY, "--race-date", "2026-11-22")
    assert (
        refused.stderr
        == "The race on 2026-11-22 is before 2026-11-23. Give the date of your next race with "
        "--race-date.\n"
    )


def test_a_start_that_is_no_date_is_wrong_usage_whatever_the_profile_says(profile: Path) -> None:
    profile.write_text("race-date: 2027-02-14\n")
    refused = befit("plan", "--start", "soon")
    assert (refused.exit_code, refused.stderr) == (
        2,
        "--start 'soon' is not a day. Write it as YYYY-MM-DD, for example 2027-04-18, or say "
        "today, tomorrow or thu.\n",
    )


TODAY = date(2026, 12, 9)
"""A Wednesday."""


def asked(said: dict[str, str], given: dict[str, Any] | None = None) -> Request:
    """What the profile says, and what options do."""
    words = {**said, **(given or {})}
    return Request(words, read_athlete(words, CATALOGUE), CATALOGUE, said)


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        pytest.param(
            {"without": "lunges"},
            "--swap squats=lunges cannot be: lunges is left out itself. Say another exercise for "
            "squats, or --swap none.",
            id="left out",
        ),
        pytest.param(
            {"swap": "squats=lunges,lunges=pistol-squats"},
            "--swap squats=lunges cannot be: lunges is left out itself. Say another exercise for "
            "squats, or --swap none.",
            id="exchanged itself",
        ),
        pytest.param(
            {"swap": "squats=box-jumps", "niggle": "achilles", "kit": "gym"},
            "--swap squats=box-jumps cannot be: box-jumps is left out with your sore spot. Say "
            "another exercise for squats, or --swap none.",
            id="sore",
        ),
        pytest.param(
            {"swap": "squats=step-ups", "kit": "none"},
            "--swap squats=step-ups cannot be: step-ups has no form for your level and kit. befit "
            "show step-ups tells what each takes. Say another exercise for squats, or --swap none.",
            id="out of reach",
        ),
    ],
)
def test_an_exercise_that_nobody_could_do_is_no_exchange(
    said: dict[str, str], sentence: str
) -> None:
    with pytest.raises(UsageError) as refused:
        read_block({}, asked({"swap": "squats=lunges", **said}), TODAY)
    assert str(refused.value) == sentence


def test_an_exchange_that_can_be_is_the_athletes() -> None:
    request = asked({"swap": "squats=lunges,rdl=hip thrusts"})
    assert len(read_block({}, request, TODAY).season) == 10
    assert request.athlete.swap == (("romanian-deadlifts", "hip-thrusts"), ("squats", "lunges"))


@pytest.mark.parametrize(
    ("given", "said", "first", "week"),
    [
        pytest.param({}, {}, date(2026, 12, 7), 1, id="without a word, this week"),
        pytest.param(
            {},
            {"start": "2026-11-25"},
            date(2026, 11, 23),
            3,
            id="since the week of the profile's start",
        ),
        pytest.param(
            {},
            {"start": "2026-12-13"},
            date(2026, 12, 7),
            1,
            id="the profile's start is a day of this week",
        ),
        pytest.param(
            {}, {"start": "2026-12-21"}, date(2026, 12, 21), 1, id="a block that has not begun"
        ),
        pytest.param(
            {"start": "2026-11-30"},
            {"start": "2026-11-23"},
            date(2026, 11, 30),
            2,
            id="the option beats the profile",
        ),
        pytest.param(
            {"start": "today"}, {"start": "2026-11-23"}, date(2026, 12, 7), 1, id="begun anew"
        ),
        pytest.param(
            {"weeks": 8},
            {"start": "2026-11-23"},
            date(2026, 12, 7),
            1,
            id="another length is another block",
        ),
        pytest.param(
            {"race-date": "2027-02-14"},
            {"start": "2026-11-23"},
            date(2026, 11, 23),
            3,
            id="a race that moves keeps its block",
        ),
    ],
)
def test_a_block_goes_on_from_where_it_began(
    given: dict[str, str], said: dict[str, str], first: date, week: int
) -> None:
    season = read_block(given, asked(said, given), TODAY).season
    assert (season[0].starts, week_on(season, TODAY)) == (first, week)


@pytest.mark.parametrize(
    ("given", "said", "weeks", "week"),
    [
        pytest.param({}, {"weeks": "6"}, 6, 1, id="the profile's"),
        pytest.param({}, {"weeks": "6", "start": "2026-11-23"}, 6, 3, id="in the third week of it"),
        pytest.param(
            {"weeks": 8}, {"weeks": "6", "start": "2026-11-23"}, 8, 1, id="the option beats it"
        ),
        pytest.param(
            {}, {"weeks": "6", "race-date": "2027-02-14"}, 10, 1, id="a race date says it by itself"
        ),
        pytest.param(
            {"race-date": "2027-02-14"}, {"weeks": "6"}, 10, 1, id="the option's race date, too"
        ),
        pytest.param(
            {"race-date": "none"},
            {"weeks": "6", "race-date": "2027-02-14"},
            6,
            1,
            id="without the race",
        ),
    ],
)
def test_the_profile_may_say_how_long_a_block_without_a_race_date_is(
    given: dict[str, Any], said: dict[str, str], weeks: int, week: int
) -> None:
    season = read_block(given, asked(said, given), TODAY).season
    assert (len(season), week_on(season, TODAY)) == (weeks, week)


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        pytest.param(
            {"start": "2026-11-02", "weeks": "4"},
            "Your block ended on 2026-11-29.",
            id="with weeks of its own",
        ),
        pytest.param(
            {"start": "2026-09-14"}, "Your block ended on 2026-11-22.", id="without a date"
        ),
        pytest.param(
            {"start": "2026-11-02", "race-date": "2026-12-08"},
            "The race on 2026-12-08 is over.",
            id="with a race",
        ),
    ],
)
def test_a_block_that_is_over_asks_for_another(said: dict[str, str], sentence: str) -> None:
    with pytest.raises(BefitError) as refused:
        read_block({}, asked(said), TODAY)
    assert (
        str(refused.value)
        == f"{sentence} When you are ready for more: befit init asks for another day, and --weeks "
        f"8 plans without one."
    )
    assert read_block({"weeks": 8}, asked({"start": said["start"]}), TODAY).season[
        0
    ].starts == date(2026, 12, 7)


def test_a_block_without_a_race_that_is_over_is_begun_again() -> None:
    with pytest.raises(BefitError) as over:
        read_block({}, asked({"race": "none", "start": "2026-09-14"}), TODAY)
    assert str(over.value) == (
        "Your block ended on 2026-12-06. When you are ready for more: befit init begins another "
        "block, with general strength again."
    )


def test_who_says_where_a_block_begins_may_look_at_one_that_is_over() -> None:
    assert read_block({"start": "2026-01-05"}, asked(BEGUN), TODAY).season.race_day < TODAY


def test_on_the_day_of_the_race_the_block_is_still_on() -> None:
    season = read_block({}, asked({"start": "2026-11-02", "race-date": str(TODAY)}), TODAY).season
    assert week_on(season, TODAY) == len(season)


BEGUN = {"start": "2026-11-25"}


@pytest.mark.parametrize(
    ("said", "now", "first", "goes_on"),
    [
        pytest.param({}, {}, TODAY, False, id="the first time"),
        pytest.param(BEGUN, {"minutes": "45"}, date(2026, 11, 25), False, id="the same race"),
        pytest.param(BEGUN, {"race": "half"}, date(2026, 11, 25), True, id="another race"),
        pytest.param(
            BEGUN, {"race-date": "2027-02-14"}, date(2026, 11, 25), True, id="another day"
        ),
        pytest.param(BEGUN, {"race-date": "2026-12-12"}, TODAY, False, id="a day too near"),
        pytest.param(
            {"start": "2026-11-02", "race-date": str(TODAY)},
            {},
            date(2026, 11, 2),
            False,
            id="the race is today",
        ),
        pytest.param({"start": "2026-01-05"}, {}, TODAY, False, id="the last one is over"),
        pytest.param(
            {"start": "2026-11-02", "weeks": "4"},
            {},
            TODAY,
            False,
            id="the last one is over, by its weeks",
        ),
    ],
)
def test_init_keeps_the_beginning_of_a_block_that_is_still_on(
    said: dict[str, str], now: dict[str, str], first: date, goes_on: bool
) -> None:
    begun = beginning_for(asked(said), asked(said, now).athlete, TODAY)
    assert (begun.day, begun.goes_on) == (first, goes_on)


@pytest.mark.parametrize(
    ("missed", "first"),
    [
        pytest.param(None, TODAY, id="none: it is over"),
        pytest.param(3, date(2026, 9, 28), id="one: it is on"),
    ],
)
def test_init_keeps_the_beginning_of_a_block_that_waited(missed: int | None, first: date) -> None:
    did = {"push-ups": (Work(form="Push-up", reps=(8,)),)}
    began = date(2026, 9, 28)
    days = [began + timedelta(weeks=number - 1) for number in range(1, 11) if number != missed]
    history = History(sessions=tuple([SessionLog(date=day, did=did) for day in days]))
    known = replace(asked({"start": str(began)}), history=history)
    assert beginning_for(known, asked({"race": "half"}).athlete, TODAY).day == first


def test_plan_shows_the_week_that_is_on_and_another_where_it_is_asked_for(
    profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(monkeypatch, "2026-12-09")
    profile.write_text("race: half\nstart: 2026-11-25\n")
    assert "Week 3 of 12" in befit("plan").stdout
    assert "Week 5 of 12" in befit("plan", "--week", "5").stdout
    assert "Week 1 of 12" in befit("plan", "--start", "2026-11-25").stdout
    assert befit("plan", "--week", "0").exit_code == 2


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        pytest.param(
            (), "Next week: easier week. befit plan --week 4 shows it.", id="the week that is on"
        ),
        pytest.param(
            ("--week", "5"), "Week 6: strength. befit plan --week 6 shows it.", id="another week"
        ),
    ],
)
def test_plan_says_what_follows_the_week_that_it_shows(
    arguments: tuple[str, ...], line: str, profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(monkeypatch, "2026-12-09")
    profile.write_text("race: half\nstart: 2026-11-25\n")
    assert line in befit("plan", *arguments).stderr


def test_on_a_weekend_plan_shows_next_week_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    at(monkeypatch, "2026-11-28")
    waits = befit("plan")
    assert "From Mon 30 Nov" in waits.stdout
    assert (
        "Too little of this week is left for 2 sessions, so your block begins next Monday, "
        "2026-11-30. --start today begins it now.\n" in waits.stderr
    )
    now = befit("plan", "--start", "today")
    assert "From Mon 23 Nov" in now.stdout
    assert "Too little" not in now.stderr


def test_what_is_written_says_what_is_past(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    at(monkeypatch, "2026-11-26")
    saved = tmp_path / "week.json"
    befit("plan", *MONDAY, "-o", str(saved))
    sessions = json.loads(saved.read_text())["weeks"][0]["sessions"]
    assert [(session["date"], session["status"]) for session in sessions] == [
        ("2026-11-25", "past"),
        ("2026-11-27", "planned"),
    ]
    assert "Wednesday 25 Nov · past" in befit("plan", *MONDAY).stdout
    assert "Wednesday 25 Nov · past" in befit("export", str(saved)).stdout
    assert "→ You are here: week 1\n" in befit("block", *MONDAY).stdout


def test_a_profile_that_is_named_and_not_there_is_one_sentence(profile: Path) -> None:
    refused = befit("plan", *MONDAY)
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert (
        refused.stderr
        == f"There is no file {profile}, and BEFIT_PROFILE names it. Say befit init to write it, "
        f"or unset BEFIT_PROFILE.\n"
    )


@pytest.mark.parametrize(
    ("said", "arguments", "clock"),
    [
        pytest.param("at: 18:30", (), ["T1830"], id="the time"),
        pytest.param("at: 18.30", (), ["T1830"], id="the time with a point"),
        pytest.param("at: 18.00", (), ["T1800"], id="the hour with a point"),
        pytest.param("at: 18:30\ntz: Europe/Berlin", (), ["T1730"], id="the time and the zone"),
        pytest.param("at: 18:30", ("--tz", "Europe/Berlin"), ["T1730"], id="a zone for its time"),
        pytest.param("tz: Europe/Berlin", ("--at", "7:00"), ["T0600"], id="a time in its zone"),
        pytest.param("at: 18:30", ("--at", "7:00"), ["T0700"], id="the option's time"),
        pytest.param(
            "at: 18:30\ntz: Europe/Berlin", ("--tz", "none"), ["T1830"], id="the machine's zone"
        ),
        pytest.param("at: 18:30", ("--at", "none"), [], id="all day for once"),
        pytest.param("at: none\ntz: Europe/Berlin", (), [], id="all day"),
        pytest.param("tz: Europe/Berlin", (), [], id="a zone alone"),
    ],
)
def test_the_profile_may_say_when_sessions_start(
    said: str, arguments: tuple[str, ...], clock: list[str], profile: Path, tmp_path: Path
) -> None:
    profile.write_text(said + "\n")
    plan = tmp_path / "plan.json"
    assert befit("plan", *MONDAY, "-o", str(plan)).exit_code == 0
    for command in (("plan", *MONDAY), ("block", *MONDAY), ("export", str(plan))):
        content = befit(*command, "-f", "ics", *arguments, TZ="UTC")
        assert content.exit_code == 0, content.stderr
        lines = [line for line in content.stdout.splitlines() if line.startswith("DTSTART:")]
        assert sorted({line[-8:-3] for line in lines}) == clock


def test_the_profile_s_time_is_no_fault_where_there_is_no_place_for_one(profile: Path) -> None:
    profile.write_text("at: 18:30\ntz: Europe/Berlin\n")
    for arguments in ((), ("-f", "md"), ("-f", "csv")):
        assert befit("plan", *MONDAY, *arguments).exit_code == 0
    refused = befit("plan", *MONDAY, "--at", "7:00")
    assert refused.exit_code == 2
    assert refused.stderr.startswith("--at is for a calendar")
