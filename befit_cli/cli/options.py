"""What the commands take: the rows of the command line itself.

An option of the athlete or of their block is a row in `befit_cli.runner.options`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from befit_cli.cli import completion
from befit_cli.errors import UsageError
from befit_cli.language import _, message
from befit_cli.runner.alone import NONE
from befit_cli.runner.kinds import PATH, TEXT, choice, choices
from befit_cli.runner.near_days import NEAR
from befit_cli.runner.offered import listed
from befit_cli.runner.options import AT, CATALOGUE, OF_ONE_WEEK, REMIND, RUNS, Option, Panel
from befit_cli.runner.options import TZ as TIME_ZONE
from befit_cli.runner.vocabulary import GROUP_WORDS, PATTERN_WORDS, UNIT_WORDS, UNSURE_PATTERN
from befit_cli.runner.words import OF_ATHLETE
from befit_cli.values import Day, Group, Off, Pattern, Separator, Units, phrase
from befit_cli.views import FORMATS

NUMBER = message("NUMBER")
"""What the help calls a whole number."""
_VALUES = (
    message("COLUMN"),
    message("COLUMN=WORD"),
    message("DATE"),
    message("DAY"),
    message("DAYS"),
    message("DID"),
    message("FILE"),
    message("FOLDER"),
    message("FORMAT"),
    message("GROUP"),
    message("GROUPS"),
    message("HOW"),
    message("JOINT=0-10"),
    message("KIT"),
    message("LANGUAGE"),
    message("LEVEL"),
    message("MINUTES"),
    message("NAME"),
    message("NAMES"),
    message("PATTERNS"),
    message("RACE"),
    message("RULE"),
    message("RUN=KIND"),
    message("SIGN"),
    message("SPOTS"),
    message("TEXT"),
    message("TIME"),
    message("UNIT"),
    message("UNITS"),
    message("WEEK"),
    message("ZONE"),
)
"""What it calls the other values."""
FLAG = replace(TEXT, python_type=bool)
_FORMAT = phrase(
    "Markdown (md), a page (html), the page on paper (pdf), a calendar (ics), a spreadsheet (csv), "
    "workouts for a watch (fit), or json for a program."
)


class Argument(Option, frozen=True, kw_only=True):
    """What stands on the command line without a name of its own."""


class Options(Struct, frozen=True, kw_only=True):
    """What was said on the command line; None, or an empty list, where nothing was."""

    words: Mapping[str, Any]
    """All of it, by the option's name without its dashes."""
    catalogue: Path | None = None
    week: str | None = None
    why: bool = False
    format: str | None = None
    output: str | None = None
    at: str | None = None
    tz: str | None = None
    remind: str | None = None
    force: bool = False
    group: list[str] | None = None
    pattern: list[str] | None = None
    exercise: list[str] | None = None
    file: Path = Path()
    files: list[Path] | None = None
    id: str | None = None
    day: list[str] | None = None
    yes: bool = False
    clear: bool = False
    profile: Path | None = None
    time: list[str] | None = None
    did: list[str] | None = None
    pain: str | None = None
    note: str | None = None
    undo: bool = False
    weeks: int | None = None
    quiet: bool = False
    qr: bool = False
    roster: Path | None = None
    block: bool = False
    sort: str | None = None
    only: list[str] | None = None

    @property
    def pager(self) -> bool:
        """Whether what is longer than the screen may be shown in a pager."""
        return not self.words.get(NO_PAGER.name)


