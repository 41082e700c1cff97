"""Race, dates and level -> the block: where its tapers, deloads and phases stand, whatever its
length, and how a block is a sequence of its weeks.
"""

from datetime import date, timedelta
from functools import cache
from itertools import groupby, pairwise, product

import pytest
from strategies import MONDAY, a_season, a_stretch

from befit_cli.errors import BefitError, Cause
from befit_cli.evidence.block import BLOCK_WEEKS, FIRST_STRETCH_MIN
from befit_cli.planning.season import plan_season
from befit_cli.values import Athlete, Day, Level, Phase, Race, Runs, Season, usual_runs

LENGTHS = range(1, 31)
WEEK = timedelta(weeks=1)
RACES = [race for race in Race if race is not Race.NONE]


def season(
    length: int, race: Race = Race.TEN_K, level: Level = Level.BEGINNER, race_on: Day = Day.SUN
) -> Season:
    """The block of that many weeks up to a race on that day of the last, if there is one."""
    if race is Race.NONE:
        return plan_season(Athlete(race=race, level=level), MONDAY, length)
    race_date = MONDAY + (length - 1) * WEEK + timedelta(days=race_on.rank)
    return plan_season(Athlete(race=race, level=level, race_date=race_date), MONDAY)


@cache
def every_season() -> list[Season]:
    return [season(*which) for which in product(LENGTHS, Race, Level, Day)]


def without_a_race() -> list[Season]:
    return [season(*which) for which in product(LENGTHS, [Race.NONE], Level)]


def letters(weeks: Season) -> str:
    """`gggdsst`: the first letter of every week's phase, d for a deload."""
    return "".join("d" if week.deload else week.phase[0] for week in weeks)


@pytest.mark.parametrize(
    ("race", "length", "race_on", "taper"),
    [
        (Race.FIVE_K, 8, Day.SUN, 1),
        (Race.FIVE_K, 8, Day.FRI, 1),
        (Race.FIVE_K, 8, Day.THU, 2),
        (Race.TEN_K, 8, Day.SAT, 1),
        (Race.TEN_K, 8, Day.MON, 2),
        (Race.HALF, 8, Day.SUN, 2),
        (Race.HALF, 8, Day.FRI, 2),
        (Race.HALF, 8, Day.WED, 3),
        (Race.MARATHON, 8, Day.SUN, 2),
        (Race.MARATHON, 8, Day.TUE, 3),
        (Race.MARATHON, 3, Day.SUN, 2),
        (Race.MARATHON, 2, Day.SUN, 1),
        (Race.FIVE_K, 2, Day.SUN, 1),
        (Race.HALF, 2, Day.MON, 2),
        (Race.TEN_K, 1, Day.SUN, 1),
        (Race.MARATHON, 1, Day.MON, 1),
    ],
    ids=str,
)
def test_the_taper_is_as_long_as_race_length_and_weekday_ask(
    race: Race, length: int, race_on: Day, taper: int
):
    assert [week.taper for week in season(length, race, race_on=race_on)] == [False] * (
        length - taper
    ) + [True] * taper


@pytest.mark.parametrize(
    ("level", "length", "weeks"),
    [
        (Level.BEGINNER, 1, "t"),
        (Level.BEGINNER, 2, "gt"),
        (Level.BEGINNER, 5, "ggggt"),
        (Level.BEGINNER, 6, "gggggt"),
        (Level.BEGINNER, 7, "gggdsst"),
        (Level.BEGINNER, 10, "ggggdsssst"),
        (Level.BEGINNER, 14, "gggdsssdssdppt"),
        (Level.INTERMEDIATE, 4, "ssst"),
        (Level.INTERMEDIATE, 8, "sssdpppt"),
        (Level.ADVANCED, 10, "ssssdppppt"),
        (Level.ADVANCED, 16, "gggdsssdsssdpppt"),
    ],
)
def test_the_weeks_of_a_10k_block(level: Level, length: int, weeks: str):
    assert letters(season(length, level=level)) == weeks


