"""The sentences of a plan, each once, with named places for what changes.

Views say them, and `saved.reading` finds the key of a sentence by the same words, in whichever
language it stands.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any

from befit_cli.evidence.block import STUDIED_WEEKS
from befit_cli.evidence.dose import OTHER_REPS
from befit_cli.evidence.load import LIGHT_RIR, LIGHT_SETS, LOAD_STEP, heavy
from befit_cli.evidence.progress import PAIN_GOES_ON_TO, PAIN_STOPS_ABOVE, RESTART_WEEKS, SORE_DAYS
from befit_cli.evidence.safety import SAFETY
from befit_cli.evidence.week import HARD_RUNS_MANY
from befit_cli.language import Language, _, message, plural, spoken
from befit_cli.values import (
    AdaptedKey,
    Day,
    Facts,
    Kit,
    Load,
    Niggle,
    NiggleChanges,
    NoteKey,
    Phrase,
    ReasonKey,
    Run,
    Step,
    WarmUpKey,
)

MINUTES_MORE = 5
"""What a note offers to ask for where a session has too little room; `--minutes` in its steps."""
DO_INSTEAD = message(" Until then, do {form}.")
"""What to do until a form may begin, where there is another before it."""
NIGGLE_ENDS = message("Once the pain has been 0-2 of 10 for two weeks, plan without this niggle.")
"""When a niggle is lifted (R59); consensus."""

REASONS: Mapping[ReasonKey, str] = {
    ReasonKey.HARD_RUN_DAY: message(
        "{day}, after your hard run: hard days stay hard, easy days easy."
    ),
    ReasonKey.RUN_FIRST: message("Run first, then wait at least {hours} hours, better {better}."),
    ReasonKey.LONG_RUN_DAY: message("{day}, your long run: light work only, at any time after it."),
    ReasonKey.AFTER_LONG_RUN: message(
        "{day}, the day after your long run: the legs are still recovering, so nothing heavy."
    ),
    ReasonKey.AFTER_LONG_RUN_HEAVY: message(
        "{day}, the day after your long run: lift less if the legs are still heavy."
    ),
    ReasonKey.FREE_DAY: message("{day}, a day without a hard run."),
    ReasonKey.RACE_AHEAD: message("The race is {days} days away."),
    ReasonKey.RUN_TOMORROW: message("Your {run} is tomorrow."),
    ReasonKey.RUN_AHEAD: message("Your next {run} is {days} days away."),
    ReasonKey.LESS_ROOM: message("Not as usual: this week leaves it less room."),
    ReasonKey.FIRST_BACK: message("Not as usual: light, for you have just come back."),
}
"""Why a session stands on its day."""
NAMED: Mapping[ReasonKey, str] = {
    ReasonKey.HARD_RUN_DAY: message(
        "{day}, after your {title}: hard days stay hard, easy days easy."
    ),
    ReasonKey.LONG_RUN_DAY: message("{day}, your {title}: light work only, at any time after it."),
    ReasonKey.AFTER_LONG_RUN: message(
        "{day}, the day after your {title}: the legs are still recovering, so nothing heavy."
    ),
    ReasonKey.AFTER_LONG_RUN_HEAVY: message(
        "{day}, the day after your {title}: lift less if the legs are still heavy."
    ),
    ReasonKey.RUN_TOMORROW: message("Your {run}, {title}, is tomorrow."),
    ReasonKey.RUN_AHEAD: message("Your next {run}, {title}, is {days} days away."),
}
"""The same, where the runner's own running plan has a title for the run."""
NAMED_AS_IT_IS: Mapping[ReasonKey, str] = {
    ReasonKey.RUN_TOMORROW: message("Your {title} is tomorrow."),
    ReasonKey.RUN_AHEAD: message("Your {title} is {days} days away."),
}
"""The same, where that title says already what run it is."""

