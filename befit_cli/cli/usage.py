"""Typer's errors in befit's words: what is wrong on the command line, and whose help says more."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from befit_cli.cli.program import whose_help
from befit_cli.errors import did_you_mean


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
    return f"There is no option {error.option_name}{nearest}"


def _no_value(error: Any) -> str:
    flags: list[str] = []
    for option in error.ctx.command.get_params(error.ctx):
        if getattr(option, "is_flag", False):
            flags += option.opts
    wants = "takes no value" if error.option_name in flags else "needs a value"
    return f"{error.option_name} {wants}"


def _no_argument(error: Any) -> str:
    return f"{error.ctx.command_path} needs a {error.param.metavar or error.param.name.upper()}"


def _bad_value(error: Any) -> str:
    wanted = "a whole number" if error.param.metavar == "NUMBER" else "another value"
    return f"{error.param.opts[0]} takes {wanted}"


_SENTENCES: dict[str, Callable[[Any], str]] = {
    "NoSuchOption": _no_option,
    "BadOptionUsage": _no_value,
    "MissingParameter": _no_argument,
    "BadParameter": _bad_value,
}
"""By the names of Typer's classes, of which it shows its users only some."""
