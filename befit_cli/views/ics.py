"""A plan as a calendar (RFC 5545): an event for each session, which a second import updates instead
of adding another.

Nothing comes from the clock or from chance. An event's UID is the athlete's options, the Monday of
the week and the session's place in it, so it stays when the session moves to another day or time.
Its DTSTAMP is that Monday, and its SEQUENCE befit's version: a later befit wins.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import TypeVar

import msgspec
from icalendar import Calendar, Event, vText

from befit_cli.values import Athlete, Plan, Prescription, Session, Week
from befit_cli.views import sentences
from befit_cli.views import words as wording

_Properties = dict[str, object]
_Component = TypeVar("_Component", Calendar, Event)
_SAFETY_LINES = 1


class _Text(vText):
    """Text with every backslash kept: the library's own takes the two characters `\\N` for a line
    break.
    """

    def to_ical(self) -> bytes:
        return re.sub(r"[\\;,]", r"\\\g<0>", self).replace("\n", r"\n").encode()


def render(plan: Plan, at: time | None) -> bytes:
    """All sessions, in UTF-8.

    Without `at` a session lies on its whole day and leaves it free. With it the session starts at
    that time, in the zone of `at` or else the machine's, and the runner is busy for its minutes.
    """
    name = wording.plan_title(plan)
    safety = _Text("\n".join(map(wording.plain, sentences.safety_lines(plan))))
    calendar = _filled(
        Calendar(),
        {
            "version": "2.0",
            "prodid": f"-//befit//befit {plan.befit}//EN",
            "calscale": "GREGORIAN",
            "name": name,
            "x-wr-calname": name,  # what most calendars read
            "description": safety,
            "x-wr-caldesc": safety,
        },
    )
    for week in plan.weeks:
        for event in _events(plan, week, at):
            calendar.add_component(event)
    content: bytes = calendar.to_ical()
    return content


def _events(plan: Plan, week: Week, at: time | None) -> Iterator[Event]:
    """The week's events, each with what makes it the same one in the next import."""
    said = [_session(plan, session, at) for session in week.sessions] or [_no_sessions(plan, week)]
    for place, properties in enumerate(said, 1):
        same = {
            "uid": f"{_digest(plan.athlete)}-{week.starts}-{place}@befit",
            "dtstamp": datetime.combine(week.starts, time(), UTC),
            "sequence": _sequence(plan.befit),
        }
        yield _filled(Event(), same | properties)


def _session(plan: Plan, session: Session, at: time | None) -> _Properties:
    return {
        "summary": f"Strength, {wording.LOADS[session.load]}, {session.minutes} min",
        "description": _Text(_description(session, sentences.safety_lines(plan))),
        **(
            _whole_day(session.date)
            if at is None
            else _timed(datetime.combine(session.date, at), session.minutes)
        ),
    }


def _no_sessions(plan: Plan, week: Week) -> _Properties:
    """On its Monday the week says that it has none: a calendar may not be empty."""
    return {"summary": wording.no_sessions(plan, week), **_whole_day(week.starts)}


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
    paragraphs = [
        [sentences.why(session)],
        [
            f"Warm-up, {session.warm_up.minutes} min",
            *(f"- {step}" for step in sentences.warm_up_steps(session)),
        ],
        *(_exercise(number, exercise) for number, exercise in enumerate(session.exercises, 1)),
        safety[:_SAFETY_LINES],
    ]
    texts = ["\n".join(filter(None, map(wording.plain, lines))) for lines in paragraphs]
    return "\n\n".join(filter(None, texts))


def _exercise(number: int, exercise: Prescription) -> Iterator[str]:
    form, name = wording.names(exercise)
    yield f"{number}. {form} ({name})" if name else f"{number}. {form}"
    yield ", ".join([wording.dose(exercise), wording.effort(exercise), wording.pause(exercise)])
    yield exercise.cue
    if exercise.niggle_note:
        yield f"Mind: {exercise.niggle_note}"
    if progress := sentences.progress(exercise):
        yield f"Next: {progress}"


def _digest(athlete: Athlete) -> str:
    """Sixteen hexadecimal digits of the options that differ from the usual ones, so that an option
    of a later befit leaves it as it is.
    """
    usual = msgspec.to_builtins(Athlete())
    own = {
        option: value
        for option, value in msgspec.to_builtins(athlete).items()
        if value != usual[option]
    }
    return hashlib.sha256(msgspec.json.encode(own, order="sorted")).hexdigest()[:16]


def _sequence(befit: str) -> int:
    """Version 1.2.3 is 1002003."""
    return sum(
        int(number) * unit
        for number, unit in zip(re.findall(r"\d+", befit), (1_000_000, 1_000, 1), strict=False)
    )