@pytest.mark.parametrize(
    ("level", "length", "weeks"),
    [
        (Level.BEGINNER, 1, "g"),
        (Level.BEGINNER, 2, "gg"),
        (Level.ADVANCED, 3, "ggd"),
        (Level.BEGINNER, 6, "gggggd"),
        (Level.INTERMEDIATE, 8, "gggdsssd"),
        (Level.BEGINNER, 12, "gggdsssdsssd"),
        (Level.ADVANCED, 12, "gggdsssdsssd"),
        (Level.ADVANCED, 20, "gggdsssdsssdsssdpppd"),
    ],
)
def test_the_weeks_of_a_block_without_a_race(level: Level, length: int, weeks: str):
    assert letters(season(length, Race.NONE, level)) == weeks


def test_a_block_without_a_race_begins_with_general_and_ends_in_a_deload():
    for weeks in without_a_race():
        assert weeks[0].phase is Phase.GENERAL
        assert not any(week.taper or week.stretch.tapers for week in weeks)
        # two weeks are too few to rest from
        assert weeks[-1].deload == (len(weeks) > 2)


def test_a_block_without_a_race_has_no_power_before_week_9():
    first = [week.number for weeks in without_a_race() for week in weeks if week.phase == "power"]
    assert min(first) >= 9


def test_the_first_stretch_has_3_build_weeks_where_the_block_has_as_many():
    """R19: no deload comes right after the ramp."""
    for weeks in every_season():
        assert weeks.stretches[0].build >= min(3, weeks.build_weeks), letters(weeks)


def length_of(phase: Phase, weeks: Season) -> int:
    """In whole weeks, with the deloads of the phase."""
    return sum(week.phase is phase for week in weeks)


@pytest.mark.parametrize("level", Level, ids=str)
@pytest.mark.parametrize("race", Race, ids=str)
def test_a_block_that_is_long_enough_has_enough_of_every_phase(race: Race, level: Level):
    least = {Phase.GENERAL: 4 if level is Level.BEGINNER else 2, Phase.STRENGTH: 6, Phase.POWER: 2}
    for length in range(16, 31):
        weeks = season(length, race, level)
        assert all(length_of(phase, weeks) >= few for phase, few in least.items()), letters(weeks)


@pytest.mark.parametrize("level", Level, ids=str)
@pytest.mark.parametrize("race", Race, ids=str)
def test_no_phase_of_a_block_of_up_to_24_weeks_builds_too_long(race: Race, level: Level):
    most = {Phase.GENERAL: 8 if level is Level.BEGINNER else 4, Phase.STRENGTH: 10, Phase.POWER: 6}
    for length in range(6, 25):
        weeks = season(length, race, level)
        for phase, many in most.items():
            built = [stretch.build for stretch in weeks.stretches if stretch.phase is phase]
            # a block of one stretch is not divided
            assert sum(built) <= many or len(weeks.stretches) == 1, letters(weeks)


@pytest.mark.parametrize(
    ("length", "ramp"),
    [
        pytest.param(1, 1, id="a taper alone"),
        pytest.param(2, 1, id="one build week"),
        pytest.param(3, 1, id="two"),
        pytest.param(4, 1, id="three"),
        pytest.param(5, 2, id="four"),
        pytest.param(30, 2, id="many"),
    ],
)
def test_the_first_weeks_are_the_ramp(length: int, ramp: int):
    assert [week.number for week in season(length) if week.ramp] == list(range(1, ramp + 1))


def test_the_ramp_is_eased_only_where_nothing_builds():
    for weeks in every_season():
        ramp = [week for week in weeks if week.ramp]
        assert ramp
        assert weeks.build_weeks == 0 or not any(week.deload or week.taper for week in ramp)


@pytest.mark.parametrize(
    ("start", "race_date", "late"),
    [
        pytest.param(Day.WED, Day.SUN, False, id="4 days before"),
        pytest.param(Day.THU, Day.SUN, True, id="3 days before"),
        pytest.param(Day.SUN, Day.SUN, True, id="on the day"),
        pytest.param(Day.SUN, None, False, id="there is no day"),
    ],
)
def test_a_block_that_begins_3_days_before_its_race_or_later_is_too_late(
    start: Day, race_date: Day | None, late: bool
):
    on = None if race_date is None else MONDAY + timedelta(days=race_date.rank)
    athlete = Athlete(race_date=on)
    assert plan_season(athlete, MONDAY + timedelta(days=start.rank), 1).late == late


