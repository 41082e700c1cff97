"""One exercise in words, the same in every view: what it gives, the athlete's form, the ladder, the
dose of each level, and the niggles.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from befit_cli.evidence.jumps import BEGINNER_WEEKS_WITHOUT_JUMPS
from befit_cli.language import _, either, message, plural
from befit_cli.planning.repertoire import patterns, possible_forms
from befit_cli.planning.training import first_form
from befit_cli.values import Act, Athlete, Catalogue, Exercise, Form, Kit, Level, Niggle, NiggleRule
from befit_cli.views.prescription import dose_line
from befit_cli.views.terms import muscle, term

FOOTER = message("A plan fits the dose to the week: its phase, its load and your minutes.")


class Rung(NamedTuple):
    """A form of the ladder."""

    form: Form
    is_yours: bool
    """Whether a block would begin with it."""
    is_possible: bool
    """Whether the athlete can do it."""

    @property
    def needs(self) -> str:
        """All that it needs, one of each choice: `bench or box + dumbbell`; `nothing`."""
        return _all_of(self.form.kit) or _("nothing", sense="kit")

    @property
    def what_it_needs(self) -> str:
        """The same in a sentence: `needs bench or box + dumbbell`, or `needs nothing`."""
        kit = _all_of(self.form.kit)
        return _("needs {kit}", kit=kit) if kit else _("needs nothing")

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
        ladder.append(Rung(form, form is yours, form in possible))
    title = _("Your form: {form}", form=yours.name) if yours else _no_form(athlete, exercise)
    return ExerciseWords(
        facts=tuple(_facts(exercise)),
        title=title,
        form=yours or exercise.ladder[exercise.base],  # what most people begin with
        ladder=tuple(ladder),
        doses=tuple((term(level), _doses(exercise, level)) for level in Level),
        niggles=tuple(_niggles(exercise, catalogue)),
    )


def out_of_reach(athlete: Athlete, exercise: Exercise) -> str:
    """What keeps the athlete from the nearest form of an exercise: `needs step or box`, `from
    intermediate on`, or both.
    """
    nearest = min(exercise.ladder, key=lambda form: _distance(athlete, form))
    lacking = _all_of(_lacking(athlete, nearest))
    reasons = []
    if lacking:
        reasons.append(_("needs {kit}", kit=lacking))
    if nearest.level > athlete.level:
        reasons.append(_("from {level} on", level=term(nearest.level)))
    # What neither kit nor level keeps away is a beginner's jump.
    first = BEGINNER_WEEKS_WITHOUT_JUMPS + 1
    return ", ".join(reasons) or _("jumps, from week {week} on", week=first)


def niggle_rules(exercise: Exercise, niggle: Niggle) -> Iterator[tuple[NiggleRule, list[str]]]:
    """What a niggle changes about an exercise, and then about forms of it that it changes
    otherwise, each with the names of those forms.
    """
    whole = exercise.niggles.get(niggle)
    if whole is not None:
        yield whole, []
    others: list[tuple[NiggleRule, list[str]]] = []
    for form in exercise.ladder:
        rule = form.niggles.get(niggle)
        if rule is None or rule == whole:
            continue
        for other, forms in others:
            if other == rule:
                forms.append(form.name)
                break
        else:
            others.append((rule, [form.name]))
    yield from others


def rule_words(rule: NiggleRule, catalogue: Catalogue) -> str:
    """What a niggle changes: its note, its dose, and what to do instead, by name; empty where it
    says none of them.
    """
    sentences = []
    if rule.note:
        sentences.append(rule.note)
    dose = _changed_dose(rule)
    if dose:
        sentences.append(_("Do {dose}.", dose=dose))
    if rule.swap:
        others = either(catalogue.by_id[swap].name for swap in rule.swap)
        if rule.act is Act.AVOID:
            sentences.append(_("Do {others} instead.", others=others))
        else:
            sentences.append(_("Or do {others} instead.", others=others))
    return " ".join(sentences)


def _no_form(athlete: Athlete, exercise: Exercise) -> str:
    reason = out_of_reach(athlete, exercise)
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
            dose = dose_line(form.dose[level], per_side=form.per_side)
            forms.setdefault(dose, []).append(form.name)
    if not forms:
        return (_("no form of this level"),)
    # Of doses with as many forms the easier form's is the usual one: the sort keeps their order.
    usual, *others = sorted(forms, key=lambda dose: -len(forms[dose]))
    return (usual, *(f"{', '.join(forms[dose])}: {dose}" for dose in others))


def _niggles(exercise: Exercise, catalogue: Catalogue) -> Iterator[tuple[str, tuple[str, ...]]]:
    for niggle in Niggle:
        lines = []
        for rule, forms in niggle_rules(exercise, niggle):
            of_forms = f"{'; '.join(forms)}: " if forms else ""
            lines.append(f"{of_forms}{term(rule.act)}. {rule_words(rule, catalogue)}")
        if lines:
            yield term(niggle), tuple(lines)


def _distance(athlete: Athlete, form: Form) -> tuple[Level, int, int]:
    """How far the athlete is from a form: levels, then things that are lacking, then how little
    would do for them.
    """
    lacking = _lacking(athlete, form)
    return max(form.level, athlete.level), len(lacking), -sum(map(len, lacking))


def _lacking(athlete: Athlete, form: Form) -> list[tuple[Kit, ...]]:
    """The choices of which the athlete owns nothing."""
    return [choice for choice in form.kit if not set(choice) & set(athlete.every_kit)]


def _changed_dose(rule: NiggleRule) -> str:
    """`2 sets, 5-6 repetitions, 10 s each`, as far as the niggle changes it; empty where it does
    not.
    """
    parts = []
    if rule.sets is not None:
        parts.append(plural(rule.sets.high, "{n} set", "{n} sets", n=rule.sets))
    if rule.hold is not None:
        parts.append(_("{seconds}-s holds", seconds=rule.hold))
    elif rule.reps is not None:
        parts.append(_("{reps} repetitions", reps=rule.reps))
    if rule.seconds_per_rep is not None:
        parts.append(_("{seconds:g} s each", seconds=rule.seconds_per_rep))
    return ", ".join(parts)


def _all_of(choices: Iterable[Sequence[Kit]]) -> str:
    return " + ".join(either(map(term, choice)) for choice in choices)
