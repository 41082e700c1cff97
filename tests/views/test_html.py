"""The page, read by justhtml, which follows the rules of HTML5 and in strict mode stops at the
first breach of them.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from datetime import date, timedelta
from hashlib import sha256
from typing import Any

import pytest
from contrast import contrast
from hypothesis import assume, example, given
from hypothesis import strategies as st
from justhtml import Element, JustHTML
from msgspec.structs import replace
from own_words import exercise_saying, own_note, own_reasons, own_warm_up
from sample_plan import SQUAT, sample_plan, session
from strategies import CATALOGUE, athletes_and_weeks, drawn, run_titles, times

from befit_cli import views
from befit_cli.evidence.block import BLOCK_WEEKS
from befit_cli.planning.planner import plan_block
from befit_cli.values import (
    Athlete,
    Day,
    Kit,
    Off,
    Plan,
    SafetyLine,
    SeasonWeek,
    Session,
    SessionLog,
    Units,
    Week,
    Work,
    usual_runs,
)
from befit_cli.views import sentences
from befit_cli.views import words as wording

PLAN = sample_plan()
WEEK = PLAN.weeks[0]
RACER = replace(PLAN.athlete, race_date=WEEK.starts + timedelta(days=20))


def later(number: int, **changes: Any) -> Week:
    """The week of that number, like the first but for some fields."""
    starts = WEEK.starts + timedelta(weeks=number - 1)
    return replace(WEEK, number=number, starts=starts, runs=usual_runs(RACER, starts), **changes)


BLOCK = replace(
    PLAN,
    athlete=RACER,
    weeks=(
        WEEK,
        later(2, deload=True, sessions=WEEK.sessions[:1]),
        later(3, taper=True, sessions=()),
    ),
)
NASTY = st.text(
    st.sampled_from("<>&\"'/=`{}%#- é深\t\n\x1b\x00\u202e") | st.characters(), max_size=40
)


def rendered(plan: Plan, today: date | None = None) -> str:
    page = views.render(plan, "html", catalogue=CATALOGUE, today=today)
    assert isinstance(page, str)
    return page


def parsed(plan: Plan, today: date | None = None) -> JustHTML:
    return JustHTML(rendered(plan, today), strict=True, sanitize=False)


def with_sessions(*sessions: Session, **changes: Any) -> Plan:
    return replace(PLAN, weeks=(replace(WEEK, sessions=sessions, **changes),))


def said(element: Element | JustHTML, selector: str) -> list[str]:
    """The text of each element, as a reader sees it."""
    return [
        " ".join(found.to_text(separator="", strip=False).split())
        for found in element.query(selector)
    ]


@pytest.mark.parametrize(
    "plan",
    [
        pytest.param(PLAN, id="a week"),
        pytest.param(BLOCK, id="a block"),
        pytest.param(with_sessions(), id="a week without sessions"),
        pytest.param(with_sessions(notes=()), id="a week without notes"),
    ],
)
def test_the_page_is_valid_and_every_reference_in_it_leads_somewhere(plan: Plan) -> None:
    page = parsed(plan)
    ids = [element.attrs["id"] for element in page.query("[id]")]
    assert len(set(ids)) == len(ids)
    links = [link.attrs["href"] for link in page.query("[href]")]
    labels = [f"#{element.attrs['aria-labelledby']}" for element in page.query("[aria-labelledby]")]
    assert {*links, *labels} <= {f"#{id}" for id in ids}


def told(row: Element, usual: str) -> dict[str, Any]:
    """What an exercise on the page says, under the keys of the JSON; its effort is the usual one
    where it says no other.
    """
    (name,), (dose,), (rest,) = said(row, "h4"), said(row, ".dose"), said(row, ".pause")
    effort = "".join(said(row, ".effort")) or usual
    cue = said(row, ".cue p:not([class])")
    work = re.fullmatch(r"(\d+) × (\d+)(-s hold)?( each side)?(?:, [0-9.]+ s each)?", dose)
    left = re.fullmatch(
        r"stop if form slips|stop with (?:time to spare|(\d+)(?: or more)? left)", effort
    )
    pause = re.fullmatch(r"no rest|rest (\d+) (s|min)", rest)
    assert work
    assert left
    assert pause
    (weight,) = [box.attrs.get("value") for box in row.query(".weight input")] or [None]
    after = dict(aside.split(": ", 1) for aside in said(row, ".mind, .next"))
    seconds = int(pause[1] or 0) * (60 if pause[2] == "min" else 1)
    assert [one.attrs.get("data-seconds") for one in row.query(".pause")] == [
        str(seconds) if seconds else None
    ]
    return {
        "name": name,
        "sets": int(work[1]),
        "reps": None if work[3] else int(work[2]),
        "hold_s": int(work[2]) if work[3] else None,
        "per_side": bool(work[4]),
        "kg": None if weight is None else float(weight),
        "rir": int(left[1]) if left[1] else None,
        "rest_s": seconds,
        "cue": " ".join(cue),
        "niggle_note": after.get("Mind"),
        "progress": after.get("Next") or after.get("After the race"),
        "boxes": len(row.query("input[type=checkbox]")),
    }


def expected(exercise: dict[str, Any], name: str) -> dict[str, Any]:
    same = ("sets", "reps", "hold_s", "per_side", "kg", "rir", "rest_s", "cue", "niggle_note")
    names = (exercise["form"], f"{exercise['form']} {exercise['name']}")
    return {
        "name": name if name in names else names[0],
        **{key: exercise[key] for key in (*same, "progress")},
        "boxes": exercise["sets"],
    }


def usual_effort(section: Element) -> str:
    """What the session says of each set; empty where it says nothing."""
    usual = re.fullmatch(
        r"(?:Each set: (.*?)(?:, unless it says otherwise)?\.)?", "".join(said(section, ".usual"))
    )
    assert usual
    return usual[1] or ""


def assert_says_the_json(plan: Plan) -> None:
    """Every session of the plan's JSON is on the page, each exercise with its dose and a box for
    each of its sets.
    """
    sessions = [
        session
        for week in json.loads(views.render(plan, "json", catalogue=CATALOGUE))["weeks"]
        for session in week["sessions"]
    ]
    for section, session_ in zip(parsed(plan).query("section.session"), sessions, strict=True):
        assert [time.attrs["datetime"] for time in section.query("h3 time")] == [session_["date"]]
        assert said(section, ".facts > span")[:2] == [
            f"{session_['load']} load",
            f"{session_['minutes']} min",
        ]
        assert said(section, ".why") == [session_["why"]]
        assert said(section, ".warm-up b, .warm-up li") == [
            f"Warm-up, {session_['warm_up']['minutes']} min",
            *session_["warm_up"]["steps"],
        ]
        usual = usual_effort(section)
        rows = [told(row, usual) for row in section.query(".exercise")]
        assert rows == [
            expected(exercise, row["name"])
            for row, exercise in zip(rows, session_["exercises"], strict=True)
        ]


def test_every_session_is_there_with_every_exercise_and_a_box_for_each_set() -> None:
    assert_says_the_json(BLOCK)


@given(drawn_week=athletes_and_weeks())
@times(0.15)
def test_so_it_is_for_anybody(drawn_week: tuple[Athlete, SeasonWeek]) -> None:
    athlete, when = drawn_week
    assert_says_the_json(
        replace(PLAN, athlete=athlete, weeks=plan_block(athlete, CATALOGUE, (when,)))
    )


def test_a_box_says_which_set_of_what_it_is_for() -> None:
    boxes = parsed(with_sessions(session(Day.MON, (SQUAT,), ""))).query("[type=checkbox]")
    assert [box.attrs["aria-label"] for box in boxes] == [
        "Bodyweight squat, set 1 of 2",
        "Bodyweight squat, set 2 of 2",
    ]


def test_headings_stand_in_their_order() -> None:
    headings = parsed(BLOCK).query("h1, h2, h3")
    assert [(heading.name, heading.to_text()) for heading in headings] == [
        ("h1", "Strength for the half marathon"),
        ("h2", "Weeks"),
        ("h3", "Main lifts, sets × repetitions"),
        ("h2", "Week 1 of 12 · general strength"),
        ("h3", "Monday 23 November"),
        ("h3", "Wednesday 25 November"),
        ("h3", "Friday 27 November"),
        ("h3", "Notes"),
        ("h2", "Week 2 of 12 · general strength · easier week with fewer sets"),
        ("h3", "Monday 23 November"),
        ("h3", "Notes"),
        ("h2", "Week 3 of 12 · taper, fewer sets before the race"),
        ("h3", "Notes"),
        ("h2", "Safety"),
    ]


def openings(page: JustHTML) -> list[tuple[str, bool]]:
    """Each session's heading, and whether it is open, in the order of the page."""
    return [
        (said(section, "h3")[0], "open" in section.query("details")[0].attrs)
        for section in page.query("section.session")
    ]


