"""The running week -> strength days and loads: no rule of the week broken, the best layout of all,
and what load it costs told truly.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import combinations, product

import pytest
from asked import part
from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec.structs import replace
from strategies import MONDAY, athletes, drawn

from befit_cli.errors import BefitError, Cause
from befit_cli.planning.placement import ceiling, place, placement_notes
from befit_cli.values import (
    Athlete,
    Day,
    Facts,
    Level,
    Load,
    Note,
    NoteKey,
    Race,
    Runs,
    Scope,
    usual_runs,
)
from befit_cli.views.sentences import note_text

LOW, MEDIUM, HIGH = Load
WEEK = tuple(Day)
MON, TUE, WED, THU, FRI, SAT, SUN = WEEK
Layout = tuple[tuple[Day, Load], ...]


def next_day(day: Day) -> Day:
    return WEEK[(WEEK.index(day) + 1) % 7]


def neighbours(one: Day, other: Day) -> bool:
    return next_day(one) == other or next_day(other) == one


def key_runs(runs: Runs) -> set[Day]:
    return {*runs.hard, *runs.long}


def after_long_runs(runs: Runs) -> set[Day]:
    return {next_day(day) for day in runs.long}


# The rules of the week, each by itself: what a layout that breaks it does.
def r10_loaded_days_touch(layout: Layout, runs: Runs, race: Race) -> bool:
    return any(
        neighbours(one, other)
        for (one, load), (other, more) in combinations(layout, 2)
        if LOW not in (load, more)
    )


def r11_high_before_a_key_run(layout: Layout, runs: Runs, race: Race) -> bool:
    return any(load is HIGH and next_day(day) in key_runs(runs) for day, load in layout)


def r12_high_within_two_days_before(layout: Layout, runs: Runs, race: Race) -> bool:
    ahead = [{next_day(day), next_day(next_day(day))} for day, load in layout if load is HIGH]
    return any(not key_runs(runs).isdisjoint(two_days) for two_days in ahead)


def r14_loaded_on_a_long_run(layout: Layout, runs: Runs, race: Race) -> bool:
    return any(load is not LOW and day in runs.long for day, load in layout)


def r15_high_after_a_long_run(layout: Layout, runs: Runs, race: Race) -> bool:
    return race in (Race.HALF, Race.MARATHON) and high_after_long_runs(layout, runs) > 0


def r18_three_high(layout: Layout, runs: Runs, race: Race) -> bool:
    return sum(load is HIGH for _, load in layout) > 2


MUSTS: dict[str, Callable[[Layout, Runs, Race], bool]] = {
    "R10": r10_loaded_days_touch,
    "R11": r11_high_before_a_key_run,
    "R14": r14_loaded_on_a_long_run,
    "R15": r15_high_after_a_long_run,
    "R18": r18_three_high,
}


def musts_of(level: Level) -> dict[str, Callable[[Layout, Runs, Race], bool]]:
    """R12 is asked of beginners alone."""
    return MUSTS | {"R12": r12_high_within_two_days_before} if level is Level.BEGINNER else MUSTS


# What makes one layout better than another: more load given, then these, the first difference
# deciding; less is better.
def load_given(layout: Layout) -> int:
    return sum({LOW: 0, MEDIUM: 1, HIGH: 2}[load] for _, load in layout)


def high_days_missed(layout: Layout, _: Runs) -> int:
    return -sum(load is HIGH for _, load in layout)


def high_after_long_runs(layout: Layout, runs: Runs) -> int:
    """R15, for the races where it is no must."""
    return sum(load is HIGH and day in after_long_runs(runs) for day, load in layout)


def r16_no_day_off(layout: Layout, runs: Runs) -> bool:
    return {day for day, _ in layout} | key_runs(runs) == set(WEEK)


def legs_not_fresh(layout: Layout, runs: Runs) -> int:
    return sum(
        load is MEDIUM and (next_day(day) in key_runs(runs) or day in after_long_runs(runs))
        for day, load in layout
    )


def easy_days_used(layout: Layout, runs: Runs) -> int:
    return sum(day not in runs.hard or day in runs.long for day, _ in layout)


def uneven(layout: Layout, _: Runs) -> int:
    days = [WEEK.index(day) for day, _ in layout]
    return sum(
        ((later - earlier) % 7) ** 2
        for earlier, later in zip(days, days[1:] + days[:1], strict=True)
    )


def late(layout: Layout, _: Runs) -> tuple[Day, ...]:
    return tuple(WEEK.index(day) for day, _ in layout)


WISHES = [
    high_days_missed,
    high_after_long_runs,
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
    layouts = [
        layout
        for chosen in combinations(days, sessions)
        for given in product(loads, repeat=sessions)
        if not MUSTS["R10"](layout := tuple(zip(chosen, given, strict=True)), Runs(), Race.TEN_K)
        and not MUSTS["R18"](layout, Runs(), Race.TEN_K)
    ]
    totals = sorted({load_given(layout) for layout in layouts}, reverse=True)
    return [[layout for layout in layouts if load_given(layout) == total] for total in totals]


def best_by_brute_force(
    athlete: Athlete, attainable: Load, runs: Runs | None = None
) -> list[Layout]:
    """The layouts that nothing stated tells apart: several where the same days may carry the same
    loads in another order.
    """
    runs = runs or usual_runs(athlete, MONDAY)
    for same_load in conceivable(athlete.days, athlete.sessions, attainable):
        left = [layout for layout in same_load if not broken(layout, runs, athlete)]
        if left:
            break
    for wish in WISHES:
        worth = [wish(layout, runs) for layout in left]
        left = [layout for layout, value in zip(left, worth, strict=True) if value == min(worth)]
    return left


def placed(athlete: Athlete, attainable: Load = HIGH, runs: Runs | None = None) -> Layout:
    slots = place(athlete, runs or usual_runs(athlete, MONDAY), attainable)
    return tuple((slot.day, slot.load) for slot in slots)


def broken(layout: Layout, runs: Runs, athlete: Athlete) -> list[str]:
    musts = musts_of(athlete.level)
    return [rule for rule, breaks in musts.items() if breaks(layout, runs, athlete.race)]


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
RACES = {Race.TEN_K: part(TELLING, 150), Race.HALF: part(AFTER_A_LONG_RUN, 60)}
"""The race decides in one way only, R15, and the level in R12; a test below takes the others."""


@pytest.mark.parametrize("sessions", [2, 3])
@pytest.mark.parametrize("race", RACES, ids=str)
def test_every_running_week_gets_the_best_layout_that_breaks_no_must(race: Race, sessions: int):
    wrong = []
    for long_run, hard in RACES[race]:
        athlete = Athlete(race=race, sessions=sessions, long_run=long_run, hard_runs=hard)
        found = placed(athlete)
        against = broken(found, usual_runs(athlete, MONDAY), athlete)
        if against or found not in best_by_brute_force(athlete, HIGH):
            wrong.append((long_run, hard, found, against))
    assert wrong == []


TWO_LONG_RUNS = [
    Runs(hard=hard, long=tuple(sorted((day, next_day(day)), key=WEEK.index)))
    for day in WEEK
    for hard in subsets(WEEK)
    if day not in hard and next_day(day) not in hard
]
"""Two long runs in a row, with each choice of hard runs on the other days."""


@pytest.mark.parametrize("sessions", [2, 3])
@pytest.mark.parametrize("race", [Race.TEN_K, Race.MARATHON], ids=str)
def test_two_long_runs_in_a_row_get_the_best_layout_that_breaks_no_must(race: Race, sessions: int):
    athlete = Athlete(race=race, sessions=sessions)
    wrong = []
    for runs in part(TWO_LONG_RUNS, 60):
        found = placed(athlete, runs=runs)
        against = broken(found, runs, athlete)
        if against or found not in best_by_brute_force(athlete, HIGH, runs):
            wrong.append((runs, found, against))
    assert wrong == []


@pytest.mark.parametrize(
    ("day", "without", "most"),
    [
        pytest.param(FRI, "", (MEDIUM, "R11"), id="the day before the first"),
        pytest.param(SAT, "", (LOW, "R14"), id="the first"),
        pytest.param(SAT, "R14", (MEDIUM, "R11"), id="the first lies before the second"),
        pytest.param(SUN, "", (LOW, "R14"), id="the second"),
        pytest.param(SUN, "R14", (MEDIUM, "R15"), id="the second lies after the first"),
        pytest.param(MON, "", (MEDIUM, "R15"), id="the day after the second"),
        pytest.param(TUE, "", (HIGH, ""), id="two days after the second"),
    ],
)
def test_each_of_two_long_runs_in_a_row_holds_load_back(
    day: Day, without: str, most: tuple[Load, str]
):
    assert ceiling(day, Runs(long=(SAT, SUN)), Race.HALF, without) == most


@pytest.mark.parametrize("sessions", [2, 3])
@pytest.mark.parametrize("attainable", [LOW, MEDIUM], ids=str)
def test_who_cannot_load_more_gets_the_best_layout_too(attainable: Load, sessions: int):
    """Without high load neither level nor race matters."""
    wrong = []
    for long_run, hard in part(TELLING, 150):
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


@pytest.mark.of_a_kind(5)
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
    # Which days have the weights is another preference.
    athlete = replace(athlete, kit_by_day={})
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


@drawn
@given(athlete=athletes())
def test_the_sessions_of_a_week_are_numbered_from_one_in_the_order_of_its_days(athlete: Athlete):
    slots = place(athlete, usual_runs(athlete, MONDAY), HIGH)
    assert [slot.number for slot in slots] == list(range(1, athlete.sessions + 1))
    assert [slot.day for slot in slots] == sorted((slot.day for slot in slots), key=WEEK.index)


def loads_of(layout: Layout) -> list[Load]:
    return sorted((load for _, load in layout), reverse=True)


@pytest.mark.parametrize("level", [Level.BEGINNER, Level.ADVANCED], ids=str)
@pytest.mark.parametrize("race", RACES, ids=str)
def test_a_third_session_takes_no_load_from_the_two_in_any_running_week(race: Race, level: Level):
    thinner = []
    for long_run, hard in RACES[race]:
        two = Athlete(race=race, level=level, sessions=2, long_run=long_run, hard_runs=hard)
        three = replace(two, sessions=3)
        pairs = zip(loads_of(placed(two)), loads_of(placed(three)), strict=False)
        if any(more < load for load, more in pairs):
            thinner.append((long_run, hard))
    assert thinner == []


@drawn
@given(athlete=athletes(), attainable=st.sampled_from(Load))
def test_a_third_session_takes_no_load_from_the_two(athlete: Athlete, attainable: Load):
    three = replace(athlete, sessions=3)
    assume(len(athlete.days) >= 3)
    two = loads_of(placed(replace(athlete, sessions=2), attainable))
    assert all(
        more >= load for load, more in zip(two, loads_of(placed(three, attainable)), strict=False)
    )


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
            a_week("L......", level=Level.BEGINNER),
            "wed high fri high",
            id="a beginner not within two days before the long run: R12",
        ),
        pytest.param(
            a_week("L......"),
            "wed high sat high",
            id="others as far apart as the week allows",
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
            "2 sessions need 2 free days, and none is free.",
            id="no day",
        ),
        pytest.param(
            (FRI,),
            2,
            "2 sessions need 2 free days, and only 1 is free (Friday).",
            id="one day",
        ),
        pytest.param(
            (MON, FRI),
            3,
            "3 sessions need 3 free days, and only 2 are free (Monday, Friday).",
            id="two days for three sessions",
        ),
    ],
)
def test_too_few_free_days_are_refused_with_how_many_there_are(
    days: tuple[Day, ...], sessions: int, sentence: str
):
    with pytest.raises(BefitError) as refused:
        place(Athlete(days=days, sessions=sessions), Runs(), HIGH)
    assert str(refused.value) == sentence
    assert (refused.value.cause, refused.value.facts) == (Cause.TOO_FEW_DAYS, {"free": len(days)})


def notes(athlete: Athlete, attainable: Load = HIGH) -> tuple[Note, ...]:
    runs = usual_runs(athlete, MONDAY)
    return placement_notes(athlete, runs, place(athlete, runs, attainable), attainable)


BEFORE_HARD_RUNS = a_week("..h..h.", days=(TUE, FRI))
NOTHING_HELPS = a_week("hhhhhhL", days=WEEK[1:])
TOUCHING = a_week("xxx..xx")


@pytest.mark.parametrize(
    ("week", "rule", "facts"),
    [
        pytest.param(
            a_week("..h...L", days=(SAT, SUN)),
            "R11",
            {"loads": [[SAT, MEDIUM], [SUN, LOW]], "held": [SAT], "free": MON},
            id="before the long run, whatever day the hard run has",
        ),
        pytest.param(
            BEFORE_HARD_RUNS,
            "R11",
            {
                "loads": [[TUE, MEDIUM], [FRI, MEDIUM]],
                "held": [TUE, FRI],
                "move": [WED, TUE],
                "free": MON,
            },
            id="before hard runs, of which one can be moved",
        ),
        pytest.param(
            a_week("hh.....", days=(MON, TUE, WED)),
            "R11",
            {
                "loads": [[MON, MEDIUM], [WED, HIGH]],
                "held": [MON],
                "move": [TUE, WED],
                "free": THU,
            },
            id="before hard runs, of which the second must move",
        ),
        pytest.param(
            a_week("..h...L", level=Level.BEGINNER, days=(MON, FRI)),
            "R12",
            {
                "loads": [[MON, MEDIUM], [FRI, MEDIUM]],
                "held": [MON, FRI],
                "move": [WED, THU],
                "free": WED,
            },
            id="before a long run, beside which no hard run is put",
        ),
        pytest.param(
            a_week(".h.h.hL", days=(MON, WED)),
            "R11",
            {"loads": [[MON, MEDIUM], [WED, MEDIUM]], "held": [MON, WED], "free": THU},
            id="before hard runs, where each other day is beside a key run",
        ),
        pytest.param(
            NOTHING_HELPS,
            "R11",
            {"loads": [[TUE, MEDIUM], [FRI, MEDIUM]], "held": [TUE, WED, THU, FRI, SAT]},
            id="before key runs, and nothing helps",
        ),
        pytest.param(
            a_week("x.xxxxL"),
            "R14",
            {"loads": [[TUE, HIGH], [SUN, LOW]], "held": [SUN], "free": THU},
            id="on the day of the long run",
        ),
        pytest.param(
            a_week("....h.L", days=(MON, WED), race=Race.HALF),
            "R15",
            {"loads": [[MON, MEDIUM], [WED, HIGH]], "held": [MON], "free": FRI},
            id="after the long run",
        ),
        pytest.param(
            TOUCHING,
            "R10",
            {"loads": [[THU, LOW], [FRI, HIGH]], "held": [], "free": MON},
            id="days that touch",
        ),
        pytest.param(
            a_week("hh.....", days=(MON, TUE)),
            "R10",
            {"loads": [[MON, LOW], [TUE, HIGH]], "held": [], "free": WED},
            id="days that touch before a hard run",
        ),
    ],
)
def test_lowered_load_is_a_note_with_its_rule_its_days_and_the_change_that_helps(
    week: Athlete, rule: str, facts: Facts
):
    less = Note(rule=rule, key=NoteKey.LESS_LOAD, scope=Scope.WEEK, facts=facts)
    assert notes(week) == (less,)


@pytest.mark.parametrize(
    ("week", "text"),
    [
        pytest.param(
            BEFORE_HARD_RUNS,
            "(Tuesday medium, Friday medium): Tuesday and Friday cannot carry more. For more, move "
            "the hard run from Wednesday to Tuesday or free Monday.",
            id="with what helps",
        ),
        pytest.param(
            NOTHING_HELPS,
            "(Tuesday medium, Friday medium): Tuesday, Wednesday, Thursday, Friday and "
            "Saturday cannot carry more.",
            id="nothing helps",
        ),
        pytest.param(
            TOUCHING,
            "(Thursday low, Friday high): the free days are too close together. For more, free "
            "Monday.",
            id="no day holds it back",
        ),
    ],
)
def test_lowered_load_is_told_in_a_sentence(week: Athlete, text: str):
    [note] = notes(week)
    assert note_text(note) == f"Less load than usual this week {text}"


@pytest.mark.parametrize("sessions", [2, 3])
def test_a_week_with_all_the_load_wanted_has_no_note(sessions: int):
    assert notes(a_week(".......", sessions=sessions)) == ()


@pytest.mark.parametrize("sessions", [2, 3])
def test_a_beginner_has_one_session_of_high_load_in_a_usual_week(sessions: int):
    week = a_week("..h...L", level=Level.BEGINNER, sessions=sessions)
    assert notes(week) == ()


def test_load_that_nobody_could_reach_is_not_missed():
    assert notes(a_week("......."), MEDIUM) == ()


def in_order(days: Iterable[Day]) -> tuple[Day, ...]:
    return tuple(sorted(set(days), key=WEEK.index))


def changed_weeks(athlete: Athlete, facts: Facts) -> Iterator[Athlete]:
    """The week after each of the changes that a note tells."""
    if "free" in facts:
        yield replace(athlete, days=in_order([*athlete.days, facts["free"]]))
    if "move" in facts:
        old, new = facts["move"]
        assert old in athlete.hard_runs
        others = [day for day in athlete.hard_runs if day != old]
        yield replace(athlete, hard_runs=in_order([*others, new]))


@drawn
@given(athlete=athletes(), attainable=st.sampled_from((MEDIUM, HIGH)))
def test_a_change_that_a_note_proposes_gives_more_load(athlete: Athlete, attainable: Load):
    load_now = load_given(placed(athlete, attainable))
    for note in notes(athlete, attainable):
        for changed in changed_weeks(athlete, note.facts):
            assert load_given(placed(changed, attainable)) > load_now, note.facts


@drawn
@given(athlete=athletes(), attainable=st.sampled_from((MEDIUM, HIGH)))
def test_no_note_proposes_a_hard_run_beside_another_key_run(athlete: Athlete, attainable: Load):
    # The week of a race has fewer hard runs, and no such note.
    for note in notes(replace(athlete, race_date=None), attainable):
        if "move" in note.facts:
            old, new = note.facts["move"]
            others = {*athlete.hard_runs, athlete.long_run} - {old, None}
            assert all(new.apart(other) > 1 for other in others)


def most_load_without(rule: str, athlete: Athlete, attainable: Load) -> int:
    """The load that the week could carry if that rule did not exist."""
    loads = [load for load in Load if load.rank <= attainable.rank]
    others = [breaks for name, breaks in musts_of(athlete.level).items() if name != rule]
    runs = usual_runs(athlete, MONDAY)
    layouts = (
        tuple(zip(chosen, given, strict=True))
        for chosen in combinations(athlete.days, athlete.sessions)
        for given in product(loads, repeat=athlete.sessions)
    )
    return max(
        load_given(layout)
        for layout in layouts
        if not any(breaks(layout, runs, athlete.race) for breaks in others)
    )


@drawn
@given(athlete=athletes(), attainable=st.sampled_from((MEDIUM, HIGH)))
def test_the_rule_that_a_note_names_is_one_that_takes_load_away(athlete: Athlete, attainable: Load):
    load_now = load_given(placed(athlete, attainable))
    guilty = {
        rule
        for rule in musts_of(athlete.level)
        if rule != "R18" and most_load_without(rule, athlete, attainable) > load_now
    }
    for note in notes(athlete, attainable):
        assert not guilty or note.rule in guilty, note.facts
