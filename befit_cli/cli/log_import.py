"""Another app's log, or a ticked plan, added to the runner's own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from befit_cli import files
from befit_cli.cli import options as take
from befit_cli.cli.answers import ask_line
from befit_cli.cli.consoles import console, errors_console, say
from befit_cli.cli.environment import today
from befit_cli.errors import BefitError, UsageError
from befit_cli.language import _, message, plural
from befit_cli.log.imports import MOST_BYTES, Imported, UnknownName, new_sessions, read_import
from befit_cli.log.log_file import append
from befit_cli.runner.alone import NONE
from befit_cli.runner.options import TZ
from befit_cli.runner.profile import NAMES
from befit_cli.runner.written_profile import named_profile, write_profile

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from befit_cli.cli.options import Options
    from befit_cli.cli.request import Runner
    from befit_cli.values import SessionLog

_YESES = ("y", "s")
"""How yes begins, in English and Spanish."""
_TRIES = 3
_AGAIN = message("Say befit log --import again, with --yes to be asked nothing.")


def add_from(file: Path, runner: Runner, options: Options) -> None:
    """Show what the file says was done, and add what is new, where the runner says so; names that
    befit doesn't know are asked once, and kept in the profile.

    Raises BefitError for a file that cannot be read, and UsageError where nobody says what its
    weights are in.
    """
    from befit_cli.views import imported as view

    content = files.read(file, MOST_BYTES)
    names: dict[str, str] = dict(runner.request.words.get(NAMES, {}))
    found = _read(content, file, runner, options, names)
    asked: dict[str, str] = {}
    if found.unknown and not options.yes:
        asked = _asked(found.unknown, runner)
        found = _read(content, file, runner, options, {**names, **asked})
    new = new_sessions(found.sessions, runner.request.history)
    view.show(found, new, runner.request.catalogue, console())
    wanted = bool(new) and (options.yes or _wanted(new))
    if asked:
        write_profile(runner.path, lambda: named_profile(runner.path, asked))
    if not wanted:
        say(_("Nothing was added.") if new else _("Nothing is new in it."))
        return
    append(runner.log, *new)
    say(
        plural(
            len(new),
            "Written to {path}. befit log shows it; befit done --undo takes it back.",
            "Written to {path}. befit log shows it; befit done --undo takes it back, the last of "
            "the {n} sessions first.",
            path=runner.log,
        )
    )


def _read(
    content: bytes, file: Path, runner: Runner, options: Options, names: Mapping[str, str]
) -> Imported:
    request = runner.request
    unit = options.words.get(take.UNIT.name)
    return read_import(
        content,
        str(file),
        request.catalogue,
        today=today(),
        zone=TZ.read(request.words.get(TZ.name) or NONE, request.catalogue),
        units=request.athlete.units,
        file_units=None if unit is None else take.UNIT.read(unit, request.catalogue),
        names=names,
    )


def _asked(unknown: Sequence[UnknownName], runner: Runner) -> dict[str, str]:
    """What the runner says that each name means: the id of an exercise, or none."""
    from befit_cli.catalogue.finder import find_exercise
    from befit_cli.views.pen import Pen

    pen = Pen.of(errors_console())
    meant = {}
    for each in unknown:
        say(
            plural(
                each.sets,
                "Which exercise is {name} ({n} set)? Its name, or {none}.",
                "Which exercise is {name} ({n} sets)? Its name, or {none}.",
                name=each.name,
                none=NONE,
            )
        )
        for _try in range(_TRIES):
            answer = ask_line(each.perhaps or NONE, pen, _(_AGAIN))
            try:
                word = answer.strip()
                exercise = None if word == NONE else find_exercise(runner.request.catalogue, word)
                meant[each.name] = NONE if exercise is None else exercise.id
                break
            except UsageError as error:
                say(str(error))
        else:
            raise BefitError(_("Stopped: nothing was added."), _(_AGAIN))
    return meant


def _wanted(new: Sequence[SessionLog]) -> bool:
    from befit_cli.views.pen import Pen

    say(plural(len(new), "Add it to your log? yes or no.", "Add them to your log? yes or no."))
    answer = ask_line(_("yes"), Pen.of(errors_console()), _(_AGAIN))
    return answer.lower().startswith(_YESES)
