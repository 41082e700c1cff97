"""YAML text -> its data alone, for what has no fault: in half the time of nodes.py, which then
tells the faults of all else.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml
from yaml.events import CollectionEndEvent, NodeEvent, ScalarEvent, SequenceStartEvent
from yaml.reader import Reader

from befit_cli.language import message

if TYPE_CHECKING:
    from collections.abc import Callable

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""What reads YAML for all of befit: PyYAML's C part, or where that is missing, slower, the other.
"""

MOST_DEPTH = 20
"""How many lists and mappings a value may stand in."""

TOO_DEEP = message("nested too deeply: take out the brackets that are too many")
"""What befit says where a value stands in more of them."""


class Odd(Exception):
    """The text is no YAML, or YAML with more in it than befit reads."""


def data_of(text: str | bytes) -> Any:
    """The data that the text stands for, the same as that of its nodes; raises Odd where
    `nodes.compose` has a fault to tell.
    """
    try:
        decoded = text.decode() if isinstance(text, bytes) else text
        # Before PyYAML sees it: at half a surrogate its C part raises no error of PyYAML's.
        if Reader.NON_PRINTABLE.search(decoded):
            raise Odd
        following = LOADER(decoded).get_event
        first = _next_node(following)
        data = None
        if first:
            data = _data(first, following)
        second = _next_node(following)
    except (UnicodeDecodeError, yaml.YAMLError) as error:
        raise Odd from error
    if second:
        raise Odd
    return data


def scalar(event: ScalarEvent) -> str | float | bool | None:
    """The value as YAML 1.2 reads it: `no` is a word, `1:30` is not ninety and `010` is ten."""
    text: str = event.value
    if not event.implicit[0]:  # quoted, or a block of text
        return text
    # Most are words: asked first, they need no regular expression.
    if text[:1].isalpha():
        return _CONSTANTS.get(text, text)
    if _INTEGER.fullmatch(text):
        return int(text)
    if _NUMBER.fullmatch(text):
        return float(text)
    return _CONSTANTS.get(text, text)


def text_of(data: Any) -> str:
    """The YAML that `data_of` reads this data from, keys in their order."""
    return str(
        yaml.dump(
            data,
            Dumper=_Dumper,
            sort_keys=False,
            allow_unicode=True,
            default_flow_style=None,
            width=120,
        )
    )


def line_of(data: Any) -> str:
    """The same YAML on one line, without its end."""
    line = yaml.dump(
        data,
        Dumper=_Dumper,
        sort_keys=False,
        allow_unicode=True,
        default_flow_style=True,
        width=float("inf"),
    )
    return str(line).removesuffix("\n")


class _Dumper(yaml.SafeDumper):
    """Quotes the words that are numbers in YAML 1.2 alone, such as `08` and `1e3`, too, keeps text
    of several lines on one, and has `>` in double quotes alone, where it may be written otherwise.
    """

    def words(self, text: str) -> yaml.ScalarNode:
        """The node of a text."""
        style = "'" if _INTEGER.fullmatch(text) or _NUMBER.fullmatch(text) else None
        if text and (">" in text or text.splitlines() != [text]):
            style = '"'
        return self.represent_scalar("tag:yaml.org,2002:str", text, style=style)

    def ignore_aliases(self, data: Any) -> bool:
        """Always: befit reads none."""
        return True


_Dumper.add_representer(str, _Dumper.words)


def _next_node(following: Callable[[], Any]) -> Any:
    """The event that begins the next document's value; None at the end of the text."""
    event = following()
    while event and not isinstance(event, NodeEvent):
        event = following()
    return event


def _data(event: Any, following: Callable[[], Any], depth: int = 0) -> Any:
    """The value that the event begins, and the events up to its end are taken."""
    if depth > MOST_DEPTH or event.anchor or event.tag:  # an alias has an anchor
        raise Odd
    if isinstance(event, ScalarEvent):
        return scalar(event)
    if isinstance(event, SequenceStartEvent):
        parts = []
        part = following()
        while not isinstance(part, CollectionEndEvent):
            parts.append(_data(part, following, depth + 1))
            part = following()
        return parts
    data: dict[str, Any] = {}
    key = following()
    while not isinstance(key, CollectionEndEvent):
        if not isinstance(key, ScalarEvent) or key.anchor or key.tag or key.value in data:
            raise Odd
        data[key.value] = _data(following(), following, depth + 1)
        key = following()
    return data


# Longer ones are read as floats: they are out of any range, and to read thousands of digits exactly
# is slow, and refused by Python.
_INTEGER = re.compile(r"[-+]?[0-9]{1,18}")
_NUMBER = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)(e[-+]?[0-9]+)?", re.IGNORECASE)
_CONSTANTS = {"": None, "~": None, "null": None, "true": True, "false": False}
