"""In process: planning, with nothing kept from the round before, and streprogen beside it."""

from collections.abc import Callable
from datetime import date

import pytest
from msgspec.structs import replace
from programme import programme
from pytest_benchmark.fixture import BenchmarkFixture

from befit_cli import Athlete, load_catalogue, plan_block, plan_season, plan_week
from befit_cli.planning import draft, placement
from befit_cli.values import Exercise, Level, Niggle

ATHLETE = Athlete()
CATALOGUE = load_catalogue()
MONDAY = date(2027, 1, 4)
COPIES = 10


def copied(exercise: Exercise, number: int) -> Exercise:
    """The exercise again, under other names and in other families."""
    ladder = [
        replace(form, name=f"{form.name} {number}", family=f"{form.family} {number}")
        for form in exercise.ladder
    ]
    id_, name = f"{exercise.id}-{number}", f"{exercise.name} {number}"
    return replace(exercise, id=id_, name=name, ladder=tuple(ladder))


LARGE = replace(
    CATALOGUE,
    exercises=CATALOGUE.exercises
    + tuple([copied(exercise, copy) for copy in range(COPIES) for exercise in CATALOGUE.exercises]),
)
"""Befit's own exercises, and 300 more."""
ROUNDS = 60


def forget() -> None:
    placement._best.cache_clear()
    draft._measures.cache_clear()


def timed(benchmark: BenchmarkFixture, plan: Callable[[], object]) -> None:
    benchmark.pedantic(plan, setup=forget, rounds=ROUNDS, warmup_rounds=3)


def test_a_week(benchmark: BenchmarkFixture) -> None:
    season = plan_season(ATHLETE, MONDAY)
    timed(benchmark, lambda: plan_week(ATHLETE, CATALOGUE, season[0]))


def test_a_large_catalogue(benchmark: BenchmarkFixture) -> None:
    """A week late in a block, with sore spots and little time: few of many alike fit."""
    niggles = (Niggle.ACHILLES, Niggle.ITB, Niggle.RUNNERS_KNEE)
    athlete = Athlete(level=Level.ADVANCED, minutes=15, sessions=2, niggles=niggles)
    last = plan_season(athlete, MONDAY, 16)[-3]
    timed(benchmark, lambda: plan_week(athlete, LARGE, last))


@pytest.mark.parametrize("weeks", [8, 10, 16, 30])
def test_a_block(benchmark: BenchmarkFixture, weeks: int) -> None:
    season = plan_season(ATHLETE, MONDAY, weeks)
    timed(benchmark, lambda: plan_block(ATHLETE, CATALOGUE, season))


def test_streprogen(benchmark: BenchmarkFixture) -> None:
    timed(benchmark, programme)
