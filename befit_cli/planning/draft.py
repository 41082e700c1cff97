"""A week while it is being dosed: lines of exercises in drafts of sessions, before they become a
plan.

A line is a value, a draft holds the lines of one session: changing a session means giving it other
lines.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from functools import lru_cache
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from befit_cli.evidence.coverage import CALF_SESSIONS_MIN, LIFT_PATTERNS, straight_on_one_leg
from befit_cli.evidence.dose import work_unit
from befit_cli.evidence.jumps import HOPS
from befit_cli.evidence.load import (
    FEW_REPS,
    LIGHT_SETS,
    session_load,
    with_weight,
)
from befit_cli.evidence.session import (
    EXERCISES,
    HEAVY_SETUP_S,
    MAIN_ROLES,
    SETUP_S,
    WORTH_MINUTES,
    may_share_family,
    most_sets,
    order,
    seconds_of_sets,
    session_minutes,
)
from befit_cli.evidence.sets import HARD, Counts, total_counts
from befit_cli.evidence.warm_up import warm_up_minutes
from befit_cli.values import Adapted, Kit, Load, Need, Pattern, Pick, Range, Role, Slot, Value


class Line(Value, frozen=True, kw_only=True, eq=False):
    """One exercise being dosed."""

    pick: Pick
    sets: int
    """The sets that it has now."""
    sets_range: Range
    """The fewest and the most sets that its dose allows."""
    rest_s: int
    """Seconds of rest between sets that it has now."""
    rest_range: Range
    """The shortest and the usual rest."""
    rest_most: int
    """The longest rest that its phase knows, for where minutes are left over."""
    work: Range
    """Repetitions, or seconds of a hold, from the stretch's first to its last week."""
    step: int
    """By how much the work grows in a step."""
    grown: tuple[int, ...]
    """How many steps it has grown in each week of the stretch."""
    at: int
    """This week's repetitions or seconds."""
    top: int
    """The most repetitions or seconds that the form grows to."""
    rir: int | None
    """Repetitions in reserve; None where nobody counts them."""
    seconds_per_rep: float | None
    """None for a hold."""
    light: bool
    """Whether it is a light version of its form."""
    can_be_light: bool
    """Whether it can be done light: a form of medium or high class that does not land."""
    counts: Counts
    """What a set of it counts for: each leg muscle (R04), calf sets (R08), hard leg sets (R33)."""
    serves: tuple[Need, ...]
    """What it serves of the week's needs (R03)."""
    rehearsed: bool
    """Whether few repetitions of it ask for a lighter set of its own (R46)."""
    kg: float | None = None
    """What one implement is to weigh; None where nobody knows."""
    adapted: Adapted | None = None
    """What the log changed about it; None where nothing."""

    @property
    def holds(self) -> bool:
        """Whether its work is seconds of a hold, and no repetitions."""
        return self.seconds_per_rep is None

    @property
    def seconds(self) -> float:
        """Seconds that it takes (R46), without lighter sets of its own."""
        form = self.pick.form
        # A hold has no pace: its work is seconds already.
        pace = 1.0 if self.seconds_per_rep is None else self.seconds_per_rep
        return seconds_of_sets(
            self.sets,
            self.at * pace,
            self.rest_s,
            setup_s=SETUP_S,
            per_side=form.per_side,
            alternates=form.alternates,
        )

    @property
    def set_s(self) -> float:
        """Seconds that a set more takes, with the rest before it."""
        return (self.seconds - SETUP_S + self.rest_s) / self.sets

    @property
    def unit(self) -> int:
        """By how much its work grows at least (R32): a repetition, or seconds of a hold."""
        return work_unit(holds=self.holds)

    def amount(self, week: int) -> int:
        """Repetitions or seconds in that week of the stretch, from 0, were it not light."""
        return min(self.work.high, self.work.low + self.step * self.grown[week])

    def needs_lighter_sets(self, reps: int) -> bool:
        """Whether it asks for lighter sets of its own at so many repetitions, where it is not the
        session's first (R46).
        """
        return self.rehearsed and reps <= FEW_REPS and not self.holds

    @property
    def main(self) -> bool:
        """Main and power work, which the phase doses."""
        return self.pick.exercise.role in MAIN_ROLES

    @property
    def main_lift(self) -> bool:
        """Whether it is main work that squats, lunges or hinges (R35)."""
        return self.pick.exercise.role is Role.MAIN and self.pick.form.pattern in LIFT_PATTERNS

    @property
    def calf(self) -> bool:
        """Whether it is calf work."""
        return self.pick.form.pattern is Pattern.CALF

    @property
    def reps(self) -> int | None:
        """Repetitions of a set, None for a hold."""
        return None if self.holds else self.at

    @property
    def hold_s(self) -> int | None:
        """Seconds of a hold, None for repetitions."""
        return self.at if self.holds else None


