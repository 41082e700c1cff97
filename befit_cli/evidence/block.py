"""The block: its length, phases, deloads and taper, and what stands how near to the race."""

from __future__ import annotations

from datetime import date, timedelta

from befit_cli.values import Athlete, Day, Level, Load, Phase, Prescription, Race, Range, Week

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


def race_day(athlete: Athlete, week: Week) -> date:
    """The race's date, or the Sunday that a block without one ends on."""
    return athlete.race_date or week.starts + timedelta(weeks=week.of - week.number + 1, days=-1)


def days_to_race(athlete: Athlete, week: Week, day: Day) -> int:
    """Calendar days from that day of the week to the race; negative after it."""
    return (race_day(athlete, week) - week.starts).days - day.rank


def may_stand(athlete: Athlete, week: Week, day: Day, exercise: Prescription) -> bool:
    """Whether that day is far enough from the race for the exercise (R36, R37, R38)."""
    left = days_to_race(athlete, week, day)
    return (
        left >= STRENGTH_DAYS[athlete.race]
        and (exercise.load is Load.LOW or left >= MEDIUM_LOAD_DAYS[athlete.race])
        and (exercise.load is not Load.HIGH or left >= HIGH_LOAD_DAYS[athlete.race])
        and (not exercise.contacts or left >= JUMP_DAYS[athlete.race])
    )
