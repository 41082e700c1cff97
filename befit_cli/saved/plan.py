"""The entries of a saved plan -> the plan."""

from __future__ import annotations

from datetime import timedelta

from msgspec import structs

from befit_cli.saved.entries import ExerciseEntry, PlanEntry, RunsEntry, SessionEntry, WeekEntry
from befit_cli.saved.reading import (
    read_next,
    read_note,
    read_reasons,
    read_safety,
    read_warm_up_step,
)
from befit_cli.values import Athlete, Plan, Prescription, Runs, Session, WarmUp, Week, usual_runs


def plan_of(entry: PlanEntry) -> Plan:
    """The plan that the entries say.

    Of a session's weekday and its date the weekday counts, and its date and the run of the day
    follow from it; the sessions of a week stand in the order of their days.
    """
    return Plan(
        befit=entry.befit,
        athlete=entry.athlete,
        weeks=tuple(_week(week, entry.athlete) for week in entry.weeks),
        safety=tuple(map(read_safety, entry.safety)),
    )


def _week(entry: WeekEntry, athlete: Athlete) -> Week:
    runs = _runs(entry.runs) if entry.runs else usual_runs(athlete, entry.starts)
    # By their weekdays: who moves a session to another day leaves it where it stood in the file.
    in_order = sorted(entry.sessions, key=lambda session: session.day)
    sessions = []
    for place, session in enumerate(in_order, 1):
        sessions.append(_session(session, place, entry, runs))
    notes = tuple(read_note(note.rule, note.text) for note in entry.notes)
    return Week(
        number=entry.number,
        of=entry.of,
        starts=entry.starts,
        phase=entry.phase,
        deload=entry.deload,
        taper=entry.taper,
        runs=runs,
        sessions=tuple(sessions),
        notes=notes,
    )


def _runs(entry: RunsEntry) -> Runs:
    return Runs(hard=entry.hard, long=entry.long, race=entry.race, source=entry.source)


def _session(entry: SessionEntry, place: int, week: WeekEntry, runs: Runs) -> Session:
    warm_up = WarmUp(
        minutes=entry.warm_up.minutes,
        steps=tuple(map(read_warm_up_step, entry.warm_up.steps)),
    )
    return Session(
        slot=place if entry.slot is None else entry.slot,
        day=entry.day,
        # From the weekday: a person changes one of the two, and the day is what they train by.
        date=week.starts + timedelta(days=entry.day.rank),
        load=entry.load,
        minutes=entry.minutes,
        reasons=read_reasons(entry.why),
        with_run=runs.on(entry.day),
        warm_up=warm_up,
        exercises=tuple(map(_exercise, entry.exercises)),
    )


def _exercise(entry: ExerciseEntry) -> Prescription:
    # A prescription has every field of an entry but its last sentence, which it has as facts.
    fields = structs.asdict(entry)
    progress = fields.pop("progress")
    following = read_next(progress, entry.hold_s, entry.kit)
    return Prescription(**fields, next=following)
