"""Kinds of value that a runner says in words: how words become one, or one sentence about the first
word that means nothing, and how it becomes words again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, time, tzinfo
from enum import StrEnum
from typing import Any, TypeVar

from msgspec import Struct

from befit_cli.errors import UsageError, did_you_mean
from befit_cli.runner.alone import ALL, NONE
from befit_cli.runner.clock import read_time, read_zone
from befit_cli.values import Catalogue, Day, Kit, Race, Range

_Text = TypeVar("_Text", bound=str)

RACE_WORDS = {
    **{race.value: race for race in Race},
    "21k": Race.HALF,
    "half-marathon": Race.HALF,
    "42k": Race.MARATHON,
}
KIT_PRESETS = {NONE: (), "home": (Kit.TOWEL, Kit.STEP, Kit.BENCH), "gym": tuple(Kit)}
"""`home` has a towel, a stair to step on and a sturdy chair for a bench."""
_YEARS = Range(1969, 2200)
"""A clock that was never set shows the first day of 1970, whose week began in 1969."""


def words_of(value: object) -> str:
    """A value in words: those of a tuple with commas, `none` where there is nothing."""
    if value is None or value == ():
        return NONE
    if isinstance(value, tuple):
        return ", ".join(value)
    return str(value)


class Saying(Struct, frozen=True):
    """What somebody says with an option."""

    value: Any
    """A text, or texts where it takes several; from the command line a number may be one."""
    name: str
    """What an error calls the option: `--hard`, or `hard` in the profile."""
    catalogue: Catalogue
    """The exercises there are."""


class Kind(Struct, frozen=True):
    """A kind of value."""

    read: Callable[[Saying], Any]
    """What it means; raises UsageError, with the words there are and the nearest one."""
    say: Callable[[Any], str] = words_of
    """The words that `read` makes the same value of."""
    words: tuple[str, ...] = ()
    """The words there are, where they can be counted."""
    alone: tuple[str, ...] = ()
    """Words that make no list with others, such as `none`."""
    several: bool = False
    """Whether it takes a list: with commas, as the option again, or as a list in the profile."""
    exercises: bool = False
    """Whether its words are exercises of the catalogue: their ids may look like numbers."""
    python_type: type = str
    """What the command line takes it for before it is read."""


def choice(
    what: str,
    words: Iterable[StrEnum],
    *,
    also: Mapping[str, StrEnum] | None = None,
    none: bool = False,
) -> Kind:
    """One of the words; `also` are words that mean the same as others, and `none`, where it may be
    said, means None.
    """
    members = {word.value: word for word in words}
    members.update(also or {})

    def read(saying: Saying) -> StrEnum | None:
        if none and is_only(NONE, saying.value):
            return None
        return _one_of(what, members, _single(saying.value))

    return Kind(read, words=tuple(words), alone=(NONE,) if none else ())


def choices(what: str, words: Iterable[StrEnum], *, none: bool = False) -> Kind:
    """Several of the words, sorted and once; `none` is offered where it is an answer."""
    members = {word.value: word for word in words}

    def read(saying: Saying) -> tuple[StrEnum, ...]:
        return _sorted(saying.value, lambda word: _one_of(what, members, word))

    return Kind(read, words=tuple(words), alone=(NONE,) if none else (), several=True)


def number(allowed: Range) -> Kind:
    """A whole number of the range."""

    def read(saying: Saying) -> int:
        return read_number(saying.name, saying.value, allowed)

    return Kind(read, python_type=int)


def days(*, all_days: bool = False) -> Kind:
    """Days of the week in their order, by name or from one to another; `none` means no day, and
    `all`, where it may be said, every day.
    """

    def read(saying: Saying) -> tuple[Day, ...]:
        if is_only(NONE, saying.value):
            return ()
        if all_days and is_only(ALL, saying.value):
            return tuple(Day)
        return _days(saying.value)

    def say(value: tuple[Day, ...]) -> str:
        return ALL if all_days and value == tuple(Day) else words_of(value)

    alone = (ALL,) if all_days else (NONE,)
    return Kind(read, say, words=tuple(Day), alone=alone, several=True)


def read_words(value: object) -> Iterator[str]:
    """The words of a list, given with commas, as several values, or both."""
    # a text is an iterable, too: of letters
    values = [value] if isinstance(value, str) else value
    assert isinstance(values, Iterable), "lists come as text or as several texts"
    for part in values:
        for word in str(part).split(","):
            if word.strip():
                yield word.strip()


def is_only(word: str, value: object) -> bool:
    """Whether the word, in any case, is all that is said."""
    words = list(read_words(value))
    return len(words) == 1 and words[0].lower() == word


def read_number(name: str, value: object, allowed: Range) -> int:
    """The number if it is in the allowed range; raises UsageError, naming the option, for any other
    and for what is no number.
    """
    text = _single(value)
    # int() would also take 1_000 and digits of other scripts, and choke on thousands of them
    if not re.fullmatch(r"[-+]?[0-9]{1,99}", text):
        raise UsageError(f"{name} '{text}' is not a whole number; it is {between(allowed)}.")
    if not allowed.low <= int(text) <= allowed.high:
        raise UsageError(f"{name} {int(text)} is out of range; it is {between(allowed)}.")
    return int(text)


def read_date(name: str, value: object) -> date:
    """The date written YYYY-MM-DD; raises UsageError, naming the option, for anything else."""
    text = _single(value)
    try:
        # without dashes it would be another notation
        day = date.fromisoformat(text if "-" in text else "")
    except ValueError:
        raise UsageError(
            f"{name} '{text}' is not a date.", "Write it as YYYY-MM-DD, for example 2027-04-18."
        ) from None
    if not _YEARS.low <= day.year <= _YEARS.high:
        raise UsageError(f"{name} {text} is out of range; the year is {between(_YEARS)}.")
    return day


def between(numbers: Range) -> str:
    """The range in words: `2 or 3`, `15 to 60`."""
    join = "or" if numbers.high - numbers.low == 1 else "to"
    return f"{numbers.low} {join} {numbers.high}"


def _single(value: object) -> str:
    return str(value).strip()


def _one_of(what: str, members: Mapping[str, StrEnum], word: str) -> StrEnum:
    member = members.get(word.lower())
    if member is None:
        nearest = did_you_mean(word.lower(), members) or "."
        raise UsageError(f"'{word}' is not a {what}; the {what}s are {', '.join(members)}{nearest}")
    return member


def _sorted(value: object, read: Callable[[str], _Text]) -> tuple[_Text, ...]:
    """What each word of a list means, sorted and once; nothing for `none`."""
    if is_only(NONE, value):
        return ()
    members = {read(word) for word in read_words(value)}
    return tuple(sorted(members))


def _date(saying: Saying) -> date:
    return read_date(saying.name, saying.value)


def _date_or_none(saying: Saying) -> date | None:
    return None if is_only(NONE, saying.value) else read_date(saying.name, saying.value)


def _day_or_none(saying: Saying) -> Day | None:
    return None if is_only(NONE, saying.value) else _day(_single(saying.value))


def _day(word: str) -> Day:
    """A day by its name or the first letters of it, three at least."""
    for day in Day:
        # fewer letters could be two days, such as `t`, or a slip
        if len(word) >= 3 and day.title.lower().startswith(word.lower()):
            return day
    nearest = did_you_mean(word, [day.title.lower() for day in Day]) or "."
    raise UsageError(f"'{word}' is not a day; the days are {', '.join(Day)}{nearest}")


def _days(value: object) -> tuple[Day, ...]:
    chosen: set[Day] = set()
    for word in read_words(value):
        chosen.update(_span(word))
    return tuple(sorted(chosen, key=lambda day: day.rank))


def _span(word: str) -> Iterator[Day]:
    """One day, or all from one to another: `mon-fri`, and over the week's end `sat-mon`."""
    ends = re.fullmatch(r"(\w+)\s*-\s*(\w+)", word)
    if ends is None:
        yield _day(word)
        return
    first = _day(ends[1])
    last = _day(ends[2])
    for day in Day:
        # counted from the first, so that it goes on over the week's end
        if first.until(day) <= first.until(last):
            yield day


