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
from befit_cli.language import _, speaking
from befit_cli.values import Plan, Session, Week
from befit_cli.views import lifts, pages, paper, roster_words, sentences
from befit_cli.views import words as wording
from befit_cli.views.cards import Card, cards, shared_warm_up
from befit_cli.views.content import Content
from befit_cli.views.paper import Around, Room


class _Part(NamedTuple):
    """A week."""

    plan: Week
    is_on: bool
    """Whether it has the next session."""
    room: Room
    """What a sheet of paper has room for."""
    warm_up: tuple[str, ...]
    """The steps that the warm-ups of all of its sessions have; empty for a single one."""
    cards: tuple[Card, ...]
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
    weeks = [_part(week, upcoming, content, _around(week, plan)) for week in plan.weeks]
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
        safety=sentences.safety_lines(*[runner.plan for runner in shown]),
        roster_words=roster_words,
        sentences=sentences,
    )


def _runner(key: str, name: str, content: Content) -> _Runner:
    """Their sheets are in their own language."""
    plan = content.plan
    with speaking(plan.language):
        stop = sentences.stop(plan)
        weeks = tuple(
            [
                _part(week, None, content, _around_on_wall(week, name, plan, stop))
                for week in plan.weeks
            ]
        )
        sheets = pages.render(
            "sheet.html",
            key=key,
            name=name,
            plan=plan,
            weeks=weeks,
            today=None,
            stop=stop,
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


def _part(week: Week, upcoming: Session | None, content: Content, around: Around) -> _Part:
    shown = cards(week, upcoming, content.catalogue, content.today)
    warm_up = shared_warm_up(shown)
    room = paper.room(week, shown, warm_up, around, content.plan.athlete.units)
    return _Part(week, upcoming in week.sessions, room, warm_up, shown)


def _around(week: Week, plan: Plan) -> Around:
    """A week alone has on its sheet what the weeks of a block have on the sheet before them."""
    title = wording.plan_title(plan)
    whole = f"{title} {wording.week_title(week)}"
    facts = wording.week_facts(week)
    if len(plan.weeks) > 1:
        return Around(whole, facts)
    notes = plan.athlete.notes
    # The title stands beside the first two lines of the notes.
    beside = (f"{title} {title} {notes}",) if notes else ()
    return Around(whole, facts, beside, tuple(sentences.safety_lines(plan)))


def _around_on_wall(week: Week, name: str, plan: Plan, stop: str) -> Around:
    return Around(name, wording.week_line(week), (plan.athlete.notes, stop))
