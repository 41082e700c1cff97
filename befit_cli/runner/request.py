"""What is asked, by an option or else the profile -> the athlete, the catalogue and the season."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from befit_cli.catalogue.load import load_catalogue
from befit_cli.errors import BefitError, Cause, UsageError
from befit_cli.runner.adjustments import ADJUSTED, Adjusted, RealWeeks, read_adjusted
from befit_cli.runner.beginning import Beginning, Block, anew, beginning
from befit_cli.runner.kinds import Saying
from befit_cli.runner.near_days import read_day
from befit_cli.runner.options import START, WEEKS
from befit_cli.runner.races import read_race
from befit_cli.runner.swaps import refuse_swaps
from befit_cli.runner.words import merged, read_athlete, spoken
from befit_cli.values import Athlete, Catalogue, Day, Race, Season, SeasonWeek

_RACE = "race"
_RACE_DATE = "race-date"
_NEXT = "befit init asks for another day, and --weeks 8 plans without one."
_AGAIN = "befit init begins another block, with general strength again."
_OF_A_DATE = frozenset({Cause.RACE_IS_OVER, Cause.RACE_IS_FAR, Cause.DATE_WITHOUT_RACE})
"""What a date of the profile may be the cause of."""


class Request(NamedTuple):
    """What is asked for."""

    words: Mapping[str, Any]
    """What options and profile say together, by the option's name."""
    athlete: Athlete
    """Whom the words describe."""
    catalogue: Catalogue
    """The exercises to plan from."""
    profile: Mapping[str, Any] = MappingProxyType({})
    """What the profile says alone."""


class Planned(NamedTuple):
    """The block that is asked for."""

    season: Season
    remark: str
    """What to tell of where it begins; empty where that is what was said or known."""


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
        return Request(options, read_athlete(options, exercises), exercises)
    from befit_cli.runner.profile import load_profile

    known, exercises = load_profile(profile, catalogue)
    otherwise = dict(known)
    if options.get(WEEKS.name) is not None or _is_without_race(options):
        # a length of its own, or no race, is another block than the one to the profile's race
        otherwise.pop(_RACE_DATE, None)
    if adjusted := otherwise.get(ADJUSTED):
        otherwise[ADJUSTED] = {day: _unsaid(own, options) for day, own in adjusted.items()}
    words = merged(options, otherwise)
    return Request(words, read_athlete(words, exercises), exercises, known)


def _unsaid(own: Mapping[str, Any], options: Mapping[str, Any]) -> dict[str, Any]:
    """What one week has that no option says: an option beats the profile in every week."""
    said = spoken(options)
    return {name: value for name, value in own.items() if name not in said}


def read_block(options: Mapping[str, Any], request: Request, today: date) -> Planned:
    """The block that begins when an option says, else when the profile's did, else now, and ends
    with the race or after its weeks: those of an option, else, without a race date, the profile's.

    A length of its own makes it another block than the profile's; another race does not. Raises
    UsageError where a length and a race date are both said, and BefitError for a race that is over
    or too far away, and for a block of the profile that is over.
    """
    athlete = request.athlete
    refuse_swaps(athlete, request.catalogue)
    weeks = options.get(WEEKS.name)
    if weeks is not None and athlete.race_date is not None:
        raise UsageError(
            "--weeks and --race-date do not go together: the date says how long the block is."
        )
    start = options.get(START.name)
    length = _weeks(options if weeks is not None else request.words, request.catalogue)
    wanted = Block(athlete, length)
    try:
        if start is not None:
            begun = Beginning(read_day(Saying(start, f"--{START.name}", request.catalogue), today))
        elif weeks is not None:
            begun = anew(wanted, request.catalogue, today)
        else:
            begun = beginning(_known(request), wanted, request.catalogue, today)
        season = wanted.season(begun.day)
        if adjusted := request.words.get(ADJUSTED):
            season = wanted.season(begun.day, _real_weeks(adjusted, request, season))
    except BefitError as error:
        if error.cause not in _OF_A_DATE or options.get(_RACE_DATE) is not None:
            raise
        # who did not say the date does not know what to change
        raise BefitError(error.message, f"Your profile says so: {_NEXT}") from None
    if start is None:
        _refuse_what_is_over(season, athlete, today)
    return Planned(season, f"{begun.remark} {begun.instead}".strip())


def _real_weeks(adjusted: Adjusted, request: Request, usual: Season) -> RealWeeks:
    """The weeks that are otherwise in a block whose usual weeks are these."""

    def days() -> tuple[Day, ...]:
        from befit_cli.planning.planner import usual_days

        return usual_days(request.athlete, request.catalogue, usual)

    return read_adjusted(adjusted, request.words, request.athlete, request.catalogue, days)


def beginning_for(known: Request, athlete: Athlete, today: date) -> Beginning:
    """Where the block of the profile begins when it says this athlete from now on: where it began
    before, as long as that one goes on. Raises BefitError for a block that cannot be.
    """
    before = _known(known)
    wanted = before._replace(athlete=athlete)
    if before.is_over(today):
        return anew(wanted, known.catalogue, today)
    return beginning(before, wanted, known.catalogue, today)


def begun_anew(known: Request, athlete: Athlete, today: date) -> Beginning:
    """Where the block of the profile begins when it says this athlete and is to begin anew."""
    return anew(_known(known)._replace(athlete=athlete), known.catalogue, today)


def pick_week(season: Season, number: int) -> SeasonWeek:
    """The season's week of that number; raises UsageError where there is none."""
    last = len(season)
    if not 1 <= number <= last:
        raise UsageError(f"--week {number} is not in the block: it has {last} weeks, 1 to {last}.")
    return season[number - 1]


def _is_without_race(options: Mapping[str, Any]) -> bool:
    """Whether the options say that there is no race."""
    race = options.get(_RACE)
    return race is not None and read_race(str(race)) is Race.NONE


def _known(request: Request) -> Block:
    """The block that the profile says."""
    words, catalogue = request.profile, request.catalogue
    begun = words.get(START.name)
    return Block(
        read_athlete(words, catalogue),
        _weeks(words, catalogue),
        begun=None if begun is None else START.read(begun, catalogue),
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
        over = f"Your block ended on {last}."
    else:
        over = f"The race on {athlete.race_date} is over."
    following = _AGAIN if athlete.race is Race.NONE else _NEXT
    raise BefitError(over, f"When you are ready for more: {following}")
