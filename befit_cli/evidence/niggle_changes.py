"""What a niggle changes about a week (R59): a plan says it at its head."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from befit_cli.evidence.ability import avoided, kit_for, meant_for
from befit_cli.values import (
    Act,
    Athlete,
    Catalogue,
    Niggle,
    NiggleChanges,
    Prescription,
    Session,
)


def barred_by_niggles(athlete: Athlete, catalogue: Catalogue) -> dict[Niggle, tuple[str, ...]]:
    """Under each of the athlete's niggles the names of the exercises that it leaves out."""
    kit = athlete.every_kit
    barred: dict[Niggle, list[str]] = {niggle: [] for niggle in athlete.niggles}
    for exercise in catalogue.exercises if barred else ():
        if exercise.id in athlete.without:
            continue
        possible = [
            form
            for form in exercise.ladder
            if meant_for(form, athlete.niggles) and kit_for(form, athlete.level, kit) is not None
        ]
        for niggle, names in barred.items():
            # The niggle alone keeps them from every form that they could do.
            if possible and all(avoided(form, niggle) for form in possible):
                names.append(exercise.name)
    return {niggle: tuple(names) for niggle, names in barred.items()}


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


def _act(niggle: Niggle, catalogue: Catalogue, planned: Prescription) -> Act | None:
    """What the niggle does to the form that is planned; None where it has no word on it."""
    form = catalogue.form(planned.id, planned.form)
    rules = form.niggles if form else catalogue.by_id[planned.id].niggles
    return rules[niggle].act if niggle in rules else None
