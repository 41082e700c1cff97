"""What the commands fetch: the request, with the profile in use; a saved plan; a plan."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from msgspec.structs import replace

from befit_cli import files
from befit_cli.cli.environment import (
    log_path,
    own_catalogue,
    profile_in_use,
    profile_path,
    today,
)
from befit_cli.errors import BefitError
from befit_cli.language import Language, _, speaking, spoken
from befit_cli.runner.alone import NONE
from befit_cli.runner.options import CATALOGUE, RUNS, RUNS_AS, TZ
from befit_cli.runner.request import read_block, read_request, with_running_plan
from befit_cli.values import NOTHING_LOGGED, Value, monday_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date

    from befit_cli.cli.options import Options
    from befit_cli.runner.request import Request
    from befit_cli.values import Catalogue, History, Plan, Season, SeasonWeek, Session, Week, Weeks
    from befit_cli.values.running_plan import RunningPlan


def request_of(options: Options) -> Request:
    """Who the plan is for, by the options, else the profile, else the defaults."""
    return request_from(options.words, options.catalogue, profile_in_use(options.profile))


def runner_of(options: Options) -> Request:
    """As `request_of`, for what has nothing to do with a running plan, which is not read."""
    return read_request(options.words, options.catalogue, profile_in_use(options.profile))


def request_from(words: Mapping[str, Any], catalogue: Path | None, profile: Path | None) -> Request:
    """Who the plan is for, by these words of the options, else the profile, else their running
    plan, else the defaults. Raises BefitError for files that cannot be read.
    """
    request = read_request(words, catalogue, profile)
    return whole_request(request, log_path(profile or profile_path()), words)


def whole_request(request: Request, log: Path | None, words: Mapping[str, Any]) -> Request:
    """The request with what stands in the log, and with the running plan that it names; raises
    BefitError for files that cannot be read.
    """
    request = replace(request, history=_history_in(log, request.catalogue))
    plan = running_plan(request)
    return request if plan is None else with_running_plan(request, plan, words)


def _history_in(path: Path | None, catalogue: Catalogue) -> History:
    """What was logged there, in the catalogue's words; nothing where there is no log."""
    if path is None or not files.is_there(path):
        return NOTHING_LOGGED
    from befit_cli.log.form_names import with_names_of
    from befit_cli.log.log_file import load_log

    return with_names_of(catalogue, load_log(path))


class Runner(Value, frozen=True):
    """A runner whom a profile describes."""

    path: Path
    """Their profile."""
    request: Request
    season: Season
    """The block that they are in."""

    @property
    def adjusted(self) -> dict[date, dict[str, str]]:
        """What single weeks have otherwise, under their Mondays."""
        from befit_cli.runner.adjustments import ADJUSTED

        found: dict[date, dict[str, str]] = self.request.words.get(ADJUSTED, {})
        return found

    @property
    def log(self) -> Path:
        """Their log, whether it is there or not."""
        path = log_path(self.path)
        assert path  # a profile has a place, and the log has one beside it
        return path


def known_runner(named: Path | None, kept: str, *, also_over: bool = False) -> Runner:
    """Whoever the profile describes; raises BefitError where there is none, with the sentence that
    says what is `kept` there, and where their block is over, unless one that is `also_over` will
    do.
    """
    path = profile_in_use(named)
    if path is None:
        raise BefitError(_("There is no profile yet."), _(kept))
    request = request_from({}, own_catalogue(), path)
    return Runner(path, request, known_block(request, also_over=also_over))


def known_block(request: Request, *, also_over: bool = False) -> Season:
    """The block that the profile says; raises BefitError where it is over, unless one that is
    `also_over` will do.
    """
    return read_block({}, request, today(), also_over=also_over).season


def known_request(
    words: Mapping[str, Any], catalogue: Path | None, profile: Path | None
) -> Request:
    """As `request_from`, but a running plan that cannot be read says nothing."""
    try:
        return request_from(words, catalogue, profile)
    except BefitError:
        return read_request(words, catalogue, profile)


