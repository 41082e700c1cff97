"""A session on a terminal: its day, its warm-up and its exercises, in as many columns as there is
room for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from msgspec.structs import replace
from rich.console import Group, RenderableType
from rich.text import Text

from befit_cli.log.standing import status_of
from befit_cli.planning.reasons import Purpose
from befit_cli.values import Load, Prescription, Session, SessionLog, Units, Week
from befit_cli.views import sentences
from befit_cli.views import words as wording
from befit_cli.views.pen import Pen, grid, indented, layout_for
from befit_cli.views.work import WorkRow, felt, work_rows

Purposes: TypeAlias = Mapping[str, Purpose]
"""Why each exercise is in the plan, by its form's name."""
LOAD_STYLES = {Load.LOW: "green", Load.MEDIUM: "cyan", Load.HIGH: "magenta"}

LIST_BELOW = 60
"""Columns under which exercises are a list and no table."""


class Mark(StrEnum):
    """Where a day stands from today."""

    PAST = "past"
    TODAY = "today"
    NEXT = "next"
    DONE = "done"
    SKIPPED = "skipped"


def marked(weeks: Iterable[Week], today: date | None) -> dict[date, Mark]:
    """The days of the weeks' sessions with their marks: those that are done, skipped or past, the
    one that is today, or else the next; none where no today is said.
    """
    if today is None:
        return {}
    marks: dict[date, Mark] = {}
    for week in weeks:
        # of a later week nobody knows here whether another one comes before it
        near = week.number == 1 or week.starts <= today or bool(marks)
        for session in week.sessions:
            if session.done is not None:
                marks[session.date] = Mark(status_of(session, today))
            elif session.date < today:
                marks[session.date] = Mark.PAST
            elif session.date == today:
                marks[session.date] = Mark.TODAY
            elif near and not {Mark.TODAY, Mark.NEXT} & set(marks.values()):
                marks[session.date] = Mark.NEXT
    return marks


def title(pen: Pen, session: Session, mark: Mark | None = None) -> Text:
    """`Monday 23 Nov · today · medium load · 31 min`, or `Mon 23 Nov · today · medium · 31 min`
    where the line has no room for more.
    """
    whole = _title(pen, wording.session_day(session), mark, wording.LOADS[session.load], session)
    if whole.cell_len <= pen.width:
        return whole
    return _title(pen, wording.session_day(session, short=True), mark, session.load, session)


def warm_up(pen: Pen, session: Session) -> Text:
    """The warm-up as one sentence."""
    steps = "; ".join(sentences.warm_up_steps(session))
    return pen(f"Warm-up, {session.warm_up.minutes} min: {steps}")


def exercises(pen: Pen, session: Session, units: Units, purposes: Purposes) -> RenderableType:
    """The exercises with dose, effort, rest and cue, and why each is in the plan where `purposes`
    say it; of a session that was done what was asked and what was done.
    """
    if session.done is not None:
        return _done(pen, session.done, session.exercises, units)
    # A purpose is a sentence or two: in a column of names it would make a tower of words.
    width = 0 if purposes else pen.width
    layout = layout_for(width, _LAYOUTS)
    changes = [exercise.adapted for exercise in session.exercises]
    if len(changes) < 2 or None in changes or any(each != changes[0] for each in changes):
        return layout(pen, session.exercises, units, purposes)
    # What the log changed of all of them is said once.
    once = sentences.adapted(session.exercises[0])
    same = tuple([replace(exercise, adapted=None) for exercise in session.exercises])
    return Group(pen(once, "italic"), "", layout(pen, same, units, purposes))


def _title(pen: Pen, day: str, mark: Mark | None, load: str, session: Session) -> Text:
    parts = [pen(day, "bold")]
    if mark is not None:
        parts.append(pen(_mark_words(session, mark), "bold"))
    parts.append(pen(load, f"bold {LOAD_STYLES[session.load]}"))
    return pen.line(*parts, f"{session.minutes} min")


def _mark_words(session: Session, mark: Mark) -> str:
    """The mark, with the day where it was done on another than its own."""
    done = session.done
    if done is None or done.date == session.date:
        return mark
    return f"{mark} {wording.day_and_date(done.date)}"


def _columns(
    pen: Pen, exercises: tuple[Prescription, ...], units: Units, purposes: Purposes
) -> RenderableType:
    """Everything side by side."""
    # A hold's "each side" goes below it, and so does a weight beside that.
    width = 16 if all(exercise.kg is None for exercise in exercises) else 17
    table = grid(pen)
    table.add_column("Exercise", ratio=1, overflow="fold")
    table.add_column("Dose", max_width=width, overflow="fold")
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
            pen(wording.dose(exercise, units)),
            pen(wording.effort(exercise)),
            pen(wording.rest(exercise)),
            pen(exercise.cue),
        )
    return table


def _pairs(
    pen: Pen, exercises: tuple[Prescription, ...], units: Units, purposes: Purposes
) -> RenderableType:
    """The cue under the name, the effort under the dose."""
    table = grid(pen)
    table.add_column("Exercise", ratio=1, overflow="fold")
    table.add_column("Dose and effort", overflow="fold")
    table.add_column("Rest", no_wrap=True)
    for exercise in exercises:
        below = indented(pen(exercise.cue), *_asides(pen, exercise, purposes))
        table.add_row(
            Group(_name(pen, exercise), below),
            Group(pen(wording.dose(exercise, units)), pen(wording.effort(exercise))),
            pen(wording.rest(exercise)),
        )
    return table


def _list(
    pen: Pen, exercises: tuple[Prescription, ...], units: Units, purposes: Purposes
) -> RenderableType:
    """One under the other, with a hanging indent."""
    parts: list[RenderableType] = []
    for exercise in exercises:
        work = pen(wording.work_line(exercise, units))
        parts.append(_name(pen, exercise))
        parts.append(indented(work, pen(exercise.cue), *_asides(pen, exercise, purposes)))
    return Group(*parts)


# The widths from which on each breaks few words.
_LAYOUTS = ((90, _columns), (LIST_BELOW, _pairs), (0, _list))


def _done(
    pen: Pen, logged: SessionLog, planned: tuple[Prescription, ...], units: Units
) -> RenderableType:
    """What was asked and done, side by side where there is room; then what was noted."""
    rows = work_rows(logged, units, planned)
    parts = [_done_columns(pen, rows) if pen.width >= LIST_BELOW else Group(*_done_list(pen, rows))]
    for noted in (", ".join(felt(logged.pain, worse=logged.worse_next_morning)), logged.note):
        if noted:
            parts.append(pen(noted, "italic"))
    return Group(*parts)


def _done_columns(pen: Pen, rows: list[WorkRow]) -> RenderableType:
    table = grid(pen)
    table.add_column("Exercise", overflow="fold")
    table.add_column("Asked", overflow="fold")
    table.add_column("Done", overflow="fold")
    for row in rows:
        table.add_row(pen(row.name, "bold"), pen(row.asked), pen(row.did))
    return table


def _done_list(pen: Pen, rows: list[WorkRow]) -> Iterator[RenderableType]:
    for row in rows:
        yield pen(row.name, "bold")
        asked = f" (asked {row.asked})" if row.asked and not row.as_asked else ""
        yield indented(pen(f"{row.did}{asked}"))


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
    if adapted := sentences.adapted(exercise):
        asides.append(pen(adapted, "italic"))
    if exercise.form in purposes:
        asides.append(pen(f"Why: {sentences.purpose(purposes[exercise.form])}", "dim"))
    return asides