MONDAY, WEDNESDAY, FRIDAY = "Monday 23 November", "Wednesday 25 November", "Friday 27 November"


@pytest.mark.parametrize(
    ("today", "first", "rest"),
    [
        pytest.param(None, MONDAY, [WEDNESDAY, FRIDAY], id="nobody says the day"),
        pytest.param(date(2026, 11, 20), MONDAY, [WEDNESDAY, FRIDAY], id="the week before"),
        pytest.param(date(2026, 11, 24), WEDNESDAY, [FRIDAY, MONDAY], id="the day before"),
        pytest.param(date(2026, 11, 27), FRIDAY, [MONDAY, WEDNESDAY], id="the day itself"),
        pytest.param(date(2026, 11, 28), MONDAY, [WEDNESDAY, FRIDAY], id="all are past"),
    ],
)
def test_the_next_session_comes_first_and_it_alone_is_open(
    today: date | None, first: str, rest: list[str]
) -> None:
    assert openings(parsed(PLAN, today)) == [(first, True), *[(day, False) for day in rest]]


@pytest.mark.parametrize(
    ("did", "told"),
    [
        pytest.param({"squats": (Work(form="Bodyweight squat", reps=(10,)),)}, "done", id="done"),
        pytest.param({"squats": ()}, "skipped", id="skipped"),
    ],
)
def test_a_session_that_is_logged_is_not_the_next(
    did: dict[str, tuple[Work, ...]], told: str
) -> None:
    monday, *others = WEEK.sessions
    logged = replace(monday, done=SessionLog(date=monday.date, did=did))
    page = parsed(with_sessions(logged, *others), WEEK.starts)
    assert openings(page)[0] == (WEDNESDAY, True)
    assert said(page, ".session .facts")[-1] == f"medium load 29 min {told}"


