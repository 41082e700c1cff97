"""Where a session that is guided set by set stands, and what was done of it: all that a screen
shows is in the state and the time.

Times are seconds of a clock that never goes back.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, TypeAlias

from msgspec import Meta

from befit_cli.evidence.session import CHANGE_SIDES_S
from befit_cli.log.told import Amount
from befit_cli.values import (
    PlanPlace,
    Prescription,
    Session,
    SessionLog,
    Units,
    Value,
    Work,
    once_if_same,
)

COUNT_IN_S = 5
"""Seconds to get into a hold after Enter; consensus."""

_Count: TypeAlias = Annotated[int, Meta(ge=0, le=Amount.SECONDS.value[1])]
_Sides: TypeAlias = Annotated[tuple[_Count, ...], Meta(min_length=1, max_length=2)]
_Weight: TypeAlias = Annotated[float, Meta(ge=0, le=Amount.KG.value[1])]


class Stage(StrEnum):
    """Where a session stands."""

    WARM_UP = "warm-up"
    SET = "set"
    """Repetitions are done, or a hold is about to begin."""
    COUNT_IN = "count-in"
    HOLD = "hold"
    CHANGE = "change"
    """Sides are changed between two holds."""
    REST = "rest"
    """A set is done; after the last one it is the way to what comes next."""
    OVER = "over"
    """What was done is to be kept."""
    LATER = "later"
    """It goes on another time."""


class Question(StrEnum):
    """What lies over the session until it is answered; time goes on below it."""

    WEIGHT = "weight"
    PAIN = "pain"
    STOP = "stop"
    HELP = "help"


class Done(Value, frozen=True, kw_only=True):
    """What was done so far of one exercise."""

    sets: tuple[_Sides, ...] = ()
    """Of each set the repetitions or seconds; two numbers where one side came after the other."""
    kg: tuple[_Weight | None, ...] = ()
    """What one implement weighed in each set; None where nobody said it."""
    left: Annotated[int, Meta(ge=0, le=Amount.LEFT.value[1])] | None = None
    """Repetitions in reserve after the last set; None where nobody said it."""
    pain: Annotated[int, Meta(ge=0, le=Amount.PAIN.value[1])] | None = None
    """Pain at it, 0 to 10; None where nobody said it."""
    skipped: bool = False


class State(Value, frozen=True, kw_only=True):
    """Where a session stands, and what was done of it."""

    session: Session
    done: tuple[Done, ...]
    """One for each exercise of the session."""
    stage: Stage
    since: float
    """When the stage began."""
    began: float
    """When the session began, as if it had had no pause."""
    place: int = 0
    """The exercise at work, in the order of the session; in a rest the one that was done."""
    sides: tuple[int, ...] = ()
    """Of a set at work what was done on its first side; empty before that."""
    count: int = 0
    """Repetitions or seconds of the set at work, on one side."""
    kg: float | None = None
    """What one implement weighs in it; None where nobody knows."""
    question: Question | None = None
    typed: str = ""
    """What has been typed of the answer."""
    paused: float | None = None
    """When time stopped; None while it goes on."""
    units: Units = Units.KG
    """What the runner says weights in."""

    @property
    def exercise(self) -> Prescription:
        """The exercise at work."""
        return self.session.exercises[self.place]

    @property
    def so_far(self) -> Done:
        """What was done of it."""
        return self.done[self.place]

    @property
    def number(self) -> int:
        """The set at work, from 1; in a rest the one that was done."""
        return len(self.so_far.sets) + (self.stage is not Stage.REST)

    @property
    def last_set(self) -> bool:
        """Whether the set at work, or the one that was done, is the exercise's last."""
        return self.number >= self.exercise.sets

    @property
    def last(self) -> bool:
        """Whether the exercise is the session's last."""
        return self.place == len(self.session.exercises) - 1

    @property
    def asks_left(self) -> bool:
        """Whether it is time to say how many repetitions were left."""
        counted = self.exercise.rir is not None and self.exercise.hold_s is None
        return self.stage is Stage.REST and self.last_set and counted

    @property
    def ended(self) -> bool:
        """Whether nothing more comes."""
        return self.stage in (Stage.OVER, Stage.LATER)

    @property
    def anything(self) -> bool:
        """Whether there is anything to keep."""
        return any(done != Done() for done in self.done)


def moment(state: State, now: float) -> float:
    """The time in the session: in a pause it stands still."""
    return now if state.paused is None else state.paused


def due(state: State) -> float | None:
    """When the stage has had its time; None where it takes as long as it takes."""
    at_the_end = state.last and state.last_set
    if state.stage is Stage.REST and (at_the_end or not state.exercise.rest_s):
        return None
    length = {
        Stage.WARM_UP: 60 * state.session.warm_up.minutes,
        Stage.COUNT_IN: COUNT_IN_S,
        Stage.HOLD: amount_of(state),
        Stage.CHANGE: CHANGE_SIDES_S,
        Stage.REST: state.exercise.rest_s,
    }.get(state.stage)
    return None if length is None else state.since + length


def rings(state: State, before: float, now: float) -> bool:
    """Whether the time of the state's stage comes to its end after `before`, and by now."""
    end = due(state)
    return state.paused is None and end is not None and before < end <= now


def amount_of(state: State) -> int:
    """Repetitions of the set at work on one side, or seconds that its hold lasts."""
    return state.count * sides_at_once(state.exercise)


def side_after_side(exercise: Prescription) -> bool:
    """Whether one side comes after the other in a set."""
    return exercise.per_side and not exercise.alternates


def sides_at_once(exercise: Prescription) -> int:
    """How many sides a hold has in it: where they take turns, it lasts as long as both."""
    return 2 if exercise.hold_s and exercise.per_side and exercise.alternates else 1


def seconds_of(state: State, now: float) -> float:
    """How long the session has taken, without its pauses."""
    return moment(state, now) - state.began


def entry(state: State, now: float, plan: PlanPlace, day: date) -> SessionLog:
    """What was done, for the log: an exercise that was skipped has nothing in it, and one that was
    not come to is not there.
    """
    did: dict[str, tuple[Work, ...]] = {}
    for exercise, done in zip(state.session.exercises, state.done, strict=True):
        if done != Done():
            did[exercise.id] = (*did.get(exercise.id, ()), *_works(exercise, done))
    minutes = max(1, round(seconds_of(state, now) / 60))
    return SessionLog(date=day, plan=plan, minutes=minutes, did=did)


def _works(exercise: Prescription, done: Done) -> tuple[Work, ...]:
    if not done.sets and done.pain is None:
        return ()
    first = tuple([sides[0] for sides in done.sets])
    second = tuple([sides[-1] for sides in done.sets])
    weaker, other = sorted((first, second), key=sum)
    held = exercise.hold_s is not None
    work = Work(
        form=exercise.form,
        asked=exercise.asked,
        reps=() if held else weaker,
        other_side=() if held or weaker == other else other,
        hold_s=tuple([min(sides) for sides in done.sets]) if held else (),
        kg=_weights(done),
        left=done.left,
        pain=done.pain,
    )
    return (work,)


def _weights(done: Done) -> tuple[float, ...]:
    """One for all sets, or one for each; none where it is not known of each."""
    known = tuple([kg for kg in done.kg if kg is not None])
    return once_if_same(known) if len(known) == len(done.kg) else ()
