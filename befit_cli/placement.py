"""The running week -> the days that carry strength and the load each may have.

Every layout is looked at; those that break a `must` of the week are not layouts at all, and the best of the others is chosen by one
order of preferences. Load goes down, never a rule.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import combinations, product

from befit_cli.errors import BefitError
from befit_cli.guidelines import APART, CAUTIOUS_DAYS, HIGH_SESSIONS_MAX, REST_AFTER_LONG_RUN, RUN_FIRST, SESSIONS
from befit_cli.model import Athlete, Day, Level, Load, Note, PlacedDay, Race

Layout = tuple[PlacedDay, ...]
LOWERING = ("R11", "R14", "R15", "R10")
"""The rules that can take load away from a week."""


def place(athlete: Athlete, attainable: Load, *, first_weeks: bool) -> Layout:
    """The best days and loads for the athlete's sessions, in the order of the week.

    `attainable` is the highest load that their level and kit allow; `first_weeks` asks for the care of the first weeks of a block (R12).
    Raises BefitError when fewer days are free than sessions are asked for.
    """
    if len(athlete.days) < athlete.sessions:
        raise _too_few_days(athlete)
    cautious = first_weeks or athlete.level is Level.BEGINNER
    return _best(athlete.days, athlete.sessions, athlete.long_run, athlete.hard_runs, athlete.race, attainable, cautious)


def _too_few_days(athlete: Athlete) -> BefitError:
    free = len(athlete.days)
    names = ", ".join(day.title for day in athlete.days)
    are = f"only {free} {'is' if free == 1 else 'are'} free ({names})" if free else "none is free"
    fewer = f", or ask for fewer sessions with --sessions {free}" if free >= SESSIONS.low else ""
    return BefitError(f"{athlete.sessions} sessions need {athlete.sessions} free days, and {are}.", f"Free another day with --days{fewer}.")


def wanted(athlete: Athlete, attainable: Load) -> tuple[Load, ...]:
    """The loads that the sessions would have if every day were free, highest first (R18)."""
    third = min(attainable, Load.MEDIUM, key=lambda load: load.rank)
    return ((attainable,) * HIGH_SESSIONS_MAX + (third,))[: athlete.sessions]


def ceiling(day: Day, long_run: Day | None, hard_runs: tuple[Day, ...], race: Race, without: str = "") -> tuple[Load, str]:
    """The most load that a day may carry by the runs around it, and the rule that stops more ("" where nothing does).

    `without` names a rule that is not asked, to see what it takes away.
    """
    key_runs = {*hard_runs, long_run}
    after_long_run = long_run is not None and _after(long_run) == day and race in REST_AFTER_LONG_RUN
    limits = (
        ("R14", Load.LOW, day == long_run),
        ("R11", Load.MEDIUM, _after(day) in key_runs),
        ("R15", Load.MEDIUM, after_long_run),
    )
    return next(((load, rule) for rule, load, holds in limits if holds and rule != without), (Load.HIGH, ""))


def reason(athlete: Athlete, day: Day, load: Load, race_in: int = 7) -> str:
    """Why strength of that load stands on that day, so many days before the race, in the runner's words."""
    run = athlete.run_on(day)
    parts = []
    if run == "hard":
        parts.append(f"{day.title}, after your hard run: hard days stay hard, easy days easy. {RUN_FIRST}")
    elif run == "long":
        parts.append(f"{day.title}, your long run: light work only, at any time after it.")
    elif athlete.long_run is not None and _after(athlete.long_run) == day:
        care = "lift less if the legs are still heavy" if load is Load.HIGH else "the legs are still recovering, so nothing heavy"
        parts.append(f"{day.title}, the day after your long run: {care}.")
    else:
        parts.append(f"{day.title}, a day without a hard run.")
    ahead = _next_key_run(athlete, day)
    if race_in < 7:
        parts.append(f"The race is {race_in} days away.")
    elif ahead is not None:
        days, name = ahead
        parts.append(f"Your {name} run is tomorrow." if days == 1 else f"Your next {name} run is {days} days away.")
    return " ".join(parts)


def placement_notes(athlete: Athlete, layout: Layout, attainable: Load) -> tuple[Note, ...]:
    """One note for the load that the running week left no room for, with the rule, the days and what to change."""
    asked = sum(load.rank for load in wanted(athlete, attainable))
    given = sum(placed.load.rank for placed in layout)
    if given >= asked:
        return ()
    rule = max(LOWERING, key=lambda rule: _load_without(athlete, attainable, rule))
    held = [day for day in athlete.days if ceiling(day, athlete.long_run, athlete.hard_runs, athlete.race)[1] == rule]
    loads = ", ".join(f"{placed.day.title} {placed.load}" for placed in layout)
    why = f"{', '.join(day.title for day in held)} cannot carry more" if held else "the free days are too close together"
    return (Note(rule, f"Less load than usual this week ({loads}): {why}. {_more_room(athlete, given, attainable)}".rstrip()),)


