"""What Strong, Hevy and FitNotes call exercises -> the exercises and forms of the catalogue."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from befit_cli.catalogue.finder import bare, called
from befit_cli.catalogue.names import spelled
from befit_cli.evidence.load import weighted
from befit_cli.values import Catalogue, Exercise, Form, Kit

NO_EXERCISE = "none"
"""What a runner says of a name that befit need not know."""


class Match(NamedTuple):
    """The exercise that a name means."""

    id: str
    """`none` where it is no exercise of befit's."""
    form: str = ""
    """Empty where the name doesn't say."""


class _Words(NamedTuple):
    """A name without the equipment in it, so that `Barbell Squat` is `Squat (Barbell)`."""

    letters: str
    """In the singular and without blanks: `stepup` is `Step-Ups`."""
    equipment: frozenset[str]


# Names as the apps have them, with and without hyphens and plurals. A form that befit would have
# to guess is empty: what people lift in a `Squat (Dumbbell)` may be a goblet squat, and may not.
_NAMES: dict[str, dict[str, str]] = {
    "squats": {
        "Bodyweight squat": "squat (bodyweight), air squat",
        "Goblet squat": "goblet squat, goblet squat (kettlebell), goblet squat (dumbbell)",
        "Barbell squat": "squat (barbell), back squat, back squat (barbell), full squat, "
        "high bar squat, low bar squat",
        "": "squat, squat (dumbbell), squat (kettlebell)",
    },
    "lunges": {
        "Reverse lunge": "reverse lunge, reverse lunge (bodyweight)",
        "Weighted reverse lunge": "reverse lunge (dumbbell), reverse lunge (kettlebell)",
        "Barbell reverse lunge": "reverse lunge (barbell)",
        "Walking lunge with weights": "walking lunge (dumbbell), walking lunge (kettlebell)",
        "": "lunge, lunge (bodyweight), lunge (dumbbell), lunge (kettlebell), lunge (barbell), "
        "walking lunge, walking lunge (barbell), forward lunge, forward lunge (dumbbell)",
    },
    "step-ups": {
        "Step-up": "step up, step up (bodyweight)",
        "Weighted step-up": "step up (dumbbell), step up (kettlebell), step up (weighted)",
        "Barbell step-up": "step up (barbell)",
    },
    "leg-presses": {
        "Leg press": "leg press, leg press (machine), leg press horizontal (machine), "
        "seated leg press (machine)",
        "Single-leg press": "single leg press, single leg press (machine)",
    },
    "clamshells": {"Banded clamshell": "clamshell (band)"},
    "heel-raises": {
        "Seated calf raise on a machine": "seated calf raise (machine), seated calf raise "
        "(plate loaded)",
        "Seated heel raise, weight on the knees": "seated calf raise (dumbbell), "
        "seated calf raise (barbell)",
        "": "seated calf raise",
    },
    "band-foot-pulls": {
        "Toe raise, back to the wall": "tibialis raise, tibialis raise (bodyweight)"
    },
    "glute-bridges": {
        "Glute bridge": "glute bridge, glute bridge (bodyweight), hip bridge",
        "Banded glute bridge": "glute bridge (band)",
        "Weighted glute bridge": "glute bridge (dumbbell), glute bridge (kettlebell), "
        "glute bridge (weighted)",
        "Single-leg bridge": "single leg glute bridge, single leg glute bridge (bodyweight)",
        "Leg curl on a machine": "leg curl (machine), lying leg curl (machine), lying leg curl, "
        "seated leg curl (machine), seated leg curl, standing leg curl, leg curl",
        "Nordic lowering": "nordic, nordic curl, nordic hamstring curl, "
        "nordic hamstring curl (bodyweight)",
    },
    "hip-thrusts": {
        "Bodyweight hip thrust": "hip thrust (bodyweight)",
        "Dumbbell hip thrust": "hip thrust (dumbbell)",
        "Machine hip thrust": "hip thrust (machine)",
        "Barbell hip thrust": "hip thrust (barbell)",
        "Single-leg hip thrust": "single leg hip thrust, single leg hip thrust (bodyweight)",
        "": "hip thrust, single leg hip thrust (dumbbell)",
    },
    "standing-side-kicks": {"Banded lateral walk": "lateral band walk, monster walk, crab walk"},
    "pistol-squats": {
        "Pistol squat": "pistol squat, pistol squat (bodyweight)",
        "Weighted pistol squat": "pistol squat (dumbbell), pistol squat (kettlebell), "
        "pistol squat (weighted)",
        "Pistol squat with a hand on support": "assisted pistol squat",
    },
    "bulgarian-split-squats": {
        "Bulgarian split squat": "bulgarian split squat, bulgarian split squat (bodyweight)",
        "Weighted Bulgarian split squat": "bulgarian split squat (dumbbell), "
        "bulgarian split squat (kettlebell)",
        "Barbell Bulgarian split squat": "bulgarian split squat (barbell)",
        "Floor split squat": "split squat (bodyweight)",
        "": "split squat, split squat (dumbbell), split squat (barbell)",
    },
    "jump-squats": {
        "Jump squat": "jump squat, squat jump, jump squat (bodyweight)",
        "Light-dumbbell jump squat": "jump squat (dumbbell)",
    },
    "calf-raises": {
        "Single-leg calf raise on a machine": "single leg standing calf raise (machine), "
        "single leg calf raise (machine)",
        "Weighted single-leg calf raise": "single leg standing calf raise (dumbbell), "
        "single leg calf raise (dumbbell), single leg calf raise (kettlebell)",
        "": "standing calf raise, standing calf raise (machine), standing calf raise (dumbbell), "
        "standing calf raise (barbell), standing calf raise (smith), "
        "standing calf raise (bodyweight), calf raise, calf raise (dumbbell), "
        "single leg standing calf raise, single leg calf raise, "
        "single leg standing calf raise (barbell)",
    },
    "planks": {
        "Plank": "plank, front plank, forearm plank",
        "Side plank": "side plank, side plank (bodyweight)",
        "Push-up": "push up, push up (bodyweight), press up",
        "Kneeling push-up": "kneeling push up, knee push up, push up (knees)",
        "Push-up, hands raised": "incline push up",
        "Push-up, feet raised": "decline push up",
        "Plank with shoulder taps": "plank with shoulder taps, plank shoulder taps",
        "": "push up (weighted)",
    },
    "russian-twists": {
        "Russian twist": "russian twist, russian twist (bodyweight)",
        "Weighted Russian twist": "russian twist (weighted), russian twist (dumbbell), "
        "russian twist (kettlebell)",
        "Dead bug": "dead bug, dead bug (bodyweight)",
        "Band press-out": "pallof press, pallof press (band)",
    },
    "bicycle-crunches": {"Bicycle crunch": "bicycle crunch, bicycle crunch (bodyweight)"},
    "superman-holds": {
        "Bird dog": "bird dog, bird dog (bodyweight)",
        "Superman hold": "superman, superman hold",
        "Back extension on a machine": "back extension (machine), back extension "
        "(hyperextension), hyperextension",
        "": "back extension, back extension (weighted)",
    },
    "mountain-climbers": {"Mountain climber": "mountain climber, mountain climber (bodyweight)"},
    "deadlifts": {
        "Barbell deadlift from the floor": "deadlift (barbell), conventional deadlift",
        "Band deadlift": "deadlift (band)",
        "Weighted deadlift from the floor": "deadlift (dumbbell), deadlift (kettlebell)",
        "": "deadlift",
    },
    "box-jumps": {"Box jump": "box jump, box jump (bodyweight)"},
    "single-leg-deadlifts": {
        "Weighted single-leg deadlift": "single leg romanian deadlift (dumbbell), "
        "single leg romanian deadlift (kettlebell), single leg deadlift (dumbbell), "
        "single leg deadlift (kettlebell), single leg rdl (dumbbell)",
        "Barbell single-leg deadlift": "single leg romanian deadlift (barbell), "
        "single leg deadlift (barbell)",
        "Bodyweight single-leg deadlift": "single leg deadlift (bodyweight)",
        "": "single leg romanian deadlift, single leg deadlift, single leg rdl",
    },
    "pull-ups": {
        "Pull-up": "pull up, pull up (bodyweight)",
        "Weighted pull-up": "pull up (weighted)",
        "Band-assisted pull-up": "pull up (band), band assisted pull up",
        "Slow-lowering pull-up": "negative pull up",
        "One-arm row": "one arm row, single arm row, dumbbell row, bent over one arm row "
        "(dumbbell), single arm row (dumbbell), one arm row (dumbbell)",
        "Lat pulldown": "lat pulldown, lat pulldown (cable), lat pulldown (machine)",
        "Band row": "row (band), bent over row (band), seated row (band)",
        "Low-bar body row": "inverted row, inverted row (bodyweight), body row",
        "": "chin up, row, bent over row, bent over row (barbell), bent over row (dumbbell), "
        "row (barbell), row (machine), seated row (machine), seated row (cable), "
        "chin up (weighted)",
    },
    "romanian-deadlifts": {
        "Romanian deadlift": "romanian deadlift (dumbbell), romanian deadlift (kettlebell), "
        "rdl (dumbbell), stiff leg deadlift (dumbbell)",
        "Barbell Romanian deadlift": "romanian deadlift (barbell), rdl (barbell), "
        "stiff leg deadlift (barbell)",
        "": "romanian deadlift, rdl, stiff leg deadlift, stiff legged deadlift, "
        "straight leg deadlift",
    },
}

