"""The values befit works with: the athlete, the catalogue, the season and the plan.

Everything is frozen and knows nobody. `Plan` and all below it are schema 1 of the JSON that befit writes: a field here is a key there.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from enum import StrEnum
from functools import cached_property

from msgspec import Struct

SCHEMA = 1
"""The version of the plan's JSON. Adding a key keeps it; changing one makes it 2."""


class Scale(StrEnum):
    """Words in a rising order; compare them by `rank`, the place in the order from 0."""

    rank: int

    def __init__(self, _: str) -> None:
        self.rank = len(type(self).__members__)


class Race(Scale):
    FIVE_K = "5k"
    TEN_K = "10k"
    HALF = "half"
    MARATHON = "marathon"


class Level(Scale):
    """Lifting history: beginner under 6 months, advanced over 2 years."""

    BEGINNER = "beginner"
    INTERMEDIATE = "intermediate"
    ADVANCED = "advanced"


class Load(Scale):
    """How hard a form, or the hardest form of a session, is on the legs."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Day(Scale):
    """A day of the week; rank 0 is Monday."""

    MON = "mon"
    TUE = "tue"
    WED = "wed"
    THU = "thu"
    FRI = "fri"
    SAT = "sat"
    SUN = "sun"

    @property
    def title(self) -> str:  # type: ignore[override]  # a day's title is its name
        """`Monday`."""
        return _DAY_NAMES[self.rank]

    def apart(self, other: Day) -> int:
        """Calendar days between two days of a week that repeats, 0 to 3: Sunday and Monday are 1 apart."""
        days = abs(self.rank - other.rank)
        return min(days, 7 - days)

    def until(self, other: Day) -> int:
        """Days forward from this day to the next `other`, 0 to 6."""
        return (other.rank - self.rank) % 7


class Kit(StrEnum):
    BAND = "band"
    DUMBBELL = "dumbbell"
    KETTLEBELL = "kettlebell"
    BARBELL = "barbell"
    MACHINE = "machine"
    BENCH = "bench"
    BOX = "box"
    STEP = "step"
    PULL_UP_BAR = "pull-up-bar"
    TOWEL = "towel"


class Group(StrEnum):
    """The six groups of the BeFit list."""

    KNEE = "knee"
    FOOT = "foot"
    HIP = "hip"
    LEG = "leg"
    CORE = "core"
    MARATHON = "marathon"


class Pattern(StrEnum):
    """How a form moves."""

    SQUAT = "squat"
    LUNGE = "lunge"
    HINGE = "hinge"
    CALF = "calf"
    FOOT = "foot"
    BALANCE = "balance"
    ABDUCTION = "abduction"
    ANTI_EXTENSION = "core-anti-extension"
    EXTENSION = "core-extension"
    ROTATION = "rotation"
    PULL = "pull"
    PUSH = "push"
    PLYOMETRIC = "plyometric"


class Region(StrEnum):
    LEGS = "legs"
    HIPS = "hips"
    CORE = "core"
    ARMS = "arms"


class Role(StrEnum):
    """What an exercise is for in a session."""

    POWER = "power"
    MAIN = "main"
    ACCESSORY = "accessory"
    PREHAB = "prehab"
    CORE = "core"
    MOBILITY = "mobility"


class Niggle(StrEnum):
    RUNNERS_KNEE = "runners-knee"
    ITB = "itb"
    PLANTAR = "plantar"
    SHIN = "shin"
    ACHILLES = "achilles"
    LOW_BACK = "low-back"
    HAMSTRING = "hamstring"
    BONE_STRESS = "bone-stress"


class Act(StrEnum):
    """What a niggle does to an exercise."""

    FIRST_LINE = "first-line"
    MODIFY = "modify"
    AVOID = "avoid"


class Phase(StrEnum):
    GENERAL = "general"
    STRENGTH = "strength"
    POWER = "power"
    TAPER = "taper"


_DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Value(Struct, frozen=True, gc=False):
    """What is made once and never changed: it cannot come to hold itself, so the garbage collector need not follow it."""


class Range(Value, frozen=True):
    """Whole numbers from low to high, both included; written `2-3`, or `2` where they are equal."""

    low: int
    high: int

    def clamp(self, number: int) -> int:
        """The nearest number inside the range."""
        return max(self.low, min(self.high, number))

    def __str__(self) -> str:
        return str(self.low) if self.low == self.high else f"{self.low}-{self.high}"


class Dose(Value, frozen=True, kw_only=True):
    """Sets of repetitions or of a hold in seconds, the rest in seconds after a set, and the repetitions in reserve.

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
    """One rung of an exercise's ladder, with everything that its exercise said and the form did not change.

    `base` marks the rung where most people begin. `kit` lists what is needed, all of it; each entry is a choice of things of which one is
    enough. `contacts` is landings per repetition. `seconds_per_rep` is None for a hold.
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
        """What this form uses of the kit owned, the first owned of each choice; None where something is lacking."""
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


class Athlete(Value, frozen=True, kw_only=True):
    """Who the plan is for: the race, the running week, and what strength work they can and want to do.

    `minutes` is the most a session may take. `kit` and `days` are sorted, without repeats. `without` names exercises of the catalogue.
    """

    race: Race = Race.TEN_K
    sessions: int = 2
    level: Level = Level.BEGINNER
    kit: tuple[Kit, ...] = (Kit.BENCH, Kit.STEP, Kit.TOWEL)
    minutes: int = 30
    long_run: Day | None = Day.SUN
    hard_runs: tuple[Day, ...] = (Day.WED,)
    days: tuple[Day, ...] = tuple(Day)
    focus: Group | None = None
    niggles: tuple[Niggle, ...] = ()
    without: tuple[str, ...] = ()
    race_date: date | None = None

    def run_on(self, day: Day) -> str | None:
        """The key run of that day, `"hard"` or `"long"`; a day that is both counts as long."""
        if day == self.long_run:
            return "long"
        return "hard" if day in self.hard_runs else None


class SeasonWeek(Value, frozen=True, kw_only=True):
    """Where one week stands in its block.

    A stretch is the run of build weeks up to a deload or the taper, all of one phase; the deload after it belongs to it, and the taper
    belongs to the last one. `stretch` counts them from 0, `stretches` is how many there are, `stretch_start` the number of its first
    week. `step` of `steps` is this build week's place in its stretch,
    from 0; deload and taper keep the last step. `taper_step` counts taper weeks from 0, `build_weeks` those of the whole block, and
    `previous` is the last build week of the stretch before.
    """

    number: int
    of: int
    starts: date
    phase: Phase
    deload: bool = False
    taper: bool = False
    race_day: date
    stretch: int
    stretches: int
    stretch_phase: Phase
    stretch_start: int
    step: int
    steps: int
    taper_step: int
    build_weeks: int
    previous: SeasonWeek | None

    @property
    def first_weeks(self) -> bool:
        """Whether the stretch is the block's first, which is dosed with more care."""
        return self.stretch == 0


