"""How a block moves the doses of its main lifts, in words."""

from __future__ import annotations

from typing import TypeAlias

from befit_cli.evidence.session import MAIN_ROLES
from befit_cli.language import _
from befit_cli.values import NoteKey, Plan, Prescription, Week
from befit_cli.views import words as wording

Stretch: TypeAlias = tuple[Week, ...]
"""Weeks that have the same exercises."""
_NOT_THERE = "–"


def lifted(plan: Plan) -> list[Stretch]:
    """The stretches that have main lifts, without the weeks that waited."""
    return [stretch for stretch in plan.trained.stretches if forms(stretch)]


def weeks(stretch: Stretch) -> str:
    """`Weeks 1-3`, or `Week 4`."""
    first = stretch[0].number
    last = stretch[-1].number
    if first == last:
        return _("Week {number}", number=first)
    return _("Weeks {first}-{last}", first=first, last=last)


def stretch_facts(stretch: Stretch) -> list[str]:
    """`Weeks 1-3` and `general`: which weeks they are, and what they are for."""
    facts = [weeks(stretch), wording.phase_word(stretch[0])]
    if wording.lacks_heavy_legs(stretch[0]):
        facts.append(_("no heavy leg work"))
    return facts


def ease(week: Week) -> str:
    """`easier`, `taper` or `ramp`; nothing for any other week that builds."""
    if week.taper:
        return _("taper", sense="short")
    if not week.build:
        return _("easier", sense="short")
    ramps = any(note.key is NoteKey.RAMP for note in week.notes)
    return _("ramp", sense="short") if ramps else ""


def forms(stretch: Stretch) -> list[str]:
    """The main lifts of the stretch, each once."""
    found: dict[str, None] = {}
    for week in stretch:
        found |= dict.fromkeys(doses(week))
    return list(found)


def row(stretch: Stretch, form: str) -> list[str]:
    """The dose of the form in each week of the stretch; a dash where a week is without it."""
    return [doses(week).get(form, _NOT_THERE) for week in stretch]


def doses(week: Week) -> dict[str, str]:
    """Each main lift of the week and its dose: `2×6 + 2×8`, where its sessions have several."""
    by_form: dict[str, list[str]] = {}
    for session in week.sessions:
        for exercise in session.exercises:
            if exercise.role in MAIN_ROLES:
                of_form = by_form.setdefault(exercise.form, [])
                dose = _dose(exercise)
                if dose not in of_form:
                    of_form.append(dose)
    return {form: " + ".join(of_form) for form, of_form in by_form.items()}


def _dose(exercise: Prescription) -> str:
    if exercise.hold_s is None:
        return f"{exercise.sets}×{exercise.reps}"
    return f"{exercise.sets}×{exercise.hold_s} s"