def test_a_session_that_days_off_took_is_missed() -> None:
    monday, *others = WEEK.sessions
    plan = with_sessions(replace(monday, off=Off.ILL), *others)
    page = parsed(plan, WEEK.starts + timedelta(days=1))
    assert said(page, ".session .facts")[-1] == "medium load 29 min missed (ill)"


def test_the_week_of_the_next_session_alone_is_open_in_a_block() -> None:
    first, second = date(2026, 11, 23), date(2026, 11, 30)
    monday = replace(WEEK.sessions[0], date=second)
    block = replace(BLOCK, weeks=(WEEK, later(2, sessions=(monday,))))
    page = parsed(block, second - timedelta(days=1))
    weeks = [week.query("details")[0] for week in page.query("section.week")]
    assert ["open" in week.attrs for week in weeks] == [False, True]
    assert [link.attrs["href"] for link in page.query(".jump a")] == ["#week-2-mon"]
    assert ["open" in week.query("details")[0].attrs for week in page.query("nav")] == [False]
    assert [link.attrs["href"] for link in parsed(block, first).query(".jump a")] == ["#week-1-mon"]


def test_the_day_of_writing_is_not_called_today_for_the_page_is_read_on_others() -> None:
    for plan in (PLAN, BLOCK):
        assert not parsed(plan, date(2026, 11, 25)).query("[aria-current], .now")


