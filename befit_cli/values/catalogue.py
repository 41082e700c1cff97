"""The exercises: each a ladder of forms, with doses, muscles and what a niggle changes."""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property

from msgspec import Struct

from befit_cli.values.base import Range, Value
from befit_cli.values.enums import (
    Act,
    Group,
    Kit,
    Knee,
    Level,
    Load,
    Need,
    Niggle,
    Pattern,
    Role,
)

# What computes something once needs `dict` for a place to keep it, and msgspec allows none to what
# the garbage collector does not follow. So Form, Exercise and Catalogue are no Values.
#
# Every form has its exercise's niggles, and most rules say little: without what is as usual, the
# compiled catalogue is a third shorter, and sooner read.


class Dose(Value, frozen=True, kw_only=True):
    """What to do of a form at a level: either `reps` or `hold` is given, never both."""

    sets: Range
    """How many."""
    reps: Range | None = None
    """Repetitions in a set, on each side where the form is done per side."""
    hold: Range | None = None
    """Seconds of a hold, on each side where the form is done per side."""
    rest: int
    """Seconds after a set."""
    rir: int | None = None
    """Repetitions in reserve; None where sets never become hard: holds, jumps, mobility."""


class Muscles(Value, frozen=True):
    """Names of muscles, such as `gluteus-maximus`."""

    primary: tuple[str, ...] = ()
    """Those that do most of the work: a set counts whole for them (R04)."""
    secondary: tuple[str, ...] = ()
    """Those that help: a set counts half for them (R04)."""


class NiggleRule(Value, frozen=True, kw_only=True, omit_defaults=True):
    """What one niggle does to one exercise, or to one form of it.

    The dose that it changes counts before the one of the level and the phase.
    """

    act: Act
    """Whether the exercise comes first, is changed, or is left out."""
    note: str | None = None
    """How to do it with the niggle; where the act is to modify, there is one or a dose."""
    swap: tuple[str, ...] = ()
    """Ids of the exercises to do instead."""
    sets: Range | None = None
    reps: Range | None = None
    hold: Range | None = None
    """Seconds; what the dose counts in, repetitions or a hold, the niggle may change as well."""
    seconds_per_rep: float | None = None


class Form(Struct, frozen=True, kw_only=True, dict=True, omit_defaults=True):
    """One rung of an exercise's ladder, with everything that its exercise said and the form did not
    change.
    """

    name: str
    """As a plan names it; no other form of the exercise has it."""
    other_names: tuple[str, ...] = ()
    """As plans in other languages name it."""
    level: Level
    """The least experience that it asks for."""
    kit: tuple[tuple[Kit, ...], ...]
    """What it needs, all of it; each entry is a choice of things of which one is enough."""
    load: Load
    """How hard it is on the legs."""
    base: bool
    """Whether most people begin here; true of one form of a ladder, or of none."""
    contacts: int
    """Landings in one repetition; 0 for all but jumps."""
    pattern: Pattern
    """How it moves."""
    family: str
    """Forms of one family stand in for each other, so a session takes one of them."""
    per_side: bool
    """Whether a dose is for each side."""
    seconds_per_rep: float | None
    """How long a repetition takes; None for a hold."""
    dose: dict[Level, Dose]
    """What to do, at least for its own level and those above."""
    muscles: Muscles
    """What works."""
    cues: tuple[str, ...]
    """Reminders, the most important one first."""
    garmin: str | None
    """Garmin's name of it, `category/exercise`; None where Garmin has none."""
    setup: str | None = None
    """How somebody who has never seen it gets into it, and what moves, in one sentence."""
    knee: Knee | None = None
    """How the knee stands; None for all but calf work."""
    alternates: bool = False
    """Whether the sides take turns within a set: then nobody stops to change them (R46)."""
    serves: tuple[Need, ...] | None = None
    """What it serves of a week's needs (R03), where pattern and muscles say it wrongly."""
    niggles: dict[Niggle, NiggleRule] = {}
    """What a niggle changes about this form: its exercise's, but for those that it has itself."""
    prerequisite: str | None = None
    """What should be in place before it."""
    only_for: tuple[Niggle, ...] = ()
    """The niggles it is meant for; given to nobody without one of them. Empty for all others."""
    race_weeks: int = 0
    """The last weeks before a race that it stays out of."""
    figure: str | None = None
    """The name of befit's drawing of it; None where none shows it."""

    @property
    def names(self) -> tuple[str, ...]:
        """Its name here, and those in other languages."""
        return (self.name, *self.other_names)

    def kit_used(self, owned: Collection[Kit]) -> tuple[Kit, ...] | None:
        """What this form uses of the kit owned, a thing for each choice; None where something is
        lacking.
        """
        used = []
        for choice in self.kit:
            # The first in the order of the catalogue, which names first what suits the form best.
            # In the order of the kit, `--kit box,step` would plan otherwise than `--kit step,box`.
            for thing in choice:
                if thing in owned:
                    used.append(thing)
                    break
            else:
                return None
        return tuple(used)