WARM_UP: Mapping[WarmUpKey, str] = {
    WarmUpKey.WALK_ON_THE_SPOT: message("{minutes} min brisk walking on the spot, arms swinging"),
    WarmUpKey.WALK_OR_JOG: message("{minutes} min brisk walking or easy jogging"),
    WarmUpKey.JOG_OR_SKIP: message("{minutes} min easy jogging or skipping"),
    WarmUpKey.BRIDGES_AND_SIDE_STEPS: message("{reps} bridges and {reps} side steps each way"),
    WarmUpKey.SIDE_STEPS: message("{reps} side steps each way"),
    WarmUpKey.ROCKS: message("{reps} knee-to-wall rocks each side"),
    WarmUpKey.ROCKS_AND_SWINGS: message(
        "{reps} knee-to-wall rocks and {reps} leg swings each side"
    ),
    WarmUpKey.ROCKS_SWINGS_AND_LUNGES: message(
        "{reps} knee-to-wall rocks, {reps} leg swings and {lunges} lunges with a turn each side"
    ),
    WarmUpKey.LIGHTER_SET: message("one lighter set of the first exercise, with half the weight"),
    WarmUpKey.LIGHTER_SETS: message(
        "two lighter sets of the first exercise: half the weight, then three quarters"
    ),
    WarmUpKey.SLACK_BAND_SET: message("one easier set of the first exercise, with the band slack"),
    WarmUpKey.SLACK_BAND_SETS: message(
        "two easier sets of the first exercise: with the band slack, then tighter"
    ),
    WarmUpKey.UNLOADED_SET: message("one easier set of the first exercise, without the weight"),
    WarmUpKey.UNLOADED_SETS: message(
        "two easier sets of the first exercise: without the weight, then half as many repetitions "
        "with it"
    ),
    WarmUpKey.EASIER_FORM: message("one set of an easier form of the first exercise: {form}"),
    WarmUpKey.EASY_SET: message("one easy set of the first exercise"),
    WarmUpKey.HOPS: message(
        "{sets} × {reps} low hops on both feet (before your first ones, ten painless heel raises "
        "on each leg; none after a bone stress injury)"
    ),
}
"""The parts of a warm-up."""

