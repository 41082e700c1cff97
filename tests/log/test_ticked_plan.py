"""A plan whose boxes were ticked says what was done: session by session, and row by row."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lifting_logs import imported, sample
from msgspec.structs import replace
from strategies import CATALOGUE, drawn

from befit_cli import views
from befit_cli.errors import FileFaults
from befit_cli.language import Language, speaking
from befit_cli.saved.plan_file import read_plan
from befit_cli.values.history import Asked, PlanPlace, SessionLog, Work
from befit_cli.values.running_plan import Unread

PLAN = sample("plan-with-notes.md").decode()
WEDNESDAY, FRIDAY = date(2026, 11, 25), date(2026, 11, 27)
MONDAY = date(2026, 11, 23)
EXERCISES = [
    *("squats", "hip-thrusts", "lunges", "calf-raises", "pull-ups", "planks", "clamshells"),
]
"""Those of the Wednesday."""


def marked(
    text: str = PLAN,
    *,
    done: bool = True,
    did: Mapping[str, str] | None = None,
    ticks: Mapping[str, str] | None = None,
) -> str:
    """The plan with that box on Wednesday; in its rows, by their ids, a column `Did`, and what
    stands at the end of the first cell.
    """
    above, mark, table = text.partition("| Exercise | Dose")
    rows, blank, below = (mark + table).partition("\n\n")
    lines = []
    for line in rows.split("\n"):
        first, *others = line.strip("| ").split(" | ")
        id_ = others[-1]
        cells = [first + (ticks or {}).get(id_, ""), *others]
        if did is not None:
            cells.append({"Id": "Did", "---": "---"}.get(id_, did.get(id_, "")))
        lines.append(f"| {' | '.join(cells)} |")
    box = "[x]" if done else "[ ]"
    return above.replace("- [x] Done", f"- {box} Done") + "\n".join(lines) + blank + below


def wednesday(text: str) -> SessionLog:
    """What the plan says of it, alone."""
    (session,) = imported(text, file="plan.md").sessions
    return session


def test_a_ticked_session_was_done_as_planned() -> None:
    session = wednesday(PLAN)

    assert list(session.did) == EXERCISES
    assert session.date == WEDNESDAY
    assert session.plan == PlanPlace(began=MONDAY, week=1, slot=1)
    assert session.minutes == 29
    assert session.did["squats"] == (
        Work(form="Bodyweight squat", asked=Asked(sets=2, reps=10, left=3), reps=(10, 10)),
    )
    assert session.did["planks"] == (
        Work(form="Plank", asked=Asked(sets=2, hold_s=20), hold_s=(20, 20)),
    )


def test_the_runners_own_words_are_its_note() -> None:
    assert wednesday(PLAN).note == "Felt great. Squats with 8 kg, RPE 7."


def test_a_session_without_a_tick_was_not_done() -> None:
    assert imported(marked(done=False), file="plan.md").sessions == ()


@pytest.mark.parametrize(
    "box",
    [
        pytest.param("- [X] Done", id="a capital"),
        pytest.param("* [x] Done", id="a star"),
        pytest.param("- ✅ Done", id="an emoji"),
        pytest.param("- [x] Done ✅ 2026-11-25", id="as a note-taking app ticks it"),
        pytest.param("- [x] Hecho", id="in Spanish"),
    ],
)
def test_a_box_is_ticked_as_editors_do(box: str) -> None:
    assert list(wednesday(PLAN.replace("- [x] Done", box)).did) == EXERCISES


def test_what_was_otherwise_may_stand_behind_done() -> None:
    told = "Done: Bodyweight squat: 8, 12, 3 left; Clamshells: skipped"
    session = wednesday(PLAN.replace("- [x] Done", f"- [x] {told}"))

    (squats,) = session.did["squats"]
    assert (squats.reps, squats.left) == ((8, 12), 3)
    assert session.did["clamshells"] == ()
    assert session.did["lunges"][0].reps == (8, 8)
    assert session.minutes is None


@pytest.mark.parametrize(
    "box",
    [
        pytest.param("- [ ] Done: squats 3x9", id="without the tick"),
        pytest.param("[x] Done: squats 3x9", id="without the bullet"),
        pytest.param("[ ] Done: squats 3x9", id="without either"),
    ],
)
def test_what_stands_behind_done_counts(box: str) -> None:
    session = wednesday(PLAN.replace("- [x] Done", box))

    assert session.did["squats"][0].reps == (9, 9, 9)
    assert session.note == "Felt great. Squats with 8 kg, RPE 7."


@pytest.mark.parametrize(
    "box",
    [
        pytest.param("[x] Done", id="done"),
        pytest.param("[x] Skipped", id="was skipped"),
        pytest.param("[x] Missed (ill)", id="was missed"),
        pytest.param("[x] Perdida (enfermedad)", id="was missed, in Spanish"),
    ],
)
def test_a_box_that_lost_its_bullet_is_one(box: str) -> None:
    assert wednesday(PLAN.replace("- [x] Done", box)) == wednesday(PLAN)


def test_a_box_that_is_ticked_over_rows_that_are_not_is_told() -> None:
    text = re.sub(r"^(\| (?!Exercise|---)[^|]+)\|", r"\1 [ ] |", PLAN, flags=re.MULTILINE)
    line = next(n for n, each in enumerate(text.splitlines(), 1) if each.startswith("### Wed"))
    found = imported(text, file="plan.md")

    assert found.sessions == ()
    assert found.unread == (
        Unread(where=f"line {line}", why="its box is ticked, and none of its rows is"),
    )


def test_what_is_for_people_behind_done_is_told_and_not_taken_for_as_planned() -> None:
    text = PLAN.replace("- [x] Done", "- [x] Done: rather well")
    found = imported(text, file="plan.md")

    assert found.sessions == ()
    (unread,) = found.unread
    assert unread.why.startswith("'rather' means nothing here")


def test_a_column_says_what_was_done_otherwise() -> None:
    session = wednesday(marked(did={"squats": "8,8,10 16kg", "clamshells": "skip", "lunges": "-"}))

    assert session.did["squats"] == (
        Work(
            form="Bodyweight squat",
            asked=Asked(sets=2, reps=10, left=3),
            reps=(8, 8, 10),
            kg=(16,),
        ),
    )
    assert session.did["clamshells"] == session.did["lunges"] == ()
    assert session.did["hip-thrusts"][0].reps == (12, 12)  # nothing stands there, and it is ticked
    assert session.minutes is None  # it was another session than the plan's


def test_a_column_says_it_without_the_box_too() -> None:
    session = wednesday(marked(done=False, did={"squats": "8,8,10", "planks": "✓"}))

    assert {id_: works[0].reps for id_, works in session.did.items()} == {
        "squats": (8, 8, 10),
        "planks": (),
    }
    assert session.did["planks"][0].hold_s == (20, 20)


@pytest.mark.parametrize(
    ("done", "ticks", "ids"),
    [
        pytest.param(
            False, {"squats": " [x]", "lunges": " ✓"}, ["squats", "lunges"], id="rows alone"
        ),
        pytest.param(True, {"squats": " ✓"}, ["squats"], id="all of it, and a row"),
        pytest.param(
            True,
            {"squats": " [ ]"},
            [id_ for id_ in EXERCISES if id_ != "squats"],
            id="all of it but a row",
        ),
    ],
)
def test_a_row_may_be_ticked(done: bool, ticks: dict[str, str], ids: list[str]) -> None:
    assert list(wednesday(marked(done=done, ticks=ticks)).did) == ids


def test_of_a_rows_boxes_one_that_is_ticked_is_enough() -> None:
    text = marked(done=False, did={"squats": "[x]"}, ticks={"squats": " [ ]"})
    assert list(wednesday(text).did) == ["squats"]


@pytest.mark.parametrize("yes", ["x", "yes", "sí", "si"])
def test_a_cross_in_the_column_is_a_tick(yes: str) -> None:
    assert list(wednesday(marked(did={"squats": yes, "planks": yes})).did) == ["squats", "planks"]


def test_words_may_name_another_exercise_too() -> None:
    session = wednesday(marked(did={"lunges": "lunges 8,8; squats 5,5 20kg"}))

    assert [work.reps for work in session.did["squats"]] == [(10, 10), (5, 5)]


def test_a_session_that_was_moved_was_done_on_its_day() -> None:
    text = PLAN.replace("### Wednesday 25 November", "### Saturday 25 November")
    session = wednesday(text)

    assert session.date == date(2026, 11, 28)
    assert list(session.did) == EXERCISES


def test_a_day_that_has_not_come_is_told() -> None:
    text = PLAN.replace("- [ ] Done", "- [x] Done")
    found = imported(text, file="plan.md", today=WEDNESDAY)

    assert [session.date for session in found.sessions] == [WEDNESDAY]
    line = 1 + text.split("\n").index("### Friday 27 November · medium load · 28 min")
    assert found.unread == (
        Unread(where=f"line {line}", why="Friday, 2026-11-27, hasn't come yet"),
    )


def test_words_that_mean_nothing_are_told_with_their_line() -> None:
    text = marked(did={"squats": "lots", "planks": "8,8"})
    with pytest.raises(FileFaults) as told:
        imported(text, file="plan.md")

    line = next(number for number, each in enumerate(text.split("\n"), 1) if "lots" in each)
    (fault,) = told.value.faults
    assert fault.startswith(f"plan.md:{line}: 'lots' means nothing here")


def test_a_plan_with_faults_is_told_with_all_of_them() -> None:
    with pytest.raises(FileFaults, match=r"plan.md:\d+: 'two' is not a dose"):
        imported(PLAN.replace("| 2 × 10 |", "| two |", 1), file="plan.md")


WRITTEN = str(
    views.render(read_plan(PLAN.encode(), "plan.md", CATALOGUE), "md", catalogue=CATALOGUE)
)
"""The same plan as befit writes it now: with a column `Did` in every table."""


def filled(done: str, did: Mapping[str, str]) -> str:
    """The plan as it is written now, with that box on Wednesday, and what stands in the last cell
    of its rows, by the names of their forms.
    """
    above, friday, below = WRITTEN.replace("- [ ] Done", done, 1).partition("### Friday")
    for form, words in did.items():
        above = re.sub(rf"(\| {form} \|.*\|)  \|", rf"\1 {words} |", above)
    return above + friday + below


def test_a_column_did_stands_in_every_table() -> None:
    assert WRITTEN.count("| Did |") == WRITTEN.count("| Exercise |") == 2


def test_its_cells_are_read_as_they_stand() -> None:
    did = {"Bodyweight squat": "8,8,10 16kg", "Clamshell": "skip", "Plank": "x"}
    session = wednesday(filled("- [ ] Done", did))

    assert session.did["squats"][0].reps == (8, 8, 10)
    assert session.did["clamshells"] == ()
    assert list(session.did) == ["squats", "planks", "clamshells"]


def test_empty_cells_below_a_ticked_box_are_as_planned() -> None:
    assert wednesday(filled("- [x] Done", {})).did == wednesday(PLAN).did


@pytest.mark.parametrize(
    ("told", "more"),
    [
        pytest.param("Box jump: 2 × 4", ["box-jumps"], id="an exercise more"),
        pytest.param("felt rather well", [], id="words for people"),
        pytest.param("Bodyweight squat: 2 × 4", [], id="what the rows say already"),
    ],
)
def test_what_was_not_planned_stands_behind_done(told: str, more: list[str]) -> None:
    session = wednesday(filled(f"- [x] Done: {told}", {"Clamshell": "-"}))
    assert list(session.did) == [*EXERCISES, *more]
    assert session.did["squats"] == wednesday(PLAN).did["squats"]


IN_SPANISH = {
    "### Wednesday 25 November · medium load": "### Miércoles 25 de noviembre · carga media",
    "Effort: stop with": "Esfuerzo: deja",
    "| Exercise | Dose | Rest | Cue | Did |": "| Ejercicio | Dosis | Descanso | Clave | Hecho |",
}


def in_spanish(text: str) -> str:
    for english, spanish in IN_SPANISH.items():
        assert english in text
        text = text.replace(english, spanish)
    return text


def test_in_spanish_its_cells_are_read_as_they_stand() -> None:
    did = {"Bodyweight squat": "8,8,10 16kg", "Clamshell": "–", "Plank": "x"}
    session = wednesday(in_spanish(filled("- [ ] Hecho", did)))

    assert session.did["squats"][0].reps == (8, 8, 10)
    assert session.did["clamshells"] == ()
    assert list(session.did) == ["squats", "planks", "clamshells"]


def test_in_spanish_what_was_not_planned_stands_behind_hecho() -> None:
    text = in_spanish(filled("- [x] Hecho: Salto al cajón: 2 × 4", {"Clamshell": "-"}))

    assert list(wednesday(text).did) == [*EXERCISES, "box-jumps"]


def test_a_spanish_befit_tells_in_spanish_what_has_not_come() -> None:
    with speaking(Language.ES):
        found = imported(PLAN.replace("- [ ] Done", "- [x] Done"), file="plan.md", today=WEDNESDAY)
    (unread,) = found.unread

    assert unread.where.startswith("línea ")
    assert unread.why == "viernes, 2026-11-27, todavía no ha llegado"


_AMOUNTS = st.lists(st.integers(1, 30), min_size=1, max_size=4).map(tuple)
_KG = st.integers(1, 200).map(lambda halves: halves / 2)
_LITTLE = st.none() | st.integers(0, 5)
WORK = st.builds(
    Work,
    form=st.just("Bodyweight squat"),
    reps=_AMOUNTS,
    kg=st.just(()) | st.tuples(_KG),
    left=_LITTLE,
    pain=_LITTLE,
) | st.lists(st.tuples(st.integers(1, 20), st.integers(1, 3)), min_size=2, max_size=4).map(
    lambda sides: Work(
        form="Bodyweight squat",
        reps=tuple(weak for weak, _ in sides),
        other_side=tuple(weak + more for weak, more in sides),
    )
)


@given(work=WORK, language=st.sampled_from(Language))
@drawn
def test_what_befit_writes_there_comes_back(work: Work, language: Language) -> None:
    plan = read_plan(PLAN.encode(), "plan.md", CATALOGUE)
    (week,) = plan.weeks
    session = week.sessions[0]
    asked = wednesday(PLAN)
    done = replace(
        asked, did={**asked.did, "squats": (replace(work, asked=asked.did["squats"][0].asked),)}
    )
    logged = replace(week, sessions=(replace(session, done=done), *week.sessions[1:]))
    in_words = replace(plan, weeks=(logged,), language=language)
    text = str(views.render(in_words, "md", catalogue=CATALOGUE))

    assert wednesday(text).did == done.did


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_may_end_as_any_editor_ends_them(end: str) -> None:
    assert list(wednesday(PLAN.replace("\n", end)).did) == EXERCISES
