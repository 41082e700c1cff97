"""What may be said of an athlete and their block: one row an option, for the command line and its
help, Tab, the profile, the questions of `befit init` and the plan alike.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import Any

from msgspec import Struct

from befit_cli.evidence.block import BLOCK_WEEKS, DEFAULT_WEEKS
from befit_cli.evidence.session import MINUTES
from befit_cli.evidence.week import SESSIONS
from befit_cli.runner import kinds
from befit_cli.runner.alone import NONE
from befit_cli.runner.kinds import (
    Kind,
    Saying,
    choice,
    choices,
    days,
    number,
    number_or_none,
)
from befit_cli.runner.numbers import IN_MINUTES, IN_SESSIONS, IN_WEEKS, between
from befit_cli.runner.vocabulary import (
    LEVEL_WORDS,
    NIGGLE_FILLERS,
    NIGGLE_WORDS,
    UNIT_WORDS,
    UNSURE_LEVEL,
    UNSURE_NIGGLE,
)
from befit_cli.values import Athlete, Catalogue, Day, Group, Kit, Level, Niggle, Race, Range, Units

MINUTES_AHEAD = Range(0, 24 * 60)
"""From when a session starts to a day before it."""


class Panel(StrEnum):
    """The titles that options stand under in the help, in their order: who you are comes before
    what becomes of the plan.
    """

    EXERCISES = "Exercises"
    FILES = "Files"
    RULES = "Rules"
    QUESTIONS = "Questions"
    DAY = "Day"
    RUNNER = "Runner"
    RUNNING_WEEK = "Running week"
    SESSION = "Session"
    BLOCK = "Block"
    OUTPUT = "Output"


class Option(Struct, frozen=True, kw_only=True):
    """One thing that may be said."""

    name: str
    """Without dashes: it is the key of the profile, too."""
    panel: Panel
    kind: Kind
    meaning: str
    """The sentence of the help."""
    value: str = ""
    """What the help calls the value."""
    field: str = ""
    """The field of `Athlete` that it says something of, empty for what is not of the athlete."""
    usual: str = ""
    """What counts without it, in words; for a field, its own default does."""
    comment: str = ""
    """What may stand there, as the profile and the questions say it; empty for what the profile
    does not keep.
    """
    glosses: tuple[tuple[str, str], ...] = ()
    """Those of its words that don't say it themselves, and what each means."""
    question: str = ""
    """What `befit init` asks; empty for what it does not."""
    assumed: Callable[[Any], str] | None = None
    """How the field's default is told to who did not say it; None where nobody has to know."""
    short: str = ""
    """Its letter."""
    environment: str = ""
    """The variable that says it where the command line does not."""
    tab: Callable[[Any, str], list[str]] | None = None
    """What Tab completes, where the words of its kind don't say."""

    @property
    def default(self) -> str:
        """What counts without it, in words."""
        return self.kind.say(getattr(Athlete(), self.field)) if self.field else self.usual

    def read(self, value: object, catalogue: Catalogue, *, dashes: str = "--") -> Any:
        """What the value means. Raises UsageError, naming the option with `dashes` before it, for
        what means nothing and for what is out of its range.
        """
        return self.kind.read(Saying(value, f"{dashes}{self.name}", catalogue))


def _either(*words: str) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}"


def _glossed(words: Iterable[str], glosses: Mapping[str, str]) -> list[str]:
    """The words, each with what it means: `gym (everything)`."""
    return [f"{word} ({glosses[word]})" if word in glosses else str(word) for word in words]


_RACES: dict[str, str] = {NONE: "strength without a race"}
_LEVELS: dict[str, str] = {
    Level.BEGINNER: "lifting for less than 6 months",
    Level.INTERMEDIATE: "for 6 months or more",
    Level.ADVANCED: "for 2 years or more",
}
_KITS: dict[str, str] = {
    "home": "a towel, a stair, a sturdy chair, a backpack to fill",
    "gym": "everything",
}
_SPOTS: dict[str, str] = {
    Niggle.RUNNERS_KNEE: "front of the knee",
    Niggle.ITB: "outer side of the knee",
    Niggle.PLANTAR: "heel or sole",
    Niggle.ACHILLES: "back of the heel",
    Niggle.HAMSTRING: "back of the thigh",
    Niggle.BONE_STRESS: "one sore point on a bone",
}


