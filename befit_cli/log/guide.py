"""A session guided set by set: a pure machine. A key, or the time alone, makes of one state the
next.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TypeAlias

from msgspec.structs import replace

from befit_cli.evidence.dose import HOLD_STEP_S
from befit_cli.evidence.progress import MOST_LEFT
from befit_cli.log.guide_state import (
    Done,
    Question,
    Stage,
    State,
    due,
    moment,
    side_after_side,
    sides_at_once,
)
from befit_cli.log.told import Amount
from befit_cli.values import Range, Session, Units, in_kg

_MOST_WEIGHT_SIGNS = 5


class Key(StrEnum):
    """What the keys mean; digits and the point of a number are themselves."""

    ENTER = "enter"
    MORE = "+"
    LESS = "-"
    WEIGHT = "k"
    PAIN = "p"
    SKIP = "s"
    BACK = "b"
    PAUSE = " "
    STOP = "q"
    LATER = "l"
    HELP = "?"
    ESCAPE = "escape"
    ERASE = "erase"
    POINT = "."


def start(session: Session, now: float, *, units: Units = Units.KG) -> State:
    """The beginning of the session, at its warm-up."""
    state = State(
        session=session,
        done=tuple([Done() for _ in session.exercises]),
        stage=Stage.WARM_UP,
        since=now,
        began=now,
        units=units,
    )
    return replace(state, kg=_weight(state))


def go_on(state: State, done: Mapping[int, Done], place: int, seconds: float, now: float) -> State:
    """The session taken up again, after so many seconds of it: at the next set of the exercise in
    that place, or at the next exercise where it has no more. `done` is what was done of each
    exercise, by its place.
    """
    known = tuple([done.get(each, had) for each, had in enumerate(state.done)])
    state = replace(state, done=known, began=now - seconds, place=place)
    state = replace(state, kg=_weight(state))
    if len(state.so_far.sets) < state.exercise.sets and not state.so_far.skipped:
        return _set(state, place, now)
    if not state.last:
        return _set(state, place + 1, now)
    # of the last exercise the reserve may still be said, and the end is confirmed
    return _after_sets(state, place, now)


def step(state: State, key: str | None, now: float) -> State:
    """The state after the key, or at that time where there is none.

    A key that means nothing where the session stands changes nothing.
    """
    state = _elapsed(state, now)
    if key is None or state.ended:
        return state
    at = moment(state, now)
    if state.question is not None:
        return _ANSWERED[state.question](state, key, at)
    if state.paused is not None and key in (Key.PAUSE, Key.ENTER):
        gone = now - state.paused
        return replace(state, since=state.since + gone, began=state.began + gone, paused=None)
    means = _KEYS[state.stage].get(key) or _ALWAYS.get(key)
    if means is not None:
        return means(state, at)
    if state.asks_left and key.isdecimal() and int(key) <= MOST_LEFT:
        return _with(state, replace(state.so_far, left=int(key)))
    return state


def set_after(state: State) -> State | None:
    """In a rest the set that comes after it, as it begins; None where none comes."""
    following = _next(state, state.since)
    return None if following.ended else following


def _weight(state: State) -> float | None:
    """What the exercise at work was last done with, else what it is to be done with."""
    return state.so_far.kg[-1] if state.so_far.kg else state.exercise.kg


def _with(state: State, done: Done) -> State:
    """The state with that done of the exercise at work."""
    place = state.place
    return replace(state, done=(*state.done[:place], done, *state.done[place + 1 :]))


# From stage to stage. Each takes the state and the time in the session.


def _set(state: State, place: int, at: float) -> State:
    """At the beginning of the next set of the exercise in that place."""
    other = replace(state, place=place)
    exercise = other.exercise
    return replace(
        other,
        stage=Stage.SET,
        since=at,
        sides=(),
        count=exercise.amount,
        kg=state.kg if place == state.place else _weight(other),
    )


def _set_again(state: State, at: float) -> State:
    """At the beginning of the set at work, on its first side."""
    return _set(state, state.place, at)


def _after_sets(state: State, place: int, at: float) -> State:
    """In the rest after the last set that was done of that exercise; before the first if none."""
    state = _set(state, place, at)
    state = _with(state, replace(state.so_far, skipped=False))
    return replace(state, stage=Stage.REST) if state.so_far.sets else state


def _first_set(state: State, at: float) -> State:
    return _set(state, 0, at)


def _do(state: State, at: float) -> State:
    """The set is done, or its hold begins in a moment."""
    if state.exercise.hold_s is not None:
        return replace(state, stage=Stage.COUNT_IN, since=at)
    return _side_done(state, state.count, at)


def _hold(state: State, at: float) -> State:
    return replace(state, stage=Stage.HOLD, since=at)


def _held_whole(state: State, at: float) -> State:
    return _side_done(state, state.count, at)


def _held_so_far(state: State, at: float) -> State:
    held = int((at - state.since) / sides_at_once(state.exercise))
    return _side_done(state, held, at)


def _side_done(state: State, amount: int, at: float) -> State:
    exercise, had = state.exercise, state.so_far
    sides = (*state.sides, amount)
    if side_after_side(exercise) and len(sides) == 1:
        stage = Stage.SET if exercise.hold_s is None else Stage.CHANGE
        return replace(_set_again(state, at), stage=stage, sides=sides)
    more = replace(had, sets=(*had.sets, sides), kg=(*had.kg, state.kg), skipped=False)
    return replace(_with(state, more), stage=Stage.REST, since=at, sides=())


def _next(state: State, at: float) -> State:
    """After a rest, or after an exercise that was skipped."""
    if not state.last_set and not state.so_far.skipped:
        return _set_again(state, at)
    if not state.last:
        return _set(state, state.place + 1, at)
    return replace(state, stage=Stage.OVER)


def _skip(state: State, at: float) -> State:
    skipped = _with(state, replace(state.so_far, skipped=True))
    if not state.last:
        return _next(skipped, at)
    # one key too many must not end a session
    return replace(_set_again(skipped, at), question=Question.STOP)


def _skip_the_rest(state: State, at: float) -> State:
    return _next(state, at) if state.last_set else _skip(state, at)


def _back(state: State, at: float) -> State:
    if state.sides:
        return _set_again(state, at)
    if state.so_far.sets:
        return _after_sets(state, state.place, at)
    if state.place:
        return _after_sets(state, state.place - 1, at)
    return replace(state, stage=Stage.WARM_UP, since=at)


def _side_again(state: State, at: float) -> State:
    """Before the hold, on the side that it was for."""
    return replace(_set_again(state, at), sides=state.sides)


def _undo_set(state: State, at: float) -> State:
    had = state.so_far
    less = replace(had, sets=had.sets[:-1], kg=had.kg[:-1], left=None)
    return _set_again(_with(state, less), at)


def _more(state: State, at: float) -> State:
    return _by(state, 1)


def _less(state: State, at: float) -> State:
    return _by(state, -1)


def _by(state: State, sign: int) -> State:
    """So much more of the set at work, or of the one that was done."""
    held = state.exercise.hold_s is not None
    change = sign * (HOLD_STEP_S if held else 1)
    amount = Amount.SECONDS if held else Amount.REPS
    possible = Range(amount.least, amount.most)
    if state.stage is not Stage.REST:
        return replace(state, count=possible.clamp(state.count + change))
    *sets, (*sides, last) = state.so_far.sets
    changed = (*sets, (*sides, possible.clamp(last + change)))
    return _with(state, replace(state.so_far, sets=changed))


def _pause(state: State, at: float) -> State:
    return replace(state, paused=at)


def _asking(question: Question) -> _Means:
    return lambda state, _: replace(state, question=question, typed="")


# The answers to what lies over a session.


def _weight_typed(state: State, key: str, at: float) -> State:
    if key == Key.ENTER and state.typed.strip(Key.POINT):
        kg = in_kg(float(state.typed), state.units) or None
        return replace(_weighing(state, kg), question=None, kg=kg)
    if key == Key.POINT and key in state.typed:
        return state
    longer = state.typed + key
    fits = (key.isdecimal() or key == Key.POINT) and len(longer) <= _MOST_WEIGHT_SIGNS
    fits = fits and in_kg(float(f"0{longer}"), state.units) <= Amount.KG.most
    return _typed(state, key, longer if fits else state.typed)


def _weighing(state: State, kg: float | None) -> State:
    """The sets that were done with a weight that nobody knew were done with this one; so was, where
    no other comes, the last.
    """
    had = state.so_far
    known = tuple([kg if each is None else each for each in had.kg])
    if state.stage is Stage.REST and state.last_set:
        known = (*known[:-1], kg)
    return _with(state, replace(had, kg=known))


def _pain_typed(state: State, key: str, at: float) -> State:
    if key == Key.ENTER and state.typed:
        said = _with(state, replace(state.so_far, pain=int(state.typed)))
        return replace(said, question=None)
    longer = state.typed + key
    fits = key.isdecimal() and int(longer) <= Amount.PAIN.most
    return _typed(state, key, longer if fits else state.typed)


def _typed(state: State, key: str, longer: str) -> State:
    if key in (Key.ENTER, Key.ESCAPE):
        return replace(state, question=None)
    if key == Key.ERASE:
        return replace(state, typed=state.typed[:-1])
    return replace(state, typed=longer)


def _stop_or_not(state: State, key: str, at: float) -> State:
    if key == Key.ENTER:
        return replace(state, question=None, stage=Stage.OVER)
    if key == Key.LATER and state.anything:
        return replace(state, question=None, stage=Stage.LATER)
    if key in (Key.BACK, Key.ESCAPE, Key.STOP):
        return replace(state, question=None)
    return state


def _read(state: State, key: str, at: float) -> State:
    return replace(state, question=None)


def _elapsed(state: State, now: float) -> State:
    """The state after all that ended by itself until now, each at its time."""
    while state.paused is None and state.stage in _BY_ITSELF:
        end = due(state)
        if end is None or end > now:
            break
        state = _BY_ITSELF[state.stage](state, end)
    return state


_Means: TypeAlias = Callable[[State, float], State]
"""What a key does: it takes the time in the session."""

_BY_ITSELF: dict[Stage, _Means] = {
    Stage.COUNT_IN: _hold,
    Stage.HOLD: _held_whole,
    Stage.CHANGE: _hold,
}
"""What the end of a stage's time does; other stages go on past it."""

