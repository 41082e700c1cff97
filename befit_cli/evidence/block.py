"""The block: its length, phases, deloads and taper, and what stands how near to the race."""

from __future__ import annotations

from datetime import date, timedelta

from befit_cli.evidence.coverage import LIFT_PATTERNS
from befit_cli.values import Day, Level, Load, Pattern, Phase, Race, Range

BLOCK_WEEKS = Range(1, 30)
"""Lengths of a block that befit plans; consensus."""
DEFAULT_WEEKS = {
    Race.FIVE_K: 8,
    Race.TEN_K: 10,
    Race.HALF: 12,
    Race.MARATHON: 16,
    Race.NONE: 12,
}
"""Weeks of a block when there is no race date; consensus."""
BUILD_WEEKS = Range(2, 5)
BUILD_WEEKS_USUAL = 3
RAMP_WEEKS = 2
RAMP_FROM = 4
"""R19: weeks of the ramp in a block that has that many build weeks or more, else it is the first
week; consensus.
"""
FIRST_STRETCH_MIN = 3
"""R19: the fewest build weeks of a first stretch, where the block has as many; consensus."""
SAME_WEEKS_MAX = 6
"""R29: build weeks in which an exercise may stay as it is; consensus."""
DELOAD_SHARE = (0.5, 0.7)
DELOAD_RIR = 1
"""R34: build weeks before a deload; its share of the week before's sets, and the repetitions in
reserve it adds.
"""
TAPER_WEEKS = {
    Race.FIVE_K: 1,
    Race.TEN_K: 1,
    Race.HALF: 2,
    Race.MARATHON: 2,
    Race.NONE: 0,
}
TAPER_SHARE = (0.4, 0.59)
SHORT_RACE_WEEK = Day.THU
"""R35: taper weeks, their share of the last build week's sets; a race up to this day makes its week
a taper week more.
"""
HIGH_LOAD_DAYS = {
    Race.FIVE_K: 5,
    Race.TEN_K: 6,
    Race.HALF: 8,
    Race.MARATHON: 10,
    Race.NONE: 0,
}
"""R36: the last high load, in days before the race; without a race every day will do."""
JUMP_DAYS = {Race.FIVE_K: 4, Race.TEN_K: 4, Race.HALF: 7, Race.MARATHON: 10, Race.NONE: 0}
"""R37: likewise the last jumps and hops."""
STRENGTH_DAYS = {Race.FIVE_K: 2, Race.TEN_K: 2, Race.HALF: 3, Race.MARATHON: 3, Race.NONE: 0}
MEDIUM_LOAD_DAYS = {**STRENGTH_DAYS, Race.MARATHON: 5}
"""R38: likewise the last strength of any kind, and the last medium load."""
SLOW_LIFT_S = 5
SORE_WORK_DAYS = 4
"""R38: the seconds from which a repetition of a loaded squat or hinge is lowered slowly, and the
last of those and of loaded lunges, in days before any race: they are what makes legs sore, most of
all two days later; consensus.
"""
RACE_WEEK_SETS = 2
LAST_DAYS = {Race.FIVE_K: 4, Race.TEN_K: 4, Race.HALF: 5, Race.MARATHON: 6, Race.NONE: 0}
LAST_DAYS_SETS = 1
"""R35b: the most sets of an exercise in the week of the race; its last days, from so many before
the race on, in which all is light, for a marathon all of them, and the most sets of an exercise in
them. Consensus.
"""
LAST_SESSION_EXERCISES = Range(3, 5)
LAST_SESSION_MINUTES = 15
"""How many exercises the last session has at most where it is in those days, and down to how many
it loses some where it takes longer than that; consensus.
"""
TOO_LATE_DAYS = 3
"""R39: so near to its race, or nearer, a block begins no more; consensus."""
LITTLE_TO_EXPECT = 6
STUDIED_WEEKS = 10
"""R40: build weeks under which little can be expected, and from which the effect was clearer:
Eihara 2022 (6-8 weeks g -0.21, not significant; 10-14 weeks -0.45).
"""

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
_UNHURRIED = _GENTLE[:4] + _FIRM[4:] + _LONG
_STRETCH_PHASES = {
    Level.BEGINNER: _GENTLE + _LONG,
    Level.INTERMEDIATE: _FIRM + _LONG,
    Level.ADVANCED: _FIRM + _LONG,
}
"""The phases of a block of 1, 2, ... stretches of about 3 build weeks and a deload. General is 4-8
weeks for a beginner and 2-4 for others, strength 6-10, power 2-6, as far as the block is long
enough; a longer one has more of the general phase. Consensus.
"""
_STRETCH_PHASES_WITHOUT_RACE = {
    Level.BEGINNER: _GENTLE + _LONG,
    Level.INTERMEDIATE: _UNHURRIED,
    Level.ADVANCED: _UNHURRIED,
}
"""The same without a race: there is no hurry, every block starts with general, and power never
comes before week 9. Consensus.
"""


