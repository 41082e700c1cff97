"""The sessions of a week as a page has them: a card each, a row for each of its exercises."""

from __future__ import annotations

from typing import NamedTuple

from befit_cli.evidence.load import HEAVY
from befit_cli.language import _
from befit_cli.values import Catalogue, Kit, Prescription, Session, Week
from befit_cli.views import sentences
from befit_cli.views import words as wording
from befit_cli.views.pages import Figure, figure_of

_WEIGHED = HEAVY | {Kit.BACKPACK}
"""Kit of which one can say what it weighs."""


class Row(NamedTuple):
    """An exercise of a session, and what the page has of it beside its plan."""

    plan: Prescription
    figure: Figure | None
    setup: str
    """How to get into it; empty where nobody knows."""
    effort: str
    """Empty where it is the session's."""
    weighed: bool
    """Whether its weight can be written down."""


class Card(NamedTuple):
    """A session."""

    plan: Session
    is_next: bool
    is_before: bool
    """Whether it comes before the next one of its week."""
    effort: str
    """That of most of its exercises, as a sentence; empty where none counts repetitions."""
    rows: tuple[Row, ...]


def cards(week: Week, upcoming: Session | None, catalogue: Catalogue) -> tuple[Card, ...]:
    """The sessions of the week: the next one first, then those after it, then those before it."""
    at = 0
    for place, session in enumerate(week.sessions):
        if session is upcoming:
            at = place
    turn = week.sessions[at:] + week.sessions[:at]
    shown = []
    for session in turn:
        before = session in week.sessions[:at]
        shown.append(_card(session, session is upcoming, before, catalogue))
    return tuple(shown)


def shared_warm_up(week: Week) -> tuple[str, ...]:
    """The steps that the warm-ups of all sessions of the week have; empty for a single one."""
    if len(week.sessions) < 2:
        return ()
    first, *others = [sentences.warm_up_steps(session) for session in week.sessions]
    return tuple([step for step in first if all(step in steps for steps in others)])


def _card(session: Session, is_next: bool, is_before: bool, catalogue: Catalogue) -> Card:
    usual = wording.usual_effort(session.exercises)
    rows = tuple([_row(exercise, usual, catalogue) for exercise in session.exercises])
    return Card(session, is_next, is_before, _effort(usual, rows), rows)


def _effort(usual: str, rows: tuple[Row, ...]) -> str:
    if not usual:
        return ""
    if any(row.effort for row in rows):
        return _("{effort}, unless it says otherwise.", effort=usual)
    return f"{usual}."


def _row(exercise: Prescription, usual: str, catalogue: Catalogue) -> Row:
    form = catalogue.form(exercise.id, exercise.form)
    setup = exercise.setup or (form.setup if form else None) or ""
    effort = wording.effort(exercise)
    own = "" if effort == usual else effort
    weighed = exercise.kg is not None or not _WEIGHED.isdisjoint(exercise.kit)
    return Row(exercise, figure_of(form), setup, own, weighed)