def test_the_date_of_no_race_is_refused():
    with pytest.raises(BefitError) as refused:
        plan_season(Athlete(race=Race.NONE, race_date=date(2027, 4, 18)), MONDAY)
    assert str(refused.value) == ("The race on 2027-04-18 does not go with a plan without a race.")
    assert refused.value.cause is Cause.DATE_WITHOUT_RACE


@pytest.mark.parametrize("race", RACES, ids=str)
def test_every_block_ends_in_its_taper_and_has_it_nowhere_else(race: Race):
    for length, level, race_on in product(LENGTHS, Level, Day):
        assert letters(season(length, race, level, race_on)).rstrip("t").count("t") == 0
        assert season(length, race, level, race_on)[-1].taper


def test_a_stretch_of_build_weeks_is_2_to_5_weeks_long():
    """R34. A block with fewer than two weeks before its taper has what there is."""
    for weeks in every_season():
        build = letters(weeks).rstrip("t")
        lengths = [len(stretch) for stretch in build.removesuffix("d").split("d")]
        assert all(2 <= length <= 5 for length in lengths) or len(build) < 2, letters(weeks)


def test_no_deload_stands_right_before_the_taper_or_another_deload():
    assert [
        letters(weeks)
        for weeks in every_season()
        if "dt" in letters(weeks) or "dd" in letters(weeks)
    ] == []


def test_phases_come_once_each_and_in_order():
    for weeks in every_season():
        phases = [phase for phase, _ in groupby(week.phase for week in weeks)]
        assert phases == sorted(set(phases), key=list(Phase).index), letters(weeks)


def test_a_beginner_starts_with_general_strength_in_every_block_that_builds():
    blocks = [season(length, race, Level.BEGINNER) for length, race in product(LENGTHS, Race)]
    assert {weeks[0].phase for weeks in blocks if len(weeks) > 1} == {Phase.GENERAL}


def test_weeks_start_on_consecutive_mondays_and_count_from_one():
    for weeks in every_season():
        assert [week.starts for week in weeks] == [
            MONDAY + WEEK * place for place in range(len(weeks))
        ]
        assert [(week.number, week.of) for week in weeks] == [
            (place, len(weeks)) for place in range(1, len(weeks) + 1)
        ]


def test_the_last_week_holds_the_race():
    for length, race_on in product(LENGTHS, Day):
        block = season(length, race_on=race_on)
        assert block.race_day == block[-1].starts + timedelta(days=race_on.rank)


def test_a_stretch_is_one_phase_and_its_steps_rise_from_0_to_the_last():
    for weeks in every_season():
        for stretch, its_weeks in groupby(weeks, key=lambda week: week.stretch):
            build = [week for week in its_weeks if not (week.deload or week.taper)]
            assert [week.step for week in build] == list(range(len(build)))
            assert {week.phase for week in build} <= {stretch.phase}
            assert stretch.build == len(build)
            assert stretch.steps == max(len(build), 1)


def test_a_deload_belongs_to_the_stretch_before_it_at_its_last_step():
    for weeks in every_season():
        for before, deload in pairwise(weeks):
            if deload.deload:
                assert (deload.stretch, deload.step, deload.phase) == (
                    before.stretch,
                    before.step,
                    before.phase,
                )


def test_a_stretch_of_one_week_or_none_has_one_step():
    assert [
        [week.step for week in plan_season(Athlete(race=Race.HALF), MONDAY, weeks)]
        for weeks in (1, 2, 3)
    ] == [[0], [0, 0], [0, 0, 0]]


def test_the_taper_belongs_to_the_last_stretch_which_knows_how_long_it_is():
    for weeks in every_season():
        *others, last = weeks.stretches
        if not weeks[-1].taper:
            continue
        taper = [week for week in weeks if week.taper]
        assert {week.stretch for week in taper} == {last}
        assert (last.tapers, last.eased) == (True, len(taper))
        assert {(stretch.tapers, stretch.eased) for stretch in others} <= {(False, 1)}


