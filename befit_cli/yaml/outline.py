"""YAML text -> the keys at its top: by them a file is known, whatever is wrong below."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml
from yaml.events import (
    CollectionEndEvent,
    CollectionStartEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceStartEvent,
)

from befit_cli.yaml.data import LOADER

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_BYTES = 20_000
"""Of a file in which its keys are looked for."""


class Outline(NamedTuple):
    """What stands at the top of a YAML file."""

    keys: frozenset[str]
    """The keys of its mapping, or of the first item where it is a list."""
    listed: bool
    """Whether it is a list."""


def outline_of(text: bytes) -> Outline:
    """What stands at the top of the text, as far as it is YAML: what is none any more is for its
    reader to tell.
    """
    events = _events(text.decode(errors="replace"))
    top = next(events, None)
    listed = isinstance(top, SequenceStartEvent)
    if listed:
        top = next(events, None)
    keys = _keys(events) if isinstance(top, MappingStartEvent) else ()
    return Outline(frozenset(keys), listed)


def _events(text: str) -> Iterator[Any]:
    """The events of the nodes in it, and of the ends of lists and mappings."""
    with suppress(yaml.YAMLError):
        following = LOADER(text).get_event
        while event := following():
            if isinstance(event, NodeEvent | CollectionEndEvent):
                yield event


def _keys(events: Iterator[Any]) -> Iterator[str]:
    """The keys of the mapping that has begun."""
    depth = 0
    at_key = True
    for event in events:
        if isinstance(event, CollectionEndEvent):
            depth -= 1
            if depth < 0:
                return
        elif depth == 0 and at_key and isinstance(event, ScalarEvent):
            yield event.value
        if isinstance(event, CollectionStartEvent):
            depth += 1
        if depth == 0:
            at_key = not at_key
