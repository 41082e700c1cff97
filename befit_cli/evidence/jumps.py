"""Jumps: how many landings, in how many sessions, and whose share of the leg work."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil, floor

from befit_cli.evidence.ability import avoided
from befit_cli.evidence.coverage import LEG_PATTERNS
from befit_cli.evidence.week import next_key_run, rests_after_long_run
from befit_cli.values import (
    Catalogue,
    Day,
    Form,
    Level,
    Load,
    Niggle,
    Prescription,
    Race,
    Range,
    Run,
    Runs,
    Session,
)

LANDINGS_MAX = {Level.BEGINNER: 40, Level.INTERMEDIATE: 80, Level.ADVANCED: 100}
BEGINNER_WEEKS_WITHOUT_JUMPS = 4
"""R20."""
JUMP_SESSIONS_MAX = 2
"""R21."""
JUMP_SHARE = {
    Race.FIVE_K: (0.20, 0.25),
    Race.TEN_K: (0.15, 0.20),
    Race.HALF: (0.10, 0.15),
    Race.MARATHON: (0.05, 0.10),
    Race.NONE: (0.10, 0.15),
}
JUMP_SETS_MIN = 2
"""R23: the share of leg sets that are jumps in power weeks, and their fewest sets; consensus. Who
has no race jumps as before a half.
"""
JUMPS_MINUTES = 30
"""R23: the minutes of a session from which other work gives way to jumps; consensus. They ask for a
warm-up of 8 minutes, which is much of a shorter one.
"""
HOPS_FROM = {Level.BEGINNER: 5, Level.INTERMEDIATE: 3, Level.ADVANCED: 3}
HOPS_MINUTES = 30
HOPS = Range(20, 30)
HOPS_STEP = 10
HOP_SESSIONS = Range(1, 2)
"""R24: the first week of a block that may have low hops, the minutes that their sessions are asked
to take, the hops in a warm-up and by how many they grow a week, and the sessions that have some.
Engeroff 2023 (n = 34, 5 minutes a day for 6 weeks), Beattie 2017; so small a dose consensus.
"""


def bars_jumps(catalogue: Catalogue, niggle: Niggle) -> bool:
    """Whether the niggle bars all jumps and hops: the catalogue marks a form that has landings as
    one to avoid (R22).
    """
    # One jump that hurts stands for all: the others land on the same spot.
    for exercise in catalogue.exercises:
        for form in exercise.ladder:
            if form.contacts and avoided(form, niggle):
                return True
    return False


def most_landings(level: Level, week: int) -> int:
    """R20: landings that a session may have in that week of a block, counted from 1; 0 before the
    first jumps.
    """
    if level is Level.BEGINNER and week <= BEGINNER_WEEKS_WITHOUT_JUMPS:
        return 0
    return LANDINGS_MAX[level]


def leg_sets(work: Iterable[tuple[Form | Prescription, int]]) -> tuple[int, int]:
    """R23: the leg sets, and those of them that have landings, by each form and its sets."""
    legs = 0
    jumps = 0
    for form, sets in work:
        if form.pattern in LEG_PATTERNS:
            legs += sets
            if form.contacts:
                jumps += sets
    return legs, jumps


def jump_sets(race: Race, legs: int) -> Range:
    """R23: how many of a power week's leg sets may be jumps, to the nearest set."""
    low, high = JUMP_SHARE[race]
    # Half a set may be either.
    least = max(JUMP_SETS_MIN, ceil(low * legs - 0.5))
    return Range(least, max(least, floor(high * legs + 0.5)))


def most_hops(level: Level, week: int) -> int:
    """R24: low hops that a warm-up may end with in that week of a block, counted from 1; 0 before
    the first.
    """
    weeks = week - HOPS_FROM[level]
    return 0 if weeks < 0 else HOPS.clamp(HOPS.low + HOPS_STEP * weeks)


def may_hop(minutes: int, load: Load) -> bool:
    """R24: whether a session of that load, asked to take so many minutes, may have hops."""
    return minutes >= HOPS_MINUTES and load is not Load.LOW


def wants_no_jumps(
    race: Race, runs: Runs, day: Day, before: Runs | None, after: Runs | None
) -> bool:
    """R21b: whether jumps and hops would find the legs tired that day, after a long run before a
    race that rests after it (R15), or a hard run on the next day would find them tired; the weeks
    around have the runs `before` and `after`, or the same. Consensus.
    """
    if rests_after_long_run(race, runs, day, before):
        return True
    ahead = next_key_run(runs, day, after)
    if ahead is None:
        return False
    days, _, run = ahead
    return days == 1 and run is Run.HARD


def first_jump(rungs: Sequence[Form], *, hopped: bool) -> int:
    """R25: the place of a block's first jump among the forms with landings that an athlete can do
    of one exercise, easiest first: the landing drill only for who has not hopped before.
    """
    # What a beginner may do at the foot of the ladder is to land.
    drill = rungs[0].level is Level.BEGINNER
    return 1 if hopped and drill and len(rungs) > 1 else 0


def landings(session: Session) -> int:
    """Landings of the whole session, its warm-up included; both sides count where the dose is for
    each side.
    """
    total = session.warm_up.contacts
    for exercise in session.exercises:
        if exercise.contacts:
            sides = 2 if exercise.per_side else 1
            total += exercise.sets * (exercise.reps or 0) * exercise.contacts * sides
    return total
