"""A week with its own runs, or another runner, comes back from a file as it was."""

import json
from datetime import date, timedelta
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from strategies import CATALOGUE, MONDAY, run_titles, times

from befit_cli import views
from befit_cli.errors import FileFaults
from befit_cli.planning.planner import make_plan
from befit_cli.planning.season import plan_season
from befit_cli.rules.check import check_plan
from befit_cli.saved.plan_file import read_plan
from befit_cli.values import Athlete, Day, Kit, Niggle, Plan, Runs, RunSource, Week

MON, TUE, WED, THU, FRI, SAT, SUN = Day
SECOND = MONDAY + timedelta(weeks=1)
ATHLETE = Athlete(sessions=3, kit=tuple(sorted(Kit)))


def a_plan(runs: dict[date, Runs], runners: dict[date, Athlete]) -> Plan:
    season = plan_season(ATHLETE, MONDAY, 4, runs=runs, runners=runners)
    return make_plan(ATHLETE, CATALOGUE, season)


MOVED = {SECOND: Runs(hard=(MON, THU), long=(SAT,), source=RunSource.ADJUSTED)}
RACED = {
    SECOND: Runs(hard=(TUE, SAT), long=(SUN,), tune_ups=(SAT,), source=RunSource.PLAN),
}
HOTEL = {
    SECOND: Athlete(
        sessions=2,
        kit=(Kit.BAND,),
        minutes=20,
        days=(TUE, THU),
        niggles=(Niggle.SHIN,),
        without=("lunges",),
        swap=(("squats", "step-ups"),),
    )
}


def of_week(week: Week) -> tuple[Any, ...]:
    return week.runs, week.runs_before, week.runs_after, week.runner, week.niggles


@pytest.mark.parametrize("format", ["json", "md"])
@pytest.mark.parametrize(
    ("runs", "runners"),
    [
        pytest.param(MOVED, {}, id="other runs"),
        pytest.param(RACED, {}, id="a race before the block's own"),
        pytest.param({}, HOTEL, id="another runner"),
        pytest.param(MOVED, HOTEL, id="both"),
    ],
)
def test_it_comes_back_as_it_was(
    runs: dict[date, Runs], runners: dict[date, Athlete], format: str
) -> None:
    plan = a_plan(runs, runners)
    text = views.render(plan, format, catalogue=CATALOGUE)
    assert isinstance(text, str)
    read = read_plan(text.encode(), f"plan.{format}", CATALOGUE)
    assert list(map(of_week, read.weeks)) == list(map(of_week, plan.weeks))
    assert check_plan(read, CATALOGUE) == check_plan(plan, CATALOGUE)


@pytest.mark.parametrize("thing", [Kit.DUMBBELL, Kit.KETTLEBELL, Kit.BACKPACK])
def test_its_exercises_are_done_with_what_there_is_in_it(thing: Kit) -> None:
    plan = a_plan({}, {SECOND: Athlete(sessions=2, kit=(thing,))})
    text = views.render(plan, "md", catalogue=CATALOGUE)
    assert isinstance(text, str)
    read = read_plan(text.encode(), "plan.md", CATALOGUE)
    assert things_of(read.weeks[1]) == things_of(plan.weeks[1])


def things_of(week: Week) -> list[tuple[str, tuple[Kit, ...]]]:
    return [(each.form, each.kit) for session in week.sessions for each in session.exercises]


TITLED_DAYS = (MON, WED, SAT, SUN)


@times(0.4)
@given(titles=st.lists(run_titles, min_size=4, max_size=4), format=st.sampled_from(["json", "md"]))
def test_what_the_running_plan_calls_the_runs_comes_back_whatever_it_is(
    titles: list[str], format: str
) -> None:
    runs = Runs(
        hard=(MON, WED),
        long=(SAT, SUN),
        source=RunSource.PLAN,
        titles=tuple(zip(TITLED_DAYS, titles, strict=True)),
    )
    plan = a_plan({SECOND: runs}, {})
    text = views.render(plan, format, catalogue=CATALOGUE)
    assert isinstance(text, str)
    read = read_plan(text.encode(), f"plan.{format}", CATALOGUE)
    assert [week.runs for week in read.weeks] == [week.runs for week in plan.weeks]
    assert reasons_of(read.weeks[1]) == reasons_of(plan.weeks[1])


