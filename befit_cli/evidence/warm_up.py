"""The warm-up: how long, and of which parts."""

from __future__ import annotations

from befit_cli.values import Load

SHORT_SESSION = 20
RAMP_STEPS = 4
LONG_STRETCH_S = 30
"""R47: minutes under which a session is short, parts of a warm-up, and seconds from which a stretch
is long.
"""
_RAMP = {
    3: (
        "1 min brisk walking on the spot, arms swinging",
        "10 bridges",
        "5 leg swings and 5 ankle circles each side",
        "5 quick rises to the toes",
    ),
    5: (
        "2 min brisk walking or easy jogging",
        "10 bridges and 10 side steps each way",
        "8 leg swings and 8 ankle circles each side",
        "one easy set of the first exercise",
    ),
    8: (
        "3 min easy jogging or skipping",
        "10 bridges and 10 side steps each way",
        "8 leg swings, 8 ankle circles and 5 lunges with a turn each side",
        "two lighter sets of the first exercise, the second quicker",
    ),
}
"""Raise, activate, mobilise, potentiate: the steps of a warm-up of 3, 5 and 8 minutes."""


def warm_up_minutes(asked: int, load: Load, *, jumps: bool) -> int:
    """R47: minutes of warm-up in a session of that load, by the minutes asked for."""
    if asked < SHORT_SESSION:
        return 3
    return 8 if load is Load.HIGH or jumps else 5


def warm_up_steps(minutes: int) -> tuple[str, ...]:
    """R47: what to do in a warm-up of 3, 5 or 8 minutes."""
    return _RAMP[minutes]
