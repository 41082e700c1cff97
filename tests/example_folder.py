"""A folder in which every example of help and of the pages runs: what each reads is there."""

from __future__ import annotations

import shlex
import shutil
from pathlib import Path

import pytest
from kept_profile import PROFILE
from sample_catalogue import TEN_LINES
from set_clock import at
from typer.testing import CliRunner, Result

from befit_cli.cli import app

_WEDNESDAY = "2026-12-02"
"""The day on which the examples run: the second week's Tuesday has a session with squats."""
NEEDS_TERMINAL = "befit go"
_DATA = Path(__file__).parent / "data"
_READ = {
    "club.csv": _DATA / "club.csv",
    "plan.ics": _DATA / "running-plans" / "05-all-day.ics",
    "marathon.ics": _DATA / "running-plans" / "05-all-day.ics",
    "plan.csv": _DATA / "running-plans" / "03-a-line-a-day.csv",
    "strong.csv": _DATA / "logs" / "strong.csv",
}
_WRITTEN = (
    "befit plan -o plan.md",
    "befit plan --week 6 -o week-6.md",
    "befit block -o block.json",
    "befit block -o weeks/",
    "befit done 2026-11-24 squat 3x8",
    "befit done thu --profile ana",
)


def fill(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lay there what examples read: a profile of one's own and one of Ana's, a log, running plans,
    saved plans, and a catalogue.
    """
    (folder / "profile.yaml").write_text(PROFILE, encoding="utf-8")
    (folder / "ana.yaml").write_text(PROFILE, encoding="utf-8")
    (folder / "team").mkdir()
    for name in ("ana", "ben"):
        (folder / "team" / f"{name}.yaml").write_text(PROFILE, encoding="utf-8")
    (folder / "list.csv").write_text("name,race\nAna,half\nBen,10k\n", encoding="utf-8")
    (folder / "my.yaml").write_text(TEN_LINES, encoding="utf-8")
    (folder / "my-exercises.yaml").write_text(TEN_LINES, encoding="utf-8")
    for name, source in _READ.items():
        shutil.copy(source, folder / name)
    enter(folder, monkeypatch)
    for command in _WRITTEN:
        assert run(command).exit_code == 0, command


def enter(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Be in a folder that was filled, on the Wednesday, with its profile."""
    monkeypatch.chdir(folder)
    monkeypatch.setenv("BEFIT_PROFILE", str(folder / "profile.yaml"))
    monkeypatch.setenv("BEFIT_ROSTER", "team")
    at(monkeypatch, _WEDNESDAY)


def run(example: str) -> Result:
    """befit's answer to an example as it stands on a page: its remark and what goes to a file are
    left out, every question gets Enter, and what it writes is not there yet.
    """
    program, *arguments = shlex.split(example.partition(" > ")[0], comments=True)
    assert program == "befit"
    if "-o" in arguments:
        _remove(Path(arguments[arguments.index("-o") + 1]))
    return CliRunner().invoke(app, arguments, input="\n" * 20)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    path.unlink(missing_ok=True)
