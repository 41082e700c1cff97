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
from befit_cli.language import Language, _, message, plural
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
from befit_cli.runner.offered import called, either_of, listed, told_each
from befit_cli.runner.vocabulary import (
    GROUP_WORDS,
    LANGUAGE_WORDS,
    LEVEL_WORDS,
    NIGGLE_FILLERS,
    NIGGLE_WORDS,
    UNIT_WORDS,
    UNSURE_LEVEL,
    UNSURE_NIGGLE,
    language_of,
)
from befit_cli.values import (
    Athlete,
    Catalogue,
    Day,
    Group,
    Kit,
    Level,
    Niggle,
    Phrase,
    Race,
    Range,
    Units,
    phrase,
)

MINUTES_AHEAD = Range(0, 24 * 60)
"""From when a session starts to a day before it."""


class Panel(StrEnum):
    """The titles that options stand under in the help, in their order: who you are comes before
    what becomes of the plan.
    """

    EXERCISES = message("Exercises")
    FILES = message("Files")
    RULES = message("Rules")
    QUESTIONS = message("Questions")
    DAY = message("Day")
    RUNNER = message("Runner")
    RUNNING_WEEK = message("Running week")
    SESSION = message("Session")
    BLOCK = message("Block")
    OUTPUT = message("Output")


class Option(Struct, frozen=True, kw_only=True, eq=False):
    """One thing that may be said. Its words are phrases, which `str()` says."""

    name: str
    """Without dashes: it is the key of the profile, too."""
    panel: Panel
    kind: Kind
    meaning: Phrase | str
    """The sentence of the help."""
    value: str = ""
    """What the help calls the value."""
    field: str = ""
    """The field of `Athlete` that it says something of, empty for what is not of the athlete."""
    usual: Phrase | str = ""
    """What counts without it, in words; for a field, its own default does."""
    comment: Phrase | str = ""
    """What may stand there, as the profile and the questions say it; empty for what the profile
    does not keep.
    """
    glosses: tuple[tuple[str, Phrase], ...] = ()
    """Those of its words that don't say it themselves, and what each means."""
    question: Phrase | str = ""
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
        return self.kind.say(getattr(Athlete(), self.field)) if self.field else str(self.usual)

    @property
    def told_default(self) -> str:
        """The same, each of its words with what it means."""
        return told_each(self.default) if self.field else self.default

    def read(self, value: object, catalogue: Catalogue, *, dashes: str = "--") -> Any:
        """What the value means. Raises UsageError, naming the option with `dashes` before it, for
        what means nothing and for what is out of its range.
        """
        return self.kind.read(Saying(value, f"{dashes}{self.name}", catalogue))


def _glossed(words: Iterable[str], glosses: Mapping[str, Phrase]) -> list[str | Phrase]:
    """The words, each with what it means: `gym (everything)`."""
    parts: list[str | Phrase] = []
    for word in words:
        if word in glosses:
            # as a text: a word of an enum would be called by its name, and this one is typed
            parts.append(phrase("{word} ({gloss})", word=str(word), gloss=glosses[word]))
        else:
            parts.append(word)
    return parts


