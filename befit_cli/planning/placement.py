"""The running week -> the days that carry strength and the load each may have.

Every layout is looked at; those that break a `must` of the week are not layouts at all, and the
best of the others is chosen by one order of preferences. Load goes down, never a rule.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import combinations, pairwise, product

from msgspec.structs import replace

from befit_cli.errors import BefitError
from befit_cli.evidence.week import (
    APART,
    CAUTIOUS_DAYS,
    HIGH_SESSIONS_MAX,
    REST_AFTER_LONG_RUN,
    RUN_FIRST,
    SESSIONS,
    next_key_run,
)
from befit_cli.values import Athlete, Day, Load, Note, PlacedDay, Race

Layout = tuple[PlacedDay, ...]
_WEEK = tuple(Day)
_HEAVY_FIRST = tuple(reversed(Load))
LOWERING = ("R11", "R14", "R15", "R10")
"""The rules that can take load away from a week."""


def place(athlete: Athlete, attainable: Load) -> Layout:
    """The best days and loads for the athlete's sessions, in the order of the week.

    `attainable` is the highest load that their level and kit allow. A runner's days should not move
    within a block, so all of it has the care that R12 asks for in its first weeks. Raises
    BefitError when fewer days are free than sessions are asked for.
    """
    if len(athlete.days) < athlete.sessions:
        raise _too_few_days(athlete)
    return _best(
        athlete.days,
        athlete.sessions,
        athlete.long_run,
        athlete.hard_runs,
        athlete.race,
        attainable,
    )


def _too_few_days(athlete: Athlete) -> BefitError:
    free = len(athlete.days)
    names = ", ".join(day.title for day in athlete.days)
    are = f"only {free} {'is' if free == 1 else 'are'} free ({names})" if free else "none is free"
    fewer = f", or ask for fewer sessions with --sessions {free}" if free >= SESSIONS.low else ""
    return BefitError(
        f"{athlete.sessions} sessions need {athlete.sessions} free days, and {are}.",
        f"Free another day with --days{fewer}.",
    )


def wanted(athlete: Athlete, attainable: Load) -> tuple[Load, ...]:
    """The loads that the sessions would have if every day were free, highest first (R18)."""
    third = min(attainable, Load.MEDIUM)
    return ((attainable,) * HIGH_SESSIONS_MAX + (third,))[: athlete.sessions]


def ceiling(
    day: Day, long_run: Day | None, hard_runs: tuple[Day, ...], race: Race, without: str = ""
) -> tuple[Load, str]:
    """The most load that a day may carry by the runs around it, and the rule that stops more (""
    where nothing does).

    `without` names a rule that is not asked, to see what it takes away.
    """
    key_runs = {*hard_runs, long_run}
    limits = (
        ("R14", Load.LOW, day == long_run),
        ("R11", Load.MEDIUM, _after(day) in key_runs),
        ("R15", Load.MEDIUM, _before(day) == long_run and race in REST_AFTER_LONG_RUN),
    )
    return next(
        ((load, rule) for rule, load, holds in limits if holds and rule != without), (Load.HIGH, "")
    )


def reason(athlete: Athlete, day: Day, load: Load, race_in: int) -> str:
    """Why strength of that load stands on that day, so many days before the race, in the runner's
    words.
    """
    run = athlete.run_on(day)
    parts = []
    if run == "hard":
        parts.append(
            f"{day.title}, after your hard run: hard days stay hard, easy days easy. {RUN_FIRST}"
        )
    elif run == "long":
        parts.append(f"{day.title}, your long run: light work only, at any time after it.")
    elif _before(day) == athlete.long_run:
        care = (
            "lift less if the legs are still heavy"
            if load is Load.HIGH
            else "the legs are still recovering, so nothing heavy"
        )
        parts.append(f"{day.title}, the day after your long run: {care}.")
    else:
        parts.append(f"{day.title}, a day without a hard run.")
    ahead = next_key_run(athlete, day)
    if race_in < 7:
        parts.append(f"The race is {race_in} days away.")
    elif ahead is not None:
        days, other = ahead
        name = athlete.run_on(other)
        parts.append(
            f"Your {name} run is tomorrow."
            if days == 1
            else f"Your next {name} run is {days} days away."
        )
    return " ".join(parts)


def placement_notes(athlete: Athlete, layout: Layout, attainable: Load) -> tuple[Note, ...]:
    """One note for the load that the running week left no room for, with the rule, the days and
    what to change.
    """
    asked = sum(load.rank for load in wanted(athlete, attainable))
    given = sum(placed.load.rank for placed in layout)
    if given >= asked:
        return ()
    rule = max(LOWERING, key=lambda rule: _most_load(athlete, attainable, without=rule))
    held = [
        day
        for day in athlete.days
        if ceiling(day, athlete.long_run, athlete.hard_runs, athlete.race)[1] == rule
    ]
    loads = ", ".join(f"{placed.day.title} {placed.load}" for placed in layout)
    why = (
        f"{', '.join(day.title for day in held)} cannot carry more"
        if held
        else "the free days are too close together"
    )
    return (
        Note(
            rule,
            f"Less load than usual this week ({loads}): {why}. "
            f"{_more_room(athlete, given, attainable)}".rstrip(),
        ),
    )


def _more_room(athlete: Athlete, given: int, attainable: Load) -> str:
    """What one change of the running week would give more load."""

    def gives_more(**change: tuple[Day, ...]) -> bool:
        return _most_load(replace(athlete, **change), attainable) > given

    moves = [
        f"move the hard run from {day.title} to {other.title}"
        for day in athlete.hard_runs
        for other in Day
        if athlete.run_on(other) is None
        and gives_more(hard_runs=tuple(other if run is day else run for run in athlete.hard_runs))
    ]
    frees = [
        f"free {day.title}"
        for day in Day
        if day not in athlete.days and gives_more(days=(*athlete.days, day))
    ]
    hints = moves[:1] + frees[:1]
    return f"For more, {' or '.join(hints)}." if hints else ""


def _most_load(athlete: Athlete, attainable: Load, without: str = "") -> int:
    """The load that the athlete's week can have, where a rule is not asked."""
    layout = _best(
        athlete.days,
        athlete.sessions,
        athlete.long_run,
        athlete.hard_runs,
        athlete.race,
        attainable,
        without=without,
    )
    return sum(placed.load.rank for placed in layout)


