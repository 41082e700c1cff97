"""The words that a question can be answered with, by numbers: `2` says the second of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.columns import Columns
from rich.console import Group, RenderableType
from rich.text import Text

from befit_cli.runner.alone import NONE
from befit_cli.runner.offered import told

if TYPE_CHECKING:
    from befit_cli.runner.options import Option
    from befit_cli.views.pen import Pen

_NUMBER = re.compile(r"[0-9]+")
_NUMBERS = re.compile(r"[0-9]+(?:(?:[\s;/+&-]|and|y)+[0-9]+)*")
"""Numbers and nothing else, so that `2 dumbbells` and `21.1` stay words."""


def numbered(option: Option) -> dict[str, str]:
    """The option's words by their numbers, from 1, and `none` by 0: so no number is one that a
    runner could mean by itself, as in 5 for a race of 5 km. Empty where its words can't be counted.
    """
    kind = option.kind
    if not kind.words:
        return {}
    words = dict.fromkeys((*kind.words, *kind.alone))
    counted = [word for word in words if word != NONE]
    by_number = {str(number): str(word) for number, word in enumerate(counted, 1)}
    if NONE in words:
        by_number["0"] = NONE
    return by_number


def in_words(option: Option, answer: str) -> str:
    """The answer, with the word for each number; numbers may stand beside words, and from one to
    another, as days may.
    """
    by_number = numbered(option)

    def word(number: re.Match[str]) -> str:
        return by_number.get(number[0], number[0])

    parts: list[str] = []
    for part in answer.split(","):
        numbers = _NUMBERS.fullmatch(part.strip())
        parts.append(_NUMBER.sub(word, part) if numbers else part)
    return ",".join(parts)


def listed(option: Option, pen: Pen) -> RenderableType:
    """The words with their numbers: those that need a word of explanation on a line of their own,
    the others side by side.
    """
    glosses = dict(option.glosses)
    lines: list[RenderableType] = []
    beside: list[RenderableType] = []
    for number, word in numbered(option).items():
        item = [pen(number, "bold"), pen(word if word in glosses else told(word))]
        if word not in glosses:
            beside.append(Text(" ").join(item))
            continue
        if beside:
            lines.append(Columns(beside, padding=(0, 2)))
            beside = []
        lines.append(Text(" ").join([*item, pen(f"({glosses[word]})")]))
    if beside:
        lines.append(Columns(beside, padding=(0, 2)))
    return Group(*lines)
