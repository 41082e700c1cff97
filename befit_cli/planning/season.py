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
    STRETCH_PHASES,
    race_day,
    taper_weeks,
)
from befit_cli.values import Athlete, Phase, SeasonWeek


def plan_season(athlete: Athlete, start: date, weeks: int | None = None) -> tuple[SeasonWeek, ...]:
    """Every week from the one that holds `start` to the race.

    Without a race date the block has `weeks` weeks, or the race's default, and ends on a Sunday.
    Raises BefitError for a race in the past or further away than befit plans.
    """
    first = _monday(start)
    race_on = race_day(athlete.race_date, first, weeks or DEFAULT_WEEKS[athlete.race])
    of = (_monday(race_on) - first).days // 7 + 1
    _check_length(of, start, race_on)
    taper = taper_weeks(athlete.race, of, race_on)
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
                    race_day=race_on,
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


def _check_length(of: int, start: date, race_on: date) -> None:
    if race_on < start:
        raise BefitError(
            f"The race on {race_on} is before {start}.",
            "Give the date of your next race with --race-date.",
        )
    if of > BLOCK_WEEKS.high:
        begin = _monday(race_on) - timedelta(weeks=BLOCK_WEEKS.high - 1)
        raise BefitError(
            f"The race on {race_on} is {of} weeks away, and a block has at most "
            f"{BLOCK_WEEKS.high}.",
            f"Start it on {begin} (--start {begin}), or plan without --race-date until then.",
        )


def _stretches(build: int) -> tuple[int, ...]:
    """Build weeks of each stretch, when every stretch but the last has a deload after it: as near
    to the usual number as it goes (R34).
    """
    count = max(1, (build + 1 + (BUILD_WEEKS_USUAL + 1) // 2) // (BUILD_WEEKS_USUAL + 1))
    size, longer = divmod(build - (count - 1), count)
    return tuple(size + (1 if place < longer else 0) for place in range(count))
