"""What a niggle changes about a week (R59): a plan says it at its head."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from befit_cli.evidence.ability import avoided, kit_for, meant_for
from befit_cli.values import (
    Act,
    Athlete,
    Catalogue,
    Exercise,
    Form,
    Niggle,
    NiggleChanges,
    Prescription,
    Session,
)


def barred_by_niggles(athlete: Athlete, catalogue: Catalogue) -> dict[Niggle, tuple[str, ...]]:
    """Under each of the athlete's niggles the names of the exercises that it leaves out."""
    barred = {}
    for niggle in athlete.niggles:
        left_out = []
        for exercise in catalogue.exercises:
            if exercise.id not in athlete.without and _bars(niggle, athlete, exercise):
                left_out.append(exercise.name)
        barred[niggle] = tuple(left_out)
    return barred


def niggle_changes(
    athlete: Athlete, catalogue: Catalogue, sessions: Iterable[Session]
) -> tuple[NiggleChanges, ...]:
    """What each of the athlete's niggles changes about a week of those sessions."""
    return changes_of(barred_by_niggles(athlete, catalogue), catalogue, sessions)


def changes_of(
    barred: Mapping[Niggle, tuple[str, ...]], catalogue: Catalogue, sessions: Iterable[Session]
) -> tuple[NiggleChanges, ...]:
    """The same, where it is known what each niggle leaves out: the same in all weeks."""
    planned = [exercise for session in sessions for exercise in session.exercises]
    return tuple([_changes(niggle, barred[niggle], catalogue, planned) for niggle in barred])


def _changes(
    niggle: Niggle, left_out: tuple[str, ...], catalogue: Catalogue, planned: list[Prescription]
) -> NiggleChanges:
    # As keys, for an exercise may stand on two days and is told once, in the order of the week.
    first: dict[str, None] = {}
    changed: dict[str, None] = {}
    for prescription in planned:
        act = _act(niggle, catalogue, prescription)
        if act is Act.FIRST_LINE:
            first[prescription.name] = None
        elif act is Act.MODIFY:
            changed[prescription.name] = None
    return NiggleChanges(name=niggle, left_out=left_out, first=tuple(first), changed=tuple(changed))


def _bars(niggle: Niggle, athlete: Athlete, exercise: Exercise) -> bool:
    """Whether the niggle alone keeps the athlete from every form that they could do."""
    forms = [form for form in exercise.ladder if _within_reach(form, athlete)]
    return bool(forms) and all(avoided(form, niggle) for form in forms)


def _within_reach(form: Form, athlete: Athlete) -> bool:
    reached = kit_for(form, athlete.level, athlete.every_kit) is not None
    return reached and meant_for(form, athlete.niggles)


def _act(niggle: Niggle, catalogue: Catalogue, planned: Prescription) -> Act | None:
    """What the niggle does to the form that is planned; None where it has no word on it."""
    exercise = catalogue.by_id[planned.id]
    rules = exercise.niggles
    for form in exercise.ladder:
        if form.name == planned.form:
            rules = form.niggles
    return rules[niggle].act if niggle in rules else None
