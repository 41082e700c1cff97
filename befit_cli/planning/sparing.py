"""A week that is otherwise -> the same without what is too much for one week: what is heavier than
its block has had, what the first week back is not ready for, what comes too soon before a race, and
what its minutes have no room for.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from msgspec.structs import replace

from befit_cli.evidence.block import LAST_SESSION_EXERCISES, makes_sore
from befit_cli.evidence.coverage import LIFT_PATTERNS
from befit_cli.evidence.load import LIGHT_SETS
from befit_cli.evidence.session import EXERCISES
from befit_cli.evidence.week import TUNE_UP_EXERCISES, before_tune_up, wants_fresh_legs
from befit_cli.planning.draft import Draft, Drafts, Line, needed_lines
from befit_cli.planning.easier_lines import light_line, spared_line
from befit_cli.planning.stretch_dose import is_changed_by_niggle
from befit_cli.values import Load, Race, SeasonWeek


def bring_nothing_heavier(
    week: Drafts, fullest: Drafts, known: list[Line], when: SeasonWeek
) -> None:
    """For one week nothing becomes heavier, and no jump comes that the block has not had (R25): a
    lift that is new is light, nothing has more sets than it had, and a taper has nothing new (R35).
    What helps a sore spot has the dose that it asks for. What its stretch has, whose fullest week
    that is, had in its own session what that has, and in another the most; `known` is older.
    """
    had = {line.pick.form.name: line for line in reversed(known)}
    own: dict[tuple[int, str], Line] = {}
    for full in fullest:
        own |= {(full.slot.number, line.pick.form.name): line for line in full.lines}
    had |= {form: line for (_, form), line in sorted(own.items(), key=lambda each: each[1].sets)}
    for draft in week:
        most = draft.load
        for line in draft.lines:
            form = line.pick.form.name
            then = own.get((draft.slot.number, form), had.get(form))
            if line.pick.first_line:
                continue
            if then is not None:
                fewest = line.sets_range.low
                sets = min(line.sets, max(fewest, then.sets))
                draft.exchange(line, replace(line, sets=sets))
            elif when.taper or line.pick.form.contacts:
                draft.remove(line)
            else:
                new = light_line(line) or line
                sets = min(new.sets, max(new.sets_range.low, LIGHT_SETS))
                draft.exchange(line, replace(new, sets=sets))
        _keep_load(week, draft, most)
        if when.taper and len(draft.lines) < EXERCISES.low:
            # Hardly anything is left of it, and rest is worth more.
            draft.lines = ()


def make_gentle(week: Drafts, back: Collection[int] | None = None) -> None:
    """The first week back: lifts are light, and nothing jumps; where `back` has the numbers of some
    sessions, only in those.
    """
    for draft in week:
        if back is not None and draft.slot.number not in back:
            continue
        most = draft.load
        for line in draft.lines:
            if line.pick.form.contacts:
                draft.remove(line)
            elif not line.pick.first_line:
                draft.exchange(line, light_line(line) or line)
        _keep_load(week, draft, most)
        draft.first_back = True
        draft.most_hops = 0


def spare_legs(week: Drafts, race: Race, when: SeasonWeek) -> None:
    """Beside a long run (R15b), and in the days before a race that is not the block's own (R12c),
    lifts and calves leave the legs fresh; no other week learns of that.
    """
    runs, before, after = when.runs, when.before, when.after
    for draft in week:
        day = draft.slot.day
        beside_long_run = wants_fresh_legs(race, runs, day, before, after)
        racing = before_tune_up(day, runs, before, after)
        if not (beside_long_run or racing):
            continue
        was = draft.lines
        draft.lines = tuple([spared_line(line) for line in was])
        if racing:
            _leave_out(week, draft)
            draft.lines = tuple([_in_fewest_sets(line) for line in draft.lines])
        draft.lighter = draft.lighter or racing or draft.lines != was


def _leave_out(week: Drafts, draft: Draft) -> None:
    """Leave of a session soon before a tune-up race nothing that makes legs sore, where it keeps
    enough for a session (R38), and of what is beside lifts and calves no more than the last session
    before the block's own race has room for; the week keeps what it must, and what helps a sore
    spot.
    """
    last_first = draft.in_order()[::-1]
    for line in sorted(last_first, key=_makes_sore, reverse=True):
        if _makes_sore(line):
            least = TUNE_UP_EXERCISES
        elif _is_lift_or_calves(line):
            continue
        else:
            least = LAST_SESSION_EXERCISES.high
        stays = line.pick.first_line or len(draft.lines) <= least
        if not stays and line not in needed_lines(week):
            draft.remove(line)


def _in_fewest_sets(line: Line) -> Line:
    """The line in one set, or as few as a sore spot allows (R59); what helps that keeps its own."""
    fewest = line.sets_range.low if is_changed_by_niggle(line.pick) else 1
    if line.pick.first_line or line.sets <= fewest:
        return line
    return replace(line, sets=fewest)


def _makes_sore(line: Line) -> bool:
    form = line.pick.form
    return makes_sore(form.pattern, form.load, line.seconds_per_rep)


def _is_lift_or_calves(line: Line) -> bool:
    return line.calf or line.pick.form.pattern in LIFT_PATTERNS


def _keep_load(week: Drafts, draft: Draft, most: Load) -> None:
    """Take light lifts out of a session of the week until they are no more than count as light."""
    while draft.load > most:
        draft.remove(_spare(week, [line for line in draft.lines if line.light]))
    # Where the first exercise went, the next one has lighter sets of its own.
    keep_minutes(week, draft)


def keep_minutes(week: Drafts, draft: Draft) -> None:
    """Take what is no main work out of a session of the week until it fits."""
    while draft.minutes > draft.limit:
        others = [line for line in draft.lines if not line.main]
        draft.remove(_spare(week, others or draft.lines))


def _spare(week: Drafts, lines: Sequence[Line]) -> Line:
    """The last of the lines; what the week must have (R03, R59) only where all others are that, and
    calf work, which two sessions need (R08), only where all are.
    """
    needed = needed_lines(week)
    return min(reversed(lines), key=lambda line: (line.calf, line in needed))
