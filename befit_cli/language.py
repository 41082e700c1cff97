"""The language in which befit speaks to people: English, in which every sentence is written, or
Spanish.

`_` says a sentence at once. What is said later than it is written, such as a row of a table, is
marked with `message` where it is written, and `_` says it where it is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gettext import GNUTranslations


class Language(StrEnum):
    """What befit speaks."""

    EN = "en"
    ES = "es"

    @property
    def messages(self) -> Path:
        """The compiled file of its sentences; English has none."""
        return Path(__file__).parent / "data" / f"{self}.mo"


_SPOKEN = ContextVar("language", default=Language.EN)


def spoken() -> Language:
    """The language that is spoken now."""
    return _SPOKEN.get()


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """What is said within is said in this language."""
    before = _SPOKEN.set(language)
    try:
        yield
    finally:
        _SPOKEN.reset(before)


def _(template: str, /, *, sense: str = "", **facts: object) -> str:
    """The sentence in the language that is spoken, its named places filled as `str.format` does:
    `_("There is no file {path}.", path=path)`. Without facts it has no places: braces are text.

    Where one English word has two Spanish ones, its `sense` tells them apart.
    """
    return _filled(_translated(template, sense), facts)


def plural(number: int, one: str, many: str, /, **facts: object) -> str:
    """The sentence for so many, with the number as `{n}`: `plural(3, "{n} week", "{n} weeks")`."""
    template = one if number == 1 else many
    if spoken() is not Language.EN:
        template = _translations(spoken()).ngettext(one, many, number)
    return _filled(template, {"n": number, **facts})


def message(template: str, /, *, sense: str = "") -> str:
    """The same text, for a place that is read before anybody says it: `_` will, in that sense."""
    return template


def decimal(number: float) -> str:
    """`7.5`, in Spanish `7,5`; 8.0 as `8`."""
    return _filled("{number:g}", {"number": number})


def every(words: Iterable[str]) -> str:
    """`a, b and c`."""
    return _joined(list(words), {Language.EN: "and", Language.ES: "y"})


def either(words: Iterable[str]) -> str:
    """`a, b or c`."""
    return _joined(list(words), {Language.EN: "or", Language.ES: "o"})


def capital(text: str) -> str:
    """The text as a sentence or a title begins: Spanish writes its days and months small."""
    return text[:1].upper() + text[1:]


def small(text: str) -> str:
    """The text as it goes on behind a colon; what begins with more capitals than one stays."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


class _Decimal(float):
    """A number with a decimal comma, however it is formatted."""

    def __format__(self, how: str) -> str:
        return super().__format__(how).replace(".", ",")


_BEFORE_I = "(?i)h?[ií](?!e)"
_BEFORE_O = "(?i)h?[oó]"
_BEFORE_THE_SAME_SOUND = {"y": (_BEFORE_I, "e"), "o": (_BEFORE_O, "u")}
"""What `y` and `o` become before a word that begins with their sound."""


def _joined(words: list[str], between: Mapping[Language, str]) -> str:
    if len(words) < 2:
        return "".join(words)
    word = between[spoken()]
    if word in _BEFORE_THE_SAME_SOUND:
        sound, instead = _BEFORE_THE_SAME_SOUND[word]
        word = instead if re.match(sound, words[-1]) else word
    return f"{', '.join(words[:-1])} {word} {words[-1]}"


def _filled(template: str, facts: Mapping[str, object]) -> str:
    if not facts:
        return template
    if spoken() is Language.ES:
        facts = {name: _with_comma(fact) for name, fact in facts.items()}
    return template.format_map(facts)


def _with_comma(fact: object) -> object:
    return _Decimal(fact) if isinstance(fact, float) else fact


def _translated(template: str, sense: str) -> str:
    # to gettext the empty text is the file's own heading
    if spoken() is Language.EN or not template:
        return template
    if sense:
        return _translations(spoken()).pgettext(sense, template)
    return _translations(spoken()).gettext(template)


@cache
def _translations(language: Language) -> GNUTranslations:
    from gettext import GNUTranslations

    with language.messages.open("rb") as file:
        return GNUTranslations(file)
