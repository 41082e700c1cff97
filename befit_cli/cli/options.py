"""The options of the commands, each declared once."""

import functools
import inspect
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, TypeAlias, TypeVar, get_type_hints

from msgspec import Struct
from msgspec.structs import fields
from typer import Argument, Option

from befit_cli.cli import completion
from befit_cli.values import Group, Kit, Niggle, Pattern

RUNNER = "Runner"
RUNNING_WEEK = "Running week"
SESSION = "Session"
BLOCK = "Block"
EXERCISES = "Exercises"
OUTPUT = "Output"
FILES = "Files"
RULES = "Rules"
QUESTIONS = "Questions"


def option(
    names: str,
    panel: str,
    value: str,
    meaning: str,
    *,
    default: str,
    tab: completion.Completer | None = None,
    environment: str | None = None,
) -> Any:
    """An option that takes a value: its names, what the help calls the value, what it means, what
    counts without it, what Tab completes.
    """
    return Option(  # it has to be named: Typer 0.27 calls --race --RACE after its metavar
        *names.split(),
        help=meaning,
        metavar=value,
        show_default=default,
        rich_help_panel=panel,
        autocompletion=tab,
        envvar=environment,
    )


def flag(names: str, panel: str, meaning: str) -> Any:
    """An option that is said or not."""
    return Option(*names.split(), help=meaning, rich_help_panel=panel)


_LEVEL = (
    "How used you are to lifting, not to running: beginner, intermediate (after 6 months) "
    "or advanced (after 2 years)."
)
_KIT = (
    "What you have to train with: none, home (towel, stair, sturdy chair), gym (all), or what "
    "you own, such as home,dumbbell; "
    f"the words are {', '.join(Kit)}."
)
_FORMAT = (
    "Markdown (md), a page (html), a calendar (ics), a spreadsheet (csv), workouts for a "
    "watch (fit), or json for a program."
)
_CATALOGUE = "the one that BEFIT_CATALOGUE or your profile names, else befit's own"
_WEEKS = "8 for 5k, 10 for 10k, 12 for half, 16 for marathon"

LevelSaid: TypeAlias = Annotated[
    str | None, option("--level", RUNNER, "LEVEL", _LEVEL, default="beginner", tab=completion.level)
]
KitSaid: TypeAlias = Annotated[
    list[str] | None, option("--kit", RUNNER, "KIT", _KIT, default="home", tab=completion.kit)
]
NiggleSaid: TypeAlias = Annotated[
    list[str] | None,
    option(
        "--niggle",
        RUNNER,
        "SPOTS",
        f"Sore spots to plan around: {', '.join(Niggle)}; or none.",
        default="none",
        tab=completion.niggles,
    ),
]
CatalogueSaid: TypeAlias = Annotated[
    Path | None,
    option(
        "--catalogue",
        OUTPUT,
        "FILE",
        "A file with exercises of your own.",
        default=_CATALOGUE,
        environment="BEFIT_CATALOGUE",
    ),
]
JsonSaid: TypeAlias = Annotated[
    str | None,
    option(
        "--format -f",
        OUTPUT,
        "FORMAT",
        "json, for a program to read.",
        default="for the terminal",
        tab=completion.data_format,
    ),
]
FileSaid: TypeAlias = Annotated[
    Path,
    Argument(
        help="A plan that befit wrote (.md or .json), or a catalogue (.yaml).",
        metavar="FILE",
        rich_help_panel=FILES,
    ),
]
MadeFrom: TypeAlias = Annotated[
    Path | None,
    option(
        "--catalogue",
        FILES,
        "FILE",
        "The exercises that the plan was made from.",
        default=_CATALOGUE,
        environment="BEFIT_CATALOGUE",
    ),
]
RuleSaid: TypeAlias = Annotated[
    str | None,
    Argument(
        help="A rule, such as R11, or safety.",
        metavar="RULE",
        show_default="all",
        rich_help_panel=RULES,
        autocompletion=completion.rule,
    ),
]
YesSaid: TypeAlias = Annotated[
    bool,
    flag("--yes -y", QUESTIONS, "Ask nothing: keep what your profile says, else the defaults."),
]

_Options = TypeVar("_Options")


class Options(Struct, frozen=True, kw_only=True):
    """What was said on the command line; None, or an empty list, where nothing was."""

    @property
    def said(self) -> dict[str, Any]:
        """What was said of the athlete, by the option's name without its dashes."""
        return {name.replace("_", "-"): getattr(self, name) for name in self.__struct_fields__}


