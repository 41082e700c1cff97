"""Sets, repetitions, repetitions in reserve and rest, phase by phase."""

from __future__ import annotations

from befit_cli.values import Level, Phase, Range, Value


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
        reps=dict.fromkeys(Level, Range(3, 6)),
        rir=Range(2, 3),
        rest=Range(90, 240),
    ),
}
"""Main work. General: ACSM 2009, Grgic 2018 (Sports Med 48:137). Strength: Eihara 2022 (heavy beats
plyometric for economy, g -0.32 against -0.13, 10+ weeks), Vikmoen 2017 (3 x 4-10RM twice a week).
Power: Zanini 2025 (heavy and plyometric twice a week for 10 weeks).
"""
UNLOADED_REPS = Range(8, 15)
UNLOADED_REST = Range(60, 120)
"""Main work without weight or band keeps the general phase's repetitions and rest in every phase:
three bodyweight squats train nobody.
"""
JUMP_DOSE = PhaseDose(
    sets=Range(2, 5), reps=dict.fromkeys(Level, Range(3, 6)), rir=Range(0, 0), rest=Range(90, 240)
)
"""Jumps in the power phase: Zanini 2025 (MSSE)."""
FIRST_WEEKS_SETS = Range(1, 2)
"""Main work in the first weeks of the general phase; ACSM 2009."""
HOLD_STEP_S = 5
"""R32: seconds by which a hold grows from week to week; consensus."""
MAIN_SETS_MIN = 2
"""Main work is not trimmed under this."""
RIR_MIN = {Level.BEGINNER: 3, Level.INTERMEDIATE: 1, Level.ADVANCED: 1}
"""R57."""
