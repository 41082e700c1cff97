"""Whatever a plan of befit's does not keep of a should stands in a note: of one week, and of the
weeks of a block together. Short blocks are drawn most, for in them a build week is near the race.
"""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from msgspec.structs import replace
from strategies import CATALOGUE, MONDAY, athletes, drawn

from befit_cli.evidence.coverage import COVERAGE
from befit_cli.planning.planner import make_plan
from befit_cli.planning.season import plan_season
from befit_cli.rules.check import check_plan, check_week
from befit_cli.values import Athlete, Day, Kit, NoteKey, Plan, Race, Week

WITHOUT_PULLS = Athlete(
    race=Race.HALF,
    minutes=40,
    kit=(),
    hard_runs=(Day.SAT, Day.SUN),
    long_run=Day.WED,
    without=("pull-ups", "superman-holds"),
)
"""Nothing is left that pulls."""


def block_of(athlete: Athlete, weeks: int) -> Plan:
    return make_plan(athlete, CATALOGUE, plan_season(athlete, MONDAY, weeks)[:])


def unsaid(athlete: Athlete, week: Week) -> list[str]:
    """The places of the week where a should is not kept and its note does not say so."""
    told: set[tuple[str, str]] = set()
    for note in week.notes:
        if note.key is NoteKey.UNMET:
            told.update(
                (note.rule, f"{breach['where']} {breach['found']}")
                for breach in note.facts["breaches"]
            )
        elif note.key is NoteKey.FEW_SETS:
            told.update((note.rule, words) for words in note.facts["few"])
    return [
        f"{finding.rule} {finding.where}: {finding.found}"
        for finding in check_week(athlete, week, CATALOGUE)
        if not finding.must and (finding.rule, f"{finding.where} {finding.found}") not in told
    ]


@drawn
@given(athlete=athletes(), weeks=st.integers(1, 4) | st.integers(1, 30))
@example(athlete=WITHOUT_PULLS, weeks=2)
def test_every_place_where_a_week_keeps_no_should_is_told(athlete: Athlete, weeks: int) -> None:
    undated = replace(athlete, race_date=None)
    plan = block_of(undated, weeks)
    assert {week.number: places for week in plan.weeks if (places := unsaid(undated, week))} == {}


@drawn
@given(athlete=athletes(), ahead=st.integers(0, 40))
def test_so_it_is_whatever_the_day_of_the_race(athlete: Athlete, ahead: int) -> None:
    assume(athlete.race is not Race.NONE)
    dated = replace(athlete, race_date=MONDAY + timedelta(days=ahead))
    plan = make_plan(dated, CATALOGUE, plan_season(dated, MONDAY)[:])
    assert {week.number: places for week in plan.weeks if (places := unsaid(dated, week))} == {}


@drawn
@given(athlete=athletes(), weeks=st.integers(1, 4) | st.integers(1, 30))
def test_what_the_weeks_together_do_not_keep_is_a_note_of_one_of_them(
    athlete: Athlete, weeks: int
) -> None:
    plan = block_of(replace(athlete, race_date=None), weeks)
    told = {note.rule for week in plan.weeks for note in week.notes}
    unmet = {finding.rule for finding in check_plan(plan, CATALOGUE) if not finding.must}
    assert unmet <= told


@drawn
@given(athlete=athletes(), weeks=st.integers(1, 4) | st.integers(1, 30))
@example(athlete=WITHOUT_PULLS, weeks=2)
def test_every_build_week_says_what_it_does_not_train(athlete: Athlete, weeks: int) -> None:
    plan = block_of(replace(athlete, race_date=None), weeks)
    silent = []
    for week in plan.weeks:
        trained = {
            need
            for session in week.sessions
            for exercise in session.exercises
            for need in exercise.serves
        }
        untrained = [need for need in COVERAGE if need not in trained]
        if week.build and untrained and "R03" not in {note.rule for note in week.notes}:
            silent.append((week.number, untrained))
    assert silent == []


@pytest.mark.parametrize("weeks", [2, 3])
def test_the_only_build_week_says_what_it_does_not_train(weeks: int) -> None:
    first = block_of(WITHOUT_PULLS, weeks).weeks[0]
    [note] = [note for note in first.notes if note.rule == "R03"]
    assert [str(breach["found"]) for breach in note.facts["breaches"]] == ["no pulling exercise"]


@pytest.mark.parametrize(
    ("weeks", "must"),
    [pytest.param(2, False, id="near the race"), pytest.param(3, True, id="a week before")],
)
def test_what_the_race_may_have_taken_away_is_no_broken_must(weeks: int, must: bool) -> None:
    athlete = replace(WITHOUT_PULLS, without=(), kit=tuple(Kit))
    first = block_of(athlete, weeks).weeks[0]
    bare = replace(first, sessions=())
    missing = [
        finding.must for finding in check_week(athlete, bare, CATALOGUE) if finding.rule == "R03"
    ]
    assert set(missing) == {must}
