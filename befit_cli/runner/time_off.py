"""Time away from training: which days are not free, and which are free again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from msgspec.structs import replace

from befit_cli.errors import BefitError, UsageError
from befit_cli.language import _, message
from befit_cli.runner.alone import means_none
from befit_cli.runner.kinds import Saying
from befit_cli.runner.letters import folded
from befit_cli.runner.meanings import Vocabulary
from befit_cli.runner.near_days import near_week, read_day, read_day_since
from befit_cli.runner.offered import called
from befit_cli.runner.options import OFF
from befit_cli.runner.vocabulary import (
    BACK_WORDS,
    DAYS_TOGETHER,
    MONTHS,
    OFF_FILLERS,
    OFF_WORDS,
)
from befit_cli.values import Catalogue, Day, History, Off, Season, TimeAway, Value, monday_of

_WEEK = timedelta(weeks=1)
_TO_SUNDAY = timedelta(days=6)
_HOW = message("Say it as befit off away 2026-12-01..2026-12-09, or befit off none.")
_TO = r"\.{2,}|…|–|\b(?:to|until|till|hasta|al?)\b| - |(?<=[^\W\d])-(?=[^\W\d])"
"""What stands between the first day and the last: `fri..sun`, `fri-sun`, `fri to sun`."""
_DAYS_OF_MONTH = r"(?<![0-9-])([0-9]{1,2})-([0-9]{1,2})(?![0-9-])"
"""`24-27`, where a month is named beside it; but no date of numbers."""
_DAY_ALONE = r"(?:del?|el|the)?\s*([0-9]{1,2})(?:st|nd|rd|th)?"
"""Whose month stands at the other end."""
_FROM = r"(since|from|starting|desde)\s+(.+)"
"""A first day that has no last one."""
_SINCE = "since"
_TOLD_LATER = (Off.ILL, Off.HURT)
"""What nobody knows before it begins."""
_OFF = Vocabulary(
    refusal=message("'{word}' is no reason to be off; the words are {words}{nearest}"),
    offered={why.value: why for why in Off},
    also=OFF_WORDS,
    fillers=OFF_FILLERS,
)


class TimeOff(Value, frozen=True):
    """Days that are not free, or are free again."""

    why: Off | None
    """Why; None where they are free again."""
    first: date
    last: date
    said_last: bool = True
    """Whether somebody said which is the last."""

    @property
    def logged(self) -> TimeAway | None:
        """It for the log, where nobody said how long it goes on open; None for days that are free
        again.
        """
        if self.why is None:
            return None
        return TimeAway(first=self.first, last=self.last if self.said_last else None, why=self.why)

    def from_day(self, day: date) -> TimeOff:
        """What of it is not before that day."""
        return replace(self, first=max(self.first, day))

    def days_in(self, monday: date, off: tuple[Day, ...]) -> tuple[Day, ...]:
        """The days of the week that begins on that Monday that are off, of which those were."""
        now = {day for day in Day if self.first <= monday + timedelta(days=day.rank) <= self.last}
        return tuple(sorted(set(off) - now if self.why is None else now.union(off)))


def read_time_off(
    words: Sequence[str], today: date, catalogue: Catalogue, season: Season | None = None
) -> TimeOff:
    """What `away 2026-12-01..2026-12-09` says of today and the days after it: without days, from
    today to the week's end, and with `none` for as long as anything is off. A last day that is left
    open is `date.max`; a date without its year is the season's, where that has it.

    Raises UsageError for words that say no such thing, and BefitError for days that are over and
    would be free again.
    """
    why, days = _reason(" ".join(words).split())
    said = " ".join(days)
    if said:
        first, last = _read_days(said, why, today, catalogue, season)
    else:
        first, last = today, date.max if why is None else monday_of(today) + _TO_SUNDAY
    time_off = TimeOff(why, first, last, said_last=bool(said) and last < date.max)
    if why is not None:
        return time_off
    if last < today:
        raise BefitError(_("{days} is over, and stays as it was.", days=said))
    return time_off.from_day(today)


def weeks_off(history: History, today: date) -> dict[date, dict[str, str]]:
    """The weeks after the one in which time away began that have no free day, by their Mondays, in
    the words of a profile: as far as it goes, or where it is open to the end of this week.
    """
    weeks: dict[date, dict[str, str]] = {}
    for time in history.away:
        last = time.last or monday_of(today) + _TO_SUNDAY
        monday = monday_of(time.first) + _WEEK
        while monday + _TO_SUNDAY <= last:
            weeks[monday] = {OFF.name: OFF.kind.say(tuple(Day))}
            monday += _WEEK
    return weeks


def still_off(history: History, today: date) -> tuple[str, ...]:
    """What to tell of time away that has no end yet."""
    told = []
    for time in history.away:
        if time.last is None and time.first <= today:
            told.append(
                _(
                    "You are off ({reason}) since {first}. Back? befit off none.",
                    reason=called(time.why),
                    first=time.first,
                )
            )
    return tuple(told)


def _reason(words: list[str]) -> tuple[Off | None, list[str]]:
    """Why, None for who is back, and the words behind that; `de viaje` is a reason, too."""
    for length in (2, 1):
        said = " ".join(words[:length])
        why = _OFF.find(said)
        if why is not None or _is_back(said):
            return why, words[length:]
    return _OFF.meaning(words[0] if words else ""), words[1:]


def _is_back(word: str) -> bool:
    return means_none(word) or " ".join(folded(word)) in BACK_WORDS


def _read_days(
    said: str, why: Off | None, today: date, catalogue: Catalogue, season: Season | None
) -> tuple[date, date]:
    """The first day and the last."""
    monday = near_week(said, today)
    if monday is not None:
        return max(monday, today), monday + _TO_SUNDAY
    together = DAYS_TOGETHER.get(said.casefold(), ())
    if 0 < len(together) < len(Day):
        said = f"{together[0]}..{together[-1]}"
    if MONTHS.keys() & set(folded(said)):
        said = re.sub(_DAYS_OF_MONTH, r"\1..\2", said)
    begin, *ends = re.split(_TO, said, maxsplit=1)
    name = _("The first day")
    if not ends and (on := re.fullmatch(_FROM, begin, re.IGNORECASE)):
        gone = on[1].lower() == _SINCE or why in _TOLD_LATER
        read = read_day_since if gone else read_day
        return read(Saying(on[2], name, catalogue), today, season), date.max
    begin, end = _of_one_month(begin.strip(), ends[0].strip() if ends else "")
    saying, ending = Saying(begin, name, catalogue), Saying(end, _("The last day"), catalogue)
    first = read_day(saying, today, season)
    if not end:
        return first, date.max if ends else first
    if why in _TOLD_LATER:
        gone = read_day_since(saying, today, season)
        # It is on, and began this week.
        first = gone if read_day(ending, gone) >= today else first
    last = read_day(ending, first)
    if last < first:
        raise UsageError(_("{days} ends before it begins.", days=said), _(_HOW))
    return first, last


def _of_one_month(begin: str, end: str) -> tuple[str, str]:
    """The first day and the last; where one of them is a number alone, with the month of the other:
    `24 to 27 dec`, `dec 24 to 27`.
    """
    for alone, other in ((begin, end), (end, begin)):
        number = re.fullmatch(_DAY_ALONE, alone, re.IGNORECASE)
        if number and re.search("[0-9]", other) and not re.match("[0-9]{4}", other):
            whole = re.sub("[0-9]+", number[1], other, count=1)
            return (whole, end) if alone is begin else (begin, whole)
    return begin, end
