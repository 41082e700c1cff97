"""The file of a running plan -> what befit understands of each of its weeks."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import timedelta, tzinfo

from msgspec.structs import replace

from befit_cli.errors import BefitError, UsageError
from befit_cli.language import _
from befit_cli.runner.corrections import Correction
from befit_cli.runner.letters import folded
from befit_cli.runner.races import read_race
from befit_cli.runner.vocabulary import RACE_FILLERS
from befit_cli.runs.kinds import read_days
from befit_cli.runs.listing import read_listing
from befit_cli.runs.sizes import unit_of
from befit_cli.runs.titles import shown
from befit_cli.values import Day, Race, monday_of
from befit_cli.values.running_plan import Entry, RunKind, RunningPlan, RunningWeek

_MOST_WORDS = 3
"""Of a race's name."""
_MOST_TITLES = 2_000
"""That differ: six years with another run on every day. To read a title takes its time."""


def read_running_plan(
    content: bytes, file: str, zone: tzinfo | None, corrections: Sequence[Correction] = ()
) -> RunningPlan:
    """The running plan in the file; `zone` says on which day a time is that has a zone of its own,
    None for this machine's, and `corrections` what its runner says of single titles.

    Raises BefitError, with what to do now, for a file that is none.
    """
    listing = read_listing(content, file, zone)
    titles = len({entry.title for entry in listing.entries})
    if titles > _MOST_TITLES:
        raise BefitError(
            _(
                "{file} has {titles:,} different titles, and befit reads {most:,} at most.",
                file=file,
                titles=titles,
                most=_MOST_TITLES,
            ),
            _("Export the running plan alone, without other calendars."),
        )
    entries = [_said(entry, corrections) for entry in listing.entries]
    weeks = _trimmed(list(_weeks(entries)))
    if listing.unread and not entries:
        first = listing.unread[0]
        raise BefitError(
            _(
                "{file} has no run in it that is to come: {where}, {why}.",
                file=file,
                where=first.where,
                why=first.why,
            ),
            _("Give the running plan with the runs to come, each on its day."),
        )
    if not weeks:
        raise BefitError(
            _("{file} has no run in it that befit knows.", file=file),
            _("Its days need titles such as Easy 8 km, 6 x 800 m or Long run."),
        )
    return RunningPlan(
        weeks=tuple(weeks),
        unread=listing.unread,
        race=listing.race or _race(weeks),
    )


def _said(entry: Entry, corrections: Sequence[Correction]) -> Entry:
    """The entry with the kind that its runner says it has, the last that says so."""
    # What is shown may be in other words: miles and kilometres in braces are kilometres there.
    texts = (entry.title, shown(entry.title).rstrip("…"))
    kinds = [each.kind for each in corrections if any(map(each.fits, texts))]
    return replace(entry, kind=kinds[-1]) if kinds else entry


def _weeks(entries: Sequence[Entry]) -> Iterator[RunningWeek]:
    """Every week from the first entry's to the last one's."""
    dates = [entry.day for entry in entries if entry.day is not None]
    first = monday_of(min(dates)) if dates else None
    by_week: dict[int, dict[Day, list[Entry]]] = defaultdict(lambda: defaultdict(list))
    for entry in entries:
        place = entry.place if entry.day is None or first is None else (entry.day - first).days
        by_week[place // len(Day)][tuple(Day)[place % len(Day)]].append(entry)
    unit = unit_of([entry.title for entry in entries])
    for number in range(max(by_week, default=-1) + 1):
        yield RunningWeek(
            number=number + 1,
            starts=None if first is None else first + timedelta(weeks=number),
            days=read_days(by_week.get(number, {}), unit),
        )


def _trimmed(weeks: list[RunningWeek]) -> list[RunningWeek]:
    """The weeks from the first with a run to the last: before and after it a calendar has other
    things alone.
    """
    running = []
    for place, week in enumerate(weeks):
        if any(run.kind > RunKind.REST for run in week.days.values()):
            running.append(place)
    if not running:
        return []
    first = running[0] if weeks[0].starts is not None else 0
    kept = weeks[first : running[-1] + 1]
    return [replace(week, number=number) for number, week in enumerate(kept, 1)]


def _race(weeks: Sequence[RunningWeek]) -> Race | None:
    """The race that the plan's last run is, by its title; None where befit knows none of it."""
    runs = [run for run in weeks[-1].days.values() if run.kind > RunKind.REST]
    if runs[-1].kind is not RunKind.RACE:
        return None
    words = folded(runs[-1].title.replace(",", " "))
    # What says only that it is a race says nothing of which.
    words = [word for word in words if not re.fullmatch(RACE_FILLERS, word)]
    for place in range(len(words)):
        for end in range(min(len(words), place + _MOST_WORDS), place, -1):
            name = " ".join(words[place:end])
            # A number alone would be a distance, and in a title it may be anything.
            if any(map(str.isalpha, name)):
                with suppress(UsageError):
                    return read_race(name)
    return None
