"""Exercises chosen for a week, before they are dosed."""

from __future__ import annotations

from befit_cli.values.base import Value
from befit_cli.values.catalogue import Exercise, Form, NiggleRule
from befit_cli.values.enums import Kit, Niggle


class Pick(Value, frozen=True, kw_only=True, eq=False):
    """An exercise in one of its forms, chosen for a session."""

    exercise: Exercise
    form: Form
    kit: tuple[Kit, ...]
    """What it uses of the kit owned."""
    heavy: bool
    """Whether that makes it heavy work."""
    light: bool = False
    """Whether the session's day asks for a light version of it."""
    harder: Pick | None = None
    """The next rung that the athlete may do in such a session."""
    easier: Form | None = None
    """The rung below, to warm up with."""
    first_line: tuple[Niggle, ...] = ()
    """The athlete's niggles that it is first-line work for (R59)."""
    rules: tuple[NiggleRule, ...] = ()
    """What their niggles change about it (R59)."""

    @property
    def niggle_note(self) -> str | None:
        """What their niggles change about it, in the catalogue's words."""
        notes = [rule.note for rule in self.rules if rule.note]
        return " ".join(notes) or None
