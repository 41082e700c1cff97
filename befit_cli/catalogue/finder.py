"""Words -> the exercises they mean: one by a few letters of its name, or all of a group or a
pattern.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from befit_cli.errors import UsageError, did_you_mean
from befit_cli.language import _, either, every
from befit_cli.values import Catalogue, Exercise, Form, Group, Pattern

_PLURAL = re.compile(r"(?<=ss|ch|sh)es\b|(?<=[aeiou][nlr])es\b|(?<!s)s\b")
"""The ending of a plural: `presses`, `crunches`, `squats`, but nothing of `press`; in Spanish
`elevaciones` and `sentadillas`.
"""
_ACCENTS = re.compile("[\u0300-\u036f]")
"""The accents of Latin letters, when these stand apart from them."""
_KEPT = 4_096
"""How many names are kept as they are compared: each word that is looked up, such as every name of
an app's export, is compared with all of a catalogue's; befit's own has about a thousand.
"""
_MOST_LISTED = 6
"""More names than this are no choice to make at a glance."""

_LIKELY = 0.7
"""How alike a slip and a name are, from 0 to 1, where one is offered for the other."""


def find_exercise(catalogue: Catalogue, word: str) -> Exercise:
    """The exercise that the word names: by its id, its name or an alias, whole or a few letters of
    it; or by the name of a form.

    Case, accents, hyphens and the plural make no difference. What fits best decides: a whole name,
    a form's whole name, the letters that a word of a name begins with, any letters of it; each of
    the catalogue's own names before those in other languages. Raises UsageError where several fit
    as well, and, with the nearest name, where none fits.
    """
    matches = best_fits(catalogue, word)
    if len(matches) == 1:
        return matches[0]
    if matches:
        raise _several(word, matches)
    nearest = _nearest(catalogue, word) or "."
    raise UsageError(
        _("There is no exercise '{word}'{nearest}", word=word, nearest=nearest),
        _("befit exercises lists them all."),
    )


def best_fits(catalogue: Catalogue, word: str) -> list[Exercise]:
    """The exercises that the word may name, all that it fits as well; empty where it fits none."""
    if word in catalogue.by_id:
        return [catalogue.by_id[word]]
    return called(catalogue, word) or _first_fits(catalogue, word, _IN_PART)


def called(catalogue: Catalogue, name: str) -> list[Exercise]:
    """The exercises whose whole name or alias that is, else those that have a form of that name."""
    return _first_fits(catalogue, name, _WHOLE)


def form_called(exercise: Exercise, name: str) -> Form | None:
    """The form of the exercise whose whole name that is, in any language; None where none is called
    so.
    """
    letters = letters_of(name)
    for form in exercise.ladder:
        if letters in map(letters_of, form.names):
            return form
    return None


def form_meant(exercise: Exercise, name: str) -> Form | None:
    """The form that is called so, else the only one whose name has all of the words, the last of
    them whole or begun; None where there are several, or the exercise's own name has them.
    """
    words = bare(name).split()
    own = (exercise.id, exercise.name, *exercise.other_names)
    called_so = form_called(exercise, name)
    if called_so or any(_has_words(each, words) for each in own):
        return called_so
    forms = [
        form for form in exercise.ladder if any(_has_words(each, words) for each in form.names)
    ]
    return forms[0] if len(forms) == 1 else None


@lru_cache(_KEPT)
def bare(name: str) -> str:
    """The words of the name in lower case and in the singular, one blank between them."""
    words = lower(name)
    if "calves" in words:
        words = re.sub(r"\bcalves\b", "calf", words)
    return _PLURAL.sub("", words)


def letters_of(name: str) -> str:
    """What a name is known by: its letters in lower case and in the singular, without blanks."""
    return _joined(bare(name))


def narrow(
    catalogue: Catalogue, groups: Collection[Group], patterns: Collection[Pattern]
) -> tuple[Exercise, ...]:
    """The exercises of these groups that have a form of these patterns, group by group; where none
    are named, all will do.
    """
    narrowed: list[Exercise] = []
    for group in Group:
        if groups and group not in groups:
            continue
        narrowed += [
            exercise
            for exercise in catalogue.exercises
            if exercise.group is group and _moves(exercise, patterns)
        ]
    return tuple(narrowed)


def none_fits(groups: Collection[Group], patterns: Collection[Pattern]) -> str:
    """What to loosen where `narrow` found nothing."""
    options = []
    if groups:
        options.append(f"--group {','.join(groups)}")
    if patterns:
        options.append(f"--pattern {','.join(patterns)}")
    if len(options) > 1:
        return _(
            "No exercise fits {options}. Leave one of them out, or name more.",
            options=every(options),
        )
    return _("No exercise fits {options}. Leave it out, or name more.", options="".join(options))


class _Names(NamedTuple):
    """What an exercise is called in one or in several languages."""

    names: tuple[str, ...]
    forms: tuple[str, ...]


def _here(exercise: Exercise) -> _Names:
    """Its names in the catalogue's own language."""
    names = (exercise.id, exercise.name, *exercise.aliases)
    return _Names(names, tuple([form.name for form in exercise.ladder]))


