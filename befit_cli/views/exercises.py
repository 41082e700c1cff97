"""The exercises on a terminal: what an athlete can do of each, what is out of reach, and what their
niggles change.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.console import Console, Group, RenderableType
from rich.text import Text

from befit_cli.evidence.ability import barred
from befit_cli.language import _, plural
from befit_cli.planning.repertoire import patterns, possible_forms
from befit_cli.planning.training import first_form
from befit_cli.runner.offered import told_each
from befit_cli.runner.words import words_for
from befit_cli.values import Act, Athlete, Catalogue, Exercise, Niggle, Pattern
from befit_cli.views.exercise_words import niggle_rules, out_of_reach, rule_words
from befit_cli.views.pen import Pen, grid, hanging, indented, layout_for
from befit_cli.views.terms import term


class _Row(NamedTuple):
    """What an athlete can do of one exercise."""

    group: str
    """Empty where the row before is of the same one."""
    name: str
    """The exercise's."""
    patterns: tuple[Pattern, ...]
    """Of its forms, that of the base form first."""
    form: str
    """The name of the form that a block begins with."""
    possible: str
    """How many of its forms the athlete can do: `4 of 6`."""


def show(
    exercises: Sequence[Exercise], athlete: Athlete, catalogue: Catalogue, console: Console
) -> None:
    """Print the exercises with the athlete's form of each, those that kit and level rule out, and
    what each niggle changes.
    """
    pen = Pen.of(console)
    for paragraph in _paragraphs(pen, exercises, athlete, catalogue):
        pen.show(paragraph, "")
    pen.show(pen(_("befit show NAME tells all about one."), "dim"))


def _paragraphs(
    pen: Pen, exercises: Sequence[Exercise], athlete: Athlete, catalogue: Catalogue
) -> Iterator[RenderableType]:
    allowed = [exercise for exercise in exercises if not barred((), athlete.niggles, exercise)]
    rows = list(_rows(allowed, athlete))
    number = len(exercises)
    total = plural(number, "{n} exercise", "{n} exercises")
    if len(rows) < number:
        total = plural(number, "{some} of {n} exercise", "{some} of {n} exercises", some=len(rows))
    kit = _("kit: {kit}", kit=told_each(words_for(athlete)["kit"]))
    yield pen.line(pen(total, "bold"), term(athlete.level), kit)
    if rows:
        yield layout_for(pen.width, _LAYOUTS)(pen, rows)
    # What a niggle bars is not out of reach; it is told with the niggle.
    beyond = []
    for exercise in allowed:
        if first_form(athlete, exercise) is None:
            reason = out_of_reach(athlete, exercise)
            beyond.append((pen(exercise.name), pen(reason)))
    if beyond:
        title = pen(_("Out of reach for now (--kit, --level)"), "bold")
        yield Group(title, indented(hanging(beyond)))
    for niggle in athlete.niggles:
        yield _niggle(pen, niggle, exercises, catalogue)


def _rows(exercises: Sequence[Exercise], athlete: Athlete) -> Iterator[_Row]:
    before = None  # a group is named once, at its first exercise
    for exercise in exercises:
        form = first_form(athlete, exercise)
        if form is None:
            continue
        group = "" if exercise.group is before else term(exercise.group)
        before = exercise.group
        number = len(possible_forms(athlete, exercise))
        possible = _("{some} of {all}", some=number, all=len(exercise.ladder))
        yield _Row(group, exercise.name, patterns(exercise), form.name, possible)


def _columns(pen: Pen, rows: list[_Row]) -> RenderableType:
    """Everything side by side."""
    table = grid(pen)
    table.add_column(_("Group"), no_wrap=True)
    table.add_column(_("Exercise"), ratio=2, overflow="fold")
    table.add_column(_("Pattern"), no_wrap=True)
    table.add_column(_("Your form"), ratio=3, overflow="fold")
    table.add_column(_("Can do"), no_wrap=True)
    for row in rows:
        moves = [pen(term(pattern)) for pattern in row.patterns]
        table.add_row(
            pen(row.group),
            pen(row.name, "bold"),
            Group(*moves),
            pen(row.form),
            pen(row.possible),
        )
    return table


def _pairs(pen: Pen, rows: list[_Row]) -> RenderableType:
    """The pattern under the exercise, how many forms they can do under the athlete's."""
    table = grid(pen)
    table.add_column(_("Group"), no_wrap=True)
    table.add_column(_("Exercise"), ratio=1, overflow="fold")
    table.add_column(_("Your form"), ratio=1, overflow="fold")
    for row in rows:
        moves = indented(pen(", ".join(map(term, row.patterns)), "dim"))
        possible = pen(_("can do {forms}", forms=row.possible), "dim")
        table.add_row(
            pen(row.group),
            Group(pen(row.name, "bold"), moves),
            Group(pen(row.form), possible),
        )
    return table


def _list(pen: Pen, rows: list[_Row]) -> RenderableType:
    """One under the other, each group under its name."""
    parts: list[RenderableType] = []
    for row in rows:
        if row.group:
            parts.append(pen(row.group, "underline"))
        possible = _("can do {forms}", forms=row.possible)
        facts = pen(", ".join([*map(term, row.patterns), possible]), "dim")
        parts.append(indented(pen(row.name, "bold"), indented(pen(row.form), facts)))
    return Group(*parts)


# The widths from which on each breaks few words.
_LAYOUTS = ((80, _columns), (56, _pairs), (0, _list))


def _niggle(
    pen: Pen, niggle: Niggle, exercises: Sequence[Exercise], catalogue: Catalogue
) -> RenderableType:
    """What the niggle puts first, changes and bars."""
    # Act by act, so that what helps comes before what is to be left out.
    rows = []
    for act in Act:
        texts = []
        for exercise in exercises:
            for rule, forms in niggle_rules(exercise, niggle):
                if rule.act is act:
                    name = "; ".join(forms) or exercise.name
                    texts.append(_ruled(pen, name, rule_words(rule, catalogue)))
        if texts:
            rows.append((pen(term(act)), Group(*texts)))
    content = hanging(rows) if rows else pen(_("Nothing here changes."))
    return Group(pen(_("With {niggle}", niggle=term(niggle)), "bold"), indented(content))


def _ruled(pen: Pen, name: str, words: str) -> Text:
    """`Lunges: the note.`"""
    return Text.assemble(pen(name, "bold"), ": " if words else "", pen(words))
