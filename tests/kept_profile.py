"""A profile that its runner keeps, and befit's clock, for the tests of commands that use a log."""

from __future__ import annotations

from pathlib import Path

import pytest
from set_clock import at

from befit_cli.log.log_file import load_log
from befit_cli.values import History

PROFILE = """\
race: half
race-date: 2027-02-14
start: 2026-11-23
hard: tue, thu
long-run: sun
"""
"""Whose sessions stand on Tuesday and Thursday."""


def kept(folder: Path, monkeypatch: pytest.MonkeyPatch, today: str, profile: str = PROFILE) -> Path:
    """The profile in the folder, which befit finds on that day."""
    path = folder / "profile.yaml"
    path.write_text(profile)
    monkeypatch.setenv("BEFIT_PROFILE", str(path))
    at(monkeypatch, today)
    return path


def history(profile: Path) -> History:
    """What is logged beside the profile."""
    return load_log(profile.with_name("log.yaml"))
