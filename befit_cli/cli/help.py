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
from befit_cli.views.pen import Pen, hanging, indented

AnyCommand: TypeAlias = TyperCommand | TyperGroup

REST = "More"
"""The title of what has no panel of its own: the options of every command alike."""
_TABLE_WIDTH = 60


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
            pen.console.print(part, "", sep="\n", width=pen.width)
    return page.get().rstrip()


def usage_of(command: AnyCommand, context: Context) -> str:
    """How the command is written: `befit show NAME [OPTIONS]`."""
    arguments = [
        f"{each.metavar}" if each.required else f"[{each.metavar}]"
        for each in command.params
        if isinstance(each, TyperArgument)
    ]
    return " ".join(
        [
            context.command_path,
            *arguments,
            *(["COMMAND"] if isinstance(command, TyperGroup) else []),
            "[OPTIONS]",
        ]
    )


def sections_of(command: AnyCommand, context: Context) -> dict[str, list[Entry]]:
    """The commands of a group, then what the command itself takes, by the titles of its panels."""
    sections: dict[str, list[Entry]] = {}
    if isinstance(command, TyperGroup):
        sections["Commands"] = [
            Entry(name, _paragraphs(each.help)[0]) for name, each in command.commands.items()
        ]
    for each in command.get_params(context):
        assert isinstance(each, TyperArgument | TyperOption), "Typer has no other parameters"
        sections.setdefault(each.rich_help_panel or REST, []).append(_entry(each))
    return sections


def examples_of(command: AnyCommand) -> list[str]:
    """Command lines to try."""
    return (command.epilog or "").splitlines()


def _entry(parameter: TyperArgument | TyperOption) -> Entry:
    names = sorted(parameter.opts, key=len) if isinstance(parameter, TyperOption) else []
    default = parameter.show_default if isinstance(parameter.show_default, str) else ""
    return Entry(
        " ".join(filter(None, (", ".join(names), parameter.metavar))), parameter.help or "", default
    )


def _parts(command: AnyCommand, context: Context, pen: Pen) -> Iterator[RenderableType]:
    yield pen(f"Usage: {usage_of(command, context)}")
    yield from (pen(paragraph) for paragraph in _paragraphs(command.help))
    sections = sections_of(command, context)
    widest = max(len(entry.names) for entries in sections.values() for entry in entries)
    for title, entries in sections.items():
        yield _section(
            title,
            _beside(entries, widest, pen) if pen.width >= _TABLE_WIDTH else _below(entries, pen),
            pen,
        )
    yield _section("Examples", Group(*(pen(example) for example in examples_of(command))), pen)


def _section(title: str, content: RenderableType, pen: Pen) -> RenderableType:
    return Group(pen(title, "bold"), indented(content))


def _beside(entries: Iterable[Entry], width: int, pen: Pen) -> RenderableType:
    """What each means beside its names."""
    table = hanging((pen(each.names, "bold"), _meaning(each, pen)) for each in entries)
    table.columns[0].min_width = width
    return table


def _below(entries: Iterable[Entry], pen: Pen) -> RenderableType:
    """What each means below its names, for a narrow terminal."""
    return Group(
        *(Group(pen(each.names, "bold"), indented(_meaning(each, pen))) for each in entries)
    )


def _meaning(entry: Entry, pen: Pen) -> Text:
    default = [pen(f"Default: {entry.default}.", "dim")] if entry.default else []
    return Text(" ").join([pen(entry.meaning), *default])


def _paragraphs(text: str | None) -> list[str]:
    return [" ".join(paragraph.split()) for paragraph in (text or "").split("\n\n")]
