"""A plan in Spanish is the English one in other words, and is read back in either language."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from hypothesis import given, reject
from hypothesis import strategies as st
from strategies import CATALOGUE, IN_SPANISH, MONDAY, athletes, drawn, times

from befit_cli import views
from befit_cli.errors import BefitError
from befit_cli.evidence.safety import SAFETY
from befit_cli.language import Language
from befit_cli.planning.planner import BrokenRule, plan_week
from befit_cli.planning.season import plan_season
from befit_cli.rules.check import check_plan
from befit_cli.saved.cells import find_form
from befit_cli.saved.plan_file import read_plan
from befit_cli.values import Catalogue, Plan, SafetyLine


class Both(NamedTuple):
    """A week for one athlete, planned with the catalogue in each language."""

    english: Plan
    spanish: Plan


@st.composite
def both(draw: st.DrawFn) -> Both:
    athlete = draw(athletes())
    season = plan_season(athlete, MONDAY, None if athlete.race_date else draw(st.integers(1, 20)))
    when = season[draw(st.integers(0, len(season) - 1))]
    plans = []
    try:
        for language, catalogue in ((Language.EN, CATALOGUE), (Language.ES, IN_SPANISH)):
            plan = Plan(
                befit="0.1.0",
                athlete=athlete,
                weeks=(plan_week(athlete, catalogue, when),),
                safety=tuple([SafetyLine(rule=rule) for rule in SAFETY]),
                language=language,
            )
            plans.append(plan)
    except (BefitError, BrokenRule):
        reject()  # who is turned away, and that nobody else is, is the planner's to test
    return Both(*plans)


def bare(plan: Plan) -> list[object]:
    """What is to be done when, without words; each form by its English name."""
    facts: list[object] = []
    for week in plan.weeks:
        facts += [(week.number, week.phase, [note.key for note in week.notes])]
        for session in week.sessions:
            facts.append((session.day, session.load, session.minutes, session.slot))
            for each in session.exercises:
                form = CATALOGUE.form_name(each.id, each.form)
                facts.append((each.id, form, each.asked, each.rest_s, each.light, each.kit))
    return facts


def read(plan: Plan, format: str, catalogue: Catalogue, written_with: Catalogue) -> Plan:
    content = views.render(plan, format, catalogue=written_with)
    return read_plan(content.encode(), f"plan.{format}", catalogue)


@given(plans=both())
@drawn
def test_the_language_changes_nothing_of_a_plan_but_words(plans: Both) -> None:
    assert bare(plans.spanish) == bare(plans.english)
    found = check_plan(plans.spanish, IN_SPANISH)
    in_english = check_plan(plans.english, CATALOGUE)
    assert [finding.rule for finding in found] == [finding.rule for finding in in_english]


@given(plans=both(), format=st.sampled_from(["md", "json"]))
@drawn
def test_a_plan_in_spanish_comes_back(plans: Both, format: str) -> None:
    back = read(plans.spanish, format, IN_SPANISH, IN_SPANISH)
    assert bare(back) == bare(plans.spanish)
    assert check_plan(back, IN_SPANISH) == check_plan(plans.spanish, IN_SPANISH)


@given(plans=both(), format=st.sampled_from(["md", "json"]))
@times(0.6)
def test_a_plan_in_one_language_is_read_in_the_other(plans: Both, format: str) -> None:
    in_english = read(plans.spanish, format, CATALOGUE, IN_SPANISH)
    in_spanish = read(plans.english, format, IN_SPANISH, CATALOGUE)
    assert bare(in_english) == bare(in_spanish) == bare(plans.english)


@pytest.mark.parametrize("id_", CATALOGUE.by_id)
@pytest.mark.parametrize("catalogue", [CATALOGUE, IN_SPANISH], ids=["English", "Spanish"])
def test_a_form_is_found_by_what_a_plan_in_either_language_calls_it(
    catalogue: Catalogue, id_: str
) -> None:
    ladder = catalogue.by_id[id_].ladder
    for exercise in (CATALOGUE.by_id[id_], IN_SPANISH.by_id[id_]):
        for form, called in zip(ladder, exercise.ladder, strict=True):
            for name in (called.name, f"{called.name} {exercise.name}"):
                assert find_form(catalogue, id_, name) == (catalogue.by_id[id_], form)
