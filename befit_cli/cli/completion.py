"""What the Tab key completes, and a shell that asks for it. Words that take time to load are loaded
only for it.
"""

# Without annotations from the future: Typer looks at those of every completer at every start, and
# to make types of texts takes it three times as long.

import os
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from typer import Context

from befit_cli.errors import BefitError, UsageError
from befit_cli.files import reason_of
from befit_cli.language import _

if TYPE_CHECKING:
    from befit_cli.runner.options import Option

Completer: TypeAlias = Callable[[Context, str], list[str]]
"""The values that begin with what is typed, on the command line typed so far."""

REQUEST = "_BEFIT_COMPLETE"
"""What a shell sets where it wants to know how a line goes on."""
SET_UP = (["--install-completion"], ["--show-completion"])
"""How the command line begins that sets a shell up."""
SHELLS = ("bash", "zsh", "fish", "powershell", "pwsh")


def of(option: "Option") -> Completer | None:
    """What completes the option's value; None where nothing is known of it."""
    kind = option.kind
    if option.tab or not (kind.words or kind.exercises):
        return option.tab

    def complete(context: Context, typed: str) -> list[str]:
        words = exercises_in_use(context) if kind.exercises else kind.words
        if kind.several:
            return _list(words, kind.alone, typed, between="[,=]" if kind.pairs else ",")
        return _beginning(typed, [*words, *kind.alone])

    return complete


def zone(context: Context, typed: str) -> list[str]:
    """Completes the name of a time zone, in which case does make a difference."""
    from befit_cli.runner.clock import time_zones

    return [name for name in time_zones() if name.startswith(typed)]


def exercise(context: Context, typed: str) -> list[str]:
    """Completes an exercise where no word of a name stands yet: an id is a whole name."""
    return [] if context.params.get("exercise") else _beginning(typed, exercises_in_use(context))


def rule(context: Context, typed: str) -> list[str]:
    """Completes the id of a rule."""
    from befit_cli.rules import RULE_BY_ID

    return _beginning(typed, [*RULE_BY_ID, "safety"])


def exercises_in_use(context: Context) -> list[str]:
    """The ids of the catalogue in use; none where it cannot be read, or the profile naming it."""
    from befit_cli.cli.environment import from_home, profile_in_use
    from befit_cli.runner.request import read_request

    own = context.params.get("catalogue")
    # a shell has no place for a complaint: what cannot be read offers no words
    with suppress(BefitError):
        request = read_request({}, Path(from_home(str(own))) if own else None, profile_in_use())
        return list(request.catalogue.by_id)
    return []


def refuse_what_no_shell_wants() -> None:
    """Raise UsageError for a request that nobody but a person could have made."""
    request = os.environ[REQUEST]
    purpose, _underscore, shell = request.partition("_")
    known = purpose in ("complete", "source") and shell in SHELLS
    # of bash alone Typer takes for granted that it says what is typed
    if request == "complete_bash":
        known = "COMP_WORDS" in os.environ and os.environ.get("COMP_CWORD", "").isdecimal()
    if not known:
        raise UsageError(
            _(
                "{name} is {request!r}, which no shell asks when Tab is pressed.",
                name=REQUEST,
                request=request,
            ),
            _("Unset {name}; befit --install-completion sets your shell up.", name=REQUEST),
        )


@contextmanager
def set_up() -> Iterator[None]:
    """In here Typer sets a shell up. Raises BefitError where there is none that it knows, and where
    its files cannot be read or written.
    """
    from befit_cli.cli.environment import home

    shell = _shell()
    if shell not in SHELLS:
        shells = ", ".join(SHELLS)
        wrong = _(
            "Tab completes befit's words in {shells}, and befit cannot tell which shell this is.",
            shells=shells,
        )
        if shell:
            wrong = _(
                "Tab completes befit's words in {shells}, not in {shell}.",
                shells=shells,
                shell=shell,
            )
        raise BefitError(wrong, _("Say it again in one of them."))
    folder = home()
    if folder is None:
        raise BefitError(
            _("There is no home folder to install the completion in."), _("Set HOME to one.")
        )
    # Typer takes it at its word, and would write to / where it is empty
    os.environ["HOME"] = str(folder)
    try:
        yield
    except (OSError, UnicodeError) as error:
        reason = reason_of(error) if isinstance(error, OSError) else str(error)
        file = getattr(error, "filename", None) or folder
        raise BefitError(
            _(
                "The completion for {shell} cannot be installed: {file}: {reason}.",
                shell=shell,
                file=file,
                reason=reason,
            ),
            _("befit --show-completion prints it, for a file that your shell reads."),
        ) from error


def _shell() -> str | None:
    """The name of the shell that befit is run from; None where there is no telling."""
    # what Typer asks itself; with it comes Typer's own sentence, on stdout and without a way out
    from shellingham import (  # type: ignore[import-untyped]  # it says no types
        ShellDetectionFailure,
        detect_shell,
    )

    try:
        name: str = detect_shell()[0]
    except (ShellDetectionFailure, RuntimeError, OSError):
        return None
    return name


def _list(words: Iterable[str], alone: Iterable[str], typed: str, *, between: str) -> list[str]:
    """Completes the last word of a list, to one that it does not have yet; `between` is the pattern
    of what stands between words, and the words `alone` make no list.
    """
    *before, last = re.split(between, typed)
    left = [word for word in words if word not in before]
    if not before:
        left += alone
    begun = typed.removesuffix(last)
    return [begun + word for word in _beginning(last, left)]


def _beginning(typed: str, words: Iterable[str]) -> list[str]:
    """The words that begin so; case makes no difference, and what is typed stays as it is."""
    begin = typed.lower()
    rests = [word[len(typed) :] for word in words if word.lower().startswith(begin)]
    return [typed + rest for rest in rests]
