"""The sentences of a plan, each once, with named places for what changes.

Views say them, and `saved.reading` finds the key of a sentence by the same words.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from befit_cli.evidence.block import STUDIED_WEEKS
from befit_cli.evidence.dose import OTHER_REPS
from befit_cli.evidence.load import LIGHT_RIR, LIGHT_SETS, LOAD_STEP, heavy
from befit_cli.evidence.progress import PAIN_GOES_ON_TO, PAIN_STOPS_ABOVE
from befit_cli.evidence.safety import SAFETY
from befit_cli.evidence.week import HARD_RUNS_MANY
from befit_cli.values import (
    AdaptedKey,
    Day,
    Facts,
    Kit,
    Load,
    Niggle,
    NiggleChanges,
    NoteKey,
    ReasonKey,
    Run,
    Step,
    WarmUpKey,
)

MINUTES_MORE = 5
"""What a note offers to ask for where a session has too little room; `--minutes` in its steps."""
NIGGLE_ENDS = "Once the pain has been 0-2 of 10 for two weeks, plan without this niggle."
"""When a niggle is lifted (R59); consensus."""

REASONS: Mapping[ReasonKey, str] = {
    ReasonKey.HARD_RUN_DAY: "{day}, after your hard run: hard days stay hard, easy days easy.",
    ReasonKey.RUN_FIRST: "Run first, then wait at least {hours} hours, better {better}.",
    ReasonKey.LONG_RUN_DAY: "{day}, your long run: light work only, at any time after it.",
    ReasonKey.AFTER_LONG_RUN: (
        "{day}, the day after your long run: the legs are still recovering, so nothing heavy."
    ),
    ReasonKey.AFTER_LONG_RUN_HEAVY: (
        "{day}, the day after your long run: lift less if the legs are still heavy."
    ),
    ReasonKey.FREE_DAY: "{day}, a day without a hard run.",
    ReasonKey.RACE_AHEAD: "The race is {days} days away.",
    ReasonKey.RUN_TOMORROW: "Your {run} run is tomorrow.",
    ReasonKey.RUN_AHEAD: "Your next {run} run is {days} days away.",
    ReasonKey.LESS_ROOM: "Not as usual: this week leaves it less room.",
}
"""Why a session stands on its day."""
NAMED: Mapping[ReasonKey, str] = {
    ReasonKey.HARD_RUN_DAY: "{day}, after your {title}: hard days stay hard, easy days easy.",
    ReasonKey.LONG_RUN_DAY: "{day}, your {title}: light work only, at any time after it.",
    ReasonKey.AFTER_LONG_RUN: (
        "{day}, the day after your {title}: the legs are still recovering, so nothing heavy."
    ),
    ReasonKey.AFTER_LONG_RUN_HEAVY: (
        "{day}, the day after your {title}: lift less if the legs are still heavy."
    ),
    ReasonKey.RUN_TOMORROW: "Your {run} run, {title}, is tomorrow.",
    ReasonKey.RUN_AHEAD: "Your next {run} run, {title}, is {days} days away.",
}
"""The same, where the runner's own running plan has a title for the run."""
NAMED_AS_IT_IS: Mapping[ReasonKey, str] = {
    ReasonKey.RUN_TOMORROW: "Your {title} is tomorrow.",
    ReasonKey.RUN_AHEAD: "Your {title} is {days} days away.",
}
"""The same, where that title says already what run it is."""