def test_build_weeks_are_those_without_deload_and_taper():
    for weeks in every_season():
        assert weeks.build_weeks == sum(not (week.deload or week.taper) for week in weeks)


def test_a_block_is_as_long_as_its_weeks_and_knows_where_each_stands():
    block = season(14)
    assert len(block) == 14
    assert [block[place] for place in range(14)] == list(block)
    assert [week.number for week in block] == list(range(1, 15))
    assert all(week.season is block for week in block)


@pytest.mark.parametrize(
    ("place", "number"), [(0, 1), (4, 5), (13, 14), (-1, 14), (-14, 1)], ids=str
)
def test_a_week_is_found_by_its_place_from_either_end(place: int, number: int):
    assert season(14)[place].number == number


@pytest.mark.parametrize("place", [14, -15])
def test_a_block_has_no_week_beyond_its_ends(place: int):
    with pytest.raises(IndexError):
        season(14)[place]


@pytest.mark.parametrize(
    ("some", "numbers"),
    [
        pytest.param(slice(2, 5), (3, 4, 5), id="some in a row"),
        pytest.param(slice(-2, None), (13, 14), id="the last two"),
        pytest.param(slice(0, None, 6), (1, 7, 13), id="every sixth"),
        pytest.param(slice(14, 20), (), id="none beyond the end"),
    ],
)
def test_a_slice_of_a_block_is_its_weeks_in_order(some: slice, numbers: tuple[int, ...]):
    block = season(14)
    assert tuple(week.number for week in block[some]) == numbers
    assert block[:] == tuple(block)


def test_the_stretches_of_a_block_cover_each_week_once_and_in_order():
    for block in every_season():
        covered = [week for stretch in block.stretches for week in block.of_stretch(stretch)]
        assert covered == list(block)
        assert [stretch.number for stretch in block.stretches] == list(range(len(block.stretches)))


def test_a_stretch_begins_with_its_first_week():
    for block in every_season():
        for stretch in block.stretches:
            its_weeks = block.of_stretch(stretch)
            assert its_weeks[0].number == stretch.first
            assert {week.stretch for week in its_weeks} == {stretch}


@pytest.mark.parametrize(
    ("build", "fullest"),
    [
        pytest.param(3, 7, id="the last that builds"),
        pytest.param(1, 5, id="the only one that builds"),
        pytest.param(0, 5, id="the first, where none builds"),
    ],
)
def test_the_fullest_week_of_a_stretch(build: int, fullest: int):
    assert a_stretch(first=5, build=build).fullest == fullest


def test_no_week_of_a_stretch_is_a_later_step_than_its_fullest():
    for block in every_season():
        for stretch in block.stretches:
            steps = {week.number: week.step for week in block.of_stretch(stretch)}
            assert steps[stretch.fullest] == max(steps.values()) == stretch.steps - 1


@pytest.mark.parametrize(
    ("tapers", "eased"),
    [(True, [("taper", False, True)] * 2), (False, [("strength", True, False)] * 2)],
    ids=["the taper", "a deload"],
)
def test_the_easier_weeks_of_a_stretch_are(tapers: bool, eased: list[tuple[str, bool, bool]]):
    stretch = a_stretch(phase=Phase.STRENGTH, build=1, eased=2, tapers=tapers)
    first, *others = a_season(stretch, race_in=20).of_stretch(stretch)
    assert (first.phase, first.deload, first.taper) == (Phase.STRENGTH, False, False)
    assert [(week.phase, week.deload, week.taper) for week in others] == eased


@pytest.mark.parametrize("race_on", Day, ids=str)
def test_only_the_week_of_the_race_has_it_among_its_runs(race_on: Day):
    races = [week.runs.race for week in season(8, race_on=race_on)]
    assert races == [None] * 7 + [race_on]