# The rows stand in the order of the questions and of the profile's lines; the help sorts them by
# panels, and in each by the fields of an athlete.
ATHLETE = (
    Option(
        name="name",
        field="name",
        panel=Panel.RUNNER,
        kind=kinds.OWN_NAME,
        value="NAME",
        meaning="What you are called, for the title of your plan and for its events in a "
        "calendar; or none.",
        comment="what you are called, for the title of your plan and for its events in a "
        "calendar; or none",
    ),
    Option(
        name="race",
        field="race",
        panel=Panel.RUNNER,
        kind=kinds.RACE,
        value="RACE",
        meaning=f"The race you train for: {_either(*Race)} (strength without a race).",
        comment=_either(*_glossed(Race, _RACES)),
        glosses=tuple(_RACES.items()),
        question="Which race do you train for? Your plan leads up to it.",
        assumed=str,
    ),
    Option(
        name="race-date",
        field="race_date",
        panel=Panel.BLOCK,
        kind=kinds.DATE_OR_NONE,
        value="DATE",
        meaning="The day of your race, YYYY-MM-DD; or none. The weeks are counted back from it.",
        comment="a date written YYYY-MM-DD, such as 2027-04-18; or none",
        question="When is it? The weeks are counted back from that day.",
    ),
    Option(
        name="level",
        field="level",
        panel=Panel.RUNNER,
        kind=choice("level", Level, also=LEVEL_WORDS, unsure=UNSURE_LEVEL),
        value="LEVEL",
        meaning="How used you are to lifting, not to running: beginner, intermediate (after 6 "
        "months) or advanced (after 2 years).",
        comment=_either(*_glossed(Level, _LEVELS)),
        glosses=tuple(_LEVELS.items()),
        question="How used are you to strength training? Running does not count. The exercises "
        "start from there.",
        assumed=str,
    ),
    Option(
        name="kit",
        field="kit",
        panel=Panel.RUNNER,
        kind=kinds.KIT,
        value="KIT",
        meaning="What you have to train with: none, home (towel, stair, sturdy chair, backpack), "
        f"gym (all), or what you own, such as home,dumbbell; the words are {', '.join(Kit)}. Once "
        "more for days that have other kit: thu,sat=home.",
        comment=f"none, {', '.join(_glossed(_KITS, _KITS))}, or what you own, such as home, "
        f"dumbbell; the words are {', '.join(Kit)}; for days with other kit "
        "{usual: gym, thu: home}",
        glosses=tuple(_KITS.items()),
        question="What do you have to train with? No exercise will ask for more.",
        assumed=lambda kit: f"{kinds.KIT.say(kit)} kit",  # the preset, not each thing of it
    ),
    Option(
        name="minutes",
        field="minutes",
        panel=Panel.SESSION,
        kind=number(MINUTES, IN_MINUTES),
        value="NUMBER",
        meaning=f"The most minutes that a session may take: {between(MINUTES)}.",
        comment=between(MINUTES),
        question="How many minutes do you have for a session? None will take longer.",
        assumed=lambda minutes: f"{minutes} minutes",
    ),
    Option(
        name="sessions",
        field="sessions",
        panel=Panel.SESSION,
        kind=number(SESSIONS, IN_SESSIONS),
        value="NUMBER",
        meaning=f"Strength sessions a week: {between(SESSIONS)}.",
        comment=between(SESSIONS),
        question="How many strength sessions a week? Two are a good start.",
        assumed=lambda sessions: f"{sessions} sessions",
    ),
    Option(
        name="long-run",
        field="long_run",
        panel=Panel.RUNNING_WEEK,
        kind=kinds.DAY_OR_NONE,
        value="DAY",
        meaning="The day of your long run, or none.",
        comment=f"{', '.join(Day)} or none",
        question="Which day is your long run? The day before has no heavy work.",
        assumed=kinds.long_run_words,
    ),
    Option(
        name="hard",
        field="hard_runs",
        panel=Panel.RUNNING_WEEK,
        kind=days(),
        value="DAYS",
        meaning="The days that you run hard (intervals, tempo, hills, a race), such as tue,thu; or "
        "none.",
        comment="days with commas, such as tue, thu; or none",
        question="Which days do you run hard: intervals, tempo, hills or races? The days before "
        "have none, either.",
        assumed=kinds.hard_run_words,
    ),
    Option(
        name="days",
        field="days",
        panel=Panel.RUNNING_WEEK,
        kind=days(all_days=True),
        value="DAYS",
        meaning="The days that are free for strength, such as mon,wed,fri or mon-fri; or all.",
        comment="days with commas, such as mon, wed, fri; or all",
        question="Which days could be strength days? befit chooses among them.",
    ),
    Option(
        name="niggle",
        field="niggles",
        panel=Panel.RUNNER,
        kind=choices(
            "niggle",
            Niggle,
            also=NIGGLE_WORDS,
            unsure=UNSURE_NIGGLE,
            fillers=NIGGLE_FILLERS,
            none=True,
        ),
        value="SPOTS",
        meaning=f"Sore spots to plan around: {', '.join(Niggle)}; or none.",
        comment=f"none, or with commas: {', '.join(_glossed(Niggle, _SPOTS))}",
        glosses=tuple(_SPOTS.items()),
        question="What is sore, if anything? The plan leaves out what could provoke it, and puts "
        "in what helps.",
    ),
    Option(
        name="focus",
        field="focus",
        panel=Panel.SESSION,
        kind=choice("group", Group, none=True),
        value="GROUP",
        meaning=f"Give more of the week to one group: {', '.join(Group)}; or none.",
        comment=f"{', '.join(Group)} or none",
    ),
    Option(
        name="without",
        field="without",
        panel=Panel.SESSION,
        kind=kinds.EXERCISES,
        value="NAMES",
        meaning="Exercises to leave out, such as lunges,planks; or none.",
        comment="exercises to leave out, with commas; or none",
    ),
    Option(
        name="swap",
        field="swap",
        panel=Panel.SESSION,
        kind=kinds.SWAPS,
        value="A=B",
        meaning="Do exercise B wherever the plan would have A, such as squats=lunges; or none.",
        comment="an exercise to leave out and the one to do for it, such as squats=lunges, with "
        "commas; or none",
    ),
    Option(
        name="units",
        field="units",
        panel=Panel.SESSION,
        kind=choice("unit", Units, also=UNIT_WORDS),
        value="UNITS",
        meaning="What weights are said in: kg or lb.",
        comment="what weights are said in: kg or lb",
    ),
    Option(
        name="notes",
        field="notes",
        panel=Panel.SESSION,
        kind=kinds.OWN_NOTES,
        value="TEXT",
        meaning="A line that stands on every plan, such as your coach's; or none.",
        comment="a line that stands on every plan, such as your coach's; or none",
    ),
)
"""What may be said of the athlete."""

