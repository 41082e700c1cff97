"""Kinds of value that a runner says in words: how words become one, or one sentence about the first
word that means nothing, and how it becomes words again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, time, tzinfo
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from msgspec import Struct

from befit_cli.errors import UsageError
from befit_cli.language import _, message, plural
from befit_cli.runner.alone import ALL, NONE, means_none
from befit_cli.runner.clock import read_time, read_zone
from befit_cli.runner.dates import read_date
from befit_cli.runner.days import read_day, read_days
from befit_cli.runner.meanings import NO_FILLERS, Vocabulary, of_enum
from befit_cli.runner.numbers import NO_UNITS, read_number
from befit_cli.runner.races import race_remark, read_race
from befit_cli.runner.vocabulary import (
    ASK_WHAT_IT_HAS,
    KIT_FILLERS,
    KIT_PRESETS,
    KIT_WORDS,
    SOME_GYM,
    UNSURE_KIT,
)
from befit_cli.values import Catalogue, Day, Kit, Race, Range, name_fault, notes_fault

_Word = TypeVar("_Word", bound=StrEnum)
_Text = TypeVar("_Text", bound=str)

_ADDRESS = r"(?i)[a-z]+://"
_AND = r"[/&+]|\b(?:and|y)\b"


def _refuse_some_gym(text: str) -> None:
    """Raise UsageError for what would be two presets: `home gym` is not home and a whole gym."""
    if re.fullmatch(SOME_GYM, text):
        raise UsageError(_(ASK_WHAT_IT_HAS, word=text))


SAYINGS = ";"
"""Between what is said of kit at several times, where it stands in one text."""
OF_A_DAY = "="
"""Between days and the kit that they have."""
_KIT = Vocabulary(
    refusal=message("'{word}' is not kit; the words are {words}{nearest}"),
    offered={**KIT_PRESETS, **{kit.value: (kit,) for kit in Kit}},
    also=KIT_WORDS,
    unsure=UNSURE_KIT,
    fillers=KIT_FILLERS,
    form=_refuse_some_gym,
)


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
    path: bool = False
    """Whether it names a file, in which `~` is the home folder wherever a shell leaves it."""
    remark: Callable[[str], str] | None = None
    """What to tell of how a word was understood, empty where that is plain."""
    python_type: type = str
    """What the command line takes it for before it is read."""


def choice(
    what: str,
    words: Iterable[_Word],
    *,
    also: Mapping[str, _Word] | None = None,
    unsure: Mapping[str, str] | None = None,
    form: Callable[[str], _Word | None] | None = None,
    none: bool = False,
) -> Kind:
    """One of the words; `also` are words that mean the same as others, `unsure` what could be
    several, `form` finds one in how a word is written, and `none`, where it may be said, means
    None.
    """
    offered = tuple(words)
    vocabulary = of_enum(what, offered, also, unsure, form=form)

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
    fillers: str = NO_FILLERS,
    none: bool = False,
) -> Kind:
    """Several of the words, sorted and once; `none` is offered where it is an answer. `also` are
    words that mean the same as others, `unsure` what could be several, and `fillers` what says
    nothing beside them.
    """
    offered = tuple(words)
    vocabulary = of_enum(what, offered, also, unsure, fillers)

    def read(saying: Saying) -> tuple[_Word, ...]:
        if is_none(saying.value):
            return ()
        chosen: set[_Word] = set()
        for text in read_words(saying.value):
            chosen.update(vocabulary.meanings(text))
        return tuple(sorted(chosen))

    return Kind(read, words=offered, alone=(NONE,) if none else (), several=True)


def number(allowed: Range, units: Vocabulary[int] = NO_UNITS) -> Kind:
    """A whole number of the range; `units` says how much each unit is."""

    def read(saying: Saying) -> int:
        return read_number(saying.name, _single(saying.value), allowed, units)

    return Kind(read)


def number_or_none(allowed: Range, units: Vocabulary[int] = NO_UNITS) -> Kind:
    """A whole number of the range; `none` means None."""

    def read(saying: Saying) -> int | None:
        if is_none(saying.value):
            return None
        return read_number(saying.name, _single(saying.value), allowed, units)

    return Kind(read, alone=(NONE,))


def days(*, all_days: bool = False) -> Kind:
    """Days of the week in their order, by name or from one to another; `none` means no day, and
    `all`, where it may be said, every day.
    """

    def read(saying: Saying) -> tuple[Day, ...]:
        if is_none(saying.value):
            return ()
        chosen: set[Day] = set()
        for text in read_words(saying.value):
            chosen.update(read_days(text))
        return tuple(sorted(chosen))

    def say(value: tuple[Day, ...]) -> str:
        return ALL if all_days and value == tuple(Day) else words_of(value)

    alone = (ALL,) if all_days else (NONE,)
    return Kind(read, say, words=tuple(Day), alone=alone, several=True)


def read_words(value: object) -> Iterator[str]:
    """The words of a list, given with commas or semicolons, as several values, or both."""
    # a text is an iterable, too: of letters
    values = [value] if isinstance(value, str) else value
    assert isinstance(values, Iterable), "lists come as text or as several texts"
    for part in values:
        for word in re.split("[,;]", str(part)):
            if word.strip():
                yield word.strip()


def is_none(value: object) -> bool:
    """Whether nothing is said, or only words that mean none."""
    words = list(read_words(value))
    return not words or (len(words) == 1 and means_none(words[0]))


def hard_run_words(days: tuple[Day, ...]) -> str:
    """The days of hard runs: `hard run Tuesday`."""
    if not days:
        return _("no hard run")
    titles = ", ".join(day.title for day in days)
    return plural(len(days), "hard run {days}", "hard runs {days}", days=titles)


def long_run_words(day: Day | None) -> str:
    """The day of the long run: `long run Sunday`."""
    return _("no long run") if day is None else _("long run {day}", day=day.title)


def _single(value: object) -> str:
    return str(value).strip()


def _date(saying: Saying) -> date:
    return read_date(saying.name, _single(saying.value))


def _date_or_none(saying: Saying) -> date | None:
    return None if is_none(saying.value) else read_date(saying.name, _single(saying.value))


def _day_or_none(saying: Saying) -> Day | None:
    return None if is_none(saying.value) else read_day(_single(saying.value))


def kit_sayings(value: object) -> list[str]:
    """What is said of kit, one text for each time that the option is said: `gym`, `thu=home`."""
    values = [value] if isinstance(value, str) else value
    assert isinstance(values, Iterable), "kit comes as text or as several texts"
    return [text.strip() for each in values for text in str(each).split(SAYINGS)]


def _kit(saying: Saying) -> tuple[Kit, ...] | None:
    """The kit of all days that have none of their own; None where nothing is said of them."""
    usual = [text for text in kit_sayings(saying.value) if OF_A_DAY not in text]
    return _owned(usual) if usual else None


def _kit_by_day(saying: Saying) -> dict[Day, tuple[Kit, ...]]:
    by_day: dict[Day, tuple[Kit, ...]] = {}
    for text in kit_sayings(saying.value):
        days, sign, kit = text.partition(OF_A_DAY)
        if not sign:
            continue
        each = _("Say each by itself: {name} gym {name} thu=home,band.", name=saying.name)
        try:
            on = read_days(days)
        except UsageError as error:
            raise UsageError(f"{saying.name} '{text}': {error}", each) from None
        if OF_A_DAY in kit:
            raise UsageError(
                _("{name} '{text}' is the kit of several days.", name=saying.name, text=text), each
            )
        by_day |= dict.fromkeys(on, _owned([kit]))
    return by_day


def _owned(value: list[str]) -> tuple[Kit, ...]:
    if is_none(value):
        return ()
    owned: set[Kit] = set()
    for text in read_words(value):
        for things in _KIT.meanings(text):
            owned.update(things)
    return tuple(sorted(owned))


def _by_day_words(by_day: dict[Day, tuple[Kit, ...]]) -> str:
    return f"{SAYINGS} ".join(f"{day}{OF_A_DAY}{_kit_words(by_day[day])}" for day in sorted(by_day))


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
    ids: set[str] = set()
    for text in read_words(saying.value):
        ids.update(_listed(text, saying.catalogue))
    return tuple(sorted(ids))


def _listed(text: str, catalogue: Catalogue) -> list[str]:
    """The ids of the exercises that the text names."""
    parts = re.split(_AND, text)
    try:
        # a name may have an `and` of its own
        return [_exercise(text, catalogue)]
    except UsageError:
        if len(parts) == 1:
            raise
    return [_exercise(part.strip(), catalogue) for part in parts if part.strip()]


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
                _("{name} '{text}' is no exchange.", name=saying.name, text=text),
                _("Write the exercise to leave out, =, and the one to do for it: squats=lunges."),
            )
        left_out = _exercise(before.strip(), saying.catalogue)
        done = _exercise(after.strip(), saying.catalogue)
        if left_out == done:
            raise UsageError(
                _("{name} '{text}' is one exercise and no exchange.", name=saying.name, text=text),
                _("Say another exercise for {exercise}.", exercise=left_out),
            )
        if swaps.setdefault(left_out, done) != done:
            raise UsageError(
                _(
                    "{name} exchanges {exercise} twice, for {one} and for {other}.",
                    name=saying.name,
                    exercise=left_out,
                    one=swaps[left_out],
                    other=done,
                ),
                _("Say one of them."),
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
    if str(saying.value).strip().lower() in ("", NONE):
        return ""
    from unicodedata import normalize  # late: few say a name

    name = normalize("NFC", _single(saying.value))
    if fault := name_fault(name):
        raise UsageError(
            _("{name} {fault}.", name=saying.name, fault=fault),
            _("Write what you are called, such as Ana."),
        )
    return name


def _notes(saying: Saying) -> str:
    """The line as it is written; what stands on several lines is one."""
    said = " ".join(str(saying.value).split())
    if means_none(said):
        return ""
    if fault := notes_fault(said):
        raise UsageError(
            _("What {name} says {fault}.", name=saying.name, fault=fault),
            _("Write a line, such as Slow calves."),
        )
    return said


def _text(saying: Saying) -> str:
    return str(saying.value)


def is_no_file(name: str) -> bool:
    """Whether the words say that there is no file; a dot is a folder."""
    return means_none(name) and (not name or any(map(str.isalpha, name)))


def _file_or_none(saying: Saying) -> str | None:
    """The file's name; raises UsageError for the address of one in the web."""
    name = _single(saying.value)
    if is_no_file(name):
        return None
    if re.match(_ADDRESS, name):
        raise UsageError(
            _(
                "{name} '{text}' is an address, and befit uses no network.",
                name=saying.name,
                text=name,
            ),
            _("Download it first, and name the file."),
        )
    return name


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
OWN_NOTES = Kind(_notes, lambda notes: notes or NONE, alone=(NONE,), own=True)
KIT_BY_DAY = Kind(_kit_by_day, _by_day_words, several=True)
RACE = Kind(_race, words=tuple(Race), remark=race_remark)
SWAPS = Kind(_swaps, _swap_words, alone=(NONE,), several=True, exercises=True, pairs=True)
EXERCISES = Kind(_exercises, alone=(NONE,), several=True, exercises=True)
TIME_OR_NONE = Kind(_time_or_none, alone=(NONE,))
ZONE_OR_NONE = Kind(_zone_or_none, alone=(NONE,))
TEXT = Kind(_text)
"""What is read where it is used."""
PATH = Kind(_text, path=True, python_type=Path)
"""The name of a file, which is read where the file is opened."""
FILE_OR_NONE = Kind(_file_or_none, alone=(NONE,), path=True)
"""The name of a file, or `none`."""
