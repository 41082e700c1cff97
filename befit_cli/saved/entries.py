"""What a saved plan may say, as structs: msgspec reads with them, and faults are told by them.

Only what schema 1 had at its birth is asked for; whatever a later befit added may be missing. Of
what stands there twice, as a sentence and as facts, the sentence is read: it is what people edit.
"""

# Annotations are values here: faults are told along them.
from datetime import date

from msgspec import Struct

from befit_cli.values import (
    Athlete,
    Day,
    Group,
    Kit,
    Level,
    Load,
    Muscles,
    Pattern,
    Phase,
    Region,
    Role,
    RunSource,
)

SCHEMA = 2
"""The schema that befit writes. Adding a key keeps it; changing one makes it 3."""
SCHEMAS = (1, 2)
"""The schemas that befit reads."""
ATHLETE_KEYS = (
    "race",
    "sessions",
    "level",
    "kit",
    "minutes",
    "long_run",
    "hard_runs",
    "days",
    "focus",
    "niggles",
    "without",
    "race_date",
)
"""What schema 1 says of an athlete; each has a default for Python's sake, and a file says it."""


class WarmUpEntry(Struct, kw_only=True):
    minutes: int
    steps: tuple[str, ...]


class ExerciseEntry(Struct, kw_only=True):
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


class SessionEntry(Struct, kw_only=True):
    day: Day
    date: date
    load: Load
    minutes: int
    why: str
    with_run: str | None
    warm_up: WarmUpEntry
    exercises: tuple[ExerciseEntry, ...]
    slot: int | None = None


class NoteEntry(Struct, kw_only=True):
    rule: str
    text: str


class RunsEntry(Struct, kw_only=True):
    hard: tuple[Day, ...]
    long: tuple[Day, ...]
    race: Day | None
    source: RunSource


class WeekEntry(Struct, kw_only=True):
    number: int
    of: int
    starts: date
    phase: Phase
    deload: bool
    taper: bool
    sessions: tuple[SessionEntry, ...]
    notes: tuple[NoteEntry, ...] = ()
    runs: RunsEntry | None = None


class PlanEntry(Struct, kw_only=True):
    befit: str
    athlete: Athlete
    weeks: tuple[WeekEntry, ...]
    safety: tuple[str, ...]
    schema: int


class WeekHead(Struct, frozen=True):
    """What the front matter says of a week."""

    number: int
    of: int
    starts: date
    phase: Phase
    deload: bool
    taper: bool


class PlanHead(Struct):
    """The front matter: who the plan is for, and its weeks."""

    befit: str
    athlete: Athlete
    weeks: tuple[WeekHead, ...]
    schema: int
