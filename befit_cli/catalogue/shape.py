"""Whether a file has the shape of a catalogue at all, told before its thousands of lines are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml
from yaml.events import (
    CollectionEndEvent,
    CollectionStartEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
)

from befit_cli.language import _, message
from befit_cli.yaml.data import LOADER
from befit_cli.yaml.nodes import Fault, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

_WANTED = message(
    "write exercises: first, and below it a list in which each has an id, a name and what else "
    "befit schema tells"
)
_KEYS = frozenset({"exercises", "extends"})
"""One of them is in every catalogue."""


def no_catalogue(data: Any) -> str:
    """The sentence about what has another shape than a catalogue; empty for what is a mapping."""
    if isinstance(data, dict):
        return ""
    return _("{word} is no catalogue: {wanted}", word=shown(data), wanted=_(_WANTED))


def shape_fault(text: bytes) -> Fault | None:
    """What is wrong with the shape of a text that is too long to be read whole; None where the
    shape is right or the text is no YAML.
    """
    try:
        events = yaml.parse(text, Loader=LOADER)
        first = next((event for event in events if isinstance(event, NodeEvent)), None)
        if isinstance(first, MappingStartEvent):
            if not _KEYS.isdisjoint(_keys(events)):
                return None
            sentence = _("a mapping without exercises is no catalogue: {wanted}", wanted=_(_WANTED))
        else:
            # Of a list that long nobody asks whether it is empty.
            is_list = isinstance(first, CollectionStartEvent)
            sentence = no_catalogue([...] if is_list else getattr(first, "value", None))
    except (yaml.YAMLError, UnicodeDecodeError):
        return None
    mark = first.start_mark if first else None
    return ((mark.line + 1, mark.column + 1) if mark else (1, 1)), sentence


def _keys(events: Iterator[Any]) -> Iterator[str]:
    """The keys of the mapping that has just begun."""
    for key in events:
        if isinstance(key, CollectionEndEvent):
            return
        if isinstance(key, ScalarEvent):
            yield key.value
        _pass_by(key, events)
        _pass_by(next(events), events)


def _pass_by(event: Any, events: Iterator[Any]) -> None:
    """Go on to the end of what the event begins."""
    depth = int(isinstance(event, CollectionStartEvent))
    while depth:
        event = next(events)
        depth += isinstance(event, CollectionStartEvent)
        depth -= isinstance(event, CollectionEndEvent)
