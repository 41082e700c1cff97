"""The commands: options in, one call, output out.

Here, and only here, are files, the clock, the environment, the consoles and the exit codes.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from befit_cli import __version__
from befit_cli.cli.consoles import console, errors_console, say, visible, watched, write
from befit_cli.cli.options import (
    FileSaid,
    ListOptions,
    MadeFrom,
    PlanOptions,
    RuleSaid,
    ShowOptions,
    YesSaid,
    with_options,
)
from befit_cli.cli.program import Command, Commands
from befit_cli.errors import BefitError, UsageError

if TYPE_CHECKING:
    from befit_cli.runner.request import Request
    from befit_cli.runner.words import Said
    from befit_cli.values import Athlete, Catalogue, Plan, Weeks


_Function = TypeVar("_Function", bound=Callable[..., None])

_NAMED = 3
"""Files that are told by name."""


app = typer.Typer(
    name="befit",
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
    epilog="befit init\nbefit plan --race half --sessions 3",
)


def main() -> None:
    """Run befit with the arguments of the process."""
    # a command ends before there is garbage worth collecting, and looking for it takes a twentieth
    # of its time
    gc.disable()
    app()


def command(*examples: str) -> Callable[[_Function], _Function]:
    """A command of befit, and what its help ends with: examples that run."""
    return app.command(cls=Command, epilog="\n".join(examples))


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"befit {__version__}")
        raise typer.Exit


@app.callback()
def befit(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Strength for runners: two or three sessions a week, placed round your running, in the minutes
    you have.
    """


@command(
    "befit plan --race half --sessions 3",
    "befit plan --kit home,dumbbell --hard tue,thu --minutes 40 -o plan.md",
)
@with_options
def plan(options: PlanOptions) -> None:
    """Plan one week of strength.

    What you leave out comes from your profile, else from the defaults.
    """
    _plan_weeks(options, whole=False)


@command(
    "befit block --race half --weeks 10", "befit block --race marathon -o block.ics --at 18:30"
)
@with_options
def block(options: PlanOptions) -> None:
    """Plan every week from now to your race.

    What you leave out comes from your profile, else from the defaults.
    """
    _plan_weeks(options, whole=options.week is None)


@command("befit exercises --group foot --kit home,band", "befit exercises --niggle achilles")
@with_options
def exercises(options: ListOptions) -> None:
    """List the exercises, and the form you begin each with."""
    from befit_cli.catalogue.finder import narrow, none_fits
    from befit_cli.planning.repertoire import refuse
    from befit_cli.runner.words import read_words
    from befit_cli.values import Group, Pattern
    from befit_cli.views import exercise_json
    from befit_cli.views import exercises as view

    said, athlete, catalogue = _request(options)
    refuse(athlete)
    groups, patterns = (
        read_words("group", Group, options.group or ()),
        read_words("pattern", Pattern, options.pattern or ()),
    )
    found = narrow(catalogue, groups, patterns)
    if _wants_json(options.format):
        write(exercise_json.render_all(found, athlete))
    elif found:
        view.show(found, athlete, catalogue, console())
    if not found:
        say(none_fits(groups, patterns))
    _say_assumed(said, athlete)


@command("befit show bulgarian", "befit show calf raises --level intermediate")
@with_options
def show(options: ShowOptions) -> None:
    """Show one exercise whole: cues, forms, doses, sore spots."""
    from befit_cli.catalogue.finder import find_exercise
    from befit_cli.views import exercise as view
    from befit_cli.views import exercise_json

    said, athlete, catalogue = _request(options)
    found = find_exercise(catalogue, " ".join(options.name))
    if _wants_json(options.format):
        write(exercise_json.render_one(found, athlete))
    else:
        view.show(found, athlete, catalogue, console())
    _say_assumed(said, athlete)


@command("befit check plan.md", "befit check my.yaml")
def check(file: FileSaid, catalogue: MadeFrom = None) -> None:
    """Check a plan you changed, or your own catalogue."""
    from befit_cli import files
    from befit_cli.catalogue.load import load_catalogue

    if file.suffix.lower() in (".yaml", ".yml"):
        from befit_cli.views import coverage
        from befit_cli.views.words import count

        read = load_catalogue(file)
        typer.echo(visible(f"{file}: {count(len(read.exercises), 'exercise')}, no faults."))
        coverage.show(read, console())
        return
    from befit_cli.cli.environment import profile_in_use
    from befit_cli.rules.check import check_plan
    from befit_cli.runner.request import read_request
    from befit_cli.saved.plan_file import read_plan
    from befit_cli.views.findings import show

    exercises_known = read_request({}, catalogue, profile_in_use()).catalogue
    findings = check_plan(read_plan(files.read(file), str(file), exercises_known), exercises_known)
    show(findings, str(file), console())
    if any(finding.must for finding in findings):
        raise typer.Exit(1)


@command("befit rules R11", "befit rules safety")
def rules(id: RuleSaid = None) -> None:
    """Show the rules of every plan, and what each rests on."""
    from befit_cli.errors import did_you_mean
    from befit_cli.rules import RULE_BY_ID
    from befit_cli.views import rules as view

    by_word = {rule.upper(): rule for rule in RULE_BY_ID}
    if id is None:
        view.show_all(console())
    elif id.lower() == "safety":
        view.show_safety(console())
    elif id.upper() in by_word:
        view.show_one(RULE_BY_ID[by_word[id.upper()]], console())
    else:
        raise UsageError(
            f"There is no rule '{id}'{did_you_mean(id, RULE_BY_ID) or '.'}",
            "befit rules lists them all.",
        )


