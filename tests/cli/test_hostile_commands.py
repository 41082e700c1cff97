"""Every command that reads or changes files, given files that mean harm: it is told in words, by
the place where it is wrong, and nothing is changed.
"""

from __future__ import annotations

import io
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from resource import RLIMIT_FSIZE, getrlimit, setrlimit
from typing import Any

import pytest
from kept_profile import PROFILE
from rich.console import Console
from set_clock import at
from typer.testing import CliRunner, Result

from befit_cli.cli import app, guided
from befit_cli.cli.commands import adjust
from befit_cli.cli.request import make_plan
from befit_cli.log.log_file import load_log
from befit_cli.runner.profile import adjusted_now
from befit_cli.values import History, Plan

THURSDAY = "2026-11-26"
LOG = """\
- date: 2026-11-24
  plan: {began: 2026-11-23, week: 1, slot: 1}
  did: {squats: {form: Bodyweight squat, reps: [8, 8]}}
"""
PLAN_OF_RUNS = """\
day,session
2026-11-24,Intervals 6 x 800 m
2026-11-29,Long run 18 km
"""
LIFTS = """\
Date,Workout Name,Exercise Name,Set Order,Weight,Weight Unit,Reps,RPE,Distance,Seconds,Notes
2026-11-20 18:00:00,Legs,Squat (Barbell),1,60,kg,5,,0,0,
"""
ROSTER = "name,race,start\nAna,half,2026-11-23\nBen,10k,2026-11-23\n"


def befit(*arguments: str, **environment: str) -> Result:
    return CliRunner().invoke(app, list(arguments), env={"COLUMNS": "100", **environment})


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a profile and a log, on a Thursday."""
    (tmp_path / "profile.yaml").write_text(PROFILE)
    (tmp_path / "log.yaml").write_text(LOG)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BEFIT_PROFILE", "profile.yaml")
    monkeypatch.setattr(guided, "terminal", lambda: Console(file=io.StringIO()))
    at(monkeypatch, THURSDAY)
    return tmp_path


READS: dict[str, tuple[str, str]] = {
    "export": ("export b.md -f html", "b.md"),
    "check": ("check b.json", "b.json"),
    "today": ("today --profile b.yaml", "b.yaml"),
    "adjust": ("adjust --hard wed --profile b.yaml", "b.yaml"),
    "off": ("off ill --profile b.yaml", "b.yaml"),
    "done": ("done --profile b.yaml", "b.yaml"),
    "log": ("log --profile b.yaml", "b.yaml"),
    "go": ("go --profile b.yaml", "b.yaml"),
    "runs": ("runs b.csv", "b.csv"),
    "runs of a calendar": ("runs b.ics", "b.ics"),
    "log --import": ("log --import b.csv --yes", "b.csv"),
    "roster of a table": ("roster b.csv", "b.csv"),
    "roster of a list": ("roster b.yaml", "b.yaml"),
    "roster --import": ("roster --import b.csv -o team/", "b.csv"),
    "today after a log": ("today", "b.log"),
    "done in a log": ("done", "b.log"),
    "done --undo in a log": ("done --undo", "b.log"),
    "off in a log": ("off ill", "b.log"),
    "log of a log": ("log", "b.log"),
    "go after a log": ("go", "b.log"),
}
"""What is said, and the file that it reads; a log is named by BEFIT_LOG."""
READERS = [
    *("export", "check", "today", "runs", "runs of a calendar", "log --import"),
    *("roster of a table", "roster of a list", "log of a log"),
]
"""Of those that read one kind of file alike, one."""


def a_device(name: str) -> Callable[[Path], object]:
    return lambda path: path.symlink_to(name)


BAD: dict[str, Callable[[Path], object]] = {
    "bytes": lambda path: path.write_bytes(bytes(range(256)) * 40),
    "not UTF-8": lambda path: path.write_bytes("name: José\nrace: half\n".encode("latin-1")),
    "a folder": Path.mkdir,
    "a link to itself": lambda path: path.symlink_to(path),
    "a pipe": os.mkfifo,
    "a device without end": a_device("/dev/zero"),
    "a device that is full": a_device("/dev/full"),
    "100 MB": lambda path: os.truncate(os.open(path, os.O_CREAT | os.O_WRONLY), 100_000_000),
    "a deep file": lambda path: path.write_text("[" * 100_000),
    "a billion laughs": lambda path: path.write_text(
        "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nathletes: [*c, *c]\n"
    ),
    "a line of 100,000": lambda path: path.write_text("x" * 100_000),
    "a NUL": lambda path: path.write_text("name: Ana\0\n"),
}


def reading(command: str, name: str) -> Result:
    """The command's answer, where the file that it reads is called so."""
    said, usual = READS[command]
    environment = {"BEFIT_LOG": name} if usual == "b.log" else {}
    return befit(*[name if word == usual else word for word in said.split()], **environment)


