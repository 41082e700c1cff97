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
    NiggleRule,
    Pattern,
    Phase,
    Value,
)

ANYTHING = Need("anything", frozenset(Pattern))


class Rung(Value, frozen=True):
    """A form of a ladder that an athlete may do."""

    place: int
    """Its place in the ladder, from 0; what the athlete may not do counts."""
    form: Form
    kit: tuple[Kit, ...]
    """What it uses of the kit owned."""


class Skill(Value, frozen=True):
    """An exercise that an athlete may do."""

    exercise: Exercise
    rungs: tuple[Rung, ...]
    """Their rungs of its ladder, easiest first."""
    patterns: frozenset[Pattern]
    """How those move."""
    touched: int
    """How many of their niggles have a word on it."""
    first_line: tuple[Niggle, ...]
    """Those that it is first-line work for (R59)."""
    niggle_note: str | None
    """What their niggles change about it (R59)."""


class Repertoire(Value, frozen=True):
    """All that an athlete may do of a catalogue."""

    exercises: tuple[Skill, ...]
    """In the catalogue's order."""
    swaps: frozenset[str]
    """The ids of what the catalogue would rather have than what their niggles bar."""
    jumps: bool
    """False with a niggle that bars them all (R22)."""


class Climber(Value, frozen=True):
    """What decides how far up a ladder an athlete goes in a stretch."""

    level: Level
    jumps: bool
    """Whether forms with landings may be done (R20, R22)."""
    phase: Phase
    climb: int
    """How many rungs above the base they are, where no weight can be added."""


def repertoire(athlete: Athlete, catalogue: Catalogue) -> Repertoire:
    """What the athlete may do, by level, kit, niggles and wishes."""
    exercises = []
    swaps: set[str] = set()
    for exercise in catalogue.exercises:
        # What is barred may still say what to do instead.
        for rule in _niggle_rules(athlete, exercise).values():
            if rule.act is Act.AVOID:
                swaps.update(rule.swap)
        if not barred(athlete.without, athlete.niggles, exercise):
            exercises.append(_skill(athlete, exercise))
    return Repertoire(
        exercises=tuple(exercises),
        swaps=frozenset(swaps),
        jumps=not any(bars_jumps(catalogue, niggle) for niggle in athlete.niggles),
    )


def _niggle_rules(athlete: Athlete, exercise: Exercise) -> dict[Niggle, NiggleRule]:
    """What the exercise's rules say of the athlete's niggles."""
    rules = {}
    for niggle in athlete.niggles:
        if niggle in exercise.niggles:
            rules[niggle] = exercise.niggles[niggle]
    return rules


def _skill(athlete: Athlete, exercise: Exercise) -> Skill:
    possible = rungs(athlete, exercise)
    rules = _niggle_rules(athlete, exercise)
    first_line = []
    notes = []
    for niggle, rule in rules.items():
        if rule.act is Act.FIRST_LINE:
            first_line.append(niggle)
        if rule.note:
            notes.append(rule.note)
    return Skill(
        exercise=exercise,
        rungs=possible,
        patterns=frozenset([rung.form.pattern for rung in possible]),
        touched=len(rules),
        first_line=tuple(sorted(first_line)),
        niggle_note=" ".join(notes) or None,
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
    possible = []
    for place, form in enumerate(exercise.ladder):
        kit = kit_for(form, athlete.level, athlete.kit)
        if kit is not None:
            possible.append(Rung(place, form, kit))
    return tuple(possible)


def choose_rung(
    climber: Climber, exercise: Exercise, rungs: tuple[Rung, ...], need: Need, highest: Load
) -> Rung | None:
    """The rung for that need, of those that level and kit allow; None where none meets it.

    Work that weight can be added to takes the highest rung that level, kit and load allow, and in
    the general phase one below it, a beginner the base. Without weight the ladder itself is the
    progression: from the base one rung up each stretch.
    """
    allowed = []
    for rung in rungs:
        if _may_do(climber, rung, highest) and _meets(rung, need):
            allowed.append(rung)
    if not allowed:
        return None
    top = len(allowed) - 1
    # The last that is no harder than the ladder's base, or the easiest there is.
    upto_base = [rung for rung in allowed if rung.place <= exercise.base]
    start = max(0, len(upto_base) - 1)
    if not loadable(allowed[top].form):
        return allowed[min(top, start + climber.climb)]
    # With weight the form need not change: all of a block's progress can be kilograms.
    if climber.phase is not Phase.GENERAL:
        return allowed[top]
    if climber.level is Level.BEGINNER:
        return allowed[start]
    return allowed[max(start, top - 1)]


def following(climber: Climber, rungs: tuple[Rung, ...], rung: Rung) -> str | None:
    """The name of the next form above the rung that may be done in this stretch."""
    harder = rungs[rungs.index(rung) + 1 :]
    for other in harder:
        if _may_land(climber, other):
            return other.form.name
    return None


def _may_do(climber: Climber, rung: Rung, highest: Load) -> bool:
    # By rank, though loads compare too: this is asked of every rung, and numbers are cheaper.
    return _may_land(climber, rung) and rung.form.load.rank <= highest.rank


def _may_land(climber: Climber, rung: Rung) -> bool:
    return climber.jumps or not rung.form.contacts


def _meets(rung: Rung, need: Need) -> bool:
    return need.met_by(rung.form.pattern, per_side=rung.form.per_side)
