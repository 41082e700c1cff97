"""A hand-made week that a coach could have written: for the views' tests, which need a plan and no
planner.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from befit_cli.saved.reading import (
    read_next,
    read_note,
    read_reasons,
    read_safety,
    read_warm_up_step,
)
from befit_cli.values import (
    Athlete,
    Day,
    Group,
    Kit,
    Level,
    Load,
    Muscles,
    Niggle,
    Pattern,
    Phase,
    Plan,
    Prescription,
    Race,
    Region,
    Role,
    Run,
    Runs,
    Session,
    WarmUp,
    Week,
)

_WARM_UP = tuple(
    map(
        read_warm_up_step,
        (
            "walk briskly or march, 2 min",
            "10 hip circles each way",
            "8 slow bodyweight squats",
            "one easy set of the first exercise",
        ),
    )
)


def exercise(
    id: str, name: str, form: str, cue: str, progress: str, **changes: Any
) -> Prescription:
    """A prescription of two sets of ten at a low load, with some fields changed."""
    fields: dict[str, Any] = {
        "group": Group.CORE,
        "pattern": Pattern.ANTI_EXTENSION,
        "family": id,
        "role": Role.CORE,
        "regions": (Region.CORE,),
        "load": Load.LOW,
        "kit": (),
        "level": Level.BEGINNER,
        "sets": 2,
        "reps": 10,
        "hold_s": None,
        "per_side": False,
        "seconds_per_rep": None if "hold_s" in changes else 3.0,
        "rest_s": 45,
        "rir": 3,
        "contacts": 0,
        "muscles": Muscles(),
        "niggle_note": None,
    }
    step = read_next(progress, changes.get("hold_s"))
    return Prescription(id=id, name=name, form=form, cue=cue, next=step, **(fields | changes))


_MAIN = {"role": Role.MAIN, "load": Load.MEDIUM, "regions": (Region.LEGS,), "rest_s": 75}
_ACCESSORY = {"role": Role.ACCESSORY, "rest_s": 60}
_HOLD = {"reps": None, "rir": None, "rest_s": 30}

SQUAT = exercise(
    "squats",
    "Squats",
    "Bodyweight squat",
    "Knees travel over the middle toes.",
    "Two repetitions more, then the slow-lowering squat.",
    **_MAIN,
    group=Group.KNEE,
    pattern=Pattern.SQUAT,
    muscles=Muscles(("quadriceps", "gluteus-maximus"), ("hamstrings",)),
    niggle_note="bend to a chair, no deeper, while the knee is sore.",
)
STEP_UP = exercise(
    "step-ups",
    "Step-ups",
    "Low step-up with a hand on support",
    "Push through the whole foot; don't spring off the back leg.",
    "Let go of the support, then a higher step.",
    **_MAIN,
    group=Group.KNEE,
    pattern=Pattern.LUNGE,
    reps=8,
    per_side=True,
    kit=(Kit.STEP,),
)
BRIDGE = exercise(
    "glute-bridges",
    "Glute bridges",
    "Short-range bridge, feet close",
    "Ribs down before the hips go up.",
    "Then the full bridge.",
    **_ACCESSORY,
    group=Group.HIP,
    pattern=Pattern.HINGE,
    regions=(Region.HIPS,),
    reps=12,
)
HIP_THRUST = exercise(
    "hip-thrusts",
    "Hip thrusts",
    "Bodyweight hip thrust",
    "Chin tucked, shins upright at the top.",
    "Then one leg at a time.",
    **_MAIN,
    group=Group.HIP,
    pattern=Pattern.HINGE,
    kit=(Kit.BENCH,),
    muscles=Muscles(("gluteus-maximus",), ("hamstrings",)),
)
HEEL_RAISE = exercise(
    "calf-raises",
    "Calf raises",
    "Two-leg heel raise",
    "Lower slower than you rise.",
    "Then one leg on the floor.",
    **_ACCESSORY,
    group=Group.FOOT,
    pattern=Pattern.CALF,
    regions=(Region.LEGS,),
    reps=15,
)
SIDE_RAISE = exercise(
    "side-leg-raises",
    "Side leg raises",
    "Small side leg raise, lower knee bent",
    "Heel leads, toes point a little down.",
    "Then both legs long.",
    group=Group.HIP,
    pattern=Pattern.ABDUCTION,
    role=Role.PREHAB,
    regions=(Region.HIPS,),
    per_side=True,
    reps=12,
)
ARM_PULL = exercise(
    "pull-ups",
    "Pull-ups",
    "Face-down arm pulls",
    "Pull the elbows back, not the shoulders up.",
    "Then the one-arm row.",
    **_ACCESSORY,
    group=Group.MARATHON,
    pattern=Pattern.PULL,
    regions=(Region.ARMS,),
)
SIDE_PLANK = exercise(
    "planks",
    "Planks",
    "Side plank",
    "Elbow under the shoulder; end the set when the hips sag.",
    "Up to 30 seconds, then the leg raise.",
    **_HOLD,
    hold_s=20,
    per_side=True,
)
BIRD_DOG = exercise(
    "superman-holds",
    "Superman holds",
    "Bird dog",
    "Reach long instead of high.",
    "Then arm and leg lifts lying down.",
    **_HOLD,
    hold_s=10,
    pattern=Pattern.EXTENSION,
    per_side=True,
)
BALANCE = exercise(
    "single-leg-balances",
    "Single-leg balances",
    "Single-leg balance with fingertips",
    "Soft knee, level pelvis.",
    "Let go of the wall.",
    **(_HOLD | {"rest_s": 15}),
    hold_s=30,
    group=Group.FOOT,
    pattern=Pattern.BALANCE,
    role=Role.PREHAB,
    per_side=True,
)
ANKLES = exercise(
    "ankle-circles",
    "Ankle circles",
    "Seated ankle pumps",
    "Shin still, the biggest smooth circle.",
    "Then standing on one leg.",
    group=Group.FOOT,
    pattern=Pattern.FOOT,
    role=Role.MOBILITY,
    sets=1,
    rest_s=0,
    rir=None,
    per_side=True,
)

_NOTES = (
    read_note(
        "R12",
        "Only medium and low load this week: you are new to lifting, and a key run is never more "
        "than two days away.",
    ),
    read_note("R16", "One day a week stays free of strength and key runs: Saturday. Keep it."),
    read_note(
        "R30",
        "To add load: when you could do two repetitions more than asked in the last set, two "
        "sessions running, take 2-10 % more weight, or the next form where there is no weight.",
    ),
)
_SAFETY = (
    "Pain 0-3 of 10: go on. 4-5: do less. Over 5, or sharp, or worse from day to day: stop.",
    "Stop now and get help: chest pain or pressure, unusual breathlessness, faintness, sudden "
    "weakness, severe headache.",
    "See a clinician: pain on one point of a bone, pain at night or at rest, a limp, a joint "
    "that locks or gives way, numbness, no better in 2-3 weeks.",
    "Pregnant, under 18, or with a heart, kidney or metabolic condition: get clearance first. A "
    "plan is education, not medical advice.",
)


def session(day: Day, exercises: tuple[Prescription, ...], why: str, **changes: Any) -> Session:
    """A medium session on that day of the sample week."""
    fields: dict[str, Any] = {
        "date": date(2026, 11, 23 + day.rank),
        "load": Load.MEDIUM,
        "minutes": 29,
        "slot": 1,
        "with_run": None,
        "warm_up": WarmUp(minutes=5, steps=_WARM_UP),
    }
    return Session(day=day, exercises=exercises, reasons=read_reasons(why), **(fields | changes))


def sample_plan() -> Plan:
    """The first week of a beginner's half marathon, around intervals on Wednesday and a long run on
    Sunday.
    """
    sessions = (
        session(
            Day.MON,
            (SQUAT, BRIDGE, HEEL_RAISE, ARM_PULL, SIDE_PLANK, ANKLES),
            "The day after your long run, so nothing heavy; Wednesday's hard run is two days off.",
        ),
        session(
            Day.WED,
            (SIDE_RAISE, ARM_PULL, BALANCE, BIRD_DOG, SIDE_PLANK),
            "Run first, and leave at least 3 hours before strength, better 6. Low load keeps "
            "your legs for Friday.",
            load=Load.LOW,
            minutes=24,
            slot=2,
            with_run=Run.HARD,
            warm_up=WarmUp(minutes=5, steps=_WARM_UP[:2]),
        ),
        session(
            Day.FRI,
            (STEP_UP, HIP_THRUST, HEEL_RAISE, SIDE_RAISE, BIRD_DOG),
            "Two days after your hard run and two before the long run.",
            slot=3,
            minutes=30,
        ),
    )
    week = Week(
        number=1,
        of=12,
        starts=date(2026, 11, 23),
        phase=Phase.GENERAL,
        deload=False,
        taper=False,
        runs=Runs(hard=(Day.WED,), long=(Day.SUN,)),
        sessions=sessions,
        notes=_NOTES,
    )
    athlete = Athlete(race=Race.HALF, sessions=3, niggles=(Niggle.RUNNERS_KNEE,))
    safety = read_safety(_SAFETY)
    return Plan(befit="0.1.0", athlete=athlete, weeks=(week,), safety=safety)
