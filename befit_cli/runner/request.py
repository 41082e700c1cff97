"""What is asked, by an option or else the profile -> the athlete, the catalogue and the season."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from msgspec.structs import replace

from befit_cli.catalogue.load import load_catalogue
from befit_cli.errors import BefitError, Cause, UsageError
from befit_cli.language import Language, _, message
from befit_cli.language import spoken as spoken_language
from befit_cli.runner.adjustments import (
    ADJUSTED,
    ALL_USUAL,
    RealWeeks,
    read_adjusted,
    with_days,
)
from befit_cli.runner.beginning import Beginning, Block, anew, beginning
from befit_cli.runner.kinds import Saying, is_none
from befit_cli.runner.near_days import read_beginning
from befit_cli.runner.options import RUNS, RUNS_AS, START, WEEKS
from befit_cli.runner.races import read_race
from befit_cli.runner.swaps import refuse_swaps
from befit_cli.runner.time_off import still_off, weeks_off
from befit_cli.runner.weights import WEIGHTS, weights_of
from befit_cli.runner.words import merged, read_athlete, spoken
from befit_cli.values import (
    NOTHING_LOGGED,
    Athlete,
    Catalogue,
    Day,
    History,
    Race,
    Runs,
    Season,
    SeasonWeek,
    Value,
    Weights,
)

if TYPE_CHECKING:
    from befit_cli.values.running_plan import RunningPlan

_RACE = "race"
_RACE_DATE = "race-date"
_UNITS = "units"
_NEXT = message("befit init asks for another day, and --weeks 8 plans without one.")
_NEXT_PLAN = message(
    "Give the plan of your next race, or another day with --race-date, or say --weeks 8."
)
_AGAIN = message("befit init begins another block, with general strength again.")
_OF_A_DATE = frozenset({Cause.RACE_IS_OVER, Cause.RACE_IS_FAR, Cause.DATE_WITHOUT_RACE})
"""What a date of the profile may be the cause of."""


class Request(Value, frozen=True):
    """What is asked for."""

    words: Mapping[str, Any]
    """What options and profile say together, by the option's name."""
    athlete: Athlete
    """Whom the words describe."""
    catalogue: Catalogue
    """The exercises to plan from."""
    profile: Mapping[str, Any] = MappingProxyType({})
    """What the profile says alone."""
    running: RunningPlan | None = None
    """The runner's running plan, if they have one."""
    by_plan: Mapping[str, str] = MappingProxyType({})
    """What that plan says in place of options, where neither they nor the profile do."""
    history: History = NOTHING_LOGGED
    """What the runner logged."""
    language: Language = Language.EN
    """What their plan is in, and the exercises' names."""

    @property
    def weights(self) -> Weights:
        """The weights that the runner owns: their profile says them in its own units."""
        whose = self.profile if WEIGHTS in self.profile else self.words
        units = {name: said for name, said in whose.items() if name == _UNITS}
        return weights_of(whose.get(WEIGHTS), read_athlete(units, self.catalogue).units)


class Planned(NamedTuple):
    """The block that is asked for."""

    season: Season
    remarks: tuple[str, ...]
    """What to tell of where it begins, and of a running plan that does not go with it; empty where
    all is what was said or known.
    """


def read_request(
    options: Mapping[str, Any], catalogue: Path | None, profile: Path | None
) -> Request:
    """What the options say, and what the profile says where they say nothing; `catalogue` beats the
    one that the profile names.

    Raises BefitError for files that cannot be read or have faults, and UsageError for words that
    mean nothing.
    """
    if profile is None:
        exercises = load_catalogue(catalogue)
        athlete = read_athlete(options, exercises)
        return Request(options, athlete, exercises, language=spoken_language())
    from befit_cli.runner.profile import load_profile

    return with_profile(options, *load_profile(profile, catalogue))


def with_profile(
    options: Mapping[str, Any], known: Mapping[str, Any], exercises: Catalogue
) -> Request:
    """What the options say, and what a profile says, that has these words, where they say nothing;
    raises UsageError for words that mean nothing.
    """
    otherwise = dict(known)
    if options.get(WEEKS.name) is not None or _is_without_race(options):
        # a length of its own, or no race, is another block than the one to the profile's race
        otherwise.pop(_RACE_DATE, None)
    if adjusted := otherwise.get(ADJUSTED):
        otherwise[ADJUSTED] = {day: _unsaid(own, options) for day, own in adjusted.items()}
    words = merged(options, otherwise)
    athlete = read_athlete(words, exercises)
    return Request(words, athlete, exercises, known, language=spoken_language())


