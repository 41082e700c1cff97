"""The words that befit offers to be typed, as the language that is spoken tells of them: they are
the same in any, and Spanish says what each means.
"""

from __future__ import annotations

from collections.abc import Iterable

from befit_cli.language import _, message
from befit_cli.values import Fact, Phrase, phrase

_TYPED = "typed"
_CALLED = "called"
MEANT = (
    message("half", sense="typed"),
    message("marathon", sense="typed"),
    message("none", sense="typed"),
    message("all", sense="typed"),
    message("beginner", sense="typed"),
    message("intermediate", sense="typed"),
    message("advanced", sense="typed"),
    message("home", sense="typed"),
    message("gym", sense="typed"),
    message("band", sense="typed"),
    message("dumbbell", sense="typed"),
    message("kettlebell", sense="typed"),
    message("backpack", sense="typed"),
    message("barbell", sense="typed"),
    message("machine", sense="typed"),
    message("bench", sense="typed"),
    message("box", sense="typed"),
    message("step", sense="typed"),
    message("pull-up-bar", sense="typed"),
    message("towel", sense="typed"),
    message("runners-knee", sense="typed"),
    message("itb", sense="typed"),
    message("plantar", sense="typed"),
    message("shin", sense="typed"),
    message("achilles", sense="typed"),
    message("low-back", sense="typed"),
    message("hamstring", sense="typed"),
    message("bone-stress", sense="typed"),
    message("knee", sense="typed"),
    message("foot", sense="typed"),
    message("hip", sense="typed"),
    message("leg", sense="typed"),
    message("core", sense="typed"),
    message("squat", sense="typed"),
    message("lunge", sense="typed"),
    message("hinge", sense="typed"),
    message("calf", sense="typed"),
    message("balance", sense="typed"),
    message("abduction", sense="typed"),
    message("core-anti-extension", sense="typed"),
    message("core-extension", sense="typed"),
    message("rotation", sense="typed"),
    message("pull", sense="typed"),
    message("push", sense="typed"),
    message("plyometric", sense="typed"),
    message("mon", sense="typed"),
    message("tue", sense="typed"),
    message("wed", sense="typed"),
    message("thu", sense="typed"),
    message("fri", sense="typed"),
    message("sat", sense="typed"),
    message("sun", sense="typed"),
    message("away", sense="typed"),
    message("ill", sense="typed"),
    message("hurt", sense="typed"),
    message("other", sense="typed"),
    message("rest", sense="typed"),
    message("easy", sense="typed"),
    message("hard", sense="typed"),
    message("long", sense="typed"),
    message("long+hard", sense="typed"),
    message("race", sense="typed"),
    message("needs", sense="typed"),
    message("name", sense="typed"),
    message("race_date", sense="typed"),
    message("weeks_to_race", sense="typed"),
    message("week", sense="typed"),
    message("of", sense="typed"),
    message("phase", sense="typed"),
    message("done_7", sense="typed"),
    message("planned_7", sense="typed"),
    message("done_28", sense="typed"),
    message("planned_28", sense="typed"),
    message("pain", sense="typed"),
    message("off", sense="typed"),
    message("file", sense="typed"),
    message("en", sense="typed"),
    message("es", sense="typed"),
)
"""Those that English understands as they are."""
NAMED = (
    message("half", sense="called"),
    message("marathon", sense="called"),
    message("none", sense="called"),
    message("beginner", sense="called"),
    message("intermediate", sense="called"),
    message("advanced", sense="called"),
    message("home", sense="called"),
    message("away", sense="called"),
    message("ill", sense="called"),
    message("hurt", sense="called"),
)
"""Those of which a sentence speaks that nobody has to type."""


def told(word: str) -> str:
    """`dumbbell`, in Spanish `dumbbell (mancuerna)`."""
    return _(str(word), sense=_TYPED)


def told_each(words: str) -> str:
    """`mon, thu`, in Spanish `mon (lunes), thu (jueves)`."""
    return ", ".join([told(word) for word in words.split(", ")])


def called(word: str) -> str:
    """`half`, in Spanish `media maratón`."""
    return _(str(word), sense=_CALLED)


def listed(words: Iterable[str | Phrase]) -> Phrase:
    """The words with commas, told when they are said; what is a phrase already stays it."""
    parts: dict[str, Fact] = {f"word{number}": _phrase(word) for number, word in enumerate(words)}
    return Phrase(", ".join(f"{{{name}}}" for name in parts), parts)


def either_of(words: Iterable[str | Phrase]) -> Phrase:
    """The same with `or` before the last."""
    *others, last = words
    return phrase("{others} or {last}", others=listed(others), last=_phrase(last))


def _phrase(word: str | Phrase) -> Phrase:
    return word if isinstance(word, Phrase) else Phrase(str(word), {"sense": _TYPED})
