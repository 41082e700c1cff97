"""The running week -> the days that carry strength and the load each may have.

Every layout is looked at; those that break a `must` of the week are not layouts at all, and the
best of the others is chosen by one order of preferences. Load goes down, never a rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import combinations, pairwise, product
from typing import NamedTuple

from msgspec.structs import replace

from befit_cli.errors import BefitError, Cause
from befit_cli.evidence.load import HEAVY
from befit_cli.evidence.week import (
    APART,
    CAUTIOUS_DAYS,
    HIGH_SESSIONS_MAX,
    after_long_run,
    next_key_run,
    rests_after_long_run,
)
from befit_cli.language import _, message
from befit_cli.values import (
    Athlete,
    Day,
    Facts,
    Level,
    Load,
    Note,
    NoteKey,
    Race,
    Runs,
    Scope,
    Slot,
)

Layout = tuple[Slot, ...]
"""The sessions of a week, in the order of its days."""

_HEAVY_FIRST = tuple(reversed(Load))
LOWERING = ("R11", "R14", "R15", "R10", "R12")
"""The rules that can take load away from a week."""


Attainable = tuple[Load, ...]
"""The highest load that level and kit allow on each day, from Monday on."""


def place(athlete: Athlete, runs: Runs, attainable: Load | Attainable) -> Layout:
    """The best days and loads for the athlete's sessions round those runs, in the order of the
    week.

    `attainable` is the highest load that their level and kit allow, on every day or by the day.
    Raises BefitError when fewer days are free than sessions are asked for.
    """
    if len(athlete.days) < athlete.sessions:
        raise _too_few_days(athlete)
    return _best_for(athlete, runs, _by_day(attainable))


def _by_day(attainable: Load | Attainable) -> Attainable:
    return (attainable,) * len(Day) if isinstance(attainable, Load) else attainable


def _too_few_days(athlete: Athlete) -> BefitError:
    free = len(athlete.days)
    sentence = message("{sessions} sessions need {sessions} free days, and none is free.")
    if free == 1:
        sentence = message(
            "{sessions} sessions need {sessions} free days, and only 1 is free ({days})."
        )
    elif free:
        sentence = message(
            "{sessions} sessions need {sessions} free days, and only {free} are free ({days})."
        )
    days = ", ".join(day.title for day in athlete.days)
    return BefitError(
        _(sentence, sessions=athlete.sessions, free=free, days=days),
        cause=Cause.TOO_FEW_DAYS,
        free=free,
    )


def _usual_loads(athlete: Athlete, attainable: Attainable) -> tuple[Load, ...]:
    """The loads that the sessions would have if every day were free, highest first (R18)."""
    # Where days differ in their kit, those with the most of it come first.
    free = sorted([attainable[day.rank] for day in athlete.days], reverse=True)
    # Whoever keeps two days free of it before each key run (R12) has one such day in most weeks.
    high = 1 if is_careful(athlete) else HIGH_SESSIONS_MAX
    loads = [*free[:high], *[min(load, Load.MEDIUM) for load in free[high:]]]
    return tuple(loads[: athlete.sessions])


def ceiling(
    day: Day,
    runs: Runs,
    race: Race,
    without: str = "",
    *,
    careful: bool = False,
    before: Runs | None = None,
    after: Runs | None = None,
) -> tuple[Load, str]:
    """The most load that a day may carry by the runs around it, and the rule that stops more (""
    where nothing does).

    `without` names a rule that is not asked, to see what it takes away; `careful` says whether R12
    is asked. `before` and `after` are the runs of the weeks around it, where they are others.
    """
    ahead = next_key_run(runs, day, after)
    days = ahead[0] if ahead else len(Day)
    must_rest = rests_after_long_run(race, runs, day, before)
    # The strictest first: one that allows less says the reason.
    limits = (
        ("R14", Load.LOW, day in runs.long),
        ("R11", Load.MEDIUM, days == 1),
        ("R15", Load.MEDIUM, must_rest),
        ("R12", Load.MEDIUM, careful and days <= CAUTIOUS_DAYS),
    )
    for rule, load, holds in limits:
        if holds and rule != without:
            return load, rule
    return Load.HIGH, ""


def placement_notes(
    athlete: Athlete, runs: Runs, layout: Layout, attainable: Load | Attainable
) -> tuple[Note, ...]:
    """One note for the load that the running week left no room for, with the rule, the days and
    what to change.
    """
    attainable = _by_day(attainable)
    usual = sum(load.rank for load in _usual_loads(athlete, attainable))
    room = total_load(layout)
    if room >= usual:
        return ()
    held = _held_days(athlete, runs)
    rule = _telling_rule(athlete, runs, layout, attainable, held)
    facts: Facts = {"loads": [[slot.day, slot.load] for slot in layout], "held": held[rule]}
    facts |= _more_room(athlete, runs, room, attainable)
    return (Note(rule=rule, key=NoteKey.LESS_LOAD, scope=Scope.WEEK, facts=facts),)


def _held_days(athlete: Athlete, runs: Runs) -> dict[str, list[Day]]:
    """The athlete's days that each rule keeps from high load; under "" those that none does."""
    held: dict[str, list[Day]] = {rule: [] for rule in ("", *LOWERING)}
    for day in athlete.days:
        _load, stopped_by = ceiling(day, runs, athlete.race, careful=is_careful(athlete))
        held[stopped_by].append(day)
    return held


