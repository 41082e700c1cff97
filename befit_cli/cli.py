"""The commands: options in, one call, output out.

Here, and only here, are files, the clock, the environment, the consoles and the exit codes.
"""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer
from typer.core import TyperGroup

from befit_cli import __version__
from befit_cli.errors import BefitError, UsageError
from befit_cli.options import PlanOptions, with_options

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console

    from befit_cli.model import Athlete, Catalogue, Plan, SeasonWeek

_Made = TypeVar("_Made")
_LONG_S = 0.5


class Befit(TyperGroup):
    """Says what went wrong in one sentence on stderr, in one place, for befit's own errors and for wrong usage alike."""

    def main(self, *args: Any, standalone_mode: bool = True, **extra: Any) -> Any:
        """Run a command; with `standalone_mode` exit with its code."""
        try:
            code = super().main(*args, **{**extra, "standalone_mode": False}) or 0
        except BefitError as error:
            code = _complain(str(error), error.exit_code)
        except typer.TyperException as error:
            code = _complain(error.format_message(), error.exit_code)
        except typer.Abort:
            code = _complain("Stopped.", 1)
        except OSError as error:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nothing more can be written there, not even at exit
            code = _complain(f"The output cannot be written: {error.strerror}.", 1)
        if standalone_mode:
            sys.exit(code)
        return code


def _complain(message: str, code: int) -> int:
    typer.echo(message, err=True)
    return code


app = typer.Typer(
    name="befit",
    cls=Befit,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
    help="Strength for runners: two or three sessions a week, placed round your running, in the minutes you have.",
)


def main() -> None:
    """Run befit with the arguments of the process."""
    app()


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"befit {__version__}")
        raise typer.Exit


@app.callback()
def befit(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")] = False,
) -> None:
    """Strength for runners: two or three sessions a week, placed round your running, in the minutes you have."""


@app.command()
@with_options
def plan(options: PlanOptions) -> None:
    """Plan one week of strength.

    befit plan --race half --sessions 3

    befit plan --race 10k --kit home,dumbbell --hard tue,thu --minutes 40 -o plan.md
    """
    _plan_weeks(options, whole=False)


@app.command()
@with_options
def block(options: PlanOptions) -> None:
    """Plan every week from now to the race.

    befit block --race marathon --race-date 2027-04-18

    befit block --race 10k --weeks 12 -o block.md
    """
    _plan_weeks(options, whole=options.week is None)


@app.command()
def check(
    file: Annotated[Path, typer.Argument(help="A plan that befit wrote, edited or not (.json or .md), or a catalogue (.yaml).")],
    catalogue: Annotated[Path | None, typer.Option(help="The exercises that the plan was made from.", envvar="BEFIT_CATALOGUE")] = None,
) -> None:
    """Ask every rule of a plan, or read a catalogue and tell every fault in it.

    befit check plan.md

    befit check my.yaml
    """
    from befit_cli import files
    from befit_cli.catalogue import load_catalogue

    if file.suffix.lower() in (".yaml", ".yml"):
        exercises = load_catalogue(file).exercises
        typer.echo(f"{file}: {len(exercises)} exercises, no faults.")
        return
    from befit_cli.check import check_plan
    from befit_cli.plan_file import read_plan
    from befit_cli.views.findings import show

    exercises_known = load_catalogue(catalogue)
    findings = check_plan(read_plan(files.read(file), str(file), exercises_known), exercises_known)
    show(findings, str(file), _console())
    if any(finding.must for finding in findings):
        raise typer.Exit(1)


@app.command()
def rules(
    id: Annotated[str | None, typer.Argument(help="A rule such as R11, or safety; all rules without it.")] = None,
) -> None:
    """Show the rules that every plan obeys, each with its basis.

    befit rules R11

    befit rules safety
    """
    from befit_cli.errors import did_you_mean
    from befit_cli.guidelines import RULE_BY_ID
    from befit_cli.views import rules as view

    by_word = {rule.upper(): rule for rule in RULE_BY_ID}
    if id is None:
        view.show_all(_console())
    elif id.lower() == "safety":
        view.show_safety(_console())
    elif id.upper() in by_word:
        view.show_one(RULE_BY_ID[by_word[id.upper()]], _console())
    else:
        raise UsageError(f"There is no rule '{id}'{did_you_mean(id, RULE_BY_ID) or '.'}", "befit rules lists them all.")


