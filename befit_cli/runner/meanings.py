"""How a word of a known few is understood: what makes no difference to it, which word it is, and
what is said of one that means nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cached_property
from itertools import product
from typing import Generic, TypeVar

from msgspec import Struct

from befit_cli.errors import UsageError, did_you_mean
from befit_cli.language import _, message
from befit_cli.runner.letters import folded
from befit_cli.runner.offered import listed

_Meaning = TypeVar("_Meaning")
_Word = TypeVar("_Word", bound=StrEnum)

_WORD = r"[^\s,;/+&]+"
"""What stands between the signs that people write in a list."""
_MOST_WORDS = 5
"""The words of the longest name of one thing, and what may stand between them."""
_LIKELY = 0.8
"""How alike a slip and a word are, from 0 to 1, where one is offered for the other: less likeness
than that would offer a shin for a chin.
"""

NO_FILLERS = "(?!)"
"""Fits no word."""


class Vocabulary(Struct, Generic[_Meaning], frozen=True, kw_only=True, dict=True):
    """The words for one kind of thing."""

    offered: Mapping[str, _Meaning]
    """The words that are told to who says another, and what each means."""
    also: Mapping[str, _Meaning] = {}
    """Other words that are understood, and what they mean."""
    refusal: str = ""
    """The message about any other `{word}`, with the `{words}` that there are and the `{nearest}`
    one.
    """
    what: str = ""
    """What it calls such a word, a message too, where its sentence is one for many kinds."""
    unsure: Mapping[str, str] = {}
    """Patterns of how a word begins that means none of these, or could mean several, and the
    message about that `{word}`, which may name all `{words}`.
    """
    fillers: str = NO_FILLERS
    """Words that may stand beside the others and say nothing of their own: `two dumbbells`."""
    form: Callable[[str], _Meaning | None] | None = None
    """Reads what no list of words can hold, such as a distance; None for what is none."""

    def find(self, word: str) -> _Meaning | None:
        """What the word, or the words for one thing, mean; None where they mean nothing.

        Case, accents, hyphens, blanks and the plural make no difference.
        """
        if word in self.offered:
            return self.offered[word]  # as befit says it, it needs no other word of the vocabulary
        words = self._told(word)
        if not words or len(words) > _MOST_WORDS:
            return None
        for singular in product(*map(_singulars, words)):
            meaning = self._meanings.get("".join(singular))
            if meaning is not None:
                return meaning
        return self.form(" ".join(words)) if self.form else None

    def meaning(self, word: str) -> _Meaning:
        """What the word means; raises UsageError, with the words there are and the nearest one,
        where it means nothing, or several things.
        """
        whole = self.find(word)
        if whole is not None:
            return whole
        first, *others = self.meanings(word)
        if any(other != first for other in others):
            raise self._refused(word)
        return first

    def meanings(self, text: str) -> Iterator[_Meaning]:
        """What each word of the text means, at least one: blanks stand between words, and within
        some. Raises UsageError for what means nothing.
        """
        words = list(re.finditer(_WORD, text))
        nothing = True
        while words:
            # the longest first: `leg press` is one thing, and `home dumbbell` are two
            for end in range(min(len(words), _MOST_WORDS), 0, -1):
                meaning = self.find(" ".join(word[0] for word in words[:end]))
                if meaning is not None:
                    break
            else:
                end = 1  # a filler that belongs to nothing
                if self._told(words[0][0]):
                    raise self._refused(text[words[0].start() :].strip())
            if meaning is not None:
                nothing = False
                yield meaning
            del words[:end]
        if nothing:
            raise self._refused(text)

    def bare(self, text: str) -> str:
        """The text without fillers, in small letters."""
        return " ".join(self._told(text))

    def _told(self, text: str) -> list[str]:
        """The words of the text that say something."""
        return [word for word in folded(text) if not re.fullmatch(self.fillers, word)]

    @cached_property
    def _meanings(self) -> dict[str, _Meaning]:
        """By the letters of each word; those that are offered come last, and win."""
        known = {**self.also, **self.offered}
        return {"".join(self._told(word)): meaning for word, meaning in known.items()}

    def _refused(self, word: str) -> UsageError:
        plain = " ".join(folded(word))
        words = listed(self.offered)
        for begun, sentence in self.unsure.items():
            if re.search(rf"\b(?:{begun})", plain):
                return UsageError(_(sentence, word=word, words=words))
        nearest = did_you_mean(word, [*self.also, *self.offered], likely=_LIKELY) or "."
        return UsageError(
            _(self.refusal, word=word, what=_(self.what), words=words, nearest=nearest)
        )


def of_enum(
    what: str,
    words: Iterable[_Word],
    also: Mapping[str, _Word] | None = None,
    unsure: Mapping[str, str] | None = None,
    fillers: str = NO_FILLERS,
    form: Callable[[str], _Word | None] | None = None,
) -> Vocabulary[_Word]:
    """The vocabulary of what is called so, a message such as `race`, and of these words."""
    return Vocabulary(
        refusal=message("'{word}' is not a {what}; the {what}s are {words}{nearest}"),
        what=what,
        offered={word.value: word for word in words},
        also=also or {},
        unsure=unsure or {},
        fillers=fillers,
        form=form,
    )


def _singulars(word: str) -> tuple[str, ...]:
    """What the word may be the plural of, and the word itself: `steps`, `boxes`, `escalones`."""
    return (word, word.removesuffix("s"), word.removesuffix("es"))
