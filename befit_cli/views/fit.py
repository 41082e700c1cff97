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

from befit_cli.errors import BefitError, did_you_mean
from befit_cli.evidence.session import CHANGE_SIDES_S
from befit_cli.language import _, plural
from befit_cli.values import Catalogue, Prescription, Range, Session, Units
from befit_cli.views import prescription, sentences
from befit_cli.views import words as wording
from befit_cli.views.content import Content
from befit_cli.views.work import at_weight

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
        FitBaseUnit,
        Intensity,
        Manufacturer,
        Sport,
        SubSport,
        WorkoutStepDuration,
        WorkoutStepTarget,
    )
except ModuleNotFoundError as missing:
    raise BefitError(
        _("A file for a Garmin watch needs fit-tool, which is not installed."),
        _("Run pip install 'befit[garmin]'."),
    ) from missing

_Fields: TypeAlias = dict[str, object]


class _Numbers(NamedTuple):
    """A category of exercises, and an exercise in it."""

    exercise_category: int
    exercise_name: int


def _garmins() -> Iterator[tuple[str, _Numbers]]:
    """Garmin's exercises, each with the name that a catalogue writes: `squat/goblet_squat`."""
    for category in ExerciseCategory:
        # The profile has no table from a category to its exercises; the names of its enums are one:
        # HIP_RAISE has its exercises in HipRaiseExerciseName. A category may have none.
        enum = f"{category.name.title().replace('_', '')}ExerciseName"
        for exercise in getattr(profile_type, enum, ()):
            name = f"{category.name}/{exercise.name}".lower()
            yield name, _Numbers(category.value, exercise.value)


_EXERCISES = dict(_garmins())

# A date of the format counts seconds from the end of 1989 in 32 bits, and numbers below 2**28 stand
# for seconds since the watch was switched on. So the first day lies in 1998, the last in 2126, and
# these are the whole years between.
_YEARS = Range(1999, 2125)

# What watches are known to take: steps, and bytes of a text with the zero that ends it; the format
# itself goes to 255.
_MOST_STEPS = 50
_TITLE_BYTES = 50
_TEXT_BYTES = 200
_SHOWN_IN = {Units.KG: FitBaseUnit.KILOGRAM, Units.LB: FitBaseUnit.POUND}


def render(content: Content) -> bytes:
    """The one session of the plan's one week; the same session gives the same bytes.

    Raises BefitError for a form whose `garmin` is no exercise that fit-tool knows: an older one may
    lack what the list has that catalogues are read by, and one made in Python was never asked.
    """
    (week,) = content.plan.weeks
    (session,) = week.sessions
    numbers = _numbers(session, content.catalogue)
    steps = _steps(session, numbers, content.plan.athlete.units)
    titles = dict(zip(numbers, map(_title, session.exercises), strict=True))

    builder = FitFileBuilder()
    builder.add(_file_id(session, steps))
    builder.add(_workout(session, len(steps)))
    for index, step in enumerate(steps):
        builder.add(_message(WorkoutStepMessage, message_index=index, **step))
    for index, (exercise, title) in enumerate(titles.items()):
        fields = {"workout_step_name": title, **exercise._asdict()}
        builder.add(_message(ExerciseTitleMessage, message_index=index, **fields))
    workout: bytes = builder.build_bytes()
    return workout


def _file_id(session: Session, steps: list[_Fields]) -> Any:
    """What a watch tells workouts apart by: the day that this one is planned for, and a digest of
    it.
    """
    year = session.date.year
    if year != _YEARS.clamp(year):
        raise BefitError(
            _(
                "A Garmin watch knows the years {years}, and this session is on {day}.",
                years=_YEARS,
                day=session.date,
            ),
            _("Say another --start."),
        )
    # Whatever differs in the steps has to differ here, and a clock must not come in: the same
    # plan is the same workout.
    digest = zlib.crc32(json.dumps(steps, default=str).encode())
    midnight = datetime.combine(session.date, time(), UTC)
    return _message(
        FileIdMessage,
        type=FileType.WORKOUT,
        manufacturer=Manufacturer.DEVELOPMENT,
        product=0,
        serial_number=digest or 1,  # 0 means that there is none
        time_created=int(midnight.timestamp()) * 1000,
    )


def _workout(session: Session, steps: int) -> Any:
    return _message(
        WorkoutMessage,
        workout_name=_("Strength {day}", day=wording.short_date(session.date)),
        workout_description=_cut(sentences.why(session), _TEXT_BYTES),
        sport=Sport.TRAINING,
        sub_sport=SubSport.STRENGTH_TRAINING,
        num_valid_steps=steps,
    )


def _steps(session: Session, numbers: list[_Numbers], units: Units) -> list[_Fields]:
    """The warm-up, and every set with its rest but for the last; where a watch has no room for all,
    the sets of an exercise are one that is repeated.
    """
    steps = _all_steps(session, numbers, units, repeats=False)
    if len(steps) > _MOST_STEPS:
        steps = _all_steps(session, numbers, units, repeats=True)
    return [{"target_type": WorkoutStepTarget.OPEN, **step} for step in steps]


def _all_steps(
    session: Session, numbers: list[_Numbers], units: Units, *, repeats: bool
) -> list[_Fields]:
    steps = [_warm_up(session)]
    last = len(numbers) - 1
    for place, (exercise, own) in enumerate(zip(session.exercises, numbers, strict=True)):
        # The last exercise is told set by set: a set that is repeated has a rest at its end.
        if repeats and exercise.sets > 1 and place != last:
            first = len(steps)
            steps += _set(exercise, plural(exercise.sets, "{n} set", "{n} sets"), own, units)
            steps.append(_repeat(first, exercise.sets))
            continue
        for number in range(1, exercise.sets + 1):
            which = _("Set {number} of {sets}", number=number, sets=exercise.sets)
            steps += _set(exercise, which, own, units)
    # After the last set there is nothing to rest for, and the watch would not end before.
    if steps[-1]["intensity"] is Intensity.REST:
        steps.pop()
    return steps


