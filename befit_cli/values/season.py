"""The block from its first week to the race: stretches, weeks, and the slots of a week."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import TypeAlias, overload

from befit_cli.values.athlete import Athlete
from befit_cli.values.base import Value
from befit_cli.values.enums import Day, Load, Phase
from befit_cli.values.runs import Runs


def monday_of(day: date) -> date:
    """The Monday of the week that has the day."""
    return day - timedelta(days=day.weekday())


def training_place(number: int, waited: Iterable[int]) -> int:
    """The place of the week of that number among those that don't wait, from 1, where those waited;
    one that waits has the next one's.
    """
    return number - len([other for other in waited if other < number])


class Stretch(Value, frozen=True, kw_only=True):
    """Build weeks of one phase, and the easier ones after them: a deload, or the taper.

    All of its weeks have the same exercises, which grow from one build week to the next. A build
    week in which nothing was done may wait: it has what the week after it has (R78).
    """

    number: int
    """Its place in the block, from 0."""
    phase: Phase
    """The phase of its build weeks."""
    first: int
    """The number of its first week."""
    build: int
    """How many weeks build; 0 in a block that is all taper."""
    eased: int
    """How many easier weeks come after them."""
    tapers: bool
    """Whether those are the taper: the last stretch of a block to a race."""
    waited: tuple[int, ...] = ()
    """The numbers of those of its weeks that waited, which come on top of the others."""
    waited_before: int = 0
    """How many weeks of the block waited before its first."""

    @property
    def steps(self) -> int:
        """How many steps its exercises grow in, at least one."""
        return max(self.build, 1)

    @property
    def numbers(self) -> range:
        """The numbers of all of its weeks."""
        return range(self.first, self.first + self.build + self.eased + len(self.waited))

    @property
    def place(self) -> int:
        """The place of its first week among the block's weeks that don't wait, from 1."""
        return self.first - self.waited_before

    @property
    def opens(self) -> int:
        """The number of its first week that does not wait."""
        return next(number for number in self.numbers if number not in self.waited)

    @property
    def fullest(self) -> int:
        """The number of its fullest week: the last that builds, or the first where none does."""
        return self.first + self.steps - 1 + len(self.waited)


class SeasonWeek(Value, frozen=True, kw_only=True):
    """Where one week stands in its block, and what the runner runs in it."""

    season: Season
    """The block that it is part of."""
    stretch: Stretch
    """The stretch that it is part of."""
    number: int
    """Its place in the block, from 1."""
    starts: date
    """Its Monday."""
    place: int
    """Its place among the weeks that don't wait, from 1; one that waits has the next one's."""
    step: int
    """Its place among the build weeks of its stretch, from 0, likewise; an easier week keeps the
    last.
    """
    ramp: bool
    """Whether it is one of the first weeks, in which what is hard on the legs is light (R19)."""
    deload: bool
    taper: bool
    runs: Runs
    before: Runs
    """The key runs of the week before."""
    after: Runs
    """Those of the week after."""
    runner: Athlete | None = None
    """The athlete as they are in this week alone; None where they are as always."""
    since: Day | None = None
    """The first day on which it may be otherwise: those before it were over; None for Monday."""
    ill: tuple[Day, ...] = ()
    """Days that would be free, were the athlete not ill."""

    @property
    def stretch_begins(self) -> date:
        """The Monday of the first week of its stretch."""
        return self.season.starts + timedelta(weeks=self.stretch.first - 1)

    @property
    def waits(self) -> bool:
        """Whether nothing was done in it, and the block waited (R78)."""
        return self.number in self.stretch.waited

    @property
    def usual(self) -> bool:
        """Whether it has nothing of its own: neither runs nor a runner other than always."""
        return self.season.is_usual(self.number)

    @property
    def of(self) -> int:
        """How many weeks the block has."""
        return len(self.season)

    @property
    def build(self) -> bool:
        """True for a week that is neither deload nor taper."""
        return not (self.deload or self.taper)

    @property
    def phase(self) -> Phase:
        """The phase of the stretch; a taper is a phase of its own."""
        return Phase.TAPER if self.taper else self.stretch.phase


class Season(Value, frozen=True, kw_only=True):
    """A block, as a sequence of its weeks: `season[0]` is the first."""

    stretches: tuple[Stretch, ...]
    starts: date
    """The Monday of the first week."""
    race_day: date
    """The day of the race, or the Sunday that a block without one ends on."""
    runs: tuple[Runs, ...]
    """The key runs of each week."""
    usual: Runs = Runs()
    """The key runs of a week of which nobody says anything else."""
    runners: tuple[Athlete | None, ...] = ()
    """Who the athlete is in each week, None where they are as always; empty where it is every week.
    """
    since: tuple[Day | None, ...] = ()
    """The first day on which each week may be otherwise; likewise."""
    ill: tuple[tuple[Day, ...], ...] = ()
    """The days of each week that would be free, were the athlete not ill; likewise."""
    ramp: int = 0
    """How many of its first weeks are its ramp (R19), beside those that waited."""
    late: bool = False
    """Whether it begins too near to its race for any session (R39)."""

    @property
    def regular(self) -> bool:
        """Whether every week has the usual key runs and the same runner."""
        return all(map(self._runs_as_usual, self.runs)) and not any(self.runners)

    def is_usual(self, number: int) -> bool:
        """Whether the week of that number has the key runs and the runner of every week."""
        runner = self.runners[number - 1] if self.runners else None
        return runner is None and self._runs_as_usual(self.runs[number - 1])

    def _runs_as_usual(self, runs: Runs) -> bool:
        """Also in the race week, where what the race replaces changes no day of strength."""
        if runs.key_days == self.usual.key_days:
            return True
        return runs.race is not None and runs == self.usual.of_race_week(runs.race)

    @property
    def waited(self) -> tuple[int, ...]:
        """The numbers of its weeks that waited."""
        return tuple([number for stretch in self.stretches for number in stretch.waited])

    @property
    def build_weeks(self) -> int:
        """How many weeks of the block build, beside those that waited."""
        return sum(stretch.build for stretch in self.stretches)

    def week_of(self, day: date) -> SeasonWeek | None:
        """The week that has the day; None for a day outside the block."""
        return next((week for week in self if week.starts == monday_of(day)), None)

    def of_stretch(self, stretch: Stretch) -> tuple[SeasonWeek, ...]:
        """The weeks of one of its stretches."""
        return tuple([self._week(stretch, number) for number in stretch.numbers])

    def fullest_week(self, stretch: Stretch) -> SeasonWeek:
        """The fullest week of one of its stretches."""
        return self._week(stretch, stretch.fullest)

    def days_to_race(self, stretch: Stretch) -> int:
        """Days from the last Sunday of one of its stretches to the race, none below 0; those of
        weeks that waited later don't count, or what is over would be planned otherwise.
        """
        sunday = self.starts + timedelta(weeks=stretch.numbers[-1], days=-1)
        waited = [number for number in self.waited if number > stretch.numbers[-1]]
        return max(0, (self.race_day - sunday).days - len(Day) * len(waited))

    def _week(self, stretch: Stretch, number: int) -> SeasonWeek:
        # a stretch knows the numbers of its own weeks that waited, and of those before it how many
        place = training_place(number, stretch.waited) - stretch.waited_before
        of_stretch = place - stretch.place
        eased = of_stretch >= stretch.build
        return SeasonWeek(
            season=self,
            stretch=stretch,
            number=number,
            starts=self.starts + timedelta(weeks=number - 1),
            place=place,
            step=min(of_stretch, stretch.steps - 1),
            ramp=place <= self.ramp,
            deload=eased and not stretch.tapers,
            taper=eased and stretch.tapers,
            runs=self.runs[number - 1],
            before=self.runs[number - 2] if number > 1 else self.usual,
            after=self.runs[number] if number < len(self) else self.usual,
            runner=self.runners[number - 1] if self.runners else None,
            since=self.since[number - 1] if self.since else None,
            ill=self.ill[number - 1] if self.ill else (),
        )

    def __len__(self) -> int:
        return len(self.runs)

    def __iter__(self) -> Iterator[SeasonWeek]:
        for stretch in self.stretches:
            yield from self.of_stretch(stretch)

    @overload
    def __getitem__(self, place: int) -> SeasonWeek: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[SeasonWeek, ...]: ...
    def __getitem__(self, place: int | slice) -> SeasonWeek | tuple[SeasonWeek, ...]:
        return tuple(self)[place]


Weeks: TypeAlias = Season | Sequence[SeasonWeek]
"""A season, or some weeks of one in their order."""


class Slot(Value, frozen=True, kw_only=True):
    """A session's place in the week: its number stays, also where its day moves."""

    number: int
    """The first session of the week is 1."""
    day: Day
    load: Load
    """The most load that it may have on that day."""