WAYS: Mapping[str, str] = {
    "weight": message(
        "the smallest step of weight that you own, {load_step} (where it is bigger, add a "
        "repetition each time to {other_reps} first)"
    ),
    "one weight": message("with your one weight a repetition more each time, to {other_reps}"),
    "backpack": message("a book or a bottle more in the backpack"),
    "band": message("a stronger band"),
    "form": message("the next form, or a repetition more where there is none"),
}
"""How an athlete can add load, by what they own; the last is everybody's."""
BETWEEN = "; "
"""What stands between the entries of a list that is read back: names have commas."""
NOTES: Mapping[NoteKey, str] = {
    NoteKey.EFFORT: message(
        "Effort says how many good repetitions to leave: never go closer than that, and leave more "
        "on bodyweight work at first.{weights} Stiffness for a day or two after something new is "
        "normal, and pain is not."
    ),
    NoteKey.RAMP: message(
        "{ramp} first, so that muscles and tendons get used to the work: the harder lifts are "
        "light, with at most {light_sets} sets and {light_left} or more repetitions left."
    ),
    NoteKey.ADD_LOAD: message(
        "When the last set gives you two repetitions more than asked, two sessions running, make "
        "it harder: {ways}."
    ),
    NoteKey.KEEP_LOAD: message(
        "Keep everything as it is until after the race. Then: when the last set gives you two "
        "repetitions more than asked, two sessions running, make it harder: {ways}."
    ),
    NoteKey.KEEP_THIS_WEEK: message(
        "An easier week has fewer sets, with one more repetition left in each: keep weights and "
        "forms as they are. After it: when the last set gives you two repetitions more than asked, "
        "two sessions running, make it harder: {ways}."
    ),
    NoteKey.HEAVIER: message("Start {load_step} heavier than in week {week}: {forms}.{bigger}"),
    NoteKey.NOT_DONE: message(
        "Not done in the weeks before, so choose the weight as you did the first time: {forms}."
    ),
    NoteKey.ONE_WEIGHT: message(
        "With your one weight do more repetitions of these than the plan asks, up to {other_reps}, "
        "and stop with as many left as it says: {forms}."
    ),
    NoteKey.FEW_WEEKS: message(
        "{weeks} in this block: expect to feel steadier, not faster; in the studies the effect was "
        "clearer from {studied} weeks on."
    ),
    NoteKey.TOO_LATE: message(
        "The race is too near to begin with strength: rest, run easily, and begin after the race."
    ),
    NoteKey.NO_HEAVY_LEGS: message(
        "These weeks have no heavy leg work: they add repetitions and harder forms, which is not "
        "what the studies of running economy tested (Blagrove 2018).{lacks}"
    ),
    NoteKey.PREREQUISITE: message("Before you begin with {form}: {needs}{instead}"),
    NoteKey.LIGHTER_SETS: message("First do one lighter set, with half the weight: {forms}."),
    NoteKey.THIRD_DAY: message(
        "For a sore {niggle}: do {form} on a third day, too, not on the day before a key run."
    ),
    NoteKey.KIN: message(
        "Still in, though much like what you leave out: {exercises}. To drop them, too: --without "
        "{without}."
    ),
    NoteKey.MUCH_RUNNING: message(
        "{runs} hard runs a week are many, and strength gives way to them: with {not_many} or "
        "fewer it would have more room."
    ),
    NoteKey.ENOUGH_MINUTES: message(
        "{minutes} minutes are enough this week: it has all the sets that it should."
    ),
    NoteKey.FEW_SETS: message("Fewer sets than a week should have: {few}.{room}"),
    NoteKey.OTHERWISE: message("Not as usual this week: {changes}.{because}"),
    NoteKey.BACK: message(
        "{days} days since the last session: everything heavy is light this week, and nothing "
        "jumps. Take what you lifted before as the most; after four weeks or more without, or an "
        "illness, befit plan --start today begins with easy weeks again."
    ),
    NoteKey.LEFT_OUT: message(
        "Left out for now, after pain over {pain_stops} of 10 or a worse morning after it: "
        "{forms}. {pain_says} {clinician_says}{often}{offers}"
    ),
    NoteKey.SORE: message(
        "Pain over {pain_goes_on} of 10 each time for {sore_weeks} weeks or more: {exercises}. See "
        "a clinician about it.{offers}"
    ),
    NoteKey.COMES_BACK: message("Back, easier, from {since} on: {forms}."),
    NoteKey.JUMPS_NEXT: message(
        "After {days} days without strength jumps come from the next session on."
    ),
    NoteKey.JUMPS_WAIT: message(
        "After {days} days without strength jumps wait until you have had {again_weeks} "
        "weeks with sessions."
    ),
    NoteKey.NOTHING_LOGGED: message(
        "Nothing logged since {since}: say befit done all if you trained as planned, befit off "
        "away {day}..today if not. Until then this plan takes it that nothing is known."
    ),
    NoteKey.WAITED: message("Nothing was done this week, so your block waited for it."),
    NoteKey.GOES_ON: message(
        "Nothing was done in {missed}: this week has what {that} would have had, and your block "
        "ends {later} later, on {ends}."
    ),
    NoteKey.LESS_LOAD: message("Less load than usual this week ({loads}): {held}.{more_room}"),
}
"""What a week says beside its sessions; an unmet rule has words of its own."""

NIGGLES: Mapping[Niggle, str] = {
    Niggle.RUNNERS_KNEE: message("runner's knee"),
    Niggle.ITB: message("IT band"),
    Niggle.PLANTAR: message("plantar fascia"),
    Niggle.SHIN: message("shin"),
    Niggle.ACHILLES: message("Achilles tendon"),
    Niggle.LOW_BACK: message("low back"),
    Niggle.HAMSTRING: message("hamstring"),
    Niggle.BONE_STRESS: message("bone"),
}
"""What is sore, in words."""
WORDS: Mapping[str, Mapping[Any, str]] = {
    "weights": {
        True: message(
            " A first weight is one with which you could do four repetitions more than asked; "
            "light work, with {light_left} or more left, takes three quarters of the usual weight."
        ),
        False: "",
    },
    "ramp": {1: message("An easy week"), 2: message("Two easy weeks")},
    "lacks": {
        "backpack and weight": message(
            " A full backpack makes it harder, a dumbbell or kettlebell heavy."
        ),
        "weight": message(" A dumbbell or a kettlebell makes it heavy."),
        "nothing": "",
    },
    "niggle": NIGGLES,
    "instead": {True: message(" Until then, keep to the form before it."), False: ""},
    "bigger": {
        True: message(
            " Where your next weight is more than that, keep yours, and do as many repetitions as "
            "then."
        ),
        False: "",
    },
    "often": {
        True: message(" Three times or more in four weeks: see a clinician about it now."),
        False: "",
    },
    "offers": {True: message(" befit plan --niggle plans around a sore spot."), False: ""},
    "run": {Run.HARD: message("hard run"), Run.LONG: message("long run")},
    "sign": {
        "over": message("Two over what was asked"),
        "more left": message("Two more left than asked"),
        "under": message("Two under what was asked"),
        "less left": message("Two fewer left than asked"),
    },
    "session": {1: message("First session"), 2: message("Second session")},
    "load": {
        Load.LOW: message("low load"),
        Load.MEDIUM: message("medium load"),
        Load.HIGH: message("high load"),
    },
    "room": {
        "minutes or session": message(
            " {minutes_more} minutes more a session, or a third session, would make more room."
        ),
        "minutes": message(" {minutes_more} minutes more a session would make more room."),
        "session": message(" A third session would make more room."),
        "none": "",
    },
}
"""What is said in a place, by its fact, where that is not said as it is."""

