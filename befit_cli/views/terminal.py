"""A plan on a terminal of any width, light or dark, with or without colour and Unicode.

Every word goes through `Pen`: nothing from a plan is ever read as markup or sent as an escape.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from befit_cli.planning.reasons import Purpose
from befit_cli.rules import RULE_BY_ID
from befit_cli.values import Load, Note, Plan, Prescription, Session, Week
from befit_cli.views import sentences
from befit_cli.views import words as wording
from befit_cli.views.pen import Pen, grid, hanging, indented

_LOAD_STYLES = {Load.LOW: "green", Load.MEDIUM: "cyan", Load.HIGH: "magenta"}
Purposes = Mapping[str, Purpose]
_SAFETY_LINES = 3
_STRIP_WIDTH = 66  # seven days side by side


def show(plan: Plan, console: Console, purposes: Purposes | None = None) -> None:
    """Print the weeks one after the other, then the safety lines.

    `purposes` says why each exercise is in the plan, by its form's name; with them each note tells
    its basis too.
    """
    pen = Pen.of(console)
    for week in plan.weeks:
        for paragraph in _week(pen, plan, week, purposes or {}):
            console.print(paragraph, width=pen.width)
            console.print()
    console.print(_safety(pen, sentences.safety_lines(plan)), width=pen.width)


def _week(pen: Pen, plan: Plan, week: Week, purposes: Purposes) -> Iterator[RenderableType]:
    yield _header(pen, plan, week)
    yield _strip(pen, wording.week_days(plan, week))
    if not week.sessions:
        yield pen(wording.no_sessions(plan, week))
    for session in week.sessions:
        yield _session(pen, session, purposes)
    if week.notes:
        yield _notes(pen, week.notes, with_basis=bool(purposes))


def _header(pen: Pen, plan: Plan, week: Week) -> RenderableType:
    return Group(
        pen(wording.plan_title(plan), "bold"),
        pen(wording.week_title(week)),
        pen(wording.week_facts(week)),
    )


def _strip(pen: Pen, days: list[wording.DayWords]) -> RenderableType:
    return indented(
        _strip_across(pen, days) if pen.width >= _STRIP_WIDTH else _strip_down(pen, days)
    )


def _strip_across(pen: Pen, days: list[wording.DayWords]) -> Table:
    table = grid(pen)
    table.add_column("", no_wrap=True)
    for day in days:
        table.add_column(pen(day.name), no_wrap=True)
    table.add_row(pen("Run"), *(pen(day.run or "") for day in days))
    table.add_row(pen("Strength"), *(_loads(pen, day) for day in days))
    return table


def _strip_down(pen: Pen, days: list[wording.DayWords]) -> Table:
    rows = []
    for day in days:
        run = [pen(wording.RUNS[day.run])] if day.run else []
        strength = [_loads(pen, day).append(" strength")] if day.loads else []
        rows.append((pen(day.name), Text(", ").join(strength + run)))
    return hanging(rows)


def _loads(pen: Pen, day: wording.DayWords) -> Text:
    return Text(", ").join(pen(load, _LOAD_STYLES[load]) for load in day.loads)


def _session(pen: Pen, session: Session, purposes: Purposes) -> RenderableType:
    load = pen(wording.LOADS[session.load], f"bold {_LOAD_STYLES[session.load]}")
    steps = "; ".join(sentences.warm_up_steps(session))
    layout = _list if purposes else next(layout for least, layout in _LAYOUTS if pen.width >= least)
    day = f"{session.day.title} {wording.short_date(session.date)}"
    return Group(
        pen.line(pen(day, "bold"), load, f"{session.minutes} min"),
        indented(
            pen(sentences.why(session)),
            pen(f"Warm-up, {session.warm_up.minutes} min: {steps}"),
            "",
            layout(pen, session.exercises, purposes),
        ),
    )


def _columns(pen: Pen, exercises: tuple[Prescription, ...], purposes: Purposes) -> RenderableType:
    """Everything side by side."""
    table = grid(pen)
    table.add_column("Exercise", ratio=1, overflow="fold")
    table.add_column("Dose", max_width=16, overflow="fold")  # a hold's "each side" goes below it
    table.add_column("Effort", no_wrap=True)
    table.add_column("Rest", no_wrap=True)
    table.add_column("Cue", ratio=1, overflow="fold")
    for exercise in exercises:
        asides = _asides(pen, exercise, purposes)
        name = Group(_name(pen, exercise), indented(*asides)) if asides else _name(pen, exercise)
        table.add_row(
            name,
            pen(wording.dose(exercise)),
            pen(wording.effort(exercise)),
            pen(wording.rest(exercise)),
            pen(exercise.cue),
        )
    return table


def _pairs(pen: Pen, exercises: tuple[Prescription, ...], purposes: Purposes) -> RenderableType:
    """The cue under the name, the effort under the dose."""
    table = grid(pen)
    table.add_column("Exercise", ratio=1, overflow="fold")
    table.add_column("Dose and effort", overflow="fold")
    table.add_column("Rest", no_wrap=True)
    for exercise in exercises:
        name = Group(
            _name(pen, exercise), indented(pen(exercise.cue), *_asides(pen, exercise, purposes))
        )
        table.add_row(
            name,
            Group(pen(wording.dose(exercise)), pen(wording.effort(exercise))),
            pen(wording.rest(exercise)),
        )
    return table


def _list(pen: Pen, exercises: tuple[Prescription, ...], purposes: Purposes) -> RenderableType:
    """One under the other, with a hanging indent."""
    return Group(*(part for exercise in exercises for part in _item(pen, exercise, purposes)))


def _item(pen: Pen, exercise: Prescription, purposes: Purposes) -> Iterator[RenderableType]:
    doing = pen(
        ", ".join([wording.dose(exercise), wording.effort(exercise), wording.pause(exercise)])
    )
    yield _name(pen, exercise)
    yield indented(doing, pen(exercise.cue), *_asides(pen, exercise, purposes))


_LAYOUTS = ((90, _columns), (60, _pairs), (0, _list))


def _name(pen: Pen, exercise: Prescription) -> Text:
    form, name = wording.names(exercise)
    return Text(" ").join(
        part for part in (pen(form, "bold"), pen(f"({name})" if name else "", "dim")) if part
    )


def _asides(pen: Pen, exercise: Prescription, purposes: Purposes) -> list[Text]:
    asides = []
    if exercise.niggle_note:
        asides.append(pen(f"Mind: {exercise.niggle_note}", "italic"))
    if exercise.form in purposes:
        asides.append(pen(f"Why: {sentences.purpose(purposes[exercise.form])}", "dim"))
    return asides


def _notes(pen: Pen, notes: tuple[Note, ...], *, with_basis: bool) -> RenderableType:
    rows = [
        (
            pen(note.rule, "dim"),
            pen(_note(note, with_basis=with_basis)),
        )
        for note in notes
    ]
    return Group(pen("Notes", "bold"), indented(hanging(rows)))


def _note(note: Note, *, with_basis: bool) -> str:
    text = sentences.note_text(note)
    return f"{text} Basis: {RULE_BY_ID[note.rule].basis}." if with_basis else text


def _safety(pen: Pen, safety: list[str]) -> RenderableType:
    lines = [(pen("-"), pen(line)) for line in safety[:_SAFETY_LINES]]
    return Group(
        pen("Safety", "bold"),
        indented(hanging(lines), pen("befit rules safety has the rest.", "dim")),
    )