def running_plan(request: Request) -> RunningPlan | None:
    """The running plan that the request names, None where it names none; raises BefitError for a
    file that cannot be read.
    """
    named = request.words.get(RUNS.name)
    file = None if named is None else RUNS.read(named, request.catalogue)
    if file is None:
        return None
    from befit_cli.runner.corrections import corrections_of
    from befit_cli.runs.listing import MOST_BYTES
    from befit_cli.runs.running_plan import read_running_plan

    try:
        content = files.read(Path(file), MOST_BYTES)
    except BefitError as error:
        if named != request.profile.get(RUNS.name):
            raise
        raise BefitError(
            _("{wrong} Your profile names it as your running plan.", wrong=error.message),
            _(
                "Say befit init --{option} FILE, or --{option} {none} to plan without it.",
                option=RUNS.name,
                none=NONE,
            ),
        ) from error
    return read_running_plan(
        content,
        file,
        TZ.read(request.words.get(TZ.name) or NONE, request.catalogue),
        corrections_of(request.words.get(RUNS_AS)),
    )


Exercises: TypeAlias = "Callable[[Language], Catalogue]"
"""The exercises that saved plans were made from, by the language of a plan."""


def made_from(options: Options) -> Exercises:
    """The exercises that saved plans were made from: of the profile they alone count, for a plan
    says itself who it is for. What is wrong with them is told now, once, not for each plan.
    """
    profile = profile_in_use(options.profile)

    @cache
    def in_language(language: Language) -> Catalogue:
        with speaking(language):
            return read_request({}, options.catalogue, profile).catalogue

    in_language(spoken())
    return in_language


def saved_plan(file: Path, exercises: Exercises) -> tuple[Plan, Catalogue]:
    """The plan in the file, and what it was made from, in the language in which it names them;
    raises BefitError where it is no plan.
    """
    from befit_cli.recognition import refuse_what_is_no_plan
    from befit_cli.saved.plan_file import language_of_plan, read_plan

    content = files.read(file)
    refuse_what_is_no_plan(file, content)
    catalogue = exercises(language_of_plan(content))
    return read_plan(content, str(file), catalogue), catalogue


def make_plan(request: Request, weeks: Weeks) -> Plan:
    """The plan; that no rule is broken is befit's promise for its own exercises, not for those of
    any file.
    """
    from befit_cli.planning import planner

    try:
        plan = planner.make_plan(
            request.athlete,
            request.catalogue,
            weeks,
            history=request.history,
            weights=request.weights,
            today=today(),
        )
    except planner.BrokenRule as broken:
        if not request.words.get(CATALOGUE.name):
            raise
        raise BefitError(
            _("These exercises leave no plan that keeps every rule ({broken}).", broken=broken),
            _("befit rules tells the rules."),
        ) from broken
    plan = replace(plan, language=request.language)
    if not (request.history.sessions or request.history.away):
        return plan
    from befit_cli.log.standing import with_what_was_done

    return with_what_was_done(plan, request.history)


def make_block(request: Request, season: Season) -> Plan:
    """The whole block, as `make_plan` makes it: what goes for all its weeks is said in one."""
    from befit_cli.planning.notes import said_once

    return said_once(make_plan(request, season))


def sessions_of(request: Request, when: SeasonWeek) -> list[tuple[Week, Session]]:
    """The sessions of that week, by date, each with the week as it is planned."""
    (week,) = make_plan(request, (when,)).weeks
    return [(week, session) for session in week.sessions]


def sessions_from(request: Request, season: Season, day: date) -> Iterator[tuple[Week, Session]]:
    """Likewise those of a block from that day on; a week is planned when it is asked for."""
    for when in season:
        if when.starts < monday_of(day):
            continue
        for week, session in sessions_of(request, when):
            if session.date >= day:
                yield week, session
