"""`befit done`: which session is meant, what is logged of it, and what is said of it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from kept_profile import PROFILE, history, kept
from set_clock import at
from typer.testing import CliRunner, Result

from befit_cli.cli import app
from befit_cli.log.log_file import append, load_log
from befit_cli.values import Off, PlanPlace, SessionLog, TimeAway, Work

BEGAN = date(2026, 11, 23)
TUESDAY = date(2026, 11, 24)
THURSDAY = date(2026, 11, 26)
FRIDAY = date(2026, 11, 27)
TUESDAYS = PlanPlace(began=BEGAN, week=1, slot=1)
THURSDAYS = PlanPlace(began=BEGAN, week=1, slot=2)
OTHERWISE = "Say the day and what was otherwise: befit done tue squat 8,8,10."

NOTHING_LEFT = (
    "There is no session on Sat 28 Nov 2026, and none of that week is left to log. What you did "
    "beside your plan you may say with its sets: befit done sat squat 3x8."
)


@pytest.fixture
def profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return kept(tmp_path, monkeypatch, "2026-11-26")


@pytest.fixture
def friday(profile: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    at(monkeypatch, "2026-11-27")


def befit(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments), env={"COLUMNS": "400"})


def done(*words: str) -> list[str]:
    """The lines that befit done says where something is logged."""
    result = befit("done", *words)
    assert (result.exit_code, result.stdout) == (0, ""), result.stderr
    return result.stderr.splitlines()


def refused(*words: str) -> str:
    """What befit done says where it logs nothing."""
    result = befit("done", *words)
    assert (result.exit_code > 0, result.stdout) == (True, "")
    return result.stderr.strip()


def logged(profile: Path) -> SessionLog:
    """The one session that is logged."""
    (session,) = history(profile).sessions
    return session


def planned(number: int, slot: int) -> dict[str, Any]:
    """A session of the block."""
    plan = json.loads(befit("plan", "--week", str(number), "-f", "json").stdout)
    sessions: list[dict[str, Any]] = plan["weeks"][0]["sessions"]
    return sessions[slot - 1]


def form_of(number: int, slot: int, place: int) -> str:
    """The form of one of its exercises."""
    form: str = planned(number, slot)["exercises"][place]["form"]
    return form


@pytest.mark.parametrize(
    ("today", "day", "week", "slot", "on"),
    [
        pytest.param("2026-11-26", (), 1, 2, "2026-11-26", id="today's"),
        pytest.param("2026-11-25", (), 1, 1, "2026-11-24", id="the last before today"),
        pytest.param("2026-11-30", (), 1, 2, "2026-11-26", id="that of last week"),
        pytest.param("2027-02-14", (), 12, 2, "2027-02-11", id="on the day of the race"),
        pytest.param("2027-02-20", (), 12, 2, "2027-02-11", id="after the race"),
        pytest.param("2026-11-26", ("tue",), 1, 1, "2026-11-24", id="a day of this week"),
        pytest.param("2026-11-27", ("yesterday",), 1, 2, "2026-11-26", id="yesterday"),
        pytest.param("2026-11-27", ("Ayer",), 1, 2, "2026-11-26", id="yesterday in Spanish"),
        pytest.param("2026-11-27", ("el jueves",), 1, 2, "2026-11-26", id="words in quotes"),
        pytest.param("2026-12-09", ("24/11",), 1, 1, "2026-11-24", id="a date without its year"),
        pytest.param("2026-12-09", ("2026-11-24",), 1, 1, "2026-11-24", id="a date"),
        pytest.param("2026-12-07", ("thu",), 2, 2, "2026-12-03", id="a day of last week"),
        pytest.param("2026-11-26", ("wed",), 1, 1, "2026-11-25", id="done a day late"),
        pytest.param("2026-11-23", ("today",), 1, 1, "2026-11-23", id="done a day early"),
        pytest.param("2026-11-27", ("fri",), 1, 2, "2026-11-27", id="the last before that day"),
        pytest.param("2026-11-30", ("sun",), 1, 2, "2026-11-29", id="of the week of that day"),
    ],
)
def test_which_session_it_is(
    today: str,
    day: tuple[str, ...],
    week: int,
    slot: int,
    on: str,
    profile: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    at(monkeypatch, today)
    done(*day)
    session = logged(profile)
    assert session.plan == PlanPlace(began=BEGAN, week=week, slot=slot)
    assert session.date == date.fromisoformat(on)


@pytest.mark.parametrize(
    ("today", "before", "sentence"),
    [
        pytest.param(
            "2026-11-27",
            ["thu"],
            "Thu 26 Nov 2026 is logged already. The session of Tue 24 Nov 2026 is not: befit done "
            "tue logs it.",
            id="the day before",
        ),
        pytest.param(
            "2026-12-03",
            ["today"],
            "Thu 3 Dec 2026 is logged already. The session of Tue 1 Dec 2026 is not: befit done "
            "tue logs it.",
            id="today",
        ),
        pytest.param(
            "2026-12-02",
            ["tue"],
            "Tue 1 Dec 2026 is logged already. The session of Thu 26 Nov 2026 is not: befit done "
            "thu logs it.",
            id="of last week",
        ),
        pytest.param(
            "2026-12-08",
            ["2026-12-01", "2026-12-03", "today"],
            "Tue 8 Dec 2026 is logged already. The session of Thu 26 Nov 2026 is not: befit done "
            "2026-11-26 logs it.",
            id="of the week before",
        ),
        pytest.param(
            "2026-12-03",
            ["all"],
            "Every session up to today is logged. Say the day and what was otherwise: befit done "
            "tue squat 8,8,10.",
            id="none",
        ),
    ],
)
def test_without_a_day_none_is_logged_that_is_older_than_the_last(
    today: str, before: list[str], sentence: str, profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(monkeypatch, today)
    for day in before:
        done(day)
    known = history(profile)
    assert refused() == sentence
    assert history(profile) == known


def test_as_planned_writes_out_all_that_was_asked(profile: Path) -> None:
    asked = planned(1, 2)
    said = done()
    session = logged(profile)
    assert session.minutes == asked["minutes"]
    assert list(session.did) == [exercise["id"] for exercise in asked["exercises"]]
    for exercise, (work,) in zip(asked["exercises"], session.did.values(), strict=True):
        assert work.as_asked
        assert work.form == exercise["form"]
        assert work.sets == exercise["sets"]
        assert set(work.reps or work.hold_s) == {exercise["reps"] or exercise["hold_s"]}
    log = profile.with_name("log.yaml")
    assert said == [
        f"Thu 26 Nov 2026: {session.sets} sets in {asked['minutes']} min.",
        "",
        f"Written to {log}. befit done --undo takes it back.",
    ]


def test_only_what_differed_is_said_and_told(profile: Path) -> None:
    first, second = form_of(1, 2, 0), form_of(1, 2, 1)
    said = done(first, "9,9,10", "12kg", f"3left,{second}", "skip")
    session = logged(profile)
    (work,), skipped, *others = session.did.values()
    assert (work.reps, work.kg, work.left, skipped) == ((9, 9, 10), (12,), 3, ())
    assert all(each.as_asked for (each,) in others)
    assert session.minutes is None
    assert said[:3] == [
        f"Thu 26 Nov 2026: {session.sets} sets.",
        f"  {first}: 9, 9, 10 at 12 kg, 3 left",
        f"  {second}: skipped",
    ]


@pytest.mark.parametrize("words", [("skip",), ("rest", "skip"), ("thu", "skip")])
def test_a_session_that_was_skipped_is_said_in_a_word(
    words: tuple[str, ...], profile: Path
) -> None:
    said = done(*words)
    session = logged(profile)
    assert set(session.did.values()) == {()}
    assert session.minutes is None
    assert said[:2] == ["Thu 26 Nov 2026: skipped.", ""]
    assert planned(1, 2)["status"] == "skipped"


def test_a_session_that_was_skipped_after_all_took_no_minutes(profile: Path) -> None:
    done()
    done("skip")
    assert logged(profile).minutes is None


def test_words_without_a_day_are_of_todays_session_though_it_is_logged(profile: Path) -> None:
    done()
    done(form_of(1, 2, 0), "skip")
    assert logged(profile).plan == THURSDAYS


def test_a_session_of_another_day_is_told_with_its_own(profile: Path, friday: None) -> None:
    assert done("fri")[0].startswith("Fri 27 Nov 2026, the session of Thu 26 Nov 2026: ")


def test_the_day_on_which_it_was_done_names_it_from_then_on(profile: Path, friday: None) -> None:
    done("fri")
    form = form_of(1, 2, 0)
    done("fri", form, "skip")
    session = logged(profile)
    assert (session.plan, session.date) == (THURSDAYS, FRIDAY)
    assert () in session.did.values()


def test_so_does_its_own_day_and_it_stays_where_it_was_done(profile: Path, friday: None) -> None:
    done("fri")
    done("thu", form_of(1, 2, 0), "skip")
    assert logged(profile).date == FRIDAY


@pytest.mark.parametrize(
    ("again", "first", "second"),
    [
        pytest.param("{1} 7,7", "skipped", "7, 7", id="an exercise that is named"),
        pytest.param("ok", "as asked", "as asked", id="all as planned after all"),
        pytest.param("{0}", "as asked", "as asked", id="one as planned after all"),
        pytest.param("rest skip, {1}", "skipped", "as asked", id="nothing else after all"),
    ],
)
def test_what_is_said_again_counts_and_what_is_not_stays(
    again: str, first: str, second: str, profile: Path
) -> None:
    forms = (form_of(1, 2, 0), form_of(1, 2, 1))
    done("thu", forms[0], "skip")
    done("thu", *again.format(*forms).split())
    told = []
    for works in list(logged(profile).did.values())[:2]:
        if not works:
            told.append("skipped")
        else:
            told.append("as asked" if works[0].as_asked else ", ".join(map(str, works[0].reps)))
    assert told == [first, second]


def test_a_note_that_no_log_can_keep_is_told_for_what_it_is(profile: Path) -> None:
    """As a shell hands over bytes that are no UTF-8."""
    assert refused("--note", "slept \udcff badly") == (
        "What --note says has bytes in it that are no UTF-8. Write a line, such as Slow calves. "
        "Nothing was logged."
    )
    assert not history(profile).sessions


def test_pain_and_notes_come_beside_what_was_logged(profile: Path) -> None:
    done("--pain", "knee=4")
    done("--note", "slept  badly ")
    done("--pain", "calf=2")
    session = logged(profile)
    assert session.pain == {"knee": 4, "calf": 2}
    assert session.note == "slept badly"
    assert session.sets == sum(exercise["sets"] for exercise in planned(1, 2)["exercises"])


def test_pain_alone_is_of_the_last_session_also_on_a_later_day(profile: Path, friday: None) -> None:
    done()
    said = done("--pain", "knee=4")
    assert (logged(profile).plan, logged(profile).pain) == (THURSDAYS, {"knee": 4})
    assert said[0].endswith(", knee pain 4.")


@pytest.mark.parametrize(
    ("today", "before", "words", "sentence"),
    [
        pytest.param(
            "2026-11-24",
            [()],
            ("tue",),
            f"Tue 24 Nov 2026 is logged already. {OTHERWISE}",
            id="a day twice",
        ),
        pytest.param(
            "2026-11-24",
            [()],
            (),
            f"Every session up to today is logged. {OTHERWISE}",
            id="all of them",
        ),
        pytest.param(
            "2026-11-24",
            [()],
            ("all",),
            "Every session up to today is logged.",
            id="all of them at once",
        ),
        pytest.param(
            "2026-11-29",
            [("all",)],
            ("sat",),
            NOTHING_LEFT,
            id="a day without a session",
        ),
        pytest.param(
            "2026-11-29", [("all",)], ("sat", "skip"), NOTHING_LEFT, id="nothing, where none was"
        ),
        pytest.param(
            "2026-11-29",
            [("all",)],
            ("sat", "3x8"),
            "'3x8' of which exercise? Say its name first. Nothing was planned that day. Nothing "
            "was logged.",
            id="no name, where none was planned",
        ),
        pytest.param(
            "2026-11-23",
            [],
            (),
            "Your block has had no session yet. befit today shows the first; if you did it already, "
            "say befit done today.",
            id="before the first session",
        ),
        pytest.param(
            "2026-11-23",
            [],
            ("sat",),
            "Sat 21 Nov 2026 is in no week of your block: it goes from 2026-11-23 to 2027-02-14.",
            id="before the block",
        ),
        pytest.param(
            "2026-11-26",
            [],
            ("tomorrow",),
            "tomorrow has not come yet. Say what you did when you have done it.",
            id="a day that has not come",
        ),
        pytest.param(
            "2026-11-26",
            [],
            ("--undo",),
            "Nothing is logged that could be taken back. befit log shows what is.",
            id="nothing to take back",
        ),
        pytest.param(
            "2026-11-25",
            [("tue",)],
            ("wed", "skip"),
            "There was no session to skip; the next is that of Thu 26 Nov 2026. befit off away "
            "fri..sun takes days off.",
            id="to skip what has not come",
        ),
        *[
            pytest.param(
                "2026-11-26",
                [()],
                ("--undo", *more),
                "--undo takes back what was logged last, and nothing else. Say befit done --undo "
                "alone.",
                id=f"taking back with {more[0]}",
            )
            for more in (("tue",), ("--pain", "knee=4"), ("--note", "slept badly"))
        ],
        *[
            pytest.param(
                "2026-11-26",
                [()],
                ("--next-morning", "worse", *more),
                "--next-morning is about the last session, and nothing else. Say befit done "
                "--next-morning worse alone, and the rest before it.",
                id=f"the morning after with {more[0]}",
            )
            for more in (("tue",), ("--pain", "knee=4"), ("--note", "slept badly"))
        ],
        pytest.param(
            "2026-11-26",
            [],
            ("--next-morning", "worse"),
            "Nothing is logged yet. After a session say befit done, and what was otherwise than "
            "planned.",
            id="the morning after nothing",
        ),
        pytest.param(
            "2026-11-26",
            [()],
            ("--next-morning", "fine"),
            "--next-morning 'fine' is not worse. Say worse; where it was not, there is nothing to "
            "log.",
            id="a fine morning",
        ),
    ],
)
def test_what_cannot_be_logged_is_refused_with_a_way_on(
    today: str,
    before: list[tuple[str, ...]],
    words: tuple[str, ...],
    sentence: str,
    profile: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    at(monkeypatch, today)
    for said in before:
        done(*said)
    known = history(profile)
    assert refused(*words) == sentence
    assert history(profile) == known


def test_words_that_mean_nothing_log_nothing_and_say_which_session_it_was_about(
    profile: Path, friday: None
) -> None:
    said = refused("flarbs", "8,8")
    assert said.startswith("'flarbs' means nothing here.")
    assert said.endswith(
        "Nothing was logged. It was about the session of Thu 26 Nov 2026; of another say the day "
        "first."
    )
    assert not history(profile).sessions


def test_of_todays_session_that_need_not_be_said(profile: Path) -> None:
    assert refused("flarbs", "8,8").endswith("Nothing was logged.")


def test_nor_where_the_day_was_said(profile: Path, friday: None) -> None:
    assert refused("tue", "flarbs", "8,8").endswith("Nothing was logged.")
    assert not history(profile).sessions


def test_the_first_session_may_be_done_before_its_day(
    profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(monkeypatch, "2026-11-23")
    assert done("today")[0].startswith("Mon 23 Nov 2026, the session of Tue 24 Nov 2026: ")
    assert logged(profile).plan == TUESDAYS


@pytest.mark.parametrize("word", ["all", "ALL", "todo"])
def test_all_logs_every_session_up_to_today_on_its_day(
    word: str, profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done("tue", "skip")
    at(monkeypatch, "2026-12-01")
    said = done(word)
    days = [session.date for session in history(profile).sessions]
    assert days == [TUESDAY, THURSDAY, date(2026, 12, 1)]
    assert history(profile).sessions[0].works == ()
    assert [line.partition(":")[0] for line in said] == [
        "Thu 26 Nov 2026",
        "Tue 1 Dec 2026",
        "",
        f"Written to {profile.with_name('log.yaml')}. befit done --undo takes back the last of them.",
    ]


def test_a_session_that_befit_go_left_open_is_told(profile: Path) -> None:
    assert done()[-1].startswith("Written to ")
    profile.with_name("log.session.jsonl").write_text("{}")
    assert done("--note", "slept badly")[-1] == (
        "What you began with befit go is still open: befit go goes on with it, and ends it."
    )


def test_undo_takes_back_the_one_that_all_has_logged(profile: Path) -> None:
    done("tue")
    assert done("all")[-1].endswith(". befit done --undo takes it back.")


def test_undo_takes_back_what_was_logged_last(profile: Path) -> None:
    done("tue")
    done("thu")
    assert done("--undo") == ["Taken back: what you did on Thu 26 Nov 2026."]
    assert logged(profile).plan == TUESDAYS


def test_undo_brings_back_what_was_logged_before_of_the_same_session(profile: Path) -> None:
    done()
    before = history(profile)
    done("--pain", "knee=4")
    assert done("--undo") == [
        "Taken back: what you did on Thu 26 Nov 2026. What you logged before of that session counts "
        "again."
    ]
    assert history(profile) == before


def test_undo_of_days_off_says_what_stays_in_the_profile(profile: Path) -> None:
    time = TimeAway(first=THURSDAY, last=None, why=Off.ILL)
    append(profile.with_name("log.yaml"), time)
    assert done("--undo") == [
        "Taken back: ill from Thu 26 Nov 2026. Days that your profile has off stay so: befit off "
        "none has them free."
    ]
    assert history(profile).away == ()


@pytest.mark.parametrize("word", ["worse", "Worse", "peor"])
def test_a_worse_morning_is_noted_with_the_last_session(
    word: str, profile: Path, friday: None
) -> None:
    done()
    assert done("--next-morning", word) == [
        "Noted with your session on Thu 26 Nov 2026: worse the next morning."
    ]
    assert logged(profile).worse_next_morning


def test_every_profile_has_a_log_of_its_own(profile: Path, tmp_path: Path) -> None:
    ana = tmp_path / "ana.yaml"
    ana.write_text(PROFILE)
    done("--profile", str(ana))
    assert load_log(tmp_path / "ana.log.yaml").sessions
    assert not history(profile).sessions


def test_befit_log_names_another_file(
    profile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    named = tmp_path / "deep" / "mine.yaml"
    monkeypatch.setenv("BEFIT_LOG", str(named))
    done()
    assert load_log(named).sessions
    assert not history(profile).sessions


def test_without_a_profile_befit_init_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BEFIT_PROFILE", raising=False)
    assert refused() == ("There is no profile yet. Say befit init first: your plan is kept there.")


def test_what_another_app_logged_that_day_is_what_was_done_of_the_session(profile: Path) -> None:
    curls = Work(form="Curl", reps=(8, 8), kg=(12,))
    of_app = SessionLog(date=date(2026, 11, 25), minutes=29, did={"curls": (curls,)})
    append(profile.with_name("log.yaml"), of_app)
    said = done("wed")
    session = logged(profile)
    assert (session.plan, session.date) == (TUESDAYS, of_app.date)
    assert (session.did, session.minutes) == (of_app.did, 29)
    assert said[1] == "  Curl: 2 × 8 at 12 kg"


def test_of_two_sessions_that_another_app_logged_on_a_day_the_last_is_what_was_done(
    profile: Path,
) -> None:
    for minutes in (10, 29):
        curls = Work(form="Curl", reps=(8, 8), kg=(12,))
        of_app = SessionLog(date=date(2026, 11, 25), minutes=minutes, did={"curls": (curls,)})
        append(profile.with_name("log.yaml"), of_app)
    done("wed")
    assert logged(profile).minutes == 29


def test_a_day_before_the_block_is_that_of_its_first_week_done_ahead(
    profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(monkeypatch, "2026-11-25")
    done("thu")
    session = logged(profile)
    assert (session.plan, session.date) == (THURSDAYS, date(2026, 11, 25))
    # The Friday to come has no session, and the Thursday of that date is of no week of it.
    assert refused("fri").startswith("Fri 20 Nov 2026 is in no week of your block")
    assert refused("2026-11-19").startswith("Thu 19 Nov 2026 is in no week of your block")


def test_what_was_done_beside_the_plan_is_of_no_session_of_it(profile: Path, friday: None) -> None:
    done("all")
    said = done("fri", "barbell", "squat", "3x8", "60kg,", "planks", "3x30s")
    *of_plan, beside = history(profile).sessions
    assert [session.plan for session in of_plan] == [TUESDAYS, THURSDAYS]
    assert (beside.date, beside.plan, beside.minutes) == (FRIDAY, None, None)
    assert beside.did["squats"] == (Work(form="Barbell squat", reps=(8, 8, 8), kg=(60,)),)
    assert said[:4] == [
        "Fri 27 Nov 2026: 6 sets.",
        "Nothing was left to do of that week's plan, so it is logged beside it.",
        "  Barbell squat: 3 × 8 at 60 kg",
        "  Plank: 3 × 30 s",
    ]


def test_what_is_done_in_a_week_off_is_of_no_session(profile: Path) -> None:
    assert befit("off", "ill").exit_code == 0
    done("tue")
    done("thu", "squat", "3x8")
    assert history(profile).sessions[-1].plan is None


def test_a_whole_week_off_may_have_a_session_beside_the_plan(
    profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert befit("off", "away", "2026-11-30..2026-12-06").exit_code == 0
    at(monkeypatch, "2026-12-01")
    assert refused("tue").startswith("There is no session on Tue 1 Dec 2026")
    said = done("tue", "squat", "3x8")
    assert history(profile).sessions[-1].plan is None
    assert "Nothing was left to do of that week's plan, so it is logged beside it." in said


def test_a_session_that_has_moved_since_stays_done(profile: Path) -> None:
    done("tue")
    result = befit("adjust", "--week", "1", "--hard", "mon,fri")
    assert result.exit_code == 0, result.stderr
    assert planned(1, 1)["status"] == "done"


def test_a_running_plan_says_which_days_there_are_sessions(profile: Path, tmp_path: Path) -> None:
    runs = tmp_path / "runs.csv"
    runs.write_text("date,title\n2026-11-23,Intervals\n2026-11-27,Tempo\n2026-11-29,Long run\n")
    named = PROFILE.replace("hard: tue, thu\nlong-run: sun\n", f"runs: {runs}\n")
    profile.write_text(named)
    first = date.fromisoformat(planned(1, 1)["date"])
    done(str(first))
    assert (logged(profile).plan, logged(profile).date) == (TUESDAYS, first)
