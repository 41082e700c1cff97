"""The sentences of a plan -> keys with numbers.

Whoever reads a plan of an older befit, or one in Markdown, finds its facts by the words that
`saved.phrases` has, in each language that befit speaks. There are two ways, and no third:

- Exact: a text is befit's own sentence only where the facts found in it, said again, give the very
  same text. Nothing is lost then by keeping the facts alone.
- Everything else is a person's own words, kept as it stands. What rules ask of them `own_words`
  looks for: the wait after a run (R13), the time of a stretch (R47), the step of load (R30). What a
  note is about, its beginning says, or its rule.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple, TypeVar

from befit_cli.evidence.dose import HOLD_STEP_S
from befit_cli.evidence.progress import ADAPTED_BY
from befit_cli.evidence.safety import EARLIER, NOT_TESTED, SAFETY
from befit_cli.language import Language, _, speaking
from befit_cli.saved import own_words
from befit_cli.saved.phrases import (
    ADAPTED,
    ADAPTED_WITHOUT_WEIGHT,
    BETWEEN,
    DO_INSTEAD,
    LISTS,
    NAMED,
    NAMED_AS_IT_IS,
    NOTES,
    PROGRESS,
    REASONS,
    WARM_UP,
    WAYS,
    WORDS,
    build_weeks,
    kind_said,
    progress_name,
    reason_template,
    sentence,
    with_places,
)
from befit_cli.values import (
    ADDING_LOAD,
    MOST_OF_TITLE,
    OWN_WORDS,
    Adapted,
    AdaptedKey,
    Day,
    Facts,
    Kit,
    Next,
    Note,
    NoteKey,
    Reason,
    ReasonKey,
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
    wait = own_words.wait_after_run(" ".join(part for part in parts if isinstance(part, str)))
    reasons: list[Reason] = []
    for part in parts:
        if isinstance(part, Reason):
            reasons.append(part)
        elif wait is not None and own_words.run_comes_first(part):
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
    if found := _found(WARM_UP, text):
        return WarmUpStep(*found)
    facts = {OWN_WORDS: text} | own_words.stretch(text) | own_words.movements(text)
    return WarmUpStep(WarmUpKey.OWN, facts)


def read_note(rule: str, text: str) -> Note:
    """The note of that rule that a text is.

    Exact, if no name has the mark in it that stands between names, but for what a week has less or
    otherwise: its words stay, and their beginning says the key. A person's own words are known by
    their rule.
    """
    if found := _found(_EXACT, text):
        key, facts = found
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
    in_own_words = Next(step=None, text=text)
    found = _found(PROGRESS, text)
    if found is None:
        return in_own_words
    name, facts = found
    step = _STEPS[name]
    if name != progress_name(step, hold=hold_s is not None, kit=kit):
        return in_own_words
    if step is not Step.HOLD:
        return Next(step=step, to=facts["to"], form=facts.get("form"))
    # Other seconds than befit's own step are a person's idea, and stay in their words.
    if hold_s is None or facts["more"] != HOLD_STEP_S:
        return in_own_words
    return Next(step=step, to=hold_s + HOLD_STEP_S)


def read_adapted(text: str, rule: str = "") -> Adapted | None:
    """What the log changed about an exercise by a text, None where it says nothing; in a person's
    own words it rests on that rule.
    """
    if not text.strip():
        return None
    if found := _found(ADAPTED, text) or _found(ADAPTED_WITHOUT_WEIGHT, text):
        key, facts = found
        return Adapted(rule=ADAPTED_BY[key], key=key, facts=facts)
    return Adapted(rule=rule, key=AdaptedKey.OWN, facts={OWN_WORDS: text})


def read_safety(texts: Iterable[str]) -> tuple[SafetyLine, ...]:
    """The safety lines that the texts are: befit's, letter by letter, or a person's own words; one
    that stands there twice is one.

    A sentence that befit takes back is read as the one that it says now.
    """
    return tuple(dict.fromkeys(map(_safety_line, texts)))


def _safety_line(text: str) -> SafetyLine:
    for language in Language:
        if rule := _rule_by_safety(language).get(text):
            return SafetyLine(rule=rule)
    return SafetyLine(text=text)


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
    for language in Language:
        with speaking(language):
            for key, template, pattern in _ways_to_say_reasons(titles, language):
                match = pattern.match(text)
                # In `better 6.5.` the sentence seems to end after the 6: a blank has to follow, or
                # nothing.
                if match and text[match.end() : match.end() + 1].strip() == "":
                    facts = _facts_of_reason(key, template, match, language)
                    if facts is not None:
                        return Reason(key, facts), match.end()
    end_of_sentence = _SENTENCE.match(text)
    assert end_of_sentence is not None, "text that is not empty has a sentence"
    return None, end_of_sentence.end()


@cache
def _ways_to_say_reasons(
    titles: tuple[str, ...], language: Language
) -> tuple[tuple[ReasonKey, str, re.Pattern[str]], ...]:
    """Each reason with a sentence for it, and what finds that sentence in the language.

    A title may be any text, a part of befit's own sentences too. So the week's titles go first, and
    the longest before what it begins with; and one that nobody knows, such as that of the next
    week's first run, goes last.
    """
    ways = []
    named = [*NAMED.items(), *NAMED_AS_IT_IS.items()]
    if known := "|".join(map(re.escape, sorted(titles, key=len, reverse=True))):
        ways += [(key, template, _pattern(template, language, known)) for key, template in named]
    for key, template in (*REASONS.items(), *named):
        ways.append((key, template, _pattern(template, language)))
    return tuple(ways)


def _facts_of_reason(
    key: ReasonKey, template: str, match: re.Match[str], language: Language
) -> Facts | None:
    """The facts of a reason, where befit would say them with that template."""
    facts = _exact(template, match, language)
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


def _key_of_own(rule: str, text: str) -> NoteKey:
    """What a note in words of its own is about."""
    # Its words go before its rule: R30 has several notes.
    for language in Language:
        for start, key in _key_by_start(language).items():
            if text.startswith(start):
                return key
    if not text.strip():
        return NoteKey.OWN
    if rule == "R30":
        return NoteKey.ADD_LOAD if own_words.names_load_step(text) else NoteKey.OWN
    if rule in _KEY_BY_RULE:
        return _KEY_BY_RULE[rule]
    return NoteKey.UNMET


_Key = TypeVar("_Key", bound=str)


def _found(templates: Mapping[_Key, str], text: str) -> tuple[_Key, Facts] | None:
    """The first of the sentences that the text is, with its facts; None for any other text."""
    for language in Language:
        with speaking(language):
            for key, template in templates.items():
                match = _pattern(template, language).fullmatch(text)
                facts = _exact(template, match, language) if match else None
                if facts is not None:
                    return key, facts
    return None


def _exact(template: str, match: re.Match[str], language: Language) -> Facts | None:
    """The facts, where they give the same words again: a number such as `03` would lose its 0."""
    places = _places(language)
    facts: Facts = {}
    for name, words in match.groupdict().items():
        facts[name] = places.get(name, _NUMBER).fact(words)
    return facts if sentence(template, facts) == match[0] else None


@cache
def _pattern(template: str, language: Language, title: str | None = None) -> re.Pattern[str]:
    """What finds the template's sentence in the language, with a group for each of its places; a
    place that stands there twice has the same words twice. `title` is the pattern of the one for a
    run's title.
    """
    places = _places(language)
    pattern = ""
    named: set[str] = set()
    with speaking(language):
        said = with_places(template)
    for part in re.split(r"(\{\w+\})", said):
        name = part[1:-1]
        if not part.startswith("{"):
            pattern += re.escape(part)
        elif name in named:
            pattern += f"(?P={name})"
        else:
            named.add(name)
            words = places.get(name, _NUMBER).pattern
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


def _one_of(words: Mapping[Any, str]) -> _Place:
    """A place that has its own words for each fact, in the language that is spoken."""
    fact_by_words = {sentence(said, {}): fact for fact, said in words.items()}
    return _Place("|".join(map(re.escape, fact_by_words)), fact_by_words.__getitem__)


def _instead() -> _Place:
    """What to do until a form may begin: another one by its name, or as earlier plans say it."""
    unnamed = _one_of(WORDS["instead"])
    start, end = with_places(DO_INSTEAD).split("{form}")

    def fact(words: str) -> Any:
        if words.startswith(start):
            return words.removeprefix(start).removesuffix(end)
        return unnamed.fact(words)

    return _Place(f"{re.escape(start)}.+{re.escape(end)}|{unnamed.pattern}", fact)


def _ways() -> _Place:
    """A list of what adds load."""
    one = _one_of(WAYS)
    return _Place(
        f"(?:{one.pattern})(?:{BETWEEN}(?:{one.pattern}))*",
        lambda words: [one.fact(said) for said in words.split(BETWEEN)],
    )


def _build_weeks() -> _Place:
    several = re.escape(build_weeks(2).removeprefix("2"))
    return _Place(
        f"{re.escape(build_weeks(1))}|[0-9]{{1,3}}{several}",
        lambda words: int(words.split(maxsplit=1)[0]),
    )


@cache
def _places(language: Language) -> Mapping[str, _Place]:
    """What may stand in the places of a sentence in that language."""
    with speaking(language):
        return {
            "day": _one_of({day: day.title for day in Day}),
            # As little as may be: what goes on behind it is the rest of the sentence.
            "form": _Place(".+?", str),
            "needs": _Place(".+?", str),
            "without": _Place(".+?", str),
            "title": _Place(f".{{1,{MOST_OF_TITLE}}}?", str),
            **dict.fromkeys(LISTS, _Place(".+?", lambda words: words.split(BETWEEN))),
            "weeks": _build_weeks(),
            "ways": _ways(),
            **{name: _one_of(words) for name, words in WORDS.items()},
            "instead": _instead(),
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
        *ADDING_LOAD,
        NoteKey.FEW_WEEKS,
        NoteKey.KIN,
        NoteKey.TOO_LATE,
    }
)
IN_WORDS = (
    NoteKey.LESS_LOAD,
    NoteKey.OTHERWISE,
    NoteKey.COMES_BACK,
    NoteKey.NOTHING_LOGGED,
    NoteKey.GOES_ON,
)
"""The notes that come back in their words, and not as facts."""
_EXACT = {key: template for key, template in NOTES.items() if key not in IN_WORDS}
_BY_START = (
    *IN_WORDS,
    NoteKey.HEAVIER,
    NoteKey.FEW_SETS,
    NoteKey.PREREQUISITE,
    NoteKey.LEFT_OUT,
    NoteKey.SORE,
)
"""The notes that are known by their beginning, too, for people have changed what is behind it."""
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
# Up to a mark that a blank follows: `6.5` goes on.
_SENTENCE = re.compile(r".*?[.!?](?=\s|$)|.+", re.DOTALL)


@cache
def _key_by_start(language: Language) -> Mapping[str, NoteKey]:
    with speaking(language):
        return {with_places(NOTES[key]).partition("{")[0]: key for key in _BY_START}


@cache
def _rule_by_safety(language: Language) -> Mapping[str, str]:
    """The rule of each sentence of the safety text in that language, and of those that befit took
    back.
    """
    with speaking(language):
        rules = {_(text): rule for rule, text in SAFETY.items()}
        rules[_(SAFETY["R65"]) + _(NOT_TESTED)] = "R65"
    return rules | {text: rule for rule, text in EARLIER.items()}
