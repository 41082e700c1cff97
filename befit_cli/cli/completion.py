"""What the Tab key completes: a completer for each kind of value. Words that take time to load are
loaded only for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import TypeAlias

from typer import Context

from befit_cli.errors import BefitError
from befit_cli.values import Day, Group, Kit, Level, Niggle, Pattern, Race
from befit_cli.views import FORMATS

Words: TypeAlias = Callable[[Context], Iterable[str]]
"""The words there are, on the command line that has been typed so far."""
Completer: TypeAlias = Callable[[Context, str], list[str]]
"""The values that begin with what is typed."""


def one_of(words: Words) -> Completer:
    """Completes a value to one of the words; case makes no difference, and what is typed stays as
    it is.
    """

    def complete(context: Context, typed: str) -> list[str]:
        return _beginning(typed, words(context))

    return complete


def list_of(words: Words, *alone: str) -> Completer:
    """Completes the last word of a list with commas, to one that it does not have yet; the words
    `alone` make no list.
    """

    def complete(context: Context, typed: str) -> list[str]:
        *said, last = typed.split(",")
        left = [word for word in words(context) if word not in said]
        return [
            ",".join([*said, word]) for word in _beginning(last, left if said else [*left, *alone])
        ]

    return complete


def zone(_: Context, typed: str) -> list[str]:
    """Completes the name of a time zone, in which case does make a difference."""
    from zoneinfo import available_timezones

    return sorted(name for name in available_timezones() if name.startswith(typed))


def _beginning(typed: str, words: Iterable[str]) -> list[str]:
    return [typed + word[len(typed) :] for word in words if word.lower().startswith(typed.lower())]


def _kit(_: Context) -> list[str]:
    from befit_cli.runner.words import KIT_PRESETS, NONE

    return [*(preset for preset in KIT_PRESETS if preset != NONE), *Kit]


def _exercises(context: Context) -> list[str]:
    """The ids of the catalogue in use; none where it cannot be read, or the profile naming it."""
    from befit_cli.cli.environment import profile_in_use
    from befit_cli.runner.request import read_request

    own = context.params.get("catalogue")
    with suppress(BefitError):
        return list(read_request({}, Path(own) if own else None, profile_in_use()).catalogue.by_id)
    return []


def _first_exercise(context: Context) -> list[str]:
    """The ids where no word of a name stands yet: an id is a whole name."""
    return [] if context.params.get("name") else _exercises(context)


def _rules(_: Context) -> list[str]:
    from befit_cli.rules import RULE_BY_ID

    return [*RULE_BY_ID, "safety"]


race = one_of(lambda _: Race)
level = one_of(lambda _: Level)
kit = list_of(_kit, "none")
niggles = list_of(lambda _: Niggle, "none")
long_run = one_of(lambda _: [*Day, "none"])
hard_runs = list_of(lambda _: Day, "none")
days = list_of(lambda _: Day, "all")
focus = one_of(lambda _: [*Group, "none"])
groups = list_of(lambda _: Group)
patterns = list_of(lambda _: Pattern)
without = list_of(_exercises, "none")
exercise = one_of(_first_exercise)
rule = one_of(_rules)
format = one_of(lambda _: FORMATS)
data_format = one_of(lambda _: ["json"])
