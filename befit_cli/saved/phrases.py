"""The sentences of a plan, each once, with named places for what changes.

Views say them, and `saved.reading` finds the key of a sentence by the same words.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from befit_cli.evidence.block import STUDIED_WEEKS
from befit_cli.evidence.load import LOAD_STEP
from befit_cli.values import Day, Facts, NoteKey, ReasonKey, Step, WarmUpKey

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
}
"""Why a session stands on its day."""

WARM_UP: Mapping[WarmUpKey, str] = {
    WarmUpKey.WALK_ON_THE_SPOT: "{minutes} min brisk walking on the spot, arms swinging",
    WarmUpKey.WALK_OR_JOG: "{minutes} min brisk walking or easy jogging",
    WarmUpKey.JOG_OR_SKIP: "{minutes} min easy jogging or skipping",
    WarmUpKey.BRIDGES_AND_SIDE_STEPS: "{reps} bridges and {reps} side steps each way",
    WarmUpKey.BRIDGES: "{reps} bridges",
    WarmUpKey.LEG_SWINGS_AND_LUNGES: (
        "{reps} leg swings, {reps} ankle circles and {lunges} lunges with a turn each side"
    ),
    WarmUpKey.LEG_SWINGS: "{reps} leg swings and {reps} ankle circles each side",
    WarmUpKey.QUICK_RISES: "{reps} quick rises to the toes",
    WarmUpKey.EASY_SET: "one easy set of the first exercise",
    WarmUpKey.LIGHTER_SETS: "two lighter sets of the first exercise, the second quicker",
}
"""The parts of a warm-up."""

# Without its first letter: it begins a sentence of its own, or goes on after a colon.
_ADD_LOAD = (
    "hen the last set gives you two repetitions more than asked, twice in a row, add "
    f"{LOAD_STEP} weight, or take the next form of the ladder."
)
NOTES: Mapping[NoteKey, str] = {
    NoteKey.ADD_LOAD: f"W{_ADD_LOAD}",
    NoteKey.KEEP_LOAD: f"Keep the weights as they are until after the race. Then: w{_ADD_LOAD}",
    NoteKey.HEAVIER: f"Start {LOAD_STEP} heavier than in week {{week}}: {{forms}}.",
    NoteKey.FEW_WEEKS: (
        "{build_weeks} before the race: expect to feel steadier, not faster; the studies used "
        f"{STUDIED_WEEKS} weeks or more."
    ),
    NoteKey.LESS_LOAD: "Less load than usual this week ({loads}): {held}.{more_room}",
}
"""What a week says beside its sessions; an unmet rule has words of its own."""

_TWICE = "At {to} in the last set, twice in a row: "
PROGRESS: Mapping[str, str] = {
    "hold": "With ease: {more} s longer.",
    "form after a hold": "At {to} s with ease: {form}.",
    "band": f"{_TWICE}a stronger band.",
    "weight": f"{_TWICE}{LOAD_STEP} more.",
    "reps": f"{_TWICE}one repetition more.",
    "form": f"{_TWICE}{{form}}.",
}
"""How an exercise goes on. What is most definite comes first, for they are read back in this order
and the next form may have any name.
"""


def sentence(template: str, facts: Facts) -> str:
    """The sentence of one of these tables, with the facts in its places."""
    words = {name: _in_words(fact) for name, fact in facts.items()}
    return template.format_map(words)


def progress_name(step: Step, *, hold: bool, band: bool) -> str:
    """The sentence of `PROGRESS` that says this step of an exercise, which may be a hold, and whose
    resistance may be a band.
    """
    if step is Step.FORM and hold:
        return "form after a hold"
    if step is Step.WEIGHT and band:
        return "band"
    return step.value


def build_weeks(weeks: int) -> str:
    """`1 build week`, `4 build weeks`."""
    return "1 build week" if weeks == 1 else f"{weeks} build weeks"


def _in_words(fact: Any) -> str:
    if isinstance(fact, list):
        return ", ".join(map(_in_words, fact))
    # A day is written `mon` in files and called Monday in sentences.
    return fact.title if isinstance(fact, Day) else str(fact)