KIT_BY_DAY = Option(
    name="kit",
    field="kit_by_day",
    panel=Panel.RUNNER,
    kind=kinds.KIT_BY_DAY,
    meaning="The kit of single days, said with the same option.",
)
OFF = Option(
    name="off",
    panel=Panel.RUNNING_WEEK,
    kind=days(),
    value="DAYS",
    meaning="Days of that week that are not free, such as tue,wed; or none.",
    usual="none",
    comment="days of that week that are not free, with commas; or none",
)
_OF_ONE_WEEK = frozenset(
    {"kit", "minutes", "sessions", "long-run", "hard", "days", "niggle", "without", "swap"}
)
OF_ONE_WEEK = (*[option for option in ATHLETE if option.name in _OF_ONE_WEEK], OFF)
"""What may be otherwise in one week alone."""
SINCE = Option(
    name="since",
    panel=Panel.RUNNING_WEEK,
    kind=kinds.DAY_OR_NONE,
    meaning="The first day on which that week may be otherwise.",
    usual="mon",
    comment="the first day on which it may be otherwise, for those before it were over",
)
"""What befit keeps beside that of a week that is on; nobody has to say it."""

RUNS = Option(
    name="runs",
    panel=Panel.RUNNING_WEEK,
    kind=kinds.FILE_OR_NONE,
    value="FILE",
    meaning="Your running plan: a calendar (.ics), a table (.csv), .yaml or .json. Each week's key "
    "runs are then where it has them; or none.",
    usual="your profile's, else none",
    comment="the file of your running plan, such as plan.ics; or none",
    question="Do you follow a running plan? With its file, strength goes round the runs of each "
    "week.",
)
RUNS_AS = "runs-as"
"""The key of the profile that has what the runner says of single runs of that plan."""
START = Option(
    name="start",
    panel=Panel.BLOCK,
    kind=kinds.DATE,
    value="DATE",
    meaning="A day of the first week of the block, YYYY-MM-DD; or today, to begin anew, such as "
    "after an illness.",
    usual="your profile's, else today, or next Monday where little of this week is left",
    comment="a day of the week your block began in; befit plan shows the week that is on",
)
WEEKS = Option(
    name="weeks",
    panel=Panel.BLOCK,
    kind=number(BLOCK_WEEKS, IN_WEEKS),
    value="NUMBER",
    meaning=f"The length of a block without a race date: {between(BLOCK_WEEKS)} weeks.",
    usual=", ".join(f"{weeks} for {race}" for race, weeks in DEFAULT_WEEKS.items()),
    comment=f"how many weeks a block without a race date has: {between(BLOCK_WEEKS)}",
)
AT = Option(
    name="at",
    panel=Panel.OUTPUT,
    kind=kinds.TIME_OR_NONE,
    value="TIME",
    meaning="In a calendar, the time of day that sessions start: HH:MM; or none.",
    usual="all day",
    comment="in a calendar, the time of day that sessions start, such as 18:30; or none",
)
TZ = Option(
    name="tz",
    panel=Panel.OUTPUT,
    kind=kinds.ZONE_OR_NONE,
    value="ZONE",
    meaning="The time zone of --at, such as Europe/Berlin.",
    usual="this machine's",
    comment="the time zone of that time, such as Europe/Berlin; or none for this machine's",
)
REMIND = Option(
    name="remind",
    panel=Panel.OUTPUT,
    kind=number_or_none(MINUTES_AHEAD, IN_MINUTES),
    value="MINUTES",
    meaning="In a calendar, how long before a session with a time its reminder comes: "
    f"{between(MINUTES_AHEAD)} minutes; or none.",
    usual="none",
    comment="in a calendar, how many minutes before a session its reminder comes: "
    f"{between(MINUTES_AHEAD)}; or none",
)
CATALOGUE = Option(
    name="catalogue",
    panel=Panel.OUTPUT,
    kind=kinds.PATH,
    value="FILE",
    meaning="A file with exercises of your own.",
    usual="the one that BEFIT_CATALOGUE or your profile names, else befit's own",
    comment="a file with exercises of your own, found from the folder of this one",
    environment="BEFIT_CATALOGUE",
)