@pytest.mark.parametrize(
    ("race_on", "hard"),
    [
        pytest.param(Day.SUN, (Day.TUE, Day.THU), id="none the day before it"),
        pytest.param(Day.SAT, (Day.TUE,), id="none two days before it"),
        pytest.param(Day.FRI, (Day.TUE,), id="none the day before it, nor after it"),
    ],
)
def test_the_race_takes_the_place_of_the_long_run_and_of_hard_runs_near_it(
    race_on: Day, hard: tuple[Day, ...]
):
    athlete = Athlete(
        long_run=Day.SAT,
        hard_runs=(Day.TUE, Day.THU, Day.SAT),
        race_date=date(2027, 2, 8) + timedelta(days=race_on.rank),
    )
    *before, last = plan_season(athlete, MONDAY)
    assert (last.runs.hard, last.runs.long, last.runs.race) == (hard, (), race_on)
    assert {(week.runs.hard, week.runs.long) for week in before} == {
        (athlete.hard_runs, (Day.SAT,))
    }


def test_what_the_race_takes_the_place_of_moves_no_session():
    athlete = Athlete(long_run=Day.SAT, hard_runs=(Day.SAT,), race_date=date(2027, 2, 14))
    assert plan_season(athlete, MONDAY).regular


def test_a_block_without_a_date_has_no_race_among_its_runs():
    assert {week.runs.race for week in plan_season(Athlete(), MONDAY)} == {None}


@pytest.mark.parametrize(
    ("long_run", "long"), [(Day.SAT, (Day.SAT,)), (None, ())], ids=["a long run", "none"]
)
def test_every_week_has_the_runs_that_the_athlete_has_in_every_week(
    long_run: Day | None, long: tuple[Day, ...]
):
    athlete = Athlete(long_run=long_run, hard_runs=(Day.TUE, Day.THU))
    usual = Runs(hard=(Day.TUE, Day.THU), long=long)
    assert {week.runs for week in plan_season(athlete, MONDAY)} == {usual}


@pytest.mark.parametrize(
    ("race_date", "race"),
    [
        pytest.param(MONDAY - timedelta(days=1), None, id="on the Sunday before"),
        pytest.param(MONDAY, Day.MON, id="on its Monday"),
        pytest.param(MONDAY + timedelta(days=6), Day.SUN, id="on its Sunday"),
        pytest.param(MONDAY + WEEK, None, id="on the Monday after"),
        pytest.param(None, None, id="on no date"),
    ],
)
def test_a_race_is_a_run_of_the_week_that_holds_it(race_date: date | None, race: Day | None):
    assert usual_runs(Athlete(race_date=race_date), MONDAY).race == race


@pytest.mark.parametrize(
    ("race", "weeks"), [("5k", 8), ("10k", 10), ("half", 12), ("marathon", 16), ("none", 12)]
)
def test_a_block_without_a_date_has_its_races_length_and_ends_on_a_sunday(race: str, weeks: int):
    block = plan_season(Athlete(race=Race(race)), MONDAY)
    assert (len(block), block.race_day) == (weeks, MONDAY + weeks * WEEK - timedelta(days=1))


@pytest.mark.parametrize("weeks", [1, 7, 30])
def test_a_block_without_a_date_is_as_long_as_wanted(weeks: int):
    assert len(plan_season(Athlete(), MONDAY, weeks)) == weeks


@pytest.mark.parametrize("start", Day, ids=str)
def test_a_block_begins_on_the_monday_of_the_week_it_starts_in(start: Day):
    assert plan_season(Athlete(), MONDAY + timedelta(days=start.rank))[0].starts == MONDAY


def test_a_race_on_the_day_of_the_start_is_a_block_of_one_week():
    assert len(plan_season(Athlete(race_date=MONDAY), MONDAY)) == 1


def test_a_race_in_the_past_is_refused_with_both_dates():
    with pytest.raises(BefitError) as refused:
        plan_season(Athlete(race_date=date(2027, 1, 5)), date(2027, 1, 6))
    assert str(refused.value) == "The race on 2027-01-05 is before 2027-01-06."
    assert refused.value.cause is Cause.RACE_IS_OVER


@pytest.mark.parametrize("race_on", Day, ids=str)
def test_a_race_over_30_weeks_away_is_told_when_to_start(race_on: Day):
    race = MONDAY + 30 * WEEK + timedelta(days=race_on.rank)
    with pytest.raises(BefitError) as refused:
        plan_season(Athlete(race_date=race), MONDAY)
    assert str(refused.value) == (
        f"The race on {race} is 31 weeks away, and a block has at most 30."
    )
    assert refused.value.cause is Cause.RACE_IS_FAR
    assert refused.value.facts == {"begin": date(2027, 1, 11)}