def _kit(saying: Saying) -> tuple[Kit, ...]:
    words: dict[str, tuple[Kit, ...]] = dict(KIT_PRESETS)
    words.update({kit.value: (kit,) for kit in Kit})
    owned: set[Kit] = set()
    for word in read_words(saying.value):
        if word.lower() not in words:
            nearest = did_you_mean(word, words) or "."
            raise UsageError(f"'{word}' is not kit; the words are {', '.join(words)}{nearest}")
        owned.update(words[word.lower()])
    return tuple(sorted(owned))


def _kit_words(kit: tuple[Kit, ...]) -> str:
    """The largest preset that is owned whole, and what is owned besides."""
    largest = NONE
    for preset, things in KIT_PRESETS.items():
        if set(things) <= set(kit) and len(things) > len(KIT_PRESETS[largest]):
            largest = preset
    more = [thing for thing in kit if thing not in KIT_PRESETS[largest]]
    # `none` is said only where there is nothing else to say
    if more and largest == NONE:
        return ", ".join(more)
    return ", ".join([largest, *more])


def _exercises(saying: Saying) -> tuple[str, ...]:
    from befit_cli.catalogue.finder import find_exercise

    return _sorted(saying.value, lambda word: find_exercise(saying.catalogue, word).id)


def _time_or_none(saying: Saying) -> time | None:
    return read_time(saying.name, str(saying.value))


def _zone_or_none(saying: Saying) -> tzinfo | None:
    return read_zone(saying.name, str(saying.value))


def _text(saying: Saying) -> str:
    return str(saying.value)


DATE = Kind(_date)
DATE_OR_NONE = Kind(_date_or_none, alone=(NONE,))
DAY_OR_NONE = Kind(_day_or_none, words=tuple(Day), alone=(NONE,))
KIT = Kind(
    _kit,
    _kit_words,
    words=(*(preset for preset in KIT_PRESETS if preset != NONE), *Kit),
    alone=(NONE,),
    several=True,
)
EXERCISES = Kind(_exercises, alone=(NONE,), several=True, exercises=True)
TIME_OR_NONE = Kind(_time_or_none, alone=(NONE,))
ZONE_OR_NONE = Kind(_zone_or_none, alone=(NONE,))
TEXT = Kind(_text)
"""What is read where it is used, such as the name of a file."""