WARM_UP: Mapping[WarmUpKey, str] = {
    WarmUpKey.WALK_ON_THE_SPOT: "{minutes} min brisk walking on the spot, arms swinging",
    WarmUpKey.WALK_OR_JOG: "{minutes} min brisk walking or easy jogging",
    WarmUpKey.JOG_OR_SKIP: "{minutes} min easy jogging or skipping",
    WarmUpKey.BRIDGES_AND_SIDE_STEPS: "{reps} bridges and {reps} side steps each way",
    WarmUpKey.SIDE_STEPS: "{reps} side steps each way",
    WarmUpKey.ROCKS: "{reps} knee-to-wall rocks each side",
    WarmUpKey.ROCKS_AND_SWINGS: "{reps} knee-to-wall rocks and {reps} leg swings each side",
    WarmUpKey.ROCKS_SWINGS_AND_LUNGES: (
        "{reps} knee-to-wall rocks, {reps} leg swings and {lunges} lunges with a turn each side"
    ),
    WarmUpKey.LIGHTER_SET: "one lighter set of the first exercise, with half the weight",
    WarmUpKey.LIGHTER_SETS: (
        "two lighter sets of the first exercise: half the weight, then three quarters"
    ),
    WarmUpKey.SLACK_BAND_SET: "one easier set of the first exercise, with the band slack",
    WarmUpKey.SLACK_BAND_SETS: (
        "two easier sets of the first exercise: with the band slack, then tighter"
    ),
    WarmUpKey.EASIER_FORM: "one set of an easier form of the first exercise: {form}",
    WarmUpKey.EASY_SET: "one easy set of the first exercise",
    WarmUpKey.HOPS: (
        "{sets} × {reps} low hops on both feet, once ten raises on one leg are painless; none "
        "after a bone stress injury"
    ),
}
"""The parts of a warm-up."""

WAYS: Mapping[str, str] = {
    "weight": (
        f"the smallest step of weight that you own, {LOAD_STEP} (where it is bigger, add a "
        f"repetition each time to {OTHER_REPS.high} first)"
    ),
    "backpack": "a book or a bottle more in the backpack",
    "band": "a stronger band",
    "form": "the next form, or a repetition more where there is none",
}
"""How an athlete can add load, by what they own; the last is everybody's."""
BETWEEN = "; "
"""What stands between the entries of a list that is read back: names have commas."""
# Without its first letter: it begins a sentence of its own, or goes on after a colon.
_ADD_LOAD = (
    "hen the last set gives you two repetitions more than asked, two sessions running, make it "
    "harder: {ways}."
)
NOTES: Mapping[NoteKey, str] = {
    NoteKey.EFFORT: (
        "Effort says how many good repetitions to leave: never go closer than that, and leave more "
        "on bodyweight work at first.{weights} Stiffness for a day or two after something new is "
        "normal, and pain is not."
    ),
    NoteKey.RAMP: (
        "{ramp} first, so that muscles and tendons get used to the work: the harder lifts are "
        f"light, with at most {LIGHT_SETS} sets and {LIGHT_RIR} or more repetitions left."
    ),
    NoteKey.ADD_LOAD: f"W{_ADD_LOAD}",
    NoteKey.KEEP_LOAD: f"Keep everything as it is until after the race. Then: w{_ADD_LOAD}",
    NoteKey.HEAVIER: f"Start {LOAD_STEP} heavier than in week {{week}}: {{forms}}.",
    NoteKey.FEW_WEEKS: (
        "{weeks} in this block: expect to feel steadier, not faster; in the studies the effect was "
        f"clearer from {STUDIED_WEEKS} weeks on."
    ),
    NoteKey.TOO_LATE: (
        "The race is too near to begin with strength: rest, run easily, and begin after the race."
    ),
    NoteKey.NO_HEAVY_LEGS: (
        "These weeks have no heavy leg work: they add repetitions and harder forms, which is not "
        "what the studies of running economy tested (Blagrove 2018).{lacks}"
    ),
    NoteKey.PREREQUISITE: "Before you begin with {form}: {needs}",
    NoteKey.THIRD_DAY: (
        "For a sore {niggle}: do {form} on a third day, too, not on the day before a key run."
    ),
    NoteKey.MUCH_RUNNING: (
        "{runs} hard runs a week are many, and strength gives way to them: with "
        f"{HARD_RUNS_MANY} or fewer it would have more room."
    ),
    NoteKey.ENOUGH_MINUTES: (
        "{minutes} minutes are enough for you: the week has all the sets that it should."
    ),
    NoteKey.FEW_SETS: "Fewer sets than a week should have: {few}.{room}",
    NoteKey.OTHERWISE: "Not as usual this week: {changes}.{because}",
    NoteKey.BACK: (
        "{days} days since the last session: everything heavy is light this week, and nothing "
        "jumps. Take what you lifted before as the most; after four weeks or more without, or an "
        "illness, befit plan --start today begins with easy weeks again."
    ),
    NoteKey.LEFT_OUT: (
        f"Left out for now, after pain over {PAIN_STOPS_ABOVE} of 10 or a worse morning after it: "
        f"{{forms}}. {SAFETY['R61']} {SAFETY['R63']} befit plan --niggle plans around a sore spot."
    ),
    NoteKey.NOTHING_LOGGED: (
        "Nothing logged since {since}: say befit done all if you trained as planned, befit off "
        "away {day}..today if not. Until then this plan takes it that nothing is known."
    ),
    NoteKey.WAITED: "Nothing was done this week, so your block waited for it.",
    NoteKey.GOES_ON: (
        "Nothing was done in {missed}: this week has what {that} would have had, and your block "
        "ends {later} later, on {ends}."
    ),
    NoteKey.LESS_LOAD: "Less load than usual this week ({loads}): {held}.{more_room}",
}
"""What a week says beside its sessions; an unmet rule has words of its own."""

