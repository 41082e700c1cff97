"""Race, dates and level -> where every week of the block stands: its phase, its stretch, deload or
taper.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, timedelta
from typing import TypeVar

from msgspec.structs import replace

from befit_cli.errors import BefitError, Cause
from befit_cli.evidence.block import (
    BLOCK_WEEKS,
    BUILD_WEEKS_USUAL,
    DEFAULT_WEEKS,
    closing_deloads,
    race_day,
    ramp_of,
    stretch_phases,
    taper_weeks,
    too_late,
)
from befit_cli.language import _
from befit_cli.values import Athlete, Day, Race, Runs, Season, Stretch, monday_of, usual_runs

_One = TypeVar("_One")
_LEAST = 2.5
"""Build weeks that a stretch has at least in the mean: rather one stretch less than deloads that
come before anything has grown. The first has three then: some are left after its ramp (R19).
"""


def plan_season(
    athlete: Athlete,
    start: date,
    weeks: int | None = None,
    *,
    runs: Mapping[date, Runs] | None = None,
    runners: Mapping[date, Athlete] | None = None,
    since: Mapping[date, Day] | None = None,
    ill: Mapping[date, tuple[Day, ...]] | None = None,
    missed: Collection[date] = (),
) -> Season:
    """Every week from the one that holds `start` to the race.

    Without a race date the block has `weeks` weeks, or the race's default, and ends on a Sunday;
    for build weeks whose Mondays are among those `missed` it waits, and has as many more (R78).
    `runs` has the key runs of weeks that have others than usual, and `runners` who the athlete is
    in weeks in which they train otherwise, each under the week's Monday; `since` the first day on
    which such a week may be otherwise, where that is not its Monday, and `ill` the days on which
    the athlete is ill in it.

    Raises BefitError for a race in the past or further away than befit plans, and for the date of
    no race.
    """
    if athlete.race is Race.NONE and athlete.race_date is not None:
        raise BefitError(
            _(
                "The race on {date} does not go with a plan without a race.",
                date=athlete.race_date,
            ),
            cause=Cause.DATE_WITHOUT_RACE,
        )
    first = monday_of(start)
    race_on = race_day(athlete.race_date, first, weeks or DEFAULT_WEEKS[athlete.race])
    of = (monday_of(race_on) - first).days // 7 + 1
    _check_length(of, start, race_on)
    stretches = _stretches(athlete, of, race_on)
    ramp = ramp_of(athlete.race, of, race_on)
    if athlete.race_date is None:
        stretches = _waiting(stretches, first, missed)
        of = stretches[-1].numbers[-1]
        race_on = race_day(None, first, of)
    mondays = [first + timedelta(weeks=week) for week in range(of)]
    trained = [(runners or {}).get(monday) for monday in mondays]
    return Season(
        stretches=stretches,
        starts=first,
        race_day=race_on,
        runs=tuple([_runs(athlete, monday, runs or {}) for monday in mondays]),
        runners=_where_any([None if runner == athlete else runner for runner in trained]),
        since=_where_any([(since or {}).get(monday) for monday in mondays]),
        ill=_where_any([(ill or {}).get(monday, ()) for monday in mondays]),
        usual=usual_runs(athlete),
        ramp=ramp,
        late=athlete.race_date is not None and too_late(start, race_on),
    )


def _runs(athlete: Athlete, monday: date, runs: Mapping[date, Runs]) -> Runs:
    """The key runs of that Monday's week: its own, with the race of its days, or the usual ones."""
    usual = usual_runs(athlete, monday)
    own = runs.get(monday)
    return replace(own, race=usual.race) if own else usual


def _where_any(each: list[_One]) -> tuple[_One, ...]:
    """What each week has; nothing where none has any."""
    return tuple(each) if any(each) else ()


def _check_length(of: int, start: date, race_on: date) -> None:
    if race_on < start:
        raise BefitError(
            _("The race on {date} is before {start}.", date=race_on, start=start),
            cause=Cause.RACE_IS_OVER,
        )
    if of > BLOCK_WEEKS.high:
        begin = monday_of(race_on) - timedelta(weeks=BLOCK_WEEKS.high - 1)
        raise BefitError(
            _(
                "The race on {date} is {weeks} weeks away, and a block has at most {most}.",
                date=race_on,
                weeks=of,
                most=BLOCK_WEEKS.high,
            ),
            cause=Cause.RACE_IS_FAR,
            begin=begin,
        )


def _stretches(athlete: Athlete, of: int, race_on: date) -> tuple[Stretch, ...]:
    """A block of so many weeks: a deload comes after each stretch but the last, and after that the
    taper, or a deload where there is no race.
    """
    taper = taper_weeks(athlete.race, of, race_on)
    eased_last = taper + closing_deloads(athlete.race, of)
    sizes = _build_weeks(of - eased_last)
    phases = stretch_phases(athlete.race, athlete.level, len(sizes))
    stretches: list[Stretch] = []
    first = 1
    for number, (size, phase) in enumerate(zip(sizes, phases, strict=True)):
        last = number == len(sizes) - 1
        eased = eased_last if last else 1
        stretch = Stretch(
            number=number,
            phase=phase,
            first=first,
            build=size,
            eased=eased,
            tapers=last and taper > 0,
        )
        stretches.append(stretch)
        first += size + eased
    return tuple(stretches)


def _waiting(
    stretches: tuple[Stretch, ...], first: date, missed: Collection[date]
) -> tuple[Stretch, ...]:
    """The stretches of a block that waits for what was missed, as long as it may be (R78). An
    easier week that was missed was rest all the same.
    """
    room = BLOCK_WEEKS.high - stretches[-1].numbers[-1]
    waiting = []
    before = 0
    for stretch in stretches:
        begins = number = stretch.first + before
        waited: list[int] = []
        while number < begins + stretch.build + len(waited):
            monday = first + timedelta(weeks=number - 1)
            if monday in missed and before + len(waited) < room:
                waited.append(number)
            number += 1
        waiting.append(replace(stretch, first=begins, waited=tuple(waited), waited_before=before))
        before += len(waited)
    return tuple(waiting)


def _build_weeks(build: int) -> tuple[int, ...]:
    """Build weeks of each stretch, when every one but the last has a deload after it: as near to
    the usual number as it goes (R34), and enough in the first (R19).
    """
    # Each stretch with its deload is one usual length, and as the last has none, the block counts a
    # week more. Half a length is rounded up.
    usual = BUILD_WEEKS_USUAL + 1
    count = max(1, (build + 1 + usual // 2) // usual)
    if count > 1 and build - (count - 1) < _LEAST * count:
        count -= 1
    # What does not divide goes to the first ones, where growth is slowest.
    size, longer = divmod(build - (count - 1), count)
    return (size + 1,) * longer + (size,) * (count - longer)
