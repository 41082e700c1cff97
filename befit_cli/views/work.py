"""What was asked and what was done, in words."""

from __future__ import annotations

from typing import NamedTuple

from befit_cli.values import Asked, SessionLog, Work

_SKIPPED = "skipped"
_NOT_ASKED = "not planned"


class DoneWords(NamedTuple):
    """One form of a session, as it was asked and done."""

    name: str
    asked: str
    did: str


def done_words(logged: SessionLog) -> list[DoneWords]:
    """Each form of the session, as it was logged; an exercise that was skipped, too."""
    rows = []
    for id, works in logged.did.items():
        name = id.replace("-", " ").capitalize()
        if not works:
            rows.append(DoneWords(name, "", _SKIPPED))
        for work in works:
            asked = _NOT_ASKED if work.asked is None else asked_words(work.asked)
            rows.append(DoneWords(work.form or name, asked, work_words(work)))
    return rows


def asked_words(asked: Asked) -> str:
    """`3 × 8 at 16 kg, 3 left`."""
    amount = f"{asked.reps}" if asked.hold_s is None else f"{asked.hold_s} s"
    weight = "" if asked.kg is None else f" at {asked.kg:g} kg"
    return f"{asked.sets} × {amount}{weight}{_left(asked.left)}"


def work_words(work: Work) -> str:
    """`3 × 8 at 16 kg, 3 left`, or `8, 8, 7 at 16 kg, pain 2`."""
    amounts = _amounts(work.reps, "") if work.reps else _amounts(work.hold_s, " s")
    other = f" (other side {_amounts(work.other_side, '')})" if work.other_side else ""
    pain = "" if work.pain is None else f", pain {work.pain}"
    return f"{amounts}{other}{_weights(work.kg)}{_left(work.left)}{pain}"


def summary(logged: SessionLog) -> str:
    """`9 sets`, or `9 sets in 31 min, knee pain 2`."""
    sets = "1 set" if logged.sets == 1 else f"{logged.sets} sets"
    minutes = "" if logged.minutes is None else f" in {logged.minutes} min"
    pains = "".join(f", {joint} pain {much}" for joint, much in logged.pain.items())
    worse = ", worse the next morning" if logged.worse_next_morning else ""
    return f"{sets}{minutes}{pains}{worse}"


def _amounts(amounts: tuple[int, ...], unit: str) -> str:
    if len(set(amounts)) == 1:
        return f"{len(amounts)} × {amounts[0]}{unit}"
    return f"{', '.join(map(str, amounts))}{unit}"


def _weights(kg: tuple[float, ...]) -> str:
    if not kg:
        return ""
    said = kg[:1] if len(set(kg)) == 1 else kg
    return f" at {', '.join(f'{weight:g}' for weight in said)} kg"


def _left(left: int | None) -> str:
    return "" if left is None else f", {left} left"