def test_the_start_that_is_told_gives_the_longest_block():
    assert len(plan_season(Athlete(race_date=MONDAY + 30 * WEEK), MONDAY + WEEK)) == 30


# R78: a block without a race date waits for weeks that were missed.


def waiting(
    length: int | None, *missed: int, race_date: date | None = None, race: Race = Race.TEN_K
) -> Season:
    """A beginner's block in which the weeks of these numbers were missed."""
    mondays = [MONDAY + (number - 1) * WEEK for number in missed]
    return plan_season(Athlete(race=race, race_date=race_date), MONDAY, length, missed=mondays)


def with_waits(weeks: Season) -> str:
    """As `letters`, with w for a week that waits."""
    both = zip(letters(weeks), weeks, strict=True)
    return "".join("w" if week.waits else letter for letter, week in both)


@pytest.mark.parametrize(
    ("missed", "weeks"),
    [
        pytest.param((), "ggggdsssst", id="none"),
        pytest.param((3,), "ggwggdsssst", id="one"),
        pytest.param((3, 4), "ggwwggdsssst", id="two"),
        pytest.param((3, 5), "ggwgwgdsssst", id="one and another"),
        pytest.param((1,), "wggggdsssst", id="the first of the ramp"),
        pytest.param((2, 3), "gwwgggdsssst", id="the second of the ramp, twice"),
        pytest.param((4,), "gggwgdsssst", id="the last before an easier week"),
        pytest.param((5,), "ggggdsssst", id="an easier week was rest"),
        pytest.param((5, 6), "ggggdwsssst", id="an easier week and the one after it"),
        pytest.param((9,), "ggggdssswst", id="the last before the taper"),
        pytest.param((10,), "ggggdsssst", id="the taper was rest"),
        pytest.param((0, 11), "ggggdsssst", id="weeks outside of it"),
    ],
)
def test_a_build_week_that_was_missed_waits(missed: tuple[int, ...], weeks: str) -> None:
    season = waiting(10, *missed)
    assert with_waits(season) == weeks
    assert season.waited == tuple(i for i, letter in enumerate(weeks, 1) if letter == "w")
    assert season.race_day == MONDAY + len(weeks) * WEEK - timedelta(days=1)


def test_a_week_that_waits_has_what_the_next_one_has() -> None:
    season = waiting(10, 1, 3, 4, 9)
    assert [week.place for week in season] == [1, 1, 2, 2, 2, 3, 4, 5, 6, 6, 7, 8, 9, 10]
    assert [week.number for week in season if week.ramp] == [1, 2, 3, 4, 5]
    for week, following in pairwise(season):
        if week.waits:
            assert (following.place, following.step) == (week.place, week.step)
            assert (following.phase, following.ramp) == (week.phase, week.ramp)


@pytest.mark.parametrize(
    ("length", "missed", "waited"),
    [
        pytest.param(30, (3, 4), (), id="the longest block does not wait"),
        pytest.param(29, (3, 4), (3,), id="nor another for more than are left"),
        pytest.param(28, (3, 4, 7, 9), (3, 4), id="the first have them"),
    ],
)
def test_a_block_that_waits_has_30_weeks_at_most(
    length: int, missed: tuple[int, ...], waited: tuple[int, ...]
) -> None:
    season = waiting(length, *missed)
    assert season.waited == waited
    assert len(season) == 30


@pytest.mark.of_a_kind(30)
@pytest.mark.parametrize("race", Race)
@pytest.mark.parametrize("length", LENGTHS)
def test_who_misses_every_week_has_a_block_of_30_or_one_that_nothing_builds_in(
    length: int, race: Race
) -> None:
    season = waiting(length, *LENGTHS, race=race)
    assert len(season) == (30 if season.build_weeks else length)
    assert season.build_weeks == waiting(length, race=race).build_weeks


