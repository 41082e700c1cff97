"""A profile that is there already, changed: what is the runner's own in it stays, comments, order,
quotes and spaces; where that cannot be, it is not touched.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from io import StringIO
from typing import Any, NamedTuple

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError
from ruamel.yaml.scalarstring import ScalarString

from befit_cli.yaml.nodes import Node, compose

_WIDTH = 100_000
"""No line is broken."""
_COMMENT = re.compile(r"(?:^|\s)(#.*)$")
_ITEM = re.compile(r"^( *)- +", re.MULTILINE)
_SPACES = re.compile(r"[ \t]+$", re.MULTILINE)
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
    bare = text.removeprefix("\ufeff").replace("\r\n", "\n")
    root, _ = compose(bare)
    known = root.data if root is not None and isinstance(root.data, dict) else {}
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
    if "\r\n" in text:
        after = after.replace("\n", "\r\n")
    return f"\ufeff{after}" if text.startswith("\ufeff") else after


def _replaced(text: str, lines: Sequence[Line]) -> str:
    """The text with other values for keys that it has."""
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
        for line in lines:
            data[line.key] = _value(data[line.key], yaml.load(str(line))[line.key])
        written = _dumped(yaml, data)
    except YAMLError as error:
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
    lines: list[str] = []
    changes = SequenceMatcher(None, unchanged, written, autojunk=False)
    for change, start, end, first, last in changes.get_opcodes():
        lines += own[start:end] if change == "equal" else written[first:last]
    return "\n".join(lines)


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
    root, faults = compose(after)
    wanted: dict[str, Any] = {}
    for line in lines:
        value, _ = compose(line.value)
        wanted[line.key] = None if value is None else value.data
    expected = {key: _words(value) for key, value in (known | wanted).items()}
    lost = Counter(_comments(before)) - Counter(_comments(after))
    if faults or lost or _said(root) != list(expected.items()):
        raise CannotKeep


def _said(root: Node | None) -> list[tuple[str, str]]:
    if root is None or not isinstance(root.data, dict):
        return []
    return [(key, _words(value)) for key, value in root.data.items()]


def _words(value: Any) -> str:
    """A list and its words with commas mean the same."""
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _comments(text: str) -> list[str]:
    found = map(_COMMENT.search, text.split("\n"))
    return [comment[1].rstrip() for comment in found if comment]
