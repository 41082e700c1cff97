from __future__ import annotations

import re
from datetime import timedelta
from typing import Any, NamedTuple

import msgspec
import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from msgspec.structs import replace
from own_words import exercise_saying, own_note, own_reasons, own_warm_up
from sample_log import MONDAY as LOGGED
from sample_log import as_asked
from sample_plan import SIDE_PLANK, SQUAT, sample_plan, session
from strategies import CATALOGUE
from syrupy.assertion import SnapshotAssertion

from befit_cli import views
from befit_cli.values import (
    Athlete,
    Day,
    Off,
    Plan,
    Prescription,
    RunSource,
    SafetyLine,
    Session,
    Work,
)
from befit_cli.views import prescription, sentences
from befit_cli.views import words as wording
from befit_cli.views.markdown import escape

PLAN = sample_plan()
NASTY = st.text(
    st.sampled_from("\\|`*_[]()<>&#-+=~!$^%.:;1a é深\n\t\x1b\u202e'\"/@{}") | st.characters(),
    max_size=30,
)
TABLE = "table|thead|tbody|tr|th|td"
BLOCK = re.compile(
    rf"(heading|paragraph|(bullet|ordered)_list|list_item|{TABLE})_(open|close)|inline"
)
"""The kinds of tokens that befit's own Markdown is read as."""


class Part(NamedTuple):
    """A block as a reader sees it: its kind, its plain text, and what of it is emphasised."""

    kind: str
    text: str
    marked: str


def _part(kind: str, inline: Token) -> Part:
    """Only text and emphasis are expected, and a comment with a rule: anything else is Markdown
    that came from the plan.
    """
    text = {0: "", 1: ""}
    depth = 0
    for child in inline.children or ():
        if re.fullmatch(r"<!-- R[0-9]+[a-z]? -->", child.content) and child.type == "html_inline":
            continue
        assert child.type in ("text", "em_open", "em_close", "strong_open", "strong_close"), child
        depth += child.nesting
        text[depth] += child.content
    return Part(kind, text[0].strip(" "), text[1])


def _parts(markdown: str) -> list[Part]:
    body, _ = markdown.split("\n<!-- befit", 1)
    tokens = MarkdownIt("commonmark").enable("table").parse(body)
    assert [token.type for token in tokens if not BLOCK.fullmatch(token.type)] == []
    containers = [token.tag if token.type != "paragraph_open" else "p" for token in tokens]
    return [
        _part(containers[at - 1], token)
        for at, token in enumerate(tokens)
        if token.type == "inline"
    ]


def _tables(parts: list[Part]) -> list[list[dict[str, Part]]]:
    """The exercise tables; each row is its cells under their titles."""
    tables: list[list[dict[str, Part]]] = []
    titles: list[str] = []
    cells: list[Part] = []
    for kind, run in _runs(parts):
        if kind == "th":
            titles = [part.text for part in run]
        if kind == "td" and titles[0] == "Exercise":
            cells = run
            tables.append(
                [
                    dict(zip(titles, cells[at : at + len(titles)], strict=True))
                    for at in range(0, len(cells), len(titles))
                ]
            )
    return tables


def _runs(parts: list[Part]) -> list[tuple[str, list[Part]]]:
    runs: list[tuple[str, list[Part]]] = []
    for part in parts:
        if not runs or runs[-1][0] != part.kind:
            runs.append((part.kind, []))
        runs[-1][1].append(part)
    return runs


def _efforts(parts: list[Part]) -> list[str]:
    """What stands above each table of exercises."""
    said = [
        re.fullmatch(r"Effort: (.*?)(, unless the row says otherwise)?\.", part.text)
        for part in parts
    ]
    return [effort[1] for effort in said if effort]


def _fields(row: dict[str, Part], usual: str) -> dict[str, Any]:
    """What the row says of its prescription, with the effort that is usual in its session."""
    dose = re.fullmatch(
        r"(\d+) × (\d+)(-s hold)?( each side)?(, \d+ s each)?(?:, ([^,]*))?", row["Dose"].text
    )
    rest = re.fullmatch(r"none|(\d+) (s|min)", row["Rest"].text)
    left = re.fullmatch(
        r"stop if form slips|(?:stop with )?(?:time to spare|(\d+)(?: or more)? left)",
        dose[6] or usual if dose else "",
    )
    assert dose
    assert rest
    assert left
    return {
        "form": row["Exercise"].text,
        "sets": int(dose[1]),
        "reps": None if dose[3] else int(dose[2]),
        "hold_s": int(dose[2]) if dose[3] else None,
        "per_side": bool(dose[4]),
        "rest_s": int(rest[1] or 0) * (60 if rest[2] == "min" else 1),
        "rir": int(left[1]) if left[1] else None,
        "cue": row["Cue"].text,
    }


