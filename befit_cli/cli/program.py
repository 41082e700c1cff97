"""The program: where commands register, and what all of them do alike: their help, and one sentence
on stderr, with its exit code, for whatever goes wrong.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from copy import copy
from functools import cache
from importlib import import_module
from typing import Annotated, Any, TypeAlias

import typer
import typer.main
from typer.core import TyperCommand, TyperGroup, TyperOption

from befit_cli import __version__
from befit_cli.cli import INTERRUPTED, completion, language
from befit_cli.cli.commands import HELP, MODULES, OTHER_WORDS
from befit_cli.cli.consoles import tell_lines
from befit_cli.cli.options import Options
from befit_cli.cli.parameters import taking
from befit_cli.cli.streams import OutputError, whole_streams
from befit_cli.errors import BefitError, UsageError, did_you_mean, this_is_meant
from befit_cli.language import Language, _, message, speaking, spoken
from befit_cli.runner.options import Option

Run: TypeAlias = Callable[[Options], None]

_ENDLESS = "10000"
_WIDTH = "[1-9][0-9]{0,4}"


class Command(TyperCommand):
    """A command with befit's own help."""

    allow_extra_args = True  # leaves what is too many to parse_args

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """What is said, taken apart; refuses a word for which there is no argument."""
        with _told_of(ctx):
            if not ctx.resilient_parsing:
                self._refuse_what_is_said_twice(ctx, args)
            extra = super().parse_args(ctx, args)
        if extra and not ctx.resilient_parsing:
            from befit_cli.cli.usage import too_many

            raise UsageError(too_many(extra[0], ctx), whose_help(ctx))
        return extra

    def _refuse_what_is_said_twice(self, ctx: Any, args: list[str]) -> None:
        """Raise UsageError where an option that takes one value is given two: Typer would take the
        last and say nothing.
        """
        # a twin of the command hears every value of an option, not the last alone
        twin = copy(self)
        twin.params = [_repeatable(parameter) for parameter in self.params]
        values, *_rest = twin.make_parser(ctx).parse_args(list(args))
        for parameter in self.params:
            if isinstance(parameter, TyperOption) and not (parameter.multiple or parameter.is_flag):
                said = list(dict.fromkeys(values.get(str(parameter.name), ())))
                if len(said) > 1:
                    # of blank ones nothing would be seen
                    words = _(" and ").join(
                        [word if word.strip() else f"'{word}'" for word in said]
                    )
                    name = parameter.opts[0]
                    raise UsageError(
                        _("{name} is said more than once: {words}.", name=name, words=words),
                        _("Say one of them."),
                    )

    def get_params(self, ctx: Any) -> list[Any]:
        """What may be said: of every command, too, in which language it speaks."""
        return _with_language(super().get_params(ctx))

    def get_help(self, ctx: Any) -> str:
        """The help that the manual has of it."""
        from befit_cli.cli.help import help_of

        return help_of(self, ctx)