@lru_cache(maxsize=1024)
def _best(
    days: tuple[Day, ...],
    sessions: int,
    long_run: Day | None,
    hard_runs: tuple[Day, ...],
    race: Race,
    attainable: Load,
    without: str = "",
) -> Layout:
    """The layout that comes first in the order of preferences; Load.LOW is allowed everywhere, so
    there always is one.
    """
    key_runs = frozenset(day for day in _WEEK if day in hard_runs or day == long_run)
    may_have = {
        day: min(ceiling(day, long_run, hard_runs, race, without)[0], attainable) for day in days
    }
    choices = {
        day: [_placed(day, load, long_run, key_runs) for load in _up_to(may_have[day])]
        for day in days
    }
    best: Layout = ()
    best_key: tuple[int, ...] = (0,)
    for chosen in combinations(days, sessions):
        if sum([may_have[day].rank for day in chosen]) < best_key[0]:
            continue
        for given in product(*[choices[day] for day in chosen]):
            if sum([worth[0] for _, worth in given]) < best_key[0]:
                continue
            layout = tuple([placed for placed, _ in given])
            if not _keeps_apart(layout, without):
                continue
            key = _preference(layout, [worth for _, worth in given], key_runs)
            if key > best_key:
                best, best_key = layout, key
    return best


def _up_to(highest: Load) -> tuple[Load, ...]:
    """The loads up to that one, the most first: less need not be looked at then."""
    return _HEAVY_FIRST[-1 - highest.rank :]


def _keeps_apart(layout: Layout, without: str) -> bool:
    """R10 and R18."""
    if [placed.load for placed in layout].count(Load.HIGH) > HIGH_SESSIONS_MAX:
        return False
    loaded = [placed.day for placed in layout if placed.load is not Load.LOW]
    return without == "R10" or all(
        first.apart(second) >= APART for first, second in combinations(loaded, 2)
    )


_Worth = tuple[int, int, int, int, int, int]
"""Load; high; R12; R15; fresh legs; on the day of a hard run: what `_preference` adds up."""


def _placed(
    day: Day, load: Load, long_run: Day | None, key_runs: frozenset[Day]
) -> tuple[PlacedDay, _Worth]:
    """A session of that load on that day, and what it is worth whatever the others are."""
    high, medium = load is Load.HIGH, load is Load.MEDIUM
    after_long = _before(day) == long_run
    worth = (
        load.rank,
        high,
        -sum(0 < day.until(run) <= CAUTIOUS_DAYS for run in key_runs) if high else 0,
        -(high and after_long),
        -(medium and (after_long or _after(day) in key_runs)),
        day in key_runs and day != long_run,
    )
    return PlacedDay(day=day, load=load), worth


def _preference(layout: Layout, worths: list[_Worth], key_runs: frozenset[Day]) -> tuple[int, ...]:
    """Higher is better, the first difference decides.

    As much load as is allowed, as many high days; R12; R15 for the races where it is no must; R16;
    then fresh legs (no medium load on the day before a key run or after the long run), strength on
    days of hard runs so that easy days stay easy, even spacing, the earlier days, and the lighter
    session first.
    """
    load, high, careful, rested, fresh, with_hard_run = map(sum, zip(*worths, strict=True))
    chosen = [placed.day for placed in layout]
    gaps = [day.until(later) for day, later in pairwise((*chosen, chosen[0]))]
    return (
        load,
        high,
        careful,
        rested,
        len(key_runs.union(chosen)) < len(_WEEK),
        fresh,
        with_hard_run,
        -sum([gap * gap for gap in gaps]),
        *[-day.rank for day in chosen],
        *[-placed.load.rank for placed in layout],
    )


def _before(day: Day) -> Day:
    return _WEEK[day.rank - 1]


def _after(day: Day) -> Day:
    return _WEEK[(day.rank + 1) % 7]
