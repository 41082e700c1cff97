"""What a week should train, and how much: needs, regions, and sets per leg muscle."""

from __future__ import annotations

from functools import cache

from befit_cli.values import Level, Muscles, Pattern, Region, Value


class Need(Value, frozen=True):
    """Something that a week should hold: a form of one of the patterns, each side on its own where
    `one_leg`.
    """

    name: str
    patterns: frozenset[Pattern]
    one_leg: bool = False

    def met_by(self, pattern: Pattern, *, per_side: bool) -> bool:
        """Whether a form of that pattern meets it."""
        return pattern in self.patterns and (per_side or not self.one_leg)


KNEE = Need("knee-dominant", frozenset({Pattern.SQUAT, Pattern.LUNGE}))
HIP = Need("hip-dominant", frozenset({Pattern.HINGE}))
CALF = Need("calf", frozenset({Pattern.CALF}))
ONE_LEG = Need("one-leg", frozenset({Pattern.SQUAT, Pattern.LUNGE, Pattern.HINGE}), one_leg=True)
LATERAL_HIP = Need("lateral hip", frozenset({Pattern.ABDUCTION}))
CORE = Need("core", frozenset({Pattern.ANTI_EXTENSION, Pattern.EXTENSION, Pattern.ROTATION}))
PULL = Need("pulling", frozenset({Pattern.PULL}))
COVERAGE = (KNEE, HIP, ONE_LEG, CALF, CORE, PULL, LATERAL_HIP)
"""R03: what every week has."""
COVERAGE_MINUTES = 60
"""R03 is a must from this many minutes a week."""

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

LEG_MUSCLES = {
    "quadriceps": frozenset({"quadriceps"}),
    "hamstrings": frozenset({"hamstrings"}),
    "glutes": frozenset({"gluteus-maximus"}),
    "calves": frozenset({"calves", "gastrocnemius", "soleus"}),
}
"""R04: the leg muscles whose weekly sets are counted, and the names an exercise may give them."""
MUSCLE_SETS_MIN = 4
MUSCLE_SETS_MAX = {Level.BEGINNER: 12, Level.INTERMEDIATE: 16, Level.ADVANCED: 16}
"""R04."""
SECONDARY_SHARE = 0.5
"""R04: what a set counts for a secondary muscle."""


@cache
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


@cache
def coverage(pattern: Pattern, *, per_side: bool) -> frozenset[str]:
    """R03: names of the needs that a form of that pattern meets."""
    return frozenset(need.name for need in COVERAGE if need.met_by(pattern, per_side=per_side))