class Exercise(Struct, frozen=True, kw_only=True, dict=True):
    """One exercise of the catalogue."""

    id: str
    """Stays the same for good: plans and swaps know the exercise by it."""
    name: str
    """What people read."""
    aliases: tuple[str, ...]
    """Other words that people look for it by."""
    other_names: tuple[str, ...] = ()
    """Its names in other languages."""
    other_aliases: tuple[str, ...] = ()
    """What people look for it by in other languages."""
    group: Group
    """Its chapter of the BeFit list."""
    role: Role
    """Where in a session it comes."""
    why: str
    """What it gives a runner, in a sentence."""
    prerequisite: str | None
    """What should be in place before the harder forms."""
    ladder: tuple[Form, ...]
    """Its forms, easiest first; at least one."""
    niggles: dict[Niggle, NiggleRule]
    """What a niggle changes; one that is not there changes nothing."""

    @property
    def names(self) -> tuple[str, ...]:
        """Its name here, and those in other languages."""
        return (self.name, *self.other_names)

    @cached_property
    def base(self) -> int:
        """The place of the base form in the ladder; the first where none is marked."""
        for place, form in enumerate(self.ladder):
            if form.base:
                return place
        return 0

    @cached_property
    def every_kit(self) -> frozenset[Kit]:
        """All that any of its forms uses."""
        choices = [choice for form in self.ladder for choice in form.kit]
        return frozenset([thing for choice in choices for thing in choice])

    @cached_property
    def every_niggle(self) -> frozenset[Niggle]:
        """All that change something about any of its forms, or are what it is meant for."""
        named = [niggle for form in self.ladder for niggle in (*form.niggles, *form.only_for)]
        return frozenset(named)


class Catalogue(Struct, frozen=True, eq=False, dict=True):
    """The exercises to plan from; a catalogue equals only itself, so that asking is cheap."""

    exercises: tuple[Exercise, ...]
    """In the order of the file."""

    @cached_property
    def by_id(self) -> dict[str, Exercise]:
        """Each exercise under its id."""
        return {exercise.id: exercise for exercise in self.exercises}

    @cached_property
    def with_form(self) -> dict[str, list[str]]:
        """Under the names of forms the ids of the exercises that have them."""
        found: dict[str, list[str]] = {}
        for exercise in self.exercises:
            for form in exercise.ladder:
                found.setdefault(form.name, []).append(exercise.id)
        return found

    @cached_property
    def _by_names(self) -> dict[tuple[str, str], Form]:
        named: dict[tuple[str, str], Form] = {}
        for exercise in self.exercises:
            for form in exercise.ladder:
                for name in form.other_names:
                    named.setdefault((exercise.id, name), form)
        # what a form is called here goes before what another is called elsewhere
        for exercise in self.exercises:
            for form in exercise.ladder:
                named[exercise.id, form.name] = form
        return named

    def form(self, id_: str, name: str) -> Form | None:
        """The form of that name, in any language, of the exercise with that id; None for one that
        is not here.
        """
        return self._by_names.get((id_, name))

    def form_name(self, id_: str, name: str) -> str:
        """What this catalogue calls the form of that name, in any language, of the exercise with
        that id; the name as it is where no form is called so.
        """
        form = self.form(id_, name)
        return form.name if form else name
