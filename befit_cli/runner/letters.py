"""What makes a difference in what people write: letters, and neither case nor accents."""

from __future__ import annotations

import re

_APART = r"\s+|(?<=\w)[_–-]+(?=\w)|_+"
_PUNCTUATION = ".!?:"
_APOSTROPHES = "['’`]"


def folded(text: str) -> list[str]:
    """The words of the text, parted by blanks or hyphens, in small letters without accents."""
    letters = re.sub(_APOSTROPHES, "", text.casefold())
    if not letters.isascii():
        letters = without_accents(letters)
    words = [word.strip(_PUNCTUATION) for word in re.split(_APART, letters)]
    return [word for word in words if word]


def without_accents(letters: str) -> str:
    """The letters, each without its accent."""
    import unicodedata  # late: few words have an accent

    decomposed = unicodedata.normalize("NFKD", letters)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
