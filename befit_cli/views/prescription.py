"""What a plan asks of an exercise, in words: its dose, its effort and its rest, and what it is
called.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from msgspec.structs import replace

from befit_cli.language import Language, _, decimal, spoken
from befit_cli.runner.letters import without_accents
from befit_cli.values import Dose, Prescription, Range, Units, in_units

_SLOW_S = 5
"""Seconds of a repetition from which nobody would take as many unasked."""
_SMALL_WORDS = frozenset(
    {"a", "al", "con", "de", "del", "el", "en", "la", "las", "los", "o", "sin", "un", "una", "y"}
)
"""What a name in Spanish has between the words that matter."""


def dose(exercise: Prescription, units: Units) -> str:
    """`3 × 8 each side`, or `2 × 20-s hold` where time counts; `3 × 12, 8 s each` where a
    repetition is so slow that it has to be said; `3 × 6 at 18 kg` where its weight is known.
    """
    work = _work(exercise.sets, exercise.reps, exercise.hold_s, per_side=exercise.per_side)
    if exercise.kg is not None:
        work = _("{work} at {weight}", work=work, weight=weight(exercise.kg, units))
    seconds = exercise.seconds_per_rep
    if exercise.hold_s is None and seconds is not None and seconds >= _SLOW_S:
        return _("{work}, {seconds:g} s each", work=work, seconds=seconds)
    return work


def bare_dose(exercise: Prescription, units: Units) -> str:
    """The dose without its weight, for where that stands beside it."""
    return dose(replace(exercise, kg=None), units)


def weight(kg: float, units: Units) -> str:
    """`18 kg`, or `40 lb`."""
    return f"{weight_number(kg, units)} {units}"


def weight_number(kg: float, units: Units) -> str:
    """The same without its unit, for where that stands beside it."""
    return decimal(in_units(kg, units))


def effort(exercise: Prescription) -> str:
    """`stop with 3 left`, and `stop with 4 or more left` where it is light; a hold, a jump or a
    stretch has no repetitions in reserve and ends when it stops looking right.
    """
    if not exercise.light:
        return _effort(exercise.rir)
    if exercise.rir is None:
        return _("stop with time to spare")
    return _("stop with {reps} or more left", reps=exercise.rir)


def effort_behind(exercise: Prescription) -> str:
    """The same behind a dose: `3 left`, `4 or more left`, `time to spare`."""
    if exercise.rir is None:
        return _("time to spare") if exercise.light else _effort(None)
    if exercise.light:
        return _("{reps} or more left", reps=exercise.rir)
    return left_words(exercise.rir)


def left_words(left: int) -> str:
    """`3 left`: how many repetitions more could have been done."""
    return _("{reps} left", reps=left)


def usual_effort(exercises: Iterable[Prescription]) -> str:
    """The effort of most of those whose repetitions are counted, the first of several; empty where
    none are.
    """
    efforts = Counter(effort(exercise) for exercise in exercises if exercise.rir is not None)
    return max(efforts, key=lambda said: efforts[said], default="")


def other_effort(exercise: Prescription, usual: str) -> str:
    """The effort where it is not the usual one; empty, too, where form alone ends a set."""
    said = effort(exercise)
    return "" if said in (usual, _effort(None)) else said


def effort_line(exercises: Collection[Prescription], usual: str) -> str:
    """`Effort: stop with 3 left unless said, and whenever form slips`: what counts where an
    exercise says no effort of its own.
    """
    if not usual:
        return _("Effort: {effort}", effort=_effort(None))
    others = any(other_effort(exercise, usual) for exercise in exercises)
    by_form = any(exercise.rir is None for exercise in exercises)
    if others and by_form:
        return _("Effort: {effort} unless said, and whenever form slips", effort=usual)
    if others:
        return _("Effort: {effort} unless said", effort=usual)
    if by_form:
        return _("Effort: {effort}, and whenever form slips", effort=usual)
    return _("Effort: {effort}", effort=usual)


def rest(exercise: Prescription) -> str:
    """`75 s`, `2 min`, or `none`."""
    return _rest(exercise.rest_s) or _("none", sense="rest")


def pause(exercise: Prescription) -> str:
    """The rest where no heading says that it is one: `rest 75 s`, or `no rest`."""
    return _pause(exercise.rest_s)


def work_line(exercise: Prescription, units: Units) -> str:
    """All of what is to be done, in one line: `3 × 8 each side, stop with 3 left, rest 75 s`."""
    return ", ".join([dose(exercise, units), effort(exercise), pause(exercise)])


def dose_line(dose: Dose, *, per_side: bool) -> str:
    """What the catalogue gives a level, in one line: `2-3 × 8-10 each side, stop with 3 left, rest
    75 s`.
    """
    work = _work(dose.sets, dose.reps, dose.hold, per_side=per_side)
    return ", ".join([work, _effort(dose.rir), _pause(dose.rest)])


def names(exercise: Prescription) -> tuple[str, str]:
    """The form, and the exercise's name where the form has a word of it but not its noun: `Side
    plank` needs no `Planks`, and a `Dead bug` is no kind of `Russian twists`.
    """
    stems = _stems(exercise.name)
    shared = set(stems) & set(_stems(exercise.form))
    if not shared or _noun(stems) in shared:
        return exercise.form, ""
    return exercise.form, exercise.name


def short_name(exercise: Prescription) -> str:
    """The exercise's name, `Squats` for a `Goblet squat`; for what is none, the form: a `Backpack
    row` is no pull-up.
    """
    stems = _stems(exercise.name)
    is_one = not stems or _noun(stems) in _stems(exercise.form)
    return exercise.name if is_one else exercise.form


def _work(
    sets: int | Range, reps: int | Range | None, hold: int | Range | None, *, per_side: bool
) -> str:
    if hold is None:
        if per_side:
            return _("{sets} × {reps} each side", sets=sets, reps=reps)
        return f"{sets} × {reps}"
    if per_side:
        return _("{sets} × {seconds}-s hold each side", sets=sets, seconds=hold)
    return _("{sets} × {seconds}-s hold", sets=sets, seconds=hold)


def _effort(rir: int | None) -> str:
    return _("stop if form slips") if rir is None else _("stop with {reps} left", reps=rir)


def _rest(seconds: int) -> str:
    if seconds == 0:
        return ""
    # A minute is 60 s beside the 45 s and 75 s of its neighbours.
    if seconds > 60 and seconds % 60 == 0:
        return f"{seconds // 60} min"
    return f"{seconds} s"


def _pause(seconds: int) -> str:
    return _("rest {time}", time=_rest(seconds)) if seconds else _("no rest")


def _noun(stems: Sequence[str]) -> str:
    """The word that says what it is: in Spanish a name begins with it, in English it ends so."""
    return stems[0 if spoken() is Language.ES else -1]


def _stems(name: str) -> list[str]:
    """The words without the ends of a plural: `Planks` and `plank` are one then."""
    words = re.findall(r"[\w-]+", name.casefold())
    if spoken() is Language.ES:
        # `elevación` loses its accent in the plural
        words = [without_accents(word) for word in words if word not in _SMALL_WORDS]
    return [word.rstrip("es") for word in words]
