"""The sentences of a plan: said from keys with numbers, and read back into them.

Each sentence stands once, with named places for what changes. Views say it; whoever reads a plan of
an older befit, or one in Markdown, finds its key by the same words. What no sentence of befit's is
a person's own, and is kept as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from befit_cli.evidence.block import STUDIED_WEEKS
from befit_cli.evidence.load import LOAD_STEP
from befit_cli.evidence.safety import SAFETY
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
    Scope,
    Step,
    WarmUpKey,
    WarmUpStep,
)

REASONS: Mapping[ReasonKey, str] = {
    ReasonKey.HARD_RUN_DAY: ("{day}, after your hard run: hard days stay hard, easy days easy."),
    ReasonKey.RUN_FIRST: "Run first, then wait at least {hours} hours, better {better}.",
    ReasonKey.LONG_RUN_DAY: "{day}, your long run: light work only, at any time after it.",
    ReasonKey.AFTER_LONG_RUN: (
        "{day}, the day after your long run: the legs are still recovering, so nothing heavy."
    ),
    ReasonKey.AFTER_LONG_RUN_HEAVY: (
        "{day}, the day after your long run: lift less if the legs are still heavy."
    ),
    ReasonKey.FREE_DAY: "{day}, a day without a hard run.",
    ReasonKey.RACE_AHEAD: "The race is {days} days away.",
    ReasonKey.RUN_TOMORROW: "Your {run} run is tomorrow.",
    ReasonKey.RUN_AHEAD: "Your next {run} run is {days} days away.",
}
"""Why a session stands on its day."""

WARM_UP: Mapping[WarmUpKey, str] = {
    WarmUpKey.WALK_ON_THE_SPOT: "{minutes} min brisk walking on the spot, arms swinging",
    WarmUpKey.WALK_OR_JOG: "{minutes} min brisk walking or easy jogging",
    WarmUpKey.JOG_OR_SKIP: "{minutes} min easy jogging or skipping",
    WarmUpKey.BRIDGES_AND_SIDE_STEPS: "{reps} bridges and {reps} side steps each way",
    WarmUpKey.BRIDGES: "{reps} bridges",
    WarmUpKey.LEG_SWINGS_AND_LUNGES: (
        "{reps} leg swings, {reps} ankle circles and {lunges} lunges with a turn each side"
    ),
    WarmUpKey.LEG_SWINGS: "{reps} leg swings and {reps} ankle circles each side",
    WarmUpKey.QUICK_RISES: "{reps} quick rises to the toes",
    WarmUpKey.EASY_SET: "one easy set of the first exercise",
    WarmUpKey.LIGHTER_SETS: "two lighter sets of the first exercise, the second quicker",
}
"""The parts of a warm-up."""

_ADD_LOAD = (
    "hen the last set gives you two repetitions more than asked, twice in a row, add "
    f"{LOAD_STEP} weight, or take the next form of the ladder."
)
NOTES: Mapping[NoteKey, str] = {
    NoteKey.ADD_LOAD: f"W{_ADD_LOAD}",
    NoteKey.KEEP_LOAD: (f"Keep the weights as they are until after the race. Then: w{_ADD_LOAD}"),
    NoteKey.HEAVIER: f"Start {LOAD_STEP} heavier than in week {{week}}: {{forms}}.",
    NoteKey.FEW_WEEKS: (
        "{build_weeks} before the race: expect to feel steadier, not faster; the studies used "
        f"{STUDIED_WEEKS} weeks or more."
    ),
    NoteKey.LESS_LOAD: "Less load than usual this week ({loads}): {held}.{more_room}",
}
"""What a week says beside its sessions; an unmet rule has words of its own."""

_TWICE = "At {to} in the last set, twice in a row: "
PROGRESS: Mapping[str, str] = {
    "hold": "With ease: {more} s longer.",
    "form after a hold": "At {to} s with ease: {form}.",
    "band": f"{_TWICE}a stronger band.",
    "weight": f"{_TWICE}{LOAD_STEP} more.",
    "reps": f"{_TWICE}one repetition more.",
    "form": f"{_TWICE}{{form}}.",
}
"""How an exercise goes on; what is most definite first, for the next form may have any name."""


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


def said(sentence: str, facts: Facts) -> str:
    """The sentence with the facts in its places."""
    return sentence.format_map({name: _in_words(fact) for name, fact in facts.items()})


def _in_words(fact: Any) -> str:
    if isinstance(fact, list):
        return ", ".join(map(_in_words, fact))
    return fact.title if isinstance(fact, Day) else str(fact)


def build_weeks(weeks: int) -> str:
    """`1 build week`, `4 build weeks`."""
    return "1 build week" if weeks == 1 else f"{weeks} build weeks"


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


def read_safety(text: str) -> str:
    """The rule whose safety text it is; a person's own words as they are."""
    return _RULE_BY_SAFETY.get(text, text)


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
