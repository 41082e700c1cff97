"""What a runner says of themselves, in words -> an `Athlete`, or one sentence about the first word
that means nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from befit_cli.language import _, message
from befit_cli.runner.kinds import OF_A_DAY, SAYINGS, kit_sayings
from befit_cli.runner.options import ATHLETE, KIT_BY_DAY, WEEKS, Option
from befit_cli.values import Athlete, Catalogue

Words = Mapping[str, str | int | Iterable[str] | None]
"""Values by the name of the option without its dashes; None, or nothing, where it was not given."""

_BY_FIELD = {option.field: option for option in ATHLETE}
_OF_PLAN = {"race-date": message("race-date {said}"), WEEKS.name: message("weeks {said}")}
"""What a running plan says that nobody assumes."""
OF_ATHLETE = tuple(_BY_FIELD[field] for field in Athlete.__struct_fields__ if field in _BY_FIELD)
"""The options of the athlete in the order of its fields."""


def read_athlete(words: Words, catalogue: Catalogue) -> Athlete:
    """The athlete that these words describe; what they leave out has its default.

    Raises UsageError, with the words there are and the nearest one, for a word that means nothing,
    and for one out of its range.
    """
    given = spoken(words)
    fields = {}
    for option in (*OF_ATHLETE, KIT_BY_DAY):
        if option.name in given:
            fields[option.field] = option.read(given[option.name], catalogue)
    if fields.get("kit") is None:
        # Kit of single days alone says nothing of the others.
        fields.pop("kit", None)
    return Athlete(**fields)


def words_for(athlete: Athlete) -> dict[str, str]:
    """The athlete in words, by the option's name: `read_athlete` makes the same athlete of them."""
    words: dict[str, str] = {}
    for option in OF_ATHLETE:
        words[option.name] = say(option, athlete)
    return words


def say(option: Option, athlete: Athlete) -> str:
    """What the option says of the athlete, in words."""
    said = option.kind.say(getattr(athlete, option.field))
    if option.name == KIT_BY_DAY.name and athlete.kit_by_day:
        return f"{said}{SAYINGS} {KIT_BY_DAY.kind.say(athlete.kit_by_day)}"
    return said


def spoken(words: Words) -> dict[str, Any]:
    """What the words say, without what was not given."""
    # Typer hands over an empty list where an option that takes several is not said
    return {name: value for name, value in words.items() if value not in (None, (), [])}


def merged(words: Words, otherwise: Words) -> Words:
    """What the words say, and what `otherwise` says where they say nothing. Where they say the kit
    of single days alone, the others have what they had.
    """
    given = spoken(words)
    kit = KIT_BY_DAY.name
    if kit in given and otherwise.get(kit) is not None:
        sayings = kit_sayings(given[kit])
        if all(OF_A_DAY in text for text in sayings):
            given[kit] = [*kit_sayings(otherwise[kit]), *sayings]
    return {**otherwise, **given}


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
    return _("Assumed: {assumed}.", assumed=", ".join(parts)) if parts else ""


def plan_remark(by_plan: Collection[str], words: Words, athlete: Athlete) -> str:
    """One quiet line about what a running plan says, by the options' names, of the athlete and of
    the block; empty where nothing.
    """
    parts = []
    for option in (*OF_ATHLETE, WEEKS):
        if option.name not in by_plan:
            continue
        if option.assumed:
            parts.append(option.assumed(getattr(athlete, option.field)))
        else:
            parts.append(_(_OF_PLAN[option.name], said=words[option.name]))
    return _("From your running plan: {said}.", said=", ".join(parts)) if parts else ""


def remarks(words: Words) -> list[str]:
    """A line for each word that was understood as something else than it says."""
    given = spoken(words)
    lines: list[str] = []
    for option in OF_ATHLETE:
        if option.kind.remark is not None and option.name in given:
            lines.append(option.kind.remark(str(given[option.name])))
    return [line for line in lines if line]