_EQUIPMENT = {
    "barbell": "barbell",
    "dumbbell": "dumbbell",
    "db": "dumbbell",
    "kettlebell": "kettlebell",
    "kb": "kettlebell",
    "machine": "machine",
    "cable": "cable",
    "band": "band",
    "banded": "band",
    "bodyweight": "bodyweight",
    "weighted": "weighted",
    "smith": "smith",
    "assisted": "assisted",
    "suspension": "suspension",
}
_KITS = {
    "barbell": {Kit.BARBELL},
    "dumbbell": {Kit.DUMBBELL},
    "kettlebell": {Kit.KETTLEBELL},
    "machine": {Kit.MACHINE},
    "band": {Kit.BAND},
}
_CARDIO = frozenset(
    bare(name)
    for name in (
        *("running", "run", "treadmill", "walking", "hiking", "sprints", "jogging", "cardio"),
        *("cycling", "bike", "biking", "stationary bike", "air bike", "spinning", "swimming"),
        *("rowing", "rowing machine", "elliptical", "elliptical trainer", "elliptical machine"),
        *("stair machine", "stair climber", "stairmaster", "climbing", "skiing", "snowboarding"),
        *("jump rope", "skipping rope", "aerobics", "hiit", "boxing", "yoga", "stretching"),
        *("warm up", "cool down", "ski erg", "skating", "cross trainer"),
    )
)
"""Names of what is no strength work, and of its chapter in FitNotes."""
_NOT_OURS = re.compile(
    r"\b(?:bench press|chest press|floor press|shoulder press|overhead press|military press|"
    r"push press|arnold press|incline press|biceps?|triceps?|preacher|hammer curl|"
    r"skull ?crusher|lateral raise|front raise|fly|flye|pec deck|crossover|"
    r"shrug|dip|pullover|face pull|upright row|wrist|forearm curl|concentration curl)\b"
)
"""What is for the chest, the shoulders and the arms alone: befit has no exercise like it."""