NIGGLES: Mapping[Niggle, str] = {
    Niggle.RUNNERS_KNEE: "runner's knee",
    Niggle.ITB: "IT band",
    Niggle.PLANTAR: "plantar fascia",
    Niggle.SHIN: "shin",
    Niggle.ACHILLES: "Achilles tendon",
    Niggle.LOW_BACK: "low back",
    Niggle.HAMSTRING: "hamstring",
    Niggle.BONE_STRESS: "bone",
}
"""What is sore, in words."""
WORDS: Mapping[str, Mapping[Any, str]] = {
    "weights": {
        True: (
            " A first weight is one with which you could do four repetitions more than asked; "
            f"light work, with {LIGHT_RIR} or more left, takes three quarters of the usual weight."
        ),
        False: "",
    },
    "ramp": {1: "An easy week", 2: "Two easy weeks"},
    "lacks": {
        "backpack and weight": " A full backpack makes it harder, a dumbbell or kettlebell heavy.",
        "weight": " A dumbbell or a kettlebell makes it heavy.",
        "nothing": "",
    },
    "niggle": NIGGLES,
    "sign": {
        "over": "Two over what was asked",
        "more left": "Two more left than asked",
        "under": "Two under what was asked",
        "less left": "Two fewer left than asked",
    },
    "session": {1: "First", 2: "Second"},
    "load": {load.value: load.value for load in Load},
    "room": {
        "minutes or session": (
            f" {MINUTES_MORE} minutes more a session, or a third session, would make more room."
        ),
        "minutes": f" {MINUTES_MORE} minutes more a session would make more room.",
        "session": " A third session would make more room.",
        "none": "",
    },
}
"""What is said in a place, by its fact, where that is not said as it is."""

_TWICE_OVER = "{sign}, twice: "
ADAPTED: Mapping[AdaptedKey, str] = {
    AdaptedKey.LESS_FOR_PAIN: (
        f"Pain {{pain}} of 10: less until it was {PAIN_GOES_ON_TO} or less twice."
    ),
    AdaptedKey.LESS_AFTER_WORSE: (
        f"Worse the next morning: less until pain was {PAIN_GOES_ON_TO} or less twice."
    ),
    AdaptedKey.AGAIN: "{days} days without strength: what you did last, once more.",
    AdaptedKey.EASED_IN: "{days} days without strength: half the sets, weights at {percent} %.",
    AdaptedKey.FROM_THE_BEGINNING: (
        "{days} days without strength: begin again, weights at {percent} %."
    ),
    AdaptedKey.AFTER_ILLNESS: (
        "{session} session after being ill, a day or more without fever: {load} load. With fever "
        "or chest signs see a clinician first."
    ),
    AdaptedKey.HEAVIER: f"{_TWICE_OVER}a step heavier.",
    AdaptedKey.MORE_REPS: f"{_TWICE_OVER}more repetitions.",
    AdaptedKey.REPS_STAY: "You came to this number by your log.",
    AdaptedKey.HARDER_FORM: f"{_TWICE_OVER}the next form.",
    AdaptedKey.FORM_STAYS: "You came to this form by your log.",
    AdaptedKey.WEIGHT_STAYS: "At this weight your repetitions go on from your log.",
    AdaptedKey.LIGHTER: f"{_TWICE_OVER}lighter.",
    AdaptedKey.FEWER_REPS: f"{_TWICE_OVER}fewer repetitions.",
    AdaptedKey.EASIER_FORM: f"{_TWICE_OVER}the form before it.",
}
"""What the log changed about an exercise."""

