"""A calendar (RFC 5545) -> its events as the entries of a running plan."""

from __future__ import annotations

import re
import warnings
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta, tzinfo
from itertools import islice
from typing import Any, NamedTuple

from icalendar.prop import vDDDTypes, vDuration

from befit_cli.errors import BefitError
from befit_cli.language import _, message
from befit_cli.recognition import BEFIT_CALENDAR
from befit_cli.runs.repeats import Moment, Occurrence, Repeating, TooOften, Unclear, expanded
from befit_cli.runs.signs import MARKS
from befit_cli.runs.text import titled, unfolded
from befit_cli.values.running_plan import Entry, Listing, Unread
from befit_cli.yaml.nodes import shown

MOST_EVENTS = 20_000

_DATES: Any = vDDDTypes  # the library has no types
_DURATIONS: Any = vDuration

_READ = frozenset(
    {
        *("SUMMARY", "DTSTART", "DTEND", "DURATION", "UID", "DESCRIPTION"),
        *("STATUS", "COMPLETED", "PERCENT-COMPLETE", "RECURRENCE-ID"),
    }
)
_OFTEN = frozenset({"RRULE", "RDATE", "EXDATE"})
"""What an event may have several times."""
_LINE = re.compile(r"[^\r\n]+")
_PROPERTY = re.compile(r'([A-Za-z-]{1,30})((?:;[^":]*(?:"[^"]*"[^":]*)*)?):(.*)', re.DOTALL)
_ZONE = re.compile(r';TZID=(?:"([^"]*)"|([^";]*))', re.IGNORECASE)
_AND_FUTURE = re.compile(";RANGE=THISANDFUTURE", re.IGNORECASE)
_ESCAPED = re.compile(r"\\([\\;,nN])")
_DAY_ALONE = re.compile("[0-9]{8}|[0-9]{4}-[0-9]{2}-[0-9]{2}")
_YEARS = range(1970, 2200)
_MOST_ZONES = 100
"""Of one calendar; a name that is no zone is slow to look up."""
_MOST_LETTERS_OF_A_ZONE = 100
_MOST_LETTERS = 2_000
"""Of a text: its first line is read, and as much of it as a title has."""
_MOST_MOMENTS = 10_000
"""That the events of one calendar may name one by one."""

_ALL_WEEK = 6
"""Days from which on an event is about a week and no day's."""
_TITLE_OF_A_WEEK = re.compile(
    r"training week\b.*|semana de entrenamiento\b.*|"
    r"(?:plan )?(?:week|wk|semana) [0-9]{1,3}(?: (?:of|de) [0-9]{1,3})?"
    r"(?:[\s:,–-]*(?:total|distance|volume|mileage|distancia|volumen)\b.*)?",
    re.IGNORECASE,
)
_OF_A_WEEK = message("{event} is for a whole week")
_MINUTES_A_DAY = 24 * 60
_IS_CANCELLED = re.compile(r"cance(?:ll?ed|lad[ao]) *[:–-]", re.IGNORECASE)
_IS_DONE = re.compile(
    r"[✅✓✔☑]|\[[x✓✔]\]|(?:completed|done|completad[ao]|hech[ao]) *[:–-]", re.IGNORECASE
)

_MARK = re.compile(rf"(?<![A-Z])(?:{'|'.join(MARKS)})(?![A-Z])")
"""They stand in the UID, or open the description in other letters."""
_RUNNA = "runna"
_RUNNA_PLAN = "_PLAN_WORKOUT-"
_RUNNA_DONE = "COMPLETED_"


class _Property(NamedTuple):
    """A line of an event, without its name."""

    parameters: str
    value: str


class _Event(NamedTuple):
    """An event as it is written."""

    number: int
    """Its place among the file's events, from 1."""
    program: str
    """Who wrote its calendar."""
    properties: dict[str, _Property]
    often: dict[str, list[_Property]]

    @property
    def where(self) -> str:
        return _("event {number}", number=self.number)

    def text(self, name: str) -> str:
        """A property's text; empty where it is missing."""
        return _plain(self.properties[name].value) if name in self.properties else ""

    @property
    def title(self) -> str:
        return titled(self.text("SUMMARY"))

    @property
    def uid(self) -> str:
        """What its series goes by; an event without one is its own."""
        return self.text("UID") or f"event {self.number}"


