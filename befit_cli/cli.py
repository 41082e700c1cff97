"""The commands: options in, one call, output out.

Here, and only here, are files, the clock, the environment, the consoles and the exit codes.
"""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from befit_cli import __version__
from befit_cli.errors import BefitError, UsageError
from befit_cli.options import PlanOptions, with_options

if TYPE_CHECKING:
    from rich.console import Console

    from befit_cli.model import Athlete, Catalogue, Plan, SeasonWeek


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
    athlete, catalogue, season = _read(options)
    _deliver(_make(athlete, catalogue, (_week_of(season, options.week or 1),)), options)
    _tell_assumptions(options, athlete)


def _read(options: PlanOptions) -> tuple[Athlete, Catalogue, tuple[SeasonWeek, ...]]:
    """The athlete, the catalogue and the season that the options describe."""
    from befit_cli.athlete import read_athlete, read_date, read_number
    from befit_cli.catalogue import load_catalogue
    from befit_cli.guidelines import BLOCK_WEEKS
    from befit_cli.season import plan_season

    catalogue = load_catalogue(options.catalogue)
    athlete = read_athlete(options.said, catalogue)
    start = read_date("--start", options.start) if options.start else date.today()
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


def _deliver(plan: Plan, options: PlanOptions) -> None:
    """Show the plan, or write it where the options say."""
    name = _format(options)
    if name is None:
        from befit_cli.views.terminal import show

        return show(plan, _console())
    from befit_cli.views import render

    content = render(plan, name)
    if options.output in (None, "-"):
        typer.echo(content, nl=False)
    else:
        _write(Path(options.output or ""), content, force=options.force)
    return None


def _format(options: PlanOptions) -> str | None:
    """The format by its name, else by the file's suffix; None for the terminal view."""
    from befit_cli.errors import did_you_mean
    from befit_cli.views import FORMATS, format_of

    if options.format is not None:
        name = options.format.lower()
        if name not in FORMATS:
            raise UsageError(
                f"'{options.format}' is not a format; the formats are {', '.join(FORMATS)}{did_you_mean(name, FORMATS) or '.'}"
            )
        return name
    if options.output in (None, "-"):
        return None
    suffix = Path(options.output or "").suffix
    name = format_of(suffix) or ""
    if not name:
        endings = ", ".join(format.suffix for format in FORMATS.values())
        raise UsageError(f"No format has files that end in '{suffix}': {options.output}.", f"End the name in {endings}, or say -f NAME.")
    return name


def _write(path: Path, content: str | bytes, *, force: bool) -> None:
    """Write the file whole or not at all: a temporary file beside it, then a rename."""
    from tempfile import NamedTemporaryFile

    if path.exists() and not force:
        raise BefitError(f"{path} exists already.", "Say --force to overwrite it, or give another name with -o.")
    data = content.encode() if isinstance(content, str) else content
    target = path.resolve()
    try:
        with NamedTemporaryFile(dir=target.parent, prefix=".befit-", delete=False) as file:
            temporary = Path(file.name)
            try:
                file.write(data)
                file.flush()
                os.fchmod(file.fileno(), 0o666 & ~_umask())
                temporary.replace(target)
            except BaseException:
                temporary.unlink(missing_ok=True)
                raise
    except OSError as error:
        raise BefitError(f"{path} cannot be written: {error.strerror}.", "Check the folder, or give another name with -o.") from error
    _say(f"Written to {path}.")


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _tell_assumptions(options: PlanOptions, athlete: Athlete) -> None:
    from befit_cli.athlete import assumptions

    line = assumptions(options.said, athlete)
    if line:
        _say(line)


def _say(line: str) -> None:
    """A quiet line for the person, on stderr, so that stdout carries the plan and nothing else."""
    from rich.text import Text

    _console(stderr=True).print(Text(line, "dim"))


def _console(*, stderr: bool = False) -> Console:
    from rich.console import Console

    return Console(stderr=stderr, highlight=False)