_ALWAYS: dict[str, _Means] = {
    Key.PAUSE: _pause,
    Key.STOP: _asking(Question.STOP),
    Key.HELP: _asking(Question.HELP),
}
"""What a key does in every stage."""

_AT_WORK: dict[str, _Means] = {
    Key.SKIP: _skip,
    Key.WEIGHT: _asking(Question.WEIGHT),
    Key.PAIN: _asking(Question.PAIN),
}
_COUNTING: dict[str, _Means] = {**_AT_WORK, Key.MORE: _more, Key.LESS: _less}
_KEYS: dict[Stage, dict[str, _Means]] = {
    Stage.WARM_UP: {Key.ENTER: _first_set, Key.SKIP: _first_set},
    Stage.SET: {**_COUNTING, Key.ENTER: _do, Key.BACK: _back},
    Stage.COUNT_IN: {**_AT_WORK, Key.ENTER: _hold, Key.BACK: _side_again},
    Stage.HOLD: {**_COUNTING, Key.ENTER: _held_so_far, Key.BACK: _side_again},
    Stage.CHANGE: {**_AT_WORK, Key.ENTER: _hold, Key.BACK: _set_again},
    Stage.REST: {
        **_COUNTING,
        Key.ENTER: _next,
        Key.SKIP: _skip_the_rest,
        Key.BACK: _undo_set,
    },
}
"""What each key does in each stage, beside those."""

_ANSWERED: dict[Question, Callable[[State, str, float], State]] = {
    Question.WEIGHT: _weight_typed,
    Question.PAIN: _pain_typed,
    Question.STOP: _stop_or_not,
    Question.HELP: _read,
}
