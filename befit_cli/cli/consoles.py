"""Where words go: the plan to stdout, what is for a person besides it to stderr."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, TypeVar

from befit_cli.language import _

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from rich.console import Console

_Made = TypeVar("_Made")
_LONG_S = 0.5
_NAMED = 6
"""Names that are told; of more, how many there are."""


def console() -> Console:
    """Stdout."""
    from rich.console import Console

    return Console(highlight=False)


def errors_console() -> Console:
    """Stderr."""
    from rich.console import Console

    # highlighting would colour every number in a sentence
    return Console(stderr=True, highlight=False)


def write(content: str | bytes) -> None:
    """A file's content to stdout, in UTF-8 whatever the terminal's own encoding is."""
    import typer

    typer.echo(content.encode() if isinstance(content, str) else content, nl=False)


def say(*lines: str) -> None:
    """Quiet lines for the person, on stderr; an empty one stands between what is told apart."""
    from rich.text import Text

    if sys.stdout:
        sys.stdout.flush()  # where both go to one pipe, what was said before stands before
    errors_console().print(Text("\n".join(map(visible, lines)), "dim"))


def tell_lines(*lines: str, err: bool = False) -> None:
    """Lines for a person, on stdout or stderr: a terminal has them broken between words, a file and
    a pipe as they are, one by one, for programs to read.
    """
    text = "\n".join(map(visible, lines))
    stream = sys.stderr if err else sys.stdout
    if stream and stream.isatty():
        from rich.text import Text

        (errors_console() if err else console()).print(Text(text))
    else:
        import typer

        typer.echo(text, err=err)


def some_of(names: Collection[str]) -> str:
    """The names, where they are many the first of them and how many there are more."""
    some = ", ".join(list(names)[:_NAMED])
    if len(names) <= _NAMED:
        return some
    return _("{names} and {number} more", names=some, number=len(names) - _NAMED)


def visible(text: str) -> str:
    """The text on one line, with what a terminal would obey instead of showing written out, such as
    an escape or a line break in a file's name: `\\x1b`, `\\n`.
    """
    if text.isprintable():
        return text
    return "".join([char if char.isprintable() else ascii(char)[1:-1] for char in text])


def watched(made: Iterator[_Made], number: int) -> Iterator[_Made]:
    """What is made, with a bar on a terminal's stderr once it takes long; `number` is how much
    there is to come.
    """
    from rich.progress import Progress

    shown = errors_console()
    progress = Progress(console=shown, transient=True, disable=not shown.is_interactive)
    task_id = progress.add_task(_("Writing"), total=number)
    task = progress.tasks[task_id]
    try:
        for part in made:
            yield part
            progress.advance(task_id)
            # a bar that is gone at once would be a flicker
            if (task.elapsed or 0) > _LONG_S:
                progress.start()
    finally:
        progress.stop()
