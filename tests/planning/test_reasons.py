"""Why a session stands on its day, and why an exercise is in the plan."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from strategies import (
    CATALOGUE,
    MONDAY,
    a_form,
    an_exercise,
    athletes_and_weeks,
    day_sets,
    days,
    drawn,
)

from befit_cli.planning.planner import plan_week
from befit_cli.planning.reasons import Purpose, day_reasons, purposes
from befit_cli.planning.season import plan_season
from befit_cli.saved.phrases import REASONS, sentence
from befit_cli.values import (
    Act,
    Athlete,
    Catalogue,
    Day,
    Facts,
    Form,
    Load,
    Niggle,
    NiggleRule,
    Pattern,
    Reason,
    ReasonKey,
    Role,
    Run,
    Runs,
    SeasonWeek,
)
from befit_cli.views.sentences import why

LOW, MEDIUM, HIGH = Load
MON, TUE, WED, THU, FRI, SAT, SUN = Day
FAR = 50
"""Days before a race that nobody thinks of yet."""


def running(text: str) -> Runs:
    """A week in seven letters from Monday: `h`ard run, `L`ong run, `b`oth in one, `.` nothing."""
    marks = dict(zip(Day, text, strict=True))
    return Runs(
        hard=tuple(day for day, mark in marks.items() if mark in "hb"),
        long=tuple(day for day, mark in marks.items() if mark in "Lb"),
    )


def on(key: ReasonKey, day: Day) -> Reason:
    return Reason(key, {"day": day})


def ahead(run: Run, days: int) -> Reason:
    return Reason(ReasonKey.RUN_AHEAD, {"run": run, "days": days})


def tomorrow(run: Run) -> Reason:
    return Reason(ReasonKey.RUN_TOMORROW, {"run": run})


RUN_FIRST = Reason(ReasonKey.RUN_FIRST, {"hours": 3, "better": 6})


@pytest.mark.parametrize(
    ("day", "week", "reasons"),
    [
        pytest.param(
            TUE,
            ".h.h..L",
            (on(ReasonKey.HARD_RUN_DAY, TUE), RUN_FIRST, ahead(Run.HARD, 2)),
            id="the day of a hard run",
        ),
        pytest.param(
            SUN,
            "..h...L",
            (on(ReasonKey.LONG_RUN_DAY, SUN), ahead(Run.HARD, 3)),
            id="the day of the long run",
        ),
        pytest.param(
            SUN,
            "..h...b",
            (on(ReasonKey.LONG_RUN_DAY, SUN), ahead(Run.HARD, 3)),
            id="a hard long run counts as long",
        ),
        pytest.param(
            MON,
            "..h...L",
            (on(ReasonKey.AFTER_LONG_RUN, MON), ahead(Run.HARD, 2)),
            id="the day after the long run",
        ),
        pytest.param(
            MON,
            "h.....L",
            (on(ReasonKey.HARD_RUN_DAY, MON), RUN_FIRST, ahead(Run.LONG, 6)),
            id="a hard run on the day after the long run",
        ),
        pytest.param(
            SAT,
            "..h...L",
            (on(ReasonKey.FREE_DAY, SAT), tomorrow(Run.LONG)),
            id="the day before the long run",
        ),
        pytest.param(
            SUN,
            "h.....L",
            (on(ReasonKey.LONG_RUN_DAY, SUN), tomorrow(Run.HARD)),
            id="the next week's Monday comes after Sunday",
        ),
        pytest.param(FRI, ".......", (on(ReasonKey.FREE_DAY, FRI),), id="no key run at all"),
        pytest.param(
            WED,
            "..h....",
            (on(ReasonKey.HARD_RUN_DAY, WED), RUN_FIRST, ahead(Run.HARD, 7)),
            id="the only key run of the week",
        ),
        pytest.param(
            SAT,
            ".....LL",
            (on(ReasonKey.LONG_RUN_DAY, SAT), tomorrow(Run.LONG)),
            id="the first of two long runs in a row",
        ),
        pytest.param(
            SUN,
            ".....LL",
            (on(ReasonKey.LONG_RUN_DAY, SUN), ahead(Run.LONG, 6)),
            id="the second of two long runs in a row",
        ),
        pytest.param(
            MON,
            ".....LL",
            (on(ReasonKey.AFTER_LONG_RUN, MON), ahead(Run.LONG, 5)),
            id="the day after two long runs in a row",
        ),
    ],
)
def test_the_reasons_for_light_work_on_a_day(day: Day, week: str, reasons: tuple[Reason, ...]):
    assert day_reasons(running(week), day, LOW, race_in=FAR) == reasons


@pytest.mark.parametrize(
    ("load", "key"),
    [
        (LOW, ReasonKey.AFTER_LONG_RUN),
        (MEDIUM, ReasonKey.AFTER_LONG_RUN),
        (HIGH, ReasonKey.AFTER_LONG_RUN_HEAVY),
    ],
    ids=str,
)
def test_a_heavy_day_after_the_long_run_is_not_told_to_be_light(load: Load, key: ReasonKey):
    """For 5k and 10k R15 is a wish: where the load stays high, the reason must not promise anything
    else.
    """
    assert day_reasons(running("L......"), TUE, load, race_in=FAR) == (
        on(key, TUE),
        ahead(Run.LONG, 6),
    )


@pytest.mark.parametrize(
    ("race_in", "reason"),
    [
        pytest.param(7, ahead(Run.HARD, 5), id="a week before"),
        pytest.param(6, Reason(ReasonKey.RACE_AHEAD, {"days": 6}), id="later"),
        pytest.param(2, Reason(ReasonKey.RACE_AHEAD, {"days": 2}), id="two days before"),
        pytest.param(None, ahead(Run.HARD, 5), id="without a race"),
    ],
)
def test_in_the_last_six_days_it_is_the_race_that_lies_ahead(race_in: int | None, reason: Reason):
    assert day_reasons(running("..h...."), FRI, LOW, race_in=race_in) == (
        on(ReasonKey.FREE_DAY, FRI),
        reason,
    )


NAMES = ((TUE, "5 x 1 km"), (THU, "Tempo"), (SUN, "Long run 18 km"))
WEEK = replace(running(".h.h..L"), titles=NAMES)
NEXT = replace(running("h.....L"), titles=((MON, "Hills"), (SUN, "Long run 20 km")))


@pytest.mark.parametrize(
    ("day", "before", "after", "facts"),
    [
        pytest.param(
            TUE,
            WEEK,
            NEXT,
            [{"day": TUE, "title": "5 x 1 km"}, {"run": Run.HARD, "days": 2, "title": "Tempo"}],
            id="the day of a hard run",
        ),
        pytest.param(
            SUN,
            WEEK,
            NEXT,
            [{"day": SUN, "title": "Long run 18 km"}, {"run": Run.HARD, "title": "Hills"}],
            id="the long run, and tomorrow a run of the week after",
        ),
        pytest.param(
            MON,
            NEXT,
            WEEK,
            [{"day": MON, "title": "Long run 20 km"}, {"run": Run.HARD, "title": "5 x 1 km"}],
            id="the day after the long run of the week before",
        ),
        pytest.param(
            SAT,
            WEEK,
            NEXT,
            [{"day": SAT}, {"run": Run.LONG, "title": "Long run 18 km"}],
            id="the day before the long run",
        ),
        pytest.param(
            SUN,
            None,
            None,
            [{"day": SUN, "title": "Long run 18 km"}, {"run": Run.HARD, "days": 2}],
            id="nobody says what the run of the next week is called",
        ),
        pytest.param(
            MON,
            None,
            None,
            [{"day": MON}, {"run": Run.HARD, "title": "5 x 1 km"}],
            id="nor that of the week before",
        ),
    ],
)
def test_a_reason_has_the_title_of_the_run_that_it_speaks_of(
    day: Day, before: Runs | None, after: Runs | None, facts: list[Facts]
):
    reasons = day_reasons(WEEK, day, LOW, race_in=FAR, before=before, after=after)
    told = [reason.facts for reason in reasons if reason.key is not ReasonKey.RUN_FIRST]
    assert told == facts


@pytest.mark.parametrize("load", Load)
def test_after_a_long_run_in_the_week_it_is_that_one_that_has_the_title(load: Load):
    runs = replace(running("...hLL."), titles=((FRI, "Long run 18 km"), (SAT, "15 km, hilly")))
    (reason, *_) = day_reasons(runs, SUN, load, race_in=FAR)
    assert reason.facts == {"day": SUN, "title": "15 km, hilly"}


@pytest.mark.parametrize("title", ["Long run", "LONG RUN", "Hard run"])
def test_a_title_that_says_no_more_than_befit_does_is_none(title: str):
    runs = replace(running("..h...L"), titles=((SUN, title),))
    assert day_reasons(runs, SUN, LOW, race_in=FAR)[0] == on(ReasonKey.LONG_RUN_DAY, SUN)


@given(
    runs=st.builds(lambda hard, long: Runs(hard=hard, long=long), day_sets(), day_sets()),
    day=days,
    load=st.sampled_from(Load),
    race_in=st.integers(1, 14),
)
def test_every_reason_has_all_that_its_sentence_says(
    runs: Runs, day: Day, load: Load, race_in: int
):
    reasons = day_reasons(runs, day, load, race_in)
    assert day.title in sentence(REASONS[reasons[0].key], reasons[0].facts)
    for reason in reasons:
        assert "{" not in sentence(REASONS[reason.key], reason.facts)


@pytest.mark.parametrize(
    ("day", "load", "week", "text"),
    [
        pytest.param(
            TUE,
            LOW,
            WEEK,
            "Tuesday, after your 5 x 1 km: hard days stay hard, easy days easy. Run first, then "
            "wait at least 3 hours, better 6. Your next hard run, Tempo, is 2 days away.",
            id="the day of a hard run with a title",
        ),
        pytest.param(
            FRI,
            LOW,
            WEEK,
            "Friday, a day without a hard run. Your Long run 18 km is 2 days away.",
            id="a title that says what run it is",
        ),
        pytest.param(
            TUE,
            LOW,
            ".h.h..L",
            "Tuesday, after your hard run: hard days stay hard, easy days easy. Run first, then "
            "wait at least 3 hours, better 6. Your next hard run is 2 days away.",
            id="the day of a hard run",
        ),
        pytest.param(
            SUN,
            LOW,
            "h.....L",
            "Sunday, your long run: light work only, at any time after it. Your hard run is "
            "tomorrow.",
            id="the day of the long run",
        ),
        pytest.param(
            MON,
            LOW,
            "..h...L",
            "Monday, the day after your long run: the legs are still recovering, so nothing "
            "heavy. Your next hard run is 2 days away.",
            id="a light day after it",
        ),
        pytest.param(
            TUE,
            HIGH,
            "L......",
            "Tuesday, the day after your long run: lift less if the legs are still heavy. "
            "Your next long run is 6 days away.",
            id="a heavy day after it",
        ),
        pytest.param(FRI, LOW, ".......", "Friday, a day without a hard run.", id="a free day"),
    ],
)
def test_a_session_tells_its_reasons_in_the_runners_words(
    day: Day, load: Load, week: Runs | str, text: str
):
    session = plan_week(Athlete(), CATALOGUE, plan_season(Athlete(), MONDAY)[0]).sessions[0]
    runs = running(week) if isinstance(week, str) else week
    reasons = day_reasons(runs, day, load, race_in=FAR)
    assert why(replace(session, reasons=reasons)) == text


OF_LUNGE = {
    Niggle.ITB: NiggleRule(act=Act.FIRST_LINE),
    Niggle.SHIN: NiggleRule(act=Act.FIRST_LINE),
    Niggle.PLANTAR: NiggleRule(act=Act.MODIFY, note="Go shallow."),
}
LUNGE = an_exercise(
    a_form("Lunge", pattern=Pattern.LUNGE, per_side=True, niggles=OF_LUNGE),
    why="Each leg works by itself.",
    niggles=OF_LUNGE,
)
TOES = an_exercise(a_form("Toe spreading", pattern=Pattern.FOOT), role=Role.PREHAB)


def purposes_of(*niggles: Niggle) -> dict[str, Purpose]:
    """Why each form of a week of these two exercises is there."""
    athlete = Athlete(niggles=niggles)
    catalogue = Catalogue((LUNGE, TOES))
    week = plan_week(athlete, catalogue, plan_season(athlete, MONDAY)[0])
    return purposes(athlete, catalogue, (week,))


def test_an_exercise_is_there_for_the_needs_it_meets_in_the_catalogues_words():
    assert purposes_of()["Lunge"] == Purpose(
        meets=("knee-dominant", "one-leg"), why="Each leg works by itself.", first_line=()
    )


def test_an_exercise_that_meets_no_need_is_there_for_its_pattern():
    assert purposes_of()["Toe spreading"].meets == ("foot",)


@pytest.mark.parametrize(
    ("niggles", "first_line"),
    [
        pytest.param((), (), id="no niggle"),
        pytest.param((Niggle.ITB,), (Niggle.ITB,), id="of two that it helps the one there is"),
        pytest.param((Niggle.SHIN, Niggle.ITB), (Niggle.SHIN, Niggle.ITB), id="both"),
        pytest.param((Niggle.PLANTAR,), (), id="not one that it only minds"),
        pytest.param((Niggle.ACHILLES,), (), id="not one that it knows nothing of"),
    ],
)
def test_an_exercise_is_first_line_work_for_niggles_that_the_athlete_has(
    niggles: tuple[Niggle, ...], first_line: tuple[Niggle, ...]
):
    assert purposes_of(*niggles)["Lunge"].first_line == first_line


@pytest.mark.parametrize(
    ("forms", "first_line"),
    [
        pytest.param(
            (a_form("Lunge", niggles=OF_LUNGE), a_form("Long lunge")), (Niggle.ITB,), id="its own"
        ),
        pytest.param(
            (a_form("Lunge"), a_form("Long lunge", niggles=OF_LUNGE)), (), id="not another's"
        ),
    ],
)
def test_it_is_its_form_that_helps(forms: tuple[Form, ...], first_line: tuple[Niggle, ...]):
    athlete = Athlete(niggles=(Niggle.ITB,))
    week = plan_week(athlete, Catalogue((LUNGE, TOES)), plan_season(athlete, MONDAY)[0])
    ladder = an_exercise(*forms, niggles={} if first_line else OF_LUNGE)
    told = purposes(athlete, Catalogue((ladder, TOES)), (week,))
    assert told["Lunge"].first_line == first_line


@pytest.mark.parametrize(
    ("lighter", "keys"),
    [
        pytest.param({}, [ReasonKey.FREE_DAY], id="as usual"),
        pytest.param({"lighter": False}, [ReasonKey.FREE_DAY], id="no less than usual"),
        pytest.param(
            {"lighter": True}, [ReasonKey.FREE_DAY, ReasonKey.LESS_ROOM], id="less than usual"
        ),
    ],
)
def test_a_session_says_where_its_runs_leave_it_less_room(
    lighter: dict[str, bool], keys: list[ReasonKey]
):
    told = day_reasons(running("......."), FRI, LOW, FAR, **lighter)
    assert [reason.key for reason in told] == keys


@drawn
@given(drawn_week=athletes_and_weeks())
def test_every_form_of_a_plan_has_a_purpose(drawn_week: tuple[Athlete, SeasonWeek]):
    athlete, when = drawn_week
    week = plan_week(athlete, CATALOGUE, when)
    forms = {each.form for session in week.sessions for each in session.exercises}
    told = purposes(athlete, CATALOGUE, (week,))
    assert told.keys() == forms
    assert all(purpose.meets and purpose.why for purpose in told.values())


@pytest.mark.parametrize(
    ("changes", "last"),
    [
        pytest.param({"lighter": True}, [ReasonKey.LESS_ROOM], id="its runs leave it less"),
        pytest.param({"first_back": True}, [ReasonKey.FIRST_BACK], id="the first week back"),
        pytest.param(
            {"lighter": True, "first_back": True},
            [ReasonKey.LESS_ROOM, ReasonKey.FIRST_BACK],
            id="both",
        ),
    ],
)
def test_a_session_that_is_less_than_usual_says_why(
    changes: dict[str, bool], last: list[ReasonKey]
) -> None:
    usual = day_reasons(running("..h...."), FRI, LOW, race_in=FAR)
    less = day_reasons(running("..h...."), FRI, LOW, race_in=FAR, **changes)
    assert less == (*usual, *map(Reason, last))
