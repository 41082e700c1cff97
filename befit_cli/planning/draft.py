"""A week while it is being dosed: lines of exercises in drafts of sessions, before they become a
plan.

A line is a value, a draft holds the lines of one session: changing a session means giving it other
lines.
"""

from __future__ import annotations

from collections import Counter

from msgspec import Struct
from msgspec.structs import replace

from befit_cli.evidence.coverage import coverage
from befit_cli.evidence.session import (
    EXERCISES,
    MAIN_ROLES,
    ORDER,
    SESSION_SETS_MAX,
    may_share_family,
    seconds_of_sets,
    session_minutes,
)
from befit_cli.evidence.sets import HARD, Counts, total_counts
from befit_cli.evidence.warm_up import warm_up_minutes
from befit_cli.evidence.week import highest
from befit_cli.values import Load, Pick, Range, Slot, Value


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
    """By how much the work grows from week to week."""
    at: int
    """This week's repetitions or seconds."""
    rir: int | None
    """Repetitions in reserve; None where nobody counts them."""
    counts: Counts
    """What a set of it counts for: each leg muscle (R04), and hard leg sets (R33)."""

    @property
    def seconds(self) -> float:
        """Seconds that it takes (R46)."""
        form = self.pick.form
        # A hold has no pace: its work is seconds already.
        pace = 1.0 if form.seconds_per_rep is None else form.seconds_per_rep
        set_s = self.at * pace
        return seconds_of_sets(self.sets, set_s, self.rest_s, per_side=form.per_side)

    @property
    def main(self) -> bool:
        """Main and power work, which the phase doses."""
        return self.pick.exercise.role in MAIN_ROLES

    @property
    def reps(self) -> int | None:
        """Repetitions of a set, None for a hold."""
        return None if self.pick.form.seconds_per_rep is None else self.at

    @property
    def hold_s(self) -> int | None:
        """Seconds of a hold, None for repetitions."""
        return self.at if self.pick.form.seconds_per_rep is None else None


class Draft(Struct, kw_only=True, eq=False):
    """One session being dosed."""

    slot: Slot
    """Its day, and the load that the day may have."""
    limit: int
    """The minutes asked for."""
    waiting: list[Line]
    """The lines that are not in it, the most important first."""
    lines: list[Line] = []
    """The lines that are in it, in the order in which they came in."""

    # Fitting asks for these four at every try, a hundred times a session: they build lists, which
    # `sum` and `max` walk faster than generators.

    @property
    def load(self) -> Load:
        """The highest load of the forms in it."""
        return highest([line.pick.form.load for line in self.lines])

    @property
    def warm_up(self) -> int:
        """Minutes of warm-up (R47)."""
        contacts = sum([line.pick.form.contacts for line in self.lines])
        return warm_up_minutes(self.limit, self.load, jumps=contacts > 0)

    @property
    def minutes(self) -> int:
        """Minutes by the time estimate (R46)."""
        return session_minutes(self.warm_up, [line.seconds for line in self.lines])

    @property
    def sets(self) -> int:
        """All sets of the session."""
        return sum([line.sets for line in self.lines])

    @property
    def fits(self) -> bool:
        """Whether it keeps its minutes (R45), its exercises and its sets (R05)."""
        return (
            len(self.lines) <= EXERCISES.high
            and self.sets <= SESSION_SETS_MAX
            and self.minutes <= self.limit
        )

    def clashes(self, line: Line) -> bool:
        """Whether the session has the line's exercise already, or its like (R07)."""
        return any(clash(line.pick, other.pick) for other in self.lines)

    def in_order(self) -> list[Line]:
        """Its lines in the order in which they are done (R06)."""
        return sorted(self.lines, key=lambda line: ORDER[line.pick.exercise.role])

    def change(self, line: Line, **fields: int) -> Line:
        """Put a changed line in the place of `line`, and return it."""
        changed = replace(line, **fields)
        self.lines[self.lines.index(line)] = changed
        return changed


Drafts = list[Draft]
"""The sessions of a week, in the order of its days."""

Kept = list[list[Line]]
"""The lines that each session of a week had at some time."""


def keep(week: Drafts) -> Kept:
    """What `put_back` needs to undo whatever is now tried with the week."""
    return [list(draft.lines) for draft in week]


def put_back(week: Drafts, kept: Kept) -> None:
    """Give every session the lines that it had when they were kept."""
    for draft, lines in zip(week, kept, strict=True):
        draft.lines = list(lines)


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
    return sum(draft.sets for draft in week)


def week_counts(week: Drafts) -> dict[str, float]:
    """What the week's sets count for."""
    return total_counts([(line.counts, line.sets) for draft in week for line in draft.lines])


def hard_sets(week: Drafts) -> int:
    """The week's hard leg sets (R33)."""
    return int(week_counts(week).get(HARD, 0))


def served(week: Drafts) -> frozenset[str]:
    """What of coverage (R03) and of niggles (R59) the week has something for."""
    return _serve_together(week_lines(week))


def needed(week: Drafts, line: Line) -> bool:
    """Whether the week would lack something that it must have without this line: coverage (R03), or
    first-line work for a niggle (R59).
    """
    others = [other for other in week_lines(week) if other is not line]
    return not _serves(line) <= _serve_together(others)


def needed_lines(week: Drafts) -> list[Line]:
    """The lines of the week that are `needed`."""
    lines = week_lines(week)
    times: Counter[str] = Counter()
    for line in lines:
        times.update(_serves(line))
    once = {name for name, number in times.items() if number == 1}
    return [line for line in lines if not once.isdisjoint(_serves(line))]


def _serve_together(lines: list[Line]) -> frozenset[str]:
    return frozenset().union(*[_serves(line) for line in lines])


def _serves(line: Line) -> frozenset[str]:
    form = line.pick.form
    covers = coverage(form.pattern, per_side=form.per_side)
    return covers.union(line.pick.first_line)
