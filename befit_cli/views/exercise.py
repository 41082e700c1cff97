"""One exercise whole on a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console, Group, RenderableType
from rich.text import Text

from befit_cli.language import _
from befit_cli.values import Athlete, Catalogue, Exercise, Form
from befit_cli.views import words as wording
from befit_cli.views.exercise_words import FOOTER, ExerciseWords, Rung, exercise_words
from befit_cli.views.pen import Pen, grid, hanging, indented, layout_for
from befit_cli.views.terms import term


def show(
    exercise: Exercise,
    athlete: Athlete,
    catalogue: Catalogue,
    console: Console,
    named: Form | None = None,
) -> None:
    """Print the exercise: first how the form that is `named` is done, else the one that a block
    would begin with at the athlete's level and with their kit.
    """
    pen = Pen.of(console)
    said = exercise_words(exercise, athlete, catalogue)
    for paragraph in _paragraphs(pen, exercise, said, named or said.form):
        pen.show(paragraph, "")
    pen.show(pen(_(FOOTER), "dim"))


def _paragraphs(
    pen: Pen, exercise: Exercise, said: ExerciseWords, form: Form
) -> Iterator[RenderableType]:
    yield _heading(pen, exercise, said, form)
    yield _how(pen, form)
    ladder = layout_for(pen.width, _LAYOUTS)(pen, said.ladder)
    yield _section(pen, _("Forms, easiest first"), ladder)
    yield _section(pen, _("Dose"), _named_lines(pen, said.doses))
    if said.niggles:
        yield _section(pen, _("With a niggle"), _named_lines(pen, said.niggles))
    facts = [(pen(name, "dim"), pen(fact)) for name, fact in said.facts]
    yield _section(pen, _("Facts"), hanging(facts))


def _section(pen: Pen, title: str, content: RenderableType) -> RenderableType:
    return Group(pen(title, "bold"), indented(content))


def _heading(pen: Pen, exercise: Exercise, said: ExerciseWords, form: Form) -> RenderableType:
    """The form, whether it is the athlete's, and what the exercise is for."""
    is_theirs = any(rung.form is form and rung.is_yours for rung in said.ladder)
    whose = _("a form of {exercise}", exercise=exercise.name)
    if is_theirs:
        whose = _("your form of {exercise}", exercise=exercise.name)
    lines = [pen.line(pen(form.name, "bold"), whose)]
    if not is_theirs:
        lines.append(pen(said.title))
    return Group(*lines, pen(exercise.why, "dim"))


def _how(pen: Pen, form: Form) -> RenderableType:
    """How to get into it, and its cues."""
    cues = hanging([(pen("-"), pen(cue)) for cue in form.cues])
    return indented(pen(form.setup), cues) if form.setup else indented(cues)


def _named_lines(pen: Pen, named: Sequence[tuple[str, tuple[str, ...]]]) -> RenderableType:
    return hanging([(pen(name), Group(*(pen(line) for line in lines))) for name, lines in named])


def _columns(pen: Pen, ladder: Sequence[Rung]) -> RenderableType:
    table = grid(pen)
    table.add_column(_("Form"), ratio=1, overflow="fold")
    table.add_column(_("Level"), no_wrap=True)
    table.add_column(_("Load"), no_wrap=True)
    table.add_column(_("Needs"), ratio=1, overflow="fold")
    table.add_column(_("You"), no_wrap=True)
    for rung in ladder:
        table.add_row(
            _name(pen, rung),
            pen(term(rung.form.level)),
            pen(term(rung.form.load)),
            pen(rung.needs),
            pen(rung.mark),
        )
    return table


def _list(pen: Pen, ladder: Sequence[Rung]) -> RenderableType:
    parts: list[RenderableType] = []
    for rung in ladder:
        facts = [
            term(rung.form.level),
            wording.load_words(rung.form.load),
            rung.what_it_needs,
        ]
        if rung.mark:
            facts.insert(0, rung.mark)
        parts.append(_name(pen, rung))
        parts.append(indented(pen(", ".join(facts), "dim")))
    return Group(*parts)


# A table of five columns needs 76 to break few words; a name and its facts go anywhere.
_LAYOUTS = ((76, _columns), (0, _list))


def _name(pen: Pen, rung: Rung) -> Text:
    return pen(rung.form.name, "bold" if rung.is_yours else "")
