"""A short session of every kind of exercise, and keys and seconds written as a line of words."""

from __future__ import annotations

from datetime import date

from sample_plan import exercise

from befit_cli.log.guide import Key, start, step
from befit_cli.log.guide_state import Stage, State, due
from befit_cli.saved.reading import read_warm_up_step
from befit_cli.values import (
    Day,
    Kit,
    Load,
    Prescription,
    Session,
    Units,
    WarmUp,
)

SQUAT, LUNGE, PLANK, SIDE, DOG, TAPS = EXERCISES = (
    exercise(
        "squats", "Squats", "Squat", "Sit", "-", sets=2, reps=8, rest_s=60, kit=(Kit.DUMBBELL,)
    ),
    exercise("lunges", "Lunges", "Lunge", "Step", "-", sets=1, reps=8, per_side=True),
    exercise(
        "planks", "Planks", "Plank", "Flat", "-", sets=2, reps=None, hold_s=20, rest_s=30, rir=None
    ),
    exercise(
        "sides", "Sides", "Side", "High", "-", sets=1, reps=None, hold_s=20, per_side=True, rir=None
    ),
    exercise("dogs", "Dogs", "Dog", "Slow", "-", sets=1, reps=6, per_side=True, alternates=True),
    exercise(
        "taps",
        "Taps",
        "Taps",
        "Still",
        "-",
        sets=1,
        reps=None,
        hold_s=15,
        per_side=True,
        alternates=True,
        rir=None,
    ),
)
"""Repetitions; by side; a hold; a hold by side; repetitions and a hold in which sides take turns."""


def session(*exercises: Prescription) -> Session:
    """A session of these exercises, with a warm-up of five minutes."""
    return Session(
        slot=1,
        day=Day.WED,
        date=date(2026, 11, 25),
        load=Load.LOW,
        minutes=20,
        reasons=(),
        with_run=None,
        warm_up=WarmUp(minutes=5, steps=(read_warm_up_step("10 hip circles each way"),)),
        exercises=exercises,
    )


def played(words: str, *exercises: Prescription, units: Units = Units.KG) -> tuple[State, float]:
    """The session after these keys and seconds, from its first set on, and the time it is then.

    A number with an `s` is seconds that go by; any other word is a key, `space` and all.
    """
    state, now = start(session(*(exercises or EXERCISES)), 0.0, units=units), 0.0
    for word in ("enter", *words.split()):
        if word[:-1].isdecimal() and word.endswith("s"):
            now += int(word[:-1])
            state = step(state, None, now)
        else:
            state = step(state, Key.PAUSE if word == "space" else word, now)
    return state, now


def stands(state: State, now: float) -> str:
    """`rest after Squat 1, 60 s`, `set Squat 2, 8`: where the session stands."""
    if state.ended or state.stage is Stage.WARM_UP:
        return state.stage.value
    told = f"{state.stage.value} {state.exercise.form} {state.number}"
    if state.sides:
        told += " other side"
    end = due(state)
    if end is not None:
        told += f", {end - now:g} s"
    elif state.stage is not Stage.REST:
        told += f", {state.count}"
    return told if state.question is None else f"{told}, asks {state.question.value}"


def done(state: State) -> str:
    """`Squat 8 8; Lunge 8/7`: what was done."""
    told = []
    for each, had in zip(state.session.exercises, state.done, strict=True):
        sets = ["/".join(map(str, sides)) for sides in had.sets]
        parts = [each.form, *sets, *(["skipped"] if had.skipped else [])]
        if len(parts) > 1:
            told.append(" ".join(parts))
    return "; ".join(told)
