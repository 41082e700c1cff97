"""What was planned of an exercise and what was told of it -> what was done, written out in full."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from befit_cli.language import _
from befit_cli.log.told import Amount, Counted, Tells, Told, Unclear, plausible, whole
from befit_cli.values import Prescription, Session, Work, once_if_same

_MOST_IMPLEMENTS = 2
"""Of one weight in two hands."""
_MOST_UNSAID = 30
"""Repetitions in a set: twice what befit ever asks. Who did more says that they are no weight."""
_AMOUNTS = {Counted.REPS: Amount.REPS, Counted.SECONDS: Amount.SECONDS}


class Line(NamedTuple):
    """One form of an exercise."""

    called: str
    """What the runner called it, or the plan."""
    form: str
    """Empty where nobody said it."""
    planned: Prescription | None
    """Its exercise in the session, in this form or in another; None for what was not planned."""
    held: bool | None
    """Whether it is held for seconds; None where nobody knows."""

    @property
    def as_planned(self) -> bool:
        """Whether it is the form that was planned."""
        return self.planned is not None and self.planned.form == self.form


def as_planned(session: Session) -> dict[str, tuple[Work, ...]]:
    """What was done of each exercise, under its id, where nobody says anything: what was asked."""
    done: dict[str, tuple[Work, ...]] = {}
    for each in session.exercises:
        work = work_of(Line(each.form, each.form, each, each.hold_s is not None), ())
        done[each.id] = () if work is None else (work,)
    return done


def work_of(line: Line, told: Iterable[Told]) -> Work | None:
    """What was done: as it was planned, but for what was told; None for what was skipped.

    Raises UsageError where it can't be told what was meant, and where no sound number was.
    """
    meant = [each for each in told if each.tells not in (Tells.ONLY, Tells.NOTHING)]
    if any(each.tells is Tells.SKIPPED for each in meant):
        _refuse_more_than_skipped(line, meant)
        return None
    meant = _with_sets_at_weights(line, meant)
    counted = _counted(line, meant)
    left, right = _sides(line, meant)
    weaker, other = sorted((left, right), key=sum)
    weights = _weights(line, meant, len(left))
    numbers = tuple([whole(_AMOUNTS[counted], number) for number in weaker])
    others = tuple([whole(_AMOUNTS[counted], number) for number in other])
    return Work(
        form=line.form,
        asked=line.planned.asked if line.planned and line.as_planned else None,
        reps=numbers if counted is Counted.REPS else (),
        hold_s=numbers if counted is Counted.SECONDS else (),
        other_side=others if others != numbers else (),
        kg=weights,
        left=_last(meant, Tells.LEFT, Amount.LEFT),
        pain=_last(meant, Tells.PAIN, Amount.PAIN),
    )


def _refuse_more_than_skipped(line: Line, meant: list[Told]) -> None:
    for each in meant:
        if each.tells is not Tells.SKIPPED:
            raise Unclear(
                _(
                    "{exercise} can't be skipped and have '{words}'.",
                    exercise=line.called,
                    words=each.words.strip(),
                ),
                _("Leave one of them out, or put a comma between exercises."),
            )
    if line.planned is None:
        raise Unclear(
            _(
                "This session has no {exercise}: there is nothing to skip.",
                exercise=line.called,
            )
        )


def _with_sets_at_weights(line: Line, meant: list[Told]) -> list[Told]:
    """`2x16kg` is two implements; of several, `8x16kg 6x18kg`, each is a set."""
    times = [each for each in meant if each.tells is Tells.TIMES_WEIGHT]
    implements = all(each.numbers[0] <= _MOST_IMPLEMENTS for each in times)
    if len(times) == 1 and not implements:
        number, weight = times[0].words.replace(" ", "").split("x", 1)
        raise Unclear(
            _(
                "'{words}' of {exercise} could be sets or repetitions.",
                words=times[0].words,
                exercise=line.called,
            ),
            _(
                "Write {number}x8x{weight} for {number} sets of 8, or 1x{number}x{weight} for one "
                "of {number}.",
                number=number,
                weight=weight,
            ),
        )
    read = []
    for each in meant:
        if each.tells is not Tells.TIMES_WEIGHT:
            read.append(each)
        elif implements:
            read.append(Told(Tells.WEIGHT, each.words, each.beside))
        else:
            read.append(each._replace(tells=Tells.EACH_SET))
    return read


def _counted(line: Line, meant: list[Told]) -> Counted:
    """What the numbers count; raises UsageError where it is not what the form counts in."""
    usual = None
    if line.held is not None:
        usual = Counted.SECONDS if line.held else Counted.REPS
    counted = usual
    for each in meant:
        if each.counted in (None, counted):
            continue
        if counted is not None:
            example = "45s,40s" if counted is Counted.SECONDS else "8,8,7"
            raise Unclear(
                _(
                    "{exercise} is counted in {things}, and '{words}' is not.",
                    exercise=line.called,
                    things=_(counted.value),
                    words=each.words.strip(),
                ),
                _("Write {example}, or name the form that you did.", example=example),
            )
        counted = each.counted
    return counted or Counted.REPS


def _sides(line: Line, meant: list[Told]) -> tuple[list[float], list[float]]:
    """What each set had, of the left side and of the right."""
    sets = _last(meant, Tells.HOW_MANY_SETS, Amount.SETS)
    sides = [each for each in meant if each.tells in (Tells.SIDES, Tells.SIDES_OF)]
    if not sides:
        both = _changed(line, meant, _both_sides(line, meant, sets))
        return both, both
    told = [each for each in meant if each.tells in (Tells.EACH_SET, Tells.SETS_OF)]
    if told or len(sides) > 1:
        words = (told or sides[1:])[0].words.strip()
        raise Unclear(
            _(
                "{exercise} has two sides, and '{words}' is of neither.",
                exercise=line.called,
                words=words,
            ),
            _("Write 8,8 left 7,7 right and nothing more."),
        )
    longest = max(len(sides[0].numbers), len(sides[0].beside))
    if longest == 1 and sides[0].tells is Tells.SIDES:
        longest = sets or (line.planned.sets if line.planned else 1)
    left, right = [
        _changed(line, meant, list(side) * longest if len(side) == 1 else list(side))
        for side in (sides[0].numbers, sides[0].beside)
    ]
    if len(left) != len(right):
        raise Unclear(
            _(
                "{exercise} has {left} sets on the left and {right} on the right.",
                exercise=line.called,
                left=len(left),
                right=len(right),
            ),
            _("Write as many of each: 8,8 left 7,7 right."),
        )
    return left, right


def _both_sides(line: Line, meant: list[Told], sets: int | None) -> list[float]:
    """What each set had, before what is said to be more or less."""
    numbers: list[float] = []
    told = [each for each in meant if each.tells in (Tells.EACH_SET, Tells.SETS_OF)]
    _refuse_bare_weight(told)
    _refuse_likely_weight(line, told)
    for each in told:
        if each.tells is Tells.SETS_OF:
            numbers += [each.numbers[1]] * whole(Amount.SETS, each.numbers[0])
        else:
            numbers += each.numbers
    if not told:
        numbers = _planned_sets(line)
        if sets is not None:
            numbers = numbers[:1] * sets
    elif len(numbers) == 1 and told[0].tells is Tells.EACH_SET:
        # One number is each set's, as one weight is.
        numbers *= sets or (line.planned.sets if line.planned else 1)
    elif sets is not None and len(numbers) != sets:
        raise Unclear(
            _(
                "{exercise} can't have {sets} sets and {others}.",
                exercise=line.called,
                sets=sets,
                others=len(numbers),
            ),
            _("Write each once: 8,8,7."),
        )
    whole(Amount.SETS, len(numbers))
    return numbers


def _refuse_bare_weight(told: list[Told]) -> None:
    """`3x8 16` and `8,8,10 16` may end with a weight; of `8 8 10` each is a set."""
    in_a_row = all(
        each.tells is Tells.EACH_SET and len(each.numbers) == 1 and each.follows == (place > 0)
        for place, each in enumerate(told)
    )
    of_sets = False
    for each in told:
        bare = each.tells is Tells.EACH_SET and not each.beside and len(each.numbers) == 1
        if bare and (of_sets or (each.follows and not in_a_row)):
            words = each.words.strip()
            raise Unclear(
                _("'{words}' behind the sets could be one more or a weight.", words=words),
                _(
                    "Write its unit, {words}kg, or all sets with commas: 8,8,8,6.",
                    words=words,
                ),
            )
        of_sets = of_sets or each.tells is Tells.SETS_OF


def _refuse_likely_weight(line: Line, told: list[Told]) -> None:
    """`squat 80` may mean a weight; `squat 80 reps`, `1x80` and `8,80` don't."""
    if len(told) != 1 or line.held or told[0].counted is not None:
        return
    number = told[0].numbers[0]
    alone = told[0].tells is Tells.EACH_SET and len(told[0].numbers) == 1
    if alone and _MOST_UNSAID < number <= Amount.KG.most:
        raise Unclear(
            _(
                "'{number:g}' of {exercise} could be repetitions or a weight.",
                number=number,
                exercise=line.called,
            ),
            _("Write {number:g}kg or {number:g}lb, or 1x{number:g}.", number=number),
        )


