"""Forms and exercises made by hand, for tests that need some and no catalogue."""

from __future__ import annotations

from typing import Any

from befit_cli.values import Dose, Exercise, Form, Group, Level, Load, Muscles, Pattern, Range, Role


def a_form(name: str = "Squat", *, dose: Dose | None = None, **changes: Any) -> Form:
    """A beginner's squat without kit, of medium load, with some fields changed."""
    fields: dict[str, Any] = {
        "level": Level.BEGINNER,
        "kit": (),
        "load": Load.MEDIUM,
        "base": False,
        "contacts": 0,
        "pattern": Pattern.SQUAT,
        "family": name,
        "per_side": False,
        "seconds_per_rep": 3.0,
        "muscles": Muscles(),
        "cues": ("Stand tall",),
        "garmin": None,
    }
    usual = Dose(sets=Range(2, 3), reps=Range(10, 12), rest=60, rir=3)
    return Form(name=name, dose=dict.fromkeys(Level, dose or usual), **(fields | changes))


def an_exercise(*ladder: Form, role: Role = Role.MAIN, **changes: Any) -> Exercise:
    """An exercise named after its first form."""
    fields: dict[str, Any] = {
        "id": ladder[0].name.lower().replace(" ", "-"),
        "name": ladder[0].name,
        "aliases": (),
        "group": Group.KNEE,
        "why": "It carries you.",
        "prerequisite": None,
        "niggles": {},
    }
    return Exercise(role=role, ladder=ladder, **(fields | changes))
