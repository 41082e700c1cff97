"""Kinds of value that a runner says in words: how words become one, or one sentence about the first
word that means nothing, and how it becomes words again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date, time, tzinfo
from enum import StrEnum
from typing import Any, TypeVar

from msgspec import Struct

from befit_cli.errors import UsageError, did_you_mean
from befit_cli.runner.alone import ALL, NONE, NONE_WORDS
from befit_cli.runner.clock import read_time, read_zone
from befit_cli.runner.races import race_remark, read_race
from befit_cli.runner.vocabulary import (
    DAY_WORDS,
    KIT_PRESETS,
    KIT_WORDS,
    UNSURE_KIT,
    Vocabulary,
    of_enum,
)
from befit_cli.values import Catalogue, Day, Kit, Race, Range, name_fault

_Word = TypeVar("_Word", bound=StrEnum)
_Text = TypeVar("_Text", bound=str)

_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SLASHED_DATE = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_SPAN = re.compile(r"\s*-\s*")
_TOGETHER = Vocabulary(refusal="", offered=DAY_WORDS)
_KIT = Vocabulary(
    refusal="is not kit; the words are",
    offered={**KIT_PRESETS, **{kit.value: (kit,) for kit in Kit}},
    also=KIT_WORDS,
    unsure=UNSURE_KIT,
)
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
    own: bool = False
    """Whether its words are the runner's own: they may look like anything."""
    pairs: bool = False
    """Whether each of its words is a pair `A=B`, which a profile may write as a mapping."""
    remark: Callable[[str], str] | None = None
    """What to tell of how a word was understood, empty where that is plain."""
    python_type: type = str
    """What the command line takes it for before it is read."""


def choice(
    what: str,
    words: Iterable[_Word],
    *,
    also: Mapping[str, _Word] | None = None,
    none: bool = False,
) -> Kind:
    """One of the words; `also` are words that mean the same as others, and `none`, where it may be
    said, means None.
    """
    offered = tuple(words)
    vocabulary = of_enum(what, offered, also)

    def read(saying: Saying) -> _Word | None:
        if none and is_none(saying.value):
            return None
        return vocabulary.meaning(_single(saying.value))

    return Kind(read, words=offered, alone=(NONE,) if none else ())


def choices(
    what: str,
    words: Iterable[_Word],
    *,
    also: Mapping[str, _Word] | None = None,
    unsure: Mapping[str, str] | None = None,
    none: bool = False,
) -> Kind:
    """Several of the words, sorted and once; `none` is offered where it is an answer. `also` are
    words that mean the same as others, and `unsure` what could be several.
    """
    offered = tuple(words)
    vocabulary = of_enum(what, offered, also, unsure)

    def read(saying: Saying) -> tuple[_Word, ...]:
        if is_none(saying.value):
            return ()
        chosen: set[_Word] = set()
        for text in read_words(saying.value):
            chosen.update(vocabulary.meanings(text))
        return tuple(sorted(chosen))

    return Kind(read, words=offered, alone=(NONE,) if none else (), several=True)


def number(allowed: Range) -> Kind:
    """A whole number of the range."""

    def read(saying: Saying) -> int:
        return read_number(saying.name, saying.value, allowed)

    return Kind(read, python_type=int)


def number_or_none(allowed: Range) -> Kind:
    """A whole number of the range; `none` means None."""

    def read(saying: Saying) -> int | None:
        if is_none(saying.value):
            return None
        return read_number(saying.name, saying.value, allowed)

    return Kind(read, alone=(NONE,))


def days(*, all_days: bool = False) -> Kind:
    """Days of the week in their order, by name or from one to another; `none` means no day, and
    `all`, where it may be said, every day.
    """

    def read(saying: Saying) -> tuple[Day, ...]:
        if is_none(saying.value):
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


def is_none(value: object) -> bool:
    """Whether nothing is said, or only a word that means none."""
    words = list(read_words(value))
    return not words or (len(words) == 1 and words[0].lower() in NONE_WORDS)


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
    """The date written YYYY-MM-DD, or 18/04/2027 where no other day could be meant; raises
    UsageError, naming the option, for anything else.
    """
    text = _single(value)
    possible = _dates(text)
    if not possible:
        raise UsageError(
            f"{name} '{text}' is not a date.", "Write it as YYYY-MM-DD, for example 2027-04-18."
        )
    first, *others = possible
    if others:
        raise UsageError(
            f"{name} {text} could be {first} or {others[0]}.", "Write the one that you mean."
        )
    if not _YEARS.low <= first.year <= _YEARS.high:
        raise UsageError(f"{name} {text} is out of range; the year is {between(_YEARS)}.")
    return first


