"""What every command does alike: its own --help, and one sentence on stderr, with its exit code, for whatever goes wrong."""

from __future__ import annotations

import os
import re
import sys
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from befit_cli.consoles import visible
from befit_cli.errors import BefitError

_ENDLESS = "10000"
_WIDTH = re.compile("[1-9][0-9]{0,4}")


class Command(TyperCommand):
    """A command with befit's own help."""

    def get_help(self, ctx: Any) -> str:
        """The help that the manual has of it."""
        from befit_cli.manual import help_of

        return help_of(self, ctx)


class Commands(TyperGroup):
    """All of them: says what went wrong in one place, for befit's own errors and for wrong usage alike."""

    def get_help(self, ctx: Any) -> str:
        """The help that the manual has of them."""
        from befit_cli.manual import help_of

        return help_of(self, ctx)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Who says nothing gets the help."""
        return super().parse_args(ctx, args or ["--help"])

    def main(self, *args: Any, standalone_mode: bool = True, **extra: Any) -> Any:
        """Run a command; with `standalone_mode` exit with its code."""
        if not _WIDTH.fullmatch(os.environ.get("COLUMNS", "80")):
            del os.environ["COLUMNS"]  # Rich would take 0 at its word, and show nothing
        if "_BEFIT_COMPLETE" in os.environ:
            os.environ["COLUMNS"] = _ENDLESS  # Typer wraps what it tells a shell, and a shell takes every line for a word to complete
        try:
            code = super().main(*args, **{**extra, "standalone_mode": False}) or 0
        except BefitError as error:
            code = _complain(str(error), error.exit_code)
        except typer.TyperException as error:
            code = _complain(_usage(error), error.exit_code)
        except typer.Abort:
            code = _complain("Stopped.", 1)
        except OSError as error:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nothing more can be written there, not even at exit
            code = _complain(f"The output cannot be written: {error.strerror}.", 1)
        if standalone_mode:
            sys.exit(code)
        return code


def _usage(error: typer.TyperException) -> str:
    """What is wrong, and whose help says what is right."""
    sentence = error.format_message()
    sentence += "" if sentence.endswith((".", "?")) else "."
    context = getattr(error, "ctx", None)
    return f"{sentence} {context.command_path} --help says more." if context else sentence


def _complain(message: str, code: int) -> int:
    typer.echo(visible(message), err=True)
    return code
