"""The warm-up: how long, and of which parts."""

from __future__ import annotations

from befit_cli.values import Load, WarmUpKey, WarmUpStep

SHORT_SESSION = 20
RAMP_STEPS = 4
LONG_STRETCH_S = 30
"""R47: minutes under which a session is short, parts of a warm-up, and seconds from which a stretch
is long.
"""
SHORT_WARM_UP = 3
USUAL_WARM_UP = 5
FULL_WARM_UP = 8
"""R47: minutes of warm-up in a short session, in others, and before high load or jumps."""
_RAMP = {
    SHORT_WARM_UP: (
        WarmUpStep(WarmUpKey.WALK_ON_THE_SPOT, {"minutes": 1}),
        WarmUpStep(WarmUpKey.BRIDGES, {"reps": 10}),
        WarmUpStep(WarmUpKey.LEG_SWINGS, {"reps": 5}),
        WarmUpStep(WarmUpKey.QUICK_RISES, {"reps": 5}),
    ),
    USUAL_WARM_UP: (
        WarmUpStep(WarmUpKey.WALK_OR_JOG, {"minutes": 2}),
        WarmUpStep(WarmUpKey.BRIDGES_AND_SIDE_STEPS, {"reps": 10}),
        WarmUpStep(WarmUpKey.LEG_SWINGS, {"reps": 8}),
        WarmUpStep(WarmUpKey.EASY_SET),
    ),
    FULL_WARM_UP: (
        WarmUpStep(WarmUpKey.JOG_OR_SKIP, {"minutes": 3}),
        WarmUpStep(WarmUpKey.BRIDGES_AND_SIDE_STEPS, {"reps": 10}),
        WarmUpStep(WarmUpKey.LEG_SWINGS_AND_LUNGES, {"reps": 8, "lunges": 5}),
        WarmUpStep(WarmUpKey.LIGHTER_SETS),
    ),
}
"""Raise, activate, mobilise, potentiate: the steps of each warm-up, by its minutes."""


def warm_up_minutes(minutes: int, load: Load, *, jumps: bool) -> int:
    """R47: minutes of warm-up in a session of that load, by the minutes that it may take."""
    if minutes < SHORT_SESSION:
        return SHORT_WARM_UP
    return FULL_WARM_UP if load is Load.HIGH or jumps else USUAL_WARM_UP


def warm_up_steps(minutes: int) -> tuple[WarmUpStep, ...]:
    """R47: what to do in a warm-up of so many minutes, as `warm_up_minutes` gives them."""
    return _RAMP[minutes]
