"""Which files check reads, one or many, and what it says of those that it does not."""

from __future__ import annotations

import io
import re
import sys
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest
from msgspec.structs import replace
from sample_catalogue import TEN_LINES
from typer.testing import CliRunner, Result

from befit_cli import views
from befit_cli.catalogue.load import load_catalogue
from befit_cli.cli import app
from befit_cli.language import Language, speaking
from befit_cli.planning.planner import make_plan
from befit_cli.planning.season import plan_season
from befit_cli.values import Athlete, Kit, Niggle

MONDAY = ("--start", "2026-11-23")
WEEK = ("plan", "--race", "half", *MONDAY)
GPX = '<?xml version="1.0"?>\n<gpx version="1.1" creator="Watch"><trk/></gpx>\n'
TCX = '<?xml version="1.0"?>\n<TrainingCenterDatabase><Activities/></TrainingCenterDatabase>\n'
RUNS = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nSUMMARY:Tempo\r\nEND:VEVENT\r\n"


def befit(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments), env={"COLUMNS": "200"})


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with three weeks, the second of which breaks a rule; it is there to be copied."""
    weeks = tmp_path_factory.mktemp("made") / "weeks"
    assert befit("block", "--weeks", "3", *MONDAY, "-o", f"{weeks}/").exit_code == 0
    second = weeks / "week-02.md"
    text = second.read_text(encoding="utf-8")
    second.write_text(re.sub(r"stop with \d left", "stop with 0 left", text), encoding="utf-8")
    return weeks


@pytest.fixture
def here(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with three weeks, the second of which breaks a rule, and an own catalogue."""
    copytree(made, tmp_path / "weeks")
    (tmp_path / "my.yaml").write_text(TEN_LINES, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


A_CALENDAR, A_TABLE = "a calendar", "a table for a spreadsheet"
A_PAGE, A_WORKOUT, A_TRACK = "a page for a browser", "a file for a watch", "a track of a run"


@pytest.mark.of_a_kind(8)
@pytest.mark.parametrize("command", ["check", "export"])
@pytest.mark.parametrize(
    ("format", "kind"),
    [
        pytest.param("ics", A_CALENDAR, id="a calendar"),
        pytest.param("csv", A_TABLE, id="a table"),
        pytest.param("html", A_PAGE, id="a page"),
        pytest.param("fit", A_WORKOUT, id="a workout"),
    ],
)
@pytest.mark.parametrize(
    "suffix", ["", ".md", ".json", ".txt"], ids=["its name", "md", "json", "txt"]
)
def test_what_befit_writes_and_does_not_read_is_told_for_what_it_is(
    command: str, format: str, kind: str, suffix: str, here: Path
) -> None:
    befit(*WEEK, "-f", format, "-o", f"plan.{format}")
    made = next(here.glob("plan*"))
    path = made.rename(made.with_suffix(suffix or made.suffix)).name
    refused = befit(command, path)
    assert (refused.exit_code, refused.stdout, refused.stderr) == (
        1,
        "",
        f"{path} is {kind}, and befit reads plans from .md or .json, catalogues from .yaml. "
        "Give the plan in one of these; -o plan.md writes it so.\n",
    )


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        pytest.param("run.gpx", GPX, A_TRACK, id="a track"),
        pytest.param("run.tcx", TCX, A_TRACK, id="a run from a watch"),
        pytest.param("run.TCX", "", A_TRACK, id="an empty one, in capitals"),
        pytest.param("run.xml", GPX, A_TRACK, id="a track with another name"),
        pytest.param("runs.ics", RUNS, A_CALENDAR, id="a running plan"),
        pytest.param("runs.md", RUNS, A_CALENDAR, id="a running plan with another name"),
        pytest.param("plan.pdf", "%PDF-1.7\n", "a PDF", id="a printed plan"),
        pytest.param("plan.csv", "date;run\n", A_TABLE, id="a table of somebody else's"),
    ],
)
def test_what_runners_have_besides_is_told_for_what_it_is(
    name: str, content: str, kind: str, here: Path
) -> None:
    (here / name).write_text(content)
    refused = befit("check", name)
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert refused.stderr.startswith(f"{name} is {kind}, and befit reads plans from .md or .json")


