"""How load grows: what can be made heavier, when, and by how much; and what a light lift is."""

from __future__ import annotations

from collections.abc import Collection

from befit_cli.evidence.coverage import LIFT_PATTERNS
from befit_cli.evidence.week import highest
from befit_cli.language import message
from befit_cli.values import Form, Kit, Load, Pattern, Phase, Prescription, Week, lighter

REPS_OVER = 2
LOAD_STEP = message("2-10 %")
"""R30: repetitions over the target that ask for more, and how much weight that is."""

HEAVY = frozenset({Kit.DUMBBELL, Kit.KETTLEBELL, Kit.BARBELL, Kit.MACHINE})
"""What makes work heavy: then a phase may ask for few repetitions (R26)."""
WEIGHTS = HEAVY | {Kit.BAND, Kit.BACKPACK}
"""What makes work weighted: it comes heavier, or stronger."""
CALF_WEIGHTS = HEAVY | {Kit.BACKPACK}
"""R08: with one of them at hand, one exercise for the calves is weighted."""

HEAVY_PHASES = (Phase.STRENGTH, Phase.POWER)
"""R08 and R27: the phases whose work for the legs is heavy, for who has the weight."""

LIGHT_SETS = 2
LIGHT_RIR = 4
LIGHT_HOLD = 2 / 3
"""A light lift: its most sets, the repetitions left, and the share of the usual seconds where it is
held; consensus. Of the weight, three quarters, only the plan's word on effort speaks.
"""
FRESH_SETS = LIGHT_SETS
FRESH_RIR = LIGHT_RIR
"""R12c and R15b: the most sets of a lift beside a long run and soon before a tune-up race, and the
repetitions left, in calf work, too; as in a light one, with all of its weight; consensus.
"""
LIGHT_LIFTS_MAX = 3
LIGHT_SESSION_SETS_MAX = 6
"""Where more lifts than that, or sets, are light in a session, it keeps the class of their forms;
consensus.
"""
FEW_REPS = 6
"""R46: repetitions of a barbell or leg-press lift up to which it asks for a lighter set."""


def weighted(form: Form) -> bool:
    """Whether weight or tension is in the form, or may be."""
    return not all(map(WEIGHTS.isdisjoint, form.kit))


def with_weight(kit: Collection[Kit]) -> bool:
    """Whether work with that kit has weight or tension in it."""
    return not WEIGHTS.isdisjoint(kit)


def heavy(kit: Collection[Kit]) -> bool:
    """Whether work with that kit is heavy."""
    return not HEAVY.isdisjoint(kit)


def needs_lighter_sets(kit: Collection[Kit], pattern: Pattern, reps: int | None) -> bool:
    """R46: whether a lift asks for a lighter set of its own: a barbell, or a leg press, for few
    repetitions.
    """
    if reps is None or reps > FEW_REPS:
        return False
    return Kit.BARBELL in kit or (Kit.MACHINE in kit and pattern is Pattern.SQUAT)


def heavy_lift(kit: Collection[Kit], pattern: Pattern) -> bool:
    """R27: whether a form of that pattern, with that kit, is heavy work for the legs."""
    return heavy(kit) and pattern in LIFT_PATTERNS


def has_heavy_legs(week: Week) -> bool:
    """R27: whether a week has heavy work for the legs."""
    exercises = [exercise for session in week.sessions for exercise in session.exercises]
    return any(heavy_lift(exercise.kit, exercise.pattern) for exercise in exercises)


def can_be_light(form: Form) -> bool:
    """Whether a form has a light version: what is low on the legs needs none, and what lands has
    none.
    """
    return form.load is not Load.LOW and not form.contacts


def is_light(exercise: Prescription) -> bool:
    """Whether an exercise is light: marked so, and dosed so; jumps never are."""
    if not exercise.light or exercise.contacts:
        return False
    keeps_enough = exercise.rir is None or exercise.rir >= LIGHT_RIR
    return exercise.sets <= LIGHT_SETS and keeps_enough


def dosed_load(load: Load, *, light: bool) -> Load:
    """How hard a form of that class is on the legs: light, it counts a class lower."""
    return lighter(load) if light else load


def session_load(work: Collection[tuple[Load, bool, int]]) -> Load:
    """The load of a session, by the class of each form at full effort, whether it is light, and its
    sets.
    """
    light_sets = [sets for _, light, sets in work if light]
    many = len(light_sets) > LIGHT_LIFTS_MAX or sum(light_sets) > LIGHT_SESSION_SETS_MAX
    if not light_sets or many:
        return highest([load for load, _, _ in work])
    return highest([dosed_load(load, light=light) for load, light, _ in work])
