"""Words in which what was measured keeps its places, so that another language can say them too."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Any

from befit_cli.language import _
from befit_cli.values.base import Range, Value
from befit_cli.values.enums import Day, spoken_word


class Phrase(Value, frozen=True):
    """A sentence, or a part of one; `str()` says it in the language that is spoken.

    Whoever translates needs the template alone, and whoever judges never reads it.
    """

    template: str
    """English, with named places as `str.format` knows them: `{sets} sets`."""
    facts: dict[str, Fact]
    """What stands in each place; a phrase may stand in another's."""

    def __str__(self) -> str:
        facts: dict[str, Any] = {name: _word(fact) for name, fact in self.facts.items()}
        return _(self.template, **facts)


Fact = str | int | float | date | Range | Phrase


def phrase(template: str, **facts: Fact) -> Phrase:
    """`phrase("{sets} sets", sets=12)`: 12 sets."""
    return Phrase(template, facts)


def verbatim(text: str) -> Phrase:
    """A text that is nobody's to translate, such as an exercise's name: braces in it are text."""
    return Phrase("{text}", {"text": text})


def _word(fact: Fact) -> Fact:
    # A day is written `mon` in files and called Monday in sentences.
    if isinstance(fact, Day):
        return fact.title
    return spoken_word(fact) if isinstance(fact, StrEnum) else fact
