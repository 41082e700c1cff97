"""A plan on a terminal of any width, light or dark, with or without colour and Unicode.

Every word goes through `Pen`: nothing from a plan is ever read as markup or sent as an escape.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from befit_cli.planning.reasons import Purpose
from befit_cli.rules import RULE_BY_ID
from befit_cli.values import Load, Note, Plan, Prescription, Session, Week
from befit_cli.views import sentences
from befit_cli.views import words as wording
from befit_cli.views.pen import Pen, grid, hanging, indented, layout_for

Purposes: TypeAlias = Mapping[str, Purpose]
"""Why each exercise is in the plan, by its form's name."""
_LOAD_STYLES = {Load.LOW: "green", Load.MEDIUM: "cyan", Load.HIGH: "magenta"}
_SAFETY_LINES = 3
"""When to do less, when to stop and when to see somebody."""


def show(plan: Plan, console: Console, purposes: Purposes | None = None) -> None:
    """Print the weeks one after the other, then the safety lines.

    With `purposes` each exercise says why it is in the plan, and each note what it rests on.
    """
    pen = Pen.of(console)
    for week in plan.weeks:
        for paragraph in _week(pen, plan, week, purposes or {}):
            console.print(paragraph, width=pen.width)
            console.print()
    console.print(_safety(pen, sentences.safety_lines(plan)), width=pen.width)


def _week(pen: Pen, plan: Plan, week: Week, purposes: Purposes) -> Iterator[RenderableType]:
    yield _header(pen, plan, week)
    strip = layout_for(pen.width, _STRIPS)
    yield indented(strip(pen, wording.week_days(week)))
    for line in sentences.niggle_lines(week):
        yield pen(line, "italic")
    if not week.sessions:
        yield pen(wording.no_sessions(week))
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


def _strip_across(pen: Pen, days: list[wording.DayWords]) -> Table:
    table = grid(pen)
    table.add_column("", no_wrap=True)
    for day in days:
        table.add_column(pen(day.name), no_wrap=True)
    runs = [pen(day.run or "") for day in days]
    loads = [_loads(pen, day) for day in days]
    table.add_row(pen("Run"), *runs)
    table.add_row(pen("Strength"), *loads)
    return table


def _strip_down(pen: Pen, days: list[wording.DayWords]) -> Table:
    rows = []
    for day in days:
        parts = []
        if day.loads:
            parts.append(_loads(pen, day).append(" strength"))
        if day.run:
            parts.append(pen(wording.RUNS[day.run]))
        rows.append((pen(day.name), Text(", ").join(parts)))
    return hanging(rows)


# Seven days side by side need 66.
_STRIPS = ((66, _strip_across), (0, _strip_down))


def _loads(pen: Pen, day: wording.DayWords) -> Text:
    loads = [pen(load, _LOAD_STYLES[load]) for load in day.loads]
    return Text(", ").join(loads)


def _session(pen: Pen, session: Session, purposes: Purposes) -> RenderableType:
    day = f"{session.day.title} {wording.short_date(session.date)}"
    load = pen(wording.LOADS[session.load], f"bold {_LOAD_STYLES[session.load]}")
    title = pen.line(pen(day, "bold"), load, f"{session.minutes} min")
    steps = "; ".join(sentences.warm_up_steps(session))
    # A purpose is a sentence or two: in a column of names it would make a tower of words.
    width = 0 if purposes else pen.width
    layout = layout_for(width, _LAYOUTS)
    below = indented(
        pen(sentences.why(session)),
        pen(f"Warm-up, {session.warm_up.minutes} min: {steps}"),
        "",
        layout(pen, session.exercises, purposes),
    )
    return Group(title, below)


def _columns(pen: Pen, exercises: tuple[Prescription, ...], purposes: Purposes) -> RenderableType:
    """Everything side by side."""
    table = grid(pen)
    table.add_column("Exercise", ratio=1, overflow="fold")
    table.add_column("Dose", max_width=16, overflow="fold")  # a hold's "each side" goes below it
    table.add_column("Effort", no_wrap=True)
    table.add_column("Rest", no_wrap=True)
    table.add_column("Cue", ratio=1, overflow="fold")
    for exercise in exercises:
        name: RenderableType = _name(pen, exercise)
        asides = _asides(pen, exercise, purposes)
        if asides:
            name = Group(name, indented(*asides))
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
        below = indented(pen(exercise.cue), *_asides(pen, exercise, purposes))
        table.add_row(
            Group(_name(pen, exercise), below),
            Group(pen(wording.dose(exercise)), pen(wording.effort(exercise))),
            pen(wording.rest(exercise)),
        )
    return table


def _list(pen: Pen, exercises: tuple[Prescription, ...], purposes: Purposes) -> RenderableType:
    """One under the other, with a hanging indent."""
    parts: list[RenderableType] = []
    for exercise in exercises:
        work = pen(wording.work_line(exercise))
        parts.append(_name(pen, exercise))
        parts.append(indented(work, pen(exercise.cue), *_asides(pen, exercise, purposes)))
    return Group(*parts)


# The widths from which on each breaks few words.
_LAYOUTS = ((90, _columns), (60, _pairs), (0, _list))


def _name(pen: Pen, exercise: Prescription) -> Text:
    form, name = wording.names(exercise)
    parts = [pen(form, "bold")]
    if name:
        parts.append(pen(f"({name})", "dim"))
    # A form may be called by characters that no terminal shows: its name then stands alone.
    return Text(" ").join(filter(None, parts))


def _asides(pen: Pen, exercise: Prescription, purposes: Purposes) -> list[Text]:
    """What stands under an exercise that not every exercise has."""
    asides = []
    if exercise.niggle_note:
        asides.append(pen(f"Mind: {exercise.niggle_note}", "italic"))
    if exercise.form in purposes:
        asides.append(pen(f"Why: {sentences.purpose(purposes[exercise.form])}", "dim"))
    return asides


def _notes(pen: Pen, notes: tuple[Note, ...], *, with_basis: bool) -> RenderableType:
    """What the week says beside its sessions; its rules only for who asks why."""
    rows = []
    for note in notes:
        mark = pen("-")
        text = sentences.note_text(note)
        if with_basis:
            mark = pen(note.rule, "dim")
            text = f"{text} Basis: {RULE_BY_ID[note.rule].basis}."
        rows.append((mark, pen(text)))
    return Group(pen("Notes", "bold"), indented(hanging(rows)))


def _safety(pen: Pen, safety: list[str]) -> RenderableType:
    lines = [(pen("-"), pen(line)) for line in safety[:_SAFETY_LINES]]
    rest = pen("befit rules safety has the rest.", "dim")
    return Group(pen("Safety", "bold"), indented(hanging(lines), rest))
