"""Plan: one week, the whole block, or a saved plan in another format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from befit_cli.cli import options as take
from befit_cli.cli.consoles import console, say
from befit_cli.cli.environment import profile_in_use, profile_path, today
from befit_cli.cli.program import command
from befit_cli.language import _, message
from befit_cli.runner.options import CATALOGUE, RUNS, START, WEEKS
from befit_cli.runner.words import OF_ATHLETE
from befit_cli.values import monday_of
from befit_cli.views import FORMATS

if TYPE_CHECKING:
    from pathlib import Path

    from rich.console import Console

    from befit_cli.cli.options import Options
    from befit_cli.cli.output import Export
    from befit_cli.runner.request import Request
    from befit_cli.values import Catalogue, Plan, Season, SeasonWeek

_THEME = message("Plan")
_TAKES = (
    *OF_ATHLETE,
    RUNS,
    START,
    WEEKS,
    take.WEEK,
    take.WHY,
    CATALOGUE,
    take.PROFILE,
    *take.WRITING,
)


@command(
    _THEME,
    message(
        "Plan one week of strength.\n\n"
        "What you leave out comes from your profile, else from the defaults."
    ),
    "befit plan --race half --sessions 3",
    "befit plan --kit home,dumbbell --hard tue,thu --minutes 40 -o plan.md",
    takes=_TAKES,
)
def plan(options: Options) -> None:
    plan_weeks(options, whole=False)


@command(
    _THEME,
    message(
        "Plan every week from now to your race.\n\n"
        "What you leave out comes from your profile, else from the defaults."
    ),
    "befit block --race half --weeks 10",
    "befit block --race marathon -o block.ics --at 18:30",
    takes=(*_TAKES, take.NO_PAGER),
)
def block(options: Options) -> None:
    plan_weeks(options, whole=options.week is None)


@command(
    _THEME,
    message(
        "Show a saved plan, or write it in another format.\n\n"
        "It may be one that you changed; befit check tells whether it still keeps every rule."
    ),
    "befit export plan.md -o plan.html",
    "befit export block.json -o block.ics --at 18:30",
    takes=(take.SAVED, take.MADE_FROM, take.PROFILE, *take.WRITING),
)
def export(options: Options) -> None:
    from befit_cli.cli.output import read_export, send
    from befit_cli.cli.request import made_from, runner_of, saved_plan

    request = runner_of(options)
    wanted = read_export(options, request.words, today())
    saved, catalogue = saved_plan(options.file, made_from(options))
    if wanted is None:
        # as plan shows one week and block shows several
        _show(saved, catalogue, console(), whole=len(saved.weeks) > 1, why=False)
    else:
        send(saved, wanted, catalogue, force=options.force)


def plan_weeks(options: Options, *, whole: bool) -> None:
    """Plan the whole block or one week of it, show or write it, and say what was assumed."""
    from befit_cli.cli.output import read_export, send
    from befit_cli.cli.request import make_block, make_plan, request_of
    from befit_cli.runner.request import read_block

    request = request_of(options)
    # what is wrong with the output is told before anything is planned
    wanted = read_export(options, request.words, today())
    season, told = read_block(options.words, request, today())
    week = None if whole else _one_week(season, options)
    made = make_block(request, season) if week is None else make_plan(request, (week,))
    if wanted is None and whole:
        from befit_cli.cli.pager import paged

        with paged(wanted=options.pager) as screen:
            _show(made, request.catalogue, screen, whole=True, why=options.why)
    elif wanted is None:
        _show(made, request.catalogue, console(), whole=False, why=options.why)
    else:
        send(made, wanted, request.catalogue, force=options.force)
        _say_how_to_update(request, wanted, season)
    if week is not None:
        _say_what_follows(season, week)
    for remark in told:
        say(remark)
    say_where_from(request, options.profile, why=options.why)


def _one_week(season: Season, options: Options) -> SeasonWeek:
    """The week that is asked for, else the one that is on; who says where a block starts sees its
    first.
    """
    from befit_cli.runner.which_week import week_meant

    if options.week is None and options.words.get(START.name) is not None:
        return season[0]
    return week_meant(season, options.week, today())


def _show(plan: Plan, catalogue: Catalogue, screen: Console, *, whole: bool, why: bool) -> None:
    # reasons stand at the exercises, which only the view of weeks shows
    if whole and not why:
        from befit_cli.views import block

        block.show(plan, screen, today())
        return
    from befit_cli.planning.reasons import purposes
    from befit_cli.views import terminal

    told = purposes(plan.athlete, catalogue, plan.weeks) if why else None
    terminal.show(plan, catalogue, screen, told, today())


def _say_how_to_update(request: Request, written: Export, season: Season) -> None:
    """For a calendar of a block that nothing says the beginning of: next week it would begin anew,
    and no event be the same.
    """
    if FORMATS[written.format].times and request.words.get(START.name) is None:
        say(
            _(
                "To update this calendar in a later week, say --start {day} too; befit init keeps "
                "it for you.",
                day=season.starts,
            )
        )


def _say_what_follows(season: Season, shown: SeasonWeek) -> None:
    from befit_cli.views.words import phase_word

    if len(season) == shown.number:
        return
    following = season[shown.number]
    number, phase = following.number, phase_word(following)
    told = _(
        "Week {number}: {phase}. befit plan --week {number} shows it.", number=number, phase=phase
    )
    # another week than the one that is on has no next week that the runner would call so
    if shown.starts == monday_of(today()):
        told = _(
            "Next week: {phase}. befit plan --week {number} shows it.", number=number, phase=phase
        )
    say(told)


def say_where_from(request: Request, profile: Path | None, *, why: bool) -> None:
    """Which profile was read, where reasons are asked for, what was understood as something else
    than was said, and what nobody said.
    """
    from befit_cli.runner.words import assumptions, plan_remark, remarks

    if why:
        say(_profile_words(profile))
    for remark in remarks(request.words):
        say(remark)
    if from_plan := plan_remark(request.by_plan, request.words, request.athlete):
        say(from_plan)
    if assumed := assumptions(request.words, request.athlete):
        say(assumed)


def _profile_words(named: Path | None) -> str:
    path = profile_path(named)
    if path is None:
        return _(
            "Profile: none, and no home folder to keep one in; BEFIT_PROFILE=FILE names another "
            "place."
        )
    if profile_in_use(named):
        return _("Profile: {path}", path=path)
    return _("Profile: none; befit init writes {path}.", path=path)
