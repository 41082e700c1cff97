"""Every command that reads or changes files, given files that mean harm: it is told in words, by
the place where it is wrong, and nothing is changed.
"""

from __future__ import annotations

import io
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from kept_profile import PROFILE
from rich.console import Console
from set_clock import at
from typer.testing import CliRunner, Result

from befit_cli.cli import app, guided

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


READS: dict[str, tuple[tuple[str, ...], str]] = {
    "export": (("export", "{}.md", "-f", "html"), "md"),
    "check": (("check", "{}.json"), "json"),
    "today": (("today", "--profile", "{}.yaml"), "yaml"),
    "adjust": (("adjust", "--hard", "wed", "--profile", "{}.yaml"), "yaml"),
    "off": (("off", "ill", "--profile", "{}.yaml"), "yaml"),
    "done": (("done", "--profile", "{}.yaml"), "yaml"),
    "log": (("log", "--profile", "{}.yaml"), "yaml"),
    "go": (("go", "--profile", "{}.yaml"), "yaml"),
    "runs": (("runs", "{}.csv"), "csv"),
    "runs of a calendar": (("runs", "{}.ics"), "ics"),
    "log --import": (("log", "--import", "{}.csv", "--yes"), "csv"),
    "a table of runners": (("roster", "{}.csv"), "csv"),
    "a list of runners": (("roster", "{}.yaml"), "yaml"),
    "roster --import": (("roster", "--import", "{}.csv", "-o", "team/"), "csv"),
    "today after a log": (("today",), "log"),
    "done in a log": (("done",), "log"),
    "done --undo of a log": (("done", "--undo"), "log"),
    "off in a log": (("off", "ill"), "log"),
    "log of a log": (("log",), "log"),
    "go after a log": (("go",), "log"),
}
"""What is said, and what the file that it reads is called: the log is named by BEFIT_LOG."""


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


def reading(said: tuple[str, ...], ending: str, name: str) -> Result:
    """The command's answer, where the file that it reads is called so."""
    environment = {"BEFIT_LOG": f"{name}.{ending}"} if ending == "log" else {}
    return befit(*[word.format(name) for word in said], **environment)


@pytest.mark.parametrize("make", BAD.values(), ids=BAD)
@pytest.mark.parametrize(("said", "ending"), READS.values(), ids=READS)
def test_a_file_that_means_harm_is_told(
    said: tuple[str, ...], ending: str, make: Callable[[Path], object], home: Path
) -> None:
    make(home / f"b.{ending}")
    before = sorted(os.listdir(home))
    start = time.process_time()
    refused = reading(said, ending, "b")
    assert time.process_time() - start < 3
    assert (refused.exit_code, refused.stdout) == (1, ""), refused.exception
    assert all(f"b.{ending}" in line for line in refused.stderr.splitlines())
    assert sorted(os.listdir(home)) == before


TRICK = "b\x1b[31m\nAll is well"


@pytest.mark.parametrize("make", [BAD["a folder"], BAD["bytes"]], ids=["a folder", "a file"])
@pytest.mark.parametrize(("said", "ending"), READS.values(), ids=READS)
def test_the_name_of_a_file_forges_no_line(
    said: tuple[str, ...], ending: str, make: Callable[[Path], object], home: Path
) -> None:
    make(home / f"{TRICK}.{ending}")
    refused = reading(said, ending, TRICK)
    lines = refused.stderr.splitlines()
    assert refused.exit_code == 1
    assert all("b\\x1b[31m\\nAll is well" in line and line.isprintable() for line in lines)
