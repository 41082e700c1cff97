"""What a runner says of single runs of their running plan: `2026-12-03=easy`, `Steady=hard`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from befit_cli.errors import UsageError
from befit_cli.language import _, message
from befit_cli.runner.dates import read_date
from befit_cli.runner.letters import folded
from befit_cli.runner.meanings import Vocabulary
from befit_cli.runner.options import RUNS_AS
from befit_cli.values.athlete import hidden_sign
from befit_cli.values.running_plan import RunKind

SIGN = "="
"""Between what a correction is about and the kind that it has."""
_LIKE_A_DATE = re.compile(r"[0-9]{1,4}([-/.])[0-9]{1,2}\1[0-9]{1,4}")
_MOST_LETTERS = 100
"""Of what a correction is about: YAML writes a longer key on a line of its own."""
_HOW = message(
    "Write a date or a few words of the title, =, and the kind: 2026-12-03=easy, Steady=hard."
)
_WORDS = {
    "hard run": RunKind.HARD,
    "quality": RunKind.HARD,
    "fuerte": RunKind.HARD,
    "dura": RunKind.HARD,
    "duro": RunKind.HARD,
    "series": RunKind.HARD,
    "cuestas": RunKind.HARD,
    "intervalos": RunKind.HARD,
    "long run": RunKind.LONG,
    "larga": RunKind.LONG,
    "largo": RunKind.LONG,
    "tirada larga": RunKind.LONG,
    "rodaje largo": RunKind.LONG,
    "hard+long": RunKind.LONG_AND_HARD,
    "long and hard": RunKind.LONG_AND_HARD,
    "hard and long": RunKind.LONG_AND_HARD,
    "both": RunKind.LONG_AND_HARD,
    "larga y fuerte": RunKind.LONG_AND_HARD,
    "fuerte y larga": RunKind.LONG_AND_HARD,
    "ambas": RunKind.LONG_AND_HARD,
    "easy run": RunKind.EASY,
    "recovery": RunKind.EASY,
    "suave": RunKind.EASY,
    "facil": RunKind.EASY,
    "rodaje": RunKind.EASY,
    "trote": RunKind.EASY,
    "recuperacion": RunKind.EASY,
    "carrera": RunKind.RACE,
    "competicion": RunKind.RACE,
    "competencia": RunKind.RACE,
    "descanso": RunKind.REST,
    "none": RunKind.REST,
    "nada": RunKind.REST,
    "no run": RunKind.OTHER,
    "otro": RunKind.OTHER,
    "otra": RunKind.OTHER,
    "otra cosa": RunKind.OTHER,
}
_KINDS = Vocabulary(
    refusal=message("'{word}' is no kind of run; the kinds are {words}{nearest}"),
    offered={kind.value: kind for kind in RunKind},
    also=_WORDS,
)


class Correction(NamedTuple):
    """The kind of one day's run, or of all runs with these words in their title."""

    about: str
    """What it is about, as it is kept: a date written YYYY-MM-DD, or words of a title."""
    day: date | None
    """None where it is about a title."""
    words: tuple[str, ...]
    """In small letters without accents; empty where it is about a day."""
    kind: RunKind

    def is_about(self, other: str) -> bool:
        """Whether what is kept under the other words is about the same."""
        return read_correction(other, self.kind, RUNS_AS)[1:] == self[1:]

    def fits(self, title: str) -> bool:
        """Whether the title has the words, one after the other; a number alone has to be all of it,
        for many titles have one.
        """
        here = folded(title)
        if not any(map(str.isalpha, self.about)):
            return bool(self.words) and tuple(here) == self.words
        length = len(self.words)
        return bool(length) and any(
            tuple(here[place : place + length]) == self.words
            for place in range(len(here) - length + 1)
        )


def read_correction(about: str, kind: str, name: str) -> Correction:
    """What is said of a day or of a title; raises UsageError, naming the option, for a kind that
    there is not, for what is about nothing, and for what no profile can keep.
    """
    about = " ".join(about.split())
    fault = hidden_sign(about)
    if len(about) > _MOST_LETTERS:
        fault = _("has more than {most} letters", most=_MOST_LETTERS)
    if fault:
        raise UsageError(
            _("{name}: what it is about {fault}.", name=name, fault=fault),
            _("A few words of the title will do."),
        )
    words = tuple(folded(about))
    if not words:
        said = f"{about}{SIGN}{kind}"
        raise UsageError(_("{name} '{text}' is about no run.", name=name, text=said), _(_HOW))
    try:
        meant = _KINDS.meaning(kind)
    except UsageError as error:
        raise UsageError(f"{name} {about}{SIGN}{kind}: {error}") from None
    day = None
    if not any(letter.isalpha() for letter in about):
        # Of numbers alone a date is more likely than a title.
        try:
            day = read_date(name, about)
        except UsageError:
            if _LIKE_A_DATE.fullmatch(about):
                raise
    if day is not None:
        return Correction(str(day), day, (), meant)
    return Correction(about, None, words, meant)


def corrections_of(said: Mapping[str, str] | None) -> tuple[Correction, ...]:
    """What the profile says of single runs."""
    return tuple([read_correction(about, kind, RUNS_AS) for about, kind in (said or {}).items()])


def read_corrections(texts: Iterable[str], name: str) -> tuple[Correction, ...]:
    """Each text as a correction; raises UsageError for one that is none."""
    corrections = []
    for text in texts:
        about, sign, kind = text.rpartition(SIGN)
        if not sign:
            raise UsageError(_("{name} '{text}' corrects nothing.", name=name, text=text), _(_HOW))
        corrections.append(read_correction(about, kind, name))
    return tuple(corrections)
