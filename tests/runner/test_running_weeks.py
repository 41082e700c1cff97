"""A running plan in a block: the key runs of its weeks, and what it says of the block."""

from datetime import date, timedelta

import pytest
from running_weeks import running_plan

from befit_cli.planning.season import plan_season
from befit_cli.runner.corrections import corrections_of
from befit_cli.runner.running_weeks import (
    corrected,
    dated,
    differences,
    goal_race,
    key_runs,
    words_of_plan,
)
from befit_cli.values import Athlete, Day, Runs, RunSource
from befit_cli.values.running_plan import RunKind

MONDAY = date(2026, 11, 23)
USUAL = Runs(hard=(Day.WED,), long=(Day.SUN,))


@pytest.mark.parametrize(
    ("week", "hard", "long"),
    [
        pytest.param("mon=rest tue=hard sun=long", ["tue"], ["sun"], id="a hard run and a long"),
        pytest.param("mon=easy wed=easy sun=rest", [], [], id="easy runs are no key runs"),
        pytest.param("mon=rest sat=long sun=long", [], ["sat", "sun"], id="two long in a row"),
        pytest.param("mon=rest sun=long+hard", ["sun"], ["sun"], id="both in one"),
        pytest.param("mon=rest sat=race sun=long", ["sat"], ["sun"], id="a tune-up race is hard"),
        pytest.param("mon=rest tue=other sun=easy", [], [], id="what is no run"),
    ],
)
def test_a_week_has_the_key_runs_of_the_plan(week: str, hard: list[str], long: list[str]) -> None:
    plan = running_plan("mon=easy sun=easy", week, "mon=easy sun=easy", starts=MONDAY)
    runs = key_runs(plan, USUAL, None)[MONDAY + timedelta(weeks=1)]
    assert (list(runs.hard), list(runs.long), runs.source) == (hard, long, RunSource.PLAN)


def test_key_runs_are_called_as_the_plan_calls_them() -> None:
    plan = running_plan("mon=rest tue=hard thu=easy sun=long", starts=MONDAY)
    titles = key_runs(plan, USUAL, None)[MONDAY].titles
    assert titles == ((Day.TUE, "hard of 1"), (Day.SUN, "long of 1"))


@pytest.mark.parametrize(
    ("weeks", "hard", "long"),
    [
        pytest.param(("thu=hard sat=easy sun=long",), ["wed", "thu"], ["sun"], id="it begins late"),
        pytest.param(("mon=rest tue=hard fri=easy",), ["tue"], ["sun"], id="it ends early"),
        pytest.param(("mon=rest tue=hard sat=long",), ["tue"], ["sat"], id="no second long run"),
    ],
)
def test_beyond_the_ends_of_the_plan_the_usual_runs_count(
    weeks: tuple[str, ...], hard: list[str], long: list[str]
) -> None:
    runs = key_runs(running_plan(*weeks, starts=MONDAY), USUAL, None)[MONDAY]
    assert (list(runs.hard), list(runs.long)) == (hard, long)


@pytest.mark.parametrize(
    "week", [pytest.param("", id="empty"), pytest.param("tue=other", id="gym")]
)
def test_a_week_that_the_plan_leaves_out_is_as_usual(week: str) -> None:
    plan = running_plan("mon=rest tue=hard", week, "mon=rest tue=hard", starts=MONDAY)
    assert list(key_runs(plan, USUAL, None)) == [MONDAY, MONDAY + timedelta(weeks=2)]


@pytest.mark.parametrize(
    ("race_date", "hard"),
    [
        pytest.param(date(2026, 11, 29), [], id="the day of the plan"),
        pytest.param(date(2026, 11, 28), [], id="another day of its week"),
        pytest.param(date(2027, 1, 31), ["sun"], id="another week: it is a hard run"),
        pytest.param(None, ["sun"], id="nobody says when"),
    ],
)
def test_the_race_of_the_block_is_no_other_hard_run(
    race_date: date | None, hard: list[str]
) -> None:
    plan = running_plan("mon=rest sun=race", starts=MONDAY)
    assert list(key_runs(plan, USUAL, race_date)[MONDAY].hard) == hard


