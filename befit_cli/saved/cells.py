"""What the words of a plan mean: a form's name, a session's heading, the cells of a row.

Each reader takes what befit writes and what people write for it, and raises ValueError with the
sentence for the person who wrote it.
"""

from __future__ import annotations

import re
from typing import Any

from befit_cli.errors import did_you_mean
from befit_cli.evidence.coverage import REGIONS
from befit_cli.values import Athlete, Catalogue, Day, Exercise, Form, Load
from befit_cli.yaml.nodes import shown

_LOAD = re.compile(r"\b(low|medium|high)\b")
_MINUTES = re.compile(r"\b([0-9]{1,3}) ?min")
_DOSE = re.compile(
    r"([1-9][0-9]?) ?[×x*] ?([1-9][0-9]{0,2})(?: ?reps)?"
    r"([- ]?(?:s|sec|seconds?)(?: hold)?| hold)?"
    r"(?:,? (?:each|per) (?:side|leg|arm))?"
)
_EFFORT = re.compile(r"stop if form slips|(?:stop with )?([0-9]{1,2})(?: left| in reserve| rir)?")
_REST = re.compile(r"none|no rest|[-–—]|([0-9]{1,3}) ?(?:s|sec|seconds?|(min|minutes?))")


def find_form(catalogue: Catalogue, id_: str | None, name: str) -> tuple[Exercise, Form]:
    """The exercise and its form of that name; without an id, the one exercise that has the form.

    Raises ValueError with the sentence for the person who wrote it.
    """
    if id_ is not None and id_ not in catalogue.by_id:
        raise ValueError(f"there is no exercise {shown(id_)}{did_you_mean(id_, catalogue.by_id)}")
    everywhere = [
        (each, form)
        for each in catalogue.exercises
        for form in each.ladder
        if _named(name, each, form)
    ]
    found = [(each, form) for each, form in everywhere if id_ in (None, each.id)]
    if len(found) == 1:
        return found[0]
    if everywhere:
        ids = " and ".join(each.id for each, _ in everywhere)
        raise ValueError(
            f"{shown(name)} is a form of {ids}: give it "
            f"{'that' if len(everywhere) == 1 else 'one'} for its id"
        )
    ladders = [catalogue.by_id[id_]] if id_ else catalogue.exercises
    near = did_you_mean(name, (form.name for each in ladders for form in each.ladder))
    raise ValueError(f"there is no form {shown(name)}{f' of {id_}' if id_ else ''}{near}")


def known(exercise: Exercise, form: Form, athlete: Athlete) -> dict[str, Any]:
    """What the catalogue knows; the kit is the athlete's where they own it, else the first that
    would do.
    """
    same = (
        "pattern",
        "family",
        "load",
        "level",
        "per_side",
        "seconds_per_rep",
        "contacts",
        "muscles",
    )
    return {name: getattr(form, name) for name in same} | {
        "id": exercise.id,
        "name": exercise.name,
        "form": form.name,
        "group": exercise.group,
        "role": exercise.role,
        "regions": REGIONS[form.pattern],
        "kit": tuple(
            next((thing for thing in choice if thing in athlete.kit), choice[0])
            for choice in form.kit
        ),
    }


def heading(text: str) -> dict[str, Any]:
    """Day, load and minutes of `Monday 23 November · low load · 25 min`; dots, dashes and the date
    may be others or missing.
    """
    word = re.split(r"[\W\d_]", text.casefold(), maxsplit=1)[0]
    day = next(
        (day for day in Day if len(word) >= len(day) and day.title.casefold().startswith(word)),
        None,
    )
    if day is None:
        near = did_you_mean(word, (day.title for day in Day))
        raise ValueError(
            f"{shown(text)} is neither a session, which begins with its weekday, nor the "
            f"notes{near}"
        )
    load = _only(_LOAD, text, "one load: low load, medium load or high load")
    return {"day": day, "load": Load(load), "minutes": minutes(text)}


def minutes(text: str) -> int:
    """`25 min`, anywhere in the text."""
    return int(_only(_MINUTES, text, "its minutes, once, such as 25 min"))


def dose(text: str) -> dict[str, Any]:
    """`3 × 8`, `3x8 each side`, `2 × 20-s hold`; the form says whether it is for each side."""
    sets, amount, held = _whole(_DOSE, text, "a dose such as 3 × 8 or 2 × 20-s hold")
    return {
        "sets": int(sets),
        "reps": None if held else int(amount),
        "hold_s": int(amount) if held else None,
    }


def effort(text: str) -> dict[str, Any]:
    """`stop with 3 left`, `3 in reserve`, `stop if form slips`."""
    (left,) = _whole(_EFFORT, text, "an effort such as 'stop with 3 left' or 'stop if form slips'")
    return {"rir": int(left) if left else None}


def rest(text: str) -> dict[str, Any]:
    """`75 s`, `2 min`, `none`."""
    number, minute = _whole(_REST, text, "a rest such as 75 s, 2 min or none")
    return {"rest_s": int(number or 0) * (60 if minute else 1)}


def _whole(pattern: re.Pattern[str], text: str, wanted: str) -> tuple[Any, ...]:
    found = pattern.fullmatch(text.casefold())
    if not found:
        raise ValueError(f"{shown(text)} is not {wanted}")
    return found.groups()


def _only(pattern: re.Pattern[str], text: str, wanted: str) -> str:
    found = pattern.findall(text.casefold())
    if len(found) != 1:
        raise ValueError(f"{shown(text)} needs {wanted}")
    return str(found[0])


def _named(name: str, exercise: Exercise, form: Form) -> bool:
    """Whether the cell names the form, with or without the exercise's name behind it."""
    return _spelled(name) in (_spelled(form.name), _spelled(f"{form.name} {exercise.name}"))


def _spelled(text: str) -> str:
    """The text by its letters: Markdown keeps neither two spaces nor wide ones."""
    return " ".join(text.casefold().split())
