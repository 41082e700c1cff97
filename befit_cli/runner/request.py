"""What is asked, by an option or else the profile -> the athlete, the catalogue and the season."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from befit_cli.catalogue.load import load_catalogue
from befit_cli.errors import BefitError, UsageError
from befit_cli.planning.season import plan_season
from befit_cli.runner.options import START, WEEKS
from befit_cli.runner.races import read_race
from befit_cli.runner.swaps import refuse_swaps
from befit_cli.runner.words import merged, read_athlete
from befit_cli.values import Athlete, Catalogue, Race, Season, SeasonWeek

_RACE = "race"
_RACE_DATE = "race-date"
_NEXT = "befit init asks for another day, and --weeks 8 plans without one."
_AGAIN = "befit init begins another block, with general strength again."


class Request(NamedTuple):
    """What is asked for."""

    words: Mapping[str, Any]
    """What options and profile say together, by the option's name."""
    athlete: Athlete
    """Whom the words describe."""
    catalogue: Catalogue
    """The exercises to plan from."""


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

    otherwise, exercises = load_profile(profile, catalogue)
    if options.get(WEEKS.name) is not None or _is_without_race(options):
        # a length of its own, or no race, is another block than the one to the profile's race
        otherwise.pop(_RACE_DATE, None)
    words = merged(options, otherwise)
    return Request(words, read_athlete(words, exercises), exercises)


def read_season(options: Mapping[str, Any], request: Request, today: date) -> Season:
    """The block that begins when an option says, else when the profile does, else today, and ends
    with the race or after its weeks: those of an option, else, without a race date, the profile's.

    Another race date or length than the profile's is another block, and begins today. Raises
    UsageError where both are said, and BefitError for a race that is over or too far away, and for
    a block of the profile that is over.
    """
    athlete = request.athlete
    refuse_swaps(athlete, request.catalogue)
    weeks = options.get(WEEKS.name)
    if weeks is not None and athlete.race_date is not None:
        raise UsageError(
            "--weeks and --race-date do not go together: the date says how long the block is."
        )
    length = _weeks(options if weeks is not None else request.words, athlete, request.catalogue)
    # with one of these it is a block of its own, not the one that the profile began
    another = any(options.get(name) is not None for name in (START.name, WEEKS.name, _RACE_DATE))
    begun = (options if another else request.words).get(START.name)
    start = today if begun is None else START.read(begun, request.catalogue)
    try:
        season = plan_season(athlete, start, length)
    except BefitError as error:
        if athlete.race_date is None or options.get(_RACE_DATE) is not None:
            raise
        # who did not say the date does not know what to change
        raise BefitError(error.message, f"Your profile says so: {_NEXT}") from None
    if not another:
        _refuse_what_is_over(season, athlete, today)
    return season


def pick_week(season: Season, number: int) -> SeasonWeek:
    """The season's week of that number; raises UsageError where there is none."""
    last = len(season)
    if not 1 <= number <= last:
        raise UsageError(f"--week {number} is not in the block: it has {last} weeks, 1 to {last}.")
    return season[number - 1]


def first_week(known: Request, athlete: Athlete, today: date) -> date:
    """The Monday that the athlete's block begins on: the known one's, where it is still on and
    leads to the same race, else this week's.
    """
    monday = today - timedelta(days=today.weekday())
    began = known.words.get(START.name)
    before = (known.athlete.race, known.athlete.race_date)
    if began is None or (athlete.race, athlete.race_date) != before:
        return monday
    start: date = START.read(began, known.catalogue)
    if plan_season(athlete, start, _weeks(known.words, athlete, known.catalogue)).race_day < today:
        return monday
    return start - timedelta(days=start.weekday())


def week_on(season: Season, day: date) -> int:
    """The number of the season's week that has the day; 1 for a day before or after it."""
    for week in season:
        if 0 <= (day - week.starts).days < 7:
            return week.number
    return 1


def _is_without_race(options: Mapping[str, Any]) -> bool:
    """Whether the options say that there is no race."""
    race = options.get(_RACE)
    return race is not None and read_race(str(race)) is Race.NONE


def _weeks(words: Mapping[str, Any], athlete: Athlete, catalogue: Catalogue) -> int | None:
    """How long the words say that a block is; None where they don't, and with a race date, which
    says it by itself.
    """
    weeks = words.get(WEEKS.name)
    if weeks is None or athlete.race_date is not None:
        return None
    length: int = WEEKS.read(weeks, catalogue)
    return length


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