@pytest.mark.parametrize(
    ("weeks", "words"),
    [
        pytest.param(
            ("tue=hard thu=hard sun=long", "tue=hard thu=hard sun=long", "tue=hard sat=long"),
            {"hard": "tue, thu", "long-run": "sun"},
            id="the days that most weeks have",
        ),
        pytest.param(
            ("tue=hard sun=long", "thu=hard sun=long"),
            {"hard": "tue", "long-run": "sun"},
            id="of two days that take turns one",
        ),
        pytest.param(
            ("wed=long?", "wed=long?", "sun=long"),
            {"hard": "none", "long-run": "sun"},
            id="not the guesses where one is sure",
        ),
        pytest.param(("wed=long?",), {"hard": "none", "long-run": "wed"}, id="a guess alone"),
        pytest.param(
            ("tue=hard fri=hard sun=long", "wed=hard sat=hard sun=long"),
            {"hard": "tue, fri", "long-run": "sun"},
            id="days that one week has together",
        ),
        pytest.param(
            ("tue=hard thu=hard", "wed=hard", "wed=hard sat=hard", "tue=hard thu=hard"),
            {"hard": "tue, thu", "long-run": "none"},
            id="no two days running that no week has",
        ),
        pytest.param(
            ("tue=hard thu=hard sun=long", "wed=hard sun=long+hard", "tue=hard sun=race"),
            {"hard": "tue, thu", "long-run": "sun", "race-date": "2026-12-13"},
            id="not those of the race's week",
        ),
        pytest.param(("mon=easy",), {"hard": "none", "long-run": "none"}, id="nothing but easy"),
        pytest.param(
            ("tue=hard", "sun=race"),
            {"hard": "tue", "long-run": "none", "race-date": "2026-12-06"},
            id="the race at its end",
        ),
    ],
)
def test_a_dated_plan_says_its_usual_days_and_its_race(
    weeks: tuple[str, ...], words: dict[str, str]
) -> None:
    assert words_of_plan(running_plan(*weeks, starts=MONDAY)) == words


def test_a_plan_without_dates_says_how_long_it_is() -> None:
    assert words_of_plan(running_plan("tue=hard", "tue=hard", "sun=race"))["weeks"] == "3"


def test_a_plan_longer_than_any_block_says_no_length() -> None:
    assert "weeks" not in words_of_plan(running_plan(*["tue=hard"] * 31))


def test_a_single_week_without_a_date_is_every_week_unless_it_ends_with_the_race():
    words = words_of_plan(running_plan("tue=hard sun=long"))
    assert ("weeks" in words, words["hard"]) == (False, "tue")
    assert words_of_plan(running_plan("tue=hard sun=race"))["weeks"] == "1"


@pytest.mark.parametrize(
    ("last", "found"),
    [
        pytest.param("sat=race sun=rest", date(2026, 11, 28), id="a rest behind it"),
        pytest.param("sat=race sun=other", date(2026, 11, 28), id="a dentist behind it"),
        pytest.param("sat=race sun=long", None, id="a run behind it"),
        pytest.param("sun=long", None, id="no race"),
    ],
)
def test_the_race_that_a_plan_leads_to_is_its_last_run(last: str, found: date | None) -> None:
    assert goal_race(running_plan(f"mon=easy {last}", starts=MONDAY)) == found


@pytest.mark.parametrize("race_on", [date(2026, 12, 5), date(2026, 12, 6)], ids=["sat", "sun"])
def test_a_plan_without_dates_is_counted_back_from_the_race(race_on: date) -> None:
    plan = dated(running_plan("tue=hard", "tue=hard"), race_on)
    assert [week.starts for week in plan.weeks] == [MONDAY, MONDAY + timedelta(weeks=1)]


def test_a_plan_with_dates_keeps_them() -> None:
    plan = running_plan("tue=hard", starts=MONDAY)
    assert dated(plan, date(2027, 4, 18)) == plan


def kinds(day: str, kind: str, week: str) -> dict[Day, RunKind]:
    plan = running_plan(week, starts=MONDAY)
    (after,) = corrected(plan, corrections_of({day: kind})).weeks
    return {on: run.kind for on, run in after.days.items()}