def is_told(command: str, make: Callable[[Path], object], home: Path) -> None:
    _said, name = READS[command]
    make(home / name)
    before = sorted(os.listdir(home))
    start = time.process_time()
    refused = reading(command, name)
    assert time.process_time() - start < 3
    assert (refused.exit_code, refused.stdout) == (1, ""), refused.exception
    assert all(name in line for line in refused.stderr.splitlines())
    assert sorted(os.listdir(home)) == before


@pytest.mark.of_a_kind(30)
@pytest.mark.parametrize("make", BAD.values(), ids=BAD)
@pytest.mark.parametrize("command", READERS)
def test_a_file_that_means_harm_is_told(
    command: str, make: Callable[[Path], object], home: Path
) -> None:
    is_told(command, make, home)


@pytest.mark.parametrize("bad", ["a link to itself", "a device without end"])
@pytest.mark.parametrize("command", [command for command in READS if command not in READERS])
def test_it_is_told_by_every_command(command: str, bad: str, home: Path) -> None:
    is_told(command, BAD[bad], home)


@pytest.mark.parametrize("command", READS)
def test_the_name_of_a_file_forges_no_line(command: str, home: Path) -> None:
    _said, name = READS[command]
    trick = f"\x1b[31m\nAll is well.{name}"
    BAD["bytes"](home / trick)
    refused = reading(command, trick)
    lines = refused.stderr.splitlines()
    assert refused.exit_code == 1
    assert all("\\x1b[31m\\nAll is well" in line and line.isprintable() for line in lines)


def test_among_files_that_mean_harm_a_sound_runner_has_a_plan(home: Path) -> None:
    team = home / "team"
    team.mkdir()
    (team / "sound.yaml").write_text(PROFILE)
    for number, make in enumerate(BAD.values()):
        make(team / f"profile-{number}.yaml")
        (team / f"log-{number}.yaml").write_text(PROFILE)
        make(team / f"log-{number}.log.yaml")
    shown = befit("roster", "team")
    faults = shown.stderr.splitlines()
    told = {Path(fault.partition(":")[0].split(" ")[0]).name.split(".")[0] for fault in faults}
    assert shown.exit_code == 1
    assert all(fault.isprintable() for fault in faults)
    assert "1 of 12" in shown.stdout
    assert told == {f"{kind}-{number}" for kind in ("profile", "log") for number in range(len(BAD))}


PLACES = {
    "a profile that is a folder": {"BEFIT_PROFILE": "."},
    "a profile that is the root": {"BEFIT_PROFILE": "//"},
    "a log that is a folder": {"BEFIT_LOG": "."},
    "a profile in no folder": {"BEFIT_PROFILE": "nowhere/profile.yaml"},
    "a name that is too long": {"BEFIT_PROFILE": "x" * 300},
    "a log whose name is too long": {"BEFIT_LOG": "x" * 300},
}


@pytest.mark.of_a_kind(12)
@pytest.mark.parametrize("environment", PLACES.values(), ids=PLACES)
@pytest.mark.parametrize("command", ["today", "done", "go", "off ill", "adjust --hard wed", "log"])
def test_a_place_where_no_file_can_be_is_told_and_stays_empty(
    command: str, environment: dict[str, str], home: Path
) -> None:
    before = sorted(os.listdir(home))
    refused = befit(*command.split(), **environment)
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert len(refused.stderr.splitlines()) == 1
    assert sorted(os.listdir(home)) == before


def as_other_editors_write(text: str) -> bytes:
    """The text with a mark of how it is encoded, and a carriage return at each line's end."""
    return b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()


