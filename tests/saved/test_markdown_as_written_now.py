"""A plan in Markdown as befit writes it now: effort said once, what comes next below the table, and
who it is for in a comment at the end. `test_plan_file.py` has the older way, which reads on.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from strategies import CATALOGUE
from written_plan import edited, faults_of, read

from befit_cli import views
from befit_cli.saved.plan_file import read_plan
from befit_cli.values import Prescription

FRONT_MATTER = Path(__file__).parents[1] / "data" / "front-matter"
"""Plans of befit 0.1.0 as it wrote them before, schema 2, each in Markdown and in JSON."""

TEXT = """\
# Strength for the half marathon

## Week 1 of 12 · general strength

### Monday 23 November · low load · 25 min

- [ ] Done

The day after your long run.

**Warm-up, 3 min**

1. Walk

Effort: stop with 3 left, unless the row says otherwise.

| Exercise | Dose | Rest | Cue | Did |
| --- | --- | --- | --- | --- |
| Bodyweight squat | 2 × 8, 4 or more left | 75 s | Whole foot planted |  |
| Reverse lunge | 2 × 8 each side | 60 s | Front heel heavy |  |
| Plank | 2 × 20-s hold, stop if form slips | 45 s | Breathe |  |

**Mind**

- Reverse lunge: short steps.

**When it gets easy**

- Bodyweight squat: Slower.
- Reverse lunge: Heavier: a book more.

## Safety

- Pain 0-3 of 10: go on.

<!-- befit reads the plan back by what stands here: leave it in.
befit: 0.1.0
schema: 2
athlete:
  race: half
  sessions: 2
  level: beginner
  kit: []
  minutes: 30
  long_run: sun
  hard_runs: [wed]
  days: [mon, tue, wed, thu, fri, sat, sun]
  focus: null
  niggles: []
  without: []
  race_date: null
