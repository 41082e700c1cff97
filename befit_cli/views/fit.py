"""A session as a workout for a Garmin watch (FIT): a step for the warm-up, for each set and for
each rest.

Repetitions wait for the lap button, those of both sides in one step: hands that hold weights press
nothing between them. A hold counts down by itself, each side in a step of its own, with time to
change between the two.

A watch names a step by the title that the file gives to its exercise's numbers, and without one
just "Go". Garmin's numbers bring its name in the log and, on many watches, a picture. A form that
has none, or whose numbers another form of the session has already, gets numbers that Garmin gave to
nothing: it is known by its title alone.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, time
from typing import Any, NamedTuple, TypeAlias

import msgspec

from befit_cli.errors import BefitError, did_you_mean
from befit_cli.evidence.session import CHANGE_SIDES_S
from befit_cli.values import Catalogue, Plan, Prescription, Range, Session
from befit_cli.views import words as wording

try:
    from fit_tool.fit_file_builder import FitFileBuilder
    from fit_tool.profile import profile_type
    from fit_tool.profile.messages.exercise_title_message import ExerciseTitleMessage
    from fit_tool.profile.messages.file_id_message import FileIdMessage
    from fit_tool.profile.messages.workout_message import WorkoutMessage
    from fit_tool.profile.messages.workout_step_message import WorkoutStepMessage
    from fit_tool.profile.profile_type import (
        ExerciseCategory,
        FileType,
        Intensity,
        Manufacturer,
        Sport,
        SubSport,
        WorkoutStepDuration,
        WorkoutStepTarget,
    )
except ModuleNotFoundError as missing:
    raise BefitError(
        "A file for a Garmin watch needs fit-tool, which is not installed.",
        "Run pip install 'befit[garmin]'.",
    ) from missing

_Fields: TypeAlias = dict[str, object]


class _Numbers(NamedTuple):
    """A category of exercises, and an exercise in it."""

    exercise_category: int
    exercise_name: int


_EXERCISES: dict[str, _Numbers] = {
    f"{category.name}/{exercise.name}".lower(): _Numbers(category.value, exercise.value)
    for category in ExerciseCategory
    for exercise in getattr(
        profile_type, f"{category.name.title().replace('_', '')}ExerciseName", ()
    )
}
"""Garmin's exercises, each under the name that a catalogue writes: `squat/goblet_squat`."""

_YEARS = Range(1999, 2125)
"""The years that a date of the format can lie in: it counts seconds from 1989, and the smallest
numbers stand for something else.
"""
_TITLE_BYTES = 50
_TEXT_BYTES = 200
"""What watches are known to take, with the zero that ends a text; the format itself goes to 255."""


def render(plan: Plan, catalogue: Catalogue) -> bytes:
    """The one session of the plan's one week, made from the forms of that catalogue; the same
    session gives the same bytes.

    Raises BefitError for a form whose `garmin` is no exercise of Garmin's: that list comes with
    fit-tool, and a catalogue is read without.
    """
    (week,) = plan.weeks
    (session,) = week.sessions
    numbers = _numbers(session, catalogue)
    steps = _steps(session, numbers)
    titles = dict(zip(numbers, map(_title, session.exercises), strict=True))

    builder = FitFileBuilder()
    builder.add(_file_id(session))
    builder.add(_workout(session, len(steps)))
    for index, step in enumerate(steps):
        builder.add(
            _message(
                WorkoutStepMessage, message_index=index, target_type=WorkoutStepTarget.OPEN, **step
            )
        )
    for index, (exercise, title) in enumerate(titles.items()):
        builder.add(
            _message(
                ExerciseTitleMessage,
                message_index=index,
                workout_step_name=title,
                **exercise._asdict(),
            )
        )
    content: bytes = builder.build_bytes()
    return content


def _file_id(session: Session) -> Any:
    """What a watch tells workouts apart by: the day that this one is planned for, and a digest of
    it.
    """
    if session.date.year != _YEARS.clamp(session.date.year):
        raise BefitError(
            f"A Garmin watch knows the years {_YEARS}, and this session is on {session.date}.",
            "Say another --start.",
        )
    return _message(
        FileIdMessage,
        type=FileType.WORKOUT,
        manufacturer=Manufacturer.DEVELOPMENT,
        product=0,
        serial_number=zlib.crc32(json.dumps(msgspec.to_builtins(session)).encode()) or 1,
        time_created=int(datetime.combine(session.date, time(), UTC).timestamp()) * 1000,
    )


