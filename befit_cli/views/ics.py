"""A plan as a calendar (RFC 5545): an event for each session, which a second import updates instead
of adding another.

Nothing comes from the clock or from chance: the same plan, written on the same day, is the same
calendar.

- An event's UID says whose block, which week and which slot it is, and nothing of what is planned
  there (`uid`): so an event whose session changes is moved, and not doubled.
- Its SEQUENCE is the day of writing, because a calendar takes of two events with one UID the one
  with the higher number: the later plan wins.
- Its DTSTAMP, which the format asks for, is that day, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import TypeVar

from icalendar import Alarm, Calendar, Event, vText

from befit_cli.language import _, capital, message
from befit_cli.log.standing import status_of
from befit_cli.values import Plan, Prescription, Session, Status, Units, Week
from befit_cli.views import prescription, sentences
from befit_cli.views import words as wording
from befit_cli.views.content import Content
from befit_cli.views.uid import event_uid

_Properties = dict[str, object]
_Component = TypeVar("_Component", Alarm, Calendar, Event)
_SAFETY_LINES = 1
"""What every event says of them: when to stop. The calendar's own description has all."""
_NAMED = 3
"""Exercises in a title."""
_FIRST_SLOT = 1
_CATEGORY = message("Strength")
_FIRST_DAY = date(2020, 1, 1)
"""Of all that a file may be written on; it is of this day where nobody says another."""


class _Text(vText):
    """Text with every backslash kept: the library's own takes the two characters `\\N` for a line
    break.
    """

    def to_ical(self) -> bytes:
        return re.sub(r"[\\;,]", r"\\\g<0>", self).replace("\n", r"\n").encode()


def render(content: Content) -> bytes:
    """All sessions, in UTF-8.

    Without a time of day a session lies on its whole day and leaves it free. With one the session
    starts at that time, in its zone or else the machine's, the runner is busy for its minutes, and
    a reminder may come before it.
    """
    plan = content.plan
    name = _Text(wording.plan_title(plan))
    about = _Text("\n".join(map(wording.plain, _about(plan))))
    calendar = _filled(
        Calendar(),
        {
            "version": "2.0",
            "prodid": f"-//befit//befit {plan.befit}//{plan.language.upper()}",
            "calscale": "GREGORIAN",
            "name": name,
            "x-wr-calname": name,  # what most calendars read
            "description": about,
            "x-wr-caldesc": about,
        },
    )
    for week in plan.weeks:
        for event in _events(week, content):
            calendar.add_component(event)
    ical: bytes = calendar.to_ical()
    return ical


def _about(plan: Plan) -> Iterator[str]:
    """What each niggle changes, as the first week has it, and the safety text."""
    yield from sentences.niggle_lines(plan.weeks[0])
    yield from sentences.safety_lines(plan)


def _events(week: Week, content: Content) -> Iterator[Event]:
    """The week's events, each with what makes it the same one in the next import."""
    written = max(content.today or _FIRST_DAY, _FIRST_DAY)
    for slot, event in _contents(week, content):
        yield _filled(
            event,
            {
                "uid": event_uid(content.plan, week, slot),
                "dtstamp": datetime.combine(written, time(), UTC),
                "sequence": (written - _FIRST_DAY).days,
            },
        )


def _contents(week: Week, content: Content) -> Iterator[tuple[int, Event]]:
    """What the week's events say, each in its slot."""
    for session in week.sessions:
        yield session.slot, _session(week, session, content)
    if not week.sessions:
        # in the place of a session, so that it replaces the one that was planned there before, and
        # gives way to the one that is planned there after
        yield _FIRST_SLOT, _no_sessions(week)