LISTS = frozenset({"forms", "few"})
"""The places that have a list of names."""

_TWICE = "At {to} in the last set, twice in a row: "
PROGRESS: Mapping[str, str] = {
    "hold": "With ease: {more} s longer.",
    "sets after a hold": "At {to} s with ease: one set more.",
    "form after a hold": "At {to} s with ease: {form}.",
    "band": f"{_TWICE}a stronger band.",
    "backpack": f"{_TWICE}a book or a bottle more in the backpack.",
    "weight": f"{_TWICE}the smallest step that you own, {LOAD_STEP}.",
    "reps": f"{_TWICE}one repetition more.",
    "sets": f"{_TWICE}one set more.",
    "form": f"{_TWICE}{{form}}.",
}
"""How an exercise goes on. What is most definite comes first, for they are read back in this order
and the next form may have any name.
"""
_AFTER_A_HOLD = {Step.SETS: "sets after a hold", Step.FORM: "form after a hold"}
_WEIGHT_OF = {Kit.BAND: "band", Kit.BACKPACK: "backpack"}
"""What grows where the weight of an exercise is none of iron."""


def reason_template(key: ReasonKey, facts: Facts) -> str | None:
    """The sentence of a reason with those facts; None where befit has none."""
    if "title" not in facts:
        return REASONS.get(key)
    if key in NAMED_AS_IT_IS and kind_said(facts["title"]) == facts["run"]:
        return NAMED_AS_IT_IS[key]
    return NAMED.get(key)


def kind_said(title: str) -> Run | None:
    """The kind of run that the title itself says, None where it says none or two of them."""
    said = [run for run in (Run.HARD, Run.LONG) if f"{run} run" in title.casefold()]
    return said[0] if len(said) == 1 else None


def sentence(template: str, facts: Facts) -> str:
    """The sentence of one of these tables, with the facts in its places."""
    words = {name: words_of(name, fact) for name, fact in facts.items()}
    return template.format_map(words)


def words_of(place: str, fact: Any) -> str:
    """The fact as that place of a sentence says it."""
    if place in WORDS:
        return WORDS[place][fact]
    if place == "weeks":
        return build_weeks(fact)
    if place == "ways":
        return BETWEEN.join([WAYS[way] for way in fact])
    if place in LISTS:
        return BETWEEN.join(fact)
    return _in_words(fact)


def progress_name(step: Step, *, hold: bool, kit: Collection[Kit]) -> str:
    """The sentence of `PROGRESS` that says this step of an exercise, which may be a hold, and which
    is done with that kit.
    """
    if hold and step in _AFTER_A_HOLD:
        return _AFTER_A_HOLD[step]
    if step is Step.WEIGHT and not heavy(kit):
        for thing, name in _WEIGHT_OF.items():
            if thing in kit:
                return name
    return step.value


def build_weeks(weeks: int) -> str:
    """`1 build week`, `4 build weeks`."""
    return "1 build week" if weeks == 1 else f"{weeks} build weeks"


def niggle_line(changes: NiggleChanges) -> str:
    """What a niggle left out of a week, put first in it and changed, and when to lift it."""
    parts = [f"Sore {NIGGLES[changes.name]}"]
    for title, names in (
        ("Left out", changes.left_out),
        ("First", changes.first),
        ("Changed", changes.changed),
    ):
        if names:
            parts.append(f"{title}: {', '.join(names)}")
    return ". ".join([*parts, NIGGLE_ENDS])


def _in_words(fact: Any) -> str:
    if isinstance(fact, list):
        return ", ".join(map(_in_words, fact))
    # A day is written `mon` in files and called Monday in sentences.
    return fact.title if isinstance(fact, Day) else str(fact)
