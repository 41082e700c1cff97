"""Events that repeat -> each time that they take place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, NamedTuple, TypeAlias

from befit_cli.language import message

Moment: TypeAlias = date | datetime
"""A day, or a time of a day."""

_BEFORE = timedelta(days=365)
_SPAN = timedelta(days=2 * 365)
"""What is looked at of a series: more than any running plan has."""
_MOST_RULES = 5
"""Of one event."""
_MOST_WORK = 150_000
"""Days that rules may be followed over, all together."""
_WORK = {"DAILY": 1.0, "WEEKLY": 0.25, "MONTHLY": 0.1}
"""What a day costs, by how often a rule repeats: it is followed from its first time on."""
_WORK_OF_SERIES = 100
_WORK_OF_NAMED = 15
_WORK_OF_TIME = 20

# Only what comes round for certain: the library looks for what never comes up to the year 9999.
_DAY = "(?:MO|TU|WE|TH|FR|SA|SU)"
_DAYS = rf"{_DAY}(?:,{_DAY}){{0,6}}"
_DAYS_OF_MONTH = rf"[-+]?[1-4]{_DAY}(?:,[-+]?[1-4]{_DAY}){{0,27}}"
_DATE_OF_MONTH = "-?(?:[1-9]|1[0-9]|2[0-8])"
_CHOICES = {
    "DAILY": re.compile(rf"BYDAY={_DAYS}"),
    "WEEKLY": re.compile(rf"BYDAY={_DAYS}"),
    "MONTHLY": re.compile(
        rf"BYDAY=(?:{_DAYS_OF_MONTH}|{_DAYS}(?:;BYSETPOS=-?[1-4])?)|"
        rf"BYMONTHDAY={_DATE_OF_MONTH}(?:,{_DATE_OF_MONTH}){{0,27}}"
    ),
}
"""How a rule may choose its days."""
_OF_NO_DAY = frozenset({"BYHOUR", "BYMINUTE", "BYSECOND"})
_WEEK_START = re.compile(_DAY)
_COUNT = re.compile("[0-9]{1,30}")
_MOST_COUNTED = 9_999
_UNFOLLOWED = message("{event} repeats by a rule that befit cannot follow")
_NUMBER = "X-NUMBER"


class TooOften(Exception):
    """The events repeat more often than can be followed in a moment."""


class Repeating(NamedTuple):
    """An event that repeats, or one time of it that was moved."""

    number: int
    start: Moment
    end: Moment | None
    rules: list[str]
    """By what it repeats, as RFC 5545 writes it."""
    also: list[Moment]
    """When it takes place beside."""
    never: list[Moment]
    """When it doesn't."""
    stands_for: Moment | None = None
    """The time that was moved."""
    and_future: bool = False
    """Whether all later ones were moved with it."""


class Occurrence(NamedTuple):
    """A time that an event takes place."""

    number: int
    start: Moment
    end: Moment | None


class Unclear(NamedTuple):
    """A series whose times cannot be told, and the message why of its `{event}`."""

    number: int
    why: str


def expanded(
    series: Iterable[tuple[Repeating, list[Repeating]]], latest: date
) -> Iterator[Occurrence | Unclear]:
    """Each time of each series, which comes with its times that were moved, in the two years that
    begin a year before `latest`, or later with the series; of one that ended before, in its first
    two years.

    Raises TooOften.
    """
    work = 0.0
    for core, moved in series:
        named = len(moved) + len(core.also) + len(core.never)
        work += _WORK_OF_SERIES + named * _WORK_OF_NAMED
        since = max(_date(core.start), latest - _BEFORE)
        try:
            rules = [_rule(rule, core.start, since + _SPAN) for rule in core.rules[:_MOST_RULES]]
        except ValueError as error:
            yield Unclear(core.number, str(error))
            continue
        begun = _nearer(core, rules, since)
        for rule in rules:
            work += (since + _SPAN - _date(begun.start)).days * _WORK[rule["FREQ"]]
        if work > _MOST_WORK:
            raise TooOften
        try:
            found = _between(begun, rules, moved, since)
        except Exception:  # its rule comes from the file, and the libraries trust it
            yield Unclear(core.number, _UNFOLLOWED)
            continue
        work += len(found) * _WORK_OF_TIME
        yield from found


