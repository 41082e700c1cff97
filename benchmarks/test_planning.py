"""In process: planning, with nothing kept from the round before, and streprogen beside it."""

from collections.abc import Callable
from datetime import date

import pytest
from programme import programme
from pytest_benchmark.fixture import BenchmarkFixture

from befit_cli import Athlete, load_catalogue, plan_block, plan_season, plan_week
from befit_cli.planning import draft, placement

ATHLETE = Athlete()
CATALOGUE = load_catalogue()
MONDAY = date(2027, 1, 4)
ROUNDS = 60


def forget() -> None:
    placement._best.cache_clear()
    draft._measures.cache_clear()


def timed(benchmark: BenchmarkFixture, plan: Callable[[], object]) -> None:
    benchmark.pedantic(plan, setup=forget, rounds=ROUNDS, warmup_rounds=3)


def test_a_week(benchmark: BenchmarkFixture) -> None:
    season = plan_season(ATHLETE, MONDAY)
    timed(benchmark, lambda: plan_week(ATHLETE, CATALOGUE, season[0]))


@pytest.mark.parametrize("weeks", [8, 10, 16, 30])
def test_a_block(benchmark: BenchmarkFixture, weeks: int) -> None:
    season = plan_season(ATHLETE, MONDAY, weeks)
    timed(benchmark, lambda: plan_block(ATHLETE, CATALOGUE, season))


def test_streprogen(benchmark: BenchmarkFixture) -> None:
    timed(benchmark, programme)