def with_running_plan(request: Request, plan: RunningPlan, options: Mapping[str, Any]) -> Request:
    """The request of a runner who has this running plan: what neither options nor profile say, the
    plan does.
    """
    from befit_cli.runner.running_weeks import words_of_plan

    told = words_of_plan(plan)
    own = options.get(WEEKS.name) is not None or _is_without_race(request.words)
    if own or options.get(_RACE_DATE) is not None or _said(request.words, _RACE_DATE):
        # a length of its own, or no race, is another block than the one that the plan leads to
        told.pop(_RACE_DATE, None)
    if own or _said(request.words, _RACE_DATE) or _RACE_DATE in told:
        told.pop(WEEKS.name, None)
    by_plan = _unsaid_by(request.words, told)
    known = request.profile
    if options.get(RUNS.name) is None:
        # the block that the profile knows is the one that its running plan leads to
        known = {**known, **_unsaid_by(known, by_plan)}
    words = {**request.words, **by_plan}
    return replace(
        request,
        words=words,
        athlete=read_athlete(words, request.catalogue),
        profile=known,
        running=plan,
        by_plan=by_plan,
    )


def _unsaid_by(words: Mapping[str, Any], told: Mapping[str, str]) -> dict[str, str]:
    """What is told that the words don't say; that a race has no date says nothing."""
    unsaid = {name for name in told if words.get(name) is None}
    if not _said(words, _RACE_DATE):
        unsaid.add(_RACE_DATE)
    return {name: said for name, said in told.items() if name in unsaid}


def _said(words: Mapping[str, Any], name: str) -> bool:
    """Whether the words say it, and not that there is none."""
    return words.get(name) is not None and not is_none(words[name])


def _unsaid(own: Mapping[str, Any], options: Mapping[str, Any]) -> dict[str, Any]:
    """What one week has that no option says: an option beats the profile in every week."""
    said = spoken(options)
    return {name: value for name, value in own.items() if name not in said}


def read_block(
    options: Mapping[str, Any], request: Request, today: date, *, also_over: bool = False
) -> Planned:
    """The block that begins when an option says, else when the profile's did, else now, and ends
    with the race or after its weeks: those of an option, else, without a race date, the profile's.

    A length of its own makes it another block than the profile's; another race does not. Raises
    UsageError where a length and a race date are both said, and BefitError for a race that is over
    or too far away, and for a block of the profile that is over, unless `also_over` asks for it.
    """
    athlete = request.athlete
    refuse_swaps(athlete, request.catalogue)
    weeks = options.get(WEEKS.name)
    if weeks is not None and athlete.race_date is not None:
        raise UsageError(
            _("--weeks and --race-date do not go together: the date says how long the block is.")
        )
    start = options.get(START.name)
    length = _weeks(options if weeks is not None else request.words, request.catalogue)
    wanted = Block(athlete, length, history=request.history)
    try:
        if start is not None:
            said = Saying(start, f"--{START.name}", request.catalogue)
            begun = Beginning(read_beginning(said, today))
        elif weeks is not None:
            begun = anew(wanted, request.catalogue, today)
        else:
            begun = beginning(_known(request), wanted, request.catalogue, today)
        season = wanted.season(begun.day, today)
        real, told = _real_weeks(options, request, season, today)
        if real != ALL_USUAL:
            season = wanted.season(begun.day, today, real)
    except BefitError as error:
        if error.cause not in _OF_A_DATE or options.get(_RACE_DATE) is not None:
            raise
        # who did not say the date does not know what to change
        if _RACE_DATE in request.by_plan:
            advice = _("Your running plan says so: {advice}", advice=_(_NEXT_PLAN))
            raise BefitError(error.message, advice) from None
        advice = _("Your profile says so: {advice}", advice=_(_NEXT))
        raise BefitError(error.message, advice) from None
    if start is None and not also_over:
        _refuse_what_is_over(season, athlete, today)
    remark = f"{begun.remark} {begun.instead}".strip()
    off = still_off(request.history, today)
    return Planned(season, ((remark,) if remark else ()) + told + off)


