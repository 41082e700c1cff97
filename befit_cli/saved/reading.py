"""The sentences of a plan -> keys with numbers.

Whoever reads a plan of an older befit, or one in Markdown, finds its facts by the words that
`saved.phrases` has. There are two ways, and no third:

- Exact: a text is befit's own sentence only where the facts found in it, said again, give the very
  same text. Nothing is lost then by keeping the facts alone.
- Everything else is a person's own words, kept as it stands. What rules ask of them is looked for
  by patterns: the wait after a run (R13), the time of a stretch (R47), the step of load (R30), and
  what a note is about. A pattern may be wrong, so where a text leaves a choice it reads what keeps
  the runner safer: the shortest wait, and a static stretch as a long one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, NamedTuple

from befit_cli.evidence.dose import HOLD_STEP_S
from befit_cli.evidence.safety import SAFETY
from befit_cli.saved.phrases import (
    NOTES,
    PROGRESS,
    REASONS,
    WARM_UP,
    build_weeks,
    progress_name,
    sentence,
)
from befit_cli.values import (
    OWN_WORDS,
    Day,
    Facts,
    Kit,
    Next,
    Note,
    NoteKey,
    Reason,
    ReasonKey,
    Run,
    SafetyLine,
    Scope,
    Step,
    WarmUpKey,
    WarmUpStep,
)


def read_reasons(text: str) -> tuple[Reason, ...]:
    """The reasons that a text gives, in their order.

    Exact for each sentence of befit's, wherever it stands among others; the sentences of a person
    between two of them are one reason. That the run comes first, and how long the wait after it is,
    may stand in different sentences of a person's: all of them are looked through together.
    """
    parts = list(_parts(text))
    wait = _wait(" ".join(part for part in parts if isinstance(part, str)))
    reasons: list[Reason] = []
    for part in parts:
        if isinstance(part, Reason):
            reasons.append(part)
        elif wait is not None and _RUN_FIRST.search(part):
            reasons.append(Reason(ReasonKey.RUN_FIRST, {"hours": wait, OWN_WORDS: part}))
        else:
            reasons.append(Reason(ReasonKey.OWN, {OWN_WORDS: part}))
    return tuple(reasons)


def read_warm_up_step(text: str) -> WarmUpStep:
    """The part of a warm-up that a text names.

    In a person's own words, `seconds` is how long a stretch in them is held: None for a static one,
    whatever time it names. A time before the word stretch is not seen: it may be another's.
    """
    for key, template in WARM_UP.items():
        facts = _facts_of(template, text)
        if facts is not None:
            return WarmUpStep(key, facts)
    return WarmUpStep(WarmUpKey.OWN, {OWN_WORDS: text} | _stretch(text))


def read_note(rule: str, text: str) -> Note:
    """The note of that rule that a text is.

    Exact for the notes of the whole plan. The week's notes go on with lists of any names, which are
    not taken apart again: their words stay, and their beginning or their rule says the key.
    """
    for key in (NoteKey.ADD_LOAD, NoteKey.KEEP_LOAD, NoteKey.FEW_WEEKS):
        facts = _facts_of(NOTES[key], text)
        if facts is not None and key is NoteKey.FEW_WEEKS:
            facts = _weeks(facts["build_weeks"])
        if facts is not None:
            return Note(rule=rule, key=key, scope=scope_of(key), facts=facts)
    key = _key_of_own(rule, text)
    return Note(rule=rule, key=key, scope=scope_of(key), facts={OWN_WORDS: text})


def scope_of(key: NoteKey) -> Scope:
    """What a note of that key concerns."""
    return Scope.PLAN if key in _OF_THE_PLAN else Scope.WEEK


def read_next(text: str, hold_s: int | None, kit: tuple[Kit, ...] = ()) -> Next | None:
    """How an exercise goes on by a text, None where it says nothing.

    Exact, for an exercise that is a hold of so many seconds, or none, and done with that kit. The
    sentence of another kind of exercise is a person's own words: `At 30 s with ease` says nothing
    of repetitions.
    """
    if not text.strip():
        return None
    own_words = Next(step=None, text=text)
    for name, template in PROGRESS.items():
        facts = _facts_of(template, text)
        if facts is None:
            continue
        step = _STEPS[name]
        if name != progress_name(step, hold=hold_s is not None, band=Kit.BAND in kit):
            return own_words
        if step is not Step.HOLD:
            return Next(step=step, to=facts["to"], form=facts.get("form"))
        # Other seconds than befit's own step are a person's idea, and stay in their words.
        if hold_s is None or facts["more"] != HOLD_STEP_S:
            return own_words
        return Next(step=step, to=hold_s + HOLD_STEP_S)
    return own_words


def read_safety(text: str) -> SafetyLine:
    """The safety line that a text is: befit's, letter by letter, or a person's own words."""
    rule = _RULE_BY_SAFETY.get(text)
    return SafetyLine(rule=rule) if rule else SafetyLine(text=text)


def _parts(text: str) -> Iterator[Reason | str]:
    """What the text is made of: befit's reasons, and between them a person's own words."""
    own: list[str] = []
    rest = text.strip()
    while rest:
        reason, end = _reason_at_start(rest)
        if reason is None:
            own.append(rest[:end].strip())
        else:
            if own:
                yield " ".join(own)
                own = []
            yield reason
        rest = rest[end:].lstrip()
    if own:
        yield " ".join(own)


def _reason_at_start(text: str) -> tuple[Reason | None, int]:
    """The reason that a text begins with, None for a sentence of a person's; and where it ends."""
    # Each is found whole or not at all, so any order would do.
    for key, template in REASONS.items():
        match = _pattern(template).match(text)
        # In `better 6.5.` the sentence seems to end after the 6: a blank has to follow, or nothing.
        if match and text[match.end() : match.end() + 1].strip() == "":
            facts = _exact(template, match)
            if facts is not None:
                return Reason(key, facts), match.end()
    end_of_sentence = _SENTENCE.match(text)
    assert end_of_sentence is not None, "text that is not empty has a sentence"
    return None, end_of_sentence.end()