_RACES: dict[str, Phrase] = {NONE: phrase("strength without a race")}
_LEVELS: dict[str, Phrase] = {
    Level.BEGINNER: phrase("lifting for less than 6 months"),
    Level.INTERMEDIATE: phrase("for 6 months or more"),
    Level.ADVANCED: phrase("for 2 years or more"),
}
_KITS: dict[str, Phrase] = {
    "home": phrase("a towel, a stair, a sturdy chair, a backpack to fill"),
    "gym": phrase("everything"),
}
_SPOTS: dict[str, Phrase] = {
    Niggle.RUNNERS_KNEE: phrase("front of the knee"),
    Niggle.ITB: phrase("outer side of the knee"),
    Niggle.PLANTAR: phrase("heel or sole"),
    Niggle.ACHILLES: phrase("back of the heel"),
    Niggle.HAMSTRING: phrase("back of the thigh"),
    Niggle.BONE_STRESS: phrase("one sore point on a bone"),
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
        meaning=phrase(
            "What you are called, for the title of your plan and for its events in a "
            "calendar; or none."
        ),
        comment=phrase(
            "what you are called, for the title of your plan and for its events in a "
            "calendar; or none"
        ),
    ),
    Option(
        name="race",
        field="race",
        panel=Panel.RUNNER,
        kind=kinds.RACE,
        value="RACE",
        meaning=phrase(
            "The race you train for: {races} (strength without a race).", races=either_of(Race)
        ),
        comment=either_of(_glossed(Race, _RACES)),
        glosses=tuple(_RACES.items()),
        question=phrase("Which race do you train for? Your plan leads up to it."),
        assumed=called,
    ),
    Option(
        name="race-date",
        field="race_date",
        panel=Panel.BLOCK,
        kind=kinds.DATE_OR_NONE,
        value="DATE",
        meaning=phrase(
            "The day of your race, YYYY-MM-DD; or none. The weeks are counted back from it."
        ),
        comment=phrase("a date written YYYY-MM-DD, such as 2027-04-18; or none"),
        question=phrase("When is it? The weeks are counted back from that day."),
    ),
    Option(
        name="level",
        field="level",
        panel=Panel.RUNNER,
        kind=choice(message("level"), Level, also=LEVEL_WORDS, unsure=UNSURE_LEVEL),
        value="LEVEL",
        meaning=phrase(
            "How used you are to lifting, not to running: beginner, intermediate (after 6 "
            "months) or advanced (after 2 years)."
        ),
        comment=either_of(_glossed(Level, _LEVELS)),
        glosses=tuple(_LEVELS.items()),
        question=phrase(
            "How used are you to strength training? Running does not count. The exercises "
            "start from there."
        ),
        assumed=called,
    ),
    Option(
        name="kit",
        field="kit",
        panel=Panel.RUNNER,
        kind=kinds.KIT,
        value="KIT",
        meaning=phrase(
            "What you have to train with: none, home (towel, stair, sturdy chair, backpack), "
            "gym (all), or what you own, such as home,dumbbell; the words are {kit}. Once more for "
            "days that have other kit: thu,sat=home.",
            kit=listed(Kit),
        ),
        comment=phrase(
            "none, {presets}, or what you own, such as home, dumbbell; the words are {kit}; for "
            "days with other kit {{usual: gym, thu: home}}",
            presets=listed(_glossed(_KITS, _KITS)),
            kit=listed(Kit),
        ),
        glosses=tuple(_KITS.items()),
        question=phrase("What do you have to train with? No exercise will ask for more."),
        # the preset, not each thing of it
        assumed=lambda kit: _("{kit} kit", kit=called(kinds.KIT.say(kit))),
    ),
    Option(
        name="minutes",
        field="minutes",
        panel=Panel.SESSION,
        kind=number(MINUTES, IN_MINUTES),
        value="NUMBER",
        meaning=phrase(
            "The most minutes that a session may take: {minutes}.", minutes=between(MINUTES)
        ),
        comment=between(MINUTES),
        question=phrase("How many minutes do you have for a session? None will take longer."),
        assumed=lambda minutes: plural(minutes, "{n} minute", "{n} minutes"),
    ),
    Option(
        name="sessions",
        field="sessions",
        panel=Panel.SESSION,
        kind=number(SESSIONS, IN_SESSIONS),
        value="NUMBER",
        meaning=phrase("Strength sessions a week: {sessions}.", sessions=between(SESSIONS)),
        comment=between(SESSIONS),
        question=phrase("How many strength sessions a week? Two are a good start."),
        assumed=lambda sessions: plural(sessions, "{n} session", "{n} sessions"),
    ),
    Option(
        name="long-run",
        field="long_run",
        panel=Panel.RUNNING_WEEK,
        kind=kinds.DAY_OR_NONE,
        value="DAY",
        meaning=phrase("The day of your long run, or none."),
        comment=phrase("{days} or none", days=listed(Day)),
        question=phrase("Which day is your long run? The day before has no heavy work."),
        assumed=kinds.long_run_words,
    ),
    Option(
        name="hard",
        field="hard_runs",
        panel=Panel.RUNNING_WEEK,
        kind=days(),
        value="DAYS",
        meaning=phrase(
            "The days that you run hard (intervals, tempo, hills, a race), such as tue,thu; or "
            "none."
        ),
        comment=phrase("days with commas, such as tue, thu; or none"),
        question=phrase(
            "Which days do you run hard: intervals, tempo, hills or races? The days before "
            "have none, either."
        ),
        assumed=kinds.hard_run_words,
    ),
    Option(
        name="days",
        field="days",
        panel=Panel.RUNNING_WEEK,
        kind=days(all_days=True),
        value="DAYS",
        meaning=phrase(
            "The days that are free for strength, such as mon,wed,fri or mon-fri; or all."
        ),
        comment=phrase("days with commas, such as mon, wed, fri; or all"),
        question=phrase("Which days could be strength days? befit chooses among them."),
    ),
    Option(
        name="niggle",
        field="niggles",
        panel=Panel.RUNNER,
        kind=choices(
            message("niggle"),
            Niggle,
            also=NIGGLE_WORDS,
            unsure=UNSURE_NIGGLE,
            fillers=NIGGLE_FILLERS,
            none=True,
        ),
        value="SPOTS",
        meaning=phrase("Sore spots to plan around: {spots}; or none.", spots=listed(Niggle)),
        comment=phrase("none, or with commas: {spots}", spots=listed(_glossed(Niggle, _SPOTS))),
        glosses=tuple(_SPOTS.items()),
        question=phrase(
            "What is sore, if anything? The plan leaves out what could provoke it, and puts "
            "in what helps."
        ),
    ),
    Option(
        name="focus",
        field="focus",
        panel=Panel.SESSION,
        kind=choice(message("group"), Group, also=GROUP_WORDS, none=True),
        value="GROUP",
        meaning=phrase(
            "Give more of the week to one group: {groups}; or none.", groups=listed(Group)
        ),
        comment=phrase("{groups} or none", groups=listed(Group)),
    ),
    Option(
        name="without",
        field="without",
        panel=Panel.SESSION,
        kind=kinds.EXERCISES,
        value="NAMES",
        meaning=phrase("Exercises to leave out, such as lunges,planks; or none."),
        comment=phrase("exercises to leave out, with commas; or none"),
    ),
    Option(
        name="swap",
        field="swap",
        panel=Panel.SESSION,
        kind=kinds.SWAPS,
        value="A=B",
        meaning=phrase(
            "Do exercise B wherever the plan would have A, such as squats=lunges; or none."
        ),
        comment=phrase(
            "an exercise to leave out and the one to do for it, such as squats=lunges, with "
            "commas; or none"
        ),
    ),
    Option(
        name="units",
        field="units",
        panel=Panel.SESSION,
        kind=choice(message("unit"), Units, also=UNIT_WORDS),
        value="UNITS",
        meaning=phrase("What weights are said in: kg or lb."),
        comment=phrase("what weights are said in: kg or lb"),
    ),
    Option(
        name="notes",
        field="notes",
        panel=Panel.SESSION,
        kind=kinds.OWN_NOTES,
        value="TEXT",
        meaning=phrase("A line that stands on every plan, such as your coach's; or none."),
        comment=phrase("a line that stands on every plan, such as your coach's; or none"),
    ),
)
"""What may be said of the athlete."""

