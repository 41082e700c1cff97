"""A session of a plan, and a short way to write what was done of it."""

from __future__ import annotations

from datetime import date
from typing import Any

from msgspec.structs import replace
from sample_plan import exercise
from strategies import CATALOGUE, IN_SPANISH

from befit_cli.log.done_words import read_done
from befit_cli.values import Catalogue, Day, Load, Prescription, Session, Units, WarmUp, Work


def planned(id_: str, form: str, sets: int, number: int, **changes: Any) -> Prescription:
    """An exercise of a session: so many repetitions, or seconds where the form is held."""
    ladder = {rung.name: rung for rung in CATALOGUE.by_id[id_].ladder}
    held = ladder[form].seconds_per_rep is None
    amount = {"reps": None, "hold_s": number} if held else {"reps": number}
    name = CATALOGUE.by_id[id_].name
    return exercise(id_, name, form, "", "", **{"sets": sets, **amount, **changes})


def session_of(*exercises: Prescription) -> Session:
    """A session of these exercises."""
    return Session(
        slot=1,
        day=Day.TUE,
        date=date(2026, 11, 24),
        load=Load.MEDIUM,
        minutes=30,
        reasons=(),
        with_run=None,
        warm_up=WarmUp(minutes=5, steps=()),
        exercises=exercises,
    )


SESSION = session_of(
    planned("squats", "Goblet squat", 3, 8),
    planned("romanian-deadlifts", "Romanian deadlift", 3, 8, kg=20.0),
    planned("calf-raises", "Single-leg calf raise on a step", 3, 10, per_side=True),
    planned("clamshells", "Banded clamshell", 2, 15),
    planned("bulgarian-split-squats", "Backpack split squat", 2, 8, per_side=True),
    planned("planks", "Plank", 2, 20),
)
OTHER_SESSION = session_of(
    planned("bulgarian-split-squats", "Backpack Bulgarian split squat", 2, 8),
    planned("deadlifts", "Light barbell deadlift", 2, 8),
    planned("calf-raises", "Weighted single-leg calf raise", 2, 8),
    planned("fire-hydrants", "Banded fire hydrant", 2, 12),
    planned("bicycle-crunches", "Bicycle crunch", 2, 8),
    planned("toe-curls", "Standing short-foot hold", 1, 15),
    planned("planks", "Kneeling push-up", 1, 8),
)
AS_PLANNED = "as planned"


def in_spanish(session: Session) -> Session:
    """The same session as a plan in Spanish has it."""
    exercises = []
    for each in session.exercises:
        form = IN_SPANISH.form_name(each.id, each.form)
        exercises.append(replace(each, name=IN_SPANISH.by_id[each.id].name, form=form))
    return replace(session, exercises=tuple(exercises))


def done(
    words: str,
    session: Session = SESSION,
    units: Units = Units.KG,
    catalogue: Catalogue = CATALOGUE,
) -> dict[str, tuple[Work, ...]]:
    return read_done(words.split(" "), session, catalogue, units)


def differing(
    words: str,
    session: Session = SESSION,
    units: Units = Units.KG,
    catalogue: Catalogue = CATALOGUE,
) -> str:
    """What was done otherwise than planned, an exercise after the other: `squats 8,8,10 16kg r3`.

    A form stands there where it is another than the planned.
    """
    as_planned = done("", session, units, catalogue)
    asked = {each.id: each for each in session.exercises}
    found = []
    for id_, works in done(words, session, units, catalogue).items():
        if works != as_planned.get(id_):
            found.append(f"{id_} {' and '.join(_short(work, asked.get(id_)) for work in works)}")
    return "; ".join(text if text[-1] != " " else f"{text}skipped" for text in found) or AS_PLANNED


def _short(work: Work, planned: Prescription | None) -> str:
    parts = []
    if planned is None or work.form != planned.form:
        parts.append(f"[{work.form or '?'}]")
    parts.append(",".join(map(str, work.reps)) or ",".join(f"{s}s" for s in work.hold_s))
    if work.other_side:
        parts.append(f"other {','.join(map(str, work.other_side))}")
    if work.kg:
        parts.append(",".join(f"{kg:g}" for kg in work.kg) + "kg")
    if work.left is not None:
        parts.append(f"r{work.left}")
    if work.pain is not None:
        parts.append(f"pain{work.pain}")
    return " ".join(parts)
