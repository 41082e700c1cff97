"""A plan as one page that needs nothing but itself: a session at a time on a phone, two columns on
a screen, a sheet a week on paper. The page is `page.html` with the style of `page.css`, or of
`paper.css` where it is printed; where its script `page.js` runs, it counts rests down and keeps
what was ticked.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from befit_cli import __version__
from befit_cli.evidence.load import HEAVY
from befit_cli.language import _, speaking
from befit_cli.values import Catalogue, Kit, Plan, Prescription, Session, Week
from befit_cli.views import lifts, pages, sentences
from befit_cli.views import words as wording
from befit_cli.views.content import Content
from befit_cli.views.pages import Figure, figure_of

_WEIGHED = HEAVY | {Kit.BACKPACK}
"""Kit of which one can say what it weighs."""
_LONG = 7
"""So many exercises of a session fill a column of a sheet."""


class _Row(NamedTuple):
    """An exercise of a session, and what the page has of it beside its plan."""

    plan: Prescription
    figure: Figure | None
    setup: str
    """How to get into it; empty where nobody knows."""
    effort: str
    """Empty where it is the session's."""
    weighed: bool
    """Whether its weight can be written down."""


class _Card(NamedTuple):
    """A session."""

    plan: Session
    is_next: bool
    is_before: bool
    """Whether it comes before the next one of its week."""
    effort: str
    """That of most of its exercises; empty where none counts repetitions."""
    rows: tuple[_Row, ...]


class _Part(NamedTuple):
    """A week."""

    plan: Week
    is_on: bool
    """Whether it has the next session."""
    is_roomy: bool
    """Whether a sheet of paper has room for how each exercise is done."""
    is_full: bool
    """Whether a sheet of paper has no room for what comes next."""
    warm_up: tuple[str, ...]
    """The steps that the warm-ups of all of its sessions have; empty for a single one."""
    cards: tuple[_Card, ...]
    """The next session first, then those after it, then those before it."""


class _Runner(NamedTuple):
    """One of several runners."""

    key: str
    """What their files are called, without an ending."""
    name: str
    plan: Plan
    weeks: tuple[_Part, ...]
    sheets: str
    """Their weeks, a sheet each."""


def render(content: Content) -> str:
    """The whole plan as HTML: its weeks, with a list of them and the main lifts where there are
    several, notes and the safety text in full. The next session of `content.today` is open; where
    nobody says the day, the first.
    """
    plan = content.plan
    upcoming = _next(plan, content.today)
    weeks = [_part(week, upcoming, content.catalogue) for week in plan.weeks]
    figures = [row.figure for week in weeks for card in week.cards for row in card.rows]
    return pages.render(
        "page.html",
        plan=plan,
        today=content.today,
        upcoming=upcoming,
        weeks=weeks,
        figures=figures,
        stretches=lifts.lifted(plan),
        lifts=lifts,
        sentences=sentences,
    )


def render_all(runners: Iterable[tuple[str, str, Content]]) -> str:
    """The plans of several runners as one page, a sheet for each of their weeks and before them a
    list: of each runner what their files are called, what they are called themselves, and the plan.
    """
    shown = [_runner(*runner) for runner in runners]
    weeks = [week for runner in shown for week in runner.weeks]
    first = min(week.plan.starts for week in weeks)
    return pages.render(
        "sheets.html",
        title=_("Strength from {day}", day=wording.day_of_year(first)),
        runners=shown,
        today=None,
        figures=[row.figure for week in weeks for card in week.cards for row in card.rows],
        befit=__version__,
        sentences=sentences,
    )


def _runner(key: str, name: str, content: Content) -> _Runner:
    """Their sheets are in their own language."""
    plan = content.plan
    with speaking(plan.language):
        weeks = tuple([_part(week, None, content.catalogue) for week in plan.weeks])
        sheets = pages.render(
            "sheet.html",
            key=key,
            name=name,
            plan=plan,
            weeks=weeks,
            today=None,
            sentences=sentences,
        )
    return _Runner(key, name, plan, weeks, sheets)


def _next(plan: Plan, today: date | None) -> Session | None:
    """The first session from today on that is not done; the plan's first where there is none."""
    sessions = [session for week in plan.weeks for session in week.sessions]
    for session in sessions:
        if today is not None and session.date >= today and session.done is None:
            return session
    return sessions[0] if sessions else None


def _part(week: Week, upcoming: Session | None, catalogue: Catalogue) -> _Part:
    at = 0
    for place, session in enumerate(week.sessions):
        if session is upcoming:
            at = place
    turn = week.sessions[at:] + week.sessions[:at]
    cards = []
    for session in turn:
        before = session in week.sessions[:at]
        cards.append(_card(session, session is upcoming, before, catalogue))
    return _Part(
        week,
        upcoming in week.sessions,
        _is_roomy(week),
        _is_full(week),
        _shared_warm_up(week),
        tuple(cards),
    )


def _is_roomy(week: Week) -> bool:
    """Two short sessions at most."""
    return len(week.sessions) < 3 and all(len(one.exercises) < _LONG for one in week.sessions)


def _is_full(week: Week) -> bool:
    """Three long sessions, or three in which a niggle has its say."""
    if len(week.sessions) < 3:
        return False
    exercises = [exercise for session in week.sessions for exercise in session.exercises]
    are_long = all(len(session.exercises) >= _LONG for session in week.sessions)
    return are_long or any(exercise.niggle_note for exercise in exercises)


def _shared_warm_up(week: Week) -> tuple[str, ...]:
    if len(week.sessions) < 2:
        return ()
    first, *others = [sentences.warm_up_steps(session) for session in week.sessions]
    return tuple([step for step in first if all(step in steps for steps in others)])


def _card(session: Session, is_next: bool, is_before: bool, catalogue: Catalogue) -> _Card:
    usual = wording.usual_effort(session.exercises)
    rows = tuple([_row(exercise, usual, catalogue) for exercise in session.exercises])
    return _Card(session, is_next, is_before, usual, rows)


def _row(exercise: Prescription, usual: str, catalogue: Catalogue) -> _Row:
    form = catalogue.form(exercise.id, exercise.form)
    setup = exercise.setup or (form.setup if form else None) or ""
    effort = wording.effort(exercise)
    own = "" if effort == usual else effort
    weighed = exercise.kg is not None or not _WEIGHED.isdisjoint(exercise.kit)
    return _Row(exercise, figure_of(form), setup, own, weighed)
