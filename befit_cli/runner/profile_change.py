"""A profile that is there already, changed: what is the runner's own in it stays, comments, order,
quotes and spaces; where that cannot be, it is not touched.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from difflib import SequenceMatcher
from io import StringIO
from itertools import takewhile
from typing import Any, NamedTuple

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError
from ruamel.yaml.scalarstring import ScalarString

from befit_cli.yaml.data import line_of
from befit_cli.yaml.nodes import Node, compose

_WIDTH = 100_000
"""No line is broken."""
_COMMENT = re.compile(r"(?:^|\s)(#.*)$")
_ITEM = re.compile(r"^( *)- +", re.MULTILINE)
_SPACES = re.compile(r"(?<![ \t])[ \t]+$", re.MULTILINE)
_BEGIN = re.compile(r"^---", re.MULTILINE)


class Line(NamedTuple):
    """A line of the profile that is to be another."""

    key: str
    value: str
    """As YAML."""
    comment: str
    """What stands above it where its key is new, each line with its #."""

    def __str__(self) -> str:
        return f"{self.key}: {self.value}"


class CannotKeep(Exception):
    """The text cannot be changed so that all else stays."""


def changed(text: str, lines: Sequence[Line]) -> str:
    """The text of a profile with these lines, each in place of the one with its key, else at the
    end; raises CannotKeep where anything else would change, too.
    """
    # 1. Lines end with \n, and nothing stands before the first, while befit works on it.
    bare, restored = _bare(text)
    known = _data(bare)
    # 2. What is there gets its new value, with everything that ruamel keeps.
    after = bare
    old = [line for line in lines if line.key in known]
    if old:
        after = _replaced(bare, old)
    # 3. What is new comes last, as in a profile of befit's own.
    for line in lines:
        if line.key not in known:
            end = "\n" if after and not after.endswith("\n") else ""
            after += f"{end}\n{line.comment}\n{line}\n"
    # 4. It is read again, by another reader than the one that wrote it: whatever YAML can hold that
    #    ruamel moves, or that nothing can follow, it shows here.
    _make_sure(known, bare, after, lines)
    return restored(after)


def _bare(text: str) -> tuple[str, Callable[[str], str]]:
    """The text with nothing before its first line and plain ends of lines, and what gives another
    text the beginning and the ends that this one had.
    """

    def restored(after: str) -> str:
        if "\r\n" in text:
            after = after.replace("\n", "\r\n")
        return f"\ufeff{after}" if text.startswith("\ufeff") else after

    return text.removeprefix("\ufeff").replace("\r\n", "\n"), restored


def with_entry(
    text: str,
    key: str,
    is_it: Callable[[str], bool],
    name: str,
    value: Mapping[str, int | str] | str,
    comment: str,
) -> str:
    """The text of a profile whose mapping `key` has this value under this name, or under the one
    that `is_it`; an empty value takes it out. A mapping that is missing comes last, below the
    comment. Raises CannotKeep where anything else would change, too.
    """
    bare, restored = _bare(text)
    known = _data(bare)
    plain = value if isinstance(value, str) else dict(value)
    before = dict(known.get(key) or {})
    same = [each for each in before if is_it(each)]
    if key not in known:
        if not value:
            return text
        end = "\n" if bare and not bare.endswith("\n") else ""
        entry = f"{_key_in_yaml(name)}: {_in_yaml(plain)}"
        after = f"{bare}{end}\n{comment}\n{key}:\n  {entry}\n"
        _make_sure_of(bare, after, known | {key: {name: plain}})
        return restored(after)
    others = {each: said for each, said in before.items() if each not in same}
    if value:
        wanted = others | {same[0] if same else name: plain}
        after = _edited(bare, lambda data: _set_entry(data, key, same, name, plain))
    else:
        wanted = others
        after = _edited(bare, lambda data: _drop_entries(data, key, same))
    try:
        _make_sure_of(bare, after, known | {key: wanted})
    except CannotKeep:
        if value:
            raise
        # A comment behind what went belongs to what follows: so it stays, and says nothing.
        after = _edited(bare, lambda data: _empty_entries(data, key, same))
        _make_sure_of(bare, after, known | {key: before | {each: {} for each in same}})
    return restored(after)


def _set_entry(
    data: CommentedMap, key: str, same: Sequence[str], name: str, plain: dict[str, Any] | str
) -> None:
    section = data[key]
    if not isinstance(section, CommentedMap):
        section = data[key] = CommentedMap()
    new: CommentedMap | str = plain if isinstance(plain, str) else CommentedMap(plain)
    if isinstance(new, CommentedMap):
        new.fa.set_flow_style()
    if known := _keys(section, same):
        section[known[0]] = new
    else:
        # At the beginning: a comment behind the last belongs to what follows.
        section.insert(0, YAML().load(_key_in_yaml(name)), new)


def _drop_entries(data: CommentedMap, key: str, same: Sequence[str]) -> None:
    section = data[key]
    for each in _keys(section, same):
        del section[each]


def _empty_entries(data: CommentedMap, key: str, same: Sequence[str]) -> None:
    section = data[key]
    for each in _keys(section, same):
        section[each] = CommentedMap()
        section[each].fa.set_flow_style()


def _keys(section: CommentedMap | None, same: Sequence[str]) -> list[Any]:
    """The mapping's own keys of these texts: to YAML some are dates."""
    return [each for each in section or () if str(each) in same]