def is_cardio(name: str) -> bool:
    """Whether the name is one of running, riding and the like, and no exercise's."""
    return bare(name.partition("(")[0]) in _CARDIO


def match(name: str, catalogue: Catalogue, known: Mapping[str, str]) -> Match | None:
    """The exercise and the form that an app's name means; `known` has what the runner said of
    names, each an exercise's id or `none`. None for a name that has to be asked about.
    """
    said = {spelled(app_name): id_ for app_name, id_ in known.items()}.get(spelled(name))
    if said == NO_EXERCISE:
        return Match(NO_EXERCISE)
    words = _words(name)
    listed = _listed().get(words)
    if said in catalogue.by_id:
        form = catalogue.form_name(said, listed.form) if listed and listed.id == said else ""
        return Match(said, form or _form(catalogue.by_id[said], words))
    if listed and listed.id in catalogue.by_id:
        return listed._replace(form=catalogue.form_name(listed.id, listed.form))
    whole = called(catalogue, name)
    if len(whole) == 1:
        return Match(whole[0].id, _form(whole[0], words))
    base = called(catalogue, name.partition("(")[0])
    form = _form(base[0], words) if len(base) == 1 else ""
    if form:
        return Match(base[0].id, form)
    return Match(NO_EXERCISE) if _NOT_OURS.search(bare(name)) else None


def form_lifted(found: Match, catalogue: Catalogue) -> str:
    """The form that was done with a weight, where an app's name says none: of `Pull-up` it is
    `Weighted pull-up`. Empty where there is none, for nobody knows then which it was.
    """
    if not found.form:
        return ""
    exercise = catalogue.by_id[found.id]
    ladder = {spelled(name): form for form in exercise.ladder for name in form.names}
    known = ladder.get(spelled(found.form))
    names = [spelled(name) for name in (known.names if known else (found.form,))]
    for name in (*names, *[f"weighted {name}" for name in names]):
        if name in ladder and weighted(ladder[name]):
            return ladder[name].name
    return ""


def takes_weight_off(name: str) -> bool:
    """Whether the weight that an app has of it helps, and is not lifted."""
    return not _words(name).equipment.isdisjoint(("assisted", "band"))


def listed_names() -> Iterator[tuple[str, Match]]:
    """The apps' names that the table has, and what each means."""
    for id_, forms in _NAMES.items():
        for form, names in forms.items():
            for name in names.split(","):
                yield name.strip(), Match(id_, form)


@cache
def _listed() -> dict[_Words, Match]:
    return {_words(name): found for name, found in listed_names()}


def _form(exercise: Exercise, words: _Words) -> str:
    """The one form of the exercise that is called so, done with that equipment; else empty."""
    forms = [form.name for form in exercise.ladder if _is(form, words)]
    return forms[0] if len(forms) == 1 else ""


def _is(form: Form, words: _Words) -> bool:
    if words in map(_words, form.names):
        return True
    kits = {kit for choice in form.kit for kit in choice}
    needed = [_KITS.get(name, set()) for name in words.equipment]
    return (
        bool(needed)
        and words.letters in [_words(name).letters for name in form.names]
        and all(kits & wanted for wanted in needed)
    )


@cache
def _words(name: str) -> _Words:
    letters, equipment = "", set()
    for word in bare(name).split():
        if word in _EQUIPMENT:
            equipment.add(_EQUIPMENT[word])
        else:
            letters += word
    if "smith" in equipment:
        equipment.discard("machine")
    return _Words(letters, frozenset(equipment))