def _expected(exercise: Prescription) -> dict[str, Any]:
    """The same of the plan, its texts as they are shown."""
    kept = ("form", "sets", "reps", "hold_s", "per_side", "rest_s", "rir", "cue")
    fields = {name: getattr(exercise, name) for name in kept}
    return {
        name: wording.plain(value) if isinstance(value, str) else value
        for name, value in fields.items()
    }


def _with(*sessions: Session, **changes: Any) -> Plan:
    return replace(PLAN, weeks=(replace(PLAN.weeks[0], sessions=sessions, **changes),))


def _render(plan: Plan) -> str:
    rendered = views.render(plan, "md", catalogue=CATALOGUE)
    assert isinstance(rendered, str)
    return rendered


def test_the_whole_file(snapshot: SnapshotAssertion) -> None:
    assert _render(PLAN) == snapshot


def _head(plan: Plan) -> Any:
    """What the comment at the end holds."""
    (head,) = re.findall(r"\n\n<!-- befit .*\n((?:.*\n)*)-->\n\Z", _render(plan))
    return yaml.safe_load(head)


def test_a_comment_at_the_end_holds_the_athlete_and_the_weeks() -> None:
    head = _head(PLAN)
    whole = msgspec.to_builtins(PLAN)
    assert list(head) == ["befit", "schema", "athlete", "weeks"]
    assert (head["befit"], head["schema"]) == (PLAN.befit, 2)
    # Most have the same kit on every day, kilograms and no notes: their file does not speak of it.
    assert [*head["athlete"], "units", "notes", "kit_by_day"] == list(whole["athlete"])
    assert msgspec.convert(head["athlete"], Athlete) == PLAN.athlete
    assert [{**week, "starts": str(week["starts"])} for week in head["weeks"]] == [
        {
            **{key: week[key] for key in ("number", "of", "starts", "phase", "deload", "taper")},
            "slots": {"mon": 1, "wed": 2, "fri": 3},
        }
        for week in whole["weeks"]
    ]


def test_every_cell_is_the_plans() -> None:
    parts = _parts(_render(PLAN))
    tables = zip(_tables(parts), _efforts(parts), strict=True)
    assert [[_fields(row, usual) for row in table] for table, usual in tables] == [
        [_expected(exercise) for exercise in session.exercises]
        for session in PLAN.weeks[0].sessions
    ]


def test_what_stands_around_the_tables() -> None:
    parts = _parts(_render(PLAN))
    assert [part.text for part in parts if part.kind == "h3"] == [
        "Monday 23 November · medium load · 29 min",
        "Wednesday 25 November · low load · 24 min · hard run too",
        "Friday 27 November · medium load · 30 min",
        "Notes",
    ]
    said = [part.text for part in parts if part.kind == "p"]
    week = PLAN.weeks[0]
    for text in (
        *map(sentences.why, week.sessions),
        *map(sentences.note_text, week.notes),
        *sentences.safety_lines(PLAN),
    ):
        assert text in said
    assert said.count("[ ] Done") == 3
    titles = [part.marked for part in parts if part.kind == "p" and part.marked and not part.text]
    assert titles.count("Warm-up, 5 min") == titles.count("When it gets easy") == 3


def test_in_a_taper_an_exercise_goes_on_after_the_race() -> None:
    parts = _parts(_render(replace(PLAN, weeks=(replace(PLAN.weeks[0], taper=True),))))
    titles = [part.marked for part in parts if part.kind == "p" and part.marked and not part.text]
    assert titles.count("When it gets easy, after the race") == 3
    assert "When it gets easy" not in titles


def test_what_stands_below_the_tables_begins_with_its_exercise() -> None:
    want = [
        f"{exercise.form}: {text}"
        for each in PLAN.weeks[0].sessions
        for exercise in each.exercises
        for text in (exercise.niggle_note, sentences.progress(exercise))
        if text
    ]
    found = [part.text for part in _parts(_render(PLAN)) if part.text in want]
    assert want
    assert sorted(found) == sorted(want)


