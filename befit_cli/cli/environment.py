"""What befit finds on the runner's machine: the day, their profile, and exercises of their own."""

from __future__ import annotations

import os
import re
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from shlex import quote

from befit_cli import files
from befit_cli.errors import BefitError, did_you_mean
from befit_cli.language import _
from befit_cli.runner.beside import log_beside
from befit_cli.runner.options import CATALOGUE
from befit_cli.values import Separator

ROSTER = "BEFIT_ROSTER"
"""The variable that names a coach's roster."""
_DECIMAL_COMMA = (
    r"(?!(?:de_(?:CH|LI)|it_CH|es_(?:DO|GT|HN|MX|NI|PA|PE|PR|SV|US))\b)"
    r"(?:az|be|bg|bs|ca|cs|da|de|el|es|et|eu|fi|fo|fr|fy|gl|hr|hu|hy|id|is|it|ka|kk|ky|lt|lv|mk|nb"
    r"|nl|nn|no|pl|pt|ro|ru|sk|sl|sq|sr|sv|tr|uk|uz|vi)(?:_\w+)?"
)
"""The locales, language and country, whose numbers have a decimal comma; first, those countries of
such a language whose numbers have none.
"""


def today() -> date:
    """The day it is where the runner is."""
    return date.today()


def this_moment() -> datetime:
    """The moment it is, whatever the zone."""
    return datetime.now(UTC)


def profile_in_use(named: Path | None = None) -> Path | None:
    """The profile, if there is one; raises BefitError where somebody names a file that is not
    there, be it `named` or with BEFIT_PROFILE.
    """
    path = profile_path(named)
    if path is None or files.is_there(path):
        return path
    if named is not None:
        hint = _("Say befit init --profile {name} to write it.", name=quote(str(named)))
        raise BefitError(
            _("There is no file {path}, and --profile names it.", path=path),
            f"{hint} {_of_whom(named, path)}".rstrip(),
        )
    if _named_by("BEFIT_PROFILE"):
        raise BefitError(
            _("There is no file {path}, and BEFIT_PROFILE names it.", path=path),
            _("Say befit init to write it, or unset BEFIT_PROFILE."),
        )
    return None


def profile_to_write(named: Path | None = None) -> Path:
    """Where the profile is, or would be; raises BefitError where there is no place for one."""
    path = profile_path(named)
    if path is None:
        raise BefitError(
            _("There is no home folder to keep your profile in."),
            _("Name a file for it with BEFIT_PROFILE=FILE."),
        )
    return path


def own_catalogue() -> Path | None:
    """The file of exercises that the environment names."""
    return _named_by(CATALOGUE.environment)


def _named_by(variable: str) -> Path | None:
    """The file or folder that the variable names; a blank one names none."""
    named = os.environ.get(variable, "")
    return Path(from_home(named)) if named.strip() else None


def roster_folder() -> Path | None:
    """The folder, or the file, of the roster that BEFIT_ROSTER names."""
    return _named_by(ROSTER)


def roster_in_use(named: Path | None) -> Path:
    """The folder or file that is `named`, else the one that BEFIT_ROSTER names; raises BefitError
    where there is none.
    """
    path = named or roster_folder()
    if path is None:
        raise BefitError(
            _("There is no roster."),
            _(
                "Give a folder with a profile for each runner, or name it with {variable}=FOLDER.",
                variable=ROSTER,
            ),
        )
    return path


def profile_path(named: Path | None = None) -> Path | None:
    """Where the profile is, or would be: the file that is `named`, by its path or as a runner of
    the roster, or that BEFIT_PROFILE names, else one in the home folder, else nowhere.
    """
    if named is not None:
        return _of_roster(named) or named
    if by_environment := _named_by("BEFIT_PROFILE"):
        return by_environment
    folder = _settings()
    return None if folder is None else folder / "befit" / "profile.yaml"


