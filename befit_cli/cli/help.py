"""What --help says of a command: what it is for, what it takes, group by group, and at the end
examples that run.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeAlias

from rich.console import Group, RenderableType
from rich.text import Text
from typer import Context
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from befit_cli.cli.consoles import console
from befit_cli.language import _, message
from befit_cli.views.pen import Pen, hanging, indented

AnyCommand: TypeAlias = TyperCommand | TyperGroup

REST = message("More")
"""The title of what has no panel of its own: the options of every command alike."""
_TYPERS = (
    message("Install completion for the current shell."),
    message("Show completion for the current shell, to copy it or customize the installation."),
    message("Show this message and exit."),
)
"""What Typer says itself of what it adds."""
_TABLE_WIDTH = 60
"""Columns under which a table would leave a meaning too little room beside its names."""


class Entry(NamedTuple):
    """What may be said on the command line: its names, what it means, and what counts without it,
    empty where that needs no word.
    """

    names: str
    meaning: str
    default: str = ""


def help_of(command: AnyCommand, context: Context) -> str:
    """The whole help, as wide as the terminal and as plain as it has to be."""
    pen = Pen.of(console())
    with pen.console.capture() as page:
        for part in _parts(command, context, pen):
            pen.show(part, "")
    return page.get().rstrip()


def usage_of(command: AnyCommand, context: Context) -> str:
    """How the command is written: `befit show NAME [OPTIONS]`."""
    words = [context.command_path]
    for parameter in command.params:
        if isinstance(parameter, TyperArgument):
            word = str(parameter.metavar)
            words.append(word if parameter.required else f"[{word}]")
    if isinstance(command, TyperGroup):
        words.append(_("COMMAND"))
    return " ".join([*words, _("[OPTIONS]")])


def sections_of(command: AnyCommand, context: Context) -> dict[str, list[Entry]]:
    """The commands of a group by the titles of their themes, then what the command itself takes by
    those of its panels.
    """
    sections: dict[str, list[Entry]] = {}
    if isinstance(command, TyperGroup):
        for name in command.list_commands(context):
            known = command.get_command(context, name)
            assert isinstance(known, TyperCommand), "every command is one of befit's own"
            entry = Entry(name, _paragraphs(known.help)[0])
            sections.setdefault(str(known.rich_help_panel), []).append(entry)
    for parameter in command.get_params(context):
        assert isinstance(parameter, TyperArgument | TyperOption), "Typer has no other parameters"
        title = parameter.rich_help_panel or REST
        sections.setdefault(title, []).append(_entry(parameter))
    return sections


def examples_of(command: AnyCommand) -> list[str]:
    """Command lines to try."""
    return (command.epilog or "").splitlines()


def _entry(parameter: TyperArgument | TyperOption) -> Entry:
    words: list[str] = []
    if isinstance(parameter, TyperOption):
        # the letter stands before the name
        words.append(", ".join(sorted(parameter.opts, key=len)))
    if parameter.metavar:
        words.append(parameter.metavar)
    # for Typer `show_default` may be a bool, too: whether it is to show its own
    default = parameter.show_default if isinstance(parameter.show_default, str) else ""
    return Entry(" ".join(words), _(parameter.help or ""), default)


def _parts(command: AnyCommand, context: Context, pen: Pen) -> Iterator[RenderableType]:
    yield pen(_("Usage: {usage}", usage=usage_of(command, context)))
    for paragraph in _paragraphs(_(command.help or "")):
        yield pen(paragraph)
    sections = sections_of(command, context)
    # one width for all sections, so that all meanings stand in one column
    names = [entry.names for entries in sections.values() for entry in entries]
    widest = max(map(len, names))
    for title, entries in sections.items():
        if pen.width >= _TABLE_WIDTH:
            content = _beside(entries, widest, pen)
        else:
            content = _below(entries, pen)
        yield _section(_(title), content, pen)
    examples = [pen(example) for example in examples_of(command)]
    yield _section(_("Examples"), Group(*examples), pen)


def _section(title: str, content: RenderableType, pen: Pen) -> RenderableType:
    return Group(pen(title, "bold"), indented(content))


def _beside(entries: Iterable[Entry], width: int, pen: Pen) -> RenderableType:
    """What each means beside its names."""
    rows = [(pen(entry.names, "bold"), _meaning(entry, pen)) for entry in entries]
    return hanging(rows, width)


def _below(entries: Iterable[Entry], pen: Pen) -> RenderableType:
    """What each means below its names, for a narrow terminal."""
    parts: list[RenderableType] = []
    for entry in entries:
        parts += [pen(entry.names, "bold"), indented(_meaning(entry, pen))]
    return Group(*parts)


def _meaning(entry: Entry, pen: Pen) -> Text:
    meaning = [pen(entry.meaning)]
    if entry.default:
        meaning.append(pen(_("Default: {default}.", default=entry.default), "dim"))
    return Text(" ").join(meaning)


def _paragraphs(docstring: str | None) -> list[str]:
    """The paragraphs, each a line: a docstring breaks its lines where the code has to, not where
    the terminal ends.
    """
    paragraphs = (docstring or "").split("\n\n")
    return [" ".join(paragraph.split()) for paragraph in paragraphs]
