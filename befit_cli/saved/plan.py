"""The entries of a saved plan -> the plan."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Any, NamedTuple

from msgspec import structs

from befit_cli.evidence.coverage import serves
from befit_cli.evidence.niggle_changes import niggle_changes
from befit_cli.evidence.warm_up import contacts
from befit_cli.saved.cells import find_form, in_order, of_catalogue
from befit_cli.saved.entries import (
    SCHEMA,
    AdjustedEntry,
    ExerciseEntry,
    PlanEntry,
    RunsEntry,
    SessionEntry,
    WeekEntry,
    WeekOfBlock,
)
from befit_cli.saved.numbers import slots
from befit_cli.saved.reading import (
    read_adapted,
    read_next,
    read_note,
    read_reasons,
    read_safety,
    read_warm_up_step,
)
from befit_cli.values import (
    Athlete,
    Catalogue,
    Day,
    Note,
    Plan,
    Prescription,
    Runs,
    Session,
    WarmUp,
    Week,
    usual_runs,
)


def plan_of(entry: PlanEntry, catalogue: Catalogue) -> Plan:
    """The plan that the entries say, made from that catalogue.

    Of a session's weekday and its date the weekday counts, and its date and the run of the day
    follow from it; the sessions of a week stand in the order of their days. What the niggles change
    follows from the exercises.
    """
    return Plan(
        befit=entry.befit,
        athlete=entry.athlete,
        weeks=tuple(_week(week, entry.athlete, catalogue) for week in entry.weeks),
        safety=read_safety(entry.safety),
        older=entry.schema < SCHEMA,
        language=entry.language,
    )


class Around(NamedTuple):
    """What a week of a file is laid round, for whom, and which weeks of its block waited."""

    runs: Runs
    runs_before: Runs | None
    runs_after: Runs | None
    runner: Athlete | None
    waited: tuple[int, ...]


def around(entry: WeekOfBlock, athlete: Athlete) -> Around:
    """What the entry of a week says of its runs, its runner and its block, else what is usual."""
    runs = _runs(entry.runs) or usual_runs(athlete, entry.starts)
    return Around(
        runs=structs.replace(runs, titles=_titles(runs, entry.run_titles)),
        runs_before=_runs(entry.runs_before),
        runs_after=_runs(entry.runs_after),
        runner=_runner(entry.adjusted, athlete),
        waited=tuple(sorted(set(entry.waited))),
    )


def week_of(
    entry: WeekOfBlock,
    its: Around,
    athlete: Athlete,
    sessions: Sequence[Session],
    notes: Iterable[Note],
    catalogue: Catalogue,
) -> Week:
    """The week of that entry, which is laid round `its` runs, with these sessions in their order;
    what the niggles change follows from the exercises.
    """
    return Week(
        number=entry.number,
        of=entry.of,
        starts=entry.starts,
        phase=entry.phase,
        deload=entry.deload,
        taper=entry.taper,
        sessions=tuple(sessions),
        notes=tuple(notes),
        niggles=niggle_changes(its.runner or athlete, catalogue, sessions),
        **its._asdict(),
    )


def adjusted(runner: Athlete | None, athlete: Athlete) -> dict[str, Any]:
    """What is otherwise about the runner of one week, by the keys of `AdjustedEntry`."""
    if runner is None:
        return {}
    return {
        name: getattr(runner, name)
        for name in AdjustedEntry.__struct_fields__
        if getattr(runner, name) != getattr(athlete, name)
    }


def _runner(entry: AdjustedEntry | None, athlete: Athlete) -> Athlete | None:
    if entry is None:
        return None
    said = {name: value for name, value in structs.asdict(entry).items() if value is not None}
    return structs.replace(athlete, **said) if said else None


def _runs(entry: RunsEntry | None) -> Runs | None:
    if entry is None:
        return None
    return Runs(
        hard=entry.hard,
        long=entry.long,
        tune_ups=entry.tune_ups,
        race=entry.race,
        source=entry.source,
    )


def _titles(runs: Runs, said: dict[Day, str]) -> tuple[tuple[Day, str], ...]:
    """What is said of the days that have a key run, Monday first."""
    key_days = {*runs.hard, *runs.long, runs.race}
    cleaned = {day: " ".join(title.split()) for day, title in said.items()}
    return tuple((day, cleaned[day]) for day in Day if day in key_days and cleaned.get(day))


def _week(entry: WeekEntry, athlete: Athlete, catalogue: Catalogue) -> Week:
    its = around(entry, athlete)
    # By their weekdays: who moves a session to another day leaves it where it stood in the file.
    by_day = sorted(entry.sessions, key=lambda session: session.day)
    sessions = []
    numbers = slots([session.slot for session in by_day])
    for slot, session in zip(numbers, by_day, strict=True):
        sessions.append(_session(session, slot, entry, its.runs, catalogue))
    notes = [read_note(note.rule, note.text) for note in entry.notes]
    return week_of(entry, its, athlete, sessions, notes, catalogue)


def _session(
    entry: SessionEntry, slot: int, week: WeekEntry, runs: Runs, catalogue: Catalogue
) -> Session:
    steps = tuple(map(read_warm_up_step, entry.warm_up.steps))
    warm_up = WarmUp(
        minutes=entry.warm_up.minutes,
        steps=steps,
        # Where the sentences and the number differ, the more landings count.
        contacts=max(entry.warm_up.contacts, contacts(steps)),
    )
    return Session(
        slot=slot,
        day=entry.day,
        # From the weekday: a person changes one of the two, and the day is what they train by.
        date=week.starts + timedelta(days=entry.day.rank),
        load=entry.load,
        minutes=entry.minutes,
        reasons=read_reasons(entry.why, runs.names.values()),
        with_run=runs.on(entry.day),
        warm_up=warm_up,
        exercises=tuple(_exercise(exercise, catalogue) for exercise in entry.exercises),
    )


def _exercise(entry: ExerciseEntry, catalogue: Catalogue) -> Prescription:
    # A prescription has every field of an entry, what an entry says in sentences as facts.
    fields = structs.asdict(entry)
    progress = fields.pop("progress")
    fields["next"] = read_next(progress, entry.hold_s, entry.kit)
    if entry.adapted is not None:
        fields["adapted"] = read_adapted(entry.adapted.text, entry.adapted.rule)
    return Prescription(**fields, **_only_in_catalogue(entry, catalogue))


def _only_in_catalogue(entry: ExerciseEntry, catalogue: Catalogue) -> dict[str, Any]:
    """What no file says of an exercise, and the catalogue does of its form."""
    try:
        _, form = find_form(catalogue, entry.id, entry.form)
    except ValueError:
        # A form of an older catalogue: what it serves, its pattern and muscles tell.
        needs = serves(entry.pattern, entry.muscles, per_side=entry.per_side)
        return {"serves": in_order(needs)}
    return of_catalogue(form)