@pytest.mark.parametrize("name", ["plan.txt", "plan.csv", "plan.ics"])
@pytest.mark.parametrize("format", ["md", "json"])
def test_a_plan_is_read_whatever_it_is_called(name: str, format: str, here: Path) -> None:
    befit(*WEEK, "-f", format, "-o", name)
    assert befit("check", name).exit_code == 0


def test_every_file_is_judged_under_its_name_with_one_exit_code(here: Path) -> None:
    told = befit("check", "weeks/week-01.md", "weeks/week-02.md", "nowhere.md", "my.yaml")
    assert told.exit_code == 1
    first, second, heading = told.stdout.splitlines()[:3]
    assert first == "weeks/week-01.md: every rule is kept."
    assert (second, heading) == ("weeks/week-02.md:", "Breaks a rule that must hold")
    assert re.search(r"\nweeks/week-02\.md: \d+ to put right", told.stdout)
    assert told.stderr == "There is no file nowhere.md. Check the path.\n"
    assert re.search(r"\nmy\.yaml: \d+ exercises, no faults\.\n", told.stdout)
    assert told.stdout.endswith("\n4 files: to put right in weeks/week-02.md, nowhere.md.\n")


A_CATALOGUE_S = "my.yaml:2:11: befit has no exercise 'squatz'; did you mean 'squats'?\n"


@pytest.mark.parametrize(
    ("profile", "wrong"),
    [
        pytest.param("race: half # in May\nwithout: [squats]\n", "", id="none"),
        pytest.param(
            "race: haaf\n",
            "profile.yaml:1:7: 'haaf' is not a race; the races are 5k, 10k, half, marathon, none.\n",
            id="in the profile",
        ),
        pytest.param("race: half\ncatalogue: my.yaml\n", A_CATALOGUE_S, id="in its catalogue"),
        pytest.param(
            "runs: plan.ics\n",
            "There is no file plan.ics. Your profile names it as your running plan. Say befit init "
            "--runs FILE, or --runs none to plan without it.\n",
            id="of its running plan",
        ),
    ],
)
def test_a_profile_is_judged_as_one_and_each_fault_names_its_file(
    profile: str, wrong: str, here: Path
) -> None:
    (here / "my.yaml").write_text("extends: befit\nwithout: [squatz]\n", encoding="utf-8")
    (here / "profile.yaml").write_text(profile, encoding="utf-8")
    told = befit("check", "profile.yaml")
    assert told.stderr == wrong
    assert (told.exit_code, told.stdout) == (
        (1, "") if wrong else (0, "profile.yaml: a profile, no faults.\n")
    )


@pytest.mark.parametrize(
    ("log", "told", "wrong"),
    [
        pytest.param(
            "# mine\n- date: 2026-11-24\n  did: {squats: {reps: 8}}\n",
            "log.yaml: a log, no faults.\n",
            "",
            id="none",
        ),
        pytest.param(
            "- {from: 2026-11-24, away: ill}\n", "log.yaml: a log, no faults.\n", "", id="away"
        ),
        pytest.param(
            "- date: yesterday\n",
            "",
            "log.yaml:1:9: 'yesterday' is not a date such as 2026-11-23\n",
            id="a day that is none",
        ),
    ],
)
def test_a_log_is_judged_as_one(log: str, told: str, wrong: str, here: Path) -> None:
    (here / "log.yaml").write_text(log, encoding="utf-8")
    result = befit("check", "log.yaml")
    assert (result.stdout, result.stderr) == (told, wrong)
    assert result.exit_code == (1 if wrong else 0)