def stretch_phases(race: Race, level: Level, stretches: int) -> tuple[Phase, ...]:
    """The phase of each stretch of a block that has so many."""
    phases = _STRETCH_PHASES_WITHOUT_RACE if race is Race.NONE else _STRETCH_PHASES
    return phases[level][stretches - 1]


def race_day(race_date: date | None, monday: date, weeks: int) -> date:
    """The race's date, or the Sunday that a block without one ends on, so many weeks from Monday
    on.
    """
    return race_date or monday + timedelta(weeks=weeks, days=-1)


def taper_weeks(race: Race, weeks: int, race_day: date) -> int:
    """R35: how many weeks taper in a block of so many weeks to a race on that day."""
    if race is Race.NONE:
        return 0
    # A race early in its week leaves that week no room to rest in, so it comes on top.
    race_week = Day.of(race_day) <= SHORT_RACE_WEEK
    # All but one week may taper, for a taper eases something; a block of one week is a taper.
    usual = min(TAPER_WEEKS[race], weeks - 1)
    return max(1, usual + race_week)


def closing_deloads(race: Race, weeks: int) -> int:
    """How many weeks a block of so many ends in a deload, 1 or 0: one without a race does, unless
    it has but one build week before it (R34).
    """
    return 1 if race is Race.NONE and weeks > BUILD_WEEKS.low else 0


def ramp_of(race: Race, weeks: int, race_day: date) -> int:
    """R19: how many of the first weeks of a block of so many weeks are its ramp."""
    # What is not the end of a block builds, but for the deloads between stretches; where there are
    # some, the block has more build weeks than the longest ramp asks for.
    eased = taper_weeks(race, weeks, race_day) + closing_deloads(race, weeks)
    return ramp_weeks(weeks - eased)


def ramp_weeks(build_weeks: int) -> int:
    """R19: how many of a block's first weeks are its ramp, by how many build."""
    return RAMP_WEEKS if build_weeks >= RAMP_FROM else 1


def days_to_race(monday: date, day: Day, race_day: date) -> int:
    """Calendar days to the race from that day of the week that begins on `monday`; negative after
    the race.
    """
    return (race_day - monday).days - day.rank


def too_late(start: date, race_day: date) -> bool:
    """R39: whether a block that would begin on that day has no session any more."""
    return (race_day - start).days <= TOO_LATE_DAYS


def stays_out(race_weeks: int, race: Race, days: float) -> bool:
    """Whether so many days before the race a form stands still that stays out of its last
    `race_weeks`.
    """
    return race is not Race.NONE and days < 7 * race_weeks


def most_load(race: Race, days: int) -> Load:
    """R36 and R38: the most load that may stand so many days before the race."""
    if days < MEDIUM_LOAD_DAYS[race]:
        return Load.LOW
    return Load.MEDIUM if days < HIGH_LOAD_DAYS[race] else Load.HIGH


def makes_sore(pattern: Pattern, load: Load, seconds_per_rep: float | None) -> bool:
    """R38: whether work of that pattern and class, light or not, lunges or lowers slowly; a hold
    has no seconds.
    """
    if load is Load.LOW or pattern not in LIFT_PATTERNS:
        return False
    slow = seconds_per_rep is not None and seconds_per_rep >= SLOW_LIFT_S
    return slow or pattern is Pattern.LUNGE


def may_make_sore(race: Race, days: int) -> bool:
    """R38: whether that may stand so many days before the race."""
    return race is Race.NONE or days >= SORE_WORK_DAYS


def may_stand(race: Race, days: int, load: Load, *, jumps: bool, sore: bool) -> bool:
    """Whether an exercise of that load, with or without landings, that makes legs sore or does not,
    may stand so many days before the race (R36, R37, R38).
    """
    if days < STRENGTH_DAYS[race] or (jumps and days < JUMP_DAYS[race]):
        return False
    if sore and not may_make_sore(race, days):
        return False
    return load <= most_load(race, days)
