"""A plan as a calendar (RFC 5545): an event for each session, which a second import updates instead
of adding another.

Nothing comes from the clock or from chance: the same plan is the same calendar.

- An event's UID is the athlete's options, the Monday of the week and the session's place in it. It
  names neither day nor time, so an event whose session moves is moved, and not doubled.
- Its SEQUENCE is befit's version, because a calendar takes of two events with one UID the one with
  the higher number: a later befit wins.
- Its DTSTAMP, which the format asks for, is that Monday: the only moment that the plan itself has.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import TypeVar

import msgspec
from icalendar import Calendar, Event, vText

from befit_cli.values import Athlete, Plan, Prescription, Session, Week
from befit_cli.views import sentences
from befit_cli.views import words as wording
from befit_cli.views.content import Content

_Properties = dict[str, object]
_Component = TypeVar("_Component", Calendar, Event)
_SAFETY_LINES = 1
"""What every event says of them: when to stop. The calendar's own description has all."""


class _Text(vText):
    """Text with every backslash kept: the library's own takes the two characters `\\N` for a line
    break.
    """

    def to_ical(self) -> bytes:
        return re.sub(r"[\\;,]", r"\\\g<0>", self).replace("\n", r"\n").encode()


def render(content: Content) -> bytes:
    """All sessions, in UTF-8.

    Without a time of day a session lies on its whole day and leaves it free. With one the session
    starts at that time, in its zone or else the machine's, and the runner is busy for its minutes.
    """
    plan = content.plan
    name = wording.plan_title(plan)
    about = _Text("\n".join(map(wording.plain, _about(plan))))
    calendar = _filled(
        Calendar(),
        {
            "version": "2.0",
            "prodid": f"-//befit//befit {plan.befit}//EN",
            "calscale": "GREGORIAN",
            "name": name,
            "x-wr-calname": name,  # what most calendars read
            "description": about,
            "x-wr-caldesc": about,
        },
    )
    for week in plan.weeks:
        for event in _events(plan, week, content.at):
            calendar.add_component(event)
    ical: bytes = calendar.to_ical()
    return ical


def _about(plan: Plan) -> Iterator[str]:
    """What each niggle changes, as the first week has it, and the safety text."""
    yield from sentences.niggle_lines(plan.weeks[0])
    yield from sentences.safety_lines(plan)


def _events(plan: Plan, week: Week, at: time | None) -> Iterator[Event]:
    """The week's events, each with what makes it the same one in the next import."""
    events = [_session(plan, session, at) for session in week.sessions]
    if not events:
        events = [_no_sessions(week)]
    for place, properties in enumerate(events, 1):
        identity = {
            "uid": f"{_digest(plan.athlete)}-{week.starts}-{place}@befit",
            "dtstamp": datetime.combine(week.starts, time(), UTC),
            "sequence": _sequence(plan.befit),
        }
        yield _filled(Event(), identity | properties)


def _session(plan: Plan, session: Session, at: time | None) -> _Properties:
    when = _whole_day(session.date)
    if at is not None:
        when = _timed(datetime.combine(session.date, at), session.minutes)
    description = _description(session, sentences.safety_lines(plan))
    # The load goes first after the name: a phone shows the beginning of a title.
    return {
        "summary": f"Strength, {wording.LOADS[session.load]}, {session.minutes} min",
        "description": _Text(description),
        **when,
    }


def _no_sessions(week: Week) -> _Properties:
    """On its Monday the week says that it has none: a calendar may not be empty."""
    return {"summary": wording.no_sessions(week), **_whole_day(week.starts)}


def _whole_day(day: date) -> _Properties:
    return {"dtstart": day, "dtend": day + timedelta(days=1), "transp": "TRANSPARENT"}


def _timed(start: datetime, minutes: int) -> _Properties:
    """In UTC, so that the file needs no table of time zones; a start without a zone is the
    machine's time on that date.
    """
    begins = start.astimezone(UTC)
    return {"dtstart": begins, "dtend": begins + timedelta(minutes=minutes), "transp": "OPAQUE"}


def _filled(component: _Component, properties: _Properties) -> _Component:
    for name, value in properties.items():
        component.add(name, value)
    return component


def _description(session: Session, safety: list[str]) -> str:
    """The whole session in short lines, for a phone beside the mat."""
    paragraphs: list[Iterable[str]] = [[sentences.why(session)], _warm_up(session)]
    for number, exercise in enumerate(session.exercises, 1):
        paragraphs.append(_exercise(number, exercise))
    paragraphs.append(safety[:_SAFETY_LINES])
    texts = []
    for lines in paragraphs:
        # Each line for itself: plain makes one line of what it is given.
        text = "\n".join(filter(None, map(wording.plain, lines)))
        if text:
            texts.append(text)
    return "\n\n".join(texts)


def _warm_up(session: Session) -> Iterator[str]:
    yield f"Warm-up, {session.warm_up.minutes} min"
    for step in sentences.warm_up_steps(session):
        yield f"- {step}"


def _exercise(number: int, exercise: Prescription) -> Iterator[str]:
    form, name = wording.names(exercise)
    yield f"{number}. {form} ({name})" if name else f"{number}. {form}"
    yield wording.work_line(exercise)
    yield exercise.cue
    if exercise.niggle_note:
        yield f"Mind: {exercise.niggle_note}"
    progress = sentences.progress(exercise)
    if progress:
        yield f"Next: {progress}"


def _digest(athlete: Athlete) -> str:
    """Sixteen hexadecimal digits of the options that differ from the usual ones, so that an option
    of a later befit leaves it as it is.
    """
    usual = msgspec.to_builtins(Athlete())
    options = msgspec.to_builtins(athlete)
    own = {name: value for name, value in options.items() if value != usual[name]}
    # Sorted, so that the order of the options in the code may change.
    encoded = msgspec.json.encode(own, order="sorted")
    return hashlib.sha256(encoded).hexdigest()[:16]


def _sequence(befit: str) -> int:
    """Version 1.2.3 is 1002003."""
    sequence = 0
    for number, unit in zip(re.findall(r"\d+", befit), (1_000_000, 1_000, 1), strict=False):
        sequence += int(number) * unit
    return sequence