def _plan_weeks(options: PlanOptions, *, whole: bool) -> None:
    """Plan the whole block or one week of it, show or write it, and say what was assumed."""
    from befit_cli import export, files
    from befit_cli.athlete import assumptions, read_clock
    from befit_cli.wording import phase_word

    asked = export.read_export(options.format, options.output, read_clock(options.at, options.tz))
    athlete, catalogue, season = _read(options)
    plan = _make(athlete, catalogue, season if whole else (_week_of(season, 1 if options.week is None else options.week),))
    if asked is None:
        _show(plan, catalogue, whole=whole, why=options.why)
    elif asked.target == export.STDOUT:
        typer.echo(asked.content(plan, catalogue), nl=False)
    else:
        files.write(dict(_watched(asked.contents(plan, catalogue), len(plan.weeks))), force=options.force)
        _say(f"Written to {options.output}.")
    if not whole and len(season) > plan.weeks[0].number:
        following = season[plan.weeks[0].number]
        _say(f"Next week: {phase_word(following)}. See it with --week {following.number}.")
    if assumed := assumptions(options.said, athlete):
        _say(assumed)


def _read(options: PlanOptions) -> tuple[Athlete, Catalogue, tuple[SeasonWeek, ...]]:
    """The athlete, the catalogue and the season that the options describe."""
    from befit_cli.athlete import read_athlete, read_date, read_number
    from befit_cli.catalogue import load_catalogue
    from befit_cli.guidelines import BLOCK_WEEKS
    from befit_cli.season import plan_season

    catalogue = load_catalogue(options.catalogue)
    athlete = read_athlete(options.said, catalogue)
    start = date.today() if options.start is None else read_date("--start", options.start)
    if options.weeks is not None and athlete.race_date is not None:
        raise UsageError("--weeks and --race-date do not go together: the date says how long the block is.")
    weeks = None if options.weeks is None else read_number("--weeks", options.weeks, BLOCK_WEEKS)
    return athlete, catalogue, plan_season(athlete, start, weeks)


def _make(athlete: Athlete, catalogue: Catalogue, season: tuple[SeasonWeek, ...]) -> Plan:
    from befit_cli.guidelines import SAFETY
    from befit_cli.model import Plan
    from befit_cli.planner import plan_block

    return Plan(befit=__version__, athlete=athlete, weeks=plan_block(athlete, catalogue, season), safety=tuple(SAFETY.values()))


def _week_of(season: tuple[SeasonWeek, ...], number: int) -> SeasonWeek:
    if not 1 <= number <= len(season):
        raise UsageError(f"--week {number} is not in the block: it has {len(season)} weeks, 1 to {len(season)}.")
    return season[number - 1]


def _show(plan: Plan, catalogue: Catalogue, *, whole: bool, why: bool) -> None:
    if whole and not why:
        from befit_cli.views import block

        block.show(plan, _console())
    else:
        from befit_cli.planner import reasons
        from befit_cli.views import terminal

        terminal.show(plan, _console(), reasons(plan.athlete, catalogue, plan.weeks) if why else None)


def _watched(made: Iterator[_Made], weeks: int) -> Iterator[_Made]:
    """What is made for these weeks, with a bar on a terminal's stderr once it takes long."""
    from rich.progress import Progress

    console = _console(stderr=True)
    progress = Progress(console=console, transient=True, disable=not console.is_interactive)
    writing = progress.add_task("Writing", total=weeks)
    try:
        for each in made:
            yield each
            progress.advance(writing)
            if (progress.tasks[writing].elapsed or 0) > _LONG_S:
                progress.start()
    finally:
        progress.stop()


def _say(line: str) -> None:
    """A quiet line for the person, on stderr, so that stdout carries the plan and nothing else."""
    from rich.text import Text

    _console(stderr=True).print(Text(line, "dim"))


def _console(*, stderr: bool = False) -> Console:
    from rich.console import Console

    return Console(stderr=stderr, highlight=False)
