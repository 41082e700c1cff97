"""The running week -> strength days and loads: no rule of the week broken, the best layout of all,
and the reasons said truly.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from strategies import athletes, drawn

from befit_cli.errors import BefitError
from befit_cli.planning.placement import place, placement_notes, reason
from befit_cli.values import Athlete, Day, Level, Load, PlacedDay, Race

LOW, MEDIUM, HIGH = Load
WEEK = tuple(Day)
MON, TUE, WED, THU, FRI, SAT, SUN = WEEK
Layout = tuple[tuple[Day, Load], ...]


def next_day(day: Day) -> Day:
    return WEEK[(WEEK.index(day) + 1) % 7]


def neighbours(one: Day, other: Day) -> bool:
    return next_day(one) == other or next_day(other) == one


def key_runs(athlete: Athlete) -> set[Day]:
    return {*athlete.hard_runs, athlete.long_run} - {None}


def after_long_run(athlete: Athlete) -> Day | None:
    return next_day(athlete.long_run) if athlete.long_run else None


# The rules of the week, each by itself: what a layout that breaks it does.
def r10_loaded_days_touch(layout: Layout, _: Athlete) -> bool:
    return any(
        neighbours(one, other)
        for (one, load), (other, more) in combinations(layout, 2)
        if LOW not in (load, more)
    )


def r11_high_before_a_key_run(layout: Layout, athlete: Athlete) -> bool:
    return any(load is HIGH and next_day(day) in key_runs(athlete) for day, load in layout)


def r14_loaded_on_the_long_run(layout: Layout, athlete: Athlete) -> bool:
    return any(load is not LOW and day == athlete.long_run for day, load in layout)


def r15_high_after_the_long_run(layout: Layout, athlete: Athlete) -> bool:
    return athlete.race in (Race.HALF, Race.MARATHON) and (after_long_run(athlete), HIGH) in layout


def r18_three_high(layout: Layout, _: Athlete) -> bool:
    return sum(load is HIGH for _, load in layout) > 2


MUSTS: dict[str, Callable[[Layout, Athlete], bool]] = {
    "R10": r10_loaded_days_touch,
    "R11": r11_high_before_a_key_run,
    "R14": r14_loaded_on_the_long_run,
    "R15": r15_high_after_the_long_run,
    "R18": r18_three_high,
}


# What makes one layout better than another: more load given, then these, the first difference
# deciding; less is better.
def load_given(layout: Layout) -> int:
    return sum({LOW: 0, MEDIUM: 1, HIGH: 2}[load] for _, load in layout)


def high_days_missed(layout: Layout, _: Athlete) -> int:
    return -sum(load is HIGH for _, load in layout)


def r12_high_within_two_days_before(layout: Layout, athlete: Athlete) -> int:
    """Each high day once for every key run on the two days after it."""
    ahead = ((next_day(day), next_day(next_day(day))) for day, load in layout if load is HIGH)
    return sum(run in two_days for two_days in ahead for run in key_runs(athlete))


def r15_as_a_wish(layout: Layout, athlete: Athlete) -> bool:
    return (after_long_run(athlete), HIGH) in layout


def r16_no_day_off(layout: Layout, athlete: Athlete) -> bool:
    return {day for day, _ in layout} | key_runs(athlete) == set(WEEK)


def legs_not_fresh(layout: Layout, athlete: Athlete) -> int:
    return sum(
        load is MEDIUM and (next_day(day) in key_runs(athlete) or day == after_long_run(athlete))
        for day, load in layout
    )


def easy_days_used(layout: Layout, athlete: Athlete) -> int:
    return sum(day not in athlete.hard_runs or day == athlete.long_run for day, _ in layout)


def uneven(layout: Layout, _: Athlete) -> int:
    days = [WEEK.index(day) for day, _ in layout]
    return sum(
        ((later - earlier) % 7) ** 2
        for earlier, later in zip(days, days[1:] + days[:1], strict=True)
    )


def late(layout: Layout, _: Athlete) -> tuple[Day, ...]:
    return tuple(WEEK.index(day) for day, _ in layout)


WISHES = [
    high_days_missed,
    r12_high_within_two_days_before,
    r15_as_a_wish,
    r16_no_day_off,
    legs_not_fresh,
    easy_days_used,
    uneven,
    late,
]


@cache
def conceivable(days: tuple[Day, ...], sessions: int, attainable: Load) -> list[list[Layout]]:
    """Every choice of days and loads that the rules without a run (R10, R18) leave, those of one
    total load together, the most first.
    """
    loads = [load for load in Load if load.rank <= attainable.rank]
    nobody = Athlete()
    layouts = [
        layout
        for chosen in combinations(days, sessions)
        for given in product(loads, repeat=sessions)
        if not MUSTS["R10"](layout := tuple(zip(chosen, given, strict=True)), nobody)
        and not MUSTS["R18"](layout, nobody)
    ]
    totals = sorted({load_given(layout) for layout in layouts}, reverse=True)
    return [[layout for layout in layouts if load_given(layout) == total] for total in totals]


def best_by_brute_force(athlete: Athlete, attainable: Load) -> list[Layout]:
    """The layouts that nothing stated tells apart: several where the same days may carry the same
    loads in another order.
    """
    for same_load in conceivable(athlete.days, athlete.sessions, attainable):
        left = [
            layout
            for layout in same_load
            if not any(MUSTS[rule](layout, athlete) for rule in ("R11", "R14", "R15"))
        ]
        if left:
            break
    for wish in WISHES:
        worth = [wish(layout, athlete) for layout in left]
        left = [layout for layout, value in zip(left, worth, strict=True) if value == min(worth)]
    return left


def placed(athlete: Athlete, attainable: Load = HIGH) -> Layout:
    return tuple((day.day, day.load) for day in place(athlete, attainable))


def subsets(days: Iterable[Day]) -> Iterator[tuple[Day, ...]]:
    days = tuple(days)
    for size in range(len(days) + 1):
        yield from combinations(days, size)


RUNNING_WEEKS = [(long_run, hard) for long_run in (None, *WEEK) for hard in subsets(WEEK)]
"""All 128 choices of hard-run days with each long-run day and none."""
TELLING = [(long_run, hard) for long_run, hard in RUNNING_WEEKS if long_run not in hard]
"""A hard run on the day of the long run adds nothing to it (a test below), so these 576 stand for
all 1,024.
"""
AFTER_A_LONG_RUN = [
    (long_run, hard)
    for long_run, hard in TELLING
    if long_run and next_day(next_day(long_run)) not in hard
]
"""Where R15 says anything: there is a long run, and R11 does not already forbid high load on the
day after it.
"""
RACES = {Race.TEN_K: TELLING, Race.HALF: AFTER_A_LONG_RUN}
"""The race decides in one way only, R15; a test below takes the others."""


@pytest.mark.parametrize("sessions", [2, 3])
@pytest.mark.parametrize("race", RACES, ids=str)
def test_every_running_week_gets_the_best_layout_that_breaks_no_must(race: Race, sessions: int):
    wrong = []
    for long_run, hard in RACES[race]:
        athlete = Athlete(race=race, sessions=sessions, long_run=long_run, hard_runs=hard)
        found = placed(athlete)
        broken = [rule for rule, breaks in MUSTS.items() if breaks(found, athlete)]
        if broken or found not in best_by_brute_force(athlete, HIGH):
            wrong.append((long_run, hard, found, broken))
    assert wrong == []


@pytest.mark.parametrize("sessions", [2, 3])
@pytest.mark.parametrize("attainable", [LOW, MEDIUM], ids=str)
def test_who_cannot_load_more_gets_the_best_layout_too(attainable: Load, sessions: int):
    """Without high load neither level nor race matters."""
    wrong = []
    for long_run, hard in TELLING:
        athlete = Athlete(sessions=sessions, long_run=long_run, hard_runs=hard)
        if placed(athlete, attainable) not in best_by_brute_force(athlete, attainable):
            wrong.append((long_run, hard))
    assert wrong == []


def test_a_hard_run_on_the_day_of_the_long_run_changes_nothing():
    wrong = []
    for long_run, hard in RUNNING_WEEKS:
        if long_run in hard:
            athlete = Athlete(long_run=long_run, hard_runs=hard)
            without = replace(athlete, hard_runs=tuple(day for day in hard if day != long_run))
            if placed(athlete) != placed(without):
                wrong.append((long_run, hard))
    assert wrong == []


@pytest.mark.parametrize("race", Race, ids=str)
@pytest.mark.parametrize("level", Level, ids=str)
def test_every_level_and_race_gets_the_best_layout(level: Level, race: Race):
    for (long_run, hard), sessions in zip(TELLING[::24], (2, 3) * len(TELLING), strict=False):
        athlete = Athlete(
            race=race, level=level, sessions=sessions, long_run=long_run, hard_runs=hard
        )
        assert placed(athlete) in best_by_brute_force(athlete, HIGH)


@drawn
@given(athlete=athletes(), attainable=st.sampled_from(Load))
def test_whatever_days_are_free_the_layout_is_the_best_of_them(athlete: Athlete, attainable: Load):
    assert placed(athlete, attainable) in best_by_brute_force(athlete, attainable)


def a_week(text: str, **changes: object) -> Athlete:
    """An advanced 10k runner's week in seven letters from Monday: `h`ard run, `L`ong run, `x` not
    free for strength, `.` nothing.
    """
    marks = dict(zip(WEEK, text, strict=True))
    week = Athlete(
        level=Level.ADVANCED,
        long_run=next((day for day, mark in marks.items() if mark == "L"), None),
        hard_runs=tuple(day for day, mark in marks.items() if mark == "h"),
        days=tuple(day for day, mark in marks.items() if mark != "x"),
    )
    return replace(week, **changes)


def written(layout: Layout) -> str:
    return " ".join(f"{day} {load}" for day, load in layout)


@pytest.mark.parametrize(
    ("week", "layout"),
    [
        pytest.param(
            a_week("......."),
            "mon high thu high",
            id="no runs: as far apart as a week allows, the earlier days",
        ),
        pytest.param(
            a_week(".......", sessions=3),
            "mon medium wed high fri high",
            id="three sessions: two high and a medium, R18",
        ),
        pytest.param(
            a_week("..h...L"),
            "wed high fri high",
            id="the usual week: on the hard run's day, and load goes before R12",
        ),
        pytest.param(
            a_week("L......"),
            "wed high fri high",
            id="not within two days before the long run: R12",
        ),
        pytest.param(a_week(".h.h..L"), "tue high thu high", id="hard days hard, easy days easy"),
        pytest.param(a_week("x.x.xxL"), "tue high thu high", id="only two days free"),
        pytest.param(
            a_week(".....xL", race=Race.HALF, sessions=3),
            "mon medium wed high fri high",
            id="half: R15 makes Monday medium",
        ),
        pytest.param(a_week("xxxxx.L"), "sat medium sun low", id="the weekend only: R11 and R14"),
        pytest.param(
            a_week("hhhhhhh"), "mon medium thu medium", id="a hard run every day: R11 everywhere"
        ),
        pytest.param(
            a_week(".hLhhhh", days=(MON, TUE, WED)),
            "tue medium wed low",
            id="Monday stays the day off: R16",
        ),
        pytest.param(a_week("xxx..xx"), "thu low fri high", id="two days that touch: R10"),
        pytest.param(
            a_week("..xxxxx", long_run=SUN),
            "mon low tue high",
            id="Sunday touches Monday: R14 and R15 as a wish",
        ),
    ],
)
def test_the_layout_of_a_named_week(week: Athlete, layout: str):
    assert written(placed(week)) == layout


@pytest.mark.parametrize(
    ("days", "sessions", "sentence"),
    [
        pytest.param(
            (),
            2,
            "2 sessions need 2 free days, and none is free. Free another day with --days.",
            id="no day",
        ),
        pytest.param(
            (FRI,),
            2,
            "2 sessions need 2 free days, and only 1 is free (Friday). Free another day with "
            "--days.",
            id="one day",
        ),
        pytest.param(
            (MON, FRI),
            3,
            "3 sessions need 3 free days, and only 2 are free (Monday, Friday). "
            "Free another day with --days, or ask for fewer sessions with --sessions 2.",
            id="two days for three sessions",
        ),
    ],
)
def test_too_few_free_days_are_refused_with_a_way_out(
    days: tuple[Day, ...], sessions: int, sentence: str
):
    with pytest.raises(BefitError) as refused:
        place(Athlete(days=days, sessions=sessions), HIGH)
    assert str(refused.value) == sentence


WAIT = "Run first, then wait at least 3 hours, better 6."


@pytest.mark.parametrize(
    ("day", "week", "words"),
    [
        pytest.param(
            TUE,
            a_week(".h.h..L"),
            f"Tuesday, after your hard run: hard days stay hard, easy days easy. {WAIT} Your next "
            f"hard run is 2 days away.",
            id="hard-run day",
        ),
        pytest.param(
            SUN,
            a_week("..h...L"),
            "Sunday, your long run: light work only, at any time after it. Your next hard run is "
            "3 days away.",
            id="long-run day",
        ),
        pytest.param(
            MON,
            a_week("..h...L"),
            "Monday, the day after your long run: the legs are still recovering, so nothing "
            "heavy. Your next hard run is 2 days away.",
            id="the day after the long run",
        ),
        pytest.param(
            SAT,
            a_week("..h...L"),
            "Saturday, a day without a hard run. Your long run is tomorrow.",
            id="the day before",
        ),
        pytest.param(
            FRI, a_week("......."), "Friday, a day without a hard run.", id="no key run at all"
        ),
        pytest.param(
            WED,
            a_week("..h...."),
            f"Wednesday, after your hard run: hard days stay hard, easy days easy. {WAIT} Your "
            f"next hard run is 7 days away.",
            id="the only key run of the week",
        ),
    ],
)
def test_the_reason_for_a_day_in_the_runners_words(day: Day, week: Athlete, words: str):
    assert reason(week, day, LOW, race_in=7) == words


@pytest.mark.parametrize(
    ("race_in", "ahead"),
    [
        pytest.param(7, "Your next hard run is 5 days away.", id="a week before"),
        pytest.param(6, "The race is 6 days away.", id="later"),
    ],
)
def test_in_the_last_six_days_it_is_the_race_that_lies_ahead(race_in: int, ahead: str):
    assert (
        reason(a_week("..h...."), FRI, LOW, race_in=race_in)
        == f"Friday, a day without a hard run. {ahead}"
    )


@pytest.mark.parametrize("race", [Race.FIVE_K, Race.TEN_K], ids=str)
def test_a_heavy_day_after_the_long_run_is_not_told_to_be_light(race: Race):
    """For 5k and 10k R15 is a wish: where the load stays high, the reason must not promise anything
    else.
    """
    athlete = a_week("x.x.xxx", long_run=MON, race=race)
    assert placed(athlete) == ((TUE, HIGH), (THU, HIGH))
    told = (
        "Tuesday, the day after your long run: lift less if the legs are still heavy. Your "
        "next long run is 6 days away."
    )
    assert reason(athlete, TUE, HIGH, race_in=7) == told


def notes(athlete: Athlete, attainable: Load = HIGH) -> list[tuple[str, str]]:
    layout: tuple[PlacedDay, ...] = place(athlete, attainable)
    return [(note.rule, note.text) for note in placement_notes(athlete, layout, attainable)]


@pytest.mark.parametrize(
    ("week", "rule", "said"),
    [
        pytest.param(
            a_week("..h...L", days=(SAT, SUN)),
            "R11",
            "(Saturday medium, Sunday low): Saturday cannot carry more. For more, free Monday.",
            id="before the long run, whatever day the hard run has",
        ),
        pytest.param(
            a_week("..h..h.", days=(TUE, FRI)),
            "R11",
            "(Tuesday medium, Friday medium): Tuesday, Friday cannot carry more. "
            "For more, move the hard run from Wednesday to Monday or free Monday.",
            id="before hard runs, of which one can be moved",
        ),
        pytest.param(
            a_week("hh.....", days=(MON, TUE, WED)),
            "R11",
            "(Monday medium, Wednesday high): Monday cannot carry more. "
            "For more, move the hard run from Tuesday to Wednesday or free Thursday.",
            id="before hard runs, of which the second must move",
        ),
        pytest.param(
            a_week("hhhhhhL", days=WEEK[1:]),
            "R11",
            "(Tuesday "
            "medium, "
            "Friday "
            "medium): "
            "Tuesday, "
            "Wednesday, "
            "Thursday, "
            "Friday, "
            "Saturday "
            "cannot carry "
            "more.",
            id="before key runs, and nothing helps",
        ),
        pytest.param(
            a_week("x.xxxxL"),
            "R14",
            "(Tuesday high, Sunday low): Sunday cannot carry more. For more, free Thursday.",
            id="on the day of the long run",
        ),
        pytest.param(
            a_week("....h.L", days=(MON, WED), race=Race.HALF),
            "R15",
            "(Monday medium, Wednesday high): Monday cannot carry more. For more, free Friday.",
            id="after the long run",
        ),
        pytest.param(
            a_week("xxx..xx"),
            "R10",
            "(Thursday "
            "low, "
            "Friday "
            "high): the "
            "free "
            "days "
            "are too "
            "close "
            "together. For "
            "more, "
            "free "
            "Monday.",
            id="days that touch",
        ),
        pytest.param(
            a_week("hh.....", days=(MON, TUE)),
            "R10",
            "(Monday low, "
            "Tuesday "
            "high): the "
            "free "
            "days "
            "are too "
            "close "
            "together. For "
            "more, "
            "free "
            "Wednesday.",
            id="days that touch before a hard run",
        ),
    ],
)
def test_lowered_load_is_a_note_with_its_rule_its_days_and_the_change_that_helps(
    week: Athlete, rule: str, said: str
):
    assert notes(week) == [(rule, f"Less load than usual this week {said}")]


@pytest.mark.parametrize("sessions", [2, 3])
def test_a_week_with_all_the_load_wanted_has_no_note(sessions: int):
    assert notes(a_week(".......", sessions=sessions)) == []


def test_load_that_nobody_could_reach_is_not_missed():
    assert notes(a_week("......."), MEDIUM) == []


def in_order(days: Iterable[Day]) -> tuple[Day, ...]:
    return tuple(sorted(set(days), key=WEEK.index))


def changed_as_told(athlete: Athlete, change: str) -> Athlete:
    """The week after `free Friday` or `move the hard run from Thursday to Friday`."""
    named = [day for word in change.split() for day in WEEK if day.title == word]
    if change.startswith("free"):
        return replace(athlete, days=in_order([*athlete.days, *named]))
    old, new = named
    assert old in athlete.hard_runs
    return replace(
        athlete, hard_runs=in_order([*(day for day in athlete.hard_runs if day != old), new])
    )


def changes_told(text: str) -> list[str]:
    return (
        text.rpartition("For more, ")[2].rstrip(".").split(" or ") if "For more, " in text else []
    )


@drawn
@given(athlete=athletes(), attainable=st.sampled_from((MEDIUM, HIGH)))
def test_a_change_that_a_note_proposes_gives_more_load(athlete: Athlete, attainable: Load):
    given_now = load_given(placed(athlete, attainable))
    for _, text in notes(athlete, attainable):
        for change in changes_told(text):
            assert load_given(placed(changed_as_told(athlete, change), attainable)) > given_now, (
                change
            )


def most_load_without(rule: str, athlete: Athlete, attainable: Load) -> int:
    """The load that the week could carry if that rule did not exist."""
    loads = [load for load in Load if load.rank <= attainable.rank]
    others = [breaks for name, breaks in MUSTS.items() if name != rule]
    layouts = (
        tuple(zip(chosen, given, strict=True))
        for chosen in combinations(athlete.days, athlete.sessions)
        for given in product(loads, repeat=athlete.sessions)
    )
    return max(
        load_given(layout)
        for layout in layouts
        if not any(breaks(layout, athlete) for breaks in others)
    )


@drawn
@given(athlete=athletes(), attainable=st.sampled_from((MEDIUM, HIGH)))
def test_the_rule_that_a_note_names_is_one_that_takes_load_away(athlete: Athlete, attainable: Load):
    given_now = load_given(placed(athlete, attainable))
    guilty = {
        rule
        for rule in MUSTS
        if rule != "R18" and most_load_without(rule, athlete, attainable) > given_now
    }
    for rule, text in notes(athlete, attainable):
        assert not guilty or rule in guilty, text