def test_the_same_effort_is_said_once_above_and_by_those_that_differ() -> None:
    hard = replace(SQUAT, id="step-ups", rir=1)
    page = parsed(with_sessions(session(Day.MON, (SQUAT, replace(SQUAT, id="lunges"), hard), "")))
    assert said(page, ".usual") == ["Each set: stop with 3 left, unless it says otherwise."]
    assert said(page, ".effort") == ["stop with 1 left"]


def test_of_efforts_that_as_many_have_the_first_is_said_above() -> None:
    page = parsed(with_sessions(session(Day.MON, (SQUAT, replace(SQUAT, rir=1)), "")))
    assert said(page, ".usual") == ["Each set: stop with 3 left, unless it says otherwise."]
    assert said(page, ".effort") == ["stop with 1 left"]


def test_what_all_warm_ups_of_a_week_have_is_said_once_for_paper() -> None:
    first, second = own_warm_up("Walk", "Squat"), own_warm_up("March", "Squat")
    monday = replace(session(Day.MON, (SQUAT,), ""), warm_up=first)
    friday = replace(session(Day.FRI, (SQUAT,), ""), warm_up=second)
    page = parsed(with_sessions(monday, friday))
    assert said(page, ".week > .paper") == ["In each warm-up: Squat."]
    assert said(page, ".warm-up li:not(.shared)") == ["Walk", "March"]
    assert not parsed(with_sessions(monday)).query(".week > .paper, li.shared")


@pytest.mark.parametrize(
    ("changes", "units", "weights"),
    [
        pytest.param({"kit": (Kit.DUMBBELL,)}, Units.KG, [("", "kg")], id="not known"),
        pytest.param({"kit": (Kit.BACKPACK,)}, Units.LB, [("", "lb")], id="a backpack, in pounds"),
        pytest.param({"kit": (Kit.BARBELL,), "kg": 22.5}, Units.KG, [("22.5", "kg")], id="known"),
        pytest.param(
            {"kit": (Kit.BARBELL,), "kg": 20.0}, Units.LB, [("44.1", "lb")], id="in pounds"
        ),
        pytest.param({"kit": (Kit.BAND,)}, Units.KG, [], id="a band weighs nothing"),
        pytest.param({"kit": (Kit.STEP,)}, Units.KG, [], id="nor does a step"),
    ],
)
def test_what_has_weight_has_a_place_to_write_it(
    changes: dict[str, Any], units: Units, weights: list[tuple[str, str]]
) -> None:
    plan = with_sessions(session(Day.MON, (replace(SQUAT, **changes),), ""))
    page = parsed(replace(plan, athlete=replace(plan.athlete, units=units)))
    (dose,) = said(page, ".dose")
    assert dose == "2 × 10"
    values = [box.attrs.get("value", "") for box in page.query(".weight input")]
    assert list(zip(values, said(page, ".weight"), strict=True)) == weights


def test_no_two_fields_of_a_week_have_one_name() -> None:
    names = [field.attrs["name"] for field in parsed(PLAN).query("input")]
    assert len(set(names)) == len(names)


def test_the_set_up_is_folded_away_with_what_comes_next() -> None:
    page = parsed(with_sessions(session(Day.MON, (SQUAT,), "")))
    (more,) = page.query(".more")
    form = CATALOGUE.form(SQUAT.id, SQUAT.form)
    assert form
    assert "open" not in more.attrs
    assert said(more, ".setup") == [form.setup]
    assert said(more, ".next b") == ["Next:"]


def test_in_a_taper_an_exercise_goes_on_after_the_race() -> None:
    week = replace(WEEK, taper=True, sessions=(session(Day.MON, (SQUAT,), ""),))
    page = parsed(replace(PLAN, weeks=(week,)))
    assert said(page, ".next b") == ["After the race:"]