def _key_in_yaml(name: str) -> str:
    """The name as a key; without quotes where befit reads it so, such as a date."""
    return name if _data(f"{name}: 0") == {name: 0} else _in_yaml(name)


def _in_yaml(value: dict[str, Any] | str) -> str:
    """The value on one line."""
    return line_of([value])[1:-1]


def _data(text: str) -> dict[str, Any]:
    root, _ = compose(text)
    return root.data if root is not None and isinstance(root.data, dict) else {}


def _replaced(text: str, lines: Sequence[Line]) -> str:
    """The text with other values for keys that it has."""

    def change(data: CommentedMap) -> None:
        for line in lines:
            data[line.key] = _value(data[line.key], YAML().load(str(line))[line.key])

    return _edited(text, change)


def _edited(text: str, change: Callable[[CommentedMap], None]) -> str:
    """The text after its data was changed."""
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = _WIDTH
    yaml.explicit_start = bool(_BEGIN.search(text))
    if item := _ITEM.search(text):
        yaml.indent(sequence=len(item[0]), offset=len(item[1]))
    try:
        # without spaces at the ends of lines: ruamel drops a line that has nothing else
        data = yaml.load(_SPACES.sub("", text))
        if not isinstance(data, CommentedMap):
            raise CannotKeep
        unchanged = _dumped(yaml, data)
        change(data)
        written = _dumped(yaml, data)
    except (YAMLError, ValueError) as error:
        # ValueError: to ruamel 2026-02-30 is a date, which there is not
        raise CannotKeep from error
    return _with_own_spaces(text, unchanged, written)


def _dumped(yaml: YAML, data: CommentedMap) -> list[str]:
    stream = StringIO()
    yaml.dump(data, stream)
    return stream.getvalue().split("\n")


def _with_own_spaces(text: str, unchanged: list[str], written: list[str]) -> str:
    """What was written, with each line that nobody changed as it was: ruamel sets spaces of its
    own, and may only set them within a line.
    """
    own = text.split("\n")
    if own[-1]:
        own.append("")  # the end of the last line, which ruamel writes as well
    if len(own) != len(unchanged):
        raise CannotKeep
    # What both begin and end with needs no search: a search among thousands of lines that are all
    # alike, such as blank ones, takes minutes.
    head = _alike(unchanged, written)
    tail = _alike(unchanged[head:][::-1], written[head:][::-1])
    before, after = unchanged[head : len(own) - tail], written[head : len(written) - tail]
    lines = own[:head]
    for change, start, end, first, last in SequenceMatcher(None, before, after).get_opcodes():
        same = own[head + start : head + end]
        lines += same if change == "equal" else after[first:last]
    return "\n".join([*lines, *own[len(own) - tail :]])


def _alike(lines: Sequence[str], others: Sequence[str]) -> int:
    """How many lines both begin with."""
    pairs = zip(lines, others, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _value(old: Any, new: Any) -> Any:
    """The new value in the form of the old one: a list stays a list, and quotes stay."""
    if isinstance(old, CommentedSeq):
        return _list(old, [word.strip() for word in str(new).split(",")])
    if isinstance(old, ScalarString) and not isinstance(new, ScalarString):
        return type(old)(new)
    return new


def _list(items: CommentedSeq, words: list[str]) -> CommentedSeq:
    """The list with other words, in place: to ruamel a comment below the list is one of its last
    item, which therefore stays the last. Raises CannotKeep where a comment is about one word.
    """
    if not items:
        items.extend(words)
        return items
    kept = 0
    while kept < min(len(items), len(words)) - 1 and str(items[kept]) == words[kept]:
        kept += 1
    while len(items) > kept + 1:
        del items[kept]  # and its comment, which is missed at the end
    if words[-1] != str(items[-1]):
        _refuse_comment(items, kept)
        items[-1] = words[-1]
    for word in reversed(words[kept:-1]):
        items.insert(kept, word)
    return items


def _refuse_comment(items: CommentedSeq, index: int) -> None:
    """Raise CannotKeep where a comment stands on the item's own line."""
    for token in items.ca.items.get(index) or ():
        if token is not None and token.value.lstrip(" ").startswith("#"):
            raise CannotKeep


def _make_sure(known: dict[str, Any], before: str, after: str, lines: Sequence[Line]) -> None:
    """Raise CannotKeep unless the text says what it said and the lines, in that order, and has
    every comment that it had.
    """
    wanted: dict[str, Any] = {}
    for line in lines:
        value, _ = compose(line.value)
        wanted[line.key] = None if value is None else value.data
    _make_sure_of(before, after, known | wanted)


def _make_sure_of(before: str, after: str, wanted: Mapping[str, Any]) -> None:
    """Raise CannotKeep unless the text says just that, in that order, and has every comment that
    there was before.
    """
    root, faults = compose(after)
    expected = [(key, _words(value)) for key, value in wanted.items()]
    lost = Counter(_comments(before)) - Counter(_comments(after))
    if faults or lost or _said(root) != expected:
        raise CannotKeep


def _said(root: Node | None) -> list[tuple[str, str]]:
    if root is None or not isinstance(root.data, dict):
        return []
    return [(key, _words(value)) for key, value in root.data.items()]


def _words(value: Any) -> str:
    """A list and its words with commas mean the same, and the order in a mapping means nothing."""
    if isinstance(value, dict):
        return str(sorted((key, _words(part)) for key, part in value.items()))
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _comments(text: str) -> list[str]:
    found = map(_COMMENT.search, text.split("\n"))
    return [comment[1].rstrip() for comment in found if comment]
