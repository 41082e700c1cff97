"""What a plan may call a form of an exercise."""

from __future__ import annotations


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