def read_calendar(content: bytes, file: str, zone: tzinfo | None) -> Listing:
    """The calendar's events; what repeats has an entry for each time. A time in UTC, or in a zone
    that is known, is read in `zone`; any other as it stands.

    Raises BefitError for a calendar without an event, and for one that has too many.
    """
    events = list(islice(_events(unfolded(content)), MOST_EVENTS + 1))
    if not events:
        raise BefitError(
            _("{file} is a calendar without any event.", file=file),
            _("Export it again, with your running plan."),
        )
    if len(events) > MOST_EVENTS:
        raise BefitError(
            _(
                "{file} has more than {most:,} events, and befit reads no more than that.",
                file=file,
                most=MOST_EVENTS,
            ),
            _("Export the calendar of your running plan alone."),
        )
    if all(BEFIT_CALENDAR in event.program for event in events):
        raise BefitError(
            _("{file} is a strength plan that befit wrote, and no running plan.", file=file),
            _("Give your running plan as .ics, .yaml, .json or .csv."),
        )
    reader = _Reader(zone)
    with warnings.catch_warnings():
        # what the libraries warn of is told to the runner where it matters
        warnings.simplefilter("ignore")
        try:
            found = reader.read(events)
        except TooOften:
            raise BefitError(
                _("{file} has events that repeat far more often than runs do.", file=file),
                _("Export the calendar of your running plan alone."),
            ) from None
    return Listing.of(found)


def _events(text: str) -> Iterator[_Event]:
    """The events of all the calendars in the text, which may end anywhere."""
    number = 0
    program = ""
    event: _Event | None = None
    within = 0  # an alarm, or what else may be in an event
    for line in _LINE.findall(text):
        match = _PROPERTY.match(line)
        if not match:
            continue
        name = match[1].upper()
        part = match[3].strip().upper() if name in {"BEGIN", "END"} else ""
        if part == "VEVENT":
            if event:
                yield event
            event = None
            within = 0
            if name == "BEGIN":
                number += 1
                event = _Event(number, program, {}, defaultdict(list))
        elif event is None:
            if name == "PRODID":
                program = match[3]
        elif part:
            within = max(0, within + (1 if name == "BEGIN" else -1))
        elif within == 0 and name in _OFTEN:
            event.often[name].append(_Property(match[2], match[3]))
        elif within == 0 and name in _READ:
            event.properties.setdefault(name, _Property(match[2], match[3][:_MOST_LETTERS]))
    if event:
        yield event


def _plain(value: str) -> str:
    """A text without the marks that a calendar needs, its line breaks kept."""
    return _ESCAPED.sub(lambda mark: "\n" if mark[1] in "nN" else mark[1], value)