def _planned_sets(line: Line) -> list[float]:
    planned = line.planned
    if planned is None or line.held is not (planned.hold_s is not None):
        raise Unclear(
            _(
                "This session has no {exercise}, so befit can't tell what you did of it.",
                exercise=line.called,
            ),
            _(
                "Write it behind the name: {exercise} {dose}.",
                exercise=line.called.lower(),
                dose="3x30s" if line.held else "3x8",
            ),
        )
    return [float(planned.amount)] * planned.sets


def _changed(line: Line, meant: list[Told], numbers: list[float]) -> list[float]:
    """With what was more or less than that."""
    changed = list(numbers)
    for each in meant:
        if each.tells is Tells.MORE_SETS:
            sets = whole(Amount.SETS, len(changed) + each.numbers[0])
            changed = (changed + changed[-1:] * sets)[:sets]
    for each in meant:
        if each.tells is Tells.MORE:
            changed[-1] += each.numbers[0]
    return changed


def _weights(line: Line, meant: list[Told], sets: int) -> tuple[float, ...]:
    """What one implement weighed: one number, or one for each set."""
    weights = _told_weights(meant)
    heavier = [each for each in meant if each.tells is Tells.HEAVIER]
    if any(each.tells is Tells.NO_WEIGHT for each in meant):
        if weights or heavier:
            raise Unclear(
                _("{exercise} can't be with a weight and without.", exercise=line.called),
                _("Leave one of them out."),
            )
        return ()
    if not weights and line.planned and line.as_planned and line.planned.kg is not None:
        weights = [line.planned.kg]
    for each in heavier:
        if not weights:
            raise Unclear(
                _(
                    "'{words}' of {exercise}: befit doesn't know from what.",
                    words=each.words.strip(),
                    exercise=line.called,
                ),
                _("Write the weight itself: 16kg."),
            )
        weights = [round(weight + each.numbers[0], 2) for weight in weights]
    for weight in weights:
        plausible(Amount.KG, weight)
    kg = once_if_same(tuple(weights))
    if len(kg) > 1 and len(kg) != sets:
        raise Unclear(
            _(
                "{exercise} has {weights} weights and {sets} sets.",
                exercise=line.called,
                weights=len(weights),
                sets=sets,
            ),
            _("Write one for all sets, or one for each: 8,8 16kg,18kg."),
        )
    return kg


def _told_weights(meant: list[Told]) -> list[float]:
    """One after the other as they were said: one, or one for each set."""
    weights: list[float] = []
    for each in meant:
        if each.tells is Tells.WEIGHT:
            weights += each.numbers
        elif each.tells is Tells.SETS_OF:
            weights += each.beside * int(each.numbers[0])
        elif each.tells is Tells.EACH_SET:
            weights += each.beside
    return weights


def _last(meant: list[Told], tells: Tells, amount: Amount) -> int | None:
    """The number told of it, where one was: of several the last, which is the last set's."""
    numbers = [each.numbers[0] for each in meant if each.tells is tells]
    return whole(amount, numbers[-1]) if numbers else None