def _telling_rule(
    athlete: Athlete,
    runs: Runs,
    layout: Layout,
    attainable: Attainable,
    held: Mapping[str, list[Day]],
) -> str:
    """The rule to tell: the one without which the week could carry most, and rather one that holds
    back a day with a session.
    """
    days = {slot.day for slot in layout}
    worth = {}
    for rule in LOWERING:
        most = _most_load(athlete, runs, attainable, without=rule)
        worth[rule] = most, not days.isdisjoint(held[rule])
    return max(LOWERING, key=lambda rule: worth[rule])


def _more_room(athlete: Athlete, runs: Runs, room: int, attainable: Attainable) -> Facts:
    """The first hard run to move, and the first day to free, that would give the week more load."""
    facts: Facts = {}
    for run, day in _moves(runs):
        others = [day if hard is run else hard for hard in runs.hard]
        moved = replace(runs, hard=tuple(others))
        if _most_load(athlete, moved, attainable) > room:
            facts["move"] = [run, day]
            break
    for day in Day:
        if day in athlete.days:
            continue
        freer = replace(athlete, days=(*athlete.days, day))
        if _most_load(freer, runs, attainable) > room:
            facts["free"] = day
            break
    return facts


def _moves(runs: Runs) -> Iterator[tuple[Day, Day]]:
    """Each hard run, and the days that it could be on, the nearest first: none beside another key
    run, for strength is not worth two days of hard running together.
    """
    for run in runs.hard:
        others = {*runs.hard, *runs.long} - {run}
        for day in sorted(Day, key=run.apart):
            if day is not run and all(day.apart(other) >= APART for other in others):
                yield run, day


def _most_load(athlete: Athlete, runs: Runs, attainable: Attainable, without: str = "") -> int:
    """The load that the athlete's week can have, where a rule is not asked."""
    return total_load(_best_for(athlete, runs, attainable, without))


def total_load(layout: Layout) -> int:
    """The load of all sessions, in steps above low."""
    return sum(slot.load.rank for slot in layout)


class _Choice(NamedTuple):
    """A session of some load on some day, and what it is worth whatever the others are."""

    day: Day
    load: Load
    worth: tuple[int, int, int, int, int]
    """In the order in which `_preference` asks: load; high; R15; fresh legs; on a hard run's
    day.
    """


def _best_for(athlete: Athlete, runs: Runs, attainable: Attainable, without: str = "") -> Layout:
    """The best layout for the athlete, where the rule `without` is not asked."""
    return _best(
        athlete.days,
        athlete.sessions,
        Runs(hard=runs.hard, long=runs.long),
        athlete.race,
        attainable,
        careful=is_careful(athlete),
        without=without,
        weights=_weights(athlete),
    )


def _weights(athlete: Athlete) -> frozenset[Day]:
    """The days that have weights which others lack; none where all days have the same kit."""
    if not athlete.kit_by_day:
        return frozenset()
    return frozenset([day for day in athlete.days if HEAVY.intersection(athlete.kit_on(day))])


