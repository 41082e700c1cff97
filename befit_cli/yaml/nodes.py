"""YAML text -> nodes that know their place, and what keeps a node from being the value that befit
wants.

Structs are the only description of a file: msgspec reads with them, and where it refuses, `faults`
walks along them.
"""

from __future__ import annotations

from datetime import date
from enum import EnumMeta
from functools import cache
from itertools import islice
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias, Union, get_args, get_origin

import yaml
from msgspec import Struct, ValidationError, convert, structs
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    Event,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
)
from yaml.reader import Reader

from befit_cli.errors import FileFaults, did_you_mean
from befit_cli.language import _, message
from befit_cli.yaml.data import LOADER, MOST_DEPTH, TOO_DEEP, scalar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_MOST_SHOWN = 40
"""Characters of a value that a sentence repeats: enough to know it again, and still one line."""
_MOST_TOLD = 200
"""Faults of a file that are told: who has put those right asks again."""
_MOST_LOOKED_FOR = 5 * _MOST_TOLD
"""Faults that are looked for in one value: some are found twice, and told once."""

Place: TypeAlias = tuple[int | str, ...]
"""Line and column, from 1; for data without a text, the keys that lead there."""
Fault: TypeAlias = tuple[Place, str]
"""A place and the sentence that says what is wrong there."""


class Node(Struct, frozen=True):
    """A value of the file and its place."""

    data: Any
    """The value as Python has it, with all that is in it."""
    place: Place
    """Where it begins."""
    parts: dict[Any, Node] = {}
    """The values of a mapping by their keys, those of a list by their numbers."""
    keys: dict[str, Node] = {}
    """The keys of a mapping, because a key can be wrong where its value is not."""

    def at(self, *path: str | int) -> Node:
        """The part that these keys lead to."""
        node = self
        for step in path:
            node = node.parts[step]
        return node

    def nearest(self, *path: str | int) -> Node:
        """The part that these keys lead to, or the last one on the way, where data without parts of
        its own begins.
        """
        node = self
        for step in path:
            node = node.parts.get(step, node)
        return node


def compose(text: str | bytes) -> tuple[Node | None, list[Fault]]:
    """The text as a node, None where it is not YAML, and what befit does not take although YAML
    does.
    """
    if isinstance(text, bytes):
        try:
            text = text.decode()
        except UnicodeDecodeError as error:
            return None, [not_utf8(error)]
    # Before PyYAML sees it, which has no place for a character that it refuses.
    odd = Reader.NON_PRINTABLE.search(text)
    if odd:
        place = end_of(text[: odd.start()])
        return None, [(place, _("the character {sign!a} has no place in a text file", sign=odd[0]))]
    composer = _Composer(text)
    try:
        return composer.root(), composer.faults
    except _TooDeep:
        return None, composer.faults
    except yaml.MarkedYAMLError as error:
        too_deep = _deep(text, error)
        if too_deep:
            return None, too_deep
        return None, [*composer.faults, _malformed(text, error)]


def from_data(data: object, *path: str | int) -> Node:
    """Data that another reader made, as a node; its places are the keys that lead there.

    Raises RecursionError where it is nested deeper than befit reads.
    """
    # What the reader of JSON raises where it is deeper still, so that one sentence serves both.
    if isinstance(data, dict | list) and len(path) > MOST_DEPTH:
        raise RecursionError
    keys: dict[str, Node] = {}
    items: Iterable[tuple[Any, object]] = ()
    if isinstance(data, dict):
        items = data.items()
        for key in data:
            keys[key] = Node(key, (*path, key))
    elif isinstance(data, list):
        items = enumerate(data)
    parts: dict[Any, Node] = {}
    for key, part in items:
        parts[key] = from_data(part, *path, key)
    return Node(data, path, parts, keys)


def walked(data: object, *path: str | int) -> Iterator[tuple[Place, Any]]:
    """Every value in the data, the whole first, with the keys that lead to it after `path`."""
    yield path, data
    parts: Iterable[tuple[Any, object]] = ()
    if isinstance(data, dict):
        parts = data.items()
    elif isinstance(data, list | tuple):
        parts = enumerate(data)
    for key, part in parts:
        yield from walked(part, *path, key)


def converted(data: object, kind: Any) -> Any:
    """The data as a value of that kind; a type of befit's own is called with what is written, and
    its ValueError says what is wrong.

    Raises msgspec's ValidationError.
    """
    return convert(data, kind, dec_hook=lambda custom, written: custom(written))


def faults(node: Node, kind: Any) -> list[Fault]:
    """What keeps the node from being of that kind: nothing where `converted` takes it, at least one
    fault where it doesn't, and of very many the first ones.
    """
    # msgspec decides and stops at the first fault; the walk finds all, and their places. Where it
    # finds none, what msgspec refused is the node as a whole, by a rule between its values.
    try:
        converted(node.data, kind)
    except ValidationError as error:
        bare, description = _bare(kind)
        inner = list(islice(_inner_faults(node, bare), _MOST_LOOKED_FOR))
        return inner or [(node.place, _sentence(node.data, bare, description, error))]
    return []


