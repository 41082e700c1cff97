"""The sentences of a plan -> keys with numbers.

Whoever reads a plan of an older befit, or one in Markdown, finds its facts by the words that
`saved.phrases` has. What no sentence of befit's is a person's own, and is kept as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, NamedTuple

from befit_cli.evidence.safety import SAFETY
from befit_cli.saved.phrases import NOTES, PROGRESS, REASONS, WARM_UP, said
from befit_cli.values import (
    OWN_WORDS,
    Day,
    Facts,
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


class _Place(NamedTuple):
    """What may stand in a place of a sentence, and the fact that it is."""

    pattern: str
    fact: Callable[[str], Any]


_DAY_BY_TITLE = {day.title: day for day in Day}
_PLACES = {
    "day": _Place("|".join(_DAY_BY_TITLE), _DAY_BY_TITLE.__getitem__),
    "run": _Place("|".join(Run), Run),
    "form": _Place(".+", str),
    "build_weeks": _Place("[0-9]{1,3} build weeks?", str),
}
_NUMBER = _Place("[0-9]{1,4}", int)


def read_reasons(text: str) -> tuple[Reason, ...]:
    """The reasons that a text gives, one sentence after the other."""
    reasons: list[Reason] = []
    own: list[str] = []
    rest = text.strip()
    while rest:
        for key, sentence in REASONS.items():
            match = _pattern(sentence).match(rest)
            if match:
                reasons += _own_reason(own)
                own = []
                reasons.append(Reason(key, _facts(match)))
                break
        else:
            match = _SENTENCE.match(rest)
            assert match is not None, "text that is not empty has a sentence"
            own.append(match[0].strip())
        rest = rest[match.end() :].lstrip()
    return (*reasons, *_own_reason(own))


def _own_reason(sentences: list[str]) -> Iterator[Reason]:
    """Own words of a person; that the run comes first, and the wait after it, is a fact (R13)."""
    if not sentences:
        return
    text = " ".join(sentences)
    hours = [_counted(digits) for digits in _HOURS.findall(text)]
    if _RUN_FIRST.search(text) and hours:
        yield Reason(ReasonKey.RUN_FIRST, {"hours": min(hours), OWN_WORDS: text})
    else:
        yield Reason(ReasonKey.OWN, {OWN_WORDS: text})


def read_warm_up_step(text: str) -> WarmUpStep:
    """The part of a warm-up that a text names; in a person's own words, how long a stretch in it is
    held, as a fact (R47).
    """
    for key, sentence in WARM_UP.items():
        match = _pattern(sentence).fullmatch(text)
        if match and said(sentence, facts := _facts(match)) == text:
            return WarmUpStep(key, facts)
    return WarmUpStep(WarmUpKey.OWN, {OWN_WORDS: text} | _stretch(text))


def _stretch(text: str) -> Facts:
    match = _LONG_STRETCH.search(text)
    if match is None:
        return {}
    number, unit = match.groups()
    if number is None:
        return {"seconds": None}  # static, for as long as it takes
    return {"seconds": _counted(number) * (60 if unit.startswith("min") else 1)}


def _counted(digits: str) -> int:
    """The number, at most `_MOST`: a person may write more digits than Python makes a number of."""
    return int(min(float(digits), _MOST))


def read_note(rule: str, text: str) -> Note:
    """The note of that rule that a text is."""
    for key in (NoteKey.ADD_LOAD, NoteKey.KEEP_LOAD, NoteKey.FEW_WEEKS):
        match = _pattern(NOTES[key]).fullmatch(text)
        if match:
            facts = _facts(match)
            if key is NoteKey.FEW_WEEKS:
                facts = {"weeks": int(facts["build_weeks"].split()[0])}
            return Note(rule=rule, key=key, scope=scope_of(key), facts=facts)
    key = _key_of_own(rule, text)
    return Note(rule=rule, key=key, scope=scope_of(key), facts={OWN_WORDS: text})


def _key_of_own(rule: str, text: str) -> NoteKey:
    """What a note in words of its own is about."""
    for start, key in _KEY_BY_START.items():
        if text.startswith(start):
            return key
    if rule == "R30":
        return NoteKey.ADD_LOAD if _LOAD_STEP.search(text) else NoteKey.OWN
    if rule == "R40":
        return NoteKey.FEW_WEEKS if text.strip() else NoteKey.OWN
    return NoteKey.UNMET


def scope_of(key: NoteKey) -> Scope:
    """What a note of that key concerns."""
    return Scope.PLAN if key in _OF_THE_PLAN else Scope.WEEK


def read_next(text: str, hold_s: int | None) -> Next | None:
    """How an exercise goes on by a text, None where it says nothing; `hold_s` is its hold, if it is
    one.
    """
    if not text.strip():
        return None
    for name, sentence in PROGRESS.items():
        match = _pattern(sentence).fullmatch(text)
        if not match:
            continue
        facts = _facts(match)
        step = _STEPS[name]
        if step is Step.HOLD and hold_s is not None:
            return Next(step=step, to=hold_s + facts["more"])
        if step is not Step.HOLD:
            return Next(step=step, to=facts["to"], form=facts.get("form"))
    return Next(step=None, text=text)


def read_safety(text: str) -> SafetyLine:
    """The safety line that a text is."""
    rule = _RULE_BY_SAFETY.get(text)
    return SafetyLine(rule=rule) if rule else SafetyLine(text=text)


@cache
def _pattern(sentence: str) -> re.Pattern[str]:
    """What finds the sentence, with a group for each of its places."""
    pattern = ""
    named: set[str] = set()
    for part in re.split(r"(\{\w+\})", sentence):
        name = part[1:-1]
        if not part.startswith("{"):
            pattern += re.escape(part)
        elif name in named:
            pattern += f"(?P={name})"
        else:
            named.add(name)
            pattern += f"(?P<{name}>{_PLACES.get(name, _NUMBER).pattern})"
    return re.compile(pattern)


def _facts(match: re.Match[str]) -> Facts:
    return {name: _PLACES.get(name, _NUMBER).fact(text) for name, text in match.groupdict().items()}


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
"""Notes that go on with lists of any names, which are not taken apart again."""
_MOST = 10_000
"""What any more hours or seconds count as, in a person's own words."""
_SENTENCE = re.compile(r".*?[.!?](?=\s|$)|.+", re.DOTALL)
_RUN_FIRST = re.compile(r"\brun first\b", re.IGNORECASE)
_HOURS = re.compile(r"\b([0-9]+)[ -]?h(?:ours?)?\b", re.IGNORECASE)
_LOAD_STEP = re.compile(r"\b2\s?-\s?10\s?%")
_LONG_STRETCH = re.compile(
    r"\bstatic\b|\bstretch.*?\b([0-9]+)[ -]?(s|sec|seconds?|min|minutes?)\b", re.IGNORECASE
)
