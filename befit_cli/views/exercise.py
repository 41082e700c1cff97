"""One exercise whole on a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console, Group, RenderableType
from rich.text import Text

from befit_cli.values import Athlete, Catalogue, Exercise, Form
from befit_cli.views import words as wording
from befit_cli.views.exercise_words import FOOTER, YOURS, ExerciseWords, Rung, exercise_words
from befit_cli.views.pen import Pen, grid, hanging, indented, layout_for


def show(exercise: Exercise, athlete: Athlete, catalogue: Catalogue, console: Console) -> None:
    """Print the exercise, with the form that a block would begin with at the athlete's level and
    with their kit.
    """
    pen = Pen.of(console)
    for paragraph in _paragraphs(pen, exercise, exercise_words(exercise, athlete, catalogue)):
        console.print(paragraph, width=pen.width)
        console.print()
    console.print(pen(FOOTER, "dim"), width=pen.width)


def _paragraphs(pen: Pen, exercise: Exercise, said: ExerciseWords) -> Iterator[RenderableType]:
    facts = [(pen(name, "dim"), pen(fact)) for name, fact in said.facts]
    yield Group(pen(exercise.name, "bold"), indented(pen(exercise.why), "", hanging(facts)))
    yield _section(pen, said.title, _form(pen, said.form))
    ladder = layout_for(pen.width, _LAYOUTS)(pen, said.ladder)
    yield _section(pen, "Forms, easiest first", ladder)
    yield _section(pen, "Dose", _named_lines(pen, said.doses))
    if said.niggles:
        yield _section(pen, "With a niggle", _named_lines(pen, said.niggles))


def _section(pen: Pen, title: str, content: RenderableType) -> RenderableType:
    return Group(pen(title, "bold"), indented(content))


def _form(pen: Pen, form: Form) -> RenderableType:
    """How to get into it, and its cues."""
    cues = hanging([(pen("-"), pen(cue)) for cue in form.cues])
    return Group(pen(form.setup), cues) if form.setup else cues


def _named_lines(pen: Pen, named: Sequence[tuple[str, tuple[str, ...]]]) -> RenderableType:
    return hanging([(pen(name), Group(*(pen(line) for line in lines))) for name, lines in named])


def _columns(pen: Pen, ladder: Sequence[Rung]) -> RenderableType:
    table = grid(pen)
    table.add_column("Form", ratio=1, overflow="fold")
    table.add_column("Level", no_wrap=True)
    table.add_column("Load", no_wrap=True)
    table.add_column("Needs", ratio=1, overflow="fold")
    table.add_column("You", no_wrap=True)
    for rung in ladder:
        table.add_row(
            _name(pen, rung),
            pen(rung.form.level),
            pen(rung.form.load),
            pen(rung.needs),
            pen(rung.mark),
        )
    return table


def _list(pen: Pen, ladder: Sequence[Rung]) -> RenderableType:
    parts: list[RenderableType] = []
    for rung in ladder:
        facts = [rung.form.level, wording.LOADS[rung.form.load], f"needs {rung.needs}"]
        if rung.mark:
            facts.insert(0, rung.mark)
        parts.append(_name(pen, rung))
        parts.append(indented(pen(", ".join(facts), "dim")))
    return Group(*parts)


# A table of five columns needs 76 to break few words; a name and its facts go anywhere.
_LAYOUTS = ((76, _columns), (0, _list))


def _name(pen: Pen, rung: Rung) -> Text:
    return pen(rung.form.name, "bold" if rung.mark == YOURS else "")