def test_an_id_stands_only_where_a_name_is_not_enough() -> None:
    squats = CATALOGUE.by_id["squats"]
    form = replace(squats.ladder[0], name=SIDE_PLANK.form)
    exercises = tuple(
        replace(exercise, ladder=(form, *exercise.ladder[1:])) if exercise is squats else exercise
        for exercise in CATALOGUE.exercises
    )
    plan = _with(session(Day.MON, (SIDE_PLANK,), ""))
    for catalogue, id_ in ((CATALOGUE, None), (replace(CATALOGUE, exercises=exercises), "planks")):
        parts = _parts(str(views.render(plan, "md", catalogue=catalogue)))
        ((row,),) = _tables(parts)
        assert (row["Id"].text if "Id" in row else None) == id_


def test_what_was_done_otherwise_stands_in_its_row() -> None:
    monday = PLAN.weeks[0].sessions[0]
    did = {SQUAT.id: as_asked(SQUAT, reps=(10, 8)), SIDE_PLANK.id: ()}
    done = replace(LOGGED, did=LOGGED.did | did)
    (rows,) = _tables(_parts(_render(_with(replace(monday, done=done)))))
    cells = {row["Exercise"].text: row["Did"].text for row in rows}
    assert {name: cell for name, cell in cells.items() if cell} == {
        SQUAT.form: "10, 8",
        SIDE_PLANK.form: "skipped",
    }


def test_what_was_not_tried_has_a_dash() -> None:
    monday = PLAN.weeks[0].sessions[0]
    done = replace(LOGGED, did={SQUAT.id: as_asked(SQUAT)})
    (rows,) = _tables(_parts(_render(_with(replace(monday, done=done)))))
    assert [row["Did"].text for row in rows] == ["", *["–"] * (len(rows) - 1)]


def test_a_block_says_how_its_main_lifts_move() -> None:
    first = PLAN.weeks[0]
    second = replace(first, number=2, starts=first.starts + timedelta(weeks=1), deload=True)
    lines = _render(replace(PLAN, weeks=(first, second))).split("\n")
    at = lines.index("## Main lifts")
    assert lines[2] == "From Mon 23 Nov 2026 · 2 weeks"
    assert lines[at + 2] == "| Weeks 1-2 · general | Week 1 | Week 2, easier |"
    assert lines[at + 4].startswith("| Bodyweight squat | 2×10 | 2×10 |")


@pytest.mark.parametrize(
    ("did", "box"),
    [
        pytest.param({}, "[x] Done", id="as planned"),
        pytest.param(
            {"squats": as_asked(SQUAT, reps=(10, 8)), "planks": ()},
            "[x] Done",
            id="otherwise, which the rows say",
        ),
        pytest.param(
            {"deadlifts": (Work(form="Good morning", reps=(8, 8)),)},
            "[x] Done: Good morning: 2 × 8",
            id="what was not planned",
        ),
        pytest.param(dict.fromkeys(LOGGED.did, ()), "[ ] Skipped", id="nothing of it"),
    ],
)
def test_the_box_says_what_was_done(did: dict[str, tuple[Work, ...]], box: str) -> None:
    logged = replace(LOGGED, did=LOGGED.did | did)
    parts = _parts(_render(_with(replace(PLAN.weeks[0].sessions[0], done=logged))))
    said = [part.text for part in parts if part.kind == "p"]
    assert box in said
    assert "[ ] Done" not in said


def test_the_box_of_a_session_that_days_off_took_says_that_it_is_missed() -> None:
    monday = PLAN.weeks[0].sessions[0]
    plan = _with(replace(monday, off=Off.ILL))
    after = monday.date + timedelta(days=1)
    text = views.render(plan, "md", catalogue=CATALOGUE, today=after)
    assert isinstance(text, str)
    assert "- [ ] Missed (ill)" in text.split("\n")
    assert "- [ ] Done" not in text.split("\n")


@given(text=NASTY)
@example(text="*x* [a](b) <c> `d`")
def test_what_was_done_is_text_whatever_it_is(text: str) -> None:
    other = (Work(form=text, reps=(8,)),)
    logged = replace(LOGGED, did={"squats": other, "lunges": other})
    parts = _parts(_render(_with(replace(PLAN.weeks[0].sessions[0], done=logged))))
    assert sum(part.text.startswith("[x] Done: ") for part in parts) == 1


