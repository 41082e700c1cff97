"""The words that people use for races, kit, sore spots and days, and what each means.

What befit offers are the words of its enums; the others are understood, and told nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Generic, TypeVar

from msgspec import Struct

from befit_cli.errors import UsageError, did_you_mean
from befit_cli.runner.alone import NONE
from befit_cli.values import Day, Kit, Level, Niggle, Race

_Meaning = TypeVar("_Meaning")
_Word = TypeVar("_Word", bound=StrEnum)

KIT_PRESETS = {
    NONE: (),
    "home": (Kit.TOWEL, Kit.STEP, Kit.BENCH, Kit.BACKPACK),
    "gym": tuple(Kit),
}
"""`home` has a towel, a stair to step on, a sturdy chair for a bench, and a backpack to fill."""

RACE_WORDS: dict[str, Race] = {
    "half marathon": Race.HALF,
    "HM": Race.HALF,
    "full marathon": Race.MARATHON,
    "full": Race.MARATHON,
    "FM": Race.MARATHON,
    "no": Race.NONE,
    "off": Race.NONE,
    "no race": Race.NONE,
}
TOO_LONG = "is longer than befit plans for: befit plans to the marathon."
UNSURE_RACE = {"ultra": TOO_LONG}
LEVEL_WORDS: dict[str, Level] = {"novice": Level.BEGINNER}
KIT_WORDS: dict[str, tuple[Kit, ...]] = {
    "bodyweight": (),
    "chair": (Kit.BENCH,),
    "sofa": (Kit.BENCH,),
    "stair": (Kit.STEP,),
    "rucksack": (Kit.BACKPACK,),
    "resistance band": (Kit.BAND,),
    "rubber band": (Kit.BAND,),
    "loop": (Kit.BAND,),
    "loop band": (Kit.BAND,),
    "mini band": (Kit.BAND,),
    "theraband": (Kit.BAND,),
    "kettle": (Kit.KETTLEBELL,),
    "bar": (Kit.BARBELL,),
    "rack": (Kit.BARBELL,),
    "leg press": (Kit.MACHINE,),
    "chin-up bar": (Kit.PULL_UP_BAR,),
}
UNSURE_KIT = {
    "cable": "could be several machines: say machine where you have a leg press, a leg curl, a "
    "calf machine and a lat pulldown.",
    "weight": "could be dumbbell, kettlebell or barbell: say which.",
}
NIGGLE_WORDS: dict[str, Niggle] = {
    "stress fracture": Niggle.BONE_STRESS,
    "stress reaction": Niggle.BONE_STRESS,
    "bone": Niggle.BONE_STRESS,
    "stress": Niggle.BONE_STRESS,
    "kneecap": Niggle.RUNNERS_KNEE,
    "patellofemoral": Niggle.RUNNERS_KNEE,
    "it band": Niggle.ITB,
    "iliotibial band": Niggle.ITB,
    "plantar fasciitis": Niggle.PLANTAR,
    "heel spur": Niggle.PLANTAR,
    "shin splint": Niggle.SHIN,
    "achilles tendon": Niggle.ACHILLES,
    "lower back": Niggle.LOW_BACK,
    "hammy": Niggle.HAMSTRING,
}
_BONE = f"sounds like a bone; did you mean '{Niggle.BONE_STRESS}'?"
UNSURE_NIGGLE = {
    "bone": _BONE,
    "fractur": _BONE,
    "stress": _BONE,
    "tibia": _BONE,
    "fibula": _BONE,
    "femur": _BONE,
    "metatars": _BONE,
    "sacr": _BONE,
    "knee": f"could be {Niggle.RUNNERS_KNEE} (front of the knee) or {Niggle.ITB} (outer side of "
    "the knee): say which.",
    "heel": f"could be {Niggle.PLANTAR} (heel or sole) or {Niggle.ACHILLES} (back of the heel): "
    "say which.",
}
DAY_WORDS: dict[str, tuple[Day, ...]] = {
    "weekday": (Day.MON, Day.TUE, Day.WED, Day.THU, Day.FRI),
    "weekend": (Day.SAT, Day.SUN),
}

_NOT_TOLD_APART = re.compile(r"[\s_'’-]+")
_PLURALS = ("", "s", "es")
_LIKELY = 0.8
"""How alike a slip and a word are, from 0 to 1, where one is offered for the other: less likeness
than that would offer a shin for a chin.
"""


class Vocabulary(Struct, Generic[_Meaning], frozen=True, kw_only=True):
    """The words for one kind of thing."""

    refusal: str
    """What is said of any other word, up to the words there are."""
    offered: Mapping[str, _Meaning]
    """The words that are told to who says another, and what each means."""
    also: Mapping[str, _Meaning] = {}
    """Other words that are understood, and what they mean."""
    unsure: Mapping[str, str] = {}
    """Parts of words that could mean several things, and the sentence that asks which."""

    def find(self, word: str) -> _Meaning | None:
        """What the word means, None where it means nothing. Case, hyphens, blanks and the plural
        make no difference.
        """
        meanings: dict[str, _Meaning] = {}
        for known, meaning in (*self.also.items(), *self.offered.items()):
            meanings[_letters(known)] = meaning
        letters = _letters(word)
        for ending in _PLURALS:
            singular = letters.removesuffix(ending)
            if letters.endswith(ending) and singular in meanings:
                return meanings[singular]
        return None

    def meaning(self, word: str) -> _Meaning:
        """What the word means; raises UsageError, with the words there are and the nearest one,
        where it means nothing.
        """
        meaning = self.find(word)
        if meaning is None:
            raise self._refused(word)
        return meaning

    def meanings(self, text: str) -> Iterator[_Meaning]:
        """What each word of the text means: blanks stand between words, and within some.

        Raises UsageError for what means nothing.
        """
        words = text.split()
        while words:
            # the longest first: `leg press` is one thing, and `home dumbbell` are two
            for end in range(len(words), 0, -1):
                meaning = self.find(" ".join(words[:end]))
                if meaning is not None:
                    break
            else:
                raise self._refused(" ".join(words))
            yield meaning
            del words[:end]

    def _refused(self, word: str) -> UsageError:
        for part, sentence in self.unsure.items():
            if part in _letters(word):
                return UsageError(f"'{word}' {sentence}")
        nearest = did_you_mean(word, [*self.also, *self.offered], likely=_LIKELY) or "."
        return UsageError(f"'{word}' {self.refusal} {', '.join(self.offered)}{nearest}")


def of_enum(
    what: str,
    words: Iterable[_Word],
    also: Mapping[str, _Word] | None = None,
    unsure: Mapping[str, str] | None = None,
) -> Vocabulary[_Word]:
    """The vocabulary of what is called so, `race`, and of these words."""
    return Vocabulary(
        refusal=f"is not a {what}; the {what}s are",
        offered={word.value: word for word in words},
        also=also or {},
        unsure=unsure or {},
    )


def _letters(word: str) -> str:
    """The word without what makes no difference."""
    return _NOT_TOLD_APART.sub("", word.casefold())
