"""Race, dates and level -> where every week of the block stands: its phase, its stretch, deload or
taper.
"""

from __future__ import annotations

from datetime import date, timedelta

from befit_cli.errors import BefitError
from befit_cli.evidence.block import (
    BLOCK_WEEKS,
    BUILD_WEEKS_USUAL,
    DEFAULT_WEEKS,
    SHORT_RACE_WEEK,
    STRETCH_PHASES,
    TAPER_WEEKS,
)
from befit_cli.values import Athlete, Phase, SeasonWeek


def plan_season(athlete: Athlete, start: date, weeks: int | None = None) -> tuple[SeasonWeek, ...]:
    """Every week from the one that holds `start` to the race.

    Without a race date the block has `weeks` weeks, or the race's default, and ends on a Sunday.
    Raises BefitError for a race in the past or further away than befit plans.
    """
    first = _monday(start)
    race_day = athlete.race_date or first + timedelta(
        weeks=weeks or DEFAULT_WEEKS[athlete.race], days=-1
    )
    of = (_monday(race_day) - first).days // 7 + 1
    _check_length(of, start, race_day)
    taper = _taper_weeks(athlete, of, race_day)
    sizes = _stretches(of - taper)
    phases = STRETCH_PHASES[athlete.level][len(sizes) - 1]
    season: list[SeasonWeek] = []
    previous: SeasonWeek | None = None
    for stretch, (size, phase) in enumerate(zip(sizes, phases, strict=True)):
        last = stretch == len(sizes) - 1
        start_number = len(season) + 1
        for step in range(size + (taper if last else 1)):
            eased = step >= size
            season.append(
                SeasonWeek(
                    number=len(season) + 1,
                    of=of,
                    starts=first + timedelta(weeks=len(season)),
                    phase=Phase.TAPER if eased and last else phase,
                    deload=eased and not last,
                    taper=eased and last,
                    race_day=race_day,
                    stretch=stretch,
                    stretches=len(sizes),
                    stretch_phase=phase,
                    stretch_start=start_number,
                    step=min(step, max(size - 1, 0)),
                    steps=max(size, 1),
                    taper_step=max(0, step - size),
                    build_weeks=sum(sizes),
                    previous=previous,
                )
            )
        previous = season[start_number + size - 2]
    return tuple(season)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _check_length(of: int, start: date, race_day: date) -> None:
    if race_day < start:
        raise BefitError(
            f"The race on {race_day} is before {start}.",
            "Give the date of your next race with --race-date.",
        )
    if of > BLOCK_WEEKS.high:
        begin = _monday(race_day) - timedelta(weeks=BLOCK_WEEKS.high - 1)
        raise BefitError(
            f"The race on {race_day} is {of} weeks away, and a block has at most "
            f"{BLOCK_WEEKS.high}.",
            f"Start it on {begin} (--start {begin}), or plan without --race-date until then.",
        )


def _taper_weeks(athlete: Athlete, of: int, race_day: date) -> int:
    """R35."""
    short = race_day.weekday() <= SHORT_RACE_WEEK.rank
    return max(1, min(TAPER_WEEKS[athlete.race], of - 1) + short)


def _stretches(build: int) -> tuple[int, ...]:
    """Build weeks of each stretch, when every stretch but the last has a deload after it: as near
    to the usual number as it goes (R34).
    """
    count = max(1, (build + 1 + (BUILD_WEEKS_USUAL + 1) // 2) // (BUILD_WEEKS_USUAL + 1))
    size, longer = divmod(build - (count - 1), count)
    return tuple(size + (1 if place < longer else 0) for place in range(count))
