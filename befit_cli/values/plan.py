"""The plan, as befit prints, writes and checks it.

`Plan` and all below it are schema 1 of the JSON that befit writes: a field here is a key there.
"""

from __future__ import annotations

from datetime import date

from befit_cli.values.athlete import Athlete
from befit_cli.values.base import Value
from befit_cli.values.catalogue import Muscles
from befit_cli.values.enums import Day, Group, Kit, Level, Load, Pattern, Phase, Region, Role
from befit_cli.values.phrase import Phrase

SCHEMA = 1
"""The version of the plan's JSON. Adding a key keeps it; changing one makes it 2."""


class WarmUp(Value, frozen=True, kw_only=True):
    minutes: int
    steps: tuple[str, ...]


class Prescription(Value, frozen=True, kw_only=True):
    """One exercise of a session, as it is to be done.

    Exactly one of `reps` and `hold_s` is set. `kit` is what the form uses of the athlete's kit,
    `contacts` is landings per repetition, `seconds_per_rep` is None for a hold. With `per_side` the
    dose is for each side.
    """

    id: str
    name: str
    form: str
    group: Group
    pattern: Pattern
    family: str
    role: Role
    regions: tuple[Region, ...]
    load: Load
    kit: tuple[Kit, ...]
    level: Level
    sets: int
    reps: int | None
    hold_s: int | None
    per_side: bool
    seconds_per_rep: float | None
    rest_s: int
    rir: int | None
    contacts: int
    muscles: Muscles
    niggle_note: str | None
    cue: str
    progress: str


class Session(Value, frozen=True, kw_only=True):
    """One strength session; `with_run` is the key run of that day, `"hard"`, `"long"` or None."""

    day: Day
    date: date
    load: Load
    minutes: int
    why: str
    with_run: str | None
    warm_up: WarmUp
    exercises: tuple[Prescription, ...]

    @property
    def sets(self) -> int:
        """All sets of the session."""
        return sum(exercise.sets for exercise in self.exercises)


class Note(Value, frozen=True):
    """Something the runner should know, and the rule it comes from."""

    rule: str
    text: str


class Week(Value, frozen=True, kw_only=True):
    """One week; it starts on the Monday `starts`."""

    number: int
    of: int
    starts: date
    phase: Phase
    deload: bool
    taper: bool
    sessions: tuple[Session, ...]
    notes: tuple[Note, ...] = ()

    @property
    def build(self) -> bool:
        """True for a week that is neither deload nor taper."""
        return not (self.deload or self.taper)

    @property
    def minutes(self) -> int:
        """Minutes of all sessions."""
        return sum(session.minutes for session in self.sessions)

    @property
    def sets(self) -> int:
        """Sets of all sessions."""
        return sum(session.sets for session in self.sessions)


class Plan(Value, frozen=True, kw_only=True):
    """A week or a whole block, as befit prints, writes and checks it."""

    schema: int = SCHEMA
    befit: str
    athlete: Athlete
    weeks: tuple[Week, ...]
    safety: tuple[str, ...]


class Finding(Value, frozen=True, kw_only=True):
    """A rule that a plan does not keep."""

    rule: str
    """Its id."""
    must: bool
    """Whether it is an error, or only a warning."""
    where: Phrase
    """The week, day, exercise or muscle; empty for the whole."""
    found: Phrase
    """What stands there in the plan."""
    allowed: Phrase
    """What the rule would have there."""
    text: str
    """What that means for the runner, and what to do."""