def test_the_strip_shows_the_runs_and_leads_to_the_sessions() -> None:
    (strip,) = parsed(PLAN).query(".strip")
    assert [said(row, "th, td") for row in strip.query("tr")] == [
        ["Day", "Run", "Strength"],
        ["Mon 23", "", "medium"],
        ["Tue 24", "", ""],
        ["Wed 25", "hard run", "low"],
        ["Thu 26", "", ""],
        ["Fri 27", "", "medium"],
        ["Sat 28", "", ""],
        ["Sun 29", "long run", ""],
    ]
    assert [link.attrs["href"] for link in strip.query("a")] == [
        "#week-1-mon",
        "#week-1-wed",
        "#week-1-fri",
    ]


@given(title=run_titles)
@example(title="</bdi><script>alert(1)</script>")
def test_the_strip_names_a_run_below_its_kind_whatever_its_title_is(title: str) -> None:
    assume(title.casefold() != "hard run")
    runs = replace(WEEK.runs, titles=((Day.WED, title),))
    (strip,) = parsed(replace(PLAN, weeks=(replace(WEEK, runs=runs),))).query(".strip")
    assert said(strip, ".run") == ["hard run", "long run"]
    assert said(strip, "bdi") == [title]


def test_what_stands_around_the_sessions() -> None:
    page = parsed(PLAN)
    assert said(page, ".week > header .facts") == [wording.week_facts(WEEK)]
    assert said(page, ".session .facts")[1] == "low load 24 min hard run too"
    assert said(page, ".notes li") == [
        *map(sentences.note_text, WEEK.notes),
        *sentences.safety_lines(PLAN),
    ]


def test_a_load_shows_in_its_bars_and_not_by_colour_alone() -> None:
    bars = {
        element.attrs["class"]: element.query("rect")
        for element in parsed(PLAN).query(".facts .load")
    }
    assert {load: [rect.attrs.get("fill") for rect in rects] for load, rects in bars.items()} == {
        "load medium": [None, None, "none"],
        "load low": [None, "none", "none"],
    }


def test_a_block_begins_with_a_list_of_its_weeks() -> None:
    (weeks,) = parsed(BLOCK).query("nav")
    assert said(weeks, ".facts") == ["From Mon 23 Nov 2026 · 3 weeks · race on Sun 13 Dec 2026"]
    rows = [said(row, "th, td") for row in weeks.query("table")[0].query("tr")]
    assert rows == [
        ["Week", "Starts", "Phase", "Sets"],
        ["Week 1", "23 Nov", "general", "31"],
        ["Week 2", "30 Nov", "easier week", "11"],
        ["Week 3", "7 Dec", "taper", "0"],
    ]
    assert [link.attrs["href"] for link in weeks.query("a")] == ["#week-1", "#week-2", "#week-3"]
    assert [bar.attrs["width"] for bar in weeks.query("rect")] == ["100", "35", "0"]
    assert [link.attrs["href"] for link in parsed(BLOCK).query("a.back")] == ["#weeks"] * 3


def test_beside_the_list_of_weeks_stand_the_main_lifts() -> None:
    _, *lifts = parsed(BLOCK).query("nav table")
    assert [said(table, "caption") for table in lifts] == [["Weeks 1-2 · general"]]
    assert [said(row, "th, td") for row in lifts[0].query("tr")] == [
        ["Lift", "1", "2 easier"],
        ["Bodyweight squat", "2×10", "2×10"],
        ["Low step-up with a hand on support", "2×8", "–"],
        ["Bodyweight hip thrust", "2×10", "–"],
    ]


def test_a_week_needs_no_list_of_weeks() -> None:
    assert not parsed(PLAN).query("nav, .back")


