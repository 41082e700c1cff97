"""One session on a terminal, small enough for one screen: what to do, how much, how, and where the
week stands with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from rich.console import Console, RenderableType
from rich.text import Text

from befit_cli.log.standing import status_of
from befit_cli.values import Athlete, Day, NoteKey, Race, Session, Week
from befit_cli.views import sentences
from befit_cli.views import words as wording
from befit_cli.views.pen import Pen
from befit_cli.views.session import LIST_BELOW, Mark, effort, exercises, title, warm_up


class Ahead(NamedTuple):
    """What is ahead of a runner from a day on."""

    day: date
    """The day that is asked for."""
    today: date
    athlete: Athlete
    end: date
    """The day of the race, or the last of a block without a date."""
    sessions: tuple[tuple[Week, Session], ...]
    """The first session from that day on and the one after it, each with its week; as many as the
    block still has.
    """
    is_done: bool = False
    """Whether the day's own session is done."""

    @property
    def first(self) -> Session | None:
        """The session that is shown; None on the day of the race, and where none is left."""
        if self.day == self.athlete.race_date or not self.sessions:
            return None
        return self.sessions[0][1]


def show(ahead: Ahead, console: Console) -> None:
    """Print the first session, and what comes after it; or that there is none."""
    pen = Pen.of(console)
    for part in _parts(pen, ahead):
        pen.show(part)


def _parts(pen: Pen, ahead: Ahead) -> Iterator[RenderableType]:
    if ahead.day == ahead.athlete.race_date:
        yield pen(f"Race day: good luck with your {_race(ahead.athlete)}!", "bold")
        return
    if not ahead.sessions:
        yield pen(_nothing_left(ahead))
        return
    week, session = ahead.sessions[0]
    heading = title(pen, session, _mark(session, ahead.today))
    if session.date != ahead.day:
        so_far = "Done" if ahead.is_done else "Nothing"
        heading = pen(f"{so_far} {_told(ahead)}; next:").append(" ").append_text(heading)
    yield heading
    if session.done is None:
        before = (pen(sentences.run_first(session)), warm_up(pen, session))
        yield Text(" ").join(filter(None, before))
        yield effort(pen, session.exercises)
    usual = wording.usual_effort(session.exercises)
    # columns stand out by themselves, and with seven exercises they leave a screen of 24 lines no
    # other room; a list does not, and fits no screen anyway
    gap = () if pen.width >= LIST_BELOW else ("",)
    yield from gap
    yield exercises(pen, session, ahead.athlete.units, {}, usual)
    yield from gap
    if ahead.athlete.notes:
        yield pen(ahead.athlete.notes, "italic")
    yield _standing(pen, ahead, week, session)
    for note in week.notes:
        if note.key is NoteKey.NOTHING_LOGGED:
            yield pen(sentences.note_text(note))


def _mark(session: Session, today: date) -> Mark | None:
    if session.done is not None:
        return Mark(status_of(session, today))
    if session.date < today:
        return Mark.PAST
    return Mark.TODAY if session.date == today else None


def _told(ahead: Ahead) -> str:
    """`today`, or `on Thursday 26 Nov`."""
    return "today" if ahead.day == ahead.today else f"on {_day(ahead.day)}"


def _standing(pen: Pen, ahead: Ahead, week: Week, session: Session) -> Text:
    """`Week 3 of 12, session 1 of 2; next: Friday 27 Nov, 28 min, low load.`"""
    place = week.sessions.index(session) + 1
    standing = f"Week {week.number} of {week.of}, session {place} of {len(week.sessions)}; "
    if len(ahead.sessions) > 1:
        _, following = ahead.sessions[1]
        load = wording.LOADS[following.load]
        day = wording.session_day(following)
        return pen(f"{standing}next: {day}, {following.minutes} min, {load}.", "dim")
    if ahead.athlete.race_date is None:
        return pen(f"{standing}the last one of your block.", "dim")
    return pen(f"{standing}the last one before your race on {_day(ahead.end)}.", "dim")


def _nothing_left(ahead: Ahead) -> str:
    end = _day(ahead.end)
    if ahead.athlete.race_date is None:
        return f"No session is left: your block ends on {end}. befit init begins another."
    if ahead.day > ahead.end:
        return f"No session is left: your block ends with the race on {end}."
    return f"No session is left before your race on {end}: rest, and run easily."


def _race(athlete: Athlete) -> str:
    return "race" if athlete.race is Race.NONE else wording.RACES[athlete.race]


def _day(day: date) -> str:
    """`Thursday 26 Nov`"""
    return f"{list(Day)[day.weekday()].title} {wording.short_date(day)}"