def located(name: str, faults: Iterable[Fault]) -> FileFaults:
    """The faults in the order of the file, each once, behind the file's name and its place; of very
    many the first ones.
    """
    # Two ways down may come upon the same fault: the walk of the structs and a rule of the file's.
    in_order = sorted(set(faults))
    lines = []
    for place, sentence in in_order[:_MOST_TOLD]:
        where = ":".join(map(str, place))
        lines.append(f"{name}:{where}: {sentence}")
    if len(in_order) > _MOST_TOLD:
        lines.append(_("{file}: and more faults", file=name))
    return FileFaults(tuple(lines))


def no_member(data: object, words: Any) -> str:
    """The sentence for a word that an enum does not have."""
    name = words.__name__.lower()
    article = "an" if name[0] in "aeiou" else "a"
    known = ", ".join(words)
    nearest = did_you_mean(data, words) if isinstance(data, str) else ""
    return _(
        "{word} is not {article} {name}; the {name}s are {known}{nearest}",
        word=shown(data),
        article=article,
        name=name,
        known=known,
        nearest=nearest,
    )


def shown(data: object) -> str:
    """What the file has there, in few characters and only such as a terminal can show."""
    if isinstance(data, str):
        beginning = data
        if len(data) > _MOST_SHOWN:
            beginning = f"{data[:_MOST_SHOWN]}…"
        # Quotes and escapes as Python writes them: a blank or a cursor key is seen and not obeyed.
        return repr(beginning)
    if isinstance(data, list):
        return _("a list") if data else _("an empty list")
    if isinstance(data, dict):
        return _("a mapping") if data else _("an empty mapping")
    if data is None:
        return _("an empty value")
    return str(data).lower()


def not_utf8(error: UnicodeDecodeError) -> Fault:
    """The fault for bytes that are no text."""
    sound = error.object[: error.start].decode()
    return end_of(sound), _("this is not UTF-8: save the file as UTF-8")


def end_of(text: str) -> Place:
    """The place right after the text."""
    # With a character more, a line that has just begun is a line.
    lines = f"{text}|".splitlines()
    return len(lines), len(lines[-1])


# What a value of each type is, in words that are nobody's Python.
_PLAIN = {
    bool: message("true or false"),
    int: message("a whole number"),
    float: message("a number"),
    str: message("text"),
    date: message("a date such as 2026-11-23"),
    tuple: message("a list"),
}


_UNREAD = {
    "anchor": message("the anchor {name}: befit reads none, take it out"),
    "tag": message("the tag {name}: befit reads none, take it out"),
}
"""What YAML may say of a node and befit does not read, by PyYAML's names."""


def _bare(kind: Any) -> tuple[Any, str]:
    """The type without `| None` and `Annotated`, and what its values are."""
    if type(None) in get_args(kind):
        kind = get_args(kind)[0]  # befit's structs write None last
    if get_origin(kind) is Annotated:
        bare, meta = get_args(kind)
        return bare, meta.description
    shape = get_origin(kind) or kind
    return kind, _PLAIN.get(shape, message("a mapping"))


def _inner_faults(node: Node, kind: Any) -> Iterator[Fault]:
    """The faults inside a list or a mapping; none where the node is not of that shape."""
    shape = get_origin(kind) or kind
    kinds = get_args(kind)
    if isinstance(node.data, list) and shape is tuple:
        for part in node.parts.values():
            yield from faults(part, kinds[0])
    elif isinstance(node.data, dict) and shape is dict:
        for key, part in node.parts.items():
            yield from faults(node.keys[key], kinds[0])
            yield from faults(part, kinds[1])
    elif shape in (Union, UnionType):
        # Of its members the one that has the shape of the node speaks.
        for member in kinds:
            yield from _inner_faults(node, _bare(member)[0])
    elif isinstance(node.data, dict) and isinstance(shape, type) and issubclass(shape, Struct):
        yield from _entry_faults(node, shape)


@cache
def _fields(entry: type[Struct]) -> dict[str, structs.FieldInfo]:
    """The fields of a struct by the keys that say them."""
    return {field.encode_name: field for field in structs.fields(entry)}


def _entry_faults(node: Node, entry: type[Struct]) -> Iterator[Fault]:
    """The faults of a struct's fields, and of its keys: the unknown and the missing ones."""
    fields = _fields(entry)
    for key, part in node.parts.items():
        if key in fields:
            yield from faults(part, fields[key].type)
        elif entry.__struct_config__.forbid_unknown_fields:
            nearest = did_you_mean(key, fields)
            yield (
                node.keys[key].place,
                _("unknown key {key}{nearest}", key=shown(key), nearest=nearest),
            )
    for name, field in fields.items():
        if field.required and name not in node.parts:
            yield node.place, _("missing key '{name}'", name=name)