weeks:
- {number: 1, of: 12, starts: 2026-11-23, phase: general, deload: false, taper: false}
-->
"""
LINE_OF = {line: number for number, line in enumerate(TEXT.splitlines(), 1)}
SQUAT = "| Bodyweight squat | 2 × 8, 4 or more left |"
LUNGE = "| Reverse lunge | 2 × 8 each side |"
LUNGE_LINE = LINE_OF[f"{LUNGE} 60 s | Front heel heavy |  |"]
USUAL = "Effort: stop with 3 left, unless the row says otherwise."
NO_EFFORT = (
    "this row says no effort: put it behind the dose, such as 3 × 8, 3 left, or for all rows above "
    "the table, such as Effort: stop with 3 left"
)


def exercises(text: str) -> dict[str, Prescription]:
    (session,) = read(text).weeks[0].sessions
    return {exercise.id: exercise for exercise in session.exercises}


@pytest.mark.parametrize(
    "title",
    [
        pytest.param("When it gets easy, after the race", id="in a taper"),
        pytest.param("when it gets easy", id="in small letters"),
    ],
)
def test_how_it_goes_on_stands_below_its_title(title: str) -> None:
    assert exercises(edited(TEXT, "When it gets easy", title)) == exercises(TEXT)


def test_a_row_has_the_effort_that_it_says_or_the_one_above_its_table() -> None:
    efforts = {id_: (exercise.rir, exercise.light) for id_, exercise in exercises(TEXT).items()}
    assert efforts == {"squats": (4, True), "lunges": (3, False), "planks": (None, False)}


@pytest.mark.parametrize(
    "dose",
    [
        "2 × 8 each side, 2 left",
        "2x8 each side, stop with 2 left",
        "2 × 8 each side (2 left)",
        "2 × 8 each side 2 left",
        "2 × 8 each side · rir 2",
        "2 × 8 each side; 2 in reserve ✓",
    ],
)
def test_an_effort_behind_a_dose_may_be_written_in_more_than_one_way(dose: str) -> None:
    lunge = exercises(edited(TEXT, LUNGE, f"| Reverse lunge | {dose} |"))["lunges"]
    assert (lunge.sets, lunge.reps, lunge.rir) == (2, 8, 2)


def test_a_weight_keeps_its_comma() -> None:
    lunge = exercises(
        edited(TEXT, LUNGE, "| Reverse lunge | 2 × 8 at 22,5 kg, 10 s each, 2 left |")
    )
    assert (lunge["lunges"].kg, lunge["lunges"].rir) == (22.5, 2)


def test_what_stands_below_the_table_is_its_exercises() -> None:
    found = exercises(TEXT)
    assert [exercise.niggle_note for exercise in found.values()] == [None, "short steps.", None]
    texts = [exercise.next and exercise.next.text for exercise in found.values()]
    assert texts == ["Slower.", "Heavier: a book more.", None]


def test_of_a_form_that_stands_twice_each_row_has_its_own() -> None:
    text = edited(
        TEXT, "- Reverse lunge: Heavier", "- Bodyweight squat: Deeper.\n- Reverse lunge: Heavier"
    )
    text = text.replace(
        "| Reverse lunge | 2", f"{SQUAT} 75 s | Whole foot planted |  |\n| Reverse lunge | 2"
    )
    (session,) = read(text).weeks[0].sessions
    told = [exercise.next.text for exercise in session.exercises if exercise.next]
    assert told == ["Slower.", "Deeper.", "Heavier: a book more."]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("**Mind**", "bought new shoes\n\n- red ones\n\n**Mind**", id="between"),
        pytest.param("- Reverse lunge: short", "- ask Ana\n- Reverse lunge: short", id="in a list"),
        pytest.param("# Strength", "---\ntags: [running]\n---\n\n# Strength", id="front matter"),
        pytest.param("\n-->\n", "\n-->\n\nLegs felt heavy all week.\n", id="below the comment"),
        pytest.param("1. Walk\n", "1. Walk\n\nEffort: 7 of 10.\n", id="an effort that was felt"),
    ],
)
def test_a_line_of_the_runners_own_is_left_alone(old: str, new: str) -> None:
    assert read(edited(TEXT, old, new)) == read(TEXT)


def test_columns_as_they_were_are_read_as_well() -> None:
    rows = edited(TEXT, "| Exercise | Dose | Rest |", "| Exercise | Dose | Effort | Rest |")
    for dose, effort in (
        ("2 × 8, 4 or more left", "4 or more left"),
        ("2 × 8 each side", "3 left"),
        ("2 × 20-s hold, stop if form slips", "stop if form slips"),
    ):
        rows = rows.replace(f"| {dose} |", f"| {dose.split(',')[0]} | {effort} |")
    rows = rows.replace("| --- |", "| --- | --- |", 1)
    assert read(rows) == read(TEXT)


@pytest.mark.parametrize(
    ("old", "new", "want"),
    [
        pytest.param(USUAL, "Hard!", [f"{LUNGE_LINE}: {NO_EFFORT}"], id="no effort"),
        pytest.param(
            USUAL,
            "Effort: stop when tired.",
            [
                f"{LINE_OF[USUAL]}: 'stop when tired' is not an effort such as 'stop with 3 left' "
                "or 'stop if form slips'",
                f"{LUNGE_LINE}: {NO_EFFORT}",
            ],
            id="an effort that means nothing",
        ),
        pytest.param(
            LUNGE,
            "| Reverse lunge | lots, 3 left |",
            [f"{LUNGE_LINE}: 'lots' is not a dose such as 3 × 8, 3 × 6 at 18 kg or 2 × 20-s hold"],
            id="no dose",
        ),
        pytest.param(
            "| Exercise | Dose | Rest |",
            "\n| Exercise | Dose | Rest |\n\n",
            None,
            id="a table that fell apart",
        ),
        pytest.param(
            "minutes: 30",
            "minutes: 5",
            [f"{LINE_OF['  minutes: 30']}: 5 is not 15 to 60"],
            id="the head",
        ),
        pytest.param("<!-- befit", "<!-- my", None, id="no head"),
        pytest.param("\n-->\n", "\n", None, id="a head without an end"),
    ],
)
def test_what_cannot_be_understood_is_told_with_its_line(
    old: str, new: str, want: list[str] | None
) -> None:
    found = faults_of(edited(TEXT, old, new))
    assert want in (None, found)


@pytest.mark.parametrize("stem", sorted({path.stem for path in FRONT_MATTER.iterdir()}))
def test_a_plan_with_front_matter_reads_on_and_is_written_anew_as_the_same(stem: str) -> None:
    path = FRONT_MATTER / f"{stem}.md"
    plan = read_plan(path.read_bytes(), path.name, CATALOGUE)
    data = (FRONT_MATTER / f"{stem}.json").read_bytes()
    assert plan == read_plan(data, f"{stem}.json", CATALOGUE)

    again = str(views.render(plan, "md", catalogue=CATALOGUE))
    assert again.startswith("# ")
    assert read(again) == replace(plan, older=False)