@lru_cache(maxsize=1024)
def _best(
    days: tuple[Day, ...],
    sessions: int,
    runs: Runs,
    race: Race,
    attainable: Attainable,
    *,
    careful: bool,
    without: str = "",
    weights: frozenset[Day] = frozenset(),
) -> Layout:
    """The layout that comes first in the order of preferences; Load.LOW is allowed everywhere, so
    there always is one. `careful` is whether R12 is asked.
    """
    key_runs = frozenset(runs.hard).union(runs.long)
    # 1. What each day may carry, and what each load there is worth.
    most: dict[Day, Load] = {}
    choices: dict[Day, list[_Choice]] = {}
    for day in days:
        most[day], _stopped_by = ceiling(day, runs, race, without, careful=careful)
        most[day] = min(most[day], attainable[day.rank])
        choices[day] = _choices(day, most[day], runs)
    # 2. Every choice of days and loads. The total load decides first, so whatever cannot have as
    #    much as the best so far need not be looked at.
    best: tuple[_Choice, ...] = ()
    best_key: tuple[int, ...] = (0,)
    for chosen in combinations(days, sessions):
        if sum([most[day].rank for day in chosen]) < best_key[0]:
            continue
        for layout in product(*[choices[day] for day in chosen]):
            if sum([choice.load.rank for choice in layout]) < best_key[0]:
                continue
            if not _keeps_apart(layout, without):
                continue
            key = _preference(layout, key_runs, weights)
            if key > best_key:
                best, best_key = layout, key
    slots = []
    for number, choice in enumerate(best, 1):
        slots.append(Slot(number=number, day=choice.day, load=choice.load))
    return tuple(slots)


def at_most(layout: Layout, loads: Iterable[Load]) -> Layout:
    """The layout with no more load in each session."""
    return tuple(
        [replace(slot, load=min(slot.load, load)) for slot, load in zip(layout, loads, strict=True)]
    )


def up_to(highest: Load) -> tuple[Load, ...]:
    """The loads up to that one, the most first: less need not be looked at then."""
    return _HEAVY_FIRST[-1 - highest.rank :]


def _keeps_apart(layout: tuple[_Choice, ...], without: str) -> bool:
    """Whether loaded days have a day between them (R10), and no more than two are high (R18)."""
    if [choice.load for choice in layout].count(Load.HIGH) > HIGH_SESSIONS_MAX:
        return False
    if without == "R10":
        return True
    loaded = [choice.day for choice in layout if choice.load is not Load.LOW]
    return all(first.apart(second) >= APART for first, second in combinations(loaded, 2))


def _choices(day: Day, highest: Load, runs: Runs) -> list[_Choice]:
    """A session of each load up to the highest on that day."""
    after_long = after_long_run(runs, day, None)
    ahead = next_key_run(runs, day, None)
    tired = after_long or (ahead is not None and ahead[0] == 1)
    hard_run = day in runs.hard and day not in runs.long
    choices = []
    for load in up_to(highest):
        high = load is Load.HIGH
        medium = load is Load.MEDIUM
        worth = (load.rank, high, -(high and after_long), -(medium and tired), hard_run)
        choices.append(_Choice(day, load, worth))
    return choices


def _preference(
    layout: tuple[_Choice, ...], key_runs: frozenset[Day], weights: frozenset[Day]
) -> tuple[int, ...]:
    """Higher is better, the first difference decides.

    As a week with room for a medium and a high day has room for those beside a third, the most load
    in three sessions, and then the most high ones, always holds what two sessions would.
    """
    worths = [choice.worth for choice in layout]
    load, high, rested, fresh, with_hard_run = map(sum, zip(*worths, strict=True))
    chosen = [choice.day for choice in layout]
    gaps = [day.until(later) for day, later in pairwise((*chosen, chosen[0]))]
    return (
        load,  # as much work as the rules allow
        high,  # rather a high and a low day than two medium ones: heavy work helps economy most
        _heavy(layout, weights),  # where the weights are
        rested,  # R15, for the races where it is no must
        len(key_runs.union(chosen)) < len(Day),  # R16
        fresh,  # no medium load on the day before a key run or after the long run
        with_hard_run,  # on days of hard runs, so that easy days stay easy
        -sum([gap * gap for gap in gaps]),  # evenly spaced: squares punish the long gap
        *[-day.rank for day in chosen],  # the earlier days, so that there is one answer
        *[-choice.load.rank for choice in layout],  # the lighter session first
    )


def _heavy(layout: tuple[_Choice, ...], weights: frozenset[Day]) -> int:
    """The load of the sessions on the days that have weights, in steps above low."""
    return sum([choice.load.rank for choice in layout if choice.day in weights])


def is_careful(athlete: Athlete) -> bool:
    """R12: whether heavy work keeps further away from a key run."""
    return athlete.level is Level.BEGINNER
