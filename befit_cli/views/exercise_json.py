"""Exercises as JSON: the catalogue's own words, and what an athlete can do of each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from befit_cli.evidence.ability import barred
from befit_cli.planning.repertoire import patterns, possible_forms
from befit_cli.planning.training import first_form
from befit_cli.values import Athlete, Exercise, Form


def render_all(exercises: Sequence[Exercise], athlete: Athlete) -> str:
    """A list of objects, each as `render_one` has it."""
    return _written([_exercise(exercise, athlete) for exercise in exercises])


def render_one(exercise: Exercise, athlete: Athlete) -> str:
    """One object; adding a key keeps its schema, changing one does not.

    `fits` says that kit and level allow a form and no niggle bars the exercise. Of its `forms`, kit
    and level allow those that are `possible`, and a block begins with the one that is `yours`.
    `pattern` and `family` are the base form's; the rest is the catalogue's.
    """
    return _written(_exercise(exercise, athlete))


def _exercise(exercise: Exercise, athlete: Athlete) -> dict[str, Any]:
    yours = first_form(athlete, exercise)
    possible = possible_forms(athlete, exercise)
    fits = yours is not None and not barred((), athlete.niggles, exercise)
    forms = []
    for form in exercise.ladder:
        forms.append(_form(form, possible=form in possible, yours=form is yours))
    # Key by key, and not as the catalogue's struct has them: its fields may move, these may not.
    return {
        "id": exercise.id,
        "name": exercise.name,
        "aliases": exercise.aliases,
        "group": exercise.group,
        "pattern": patterns(exercise)[0],
        "role": exercise.role,
        "family": exercise.ladder[exercise.base].family,
        "why": exercise.why,
        "prerequisite": exercise.prerequisite,
        "fits": fits,
        "forms": forms,
        "niggles": exercise.niggles,
    }


def _form(form: Form, *, possible: bool, yours: bool) -> dict[str, Any]:
    """The catalogue's own fields of the form, but for its names in other languages, and what it is
    to the athlete.
    """
    fields = msgspec.structs.asdict(form)
    del fields["other_names"]
    return {**fields, "possible": possible, "yours": yours}


def _written(value: object) -> str:
    encoded = msgspec.json.encode(value)
    return msgspec.json.format(encoded, indent=2).decode() + "\n"
