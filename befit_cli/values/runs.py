"""The runs of a week that strength is laid round."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from befit_cli.values.base import Value
from befit_cli.values.enums import Day

if TYPE_CHECKING:
    from befit_cli.values.athlete import Athlete


class Run(StrEnum):
    """A run that strength keeps clear of; hard is intervals, tempo, hills or a race."""

    HARD = "hard"
    LONG = "long"
    RACE = "race"


class RunSource(StrEnum):
    """Who says when the runs of a week are; the later the stronger."""

    PROFILE = "profile"
    PLAN = "plan"
    ADJUSTED = "adjusted"


class Runs(Value, frozen=True, kw_only=True):
    """The days of a week's key runs, Monday first."""

    hard: tuple[Day, ...] = ()
    """Days of hard runs."""
    long: tuple[Day, ...] = ()
    """Days of long runs: mostly one, now and then two in a row."""
    race: Day | None = None
    """The day of the race that the block leads to, where it is in this week."""
    source: RunSource = RunSource.PROFILE
    """The strongest source that says something of the week."""
    titles: tuple[tuple[Day, str], ...] = ()
    """What the runner's own running plan calls key runs of the week, Monday first."""

    @property
    def key_days(self) -> tuple[tuple[Day, ...], tuple[Day, ...]]:
        """The days of hard runs and those of long ones: two weeks with the same are alike."""
        return self.hard, self.long

    def on(self, day: Day) -> Run | None:
        """The key run of that day; a day that is both counts as long."""
        if day in self.long:
            return Run.LONG
        return Run.HARD if day in self.hard else None


def usual_runs(athlete: Athlete, starts: date | None = None) -> Runs:
    """The runs that the athlete has in every week, and the race if the week that begins on the
    Monday `starts` has it.
    """
    race_date = athlete.race_date
    race = None
    if starts and race_date and starts <= race_date < starts + timedelta(weeks=1):
        race = tuple(Day)[race_date.weekday()]
    long = () if athlete.long_run is None else (athlete.long_run,)
    return Runs(hard=athlete.hard_runs, long=long, race=race)