def reasons_of(week: Week) -> bytes:
    """Those of all its sessions, as JSON has them."""
    return msgspec.json.encode([session.reasons for session in week.sessions])


CALLED = {SECOND: replace(MOVED[SECOND], titles=((MON, "5 x 1 km"),))}


def with_titles(titles: dict[str, str]) -> bytes:
    """The plan of a file that says so of the runs of its second week."""
    data = json.loads(views.render(a_plan(CALLED, {}), "json", catalogue=CATALOGUE))
    data["weeks"][1]["run_titles"] = titles
    return json.dumps(data).encode()


@pytest.mark.parametrize(
    ("titles", "kept"),
    [
        pytest.param({"mon": "Hills"}, ((MON, "Hills"),), id="another"),
        pytest.param({"sat": "20 km", "mon": "Hills"}, ((MON, "Hills"), (SAT, "20 km")), id="two"),
        pytest.param({"sun": "Easy", "mon": "Hills"}, ((MON, "Hills"),), id="a day without one"),
        pytest.param({"mon": " 5  x 1 km "}, ((MON, "5 x 1 km"),), id="blanks"),
        pytest.param({"mon": " "}, (), id="nothing but blanks"),
        pytest.param({"mon": "x" * 60}, ((MON, "x" * 60),), id="as long as may be"),
    ],
)
def test_only_the_key_runs_of_a_week_have_titles(
    titles: dict[str, str], kept: tuple[tuple[Day, str], ...]
) -> None:
    assert read_plan(with_titles(titles), "plan.json", CATALOGUE).weeks[1].runs.titles == kept


@pytest.mark.parametrize(
    ("title", "sentence"),
    [
        pytest.param(
            "x" * 61,
            "plan.json: week 2, run_titles, mon: the title has 61 characters, and the title of a "
            "run 60 at most",
            id="too long",
        ),
        pytest.param(
            "5 x\n1 km",
            "plan.json: week 2, run_titles, mon: the title has U+000A in it, which nobody can see",
            id="two lines",
        ),
    ],
)
def test_what_is_no_title_is_told_with_its_place(title: str, sentence: str) -> None:
    with pytest.raises(FileFaults) as raised:
        read_plan(with_titles({"mon": title}), "plan.json", CATALOGUE)
    assert raised.value.faults == (sentence,)


def test_in_markdown_it_is_told_with_the_line_of_its_week() -> None:
    text = views.render(a_plan(CALLED, {}), "md", catalogue=CATALOGUE)
    assert isinstance(text, str)
    lines = text.replace("run_titles: {mon: 5 x 1 km}", f"run_titles: {{mon: {'x' * 61}}}")
    number = next(n for n, line in enumerate(lines.split("\n"), 1) if "run_titles" in line)
    with pytest.raises(FileFaults, match=f"plan.md:{number}: the title has 61 characters"):
        read_plan(lines.encode(), "plan.md", CATALOGUE)


def test_the_runs_of_another_week_have_their_titles_in_that_week() -> None:
    first, second, *_ = a_plan(CALLED, {}).weeks
    assert second.runs.titles
    assert first.runs_after == replace(second.runs, titles=())


def test_a_week_as_always_says_no_more_in_markdown_than_before() -> None:
    text = views.render(a_plan({}, {}), "md", catalogue=CATALOGUE)
    assert isinstance(text, str)
    _, head = text.split("<!-- befit", 1)
    assert "runs" not in head.replace("hard_runs", "")
    assert "run_titles" not in head
    assert "adjusted" not in head


