"""Exercises chosen for a week, before they are dosed."""

from __future__ import annotations

from befit_cli.values.base import Value
from befit_cli.values.catalogue import Exercise, Form
from befit_cli.values.enums import Kit, Niggle


class Pick(Value, frozen=True, kw_only=True, eq=False):
    """An exercise in one of its forms, chosen for a need of the week.

    `kit` is what it uses, `following` the name of the next rung that the athlete may do.
    `first_line` has the athlete's niggles that it is first-line work for, and `niggle_note` says
    what they change about it (R59). `needed` says that the week's coverage (R03) or a niggle asked
    for it.
    """

    exercise: Exercise
    form: Form
    kit: tuple[Kit, ...]
    following: str | None = None
    first_line: tuple[Niggle, ...]
    niggle_note: str | None = None
    needed: bool = False