@pytest.mark.parametrize("length", LENGTHS)
def test_a_race_date_waits_for_nobody(length: int) -> None:
    race_date = MONDAY + length * WEEK - timedelta(days=1)
    assert waiting(None, 2, 3, race_date=race_date) == waiting(None, race_date=race_date)


@pytest.mark.parametrize("missed", [(), (3,), (3, 8), (1, 2, 3, 9, 10)], ids=str)
def test_what_came_later_changes_nothing_of_how_far_the_race_was(missed: tuple[int, ...]) -> None:
    usual, season = waiting(10), waiting(10, *missed)
    for before, after in zip(usual.stretches, season.stretches, strict=True):
        assert season.days_to_race(after) == usual.days_to_race(before)


def test_a_stretch_that_waits_knows_its_weeks() -> None:
    season = waiting(10, 1, 3, 9)
    first, second = season.stretches
    assert list(first.numbers) == [1, 2, 3, 4, 5, 6, 7]
    assert (first.opens, first.fullest) == (2, 6)
    assert list(second.numbers) == [8, 9, 10, 11, 12, 13]
    assert (second.opens, second.fullest, second.place) == (8, 12, 6)
    assert [week.number for week in season.of_stretch(second)] == list(second.numbers)
    assert season.fullest_week(second).number == 12


def test_single_weeks_stay_what_they_are_where_the_block_waits() -> None:
    fourth = MONDAY + 3 * WEEK
    runs = {fourth: Runs(hard=(Day.MON,))}
    season = plan_season(Athlete(), MONDAY, 10, runs=runs, missed=[MONDAY + 2 * WEEK])
    assert [week.number for week in season if week.runs.hard == (Day.MON,)] == [4]


@pytest.mark.parametrize("weeks", range(BLOCK_WEEKS.low, BLOCK_WEEKS.high + 1))
def test_the_first_of_several_stretches_has_weeks_after_its_ramp(weeks: int):
    first, *others = plan_season(Athlete(), MONDAY, weeks).stretches
    assert not others or first.build >= FIRST_STRETCH_MIN


RUNNER = Athlete(race=Race.TEN_K, long_run=Day.SUN)
OTHERWISE = Athlete(race=Race.TEN_K, long_run=Day.SUN, minutes=20)
SECOND, THIRD = MONDAY + WEEK, MONDAY + 2 * WEEK


@pytest.mark.parametrize(
    ("runners", "known"),
    [
        pytest.param({}, (), id="as always"),
        pytest.param({SECOND: OTHERWISE}, (None, OTHERWISE, None, None), id="otherwise in a week"),
        pytest.param({SECOND: RUNNER}, (), id="a week that says nothing else"),
        pytest.param(
            {SECOND: RUNNER, THIRD: OTHERWISE}, (None, None, OTHERWISE, None), id="beside one"
        ),
    ],
)
def test_a_week_knows_who_trains_otherwise_in_it(
    runners: dict[date, Athlete], known: tuple[Athlete | None, ...]
) -> None:
    assert plan_season(RUNNER, MONDAY, 4, runners=runners).runners == known


@pytest.mark.parametrize(
    ("since", "known"),
    [
        pytest.param({}, (), id="from Monday on"),
        pytest.param({SECOND: Day.WED}, (None, Day.WED, None, None), id="from Wednesday on"),
    ],
)
def test_a_week_knows_from_which_day_on_it_is_otherwise(
    since: dict[date, Day], known: tuple[Day | None, ...]
) -> None:
    assert plan_season(RUNNER, MONDAY, 4, since=since).since == known


def test_whoever_is_as_always_needs_no_word_of_it() -> None:
    of_week = plan_season(RUNNER, MONDAY, 4)
    assert (of_week.runners, of_week.since) == ((), ())


def test_a_race_week_with_runs_of_its_own_keeps_its_race() -> None:
    to_race = Athlete(race=Race.TEN_K, race_date=MONDAY + 4 * WEEK - timedelta(days=1))
    last = MONDAY + 3 * WEEK
    runs = plan_season(to_race, MONDAY, runs={last: Runs(hard=(Day.TUE,))}).runs
    assert (runs[-1].race, runs[-1].hard) == (Day.SUN, (Day.TUE,))
