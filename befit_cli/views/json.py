"""A plan as JSON, schema 2: its facts, and beside them the sentences that say them."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec

from befit_cli.log.standing import status_of
from befit_cli.saved.entries import SCHEMA
from befit_cli.saved.phrases import niggle_line
from befit_cli.saved.plan import adjusted
from befit_cli.values import (
    Athlete,
    Next,
    NiggleChanges,
    Note,
    Plan,
    Prescription,
    Runs,
    Session,
    Units,
    Week,
)
from befit_cli.views import sentences
from befit_cli.views.content import Content
from befit_cli.views.uid import event_uid

_OF_CATALOGUE = ("serves", "knee", "prerequisite")
"""What a plan knows of an exercise and its form in the catalogue says: no file has it."""


def render(content: Content) -> str:
    """The plan, one key a line."""
    encoded = msgspec.json.encode(_plan(content.plan, content.today))
    return msgspec.json.format(encoded, indent=2).decode() + "\n"


def _plan(plan: Plan, today: date | None) -> dict[str, Any]:
    # Schema 2 has keys for what no plan holds yet, here and below: they are null or empty, so that
    # whoever reads the file needs no other schema once they are filled.
    return {
        "schema": SCHEMA,
        "befit": plan.befit,
        "language": plan.language,
        "athlete": _athlete(plan.athlete),
        "weeks": [_week(plan, week, today) for week in plan.weeks],
        "safety": sentences.safety_lines(plan),
    }


def _athlete(athlete: Athlete) -> dict[str, Any]:
    """All fields of an athlete; what weights are said in only where it is not the usual, and a line
    of notes only where there is one.
    """
    fields: dict[str, Any] = msgspec.to_builtins(athlete)
    if athlete.units is Units.KG:
        del fields["units"]
    if not athlete.notes:
        del fields["notes"]
    return fields


def _week(plan: Plan, week: Week, today: date | None) -> dict[str, Any]:
    """Most blocks wait for no week, and say nothing of it."""
    waited = {"waited": week.waited} if week.waited else {}
    return {
        "number": week.number,
        "of": week.of,
        "starts": week.starts,
        "phase": week.phase,
        "deload": week.deload,
        "taper": week.taper,
        "runs": _runs(week.runs),
        "run_titles": dict(week.runs.titles),
        "runs_before": _runs(week.runs_before),
        "runs_after": _runs(week.runs_after),
        "adjusted": adjusted(week.runner, plan.athlete),
        **waited,
        "niggles": [_niggle(changes) for changes in week.niggles],
        "sessions": [
            _session(session, event_uid(plan, week, session.slot), today)
            for session in week.sessions
        ],
        "notes": [_note(note) for note in week.notes],
    }


def _runs(runs: Runs | None) -> dict[str, Any] | None:
    """The days of a week's key runs; what they are called stands beside them, once; most weeks
    have no tune-up race, and say nothing of it.
    """
    if runs is None:
        return None
    fields = msgspec.structs.asdict(runs)
    del fields["titles"]
    if not runs.tune_ups:
        del fields["tune_ups"]
    return fields


def _session(session: Session, uid: str, today: date | None) -> dict[str, Any]:
    return {
        "slot": session.slot,
        "uid": uid,
        "status": status_of(session, today),
        "off": session.off,
        "day": session.day,
        "date": session.date,
        "load": session.load,
        "minutes": session.minutes,
        "why": sentences.why(session),
        "reasons": session.reasons,
        "with_run": session.with_run,
        "warm_up": {
            "minutes": session.warm_up.minutes,
            "steps": sentences.warm_up_steps(session),
            "contacts": session.warm_up.contacts,
        },
        "exercises": [_exercise(exercise) for exercise in session.exercises],
    }


def _exercise(exercise: Prescription) -> dict[str, Any]:
    fields = msgspec.structs.asdict(exercise)
    for name in _OF_CATALOGUE:
        del fields[name]
    for name in ("light", "alternates", "kg", "setup", "adapted"):
        del fields[name]
    # The sentence is for people, who edit it, and for befit, which reads it back; the facts are for
    # other programs, which then need no English.
    fields["next"] = _next(exercise.next)
    fields["progress"] = sentences.progress(exercise)
    # Behind the keys of schema 1.
    return fields | {
        "light": exercise.light,
        "alternates": exercise.alternates,
        "kg": exercise.kg,
        "setup": exercise.setup,
        "adapted": _adapted(exercise),
    }


def _adapted(exercise: Prescription) -> dict[str, Any] | None:
    if exercise.adapted is None:
        return None
    return {"rule": exercise.adapted.rule, "text": sentences.adapted(exercise)}


def _next(step: Next | None) -> dict[str, Any] | None:
    """None where nothing says it, or a file says it in a person's own words."""
    if step is None or step.step is None:
        return None
    return {"step": step.step, "to": step.to, "form": step.form}


def _niggle(changes: NiggleChanges) -> dict[str, Any]:
    return msgspec.structs.asdict(changes) | {"text": niggle_line(changes)}


def _note(note: Note) -> dict[str, Any]:
    return {
        "rule": note.rule,
        "key": note.key,
        "scope": note.scope,
        "facts": note.facts,
        "text": sentences.note_text(note),
    }
