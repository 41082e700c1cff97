"""How fast the weeks of a block may grow, and what a short block can do."""

from __future__ import annotations

from itertools import pairwise

from befit_cli.evidence.block import (
    LITTLE_TO_EXPECT,
    STUDIED_WEEKS,
)
from befit_cli.evidence.sets import HARD, counts, total_counts
from befit_cli.evidence.week import (
    HARD_SETS_GROWTH,
    HARD_SETS_MORE,
    HARD_SETS_MORE_AFTER_RAMP,
    most_hard_sets,
)
from befit_cli.rules.case import (
    WHOLE,
    exercises,
    in_full,
    in_ramp,
    in_week,
    said,
)
from befit_cli.rules.rule import CONSENSUS, Breach, Breaches, Kind, Rule
from befit_cli.values import (
    Athlete,
    Catalogue,
    NoteKey,
    Plan,
    Week,
    phrase,
)


@Rule(
    "R33",
    Kind.SHOULD,
    text=phrase(
        "hard leg sets grow by at most {percent:.0f} % or {sets} sets a week, out of the ramp by "
        "{more}",
        percent=100 * HARD_SETS_GROWTH,
        sets=HARD_SETS_MORE,
        more=HARD_SETS_MORE_AFTER_RAMP,
    ),
    basis=CONSENSUS,
    advice=phrase(
        "The hard leg work grows faster than usual from one week to the next: leave out a set "
        "where you feel it."
    ),
).of_block
def growth(plan: Plan, _: Catalogue) -> Breaches:
    build = [week for week in plan.weeks if week.build]
    last: list[Week] = []
    for stretch in plan.stretches:
        # Easier weeks are left out, or the first week after each would always grow too fast; and a
        # stretch all of whose weeks stand apart leaves nothing that the next one could be asked by.
        full = in_full(plan.athlete, [week for week in stretch if week.build])
        for before, after in pairwise([*last, *full]):
            # Those between them stand apart, and the plan grew in them even so.
            grown = [week for week in build if before.number < week.number <= after.number]
            yield from _grows_fast(plan.athlete, before, grown)
        last = full[-1:]


def _grows_fast(athlete: Athlete, before: Week, grown: list[Week]) -> Breaches:
    """Where the last of these build weeks has more than they may grow to, one after the other, from
    the one before them.
    """
    after = grown[-1]
    then, now = _hard_leg_sets(before), _hard_leg_sets(after)
    most = then
    for one, next_one in pairwise([before, *grown]):
        left_ramp = in_ramp(athlete, one) and not in_ramp(athlete, next_one)
        most = most_hard_sets(most, after_ramp=left_ramp)
    if now > most:
        yield Breach(
            in_week(after.number),
            phrase(
                "{sets} hard leg sets after {before} in week {week}",
                sets=now,
                before=then,
                week=before.number,
            ),
            phrase("at most {most}", most=most),
        )


def _hard_leg_sets(week: Week) -> int:
    total = total_counts([(counts(exercise), exercise.sets) for _, exercise in exercises(week)])
    return int(total.get(HARD, 0))


@Rule(
    "R40",
    Kind.NOTE,
    text=phrase(
        "under {least} build weeks little can be expected; the effect was clearer from {studied} "
        "on",
        least=LITTLE_TO_EXPECT,
        studied=STUDIED_WEEKS,
    ),
    basis=phrase(
        "Eihara 2022 (Sports Med Open 8:138): 6-8 weeks g -0.21, not significant; 10-14 weeks -0.45"
    ),
    advice=phrase(
        "There are few weeks before the race: expect to feel steadier rather than faster, and say "
        "so in the plan."
    ),
).of_block
def little_to_expect(plan: Plan, _: Catalogue) -> Breaches:
    # Of some weeks of a longer block nobody knows how many build.
    if len(plan.weeks) < plan.weeks[0].training_weeks:
        return
    if not any(week.sessions for week in plan.weeks):
        # R39 has said all that there is to say.
        return
    build = sum(week.build for week in plan.weeks)
    if build < LITTLE_TO_EXPECT and NoteKey.FEW_WEEKS not in said(plan.weeks):
        yield Breach(
            WHOLE,
            phrase("{weeks} build weeks and no note", weeks=build),
            phrase("a note under {least} of them", least=LITTLE_TO_EXPECT),
        )
