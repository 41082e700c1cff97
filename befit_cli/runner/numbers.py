"""Whole numbers as people say them: in digits, in words, and with a unit."""

from __future__ import annotations

import re

from befit_cli.errors import UsageError
from befit_cli.language import _
from befit_cli.runner.letters import folded
from befit_cli.runner.meanings import Vocabulary
from befit_cli.runner.vocabulary import (
    MINUTE_FILLERS,
    MINUTE_UNITS,
    NUMBER_WORDS,
    SESSION_FILLERS,
    SESSION_UNITS,
    WEEK_UNITS,
)
from befit_cli.values import Phrase, Range, phrase

# int() would also take 1_000 and digits of other scripts, and choke on thousands of them
_DIGITS = r"[-+]?[0-9]{1,99}"
_PART = r"([0-9]{1,9}(?:[.,][0-9]{1,2})?)([^0-9]*)"
_WORD = r"[a-z]+"

NO_UNITS: Vocabulary[int] = Vocabulary(offered={})
IN_MINUTES = Vocabulary(offered=MINUTE_UNITS, fillers=MINUTE_FILLERS)
IN_SESSIONS = Vocabulary(offered=SESSION_UNITS, fillers=SESSION_FILLERS)
IN_WEEKS = Vocabulary(offered=WEEK_UNITS)


def read_number(name: str, text: str, allowed: Range, units: Vocabulary[int] = NO_UNITS) -> int:
    """The number if it is in the allowed range; raises UsageError, naming the option, for any other
    and for what is no whole number. `units` says how much each unit is: an hour 60 minutes.
    """
    number = int(text) if re.fullmatch(_DIGITS, text) else _quantity(text, units)
    if number is None:
        raise UsageError(
            _(
                "{name} '{text}' is not a whole number; it is {allowed}.",
                name=name,
                text=text,
                allowed=between(allowed),
            )
        )
    if not allowed.low <= number <= allowed.high:
        raise UsageError(
            _(
                "{name} {number} is out of range; it is {allowed}.",
                name=name,
                number=number,
                allowed=between(allowed),
            )
        )
    return number


def between(numbers: Range) -> Phrase:
    """The range in words: `2 or 3`, `15 to 60`."""
    if numbers.high - numbers.low == 1:
        return phrase("{low} or {high}", low=numbers.low, high=numbers.high)
    return phrase("{low} to {high}", low=numbers.low, high=numbers.high)


def _quantity(text: str, units: Vocabulary[int]) -> int | None:
    """`two sessions`, `30 min`, `1h 15`; None for what is no whole number."""
    words = re.sub(_WORD, _in_digits, " ".join(folded(text)))
    parts = re.findall(_PART, words)
    if "".join(number + unit for number, unit in parts) != words:
        return units.find(words)  # half an hour
    total = 0.0
    for place, (number, unit) in enumerate(parts, 1):
        # only the last may stand without its unit: `1h 15`, and no `2 3`
        size = 1 if place == len(parts) and not units.bare(unit) else units.find(unit)
        if size is None:
            return None
        total += float(number.replace(",", ".")) * size
    return int(total) if parts and total.is_integer() else None


def _in_digits(word: re.Match[str]) -> str:
    return str(NUMBER_WORDS.get(word[0], word[0]))
