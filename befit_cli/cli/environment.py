"""What befit finds on the runner's machine: the day, their profile, and exercises of their own."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

from typer import get_app_dir

from befit_cli.errors import BefitError
from befit_cli.runner.options import CATALOGUE


def today() -> date:
    """The day it is where the runner is."""
    return date.today()


def profile_in_use() -> Path | None:
    """The profile, if there is one; raises BefitError where BEFIT_PROFILE names a file that is not
    there.
    """
    path = profile_path()
    # unlike the method of a path, os.path.exists never raises, whatever the name
    if path is None or os.path.exists(path):
        return path
    if os.environ.get("BEFIT_PROFILE"):
        raise BefitError(
            f"There is no file {path}, and BEFIT_PROFILE names it.",
            "Say befit init to write it, or unset BEFIT_PROFILE.",
        )
    return None


def profile_to_write() -> Path:
    """Where the profile is, or would be; raises BefitError where there is no place for one."""
    path = profile_path()
    if path is None:
        raise BefitError(
            "There is no home folder to keep your profile in.",
            "Name a file for it with BEFIT_PROFILE=FILE.",
        )
    return path


def own_catalogue() -> Path | None:
    """The file of exercises that the environment names."""
    named = os.environ.get(CATALOGUE.environment)
    return Path(named) if named else None


def profile_path() -> Path | None:
    """Where the profile is, or would be: the file that BEFIT_PROFILE names, else one in the home
    folder, else nowhere.
    """
    if named := os.environ.get("BEFIT_PROFILE"):
        return Path(named)
    # without a home the folder's name keeps its tilde, and would be made where befit is run
    usual = Path(get_app_dir("befit"), "profile.yaml")
    return usual if usual.is_absolute() else None
