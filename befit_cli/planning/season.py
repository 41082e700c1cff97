"""Race, dates and level -> where every week of the block stands: its phase, its stretch, deload or
taper.
"""

from __future__ import annotations

from datetime import date, timedelta

from befit_cli.errors import BefitError, Cause
from befit_cli.evidence.block import (
    BLOCK_WEEKS,
    BUILD_WEEKS_USUAL,
    DEFAULT_WEEKS,
    STRETCH_PHASES,
    race_day,
    taper_weeks,
)
from befit_cli.values import Athlete, Level, Season, Stretch, usual_runs


def plan_season(athlete: Athlete, start: date, weeks: int | None = None) -> Season:
    """Every week from the one that holds `start` to the race.

    Without a race date the block has `weeks` weeks, or the race's default, and ends on a Sunday.
    Raises BefitError for a race in the past or further away than befit plans.
    """
    first = _monday(start)
    race_on = race_day(athlete.race_date, first, weeks or DEFAULT_WEEKS[athlete.race])
    of = (_monday(race_on) - first).days // 7 + 1
    _check_length(of, start, race_on)
    runs = []
    for week in range(of):
        monday = first + timedelta(weeks=week)
        runs.append(usual_runs(athlete, monday))
    taper = taper_weeks(athlete.race, of, race_on)
    return Season(
        stretches=_stretches(athlete.level, of, taper),
        starts=first,
        race_day=race_on,
        runs=tuple(runs),
    )


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _check_length(of: int, start: date, race_on: date) -> None:
    if race_on < start:
        raise BefitError(
            f"The race on {race_on} is before {start}.",
            cause=Cause.RACE_IS_OVER,
        )
    if of > BLOCK_WEEKS.high:
        begin = _monday(race_on) - timedelta(weeks=BLOCK_WEEKS.high - 1)
        raise BefitError(
            f"The race on {race_on} is {of} weeks away, and a block has at most "
            f"{BLOCK_WEEKS.high}.",
            cause=Cause.RACE_IS_FAR,
            begin=begin,
        )


def _stretches(level: Level, of: int, taper: int) -> tuple[Stretch, ...]:
    """A block of so many weeks, the last of which taper: a deload comes after each stretch but the
    last.
    """
    sizes = _build_weeks(of - taper)
    phases = STRETCH_PHASES[level][len(sizes) - 1]
    stretches: list[Stretch] = []
    first = 1
    for number, (size, phase) in enumerate(zip(sizes, phases, strict=True)):
        last = number == len(sizes) - 1
        eased = taper if last else 1
        stretch = Stretch(
            number=number,
            phase=phase,
            first=first,
            build=size,
            eased=eased,
            tapers=last,
        )
        stretches.append(stretch)
        first += size + eased
    return tuple(stretches)


def _build_weeks(build: int) -> tuple[int, ...]:
    """Build weeks of each stretch, when every one but the last has a deload after it: as near to
    the usual number as it goes (R34).
    """
    # 1. How many stretches: each with its deload is one usual length, and as the last has none, the
    #    block counts a week more. Half a length is rounded up.
    usual = BUILD_WEEKS_USUAL + 1
    count = max(1, (build + 1 + usual // 2) // usual)
    # 2. The deloads between them don't build; the weeks that are left are shared out.
    size, longer = divmod(build - (count - 1), count)
    # 3. What does not divide goes to the first: growth is slowest there.
    sizes = [size] * count
    for place in range(longer):
        sizes[place] += 1
    return tuple(sizes)
