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
from befit_cli.runner.words import merged, read_athlete
from befit_cli.values import Athlete, Catalogue, Season, SeasonWeek

_RACE_DATE = "race-date"
_NEXT = "befit init asks for another day, and --weeks 8 plans without one."


class Request(NamedTuple):
    """What was said of the athlete, and the athlete and the catalogue that it means."""

    said: Mapping[str, Any]
    athlete: Athlete
    catalogue: Catalogue


def read_request(given: Mapping[str, Any], catalogue: Path | None, profile: Path | None) -> Request:
    """What is given, and what the profile says where nothing is; `catalogue` beats the one that the
    profile names.

    Raises BefitError for files that cannot be read or have faults, and UsageError for words that
    mean nothing.
    """
    if profile is None:
        exercises = load_catalogue(catalogue)
        return Request(given, read_athlete(given, exercises), exercises)
    from befit_cli.runner.profile import load_profile

    said, exercises = load_profile(profile, catalogue)
    if given.get(WEEKS.name) is not None:
        # a length of its own is another block than the one to the profile's race
        said.pop(_RACE_DATE, None)
    both = merged(given, said)
    return Request(both, read_athlete(both, exercises), exercises)


def read_season(given: Mapping[str, Any], request: Request, today: date) -> Season:
    """The block that begins when it is given to, else when the profile says, else today, and ends
    with the race or after its weeks.

    Another race date or length than the profile's is another block, and begins today. Raises
    UsageError where both are given, and BefitError for a race that is over or too far away, and for
    a block of the profile that is over.
    """
    athlete = request.athlete
    weeks = given.get(WEEKS.name)
    if weeks is not None and athlete.race_date is not None:
        raise UsageError(
            "--weeks and --race-date do not go together: the date says how long the block is."
        )
    length = None if weeks is None else WEEKS.read(weeks, request.catalogue)
    begun = [given.get(name) for name in (START.name, WEEKS.name, _RACE_DATE)]
    own = begun == [None, None, None]
    start = (request.said if own else given).get(START.name)
    first = today if start is None else START.read(start, request.catalogue)
    try:
        season = plan_season(athlete, first, length)
    except BefitError as error:
        if athlete.race_date is None or given.get(_RACE_DATE) is not None:
            raise
        raise BefitError(error.message, f"Your profile says so: {_NEXT}") from None
    if own and today > season.race_day:
        over = (
            f"Your block ended on {season.race_day}"
            if athlete.race_date is None
            else f"The race on {athlete.race_date} is over"
        )
        raise BefitError(f"{over}.", f"When you are ready for more: {_NEXT}")
    return season


def pick_week(season: Season, number: int) -> SeasonWeek:
    """The season's week of that number; raises UsageError where there is none."""
    if not 1 <= number <= len(season):
        raise UsageError(
            f"--week {number} is not in the block: it has {len(season)} weeks, 1 to {len(season)}."
        )
    return season[number - 1]


def first_week(known: Request, athlete: Athlete, today: date) -> date:
    """The Monday that the athlete's block begins on: the known one's, where it is still on and
    leads to the same race, else this week's.
    """
    monday = today - timedelta(days=today.weekday())
    began = known.said.get(START.name)
    before = (known.athlete.race, known.athlete.race_date)
    if began is None or (athlete.race, athlete.race_date) != before:
        return monday
    start: date = START.read(began, known.catalogue)
    if plan_season(athlete, start).race_day < today:
        return monday
    return start - timedelta(days=start.weekday())


def week_on(season: Season, day: date) -> int:
    """The number of the season's week that has the day; 1 for a day before or after it."""
    for week in season:
        if 0 <= (day - week.starts).days < 7:
            return week.number
    return 1
