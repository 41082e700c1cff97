"""The bytes of a file -> its text."""

from __future__ import annotations

import codecs

_BY_MARK = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF32_LE: "utf-32-le",  # before UTF-16, whose mark it begins with
    codecs.BOM_UTF32_BE: "utf-32-be",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
_OF_WINDOWS = "cp1252"
"""What a spreadsheet in Western Europe writes that was never told otherwise."""


def decoded(content: bytes) -> str:
    """The text, by its byte order mark, else in UTF-8, else as Windows writes it."""
    for mark, encoding in _BY_MARK.items():
        if content.startswith(mark):
            return content.removeprefix(mark).decode(encoding, errors="replace")
    try:
        return content.decode()
    except UnicodeDecodeError:
        return content.decode(_OF_WINDOWS, errors="replace")
