"""Sets, repetitions, repetitions in reserve and rest, phase by phase."""

from __future__ import annotations

from collections.abc import Collection

from befit_cli.evidence.load import heavy
from befit_cli.values import Kit, Level, Pattern, Phase, Range, Value


class PhaseDose(Value, frozen=True, kw_only=True):
    """Sets, repetitions, repetitions in reserve and rest (s) of main work in one phase."""

    sets: Range
    reps: dict[Level, Range]
    rir: Range
    rest: Range


PHASE_DOSES = {
    Phase.GENERAL: PhaseDose(
        sets=Range(2, 3),
        reps=dict.fromkeys(Level, Range(8, 15)),
        rir=Range(3, 4),
        rest=Range(60, 120),
    ),
    Phase.STRENGTH: PhaseDose(
        sets=Range(2, 4),
        reps={
            Level.BEGINNER: Range(6, 10),
            Level.INTERMEDIATE: Range(3, 8),
            Level.ADVANCED: Range(3, 6),
        },
        rir=Range(1, 3),
        rest=Range(120, 240),
    ),
    Phase.POWER: PhaseDose(
        sets=Range(2, 3),
        reps={
            Level.BEGINNER: Range(6, 8),
            Level.INTERMEDIATE: Range(3, 6),
            Level.ADVANCED: Range(3, 6),
        },
        rir=Range(2, 3),
        rest=Range(90, 240),
    ),
}
"""Main work. General: ACSM 2009, Grgic 2018 (Sports Med 48:137). Strength: Eihara 2022 (Sports Med
Open 8:138; heavy work tended to beat plyometrics for economy, g -0.32 and -0.13 with wide
intervals, clearest at 90 % and more of 1RM), Vikmoen 2017, beginners Blagrove 2018. Power: Zanini
2025 (heavy and plyometric twice a week for 10 weeks).
"""
OTHER_REPS = Range(8, 15)
ONE_LEG_SQUAT_REPS = 6
OTHER_REST = Range(60, 120)
"""R26: main work that is not heavy: its repetitions in every phase, the fewest of a squat on one
leg, and seconds of rest; consensus.
"""
LIGHT_REPS = Range(8, 10)
"""Repetitions of a light weight: few of it would train nobody, and it asks for no long rest;
consensus.
"""
HARD_REPS = 4
"""R31 and R32: with how many repetitions at most a range of the catalogue begins where each is as
hard as a pull-up: one more a week, and never more than the range has; consensus.
"""
REPS_ROOM = 2
"""Repetitions that main work has to grow in over a stretch, at least; consensus."""
GROWS_A_WEEK = 2
"""R32 and R76: repetitions at one weight, or steps of a hold, by which an exercise grows from week
to week at most; consensus.
"""
RANGE_STRETCHES = 2
"""R31: stretches in which work without heavy weight uses its range up; consensus."""
REST_MORE_S = 60
"""R45b: seconds by which the usual rest of a heavy lift grows at most, where minutes are left;
consensus.
"""
CALF_REPS = Range(8, 25)
HEAVY_CALF_REPS = 6
"""R08 and R31: repetitions of calf work, and the fewest with heavy weight, not for beginners."""
HOLD_MAX_S = 60
"""R31: the longest hold that an exercise grows to."""
JUMP_DOSE = PhaseDose(
    sets=Range(2, 5), reps=dict.fromkeys(Level, Range(3, 6)), rir=Range(0, 0), rest=Range(90, 240)
)
"""Jumps in the power phase: Zanini 2025 (MSSE)."""
HOLD_STEP_S = 5
"""R32: seconds by which a hold grows from week to week; consensus."""
MAIN_SETS_MIN = 2
"""Main work is not trimmed under this."""
RIR_MIN = {Level.BEGINNER: 3, Level.INTERMEDIATE: 1, Level.ADVANCED: 1}
"""R57."""


def least_main_reps(pattern: Pattern, *, per_side: bool) -> int:
    """R26: the fewest repetitions of main work that is not heavy."""
    return ONE_LEG_SQUAT_REPS if pattern is Pattern.SQUAT and per_side else OTHER_REPS.low


def least_calf_reps(level: Level, kit: Collection[Kit]) -> int:
    """R08: the fewest repetitions of calf work with that kit."""
    return HEAVY_CALF_REPS if heavy(kit) and level is not Level.BEGINNER else CALF_REPS.low


def work_unit(*, holds: bool) -> int:
    """R32: by how much work grows at least: a repetition, or seconds of a hold."""
    return HOLD_STEP_S if holds else 1


def most_work(pattern: Pattern, *, holds: bool) -> int:
    """R31: the most repetitions, or seconds of a hold, that what is not heavy grows to."""
    if holds:
        return HOLD_MAX_S
    return CALF_REPS.high if pattern is Pattern.CALF else OTHER_REPS.high