KIT_BY_DAY = Option(
    name="kit",
    field="kit_by_day",
    panel=Panel.RUNNER,
    kind=kinds.KIT_BY_DAY,
    meaning=phrase("The kit of single days, said with the same option."),
)
OFF = Option(
    name="off",
    panel=Panel.RUNNING_WEEK,
    kind=days(),
    value="DAYS",
    meaning=phrase("Days of that week that are not free, such as tue,wed; or none."),
    usual=listed([NONE]),
    comment=phrase("days of that week that are not free, with commas; or none"),
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
    meaning=phrase("The first day on which that week may be otherwise."),
    usual=listed([Day.MON]),
    comment=phrase("the first day on which it may be otherwise, for those before it were over"),
)
"""What befit keeps beside that of a week that is on; nobody has to say it."""

RUNS = Option(
    name="runs",
    panel=Panel.RUNNING_WEEK,
    kind=kinds.FILE_OR_NONE,
    value="FILE",
    meaning=phrase(
        "Your running plan: a calendar (.ics), a table (.csv), .yaml or .json. Each week's key "
        "runs are then where it has them; or none."
    ),
    usual=phrase("your profile's, else none"),
    comment=phrase("the file of your running plan, such as plan.ics; or none"),
    question=phrase(
        "Do you follow a running plan? With its file, strength goes round the runs of each week."
    ),
)
RUNS_AS = "runs-as"
"""The key of the profile that has what the runner says of single runs of that plan."""
START = Option(
    name="start",
    panel=Panel.BLOCK,
    kind=kinds.DATE,
    value="DATE",
    meaning=phrase(
        "A day of the first week of the block, YYYY-MM-DD; or today, to begin anew, such as "
        "after an illness."
    ),
    usual=phrase("your profile's, else today, or next Monday where little of this week is left"),
    comment=phrase("a day of the week your block began in; befit plan shows the week that is on"),
)
WEEKS = Option(
    name="weeks",
    panel=Panel.BLOCK,
    kind=number(BLOCK_WEEKS, IN_WEEKS),
    value="NUMBER",
    meaning=phrase(
        "The length of a block without a race date: {weeks} weeks.", weeks=between(BLOCK_WEEKS)
    ),
    usual=listed(
        phrase("{weeks} for {race}", weeks=weeks, race=listed([race]))
        for race, weeks in DEFAULT_WEEKS.items()
    ),
    comment=phrase(
        "how many weeks a block without a race date has: {weeks}", weeks=between(BLOCK_WEEKS)
    ),
)
AT = Option(
    name="at",
    panel=Panel.OUTPUT,
    kind=kinds.TIME_OR_NONE,
    value="TIME",
    meaning=phrase("In a calendar, the time of day that sessions start: HH:MM; or none."),
    usual=phrase("all day"),
    comment=phrase("in a calendar, the time of day that sessions start, such as 18:30; or none"),
)
TZ = Option(
    name="tz",
    panel=Panel.OUTPUT,
    kind=kinds.ZONE_OR_NONE,
    value="ZONE",
    meaning=phrase("The time zone of --at, such as Europe/Berlin."),
    usual=phrase("this machine's"),
    comment=phrase("the time zone of that time, such as Europe/Berlin; or none for this machine's"),
)
REMIND = Option(
    name="remind",
    panel=Panel.OUTPUT,
    kind=number_or_none(MINUTES_AHEAD, IN_MINUTES),
    value="MINUTES",
    meaning=phrase(
        "In a calendar, how long before a session with a time its reminder comes: "
        "{minutes} minutes; or none.",
        minutes=between(MINUTES_AHEAD),
    ),
    usual=listed([NONE]),
    comment=phrase(
        "in a calendar, how many minutes before a session its reminder comes: {minutes}; or none",
        minutes=between(MINUTES_AHEAD),
    ),
)
CATALOGUE = Option(
    name="catalogue",
    panel=Panel.OUTPUT,
    kind=kinds.PATH,
    value="FILE",
    meaning=phrase("A file with exercises of your own."),
    usual=phrase("the one that BEFIT_CATALOGUE or your profile names, else befit's own"),
    comment=phrase("a file with exercises of your own, found from the folder of this one"),
    environment="BEFIT_CATALOGUE",
)
LANGUAGE = Option(
    name="language",
    panel=Panel.OUTPUT,
    kind=choice(message("language"), Language, also=LANGUAGE_WORDS, form=language_of),
    value="LANGUAGE",
    meaning=phrase("The language that befit speaks: en or es."),
    usual=phrase("what BEFIT_LANG says, else your profile, else your system"),
    comment=phrase("the language that befit speaks and your plan is in: en or es"),
)
