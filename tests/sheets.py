"""The sheets of a PDF, read by pypdf."""

from __future__ import annotations

import re
from functools import cache
from io import BytesIO
from typing import Any, NamedTuple

from pypdf import PdfReader


class Sheet(NamedTuple):
    """A printed page: its width and height in millimetres, its text, and the size of its smallest
    type in points.
    """

    size: tuple[int, int]
    text: str
    type_size: float


@cache
def sheets(pdf: bytes) -> tuple[Sheet, ...]:
    """The sheets in their order; a file is read once, whatever many tests ask of it."""
    return tuple([_sheet(sheet) for sheet in PdfReader(BytesIO(pdf)).pages])


def unspaced(text: str) -> str:
    """The text without its blanks, which a reader of PDF may see or not where a line ends, and
    without the zeros that pypdf sees where a letter isn't in the font.
    """
    return re.sub(r"[\s\u200b\0]", "", text)


def missing(texts: list[str], sheet: Sheet) -> list[str]:
    """Those of the texts that the sheet has not."""
    assert texts
    return [text for text in texts if unspaced(text) not in unspaced(sheet.text)]


def _sheet(sheet: Any) -> Sheet:
    sizes: list[float] = []

    def visit(
        text: str, page_matrix: list[float], text_matrix: list[float], _font: Any, size: float
    ) -> None:
        if text.strip():
            sizes.append(abs(page_matrix[3] * text_matrix[3] * size))

    text = " ".join(sheet.extract_text(visitor_text=visit).split())
    width, height = (round(float(length) / 72 * 25.4) for length in sheet.mediabox[2:])
    return Sheet((width, height), text, round(min(sizes), 2))
