"""A session on a terminal: its day, its warm-up and its exercises, in as many columns as there is
room for.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from msgspec.structs import replace
from rich.console import Group, RenderableType
from rich.text import Text

from befit_cli.language import _, capital, message
from befit_cli.log.standing import status_of
from befit_cli.planning.reasons import Purpose
from befit_cli.values import (
    Adapted,
    AdaptedKey,
    Catalogue,
    Load,
    Prescription,
    Session,
    SessionLog,
    Units,
    Week,
)
from befit_cli.views import prescription, sentences
from befit_cli.views import words as wording
from befit_cli.views.pen import Columns, Pen, grid, hanging, indented
from befit_cli.views.terms import term
from befit_cli.views.work import WorkRow, felt, summary, work_rows

Purposes: TypeAlias = Mapping[str, Purpose]
"""Why each exercise is in the plan, by its form's name."""
LOAD_STYLES = {Load.LOW: "green", Load.MEDIUM: "cyan", Load.HIGH: "magenta"}

LIST_BELOW = 80
"""Columns under which exercises are a list and no table."""
_DONE_LIST_BELOW = 60
"""The same of what was done."""
_NAME_WIDTH = 36
"""Cells that names and cues have where there is room, which is enough for most: so the doses of a
week's sessions stand in line.
"""
_NARROWEST_NAMES = 24
"""Cells under which a column of names is a tower of words."""


class Mark(StrEnum):
    """Where a day stands from today."""

    PAST = "past"
    TODAY = "today"
    NEXT = "next"
    DONE = "done"
    SKIPPED = "skipped"
    MISSED = "missed"


_MARKS = {
    Mark.PAST: message("past", sense="session"),
    Mark.TODAY: message("today", sense="session"),
    Mark.NEXT: message("next", sense="session"),
    Mark.DONE: message("done", sense="session"),
    Mark.SKIPPED: message("skipped", sense="session"),
    Mark.MISSED: message("missed", sense="session"),
}
OVER = (Mark.PAST, Mark.DONE, Mark.SKIPPED, Mark.MISSED)


def marked(weeks: Iterable[Week], today: date | None) -> dict[date, Mark]:
    """The days of the weeks' sessions with their marks: those that are done, skipped, missed or
    past, the one that is today, or else the next; none where no today is said.
    """
    if today is None:
        return {}
    marks: dict[date, Mark] = {}
    for week in weeks:
        # of a later week nobody knows here whether another one comes before it
        near = week.number == 1 or week.starts <= today or bool(marks)
        for session in week.sessions:
            if session.done is not None or session.date < today:
                marks[session.date] = Mark(status_of(session, today))
            elif session.date == today:
                marks[session.date] = Mark.TODAY
            elif near and not {Mark.TODAY, Mark.NEXT} & set(marks.values()):
                marks[session.date] = Mark.NEXT
    return marks


def mark_word(mark: Mark) -> str:
    """`today`."""
    return _(_MARKS[mark], sense="session")


def title(pen: Pen, session: Session, mark: Mark | None = None) -> Text:
    """`Monday 23 Nov · today · medium load · 31 min`, or `Mon 23 Nov · today · medium · 31 min`
    where the line has no room for more.
    """
    return _title(pen, session, mark, f"{session.minutes} min")


def coming(pen: Pen, words: str, session: Session, mark: Mark | None) -> Text:
    """The same behind some words."""
    behind = _title(pen, session, mark, f"{session.minutes} min", begins=False)
    return pen(words).append(" ").append_text(behind)


def in_a_line(pen: Pen, session: Session, mark: Mark) -> Text:
    """A session that is over: its title, with what was done in the place of the minutes."""
    work = f"{session.minutes} min"
    if session.done is not None and mark is Mark.DONE:
        work = summary(session.done)
    line = _title(pen, session, mark, work)
    line.stylize("dim")
    return line


def why(pen: Pen, session: Session) -> Text:
    """To run first, where that is so, and then why the session stands on its day."""
    parts = (pen(sentences.run_first(session)), pen(sentences.why_then(session), "dim"))
    return Text(" ").join(filter(None, parts))