@pytest.mark.parametrize(
    ("day", "kind", "found"),
    [
        pytest.param("2026-11-24", "easy", {"tue": "easy", "sun": "long"}, id="hard to easy"),
        pytest.param("24.11.2026", "easy", {"tue": "easy", "sun": "long"}, id="as people write"),
        pytest.param(
            "2026-11-26",
            "hard",
            {"tue": "hard", "thu": "hard", "sun": "long"},
            id="a day that it had nothing on",
        ),
        pytest.param("2026-12-24", "easy", {"tue": "hard", "sun": "long"}, id="no day of it"),
    ],
)
def test_what_is_said_of_a_day_counts(day: str, kind: str, found: dict[str, str]) -> None:
    assert kinds(day, kind, "tue=hard sun=long") == found


def test_where_the_long_run_is_said_none_is_guessed() -> None:
    assert kinds("2026-11-26", "long", "thu=easy sun=long?") == {"thu": "long", "sun": "easy"}


def test_a_long_run_that_the_plan_calls_so_stays_beside_another() -> None:
    assert kinds("2026-11-28", "long", "sat=easy sun=long") == {"sat": "long", "sun": "long"}


@pytest.mark.parametrize(
    ("weeks", "starts", "race_date", "told"),
    [
        pytest.param(
            ["tue=hard"] * 10, MONDAY, None, [], id="it goes with the block, and nothing is told"
        ),
        pytest.param(
            ["tue=hard"] * 8,
            MONDAY,
            None,
            ["Your running plan has nothing in weeks 9-10: your usual runs count."],
            id="it ends before",
        ),
        pytest.param(
            ["tue=hard", "", *["tue=hard"] * 7, ""],
            MONDAY + timedelta(weeks=1),
            None,
            ["Your running plan has nothing in weeks 1, 3: your usual runs count."],
            id="it begins later, and has a gap",
        ),
        pytest.param(
            ["tue=hard"],
            date(2025, 3, 3),
            None,
            [
                "Your running plan goes from 2025-03-04 to 2025-03-04, and has no week of your "
                "block, 2026-11-23 to 2027-01-31: your usual runs count."
            ],
            id="of another year",
        ),
        pytest.param(
            [*["tue=hard"] * 9, "tue=easy sat=race"],
            MONDAY,
            date(2027, 1, 31),
            ["Your block leads to 2027-01-31, and your running plan to a race on 2027-01-30."],
            id="another race day",
        ),
        pytest.param(
            ["tue=hard?"] * 10,
            MONDAY,
            None,
            ["Some runs of your running plan are guesses: befit runs tells which."],
            id="guesses",
        ),
    ],
)
def test_what_does_not_go_with_the_block_is_told(
    weeks: list[str], starts: date, race_date: date | None, told: list[str]
) -> None:
    athlete = Athlete(race_date=race_date)
    season = plan_season(athlete, MONDAY)
    assert list(differences(running_plan(*weeks, starts=starts), season, athlete)) == told


@pytest.mark.parametrize(
    ("file", "command"),
    [
        pytest.param(None, "befit runs", id="of the profile"),
        pytest.param("my plan.csv", "befit runs 'my plan.csv'", id="of an option"),
    ],
)
def test_guesses_are_told_with_the_command_that_shows_them(file: str | None, command: str) -> None:
    athlete = Athlete()
    plan = running_plan(*["tue=hard?"] * 10, starts=MONDAY)
    told = list(differences(plan, plan_season(athlete, MONDAY), athlete, file))
    assert told == [f"Some runs of your running plan are guesses: {command} tells which."]


@pytest.mark.parametrize(
    ("weeks", "tune_ups"),
    [
        pytest.param(["sat=hard"] * 3, [], id="a hard run is none"),
        pytest.param(["sat=race", "sat=hard", "tue=easy sat=easy"], ["sat"], id="a race"),
        pytest.param(["sat=race"] * 2, ["sat"], id="two of two weeks"),
        pytest.param(["sat=race"] * 3, [], id="a race every week is a hard run like others"),
        pytest.param(["sat=race", "sat=easy"] * 3, ["sat"], id="every other week it is none"),
    ],
)
def test_a_race_before_the_block_s_own_is_no_habit(weeks: list[str], tune_ups: list[str]) -> None:
    runs = key_runs(running_plan(*weeks, starts=MONDAY), USUAL, None)[MONDAY]
    assert list(runs.tune_ups) == tune_ups


def test_the_race_of_the_block_is_none_before_it() -> None:
    runs = key_runs(running_plan("mon=rest sun=race", starts=MONDAY), USUAL, date(2026, 11, 29))
    assert runs[MONDAY].tune_ups == ()
