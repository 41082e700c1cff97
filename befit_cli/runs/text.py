"""The text of a file, and the titles in it."""

from __future__ import annotations

import codecs
import re

MOST_CHARACTERS = 300
"""Of a title; what follows is no title any more."""

_BY_MARK = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF32_LE: "utf-32-le",  # before UTF-16, whose mark it begins with
    codecs.BOM_UTF32_BE: "utf-32-be",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
_OF_WINDOWS = "cp1252"
"""What a spreadsheet in Western Europe writes that was never told otherwise."""
_FOLD = re.compile(r"\r?\n[ \t]")
_FOLD_IN_BYTES = re.compile(rb"\r?\n[ \t]")


def decoded(content: bytes) -> str:
    """The text, by its byte order mark, else in UTF-8, else as Windows writes it."""
    for mark, encoding in _BY_MARK.items():
        if content.startswith(mark):
            return content.removeprefix(mark).decode(encoding, errors="replace")
    try:
        return content.decode()
    except UnicodeDecodeError:
        return content.decode(_OF_WINDOWS, errors="replace")


def unfolded(content: bytes) -> str:
    """The text of a calendar, each of its properties on one line."""
    # first in bytes: a line may be folded in the midst of a letter
    return _FOLD.sub("", decoded(_FOLD_IN_BYTES.sub(b"", content)))


def titled(text: str) -> str:
    """The text as a title: on one line, and no longer than a title is."""
    return " ".join(text[: 2 * MOST_CHARACTERS].split())[:MOST_CHARACTERS]