def warm_up(pen: Pen, session: Session, above: Sequence[str] = ()) -> Text:
    """The warm-up as one sentence; what it begins with may be said `above`."""
    steps = sentences.warm_up_steps(session)
    said = "; ".join(steps[len(above) :])
    if above:
        said = _("as above, then {steps}", steps=said) if said else _("as above")
    return pen(f"{wording.warm_up_title(session)}: {said}", "dim")


def effort(pen: Pen, exercises: Collection[Prescription]) -> Text:
    """The effort of all of them that say no other."""
    return pen(prescription.effort_line(exercises, prescription.usual_effort(exercises)))


def exercises(
    pen: Pen,
    session: Session,
    units: Units,
    catalogue: Catalogue,
    purposes: Purposes,
    usual: str,
    indent: int = 0,
) -> RenderableType:
    """The exercises with dose, rest and cue, their effort where it is not the `usual` one, and why
    each is in the plan where `purposes` say it; of a session that was done what was asked and what
    was done. They stand so many cells from the left edge.
    """
    if session.done is not None:
        return _done(pen, session.done, session.exercises, units, catalogue)
    once, said = _said_once(session.exercises)
    if not once:
        return _planned(pen, session.exercises, units, purposes, usual, indent)
    rest = tuple(
        [
            replace(exercise, adapted=None) if exercise in said else exercise
            for exercise in session.exercises
        ]
    )
    return Group(pen(once, "italic"), "", _planned(pen, rest, units, purposes, usual, indent))


def _said_once(exercises: Sequence[Prescription]) -> tuple[str, Sequence[Prescription]]:
    """What the log changed of all of them, where that is the same but for the weights that some of
    them have, or of some that go on after weeks without them; and of which. Empty where it is said
    of each.
    """
    after_gap = [each for each in exercises if _goes_on_after_gap(each)]
    if len(after_gap) > 1:
        once = _(
            "You had weeks without some of these: on from what you did before, a step at a time."
        )
        return once, after_gap
    same = [_but_for_weights(exercise.adapted) for exercise in exercises]
    if len(same) < 2 or None in same or any(each != same[0] for each in same):
        return "", ()
    return max([sentences.adapted(exercise) for exercise in exercises], key=len), exercises


def _goes_on_after_gap(exercise: Prescription) -> bool:
    return exercise.adapted is not None and exercise.adapted.key is AdaptedKey.ON_AFTER_GAP


def _but_for_weights(change: Adapted | None) -> Adapted | None:
    """The change as it is of an exercise that has no weight."""
    if change is None:
        return None
    facts = {name: fact for name, fact in change.facts.items() if name != "percent"}
    return replace(change, facts=facts)


def _title(
    pen: Pen, session: Session, mark: Mark | None, work: str, *, begins: bool = True
) -> Text:
    """In short words where the line has no room for long ones; it may begin a line."""
    load = session.load
    marks = [] if mark is None else [pen(_mark_words(session, mark), "bold")]

    def titled(day: str, load_words: str) -> Text:
        return pen.line(
            pen(capital(day) if begins else day, "bold"),
            *marks,
            pen(load_words, f"bold {LOAD_STYLES[load]}"),
            work,
        )

    whole = titled(wording.session_day(session), wording.load_words(load))
    if whole.cell_len <= pen.width:
        return whole
    return titled(wording.session_day(session, short=True), term(load))


def _mark_words(session: Session, mark: Mark) -> str:
    """The mark, with the day where it was done on another than its own, and why it was missed where
    that day was off.
    """
    done = session.done
    if mark is Mark.MISSED and session.off is not None:
        return wording.missed(session.off)
    if done is None or done.date == session.date:
        return mark_word(mark)
    return f"{mark_word(mark)} {wording.day_and_date(done.date)}"


def _planned(
    pen: Pen,
    exercises: tuple[Prescription, ...],
    units: Units,
    purposes: Purposes,
    usual: str,
    indent: int,
) -> RenderableType:
    """In columns where there is room for them, else a list."""
    # A purpose is a sentence or two: in a column of names it would make a tower of words.
    if not purposes and pen.width >= LIST_BELOW:
        columns = _columns(pen, exercises, units, usual, pen.width - indent)
        if columns.widths[1] >= _NARROWEST_NAMES:
            return columns
    return _list(pen, exercises, units, purposes, usual)


