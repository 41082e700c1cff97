"""The text of a file, and the titles in it."""

from __future__ import annotations

import re

from befit_cli.runner.decoding import decoded

MOST_CHARACTERS = 300
"""Of a title; what follows is no title any more."""

_FOLD = re.compile(r"\r?\n[ \t]")
_FOLD_IN_BYTES = re.compile(rb"\r?\n[ \t]")


def unfolded(content: bytes) -> str:
    """The text of a calendar, each of its properties on one line."""
    # first in bytes: a line may be folded in the midst of a letter
    return _FOLD.sub("", decoded(_FOLD_IN_BYTES.sub(b"", content)))


def titled(text: str) -> str:
    """The text as a title: on one line, and no longer than a title is."""
    return " ".join(text[: 2 * MOST_CHARACTERS].split())[:MOST_CHARACTERS].rstrip()
