"""The screen of a guided session: one exercise, set by set, to be read from the mat."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil
from typing import NamedTuple, TypeAlias

from msgspec.structs import replace
from rich.text import Text

from befit_cli.evidence.progress import PAIN_GOES_ON_TO, PAIN_STOPS_ABOVE
from befit_cli.language import _, capital, message
from befit_cli.log.guide import set_after
from befit_cli.log.guide_state import (
    Done,
    Question,
    Stage,
    State,
    amount_of,
    due,
    moment,
    seconds_of,
    side_after_side,
)
from befit_cli.log.journal import Begun
from befit_cli.values import STEPS, Prescription, SessionLog
from befit_cli.views import prescription, sentences
from befit_cli.views import words as wording
from befit_cli.views.pen import Pen
from befit_cli.views.work import at_weight, pain_words

_DIGITS = {
    "0": ("###", "# #", "# #", "# #", "###"),
    "1": ("  #", "  #", "  #", "  #", "  #"),
    "2": ("###", "  #", "###", "#  ", "###"),
    "3": ("###", "  #", "###", "  #", "###"),
    "4": ("# #", "# #", "###", "  #", "  #"),
    "5": ("###", "#  ", "###", "  #", "###"),
    "6": ("###", "#  ", "###", "# #", "###"),
    "7": ("###", "  #", "  #", "  #", "  #"),
    "8": ("###", "# #", "###", "# #", "###"),
    "9": ("###", "# #", "###", "  #", "###"),
    ":": (" ", "#", " ", "#", " "),
    "+": ("   ", " # ", "###", " # ", "   "),
}
_BLOCKS = {True: "█", False: "#"}
"""What big digits are made of, by whether there is Unicode."""
_ENOUGH_ROWS = 18
"""Rows from which on there is room for big digits."""

_Keys: TypeAlias = tuple[tuple[str, str], ...]

_ENTER, _SPACE = message("Enter"), message("space")
_STOPPING: _Keys = (
    ("b", message("back", sense="key")),
    ("q", message("stop", sense="key")),
    ("?", message("keys", sense="key")),
)
_WAITING: _Keys = (
    (_ENTER, message("now", sense="key")),
    (_SPACE, message("pause", sense="key")),
    *_STOPPING,
)
_AT_WORK: _Keys = (
    ("k", message("weight", sense="key")),
    ("p", message("pain", sense="key")),
    ("s", message("skip", sense="key")),
    *_STOPPING,
)
_KEYS: dict[Stage, _Keys] = {
    Stage.WARM_UP: (
        (_ENTER, message("begin", sense="key")),
        (_SPACE, message("pause", sense="key")),
        *_STOPPING[1:],
    ),
    Stage.SET: (
        (_ENTER, message("done", sense="key")),
        ("+ -", message("reps", sense="key")),
        *_AT_WORK,
    ),
    Stage.COUNT_IN: _WAITING,
    Stage.HOLD: (
        (_ENTER, message("end it here", sense="key")),
        (_SPACE, message("pause", sense="key")),
        *_STOPPING,
    ),
    Stage.CHANGE: _WAITING,
    Stage.REST: (
        (_ENTER, message("go on", sense="key")),
        ("+ -", message("correct", sense="key")),
        *_AT_WORK[:2],
        *_STOPPING,
    ),
}
"""The keys that count in each stage, and what they do."""
_BEFORE_A_HOLD: _Keys = (
    (_ENTER, message("start", sense="key")),
    ("+ -", "5 s"),
    *_AT_WORK,
)
_WRITE = (_ENTER, message("write it", sense="key"))
_LEFT = ("0-5", message("left", sense="key"))
_ALL_KEYS: _Keys = (
    (_ENTER, message("the set is done; a hold begins, or ends; a rest is over", sense="key")),
    (
        "+ -",
        message("a repetition more or less, or 5 s; in a rest, of the set you did", sense="key"),
    ),
    ("0-5", message("after the last set: how many more you could have done", sense="key")),
    ("k", message("what one weight weighs", sense="key")),
    ("p", message("pain, 0 to 10", sense="key")),
    ("s", message("skip the exercise", sense="key")),
    ("b", message("a step back", sense="key")),
    (_SPACE, message("pause", sense="key")),
    ("q", message("stop, and keep what you did", sense="key")),
)
_LABELS = {
    Stage.COUNT_IN: message("get ready"),
    Stage.HOLD: message("hold"),
    Stage.CHANGE: message("change sides"),
    Stage.REST: message("rest"),
    Stage.WARM_UP: message("to warm up"),
}
_LABELS_AFTER = {
    Stage.REST: message("over your rest: Enter goes on"),
    Stage.WARM_UP: message("over: Enter begins"),
}
"""What the digits count, and what they count when the time is over."""
_STYLES = {
    Stage.SET: "bold green",
    Stage.HOLD: "bold green",
    Stage.REST: "cyan",
    Stage.WARM_UP: "cyan",
}
_HURRY = "bold yellow"


class _Part(NamedTuple):
    """A paragraph of the screen."""

    text: Text
    worth: int
    """What is worth least goes first where the screen has no room for all."""


_GAP, _AGAIN, _ASIDE, _SETUP, _CUE, _NEEDED = range(6)
"""What a paragraph is worth."""


def frame(pen: Pen, state: State, now: float) -> Text:
    """The screen at that time, as high as the console."""
    bottom = _wrapped(pen, _bottom(pen, state))
    room = max(0, pen.console.height - len(bottom))
    top = _fitted(pen, list(_top(pen, state, now)), room)
    blank = [Text()] * (room - len(top))
    return Text("\n").join([*top, *blank, *bottom])


def summary(pen: Pen, state: State, entry: SessionLog) -> Text:
    """What was done: how much, and below it what was otherwise than planned."""
    done = sum(len(each.sets) for each in state.done)
    told = [*_otherwise(state), *_left_out(state)]
    if any(done == _as_planned(exercise) for exercise, done in _each(state)):
        told.append(_("the others as planned") if told else _("All as planned"))
    heading = _(
        "Done: {done} of {sets} sets, {minutes} min.",
        done=done,
        sets=state.session.sets,
        minutes=entry.minutes,
    )
    return Text("\n").join([pen(heading, "bold"), pen(f"{'; '.join(told)}.")])


def going_on(state: State) -> str:
    """`set 2 of Reverse lunge`: where the session goes on."""
    at = set_after(state) if state.stage is Stage.REST else state
    if at is None:
        return _("the end of it")
    return _("set {number} of {form}", number=at.number, form=wording.plain(at.exercise.form))


def open_session(begun: Begun) -> str:
    """`The session of Wednesday 25 Nov was not ended: 3 of 13 sets are done.`"""
    session = begun.head.session
    day = wording.session_day(session)
    return _(
        "The session of {day} was not ended: {done} of {sets} sets are done.",
        day=day,
        done=begun.sets,
        sets=session.sets,
    )


def _each(state: State) -> Iterator[tuple[Prescription, Done]]:
    return zip(state.session.exercises, state.done, strict=True)


def _otherwise(state: State) -> Iterator[str]:
    """What was done otherwise than it was planned, or with something said of it."""
    for exercise, done in _each(state):
        if done.sets and done != _as_planned(exercise):
            work = at_weight(_amounts(exercise, done), done.kg[-1], state.units)
            parts = [f"{exercise.form} {work}"]
            if done.left is not None:
                parts.append(prescription.left_words(done.left))
            if done.pain is not None:
                parts.append(pain_words(done.pain))
            yield ", ".join(parts)


def _left_out(state: State) -> Iterator[str]:
    """What was not done: skipped, or not come to."""
    for skipped, template in (
        (True, message("{forms} skipped")),
        (False, message("{forms} not done")),
    ):
        forms = [
            exercise.form
            for exercise, done in _each(state)
            if not done.sets and done.skipped is skipped
        ]
        if forms:
            yield _(template, forms=", ".join(forms))


def _as_planned(exercise: Prescription) -> Done:
    """What it would have been, done as it was planned."""
    amount = exercise.amount
    sides = (amount, amount) if side_after_side(exercise) else (amount,)
    return Done(sets=(sides,) * exercise.sets, kg=(exercise.kg,) * exercise.sets)


def _amounts(exercise: Prescription, done: Done) -> str:
    """`8, 8, 10`, `8/7, 8/8` by side, or `20 s, 15 s`."""
    return ", ".join([_amount(exercise, sides) for sides in done.sets])


def _amount(exercise: Prescription, sides: tuple[int, ...]) -> str:
    text = "/".join(map(str, sides if len(set(sides)) > 1 else sides[:1]))
    return f"{text} s" if exercise.hold_s else text


# The screen: paragraphs from the top, as many as there is room for, and the keys at the bottom.


def _fitted(pen: Pen, parts: list[_Part], room: int) -> list[Text]:
    """The lines of as many parts as there is room for; of those that are needed, the first."""
    lines = [(part.worth, _wrapped(pen, part.text)) for part in parts]
    for worth in range(_NEEDED):
        if sum(len(each) for _worth, each in lines) <= room:
            break
        lines = [each for each in lines if each[0] > worth]
    return [line for _worth, each in lines for line in each][:room]


def _wrapped(pen: Pen, text: Text) -> list[Text]:
    return list(text.wrap(pen.console, pen.width)) or [Text()]


def _top(pen: Pen, state: State, now: float) -> Iterator[_Part]:
    if state.question is Question.HELP:
        for key, meaning in _ALL_KEYS:
            yield _Part(_hanging(pen, _(key), _(meaning, sense="key")), _NEEDED)
    elif state.stage is Stage.WARM_UP:
        yield from _warm_up(pen, state, now)
    else:
        yield from _work(pen, state, now)


def _hanging(pen: Pen, key: str, meaning: str) -> Text:
    """The key, and beside it what it does."""
    cells = max(len(_(each)) for each, _meaning in _ALL_KEYS) + 2
    beside = Text(" " * cells)
    lines = pen(meaning).wrap(pen.console, pen.width - cells)
    first = pen(key, "bold") + Text(" " * (cells - len(key)))
    return Text("\n").join(
        [(beside if number else first) + line for number, line in enumerate(lines)]
    )


def _warm_up(pen: Pen, state: State, now: float) -> Iterator[_Part]:
    session = state.session
    day = wording.session_day(session)
    yield _Part(pen(f"{capital(day)}, {session.minutes} min", "dim"), _ASIDE)
    yield _gap()
    yield _Part(pen(_("Warm-up"), "bold"), _NEEDED)
    for step in sentences.warm_up_steps(session):
        yield _Part(pen(f"- {step}"), _CUE)
    yield _gap()
    yield from _clock(pen, state, now)
    yield _gap()
    if first := sentences.run_first(session):
        yield _Part(pen(first, "dim"), _AGAIN)
    yield _Part(pen(_("Then: {form}", form=state.exercise.form)), _ASIDE)


def _work(pen: Pen, state: State, now: float) -> Iterator[_Part]:
    resting = state.stage is Stage.REST
    coming = set_after(state) if resting else state
    yield _Part(_standing(pen, coming or state, now), _NEEDED)
    yield _gap()
    if coming is None:
        yield _Part(pen(_("That was the last set. Enter writes it to your log."), "bold"), _NEEDED)
    else:
        yield from _exercise(pen, coming, _("Next:") if resting else "")
    yield _gap()
    if due(state) is not None or not resting:
        yield from _clock(pen, state, now)
        yield _gap()
    if resting:
        yield from _was_done(pen, state)
    else:
        yield _Part(pen(_then(state), "dim"), _ASIDE)


def _standing(pen: Pen, state: State, now: float) -> Text:
    """`Exercise 2 of 6 · set 1 of 2 · 7 min`"""
    place = _(
        "Exercise {number} of {exercises}",
        number=state.place + 1,
        exercises=len(state.session.exercises),
    )
    number = _("set {number} of {sets}", number=state.number, sets=state.exercise.sets)
    return pen.line(place, number, f"{int(seconds_of(state, now) / 60)} min")


def _exercise(pen: Pen, state: State, before: str) -> Iterator[_Part]:
    exercise = state.exercise
    form, name = prescription.names(exercise)
    title = Text.assemble(pen(before), " " if before else "", pen(form, "bold"))
    if name:
        title.append(" ").append_text(pen(f"({name})", "dim"))
    yield _Part(title, _NEEDED)
    yield _Part(pen(_dose(state)), _NEEDED)
    if state.kg is None and not STEPS[state.units].keys().isdisjoint(exercise.kit):
        yield _Part(pen(_("With a weight? k says it.")), _ASIDE)
    if exercise.setup:
        yield _Part(pen(exercise.setup, "dim"), _AGAIN if state.number > 1 else _SETUP)
    yield _Part(pen(exercise.cue, "italic"), _CUE)
    if exercise.niggle_note:
        yield _Part(pen(_("Mind: {note}", note=exercise.niggle_note)), _CUE)
    if adapted := sentences.adapted(exercise):
        yield _Part(pen(adapted), _AGAIN if state.number > 1 else _ASIDE)
    pain = state.so_far.pain
    if pain is not None and pain > PAIN_GOES_ON_TO:
        advice = _("Pain {pain}: do less, or skip it with s.", pain=pain)
        if pain > PAIN_STOPS_ABOVE:
            advice = _("Pain {pain}: stop this one, s skips it.", pain=pain)
        yield _Part(pen(advice, "bold"), _NEEDED)


def _dose(state: State) -> str:
    """`2 × 8 at 16 kg, stop with 3 left`"""
    exercise = state.exercise
    dose = prescription.dose(replace(exercise, kg=state.kg), state.units)
    return f"{dose}, {prescription.effort(exercise)}"


def _clock(pen: Pen, state: State, now: float) -> Iterator[_Part]:
    """The number to be seen from the mat, and what it counts."""
    number, label, style = _counted(state, now)
    if state.paused is not None:
        label, style = _("paused: space goes on"), _HURRY
    if pen.console.height >= _ENOUGH_ROWS:
        yield _Part(_big(pen, number, style), _NEEDED)
    else:
        yield _Part(pen(number, style), _NEEDED)
    yield _Part(pen(label, style), _NEEDED)


def _counted(state: State, now: float) -> tuple[str, str, str]:
    """The number, what it counts, and its style."""
    side = _side(state)
    end = due(state)
    if end is None:
        held = state.exercise.hold_s is not None
        number = _clock_time(amount_of(state)) if held else str(state.count)
        label = _("hold") if held else _("repetitions")
        return number, f"{label}{side}", _STYLES[Stage.SET]
    left = end - moment(state, now)
    if left > 0:
        style = _STYLES.get(state.stage, _HURRY)
        return _clock_time(ceil(left)), f"{_(_LABELS[state.stage])}{side}", style
    return f"+{_clock_time(int(-left))}", _(_LABELS_AFTER[state.stage]), _HURRY


def _side(state: State) -> str:
    """Which side the set at work is for, where that is to be said."""
    exercise = state.exercise
    if state.stage in (Stage.REST, Stage.WARM_UP) or not exercise.per_side:
        return ""
    if not side_after_side(exercise):
        return _(", taking turns") if exercise.hold_s else _(" each side, taking turns")
    return _(", the other side") if state.sides else _(", first side")


def _clock_time(seconds: int) -> str:
    """`1:15`, or `45` below a minute."""
    minutes, rest = divmod(seconds, 60)
    return f"{minutes}:{rest:02}" if minutes else str(rest)


def _big(pen: Pen, number: str, style: str) -> Text:
    signs = [_DIGITS[sign] for sign in number]
    cells = sum(len(sign[0]) + 1 for sign in signs) - 1
    wide = 2 if 2 * cells <= pen.width else 1
    rows = []
    for row in zip(*signs, strict=True):
        dots = " ".join(row)
        rows.append("".join([(_BLOCKS[pen.utf] if dot == "#" else " ") * wide for dot in dots]))
    # spaces in front count here, which no words have
    return Text("\n".join([row.rstrip() for row in rows]), style)


def _then(state: State) -> str:
    """What comes after the set at work."""
    exercise = state.exercise
    if side_after_side(exercise) and not state.sides:
        return _("Then: the other side")
    if not state.last_set:
        return _(
            "Then: {pause}, set {number} of {sets}",
            pause=prescription.pause(exercise),
            number=state.number + 1,
            sets=exercise.sets,
        )
    if state.last:
        return _("Then: you are done")
    return _("Then: {form}", form=state.session.exercises[state.place + 1].form)


def _was_done(pen: Pen, state: State) -> Iterator[_Part]:
    """The set before the rest, and how hard it was."""
    done = state.so_far
    amount = _amount(state.exercise, done.sets[-1])
    told = _("You did {work}.", work=at_weight(amount, done.kg[-1], state.units))
    if done.pain is not None:
        told = f"{told} {capital(pain_words(done.pain))}."
    yield _Part(pen(told), _NEEDED)
    if not state.asks_left:
        return
    if done.left is None:
        yield _Part(pen(_("How many more could you have done? 0-5"), "bold"), _NEEDED)
    else:
        yield _Part(pen(_("{reps} left in you.", reps=done.left)), _NEEDED)


def _bottom(pen: Pen, state: State) -> Text:
    """What is asked, else the keys."""
    if state.question is not None:
        return pen(_question(state, state.question), "bold")
    keys = _KEYS[state.stage]
    if state.stage is Stage.SET and state.exercise.hold_s is not None:
        keys = _BEFORE_A_HOLD
    if state.stage is Stage.REST and set_after(state) is None:
        keys = (_WRITE, *keys[1:])
    if state.asks_left:
        keys = (*keys[:1], _LEFT, *keys[1:])
    whole = _keys(pen, keys)
    if whole.cell_len <= pen.width:
        return whole
    # of the others the letters alone: ? tells what they mean
    return Text(" ").join(
        [_keys(pen, keys[:1]), *(pen(_(key), "bold") for key, _meaning in keys[1:])]
    )


def _keys(pen: Pen, keys: _Keys) -> Text:
    words = [
        Text.assemble(pen(_(key), "bold"), " ", pen(_(meaning, sense="key")))
        for key, meaning in keys
    ]
    return Text("  ").join(words)


def _question(state: State, question: Question) -> str:
    form = state.exercise.form
    if question is Question.HELP:
        return _("Any key goes back.")
    if question is Question.WEIGHT:
        return _(
            "What does one weigh, in {units}? {typed}_ (Enter)",
            units=state.units,
            typed=state.typed,
        )
    if question is Question.PAIN:
        return _("Pain at {form}, 0 to 10: {typed}_ (Enter)", form=form, typed=state.typed)
    if not state.anything:
        return _("Stop? Nothing is done yet, so nothing is written. Enter: stop. b: back.")
    last = state.so_far.skipped and state.last
    opening = _("That was all.") if last else _("Stop here?")
    keys = _("Enter: write what you did to your log. l: go on later. b: back.")
    return f"{opening} {keys}"


def _gap() -> _Part:
    return _Part(Text(), _GAP)
