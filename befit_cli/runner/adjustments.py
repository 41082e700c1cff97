"""One week otherwise: what the profile says of single weeks -> their key runs, and who the runner
is in them.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any

from msgspec.structs import replace

from befit_cli.errors import UsageError
from befit_cli.language import _
from befit_cli.runner.alone import NONE
from befit_cli.runner.kinds import SAYINGS, is_none, read_words
from befit_cli.runner.options import KIT_BY_DAY, OF_ONE_WEEK, OFF, SINCE, Option
from befit_cli.runner.swaps import refuse_swaps
from befit_cli.runner.words import merged, read_athlete
from befit_cli.values import (
    NOTHING_LOGGED,
    Athlete,
    Catalogue,
    Day,
    History,
    Runs,
    RunSource,
    Value,
    usual_runs,
)

ADJUSTED = "adjusted"
"""The key of the profile that has them."""
Adjusted = Mapping[date, Mapping[str, Any]]
"""What is otherwise, in the words of the options, under the Monday of each week."""

_HARD = "hard"
_LONG = "long-run"
_RUNS = frozenset({_HARD, _LONG})
_BESIDE = frozenset({"niggle", "without", "swap"})
"""What comes on top of what is so in every week; all else takes its place."""


class RealWeeks(Value, frozen=True):
    """What single weeks have otherwise, each under its Monday."""

    runs: dict[date, Runs]
    """The key runs of those that have their own."""
    runners: dict[date, Athlete]
    """Who the athlete is in those in which they train otherwise."""
    since: dict[date, Day]
    """The first day on which each may be otherwise, where some of its days were over."""
    ill: dict[date, tuple[Day, ...]]
    """The days that would be free in each, were the athlete not ill."""


ALL_USUAL = RealWeeks({}, {}, {}, {})


def read_adjusted(
    adjusted: Adjusted,
    words: Mapping[str, Any],
    athlete: Athlete,
    catalogue: Catalogue,
    usual_days: Callable[[], Iterable[Day]],
    planned: Mapping[date, Runs] = MappingProxyType({}),
    history: History = NOTHING_LOGGED,
) -> RealWeeks:
    """The weeks that are otherwise for the athlete whom the words describe; `usual_days` finds the
    days of the sessions in every other week, and `planned` are the key runs that a running plan has
    in its weeks. The `history` knows which days are off for an illness.

    Raises UsageError for words that mean nothing, and for an exchange that cannot be.
    """
    weeks = RealWeeks(dict(planned), {}, {}, {})
    for monday, own in adjusted.items():
        runner = read_athlete(merged(_with_usual(own, words), words), catalogue)
        if not _RUNS.isdisjoint(own):
            runs = planned.get(monday) or usual_runs(athlete)
            weeks.runs[monday] = with_days(runs, runner, own, RunSource.ADJUSTED)
        since = SINCE.read(own.get(SINCE.name, NONE), catalogue) or Day.MON
        if since is not Day.MON:
            weeks.since[monday] = since
        off = OFF.read(own.get(OFF.name, ()), catalogue)
        # The days that were over are as always, and so are the sessions on them.
        over = [day for day in athlete.days if day < since]
        ahead = [day for day in runner.days if day >= since]
        free = [day for day in ahead if day not in off]
        ill = [day for day in ahead if day in off and history.is_ill(_date(monday, day))]
        if ill:
            weeks.ill[monday] = tuple(ill)
        done = [day for day in usual_days() if day < since] if over else []
        runner = replace(
            runner,
            days=(*over, *free),
            # On the days that are free there is one session each; what an illness takes away is for
            # the week itself to say, which knows on which days its sessions would stand.
            sessions=min(runner.sessions, len(done) + len(free) + len(ill)),
            # Its runs are told apart from who the runner is.
            hard_runs=athlete.hard_runs,
            long_run=athlete.long_run,
        )
        if runner != athlete:
            _refuse_swaps(monday, runner, catalogue)
            weeks.runners[monday] = runner
    return weeks


def _date(monday: date, day: Day) -> date:
    return monday + timedelta(days=day.rank)


def with_days(
    runs: Runs, athlete: Athlete, said: Container[str], source: RunSource | None = None
) -> Runs:
    """The runs with the athlete's days of those that are said, by the options' names: the long
    run, the hard ones, or both. A run on another day is not the one that a running plan names.
    """
    long = runs.long
    if _LONG in said:
        long = () if athlete.long_run is None else (athlete.long_run,)
    hard = athlete.hard_runs if _HARD in said else runs.hard
    kept = {*set(hard).intersection(runs.hard), *set(long).intersection(runs.long)}
    return replace(
        runs,
        hard=hard,
        long=long,
        tune_ups=tuple([day for day in runs.tune_ups if day in hard]),
        source=source or runs.source,
        titles=tuple([(day, title) for day, title in runs.titles if day in kept]),
    )


def in_words(own: Mapping[str, Any], catalogue: Catalogue) -> dict[str, str]:
    """What is said of one week, in the words that a profile keeps, in the order of the options.

    Raises UsageError, naming the option, for words that mean nothing.
    """
    said = {}
    for option in OF_ONE_WEEK:
        if option.name in own:
            said[option.name] = _said(option, own[option.name], catalogue)
    return said


def _refuse_swaps(monday: date, runner: Athlete, catalogue: Catalogue) -> None:
    try:
        refuse_swaps(runner, catalogue)
    except UsageError as error:
        said = _("In the week of {monday}, {fault}", monday=monday, fault=error.message)
        raise UsageError(said, error.hint) from None


def _said(option: Option, value: object, catalogue: Catalogue) -> str:
    meant = option.read(value, catalogue)
    if option.name != KIT_BY_DAY.name:
        return option.kind.say(meant)
    by_day = KIT_BY_DAY.read(value, catalogue)
    parts = [] if meant is None else [option.kind.say(meant)]
    if by_day:
        parts.append(KIT_BY_DAY.kind.say(by_day))
    return f"{SAYINGS} ".join(parts)


def _with_usual(own: Mapping[str, Any], words: Mapping[str, Any]) -> dict[str, Any]:
    """The words of the week; of what is sore or left out with those of every week."""
    said = {name: value for name, value in own.items() if name not in (OFF.name, SINCE.name)}
    for name in _BESIDE.intersection(said):
        usual = words.get(name)
        if not (is_none(said[name]) or usual is None or is_none(usual)):
            said[name] = [*read_words(usual), *read_words(said[name])]
    return said
