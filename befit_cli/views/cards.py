"""The sessions of a week as a page has them: a card each, a row for each of its exercises."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from befit_cli.evidence.load import HEAVY
from befit_cli.language import _
from befit_cli.values import Catalogue, Kit, Prescription, Session, Step, Week
from befit_cli.views import prescription, sentences
from befit_cli.views import words as wording
from befit_cli.views.pages import Figure, figure_of

if TYPE_CHECKING:
    from datetime import date

_WEIGHED = HEAVY | {Kit.BACKPACK}
"""Kit of which one can say what it weighs."""
_USUAL_STEPS = (Step.WEIGHT, Step.REPS)


class Row(NamedTuple):
    """An exercise of a session, and what the page has of it beside its plan."""

    plan: Prescription
    name: str
    """What exercise the form is of; empty where the form says it."""
    figure: Figure | None
    setup: str
    """How to get into it; empty where nobody knows."""
    effort: str
    """Empty where it is the session's."""
    adapted: str
    """What the log changed about it; empty where nothing."""
    next_title: str
    """What stands before how it goes on."""
    next_when: str
    """When it goes on; empty where its next step says that itself."""
    next: str
    """How it goes on; empty where nothing says it."""
    goes_on_as_usual: bool
    """Whether more weight or repetitions come next."""
    weighed: bool
    """Whether its weight can be written down."""


class Card(NamedTuple):
    """A session."""

    plan: Session
    outcome: str
    """What became of it; empty where nobody says it."""
    is_next: bool
    is_before: bool
    """Whether it comes before the next one of its week."""
    why: str
    warm_up: tuple[str, ...]
    """The steps of its warm-up."""
    effort: str
    """That of most of its exercises, as a sentence; empty where none counts repetitions."""
    rows: tuple[Row, ...]


def cards(
    week: Week, upcoming: Session | None, catalogue: Catalogue, today: date | None
) -> tuple[Card, ...]:
    """The sessions of the week: the next one first, then those after it, then those before it."""
    at = 0
    for place, session in enumerate(week.sessions):
        if session is upcoming:
            at = place
    turn = week.sessions[at:] + week.sessions[:at]
    shown = []
    for session in turn:
        shown.append(
            _card(
                week,
                session,
                catalogue,
                today,
                is_next=session is upcoming,
                is_before=session in week.sessions[:at],
            )
        )
    return tuple(shown)


def shared_warm_up(cards: Sequence[Card]) -> tuple[str, ...]:
    """The steps that the warm-ups of all the sessions have; empty for a single one."""
    if len(cards) < 2:
        return ()
    first, *others = cards
    return tuple([step for step in first.warm_up if all(step in one.warm_up for one in others)])


def _card(
    week: Week,
    session: Session,
    catalogue: Catalogue,
    today: date | None,
    *,
    is_next: bool,
    is_before: bool,
) -> Card:
    usual = prescription.usual_effort(session.exercises)
    title = wording.next_title(week)
    rows = tuple([_row(exercise, usual, title, catalogue) for exercise in session.exercises])
    return Card(
        plan=session,
        outcome=wording.outcome(session, today),
        is_next=is_next,
        is_before=is_before,
        why=sentences.why(session),
        warm_up=tuple(sentences.warm_up_steps(session)),
        effort=_effort(usual, rows),
        rows=rows,
    )


def _effort(usual: str, rows: tuple[Row, ...]) -> str:
    if not usual:
        return ""
    if any(row.effort for row in rows):
        return _("{effort}, unless it says otherwise.", effort=usual)
    return f"{usual}."


def _row(exercise: Prescription, usual: str, next_title: str, catalogue: Catalogue) -> Row:
    form = catalogue.form(exercise.id, exercise.form)
    setup = exercise.setup or (form.setup if form else None) or ""
    effort = prescription.effort(exercise)
    _form, of = prescription.names(exercise)
    when, following = _next(exercise)
    return Row(
        plan=exercise,
        name=of,
        figure=figure_of(form),
        setup=setup,
        effort="" if effort == usual else effort,
        adapted=sentences.adapted(exercise),
        next_title=next_title,
        next_when=when,
        next=following,
        goes_on_as_usual=exercise.next is not None and exercise.next.step in _USUAL_STEPS,
        weighed=exercise.kg is not None or not _WEIGHED.isdisjoint(exercise.kit),
    )


def _next(exercise: Prescription) -> tuple[str, str]:
    """When it goes on, where that can be told apart, and how."""
    said = sentences.progress(exercise)
    if exercise.next is None or exercise.next.step is None:
        return "", said
    # befit's own sentence of a step says when and then how, on either side of a colon in every
    # language; two sentences would be read back as none.
    when, _colon, how = said.partition(": ")
    return (when, how) if how else ("", when)