class PlacedDay(Value, frozen=True, kw_only=True):
    """A day that carries strength, and the most load it may have."""

    day: Day
    load: Load


class Pick(Value, frozen=True, kw_only=True, eq=False):
    """An exercise in one of its forms, chosen for a need of the week.

    `kit` is what it uses, `following` the name of the next rung that the athlete may do. `first_line` has the athlete's niggles that it
    is first-line work for, and `niggle_note` says what they change about it (R59). `needed` says that the week's coverage (R03) or a
    niggle asked for it.
    """

    exercise: Exercise
    form: Form
    kit: tuple[Kit, ...]
    following: str | None = None
    first_line: tuple[Niggle, ...]
    niggle_note: str | None = None
    needed: bool = False


class WarmUp(Value, frozen=True, kw_only=True):
    minutes: int
    steps: tuple[str, ...]


class Prescription(Value, frozen=True, kw_only=True):
    """One exercise of a session, as it is to be done.

    Exactly one of `reps` and `hold_s` is set. `kit` is what the form uses of the athlete's kit, `contacts` is landings per repetition,
    `seconds_per_rep` is None for a hold. With `per_side` the dose is for each side.
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
    """A rule that a plan does not keep: where, what was found, and what is allowed.

    `must` tells an error from a warning. `text` is the sentence for the runner.
    """

    rule: str
    must: bool
    where: str
    found: str
    allowed: str
    text: str
