"""What a saved plan may say, as structs: msgspec reads with them, and faults are told by them.

Only what schema 1 had at its birth is asked for; whatever a later befit added may be missing. Of
what stands there twice, as a sentence and as facts, the sentence is read: it is what people edit.
"""

# Annotations are values here: faults are told along them.
from datetime import date

from msgspec import Struct

from befit_cli.language import Language
from befit_cli.values import (
    Athlete,
    Date,
    Day,
    Group,
    Kit,
    Level,
    Load,
    Muscles,
    Niggle,
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
    """What comes before a session's first exercise."""

    minutes: int
    """Minutes that all of it takes."""
    steps: tuple[str, ...]
    """A sentence for each part, in the order in which they are done."""
    contacts: int = 0
    """Landings in it; none where the file has no such key."""


class AdaptedEntry(Struct, kw_only=True):
    """What the log changed about an exercise."""

    rule: str
    """The id of the rule that asks for it: `R76`."""
    text: str
    """Why, as a sentence."""


class ExerciseEntry(Struct, kw_only=True):
    """One exercise of a session: what the catalogue knows of it, and what to do."""

    id: str
    """The catalogue's: `glute-bridges`."""
    name: str
    """The exercise's, as a person says it: `Glute bridges`."""
    form: str
    """The name of the rung of its ladder that is to be done."""
    group: Group
    """Where the BeFit list has it."""
    pattern: Pattern
    """How the form moves."""
    family: str
    """What does the same job: one of a family is enough for a session (R07)."""
    role: Role
    """What it is for in the session; the order goes by it (R06)."""
    regions: tuple[Region, ...]
    """The parts of the body that the pattern trains."""
    load: Load
    """How hard it is on the legs; light work counts a class lower."""
    kit: tuple[Kit, ...]
    """What the form uses of the athlete's kit; empty for none."""
    level: Level
    """The least lifting experience that the form asks for."""
    sets: int
    """How many, 1 or more."""
    reps: int | None
    """Repetitions of a set, for each side where `per_side` is true; null for a hold."""
    hold_s: int | None
    """Seconds of a hold, for each side where `per_side` is true; null for repetitions."""
    per_side: bool
    """Whether the dose is for each side."""
    seconds_per_rep: float | None
    """Seconds that a repetition takes; null for a hold."""
    rest_s: int
    """Seconds of rest after a set; 0 for none."""
    rir: int | None
    """Repetitions in reserve at the end of a set; null where none are counted."""
    contacts: int
    """Landings in a repetition; 0 for all but jumps."""
    muscles: Muscles
    """Those that do the work, and those that help."""
    niggle_note: str | None
    """What a niggle changes about it; null where none does."""
    cue: str
    """The one thing to think of while doing it."""
    progress: str
    """The sentence that says how it goes on; empty where nothing does."""
    light: bool = False
    """Whether it is done light; a file without the key has no such work."""
    alternates: bool = False
    """Whether the sides take turns within a set; likewise."""
    kg: float | None = None
    """What one implement is to weigh, a barbell with its bar; null, or no key, where nobody says
    it.
    """
    setup: str | None = None
    """How to get into it; likewise."""
    adapted: AdaptedEntry | None = None
    """What the log changed about it; null, or no key, where nothing."""


class SessionEntry(Struct, kw_only=True):
    """One strength session."""

    day: Day
    """Its weekday, which counts where `date` is of another."""
    date: Date
    """Asked for and not used: the date follows from the week's Monday and the weekday."""
    load: Load
    """The highest load of its exercises."""
    minutes: int
    """Minutes that it takes, the warm-up included."""
    why: str
    """The sentences that say why it stands on its day."""
    with_run: str | None
    """Asked for and not used: the run of the day follows from the week's runs."""
    warm_up: WarmUpEntry
    """What comes first."""
    exercises: tuple[ExerciseEntry, ...]
    """In the order in which they are done."""
    slot: int | None = None
    """Its place in the stretch's weeks, from 1; schema 1 has none, and the order of days counts."""


class NoteEntry(Struct, kw_only=True):
    """Something the runner should know."""

    rule: str
    """The id of the rule it comes from: `R30`."""
    text: str
    """What it says."""


class RunsEntry(Struct, kw_only=True):
    """The days of a week's key runs."""

    hard: tuple[Day, ...]
    """Days of intervals, tempo, hills and the like."""
    long: tuple[Day, ...]
    """Days of long runs."""
    race: Day | None
    """The day of the race, where it is in this week."""
    source: RunSource
    """Who says so."""
    tune_ups: tuple[Day, ...] = ()
    """Days of those hard runs that are races before that one; no key where there are none."""


class AdjustedEntry(Struct, kw_only=True):
    """What is otherwise about the athlete in one week; each key means what it does of an athlete,
    and one that is not there says that all is as always.
    """

    sessions: int | None = None
    kit: tuple[Kit, ...] | None = None
    kit_by_day: dict[Day, tuple[Kit, ...]] | None = None
    minutes: int | None = None
    days: tuple[Day, ...] | None = None
    niggles: tuple[Niggle, ...] | None = None
    without: tuple[str, ...] | None = None
    swap: tuple[tuple[str, str], ...] | None = None


class WeekOfBlock(Struct, frozen=True, kw_only=True):
    """What every file says of a week: where it stands in its block, and what it is laid round."""

    number: int
    """Its place in the block, from 1."""
    of: int
    """How many weeks the block has."""
    starts: date
    """Its Monday."""
    phase: Phase
    """What the block works at in these weeks."""
    deload: bool
    """Whether it is an easier week, with fewer sets."""
    taper: bool
    """Whether it eases before the race."""
    runs: RunsEntry | None = None
    """Its key runs; schema 1 has none, and the athlete's usual ones count."""
    run_titles: dict[Day, str] = {}
    """What the runner's own running plan calls them; what stands for another day isn't used."""
    runs_before: RunsEntry | None = None
    """Those of the week before; null, or no key, where they are on the days of this week's."""
    runs_after: RunsEntry | None = None
    """Those of the week after; likewise."""
    adjusted: AdjustedEntry | None = None
    """What is otherwise in this week alone; null, empty, or no key, where nothing is."""
    waited: tuple[int, ...] = ()
    """The numbers of the block's weeks that waited; no key where none did."""


class WeekEntry(WeekOfBlock, frozen=True, kw_only=True):
    """One week of the plan."""

    sessions: tuple[SessionEntry, ...]
    """In any order: they are put in that of their days."""
    notes: tuple[NoteEntry, ...] = ()
    """What its runner should know; none where the file has no such key."""


class PlanEntry(Struct, kw_only=True):
    """The whole file."""

    befit: str
    """The version of befit that wrote it."""
    athlete: Athlete
    """Who it is for."""
    weeks: tuple[WeekEntry, ...]
    """One or more, each number once."""
    safety: tuple[str, ...]
    """The lines of the safety text, in befit's words or a person's."""
    schema: int
    """One of `SCHEMAS`."""
    language: Language = Language.EN
    """What its sentences are in; each is read in any language, whatever stands here."""


class WeekHead(WeekOfBlock, frozen=True, kw_only=True):
    """What the head of a file says of a week."""

    slots: dict[Day, int] = {}
    """The slot of each day's session as it was planned; an older file has no such key, and the
    order of days counts.
    """


class PlanHead(Struct):
    """The head of a plan in Markdown: who it is for, and its weeks."""

    befit: str
    """The version of befit that wrote it."""
    athlete: Athlete
    """Who it is for."""
    weeks: tuple[WeekHead, ...]
    """One or more, each number once; the text below has a heading for each."""
    schema: int
    """One of `SCHEMAS`."""
    language: Language = Language.EN
    """What its sentences are in; a plan in English says nothing of it."""
