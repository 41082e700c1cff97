"""Exercises chosen for a week, before they are dosed."""

from __future__ import annotations

from befit_cli.values.base import Value
from befit_cli.values.catalogue import Exercise, Form
from befit_cli.values.enums import Kit, Niggle


class Pick(Value, frozen=True, kw_only=True, eq=False):
    """An exercise in one of its forms, chosen for a need of the week."""

    exercise: Exercise
    form: Form
    kit: tuple[Kit, ...]
    """What it uses of the kit owned."""
    following: str | None = None
    """The name of the next rung that the athlete may do."""
    first_line: tuple[Niggle, ...]
    """The athlete's niggles that it is first-line work for (R59)."""
    niggle_note: str | None = None
    """What their niggles change about it (R59)."""
    needed: bool = False
    """Whether the week's coverage (R03) or a niggle asked for it."""
