"""One session on a terminal, small enough for one screen: what to do, how much, how, and where the
week stands with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rich.console import Console, RenderableType
from rich.text import Text

from befit_cli.language import _
from befit_cli.log.standing import status_of
from befit_cli.values import Athlete, Catalogue, Day, NoteKey, Race, Session, Value, Week
from befit_cli.views import prescription, sentences
from befit_cli.views import words as wording
from befit_cli.views.pen import Pen
from befit_cli.views.session import LIST_BELOW, Mark, coming, effort, exercises, title, warm_up


class Ahead(Value, frozen=True):
    """What is ahead of a runner from a day on."""

    day: date
    """The day that is asked for."""
    today: date
    athlete: Athlete
    catalogue: Catalogue
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
        race = _race(ahead.athlete)
        yield pen(_("Race day: good luck with your {race}!", race=race), "bold")
        return
    if not ahead.sessions:
        yield pen(_nothing_left(ahead))
        return
    week, session = ahead.sessions[0]
    mark = _mark(session, ahead.today)
    if session.date == ahead.day:
        yield title(pen, session, mark)
    else:
        yield coming(pen, _so_far(ahead), session, mark)
    if session.done is None:
        before = (pen(sentences.run_first(session)), warm_up(pen, session))
        yield Text(" ").join(filter(None, before))
        yield effort(pen, session.exercises)
    usual = prescription.usual_effort(session.exercises)
    # columns stand out by themselves, and with seven exercises they leave a screen of 24 lines no
    # other room; a list does not, and fits no screen anyway
    gap = () if pen.width >= LIST_BELOW else ("",)
    yield from gap
    yield exercises(pen, session, ahead.athlete.units, ahead.catalogue, {}, usual)
    yield from gap
    if ahead.athlete.notes:
        yield pen(ahead.athlete.notes, "italic")
    yield _standing(pen, ahead, week, session)
    for note in week.notes:
        if note.key in (NoteKey.NOTHING_LOGGED, NoteKey.SORE):
            yield pen(sentences.note_text(note))


def _mark(session: Session, today: date) -> Mark | None:
    if session.done is not None or session.date < today:
        return Mark(status_of(session, today))
    return Mark.TODAY if session.date == today else None


def _so_far(ahead: Ahead) -> str:
    """`Nothing on Thursday 26 Nov; next:`"""
    is_today = ahead.day == ahead.today
    if is_today and ahead.is_done:
        return _("Done today; next:")
    if is_today:
        return _("Nothing today; next:")
    if ahead.is_done:
        return _("Done on {day}; next:", day=_day(ahead.day))
    return _("Nothing on {day}; next:", day=_day(ahead.day))


def _standing(pen: Pen, ahead: Ahead, week: Week, session: Session) -> Text:
    """`Week 3 of 12, session 1 of 2; next: Friday 27 Nov, 28 min, low load.`"""
    standing = _(
        "Week {number} of {of}, session {place} of {sessions}",
        number=week.number,
        of=week.of,
        place=week.sessions.index(session) + 1,
        sessions=len(week.sessions),
    )
    return pen(f"{standing}; {_after(ahead)}", "dim")


def _after(ahead: Ahead) -> str:
    """What comes after the first session."""
    if len(ahead.sessions) > 1:
        _week, following = ahead.sessions[1]
        return _(
            "next: {day}, {minutes} min, {load}.",
            day=wording.session_day(following),
            minutes=following.minutes,
            load=wording.load_words(following.load),
        )
    if ahead.athlete.race_date is None:
        return _("the last one of your block.")
    return _("the last one before your race on {day}.", day=_day(ahead.end))


def _nothing_left(ahead: Ahead) -> str:
    end = _day(ahead.end)
    if ahead.athlete.race_date is None:
        return _(
            "No session is left: your block ends on {day}. befit init begins another.", day=end
        )
    if ahead.day > ahead.end:
        return _("No session is left: your block ends with the race on {day}.", day=end)
    return _("No session is left before your race on {day}: rest, and run easily.", day=end)


def _race(athlete: Athlete) -> str:
    return _("race") if athlete.race is Race.NONE else _(wording.RACES[athlete.race])


def _day(day: date) -> str:
    """`Thursday 26 Nov`"""
    return f"{Day.of(day).title} {wording.short_date(day)}"