def _rule(rule: str, start: Moment, until: date) -> dict[str, str]:
    """The parts of the rule that make a difference to its days, none of them later than `until`;
    raises ValueError, with the message about its `{event}`, for a rule that befit does not follow.
    """
    parts: dict[str, str] = {}
    for part in rule.strip().upper().split(";", 30):
        name, _, value = part.partition("=")
        parts[name.strip()] = value.strip()
    frequency = parts.get("FREQ", "")
    if frequency == "YEARLY":
        raise ValueError(message("{event} repeats by the year, as no run does"))
    if frequency not in _WORK:
        raise ValueError(message("{event} repeats within the day") if frequency else _UNFOLLOWED)
    read = {"FREQ": frequency}
    chosen = sorted(name for name in parts if name.startswith("BY") and name not in _OF_NO_DAY)
    choice = ";".join(f"{name}={parts[name]}" for name in chosen)
    if choice and not _CHOICES[frequency].fullmatch(choice):
        raise ValueError(_UNFOLLOWED)
    for name in chosen:
        read[name] = parts[name]
    if "WKST" in parts and _WEEK_START.fullmatch(parts["WKST"]):
        read["WKST"] = parts["WKST"]
    for name in ("INTERVAL", "COUNT"):
        if name in parts:
            # an interval of zero never comes to an end
            if not _COUNT.fullmatch(parts[name]) or int(parts[name]) == 0:
                raise ValueError(_UNFOLLOWED)
            read[name] = str(min(int(parts[name]), _MOST_COUNTED))
    if frequency == "DAILY" and chosen and int(read.get("INTERVAL", "1")) > 1:
        raise ValueError(_UNFOLLOWED)  # every 7 days and on Mondays may be never
    # whatever else ends it, and where nothing does
    read["UNTIL"] = _end(parts.get("UNTIL", ""), start, until)
    return read


def _nearer(core: Repeating, rules: list[dict[str, str]], since: date) -> Repeating:
    """The series as if it had begun later, at a time of its own shortly before `since`, so that
    nobody has to follow it over years; as it is where that would change its times.
    """
    if core.also or len(rules) != 1 or "COUNT" in rules[0] or rules[0]["FREQ"] == "MONTHLY":
        return core
    if rules[0]["UNTIL"] < f"{since:%Y%m%d}":
        return core
    step = 7 * int(rules[0].get("INTERVAL", "1"))
    steps = (since - _date(core.start)).days // step - 2
    if steps <= 0:
        return core
    later = timedelta(days=step * steps)
    return core._replace(
        start=core.start + later, end=None if core.end is None else core.end + later
    )


def _end(written: str, start: Moment, until: date) -> str:
    """The end of a rule in the form that its start asks for."""
    try:
        end = datetime.fromisoformat(written) if written else None
    except ValueError:
        raise ValueError(message("{event} repeats until a day that befit cannot read")) from None
    if not isinstance(start, datetime):
        day = min(end.date(), until) if end else until
        return f"{day:%Y%m%d}"
    last = datetime.combine(until, time.max, start.tzinfo)
    if end is None:
        end = last
    elif len(written) == len("20261123"):
        end = datetime.combine(end.date(), time.max)
    if start.tzinfo is None:
        return f"{min(end.replace(tzinfo=None), last):%Y%m%dT%H%M%S}"
    if end.tzinfo is None:
        end = end.replace(tzinfo=start.tzinfo)
    return f"{min(end, last).astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _between(
    core: Repeating,
    rules: list[dict[str, str]],
    moved: list[Repeating],
    since: date,
) -> list[Occurrence]:
    """The times of the series from that day on; where it ended before, those from its begin on."""
    from icalendar import Calendar
    from recurring_ical_events import of

    calendar = Calendar()
    calendar.add_component(_event(core, rules))
    for other in moved:
        calendar.add_component(_event(other, []))
    query = of(calendar)
    found = query.between(since, since + _SPAN)
    if not found and since > _date(core.start):
        found = query.between(_date(core.start), _date(core.start) + _SPAN)
    times = []
    for event in found:
        end = event["DTEND"].dt if "DTEND" in event else None
        times.append(Occurrence(int(event[_NUMBER]), event["DTSTART"].dt, end))
    return sorted(times, key=lambda occurrence: _date(occurrence.start))


def _event(repeating: Repeating, rules: list[dict[str, str]]) -> Any:
    """The event as the library wants it."""
    from icalendar import Event
    from icalendar.prop import vRecur

    event = Event()
    event.add("uid", "series")
    event.add(_NUMBER, str(repeating.number))
    event.add("dtstart", repeating.start)
    if repeating.end is not None:
        event.add("dtend", repeating.end)
    for rule in rules:
        written = ";".join(f"{name}={value}" for name, value in rule.items())
        event.add("rrule", vRecur.from_ical(written))
    for moment in repeating.also:
        event.add("rdate", [moment])
    for moment in repeating.never:
        event.add("exdate", [moment])
    if repeating.stands_for is not None:
        parameters = {"RANGE": "THISANDFUTURE"} if repeating.and_future else {}
        event.add("recurrence-id", repeating.stands_for, parameters=parameters)
    return event


def _date(moment: Moment) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
