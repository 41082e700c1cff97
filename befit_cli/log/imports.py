"""What other apps and befit's own ticked plan say was done -> entries of the log."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, tzinfo

from msgspec import field
from msgspec.structs import replace

from befit_cli.catalogue.finder import best_fits
from befit_cli.errors import BefitError
from befit_cli.language import _, message
from befit_cli.log.app_names import NO_EXERCISE, Match, form_lifted, match, takes_weight_off
from befit_cli.log.app_table import GIVE_A_LOG, AppLog, AppSession, AppSet, read_app_table
from befit_cli.recognition import HEAD_BEGINS, foreign_kind
from befit_cli.runner.decoding import decoded
from befit_cli.values import Catalogue, Units
from befit_cli.values.base import Value
from befit_cli.values.history import History, PlanPlace, SessionLog, Work, once_if_same
from befit_cli.values.running_plan import Unread

MOST_BYTES = 10_000_000
"""Beyond any log: ten years of Hevy's, whose rows are the longest."""
_MOST_BYTES_OF_PLAN = 2_000_000

_HEAD_CHARACTERS = 2_000
_PLAN = re.compile(r"---\s|\{[^{]*\"befit\"\s*:")


class UnknownName(Value, frozen=True, kw_only=True):
    """An app's name of an exercise that its runner has to be asked about."""

    name: str
    sets: int
    """How many of it there are."""
    perhaps: str
    """The id of the exercise whose names are like it; empty where none is."""


class Imported(Value, frozen=True, kw_only=True):
    """What a file says was done."""

    source: str
    """Who wrote it: `Strong`, `Hevy`, `FitNotes` or `befit`."""
    sessions: tuple[SessionLog, ...]
    """By date; without the exercises whose names are unknown."""
    names: dict[str, Match] = field(default_factory=dict)
    """What each of the app's names that stand for an exercise was taken for."""
    unknown: tuple[UnknownName, ...] = ()
    """Those to ask about, the most often done first."""
    not_ours: tuple[str, ...] = ()
    """Names of exercises that befit has not, and leaves out."""
    warm_up_sets: int = 0
    """That were left out."""
    cardio_rows: int = 0
    """Runs, rides and the like; likewise."""
    unread: tuple[Unread, ...] = ()
    """Lines that say nothing that befit can read, and why."""


def read_import(
    content: bytes,
    file: str,
    catalogue: Catalogue,
    *,
    today: date,
    zone: tzinfo | None,
    units: Units,
    file_units: Units | None,
    names: Mapping[str, str],
) -> Imported:
    """What the file says was done up to today, by what it is and not by its name.

    `file_units` is what an app's weights are in where the file doesn't say, None where nobody does;
    `units` what those of a plan's column `Did` are in; `names` what the runner said of an app's
    names, each an exercise's id or `none`; a time that has a zone of its own is read in `zone`.

    Raises BefitError for what is no log, where a date could be two, and where nobody says what
    weights are in; FileFaults for a plan with faults.
    """
    text = _text(content, file)
    if _PLAN.match(text[:_HEAD_CHARACTERS].lstrip()) or re.search(HEAD_BEGINS, text):
        if len(content) > _MOST_BYTES_OF_PLAN:
            raise _too_large(
                message("{file} is over {mb} MB, and befit reads plans of {mb} MB at most."),
                file,
                _MOST_BYTES_OF_PLAN,
                _("Check that it is the right file."),
            )
        from befit_cli.log.ticked_plan import read_ticked_plan  # late: a parser comes with it

        ticked = read_ticked_plan(content, file, catalogue, today=today, units=units)
        return Imported(source="befit", sessions=ticked.sessions, unread=ticked.unread)
    log = read_app_table(text, file, today=today, zone=zone, units=file_units)
    return _of_app(log, catalogue, names)


def _text(content: bytes, file: str) -> str:
    """The file's text; raises BefitError where it has none, or too much."""
    if len(content) > MOST_BYTES:
        raise _too_large(
            message("{file} is over {mb} MB, and befit reads logs of {mb} MB at most."),
            file,
            MOST_BYTES,
            _("Export fewer years."),
        )
    if kind := foreign_kind(content):
        raise BefitError(
            _("{file} is {kind}, and no log of lifting.", file=file, kind=kind), _(GIVE_A_LOG)
        )
    text = decoded(content)
    if not text.strip():
        raise BefitError(_("{file} is empty.", file=file), _(GIVE_A_LOG))
    if "\0" in text:
        raise BefitError(
            _("{file} is not a text, and no log of lifting.", file=file), _(GIVE_A_LOG)
        )
    return text


