"""The command line: what is printed where, what is written, and with which exit code it ends."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import befit_cli
from befit_cli.cli import app
from befit_cli.planning import planner
from befit_cli.values import Finding, verbatim

MONDAY = ("--start", "2026-11-23")
PLAN = ("plan", "--race", "half", "--sessions", "3", *MONDAY)


def befit(*arguments: str, **environment: str) -> Result:
    return CliRunner().invoke(
        app, list(arguments), env={"COLUMNS": "100", "BEFIT_CATALOGUE": "", **environment}
    )


def process(*arguments: str, **environment: str) -> "subprocess.CompletedProcess[bytes]":
    command = [sys.executable, "-m", "befit_cli", *arguments]
    return subprocess.run(
        command, env={**os.environ, **environment}, capture_output=True, check=False
    )


def test_a_week_goes_to_stdout_and_what_was_assumed_to_stderr():
    result = befit(*PLAN)
    assert result.exit_code == 0
    assert result.stdout.startswith(
        "Strength for the half marathon\nWeek 1 of 12 · general strength\n"
    )
    assert "Assumed: beginner (--level), home kit (--kit), 30 minutes (--minutes)" in result.stderr
    assert "Assumed" not in result.stdout


def test_nothing_is_assumed_when_everything_was_said():
    words = (
        "--race 5k --sessions 2 --level beginner --kit home --minutes 30 --long-run sun --hard wed"
    )
    assert "Assumed" not in befit("plan", *words.split(), *MONDAY).stderr


IN_EVERY_FORMAT = """
import sys
from befit_cli.cli import app
for format in ("json", "ics", "csv", "html"):
    assert not app([*sys.argv[1:], "-f", format], standalone_mode=False)
