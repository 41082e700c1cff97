"""What a runner says of themselves, in words -> an `Athlete`, or one sentence about the first word
that means nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date, time, tzinfo
from enum import StrEnum
from typing import Any, TypeVar

from befit_cli.errors import UsageError, did_you_mean
from befit_cli.evidence.session import MINUTES
from befit_cli.evidence.week import SESSIONS
from befit_cli.values import Athlete, Catalogue, Day, Group, Kit, Level, Niggle, Race, Range

Said = Mapping[str, str | int | Iterable[str] | None]
"""Values by the name of the option without its dashes; None, or nothing, where it was not given."""

_Word = TypeVar("_Word", bound=StrEnum)
_Text = TypeVar("_Text", bound=str)

NONE = "none"
ALL = "all"
START = "start"
"""What says when the block begins; it is said of the plan rather than of the athlete."""
_YEARS = Range(1969, 2200)
"""A clock that was never set shows the first day of 1970, whose week began in 1969."""
RACE_WORDS = {
    **{race.value: race for race in Race},
    "21k": Race.HALF,
    "half-marathon": Race.HALF,
    "42k": Race.MARATHON,
}
KIT_PRESETS = {NONE: (), "home": (Kit.TOWEL, Kit.STEP, Kit.BENCH), "gym": tuple(Kit)}
"""`home` has a towel, a stair to step on and a sturdy chair for a bench."""

FIELDS = {
    "race": "race",
    "sessions": "sessions",
    "level": "level",
    "kit": "kit",
    "minutes": "minutes",
    "long-run": "long_run",
    "hard": "hard_runs",
    "days": "days",
    "focus": "focus",
    "niggle": "niggles",
    "without": "without",
    "race-date": "race_date",
}
"""The field of an athlete that each option says something of, without the option's dashes."""

ASSUMED: dict[str, tuple[str, Callable[[Athlete], str]]] = {
    "race": ("--race", lambda athlete: athlete.race.value),
    "sessions": ("--sessions", lambda athlete: f"{athlete.sessions} sessions"),
    "level": ("--level", lambda athlete: athlete.level.value),
    "kit": ("--kit", lambda athlete: "home kit"),
    "minutes": ("--minutes", lambda athlete: f"{athlete.minutes} minutes"),
    "long-run": (
        "--long-run",
        lambda athlete: f"long run {athlete.long_run.title if athlete.long_run else NONE}",
    ),
    "hard": ("--hard", lambda athlete: f"hard run {athlete.hard_runs[0].title}"),
}
"""What befit assumes where nothing says it: the option that changes it, and how it is told."""


def read_athlete(said: Said, catalogue: Catalogue) -> Athlete:
    """The athlete that these words describe; what they leave out has its default.

    Raises UsageError, with the words there are and the nearest one, for a word that means nothing,
    and for one out of its range.
    """
    default = Athlete()
    given = {
        field: read_value(option, said[option], catalogue)
        for option, field in FIELDS.items()
        if _is_given(said.get(option))
    }
    return Athlete(
        **{**{name: getattr(default, name) for name in default.__struct_fields__}, **given}
    )


def read_value(option: str, value: object, catalogue: Catalogue, *, dashes: str = "--") -> Any:
    """What the value of one of `FIELDS` means. Raises UsageError as `read_athlete` does; it names
    the option with `dashes` before it.
    """
    readers: dict[str, Callable[[Any], Any]] = {
        "race": lambda said: _one_of("race", RACE_WORDS, said),
        "sessions": lambda said: read_number(f"{dashes}sessions", said, SESSIONS),
        "level": lambda said: _one_of("level", {level.value: level for level in Level}, said),
        "kit": _kit,
        "minutes": lambda said: read_number(f"{dashes}minutes", said, MINUTES),
        "long-run": lambda said: None if _is_only(NONE, said) else _day(_single(said)),
        "hard": _days,
        "days": lambda said: tuple(Day) if _is_only(ALL, said) else _days(said),
        "focus": lambda said: (
            None
            if _is_only(NONE, said)
            else _one_of("group", {group.value: group for group in Group}, said)
        ),
        "niggle": lambda said: read_words("niggle", Niggle, said),
        "without": lambda said: _exercises(said, catalogue),
        "race-date": lambda said: (
            None if _is_only(NONE, said) else read_date(f"{dashes}race-date", _single(said))
        ),
    }
    return readers[option](value)


def words_for(athlete: Athlete) -> dict[str, str]:
    """The athlete in words, by the option's name: `read_athlete` makes the same athlete of them."""
    return {option: _words_for(getattr(athlete, field)) for option, field in FIELDS.items()} | {
        "kit": _kit_words(athlete.kit),
        "days": ALL if athlete.days == tuple(Day) else _words_for(athlete.days),
    }


def merged(said: Said, otherwise: Said) -> Said:
    """What `said` says, and what `otherwise` says where it says nothing."""
    return {**otherwise, **{option: value for option, value in said.items() if _is_given(value)}}


def read_words(what: str, words: type[_Word], value: object) -> tuple[_Word, ...]:
    """The members of `words` that a list names, sorted and once; raises UsageError, with the
    nearest one, for any other word.
    """
    return _each(value, lambda word: _one_of(what, {each.value: each for each in words}, word))


def assumptions(said: Said, athlete: Athlete, about: Collection[str] = tuple(ASSUMED)) -> str:
    """One quiet line about what was assumed, with the options that change it; empty where
    everything it is `about` was said.
    """
    told = [
        f"{ASSUMED[name][1](athlete)} ({ASSUMED[name][0]})"
        for name in about
        if not _is_given(said.get(name))
    ]
    return f"Assumed: {', '.join(told)}." if told else ""