def _columns(
    pen: Pen, exercises: tuple[Prescription, ...], units: Units, usual: str, room: int
) -> Columns:
    """The cue under the name, and under the dose its effort: all of them whole but the names, which
    have the room that is left.
    """
    digits = len(str(len(exercises)))
    rows = []
    for number, exercise in enumerate(exercises, 1):
        dose = pen(prescription.dose(exercise, units), "bold")
        other = pen(prescription.other_effort(exercise, usual))
        rows.append(
            (
                [Text(f"{number:>{digits}}", "dim")],
                [_name(pen, exercise), pen(exercise.cue), *_asides(pen, exercise, {})],
                [dose, *filter(None, (other,))],
                [pen(prescription.pause(exercise))],
            )
        )
    columns = Columns.of(rows)
    number, names, *others = columns.widths
    left = room - (columns.width - names)
    return replace(columns, widths=(number, min(max(names, _NAME_WIDTH), left), *others))


def _list(
    pen: Pen,
    exercises: tuple[Prescription, ...],
    units: Units,
    purposes: Purposes,
    usual: str,
) -> RenderableType:
    """One under the other, all that is said of each below its name."""
    rows = []
    for number, exercise in enumerate(exercises, 1):
        dose = pen(prescription.dose(exercise, units), "bold")
        other = pen(prescription.other_effort(exercise, usual))
        work = Text(", ").join(filter(None, (dose, other, pen(prescription.pause(exercise)))))
        below = (work, pen(exercise.cue), *_asides(pen, exercise, purposes))
        rows.append((pen(str(number), "dim"), Group(_name(pen, exercise), *below)))
    return hanging(rows)


def _done(
    pen: Pen,
    logged: SessionLog,
    planned: tuple[Prescription, ...],
    units: Units,
    catalogue: Catalogue,
) -> RenderableType:
    """What was asked and done, side by side where there is room; then what was noted."""
    rows = work_rows(logged, units, catalogue, planned)
    parts = [
        _done_columns(pen, rows) if pen.width >= _DONE_LIST_BELOW else Group(*_done_list(pen, rows))
    ]
    for noted in (", ".join(felt(logged.pain, worse=logged.worse_next_morning)), logged.note):
        if noted:
            parts.append(pen(noted, "italic"))
    return Group(*parts)


def _done_columns(pen: Pen, rows: list[WorkRow]) -> RenderableType:
    table = grid(pen)
    table.add_column(_("Exercise"), overflow="fold")
    table.add_column(_("Asked"), overflow="fold")
    table.add_column(_("Done", sense="work"), overflow="fold")
    for row in rows:
        table.add_row(pen(row.name, "bold"), pen(row.asked), pen(row.did))
    return table


def _done_list(pen: Pen, rows: list[WorkRow]) -> Iterator[RenderableType]:
    for row in rows:
        yield pen(row.name, "bold")
        did = row.did
        if row.asked and not row.as_asked:
            did = _("{did} (asked {asked})", did=did, asked=row.asked)
        yield indented(pen(did))


def _name(pen: Pen, exercise: Prescription) -> Text:
    form, name = prescription.names(exercise)
    parts = [pen(form, "bold")]
    if name:
        parts.append(pen(f"({name})", "dim"))
    # A form may be called by characters that no terminal shows: its name then stands alone.
    return Text(" ").join(filter(None, parts))


def _asides(pen: Pen, exercise: Prescription, purposes: Purposes) -> list[Text]:
    """What stands under an exercise that not every exercise has."""
    asides = []
    if exercise.niggle_note:
        asides.append(pen(_("Mind: {note}", note=exercise.niggle_note), "italic"))
    if adapted := sentences.adapted(exercise):
        asides.append(pen(adapted, "italic"))
    if exercise.form in purposes:
        why = sentences.purpose(purposes[exercise.form])
        asides.append(pen(_("Why: {why}", why=why), "dim"))
    return asides