def _too_large(sentence: str, file: str, most: int, hint: str) -> BefitError:
    return BefitError(_(sentence, file=file, mb=most // 1_000_000), hint)


def new_sessions(sessions: Iterable[SessionLog], history: History) -> tuple[SessionLog, ...]:
    """Of the sessions what the history has not: by date and exercise, and of a plan's session by
    its place. Where an entry for that place lacks exercises, it comes back with them, to count
    instead.
    """
    there: dict[date, set[str]] = defaultdict(set)
    by_place: dict[PlanPlace, SessionLog] = {}
    for session in history.sessions:
        there[session.date].update(session.did)
        if session.plan is not None:
            by_place[session.plan] = session
    return tuple(_new(sessions, there, by_place))


def _new(
    sessions: Iterable[SessionLog],
    there: Mapping[date, set[str]],
    by_place: Mapping[PlanPlace, SessionLog],
) -> Iterator[SessionLog]:
    for session in sessions:
        before = by_place.get(session.plan) if session.plan is not None else None
        known = before.did.keys() if before else there.get(session.date, set())
        new = {id_: works for id_, works in session.did.items() if id_ not in known}
        if not new:
            continue
        if before:
            yield replace(before, did=before.did | new)
        elif len(new) < len(session.did):
            # its minutes and its note are those of what is there
            yield replace(session, did=new, minutes=None, note="")
        else:
            yield session


def _of_app(log: AppLog, catalogue: Catalogue, names: Mapping[str, str]) -> Imported:
    """The app's sessions with the exercises of the catalogue."""
    sets: Counter[str] = Counter()
    for session in log.sessions:
        for exercise in session.exercises:
            sets[exercise.name] += len(exercise.sets)
    found = {name: match(name, catalogue, names) for name in sets}
    ours = {name: each for name, each in found.items() if each and each.id != NO_EXERCISE}
    sessions = [_session(session, ours, catalogue) for session in log.sessions]
    return Imported(
        source=log.app,
        sessions=tuple([session for session in sessions if session.did]),
        names=ours,
        unknown=tuple(
            [
                UnknownName(name=name, sets=number, perhaps=_perhaps(name, catalogue))
                for name, number in sets.most_common()
                if found[name] is None
            ]
        ),
        not_ours=tuple([name for name, each in found.items() if each and name not in ours]),
        warm_up_sets=log.warm_up_sets,
        cardio_rows=log.cardio_rows,
        unread=log.unread,
    )


def _perhaps(name: str, catalogue: Catalogue) -> str:
    matches = best_fits(catalogue, name.partition("(")[0])
    return matches[0].id if len(matches) == 1 else ""


def _session(session: AppSession, ours: Mapping[str, Match], catalogue: Catalogue) -> SessionLog:
    did: dict[str, tuple[Work, ...]] = {}
    for exercise in session.exercises:
        found = ours.get(exercise.name)
        if found is None:
            continue
        sets = exercise.sets
        if takes_weight_off(exercise.name):
            sets = tuple([replace(each, kg=0.0) for each in sets])
        form = form_lifted(found, catalogue) if any(each.kg for each in sets) else found.form
        did[found.id] = did.get(found.id, ()) + tuple(_works(sets, form))
    return SessionLog(date=session.date, minutes=session.minutes, did=did, note=session.note)


def _works(sets: tuple[AppSet, ...], form: str) -> Iterator[Work]:
    """The sets that are repetitions, and those that are holds."""
    counted = [each for each in sets if each.reps is not None]
    if counted:
        reps = tuple([each.reps or 0 for each in counted])
        yield Work(form=form, reps=reps, kg=_weights(counted), left=counted[-1].left)
    held = [each for each in sets if each.hold_s is not None]
    if held:
        seconds = tuple([each.hold_s or 0 for each in held])
        yield Work(form=form, hold_s=seconds, kg=_weights(held), left=held[-1].left)


def _weights(sets: list[AppSet]) -> tuple[float, ...]:
    """One for all sets, or one for each; none without weight."""
    weights = tuple([each.kg for each in sets])
    return once_if_same(weights) if any(weights) else ()
