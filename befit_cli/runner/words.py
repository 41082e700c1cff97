"""What a runner says of themselves, in words -> an `Athlete`, or one sentence about the first word
that means nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from befit_cli.runner.options import ATHLETE
from befit_cli.values import Athlete, Catalogue

Words = Mapping[str, str | int | Iterable[str] | None]
"""Values by the name of the option without its dashes; None, or nothing, where it was not given."""

_BY_FIELD = {option.field: option for option in ATHLETE}
OF_ATHLETE = tuple(_BY_FIELD[field] for field in Athlete.__struct_fields__ if field in _BY_FIELD)
"""The options of the athlete in the order of its fields."""


def read_athlete(words: Words, catalogue: Catalogue) -> Athlete:
    """The athlete that these words describe; what they leave out has its default.

    Raises UsageError, with the words there are and the nearest one, for a word that means nothing,
    and for one out of its range.
    """
    given = spoken(words)
    fields = {}
    for option in OF_ATHLETE:
        if option.name in given:
            fields[option.field] = option.read(given[option.name], catalogue)
    return Athlete(**fields)


def words_for(athlete: Athlete) -> dict[str, str]:
    """The athlete in words, by the option's name: `read_athlete` makes the same athlete of them."""
    words: dict[str, str] = {}
    for option in OF_ATHLETE:
        words[option.name] = option.kind.say(getattr(athlete, option.field))
    return words


def spoken(words: Words) -> dict[str, Any]:
    """What the words say, without what was not given."""
    # Typer hands over an empty list where an option that takes several is not said
    return {name: value for name, value in words.items() if value not in (None, (), [])}


def merged(words: Words, otherwise: Words) -> Words:
    """What the words say, and what `otherwise` says where they say nothing."""
    return {**otherwise, **spoken(words)}


def assumptions(words: Words, athlete: Athlete, about: Collection[str] | None = None) -> str:
    """One quiet line about what was assumed, with the options that change it; empty where
    everything it is `about`, else everything that befit assumes, was said.
    """
    given = spoken(words)
    parts: list[str] = []
    for option in OF_ATHLETE:
        if about is not None and option.name not in about:
            continue
        if option.assumed and option.name not in given:
            default = option.assumed(getattr(athlete, option.field))
            parts.append(f"{default} (--{option.name})")
    return f"Assumed: {', '.join(parts)}." if parts else ""


def remarks(words: Words) -> list[str]:
    """A line for each word that was understood as something else than it says."""
    given = spoken(words)
    lines: list[str] = []
    for option in OF_ATHLETE:
        if option.kind.remark is not None and option.name in given:
            lines.append(option.kind.remark(str(given[option.name])))
    return [line for line in lines if line]