def test_a_block_without_any_set_has_bars_too() -> None:
    resting = replace(BLOCK, weeks=tuple(replace(week, sessions=()) for week in BLOCK.weeks))
    assert [bar.attrs["width"] for bar in parsed(resting).query("nav rect")] == ["0", "0", "0"]


def test_a_week_without_sessions_says_so() -> None:
    assert "No strength this week." in said(parsed(with_sessions()), ".week > p")
    assert not parsed(with_sessions()).query(".session, input")


def test_tables_name_their_rows_and_columns() -> None:
    page = parsed(BLOCK)
    assert {heading.attrs["scope"] for heading in page.query("thead th")} == {"col"}
    assert {heading.attrs["scope"] for heading in page.query("tbody th")} == {"row"}
    assert len(page.query("tbody th")) == len(page.query("tbody tr"))
    named = page.query("table[aria-label], nav table")
    assert len(named) == len(page.query("table"))


@pytest.mark.parametrize(
    ("plan", "title"),
    [
        pytest.param(PLAN, "Strength for the half marathon, week 1 of 12", id="a week"),
        pytest.param(BLOCK, "Strength for the half marathon, 3 weeks", id="a block"),
    ],
)
def test_the_head(plan: Plan, title: str) -> None:
    page = parsed(plan)
    assert said(page, "title") == [title]
    assert [page_.attrs["lang"] for page_ in page.query("html")] == ["en"]
    assert page.query("meta[charset=utf-8]")
    assert {meta.attrs["name"]: meta.attrs["content"] for meta in page.query("meta[name]")} == {
        "viewport": "width=device-width, initial-scale=1",
        "color-scheme": "light dark",
        "generator": "befit 0.1.0",
    }


def digest_of(page: JustHTML, name: str) -> str:
    """How a policy names the text of the page's one element of that name."""
    (element,) = page.query(name)
    text = element.to_text(separator="", strip=False)
    return b64encode(sha256(text.encode()).digest()).decode()


def test_the_policy_allows_the_pages_own_style_and_script_and_nothing_else() -> None:
    page = parsed(BLOCK)
    (policy,) = page.query("meta[http-equiv=Content-Security-Policy]")
    assert (
        policy.attrs["content"]
        == f"default-src 'none'; style-src 'sha256-{digest_of(page, 'style')}'; "
        f"script-src 'sha256-{digest_of(page, 'script')}'; base-uri 'none'; form-action 'none'"
    )


def test_nothing_is_loaded_from_anywhere() -> None:
    page = parsed(BLOCK)
    assert not page.query(
        "script[src], link, img, iframe, object, embed, form, base, [src], [style], [onclick]"
    )
    assert not re.search(r"url\(|@import|image-set|src\(", style_of(page))
    assert "//" not in re.sub("'sha256-.*?'", "", rendered(BLOCK))


def test_the_script_neither_sends_nor_makes_anything_of_a_text() -> None:
    (script,) = parsed(BLOCK).query("script")
    text = script.to_text(separator="", strip=False)
    assert not re.findall(
        r"fetch|XMLHttp|WebSocket|EventSource|Beacon|import|eval|Function|HTML|location|open\(",
        text,
    )


def style_of(page: JustHTML) -> str:
    (style,) = page.query("style")
    return style.to_text(separator="", strip=False)


STYLE = style_of(parsed(PLAN))
TEXTS = ("ink", "quiet", "accent", "low", "medium", "high", "mind")


@pytest.mark.parametrize(
    "medium",
    [
        pytest.param("", id="light"),
        pytest.param("screen and (prefers-color-scheme: dark)", id="dark"),
        pytest.param("print", id="on paper"),
    ],
)
@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("ground", ["page", "card"])
def test_text_stands_out_from_its_ground(ground: str, text: str, medium: str) -> None:
    colours = colours_in(medium)
    assert contrast(colours[text], colours[ground]) >= 4.5


