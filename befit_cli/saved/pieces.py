"""Markdown in pieces: headings, paragraphs, items of lists and cells of tables."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_VERBATIM = ("fence", "code_block", "html_block")
"""The parser's names for what is no text of Markdown's; a comment is there to be left out."""


class Piece(NamedTuple):
    """One run of text."""

    kind: str
    """`h1` to `h6`, `p`, `li`, `th` or `td`; `blockquote`; `code` for a line of code or of
    HTML.
    """
    line: int
    """The line of the file on which it begins, from 1."""
    text: str
    """Its words without Markdown's marks, on one line."""


def pieces_of(text: str) -> list[Piece]:
    """The text in pieces.

    They are read from a parser's tokens, not from lines: a person's editor may write a heading, a
    list or a table's row in more than one way, wrap lines, and put a backslash before any mark.
    What all of these show is the same, and a parser of the standard knows it.
    """
    from markdown_it import MarkdownIt  # late, for the start-up time of everything else

    pieces: list[Piece] = []
    tags: list[str] = []  # that are open, the outermost first
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        if token.nesting == 1:
            tags.append(token.tag)
        elif token.nesting == -1:
            tags.pop()
        elif token.type in _VERBATIM and token.map and not token.content.startswith("<!--"):
            first = token.map[0] + (2 if token.type == "fence" else 1)
            for number, line in enumerate(token.content.split("\n"), first):
                pieces.append(Piece("code", number, line.strip()))
        elif token.type == "inline" and token.map:
            # A paragraph of a list is an item of it, and bold text in a cell still that cell.
            kind = tags[0]
            if "table" in tags:
                kind = tags[-1]
            elif kind in ("ul", "ol"):
                kind = "li"
            words = ""
            for child in token.children or ():
                words += " " if child.type in ("softbreak", "hardbreak") else child.content
            pieces.append(Piece(kind, token.map[0] + 1, " ".join(words.split())))
    return pieces


def sections(pieces: list[Piece], kind: str) -> Iterator[tuple[Piece, list[Piece]]]:
    """Each heading of that kind with the pieces up to the next."""
    starts = [place for place, piece in enumerate(pieces) if piece.kind == kind]
    for start, end in pairwise([*starts, len(pieces)]):
        yield pieces[start], pieces[start + 1 : end]