def _dates(text: str) -> list[date]:
    """The days that the text could mean, the earliest first: some write the month before the
    day.
    """
    written = {text} if _ISO_DATE.fullmatch(text) else set()
    if slashed := _SLASHED_DATE.fullmatch(text):
        one, other, year = slashed.groups()
        written = {f"{year}-{one:0>2}-{other:0>2}", f"{year}-{other:0>2}-{one:0>2}"}
    days: list[date] = []
    for iso in sorted(written):
        with suppress(ValueError):  # no month has that day, or no year that month
            days.append(date.fromisoformat(iso))
    return days


def between(numbers: Range) -> str:
    """The range in words: `2 or 3`, `15 to 60`."""
    join = "or" if numbers.high - numbers.low == 1 else "to"
    return f"{numbers.low} {join} {numbers.high}"


def _single(value: object) -> str:
    return str(value).strip()


def _date(saying: Saying) -> date:
    return read_date(saying.name, saying.value)


def _date_or_none(saying: Saying) -> date | None:
    return None if is_none(saying.value) else read_date(saying.name, saying.value)


def _day_or_none(saying: Saying) -> Day | None:
    return None if is_none(saying.value) else _day(_single(saying.value))


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
    for text in read_words(value):
        # `mon - fri` is one word: blanks stand between days, and not within a span
        for word in _SPAN.sub("-", text).split():
            chosen.update(_span(word))
    return tuple(sorted(chosen))


def _span(word: str) -> Iterable[Day]:
    """One day, several that have a name together, or all from one to another: `mon-fri`, and over
    the week's end `sat-mon`.
    """
    together = _TOGETHER.find(word)
    if together is not None:
        return together
    ends = re.fullmatch(r"(\w+)-(\w+)", word)
    if ends is None:
        return (_day(word),)
    first = _day(ends[1])
    last = _day(ends[2])
    # counted from the first, so that it goes on over the week's end
    return [day for day in Day if first.until(day) <= first.until(last)]


def _kit(saying: Saying) -> tuple[Kit, ...]:
    if is_none(saying.value):
        return ()
    owned: set[Kit] = set()
    for text in read_words(saying.value):
        for things in _KIT.meanings(text):
            owned.update(things)
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
    if is_none(saying.value):
        return ()
    ids = {_exercise(word, saying.catalogue) for word in read_words(saying.value)}
    return tuple(sorted(ids))


def _exercise(word: str, catalogue: Catalogue) -> str:
    """The id of the exercise that the word means."""
    from befit_cli.catalogue.finder import find_exercise

    return find_exercise(catalogue, word).id


def _swaps(saying: Saying) -> tuple[tuple[str, str], ...]:
    """The exercises of each pair `A=B`: the one to leave out, and the one to do for it."""
    if is_none(saying.value):
        return ()
    swaps: dict[str, str] = {}
    for text in read_words(saying.value):
        before, sign, after = text.partition("=")
        if not (sign and before.strip() and after.strip()):
            raise UsageError(
                f"{saying.name} '{text}' is no exchange.",
                "Write the exercise to leave out, =, and the one to do for it: squats=lunges.",
            )
        left_out = _exercise(before.strip(), saying.catalogue)
        done = _exercise(after.strip(), saying.catalogue)
        if left_out == done:
            raise UsageError(
                f"{saying.name} '{text}' is one exercise and no exchange.",
                f"Say another exercise for {left_out}.",
            )
        if swaps.setdefault(left_out, done) != done:
            raise UsageError(
                f"{saying.name} exchanges {left_out} twice, for {swaps[left_out]} and for {done}.",
                "Say one of them.",
            )
    return tuple(sorted(swaps.items()))


def _swap_words(swaps: tuple[tuple[str, str], ...]) -> str:
    return words_of(tuple([f"{left_out}={done}" for left_out, done in swaps]))


def _time_or_none(saying: Saying) -> time | None:
    return read_time(saying.name, str(saying.value))


def _zone_or_none(saying: Saying) -> tzinfo | None:
    return read_zone(saying.name, str(saying.value))


def _own_name(saying: Saying) -> str:
    """The name as it is written, in one of the ways that Unicode has for its letters."""
    if is_none(saying.value):
        return ""
    from unicodedata import normalize  # late: few say a name

    name = normalize("NFC", _single(saying.value))
    if fault := name_fault(name):
        raise UsageError(f"{saying.name} {fault}.", "Write what you are called, such as Ana.")
    return name


def _text(saying: Saying) -> str:
    return str(saying.value)


def _race(saying: Saying) -> Race:
    return read_race(_single(saying.value))


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
OWN_NAME = Kind(_own_name, lambda name: name or NONE, alone=(NONE,), own=True)
RACE = Kind(_race, words=tuple(Race), remark=race_remark)
SWAPS = Kind(_swaps, _swap_words, alone=(NONE,), several=True, exercises=True, pairs=True)
EXERCISES = Kind(_exercises, alone=(NONE,), several=True, exercises=True)
TIME_OR_NONE = Kind(_time_or_none, alone=(NONE,))
ZONE_OR_NONE = Kind(_zone_or_none, alone=(NONE,))
TEXT = Kind(_text)
"""What is read where it is used, such as the name of a file."""