WEEK = Option(
    name="week",
    panel=Panel.BLOCK,
    kind=TEXT,
    value="WEEK",
    meaning=phrase("Show this week of the block: next, its number, or a day of it, YYYY-MM-DD."),
    usual=phrase("the week that is on; with block, all"),
)
WHY = Option(
    name="why",
    panel=Panel.OUTPUT,
    kind=FLAG,
    meaning=phrase("Say why each exercise is there, and what each note rests on."),
)
FORMAT = Option(
    name="format",
    short="f",
    panel=Panel.OUTPUT,
    kind=replace(TEXT, words=tuple(FORMATS)),
    value="FORMAT",
    meaning=_FORMAT,
    usual=phrase("as -o ends, else for the terminal"),
)
SEPARATOR = Option(
    name="csv-separator",
    panel=Panel.OUTPUT,
    kind=replace(TEXT, words=tuple(Separator)),
    value="SIGN",
    meaning=phrase(
        "In a spreadsheet, what stands between its cells: comma, semicolon (and numbers have a "
        "decimal comma) or tab."
    ),
    usual=phrase(
        "semicolon where your locale has decimal commas (LC_ALL, LC_NUMERIC, LANG), else comma"
    ),
)
DATA_FORMAT = replace(
    FORMAT,
    kind=replace(TEXT, words=("json",)),
    meaning=phrase("json, for a program to read."),
    usual=phrase("for the terminal"),
)
SHOWN = {"json": ".json", "svg": ".svg", "html": ".html"}
"""What an exercise is written as, each with how such a file ends."""
SHOW_FORMAT = replace(
    FORMAT,
    kind=replace(TEXT, words=tuple(SHOWN)),
    meaning=phrase(
        "svg, the figure of your form or the one that you named; html, a page with all forms; "
        "or json for a program."
    ),
)
OUTPUT = Option(
    name="output",
    short="o",
    panel=Panel.OUTPUT,
    # no path: as one, `weeks/` would lose what says that it is a folder
    kind=replace(TEXT, path=True),
    value="FILE",
    meaning=phrase(
        "Write this file; its ending names the format. A folder, such as weeks/, gets a file "
        "for each week; - is stdout."
    ),
    usual=phrase("the terminal"),
)
SHOW_OUTPUT = replace(
    OUTPUT, meaning=phrase("Write this file; its ending names the format. - is stdout.")
)
TZ = replace(TIME_ZONE, tab=completion.zone)
FORCE = Option(
    name="force",
    panel=Panel.OUTPUT,
    kind=FLAG,
    meaning=phrase(
        "Overwrite files that are there already, and remove those that an earlier plan left "
        "beside them."
    ),
)
GROUP = Option(
    name="group",
    panel=Panel.EXERCISES,
    kind=choices(message("group"), Group, also=GROUP_WORDS),
    value="GROUPS",
    meaning=phrase("Only these groups: {groups}.", groups=listed(Group)),
    usual=phrase("all"),
)
PATTERN = Option(
    name="pattern",
    panel=Panel.EXERCISES,
    kind=choices(message("pattern"), Pattern, also=PATTERN_WORDS, unsure=UNSURE_PATTERN),
    value="PATTERNS",
    meaning=phrase("Only what moves like this: {patterns}.", patterns=listed(Pattern)),
    usual=phrase("all"),
)
EXERCISE = Argument(
    name="exercise",
    panel=Panel.EXERCISES,
    kind=replace(TEXT, several=True),
    value="NAME",
    meaning=phrase("Its name, or a few letters of it: bulgarian, rdl, calf raises."),
    tab=completion.exercise,
)
CHECKED = Argument(
    name="files",
    panel=Panel.FILES,
    kind=replace(PATH, several=True),
    value="FILE",
    meaning=phrase(
        "A plan that befit wrote (.md or .json), a profile, a log or a catalogue (.yaml), or a "
        "folder of them; or several."
    ),
)
SAVED = Argument(
    name="file",
    panel=Panel.FILES,
    kind=PATH,
    value="FILE",
    meaning=phrase("A plan that befit wrote (.md or .json), edited or not."),
)
MADE_FROM = replace(
    CATALOGUE, panel=Panel.FILES, meaning=phrase("The exercises that the plan was made from.")
)
RULE = Argument(
    name="id",
    panel=Panel.RULES,
    kind=TEXT,
    value="RULE",
    meaning=phrase("A rule, such as R11, or safety."),
    usual=phrase("all"),
    tab=completion.rule,
)
DAY = Argument(
    name="day",
    panel=Panel.DAY,
    kind=replace(TEXT, several=True, words=(*NEAR, *Day)),
    value="DAY",
    meaning=phrase("today, tomorrow, the next day of a name, such as thu, or a date, YYYY-MM-DD."),
    usual=phrase("today; where it has no session, the next day with one"),
)
# What counts in that week without them is what counts in every week.
FOR_ONE_WEEK = tuple([replace(row, field="", usual=phrase("as always")) for row in OF_ONE_WEEK])
"""What may be otherwise in one week."""
PROFILE = Option(
    name="profile",
    panel=Panel.OUTPUT,
    kind=PATH,
    value="FILE",
    meaning=phrase("The profile to read, and to write."),
    usual=phrase("the one that BEFIT_PROFILE names, else your own"),
)
WHICH_WEEK = replace(
    WEEK,
    meaning=phrase("Which week: next, its number in the block, or a day of it, YYYY-MM-DD."),
    usual=phrase("the week that is on"),
)
CLEAR = Option(
    name="clear",
    panel=Panel.BLOCK,
    kind=FLAG,
    meaning=phrase("Have the week as always again."),
)
TIME_OFF = Argument(
    name="time",
    panel=Panel.DAY,
    kind=replace(TEXT, several=True, words=(*Off, NONE)),
    value="TIME",
    meaning=phrase(
        "{kinds}, and the days, such as 2026-12-01..2026-12-09 or thu..sun; without days, until "
        "you say none.",
        kinds=listed(Off),
    ),
    usual=phrase("tell what is off"),
)
DID = Argument(
    name="did",
    panel=Panel.DAY,
    kind=replace(TEXT, several=True),
    value="DID",
    meaning=phrase(
        "The day, if it isn't today; then what was otherwise than planned: squat 8,8,10 16kg "
        "3left, rdl +2, clams skip. all logs every session up to today as planned."
    ),
    usual=phrase("as planned"),
)
PAIN = Option(
    name="pain",
    panel=Panel.DAY,
    kind=TEXT,
    value="JOINT=0-10",
    meaning=phrase("Where it hurt and how much, such as knee=4,calf=2; 0 is none, 10 the worst."),
    usual=phrase("none"),
)
NEXT_MORNING = Option(
    name="next-morning",
    panel=Panel.DAY,
    kind=replace(TEXT, words=("worse",)),
    value="HOW",
    meaning=phrase("worse, where what hurt was worse the morning after the last session."),
    usual=phrase("not worse"),
)
NOTE = Option(
    name="note",
    panel=Panel.DAY,
    kind=TEXT,
    value="TEXT",
    meaning=phrase("A line of your own."),
    usual=phrase("none"),
)
UNDO = Option(
    name="undo",
    panel=Panel.DAY,
    kind=FLAG,
    meaning=phrase("Take back what was logged last."),
)
LOGGED = replace(
    EXERCISE, usual=phrase("every week"), meaning=phrase("One exercise: squat, rdl, calf raises.")
)
LOG_WEEKS = Option(
    name="weeks",
    panel=Panel.OUTPUT,
    kind=replace(TEXT, python_type=int),
    value=NUMBER,
    meaning=phrase("Only so many weeks, the last ones."),
    usual=phrase("26, and all with -f"),
)
LOG_FORMAT = replace(
    FORMAT,
    kind=replace(TEXT, words=("json", "csv")),
    meaning=phrase("json for a program, or csv for a spreadsheet."),
    usual=phrase("for the terminal"),
)
IMPORT = Option(
    name="import",
    panel=Panel.FILES,
    kind=PATH,
    value="FILE",
    meaning=phrase(
        "Add what Strong, Hevy or FitNotes exported (.csv), or what you ticked in plan.md."
    ),
    usual=phrase("show what is there"),
)
UNIT = Option(
    name="unit",
    panel=Panel.FILES,
    kind=choice(message("unit"), Units, also=UNIT_WORDS),
    value="UNIT",
    meaning=phrase("What its weights are in, where it doesn't say: kg or lb."),
    usual=phrase("as it says"),
)
QUIET = Option(
    name="quiet",
    panel=Panel.OUTPUT,
    kind=FLAG,
    meaning=phrase("No bell at the end of a rest or a hold."),
)
QR = Option(
    name="qr",
    panel=Panel.OUTPUT,
    kind=FLAG,
    meaning=phrase(
        "As a QR code: your phone's camera has the session as text, without any network."
    ),
)
NO_PAGER = Option(
    name="no-pager",
    panel=Panel.OUTPUT,
    kind=FLAG,
    meaning=phrase("Show all at once, not in $PAGER, where it is longer than the screen."),
)
YES = Option(
    name="yes",
    short="y",
    panel=Panel.QUESTIONS,
    kind=FLAG,
    meaning=phrase("Ask nothing: keep what your profile says, else the defaults."),
)
ADD = replace(
    YES, meaning=phrase("Ask nothing: add it, without the exercises that befit doesn't know.")
)