class _Reader:
    """Reads events, each zone that they name once."""

    def __init__(self, zone: tzinfo | None) -> None:
        self._zone = zone
        self._zones: dict[str, tzinfo | None] = {}
        self._moments_left = _MOST_MOMENTS

    def read(self, events: Iterable[_Event]) -> list[Entry | Unread]:
        """The entries, and what is none, in the order of the events. Raises TooOften."""
        found: dict[int, list[Entry | Unread]] = {}
        series: dict[str, list[_Event]] = defaultdict(list)
        single: list[_Event] = []
        moved: dict[str, list[_Event]] = defaultdict(list)
        for event in events:
            found[event.number] = []
            if "RRULE" in event.often or "RDATE" in event.often:
                series[event.uid].append(event)
            elif "RECURRENCE-ID" in event.properties:
                moved[event.uid].append(event)
            else:
                single.append(event)
        # a time that was moved stands for itself where its series is not in the file
        for uid in moved.keys() - series.keys():
            single += moved[uid]
        latest = date.min
        for event in single:
            times = self._times(event)
            if times:
                latest = max(latest, _day(times[0], self._zone))
            found[event.number] += self._found(event, times)
        by_number = {event.number: event for event in events}
        for outcome in self._repeated(series, moved, latest, found):
            event = by_number[outcome.number]
            if isinstance(outcome, Unclear):
                why = _(outcome.why, event=_named(event))
                found[event.number].append(Unread(where=event.where, why=why))
            else:
                found[event.number] += self._found(event, (outcome.start, outcome.end))
        return [part for number in sorted(found) for part in found[number]]

    def _repeated(
        self,
        series: dict[str, list[_Event]],
        moved: dict[str, list[_Event]],
        latest: date,
        found: dict[int, list[Entry | Unread]],
    ) -> Iterator[Occurrence | Unclear]:
        """Each time of the series; what cannot be read of them is added to what was found."""
        repeating: list[tuple[Repeating, list[Repeating]]] = []
        for uid, events in series.items():
            others: list[Repeating] = []
            for event in moved.get(uid, ()):
                others += self._repeating(event, found)
            for event in events:
                for core in self._repeating(event, found):
                    repeating.append((core, others))
                    others = []  # of two series with one name, the first has what was moved
        if not repeating:
            return
        if latest == date.min:
            latest = max(_day(core.start, self._zone) for core, _ in repeating)
        yield from expanded(repeating, latest)

    def _repeating(
        self, event: _Event, found: dict[int, list[Entry | Unread]]
    ) -> Iterator[Repeating]:
        """The event as one of a series; none where it has no start that can be read."""
        times = self._times(event)
        if times is None:
            found[event.number] += self._found(event, None)
            return
        lists: dict[str, list[Moment]] = {}
        for name in ("RDATE", "EXDATE"):
            lists[name] = list(self._moments(event.often.get(name, ())))
        stands_for = event.properties.get("RECURRENCE-ID")
        yield Repeating(
            number=event.number,
            start=times[0],
            end=times[1],
            rules=[rule.value for rule in event.often.get("RRULE", ())],
            also=lists["RDATE"],
            never=lists["EXDATE"],
            stands_for=self._moment(stands_for) if stands_for else None,
            and_future=bool(stands_for and _AND_FUTURE.search(stands_for.parameters)),
        )

    def _moments(self, properties: Iterable[_Property]) -> Iterator[Moment]:
        """The days and times of lists. Raises TooOften."""
        for parameters, values in properties:
            self._moments_left -= values.count(",") + 1
            if self._moments_left < 0:
                raise TooOften
            for value in values.split(","):
                # of a period its begin
                moment = self._moment(_Property(parameters, value.partition("/")[0]))
                if moment is not None:
                    yield moment

    def _found(
        self, event: _Event, times: tuple[Moment, Moment | None] | None
    ) -> Iterator[Entry | Unread]:
        """The event's entries, one for each of its days, or why it has none."""
        why = _no_run(event)
        if times is None:
            why = message("{event} has no day that befit can read")
        elif not why and _days(*times) >= _ALL_WEEK:
            why = _OF_A_WEEK
        if why or times is None:
            yield Unread(where=event.where, why=_(why, event=_named(event)))
            return
        start, end = times
        first = _day(start, self._zone)
        for later in range(_days(start, end)):
            yield Entry(
                title=event.title,
                day=first + timedelta(days=later),
                minutes=_minutes(start, end),
                mark=_mark(event),
            )

    def _times(self, event: _Event) -> tuple[Moment, Moment | None] | None:
        """When the event starts and ends; None without a start that can be read."""
        written = event.properties.get("DTSTART")
        start = self._moment(written) if written else None
        if start is None:
            return None
        end = event.properties.get("DTEND")
        if end:
            return start, self._moment(end)
        lasts = event.properties.get("DURATION")
        return start, _after(start, lasts.value) if lasts else None

    def _moment(self, written: _Property) -> Moment | None:
        """The day or the time; None where it is none that befit reads."""
        value = written.value.strip()
        try:
            # eight digits are a day whatever they are called: the library makes midnight of them
            # where they have a zone
            if _DAY_ALONE.fullmatch(value):
                moment: Moment = date.fromisoformat(value)
            else:
                moment = datetime.fromisoformat(value)
        except ValueError:
            return None
        if moment.year not in _YEARS:
            return None
        if isinstance(moment, datetime) and moment.tzinfo is None:
            zone = _ZONE.search(written.parameters)
            if zone:
                return moment.replace(tzinfo=self._zone_called(zone[1] or zone[2]))
        return moment

    def _zone_called(self, name: str) -> tzinfo | None:
        """The zone, also by the name that Windows has for it; None for what is none."""
        if name not in self._zones:
            known = len(self._zones) < _MOST_ZONES and len(name) < _MOST_LETTERS_OF_A_ZONE
            self._zones[name] = _zone_called(name) if known else None
        return self._zones[name]