def colours_in(medium: str) -> dict[str, str]:
    """The colours that the style names, in a medium that may have its own."""
    everywhere = re.sub(r"@media .*?\n}\n", "", STYLE, flags=re.DOTALL)
    own = re.findall(rf"@media {re.escape(medium)} {{(.*?)\n}}\n", STYLE, re.DOTALL)
    assert own or not medium, f"the style has nothing for {medium}"
    return dict(re.findall(r"--(\w+): (#[0-9a-f]{6});", "".join([everywhere, *own])))


def test_every_exercise_is_shown_by_its_figure_and_told_by_its_set_up() -> None:
    rows = parsed(PLAN).query(".exercise")
    exercises = [exercise for session in WEEK.sessions for exercise in session.exercises]
    for row, exercise in zip(rows, exercises, strict=True):
        form = CATALOGUE.form(exercise.id, exercise.form)
        assert form
        assert [one.attrs["href"] for one in row.query("use")] == [f"#figure-{form.figure}"]
        assert [one.attrs["aria-label"] for one in row.query("svg")] == [form.setup]


def test_a_figure_is_in_the_page_once_however_often_it_is_seen() -> None:
    page = parsed(BLOCK)
    drawn = [one.attrs["id"] for one in page.query(".drawings g[id]")]
    seen = [one.attrs["href"].removeprefix("#") for one in page.query("use")]
    assert len(drawn) == len(set(drawn))
    assert set(drawn) == set(seen)
    assert len(seen) >= 2 * len(drawn)


def test_what_the_catalogue_does_not_know_has_no_figure() -> None:
    other = replace(SQUAT, form="A form of an older catalogue")
    page = parsed(with_sessions(session(Day.MON, (other,), "")))
    assert said(page, ".exercise h4") == ["A form of an older catalogue"]
    assert not page.query("use")


def test_the_page_of_a_week_is_small_enough_to_send() -> None:
    sizes = [len(rendered(replace(BLOCK, weeks=(week,))).encode()) for week in BLOCK.weeks]
    assert max(sizes) < 150_000


def test_the_page_of_the_longest_block_is_small_enough_to_send() -> None:
    weeks = tuple([later(number) for number in range(1, BLOCK_WEEKS.high + 1)])
    assert len(rendered(replace(BLOCK, weeks=weeks)).encode()) < 1_000_000


def structure(page: JustHTML) -> list[tuple[str, list[str]]]:
    """Every element in its place, with the names of its attributes."""
    return [(element.name, sorted(element.attrs)) for element in page.query("*")]


def hostile(text: str) -> Plan:
    """A plan that says the text wherever a catalogue or a plan of somebody else's can."""
    monday = replace(
        session(Day.MON, (exercise_saying(SQUAT, text),), ""),
        reasons=own_reasons(text),
        warm_up=own_warm_up(text, text),
    )
    week = replace(WEEK, sessions=(monday,), notes=(own_note(text, text),))
    return replace(PLAN, befit=text, weeks=(week,), safety=(SafetyLine(text=text),))


TAME = structure(parsed(hostile("tame")))


@given(text=NASTY.filter(wording.plain))
@example(text="<script>alert(1)</script>")
@example(text='"><img src=x onerror=alert(1)>')
@example(text="</style></title></textarea><svg onload=alert(1)>")
@example(text="<!-- {{ 7 * 7 }} {% raw %} ]]>")
@example(text="&lt;b&gt; &amp; &#60;")
@example(text="=cmd()|'/c calc'!A1")
@example(text="深蹲🏃é" * 2_500)
@drawn
def test_any_text_stays_a_text(text: str) -> None:
    page = parsed(hostile(text))
    assert structure(page) == TAME
    shown = wording.plain(text)
    assert said(page, ".exercise h4, .why, .warm-up li, .cue p:not([class])") == [shown] * 5
    assert said(page, ".mind, .next") == [f"Mind: {shown}", f"Next: {shown}"]
    assert said(page, ".notes li, footer") == [shown, shown, f"befit {shown}"]
    assert page.query(".boxes input")[0].attrs["aria-label"] == f"{shown}, set 1 of 2"