ADAPTED: Mapping[AdaptedKey, str] = {
    AdaptedKey.LESS_FOR_PAIN: message(
        "Pain {pain} of 10: less until it was {pain_goes_on} or less twice."
    ),
    AdaptedKey.LESS_AFTER_WORSE: message(
        "Worse the next morning: less until pain was {pain_goes_on} or less twice."
    ),
    AdaptedKey.ON_AFTER_PAIN: message("After pain: on from what you did last, a step at a time."),
    AdaptedKey.AGAIN: message("{days} days without strength: your last usual dose, once more."),
    AdaptedKey.ON_AFTER_GAP: message(
        "You had weeks without it: on from what you did before, a step at a time."
    ),
    AdaptedKey.EASED_IN: message(
        "After {days} days without strength: half the sets, weights at {percent} %."
    ),
    AdaptedKey.FROM_THE_BEGINNING: message(
        "After {days} days without strength: lightly at first, weights at {percent} %."
    ),
    AdaptedKey.AFTER_ILLNESS: message(
        "{session} after being ill, a day or more without fever: {load}. With fever or chest "
        "signs see a clinician first."
    ),
    AdaptedKey.HEAVIER: message("{sign}, twice: a step heavier."),
    AdaptedKey.MORE_REPS: message("{sign}, twice: more repetitions."),
    AdaptedKey.REPS_STAY: message("You came to this number by your log."),
    AdaptedKey.HARDER_FORM: message("{sign}, twice: the next form."),
    AdaptedKey.FORM_STAYS: message("You came to this form by your log."),
    AdaptedKey.WEIGHT_STAYS: message("At this weight your repetitions go on from your log."),
    AdaptedKey.LIGHTER: message("{sign}, twice: lighter."),
    AdaptedKey.FEWER_REPS: message("{sign}, twice: fewer repetitions."),
    AdaptedKey.EASIER_FORM: message("{sign}, twice: the form before it."),
}
"""What the log changed about an exercise."""
ADAPTED_WITHOUT_WEIGHT: Mapping[AdaptedKey, str] = {
    AdaptedKey.EASED_IN: message("After {days} days without strength: half the sets."),
    AdaptedKey.FROM_THE_BEGINNING: message("After {days} days without strength: lightly at first."),
}
"""The same of an exercise that has no weight."""

LISTS = frozenset({"exercises", "forms", "few"})
"""The places that have a list of names."""

PROGRESS: Mapping[str, str] = {
    "hold": message("With ease: {more} s longer."),
    "sets after a hold": message("At {to} s with ease: one set more."),
    "form after a hold": message("At {to} s with ease: {form}."),
    "band": message("At {to} in the last set, twice in a row: a stronger band."),
    "backpack": message(
        "At {to} in the last set, twice in a row: a book or a bottle more in the backpack."
    ),
    "weight": message(
        "At {to} in the last set, twice in a row: the smallest step that you own, {load_step}."
    ),
    "reps": message("At {to} in the last set, twice in a row: one repetition more."),
    "sets": message("At {to} in the last set, twice in a row: one set more."),
    "form": message("At {to} in the last set, twice in a row: {form}."),
}
"""How an exercise goes on. What is most definite comes first, for they are read back in this order
and the next form may have any name.
"""
_AFTER_A_HOLD = {Step.SETS: "sets after a hold", Step.FORM: "form after a hold"}
_WEIGHT_OF = {Kit.BAND: "band", Kit.BACKPACK: "backpack"}
"""What grows where the weight of an exercise is none of iron."""