def read_date(option: str, value: str) -> date:
    """The date written YYYY-MM-DD; raises UsageError, naming the option, for anything else."""
    try:
        read = date.fromisoformat(
            value if "-" in value else ""
        )  # without dashes it would be another notation
    except ValueError:
        raise UsageError(
            f"{option} '{value}' is not a date.", "Write it as YYYY-MM-DD, for example 2027-04-18."
        ) from None
    if not _YEARS.low <= read.year <= _YEARS.high:
        raise UsageError(
            f"{option} {value} is out of range; the year is {_YEARS.low} to {_YEARS.high}."
        )
    return read


def read_clock(at: str | None, zone: str | None) -> time | None:
    """The time of day written HH:MM, in the zone of that name, else in no zone; None where no time
    is said.

    Raises UsageError for what is no time or no zone, and for a zone without a time.
    """
    if at is None:
        if zone is not None:
            raise UsageError(
                "--tz says where the time is, and there is none.", "Say --at HH:MM too."
            )
        return None
    clock = re.fullmatch(r"([01]?[0-9]|2[0-3]):([0-5][0-9])", at.strip())
    if clock is None:
        raise UsageError(f"--at '{at}' is not a time.", "Write it as HH:MM, for example 18:30.")
    return time(int(clock[1]), int(clock[2]), tzinfo=None if zone is None else _zone(zone))


def _zone(name: str) -> tzinfo:
    from zoneinfo import ZoneInfo, available_timezones

    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # no such name, a path, a folder of zones
        nearest = did_you_mean(name, sorted(available_timezones())) or "."
        raise UsageError(
            f"--tz '{name}' is not a time zone{nearest}", "Write it as in Europe/Berlin."
        ) from None


def _exercises(value: object, catalogue: Catalogue) -> tuple[str, ...]:
    from befit_cli.catalogue.finder import find_exercise

    return _each(value, lambda word: find_exercise(catalogue, word).id)


def _each(value: object, read: Callable[[str], _Text]) -> tuple[_Text, ...]:
    """What each word of a list means, sorted and once; nothing for `none`."""
    return () if _is_only(NONE, value) else tuple(sorted({read(word) for word in _words(value)}))


def _is_given(value: object) -> bool:
    return value is not None and value not in ((), [])


def _is_only(word: str, value: object) -> bool:
    return [each.lower() for each in _words(value)] == [word]


def _words(value: object) -> Iterator[str]:
    """The words of a list, given with commas, as several values, or both."""
    values = [value] if isinstance(value, str) else value
    assert isinstance(values, Iterable), "lists come as text or as several texts"
    for part in values:
        yield from (word.strip() for word in str(part).split(",") if word.strip())


def _single(value: object) -> str:
    return str(value).strip()


def _one_of(what: str, words: Mapping[str, _Word], value: object) -> _Word:
    word = _single(value).lower()
    if word not in words:
        raise UsageError(
            f"'{_single(value)}' is not a {what}; the {what}s are "
            f"{', '.join(words)}{did_you_mean(word, words) or '.'}"
        )
    return words[word]


def read_number(option: str, value: object, allowed: Range) -> int:
    """The number if it is in the allowed range; raises UsageError, naming the option, for any other
    and for what is no number.
    """
    either = (
        f"it is {allowed.low} {'or' if allowed.high - allowed.low == 1 else 'to'} {allowed.high}."
    )
    if not re.fullmatch(r"[-+]?[0-9]{1,99}", _single(value)):
        raise UsageError(f"{option} '{_single(value)}' is not a whole number; {either}")
    number = int(_single(value))
    if not allowed.low <= number <= allowed.high:
        raise UsageError(f"{option} {number} is out of range; {either}")
    return number


def _day(word: str) -> Day:
    """A day by its name or the first letters of it, three at least."""
    for day in Day:
        if len(word) >= 3 and day.title.lower().startswith(word.lower()):
            return day
    nearest = did_you_mean(word, [day.title.lower() for day in Day]) or "."
    raise UsageError(f"'{word}' is not a day; the days are {', '.join(Day)}{nearest}")


def _days(value: object) -> tuple[Day, ...]:
    if _is_only(NONE, value):
        return ()
    return tuple(
        sorted({day for word in _words(value) for day in _span(word)}, key=lambda day: day.rank)
    )


def _span(word: str) -> Iterator[Day]:
    """One day, or all from one to another: `mon-fri`, and over the week's end `sat-mon`."""
    ends = re.fullmatch(r"(\w+)\s*-\s*(\w+)", word)
    first, last = map(_day, ends.groups()) if ends else [_day(word)] * 2
    return (day for day in Day if first.until(day) <= first.until(last))


def _kit(value: object) -> tuple[Kit, ...]:
    owned: set[Kit] = set()
    words: dict[str, tuple[Kit, ...]] = {**KIT_PRESETS, **{kit.value: (kit,) for kit in Kit}}
    for word in _words(value):
        if word.lower() not in words:
            raise UsageError(
                f"'{word}' is not kit; the words are "
                f"{', '.join(words)}{did_you_mean(word, words) or '.'}"
            )
        owned.update(words[word.lower()])
    return tuple(sorted(owned))


def _kit_words(kit: tuple[Kit, ...]) -> str:
    """The largest preset that is owned whole, and what is owned besides."""
    presets = [preset for preset, things in KIT_PRESETS.items() if set(things) <= set(kit)]
    largest = max(presets, key=lambda preset: len(KIT_PRESETS[preset]))
    more = [thing for thing in kit if thing not in KIT_PRESETS[largest]]
    return ", ".join(more if more and largest == NONE else [largest, *more])


def _words_for(value: object) -> str:
    if value is None or value == ():
        return NONE
    return ", ".join(value) if isinstance(value, tuple) else str(value)
