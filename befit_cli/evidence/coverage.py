"""What a week should train, and how much: needs, regions, and sets per leg muscle."""

from __future__ import annotations

from functools import cache

from befit_cli.values import Form, Knee, Level, Muscles, Need, Pattern, Prescription, Region

COVERAGE = tuple(Need)
"""R03: what every week has; press, pull and push after Iversen 2021, the hamstrings after Kubo 2019
and Plotkin 2023, for squat and thrust leave them; the rest consensus.
"""
COVERAGE_MINUTES = 60
"""R03 is a must from this many minutes a week."""
CALF_SESSIONS_MIN = 2
CALF_SETS_MIN = 6
CALF_SETS_FROM_WEEK = 3
"""R08: sessions of a week with calf work; its sets, from that week of a block on. Healthy adults do
21 to 24 raises on one leg in the median (Hebert-Losier 2017); the dose is consensus.
"""
CALF_SETS_MORE = 2
"""R08 and R33: calf sets by which a week grows from stretch to stretch at most, for tendons take
their time; consensus.
"""

REGIONS: dict[Pattern, tuple[Region, ...]] = {
    Pattern.SQUAT: (Region.LEGS,),
    Pattern.LUNGE: (Region.LEGS,),
    Pattern.CALF: (Region.LEGS,),
    Pattern.FOOT: (Region.LEGS,),
    Pattern.BALANCE: (Region.LEGS,),
    Pattern.PLYOMETRIC: (Region.LEGS,),
    Pattern.HINGE: (Region.HIPS,),
    Pattern.ABDUCTION: (Region.HIPS,),
    Pattern.ANTI_EXTENSION: (Region.CORE,),
    Pattern.EXTENSION: (Region.CORE,),
    Pattern.ROTATION: (Region.CORE,),
    Pattern.PULL: (Region.ARMS,),
    Pattern.PUSH: (Region.ARMS,),
}
"""R03: the regions that a pattern trains."""
LEG_PATTERNS = frozenset(
    pattern
    for pattern, regions in REGIONS.items()
    if Region.LEGS in regions or Region.HIPS in regions
)
"""R23 and R33: the patterns whose sets are leg sets; the hips carry a runner as the legs do."""

_PATTERNS: dict[Need, frozenset[Pattern]] = {
    Need.KNEE: frozenset({Pattern.SQUAT, Pattern.LUNGE}),
    Need.HIP: frozenset({Pattern.HINGE}),
    Need.CALF: frozenset({Pattern.CALF}),
    Need.LATERAL_HIP: frozenset({Pattern.ABDUCTION}),
    Need.CORE: frozenset({Pattern.ANTI_EXTENSION, Pattern.EXTENSION, Pattern.ROTATION}),
    Need.PULL: frozenset({Pattern.PULL}),
    Need.PUSH: frozenset({Pattern.PUSH}),
}
"""R03: the patterns that serve a need; the two that are not here go by muscles and by sides."""
LIFT_PATTERNS = _PATTERNS[Need.KNEE] | _PATTERNS[Need.HIP]
"""Squats, lunges and hinges."""

LEG_MUSCLES = {
    "quadriceps": frozenset({"quadriceps"}),
    "hamstrings": frozenset({"hamstrings"}),
    "glutes": frozenset({"gluteus-maximus"}),
    "calves": frozenset({"calves", "gastrocnemius", "soleus"}),
}
"""R04: the leg muscles whose weekly sets are counted, and the names an exercise may give them."""
MUSCLE_SETS_MIN = 4
MUSCLE_SETS_MAX = {Level.BEGINNER: 12, Level.INTERMEDIATE: 16, Level.ADVANCED: 16}
"""R04: befit's usual range; Iversen 2021, ceilings consensus."""
SECONDARY_SHARE = 0.5
"""R04: what a set counts for a secondary muscle."""


def muscle_shares(muscles: Muscles) -> tuple[tuple[str, float], ...]:
    """R04: what one set counts for each leg muscle, those that it works at all."""
    primary = []
    secondary = []
    for muscle, names in LEG_MUSCLES.items():
        # A muscle counts once: as primary where one of its names is primary, whatever the others.
        if not names.isdisjoint(muscles.primary):
            primary.append((muscle, 1.0))
        elif not names.isdisjoint(muscles.secondary):
            secondary.append((muscle, SECONDARY_SHARE))
    return (*primary, *secondary)


def served(form: Form) -> frozenset[Need]:
    """R03: what a form serves of a week's needs."""
    if form.serves is not None:
        return frozenset(form.serves)
    return serves(form.pattern, form.muscles, per_side=form.per_side)


def straight_on_one_leg(work: Form | Prescription) -> bool:
    """R08: whether calf work is done with a straight knee and on one leg."""
    return work.knee is Knee.STRAIGHT and work.per_side


@cache
def in_order(needs: frozenset[Need]) -> tuple[Need, ...]:
    """The needs in the order of `COVERAGE`."""
    return tuple([need for need in COVERAGE if need in needs])


@cache
def serves(pattern: Pattern, muscles: Muscles, *, per_side: bool) -> frozenset[Need]:
    """R03: what work of that pattern, with those muscles, serves of a week's needs."""
    needs = {need for need, patterns in _PATTERNS.items() if pattern in patterns}
    if pattern in LIFT_PATTERNS and per_side:
        needs.add(Need.ONE_LEG)
    if "hamstrings" in muscles.primary:
        needs.add(Need.HAMSTRING)
    return frozenset(needs)
