"""Files that befit 0.1 wrote are read by every later one, and go into every format."""

from pathlib import Path

import pytest
from strategies import CATALOGUE

from befit_cli import views
from befit_cli.rules.check import check_plan
from befit_cli.runner.profile import load_profile
from befit_cli.runner.words import read_athlete
from befit_cli.saved.plan_file import read_plan
from befit_cli.values import Athlete, NoteKey, Plan, ReasonKey

OLD = Path(__file__).parents[1] / "data" / "0.1"
PLANS = sorted(path.name for path in OLD.glob("*.md")) + sorted(
    path.name for path in OLD.glob("*.json")
)


def plan_of(name: str) -> Plan:
    return read_plan((OLD / name).read_bytes(), name, CATALOGUE)


@pytest.mark.parametrize("name", PLANS)
def test_it_is_read_and_keeps_every_must(name: str) -> None:
    plan = plan_of(name)
    assert plan.befit == "0.1.0"
    assert [finding for finding in check_plan(plan, CATALOGUE) if finding.must] == []


@pytest.mark.parametrize("name", PLANS)
def test_its_words_become_facts(name: str) -> None:
    plan = plan_of(name)
    assert [line.rule for line in plan.safety] == ["R61", "R62", "R63", "R64", "R65"]
    for week in plan.weeks:
        assert NoteKey.OWN not in [note.key for note in week.notes]
        for session in week.sessions:
            assert ReasonKey.OWN not in [reason.key for reason in session.reasons]
            assert all("text" not in step.facts for step in session.warm_up.steps)
            assert all(exercise.next and exercise.next.step for exercise in session.exercises)


@pytest.mark.parametrize("stem", sorted({Path(name).stem for name in PLANS}))
def test_markdown_and_json_of_one_plan_say_the_same(stem: str) -> None:
    from_text, from_data = plan_of(f"{stem}.md"), plan_of(f"{stem}.json")
    assert from_text == from_data
    for format in ("md", "html", "csv", "json"):
        assert views.render(from_text, format, catalogue=CATALOGUE) == views.render(
            from_data, format, catalogue=CATALOGUE
        )


@pytest.mark.parametrize("name", [name for name in PLANS if name.endswith(".md")])
def test_its_markdown_is_written_again_but_for_the_schema(name: str) -> None:
    written = (OLD / name).read_text(encoding="utf-8")
    assert views.render(plan_of(name), "md", catalogue=CATALOGUE) == written.replace(
        "schema: 1", "schema: 2", 1
    )


def test_its_profile_is_read() -> None:
    words, catalogue = load_profile(OLD / "profile.yaml", None)
    assert read_athlete(words, catalogue) == Athlete()
