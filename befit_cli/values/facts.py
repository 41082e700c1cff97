"""What a plan says, as keys with numbers: no sentence stands in a plan, views say them.

A key's numbers are in `facts`, each under the name of its place in the sentence. Where a file has a
person's own words instead of befit's, they are among the facts as `text`.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any, TypeAlias

from msgspec import field

from befit_cli.values.base import Value

Facts: TypeAlias = dict[str, Any]
"""Numbers, words of befit's enums, phrases, and lists of them, as JSON has them."""
OWN_WORDS = "text"
"""The name of a person's own words among the facts."""


class ReasonKey(StrEnum):
    """Why a session stands on its day."""

    HARD_RUN_DAY = "hard-run-day"
    RUN_FIRST = "run-first"
    LONG_RUN_DAY = "long-run-day"
    AFTER_LONG_RUN = "after-long-run"
    AFTER_LONG_RUN_HEAVY = "after-long-run-heavy"
    FREE_DAY = "free-day"
    RACE_AHEAD = "race-ahead"
    RUN_TOMORROW = "run-tomorrow"
    RUN_AHEAD = "run-ahead"
    LESS_ROOM = "less-room"
    FIRST_BACK = "first-back"
    OWN = "own"


class Reason(Value, frozen=True):
    """One reason for a session's day."""

    key: ReasonKey
    facts: Facts = field(default_factory=dict)


class WarmUpKey(StrEnum):
    """A part of a warm-up."""

    WALK_ON_THE_SPOT = "walk-on-the-spot"
    WALK_OR_JOG = "walk-or-jog"
    JOG_OR_SKIP = "jog-or-skip"
    BRIDGES_AND_SIDE_STEPS = "bridges-and-side-steps"
    SIDE_STEPS = "side-steps"
    ROCKS = "rocks"
    ROCKS_AND_SWINGS = "rocks-and-swings"
    ROCKS_SWINGS_AND_LUNGES = "rocks-swings-and-lunges"
    LIGHTER_SET = "lighter-set"
    LIGHTER_SETS = "lighter-sets"
    SLACK_BAND_SET = "slack-band-set"
    SLACK_BAND_SETS = "slack-band-sets"
    UNLOADED_SET = "unloaded-set"
    UNLOADED_SETS = "unloaded-sets"
    EASIER_FORM = "easier-form"
    EASY_SET = "easy-set"
    HOPS = "hops"
    OWN = "own"


class Movement(StrEnum):
    """What a warm-up may have in it that a niggle bars, or that an athlete left out."""

    JOG = "jog"
    SKIP = "skip"
    HOP = "hop"
    LUNGE = "lunge"
    SWING = "swing"
    BRIDGE = "bridge"


class WarmUpStep(Value, frozen=True):
    """One part of a warm-up.

    Among its facts are `seconds`, how long a stretch is held, `movements` and `contacts`, where a
    person's own words name such.
    """

    key: WarmUpKey
    facts: Facts = field(default_factory=dict)


class Step(StrEnum):
    """What grows when an exercise has become easy."""

    REPS = "reps"
    HOLD = "hold"
    SETS = "sets"
    FORM = "form"
    WEIGHT = "weight"


class Next(Value, frozen=True, kw_only=True):
    """How an exercise goes on when it has become easy (R30)."""

    step: Step | None
    """What grows; None where a file says it in a person's own words."""
    to: int | None = None
    """The repetitions or seconds to reach before that."""
    form: str | None = None
    """The next form, where the form changes."""
    text: str | None = None
    """A person's own words."""


class AdaptedKey(StrEnum):
    """What the log changed about an exercise."""

    LESS_FOR_PAIN = "less-for-pain"
    LESS_AFTER_WORSE = "less-after-worse"
    ON_AFTER_PAIN = "on-after-pain"
    AGAIN = "again"
    ON_AFTER_GAP = "on-after-gap"
    EASED_IN = "eased-in"
    FROM_THE_BEGINNING = "from-the-beginning"
    AFTER_ILLNESS = "after-illness"
    HEAVIER = "heavier"
    MORE_REPS = "more-reps"
    REPS_STAY = "reps-stay"
    HARDER_FORM = "harder-form"
    FORM_STAYS = "form-stays"
    WEIGHT_STAYS = "weight-stays"
    LIGHTER = "lighter"
    FEWER_REPS = "fewer-reps"
    EASIER_FORM = "easier-form"
    OWN = "own"


class Adapted(Value, frozen=True, kw_only=True):
    """Why an exercise is other than it was planned: what the log says of it."""

    rule: str
    """The rule that asks for it, R70 to R78."""
    key: AdaptedKey
    facts: Facts = field(default_factory=dict)


class SafetyLine(Value, frozen=True, kw_only=True):
    """A line of what every plan says to keep its reader safe."""

    rule: str | None = None
    """The rule whose sentence it is, R61 and on; None for a person's own words."""
    text: str | None = None
    """A person's own words."""


class NoteKey(StrEnum):
    """What a note is about."""

    LESS_LOAD = "less-load"
    OTHERWISE = "otherwise"
    BACK = "back"
    HEAVIER = "heavier"
    NOT_DONE = "not-done"
    ONE_WEIGHT = "one-weight"
    ADD_LOAD = "add-load"
    KEEP_LOAD = "keep-load"
    KEEP_THIS_WEEK = "keep-this-week"
    FEW_WEEKS = "few-weeks"
    RAMP = "ramp"
    EFFORT = "effort"
    PREREQUISITE = "prerequisite"
    LIGHTER_SETS = "lighter-sets"
    NO_HEAVY_LEGS = "no-heavy-legs"
    KIN = "kin"
    ENOUGH_MINUTES = "enough-minutes"
    MUCH_RUNNING = "much-running"
    FEW_SETS = "few-sets"
    THIRD_DAY = "third-day"
    TOO_LATE = "too-late"
    LEFT_OUT = "left-out"
    SORE = "sore"
    COMES_BACK = "comes-back"
    JUMPS_NEXT = "jumps-next"
    JUMPS_WAIT = "jumps-wait"
    NOTHING_LOGGED = "nothing-logged"
    WAITED = "waited"
    GOES_ON = "goes-on"
    UNMET = "unmet"
    OWN = "own"


WEIGHT_GOES_ON = frozenset({NoteKey.HEAVIER, NoteKey.ONE_WEIGHT, NoteKey.NOT_DONE})
"""What a stretch's first week says of the weight of its heavy exercises."""


ADDING_LOAD = frozenset({NoteKey.ADD_LOAD, NoteKey.KEEP_LOAD, NoteKey.KEEP_THIS_WEEK})
"""How a week says when to make something harder, and with what (R30)."""


class Scope(StrEnum):
    """What a note concerns."""

    PLAN = "plan"
    WEEK = "week"
    SESSION = "session"
    EXERCISE = "exercise"


class Note(Value, frozen=True, kw_only=True):
    """Something the runner should know, and the rule it comes from."""

    rule: str
    key: NoteKey
    scope: Scope
    facts: Facts = field(default_factory=dict)
