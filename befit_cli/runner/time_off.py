"""Time away from training: which days are not free, and which are free again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from befit_cli.errors import UsageError
from befit_cli.runner.alone import NONE, means_none
from befit_cli.runner.kinds import Saying
from befit_cli.runner.meanings import Vocabulary
from befit_cli.runner.near_days import read_day
from befit_cli.runner.vocabulary import OFF_WORDS
from befit_cli.values import Catalogue, Day, Off, monday_of

_SPAN = ".."
_HOW = f"Say it as befit off away 2026-12-01{_SPAN}2026-12-09, or befit off {NONE}."
_OFF = Vocabulary(
    refusal="is no reason to be off; the words are",
    offered={why.value: why for why in Off},
    also=OFF_WORDS,
)


class TimeOff(NamedTuple):
    """Days that are not free, or are free again."""

    why: Off | None
    """Why; None where they are free again."""
    first: date
    last: date

    def days_in(self, monday: date, off: tuple[Day, ...]) -> tuple[Day, ...]:
        """The days of the week that begins on that Monday that are off, of which those were."""
        now = {day for day in Day if self.first <= monday + timedelta(days=day.rank) <= self.last}
        return tuple(sorted(set(off) - now if self.why is None else now.union(off)))


def read_time_off(words: Sequence[str], today: date, catalogue: Catalogue) -> TimeOff:
    """What `away 2026-12-01..2026-12-09` says: without days, from today to the week's end, and with
    `none` for as long as anything is off. Raises UsageError for words that say no such thing.
    """
    if len(words) == 1 and means_none(words[0]):
        return TimeOff(None, today, date.max)
    if not 1 <= len(words) <= 2:
        raise UsageError(f"It takes {', '.join(Off)} or {NONE}, and perhaps days.", _HOW)
    why = _OFF.meaning(words[0])
    if len(words) == 1:
        return TimeOff(why, today, monday_of(today) + timedelta(days=6))
    first, sign, last = words[1].partition(_SPAN)
    begins = read_day(Saying(first, "the first day", catalogue), today)
    ends = read_day(Saying(last, "the last day", catalogue), begins) if sign else begins
    if ends < begins:
        raise UsageError(f"{words[1]} ends before it begins.", _HOW)
    return TimeOff(why, begins, ends)
