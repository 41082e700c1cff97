"""What befit reads in a running plan, as it is shown."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from befit_cli.runs.running_plan import read_running_plan
from befit_cli.views import runs

PLAN = (
    "Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun\n"
    "1,,Easy 8 km,,Tempo 5 km,,,Easy 16 km\n"
    "2,Rest,Rest,Rest,Rest,Rest,Rest,Rest\n"
    "3,,,,,,,\n"
    "4,,,,,,,\n"
    "5,,,,,,,10 km race\n"
)


def printed(profile: str = "", width: int = 80, plan: str = PLAN) -> list[str]:
    out = io.StringIO()
    console = Console(file=out, width=width, color_system=None, force_terminal=False, _environ={})
    runs.show(read_running_plan(plan.encode(), "plan.csv", None), "my plan.csv", console, profile)
    return [line.rstrip() for line in out.getvalue().splitlines()]


@pytest.mark.parametrize(
    ("profile", "whose"),
    [
        pytest.param("", "'my plan.csv'", id="one's own"),
        pytest.param("ana.yaml", "'my plan.csv' --profile ana.yaml", id="another runner's"),
    ],
)
def test_what_to_say_next_names_the_file_and_whose_profile_it_is(profile: str, whose: str) -> None:
    lines = printed(profile)
    assert lines[-1] == f"befit plan --runs {whose} plans round it."
    assert f"    befit runs {whose} --as 'Easy 16 km=easy'" in lines


def test_it_says_for_how_long_and_for_which_race_it_is() -> None:
    assert printed()[0].split(" · ") == ["Your running plan", "5 weeks", "race: 10k"]


def test_a_week_without_a_run_says_whether_it_is_one_of_rest() -> None:
    lines = printed()
    assert lines[lines.index("Week 2") + 1] == "  rest"
    assert lines[lines.index("Weeks 3-4") + 1] == "  nothing"


def test_one_week_of_which_the_plan_says_nothing_stands_by_itself() -> None:
    lines = printed(plan=PLAN.replace("4,,,,,,,\n", "4,Easy 5 km,,,,,,\n"))
    assert lines[lines.index("Week 3") + 1] == "  nothing"


@pytest.mark.parametrize("width", [80, 40])
def test_every_run_has_its_day_and_its_kind(width: int) -> None:
    text = " ".join(" ".join(printed(width=width)).split())
    for run in ("Tue easy Easy 8 km", "Thu hard Tempo 5 km", "Sun race 10 km race"):
        assert run in text
