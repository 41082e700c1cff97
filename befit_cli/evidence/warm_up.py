"""The warm-up: how long, what belongs to it, and what a sore spot bars from it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

from befit_cli.values import Load, Movement, Niggle, WarmUpKey, WarmUpStep

SHORT_SESSION = 20
WARM_UP_PARTS = 3
LONG_STRETCH_S = 30
"""R47: minutes under which a session is short, parts that a warm-up has at least, and seconds from
which a stretch is long.
"""
SHORT_WARM_UP = 3
TIGHT_WARM_UP = 4
USUAL_WARM_UP = 5
FULL_WARM_UP = 8
"""R47: minutes of warm-up in a short session, in one of just 20 minutes, in others, and before high
load or jumps.
"""

ROCKS = frozenset({WarmUpKey.ROCKS, WarmUpKey.ROCKS_AND_SWINGS, WarmUpKey.ROCKS_SWINGS_AND_LUNGES})
"""R47: parts that have knee-to-wall rocks."""
LIGHTER_SETS = {
    WarmUpKey.LIGHTER_SET: 1,
    WarmUpKey.LIGHTER_SETS: 2,
    WarmUpKey.SLACK_BAND_SET: 1,
    WarmUpKey.SLACK_BAND_SETS: 2,
    WarmUpKey.UNLOADED_SET: 1,
    WarmUpKey.UNLOADED_SETS: 2,
}
"""R47: how many lighter sets of a weighted first lift a part has."""
EASY_SETS = frozenset({WarmUpKey.EASIER_FORM, WarmUpKey.EASY_SET})
"""R47: parts that rehearse a first lift without weight."""

MOVEMENTS = {
    WarmUpKey.WALK_OR_JOG: frozenset({Movement.JOG}),
    WarmUpKey.JOG_OR_SKIP: frozenset({Movement.JOG, Movement.SKIP}),
    WarmUpKey.BRIDGES_AND_SIDE_STEPS: frozenset({Movement.BRIDGE}),
    WarmUpKey.ROCKS_AND_SWINGS: frozenset({Movement.SWING}),
    WarmUpKey.ROCKS_SWINGS_AND_LUNGES: frozenset({Movement.LUNGE, Movement.SWING}),
    WarmUpKey.HOPS: frozenset({Movement.HOP}),
}
"""What a part has in it that may be barred; nothing where it is not here."""


class _Bar(NamedTuple):
    """Who does a movement not."""

    niggles: frozenset[Niggle]
    without: str | None = None
    """The id of the exercise that it is: who leaves that out wants it nowhere."""


_SORE_FROM_IMPACT = frozenset(
    {Niggle.ACHILLES, Niggle.PLANTAR, Niggle.SHIN, Niggle.RUNNERS_KNEE, Niggle.ITB}
)
# What changes the catalogue's lunges: a warm-up has deep ones.
_SORE_FROM_LUNGES = frozenset({Niggle.ITB, Niggle.PLANTAR, Niggle.RUNNERS_KNEE, Niggle.HAMSTRING})
# A jolt goes on into a sore back, and landing asks much of a sore hamstring (R22).
_SORE_FROM_LANDING = _SORE_FROM_IMPACT | {Niggle.LOW_BACK, Niggle.HAMSTRING, Niggle.BONE_STRESS}
_BARS = {
    Movement.JOG: _Bar(_SORE_FROM_IMPACT),
    Movement.SKIP: _Bar(_SORE_FROM_LANDING),
    Movement.HOP: _Bar(_SORE_FROM_LANDING),
    Movement.LUNGE: _Bar(_SORE_FROM_LUNGES, "lunges"),
    # A swing ends in a fast stretch of the hamstring.
    Movement.SWING: _Bar(frozenset({Niggle.HAMSTRING})),
    Movement.BRIDGE: _Bar(frozenset(), "glute-bridges"),
}
"""R47: what keeps a movement out of a warm-up; consensus."""


def warm_up_minutes(minutes: int, load: Load, *, jumps: bool) -> int:
    """R47: minutes of warm-up in a session of that load, by the minutes that were asked for."""
    if minutes < SHORT_SESSION:
        return SHORT_WARM_UP
    if load is Load.HIGH or jumps:
        return FULL_WARM_UP
    return TIGHT_WARM_UP if minutes == SHORT_SESSION else USUAL_WARM_UP


def movements(step: WarmUpStep) -> frozenset[Movement]:
    """What a part of a warm-up has in it that may be barred."""
    if step.key is WarmUpKey.OWN:
        return frozenset(map(Movement, step.facts.get("movements", ())))
    return MOVEMENTS.get(step.key, frozenset())


def barred(
    step: WarmUpStep, niggles: Collection[Niggle], without: Collection[str]
) -> list[Movement]:
    """R47: what of that part a niggle, or an exercise left out, keeps out of the warm-up."""
    if not (niggles or without):
        return []
    kept_out = []
    for movement in sorted(movements(step)):
        bar = _BARS[movement]
        if bar.without in without or not bar.niggles.isdisjoint(niggles):
            kept_out.append(movement)
    return kept_out


def contacts(steps: Iterable[WarmUpStep]) -> int:
    """R20 and R24: landings in a warm-up of those parts."""
    total = 0
    for step in steps:
        if step.key is WarmUpKey.HOPS:
            total += step.facts["sets"] * step.facts["reps"]
        else:
            # A person's own words may name hops, too.
            total += step.facts.get("contacts", 0)
    return total
