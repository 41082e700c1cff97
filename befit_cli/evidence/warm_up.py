"""The warm-up: how long, and of which parts."""

from __future__ import annotations

from befit_cli.values import Load

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
        "1 min brisk walking on the spot, arms swinging",
        "10 bridges",
        "5 leg swings and 5 ankle circles each side",
        "5 quick rises to the toes",
    ),
    USUAL_WARM_UP: (
        "2 min brisk walking or easy jogging",
        "10 bridges and 10 side steps each way",
        "8 leg swings and 8 ankle circles each side",
        "one easy set of the first exercise",
    ),
    FULL_WARM_UP: (
        "3 min easy jogging or skipping",
        "10 bridges and 10 side steps each way",
        "8 leg swings, 8 ankle circles and 5 lunges with a turn each side",
        "two lighter sets of the first exercise, the second quicker",
    ),
}
"""Raise, activate, mobilise, potentiate: the steps of each warm-up, by its minutes."""


def warm_up_minutes(minutes: int, load: Load, *, jumps: bool) -> int:
    """R47: minutes of warm-up in a session of that load, by the minutes that it may take."""
    if minutes < SHORT_SESSION:
        return SHORT_WARM_UP
    return FULL_WARM_UP if load is Load.HIGH or jumps else USUAL_WARM_UP


def warm_up_steps(minutes: int) -> tuple[str, ...]:
    """R47: what to do in a warm-up of so many minutes, as `warm_up_minutes` gives them."""
    return _RAMP[minutes]