@pytest.mark.parametrize(
    ("title", "cell"),
    [
        pytest.param("5 x 1 km", "hard: 5 x 1 km", id="short"),
        pytest.param(
            "Tempo: 3 x 10 min at threshold, 2 min easy",
            "hard: Tempo: 3 x 10 min at…",
            id="cut at a word",
        ),
        pytest.param("| *a* <b> [x](y) &amp; `c`", "hard: | *a* <b> [x](y) &amp; `c`", id="marks"),
        pytest.param("Hard run", "hard", id="no more than befit says"),
    ],
)
def test_the_strip_names_a_run_behind_its_kind(title: str, cell: str) -> None:
    week = PLAN.weeks[0]
    runs = replace(week.runs, titles=((Day.WED, title),))
    parts = _parts(_render(replace(PLAN, weeks=(replace(week, runs=runs),))))
    titles = [part.text for part in parts if part.kind == "th"][:8]
    run, *days = [part.text for part in parts if part.kind == "td"][:8]
    assert (run, len(titles)) == ("Run", 8)
    assert days == ["", "", cell, "", "", "", "long"]


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("A --> B", id="the end of a comment"),
        pytest.param("A --!> B", id="the end of one in a browser"),
        pytest.param("'A' > \"B\" \\x3E", id="quotes"),
    ],
)
def test_no_text_ends_the_comment(name: str) -> None:
    plan = replace(PLAN, athlete=replace(PLAN.athlete, name=name))
    _, comment = _render(plan).split("\n<!-- befit", 1)
    assert comment.count(">") == 1
    assert _head(plan)["athlete"]["name"] == name


def test_the_comment_has_the_whole_title_beside_the_runs() -> None:
    week = PLAN.weeks[0]
    title = "Tempo: 3 x 10 min at threshold, 2 min easy between"
    runs = replace(week.runs, source=RunSource.PLAN, titles=((Day.WED, title),))
    head = _head(replace(PLAN, weeks=(replace(week, runs=runs),)))
    keys = {"hard": ["wed"], "long": ["sun"], "race": None, "source": "plan"}
    assert head["weeks"][0]["runs"] == keys
    assert head["weeks"][0]["run_titles"] == {"wed": title}


def test_a_week_without_sessions_says_so() -> None:
    parts = _parts(_render(_with()))
    assert Part("p", "No strength this week.", "") in parts
    assert not _tables(parts)


@given(text=NASTY)
@example(text="# not a heading")
@example(text="- - [ ] not a task")
@example(text="12. not a list")
@example(text="| not | a table \\")
@example(text="\\|")
@example(text="<script>alert(1)</script> &lt; &amp;")
@example(text="===")
@example(text="![a](http://b) `c` **d** __e__ ~~f~~ ==g== $h$ %%i%%")
def test_any_text_comes_back_from_everywhere(text: str) -> None:
    nasty = exercise_saying(SQUAT, text)
    named = replace(SIDE_PLANK, name=f"Zzz {text}", form=f"Side plank {text}")
    monday = session(Day.MON, (nasty, named), "")
    plan = _with(
        replace(monday, reasons=own_reasons(text), warm_up=own_warm_up(text, "march")),
        notes=(own_note(f"R{text}", text),),
    )
    parts = _parts(_render(replace(plan, safety=(SafetyLine(text=text),))))
    shown = wording.plain(text)
    (rows,) = _tables(parts)
    (usual,) = _efforts(parts)

    assert [_fields(row, usual) for row in rows] == [_expected(nasty), _expected(named)]
    assert [row["Id"].text for row in rows] == [shown, named.id]
    items = [part.text for part in parts].count(f"{shown}: {shown}")
    assert items == (2 if shown else 0)  # what to mind, and what comes next
    assert rows[1]["Exercise"].marked == wording.plain(prescription.names(named)[1])
    said = [part.text for part in parts if part.kind == "p"]
    assert said.count(shown) >= 4 if shown else "" in said


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        (
            "Lower slower than you rise; take 2-10 % more (30 s = fine).",
            "Lower slower than you rise; take 2-10 % more (30 s = fine).",
        ),
        ("a|b", r"a\|b"),
        ("a\\|b", r"a\\\|b"),
        ("*_`[]<&~#", r"\*\_\`\[\]\<\&\~\#"),
        ("two\nlines", "two lines"),
        ("- dash", r"\- dash"),
        ("+ plus", r"\+ plus"),
        ("12. twelve", r"12\. twelve"),
        ("1) one", r"1\) one"),
        ("==mark== %%comment%%", r"\==mark\== \%%comment\%%"),
    ],
)
def test_escape(text: str, escaped: str) -> None:
    assert escape(text) == escaped
