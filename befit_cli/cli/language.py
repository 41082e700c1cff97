"""Which language befit speaks: that of --lang, else the profile's, else this machine's."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from typer.core import TyperOption

from befit_cli import files
from befit_cli.cli.environment import from_home, profile_path
from befit_cli.errors import BefitError, UsageError
from befit_cli.language import Language, _, either
from befit_cli.runner.options import LANGUAGE
from befit_cli.runner.vocabulary import language_of

_NAME = "--lang"
_VARIABLE = "BEFIT_LANG"
_LOCALES = ("LC_ALL", "LC_MESSAGES", "LANG")
"""The variables that tell a machine's language; the first that says something counts."""
_PROFILE = "--profile"
_IN_PROFILE = rf"""(?m)^["']?{LANGUAGE.name}["']?[ \t]*:[ \t]*["']?([^\s"'#]+)"""
"""The line of a profile that says its language. The profile is read whole later, with its faults:
they are told in a language, too.
"""
_MOST_BYTES = 1_000_000
"""Of a profile."""


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


def without(arguments: Sequence[str]) -> list[str]:
    """The arguments behind the language that a command line begins with."""
    behind = list(arguments)
    while behind and behind[0].partition("=")[0] == _NAME and behind != [_NAME]:
        del behind[: 1 if "=" in behind[0] else 2]
    return behind


def option() -> TyperOption:
    """`--lang`, for the help and for Typer's parser; what it says has been heard by then."""
    return TyperOption(
        param_decls=[_NAME],
        metavar=_("LANGUAGE"),
        help=str(LANGUAGE.meaning),
        show_default=str(LANGUAGE.usual),
        expose_value=False,
        autocompletion=_completed,
    )


def _chosen(arguments: Sequence[str]) -> Language:
    asked = list(dict.fromkeys(_said(_NAME, arguments)))
    if len(asked) > 1:
        raise UsageError(
            _("{name} is said more than once: {words}.", name=_NAME, words=", ".join(asked)),
            _("Say one of them."),
        )
    if asked:
        return _known(_NAME, asked[0])
    if by_variable := os.environ.get(_VARIABLE):
        return _known(_VARIABLE, by_variable)
    return _of_profile(arguments) or of_machine()


def of_machine() -> Language:
    """What this machine speaks, as far as befit speaks it."""
    locales = filter(None, [os.environ.get(name) for name in _LOCALES])
    return language_of(next(locales, "")) or Language.EN


def _of_profile(arguments: Sequence[str]) -> Language | None:
    """What the profile in use says, in a language that befit speaks; None where it says nothing."""
    named = next(_said(_PROFILE, arguments), None)
    try:
        path = profile_path(None if named is None else Path(from_home(named)))
        content = b"" if path is None else files.beginning(path, _MOST_BYTES)
    except (BefitError, ValueError):
        # who reads it tells what is wrong with it
        return None
    said = re.search(_IN_PROFILE, content.decode(errors="replace"))
    return language_of(said[1]) if said else None


def _said(option: str, arguments: Sequence[str]) -> Iterator[str]:
    """The values of the option, wherever it stands; Typer tells of one that lacks its value."""
    options = arguments[: arguments.index("--")] if "--" in arguments else arguments
    for word, after in pairwise([*options, ""]):
        if word.startswith(f"{option}="):
            yield word.removeprefix(f"{option}=")
        elif word == option and after:
            yield after


def _known(name: str, word: str) -> Language:
    language = language_of(word)
    if language is None:
        raise UsageError(
            _("{name} says '{word}', which befit does not speak.", name=name, word=word),
            _("Say {languages}.", languages=either(Language)),
        )
    return language


def _completed(_context: object, _words: list[str], typed: str) -> list[str]:
    return [language for language in Language if language.startswith(typed)]
