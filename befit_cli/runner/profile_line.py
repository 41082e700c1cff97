"""A line of a profile that says an option: the text that the option would get, and what is wrong
with it, each word at its place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from befit_cli.errors import UsageError
from befit_cli.language import _
from befit_cli.runner.kinds import OF_A_DAY, SAYINGS
from befit_cli.runner.options import KIT_BY_DAY
from befit_cli.yaml.nodes import Fault, Node, Place, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from befit_cli.runner.options import Option
    from befit_cli.values import Catalogue

_USUAL = "usual"
"""In a mapping of kit, what the days have that are not named."""
_MOST_CHARACTERS = 1_000
"""Of a value: all exercises of a catalogue fit in."""
_MOST_WORDS = 1_000
"""Of a list; befit has a tenth as many exercises."""


def text_of(value: Node) -> str:
    """The value as it would be given to the option."""
    if isinstance(value.data, list):
        return ", ".join(map(text_of, value.parts.values()))
    if isinstance(value.data, dict):
        return _of_mapping(value)
    return value.data if isinstance(value.data, str) else shown(value.data)


def is_text(value: Node, *, own: bool = False) -> bool:
    """Whether it is something to read, and nothing that would play tricks on a terminal; of a
    runner's own words their kind knows what may stand in them.
    """
    if isinstance(value.data, list | dict | None):
        return False
    text = text_of(value)
    return own or (text.isprintable() and len(text) <= _MOST_CHARACTERS)


def without_value(option: Option) -> str:
    """What is wrong with a line that says nothing."""
    return _("{key} has no value; write one, or take the line out", key=option.name)


def line_faults(option: Option, value: Node, exercises: Catalogue) -> Iterator[Fault]:
    """What is wrong with the value of an option: with each of its words, else with the words
    together.
    """
    if value.data is None:
        yield value.place, without_value(option)
        return
    if isinstance(value.data, list) and len(value.data) > _MOST_WORDS:
        yield value.place, _("befit reads {most:,} words here at most", most=_MOST_WORDS)
        return
    faults: list[Fault] = []
    # where none is an answer, an empty list says it, whatever the kind
    listed = option.kind.several or value.data == []
    for word in _words(option, value) if listed else [value]:
        if is_text(word, own=option.kind.own):
            faults += _meaning_faults(option, word.place, text_of(word), exercises)
        else:
            faults.append((word.place, _("{said} means nothing here", said=shown(word.data))))
    # each word may have a meaning and all of them none, such as `none, mon`
    yield from faults or _meaning_faults(option, value.place, text_of(value), exercises)


def _words(option: Option, value: Node) -> Iterator[Node]:
    """The words of a list, each at its own place, or at that of the text it stands in; of pairs a
    mapping is a list, too.
    """
    parts = [value]
    if isinstance(value.data, list):
        parts = list(value.parts.values())
    elif isinstance(value.data, dict) and option.name == KIT_BY_DAY.name:
        # Judged as a whole: a word of kit means something by its day.
        yield Node(text_of(value), value.place)
        return
    elif isinstance(value.data, dict) and option.kind.pairs:
        parts = [_pair(key, part) for key, part in value.parts.items()]
    for part in parts:
        if is_text(part) and option.name == KIT_BY_DAY.name and OF_A_DAY in text_of(part):
            yield part
        elif is_text(part):
            for word in text_of(part).split(","):
                yield Node(word, part.place)
        else:
            yield part


def _pair(key: Any, part: Node) -> Node:
    """`A: B` of a mapping as the word `A=B`; what is no text stays what it is, a fault."""
    return Node(f"{key}={text_of(part)}", part.place) if is_text(part) else part


def _meaning_faults(
    option: Option, place: Place, text: str, exercises: Catalogue
) -> Iterator[Fault]:
    try:
        option.read(text, exercises, dashes="")
        if option.name == KIT_BY_DAY.name:
            KIT_BY_DAY.read(text, exercises, dashes="")
    except UsageError as error:
        yield place, str(error)


def _of_mapping(value: Node) -> str:
    """Pairs `A=B`, each a saying by itself; what the usual days have stands alone."""
    sayings = [
        text_of(part) if key == _USUAL else f"{key}={text_of(part)}"
        for key, part in value.parts.items()
    ]
    return f"{SAYINGS} ".join(sayings)