def _elsewhere(exercise: Exercise) -> _Names:
    """Its names in other languages."""
    forms = [name for form in exercise.ladder for name in form.other_names]
    return _Names((*exercise.other_names, *exercise.other_aliases), tuple(forms))


def _first_fits(catalogue: Catalogue, word: str, ways: Iterable[_Way]) -> list[Exercise]:
    """The exercises that the word fits in the first of the ways in which it fits any. They go from
    the strictest to the loosest: so `squat` is Squats, although three others have the word in their
    names.
    """
    letters = bare(word)
    for names, fits in ways:
        matches = [each for each in catalogue.exercises if fits(names(each), letters)]
        if matches:
            return matches
    return []


def _nearest(catalogue: Catalogue, word: str) -> str:
    """`; did you mean 'planks'?` of the catalogue's own names, else of those in other languages;
    empty where none is near.
    """
    here: list[str] = []
    elsewhere: list[str] = []
    for exercise in catalogue.exercises:
        here += (exercise.name, exercise.id, *exercise.aliases)
        elsewhere += (*exercise.other_names, *exercise.other_aliases)
    return did_you_mean(word, here, likely=_LIKELY) or did_you_mean(word, elsewhere, likely=_LIKELY)


def _has_words(name: str, words: list[str]) -> bool:
    """Whether the name has all of these words, of the last at least the beginning."""
    *whole, begun = words or [""]
    its = bare(name).split()
    return set(its).issuperset(whole) and any(word.startswith(begun) for word in its)


def _moves(exercise: Exercise, patterns: Collection[Pattern]) -> bool:
    """Whether a form of it is of these patterns; of any where none are named."""
    return not patterns or any(form.pattern in patterns for form in exercise.ladder)


def _several(word: str, matches: list[Exercise]) -> UsageError:
    """What to say of several: those that bear the word in their own name before those that bear it
    in an alias.
    """
    if len(matches) > _MOST_LISTED:
        return UsageError(
            _(
                "'{word}' could be {number} exercises: say more of the name.",
                word=word,
                number=len(matches),
            ),
            _("befit exercises lists them all."),
        )
    letters = bare(word)
    by_name = sorted(matches, key=lambda exercise: letters not in lower(exercise.name))
    names = either(f"{exercise.name} ({exercise.id})" for exercise in by_name)
    return UsageError(_("'{word}' could be {names}: say which.", word=word, names=names))


# Each of these is asked with the letters in lower case and in the singular, and all but the last
# compare without blanks: `stepup`, `step up` and `step-ups` are one word to whoever types it.


def _is_called(its: _Names, letters: str) -> bool:
    return _joined(letters) in _whole(its.names)


def _has_form(its: _Names, letters: str) -> bool:
    return _joined(letters) in _singular(its.forms)


def _has_word(its: _Names, letters: str) -> bool:
    return f"\n{_joined(letters)}" in _endings(its.names)


def _has_letters(its: _Names, letters: str) -> bool:
    return letters in _lines(its.names)


def _every(names: Iterable[str]) -> Iterator[str]:
    """All of the names, as they are and in the singular: who types the beginning of a plural is not
    done with it.
    """
    for name in names:
        yield lower(name)
        yield bare(name)


# Whoever asks for one name asks all exercises, and often for many names: what they are called is
# taken apart once.


@lru_cache(_KEPT)
def _whole(names: tuple[str, ...]) -> frozenset[str]:
    """Each of the names as one word."""
    return frozenset(map(_joined, _every(names)))


@lru_cache(_KEPT)
def _singular(names: tuple[str, ...]) -> frozenset[str]:
    """Each of the names as one word in the singular."""
    return frozenset(map(letters_of, names))


@lru_cache(_KEPT)
def _lines(names: tuple[str, ...]) -> str:
    """Each of the names in a line of its own."""
    return "\n".join(_every(names))


@lru_cache(_KEPT)
def _endings(names: tuple[str, ...]) -> str:
    """Behind a line break each of the names from each of its words on, as one word."""
    endings: list[str] = []
    for name in _every(names):
        words = name.split()
        endings += ["".join(words[place:]) for place in range(len(words))]
    return "".join([f"\n{ending}" for ending in endings])


@lru_cache(_KEPT)
def lower(name: str) -> str:
    """The words of the name in lower case and without accents, one blank between them."""
    letters = name.casefold()
    if not letters.isascii():
        # Put together again, because of other scripts a letter may be taken apart, too.
        apart = unicodedata.normalize("NFD", letters)
        letters = unicodedata.normalize("NFC", _ACCENTS.sub("", apart))
    return " ".join(re.findall(r"\w+", letters))


def _joined(name: str) -> str:
    return name.replace(" ", "")


_Way: TypeAlias = tuple[Callable[[Exercise], _Names], Callable[[_Names, str], bool]]
"""Which names of an exercise are asked, and for what."""
_WHOLE: tuple[_Way, ...] = (
    (_here, _is_called),
    (_here, _has_form),
    (_elsewhere, _is_called),
    (_elsewhere, _has_form),
)
_IN_PART: tuple[_Way, ...] = (
    (_here, _has_word),
    (_here, _has_letters),
    (_elsewhere, _has_word),  # its letters would be any letters: of `nan`, there is `caminando`
)