@pytest.mark.parametrize(
    ("roster", "told", "wrong"),
    [
        pytest.param(
            "defaults: {race: half}\nathletes:\n- name: Ana\n- name: Ben\n  minutes: 40\n",
            "team.yaml: a roster of 2 runners, no faults.\n",
            "",
            id="none",
        ),
        pytest.param(
            "athletes: [{name: Ana}]\n",
            "team.yaml: a roster of 1 runner, no faults.\n",
            "",
            id="a runner alone",
        ),
        pytest.param(
            "athletes:\n- {name: Ana, race: haaf}\n- {name: Ben, runs: ben.ics}\n",
            "",
            "team.yaml:2:21: 'haaf' is not a race; the races are 5k, 10k, half, marathon, none.\n"
            "team.yaml:3: There is no file ben.ics. Your profile names it as your running plan.\n",
            id="in a profile, and of a running plan",
        ),
        pytest.param(
            "- name: Ana\n  race: half\n- name: Ben\n",
            "",
            "team.yaml has no athletes. A roster in one file is a list of them, and what all have "
            "above it as defaults; or give a folder with a profile for each.\n",
            id="a bare list of profiles",
        ),
    ],
)
def test_a_roster_in_one_file_is_judged_as_one(
    roster: str, told: str, wrong: str, here: Path
) -> None:
    (here / "team.yaml").write_text(roster, encoding="utf-8")
    result = befit("check", "team.yaml")
    assert (result.stdout, result.stderr) == (told, wrong)
    assert result.exit_code == (1 if wrong else 0)


PROFILE, LOG, CATALOGUE = "a profile, no faults", "a log, no faults", "unknown key"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("{race: half, minutes: 40}\n", PROFILE, id="on one line"),
        pytest.param("  race: half\n  minutes: 40\n", PROFILE, id="indented"),
        pytest.param('"race": half\n', PROFILE, id="in quotes"),
        pytest.param("notes: >\n  exercises: none\n", PROFILE, id="words like a catalogue's"),
        pytest.param("- {did: {}, date: 2026-11-24}\n", LOG, id="the date last"),
        pytest.param("[{date: 2026-11-24, did: {}}]\n", LOG, id="a list on one line"),
        pytest.param("exercise:\n  race: half\n", CATALOGUE, id="keys below another"),
    ],
)
def test_a_file_is_what_its_keys_say_however_it_is_written(
    text: str, told: str, here: Path
) -> None:
    (here / "a.yaml").write_text(text, encoding="utf-8")
    assert told in befit("check", "a.yaml").output


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("extends: befit\nwithout: [squatz]\n", id="that leaves something out"),
        pytest.param("exercises:\n  - {name: Squat}\nrace: half\n", id="with a key too many"),
    ],
)
def test_a_catalogue_with_a_key_of_a_profile_is_judged_as_a_catalogue(
    text: str, here: Path
) -> None:
    (here / "my.yaml").write_text(text, encoding="utf-8")
    assert befit("check", "my.yaml").stderr.startswith("my.yaml:2:")


def test_the_words_of_a_catalogue_are_judged_with_it(here: Path) -> None:
    (here / "my.es.yaml").write_text("squats: {name: Sentadillas}\n", encoding="utf-8")
    told = befit("check", "my.es.yaml")
    assert (told.exit_code, told.stdout) == (
        0,
        "my.es.yaml: the words for my.yaml, no faults.\n",
    )
    (here / "my.es.yaml").write_text("squat: {name: Sentadillas}\n", encoding="utf-8")
    for file in ("my.es.yaml", "my.yaml"):
        told = befit("check", file)
        assert told.exit_code == 1
        assert told.stderr.startswith("my.es.yaml:1:1: there is no exercise 'squat'")


def test_words_without_their_catalogue_are_judged_as_one(here: Path) -> None:
    (here / "your.es.yaml").write_text("squats: {name: Sentadillas}\n", encoding="utf-8")
    told = befit("check", "your.es.yaml")
    assert (told.exit_code, told.stderr.splitlines()[-1]) == (
        1,
        "your.es.yaml:1:1: unknown key 'squats'",
    )


def test_several_files_in_order_end_with_0(here: Path) -> None:
    told = befit("check", "weeks/week-01.md", "weeks/week-03.md")
    assert (told.exit_code, told.stderr) == (0, "")
    assert told.stdout.splitlines()[-1] == "2 files: all in order."


def test_a_file_that_cannot_be_read_keeps_no_other_from_being_judged(here: Path) -> None:
    (here / "bad.md").write_text("Run easy.\n")
    (here / "bad.yaml").write_text("exercises: 3\n")
    told = befit("check", "bad.md", "bad.yaml", "weeks/week-03.md")
    assert told.exit_code == 1
    assert [line.partition(":")[0] for line in told.stderr.splitlines()] == ["bad.md", "bad.yaml"]
    assert told.stdout.splitlines() == [
        "weeks/week-03.md: every rule is kept.",
        "3 files: to put right in bad.md, bad.yaml.",
    ]


