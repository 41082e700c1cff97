"""A warm-up made for one session and one person: raise, wake the hips, mobilise, then the first
lift itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from befit_cli.evidence.load import WEIGHTS, weighted
from befit_cli.evidence.warm_up import (
    FULL_WARM_UP,
    SHORT_SESSION,
    SHORT_WARM_UP,
    TIGHT_WARM_UP,
    USUAL_WARM_UP,
    barred,
    contacts,
    warm_up_minutes,
)
from befit_cli.values import Form, Kit, Load, Niggle, WarmUp, WarmUpKey, WarmUpStep

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    _Alternatives = tuple[WarmUpStep, ...]
    """Ways to do one part of a warm-up, the best first; the last is barred to nobody."""


def _walk(minutes: int) -> WarmUpStep:
    return WarmUpStep(WarmUpKey.WALK_ON_THE_SPOT, {"minutes": minutes})


_WAKE_HIPS = (
    WarmUpStep(WarmUpKey.BRIDGES_AND_SIDE_STEPS, {"reps": 10}),
    WarmUpStep(WarmUpKey.SIDE_STEPS, {"reps": 10}),
)
_ROCKS = WarmUpStep(WarmUpKey.ROCKS, {"reps": 8})
_PARTS: Mapping[int, tuple[_Alternatives, ...]] = {
    SHORT_WARM_UP: (
        (_walk(1),),
        _WAKE_HIPS,
        (WarmUpStep(WarmUpKey.ROCKS, {"reps": 5}),),
    ),
    TIGHT_WARM_UP: (
        (_walk(1),),
        _WAKE_HIPS,
        (_ROCKS,),
    ),
    USUAL_WARM_UP: (
        (WarmUpStep(WarmUpKey.WALK_OR_JOG, {"minutes": 2}), _walk(2)),
        _WAKE_HIPS,
        (WarmUpStep(WarmUpKey.ROCKS_AND_SWINGS, {"reps": 8}), _ROCKS),
    ),
    FULL_WARM_UP: (
        (WarmUpStep(WarmUpKey.JOG_OR_SKIP, {"minutes": 3}), _walk(3)),
        _WAKE_HIPS,
        (
            WarmUpStep(WarmUpKey.ROCKS_SWINGS_AND_LUNGES, {"reps": 8, "lunges": 5}),
            WarmUpStep(WarmUpKey.ROCKS_AND_SWINGS, {"reps": 8}),
            _ROCKS,
        ),
    ),
}
"""Raise, wake the hips and mobilise: the parts before the first lift, by the warm-up's minutes."""
_MOBILISE_BEFORE_HOPS: _Alternatives = (_ROCKS,)
"""The last of those parts in a warm-up of five minutes that ends with hops, which take the time of
the leg swings.
"""
_HOPS_A_SET = 10


def warm_up(
    *,
    minutes_asked: int,
    load: Load,
    jumps: bool,
    first: Form,
    kit: Collection[Kit],
    easier: Form | None,
    niggles: Collection[Niggle],
    without: Collection[str],
    hops: int,
) -> WarmUp:
    """The warm-up of a session of that load that may take so many minutes (R47).

    `first` is the form of its first exercise, `kit` what that is done with, `easier` an easier form
    of the same exercise that the athlete may do; `without` has ids of exercises. `hops` is how many
    low hops it ends with, a multiple of ten (R24); where a niggle bars them there are none.
    """
    minutes = warm_up_minutes(minutes_asked, load, jumps=jumps)
    last = _low_hops(hops, niggles, without)
    parts = _PARTS[minutes]
    if last and minutes == USUAL_WARM_UP:
        parts = (*parts[:-1], _MOBILISE_BEFORE_HOPS)
    steps = []
    for alternatives in parts:
        allowed = [step for step in alternatives if not barred(step, niggles, without)]
        steps.append(allowed[0])
    steps.append(_first_lift(first, kit, easier, short=minutes_asked < SHORT_SESSION))
    steps += last
    return WarmUp(minutes=minutes, steps=tuple(steps), contacts=contacts(steps))


def _low_hops(
    hops: int, niggles: Collection[Niggle], without: Collection[str]
) -> tuple[WarmUpStep, ...]:
    """So many hops as a part, where there are some and nothing bars them."""
    if not hops:
        return ()
    step = WarmUpStep(WarmUpKey.HOPS, {"sets": hops // _HOPS_A_SET, "reps": _HOPS_A_SET})
    return () if barred(step, niggles, without) else (step,)


def _first_lift(
    first: Form, kit: Collection[Kit], easier: Form | None, *, short: bool
) -> WarmUpStep:
    """The session's first exercise itself, but easier."""
    if weighted(first):
        weights = WEIGHTS.intersection(kit)
        # A band cannot be halved: what makes it easier is slack.
        if weights == {Kit.BAND}:
            return WarmUpStep(WarmUpKey.SLACK_BAND_SET if short else WarmUpKey.SLACK_BAND_SETS)
        # Nobody unpacks a backpack twice.
        if weights == {Kit.BACKPACK}:
            return WarmUpStep(WarmUpKey.UNLOADED_SET if short else WarmUpKey.UNLOADED_SETS)
        return WarmUpStep(WarmUpKey.LIGHTER_SET if short else WarmUpKey.LIGHTER_SETS)
    if easier is not None:
        return WarmUpStep(WarmUpKey.EASIER_FORM, {"form": easier.name})
    return WarmUpStep(WarmUpKey.EASY_SET)