RUNNING_PLAN = Argument(
    name="runs",
    panel=Panel.FILES,
    kind=RUNS.kind,
    value="FILE",
    meaning=phrase("Your running plan: a calendar (.ics), a table (.csv), .yaml or .json."),
    usual=phrase("your profile's"),
)
AS = Option(
    name="as",
    panel=Panel.FILES,
    kind=replace(TEXT, several=True),
    value="RUN=KIND",
    meaning=phrase(
        "What a day's run is, or every run with these words in its title: 2026-12-03=easy, "
        "Steady=hard."
    ),
    usual=phrase("as your profile says"),
)

WRITING = (FORMAT, OUTPUT, SEPARATOR, AT, TZ, REMIND, FORCE)
"""How a plan is written."""


def of_athlete(*names: str) -> tuple[Option, ...]:
    """The options of the athlete of these names."""
    return tuple(option for option in OF_ATHLETE if option.name in names)


def wants_json(format: str | None, of: str) -> bool:
    """Whether -f asks for JSON; raises UsageError for another format, which nothing of the kind
    `of` has.
    """
    return named_format(format, of, ("json",)) is not None


def named_format(format: str | None, of: str, formats: Iterable[str]) -> str | None:
    """The one of the formats that -f asks for, None where it asks for none; raises UsageError for
    another, which nothing of the kind `of` has.
    """
    if format is not None and format.lower() not in formats:
        asks = _(" or ").join([f"-f {each}" for each in formats])
        raise UsageError(
            _("'{format}' is not a format of {kind}.", format=format, kind=_(of)),
            _("Say {formats}, or leave -f out for the terminal view.", formats=asks),
        )
    return None if format is None else format.lower()