@pytest.mark.parametrize("name", ["weeks", "weeks/"])
def test_a_folder_is_all_that_check_reads_in_it(name: str, here: Path) -> None:
    told = befit("check", name)
    assert told.exit_code == 1
    assert told.stdout.splitlines()[-1] == "3 files: to put right in weeks/week-02.md."
    assert told.stderr == ""


def test_what_a_folder_has_besides_is_named(here: Path) -> None:
    (here / "weeks" / "week-02.md").unlink()
    (here / "weeks" / "week-01.ics").write_text(RUNS)
    (here / "weeks" / "old").mkdir()
    (here / "weeks" / ".befit-123").write_text("half a plan")
    told = befit("check", "weeks")
    assert told.exit_code == 0
    assert told.stderr == "In weeks check reads .md, .json and .yaml, and not old, week-01.ics.\n"


def test_of_many_others_that_a_folder_has_the_first_are_named(here: Path) -> None:
    for number in range(20):
        (here / "weeks" / f"scan-{number:02}.txt").touch()
    told = befit("check", "weeks")
    assert told.stderr.endswith("scan-04.txt, scan-05.txt and 14 more.\n")


def test_a_folder_without_anything_to_judge_is_one_sentence(here: Path) -> None:
    (here / "empty").mkdir()
    refused = befit("check", "empty")
    assert (refused.exit_code, refused.stdout, refused.stderr) == (
        1,
        "",
        "empty has no plan (.md or .json) and no catalogue (.yaml) in it. Give the folder that has "
        "some.\n",
    )


def test_what_is_wrong_with_the_exercises_is_told_once(here: Path) -> None:
    told = befit("check", "weeks", "--catalogue", "nowhere.yaml")
    assert (told.exit_code, told.stdout) == (1, "")
    assert told.stderr == "There is no file nowhere.yaml. Check the path.\n"


def test_nothing_to_check_is_wrong_usage(here: Path) -> None:
    refused = befit("check")
    assert (refused.exit_code, refused.stderr) == (
        2,
        "befit check needs a FILE. befit check --help says more.\n",
    )


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def faulty(here: Path) -> list[str]:
    """What to say to have two files checked that cannot be read, and one that can."""
    (here / "bad.md").write_text("Run easy.\n")
    (here / "bad.yaml").write_text("exercises: 3\n")
    return ["check", "bad.md", "bad.yaml", "weeks/week-01.md"]


@pytest.mark.parametrize("width", [40, 80])
@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_a_terminal_breaks_what_is_told_between_words(
    stream: str, width: int, faulty: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    words = getattr(befit(*faulty), stream).split()
    terminal = Terminal()
    monkeypatch.setattr(sys, stream, terminal)
    monkeypatch.setenv("COLUMNS", str(width))
    assert app(faulty, standalone_mode=False) == 1
    lines = [line.rstrip() for line in terminal.getvalue().splitlines()]
    assert max(map(len, lines)) <= width
    assert " ".join(lines).split() == words


def test_a_pipe_has_each_fault_on_one_line_however_long(faulty: list[str]) -> None:
    told = CliRunner().invoke(app, faulty, env={"COLUMNS": "40"}).stderr
    assert [line.partition(": ")[0] for line in told.splitlines()] == ["bad.md:1", "bad.yaml:1:12"]


@pytest.mark.parametrize("format", ["md", "json"])
@pytest.mark.parametrize("speaks", ["en", "es"])
def test_a_plan_is_judged_by_the_exercises_in_its_own_language(
    format: str, speaks: str, tmp_path: Path
) -> None:
    with speaking(Language.ES):
        catalogue = load_catalogue()
        athlete = Athlete(niggles=(Niggle.ITB,), kit=(Kit.STEP, Kit.BAND, Kit.DUMBBELL))
        plan = make_plan(athlete, catalogue, plan_season(athlete, date(2026, 11, 23), 2))
    text = views.render(replace(plan, language=Language.ES), format, catalogue=catalogue)
    file = tmp_path / f"plan.{format}"
    file.write_text(str(text), encoding="utf-8")

    # what a niggle says of an exercise stands in the plan as its catalogue says it
    result = befit("check", str(file), "--lang", speaks)
    assert result.exit_code == 0, result.output
