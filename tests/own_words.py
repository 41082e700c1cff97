"""A person's own words, wherever a plan may have them: for the tests that put any text there."""

from __future__ import annotations

from msgspec.structs import replace

from befit_cli.values import (
    OWN_WORDS,
    Next,
    Note,
    NoteKey,
    Prescription,
    Reason,
    ReasonKey,
    Scope,
    WarmUp,
    WarmUpKey,
    WarmUpStep,
)


def own_reasons(text: str) -> tuple[Reason, ...]:
    """The text as the one reason for a session's day."""
    return (Reason(ReasonKey.OWN, {OWN_WORDS: text}),)


def own_warm_up(*texts: str, minutes: int = 5) -> WarmUp:
    """A warm-up of so many minutes, each text a part of it."""
    steps = [WarmUpStep(WarmUpKey.OWN, {OWN_WORDS: text}) for text in texts]
    return WarmUp(minutes=minutes, steps=tuple(steps))


def own_next(text: str) -> Next:
    """The text as how an exercise goes on."""
    return Next(step=None, text=text)


def own_note(rule: str, text: str) -> Note:
    """The text as a note of that rule."""
    return Note(rule=rule, key=NoteKey.OWN, scope=Scope.WEEK, facts={OWN_WORDS: text})


def exercise_saying(exercise: Prescription, text: str) -> Prescription:
    """The exercise with the text for every text that it has."""
    return replace(
        exercise,
        id=text,
        name=text,
        form=text,
        cue=text,
        niggle_note=text,
        next=own_next(text),
    )
