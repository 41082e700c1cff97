"""Train: what the log tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from befit_cli.cli import options as take
from befit_cli.cli.consoles import console, say, some_of, write
from befit_cli.cli.environment import own_catalogue, profile_in_use, today
from befit_cli.cli.program import command
from befit_cli.cli.request import (
    known_block,
    known_runner,
    make_plan,
    request_from,
    sessions_from,
)
from befit_cli.errors import BefitError, UsageError
from befit_cli.language import _, message

if TYPE_CHECKING:
    from datetime import date

    from befit_cli.cli.options import Options
    from befit_cli.runner.request import Request
    from befit_cli.values import Prescription, Season, Separator, Session

THEME = message("Train")
KEPT = message("Say befit init first: your plan is kept there.")
_LOG = message("the log")
NOTHING_YET = message(
    "Nothing is logged yet. After a session say befit done, and what was otherwise than planned."
)


@command(
    THEME,
    message(
        "Show what you did, by week or by exercise.\n\n"
        "Each week stands against its plan; an exercise over time, with what comes next and why."
    ),
    "befit log",
    "befit log squat",
    "befit log --import strong.csv --unit kg",
    takes=(
        take.LOGGED,
        take.LOG_WEEKS,
        take.IMPORT,
        take.UNIT,
        take.ADD,
        take.LOG_FORMAT,
        take.SEPARATOR,
        take.PROFILE,
    ),
)
def log(options: Options) -> None:
    if file := options.words.get(take.IMPORT.name):
        from befit_cli.cli.log_import import add_from

        add_from(file, known_runner(options.profile, KEPT, also_over=True), options)
        return
    profile = profile_in_use(options.profile)
    request = request_from({}, own_catalogue(), profile)
    if not (request.history.sessions or request.history.away):
        raise BefitError(_(NOTHING_YET))
    season = None if profile is None else known_block(request, also_over=True)
    if options.exercise:
        _show_exercise(request, season, " ".join(options.exercise), options)
    else:
        _show_weeks(request, season, options)
    _tell_of_unknown_exercises(request)


def _tell_of_unknown_exercises(request: Request) -> None:
    """An id that no exercise has counts for nothing: whoever edits the log should know."""
    from befit_cli.errors import did_you_mean

    known = request.catalogue.by_id
    ids = dict.fromkeys(id_ for session in request.history.sessions for id_ in session.did)
    for id_ in ids:
        if id_ not in known:
            nearest = did_you_mean(id_, known) or "."
            say(
                _(
                    "'{id}' in your log is no exercise of your catalogue{nearest}",
                    id=id_,
                    nearest=nearest,
                )
            )


def _show_exercise(request: Request, season: Season | None, word: str, options: Options) -> None:
    from befit_cli.catalogue.finder import find_exercise
    from befit_cli.cli.output import read_separator
    from befit_cli.log.lifts import lifts
    from befit_cli.views import log as view
    from befit_cli.views import log_json

    exercise = find_exercise(request.catalogue, word)
    found = lifts(request.history, exercise.id)
    format = take.named_format(options.format, _LOG, take.LOG_FORMAT.kind.words)
    separator = read_separator(options, format)
    if format == "csv":
        _write_csv(request, {exercise.id}, None, separator)
    elif format == "json":
        write(log_json.render_lifts(found))
    elif not found:
        raise BefitError(
            _("{exercise} are not in your log yet.", exercise=exercise.name),
            _what_is_logged(request),
        )
    else:
        coming = None if season is None else _coming(request, season, exercise.id)
        units = request.athlete.units
        has_block = season is not None
        lift_log = view.LiftLog(exercise.name, found, coming, units, has_block=has_block)
        view.show_lift(lift_log, console())


def _what_is_logged(request: Request) -> str:
    """The exercises of the log that were done last."""
    known = request.catalogue.by_id
    sessions = reversed(request.history.sessions)
    ids = dict.fromkeys(id_ for session in sessions for id_ in session.did if id_ in known)
    names = [known[id_].name for id_ in ids]
    if not names:
        return _("befit log shows what is.")
    return _("In it are {names}.", names=some_of(names))


def _coming(request: Request, season: Season, exercise: str) -> tuple[Session, Prescription] | None:
    """The next session that has the exercise, and it there."""
    for _week, session in sessions_from(request, season, today()):
        for prescription in session.exercises:
            if session.done is None and prescription.id == exercise:
                return session, prescription
    return None


def _show_weeks(request: Request, season: Season | None, options: Options) -> None:
    from befit_cli.cli.output import read_separator
    from befit_cli.log.weeks import logged_weeks
    from befit_cli.views import log as view
    from befit_cli.views import log_json

    format = take.named_format(options.format, _LOG, take.LOG_FORMAT.kind.words)
    separator = read_separator(options, format)
    begun = [when for when in season or () if when.starts <= today()]
    planned = make_plan(request, begun).weeks if begun else ()
    weeks = logged_weeks(planned, request.history, today())
    if options.weeks is not None:
        if options.weeks < 1:
            raise UsageError(
                _("--weeks {number} is no number of weeks.", number=options.weeks),
                _("Say 1 or more."),
            )
        weeks = weeks[-options.weeks :]
    if format == "csv":
        _write_csv(request, None, weeks[0].starts if weeks else None, separator)
    elif format == "json":
        write(log_json.render_weeks(weeks))
    else:
        view.show_weeks(weeks, console(), options.weeks)


def _write_csv(
    request: Request, only: set[str] | None, since: date | None, separator: Separator
) -> None:
    from befit_cli.views import log_csv

    sessions = []
    for session in request.history.sessions:
        did = {id_: works for id_, works in session.did.items() if only is None or id_ in only}
        if did and (since is None or session.date >= since):
            sessions.append(replace(session, did=did))
    write(log_csv.render(sessions, separator))