class Commands(TyperGroup):
    """All of them: says what went wrong in one place, for befit's own errors and for wrong usage
    alike.
    """

    def get_params(self, ctx: Any) -> list[Any]:
        """What may be said before a command."""
        return _with_language(super().get_params(ctx))

    def get_help(self, ctx: Any) -> str:
        """The help that the manual has of them."""
        from befit_cli.cli.help import help_of

        return help_of(self, ctx)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Who names no command gets the help, and so does who asks for it in words: `help plan`."""
        if args[:1] in completion.SET_UP and not ctx.resilient_parsing:
            with _told_of(ctx), completion.set_up():
                return super().parse_args(ctx, args)
        said = language.without(args)
        if said in ([], ["--"]):
            said = [HELP]
        elif OTHER_WORDS.get(said[0].lower()) == HELP:
            said = [*[word for word in said if OTHER_WORDS.get(word.lower()) != HELP], HELP]
        with _told_of(ctx):
            return super().parse_args(ctx, said)

    def list_commands(self, ctx: Any) -> list[str]:
        """Their names, in the order in which help tells them."""
        return list(MODULES)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of that name, None where there is none.

        Typer makes all commands of an app before it runs one, which takes longer than planning a
        week: so each is an app of its own, made when it is asked for.
        """
        return _made(cmd_name, spoken()) if cmd_name in MODULES else None

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command of that name; refuses one that there is not."""
        if args[0] not in MODULES and not ctx.resilient_parsing:
            meant = OTHER_WORDS.get(args[0].lower())
            nearest = this_is_meant(meant) if meant else did_you_mean(args[0], MODULES) or "."
            wrong = _("There is no command '{word}'{nearest}", word=args[0], nearest=nearest)
            raise UsageError(wrong, whose_help(ctx))
        return super().resolve_command(ctx, args)

    def main(self, *args: Any, standalone_mode: bool = True, **extra: Any) -> Any:
        """Run a command; with `standalone_mode` exit with its code."""
        if not re.fullmatch(_WIDTH, os.environ.get("COLUMNS", "80")):
            del os.environ["COLUMNS"]  # Rich would take 0 at its word, and show nothing
        arguments = args[0] if args else extra.get("args")
        with whole_streams():
            try:
                spoken = language.chosen(sys.argv[1:] if arguments is None else arguments)
            except BefitError as error:
                code = tell(error)
            else:
                with speaking(spoken):
                    code = self._exit_code(*args, **extra)
        if standalone_mode:
            sys.exit(code)
        return code

    def _exit_code(self, *args: Any, **extra: Any) -> Any:
        """Run a command, and tell in one sentence what goes wrong; an error that befit has no
        sentence for is a bug, and raises.
        """
        try:
            if os.environ.get(completion.REQUEST):
                completion.refuse_what_no_shell_wants()
                # Typer wraps what it tells a shell, and a shell takes every line for a word to
                # complete
                os.environ["COLUMNS"] = _ENDLESS
            code = super().main(*args, **{**extra, "standalone_mode": False}) or 0
            if sys.stdout:
                sys.stdout.flush()
        except OutputError as error:
            # a reader such as `head` goes when it has enough
            code = 1 if error.reader_has_gone else _complain(str(error), code=error.exit_code)
        except BefitError as error:
            code = tell(error)
        except typer.TyperException as error:
            code = _complain(_in_own_words(error), code=error.exit_code)
        except typer.Abort:
            code = _complain(_("Stopped."), code=1)
        if code == INTERRUPTED:
            # what Typer makes of Ctrl-C, without a word
            _complain(_("Stopped."), code=code)
        return code


app = typer.Typer(
    name="befit",
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
    epilog="befit init\nbefit plan --race half --sessions 3",
)


def command(
    theme: str, help: str, *examples: str, takes: Iterable[Option] = ()
) -> Callable[[Run], Run]:
    """Makes a function a command of befit: under the title that the help has for its theme, with
    the options that it takes, and with examples that run at the end of its help.

    The help is no docstring: PYTHONOPTIMIZE=2 takes docstrings away.
    """

    def register(run: Run) -> Run:
        def in_the_language_that_is_spoken() -> typer.Typer:
            alone = typer.Typer(add_completion=False)
            known = alone.command(
                run.__name__,
                cls=Command,
                help=_(help),
                rich_help_panel=_(theme),
                epilog="\n".join(examples),
            )
            known(taking(run, takes))
            return alone

        _APPS[run.__name__] = in_the_language_that_is_spoken
        return run

    return register


@cache
def _made(name: str, _language: Language) -> Any:
    """The command of that name, once in each language: its help is of the one that is spoken."""
    import_module(f"befit_cli.cli.commands.{MODULES[name]}")
    return typer.main.get_command(_APPS[name]())


_APPS: dict[str, Callable[[], typer.Typer]] = {}
"""What makes each of the commands whose modules are loaded, under its name."""


def tell(error: BefitError) -> int:
    """Say on stderr what is wrong, and what to do now; returns its exit code."""
    from befit_cli.cli.advice import advice_on

    first, *others = error.lines
    return _complain(f"{first} {advice_on(error)}".rstrip(), *others, code=error.exit_code)


_VERSION = message("Show the version.")


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"befit {__version__}")
        raise typer.Exit


@app.callback(
    help=message(
        "Strength for runners: two or three sessions a week, placed round your running, in the "
        "minutes you have."
    )
)
def befit(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help=_VERSION)
    ] = False,
) -> None:
    """What stands before a command."""


def _in_own_words(error: typer.TyperException) -> str:
    """What is wrong, and whose help says what is right."""
    from befit_cli.cli.usage import usage

    return usage(error)


@contextmanager
def _told_of(context: Any) -> Iterator[None]:
    """Errors in what a command was told know which command it was; Typer says so of some alone."""
    try:
        yield
    except typer.TyperException as error:
        known = getattr(error, "ctx", None) or context
        error.ctx = known  # type: ignore[attr-defined]  # only some of Typer's errors declare it
        raise


def _with_language(parameters: list[Any]) -> list[Any]:
    """The parameters, with the language before the help, which is the last."""
    return [*parameters[:-1], language.option(), *parameters[-1:]]


def _repeatable(parameter: Any) -> Any:
    """The parameter; an option with a value as one that may be said several times."""
    if not isinstance(parameter, TyperOption) or parameter.is_flag:
        return parameter
    several = copy(parameter)
    several.multiple = True
    return several


def whose_help(context: Any) -> str:
    """Where a command's usage is told whole."""
    return _("{command} --help says more.", command=context.command_path)


def _complain(*lines: str, code: int) -> int:
    tell_lines(*lines, err=True)
    return code
