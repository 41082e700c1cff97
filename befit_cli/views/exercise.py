"""One exercise whole on a terminal: what it gives, the athlete's form, the ladder, the dose of each
level, and the niggles.
"""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console, Group, RenderableType
from rich.text import Text

from befit_cli.planning.repertoire import patterns, possible_forms
from befit_cli.planning.training import first_form
from befit_cli.values import Athlete, Catalogue, Exercise, Form, Level, Niggle
from befit_cli.views import words as wording
from befit_cli.views.pen import Pen, grid, hanging, indented, layout_for

YOURS = "yours"
POSSIBLE = "can do"


def show(exercise: Exercise, athlete: Athlete, catalogue: Catalogue, console: Console) -> None:
    """Print the exercise, with the form that a block would begin with at the athlete's level and
    with their kit.
    """
    pen = Pen.of(console)
    for paragraph in _paragraphs(pen, exercise, athlete, catalogue):
        console.print(paragraph, width=pen.width)
        console.print()
    footer = "A plan fits the dose to the week: its phase, its load and your minutes."
    console.print(pen(footer, "dim"), width=pen.width)


def _paragraphs(
    pen: Pen, exercise: Exercise, athlete: Athlete, catalogue: Catalogue
) -> Iterator[RenderableType]:
    about = indented(pen(exercise.why), "", hanging(_facts(pen, exercise)))
    yield Group(pen(exercise.name, "bold"), about)
    yield _form(pen, exercise, athlete)
    yield _section(pen, "Forms, easiest first", _ladder(pen, exercise, athlete))
    # Every level's, not the athlete's alone: it shows where the way goes.
    doses = [(pen(level), _dose(pen, exercise, level)) for level in Level]
    yield _section(pen, "Dose", hanging(doses))
    rules = []
    for niggle in Niggle:
        texts = []
        for rule, forms in wording.niggle_rules(exercise, niggle):
            of_forms = f"{'; '.join(forms)}: " if forms else ""
            texts.append(pen(f"{of_forms}{rule.act}. {wording.rule_words(rule, catalogue)}"))
        if texts:
            rules.append((pen(niggle), Group(*texts)))
    if rules:
        yield _section(pen, "With a niggle", hanging(rules))


def _section(pen: Pen, title: str, content: RenderableType) -> RenderableType:
    return Group(pen(title, "bold"), indented(content))


def _facts(pen: Pen, exercise: Exercise) -> Iterator[tuple[Text, Text]]:
    for name, fact in _named_facts(exercise):
        yield pen(name, "dim"), pen(fact)


def _named_facts(exercise: Exercise) -> Iterator[tuple[str, str]]:
    yield "Group", exercise.group
    yield "Role", exercise.role
    yield "Pattern", ", ".join(patterns(exercise))
    yield "Works", _works(exercise)
    if exercise.prerequisite:
        yield "First", exercise.prerequisite
    # Last and always: it is what a person who came by another name will type the next time.
    yield "Found as", ", ".join((exercise.id, *exercise.aliases))


def _works(exercise: Exercise) -> str:
    """`quadriceps, gluteus maximus; with hip flexors`: the muscles of the form that most people
    begin with.
    """
    muscles = exercise.ladder[exercise.base].muscles
    parts = [", ".join(names) for names in (muscles.primary, muscles.secondary) if names]
    # The catalogue writes a muscle in one word: gluteus-maximus.
    return "; with ".join(parts).replace("-", " ")


def _form(pen: Pen, exercise: Exercise, athlete: Athlete) -> RenderableType:
    """The athlete's form and its cues; where there is none, what it takes, and the cues of the base
    form.
    """
    form = first_form(athlete, exercise)
    if form:
        title = f"Your form: {form.name}"
    else:
        title = f"No form for you yet: {wording.out_of_reach(athlete, exercise)}"
        form = exercise.ladder[exercise.base]  # what most people begin with
    cues = hanging([(pen("-"), pen(cue)) for cue in form.cues])
    if not form.setup:
        return _section(pen, title, cues)
    return _section(pen, title, Group(pen(form.setup), cues))


def _ladder(pen: Pen, exercise: Exercise, athlete: Athlete) -> RenderableType:
    yours = first_form(athlete, exercise)
    possible = possible_forms(athlete, exercise)
    marked = []
    for form in exercise.ladder:
        mark = POSSIBLE if form in possible else ""
        marked.append((form, YOURS if form is yours else mark))
    return layout_for(pen.width, _LAYOUTS)(pen, marked)


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
    parts: list[RenderableType] = []
    for form, mark in marked:
        facts = [form.level, wording.LOADS[form.load], f"needs {wording.needs(form)}"]
        if mark:
            facts.insert(0, mark)
        parts.append(_name(pen, form, mark))
        parts.append(indented(pen(", ".join(facts), "dim")))
    return Group(*parts)


# A table of five columns needs 76 to break few words; a name and its facts go anywhere.
_LAYOUTS = ((76, _columns), (0, _list))


def _name(pen: Pen, form: Form, mark: str) -> Text:
    return pen(form.name, "bold" if mark == YOURS else "")


def _dose(pen: Pen, exercise: Exercise, level: Level) -> RenderableType:
    """The dose that most forms have at that level, and those of the other forms by name."""
    forms: dict[str, list[str]] = {}
    for form in exercise.ladder:
        if form.level <= level:
            dose = wording.dose_line(form.dose[level], per_side=form.per_side)
            forms.setdefault(dose, []).append(form.name)
    if not forms:
        return Group(pen("no form of this level"))
    # Of doses with as many forms the easier form's is the usual one: the sort keeps their order.
    usual, *others = sorted(forms, key=lambda dose: -len(forms[dose]))
    exceptions = [pen(f"{', '.join(forms[dose])}: {dose}") for dose in others]
    return Group(pen(usual), *exceptions)