Lines = tuple[Line, ...]
"""The lines of a session."""


class _Measures(NamedTuple):
    """What its lines make of a session."""

    load: Load
    """The load (R10)."""
    jumps: bool
    """Whether something lands."""
    seconds: float
    """Seconds that they take, without lighter sets of their own."""
    lighter_s: int
    """Seconds of those lighter sets."""
    lighter_low_s: int
    """The same with as few repetitions as each line has in its stretch."""


@lru_cache(maxsize=64)
def _measures(lines: Lines) -> _Measures:
    # A session is asked again and again what it has while more is tried in it. No line equals
    # another one, so it is these very lines that are known.
    work = []
    seconds = []
    contacts = 0
    rehearsed = []
    for line in lines:
        form = line.pick.form
        work.append((form.load, line.light, line.sets))
        seconds.append(line.seconds)
        contacts += form.contacts
        if line.rehearsed:
            rehearsed.append(line)
    heavy = [line for line in rehearsed if line.needs_lighter_sets(line.at)]
    heavy_low = [line for line in rehearsed if line.needs_lighter_sets(line.work.low)]
    return _Measures(
        session_load(work),
        contacts > 0,
        sum(seconds),
        _lighter_s(lines, heavy) if heavy else 0,
        _lighter_s(lines, heavy_low) if heavy_low else 0,
    )


def _lighter_s(lines: Lines, heavy: list[Line]) -> int:
    """Seconds of these lines' lighter sets; those of the first exercise are in the warm-up."""
    number = len(heavy) - (min(lines, key=_place) in heavy)
    return number * (HEAVY_SETUP_S - SETUP_S)


class Draft(Struct, kw_only=True, eq=False):
    """One session being dosed."""

    slot: Slot
    """Its day, and the load that the day may have."""
    limit: int
    """The minutes that it may take."""
    lines: Lines = ()
    """The lines that are in it, in the order in which they came in."""
    ramp_most: Load | None = None
    """The most load that it may have in its first weeks, where those ramp up: then all that can be
    light is light in them (R19).
    """
    kit: tuple[Kit, ...] | None = None
    """The kit that is there on its day; None where nothing is asked for that is not."""
    most_hops: int = HOPS.high
    """The most low hops that its warm-up may end with (R24)."""
    lighter: bool = False
    """Whether the runs of its week allow it less than it usually has."""
    first_back: bool = False
    """Whether it is of the first week after days without training, and light for that."""

    @property
    def load(self) -> Load:
        """The load that its lines make (R10)."""
        return _measures(self.lines).load

    @property
    def ramp_load(self) -> Load:
        """The load that its lines make in the ramp."""
        return ramp_load(self.lines)

    @property
    def jumps(self) -> bool:
        """Whether something in it lands."""
        return _measures(self.lines).jumps

    @property
    def warm_up(self) -> int:
        """Minutes of warm-up (R47)."""
        measures = _measures(self.lines)
        return warm_up_minutes(self.limit, measures.load, jumps=measures.jumps)

    @property
    def minutes(self) -> int:
        """Minutes by the time estimate (R46)."""
        return self._minutes(_measures(self.lines).lighter_s)

    @property
    def spare_s(self) -> float:
        """Seconds that are left at most: lighter sets may take of them."""
        return 60 * (self.limit - self.warm_up) - _measures(self.lines).seconds

    @property
    def full(self) -> bool:
        """Whether it has room for no line more, whatever that would be."""
        return len(self.lines) >= EXERCISES.high or self.spare_s < SETUP_S

    @property
    def worth_it(self) -> bool:
        """Whether it has so much work that it is worth its warm-up."""
        return self.minutes - self.warm_up >= WORTH_MINUTES

    @property
    def sets(self) -> int:
        """All sets of the session."""
        return sum([line.sets for line in self.lines])

    @property
    def fits(self) -> bool:
        """Whether it keeps its minutes (R45), its load, its exercises and its sets (R05)."""
        if len(self.lines) > EXERCISES.high or self.sets > most_sets(self.limit):
            return False
        if self.load.rank > self.slot.load.rank or not self.keeps_minutes:
            return False
        return self.ramp_most is None or self.ramp_load.rank <= self.ramp_most.rank

    def holds(self, line: Line) -> bool:
        """Whether it would fit with the line as well."""
        # Most come to a session that is full, and there it is enough to know that.
        if line.seconds > self.spare_s:
            return False
        return replace(self, lines=(*self.lines, line)).fits

    @property
    def keeps_minutes(self) -> bool:
        """Whether it keeps its minutes in every week of its stretch (R45)."""
        # With fewer repetitions, as in its first weeks, a lift may ask for lighter sets.
        if self._minutes(_measures(self.lines).lighter_low_s) <= self.limit:
            return True
        if self.minutes > self.limit:
            return False
        # In those weeks all the rest has not grown yet either. What a taper takes over may be of a
        # shorter stretch.
        weeks = range(min([len(line.grown) for line in self.lines]))
        return all(self._in_week(week).minutes <= self.limit for week in weeks)

    def _in_week(self, week: int) -> Draft:
        """The session as it is in that week of its stretch, from 0."""
        lines = [replace(line, at=min(line.at, line.amount(week))) for line in self.lines]
        return replace(self, lines=tuple(lines))

    def clashes(self, line: Line) -> bool:
        """Whether the session has the line's exercise already, or its like (R07)."""
        return any(clash(line.pick, other.pick) for other in self.lines)

    def in_order(self) -> list[Line]:
        """Its lines in the order in which they are done (R06), of two alike the main one first."""
        return sorted(self.lines, key=_place)

    def add(self, line: Line) -> None:
        """Put a line behind all others."""
        self.lines = (*self.lines, line)

    def remove(self, line: Line) -> None:
        """Take a line out."""
        self.lines = tuple([other for other in self.lines if other is not line])

    def exchange(self, line: Line, changed: Line) -> None:
        """Put another line in the place of `line`."""
        self.lines = tuple([changed if other is line else other for other in self.lines])

    def _minutes(self, lighter_s: int) -> int:
        """Minutes where lifts have so many seconds of lighter sets of their own."""
        return session_minutes(self.warm_up, [_measures(self.lines).seconds, lighter_s])


