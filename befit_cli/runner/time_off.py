"""Time away from training: which days are not free, and which are free again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from befit_cli.errors import BefitError, UsageError
from befit_cli.runner.alone import NONE, means_none
from befit_cli.runner.kinds import Saying
from befit_cli.runner.letters import folded
from befit_cli.runner.meanings import Vocabulary
from befit_cli.runner.near_days import near_week, read_day
from befit_cli.runner.vocabulary import BACK_WORDS, DAYS_TOGETHER, OFF_WORDS
from befit_cli.values import Catalogue, Day, Off, monday_of

_HOW = f"Say it as befit off away 2026-12-01..2026-12-09, or befit off {NONE}."
_TO = re.compile(r"\.{2,}|…|–|\b(?:to|until|till|hasta)\b| - |(?<=[^\W\d])-(?=[^\W\d])")
"""What stands between the first day and the last: `fri..sun`, `fri-sun`, `fri to sun`."""
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
    """What `away 2026-12-01..2026-12-09` says of today and the days after it: without days, from
    today to the week's end, and with `none` for as long as anything is off. A last day that is left
    open is `date.max`.

    Raises UsageError for words that say no such thing, and BefitError for days that are over.
    """
    first_word, *days = words
    why = None if _is_back(first_word) else _OFF.meaning(first_word)
    said = " ".join(days).strip()
    if said:
        first, last = _read_days(said, today, catalogue)
    else:
        first, last = today, date.max if why is None else monday_of(today) + timedelta(days=6)
    if last < today:
        raise BefitError(f"{said} is over, and stays as it was.")
    return TimeOff(why, max(first, today), last)


def _is_back(word: str) -> bool:
    return means_none(word) or " ".join(folded(word)) in BACK_WORDS


def _read_days(said: str, today: date, catalogue: Catalogue) -> tuple[date, date]:
    """The first day and the last."""
    monday = near_week(said, today)
    if monday is not None:
        return monday, monday + timedelta(days=6)
    together = DAYS_TOGETHER.get(said.casefold(), ())
    if 0 < len(together) < len(Day):
        said = f"{together[0]}..{together[-1]}"
    begin, *ends = _TO.split(said, maxsplit=1)
    first = read_day(Saying(begin.strip(), "The first day", catalogue), today)
    if not ends:
        return first, first
    end = ends[0].strip()
    if not end:
        return first, date.max
    last = read_day(Saying(end, "The last day", catalogue), first)
    if last < first:
        raise UsageError(f"{said} ends before it begins.", _HOW)
    return first, last