SOUND = {
    "a profile, by today": ("today", "profile.yaml", PROFILE),
    "a profile, by adjust": ("adjust --hard wed", "profile.yaml", PROFILE),
    "a log, by done": ("done", "log.yaml", LOG),
    "a log, by undo": ("done --undo", "log.yaml", LOG),
    "a running plan": ("runs runs.csv", "runs.csv", PLAN_OF_RUNS),
    "a log of lifting": ("log --import lifts.csv --yes", "lifts.csv", LIFTS),
    "a table of runners": ("roster club.csv", "club.csv", ROSTER),
}


@pytest.mark.parametrize(("command", "name", "text"), SOUND.values(), ids=SOUND)
def test_a_file_is_read_as_other_editors_write_it(
    command: str, name: str, text: str, home: Path
) -> None:
    answers = []
    for content in (text.encode(), as_other_editors_write(text)):
        (home / "profile.yaml").write_text(PROFILE)
        (home / "log.yaml").write_text(LOG)
        (home / name).write_bytes(content)
        answer = befit(*command.split())
        answers.append((answer.exit_code, answer.stdout, answer.stderr))
    assert answers[0] == answers[1]
    assert answers[0][0] == 0


WRITES = {
    "adjust": "adjust --hard wed",
    "off": "off ill",
    "runs": "runs runs.csv --as Intervals=easy",
    "done": "done thu",
    "log --import": "log --import lifts.csv --yes",
    "roster to a file": "roster club.csv -o team.csv",
    "roster to a wall": "roster club.csv -o wall.html",
    "roster to a folder": "roster club.csv -o out/",
    "roster --import": "roster --import club.csv -o team/",
}


@pytest.fixture
def full(home: Path) -> Path:
    """The folder with all that a command needs to write something."""
    (home / "runs.csv").write_text(PLAN_OF_RUNS)
    (home / "lifts.csv").write_text(LIFTS)
    (home / "club.csv").write_text(ROSTER)
    return home


def contents(folder: Path) -> dict[str, bytes | None]:
    """Every file and folder below it, with its content."""
    found = {path: path.read_bytes() if path.is_file() else None for path in folder.rglob("*")}
    return {str(path.relative_to(folder)): content for path, content in found.items()}


