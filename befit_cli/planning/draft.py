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
    """One exercise being dosed.

    `sets` and `rest_s` are what it has now, and the ranges what they may move in; `rest_most` is
    the longest rest its phase knows. `work` is its repetitions, or seconds for a hold, from the
    stretch's first to its last week; `at` is this week's, `step` its growth. `counts` is what a set
    of it counts for: each leg muscle (R04), and hard leg sets (R33).
    """

    pick: Pick
    sets: int
    sets_range: Range
    rest_s: int
    rest_range: Range
    rest_most: int
    work: Range
    step: int
    at: int
    rir: int | None
    counts: Counts

    @property
    def seconds(self) -> float:
        """Seconds that it takes (R46)."""
        form = self.pick.form
        set_s = self.at * (1.0 if form.seconds_per_rep is None else form.seconds_per_rep)
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
    """One session being dosed; `waiting` has the lines that are not in it, the most important
    first, and `limit` the minutes asked for.
    """

    slot: Slot
    limit: int
    waiting: list[Line]
    lines: list[Line] = []

    @property
    def load(self) -> Load:
        """The highest load of the forms in it."""
        return highest([line.pick.form.load for line in self.lines])

    @property
    def warm_up(self) -> int:
        """Minutes of warm-up (R47)."""
        return warm_up_minutes(
            self.limit, self.load, jumps=sum([line.pick.form.contacts for line in self.lines]) > 0
        )

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
        """Whether the session has the line's exercise already, or one of its family (R07)."""
        return any(self.clash(line, other) for other in self.lines)

    @staticmethod
    def clash(line: Line, other: Line) -> bool:
        """Whether two lines cannot stand in one session."""
        one, two = line.pick, other.pick
        return one.exercise is two.exercise or (
            one.form.family == two.form.family
            and not may_share_family(one.exercise.role, two.exercise.role)
        )

    def in_order(self) -> list[Line]:
        """Its lines in the order in which they are done (R06)."""
        return sorted(self.lines, key=lambda line: ORDER[line.pick.exercise.role])

    def change(self, line: Line, **fields: int) -> Line:
        """Put a changed line in the place of `line`, and return it."""
        changed = replace(line, **fields)
        self.lines[self.lines.index(line)] = changed
        return changed


Drafts = list[Draft]


def week_sets(week: Drafts) -> int:
    """All sets of the week."""
    return sum(draft.sets for draft in week)


def needed(week: Drafts, line: Line) -> bool:
    """Whether the week would lack something that it must have without this line: coverage (R03), or
    first-line work for a niggle (R59).
    """
    others = (_serves(other) for draft in week for other in draft.lines if other is not line)
    return not _serves(line) <= frozenset().union(*others)


def served(week: Drafts) -> frozenset[str]:
    """What of coverage (R03) and of niggles (R59) the week has something for."""
    return frozenset().union(*(_serves(line) for draft in week for line in draft.lines))


def needed_lines(week: Drafts) -> list[Line]:
    """The lines of the week that are `needed`."""
    lines = [line for draft in week for line in draft.lines]
    served = Counter(need for line in lines for need in _serves(line))
    return [line for line in lines if any(served[need] == 1 for need in _serves(line))]


def _serves(line: Line) -> frozenset[str]:
    return coverage(line.pick.form.pattern, per_side=line.pick.form.per_side).union(
        line.pick.first_line
    )


def week_counts(week: Drafts) -> dict[str, float]:
    """What the week's sets count for."""
    return total_counts([(line.counts, line.sets) for draft in week for line in draft.lines])


def hard_sets(week: Drafts) -> int:
    """The week's hard leg sets (R33)."""
    return int(week_counts(week).get(HARD, 0))