def ramp_load(lines: Iterable[Line]) -> Load:
    """The load of a session of these lines in the ramp, where all that can be light is (R19)."""
    # Of what is not light the sets are no matter.
    return session_load(
        [(line.pick.form.load, line.can_be_light, min(line.sets, LIGHT_SETS)) for line in lines]
    )


def _place(line: Line) -> tuple[int, bool]:
    role = line.pick.exercise.role
    return order(role, line.pick.form.pattern), role is not Role.MAIN


Drafts = list[Draft]
"""The sessions of a week, in the order of its days."""

Kept = list[Lines]
"""The lines that each session of a week had at some time."""


def keep(week: Drafts) -> Kept:
    """What `put_back` needs to undo whatever is now tried with the week."""
    return [draft.lines for draft in week]


def put_back(week: Drafts, kept: Kept) -> None:
    """Give every session the lines that it had when they were kept."""
    for draft, lines in zip(week, kept, strict=True):
        draft.lines = lines


def clash(pick: Pick, other: Pick) -> bool:
    """Whether two picks cannot stand in one session: one exercise, or one family (R07)."""
    if pick.exercise is other.exercise:
        return True
    if pick.form.family != other.form.family:
        return False
    return not may_share_family(pick.exercise.role, other.exercise.role)


def week_lines(week: Drafts) -> list[Line]:
    """All lines of the week, session by session."""
    return [line for draft in week for line in draft.lines]


def week_sets(week: Drafts) -> int:
    """All sets of the week."""
    return sum([line.sets for draft in week for line in draft.lines])


def week_counts(week: Drafts) -> dict[str, float]:
    """What the week's sets count for."""
    return total_counts([(line.counts, line.sets) for draft in week for line in draft.lines])


def hard_sets(week: Drafts) -> int:
    """The week's hard leg sets (R33)."""
    return int(week_counts(week).get(HARD, 0))


def needed_lines(week: Drafts) -> list[Line]:
    """The lines without which the week would lack something that it must have: coverage (R03), or
    first-line work for a niggle (R59).
    """
    lines = [(line, _serves(line)) for line in week_lines(week)]
    served: set[str] = set()
    served_again: set[str] = set()
    for _line, names in lines:
        served_again.update(served.intersection(names))
        served.update(names)
    served_once = served - served_again
    return [line for line, names in lines if not served_once.isdisjoint(names)]


def needed_calves(week: Drafts) -> list[Line]:
    """The calf lines without which the week would lack what R08 asks for: work in two sessions,
    once with a straight knee on one leg, and once with weight.
    """
    calves = [line for line in week_lines(week) if line.calf]
    if len(calves) <= CALF_SESSIONS_MIN:
        return calves
    straight = [line for line in calves if straight_on_one_leg(line.pick.form)]
    weighted = [line for line in calves if with_weight(line.pick.kit)]
    return [line for kind in (straight, weighted) if len(kind) == 1 for line in kind]


def needed_for(line: Line) -> Hashable:
    """All for which a week may need a line, the same for two that can stand for each other."""
    calf = line.calf and (straight_on_one_leg(line.pick.form), with_weight(line.pick.kit))
    return _serves(line), calf


def _serves(line: Line) -> tuple[str, ...]:
    if not line.pick.first_line:
        return line.serves
    # A niggle may be called as a need is: the hamstring is both.
    return (*line.serves, *[f"sore {niggle}" for niggle in line.pick.first_line])