def _workout(session: Session, steps: int) -> Any:
    return _message(
        WorkoutMessage,
        workout_name=f"Strength {wording.short_date(session.date)}",
        workout_description=_cut(session.why, _TEXT_BYTES),
        sport=Sport.TRAINING,
        sub_sport=SubSport.STRENGTH_TRAINING,
        num_valid_steps=steps,
    )


def _steps(session: Session, numbers: list[_Numbers]) -> list[_Fields]:
    """The warm-up, and every set with its rest but for the last."""
    warm_up = _cut("; ".join(session.warm_up.steps), _TEXT_BYTES)
    steps = [
        {
            "workout_step_name": "Warm-up",
            "intensity": Intensity.WARMUP,
            "notes": warm_up,
            **_timed(session.warm_up.minutes * 60),
        }
    ]
    for exercise, own in zip(session.exercises, numbers, strict=True):
        for number in range(1, exercise.sets + 1):
            steps += _set(exercise, number, own)
    return steps[:-1] if steps[-1]["intensity"] is Intensity.REST else steps


def _set(exercise: Prescription, number: int, numbers: _Numbers) -> Iterator[_Fields]:
    work = {
        "workout_step_name": _title(exercise),
        "intensity": Intensity.ACTIVE,
        "notes": _notes(exercise, number),
        **_duration(exercise),
        **numbers._asdict(),
    }
    yield work
    if exercise.hold_s is not None and exercise.per_side:
        yield _rest("Change sides", CHANGE_SIDES_S)
        yield work
    if exercise.rest_s:
        yield _rest("Rest", exercise.rest_s)


def _rest(name: str, seconds: int) -> _Fields:
    return {"workout_step_name": name, "intensity": Intensity.REST, **_timed(seconds)}


def _duration(exercise: Prescription) -> _Fields:
    if exercise.reps is None:
        return _timed(exercise.hold_s or 0)
    return {
        "duration_type": WorkoutStepDuration.REPS,
        "duration_reps": exercise.reps * (2 if exercise.per_side else 1),
    }


def _timed(seconds: int) -> _Fields:
    """The type goes first: it tells fit-tool what the time is counted in."""
    return {"duration_type": WorkoutStepDuration.TIME, "duration_time": seconds}


def _title(exercise: Prescription) -> str:
    """The form; `8+8 Reverse lunge` where the watch counts 16 repetitions, 8 for each side."""
    sides = (
        f"{exercise.reps}+{exercise.reps} "
        if exercise.per_side and exercise.reps is not None
        else ""
    )
    return _cut(f"{sides}{exercise.form}", _TITLE_BYTES)


def _notes(exercise: Prescription, number: int) -> str:
    """`Set 2 of 3, stop with 3 left.`, what a niggle changes, and the cue."""
    mind = f"Mind: {exercise.niggle_note} " if exercise.niggle_note else ""
    return _cut(
        f"Set {number} of {exercise.sets}, {wording.effort(exercise)}. {mind}{exercise.cue}",
        _TEXT_BYTES,
    )


def _numbers(session: Session, catalogue: Catalogue) -> list[_Numbers]:
    """The numbers of each exercise, where need be its own: none stand for two titles."""
    titles: dict[_Numbers, str] = {}
    found = []
    for place, exercise in enumerate(session.exercises):
        own = _Numbers(ExerciseCategory.UNKNOWN.value, place)
        numbers = _garmin_numbers(exercise, catalogue) or own
        taken = titles.setdefault(numbers, _title(exercise)) != _title(exercise)
        found.append(own if taken else numbers)
    return found


def _garmin_numbers(exercise: Prescription, catalogue: Catalogue) -> _Numbers | None:
    """Garmin's numbers for the form; None where the catalogue has no name of Garmin's for it."""
    (name,) = (
        form.garmin for form in catalogue.by_id[exercise.id].ladder if form.name == exercise.form
    )
    if name is None:
        return None
    if name not in _EXERCISES:
        said = (
            f"Garmin has no exercise '{name}', which the catalogue says for {exercise.form} "
            f"({exercise.id})"
        )
        raise BefitError(
            f"{said}{did_you_mean(name, _EXERCISES) or '.'}",
            "Correct its 'garmin', or leave it out.",
        )
    return _EXERCISES[name]


def _message(kind: Callable[[], Any], **fields: object) -> Any:
    message = kind()
    for name, value in fields.items():
        setattr(message, name, value)
    return message


def _cut(text: str, most: int) -> str:
    """The text, plain, in at most so many bytes with the zero that ends it."""
    whole = wording.plain(text).encode()
    return whole.decode() if len(whole) < most else whole[: most - 4].decode(errors="ignore") + "…"
