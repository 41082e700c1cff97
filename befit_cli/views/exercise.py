"""One exercise whole on a terminal: what it gives, the athlete's form, the ladder, the dose of each
level, and the niggles.
"""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console, Group, RenderableType
from rich.text import Text

from befit_cli.planning.repertoire import first_form, patterns, possible_forms
from befit_cli.values import Athlete, Catalogue, Exercise, Form, Level
from befit_cli.views import words as wording
from befit_cli.views.pen import Pen, grid, hanging, indented

YOURS, POSSIBLE = "yours", "can do"


def show(exercise: Exercise, athlete: Athlete, catalogue: Catalogue, console: Console) -> None:
    """Print the exercise, with the form that a block would begin with at the athlete's level and
    with their kit.
    """
    pen = Pen.of(console)
    for paragraph in _paragraphs(pen, exercise, athlete, catalogue):
        console.print(paragraph, width=pen.width)
        console.print()
    console.print(
        pen("A plan fits the dose to the week: its phase, its load and your minutes.", "dim"),
        width=pen.width,
    )


def _paragraphs(
    pen: Pen, exercise: Exercise, athlete: Athlete, catalogue: Catalogue
) -> Iterator[RenderableType]:
    yield Group(
        pen(exercise.name, "bold"), indented(pen(exercise.why), "", hanging(_facts(pen, exercise)))
    )
    yield _form(pen, exercise, athlete)
    yield Group(pen("Forms, easiest first", "bold"), indented(_ladder(pen, exercise, athlete)))
    yield Group(
        pen("Dose", "bold"),
        indented(hanging((pen(level), _dose(pen, exercise, level)) for level in Level)),
    )
    if exercise.niggles:
        rules = (
            (niggle, f"{rule.act}. {wording.rule_words(rule, catalogue)}")
            for niggle, rule in exercise.niggles.items()
        )
        yield Group(
            pen("With a niggle", "bold"),
            indented(hanging((pen(niggle), pen(words)) for niggle, words in rules)),
        )


def _facts(pen: Pen, exercise: Exercise) -> Iterator[tuple[Text, Text]]:
    muscles = exercise.ladder[exercise.base].muscles
    yield pen("Group", "dim"), pen(exercise.group)
    yield pen("Role", "dim"), pen(exercise.role)
    yield pen("Pattern", "dim"), pen(", ".join(patterns(exercise)))
    yield (
        pen("Works", "dim"),
        pen(
            "; with ".join(
                ", ".join(names).replace("-", " ")
                for names in (muscles.primary, muscles.secondary)
                if names
            )
        ),
    )
    if exercise.prerequisite:
        yield pen("First", "dim"), pen(exercise.prerequisite)
    yield pen("Found as", "dim"), pen(", ".join((exercise.id, *exercise.aliases)))


def _form(pen: Pen, exercise: Exercise, athlete: Athlete) -> RenderableType:
    """The athlete's form and its cues; where there is none, what it takes, and the cues of the base
    form.
    """
    yours = first_form(athlete, exercise)
    title = (
        f"Your form: {yours.name}"
        if yours
        else f"No form for you yet: {wording.out_of_reach(athlete, exercise)}"
    )
    cues = (yours or exercise.ladder[exercise.base]).cues
    return Group(pen(title, "bold"), indented(hanging((pen("-"), pen(cue)) for cue in cues)))


def _ladder(pen: Pen, exercise: Exercise, athlete: Athlete) -> RenderableType:
    yours, possible = first_form(athlete, exercise), possible_forms(athlete, exercise)
    marked = [
        (form, YOURS if form is yours else POSSIBLE if form in possible else "")
        for form in exercise.ladder
    ]
    return next(layout for least, layout in _LAYOUTS if pen.width >= least)(pen, marked)


_Marked = list[tuple[Form, str]]
"""The forms, each with what it is to the athlete."""


def _columns(pen: Pen, marked: _Marked) -> RenderableType:
    table = grid(pen)
    table.add_column("Form", ratio=1, overflow="fold")
    table.add_column("Level", no_wrap=True)
    table.add_column("Load", no_wrap=True)
    table.add_column("Needs", ratio=1, overflow="fold")
    table.add_column("You", no_wrap=True)
    for form, mark in marked:
        table.add_row(
            _name(pen, form, mark),
            pen(form.level),
            pen(form.load),
            pen(wording.needs(form)),
            pen(mark),
        )
    return table


def _list(pen: Pen, marked: _Marked) -> RenderableType:
    return Group(*(part for form, mark in marked for part in _item(pen, form, mark)))


def _item(pen: Pen, form: Form, mark: str) -> Iterator[RenderableType]:
    facts = [mark] * bool(mark) + [
        form.level,
        wording.LOADS[form.load],
        f"needs {wording.needs(form)}",
    ]
    yield _name(pen, form, mark)
    yield indented(pen(", ".join(facts), "dim"))


_LAYOUTS = ((76, _columns), (0, _list))


def _name(pen: Pen, form: Form, mark: str) -> Text:
    return pen(form.name, "bold" if mark == YOURS else "")


def _dose(pen: Pen, exercise: Exercise, level: Level) -> RenderableType:
    """The dose that most forms have at that level, and those of the other forms by name."""
    forms: dict[str, list[str]] = {}
    for form in exercise.ladder:
        if form.level.rank <= level.rank:
            forms.setdefault(
                wording.dose_line(form.dose[level], per_side=form.per_side), []
            ).append(form.name)
    usual, *others = sorted(forms, key=lambda dose: -len(forms[dose])) or ["no form of this level"]
    return Group(pen(usual), *(pen(f"{', '.join(forms[dose])}: {dose}") for dose in others))
