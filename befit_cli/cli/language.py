"""Which language befit speaks: the one that is asked for, else the one that this machine speaks."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from typer.core import TyperOption

from befit_cli.errors import BefitError, UsageError
from befit_cli.language import Language, _, either, message

_NAME = "--lang"
_VARIABLE = "BEFIT_LANG"
_LOCALES = ("LC_ALL", "LC_MESSAGES", "LANG")
"""The variables that tell a machine's language; the first that says something counts."""
_WORDS = {
    "english": Language.EN,
    "inglés": Language.EN,
    "ingles": Language.EN,
    "spanish": Language.ES,
    "español": Language.ES,
    "espanol": Language.ES,
    "castellano": Language.ES,
}
"""What people call them, beside their codes."""
_MEANING = message("The language that befit speaks: en or es.")
_USUAL = message("what BEFIT_LANG says, else your system's")


def chosen(arguments: Sequence[str]) -> Language:
    """The language of a command line; raises UsageError where it asks for one that befit doesn't
    speak, and BefitError where one was never compiled.
    """
    language = _chosen(arguments)
    if language is not Language.EN and not language.messages.exists():
        raise BefitError(
            f"befit's sentences in the language {language} are missing.",
            "Install befit again (pip install -e . in a checkout), or say --lang en.",
        )
    return language


def option() -> TyperOption:
    """`--lang`, for the help and for Typer's parser; what it says has been heard by then."""
    return TyperOption(
        param_decls=[_NAME],
        metavar=_("LANGUAGE"),
        help=_(_MEANING),
        show_default=_(_USUAL),
        expose_value=False,
        autocompletion=_completed,
    )


def _chosen(arguments: Sequence[str]) -> Language:
    asked = list(dict.fromkeys(_asked(arguments)))
    if len(asked) > 1:
        raise UsageError(
            _("{name} is said more than once: {words}.", name=_NAME, words=", ".join(asked)),
            _("Say one of them."),
        )
    if asked:
        return _known(_NAME, asked[0])
    if by_variable := os.environ.get(_VARIABLE):
        return _known(_VARIABLE, by_variable)
    locales = filter(None, [os.environ.get(name) for name in _LOCALES])
    return _named(next(locales, "")) or Language.EN


def _asked(arguments: Sequence[str]) -> Iterator[str]:
    """The values of the option, wherever it stands; Typer tells of one that lacks its value."""
    options = arguments[: arguments.index("--")] if "--" in arguments else arguments
    for word, after in pairwise([*options, ""]):
        if word.startswith(f"{_NAME}="):
            yield word.removeprefix(f"{_NAME}=")
        elif word == _NAME and after:
            yield after


def _known(name: str, word: str) -> Language:
    language = _named(word)
    if language is None:
        raise UsageError(
            _("{name} says '{word}', which befit does not speak.", name=name, word=word),
            _("Say {languages}.", languages=either(Language)),
        )
    return language


def _named(word: str) -> Language | None:
    """The language of a word for it, or of a locale such as `es_MX.UTF-8`; None for another."""
    name, *_rest = re.split(r"[_.@-]", word.strip().lower())
    return _WORDS.get(name) or next((known for known in Language if known == name), None)


def _completed(typed: str) -> list[str]:
    return [language for language in Language if language.startswith(typed)]
