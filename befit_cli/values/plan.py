"""The plan, as befit makes, reads and checks it: facts, and the words of the catalogue."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec.structs import replace

from befit_cli.language import Language
from befit_cli.values.athlete import Athlete
from befit_cli.values.base import Date, Value
from befit_cli.values.catalogue import Muscles
from befit_cli.values.enums import (
    Day,
    Group,
    Kit,
    Knee,
    Level,
    Load,
    Need,
    Niggle,
    Off,
    Pattern,
    Phase,
    Region,
    Role,
)
from befit_cli.values.facts import Adapted, Next, Note, Reason, SafetyLine, WarmUpStep
from befit_cli.values.history import Asked, SessionLog
from befit_cli.values.phrase import Phrase
from befit_cli.values.runs import Run, Runs, RunSource
from befit_cli.values.season import training_place


def harder(load: Load) -> Load:
    """The class above that one, as far as there is one."""
    return _HARDER[load]


def lighter(load: Load) -> Load:
    """The class below that one, as far as there is one."""
    return _LIGHTER[load]


_LIGHTER = {Load.LOW: Load.LOW, Load.MEDIUM: Load.LOW, Load.HIGH: Load.MEDIUM}
_HARDER = {Load.LOW: Load.MEDIUM, Load.MEDIUM: Load.HIGH, Load.HIGH: Load.HIGH}


class WarmUp(Value, frozen=True, kw_only=True):
    """What comes before a session's first exercise."""

    minutes: int
    steps: tuple[WarmUpStep, ...]
    contacts: int = 0
    """Landings in it: low hops (R24)."""


class Prescription(Value, frozen=True, kw_only=True):
    """One exercise of a session, as it is to be done."""

    id: str
    name: str
    form: str
    group: Group
    pattern: Pattern
    family: str
    role: Role
    regions: tuple[Region, ...]
    load: Load
    """How hard it is on the legs as it is dosed: light, it counts a class lower than its form."""
    kit: tuple[Kit, ...]
    """What the form uses of the athlete's kit."""
    level: Level
    """The least lifting experience that the form asks for."""
    sets: int
    reps: int | None
    """Repetitions of a set; None for a hold."""
    hold_s: int | None
    """Seconds of a hold; None for repetitions."""
    per_side: bool
    """Whether the dose is for each side."""
    seconds_per_rep: float | None
    """None for a hold."""
    rest_s: int
    """Seconds of rest after a set."""
    rir: int | None
    """Repetitions in reserve; None where none are counted."""
    contacts: int
    """Landings in a repetition."""
    muscles: Muscles
    niggle_note: str | None
    """What a niggle changes about it, in the catalogue's words."""
    cue: str
    """The most important cue, in the catalogue's words."""
    next: Next | None
    """How it goes on when it has become easy; None where a file does not say."""
    light: bool = False
    """At most two sets at three quarters of the usual weight, with more in reserve."""
    alternates: bool = False
    """Whether the sides take turns within a set."""
    setup: str | None = None
    """How to get into it, in the catalogue's words."""
    serves: tuple[Need, ...] = ()
    """What it serves of the week's needs (R03)."""
    knee: Knee | None = None
    """How the knee stands; None for all but calf work."""
    prerequisite: str | None = None
    """What should be in place before it, in the catalogue's words."""
    kg: float | None = None
    """What one implement is to weigh, a barbell with its bar; None where nobody knows."""
    adapted: Adapted | None = None
    """What the log changed about it; None where nothing."""

    @property
    def full_load(self) -> Load:
        """How hard the form is on the legs at full effort."""
        return harder(self.load) if self.light else self.load

    @property
    def amount(self) -> int:
        """Repetitions of a set, or seconds of a hold."""
        # A plan of others may say neither.
        return self.reps or self.hold_s or 0

    @property
    def asked(self) -> Asked:
        """What it asks, as a log has it."""
        return Asked(sets=self.sets, reps=self.reps, hold_s=self.hold_s, left=self.rir, kg=self.kg)


class Session(Value, frozen=True, kw_only=True):
    """One strength session."""

    slot: int
    """Its place in the stretch's weeks, from 1; a week that lacks one keeps the others' numbers."""
    day: Day
    date: Date
    load: Load
    """The highest load of its exercises."""
    minutes: int
    """By the time estimate (R46)."""
    reasons: tuple[Reason, ...]
    """Why it stands on its day."""
    with_run: Run | None
    """The key run of that day."""
    warm_up: WarmUp
    exercises: tuple[Prescription, ...]
    done: SessionLog | None = None
    """What was done of it; None where the log has nothing."""
    off: Off | None = None
    """Why its day is off, where the log has nothing of it; None for any other day."""

    @property
    def sets(self) -> int:
        """All sets of the session."""
        return sum([exercise.sets for exercise in self.exercises])


