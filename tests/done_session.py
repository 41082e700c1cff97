"""A session of a plan, and a short way to write what was done of it."""

from __future__ import annotations

from datetime import date

from sample_plan import exercise
from strategies import CATALOGUE

from befit_cli.log.words import read_done
from befit_cli.values import Day, Load, Prescription, Session, Units, WarmUp, Work

SESSION = Session(
    slot=1,
    day=Day.TUE,
    date=date(2026, 11, 24),
    load=Load.MEDIUM,
    minutes=30,
    reasons=(),
    with_run=None,
    warm_up=WarmUp(minutes=5, steps=()),
    exercises=(
        exercise("squats", "Squats", "Goblet squat", "", "", sets=3, reps=8, rir=3),
        exercise(
            "romanian-deadlifts",
            "Romanian deadlifts",
            "Romanian deadlift",
            "",
            "",
            sets=3,
            reps=8,
            rir=3,
            kg=20.0,
        ),
        exercise(
            "calf-raises",
            "Calf raises",
            "Single-leg calf raise on a step",
            "",
            "",
            sets=3,
            reps=10,
            per_side=True,
        ),
        exercise("clamshells", "Clamshells", "Banded clamshell", "", "", sets=2, reps=15),
        exercise(
            "bulgarian-split-squats",
            "Bulgarian split squats",
            "Backpack split squat",
            "",
            "",
            sets=2,
            reps=8,
            per_side=True,
        ),
        exercise("planks", "Planks", "Plank", "", "", sets=2, reps=None, hold_s=20),
    ),
)
AS_PLANNED = "as planned"


def done(
    words: str, session: Session = SESSION, units: Units = Units.KG
) -> dict[str, tuple[Work, ...]]:
    return read_done(words.split(" "), session, CATALOGUE, units)


def differing(words: str, units: Units = Units.KG) -> str:
    """What was done otherwise than planned, an exercise after the other: `squats 8,8,10 16kg r3`.

    A form stands there where it is another than the planned.
    """
    as_planned = done("")
    planned = {each.id: each for each in SESSION.exercises}
    found = []
    for id_, works in done(words, units=units).items():
        if works != as_planned.get(id_):
            found.append(f"{id_} {' and '.join(_short(work, planned.get(id_)) for work in works)}")
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
