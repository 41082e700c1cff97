"""What a plan may call a form of an exercise."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from befit_cli.values import Catalogue, Exercise, Form

_Forms: TypeAlias = "Mapping[str, Sequence[tuple[Exercise, Form]]]"


def spelled(text: str) -> str:
    """The text by its letters: people write capitals as they like, and Markdown keeps neither two
    spaces nor wide ones.
    """
    return " ".join(text.casefold().split())


def names_in_plans(form: str, exercise: str) -> tuple[str, str]:
    """The form's name, and that with its exercise's behind it, by their letters: a plan has the
    second where the form lacks the noun.
    """
    return spelled(form), spelled(f"{form} {exercise}")


def named_here(form: Form, exercise: Exercise) -> tuple[str, str]:
    """What a plan in the catalogue's language calls the form, by the letters."""
    return names_in_plans(form.name, exercise.name)


def named_anywhere(form: Form, exercise: Exercise) -> set[str]:
    """What a plan in any language calls it, likewise."""
    names: set[str] = set()
    for of_form in form.names:
        for of_exercise in exercise.names:
            names.update(names_in_plans(of_form, of_exercise))
    return names


@lru_cache(maxsize=4)
def forms_by_names(
    catalogue: Catalogue, names: Callable[[Form, Exercise], Iterable[str]]
) -> _Forms:
    """The forms of the catalogue under each of these names of theirs, with their exercises."""
    named: dict[str, list[tuple[Exercise, Form]]] = {}
    for exercise in catalogue.exercises:
        for form in exercise.ladder:
            for name in dict.fromkeys(names(form, exercise)):
                named.setdefault(name, []).append((exercise, form))
    return named