def _real_weeks(
    options: Mapping[str, Any], request: Request, usual: Season, today: date
) -> tuple[RealWeeks, tuple[str, ...]]:
    """The weeks that are otherwise in a block whose usual weeks are these, and what to tell of a
    running plan that does not go with them.
    """
    planned: dict[date, Runs] = {}
    told: tuple[str, ...] = ()
    if request.running is not None:
        planned, told = _planned_runs(options, request, request.running, usual)
    adjusted = {**request.words.get(ADJUSTED, {}), **weeks_off(request.history, today)}
    if not adjusted:
        return replace(ALL_USUAL, runs=planned), told

    def days() -> tuple[Day, ...]:
        from befit_cli.planning.planner import usual_days

        return usual_days(request.athlete, request.catalogue, usual)

    real = read_adjusted(
        adjusted,
        request.words,
        request.athlete,
        request.catalogue,
        days,
        planned,
        request.history,
    )
    return real, told


def _planned_runs(
    options: Mapping[str, Any], request: Request, plan: RunningPlan, usual: Season
) -> tuple[dict[date, Runs], tuple[str, ...]]:
    """The key runs that the running plan has in its weeks, by their Mondays, and what to tell of
    weeks of the block that it has none for.
    """
    from befit_cli.runner.corrections import corrections_of
    from befit_cli.runner.running_weeks import corrected, dated, differences, key_runs

    athlete = request.athlete
    # The runs go on while the block waits: its weeks stand where they stood.
    last = usual.race_day - timedelta(weeks=len(usual.waited))
    plan = corrected(dated(plan, last), corrections_of(request.words.get(RUNS_AS)))
    planned = key_runs(plan, usual.usual, athlete.race_date)
    if options.get(RUNS.name) is None:
        # an option beats what the profile names
        said = spoken(options)
        planned = {monday: with_days(runs, athlete, said) for monday, runs in planned.items()}
    return planned, tuple(differences(plan, usual, athlete, options.get(RUNS.name)))


def beginning_for(known: Request, athlete: Athlete, today: date) -> Beginning:
    """Where the block of the profile begins when it says this athlete from now on: where it began
    before, as long as that one goes on. Raises BefitError for a block that cannot be.
    """
    before = _known(known)
    wanted = replace(before, athlete=athlete)
    if before.is_over(today):
        return anew(wanted, known.catalogue, today)
    return beginning(before, wanted, known.catalogue, today)


def begun_anew(known: Request, athlete: Athlete, today: date) -> Beginning:
    """Where the block of the profile begins when it says this athlete and is to begin anew."""
    return anew(replace(_known(known), athlete=athlete), known.catalogue, today)


def pick_week(season: Season, number: int) -> SeasonWeek:
    """The season's week of that number; raises UsageError where there is none."""
    last = len(season)
    if not 1 <= number <= last:
        raise UsageError(
            _(
                "--week {week} is not in the block: it has {last} weeks, 1 to {last}.",
                week=number,
                last=last,
            )
        )
    return season[number - 1]


def _is_without_race(words: Mapping[str, Any]) -> bool:
    """Whether the words say that there is no race."""
    race = words.get(_RACE)
    return race is not None and read_race(str(race)) is Race.NONE


def _known(request: Request) -> Block:
    """The block that the profile says."""
    words, catalogue = request.profile, request.catalogue
    begun = words.get(START.name)
    return Block(
        read_athlete(words, catalogue),
        _weeks(words, catalogue),
        begun=None if begun is None else START.read(begun, catalogue),
        history=request.history,
    )


def _weeks(words: Mapping[str, Any], catalogue: Catalogue) -> int | None:
    """How long the words say that a block is; None where they don't."""
    weeks = words.get(WEEKS.name)
    return None if weeks is None else WEEKS.read(weeks, catalogue)


def _refuse_what_is_over(season: Season, athlete: Athlete, today: date) -> None:
    last = season.race_day
    if today <= last:
        return
    if athlete.race_date is None:
        over = _("Your block ended on {day}.", day=last)
    else:
        over = _("The race on {day} is over.", day=athlete.race_date)
    following = _AGAIN if athlete.race is Race.NONE else _NEXT
    raise BefitError(over, _("When you are ready for more: {advice}", advice=_(following)))