def test_where_no_week_waited_a_file_says_nothing_of_it() -> None:
    for format in ("md", "json"):
        text = views.render(a_plan({}, {}), format, catalogue=CATALOGUE)
        assert isinstance(text, str)
        assert "waited" not in text


def waited(weeks: object) -> bytes:
    """The plan of a file that says so of each of its weeks."""
    data = json.loads(views.render(a_plan({}, {}), "json", catalogue=CATALOGUE))
    for week in data["weeks"]:
        week["waited"] = weeks
    return json.dumps(data).encode()


def test_weeks_that_waited_may_stand_in_any_order_and_twice() -> None:
    read = read_plan(waited([3, 1, 3]), "plan.json", CATALOGUE)
    assert [week.waited for week in read.weeks] == [(1, 3)] * 4
    assert [week.place for week in read.weeks] == [1, 1, 2, 2]
    assert [week.training_weeks for week in read.weeks] == [2] * 4


@pytest.mark.parametrize("format", ["json", "md"])
def test_weeks_that_waited_come_back(format: str) -> None:
    plan = read_plan(waited([1, 3]), "plan.json", CATALOGUE)
    text = views.render(plan, format, catalogue=CATALOGUE)
    assert isinstance(text, str)
    read = read_plan(text.encode(), f"plan.{format}", CATALOGUE)
    assert [week.waited for week in read.weeks] == [(1, 3)] * 4


def test_they_are_in_their_order_in_a_long_block_too() -> None:
    weeks = json.loads(waited([9, 1, 8]))
    for week in weeks["weeks"]:
        week["of"] = 12
    read = read_plan(json.dumps(weeks).encode(), "plan.json", CATALOGUE)
    assert {week.waited for week in read.weeks} == {(1, 8, 9)}


@pytest.mark.parametrize("number", [-1, 0, 4, 10_000])
def test_a_block_waits_for_none_but_its_own_weeks_before_the_last(number: int) -> None:
    with pytest.raises(FileFaults) as told:
        read_plan(waited([1, number]), "plan.json", CATALOGUE)
    assert told.value.faults[0] == (
        f"plan.json: week 1, waited 2: a block of 4 weeks cannot have waited for week {number:,}"
    )


def test_in_markdown_too() -> None:
    text = views.render(a_plan({}, {}), "md", catalogue=CATALOGUE)
    assert isinstance(text, str)
    wrong = text.replace("number: 2, of: 4,", "number: 2, of: 4, waited: [4],")
    with pytest.raises(FileFaults, match="cannot have waited for week 4"):
        read_plan(wrong.encode(), "plan.md", CATALOGUE)


def test_other_runs_without_titles_say_nothing_of_titles() -> None:
    text = views.render(a_plan(MOVED, {}), "md", catalogue=CATALOGUE)
    assert isinstance(text, str)
    assert "runs: {hard: [mon, thu], long: [sat], race: null, source: adjusted}" in text
    assert "titles" not in text


@pytest.mark.parametrize(
    ("adjusted", "sentence"),
    [
        pytest.param({"sessions": 4}, "4 is not 0 to 3", id="sessions"),
        pytest.param({"minutes": 5}, "5 is not 15 to 60", id="minutes"),
        pytest.param({"without": ["jogging"]}, "jogging", id="what is no exercise"),
        pytest.param({"swap": [["squats", "jogging"]]}, "jogging", id="nor in an exchange"),
        pytest.param({"kit": ["trampoline"]}, "trampoline", id="what is no kit"),
    ],
)
def test_nobody_is_otherwise_in_a_way_that_nobody_can_be(
    adjusted: dict[str, Any], sentence: str
) -> None:
    data = json.loads(views.render(a_plan({}, HOTEL), "json", catalogue=CATALOGUE))
    data["weeks"][1]["adjusted"] = adjusted
    with pytest.raises(FileFaults, match=sentence):
        read_plan(json.dumps(data).encode(), "plan.json", CATALOGUE)
