"""`befit adjust` and `befit off`: one week alone, and time away, for whoever has a profile."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from set_clock import at
from typer.testing import CliRunner, Result

from befit_cli.cli import app
from befit_cli.log.log_file import load_log

PROFILE = """\
# Mine.
race: half
race-date: 2027-02-14
start: 2026-11-23
hard: tue, thu  # with the club
long-run: sun
"""
"""Whose sessions stand on Tuesday and Thursday."""
THURSDAY = "2026-11-26"


@pytest.fixture
def profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "profile.yaml"
    path.write_text(PROFILE)
    monkeypatch.setenv("BEFIT_PROFILE", str(path))
    at(monkeypatch, THURSDAY)
    return path


def befit(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments), env={"COLUMNS": "400"})


def told(*arguments: str) -> str:
    """What a command that can be done says beside the plan."""
    result = befit(*arguments)
    assert result.exit_code == 0, result.stderr
    return result.stderr


def weeks() -> list[dict[str, Any]]:
    """The weeks of the block, with what each has otherwise."""
    plan = json.loads(befit("block", "-f", "json").stdout)
    found: list[dict[str, Any]] = plan["weeks"]
    return found


def days(number: int) -> list[str]:
    """The days of the sessions in that week of the block."""
    return [session["day"] for session in weeks()[number - 1]["sessions"]]


def kept(profile: Path) -> str:
    """What stands in the profile of single weeks, on one line."""
    return " ".join(profile.read_text().partition("adjusted:")[2].split())


@pytest.mark.parametrize(
    ("said", "written"),
    [
        pytest.param(("--hard", "wed"), "{hard: wed}", id="hard runs"),
        pytest.param(("--long-run", "sat"), "{long-run: sat}", id="the long run"),
        pytest.param(("--days", "mon-wed"), "{days: 'mon, tue, wed'}", id="days"),
        pytest.param(("--off", "tue,wed"), "{'off': 'tue, wed'}", id="days off"),
        pytest.param(("--kit", "bodyweight"), "{kit: none}", id="kit in other words"),
        pytest.param(("--minutes", "20min"), "{minutes: 20}", id="minutes"),
        pytest.param(("--sessions", "three"), "{sessions: 3}", id="sessions"),
        pytest.param(("--niggle", "kneecap"), "{niggle: runners-knee}", id="a sore spot"),
        pytest.param(("--without", "lunges"), "{without: lunges}", id="an exercise left out"),
        pytest.param(("--swap", "squats=lunges"), "{swap: squats=lunges}", id="an exchange"),
        pytest.param(
            ("--kit", "none", "--hard", "wed"), "{kit: none, hard: wed}", id="several together"
        ),
    ],
)
def test_what_is_said_of_a_week_is_kept_shown_and_told(
    said: tuple[str, ...], written: str, profile: Path
) -> None:
    usual = weeks()[1]
    result = befit("adjust", "--week", "2", *said)
    assert result.exit_code == 0, result.stderr
    assert kept(profile) == f"2026-11-30: {written}"
    assert profile.read_text().startswith(PROFILE)
    assert weeks()[1] != usual
    words = written.strip("{}").replace(": ", " ").replace("'", "").replace(", hard", "; hard")
    first, _ = result.stderr.split("\n", 1)
    assert first.startswith(
        f"Week 2, from 30 Nov: {words}. Written to {profile}. "
        "befit adjust --week 2 --clear undoes it."
    )
    assert ("Still sore after that?" in first) is ("--niggle" in said)
    assert result.stdout == befit("plan", "--week", "2").stdout


@pytest.mark.parametrize(
    ("week", "number", "monday"),
    [
        pytest.param("2", 2, "2026-11-30", id="its number"),
        pytest.param("2026-12-09", 3, "2026-12-07", id="a date"),
        pytest.param("9 Dec 2026", 3, "2026-12-07", id="a date with the month's name"),
        pytest.param("fri", 1, "2026-11-23", id="a day that comes in this week"),
        pytest.param("wed", 2, "2026-11-30", id="a day that comes in the next"),
        pytest.param("sun", 1, "2026-11-23", id="the last day of this week"),
        pytest.param("today", 1, "2026-11-23", id="today"),
        pytest.param("next week", 2, "2026-11-30", id="next week"),
        pytest.param("Next", 2, "2026-11-30", id="next"),
        pytest.param("this week", 1, "2026-11-23", id="this week"),
        pytest.param("la semana que viene", 2, "2026-11-30", id="next week in Spanish"),
    ],
)
def test_which_week_it_is(week: str, number: int, monday: str, profile: Path) -> None:
    assert f"Week {number}, from " in told("adjust", "--week", week, "--kit", "none")
    assert kept(profile).startswith(f"{monday}: {{kit: none")


@pytest.mark.usefixtures("profile")
@pytest.mark.parametrize("week", ["next", "next week", "2026-12-01", "1 dec"])
def test_plan_shows_a_week_by_the_same_words(week: str) -> None:
    assert befit("plan", "--week", week).stdout == befit("plan", "--week", "2").stdout


@pytest.mark.usefixtures("profile")
@pytest.mark.parametrize("week", ["soon", "2027-03-01", "-1", "9" * 5_000])
def test_a_week_that_is_none_is_refused_by_plan(week: str) -> None:
    result = befit("plan", f"--week={week}")
    assert (result.exit_code, result.stdout) == (2, "")


def test_without_a_week_it_is_the_one_that_is_on(profile: Path) -> None:
    told("adjust", "--minutes", "20")
    assert kept(profile) == "2026-11-23: {minutes: 20, since: thu}"


def test_on_a_monday_the_whole_week_is_otherwise(
    profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(monkeypatch, "2026-11-23")
    told("adjust", "--minutes", "20")
    assert kept(profile) == "2026-11-23: {minutes: 20}"


@pytest.mark.parametrize(
    ("week", "code", "sentence"),
    [
        pytest.param(
            "13", 2, "--week 13 is not in the block: it has 12 weeks, 1 to 12.", id="a number"
        ),
        pytest.param(
            "2027-03-01",
            2,
            "2027-03-01 is in no week of your block: it goes from 2026-11-23 to 2027-02-14.",
            id="a date",
        ),
        pytest.param(
            "soon",
            2,
            "--week 'soon' is not a day. Say next, its number in the block, or a day of it, such as "
            "2026-12-07.\n",
            id="no week",
        ),
    ],
)
def test_a_week_that_is_not_in_the_block_is_refused(
    week: str, code: int, sentence: str, profile: Path
) -> None:
    result = befit("adjust", "--week", week, "--kit", "none")
    assert (result.exit_code, result.stdout) == (code, "")
    assert result.stderr.startswith(sentence)
    assert profile.read_text() == PROFILE


def test_a_week_that_is_over_stays_as_it_was(
    profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(monkeypatch, "2026-11-30")
    for said in (("--kit", "none"), ("--clear",)):
        result = befit("adjust", "--week", "1", *said)
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr == "Week 1 is over, and stays as it was.\n"
    assert profile.read_text() == PROFILE


@pytest.mark.of_a_kind(2)
@pytest.mark.parametrize("view", [("-f", "json"), ("-f", "md"), ()], ids=["json", "md", "terminal"])
@pytest.mark.parametrize("week", ["1", "2"])
def test_a_cleared_week_is_the_first_plan_again(
    week: str, view: tuple[str, ...], profile: Path
) -> None:
    plan = befit("plan", "--week", week, *view).stdout
    told("adjust", "--week", week, "--hard", "wed", "--kit", "none", "--off", "fri")
    assert befit("plan", "--week", week, *view).stdout != plan
    said = told("adjust", "--week", week, "--clear")
    assert f": as always. Written to {profile}.\n\n" in said
    assert befit("plan", "--week", week, *view).stdout == plan
    assert kept(profile) == "{}"


def test_a_second_change_of_a_week_comes_beside_the_first(profile: Path) -> None:
    told("adjust", "--week", "2", "--hard", "wed")
    told("adjust", "--week", "2", "--kit", "none")
    told("adjust", "--week", "2", "--hard", "fri")
    assert kept(profile) == "2026-11-30: {hard: fri, kit: none}"


def test_since_when_a_week_is_otherwise_stays_the_first_day(
    profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told("adjust", "--hard", "fri")
    at(monkeypatch, "2026-11-27")
    told("adjust", "--minutes", "20")
    assert kept(profile) == "2026-11-23: {hard: fri, since: thu, minutes: 20}"


def test_days_that_are_over_keep_their_sessions(profile: Path) -> None:
    told("adjust", "--days", "sat", "--hard", "sat")
    assert days(1) == ["tue", "sat"]


@pytest.mark.parametrize("more", [(), ("--kit", "none"), ("--sessions", "3")], ids=" ".join)
def test_a_week_of_which_no_day_is_left_keeps_what_is_over(
    more: tuple[str, ...], profile: Path
) -> None:
    told("adjust", "--off", "thu-sun", *more)
    assert days(1) == ["tue"]


def test_what_is_so_already_is_told_and_nothing_is_written(profile: Path) -> None:
    for said in (("--off", "none"), ("--clear",)):
        assert told("adjust", "--week", "2", *said).startswith("Week 2, from 30 Nov: as always.\n")
    assert profile.read_text() == PROFILE
    told("adjust", "--week", "2", "--kit", "none")
    written = profile.read_text()
    assert told("adjust", "--week", "2", "--kit", "none").startswith(
        "Week 2, from 30 Nov: kit none.\n"
    )
    assert told("adjust", "--week", "2").startswith("Week 2, from 30 Nov: kit none.\n")
    assert profile.read_text() == written


def test_no_day_off_leaves_nothing_behind(profile: Path) -> None:
    told("adjust", "--off", "fri")
    told("adjust", "--off", "none")
    assert kept(profile) == "{}"


@pytest.mark.parametrize(
    ("said", "code", "sentence"),
    [
        pytest.param(("--minutes", "90"), 2, "--minutes 90 is out of range", id="a number"),
        pytest.param(("--niggle", "knee"), 2, "'knee' could be runners-knee", id="what is unsure"),
        pytest.param(
            ("--niggle", "bone-stress"), 1, "Pain on a bone needs a clinician", id="pain on a bone"
        ),
        pytest.param(
            ("--swap", "squats=lunges", "--without", "lunges"),
            2,
            "In the week of 2026-11-30, --swap squats=lunges cannot be: lunges is left out itself.",
            id="an exchange that cannot be",
        ),
        pytest.param(
            ("--clear", "--kit", "none"),
            2,
            "--clear has the week as always, and --kit does not. Say one of them.",
            id="as always and not",
        ),
        pytest.param(
            ("--race", "10k"), 2, "There is no option --race.", id="what is of every week"
        ),
    ],
)
def test_what_cannot_be_leaves_the_profile_untouched(
    said: tuple[str, ...], code: int, sentence: str, profile: Path
) -> None:
    result = befit("adjust", "--week", "2", *said)
    assert (result.exit_code, result.stdout) == (code, "")
    assert sentence in result.stderr
    assert profile.read_text() == PROFILE


@pytest.mark.parametrize("arguments", [("adjust",), ("adjust", "--kit", "none"), ("off", "ill")])
def test_without_a_profile_there_is_nowhere_to_keep_it(
    arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    at(monkeypatch, THURSDAY)
    result = befit(*arguments)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        "There is no profile yet. Say befit init first: what one week has is kept there.\n"
    )


def test_a_profile_that_never_began_begins_today(profile: Path) -> None:
    profile.write_text("race: half\nhard: tue, thu\n")
    assert told("adjust", "--week", "next", "--kit", "none").startswith("Week ")
    assert kept(profile).endswith(": {kit: none}")


LOADED_AT_THE_BORDER = """\
race: half
race-date: 2027-02-14
start: 2026-11-23
hard: none
long-run: fri
days: {days}
kit: gym
level: intermediate
"""


@pytest.mark.parametrize(
    ("free", "said", "other", "note"),
    [
        pytest.param("wed, sun", ("--hard", "mon"), 6, "Sunday is lighter.", id="before it"),
        pytest.param("mon, wed", ("--long-run", "sun"), 8, "Monday is lighter.", id="after it"),
    ],
)
def test_a_session_of_another_week_that_gives_way_is_told(
    free: str, said: tuple[str, ...], other: int, note: str, profile: Path
) -> None:
    profile.write_text(LOADED_AT_THE_BORDER.format(days=free))
    before = weeks()
    told_of = told("adjust", "--week", "7", *said)
    assert f"Week {other} changes, too. There it says: Not as usual this week: {note}" in told_of
    changed = {
        number
        for number, (old, new) in enumerate(zip(before, weeks(), strict=True), 1)
        if old["sessions"] != new["sessions"]
    }
    assert changed - {7} == {other}


def test_who_adjusts_a_week_beside_no_loaded_session_hears_of_that_week_alone(
    profile: Path,
) -> None:
    assert "changes, too" not in told("adjust", "--week", "7", "--hard", "wed")


def test_the_views_show_the_adjusted_week(profile: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told("off", "away", "tue..fri")
    row = [line for line in befit("block").stdout.splitlines() if line.strip().startswith("2 ")]
    assert row[0].rstrip().endswith("Mon low, Sat low")
    at(monkeypatch, "2026-12-01")
    assert befit("today").stdout.lstrip().startswith("Nothing today; next: Saturday 5 Dec")


@pytest.mark.parametrize(
    ("own", "said"),
    [
        pytest.param(("--kit", "none"), ("--kit", "gym"), id="kit"),
        pytest.param(("--hard", "wed"), ("--hard", "fri"), id="runs"),
        pytest.param(("--niggle", "itb"), ("--niggle", "none"), id="a sore spot"),
        pytest.param(("--days", "sat,sun"), ("--days", "all"), id="days"),
    ],
)
def test_an_option_beats_for_once_what_a_week_has(
    own: tuple[str, ...], said: tuple[str, ...], profile: Path
) -> None:
    plan = befit("plan", "--week", "2", *said).stdout
    told("adjust", "--week", "2", *own)
    assert befit("plan", "--week", "2").stdout != plan
    assert befit("plan", "--week", "2", *said).stdout == plan


OFF = "off mon, tue, wed, thu, fri, sat, sun"


@pytest.mark.parametrize(
    ("said", "sentence", "written"),
    [
        pytest.param(
            ("ill",),
            "Off (ill) from Thu 26 Nov 2026 on.",
            [
                "You are off (ill) since 2026-11-26. Back? befit off none.",
                "Week 1, from 23 Nov: off thu, fri, sat, sun.",
            ],
            id="from today on",
        ),
        pytest.param(
            ("away", "fri"),
            "Off (away) on Fri 27 Nov 2026.",
            ["Week 1, from 23 Nov: off fri."],
            id="a day",
        ),
        pytest.param(
            ("hurt", "sat..tue"),
            "Off (hurt) from Sat 28 Nov 2026 to Tue 1 Dec 2026.",
            ["Week 1, from 23 Nov: off sat, sun.", "Week 2, from 30 Nov: off mon, tue."],
            id="over the week's end",
        ),
        pytest.param(
            ("away", "next", "week"),
            "Off (away) from Mon 30 Nov 2026 to Sun 6 Dec 2026.",
            [f"Week 2, from 30 Nov: {OFF}."],
            id="next week",
        ),
        pytest.param(
            ("hurt", "2027-02-06.."),
            "Off (hurt) from Sat 6 Feb 2027 on.",
            ["Week 11, from 1 Feb: off sat, sun.", f"Week 12, from 8 Feb: {OFF}."],
            id="nobody knows how long",
        ),
    ],
)
def test_days_off_are_told_and_kept(
    said: tuple[str, ...], sentence: str, written: list[str], profile: Path
) -> None:
    first, _ = told("off", *said).split("\n", 1)
    assert first.startswith(f"{sentence} Written to {profile}. ")
    assert first.endswith("befit off none.")
    assert ("day without fever" in first) is ("ill" in said)
    assert ("walking and stairs are painless" in first) is ("hurt" in said)
    assert befit("off").stdout.splitlines() == written


def test_who_is_back_earlier_has_the_days_ahead_again(
    profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told("off", "away", "2026-11-28..2026-12-03")
    at(monkeypatch, "2026-12-02")
    assert told("off", "none").startswith(
        f"Free again from Wed 2 Dec 2026 on. Written to {profile}. After a week or more without "
        "strength, begin gently again: befit plan --start today shows how, and start: 2026-12-02 "
        "in your profile keeps it.\n"
    )
    assert befit("off").stdout.splitlines() == [
        "Week 1, from 23 Nov: off sat, sun.",
        "Week 2, from 30 Nov: off mon, tue.",
    ]


def test_who_is_ill_makes_up_no_session_and_begins_with_a_light_one(profile: Path) -> None:
    usual = days(3)
    told("off", "ill", "2026-12-07..2026-12-08")
    week = weeks()[2]
    assert (usual, days(3)) == (["tue", "thu"], ["thu"])
    assert week["sessions"][0]["load"] == "low"
    texts = [note["text"] for note in week["notes"]]
    assert any("Tuesday has no session because of the illness." in text for text in texts)
    assert not any(text.startswith("Nothing logged") for text in texts)


def test_time_off_and_back_at_once_leaves_nothing_behind(profile: Path) -> None:
    told("adjust", "--week", "2", "--kit", "none")
    told("off", "away", "sat..tue")
    told("off", "none")
    assert kept(profile) == "2026-11-30: {kit: none}"


@pytest.mark.parametrize(
    ("said", "code", "sentence"),
    [
        pytest.param(
            ("none", "2026-11-24"), 1, "2026-11-24 is over, and stays as it was.", id="over"
        ),
        pytest.param(
            ("away", "2027-03-01..2027-03-05"),
            2,
            "No day of that is in your block: it goes from 2026-11-23 to 2027-02-14.",
            id="after the block",
        ),
        pytest.param(
            ("ill", "2025-11-24..2025-11-30"),
            2,
            "No day of that is in your block: it goes from 2026-11-23 to 2027-02-14.",
            id="long before the block",
        ),
        pytest.param(("lazy",), 2, "'lazy' is no reason to be off; the words are", id="no reason"),
    ],
)
def test_what_is_no_time_off_leaves_the_profile_untouched(
    said: tuple[str, ...], code: int, sentence: str, profile: Path
) -> None:
    result = befit("off", *said)
    assert (result.exit_code, result.stdout) == (code, "")
    assert result.stderr.startswith(sentence)
    assert profile.read_text() == PROFILE


@pytest.mark.parametrize(
    ("said", "told", "last"),
    [
        pytest.param(("ill",), "Off (ill) from Thu 26 Nov 2026 on.", None, id="from today on"),
        pytest.param(
            ("away", "fri..sun"),
            "Off (away) from Fri 27 Nov 2026 to Sun 29 Nov 2026.",
            date(2026, 11, 29),
            id="before the block alone",
        ),
        pytest.param(
            ("ill", "2026-11-23..2026-11-24"),
            "Off (ill) from Mon 23 Nov 2026 to Tue 24 Nov 2026.",
            date(2026, 11, 24),
            id="over before the block",
        ),
    ],
)
def test_days_off_before_the_block_begins_are_logged(
    said: tuple[str, ...], told: str, last: date | None, profile: Path
) -> None:
    waiting = PROFILE.replace("2026-11-23", "2026-11-30")
    profile.write_text(waiting)
    result = befit("off", *said)
    assert (result.exit_code, profile.read_text()) == (0, waiting)
    assert result.stderr.startswith(f"{told} Written to {profile.with_name('log.yaml')}.")
    (away,) = load_log(profile.with_name("log.yaml")).away
    assert away.last == last


@pytest.mark.parametrize(
    ("command", "nothing"),
    [
        ("adjust", "Every week is as always; befit adjust --hard wed changes this one.\n"),
        ("off", "No day is off; befit off away fri..sun takes days off.\n"),
    ],
)
def test_where_nothing_is_otherwise_it_tells_how(command: str, nothing: str, profile: Path) -> None:
    assert befit(command).stdout == nothing
    if command == "off":
        assert told("off", "none") == "Nothing changes: that is so already.\n"
    assert profile.read_text() == PROFILE


def test_what_is_otherwise_is_told_week_by_week(profile: Path) -> None:
    told("adjust", "--week", "3", "--hard", "wed", "--kit", "none")
    told("adjust", "--swap", "squats=lunges")
    told("off", "away", "sat..mon")
    assert befit("adjust").stdout.splitlines() == [
        "Week 1, from 23 Nov: swap squats=lunges; off sat, sun.",
        "Week 2, from 30 Nov: off mon.",
        "Week 3, from 7 Dec: kit none; hard wed.",
    ]


def test_every_week_may_be_off(profile: Path) -> None:
    told("off", "hurt", "today..")
    assert [len(week["sessions"]) for week in weeks()] == [1, *[0] * 11]


def test_a_profile_that_is_a_link_stays_one(profile: Path, tmp_path: Path) -> None:
    file = tmp_path / "elsewhere.yaml"
    profile.rename(file)
    profile.symlink_to(file)
    told("adjust", "--week", "2", "--kit", "none")
    assert profile.is_symlink()
    assert kept(file) == "2026-11-30: {kit: none}"


def test_a_profile_that_may_not_be_written_is_refused(profile: Path) -> None:
    profile.chmod(0o400)
    result = befit("adjust", "--kit", "none")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"{profile} is read-only.")
    assert profile.read_text() == PROFILE


def test_a_profile_that_is_no_file_is_refused(profile: Path) -> None:
    profile.unlink()
    os.mkfifo(profile)
    result = befit("adjust", "--kit", "none")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == f"{profile} is not a file. Give the path of a file.\n"


def away(profile: Path) -> list[tuple[str, str | None, str]]:
    """The days off that are logged: the first, the last and why."""
    return [
        (str(time.first), None if time.last is None else str(time.last), time.why)
        for time in load_log(profile.with_name("log.yaml")).away
    ]


@pytest.mark.parametrize(
    ("said", "logged"),
    [
        pytest.param(("ill",), ("2026-11-26", None, "ill"), id="until one says none"),
        pytest.param(("hurt", "sat.."), ("2026-11-28", None, "hurt"), id="from a day on"),
        pytest.param(
            ("away", "2026-12-01..2026-12-09"), ("2026-12-01", "2026-12-09", "away"), id="days"
        ),
        pytest.param(("away", "sun"), ("2026-11-29", "2026-11-29", "away"), id="a day"),
    ],
)
def test_days_off_are_logged(
    said: tuple[str, ...], logged: tuple[str, str | None, str], profile: Path
) -> None:
    told("off", *said)
    assert away(profile) == [logged]
    assert told("off", *said) == "Nothing changes: that is so already.\n"
    assert away(profile) == [logged]


def test_who_never_said_none_has_no_session_in_the_weeks_since(
    profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told("off", "ill")
    at(monkeypatch, "2026-12-09")
    assert [days(number) for number in (1, 2, 3)] == [["tue"], [], []]
    assert days(4)
    still = "You are off (ill) since 2026-11-26. Back? befit off none.\n"
    assert still in befit("plan").stderr
    assert befit("off").stdout == f"{still}Week 1, from 23 Nov: off thu, fri, sat, sun.\n"


@pytest.mark.parametrize(
    ("today", "logged"),
    [
        pytest.param("2026-11-26", [], id="at once"),
        pytest.param("2026-11-27", [("2026-11-26", "2026-11-26", "ill")], id="the next day"),
        pytest.param("2026-12-07", [("2026-11-26", "2026-12-06", "ill")], id="weeks later"),
    ],
)
def test_none_ends_it_the_day_before(
    today: str,
    logged: list[tuple[str, str, str]],
    profile: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told("off", "ill")
    at(monkeypatch, today)
    told("off", "none")
    assert away(profile) == logged
    assert days(3) == ["tue", "thu"]
    assert told("off", "none") == "Nothing changes: that is so already.\n"


@pytest.mark.parametrize(
    ("first", "gently"),
    [pytest.param((), True, id="no log"), pytest.param(("done", "tue"), False, id="a log")],
)
def test_who_logs_need_not_be_told_to_begin_gently(
    first: tuple[str, ...], gently: bool, profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if first:
        assert befit(*first).exit_code == 0
    told("off", "ill")
    at(monkeypatch, "2026-12-07")
    line, _ = told("off", "none").split("\n", 1)
    assert line.startswith("Free again from Mon 7 Dec 2026 on.")
    assert ("begin gently again" in line) is gently


@pytest.mark.parametrize(
    ("said", "sentence", "logged", "written"),
    [
        pytest.param(
            ("ill", "2026-11-03..2026-11-25"),
            "Off (ill) from Tue 3 Nov 2026 to Wed 25 Nov 2026. Written to {log}. befit done --undo "
            "takes it back.\n",
            ("2026-11-03", "2026-11-25", "ill"),
            "",
            id="over",
        ),
        pytest.param(
            ("away", "2026-11-24..2026-11-27"),
            "Off (away) from Tue 24 Nov 2026 to Fri 27 Nov 2026. Written to ",
            ("2026-11-24", "2026-11-27", "away"),
            "2026-11-23: {'off': 'thu, fri', since: thu}",
            id="not over yet",
        ),
    ],
)
def test_who_was_off_may_say_it_later(
    said: tuple[str, ...],
    sentence: str,
    logged: tuple[str, str, str],
    written: str,
    profile: Path,
) -> None:
    log = profile.with_name("log.yaml")
    assert told("off", *said).startswith(sentence.format(log=log))
    assert away(profile) == [logged]
    assert kept(profile) == written


def test_what_was_done_before_stays_in_a_week_that_is_off(profile: Path) -> None:
    assert befit("done", "tue").exit_code == 0
    told("off", "ill")
    status = [session["status"] for session in weeks()[0]["sessions"]]
    assert status == ["done"]