def _session(week: Week, session: Session, content: Content) -> Event:
    """What was skipped or missed takes none of its day, and says so first."""
    title = _title(session)
    at = content.at
    if status_of(session, content.today) in (Status.SKIPPED, Status.MISSED):
        title = f"{capital(wording.outcome(session, content.today))} · {title}"
        at = None
    when = _whole_day(session.date)
    if at is not None:
        when = _timed(datetime.combine(session.date, at), session.minutes)
    description = _description(week, session, content.plan)
    event = _filled(
        Event(),
        {
            "summary": _Text(title),
            "categories": [_(_CATEGORY)],
            "description": _Text(description),
            **when,
        },
    )
    if at is not None and content.remind is not None:
        event.add_component(_reminder(title, content.remind))
    return event


def _title(session: Session) -> str:
    """`Squats, Calf raises, Backpack row · 31 min`: what to do goes first, for a phone shows the
    beginning of a title.
    """
    names = dict.fromkeys(
        wording.plain(prescription.short_name(exercise)) for exercise in session.exercises
    )
    named = ", ".join([*filter(None, names)][:_NAMED])
    return f"{named or _(_CATEGORY)} · {session.minutes} min"


def _reminder(title: str, minutes: int) -> Alarm:
    return _filled(
        Alarm(),
        {
            "action": "DISPLAY",
            "description": _Text(title),
            "trigger": timedelta(minutes=-minutes),
        },
    )


def _no_sessions(week: Week) -> Event:
    """On its Monday the week says that it has none: a calendar may not be empty."""
    properties = {
        "summary": wording.no_sessions_title(week),
        "categories": [_(_CATEGORY)],
        **_whole_day(week.starts),
    }
    return _filled(Event(), properties)


def _whole_day(day: date) -> _Properties:
    return {"dtstart": day, "dtend": day + timedelta(days=1), "transp": "TRANSPARENT"}


def _timed(start: datetime, minutes: int) -> _Properties:
    """In UTC, so that the file needs no table of time zones: it is the same moment wherever the
    runner is when they look. A start without a zone is the machine's time on that date.

    Where clocks jump over the start, the offset before the jump counts, and where they show it
    twice, the first (RFC 5545, 3.3.5).
    """
    # not astimezone: of a time of the machine that no clock shows it takes the offset after
    begins = datetime.fromtimestamp(start.timestamp(), UTC)
    return {"dtstart": begins, "dtend": begins + timedelta(minutes=minutes), "transp": "OPAQUE"}


def _filled(component: _Component, properties: _Properties) -> _Component:
    for name, value in properties.items():
        component.add(name, value)
    return component


def _description(week: Week, session: Session, plan: Plan) -> str:
    """The whole session in short lines, for a phone beside the mat."""
    load = wording.load_words(session.load)
    facts = _("Strength, {load}, {minutes} min", load=load, minutes=session.minutes)
    paragraphs: list[Iterable[str]] = [
        [facts, wording.week_title(week)],
        [sentences.why(session)],
        _warm_up(session),
    ]
    for number, exercise in enumerate(session.exercises, 1):
        paragraphs.append(_exercise(number, exercise, week, plan.athlete.units))
    paragraphs.append(sentences.safety_lines(plan)[:_SAFETY_LINES])
    texts = []
    for lines in paragraphs:
        # Each line for itself: plain makes one line of what it is given.
        text = "\n".join(filter(None, map(wording.plain, lines)))
        if text:
            texts.append(text)
    return "\n\n".join(texts)


def _warm_up(session: Session) -> Iterator[str]:
    yield wording.warm_up_title(session)
    for step in sentences.warm_up_steps(session):
        yield f"- {step}"


def _exercise(number: int, exercise: Prescription, week: Week, units: Units) -> Iterator[str]:
    form, name = prescription.names(exercise)
    yield f"{number}. {form} ({name})" if name else f"{number}. {form}"
    yield prescription.work_line(exercise, units)
    if adapted := sentences.adapted(exercise):
        yield adapted
    yield exercise.cue
    if exercise.niggle_note:
        yield _("Mind: {note}", note=exercise.niggle_note)
    progress = sentences.progress(exercise)
    if progress:
        yield f"{wording.next_title(week)} {progress}"