def _wait(own_words: str) -> int | None:
    """The whole hours of the shortest wait that the words name; None where they name none."""
    hours = [_counted(number) for number in _HOURS.findall(own_words)]
    return min(hours, default=None)


def _stretch(own_words: str) -> Facts:
    match = _LONG_STRETCH.search(own_words)
    if match is None:
        return {}
    number, unit = match.groups()
    if number is None:
        return {"seconds": None}  # static, for as long as it takes
    seconds = 60 if unit.casefold().startswith("m") else 1
    return {"seconds": _counted(number, seconds)}


def _counted(number: str, unit: int = 1) -> int:
    """So many units, in whole ones; at most `_MOST`, for a person may write more digits than Python
    makes a number of.
    """
    return int(min(float(number.replace(",", ".")) * unit, _MOST))


def _weeks(words: str) -> Facts | None:
    """The number in `4 build weeks`; None for `1 build weeks`, which befit doesn't write."""
    weeks = int(words.split(maxsplit=1)[0])
    return {"weeks": weeks} if words == build_weeks(weeks) else None


def _key_of_own(rule: str, text: str) -> NoteKey:
    """What a note in words of its own is about."""
    # Its words go before its rule: R30 has several notes.
    for start, key in _KEY_BY_START.items():
        if text.startswith(start):
            return key
    if rule == "R30":
        return NoteKey.ADD_LOAD if _LOAD_STEP.search(text) else NoteKey.OWN
    if rule == "R40":
        return NoteKey.FEW_WEEKS if text.strip() else NoteKey.OWN
    return NoteKey.UNMET


def _facts_of(template: str, text: str) -> Facts | None:
    """The facts of a text that is the template's sentence; None for any other."""
    match = _pattern(template).fullmatch(text)
    return _exact(template, match) if match else None


def _exact(template: str, match: re.Match[str]) -> Facts | None:
    """The facts, where they give the same words again: a number such as `03` would lose its 0."""
    facts: Facts = {}
    for name, words in match.groupdict().items():
        facts[name] = _PLACES.get(name, _NUMBER).fact(words)
    return facts if sentence(template, facts) == match[0] else None


@cache
def _pattern(template: str) -> re.Pattern[str]:
    """What finds the template's sentence, with a group for each of its places; a place that stands
    there twice has the same words twice.
    """
    pattern = ""
    named: set[str] = set()
    for part in re.split(r"(\{\w+\})", template):
        name = part[1:-1]
        if not part.startswith("{"):
            pattern += re.escape(part)
        elif name in named:
            pattern += f"(?P={name})"
        else:
            named.add(name)
            words = _PLACES.get(name, _NUMBER).pattern
            pattern += f"(?P<{name}>{words})"
    return re.compile(pattern)


class _Place(NamedTuple):
    """What may stand in a place of a sentence."""

    pattern: str
    """All texts that may."""
    fact: Callable[[str], Any]
    """Makes the fact of such a text."""


_DAY_BY_TITLE = {day.title: day for day in Day}
_PLACES = {
    "day": _Place("|".join(_DAY_BY_TITLE), _DAY_BY_TITLE.__getitem__),
    "run": _Place("|".join(Run), Run),
    "form": _Place(".+", str),
    "build_weeks": _Place("[0-9]{1,3} build weeks?", str),
}
_NUMBER = _Place("[0-9]{1,4}", int)
"""What stands in every other place."""
_STEPS = {
    "hold": Step.HOLD,
    "form after a hold": Step.FORM,
    "band": Step.WEIGHT,
    "weight": Step.WEIGHT,
    "reps": Step.REPS,
    "form": Step.FORM,
}
_OF_THE_PLAN = frozenset({NoteKey.ADD_LOAD, NoteKey.KEEP_LOAD, NoteKey.FEW_WEEKS})
_RULE_BY_SAFETY = {text: rule for rule, text in SAFETY.items()}
_KEY_BY_START = {NOTES[key].partition("{")[0]: key for key in (NoteKey.LESS_LOAD, NoteKey.HEAVIER)}
_MOST = 10_000
"""What any more hours or seconds count as, in a person's own words."""
# Up to a mark that a blank follows: `6.5` goes on.
_SENTENCE = re.compile(r".*?[.!?](?=\s|$)|.+", re.DOTALL)
_RUN_FIRST = re.compile(r"\brun first\b", re.IGNORECASE)
_DECIMAL = r"(?<!\.)\b([0-9]+(?:[.,][0-9]+)?)"
"""Whole, so that `0.5 hours` is not read as five."""
# The first number of `2 to 6 hours` is the wait that may be too short.
_HOURS = re.compile(
    rf"{_DECIMAL}(?:\s?(?:-|–|to|or|and)\s?[0-9.,]+)?[ -]?h(?:(?:ou)?rs?)?\b", re.IGNORECASE
)
_LOAD_STEP = re.compile(r"\b2\s?[-–]\s?10\s?%")
_LONG_STRETCH = re.compile(
    rf"\bstatic\b(?! bik| cycl)|\bstretch.*?{_DECIMAL}[ -]?(s|secs?|seconds?|mins?|minutes?)\b",
    re.IGNORECASE,
)
"""A static bike is no stretch, and of `20-30 s` the longer time counts."""