@command("befit init", "befit init --yes")
def init(yes: YesSaid = False) -> None:
    """Tell befit who you are, once, and see your first week."""
    from befit_cli.cli.environment import profile_path
    from befit_cli.cli.interview import interview
    from befit_cli.runner.profile import CATALOGUE, profile_text, write_profile
    from befit_cli.runner.request import first_week, read_request, read_season
    from befit_cli.runner.words import START

    path = profile_path()
    if path is None:
        raise BefitError(
            "There is no home folder to keep your profile in.",
            "Name a file for it with BEFIT_PROFILE=FILE.",
        )
    own = os.environ.get("BEFIT_CATALOGUE")
    options = PlanOptions(catalogue=Path(own) if own else None)
    known = read_request({}, options.catalogue, path if os.path.exists(path) else None)
    athlete = (
        known.athlete
        if yes
        else interview(known.athlete, known.catalogue, date.today(), errors_console())
    )
    start = first_week(known, athlete, date.today())
    now = known._replace(said={**known.said, START: str(start)}, athlete=athlete)
    _make(now, read_season({}, now, date.today()))  # what cannot be planned leaves no profile
    write_profile(path, profile_text(athlete, start, known.said.get(CATALOGUE)))
    say(f"\nWritten to {path}. From now on, befit plan and befit block are enough.\n")
    _plan_weeks(options, whole=False)


@command("befit schema", "befit schema > befit.schema.json")
def schema() -> None:
    """Print the JSON Schema of a catalogue, for your editor."""
    import json

    from befit_cli.catalogue.load import load_catalogue
    from befit_cli.catalogue.schema import catalogue_schema

    typer.echo(json.dumps(catalogue_schema(load_catalogue().by_id), indent=2))


def _plan_weeks(options: PlanOptions, *, whole: bool) -> None:
    """Plan the whole block or one week of it, show or write it, and say what was assumed."""
    from befit_cli import files
    from befit_cli.cli import output as export
    from befit_cli.cli.environment import profile_in_use
    from befit_cli.runner.request import pick_week, read_season, week_on
    from befit_cli.runner.words import assumptions, read_clock
    from befit_cli.views.words import phase_word

    asked = export.read_export(options.format, options.output, read_clock(options.at, options.tz))
    request = _request(options)
    said, athlete, catalogue = request
    season = read_season(options.said, request, date.today())
    usual = week_on(season, date.today()) if options.start is None else 1
    number = usual if options.week is None else options.week
    plan = _make(request, season if whole else (pick_week(season, number),))
    if asked is None:
        _show(plan, catalogue, whole=whole, why=options.why)
    elif asked.target == export.STDOUT:
        write(asked.content(plan, catalogue))
    else:
        made = dict(watched(asked.contents(plan, catalogue), len(plan.weeks)))
        files.write(made, force=options.force)
        say(f"Written to {_told(list(made))}.")
    if not whole and len(season) > plan.weeks[0].number:
        following = season[plan.weeks[0].number]
        say(f"Next week: {phase_word(following)}. See it with --week {following.number}.")
    if options.why and (profile := profile_in_use()):
        say(f"Profile: {profile}")
    if assumed := assumptions(said, athlete):
        say(assumed)


def _told(paths: list[Path]) -> str:
    """The files by name, or how many there are where."""
    if len(paths) <= _NAMED:
        return ", ".join(map(str, paths))
    return f"{len(paths)} files in {paths[0].parent}"


def _make(request: Request, season: Weeks) -> Plan:
    """The plan; that no rule is broken is befit's promise for its own exercises, not for those of
    any file.
    """
    from befit_cli.planning.planner import BrokenRule, make_plan

    try:
        return make_plan(request.athlete, request.catalogue, season)
    except BrokenRule as broken:
        if not request.said.get("catalogue"):
            raise
        raise BefitError(
            f"These exercises leave no plan that keeps every rule ({broken}).",
            "befit rules tells the rules.",
        ) from broken


def _request(options: PlanOptions | ListOptions | ShowOptions) -> Request:
    from befit_cli.cli.environment import profile_in_use
    from befit_cli.runner.request import read_request

    return read_request(options.said, options.catalogue, profile_in_use())


def _wants_json(format: str | None) -> bool:
    if format is None:
        return False
    if format.lower() != "json":
        raise UsageError(
            f"'{format}' is not a format of exercises.",
            "Say -f json, or leave -f out for the terminal view.",
        )
    return True


def _say_assumed(said: Said, athlete: Athlete) -> None:
    from befit_cli.runner.words import assumptions

    if assumed := assumptions(said, athlete, ("level", "kit")):
        say(assumed)


def _show(plan: Plan, catalogue: Catalogue, *, whole: bool, why: bool) -> None:
    if whole and not why:
        from befit_cli.views import block

        block.show(plan, console())
    else:
        from befit_cli.planning.reasons import purposes
        from befit_cli.views import terminal

        terminal.show(
            plan, console(), purposes(plan.athlete, catalogue, plan.weeks) if why else None
        )
