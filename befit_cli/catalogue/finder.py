"""Words -> the exercises they mean: one by a few letters of its name, or all of a group or a
pattern.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from befit_cli.errors import UsageError, did_you_mean
from befit_cli.values import Catalogue, Exercise, Group, Pattern

_PLURAL = re.compile(r"(?<=ss|ch|sh)es\b|(?<!s)s\b")
_MOST_LISTED = 6


def find_exercise(catalogue: Catalogue, word: str) -> Exercise:
    """The exercise that the word names: by its id, its name or an alias, whole or a few letters of
    it; or by the name of a form.

    Case, hyphens and the plural make no difference. What fits best decides: a whole name, a form's
    whole name, the letters that a word of a name begins with, any letters of it. Raises UsageError
    where several fit as well, and, with the nearest name, where none fits.
    """
    if word in catalogue.by_id:
        return catalogue.by_id[word]
    wanted = _bare(word)
    for fits in (_is_called, _has_form, _has_word, _has_letters):
        found = [exercise for exercise in catalogue.exercises if fits(exercise, wanted)]
        if len(found) == 1:
            return found[0]
        if found:
            raise _several(word, found)
    known = [name for exercise in catalogue.exercises for name in (exercise.id, *exercise.aliases)]
    raise UsageError(
        f"There is no exercise '{word}'{did_you_mean(word, known) or '.'}",
        "befit exercises lists them all.",
    )


def narrow(
    catalogue: Catalogue, groups: Collection[Group], patterns: Collection[Pattern]
) -> tuple[Exercise, ...]:
    """The exercises of these groups that have a form of these patterns, group by group; where none
    are named, all will do.
    """
    order = list(Group)
    found = [
        exercise
        for exercise in catalogue.exercises
        if (not groups or exercise.group in groups)
        and (not patterns or any(form.pattern in patterns for form in exercise.ladder))
    ]
    return tuple(sorted(found, key=lambda exercise: order.index(exercise.group)))


def none_fits(groups: Collection[Group], patterns: Collection[Pattern]) -> str:
    """What to loosen where `narrow` found nothing."""
    asked = [
        f"{option} {','.join(words)}"
        for option, words in (("--group", groups), ("--pattern", patterns))
        if words
    ]
    return (
        f"No exercise fits {' and '.join(asked)}. Leave "
        f"{'one of them' if len(asked) > 1 else 'it'} out, or name more."
    )


def _several(word: str, found: list[Exercise]) -> UsageError:
    """What to say of several: those that bear the word in their own name before those that bear it
    in an alias.
    """
    if len(found) > _MOST_LISTED:
        return UsageError(
            f"'{word}' could be {len(found)} exercises: say more of the name.",
            "befit exercises lists them all.",
        )
    by_name = sorted(found, key=lambda exercise: _bare(word) not in _lower(exercise.name))
    *most, last = (f"{exercise.name} ({exercise.id})" for exercise in by_name)
    return UsageError(f"'{word}' could be {', '.join(most)} or {last}: say which.")


def _is_called(exercise: Exercise, wanted: str) -> bool:
    return _joined(wanted) in map(_joined, _names(exercise))


def _has_form(exercise: Exercise, wanted: str) -> bool:
    return _joined(wanted) in (_joined(_bare(form.name)) for form in exercise.ladder)


def _has_word(exercise: Exercise, wanted: str) -> bool:
    return any(
        rest.startswith(_joined(wanted)) for name in _names(exercise) for rest in _endings(name)
    )


def _has_letters(exercise: Exercise, wanted: str) -> bool:
    return any(wanted in name for name in _names(exercise))


def _names(exercise: Exercise) -> Iterator[str]:
    """All names, as they are and in the singular: who types the beginning of a plural is not done
    with it.
    """
    for name in (exercise.id, exercise.name, *exercise.aliases):
        yield from (_lower(name), _bare(name))


def _endings(name: str) -> Iterator[str]:
    """The name from each of its words on, as one word."""
    words = name.split()
    return (_joined(" ".join(words[place:])) for place in range(len(words)))


def _lower(name: str) -> str:
    """The words of the name in lower case, one blank between them."""
    return " ".join(re.findall(r"\w+", name.casefold()))


def _bare(name: str) -> str:
    """The same in the singular."""
    return _PLURAL.sub("", _lower(name))


def _joined(name: str) -> str:
    return name.replace(" ", "")
