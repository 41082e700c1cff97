"""The block: its length, phases, deloads and taper, and what stands how near to the race."""

from __future__ import annotations

from datetime import date, timedelta

from befit_cli.values import Day, Level, Load, Phase, Race, Range

BLOCK_WEEKS = Range(1, 30)
"""Lengths of a block that befit plans; consensus."""
DEFAULT_WEEKS = {Race.FIVE_K: 8, Race.TEN_K: 10, Race.HALF: 12, Race.MARATHON: 16}
"""Weeks of a block when there is no race date; consensus."""
BUILD_WEEKS = Range(2, 5)
BUILD_WEEKS_USUAL = 3
DELOAD_SHARE = (0.5, 0.7)
DELOAD_RIR = 1
"""R34: build weeks before a deload; its share of the week before's sets, and the repetitions in
reserve it adds.
"""
TAPER_WEEKS = {Race.FIVE_K: 1, Race.TEN_K: 1, Race.HALF: 2, Race.MARATHON: 2}
TAPER_SHARE = (0.4, 0.59)
SHORT_RACE_WEEK = Day.THU
"""R35: taper weeks, their share of the last build week's sets; a race up to this day makes its week
a taper week more.
"""
HIGH_LOAD_DAYS = {Race.FIVE_K: 5, Race.TEN_K: 6, Race.HALF: 8, Race.MARATHON: 10}
"""R36: the last high load, in days before the race."""
JUMP_DAYS = {Race.FIVE_K: 4, Race.TEN_K: 4, Race.HALF: 7, Race.MARATHON: 10}
"""R37."""
STRENGTH_DAYS = {Race.FIVE_K: 2, Race.TEN_K: 2, Race.HALF: 3, Race.MARATHON: 3}
MEDIUM_LOAD_DAYS = {**STRENGTH_DAYS, Race.MARATHON: 5}
"""R38."""
LITTLE_TO_EXPECT = 6
STUDIED_WEEKS = 10
"""R40: build weeks under which little can be expected, and the build weeks of the studies."""

_G, _S, _P = Phase.GENERAL, Phase.STRENGTH, Phase.POWER
_FIRM = (
    (_S,),
    (_S, _P),
    (_G, _S, _P),
    (_G, _S, _S, _P),
    (_G, _S, _S, _S, _P),
    (_G, _S, _S, _S, _P, _P),
)
_LONG = ((_G, _G, _S, _S, _S, _P, _P), (_G, _G, _G, _S, _S, _S, _P, _P))
_GENTLE = (
    (_G,),
    (_G, _S),
    (_G, _S, _S),
    (_G, _S, _S, _P),
    (_G, _G, _S, _S, _P),
    (_G, _G, _S, _S, _S, _P),
)
STRETCH_PHASES = {
    Level.BEGINNER: _GENTLE + _LONG,
    Level.INTERMEDIATE: _FIRM + _LONG,
    Level.ADVANCED: _FIRM + _LONG,
}
"""The phases of a block of 1, 2, ... stretches of about 3 build weeks and a deload. General is 4-8
weeks for a beginner and 2-4 for others, strength 6-10, power 2-6, in build weeks and as far as the
block is long enough; a longer one has more of the general phase; consensus.
"""


def race_day(race_date: date | None, monday: date, weeks: int) -> date:
    """The race's date, or the Sunday that a block without one ends on, so many weeks from Monday
    on.
    """
    return race_date or monday + timedelta(weeks=weeks, days=-1)


def taper_weeks(race: Race, weeks: int, race_day: date) -> int:
    """R35: how many weeks taper in a block of so many weeks to a race on that day."""
    # A race early in its week leaves that week no room to rest in, so it comes on top.
    race_week = race_day.weekday() <= SHORT_RACE_WEEK.rank
    # All but one week may taper, for a taper eases something; a block of one week is a taper.
    usual = min(TAPER_WEEKS[race], weeks - 1)
    return max(1, usual + race_week)


def days_to_race(monday: date, day: Day, race_day: date) -> int:
    """Calendar days to the race from that day of the week that begins on `monday`; negative after
    the race.
    """
    return (race_day - monday).days - day.rank


def most_load(race: Race, days: int) -> Load:
    """R36 and R38: the most load that may stand so many days before the race."""
    if days < MEDIUM_LOAD_DAYS[race]:
        return Load.LOW
    return Load.MEDIUM if days < HIGH_LOAD_DAYS[race] else Load.HIGH


def may_stand(race: Race, days: int, load: Load, *, jumps: bool) -> bool:
    """Whether an exercise of that load, with or without landings, may stand so many days before the
    race (R36, R37, R38).
    """
    if days < STRENGTH_DAYS[race] or (jumps and days < JUMP_DAYS[race]):
        return False
    return load <= most_load(race, days)
