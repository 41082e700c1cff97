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
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from befit_cli.evidence.dose import HOLD_STEP_S
from befit_cli.evidence.progress import ADAPTED_BY
from befit_cli.evidence.safety import EARLIER, NOT_TESTED, SAFETY
from befit_cli.saved.phrases import (
    ADAPTED,
    BETWEEN,
    LISTS,
    NAMED,
    NAMED_AS_IT_IS,
    NOTES,
    PROGRESS,
    REASONS,
    WARM_UP,
    WAYS,
    WORDS,
    kind_said,
    progress_name,
    reason_template,
    sentence,
)
from befit_cli.values import (
    MOST_OF_TITLE,
    OWN_WORDS,
    Adapted,
    AdaptedKey,
    Day,
    Facts,
    Kit,
    Movement,
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


def read_reasons(text: str, titles: Collection[str] = ()) -> tuple[Reason, ...]:
    """The reasons that a text gives, in their order; `titles` are what the running plan calls the
    runs of its week.

    Exact for each sentence of befit's, wherever it stands among others; the sentences of a person
    between two of them are one reason. That the run comes first, and how long the wait after it is,
    may stand in different sentences of a person's: all of them are looked through together.
    """
    parts = list(_parts(text, tuple(titles)))
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
    `movements` are those that a niggle may bar, `contacts` the landings of hops that they count.
    """
    for key, template in WARM_UP.items():
        facts = _facts_of(template, text)
        if facts is not None:
            return WarmUpStep(key, facts)
    facts = {OWN_WORDS: text} | _stretch(text) | _movements(text)
    return WarmUpStep(WarmUpKey.OWN, facts)


def read_note(rule: str, text: str) -> Note:
    """The note of that rule that a text is.

    Exact, if no name has the mark in it that stands between names, but for what a week has less or
    otherwise: its words stay, and their beginning says the key. A person's own words are known by
    their rule.
    """
    for key in _EXACT:
        facts = _facts_of(NOTES[key], text)
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
        if name != progress_name(step, hold=hold_s is not None, kit=kit):
            return own_words
        if step is not Step.HOLD:
            return Next(step=step, to=facts["to"], form=facts.get("form"))
        # Other seconds than befit's own step are a person's idea, and stay in their words.
        if hold_s is None or facts["more"] != HOLD_STEP_S:
            return own_words
        return Next(step=step, to=hold_s + HOLD_STEP_S)
    return own_words


def read_adapted(text: str, rule: str = "") -> Adapted | None:
    """What the log changed about an exercise by a text, None where it says nothing; in a person's
    own words it rests on that rule.
    """
    if not text.strip():
        return None
    for key, template in ADAPTED.items():
        facts = _facts_of(template, text)
        if facts is not None:
            return Adapted(rule=ADAPTED_BY[key], key=key, facts=facts)
    return Adapted(rule=rule, key=AdaptedKey.OWN, facts={OWN_WORDS: text})


def read_safety(text: str) -> SafetyLine:
    """The safety line that a text is: befit's, letter by letter, or a person's own words.

    A sentence that befit takes back is read as the one that it says now.
    """
    rule = _RULE_BY_SAFETY.get(text)
    return SafetyLine(rule=rule) if rule else SafetyLine(text=text)


def _parts(text: str, titles: tuple[str, ...]) -> Iterator[Reason | str]:
    """What the text is made of: befit's reasons, and between them a person's own words."""
    own: list[str] = []
    rest = text.strip()
    while rest:
        reason, end = _reason_at_start(rest, titles)
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


def _reason_at_start(text: str, titles: tuple[str, ...]) -> tuple[Reason | None, int]:
    """The reason that a text begins with, None for a sentence of a person's; and where it ends."""
    for key, template, pattern in _ways_to_say_reasons(titles):
        match = pattern.match(text)
        # In `better 6.5.` the sentence seems to end after the 6: a blank has to follow, or nothing.
        if match and text[match.end() : match.end() + 1].strip() == "":
            facts = _facts_of_reason(key, template, match)
            if facts is not None:
                return Reason(key, facts), match.end()
    end_of_sentence = _SENTENCE.match(text)
    assert end_of_sentence is not None, "text that is not empty has a sentence"
    return None, end_of_sentence.end()


@cache
def _ways_to_say_reasons(
    titles: tuple[str, ...],
) -> tuple[tuple[ReasonKey, str, re.Pattern[str]], ...]:
    """Each reason with a sentence for it, and what finds that sentence.

    A title may be any text, a part of befit's own sentences too. So the week's titles go first, and
    the longest before what it begins with; and one that nobody knows, such as that of the next
    week's first run, goes last.
    """
    ways = []
    named = [*NAMED.items(), *NAMED_AS_IT_IS.items()]
    if known := "|".join(map(re.escape, sorted(titles, key=len, reverse=True))):
        ways += [(key, template, _pattern(template, known)) for key, template in named]
    for key, template in (*REASONS.items(), *named):
        ways.append((key, template, _pattern(template)))
    return tuple(ways)


def _facts_of_reason(key: ReasonKey, template: str, match: re.Match[str]) -> Facts | None:
    """The facts of a reason, where befit would say them with that template."""
    facts = _exact(template, match)
    if facts is None:
        return None
    if template == NAMED_AS_IT_IS.get(key):
        run = kind_said(facts["title"])
        if run is None:
            return None
        facts = {"run": run, **facts}
    if "title" in facts:
        # Behind the others, as where a plan is made: a file that is read and written is the same.
        facts["title"] = facts.pop("title")
    return facts if reason_template(key, facts) == template else None


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


def _movements(own_words: str) -> Facts:
    facts: Facts = {}
    named = [movement for movement, words in _MOVEMENTS.items() if words.search(own_words)]
    if named:
        facts["movements"] = named
    hops = _HOPS.search(own_words)
    if hops:
        sets, reps = hops.groups()
        facts["contacts"] = min(_counted(sets or "1") * _counted(reps), _MOST)
    return facts


def _counted(number: str, unit: int = 1) -> int:
    """So many units, in whole ones; at most `_MOST`, for a person may write more digits than Python
    makes a number of.
    """
    return int(min(float(number.replace(",", ".")) * unit, _MOST))


def _key_of_own(rule: str, text: str) -> NoteKey:
    """What a note in words of its own is about."""
    # Its words go before its rule: R30 has several notes.
    for start, key in _KEY_BY_START.items():
        if text.startswith(start):
            return key
    if not text.strip():
        return NoteKey.OWN
    if rule == "R30":
        return NoteKey.ADD_LOAD if _LOAD_STEP.search(text) else NoteKey.OWN
    if rule in _KEY_BY_RULE:
        return _KEY_BY_RULE[rule]
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
def _pattern(template: str, title: str | None = None) -> re.Pattern[str]:
    """What finds the template's sentence, with a group for each of its places; a place that stands
    there twice has the same words twice. `title` is the pattern of the one for a run's title.
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
            if name == "title" and title is not None:
                words = title
            pattern += f"(?P<{name}>{words})"
    return re.compile(pattern)


class _Place(NamedTuple):
    """What may stand in a place of a sentence."""

    pattern: str
    """All texts that may."""
    fact: Callable[[str], Any]
    """Makes the fact of such a text."""


def _ways(words: str) -> list[str]:
    way_by_words = {said: way for way, said in WAYS.items()}
    return [way_by_words[said] for said in words.split(BETWEEN)]


def _one_of(words: Mapping[Any, str]) -> _Place:
    """A place that has its own words for each fact."""
    fact_by_words = {said: fact for fact, said in words.items()}
    return _Place("|".join(map(re.escape, fact_by_words)), fact_by_words.__getitem__)


_WAY = f"(?:{'|'.join(map(re.escape, WAYS.values()))})"
_PLACES = {
    "day": _one_of({day: day.title for day in Day}),
    "run": _one_of({run: run.value for run in Run}),
    # As little as may be: what goes on behind it is the rest of the sentence.
    "form": _Place(".+?", str),
    "needs": _Place(".+", str),
    "title": _Place(f".{{1,{MOST_OF_TITLE}}}?", str),
    **dict.fromkeys(LISTS, _Place(".+?", lambda words: words.split(BETWEEN))),
    "weeks": _Place("[0-9]{1,3} build weeks?", lambda words: int(words.split(maxsplit=1)[0])),
    "ways": _Place(f"{_WAY}(?:{BETWEEN}{_WAY})*", _ways),
    **{name: _one_of(words) for name, words in WORDS.items()},
}
_NUMBER = _Place("[0-9]{1,4}", int)
"""What stands in every other place."""
_STEPS = {
    "hold": Step.HOLD,
    "sets after a hold": Step.SETS,
    "form after a hold": Step.FORM,
    "band": Step.WEIGHT,
    "backpack": Step.WEIGHT,
    "weight": Step.WEIGHT,
    "reps": Step.REPS,
    "sets": Step.SETS,
    "form": Step.FORM,
}
_OF_THE_PLAN = frozenset(
    {
        NoteKey.EFFORT,
        NoteKey.RAMP,
        NoteKey.ADD_LOAD,
        NoteKey.KEEP_LOAD,
        NoteKey.FEW_WEEKS,
        NoteKey.TOO_LATE,
    }
)
IN_WORDS = (NoteKey.LESS_LOAD, NoteKey.OTHERWISE, NoteKey.NOTHING_LOGGED, NoteKey.GOES_ON)
"""The notes that come back in their words, and not as facts."""
_EXACT: tuple[NoteKey, ...] = tuple(key for key in NOTES if key not in IN_WORDS)
_KEY_BY_START = {
    NOTES[key].partition("{")[0]: key
    for key in (
        *IN_WORDS,
        NoteKey.HEAVIER,
        NoteKey.FEW_SETS,
        NoteKey.PREREQUISITE,
        NoteKey.LEFT_OUT,
    )
}
"""Of notes that people have changed behind their beginning, too."""
# No rule here is a should, so none of them has a note of what did not hold.
_KEY_BY_RULE = {
    "R17": NoteKey.MUCH_RUNNING,
    "R19": NoteKey.RAMP,
    "R25": NoteKey.PREREQUISITE,
    "R27": NoteKey.NO_HEAVY_LEGS,
    "R28": NoteKey.EFFORT,
    "R39": NoteKey.TOO_LATE,
    "R40": NoteKey.FEW_WEEKS,
    "R59": NoteKey.THIRD_DAY,
}
_RULE_BY_SAFETY = {text: rule for rule, text in (*SAFETY.items(), *EARLIER.items())}
_RULE_BY_SAFETY[SAFETY["R65"] + NOT_TESTED] = "R65"
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
_LOAD_STEP = re.compile(
    r"\b2\s?[-–]\s?10\s?%|\b(?:next|harder) form\b|\brepetition more\b", re.IGNORECASE
)
_LONG_STRETCH = re.compile(
    rf"\bstatic\b(?! bik| cycl)|\bstretch.*?{_DECIMAL}[ -]?(s|secs?|seconds?|mins?|minutes?)\b",
    re.IGNORECASE,
)
"""A static bike is no stretch, and of `20-30 s` the longer time counts."""
_MOVEMENTS = {
    # Jogging to the gym is running, which is nothing that a warm-up bars.
    Movement.JOG: re.compile(r"\bjog\w* (?:on the spot|in place)\b", re.IGNORECASE),
    Movement.SKIP: re.compile(r"(?<!\bno )\bskip(?:ping\b| rope)", re.IGNORECASE),
    Movement.HOP: re.compile(r"(?<!\bno )\bhop(?:s|ping)?\b", re.IGNORECASE),
    Movement.LUNGE: re.compile(r"(?<!\bno )\b(?:walking )?lung(?:es?|ing)\b", re.IGNORECASE),
    Movement.BRIDGE: re.compile(r"(?<!\bno )\bbridg(?:es?|ing)\b", re.IGNORECASE),
}
_HOPS = re.compile(r"(?:([0-9]+)\s?[x×]\s?)?([0-9]+)(?:\s+[\w-]+){0,3}?\s+hops?\b", re.IGNORECASE)
"""`2 x 10 low hops`."""
