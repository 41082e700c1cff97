"""The days of a week whose runs, or whose neighbours' runs, are otherwise than usual: `lay`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations, product
from typing import Any

import msgspec
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec.structs import replace
from strategies import KITS, a_layout, a_season, a_stretch, day_sets, drawn, key_runs, levels, races

from befit_cli.planning.placement import Layout
from befit_cli.planning.real_days import FAR, Neighbours, lay, with_another
from befit_cli.values import Athlete, Day, Level, Load, Race, Runs, SeasonWeek, Slot

MON, TUE, WED, THU, FRI, SAT, SUN = Day
LOW, MEDIUM, HIGH = Load


def a_week(
    runs: Runs,
    *,
    usual: Runs | None = None,
    before: Runs | None = None,
    after: Runs | None = None,
    race_in: int = 60,
    since: Day | None = None,
) -> SeasonWeek:
    """The second of four weeks, with these runs, the race so many days after its Monday.

    Unless said, the runs of the weeks beside it are the same; without `usual` it is a week of its
    own, all of it or `since` a day.
    """
    season = replace(
        a_season(a_stretch(), race_in + 7),
        runs=(before or runs, runs, after or runs, Runs()),
        usual=usual or Runs(),
        runners=() if usual else (None, Athlete(), None, None),
        since=(None, since, None, None),
    )
    return season[1]


def days_and_loads(layout: Layout) -> dict[Day, Load]:
    return {slot.day: slot.load for slot in layout}


EASY = Runs()
SATURDAY = Runs(hard=(SAT,))


@pytest.mark.parametrize(
    ("usual", "runs", "athlete", "laid"),
    [
        pytest.param(
            {WED: HIGH, FRI: HIGH},
            Runs(hard=(TUE,), long=(SUN,)),
            {},
            {WED: HIGH, FRI: HIGH},
            id="what may stay stays",
        ),
        pytest.param(
            {WED: HIGH, FRI: HIGH},
            Runs(hard=(THU,), long=(SUN,)),
            {},
            {TUE: HIGH, FRI: HIGH},
            id="what may not goes to the nearest day",
        ),
        pytest.param(
            {WED: HIGH, SAT: HIGH},
            Runs(hard=(THU, SUN)),
            {},
            {TUE: HIGH, FRI: HIGH},
            id="two go to theirs",
        ),
        pytest.param(
            {WED: HIGH, FRI: HIGH},
            Runs(hard=(THU,)),
            {"days": (WED, FRI)},
            {WED: MEDIUM, FRI: HIGH},
            id="without such a day it is lighter",
        ),
        pytest.param(
            {WED: HIGH},
            Runs(long=(WED,)),
            {"days": (WED,)},
            {WED: LOW},
            id="light on the day of the long run",
        ),
        pytest.param(
            {TUE: HIGH, FRI: HIGH},
            EASY,
            {"days": (WED, FRI)},
            {WED: HIGH, FRI: HIGH},
            id="its day is not free",
        ),
        pytest.param(
            {TUE: HIGH, THU: HIGH},
            EASY,
            {"days": (MON, TUE, WED, SUN)},
            {TUE: HIGH, SUN: HIGH},
            id="rather one far away than two near by",
        ),
        pytest.param(
            {MON: HIGH, WED: HIGH},
            Runs(hard=(TUE, THU)),
            {"days": (MON, TUE, WED)},
            {MON: LOW, TUE: HIGH},
            id="rather one of high load than two of medium load",
        ),
        pytest.param(
            {MON: HIGH, WED: HIGH, FRI: MEDIUM},
            EASY,
            {"days": (MON, FRI)},
            {MON: HIGH, FRI: HIGH},
            id="fewer days than sessions: the lightest goes",
        ),
        pytest.param(
            {MON: MEDIUM, THU: HIGH},
            EASY,
            {"days": (SUN,)},
            {SUN: HIGH},
            id="one day: the heaviest session",
        ),
        pytest.param({MON: HIGH, THU: HIGH}, EASY, {"days": ()}, {}, id="no day: no session"),
        pytest.param(
            {TUE: LOW, THU: HIGH},
            EASY,
            {"days": (MON, TUE)},
            {MON: LOW, TUE: HIGH},
            id="sessions keep their order",
        ),
        pytest.param(
            {WED: HIGH},
            Runs(hard=(FRI,)),
            {"level": Level.BEGINNER},
            {TUE: HIGH},
            id="a beginner keeps two days from a key run",
        ),
        pytest.param(
            {WED: HIGH},
            Runs(hard=(FRI,)),
            {"level": Level.INTERMEDIATE},
            {WED: HIGH},
            id="who has lifted before keeps one",
        ),
        pytest.param(
            {WED: HIGH},
            Runs(long=(TUE,)),
            {"race": Race.HALF},
            {THU: HIGH},
            id="the day after the long run, before a half marathon",
        ),
        pytest.param(
            {WED: HIGH},
            Runs(long=(TUE,)),
            {"race": Race.TEN_K},
            {WED: HIGH},
            id="the day after the long run, before ten kilometres",
        ),
        pytest.param(
            {WED: MEDIUM},
            Runs(hard=(WED,), tune_ups=(WED,)),
            {},
            {MON: MEDIUM},
            id="a race before the block's own has a day without load before it",
        ),
        pytest.param(
            {WED: HIGH, FRI: HIGH},
            Runs(hard=(SUN,), tune_ups=(SUN,)),
            {"days": (WED, FRI)},
            {WED: HIGH, FRI: MEDIUM},
            id="and no high load two days before it, whoever it is",
        ),
        pytest.param(
            {SUN: MEDIUM},
            Runs(hard=(SAT,), tune_ups=(SAT,)),
            {"days": (SAT, SUN)},
            {SUN: LOW},
            id="and low load on its day and after it",
        ),
        pytest.param(
            {WED: LOW},
            Runs(hard=(WED,), tune_ups=(WED,)),
            {},
            {MON: LOW},
            id="light, too, not on its day, and rather on none beside it",
        ),
        pytest.param(
            {MON: LOW, WED: LOW, FRI: MEDIUM},
            Runs(hard=(WED,), tune_ups=(WED,)),
            {"days": (MON, WED, THU, FRI)},
            {MON: LOW, THU: LOW, FRI: MEDIUM},
            id="but beside it where no other is free",
        ),
        pytest.param(
            {WED: HIGH},
            Runs(hard=(WED,), tune_ups=(WED,)),
            {"kit_by_day": {WED: KITS["gym"]}, "days": (WED, SAT)},
            {SAT: HIGH},
            id="rather on a day with other kit than on that of a race",
        ),
        pytest.param(
            {TUE: MEDIUM},
            Runs(long=(SUN,)),
            {"days": (MON, WED)},
            {WED: MEDIUM},
            id="rather not on the day after the long run",
        ),
        pytest.param(
            {WED: HIGH, FRI: LOW},
            Runs(long=(SAT,)),
            {"days": (WED, THU, SUN)},
            {WED: HIGH, SUN: LOW},
            id="but sooner than on the day after another session",
        ),
        pytest.param(
            {MON: MEDIUM, WED: MEDIUM},
            EASY,
            {"days": (MON, TUE)},
            {MON: LOW, TUE: MEDIUM},
            id="of two alike on days in a row the first is lighter",
        ),
        pytest.param(
            {WED: HIGH, FRI: HIGH},
            EASY,
            {"days": (TUE, SAT), "kit_by_day": {WED: KITS["gym"], FRI: KITS["gym"]}},
            {TUE: HIGH, SAT: HIGH},
            id="both go to days with other kit",
        ),
        pytest.param(
            {WED: HIGH},
            Runs(hard=(THU,)),
            {"kit_by_day": {WED: KITS["gym"]}},
            {WED: MEDIUM},
            id="rather lighter than on a day with other kit",
        ),
        pytest.param(
            {WED: HIGH},
            Runs(hard=(THU,)),
            {"kit_by_day": {WED: KITS["gym"], SUN: KITS["gym"]}},
            {SUN: HIGH},
            id="rather far away than on a day with other kit",
        ),
    ],
)
def test_a_week_is_laid_round_its_own_runs_and_days(
    usual: Mapping[Day, Load], runs: Runs, athlete: Mapping[str, Any], laid: Mapping[Day, Load]
):
    runner = replace(Athlete(race=Race.HALF, level=Level.INTERMEDIATE), **athlete)
    slots = lay(a_layout(usual), runner, a_week(runs), Neighbours())
    assert days_and_loads(slots) == laid
    assert [slot.number for slot in slots] == sorted({slot.number for slot in slots})


@pytest.mark.parametrize(
    ("usual", "beside", "laid"),
    [
        pytest.param({MON: HIGH}, Neighbours(last=-1), {TUE: HIGH}, id="after a loaded Sunday"),
        pytest.param({MON: LOW}, Neighbours(last=-1), {MON: LOW}, id="light after it"),
        pytest.param({MON: HIGH}, Neighbours(last=-2), {MON: HIGH}, id="after a loaded Saturday"),
        pytest.param(
            {SUN: HIGH}, Neighbours(following=7), {SAT: HIGH}, id="before a loaded Monday"
        ),
        pytest.param(
            {SUN: HIGH}, Neighbours(following=8), {SUN: HIGH}, id="before a loaded Tuesday"
        ),
    ],
)
def test_a_day_is_between_a_session_and_that_of_the_week_beside_it(
    usual: Mapping[Day, Load], beside: Neighbours, laid: Mapping[Day, Load]
):
    assert days_and_loads(lay(a_layout(usual), Athlete(), a_week(EASY), beside)) == laid


@pytest.mark.parametrize(
    ("usual", "before", "after", "laid"),
    [
        pytest.param(SUN, EASY, Runs(hard=(MON,)), SAT, id="a hard run on the Monday after"),
        pytest.param(SUN, EASY, Runs(hard=(TUE,)), SUN, id="one on the Tuesday after"),
        pytest.param(MON, Runs(long=(SUN,)), EASY, TUE, id="a long run on the Sunday before"),
        pytest.param(MON, Runs(long=(SAT,)), EASY, MON, id="one on the Saturday before"),
    ],
)
def test_the_runs_of_the_week_beside_it_count_as_they_are(
    usual: Day, before: Runs, after: Runs, laid: Day
):
    athlete = Athlete(race=Race.HALF, level=Level.INTERMEDIATE)
    week = a_week(EASY, before=before, after=after)
    assert days_and_loads(lay(a_layout({usual: HIGH}), athlete, week, Neighbours())) == {laid: HIGH}


@pytest.mark.parametrize(
    ("usual", "free", "laid"),
    [
        pytest.param(
            {FRI: HIGH}, (WED, SUN), {SUN: HIGH}, id="a session goes to no day that is over"
        ),
        pytest.param(
            {MON: LOW, WED: LOW, FRI: HIGH},
            (SUN,),
            {MON: LOW, WED: LOW, SUN: HIGH},
            id="what is over stays on days that are not free",
        ),
        pytest.param(
            {MON: LOW, THU: MEDIUM, SAT: HIGH},
            (SUN,),
            {MON: LOW, SUN: HIGH},
            id="of what is to come the lightest goes",
        ),
        pytest.param({WED: HIGH}, (THU, SUN), {WED: HIGH}, id="nothing is to come"),
        pytest.param({THU: HIGH}, (FRI,), {FRI: HIGH}, id="that day itself is to come"),
        pytest.param(
            {WED: HIGH, SUN: HIGH},
            (THU, FRI),
            {WED: HIGH, FRI: HIGH},
            id="a day is between what is over and what is to come",
        ),
    ],
)
def test_of_a_week_that_is_otherwise_since_thursday_the_days_before_are_over(
    usual: Mapping[Day, Load], free: tuple[Day, ...], laid: Mapping[Day, Load]
):
    athlete = Athlete(level=Level.INTERMEDIATE, days=free)
    slots = lay(a_layout(usual), athlete, a_week(EASY, since=THU), Neighbours())
    assert days_and_loads(slots) == laid


@pytest.mark.parametrize(
    ("usual", "laid"),
    [
        pytest.param(SATURDAY, {WED: HIGH, SUN: MEDIUM}, id="a usual week: at the border alone"),
        pytest.param(None, {TUE: HIGH, THU: HIGH}, id="a week of its own: wherever there is room"),
    ],
)
def test_a_usual_week_beside_another_changes_at_its_border_alone(
    usual: Runs | None, laid: Mapping[Day, Load]
):
    athlete = Athlete(level=Level.INTERMEDIATE, days=(TUE, WED, THU, SUN))
    week = a_week(SATURDAY, usual=usual, after=Runs(hard=(MON,)))
    layout = a_layout({WED: HIGH, SUN: HIGH})
    assert days_and_loads(lay(layout, athlete, week, Neighbours())) == laid


def test_in_a_usual_week_what_may_not_stay_goes_to_the_nearest_day():
    week = a_week(EASY, usual=EASY, after=Runs(hard=(MON,)))
    layout = a_layout({WED: HIGH, SUN: HIGH})
    athlete = Athlete(level=Level.INTERMEDIATE)
    assert days_and_loads(lay(layout, athlete, week, Neighbours())) == {WED: HIGH, SAT: HIGH}


ALL = tuple(Day)
SINCE_THURSDAY = a_week(EASY, since=THU)


@pytest.mark.parametrize(
    ("usual", "free", "week", "on"),
    [
        pytest.param((TUE, THU), ALL, a_week(EASY), SUN, id="as far from the others as it goes"),
        pytest.param((FRI, SUN), ALL, a_week(EASY), MON, id="to either side"),
        pytest.param((MON, FRI), ALL, a_week(EASY), WED, id="between them"),
        pytest.param((WED,), (TUE, THU), a_week(EASY), TUE, id="of two as far the earlier"),
        pytest.param((), (WED, FRI), a_week(EASY), WED, id="beside no other the earliest"),
        pytest.param((TUE, THU), ALL, a_week(Runs(hard=(SUN,))), SAT, id="beside no hard run"),
        pytest.param((TUE, THU), ALL, a_week(Runs(long=(SUN,))), SAT, id="beside no long run"),
        pytest.param((TUE,), (TUE, SUN), a_week(Runs(hard=(SUN,))), SUN, id="unless all have one"),
        pytest.param(
            (TUE,),
            (TUE, WED, SUN),
            a_week(Runs(hard=(WED, SUN), tune_ups=(SUN,))),
            WED,
            id="and none on the day of a tune-up race",
        ),
        pytest.param((FRI,), (TUE, THU, FRI), a_week(EASY), TUE, id="on a day that is free"),
        pytest.param((TUE, THU), (TUE, THU), a_week(EASY), None, id="on none where none is free"),
        pytest.param((FRI,), ALL, SINCE_THURSDAY, SUN, id="on no day that is over"),
        pytest.param((SAT,), (THU, FRI), SINCE_THURSDAY, THU, id="on the first that is not over"),
        pytest.param((SAT,), (MON, WED), SINCE_THURSDAY, None, id="on none where all are over"),
    ],
)
def test_a_session_more_stands_where_it_is_least_in_the_way(
    usual: tuple[Day, ...], free: tuple[Day, ...], week: SeasonWeek, on: Day | None
):
    layout = a_layout(dict.fromkeys(usual, MEDIUM))
    slots = with_another(layout, Athlete(days=free), week)
    more = {} if on is None else {on: LOW}
    assert days_and_loads(slots) == dict.fromkeys(usual, MEDIUM) | more
    assert list(slots) == sorted(slots, key=lambda slot: slot.day)


@pytest.mark.parametrize(
    ("numbers", "more"),
    [
        pytest.param((), 1, id="the first"),
        pytest.param((1, 2), 3, id="the third"),
        pytest.param((1, 3), 4, id="none that a session of other weeks has"),
    ],
)
def test_a_session_more_has_a_number_of_its_own(numbers: tuple[int, ...], more: int):
    layout = a_layout({MON: HIGH, WED: HIGH})
    slots = tuple(
        replace(slot, number=number) for slot, number in zip(layout, numbers, strict=False)
    )
    [last] = [slot for slot in with_another(slots, Athlete(), a_week(EASY)) if slot not in slots]
    assert last.number == more


@pytest.mark.parametrize(
    ("race_in", "run", "laid"),
    [
        pytest.param(11, THU, {TUE: HIGH}, id="far enough"),
        pytest.param(11, WED, {MON: HIGH}, id="the day before is far enough, too"),
        pytest.param(9, WED, {TUE: MEDIUM}, id="no day is far enough for high load"),
        pytest.param(5, WED, {MON: MEDIUM}, id="one is, for medium load"),
        pytest.param(4, WED, {TUE: LOW}, id="none is, for medium load"),
    ],
)
def test_a_session_may_have_the_load_that_the_race_allows_on_its_day(
    race_in: int, run: Day, laid: Mapping[Day, Load]
):
    athlete = Athlete(race=Race.MARATHON, level=Level.INTERMEDIATE)
    week = a_week(Runs(hard=(run,)), race_in=race_in)
    assert days_and_loads(lay(a_layout({TUE: HIGH}), athlete, week, Neighbours())) == laid


# Any week, against all the layouts that there are.


class Question(msgspec.Struct, frozen=True):
    """What `lay` is asked."""

    usual: Layout
    athlete: Athlete
    week: SeasonWeek
    beside: Neighbours


@st.composite
def layouts(draw: st.DrawFn) -> Layout:
    """Up to three sessions, of which two at most have high load."""
    on = draw(day_sets(1).filter(lambda chosen: len(chosen) <= 3))
    loads = draw(st.lists(st.sampled_from(Load), min_size=len(on), max_size=len(on)))
    assume(loads.count(HIGH) <= 2)
    return a_layout(dict(zip(on, loads, strict=True)))


@st.composite
def questions(draw: st.DrawFn, *, usual: bool = False) -> Question:
    """Any sessions in any week; in a usual one their days are free."""
    runs = draw(key_runs())
    layout = draw(layouts())
    free = {*draw(day_sets()), *([slot.day for slot in layout] if usual else [])}
    return Question(
        usual=layout,
        athlete=Athlete(race=draw(races), level=draw(levels), days=tuple(sorted(free))),
        week=a_week(
            runs,
            usual=runs if usual else None,
            before=draw(key_runs()),
            after=draw(key_runs()),
        ),
        beside=Neighbours(
            last=draw(st.sampled_from((-FAR, -3, -2, -1))),
            following=draw(st.sampled_from((FAR, 9, 8, 7))),
        ),
    )


def answer(question: Question) -> Layout:
    return lay(question.usual, question.athlete, question.week, question.beside)


def key_days(week: SeasonWeek) -> list[int]:
    """The days of hard and long runs of three weeks, counted from this one's Monday."""
    return sorted({*hard_days(week), *long_days(week)})


