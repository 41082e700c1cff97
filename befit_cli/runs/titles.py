"""The titles of a running plan: as people see them, and as befit reads them."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple
from unicodedata import combining, normalize

LONGEST_SHOWN = 60
"""The letters that a title has for people."""
LONGEST_READ = 200
"""The letters of a title that are read: more is no title, and would take its time."""

_LONGEST_CELL = 4000
"""The letters in which the first line of a title is looked for."""

_ESCAPE = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]")
_JOINED_EMOJI = "\u200d"
_IN_TWO_UNITS = re.compile(r"\{ *[0-9][0-9.,–-]{0,11} *: *([0-9][0-9.,–-]{0,11}) *\}")
"""`{6:10}`: miles and kilometres."""

_NUMBER = r"[0-9]{1,5}(?:[.,][0-9]{1,3})?"
_KILOMETRES = r"(?:kms?|ks?|kilomet(?:er|re|ro)s?)"
_MILES = r"(?:mi|milers?|miles?|millas?)"
_METRES = r"(?:m|met(?:er|re|ro)s?|mts?)"
_HOURS = r"(?:h|hrs?|hours?|horas?|std|stunden?)"
_MINUTES = r"(?:min|mins|minutes?|minutos?|minuten?|m|')"
_SECONDS = r"(?:s|secs?|seconds?|seg|segs|segundos?|sek|sekunden?|''|\")"
_DISTANCE = rf"{_NUMBER} ?(?:{_KILOMETRES}|{_MILES}|{_METRES})"
_TIME = (
    rf"(?:{_NUMBER} ?(?:{_HOURS}|{_MINUTES}|{_SECONDS})(?: ?[0-9]{{1,2}} ?(?:{_MINUTES}|"
    rf"{_SECONDS}))?|[0-9] ?h ?[0-9]{{2}}|[0-9]:[0-9]{{2}}(?: ?{_HOURS})?)"
)
_SIZE = rf"(?:{_DISTANCE}|{_TIME})"
_COUNT = r"(?:[2-9]|[1-9][0-9])"
_RACE_NAME = (
    r"(?:half(?: marathon)?|marathon|maraton|media(?: maraton)?|medio maraton|halbmarathon|hm)"
)
_RACE_DISTANCE = rf"(?:{_RACE_NAME}|(?:3|5|10|15|21|21[.,]1|42|42[.,]2) ?(?:kms?|k)|10 ?{_MILES})"
_RUNNING = r"(?:run|running|runs|jog|jogging|correr|corriendo|corre|trotar|trote|carrera)"
_WALKING = r"(?:walk|walks|walking|caminar|caminando|camina|caminata|andar|andando)"
SHAPES = {
    "<number>": _NUMBER,
    "<count>": _COUNT,
    "<distance>": _DISTANCE,
    "<time>": _TIME,
    "<size>": _SIZE,
    "<mark>": "(?=[,/+&])",
    "<slower>": rf"[1-9][0-9](?: ?{_SECONDS}(?!\w))?"
    rf"(?! ?(?:{_KILOMETRES}|{_MILES}|{_METRES}|{_MINUTES})(?!\w))",
    "<way>": rf"{_NUMBER} ?(?:{_KILOMETRES}|{_MILES})",
    "<repeats>": rf"{_COUNT} ?(?:x|\*|by|por) {{0,2}}[0-9]\w*(?:[.,:][0-9]\w*)?"
    rf"(?: ?(?:{_KILOMETRES}|{_MILES}|{_METRES}|{_MINUTES}|{_SECONDS})(?!\w))?",
    "<over and under>": r"(?:15/15|20/10|20/20|30/15|30/30|40/20|45/15|60/60)s?",
    "<race distance>": _RACE_DISTANCE,
    "<race>": rf"(?:race|goal|target|mile|1500|carrera|competicion|objetivo|(?:8|12|16|20|50) ?k|"
    rf"{_RACE_DISTANCE})",
    "<run and walk>": rf"(?:{_RUNNING}(?!\w).{{0,20}}(?<!\w){_WALKING}|"
    rf"{_WALKING}(?!\w).{{0,20}}(?<!\w){_RUNNING})",
    "<zero>": rf"0(?:[.,]0)?(?: ?(?:{_KILOMETRES}|{_MILES}|{_MINUTES}))?",
}
"""What a number in the words of a sign may be; `<race>` is one whose pace a run may have, and
`<repeats>` is N x M.
"""
_WITH_UNIT = ("<distance>", "<time>", "<size>")

_SMALL = (
    rf"(?:[0-9]{{1,2}} ?{_SECONDS}|(?:[1-9][0-9]|1[0-9]{{2}}|200)(?: ?{_METRES})?(?![0-9]))(?!\w)"
)
"""As long as a stride may be."""
_TIMES = r"(?:[0-9]{1,2} {1,2})?[0-9]{1,2} ?(?:x|\*|de)? {0,2}"
_LOOKS = r"(?:(?:relaxed|fast|quick|easy|smooth|short|flat|uphill|hill|of|de|en)(?!\w) {1,2}){0,2}"
_STRIDE = (
    r"(?:strides?(?: repeats)?|stride {0,2}outs?|striders?|accelerations?|accels?|"
    r"acelerac(?:ion|iones)|rectas?|progresivos|pick {0,2}ups|build {0,2}ups|"
    r"wind {1,2}sprints?|steigerung(?:en|slaufen?)?)(?!\w)"
)
_NOT_LONG = rf"(?! {{0,2}}(?:de {{0,2}})?(?:[3-9][0-9]{{2}}|[0-9]{{4}}|[0-9] ?{_KILOMETRES}))"
_SHORT = rf"(?:(?:[5-9]|1[0-9]|20) ?{_SECONDS}|[3-8]0 ?{_METRES})(?!\w)"
_UPHILL = r"(?:hill {1,2}sprints?|sprints? en cuestas?|uphill sprints?|hills?|cuestas?)(?!\w)"
_HILL_SPRINTS = r"(?:hill {1,2}sprints?|sprints? en cuestas?|uphill sprints?)(?!\w)"
_EASY = r"(?:(?:easy|jog|suave|trote|z1|z2|e)(?!\w) {0,2}){0,2}"
_WARMING = (
    r"(?:warm {0,2}ups?|wu|w/u|cool {0,2}downs?|cd|c/d|calentamiento|calentar|enfriamiento|"
    r"vuelta a la calma|einlaufen|auslaufen)(?!\w)"
)


def _anywhere(pattern: str) -> re.Pattern[str]:
    """What finds the pattern, and the word that adds it to a run."""
    added = r"(?:(?:with|w/|incl|including|con|plus|and|y|then|mit|und) {1,3})?"
    return re.compile(rf"(?<!\w)(?<![0-9][.,:]){added}(?:{pattern})")


_NO_RUN_BY_THEMSELVES = (
    _anywhere(
        rf"(?:{_TIMES}(?:{_SMALL} {{0,2}})?)?{_LOOKS}{_STRIDE}{_NOT_LONG}"
        rf"(?: {{1,3}}(?:of |de |@ )?(?:{_TIMES})?{_SMALL})?"
    ),
    _anywhere(rf"{_TIMES}{_SMALL} {{1,2}}progresivos?(?!\w)"),
    _anywhere(rf"{_TIMES}{_SHORT} {{0,3}}(?:de |en )?{_UPHILL}"),
    _anywhere(rf"{_UPHILL} {{1,3}}(?:de )?{_TIMES}{_SHORT}"),
    _anywhere(rf"{_TIMES}{_HILL_SPRINTS}(?: {{1,3}}(?:of |de |x )?{_SHORT})?"),
    _anywhere(rf"{_TIMES}(?:cuestas?|hills?) (?:de|of) {_SHORT}"),
    _anywhere(
        rf"{_SIZE} {{1,2}}{_EASY}{_WARMING}|{_WARMING} {{1,2}}{_EASY}{_SIZE}(?: {_EASY})?|"
        rf"{_EASY}{_WARMING}"
    ),
)
"""Strides, hill sprints of seconds, warming up and cooling down, which make no run hard or easy."""
_STRIDES_BY_SIZE = _anywhere(
    rf"(?:[2-9]|10) ?x {{0,2}}(?:(?:[5-9]|1[0-9]|20) ?{_SECONDS}|[4-9]0 ?{_METRES}|"
    rf"1[0-2]0(?: ?{_METRES})?)(?!\w)(?! ?[/x])(?! on)"
)
_NOT_SO = re.compile(
    r"(?<!\w)(?:no|not|don.?t|sin|without|never|avoid) (?:(?:an?|the|too|very|any|demasiado) )?"
    r"(?!run|correr|more|mas|rest)\w+"
)
_ANOTHER_DAY = re.compile(
    r"(?<!\w)(?:"
    r"day after (?:the |your )?\w+(?: (?:run|race|session|workout|effort))?|"
    r"(?:after |from )?yesterdays? \w+(?: (?:run|race|session|workout))?|"
    r"tomorrows? \w+(?: (?:run|race|session|workout))?|"
    r"(?:las|los|la|el) \w+(?: \w+)? de (?:ayer|manana)|"
    r"(?<!la )manana \w+(?: (?:larga|largo|carrera|fuerte))?"
    r")(?!\w)"
)
"""What a title says of the day before or after: `day after intervals`, `mañana tirada larga`."""
_DAYS = (
    "mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|"
    "sunday|lunes|martes|miercoles|jueves|viernes|sabado|domingo|montag|dienstag|mittwoch|"
    "donnerstag|freitag|samstag|sonntag"
)
_WHEN = re.compile(
    rf" *(?:(?:(?:{_DAYS}|am|pm|today|hoy)|(?:week|wk|day|semana|dia|woche|tag|w|d|s)"
    r" ?[0-9]{1,3})(?!\w)[ /,]*){1,4}(?=\S)"
)
"""When it is, at the front: `Mon:`, `Week 3 Day 2 -`."""
_SAID = re.compile(r"[^\W_]")
_DECIMALS = {"1/4": ".25", "1/2": ".5", "3/4": ".75"}
_FRACTION = re.compile(
    r"(?:(?<![0-9/.,:])(?P<whole>[0-9]{1,3})(?P<gap>[ -]?))?"
    r"(?:(?P<sign>[¼½¾])|(?<![0-9/])1/2(?![0-9/]))"
    # half minutes are left alone: 8 x 1/2 min may be one hard and two easy
    r"(?P<unit>(?=[ -]?(?:km|kil|k\b|mi(?!n)|h\b|hr|hour|hora)))?",
    re.IGNORECASE,
)
"""`1½`, or `1 1/2 h`, and whether what it counts stands behind it."""


class Spoken(NamedTuple):
    """A title as it is read."""

    title: str
    """What there is to read of it, with its letters."""
    letters: str
    """The same with small letters and without accents, brackets and what makes no run by itself:
    each letter stands where it does in the title.
    """
    besides: str
    """The strides and the like that were taken out."""


def shown(title: str) -> str:
    """The title for people: one line, with distances in kilometres, and not too long."""
    line = _line(title)
    if len(line) <= LONGEST_SHOWN:
        return line
    beginning, blank, _ = line[:LONGEST_SHOWN].rpartition(" ")
    return f"{beginning.rstrip(' ,;:-–+(') if blank else line[: LONGEST_SHOWN - 1]}…"


@lru_cache(maxsize=1_000)  # a plan says the same title again and again, and each is read twice
def spoken(title: str) -> Spoken:
    """The title as it is read."""
    composed = normalize("NFC", in_decimals(_line(title)))
    bare = "".join(sign for sign in composed if not combining(sign) and sign != "\ufe0f")
    bare = bare[:LONGEST_READ].strip()
    letters = _between_words(_small_letters(bare))
    when = _WHEN.match(letters)
    if when:
        letters = _blanked(letters, when)
    letters = _ANOTHER_DAY.sub(_blanks, letters)
    letters = _NOT_SO.sub(_blanks, letters)
    besides = ""
    for pattern in _NO_RUN_BY_THEMSELVES:
        found = pattern.search(letters)
        if found:
            besides = besides or bare[found.start() : found.end()].strip()
            letters = pattern.sub(_blanks, letters)
    by_size = _STRIDES_BY_SIZE.sub(_blanks, letters)
    if says_something(by_size):
        letters = by_size
    return Spoken(bare, letters, besides)


def in_decimals(title: str) -> str:
    """The title with `1.5 h` for `1½ h`; what counts nothing stays a fraction, `1/2 marathon`."""
    return _FRACTION.sub(_decimal, title)


def _decimal(fraction: re.Match[str]) -> str:
    whole, gap, sign, unit = fraction.group("whole", "gap", "sign", "unit")
    part = normalize("NFKD", sign).replace("\u2044", "/") if sign else "1/2"
    is_one_number = sign and whole and not gap
    if is_one_number or unit is not None:
        return f"{whole or 0}{_DECIMALS[part]}"
    return f"{whole or ''}{gap or ''}{part}"


def says_something(letters: str) -> bool:
    """Whether there is a letter or a digit."""
    return _SAID.search(letters) is not None


@cache
def pattern_of(words: str) -> re.Pattern[str]:
    """What finds any of the words, parted by commas, in the letters of a title."""
    signs = sorted((sign.strip() for sign in words.split(",")), key=len, reverse=True)
    return re.compile("|".join(_pattern(sign) for sign in signs))


def _pattern(sign: str) -> str:
    words = re.findall(r"<[a-z ]+>|[^\s<]+", sign)
    pattern = _word_pattern(words[0])
    for before, word in pairwise(words):
        # the `i` of `<distance> i` is not the end of a unit
        unit = before in _WITH_UNIT and len(word) == 1 and word.isalpha()
        pattern += (" {1,3}" if unit else " {0,3}") + _word_pattern(word)
    if re.match(r"[\w<]", sign):
        pattern = rf"(?<!\w)(?<![0-9][.,:]){pattern}"
    return rf"{pattern}(?!\w)" if re.search(r"[\w>]$", sign) else pattern


def _word_pattern(word: str) -> str:
    if word in SHAPES:
        return SHAPES[word]
    if not (word.isalpha() and word.isascii() and len(word) > 2):
        return re.escape(word)
    return f"{word[:-1]}(?:y|ies)" if word.endswith("y") else f"{word}(?:e?s)?"


def _line(title: str) -> str:
    """The first line that says something, without escapes and control characters, and of each
    distance in two units the one in kilometres.
    """
    for line in _ESCAPE.sub("", title[:_LONGEST_CELL]).splitlines():
        signs = (sign if not sign.isspace() else " " for sign in line)
        legible = "".join(sign for sign in signs if sign.isprintable() or sign == _JOINED_EMOJI)
        if legible.strip():
            return _IN_TWO_UNITS.sub(r"\1 km", " ".join(legible.split()))
    return ""


_LIKE = str.maketrans(
    dict.fromkeys("’‘´`′", "'") | dict.fromkeys("“”″", '"') | {"×": "x", "_": " "}
)
_MARKS = re.compile(r"[()\[\]{}!?¡¿]|(?<![0-9'])[\"'.:*]+|[.:]+(?![0-9])|[-–—−·•|]")


def _small_letters(title: str) -> str:
    return "".join(_small_letter(sign) for sign in title.translate(_LIKE))


@cache
def _small_letter(sign: str) -> str:
    """One small letter for each, without its accent."""
    small = normalize("NFKD", sign)[0].casefold()
    return small if len(small) == 1 else sign


def _between_words(letters: str) -> str:
    """Blanks for brackets, hyphens, and points that part no number."""
    return _MARKS.sub(_blanks, letters)


def _blanks(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _blanked(letters: str, found: re.Match[str]) -> str:
    return letters[: found.start()] + _blanks(found) + letters[found.end() :]