@contextmanager
def a_full_disk() -> Iterator[None]:
    """No file can have more than a few bytes meanwhile."""
    soft, hard = getrlimit(RLIMIT_FSIZE)
    setrlimit(RLIMIT_FSIZE, (30, hard))
    try:
        yield
    finally:
        setrlimit(RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("command", WRITES.values(), ids=WRITES)
def test_a_full_disk_is_told_and_leaves_everything_as_it_was(command: str, full: Path) -> None:
    before = contents(full)
    with a_full_disk():
        refused = befit(*command.split())
    assert refused.exit_code == 1
    assert "cannot be written: File too large." in refused.stderr
    assert contents(full) == before


@pytest.mark.parametrize(
    ("output", "sentence"),
    [
        pytest.param(f"{'x' * 300}/", "cannot be made a folder: File name too long.", id="long"),
        pytest.param(
            f"{'x' * 300}.html", "cannot be written: File name too long.", id="a long file"
        ),
        pytest.param("circle.html", "circle.html is there and is no file.", id="a link to itself"),
        pytest.param("log.yaml/", "log.yaml/ cannot be made a folder: File exists.", id="a file"),
    ],
)
def test_a_roster_that_cannot_be_written_is_one_sentence(
    output: str, sentence: str, full: Path
) -> None:
    (full / "circle.html").symlink_to("circle.html")
    before = sorted(os.listdir(full))
    refused = befit("roster", "club.csv", "-o", output)
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert len(refused.stderr.splitlines()) == 1
    assert sentence in refused.stderr
    assert sorted(os.listdir(full)) == before


SHOWS = ("today", "adjust", "off", "log", "log squat", "runs runs.csv", "roster club.csv")


@pytest.mark.parametrize("command", SHOWS)
@pytest.mark.usefixtures("full")
def test_a_closed_stdout_changes_no_exit_code(
    command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stdin", None)
    assert app(command.split(), standalone_mode=False) == 0


@pytest.mark.parametrize("columns", ["1", "20"])
@pytest.mark.parametrize("command", SHOWS)
@pytest.mark.usefixtures("full")
def test_it_is_shown_on_the_narrowest_and_plainest_terminal(command: str, columns: str) -> None:
    ascii_alone = CliRunner(charset="ascii")
    plain = {"COLUMNS": columns, "TERM": "dumb", "LANG": "C"}
    shown = ascii_alone.invoke(app, command.split(), env=plain)
    assert shown.exit_code == 0
    assert shown.stdout_bytes.isascii()
    assert "\x1b" not in shown.stdout


DAYS = {
    "a leap day": "2024-02-29",
    "a 53rd week": "2026-12-31",
    "a new year in the 53rd week of the old": "2027-01-01",
    "the day on which clocks change": "2026-10-25",
}


@pytest.mark.parametrize("today", DAYS.values(), ids=DAYS)
def test_what_is_done_or_off_is_so_on_the_day_that_it_is(
    today: str, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    day = at(monkeypatch, today)
    monday = day - timedelta(days=day.weekday())
    (home / "profile.yaml").write_text(f"start: {monday}\nhard: none\n")
    (home / "log.yaml").unlink()
    for command in ("done today squat 3x8", "off away today"):
        assert befit(*command.split()).exit_code == 0
    log = load_log(home / "log.yaml")
    assert [session.date for session in log.sessions] == [day]
    assert [(away.first, away.last) for away in log.away] == [(day, day)]


def beside(*commands: str) -> list[int]:
    """The exit codes of these commands, each in a process of its own, all at once."""
    children = []
    for command in commands:
        child = os.fork()
        if child == 0:
            os._exit(befit(*command.split()).exit_code)
        children.append(child)
    return [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]


def logged(home: Path, *commands: str) -> History:
    """What the log has after these commands, one after the other."""
    (home / "profile.yaml").write_text(PROFILE)
    (home / "log.yaml").write_text(LOG)
    for command in commands:
        assert befit(*command.split()).exit_code == 0
    return load_log(home / "log.yaml")


@pytest.mark.parametrize("command", ["done thu", "done --undo"])
def test_of_two_who_change_a_log_at_once_each_does_what_it_says(command: str, home: Path) -> None:
    other = "off away fri"
    in_turn = [logged(home, command, other), logged(home, other, command)]
    logged(home)
    assert beside(command, other) == [0, 0]
    assert load_log(home / "log.yaml") in in_turn
    assert sorted(os.listdir(home)) == ["log.yaml", "profile.yaml"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("adjust --hard wed", "adjust --kit none", id="of one week"),
        pytest.param("adjust --kit none", "off away sat", id="and days off"),
        pytest.param("adjust --hard wed", "adjust --week 3 --hard wed", id="of two weeks"),
    ],
)
def test_of_two_who_change_a_week_at_once_both_changes_stay(
    one: str, other: str, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other comes when the one has read the profile, and has not written it yet."""
    profile = home / "profile.yaml"
    for command in (one, other):
        assert befit(*command.split()).exit_code == 0
    wanted = adjusted_now(profile)
    profile.write_text(PROFILE)
    (home / "log.yaml").write_text(LOG)
    with monkeypatch.context() as patch:

        def meanwhile(*asked: Any) -> Plan:
            patch.undo()
            assert beside(other) == [0]
            return make_plan(*asked)

        patch.setattr(adjust, "make_plan", meanwhile)
        assert befit(*one.split()).exit_code == 0
    assert adjusted_now(profile) == wanted


def test_two_rosters_with_one_folder_leave_it_whole(full: Path) -> None:
    write = "roster club.csv -o out/ --force"
    assert beside(write, write) == [0, 0]
    whole = contents(full / "out")
    assert sorted(whole) == ["ana.html", "ben.html", "index.html"]
    assert befit(*write.split()).exit_code == 0
    assert contents(full / "out") == whole


STEPS = {"when it is written": "chmod", "before it has its name": "replace"}
"""What befit does last with a file before it is there."""


@pytest.mark.parametrize("step", STEPS.values(), ids=STEPS)
@pytest.mark.parametrize("command", ["adjust --hard wed", "done thu", "done --undo"])
def test_killed_on_the_way_it_leaves_profile_and_log_as_they_were(
    command: str, step: str, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(home)
    with monkeypatch.context() as patch:
        patch.setattr(Path, step, lambda *_: os.kill(os.getpid(), signal.SIGKILL))
        assert beside(command) == [-signal.SIGKILL]
    left = contents(home)
    assert {name: left[name] for name in before} == before
    assert befit(*command.split()).exit_code == 0
    assert sorted(os.listdir(home)) == ["log.yaml", "profile.yaml"]
