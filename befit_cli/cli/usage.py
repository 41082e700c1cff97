"""Typer's errors in befit's words: what is wrong on the command line, and whose help says more."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from typing import Any

from befit_cli.cli.commands import OTHER_WORDS
from befit_cli.cli.environment import today
from befit_cli.cli.options import FORMAT, GROUP, NUMBER, OUTPUT, PATTERN, WEEK, WHY
from befit_cli.cli.program import whose_help
from befit_cli.errors import UsageError, did_you_mean, this_is_meant
from befit_cli.language import _
from befit_cli.runner.alone import means_none
from befit_cli.runner.days import read_days
from befit_cli.runner.near_days import near_week
from befit_cli.runner.options import RUNS, Option
from befit_cli.runner.vocabulary import OPTION_WORDS
from befit_cli.runner.words import OF_ATHLETE
from befit_cli.values import Catalogue, Day
from befit_cli.views import FORMATS

_FORMAT = f"--{FORMAT.name}"
_OF_EXERCISES = (GROUP, PATTERN)
"""The options by which `befit exercises` chooses: any word of theirs is told as befit says it."""
_RUNNING_PLANS = ("ics", "csv", "txt")
"""How the files of running plans end, but for those that may be anything."""


def usage(error: Any) -> str:
    """The sentence for one of Typer's errors; its own, for a kind that befit has no words for."""
    sentence = _sentence(error)
    if not sentence.endswith((".", "?")):
        sentence += "."
    context = getattr(error, "ctx", None)
    return f"{sentence} {whose_help(context)}" if context else sentence


def too_many(word: str, context: Any) -> str:
    """The sentence for a word that has no place: with what takes it, where something does."""
    options = context.command.get_params(context)
    meant = _place_of(word, {name for option in options for name in option.opts})
    nearest = this_is_meant(meant) if meant else "."
    return _("'{word}' is a word too many{nearest}", word=word, nearest=nearest)


def _place_of(word: str, names: Collection[str]) -> str:
    """The option that takes the word, of a command that has those of these names, or the command
    that does; empty where it is of no use anywhere.
    """
    if means_none(word) or not any(map(str.isalpha, word)):
        return ""
    for option in _OF_EXERCISES:
        if f"--{option.name}" in names and (meant := _meaning(option, word)) is not None:
            return f"--{option.name} {option.kind.say(meant)}"
    for option in (*_of_files(word), *_of_words(word)):
        if f"--{option.name}" in names:
            # as somebody would type it, between quotes of another kind than the sentence has
            return f"--{option.name} " + (f'"{word}"' if " " in word else word)
    if f"--{WEEK.name}" in names:
        if near_week(word, today()):
            return f"--{WEEK.name} {word}"
        if f"--{WHY.name}" in names and _is_day(word):
            return f"befit today {word}"
    return ""


def _of_files(name: str) -> Iterator[Option]:
    """The option for a file of that name: what is there is read, and what is not is written."""
    ending = os.path.splitext(name)[1][1:].lower()
    if ending in _RUNNING_PLANS and os.path.exists(name):
        yield RUNS
    elif ending in FORMATS:
        yield OUTPUT


def _of_words(word: str) -> Iterator[Option]:
    """The options of an athlete that understand the word. A day could be of several."""
    for option in OF_ATHLETE:
        words = option.kind.words
        if words and Day.MON not in words and _meaning(option, word) is not None:
            yield option


def _meaning(option: Option, word: str) -> Any:
    """What the word means to the option, which may be no kit at all; None where it means nothing to
    it.
    """
    with suppress(UsageError):
        return option.read([word] if option.kind.several else word, Catalogue(()))
    return None


def _is_day(word: str) -> bool:
    with suppress(UsageError):
        return len(read_days(word)) == 1
    return False


def _sentence(error: Any) -> str:
    for kind in type(error).__mro__:
        if kind.__name__ in _SENTENCES:
            return _SENTENCES[kind.__name__](error)
    return str(error.format_message())


def _no_option(error: Any) -> str:
    names = [name for option in error.ctx.command.get_params(error.ctx) for name in option.opts]
    words = [name[2:] for name in names if name.startswith("--")]
    said = error.option_name[2:].lower()
    formats = [f"-{FORMAT.short} {said}"] if said in FORMATS and _FORMAT in names else []
    meant = []
    if said in OPTION_WORDS:
        meant.append(f"--{OPTION_WORDS[said]}")
    if said in OTHER_WORDS:
        meant.append(OTHER_WORDS[said])
    known = [*formats, *[name for name in meant if name in names]]
    # The nearest is found without its dashes, which all options share, and told with them.
    nearest = did_you_mean(said, words).replace("'", "'--", 1)
    if known:
        nearest = this_is_meant(known[0])
    return _("There is no option {name}{nearest}", name=error.option_name, nearest=nearest)


def _no_value(error: Any) -> str:
    flags: list[str] = []
    for option in error.ctx.command.get_params(error.ctx):
        if getattr(option, "is_flag", False):
            flags += option.opts
    name = error.option_name
    if name in flags:
        return _("{name} takes no value", name=name)
    return _("{name} needs a value", name=name)


def _no_argument(error: Any) -> str:
    command = error.ctx.command_path
    return _("{command} needs a {value}", command=command, value=error.param.metavar)


def _bad_value(error: Any) -> str:
    name = error.param.opts[0]
    if error.param.metavar == _(NUMBER):
        return _("{name} takes a whole number", name=name)
    return _("{name} takes another value", name=name)


_SENTENCES: dict[str, Callable[[Any], str]] = {
    "NoSuchOption": _no_option,
    "BadOptionUsage": _no_value,
    "MissingParameter": _no_argument,
    "BadParameter": _bad_value,
}
"""By the names of Typer's classes, of which it shows its users only some."""
