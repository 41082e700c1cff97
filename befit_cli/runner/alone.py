"""The words that are said alone, for a whole answer."""

from __future__ import annotations

from befit_cli.runner.letters import folded

NONE = "none"
"""There is nothing of the kind: no niggle, no race date, no time of day."""
NONE_WORDS = (
    NONE,
    "no",
    "off",
    "nothing",
    "nil",
    "ninguno",
    "ninguna",
    "ningun",
    "nada",
    "nunca",
    "no race",
    "no date",
    "no kit",
    "no equipment",
    "no pain",
    "no niggle",
    "no injury",
    "no injuries",
    "sin material",
    "sin dolor",
    "sin carrera",
    "sin fecha",
    "sin equipo",
    "sin molestias",
    "sin lesiones",
)
"""What means none wherever none is an answer, in small letters without accents."""
ALL = "all"
"""Everything that there is: every day of the week."""


def means_none(text: str) -> bool:
    """Whether the text is nothing, or words for it; who asks back with `?` has said nothing yet."""
    words = " ".join(folded(text))
    return words in NONE_WORDS or (not words and "?" not in text)
