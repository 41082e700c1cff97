"""What lies beside a profile, and by its name belongs to the same runner."""

from __future__ import annotations

import os
from pathlib import Path

from befit_cli import files
from befit_cli.recognition import BEFIT_CALENDAR, HEAD_BYTES

_OWN = "profile"
"""The name of a profile whose log is called after nobody."""
_LOG = "log.yaml"


def log_beside(profile: Path) -> Path:
    """The log of who has that profile, whether it is there or not: `ana.log.yaml`."""
    whose = "" if profile.stem == _OWN else f"{profile.stem}."
    return profile.parent / f"{whose}{_LOG}"


def is_log(name: str) -> bool:
    """Whether a file of that name is somebody's log."""
    return name == _LOG or name.endswith(f".{_LOG}")


def journal_beside(log: Path) -> Path:
    """Where the session that is being done stands: beside the log, and named after it."""
    return log.parent / f"{log.stem}.session.jsonl"


def running_plan_beside(profile: Path) -> Path | None:
    """The calendar of the same name, if there is one: a running plan, but where befit wrote it.

    Raises BefitError where it cannot be read.
    """
    file = profile.with_suffix(".ics")
    if not os.path.isfile(file) or BEFIT_CALENDAR.encode() in files.beginning(file, HEAD_BYTES):
        return None
    return file
