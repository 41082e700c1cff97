"""What an athlete may do: which exercises, and which rungs of their ladders."""

from __future__ import annotations

from befit_cli.errors import BefitError
from befit_cli.evidence.ability import barred, kit_for
from befit_cli.evidence.coverage import Need
from befit_cli.evidence.jumps import bars_jumps, most_landings
from befit_cli.evidence.load import loadable
from befit_cli.evidence.niggles import CLINICIAN, REFUSED
from befit_cli.values import (
    Act,
    Athlete,
    Catalogue,
    Exercise,
    Form,
    Kit,
    Level,
    Load,
    Niggle,
    Pattern,
    Phase,
    Value,
)

ANYTHING = Need("anything", frozenset(Pattern))


class Rung(Value, frozen=True):
    """A form of a ladder, its place there, and what it uses of the kit owned."""

    place: int
    form: Form
    kit: tuple[Kit, ...]


class Able(Value, frozen=True):
    """An exercise that an athlete may do: their rungs of its ladder and how those move.

    `touched` counts their niggles that have a word on it, `first_line` are those it is first-line
    work for, and `niggle_note` says what they change about it (R59).
    """

    exercise: Exercise
    rungs: tuple[Rung, ...]
    patterns: frozenset[Pattern]
    touched: int
    first_line: tuple[Niggle, ...]
    niggle_note: str | None


class Repertoire(Value, frozen=True):
    """All that an athlete may do of a catalogue, in its order.

    `swaps` are the ids of what it would rather have than what their niggles bar; `jumps` is False
    with a niggle that bars them all (R22).
    """

    exercises: tuple[Able, ...]
    swaps: frozenset[str]
    jumps: bool


class Climber(Value, frozen=True):
    """What decides how far up a ladder an athlete goes in a stretch.

    `jumps` says whether forms with landings may be done (R20, R22), `climb` how many rungs above
    the base they are without weight.
    """

    level: Level
    jumps: bool
    phase: Phase
    climb: int


def repertoire(athlete: Athlete, catalogue: Catalogue) -> Repertoire:
    """What the athlete may do, by level, kit, niggles and wishes."""
    rules = (
        exercise.niggles[niggle]
        for exercise in catalogue.exercises
        for niggle in athlete.niggles
        if niggle in exercise.niggles
    )
    allowed = [
        exercise
        for exercise in catalogue.exercises
        if not barred(athlete.without, athlete.niggles, exercise)
    ]
    return Repertoire(
        exercises=tuple([_able(athlete, exercise) for exercise in allowed]),
        swaps=frozenset(swap for rule in rules if rule.act is Act.AVOID for swap in rule.swap),
        jumps=not any(bars_jumps(catalogue, niggle) for niggle in athlete.niggles),
    )


def _able(athlete: Athlete, exercise: Exercise) -> Able:
    possible = rungs(athlete, exercise)
    rules = {
        niggle: exercise.niggles[niggle] for niggle in athlete.niggles if niggle in exercise.niggles
    }
    return Able(
        exercise=exercise,
        rungs=possible,
        patterns=frozenset([rung.form.pattern for rung in possible]),
        touched=len(rules),
        first_line=tuple(
            sorted([niggle for niggle, rule in rules.items() if rule.act is Act.FIRST_LINE])
        ),
        niggle_note=" ".join([rule.note for rule in rules.values() if rule.note]) or None,
    )


def climber(
    athlete: Athlete, phase: Phase = Phase.GENERAL, stretch: int = 0, first_week: int = 1
) -> Climber:
    """The athlete in a stretch of that phase and number, from 0, whose first week has that number;
    at the start of a block without them.
    """
    return Climber(
        level=athlete.level,
        jumps=most_landings(athlete.level, first_week) > 0,
        phase=phase,
        climb=stretch + athlete.level.rank,
    )


def refuse(athlete: Athlete) -> None:
    """Raises BefitError for an athlete who needs a clinician before any exercise (R60)."""
    if REFUSED.intersection(athlete.niggles):
        raise BefitError(CLINICIAN)


def possible_forms(athlete: Athlete, exercise: Exercise) -> tuple[Form, ...]:
    """The forms that the athlete's level and kit allow, easiest first."""
    return tuple(rung.form for rung in rungs(athlete, exercise))


def patterns(exercise: Exercise) -> tuple[Pattern, ...]:
    """How the forms of the exercise move, the base form first."""
    base = exercise.ladder[exercise.base]
    return tuple(dict.fromkeys(form.pattern for form in (base, *exercise.ladder)))


def first_form(athlete: Athlete, exercise: Exercise) -> Form | None:
    """The form that a block begins with on a day that may carry any load; None where no form may be
    done.
    """
    person = climber(athlete)
    chosen = choose_rung(person, exercise, rungs(athlete, exercise), ANYTHING, Load.HIGH)
    return chosen.form if chosen else None


def rungs(athlete: Athlete, exercise: Exercise) -> tuple[Rung, ...]:
    """The rungs of the exercise's ladder that the athlete's level and kit allow, easiest first."""
    found = []
    for place, form in enumerate(exercise.ladder):
        kit = kit_for(form, athlete.level, athlete.kit)
        if kit is not None:
            found.append(Rung(place, form, kit))
    return tuple(found)


def choose_rung(
    climber: Climber, exercise: Exercise, rungs: tuple[Rung, ...], need: Need, highest: Load
) -> Rung | None:
    """The rung for that need, of those that level and kit allow; None where none meets it.

    Work that weight can be added to takes the highest rung that level, kit and load allow, and in
    the general phase one below it, a beginner the base. Without weight the ladder itself is the
    progression: from the base one rung up each stretch.
    """
    allowed = [
        rung
        for rung in rungs
        if (climber.jumps or not rung.form.contacts)
        and rung.form.load.rank <= highest.rank
        and need.met_by(rung.form.pattern, per_side=rung.form.per_side)
    ]
    if not allowed:
        return None
    start, top = (
        max(0, sum([rung.place <= exercise.base for rung in allowed]) - 1),
        len(allowed) - 1,
    )
    if not loadable(allowed[top].form):
        return allowed[min(top, start + climber.climb)]
    if climber.phase is not Phase.GENERAL:
        return allowed[top]
    return allowed[start if climber.level is Level.BEGINNER else max(start, top - 1)]


def following(climber: Climber, rungs: tuple[Rung, ...], rung: Rung) -> str | None:
    """The name of the next form above the rung that may be done in this stretch."""
    harder = rungs[rungs.index(rung) + 1 :]
    return next(
        (other.form.name for other in harder if climber.jumps or not other.form.contacts), None
    )