def _sentence(data: object, kind: Any, description: str, error: ValidationError) -> str:
    """What is wrong with a value as a whole."""
    # A rule or a type of befit's own speaks for itself; msgspec's own words are about Python's
    # types.
    if error.__cause__:
        return str(error.__cause__)
    if isinstance(kind, EnumMeta):
        return no_member(data, kind)
    return _("{word} is not {wanted}", word=shown(data), wanted=_(description))


def _place(mark: Any) -> Place:
    """A mark of PyYAML's, which counts from 0, as line and column."""
    return mark.line + 1, mark.column + 1


def _malformed(text: str, error: yaml.MarkedYAMLError) -> Fault:
    """What is likely wrong where PyYAML stopped."""
    from befit_cli.yaml.slips import yaml_slip  # late: most files are sound

    mark = error.problem_mark or error.context_mark
    place = min(_place(mark), end_of(text))  # libyaml may stop a line after the last
    return place, _no_yaml(yaml_slip(text, error))


def _no_yaml(slip: str) -> str:
    return _("this is not YAML: {slip}", slip=slip)


def _deep(text: str, error: yaml.MarkedYAMLError) -> list[Fault]:
    """The faults up to the place that is too deep, where there is one before the error.

    A parser reads ahead, and may stop for what comes later: libyaml 0.2.6, for a limit of its own.
    """
    if error.problem_mark is None:
        return []
    composer = _Composer(text[: error.problem_mark.index])
    try:
        composer.root()
    except _TooDeep:
        return composer.faults
    except yaml.MarkedYAMLError:
        return []
    return []


def _events(text: str) -> Iterator[Event]:
    """The events that begin or end a value, without those of streams and documents."""
    for event in yaml.parse(text, Loader=LOADER):
        if isinstance(event, NodeEvent | CollectionEndEvent):
            yield event


class _TooDeep(Exception):
    """The composer has told a value that stands in too many others, and reads no further."""


class _Composer:
    """YAML's events into nodes. PyYAML's own composer follows aliases, lets repeated keys pass and
    crashes on deep nesting.
    """

    def __init__(self, text: str) -> None:
        self.faults: list[Fault] = []
        self._events = _events(text)

    def root(self) -> Node:
        """The first document's value; None of an empty text."""
        first = next(self._events, None)
        root = Node(None, (1, 1))
        if first:
            root = self._node(first)
        second = next(self._events, None)
        if second:
            self._fault(second, _("a second document; befit reads one"))
        return root

    def _fault(self, event: Event, sentence: str) -> None:
        self.faults.append((_place(event.start_mark), sentence))

    def _node(self, event: Any, depth: int = 0) -> Node:
        place = _place(event.start_mark)
        if depth > MOST_DEPTH:
            self._fault(event, _no_yaml(_(TOO_DEEP)))
            raise _TooDeep
        if isinstance(event, AliasEvent):
            # A few aliases of aliases stand for more values than a machine can hold.
            alias = _(
                "the alias {name}: befit reads none, write out what it stands for",
                name=shown(event.anchor),
            )
            self._fault(event, alias)
            return Node(None, place)
        for sort, sentence in _UNREAD.items():
            name = getattr(event, sort)
            if name:
                self._fault(event, _(sentence, name=shown(name)))
        if isinstance(event, ScalarEvent):
            return Node(scalar(event), place)
        if isinstance(event, MappingStartEvent):
            return self._mapping(place, depth)
        return self._list(place, depth)

    def _list(self, place: Place, depth: int) -> Node:
        values: list[Any] = []
        parts: dict[int, Node] = {}
        for number, event in enumerate(self._inside()):
            part = self._node(event, depth + 1)
            values.append(part.data)
            parts[number] = part
        return Node(values, place, parts)

    def _inside(self) -> Iterator[Event]:
        """The events that begin what is in the list or mapping that has just begun.

        Whoever asks for the next has taken all the events of the one before.
        """
        for event in self._events:
            if isinstance(event, CollectionEndEvent):
                return
            yield event

    def _mapping(self, place: Place, depth: int) -> Node:
        values: dict[str, Any] = {}
        parts: dict[str, Node] = {}
        keys: dict[str, Node] = {}
        for event in self._inside():
            key = self._node(event, depth + 1)
            part = self._node(next(self._events), depth + 1)
            if not isinstance(event, ScalarEvent):
                self._fault(event, _("a key must be a word"))
                continue
            # What is written, not what it means: `no` and `1` are keys like any other word.
            name = event.value
            if name in keys:
                self._fault(event, _("the key {name} stands here twice", name=shown(name)))
                continue
            keys[name] = Node(name, key.place)
            parts[name] = part
            values[name] = part.data
        return Node(values, place, parts, keys)