def hard_days(week: SeasonWeek) -> list[int]:
    three = enumerate((week.before, week.runs, week.after), -1)
    return [7 * place + day.rank for place, runs in three for day in runs.hard]


def long_days(week: SeasonWeek) -> list[int]:
    three = enumerate((week.before, week.runs, week.after), -1)
    return [7 * place + day.rank for place, runs in three for day in runs.long]


def tune_up_days(week: SeasonWeek) -> list[int]:
    three = enumerate((week.before, week.runs, week.after), -1)
    return [7 * place + day.rank for place, runs in three for day in runs.tune_ups]


def broken(layout: Layout, question: Question) -> set[str]:
    """The rules that a layout breaks, in the words of the rules themselves; far from the race."""
    athlete, week, beside = question.athlete, question.week, question.beside
    rules = set()
    high = [slot.day.rank for slot in layout if slot.load is HIGH]
    loaded = [slot.day.rank for slot in layout if slot.load is not LOW]
    for one, other in combinations([*loaded, beside.last, beside.following], 2):
        if abs(one - other) < 2:
            rules.add("R10")
    if any(day + 1 in key_days(week) for day in high):
        rules.add("R11")
    if athlete.level is Level.BEGINNER and any(day + 2 in key_days(week) for day in high):
        rules.add("R12")
    if any(day in long_days(week) for day in loaded):
        rules.add("R14")
    if athlete.race in {Race.HALF, Race.MARATHON} and any(
        day - 1 in long_days(week) for day in high
    ):
        rules.add("R15")
    if len(high) > 2:
        rules.add("R18")
    if any(abs(day - race) < 2 for day in loaded for race in tune_up_days(week)):
        rules.add("load near a tune-up race")
    if any(day + 2 in tune_up_days(week) for day in high):
        rules.add("R12")
    races = {day.rank for day in week.runs.tune_ups}
    free = [day for day in athlete.days if day.rank not in races]
    if not week.usual and sum(slot.day.rank in races for slot in layout) > max(
        0, len(layout) - len(free)
    ):
        rules.add("on a tune-up race's day, though others are free")
    return rules