class PlanOptions(Options, frozen=True, kw_only=True):
    """The options of `befit plan` and `befit block`."""

    race: Annotated[
        str | None,
        option(
            "--race",
            RUNNER,
            "RACE",
            "The race you train for: 5k, 10k, half or marathon.",
            default="10k",
            tab=completion.race,
        ),
    ] = None
    level: LevelSaid = None
    kit: KitSaid = None
    niggle: NiggleSaid = None
    long_run: Annotated[
        str | None,
        option(
            "--long-run",
            RUNNING_WEEK,
            "DAY",
            "The day of your long run, or none.",
            default="sun",
            tab=completion.long_run,
        ),
    ] = None
    hard: Annotated[
        list[str] | None,
        option(
            "--hard",
            RUNNING_WEEK,
            "DAYS",
            "The days that you run hard (intervals, tempo, hills, a race), such as tue,thu; or "
            "none.",
            default="wed",
            tab=completion.hard_runs,
        ),
    ] = None
    days: Annotated[
        list[str] | None,
        option(
            "--days",
            RUNNING_WEEK,
            "DAYS",
            "The days that are free for strength, such as mon,wed,fri or mon-fri; or all.",
            default="all",
            tab=completion.days,
        ),
    ] = None
    sessions: Annotated[
        int | None,
        option("--sessions", SESSION, "NUMBER", "Strength sessions a week: 2 or 3.", default="2"),
    ] = None
    minutes: Annotated[
        int | None,
        option(
            "--minutes",
            SESSION,
            "NUMBER",
            "The most minutes that a session may take: 15 to 60.",
            default="30",
        ),
    ] = None
    focus: Annotated[
        str | None,
        option(
            "--focus",
            SESSION,
            "GROUP",
            f"Give more of the week to one group: {', '.join(Group)}; or none.",
            default="none",
            tab=completion.focus,
        ),
    ] = None
    without: Annotated[
        list[str] | None,
        option(
            "--without",
            SESSION,
            "NAMES",
            "Exercises to leave out, such as lunges,planks; or none.",
            default="none",
            tab=completion.without,
        ),
    ] = None
    race_date: Annotated[
        str | None,
        option(
            "--race-date",
            BLOCK,
            "DATE",
            "The day of your race, YYYY-MM-DD; or none. The weeks are counted back from it.",
            default="none",
        ),
    ] = None
    start: Annotated[
        str | None,
        option(
            "--start",
            BLOCK,
            "DATE",
            "A day of the first week of the block, YYYY-MM-DD.",
            default="today",
        ),
    ] = None
    weeks: Annotated[
        int | None,
        option(
            "--weeks",
            BLOCK,
            "NUMBER",
            "The length of a block without a race date: 1 to 30 weeks.",
            default=_WEEKS,
        ),
    ] = None
    week: Annotated[
        int | None,
        option(
            "--week",
            BLOCK,
            "NUMBER",
            "Show this week of the block, counted from 1.",
            default="the week that is on; with block, all",
        ),
    ] = None
    why: Annotated[
        bool, flag("--why", OUTPUT, "Say why each exercise is there, and what each note rests on.")
    ] = False
    catalogue: CatalogueSaid = None
    format: Annotated[
        str | None,
        option(
            "--format -f",
            OUTPUT,
            "FORMAT",
            _FORMAT,
            default="as -o ends, else for the terminal",
            tab=completion.format,
        ),
    ] = None
    output: Annotated[
        str | None,
        option(
            "--output -o",
            OUTPUT,
            "FILE",
            "Write this file; its ending names the format. A folder, such as weeks/, gets a file "
            "for each week; - is stdout.",
            default="the terminal",
        ),
    ] = None
    at: Annotated[
        str | None,
        option(
            "--at",
            OUTPUT,
            "TIME",
            "In a calendar, the time of day that sessions start: HH:MM.",
            default="all day",
        ),
    ] = None
    tz: Annotated[
        str | None,
        option(
            "--tz",
            OUTPUT,
            "ZONE",
            "The time zone of --at, such as Europe/Berlin.",
            default="this machine's",
            tab=completion.zone,
        ),
    ] = None
    force: Annotated[bool, flag("--force", OUTPUT, "Overwrite a file that is there already.")] = (
        False
    )


class ListOptions(Options, frozen=True, kw_only=True):
    """The options of `befit exercises`."""

    group: Annotated[
        list[str] | None,
        option(
            "--group",
            EXERCISES,
            "GROUPS",
            f"Only these groups: {', '.join(Group)}.",
            default="all",
            tab=completion.groups,
        ),
    ] = None
    pattern: Annotated[
        list[str] | None,
        option(
            "--pattern",
            EXERCISES,
            "PATTERNS",
            f"Only what moves like this: {', '.join(Pattern)}.",
            default="all",
            tab=completion.patterns,
        ),
    ] = None
    level: LevelSaid = None
    kit: KitSaid = None
    niggle: NiggleSaid = None
    catalogue: CatalogueSaid = None
    format: JsonSaid = None


class ShowOptions(Options, frozen=True, kw_only=True):
    """The argument and the options of `befit show`."""

    name: Annotated[
        list[str],
        Argument(
            help="Its name, or a few letters of it: bulgarian, rdl, calf raises.",
            metavar="NAME",
            rich_help_panel=EXERCISES,
            autocompletion=completion.exercise,
        ),
    ]
    level: LevelSaid = None
    kit: KitSaid = None
    catalogue: CatalogueSaid = None
    format: JsonSaid = None


def with_options(command: Callable[[_Options], None]) -> Callable[..., None]:
    """A command that takes every option of its one parameter's class on the command line, and
    receives them as one value.
    """
    options = get_type_hints(command)["options"]

    @functools.wraps(command)
    def run(**given: Any) -> None:
        command(options(**given))

    parameters = [
        inspect.Parameter(
            each.name,
            inspect.Parameter.KEYWORD_ONLY,
            default=inspect.Parameter.empty if each.required else each.default,
            annotation=each.type,
        )
        for each in fields(options)
    ]
    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]  # what inspect reads first
    return run