_SAME_EVERYWHERE: Mapping[str, int | Phrase] = {
    "load_step": Phrase(LOAD_STEP, {}),
    "other_reps": OTHER_REPS.high,
    "light_sets": LIGHT_SETS,
    "light_left": LIGHT_RIR,
    "studied": STUDIED_WEEKS,
    "not_many": HARD_RUNS_MANY,
    "minutes_more": MINUTES_MORE,
    "pain_stops": PAIN_STOPS_ABOVE,
    "pain_goes_on": PAIN_GOES_ON_TO,
    "sore_weeks": SORE_DAYS // 7,
    "again_weeks": RESTART_WEEKS,
    "pain_says": Phrase(SAFETY["R61"], {}),
    "clinician_says": Phrase(SAFETY["R63"], {}),
}
"""What befit's own numbers and sentences say in a place, whatever the plan."""
_RUNS_IN_TITLES: Mapping[Language, Mapping[Run, tuple[str, ...]]] = {
    Language.EN: {Run.HARD: ("hard run",), Run.LONG: ("long run",)},
    Language.ES: {
        Run.HARD: ("entrenamiento fuerte", "carrera fuerte", "rodaje fuerte", "sesión fuerte"),
        Run.LONG: ("tirada larga", "carrera larga", "rodaje largo", "fondo largo"),
    },
}
"""What a title has in it that says what run it is."""
_PLACE = r"\{(\w+)\}"


def reason_template(key: ReasonKey, facts: Facts) -> str | None:
    """The sentence of a reason with those facts; None where befit has none."""
    if "title" not in facts:
        return REASONS.get(key)
    if key in NAMED_AS_IT_IS and kind_said(facts["title"]) == facts["run"]:
        return NAMED_AS_IT_IS[key]
    return NAMED.get(key)


def adapted_template(key: AdaptedKey, facts: Facts) -> str | None:
    """The sentence of what the log changed, with those facts; None where befit has none."""
    if key in ADAPTED_WITHOUT_WEIGHT and "percent" not in facts:
        return ADAPTED_WITHOUT_WEIGHT[key]
    return ADAPTED.get(key)


def kind_said(title: str) -> Run | None:
    """The kind of run that the title itself says in the language that is spoken, None where it says
    none or two of them.
    """
    folded = title.casefold()
    kinds = _RUNS_IN_TITLES[spoken()].items()
    said = [run for run, words in kinds if any(word in folded for word in words)]
    return said[0] if len(said) == 1 else None


def sentence(template: str, facts: Facts) -> str:
    """The sentence of one of these tables in the language that is spoken, with the facts in its
    places.
    """
    return _with(template, {name: words_of(name, fact) for name, fact in facts.items()})


def with_places(template: str) -> str:
    """The sentence in the language that is spoken, with `{name}` where it says a fact."""
    return _with(template, {name: f"{{{name}}}" for name in re.findall(_PLACE, template)})


def words_of(place: str, fact: Any) -> str:
    """The fact as that place of a sentence says it."""
    if place == "instead" and isinstance(fact, str):
        return sentence(DO_INSTEAD, {"form": fact})
    if place in WORDS:
        return sentence(WORDS[place][fact], {})
    if place == "weeks":
        return build_weeks(fact)
    if place == "ways":
        return BETWEEN.join([sentence(WAYS[way], {}) for way in fact])
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
    return plural(weeks, "{n} build week", "{n} build weeks")


def niggle_line(changes: NiggleChanges) -> str:
    """What a niggle left out of a week, put first in it and changed, and when to lift it."""
    parts = [_("Sore {niggle}", niggle=_(NIGGLES[changes.name]))]
    for template, names in (
        (message("Left out: {names}"), changes.left_out),
        (message("First: {names}"), changes.first),
        (message("Changed: {names}"), changes.changed),
    ):
        if names:
            parts.append(_(template, names=", ".join(names)))
    return ". ".join([*parts, _(NIGGLE_ENDS)])


def _with(template: str, words: Mapping[str, str]) -> str:
    in_places: dict[str, Any] = {**words, **_SAME_EVERYWHERE}
    return _(template, **in_places)


def _in_words(fact: Any) -> str:
    if isinstance(fact, list):
        return ", ".join(map(_in_words, fact))
    # A day is written `mon` in files and called Monday in sentences.
    return fact.title if isinstance(fact, Day) else str(fact)
