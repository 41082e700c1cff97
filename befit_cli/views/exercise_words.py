"""One exercise in words, the same in every view: what it gives, the athlete's form, the ladder, the
dose of each level, and the niggles.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from befit_cli.language import _, message
from befit_cli.planning.repertoire import patterns, possible_forms
from befit_cli.planning.training import first_form
from befit_cli.values import Athlete, Catalogue, Exercise, Form, Level, Niggle
from befit_cli.views import words as wording
from befit_cli.views.terms import muscle, term

FOOTER = message("A plan fits the dose to the week: its phase, its load and your minutes.")


class Rung(NamedTuple):
    """A form of the ladder."""

    form: Form
    is_yours: bool
    """Whether a block would begin with it."""
    is_possible: bool
    """Whether the athlete can do it."""
    needs: str
    """The kit that it takes."""

    @property
    def mark(self) -> str:
        """What it is to the athlete: `yours`, `can do`, or nothing."""
        if self.is_yours:
            return _("yours")
        return _("can do") if self.is_possible else ""


class ExerciseWords(NamedTuple):
    """What a view says of an exercise."""

    facts: tuple[tuple[str, str], ...]
    """Each with its name."""
    title: str
    """Which form the athlete begins with, or what keeps them from any."""
    form: Form
    """That form; the base form where there is none for them."""
    ladder: tuple[Rung, ...]
    """Easiest first."""
    doses: tuple[tuple[str, tuple[str, ...]], ...]
    """Of every level, not of the athlete's alone: it shows where the way goes."""
    niggles: tuple[tuple[str, tuple[str, ...]], ...]
    """What each sore spot changes; none that changes nothing."""


def exercise_words(exercise: Exercise, athlete: Athlete, catalogue: Catalogue) -> ExerciseWords:
    """What there is to say of the exercise to this athlete: the form that a block would begin with
    at their level and with their kit, and all that is the same for everybody.
    """
    yours = first_form(athlete, exercise)
    possible = possible_forms(athlete, exercise)
    ladder = []
    for form in exercise.ladder:
        ladder.append(Rung(form, form is yours, form in possible, wording.needs(form)))
    title = _("Your form: {form}", form=yours.name) if yours else _no_form(athlete, exercise)
    return ExerciseWords(
        facts=tuple(_facts(exercise)),
        title=title,
        form=yours or exercise.ladder[exercise.base],  # what most people begin with
        ladder=tuple(ladder),
        doses=tuple((term(level), _doses(exercise, level)) for level in Level),
        niggles=tuple(_niggles(exercise, catalogue)),
    )


def _no_form(athlete: Athlete, exercise: Exercise) -> str:
    reason = wording.out_of_reach(athlete, exercise)
    return _("No form for you yet: {reason}", reason=reason)


def _facts(exercise: Exercise) -> Iterator[tuple[str, str]]:
    yield _("Group"), term(exercise.group)
    yield _("Role"), term(exercise.role)
    yield _("Pattern"), ", ".join(map(term, patterns(exercise)))
    yield _("Works"), _works(exercise)
    if exercise.prerequisite:
        yield _("First", sense="prerequisite"), exercise.prerequisite
    # Last and always: it is what a person who came by another name will type the next time.
    yield _("Found as"), ", ".join((exercise.id, *exercise.aliases))


def _works(exercise: Exercise) -> str:
    """`quadriceps, gluteus maximus; with hip flexors`: the muscles of the form that most people
    begin with.
    """
    muscles = exercise.ladder[exercise.base].muscles
    first, second = [
        ", ".join(map(muscle, names)) for names in (muscles.primary, muscles.secondary)
    ]
    if not (first and second):
        return first or second
    return _("{muscles}; with {others}", muscles=first, others=second)


def _doses(exercise: Exercise, level: Level) -> tuple[str, ...]:
    """The dose that most forms have at that level, and those of the other forms by name."""
    forms: dict[str, list[str]] = {}
    for form in exercise.ladder:
        if form.level <= level:
            dose = wording.dose_line(form.dose[level], per_side=form.per_side)
            forms.setdefault(dose, []).append(form.name)
    if not forms:
        return (_("no form of this level"),)
    # Of doses with as many forms the easier form's is the usual one: the sort keeps their order.
    usual, *others = sorted(forms, key=lambda dose: -len(forms[dose]))
    return (usual, *(f"{', '.join(forms[dose])}: {dose}" for dose in others))


def _niggles(exercise: Exercise, catalogue: Catalogue) -> Iterator[tuple[str, tuple[str, ...]]]:
    for niggle in Niggle:
        lines = []
        for rule, forms in wording.niggle_rules(exercise, niggle):
            of_forms = f"{'; '.join(forms)}: " if forms else ""
            lines.append(f"{of_forms}{term(rule.act)}. {wording.rule_words(rule, catalogue)}")
        if lines:
            yield term(niggle), tuple(lines)