def log_path(profile: Path | None) -> Path | None:
    """Where the log is, or would be, of whoever has the profile that is or would be there: the file
    that BEFIT_LOG names, which is nobody's of a roster, else one beside the profile, else nowhere.
    """
    of_roster = profile is not None and profile.parent == roster_folder()
    if (named := _named_by("BEFIT_LOG")) and not of_roster:
        return named
    if profile is None:
        return None
    return log_beside(profile)


def log_to_write(profile: Path | None = None) -> Path:
    """Where the log of the one who has that profile is, or would be; raises BefitError where there
    is no place for one.
    """
    path = log_path(profile_path(profile))
    if path is None:
        raise BefitError(
            _("There is no home folder to keep your log in."),
            _("Name a file for it with BEFIT_LOG=FILE."),
        )
    return path


def usual_separator() -> Separator:
    """What spreadsheets of the machine's locale expect between the cells of a table: a semicolon
    where numbers have a decimal comma, else a comma.
    """
    names = [os.environ.get(name, "") for name in ("LC_ALL", "LC_NUMERIC", "LANG")]
    locale, *_ = re.split(r"[.@]", next(filter(None, names), ""))  # of de_DE.UTF-8@euro
    return Separator.SEMICOLON if re.fullmatch(_DECIMAL_COMMA, locale) else Separator.COMMA


def home() -> Path | None:
    """The home folder, if there is one: what HOME names, else the one that the system has of the
    user. A HOME that is empty or relative counts as unset: it would mean another folder wherever
    befit is run.
    """
    if sys.platform == "win32":
        return Path(os.path.expanduser("~"))
    named = os.environ.get("HOME", "")
    if not os.path.isabs(named):
        import pwd

        try:
            named = pwd.getpwuid(os.getuid()).pw_dir
        except KeyError:
            # a user of a container may have a number and no name
            return None
    return Path(named) if os.path.isabs(named) else None


def from_home(path: str) -> str:
    """The path with the home folder for a `~` that it begins with: a shell leaves it in
    `--catalogue=~/mine.yaml`, and in quotes. As it is where there is no home.
    """
    begin, separator, rest = path.partition("/")
    folder = home() if begin == "~" else None
    return path if folder is None else str(folder) + separator + rest


def _of_roster(named: Path) -> Path | None:
    """The profile of a runner of the roster, by their name or what their files are called, or of a
    path without its ending; None for a path that is whole.
    """
    folder = roster_folder()
    if folder is None or len(named.parts) > 1 or os.path.exists(named):
        return _with_its_ending(named)
    from befit_cli.roster.members import profile_called

    return profile_called(str(named), folder)


def _with_its_ending(named: Path) -> Path | None:
    """`team/ana.yaml` for `team/ana`, where only that is there."""
    whole = named.with_name(f"{named.name}.yaml") if named.name else named
    return whole if files.is_there(whole) and not files.is_there(named) else None


def _of_whom(named: Path, profile: Path) -> str:
    """The runners of the roster that would have that profile; empty for a profile of no roster."""
    folder = roster_folder()
    if folder is None or profile.parent != folder:
        return ""
    from befit_cli.roster.members import profiles_in

    if not folder.is_dir():
        return _("{variable} names no folder.", variable=ROSTER)
    names = [path.stem for path in profiles_in(folder)]
    if not names:
        return _("{variable} has nobody yet.", variable=ROSTER)
    nearest = did_you_mean(str(named), names) or "."
    return _(
        "{variable} has {names}{nearest}",
        variable=ROSTER,
        names=", ".join(names),
        nearest=nearest,
    )


def _settings() -> Path | None:
    """Where this system keeps the settings of all programs; None where there is no home."""
    if sys.platform == "win32":
        from typer import get_app_dir

        return Path(get_app_dir("befit")).parent
    if sys.platform != "darwin":
        # its specification: a path that is empty or relative counts as unset
        named = os.environ.get("XDG_CONFIG_HOME", "")
        if os.path.isabs(named):
            return Path(named)
    folder = home()
    if folder is None:
        return None
    return folder / ("Library/Application Support" if sys.platform == "darwin" else ".config")
