"""Files that befit 0.1 wrote are read by every later one, and go into every format."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from strategies import CATALOGUE, IN_SPANISH

from befit_cli import views
from befit_cli.evidence.safety import SAFETY
from befit_cli.rules.check import check_plan
from befit_cli.runner.profile import load_profile
from befit_cli.runner.words import read_athlete
from befit_cli.saved.cells import find_form
from befit_cli.saved.former_forms import FORMER_FORMS
from befit_cli.saved.plan_file import read_plan
from befit_cli.values import Athlete, NoteKey, Plan, ReasonKey

OLD = Path(__file__).parents[1] / "data" / "0.1"
PLANS = sorted(path.name for path in OLD.glob("*.md")) + sorted(
    path.name for path in OLD.glob("*.json")
)


@cache
def plan_of(name: str) -> Plan:
    return read_plan((OLD / name).read_bytes(), name, CATALOGUE)


@pytest.mark.parametrize("name", PLANS)
def test_it_is_read_as_the_older_plan_that_it_is(name: str) -> None:
    plan = plan_of(name)
    assert (plan.befit, plan.older) == ("0.1.0", True)


# In Markdown a form is what today's catalogue says, which asks more of some.
@pytest.mark.parametrize("name", [name for name in PLANS if name.endswith(".json")])
def test_it_keeps_every_must_of_its_time(name: str) -> None:
    plan = plan_of(name)
    findings = check_plan(plan, CATALOGUE)
    assert [finding for finding in findings if finding.must] == []


@pytest.mark.parametrize("name", PLANS)
def test_its_words_become_facts(name: str) -> None:
    plan = plan_of(name)
    assert [line.rule for line in plan.safety] == ["R61", "R62", "R63", "R64", "R65"]
    for week in plan.weeks:
        assert NoteKey.OWN not in [note.key for note in week.notes]
        for session in week.sessions:
            assert ReasonKey.OWN not in [reason.key for reason in session.reasons]
            assert all(exercise.next and exercise.next.step for exercise in session.exercises)


def what_to_do(plan: Plan) -> list[Any]:
    """What a plan says that the catalogue does not: of a form that it names otherwise by now, too."""
    asked: list[Any] = [plan.athlete, plan.safety]
    for week in plan.weeks:
        asked += [week.number, week.phase, week.runs, week.notes]
        for session in week.sessions:
            asked += [session.date, session.load, session.minutes, session.reasons, session.warm_up]
            for exercise in session.exercises:
                work = (exercise.sets, exercise.reps, exercise.hold_s, exercise.rest_s)
                asked += [work, exercise.rir, exercise.cue, exercise.niggle_note]
    return asked


@pytest.mark.parametrize("stem", sorted({Path(name).stem for name in PLANS}))
def test_markdown_and_json_of_one_plan_ask_for_the_same(stem: str) -> None:
    from_text, from_data = plan_of(f"{stem}.md"), plan_of(f"{stem}.json")
    assert what_to_do(from_text) == what_to_do(from_data)


@pytest.mark.parametrize("name", PLANS)
@pytest.mark.parametrize("format", ["md", "html", "csv", "json", "ics"])
def test_it_goes_into_every_format(name: str, format: str) -> None:
    assert views.render(plan_of(name), format, catalogue=CATALOGUE)


@pytest.mark.parametrize("former", FORMER_FORMS, ids=": ".join)
def test_it_is_found_in_another_language_too(former: tuple[str, str]) -> None:
    exercise, form = find_form(IN_SPANISH, *former)
    assert (exercise.id, form.other_names) == (FORMER_FORMS[former][0], (FORMER_FORMS[former][1],))


@pytest.mark.parametrize("former", FORMER_FORMS, ids=": ".join)
def test_a_form_that_was_called_otherwise_is_found(former: tuple[str, str]) -> None:
    exercise, form = find_form(CATALOGUE, *former)
    assert (exercise.id, form.name) == FORMER_FORMS[former]


def test_nor_does_it_need_its_id() -> None:
    exercise, form = find_form(CATALOGUE, None, "Seated calf raise, weight on knees")
    assert (exercise.id, form.name) == ("heel-raises", "Seated heel raise, weight on the knees")


@pytest.mark.parametrize("name", [name for name in PLANS if name.endswith(".md")])
def test_written_again_its_markdown_says_the_same(name: str) -> None:
    plan = plan_of(name)
    again = str(views.render(plan, "md", catalogue=CATALOGUE))
    assert read_plan(again.encode(), name, CATALOGUE) == replace(plan, older=False)


@pytest.mark.parametrize("name", PLANS)
def test_it_says_of_injuries_what_befit_says_now(name: str) -> None:
    assert SAFETY["R65"] in views.render(plan_of(name), "html", catalogue=CATALOGUE)


def test_its_profile_is_read() -> None:
    words, catalogue = load_profile(OLD / "profile.yaml", None)
    assert read_athlete(words, catalogue) == Athlete()
