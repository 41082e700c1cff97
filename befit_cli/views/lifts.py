"""How a block moves the doses of its main lifts, in words."""

from __future__ import annotations

from typing import TypeAlias

from befit_cli.evidence.session import MAIN_ROLES
from befit_cli.values import NoteKey, Prescription, Week
from befit_cli.views import words as wording

Stretch: TypeAlias = tuple[Week, ...]
"""Weeks that have the same exercises."""


def stretch_facts(stretch: Stretch) -> list[str]:
    """`Weeks 1-3` and `general`: which weeks they are, and what they are for."""
    first = stretch[0].number
    last = stretch[-1].number
    weeks = f"Week {first}" if first == last else f"Weeks {first}-{last}"
    facts = [weeks, wording.phase_word(stretch[0])]
    if wording.lacks_heavy_legs(stretch[0]):
        facts.append("no heavy legs")
    return facts


def ease(week: Week) -> str:
    """`easier`, `taper` or `ramp`; nothing for any other week that builds."""
    if not week.build:
        return wording.phase_word(week).split()[0]
    ramps = any(note.key is NoteKey.RAMP for note in week.notes)
    return "ramp" if ramps else ""


def forms(stretch: Stretch) -> list[str]:
    """The main lifts of the stretch, each once."""
    found: dict[str, None] = {}
    for week in stretch:
        found |= dict.fromkeys(doses(week))
    return list(found)


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
