"""Typer's errors in befit's words: what is wrong on the command line, and whose help says more."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from befit_cli.cli.options import NUMBER
from befit_cli.cli.program import whose_help
from befit_cli.errors import did_you_mean
from befit_cli.language import _


def usage(error: Any) -> str:
    """The sentence for one of Typer's errors; its own, for a kind that befit has no words for."""
    sentence = _sentence(error)
    if not sentence.endswith((".", "?")):
        sentence += "."
    context = getattr(error, "ctx", None)
    return f"{sentence} {whose_help(context)}" if context else sentence


def _sentence(error: Any) -> str:
    for kind in type(error).__mro__:
        if kind.__name__ in _SENTENCES:
            return _SENTENCES[kind.__name__](error)
    return str(error.format_message())


def _no_option(error: Any) -> str:
    names = [name for option in error.ctx.command.get_params(error.ctx) for name in option.opts]
    words = [name[2:] for name in names if name.startswith("--")]
    nearest = did_you_mean(error.option_name[2:], words)
    # The nearest is found without its dashes, which all options share, and told with them.
    nearest = nearest.replace("'", "'--", 1)
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
