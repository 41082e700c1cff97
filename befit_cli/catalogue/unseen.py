"""Texts of a catalogue that nobody can see, whole or in part: two names that look the same would be
two, and a name of nothing would leave a hole in a plan.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any

from befit_cli.language import _
from befit_cli.yaml.nodes import Place, shown, walked

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNSEEN = re.compile(
    "[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u2060-\u2064\u206a-\u206f\u2800\u3164\ufeff"
    "\uffa0\ufff9-\ufffb\U0001d173-\U0001d17a\U000e0000-\U000e007f]"
)
"""Characters without width or ink: spaces of no width, hyphens and fillers that don't show. The two
joiners are none of them: Persian and many emoji are not written without.
"""
_VISIBLE = frozenset("LNPS")
"""Letters, numbers, punctuation and symbols, by the first letter of Unicode's categories; left are
marks, which need a letter to stand on, separators, and what has no sign at all.
"""
_MOST_NAMED = 3
"""Code points in one sentence."""


def unseen_faults(data: Any, *path: str | int) -> Iterator[tuple[Place, str]]:
    """The texts in the data, each with the keys that lead there from `path` on."""
    for place, value in walked(data, *path):
        sentence = _wrong(value) if isinstance(value, str) else ""
        if sentence:
            yield place, sentence


def _wrong(text: str) -> str:
    # Nearly all: whatever is wrong with these, the pattern of a line tells.
    if text.isascii():
        return ""
    letters = _UNSEEN.sub("", text)
    if not any(unicodedata.category(char)[0] in _VISIBLE for char in letters):
        return _(
            "nothing in {text} can be seen ({points}): write a word",
            text=shown(text),
            points=_code_points(text),
        )
    unseen = "".join(_UNSEEN.findall(text))
    if unseen:
        return _(
            "{text} has {points}, which nobody can see: take it out",
            text=shown(text),
            points=_code_points(unseen),
        )
    return ""


def _code_points(text: str) -> str:
    """`U+00A0, U+0301`, each once."""
    points = [f"U+{ord(char):04X}" for char in dict.fromkeys(text)]
    more = ", …" if len(points) > _MOST_NAMED else ""
    return ", ".join(points[:_MOST_NAMED]) + more