class NiggleChanges(Value, frozen=True, kw_only=True):
    """What a niggle changes about a week; the exercises by their names."""

    name: Niggle
    left_out: tuple[str, ...]
    first: tuple[str, ...]
    """First-line work that is in the week."""
    changed: tuple[str, ...]
    """What is done otherwise than without it."""


class Week(Value, frozen=True, kw_only=True):
    """One week of a plan."""

    number: int
    """Its place in the block, from 1."""
    of: int
    """How many weeks the block has."""
    starts: date
    """Its Monday."""
    phase: Phase
    deload: bool
    taper: bool
    runs: Runs
    sessions: tuple[Session, ...]
    runs_before: Runs | None = None
    """The key runs of the week before; None where they are on the same days as this week's."""
    runs_after: Runs | None = None
    """Those of the week after; likewise."""
    runner: Athlete | None = None
    """The athlete as they are in this week alone; None where they are as always."""
    waited: tuple[int, ...] = ()
    """The numbers of the block's weeks that waited: nothing was done in them, and the next week has
    what they would have had (R78).
    """
    notes: tuple[Note, ...] = ()
    niggles: tuple[NiggleChanges, ...] = ()
    """What each of the athlete's niggles changes about it."""

    @property
    def began(self) -> date:
        """The Monday of the block's first week."""
        return self.starts - timedelta(weeks=self.number - 1)

    @property
    def waits(self) -> bool:
        """Whether the block waited in it."""
        return self.number in self.waited

    @property
    def place(self) -> int:
        """Its place among the weeks that don't wait, from 1; one that waits has the next one's."""
        return training_place(self.number, self.waited)

    @property
    def training_weeks(self) -> int:
        """How many weeks the block has beside those that waited."""
        return self.of - len(self.waited)

    @property
    def build(self) -> bool:
        """True for a week that is neither deload nor taper."""
        return not (self.deload or self.taper)

    @property
    def race_day(self) -> Day | None:
        """The day of the race that the block leads to, in the week of that: without a date the
        Sunday of its last taper week.
        """
        if self.runs.race is None and self.taper and self.number == self.of:
            return Day.SUN
        return self.runs.race

    @property
    def expected_runs(self) -> Runs:
        """The runs without those that a runner has in every week, but not so near to a race: one
        without a date moves none of them.
        """
        if self.race_day is None or self.runs.source is not RunSource.PROFILE:
            return self.runs
        return self.runs.of_race_week(self.race_day)

    @property
    def minutes(self) -> int:
        """Minutes of all sessions."""
        return sum(session.minutes for session in self.sessions)

    @property
    def sets(self) -> int:
        """Sets of all sessions."""
        return sum(session.sets for session in self.sessions)


class Plan(Value, frozen=True, kw_only=True):
    """A week or a whole block."""

    befit: str
    """The version of befit that made it."""
    athlete: Athlete
    weeks: tuple[Week, ...]
    safety: tuple[SafetyLine, ...]
    """What it says to keep its reader safe, the most urgent first."""
    language: Language = Language.EN
    """What its sentences are in, and the names of its exercises."""
    older: bool = False
    """Whether a file of befit's first edition says it: of such a plan what only a newer rule finds
    is no more than a should.
    """

    @property
    def trained(self) -> Plan:
        """The plan without its weeks that waited: the next one has all that they would have had,
        and nothing grew from the one to the other.
        """
        return replace(self, weeks=tuple([week for week in self.weeks if not week.waits]))

    @property
    def stretches(self) -> tuple[tuple[Week, ...], ...]:
        """The weeks up to and with each easier time, which have the same exercises: build weeks of
        one phase, and the deload or the taper after them.
        """
        stretches: list[list[Week]] = []
        before: Week | None = None
        for week in self.weeks:
            if before is None or before.deload or (week.build and week.phase is not before.phase):
                stretches.append([])
            stretches[-1].append(week)
            before = week
        return tuple(map(tuple, stretches))


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
    text: Phrase
    """What that means for the runner, and what to do."""
    too_few: bool = False
    """Whether a leg muscle has fewer sets than it should (R04)."""
