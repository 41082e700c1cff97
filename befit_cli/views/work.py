"""What was asked and what was done, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from befit_cli.language import _, message, plural
from befit_cli.values import (
    Asked,
    Catalogue,
    Prescription,
    SessionLog,
    Units,
    Value,
    Work,
    once_if_same,
)
from befit_cli.views import prescription
from befit_cli.views.terms import joint

_SKIPPED = message("skipped", sense="exercise")
_NOT_ASKED = message("not planned")


class WorkRow(Value, frozen=True):
    """One form of a session, as it was asked and done."""

    name: str
    asked: str
    did: str
    as_asked: bool


def work_rows(
    logged: SessionLog, units: Units, catalogue: Catalogue, planned: Iterable[Prescription] = ()
) -> list[WorkRow]:
    """Each form of the session, as it was logged. What names no form, such as what was skipped, has
    the name that it has among those that are `planned`, else that of its exercise.
    """
    names = {exercise.id: exercise.form for exercise in planned}
    rows = []
    for id, works in logged.did.items():
        name = names.get(id) or _exercise_name(id, catalogue)
        if not works:
            rows.append(WorkRow(name, "", _(_SKIPPED, sense="exercise"), as_asked=False))
        for work in works:
            asked = _(_NOT_ASKED) if work.asked is None else asked_words(work.asked, units)
            did = work_words(work, units)
            rows.append(WorkRow(work.form or name, asked, did, as_asked=work.as_asked))
    return rows


def _exercise_name(id: str, catalogue: Catalogue) -> str:
    """What the catalogue calls the exercise; one that it does not have is called by its id."""
    known = catalogue.by_id.get(id)
    return known.name if known else id.replace("-", " ").capitalize()


def asked_words(asked: Asked, units: Units) -> str:
    """`3 × 8 at 16 kg, 3 left`."""
    amount = f"{asked.reps}" if asked.hold_s is None else f"{asked.hold_s} s"
    kg = () if asked.kg is None else (asked.kg,)
    return _with_weights(f"{asked.sets} × {amount}", kg, units) + _left(asked.left)


def work_words(work: Work, units: Units) -> str:
    """`3 × 8 at 16 kg, 3 left`, or `8, 8, 7 at 16 kg, pain 2`: in words that befit done reads."""
    done, unit = (work.reps, "") if work.reps else (work.hold_s, " s")
    amounts = _amounts(done, unit)
    if work.other_side:
        # a comma with a blank behind it would end what is said of one side
        sides = (done, work.other_side)
        one, other = [_amounts(side, unit).replace(", ", ",") for side in sides]
        amounts = _("{one} one side and {other} the other", one=one, other=other)
    amounts = _with_weights(amounts, work.kg, units)
    if work.asked is not None and work.asked.kg is not None and not work.kg:
        amounts = _("{work} without weight", work=amounts)
    pain = "" if work.pain is None else f", {pain_words(work.pain)}"
    return f"{amounts}{_left(work.left)}{pain}"


def summary(logged: SessionLog) -> str:
    """`9 sets`, or `9 sets in 31 min, knee pain 2`; of none `skipped`."""
    sets = _("skipped", sense="session")
    if logged.sets:
        sets = plural(logged.sets, "{n} set", "{n} sets")
    if logged.minutes is not None:
        sets = _("{work} in {minutes} min", work=sets, minutes=logged.minutes)
    return ", ".join([sets, *felt(logged.pain, worse=logged.worse_next_morning)])


def felt(pain: Mapping[str, int], *, worse: bool) -> list[str]:
    """`knee pain 2`, `worse the next morning`: each joint that hurt, and how it was then."""
    told = [_("{joint} pain {pain}", joint=joint(at), pain=much) for at, much in pain.items()]
    return [*told, _("worse the next morning")] if worse else told


def pain_words(pain: int) -> str:
    """`pain 2`."""
    return _("pain {pain}", pain=pain)


def at_weight(work: str, kg: float | None, units: Units) -> str:
    """`8, 8 at 16 kg`, or the work alone where the weight is not known."""
    return _with_weights(work, () if kg is None else (kg,), units)


def _amounts(amounts: tuple[int, ...], unit: str) -> str:
    if len(set(amounts)) == 1:
        return f"{len(amounts)} × {amounts[0]}{unit}"
    return f"{', '.join(map(str, amounts))}{unit}"


def _with_weights(work: str, kg: tuple[float, ...], units: Units) -> str:
    if not kg:
        return work
    weights = ", ".join(prescription.weight(each, units) for each in once_if_same(kg))
    return _("{work} at {weight}", work=work, weight=weights)


def _left(left: int | None) -> str:
    return "" if left is None else f", {prescription.left_words(left)}"
