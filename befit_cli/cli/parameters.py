"""A row of an option -> the parameter of a command, as Typer sees it."""

from __future__ import annotations

import functools
import inspect
import os
from collections.abc import Callable, Iterable
from keyword import iskeyword
from pathlib import Path
from typing import Annotated, Any

import typer

from befit_cli.cli import completion
from befit_cli.cli.environment import from_home
from befit_cli.cli.options import Argument, Options
from befit_cli.errors import UsageError
from befit_cli.language import _
from befit_cli.runner.options import Option, Panel


def taking(run: Callable[[Options], None], options: Iterable[Option]) -> Callable[..., None]:
    """The command as Typer sees it: with a parameter for each option, in the order of their panels
    and in the words of the language that is spoken; it receives them as one value.
    """
    panels = list(Panel)
    rows = sorted(options, key=lambda option: panels.index(option.panel))

    @functools.wraps(run)
    def command(**values: Any) -> None:
        words = {row.name: _named(row, values[_python_name(row)]) for row in rows}
        fields: dict[str, Any] = {}
        for name in Options.__struct_fields__:
            if name in words:
                fields[name] = words[name]
        run(Options(words=words, **fields))

    parameters = [_parameter(row) for row in rows]
    # what inspect reads first, and Typer asks inspect
    signature = inspect.Signature(parameters)
    command.__signature__ = signature  # type: ignore[attr-defined]  # no name of a function's type
    # wraps copied those of the function inside, which Typer would look up in vain
    command.__annotations__ = {}
    return command


def _named(option: Option, value: Any) -> Any:
    """The value, of a file its path, found from the home folder where it begins there, and none of
    a blank variable; raises UsageError where a path is blank.
    """
    kind = option.kind
    if not kind.path or value is None:
        return value
    if isinstance(value, list):
        return [_named(option, part) for part in value]
    # Of a text a blank one has a meaning of its own; of a path it would be the folder one is in.
    if kind.python_type is Path and not value.strip():
        if value == os.environ.get(option.environment):
            return None
        told = _(option.value) if isinstance(option, Argument) else f"--{option.name}"
        raise UsageError(_("{option} names nothing.", option=told), _("Give a path."))
    return kind.python_type(from_home(value))


def _python_name(option: Option) -> str:
    """The name as one of a parameter, which no word of Python may be."""
    name = option.name.replace("-", "_")
    return f"{name}_" if iskeyword(name) else name


def _parameter(option: Option) -> inspect.Parameter:
    kind = option.kind
    # a flag is off, and an argument without a usual value has to be said
    default: Any = False if kind.python_type is bool else None
    if isinstance(option, Argument) and not option.usual:
        default = inspect.Parameter.empty
    # Typer would make a path of an empty text, too
    annotation: Any = str if kind.path else kind.python_type
    if kind.several:
        # `list[annotation]`, which mypy would take for a type
        annotation = list.__class_getitem__(annotation)
    if default is None:
        annotation = annotation | None
    return inspect.Parameter(
        _python_name(option),
        inspect.Parameter.KEYWORD_ONLY,
        default=default,
        annotation=Annotated[annotation, _shown(option)],
    )


def _shown(option: Option) -> Any:
    """What Typer is to know of it; without a `metavar` Typer 0.27 would call `--race` `--race
    RACE`.
    """
    common: dict[str, Any] = {
        "help": str(option.meaning),
        "metavar": _(option.value) or None,
        "rich_help_panel": _(option.panel.value),
        "autocompletion": completion.of(option),
    }
    if default := option.told_default:
        common["show_default"] = default
    if isinstance(option, Argument):
        return typer.Argument(**common)
    names = [f"--{option.name}"]
    if option.short:
        names.append(f"-{option.short}")
    return typer.Option(*names, envvar=option.environment or None, **common)
