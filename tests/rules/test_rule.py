"""A rule is registered with what finds it broken, in whatever order modules are read."""

from __future__ import annotations

import pytest
from coached_plan import CATALOGUE, block

from befit_cli.evidence.block import JUMP_DAYS, STRENGTH_DAYS, TAPER_WEEKS
from befit_cli.evidence.week import REST_AFTER_LONG_RUN
from befit_cli.rules import RULE_BY_ID, RULES, rule
from befit_cli.rules.case import WHOLE, Case, case_of
from befit_cli.rules.rule import CONSENSUS, Breach, Breaches, Kind, Rule
from befit_cli.values import Athlete, Catalogue, Plan, Race, phrase

PLAN = block()
BREACH = Breach(WHOLE, phrase("nothing"), phrase("something"))


def a_rule(id_: str, kind: Kind = Kind.MUST) -> Rule:
    return Rule(id_, kind, text=phrase("more"), basis=CONSENSUS, advice=phrase("Do more."))


def breaks_week(_: Case) -> Breaches:
    yield BREACH


def breaks_block(_: Plan, __: Catalogue) -> Breaches:
    yield BREACH


@pytest.fixture
def registry(monkeypatch: pytest.MonkeyPatch) -> None:
    """No rule is known, and what a test registers is forgotten after it."""
    for name in ("_RULES", "_WEEK_FINDERS", "_BLOCK_FINDERS", "_PLAN_FINDERS"):
        monkeypatch.setattr(rule, name, {})


@pytest.mark.usefixtures("registry")
def test_rules_stand_by_their_ids_however_they_were_registered() -> None:
    for id_ in ("R46", "R03", "R45b", "R45"):
        a_rule(id_).register()
    assert [known.id for known in rule.registered()] == ["R03", "R45", "R45b", "R46"]


@pytest.mark.usefixtures("registry")
def test_rules_are_asked_by_their_ids_however_they_were_registered() -> None:
    for id_ in ("R46", "R03", "R45b", "R45"):
        a_rule(id_).of_week(breaks_week)
        a_rule(f"{id_}x").of_block(breaks_block)
        a_rule(f"{id_}y").of_plan(breaks_block)
    assert [known.id for known, _ in rule.of_weeks()] == ["R03", "R45", "R45b", "R46"]
    assert [known.id for known, _ in rule.of_blocks()] == ["R03x", "R45bx", "R45x", "R46x"]
    assert [known.id for known, _ in rule.of_plans()] == ["R03y", "R45by", "R45y", "R46y"]


@pytest.mark.usefixtures("registry")
def test_a_rule_may_be_asked_of_a_week_of_a_block_and_of_a_plan() -> None:
    one = a_rule("R10")
    assert one.of_week(breaks_week) is breaks_week
    assert one.of_block(breaks_block) is breaks_block
    assert one.of_plan(breaks_block) is breaks_block
    assert rule.of_weeks() == ((one, breaks_week),)
    assert rule.of_blocks() == ((one, breaks_block),)
    assert rule.of_plans() == ((one, breaks_block),)
    assert rule.registered() == (one,)


@pytest.mark.usefixtures("registry")
def test_one_finder_does_not_take_the_place_of_another() -> None:
    one = a_rule("R10")
    one.of_block(breaks_block)
    with pytest.raises(AssertionError, match="R10 is asked twice"):
        one.of_block(breaks_block)


@pytest.mark.usefixtures("registry")
def test_a_rule_may_be_asked_of_neither() -> None:
    lonely = a_rule("R61")
    lonely.register()
    assert rule.registered() == (lonely,)
    assert rule.of_weeks() == rule.of_blocks() == rule.of_plans() == ()


@pytest.mark.usefixtures("registry")
def test_two_rules_cannot_have_one_id() -> None:
    a_rule("R10").register()
    with pytest.raises(AssertionError, match="two rules have the id R10"):
        a_rule("R10").of_week(breaks_week)


def test_a_must_asks_more_than_a_should_and_a_should_more_than_a_note() -> None:
    assert Kind.MUST > Kind.SHOULD > Kind.NOTE


@pytest.mark.parametrize(
    ("race", "kind"), [(Race.HALF, Kind.MUST), (Race.TEN_K, Kind.SHOULD)], ids=["theirs", "others"]
)
def test_a_must_of_some_is_a_should_for_others(race: Race, kind: Kind) -> None:
    after_long_run = next(known for known in RULES if known.id == "R15")
    case = case_of(Athlete(race=race), PLAN.weeks[0], CATALOGUE)
    assert after_long_run.kind_for(case) is kind


@pytest.mark.parametrize(
    "table", [JUMP_DAYS, STRENGTH_DAYS, TAPER_WEEKS], ids=["R37", "R38", "R35"]
)
def test_what_a_rule_says_of_5k_and_10k_together_is_true_of_both(table: dict[Race, int]) -> None:
    assert table[Race.FIVE_K] == table[Race.TEN_K]


@pytest.mark.parametrize(
    ("id_", "said"),
    [
        pytest.param(
            "R23",
            "5k 20-25 %, 10k 15-20 %, half and without a race 10-15 %, marathon 5-10 %",
            id="jumps",
        ),
        pytest.param("R33", "at most 20 % or 2 sets", id="growth"),
        pytest.param("R34", "50-70 % of the sets", id="a deload"),
        pytest.param("R35", "at most 59 % of the last build week's sets", id="a taper"),
        pytest.param("R35", "the first of several at least 40 %", id="its first week"),
        pytest.param("R45b", "at least 80 % of the minutes", id="minutes"),
    ],
)
def test_a_rule_says_its_shares_in_percent(id_: str, said: str) -> None:
    assert said in str(RULE_BY_ID[id_].text)


def test_the_races_that_a_rule_names_are_those_of_the_evidence() -> None:
    assert set(Race) - REST_AFTER_LONG_RUN == {Race.FIVE_K, Race.TEN_K, Race.NONE}
    assert STRENGTH_DAYS[Race.HALF] == STRENGTH_DAYS[Race.MARATHON]