def _repeat(first: int, times: int) -> _Fields:
    """Do the steps from that one on so many times."""
    return {
        "duration_type": WorkoutStepDuration.REPEAT_UNTIL_STEPS_CMPLT,
        "duration_step": first,
        "target_repeat_steps": times,
    }


def _warm_up(session: Session) -> _Fields:
    return {
        "workout_step_name": _("Warm-up"),
        "intensity": Intensity.WARMUP,
        "notes": _cut("; ".join(sentences.warm_up_steps(session)), _TEXT_BYTES),
        **_timed(session.warm_up.minutes * 60),
    }


def _set(exercise: Prescription, which: str, numbers: _Numbers, units: Units) -> Iterator[_Fields]:
    work = {
        "workout_step_name": _title(exercise),
        "intensity": Intensity.ACTIVE,
        "notes": _notes(exercise, which, units),
        **_duration(exercise),
        **_weight(exercise, units),
        **numbers._asdict(),
    }
    yield work
    if exercise.hold_s is not None and exercise.per_side and not exercise.alternates:
        yield _rest(_("Change sides"), CHANGE_SIDES_S)
        yield work
    if exercise.rest_s:
        yield _rest(_("Rest"), exercise.rest_s)


def _rest(name: str, seconds: int) -> _Fields:
    return {"workout_step_name": name, "intensity": Intensity.REST, **_timed(seconds)}


def _duration(exercise: Prescription) -> _Fields:
    sides = 2 if exercise.per_side else 1
    if exercise.reps is None:
        # Sides that take turns hold in one go; else each has a step of its own.
        in_one_go = sides if exercise.alternates else 1
        return _timed((exercise.hold_s or 0) * in_one_go)
    return {
        "duration_type": WorkoutStepDuration.REPS,
        "duration_reps": exercise.reps * sides,
    }


def _timed(seconds: int) -> _Fields:
    """The type goes first: it tells fit-tool what the time is counted in."""
    return {"duration_type": WorkoutStepDuration.TIME, "duration_time": seconds}


def _title(exercise: Prescription) -> str:
    """The form; `8+8 Reverse lunge` where the watch counts 16 repetitions, 8 for each side."""
    title = exercise.form
    if exercise.per_side and exercise.reps is not None:
        title = f"{exercise.reps}+{exercise.reps} {title}"
    return _cut(title, _TITLE_BYTES)


def _weight(exercise: Prescription, units: Units) -> _Fields:
    """What the watch shows as the weight of the set, and logs."""
    if exercise.kg is None:
        return {}
    return {"exercise_weight": exercise.kg, "weight_display_unit": _SHOWN_IN[units]}


def _notes(exercise: Prescription, which: str, units: Units) -> str:
    """`Set 2 of 3 at 18 kg, stop with 3 left.`, what a niggle changes, and the cue."""
    work = at_weight(which, exercise.kg, units)
    parts = [f"{work}, {prescription.effort(exercise)}."]
    # Before the cue, because what is too long loses its end, and this keeps pain away.
    if exercise.niggle_note:
        parts.append(_("Mind: {note}", note=exercise.niggle_note))
    parts.append(exercise.cue)
    return _cut(" ".join(parts), _TEXT_BYTES)


def _numbers(session: Session, catalogue: Catalogue) -> list[_Numbers]:
    """The numbers of each exercise, where need be its own: none stand for two titles."""
    # A watch shows one title for a pair of numbers in the whole file. Where two exercises had the
    # same, the runner would be told to do the first of them twice; so the second goes without
    # Garmin's picture. In the category "unknown" no number means anything, and so a place will do.
    titles: dict[_Numbers, str] = {}
    all_numbers = []
    for place, exercise in enumerate(session.exercises):
        own = _Numbers(ExerciseCategory.UNKNOWN.value, place)
        numbers = _garmin_numbers(exercise, catalogue) or own
        title = _title(exercise)
        if titles.setdefault(numbers, title) != title:
            numbers = own
        all_numbers.append(numbers)
    return all_numbers


def _garmin_numbers(exercise: Prescription, catalogue: Catalogue) -> _Numbers | None:
    """Garmin's numbers for the form; None where the catalogue has no name of Garmin's for it."""
    form = catalogue.form(exercise.id, exercise.form)
    # A form of an older catalogue has no name of Garmin's any more.
    name = form.garmin if form else None
    if name is None:
        return None
    if name not in _EXERCISES:
        nearest = did_you_mean(name, _EXERCISES) or "."
        raise BefitError(
            _(
                "Garmin has no exercise '{name}', which the catalogue says for {form} "
                "({id}){nearest}",
                name=name,
                form=exercise.form,
                id=exercise.id,
                nearest=nearest,
            ),
            _("Correct its 'garmin', or leave it out."),
        )
    return _EXERCISES[name]


def _message(kind: Callable[[], Any], **fields: object) -> Any:
    message = kind()
    for name, value in fields.items():
        setattr(message, name, value)
    return message


def _cut(text: str, most: int) -> str:
    """The text, plain, in at most so many bytes with the zero that ends it."""
    # Here and with a mark, for what a watch does with more bytes than it takes is its own affair.
    plain = wording.plain(text)
    encoded = plain.encode()
    if len(encoded) < most:
        return plain
    # Room for the three bytes of the mark and for the zero. The cut may go through a character,
    # whose first bytes are then left out.
    return encoded[: most - 4].decode(errors="ignore") + "…"