def every_layout(question: Question) -> Iterator[Layout]:
    """All that the week's free days hold of its usual sessions, the heaviest where not all, each
    with at most its usual load, be it legal or not.
    """
    heaviest = sorted(question.usual, key=lambda slot: (-slot.load.rank, slot.number))
    kept = heaviest[: len(question.athlete.days)]
    sessions = [slot for slot in question.usual if slot in kept]
    for on in combinations(question.athlete.days, len(sessions)):
        for loads in product(*[[load for load in Load if load <= one.load] for one in sessions]):
            yield tuple(
                [
                    Slot(number=session.number, day=day, load=load)
                    for session, day, load in zip(sessions, on, loads, strict=True)
                ]
            )


def total_load(layout: Layout) -> int:
    return sum(list(Load).index(slot.load) for slot in layout)


@drawn
@given(st.one_of(questions(), questions(usual=True)))
def test_a_week_is_laid_as_its_rules_allow(question: Question):
    layout = answer(question)
    assert broken(layout, question) == set()
    assert layout in list(every_layout(question))


@drawn
@given(questions())
def test_no_other_layout_that_the_rules_allow_has_more_load(question: Question):
    most = max(
        total_load(layout) for layout in every_layout(question) if not broken(layout, question)
    )
    assert total_load(answer(question)) == most


@drawn
@given(st.one_of(questions(), questions(usual=True)))
def test_what_the_rules_allow_stays_as_it_is(question: Question):
    athlete = replace(question.athlete, days=tuple(Day))
    asked = msgspec.structs.replace(question, athlete=athlete)
    assume(not broken(asked.usual, asked))
    assert answer(asked) == asked.usual


@drawn
@given(questions(usual=True))
def test_in_a_usual_week_every_session_that_may_stays_on_its_day(question: Question):
    layout = {slot.number: slot for slot in answer(question)}
    for slot in question.usual:
        assert broken((slot,), question) or layout[slot.number].day is slot.day