def _load_without(athlete: Athlete, attainable: Load, rule: str) -> int:
    """The load that the week could have if a rule were not asked."""
    cautious = athlete.level is Level.BEGINNER
    layout = _best(athlete.days, athlete.sessions, athlete.long_run, athlete.hard_runs, athlete.race, attainable, cautious, rule)
    return sum(placed.load.rank for placed in layout)


def _more_room(athlete: Athlete, given: int, attainable: Load) -> str:
    """What one change of the running week would give more load."""
    cautious = athlete.level is Level.BEGINNER

    def load(days: tuple[Day, ...], long_run: Day | None, hard_runs: tuple[Day, ...]) -> int:
        layout = _best(days, athlete.sessions, long_run, hard_runs, athlete.race, attainable, cautious)
        return sum(placed.load.rank for placed in layout)

    hints = [
        f"move the hard run from {day.title} to {other.title}"
        for day in athlete.hard_runs
        for other in Day
        if athlete.run_on(other) is None
        and load(athlete.days, athlete.long_run, tuple(sorted({*athlete.hard_runs, other} - {day}, key=_rank))) > given
    ][:1]
    hints += [
        f"free {day.title}"
        for day in Day
        if day not in athlete.days and load(tuple(sorted((*athlete.days, day), key=_rank)), athlete.long_run, athlete.hard_runs) > given
    ][:1]
    return f"For more, {' or '.join(hints)}." if hints else ""


@lru_cache(maxsize=1024)
def _best(
    days: tuple[Day, ...],
    sessions: int,
    long_run: Day | None,
    hard_runs: tuple[Day, ...],
    race: Race,
    attainable: Load,
    cautious: bool,
    without: str = "",
) -> Layout:
    """The layout that comes first in the order of preferences; Load.LOW is allowed everywhere, so there always is one."""
    loads = {day: _loads_up_to(min(ceiling(day, long_run, hard_runs, race, without)[0], attainable, key=_rank)) for day in days}
    best: Layout = ()
    best_key: tuple[int, ...] = (0,)
    for chosen in combinations(days, sessions):
        for given in product(*(loads[day] for day in chosen)):
            layout = tuple(zip(chosen, given, strict=True))
            if sum(map(_rank, given)) < best_key[0] or not _keeps_apart(layout, without):
                continue
            key = _preference(layout, long_run, hard_runs, cautious)
            if key > best_key:
                best = tuple(PlacedDay(day=day, load=load) for day, load in layout)
                best_key = key
    return best


def _loads_up_to(highest: Load) -> tuple[Load, ...]:
    return tuple(load for load in reversed(Load) if load.rank <= highest.rank)  # the most first: less need not be looked at then


def _keeps_apart(layout: tuple[tuple[Day, Load], ...], without: str) -> bool:
    """R10 and R18."""
    if sum(load is Load.HIGH for _, load in layout) > HIGH_SESSIONS_MAX:
        return False
    loaded = [day for day, load in layout if load is not Load.LOW]
    return without == "R10" or all(first.apart(second) >= APART for first, second in combinations(loaded, 2))


def _preference(layout: tuple[tuple[Day, Load], ...], long_run: Day | None, hard_runs: tuple[Day, ...], cautious: bool) -> tuple[int, ...]:
    """Higher is better, the first difference decides.

    As much load as is allowed, as many high days; R12; R15 for the races where it is no must; R16; then fresh legs (no medium load on
    the day before a key run or after the long run), strength on days of hard runs so that easy days stay easy, even
    spacing, the earlier days, and the lighter session first.
    """
    key_runs = [day for day in Day if day in hard_runs or day == long_run]
    high = [day for day, load in layout if load is Load.HIGH]
    medium = [day for day, load in layout if load is Load.MEDIUM]
    chosen = [day for day, _ in layout]
    tired = sum(1 for day in high for run in key_runs if 1 <= day.until(run) <= CAUTIOUS_DAYS) if cautious else 0
    gaps = [(later.rank - day.rank) % 7 for day, later in zip(chosen, chosen[1:] + chosen[:1], strict=True)]
    return (
        sum(load.rank for _, load in layout),
        len(high),
        -tired,
        -sum(1 for day in high if long_run is not None and _after(long_run) == day),
        1 if set(Day) - set(chosen) - set(key_runs) else 0,
        -sum(1 for day in medium if _after(day) in key_runs or (long_run is not None and _after(long_run) == day)),
        sum(1 for day in chosen if day in hard_runs and day != long_run),
        -sum(gap * gap for gap in gaps),
        *(-day.rank for day in chosen),
        *(-load.rank for _, load in layout),
    )


def _next_key_run(athlete: Athlete, day: Day) -> tuple[int, str] | None:
    """Days to the next hard or long run after that day, and which it is."""
    ahead = [(day.until(other) or 7, athlete.run_on(other)) for other in Day if athlete.run_on(other)]
    return min(((days, name) for days, name in ahead if name), default=None)


def _after(day: Day) -> Day:
    return tuple(Day)[(day.rank + 1) % 7]


def _rank(word: Day | Load) -> int:
    return word.rank