"""


def test_the_same_command_gives_the_same_bytes_whatever_the_hash_seed():
    first, second = (
        subprocess.run(
            [sys.executable, "-c", IN_EVERY_FORMAT, *PLAN],
            env={**os.environ, "PYTHONHASHSEED": seed},
            stdout=subprocess.PIPE,
            check=True,
        ).stdout
        for seed in ("1", "2")
    )
    assert first == second != b""


def test_a_race_between_two_of_befits_says_which_plan_it_gets() -> None:
    result = befit("plan", "--race", "15k")
    assert "'15k' gets the plan for the next longer race: half.\n" in result.stderr
    assert result.stdout == befit("plan", "--race", "half").stdout


SAID_TWICE = {
    "a word": ("--race half --race 10k", "--race is said more than once: half and 10k."),
    "nothing": ("--race half --race=", "--race is said more than once: half and ''."),
    "a number": ("--minutes 30 --minutes=45", "--minutes is said more than once: 30 and 45."),
    "a number of Typer's": ("--week 1 --week 2", "--week is said more than once: 1 and 2."),
    "a file by its two names": (
        "-o a.md --output b.md",
        "--output is said more than once: a.md and b.md.",
    ),
    "three times": (
        "--long-run sat --long-run sun --long-run sat",
        "--long-run is said more than once: sat and sun.",
    ),
    "a number that is none": ("--week 1 --week two", "--week is said more than once: 1 and two."),
}


@pytest.mark.parametrize(("arguments", "sentence"), SAID_TWICE.values(), ids=SAID_TWICE)
def test_an_option_with_one_value_is_not_said_twice(arguments: str, sentence: str):
    result = befit("plan", *MONDAY, *arguments.split())
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"{sentence} Say one of them.\n"


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param("--race half --race half", id="the same value"),
        pytest.param("--hard tue --hard thu", id="a list"),
        pytest.param("--why --why", id="a flag"),
        pytest.param("-f md -f md --format=md", id="by its two names"),
    ],
)
def test_what_is_no_contradiction_may_be_said_twice(arguments: str):
    result = befit("plan", *MONDAY, *arguments.split())
    assert result.exit_code == 0, result.stderr


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        pytest.param(
            "--race relay",
            "'relay' is not a race; the races are 5k, 10k, half, marathon, none.",
            id="a race there is not",
        ),
        pytest.param(
            "--race 50k", "befit plans to the marathon.", id="a race longer than befit plans for"
        ),
        pytest.param(
            "--swap squats=squats", "is one exercise and no exchange.", id="an exchange of one"
        ),
        pytest.param(
            "--swap squats=lunges --without lunges",
            "--swap squats=lunges cannot be: lunges is left out itself.",
            id="an exchange for what is left out",
        ),
        pytest.param("--kit dumbell", "did you mean 'dumbbell'?", id="kit with a slip"),
        pytest.param("--hard tusday", "did you mean 'tuesday'?", id="a day with a slip"),
        pytest.param(
            "--sessions 4", "--sessions 4 is out of range; it is 2 or 3.", id="four sessions"
        ),
        pytest.param(
            "--minutes 10", "--minutes 10 is out of range; it is 15 to 60.", id="ten minutes"
        ),
        pytest.param(
            "--race-date 18.4.27",
            "--race-date '18.4.27' is not a date.",
            id="a date with half a year",
        ),
        pytest.param(
            "--without squat5",
            "There is no exercise 'squat5'; did you mean 'squats'?",
            id="an exercise with a slip",
        ),
        pytest.param(
            "--weeks 31",
            "--weeks 31 is out of range; it is 1 to 30.",
            id="a block of more weeks than there are",
        ),
        pytest.param(
            "--weeks 8 --race-date 2027-04-18",
            "--weeks and --race-date do not go together",
            id="two lengths",
        ),
        pytest.param(
            "--week 13",
            "--week 13 is not in the block: it has 10 weeks, 1 to 10.",
            id="a week after the block",
        ),
        pytest.param(
            "--at 18:30",
            "--at is for a calendar, and this output has no times of day.",
            id="a time for the terminal",
        ),
        pytest.param(
            "--at 25:00", "--at '25:00' is not a time. Write it as HH:MM", id="an hour there is not"
        ),
        pytest.param(
            "--at 18:30 --tz europe/berlni",
            "did you mean 'Europe/Berlin'?",
            id="a time zone with a slip",
        ),
        pytest.param(
            "--tz Europe/Berlin",
            "--tz says where the time is, and there is none.",
            id="a zone without a time",
        ),
        pytest.param(
            "-f fit --sessions 3",
            "fit is one file a session, here 3. Say -o folder/ or -o plan.fit.",
            id="three to one stdout",
        ),
        pytest.param(
            "-f docx",
            "'docx' is not a format; the formats are md, json",
            id="a format there is not",
        ),
        pytest.param(
            "-o plan.doc", "No format has files that end in '.doc'", id="a suffix there is not"
        ),
        pytest.param(
            "--sesions 3",
            "There is no option --sesions; did you mean '--sessions'?",
            id="an option with a slip",
        ),
    ],
)
def test_wrong_usage_is_one_sentence_and_code_2(arguments, sentence, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = befit("plan", *MONDAY, *arguments.split())
    assert (result.exit_code, result.stdout) == (2, "")
    assert sentence in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        pytest.param(
            "--days mon,tue --sessions 3",
            "3 sessions need 3 free days, and only 2 are free",
            id="too few free days",
        ),
        pytest.param(
            "--race-date 2026-01-01",
            "The race on 2026-01-01 is before 2026-11-23.",
            id="a race that is over",
        ),
        pytest.param("--race-date 2028-01-01", "Start it on", id="a race too far away"),
        pytest.param(
            "--niggle bone-stress", "see a doctor or physiotherapist", id="a bone that hurts"
        ),
        pytest.param(
            "--catalogue nowhere.yaml",
            "There is no file nowhere.yaml.",
            id="a catalogue that is not there",
        ),
    ],
)
def test_what_befit_cannot_do_is_a_sentence_and_code_1(arguments, sentence, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = befit("plan", *MONDAY, *arguments.split(), "-o", "plan.md")
    assert (result.exit_code, result.stdout) == (1, "")
    assert sentence in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_written_in_the_format_of_its_suffix(tmp_path):
    markdown, data = tmp_path / "plan.md", tmp_path / "plan.json"
    assert befit(*PLAN, "-o", str(markdown)).stdout == befit(*PLAN, "-o", str(data)).stdout == ""
    assert markdown.read_text(encoding="utf-8").startswith("# Strength")
    assert json.loads(data.read_bytes())["schema"] == 2


def test_dash_is_stdout_and_the_format_beats_the_suffix(tmp_path):
    assert befit(*PLAN, "-f", "json", "-o", "-").stdout == befit(*PLAN, "-f", "json").stdout
    path = tmp_path / "plan.md"
    befit(*PLAN, "-f", "json", "-o", str(path))
    assert json.loads(path.read_bytes())["weeks"]


def test_a_calendar_starts_its_sessions_at_the_time_and_in_the_zone_asked_for():
    calendar = befit(*PLAN, "-f", "ics", "--at", "18:30", "--tz", "Europe/Berlin").stdout
    assert calendar.startswith("BEGIN:VCALENDAR")
    assert "DTSTART:20261123T173000Z" in calendar
    assert "DTSTART;VALUE=DATE:20261123" in befit(*PLAN, "-f", "ics").stdout


def test_a_block_is_one_table_for_a_spreadsheet(tmp_path):
    path = tmp_path / "block.csv"
    befit(*BLOCK, "-o", str(path))
    weeks = [line.split(",")[0] for line in path.read_text(encoding="utf-8-sig").splitlines()]
    assert list(dict.fromkeys(weeks)) == ["week", *map(str, range(1, 13))]


def test_a_watch_gets_a_workout_for_every_session(tmp_path):
    befit(*PLAN, "-o", str(tmp_path / "plan.fit"))
    assert {path.name: path.read_bytes()[8:12] for path in tmp_path.iterdir()} == dict.fromkeys(
        ("plan-mon.fit", "plan-wed.fit", "plan-fri.fit"), b".FIT"
    )


def test_an_existing_file_is_kept_without_force(tmp_path):
    path = tmp_path / "plan.md"
    path.write_text("mine")
    refused = befit(*PLAN, "-o", str(path))
    assert (refused.exit_code, path.read_text()) == (1, "mine")
    assert "Say --force to overwrite it" in refused.stderr
    assert befit(*PLAN, "-o", str(path), "--force").exit_code == 0
    assert path.read_text(encoding="utf-8") != "mine"


@pytest.mark.parametrize(
    ("name", "title"),
    [
        pytest.param("goblet squat", "Goblet squat", id="the form that was named"),
        pytest.param("squats", "Bodyweight squat", id="else the form of the runner"),
    ],
)
def test_a_picture_is_of_the_form_that_was_named_else_of_yours(name, title, tmp_path):
    path = tmp_path / "it.svg"
    assert befit("show", *name.split(), "-o", str(path)).stdout == ""
    picture = path.read_text(encoding="utf-8")
    assert f"<title>{title}</title>" in picture
    assert befit("show", *name.split(), "-f", "svg").stdout == picture


@pytest.mark.parametrize(
    ("ending", "begins"), [("html", "<!doctype html>"), ("HTML", "<!doctype html>"), ("json", "{")]
)
def test_an_exercise_is_written_in_the_format_of_its_ending(ending, begins, tmp_path):
    path = tmp_path / f"squats.{ending}"
    result = befit("show", "squats", "-o", str(path))
    assert path.read_text(encoding="utf-8").startswith(begins)
    assert f"Written to {path}." in " ".join(result.stderr.split()).replace("/ ", "/")
    assert befit("show", "squats", "-o", str(path)).exit_code == 1
    assert befit("show", "squats", "-o", str(path), "--force").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        pytest.param(
            "-o it.png",
            "No format has files that end in '.png': it.png. End the name in .json, .svg, .html, or "
            "say -f NAME.",
            id="an ending",
        ),
        pytest.param(
            "-f pdf",
            "'pdf' is not a format of exercises. Say -f json or -f svg or -f html, or leave -f out "
            "for the terminal view.",
            id="a format",
        ),
    ],
)
def test_what_no_exercise_is_written_as_is_one_sentence(arguments, sentence, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = befit("show", "squats", *arguments.split())
    assert result.exit_code == 2
    assert sentence in " ".join(result.stderr.split())
    assert list(tmp_path.iterdir()) == []


def test_a_symlink_keeps_pointing_to_the_file_that_is_overwritten(tmp_path):
    target, link = tmp_path / "target.md", tmp_path / "link.md"
    target.write_text("old")
    link.symlink_to(target)
    assert befit(*PLAN, "-o", str(link), "--force").exit_code == 0
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8") != "old"


def test_a_write_that_fails_leaves_nothing(tmp_path):
    result = befit(*PLAN, "-o", str(tmp_path / "no" / "no" / "plan.md"))
    assert result.exit_code == 1
    assert "cannot be made a folder" in result.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("output", ["new/plan.html", "new/plan.fit", "new/"])
def test_a_folder_is_made_for_whatever_goes_into_it(output, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert befit(*PLAN, "-o", output).exit_code == 0
    assert len(list(Path("new").iterdir())) in (1, 3)


def test_the_environment_names_a_catalogue_and_an_option_beats_it(tmp_path):
    bundled = Path(befit_cli.__file__).parents[1] / "exercises.yaml"
    broken = tmp_path / "broken.yaml"
    broken.write_text("exercises: 3\n")
    result = befit(*PLAN, BEFIT_CATALOGUE=str(broken))
    assert result.exit_code == 1
    assert f"{broken}:1:12: " in result.stderr
    assert befit(*PLAN, "--catalogue", str(bundled), BEFIT_CATALOGUE=str(broken)).exit_code == 0


def test_another_week_of_the_block_is_shown():
    assert "Week 5 of 12 · building strength" in befit(*PLAN, "--week", "5").stdout
    assert "Week 11 of 12 · taper" in befit(*PLAN, "--week", "11").stdout


BLOCK = ("block", "--race", "half", "--race-date", "2027-02-14", *MONDAY)


def test_a_block_has_a_row_for_every_week_and_the_race_at_the_end():
    result = befit(*BLOCK)
    assert result.exit_code == 0
    assert re.findall(r"^[ →]+(\d+)  \d+ \w+ ", result.stdout, re.MULTILINE) == [
        str(number) for number in range(1, 13)
    ]
    assert "Race: half marathon, Sunday 14 Feb 2027" in result.stdout
    assert "Next week:" not in result.stderr


def test_a_week_of_the_block_is_that_week_alone():
    week = befit(*BLOCK, "--week", "5")
    assert week.stdout == befit("plan", *BLOCK[1:], "--week", "5").stdout
    assert week.stdout.count("Week ") == 1
    assert "Week 6: strength. befit plan --week 6 shows it." in week.stderr


def test_a_block_says_in_its_first_full_week_that_it_has_less_load_and_a_week_alone_says_it_too():
    close = ("--race", "half", "--days", "mon,tue", "--kit", "gym", "--level", "advanced", *MONDAY)
    weeks = json.loads(befit("block", *close, "-f", "json").stdout)["weeks"]
    told = [week["number"] for week in weeks if "Less load than usual" in str(week["notes"])]
    assert told == [3]
    assert "Less load than usual" in befit("plan", *close, "--week", "6").stdout


def test_why_tells_the_reason_of_every_exercise_and_the_basis_of_every_note():
    plain, why = befit(*PLAN).stdout, befit(*PLAN, "--why").stdout
    exercises = [
        exercise
        for session in json.loads(befit(*PLAN, "-f", "json").stdout)["weeks"][0]["sessions"]
        for exercise in session["exercises"]
    ]
    assert "Why:" not in plain
    assert "Basis:" not in plain
    assert why.count("Why:") == len(exercises)
    assert "Basis: ACSM 2009" in why
    assert "The first thing to try for a sore Achilles tendon." in " ".join(
        befit(*PLAN, "--why", "--niggle", "achilles").stdout.split()
    )


def test_why_opens_every_week_of_a_block():
    assert befit("block", "--weeks", "3", *MONDAY, "--why").stdout.count("\nWeek ") == 3


def test_a_folder_gets_a_file_for_every_week_that_stands_on_its_own(tmp_path):
    folder = tmp_path / "weeks"
    result = befit(*BLOCK, "-o", f"{folder}/")
    assert (result.exit_code, result.stdout) == (0, "")
    assert sorted(path.name for path in folder.iterdir()) == [
        f"week-{number:02}.md" for number in range(1, 13)
    ]
    assert "## Week 7 of 12" in (folder / "week-07.md").read_text(encoding="utf-8")
    for path in folder.iterdir():
        assert befit("check", str(path)).exit_code == 0, path.name


def test_a_folder_that_has_one_of_the_weeks_gets_none_without_force(tmp_path):
    (tmp_path / "week-12.json").write_text("mine")
    refused = befit(*BLOCK, "-f", "json", "-o", str(tmp_path))
    assert (refused.exit_code, [path.name for path in tmp_path.iterdir()]) == (1, ["week-12.json"])
    assert "week-12.json exists already" in refused.stderr
    assert befit(*BLOCK, "-f", "json", "-o", str(tmp_path), "--force").exit_code == 0
    assert json.loads((tmp_path / "week-12.json").read_bytes())["weeks"][0]["number"] == 12


@pytest.mark.parametrize("name", ["plan.md", "plan.json"])
def test_check_finds_nothing_in_what_befit_made(name, tmp_path):
    path = tmp_path / name
    befit(*PLAN, "-o", str(path))
    result = befit("check", str(path))
    assert (result.exit_code, result.stderr) == (0, "")
    assert "Breaks a rule" not in result.stdout


def test_check_tells_every_broken_rule_and_ends_with_1(tmp_path):
    path = tmp_path / "plan.md"
    befit(*PLAN, "-o", str(path))
    path.write_text(
        path.read_text(encoding="utf-8").replace(
            "Effort: stop with 3 left", "Effort: stop with 1 left"
        ),
        encoding="utf-8",
    )
    result = befit("check", str(path))
    assert result.exit_code == 1
    assert result.stdout.startswith("Breaks a rule that must hold\n  R57  ")
    assert "1 in reserve, expected 3 or more" in result.stdout


def test_check_warns_and_ends_with_0_where_a_plan_could_only_be_better(tmp_path):
    path = tmp_path / "plan.md"
    befit(
        "plan",
        *MONDAY,
        "--days",
        "wed,fri,sat",
        "--hard",
        "mon,tue,thu",
        "--long-run",
        "sun",
        "--sessions",
        "3",
        "-o",
        str(path),
    )
    result = befit("check", str(path))
    assert result.exit_code == 0
    assert result.stdout.startswith("Could be better\n")
    assert "R16" in result.stdout


def test_check_tells_where_a_plan_cannot_be_read(tmp_path):
    path = tmp_path / "plan.md"
    befit(*PLAN, "-o", str(path))
    path.write_text(
        re.sub(
            r"\| 2 × [0-9]+ \|",
            "| lots |",
            path.read_text(encoding="utf-8"),
            count=1,
        ),
        encoding="utf-8",
    )
    result = befit("check", str(path))
    assert (result.exit_code, result.stdout) == (1, "")
    assert re.match(rf"{re.escape(str(path))}:\d+: 'lots' is not a dose", result.stderr)


def test_check_reads_a_catalogue():
    bundled = Path(befit_cli.__file__).parents[1] / "exercises.yaml"
    result = befit("check", str(bundled))
    assert result.exit_code == 0
    assert re.search(r"\d+ exercises, no faults\.", result.stdout)


def test_rules_tells_all_one_or_the_safety_text():
    assert "R65" in befit("rules").stdout
    assert befit("rules", "R11").stdout.startswith("R11 · must: ")
    assert befit("rules", "r45B").stdout.startswith("R45b · should: ")
    assert befit("rules", "Safety").stdout.startswith("R61  Pain 0-3 of 10")


@pytest.mark.parametrize("word", ["R08", "r8", "8", "08"])
def test_a_rule_is_found_however_its_name_is_shortened(word):
    assert befit("rules", word).stdout.startswith("R08 · ")


def test_a_rule_that_there_is_not_is_one_sentence_and_code_2():
    result = befit("rules", "R111")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.lower().startswith(
        "there is no rule 'r111'; did you mean 'r11'? befit rules lists them all."
    )


@pytest.mark.parametrize(
    "arguments", [BLOCK, ("rules",), ("rules", "safety"), (*PLAN, "--why")], ids=" ".join
)
def test_every_view_is_ascii_where_there_is_no_unicode(arguments):
    done = process(
        *arguments, PYTHONIOENCODING="ascii", LC_ALL="C", TERM="dumb", COLUMNS="80", NO_COLOR="1"
    )
    assert (done.returncode, done.stdout.isascii()) == (0, True)
    assert max(map(len, done.stdout.splitlines())) <= 80


def test_python_dash_m_and_the_version():
    done = process("--version")
    assert (done.returncode, done.stdout.decode().strip()) == (0, f"befit {befit_cli.__version__}")


def test_a_reader_that_stops_early_sees_no_traceback():
    done = subprocess.run(
        f"{sys.executable} -m befit_cli {' '.join(PLAN)} | head -1",
        shell=True,
        capture_output=True,
        check=False,
        text=True,
    )
    assert "Traceback" not in done.stderr


def test_an_ascii_terminal_gets_ascii():
    done = process(*PLAN, PYTHONIOENCODING="ascii", LC_ALL="C", TERM="dumb", COLUMNS="80")
    assert done.returncode == 0
    assert done.stdout.isascii()
    assert b"2 x 10" in done.stdout


def test_importing_befit_loads_nothing():
    script = (
        "import sys, befit_cli; print([name for name in sys.modules if "
        "name.startswith(('befit_cli.', 'rich', 'yaml', 'msgspec'))])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=True, text=True
    )
    assert done.stdout.strip() == "[]"


def test_the_public_names_are_all_there():
    assert all(hasattr(befit_cli, name) for name in befit_cli.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = befit_cli.nothing


@pytest.mark.parametrize("output", ["no/weeks/", "file/"])
def test_a_folder_that_cannot_be_made_is_a_sentence(output, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").write_text("mine")
    result = befit("block", "--race", "10k", *MONDAY, "-o", output)
    assert result.exit_code == 1
    assert f"{output} cannot be made a folder" in result.stderr


def test_exercises_of_ones_own_that_leave_no_good_plan_are_one_sentence(monkeypatch):
    broken = Finding(
        rule="R20",
        must=True,
        where=verbatim("Friday"),
        found=verbatim("99 landings"),
        allowed=verbatim("at most 40"),
        text=verbatim(""),
    )
    monkeypatch.setattr(planner, "check_week", lambda *_: (broken,))
    bundled = Path(befit_cli.__file__).parents[1] / "exercises.yaml"
    result = befit(*PLAN, "--catalogue", str(bundled))
    assert (result.exit_code, result.stdout) == (1, "")
    assert (
        "These exercises leave no plan that keeps every rule (R20 Friday: 99 landings, allowed "
        "at most 40)." in result.stderr
    )
    assert isinstance(befit(*PLAN).exception, planner.BrokenRule)
