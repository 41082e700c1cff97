"""The options of the commands, each declared once."""

import functools
import inspect
from collections.abc import Callable
from dataclasses import MISSING, dataclass, fields
from pathlib import Path
from typing import Annotated, Any, TypeAlias, TypeVar, get_type_hints

from typer import Argument, Option

from befit_cli.model import Group, Niggle, Pattern
from befit_cli.views import FORMATS

RUNNER = "Runner"
RUNNING_WEEK = "Running week"
SESSION = "Session"
BLOCK = "Block"
EXERCISES = "Exercises"
OUTPUT = "Output"

LevelSaid: TypeAlias = Annotated[
    str | None,
    Option(help="Lifting history: beginner, intermediate (6 months) or advanced (2 years), default beginner", rich_help_panel=RUNNER),
]
KitSaid: TypeAlias = Annotated[
    list[str] | None,
    Option(help="none, home (towel, stair, sturdy chair), gym, or things you own, with commas, default home", rich_help_panel=RUNNER),
]
NiggleSaid: TypeAlias = Annotated[list[str] | None, Option(help=f"A sore spot to plan around: {', '.join(Niggle)}", rich_help_panel=RUNNER)]
CatalogueSaid: TypeAlias = Annotated[
    Path | None, Option(help="Your own exercises instead of befit's", envvar="BEFIT_CATALOGUE", rich_help_panel=OUTPUT)
]
JsonSaid: TypeAlias = Annotated[
    str | None, Option("--format", "-f", help="json, for a program, instead of the terminal view", rich_help_panel=OUTPUT)
]

_Options = TypeVar("_Options")


@dataclass(frozen=True, kw_only=True)
class Options:
    """What was said on the command line; None, or an empty list, where nothing was."""

    @property
    def said(self) -> dict[str, Any]:
        """What was said of the athlete, by the option's name without its dashes."""
        return {each.name.replace("_", "-"): getattr(self, each.name) for each in fields(self)}


@dataclass(frozen=True, kw_only=True)
class PlanOptions(Options):
    """The options of `befit plan` and `befit block`."""

    race: Annotated[str | None, Option(help="5k, 10k, half or marathon, default 10k", rich_help_panel=RUNNER, show_default=False)] = None
    level: LevelSaid = None
    kit: KitSaid = None
    niggle: NiggleSaid = None
    long_run: Annotated[str | None, Option(help="Day of your long run, or none, default sun", rich_help_panel=RUNNING_WEEK)] = None
    hard: Annotated[
        list[str] | None, Option(help="Days of intervals, tempo, hills or races, or none, default wed", rich_help_panel=RUNNING_WEEK)
    ] = None
    days: Annotated[list[str] | None, Option(help="Days free for strength, default all", rich_help_panel=RUNNING_WEEK)] = None
    sessions: Annotated[int | None, Option(help="Strength sessions a week, 2 or 3, default 2", rich_help_panel=SESSION)] = None
    minutes: Annotated[int | None, Option(help="Most minutes for a session, 15 to 60, default 30", rich_help_panel=SESSION)] = None
    focus: Annotated[
        str | None, Option(help="Give more of the week to knee, foot, hip, leg, core or marathon", rich_help_panel=SESSION)
    ] = None
    without: Annotated[list[str] | None, Option(help="Exercises to leave out", rich_help_panel=SESSION)] = None
    race_date: Annotated[str | None, Option(help="Day of the race, YYYY-MM-DD", rich_help_panel=BLOCK)] = None
    start: Annotated[str | None, Option(help="A day of the block's first week, YYYY-MM-DD, default today", rich_help_panel=BLOCK)] = None
    weeks: Annotated[int | None, Option(help="Weeks of a block without a race date, 1 to 30", rich_help_panel=BLOCK)] = None
    week: Annotated[int | None, Option(help="Show this week of the block", rich_help_panel=BLOCK)] = None
    why: Annotated[bool, Option("--why", help="Say why each exercise is there, and what each note rests on", rich_help_panel=OUTPUT)] = (
        False
    )
    catalogue: CatalogueSaid = None
    format: Annotated[
        str | None, Option("--format", "-f", help=f"{', '.join(FORMATS)} instead of the terminal view", rich_help_panel=OUTPUT)
    ] = None
    output: Annotated[
        str | None, Option("--output", "-o", help="Write to this file; its suffix names the format, - is stdout", rich_help_panel=OUTPUT)
    ] = None
    at: Annotated[
        str | None, Option(help="Time of day that sessions start in a calendar, HH:MM, all day without it", rich_help_panel=OUTPUT)
    ] = None
    tz: Annotated[str | None, Option(help="Time zone of --at, such as Europe/Berlin, default this machine's", rich_help_panel=OUTPUT)] = (
        None
    )
    force: Annotated[bool, Option("--force", help="Overwrite an existing file", rich_help_panel=OUTPUT)] = False


@dataclass(frozen=True, kw_only=True)
class ListOptions(Options):
    """The options of `befit exercises`."""

    group: Annotated[list[str] | None, Option(help=f"Only exercises of these groups: {', '.join(Group)}", rich_help_panel=EXERCISES)] = None
    pattern: Annotated[
        list[str] | None, Option(help=f"Only with a form that moves so: {', '.join(Pattern)}", rich_help_panel=EXERCISES)
    ] = None
    level: LevelSaid = None
    kit: KitSaid = None
    niggle: NiggleSaid = None
    catalogue: CatalogueSaid = None
    format: JsonSaid = None


@dataclass(frozen=True, kw_only=True)
class ShowOptions(Options):
    """The argument and the options of `befit show`."""

    name: Annotated[list[str], Argument(help="Its name or a few letters of it: bulgarian, rdl, calf raises")]
    level: LevelSaid = None
    kit: KitSaid = None
    catalogue: CatalogueSaid = None
    format: JsonSaid = None


def with_options(command: Callable[[_Options], None]) -> Callable[..., None]:
    """A command that takes every option of its one parameter's class on the command line, and receives them as one value."""
    options = get_type_hints(command)["options"]

    @functools.wraps(command)
    def run(**given: Any) -> None:
        command(options(**given))

    parameters = [
        inspect.Parameter(
            each.name,
            inspect.Parameter.KEYWORD_ONLY,
            default=inspect.Parameter.empty if each.default is MISSING else each.default,
            annotation=each.type,
        )
        for each in fields(options)
    ]
    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]  # what inspect reads first
    return run
