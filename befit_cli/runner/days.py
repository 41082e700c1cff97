"""Days of the week, by name, by what they are called together, and from one to another."""

from __future__ import annotations

import re

from befit_cli.errors import UsageError
from befit_cli.language import _, message
from befit_cli.runner.meanings import Vocabulary
from befit_cli.runner.offered import listed
from befit_cli.runner.vocabulary import DAY_FILLERS, DAYS_TOGETHER, SPANISH_DAYS
from befit_cli.values import Day

_NAMES: dict[str, Day] = {**{day.english: day for day in Day}, **SPANISH_DAYS}
_SPAN = r"(?<=\w)\s*(?:-|–|—|\.\.+|(?<=\s)(?:to|until|through|a|al|hasta)(?=\s))\s*(?=\w)"
_TO = ".."
"""What stands between the ends of a span while it is read: a hyphen may be within a word."""
_FEWEST_LETTERS = 3
"""Of a day: fewer could be two days, such as `t`, or a slip."""


def read_day(text: str) -> Day:
    """The day; raises UsageError for what is none, and for several."""
    days = read_days(text)
    if len(days) > 1:
        raise UsageError(
            _("'{text}' is more than one day; say one: {days}.", text=text, days=listed(days))
        )
    return days[0]


def read_days(text: str) -> tuple[Day, ...]:
    """The days that the text names, at least one, in the order of the week; raises UsageError for
    a word that is no day.
    """
    known = _DAYS.find(text)
    named = [known] if known else _DAYS.meanings(re.sub(_SPAN, _TO, text))
    return tuple(sorted({day for days in named for day in days}))


def day_called(word: str) -> Day | None:
    """The day of that name, whole or its first letters, in small letters without accents."""
    days = _begun(word)
    return days[0] if days else None


def _by_form(text: str) -> tuple[Day, ...] | None:
    """The days from one to another, `mon..fri`, over the week's end, too; or the one of which these
    are the first letters.
    """
    first_word, to, last_word = text.partition(_TO)
    if not to:
        return _begun(text)
    first = _end(first_word)
    last = _end(last_word)
    # counted from the first, so that it goes on over the week's end
    return tuple(day for day in Day if first.until(day) <= first.until(last))


def _end(word: str) -> Day:
    """The first or the last day of a span."""
    (day,) = _DAY.meaning(word)
    return day


def _begun(letters: str) -> tuple[Day, ...] | None:
    if len(letters) < _FEWEST_LETTERS:
        return None
    for name, day in _NAMES.items():
        if name.startswith(letters):
            return (day,)
    return None


_DAY: Vocabulary[tuple[Day, ...]] = Vocabulary(
    refusal=message("'{word}' is not a day; the days are {words}{nearest}"),
    offered={day.value: (day,) for day in Day},
    also={name: (day,) for name, day in _NAMES.items()},
    fillers=DAY_FILLERS,
    form=_begun,
)
_DAYS: Vocabulary[tuple[Day, ...]] = Vocabulary(
    refusal=_DAY.refusal,
    offered=_DAY.offered,
    also={**_DAY.also, **DAYS_TOGETHER},
    fillers=DAY_FILLERS,
    form=_by_form,
)
