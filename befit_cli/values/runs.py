"""The runs of a week that strength is laid round."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from msgspec.structs import replace

from befit_cli.language import _
from befit_cli.values.athlete import Athlete, hidden_sign
from befit_cli.values.base import Value
from befit_cli.values.enums import Day

MOST_OF_TITLE = 60
"""The most characters of what a running plan calls a run."""


class Run(StrEnum):
    """A run that strength keeps clear of; hard is intervals, tempo, hills or a race."""

    HARD = "hard"
    LONG = "long"
    RACE = "race"


_NO_NAMES = frozenset({"", f"{Run.HARD} run", f"{Run.LONG} run"})


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
    tune_ups: tuple[Day, ...] = ()
    """Days of those hard runs that are races before the one that the block leads to."""
    race: Day | None = None
    """The day of the race that the block leads to, where it is in this week."""
    source: RunSource = RunSource.PROFILE
    """The strongest source that says something of the week."""
    titles: tuple[tuple[Day, str], ...] = ()
    """What the runner's own running plan calls key runs of the week, Monday first."""

    @property
    def key_days(self) -> tuple[tuple[Day, ...], ...]:
        """The days of hard runs, of long ones and of races: two weeks with the same are alike."""
        return self.hard, self.long, self.tune_ups

    @property
    def names(self) -> dict[Day, str]:
        """The titles by their days, with one blank between words; but for such as `Long run`, which
        say no more than everybody does.
        """
        names = {day: " ".join(title.split()) for day, title in self.titles}
        return {day: name for day, name in names.items() if name.casefold() not in _NO_NAMES}

    def of_race_week(self, race: Day) -> Runs:
        """The same with the race on that day: it is the week's long run, and nobody runs hard in
        the two days before it or later.
        """
        hard = tuple([day for day in self.hard if day.rank < race.rank - 2])
        return replace(self, hard=hard, long=(), race=race)

    def on(self, day: Day) -> Run | None:
        """The key run of that day; a day that is both counts as long."""
        if day in self.long:
            return Run.LONG
        return Run.HARD if day in self.hard else None

    def title(self, day: Day) -> str:
        """What the running plan calls the key run of that day; empty where nobody says it."""
        return self.names.get(day, "")


def title_fault(title: str) -> str:
    """What keeps the text from being the title of a run; empty where nothing does."""
    if len(title) > MOST_OF_TITLE:
        return _(
            "has {number:,} characters, and the title of a run {most} at most",
            number=len(title),
            most=MOST_OF_TITLE,
        )
    return hidden_sign(title)


def usual_runs(athlete: Athlete, starts: date | None = None) -> Runs:
    """The runs that the athlete has in every week, or in that of the race if the week that begins
    on the Monday `starts` has it.
    """
    long = () if athlete.long_run is None else (athlete.long_run,)
    runs = Runs(hard=athlete.hard_runs, long=long)
    race_date = athlete.race_date
    if starts and race_date and starts <= race_date < starts + timedelta(weeks=1):
        return runs.of_race_week(Day.of(race_date))
    return runs
