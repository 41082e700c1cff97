"""The exercises: each a ladder of forms, with doses, muscles and what a niggle changes."""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property

from msgspec import Struct

from befit_cli.values.base import Range, Value
from befit_cli.values.enums import Act, Group, Kit, Level, Load, Niggle, Pattern, Role


class Dose(Value, frozen=True, kw_only=True):
    """Sets of repetitions or of a hold in seconds, the rest in seconds after a set, and the
    repetitions in reserve.

    Exactly one of `reps` and `hold` is given.
    """

    sets: Range
    reps: Range | None = None
    hold: Range | None = None
    rest: int
    rir: int | None = None


class Muscles(Value, frozen=True):
    """Names of muscles: a primary one counts a whole set, a secondary one half (R04)."""

    primary: tuple[str, ...] = ()
    secondary: tuple[str, ...] = ()


class Form(Struct, frozen=True, kw_only=True, dict=True):
    """One rung of an exercise's ladder, with everything that its exercise said and the form did not
    change.

    `base` marks the rung where most people begin. `kit` lists what is needed, all of it; each entry
    is a choice of things of which one is enough. `contacts` is landings per repetition.
    `seconds_per_rep` is None for a hold.
    """

    name: str
    level: Level
    kit: tuple[tuple[Kit, ...], ...]
    load: Load
    base: bool
    contacts: int
    pattern: Pattern
    family: str
    per_side: bool
    seconds_per_rep: float | None
    dose: dict[Level, Dose]
    muscles: Muscles
    cues: tuple[str, ...]
    garmin: str | None

    def kit_used(self, owned: Collection[Kit]) -> tuple[Kit, ...] | None:
        """What this form uses of the kit owned, the first owned of each choice; None where
        something is lacking.
        """
        used = []
        for choice in self.kit:
            for thing in choice:
                if thing in owned:
                    used.append(thing)
                    break
            else:
                return None
        return tuple(used)


class NiggleRule(Value, frozen=True, kw_only=True):
    """What one niggle does to one exercise; `swap` names the exercises to do instead."""

    act: Act
    note: str | None = None
    swap: tuple[str, ...] = ()


class Exercise(Struct, frozen=True, kw_only=True, dict=True):
    """One exercise of the catalogue; the ladder has its forms, easiest first."""

    id: str
    name: str
    aliases: tuple[str, ...]
    group: Group
    role: Role
    why: str
    prerequisite: str | None
    ladder: tuple[Form, ...]
    niggles: dict[Niggle, NiggleRule]

    @cached_property
    def base(self) -> int:
        """The place of the base form in the ladder; the first where none is marked."""
        return next((place for place, form in enumerate(self.ladder) if form.base), 0)


class Catalogue(Struct, frozen=True, eq=False, dict=True):
    """The exercises, in the order of the file; a catalogue equals only itself."""

    exercises: tuple[Exercise, ...]

    @cached_property
    def by_id(self) -> dict[str, Exercise]:
        """Each exercise under its id."""
        return {exercise.id: exercise for exercise in self.exercises}
