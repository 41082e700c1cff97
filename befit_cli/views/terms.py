"""The words that befit knows, each as it is called in the language that is spoken."""

from __future__ import annotations

from collections.abc import Mapping

from befit_cli.language import _, message
from befit_cli.values import (
    Act,
    Day,
    Group,
    Kit,
    Level,
    Load,
    Need,
    Niggle,
    Off,
    Pattern,
    Phase,
    Race,
    Role,
    Run,
    Status,
)

_TERMS: Mapping[type[str], Mapping[str, str]] = {
    Act: {
        Act.FIRST_LINE: message("first-line"),
        Act.MODIFY: message("modify"),
        Act.AVOID: message("avoid"),
    },
    Day: {
        Day.MON: message("mon", sense="weekday"),
        Day.TUE: message("tue", sense="weekday"),
        Day.WED: message("wed", sense="weekday"),
        Day.THU: message("thu", sense="weekday"),
        Day.FRI: message("fri", sense="weekday"),
        Day.SAT: message("sat", sense="weekday"),
        Day.SUN: message("sun", sense="weekday"),
    },
    Group: {
        Group.KNEE: message("knee"),
        Group.FOOT: message("foot"),
        Group.HIP: message("hip"),
        Group.LEG: message("leg"),
        Group.CORE: message("core"),
        Group.MARATHON: message("marathon"),
    },
    Kit: {
        Kit.BAND: message("band"),
        Kit.DUMBBELL: message("dumbbell"),
        Kit.KETTLEBELL: message("kettlebell"),
        Kit.BACKPACK: message("backpack"),
        Kit.BARBELL: message("barbell"),
        Kit.MACHINE: message("machine"),
        Kit.BENCH: message("bench"),
        Kit.BOX: message("box"),
        Kit.STEP: message("step"),
        Kit.PULL_UP_BAR: message("pull-up-bar"),
        Kit.TOWEL: message("towel"),
    },
    Level: {
        Level.BEGINNER: message("beginner"),
        Level.INTERMEDIATE: message("intermediate"),
        Level.ADVANCED: message("advanced"),
    },
    Load: {
        Load.LOW: message("low", sense="load"),
        Load.MEDIUM: message("medium", sense="load"),
        Load.HIGH: message("high", sense="load"),
    },
    Niggle: {
        Niggle.RUNNERS_KNEE: message("runners-knee", sense="niggle"),
        Niggle.ITB: message("itb", sense="niggle"),
        Niggle.PLANTAR: message("plantar", sense="niggle"),
        Niggle.SHIN: message("shin", sense="niggle"),
        Niggle.ACHILLES: message("achilles", sense="niggle"),
        Niggle.LOW_BACK: message("low-back", sense="niggle"),
        Niggle.HAMSTRING: message("hamstring", sense="niggle"),
        Niggle.BONE_STRESS: message("bone-stress", sense="niggle"),
    },
    Need: {
        Need.KNEE: message("knee-dominant", sense="trained"),
        Need.HIP: message("hip-dominant", sense="trained"),
        Need.HAMSTRING: message("hamstring", sense="trained"),
        Need.ONE_LEG: message("one-leg", sense="trained"),
        Need.CALF: message("calf", sense="trained"),
        Need.LATERAL_HIP: message("lateral hip", sense="trained"),
        Need.CORE: message("core", sense="trained"),
        Need.PULL: message("pulling", sense="trained"),
        Need.PUSH: message("pushing", sense="trained"),
    },
    Off: {
        Off.AWAY: message("away"),
        Off.ILL: message("ill"),
        Off.HURT: message("hurt"),
    },
    Pattern: {
        Pattern.SQUAT: message("squat"),
        Pattern.LUNGE: message("lunge"),
        Pattern.HINGE: message("hinge"),
        Pattern.CALF: message("calf"),
        Pattern.FOOT: message("foot"),
        Pattern.BALANCE: message("balance"),
        Pattern.ABDUCTION: message("abduction"),
        Pattern.ANTI_EXTENSION: message("core-anti-extension"),
        Pattern.EXTENSION: message("core-extension"),
        Pattern.ROTATION: message("rotation"),
        Pattern.PULL: message("pull"),
        Pattern.PUSH: message("push"),
        Pattern.PLYOMETRIC: message("plyometric"),
    },
    Phase: {
        Phase.GENERAL: message("general"),
        Phase.STRENGTH: message("strength"),
        Phase.POWER: message("power"),
        Phase.TAPER: message("taper"),
    },
    Race: {
        Race.FIVE_K: message("5k"),
        Race.TEN_K: message("10k"),
        Race.HALF: message("half"),
        Race.MARATHON: message("marathon"),
        Race.NONE: message("no race"),
    },
    Role: {
        Role.POWER: message("power"),
        Role.MAIN: message("main"),
        Role.ACCESSORY: message("accessory"),
        Role.PREHAB: message("prehab"),
        Role.CORE: message("core"),
        Role.MOBILITY: message("mobility"),
    },
    Run: {
        Run.HARD: message("hard", sense="day"),
        Run.LONG: message("long", sense="day"),
        Run.RACE: message("race", sense="day"),
    },
    Status: {
        Status.PLANNED: message("planned", sense="session"),
        Status.PAST: message("past", sense="session"),
        Status.DONE: message("done", sense="session"),
        Status.SKIPPED: message("skipped", sense="session"),
        Status.MISSED: message("missed", sense="session"),
    },
}
_SENSES: Mapping[type[str], str] = {
    Day: "weekday",
    Load: "load",
    Need: "trained",
    Niggle: "niggle",
    Run: "day",
    Status: "session",
}
"""What tells the words of a kind from the same English ones of another."""
_MUSCLES = {
    "adductors": message("adductors"),
    "biceps": message("biceps"),
    "calves": message("calves"),
    "chest": message("chest"),
    "core": message("core"),
    "deep-hip-rotators": message("deep hip rotators"),
    "erector-spinae": message("erector spinae"),
    "foot-intrinsics": message("foot intrinsics"),
    "forearms": message("forearms"),
    "gastrocnemius": message("gastrocnemius"),
    "gluteus-maximus": message("gluteus maximus"),
    "gluteus-medius": message("gluteus medius"),
    "gluteus-minimus": message("gluteus minimus"),
    "hamstrings": message("hamstrings"),
    "hip-flexors": message("hip flexors"),
    "lats": message("lats"),
    "obliques": message("obliques"),
    "peroneals": message("peroneals"),
    "quadratus-lumborum": message("quadratus lumborum"),
    "quadriceps": message("quadriceps"),
    "rear-shoulders": message("rear shoulders"),
    "rectus-abdominis": message("rectus abdominis"),
    "shoulders": message("shoulders"),
    "soleus": message("soleus"),
    "tensor-fasciae-latae": message("tensor fasciae latae"),
    "tibialis-anterior": message("tibialis anterior"),
    "tibialis-posterior": message("tibialis posterior"),
    "toe-flexors": message("toe flexors"),
    "transversus-abdominis": message("transversus abdominis"),
    "triceps": message("triceps"),
    "upper-back": message("upper back"),
}
_JOINTS = {
    "knee": message("knee", sense="joint"),
    "calf": message("calf", sense="joint"),
    "shin": message("shin", sense="joint"),
    "ankle": message("ankle", sense="joint"),
    "heel": message("heel", sense="joint"),
    "foot": message("foot", sense="joint"),
    "hamstring": message("hamstring", sense="joint"),
    "back": message("back", sense="joint"),
}


def term(word: str) -> str:
    """What one of befit's words is called: `high`, in Spanish `alta`. Any other text is what it
    is.
    """
    kind = type(word)
    if kind not in _TERMS:
        return word
    return _(_TERMS[kind][word], sense=_SENSES.get(kind, ""))


def muscle(name: str) -> str:
    """What a muscle is called that a catalogue knows by that name: `gluteus-maximus`; of a name
    that is not befit's, the name itself, in words.
    """
    return _(_MUSCLES.get(name) or name.replace("-", " "))


def joint(name: str) -> str:
    """What a joint is called that hurts, or a niggle: `knee`."""
    if name in _JOINTS:
        return _(_JOINTS[name], sense="joint")
    return term(Niggle(name)) if name in list(Niggle) else name