def _zone_called(name: str) -> tzinfo | None:
    try:
        known: datetime = _DATES.from_ical("20000101T000000", name)
    except Exception:  # the name comes from the file, and is looked up as a path
        return None
    return known.tzinfo


def _after(start: Moment, duration: str) -> Moment | None:
    """The end of what lasts so long; None where that cannot be read."""
    try:
        lasts: timedelta = _DURATIONS.from_ical(duration.strip())
        return start + lasts
    except (ValueError, OverflowError):
        return None


def _no_run(event: _Event) -> str:
    """The message why the event is nobody's run, whatever its title; empty where it may be one."""
    if BEFIT_CALENDAR in event.program:
        return message("{event} is a session that befit planned")
    status = event.text("STATUS").strip().upper()
    if status in {"CANCELLED", "CANCELED"} or _IS_CANCELLED.match(event.title):
        return message("{event} is cancelled")
    if (
        status == "COMPLETED"
        or "COMPLETED" in event.properties
        or event.text("PERCENT-COMPLETE").strip() == "100"
        or event.uid.startswith(_RUNNA_DONE)
        or _IS_DONE.match(event.title)
    ):
        return message("{event} is done already")
    if _TITLE_OF_A_WEEK.fullmatch(event.title):
        return _OF_A_WEEK
    return ""


def _mark(event: _Event) -> str:
    """The app's own word for the kind of the run; empty where it has none."""
    marks = _MARK.findall(event.uid)
    if marks:
        return str(marks[-1])
    if _RUNNA_PLAN in event.uid or _RUNNA in f"{event.uid} {event.program}".lower():
        first_line = event.text("DESCRIPTION").partition("\n")[0]
        opening = _MARK.match("_".join(first_line.upper().split()))
        if opening:
            return opening[0]
    return ""


def _named(event: _Event) -> str:
    return shown(event.title) if event.title else _("an event without a title")


def _day(moment: Moment, zone: tzinfo | None) -> date:
    """The day that it lies on for who is in the zone."""
    if not isinstance(moment, datetime):
        return moment
    if moment.tzinfo is not None:
        moment = moment.astimezone(zone)
    return moment.date()


def _days(start: Moment, end: Moment | None) -> int:
    """How many days it is on: a run that goes on after midnight is on the day that it began."""
    length = _length(start, end)
    return 1 if length is None else max(1, length.days)


def _minutes(start: Moment, end: Moment | None) -> float | None:
    """How long it is, where it has times; None for all days, and for no time at all."""
    length = _length(start, end)
    if length is None or not isinstance(start, datetime):
        return None
    minutes = length / timedelta(minutes=1)
    return minutes if 0 < minutes < _MINUTES_A_DAY else None


def _length(start: Moment, end: Moment | None) -> timedelta | None:
    """From start to end; None where they are not of one kind."""
    if isinstance(start, datetime) and isinstance(end, datetime):
        if (start.tzinfo is None) is not (end.tzinfo is None):
            return None
        # within a zone Python would count by the clock, which may jump
        return _in_utc(end) - _in_utc(start)
    if end is None or isinstance(start, datetime) or isinstance(end, datetime):
        return None
    return end - start


def _in_utc(moment: datetime) -> datetime:
    return moment if moment.tzinfo is None else moment.astimezone(UTC)
