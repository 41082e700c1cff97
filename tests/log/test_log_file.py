"""The log: what a person wrote is read, and every fault has its place."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from drawn_log import AWAY, SESSION, entries
from hypothesis import given
from hypothesis import strategies as st
from strategies import drawn

from befit_cli.errors import FileFaults
from befit_cli.log.entries import Entry, item_of
from befit_cli.log.log_file import load_log, read_log
from befit_cli.values.history import Asked, History, SessionLog, Work

EXAMPLE = """\
- date: 2026-11-24
  plan: {began: 2026-11-23, week: 1, slot: 2}
  minutes: 31
  did:
    squats: {form: Goblet squat, asked: 3x8 r3, reps: [8, 8, 10], kg: 16, left: 3}
    planks: {form: Plank, asked: 2x20s, hold: [20, 20], pain: 2}
    clamshells: skipped
  pain: {knee: 2}
  next-morning: worse
  note: slept badly
- {from: 2026-12-01, to: 2026-12-09, away: ill}
"""


def works(text: str) -> tuple[Work, ...]:
    """What the text says of an exercise."""
    history = read_log(f"- date: 2026-11-24\n  did: {{rows: {text}}}\n", "log.yaml")
    return history.sessions[0].did["rows"]


def faults(text: str | bytes) -> list[str]:
    """The faults of a log with that text, without its name in front."""
    with pytest.raises(FileFaults) as raised:
        read_log(text, "log.yaml")
    return [fault.removeprefix("log.yaml:") for fault in raised.value.faults]


def test_what_was_done_is_read() -> None:
    assert read_log(EXAMPLE, "log.yaml") == History(sessions=(SESSION,), away=(AWAY,))


def test_it_is_written_as_a_person_would_write_it() -> None:
    assert item_of(SESSION) + item_of(AWAY) == EXAMPLE


def test_an_exercise_in_two_forms_is_a_list() -> None:
    forms = (Work(form="Row", reps=(8,)), Work(form="Band row", reps=(12, 12)))
    session = SessionLog(date=date(2026, 11, 24), did={"rows": forms})
    assert item_of(session) == (
        "- date: 2026-11-24\n"
        "  did:\n"
        "    rows:\n"
        "      - {form: Row, reps: [8]}\n"
        "      - {form: Band row, reps: [12, 12]}\n"
    )


@drawn
@given(entry=entries())
def test_an_entry_that_is_written_is_read_back(entry: Entry) -> None:
    history = read_log(item_of(entry), "log.yaml")
    assert [*history.sessions, *history.away] == [entry]


@drawn
@given(entry=entries())
def test_no_part_of_an_entry_is_over_a_line(entry: Entry) -> None:
    assert all(line.startswith(("- ", "  ")) for line in item_of(entry).splitlines())


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("# my log\n", id="a comment"),
        pytest.param("[]\n", id="an empty list"),
        pytest.param("---\n", id="the start of a document"),
    ],
)
def test_a_log_without_entries_says_nothing(text: str) -> None:
    assert read_log(text, "log.yaml") == History()


@pytest.mark.parametrize(
    ("text", "work"),
    [
        pytest.param("{reps: 8}", Work(form="", reps=(8,)), id="one set"),
        pytest.param("{reps: [8, 0]}", Work(form="", reps=(8, 0)), id="tried and failed"),
        pytest.param("{kg: 22.5, reps: 8}", Work(form="", reps=(8,), kg=(22.5,)), id="half a kg"),
        pytest.param(
            "{reps: [8, 7], kg: [16, 18]}",
            Work(form="", reps=(8, 7), kg=(16, 18)),
            id="a weight for each set",
        ),
        pytest.param(
            "{reps: [8, 7], other-side: [9, 8]}",
            Work(form="", reps=(8, 7), other_side=(9, 8)),
            id="sides that differ",
        ),
        pytest.param(
            "{hold: [20], other-side: 30}",
            Work(form="", hold_s=(20,), other_side=(30,)),
            id="holds of sides that differ",
        ),
        pytest.param("{asked: 3x8}", Work(form="", asked=Asked(sets=3, reps=8)), id="asked"),
        pytest.param(
            "{asked: 3x8 r3}", Work(form="", asked=Asked(sets=3, reps=8, left=3)), id="a reserve"
        ),
        pytest.param(
            "{asked: 3x8 17.5kg r3}",
            Work(form="", asked=Asked(sets=3, reps=8, left=3, kg=17.5)),
            id="a weight that was asked",
        ),
        pytest.param(
            "{asked: '3 × 8 17,5 kg'}",
            Work(form="", asked=Asked(sets=3, reps=8, kg=17.5)),
            id="asked in other letters",
        ),
        pytest.param(
            "{asked: 2x20s}", Work(form="", asked=Asked(sets=2, hold_s=20)), id="a hold asked"
        ),
        pytest.param("{reps: }", Work(form=""), id="left empty"),
    ],
)
def test_what_was_done_of_an_exercise_is_read(text: str, work: Work) -> None:
    assert works(text) == (work,)


def test_what_was_skipped_has_nothing_in_it() -> None:
    assert works("skipped") == ()


def test_a_list_is_one_form_after_the_other() -> None:
    assert works("[{form: Row, reps: 8}, {form: Band row}]") == (
        Work(form="Row", reps=(8,)),
        Work(form="Band row"),
    )


def test_an_exercise_that_no_catalogue_has_is_kept() -> None:
    history = read_log("- date: 2026-11-24\n  did: {gone-since: {reps: 8}}\n", "log.yaml")
    assert list(history.sessions[0].did) == ["gone-since"]


@pytest.mark.parametrize("day", ["2026-11-24", "'2026-11-24'", '"2026-11-24"'])
def test_a_date_may_stand_in_quotes(day: str) -> None:
    assert read_log(f"- date: {day}\n", "log.yaml").sessions[0].date == date(2026, 11, 24)


def test_time_away_without_an_end_is_open() -> None:
    assert read_log("- {from: 2026-12-01, away: hurt}\n", "log.yaml").away[0].last is None


def test_entries_stand_in_any_order_and_are_read_by_date() -> None:
    text = (
        "- {from: 2026-11-20, away: ill}\n- date: 2026-11-26\n"
        "- {from: 2026-11-01, away: ill}\n- date: 2026-11-24\n"
    )
    history = read_log(text, "log.yaml")
    assert [session.date.day for session in history.sessions] == [24, 26]
    assert [time.first.day for time in history.away] == [1, 20]


PLACE = "plan: {began: 2026-11-23, week: 1, slot: 2}"


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        pytest.param(
            f"- {{date: 2026-11-26, {PLACE}, minutes: 1}}\n"
            f"- {{date: 2026-11-24, {PLACE}, minutes: 2}}\n",
            [2],
            id="one session of a plan",
        ),
        pytest.param(
            f"- {{date: 2026-11-24, {PLACE}, minutes: 1}}\n"
            f"- {{date: 2026-11-24, {PLACE.replace('slot: 2', 'slot: 3')}, minutes: 2}}\n",
            [1, 2],
            id="two sessions of a plan",
        ),
        pytest.param(
            "- {date: 2026-11-24, minutes: 1}\n- {date: 2026-11-24, minutes: 2}\n",
            [1, 2],
            id="no session of a plan",
        ),
    ],
)
def test_of_two_entries_for_one_session_the_later_counts(text: str, minutes: list[int]) -> None:
    assert [each.minutes for each in read_log(text, "log.yaml").sessions] == minutes


@pytest.mark.parametrize(
    ("entries", "minutes"),
    [
        pytest.param("app plan", [2], id="the plan's comes later"),
        pytest.param("plan app", [1, 2], id="it comes earlier"),
        pytest.param("app other", [1, 2], id="it lacks an exercise"),
        pytest.param("app late", [1, 2], id="it is of another day"),
        pytest.param("note plan", [1, 2], id="the other is of no exercise"),
        pytest.param("app app plan plan", [4], id="several times"),
    ],
)
def test_an_entry_of_no_plan_gives_way_to_the_plans_with_all_of_its_exercises(
    entries: str, minutes: list[int]
) -> None:
    of_plan = "{{date: 2026-11-{}, plan: {{began: 2026-11-23, week: 1, slot: 1}}, did: {{{}}}"
    each = {
        "app": "{date: 2026-11-24, did: {rows: {reps: 8}}",
        "note": "{date: 2026-11-24, note: slept badly",
        "plan": of_plan.format(24, "rows: {reps: 9}, planks: skipped"),
        "other": of_plan.format(24, "planks: skipped"),
        "late": of_plan.format(25, "rows: {reps: 9}"),
    }
    lines = [
        f"- {each[name]}, minutes: {number}}}\n" for number, name in enumerate(entries.split(), 1)
    ]
    assert [each.minutes for each in read_log("".join(lines), "log.yaml").sessions] == minutes


HOW = "as - date: 2026-11-24 and what was done, or as - {from: 2026-12-01, away: ill}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "date: 2026-11-24\n",
            [f"1:1: a mapping is no log: write a list, each entry {HOW}"],
            id="no list",
        ),
        pytest.param(
            "- rest\n", [f"1:3: 'rest' is no entry: write it {HOW}"], id="a word for an entry"
        ),
        pytest.param("- minutes: 31\n", ["1:3: missing key 'date'"], id="no date"),
        pytest.param("- {away: ill}\n", ["1:3: missing key 'from'"], id="no first day"),
        pytest.param(
            "- date: 24.11.26\n",
            ["1:9: '24.11.26' is not a date such as 2026-11-23"],
            id="no date that befit knows",
        ),
        pytest.param(
            "- {date: 2026-11-24, minuts: 31}\n",
            ["1:22: unknown key 'minuts'; did you mean 'minutes'?"],
            id="an unknown key of a session",
        ),
        pytest.param(
            "- {date: 2026-11-24, next-mornin: worse}\n",
            ["1:22: unknown key 'next-mornin'; did you mean 'next-morning'?"],
            id="an unknown key of two words",
        ),
        pytest.param(
            "- {form: 2026-11-24, away: ill}\n",
            ["1:3: missing key 'from'", "1:4: unknown key 'form'; did you mean 'from'?"],
            id="an unknown key of time away",
        ),
        pytest.param(
            "- date: 2026-11-24\n  plan: {began: 2026-11-23, wek: 1, slot: 2}\n",
            ["2:9: missing key 'week'", "2:29: unknown key 'wek'; did you mean 'week'?"],
            id="an unknown key of a place",
        ),
        pytest.param(
            "- date: 2026-11-24\n  did: {rows: {rep: 8}}\n",
            ["2:16: unknown key 'rep'; did you mean 'reps'?"],
            id="an unknown key of an exercise",
        ),
        pytest.param(
            "- date: 2026-11-24\n  did: {rows: [{reps: 8}, {reps: no}]}\n",
            [
                "2:34: 'no' is not a whole number from 0 to 10000, or a list with one for each "
                "set, such as [8, 8, 7]"
            ],
            id="no number in the second form",
        ),
        pytest.param(
            "- date: 2026-11-24\n  did: {rows: {reps: [8, -1]}}\n",
            ["2:26: -1 is not a whole number from 0 to 10000"],
            id="less than nothing",
        ),
        pytest.param(
            "- date: 2026-11-24\n  did: {rows: {reps: [8, 999999999]}}\n",
            ["2:26: 999999999 is not a whole number from 0 to 10000"],
            id="more than anybody does",
        ),
        pytest.param(
            "- date: 0026-11-24\n",
            ["1:3: 0026-11-24 is out of range; the year is 1970 to 2199"],
            id="a session in the year 26",
        ),
        pytest.param(
            "- {from: 2026-12-01, to: 9999-12-31, away: ill}\n",
            ["1:3: 9999-12-31 is out of range; the year is 1970 to 2199"],
            id="time away without a likely end",
        ),
        pytest.param(
            "- {from: 9999-12-31, away: ill}\n",
            ["1:3: 9999-12-31 is out of range; the year is 1970 to 2199"],
            id="time away that never begins",
        ),
        pytest.param(
            "- date: 2026-11-24\n  did: {rows: skip}\n",
            ["2:15: 'skip' is not what was done, such as {reps: [8, 8, 7]}, or the word skipped"],
            id="another word for skipped",
        ),
        pytest.param(
            "- date: 2026-11-24\n  did: {rows: {asked: three}}\n",
            ["2:23: 'three' asks for nothing: write it as 3x8 r3, or as 2x20s"],
            id="asked for nothing",
        ),
        pytest.param(
            "- date: 2026-11-24\n  did: {rows: {reps: 8, hold: 20}}\n",
            ["2:15: reps and hold of one exercise: write the one that it has"],
            id="repetitions and a hold",
        ),
        pytest.param(
            "- date: 2026-11-24\n  did: {rows: {reps: [8, 8, 8], kg: [16, 18]}}\n",
            ["2:15: kg has another number of sets: write one number, or one for each"],
            id="a weight too few",
        ),
        pytest.param(
            "- date: 2026-11-24\n  did: {rows: {reps: [8, 8], other-side: 9}}\n",
            ["2:15: other-side has another number of sets: write one number for each"],
            id="a set of the other side too few",
        ),
        pytest.param(
            "- date: 2026-11-24\n  did: {rows: {kg: 16kg}}\n",
            ["2:20: '16kg' is not a number of kg from 0 to 1000, or a list with one for each set"],
            id="a weight with its unit",
        ),
        pytest.param(
            "- {date: 2026-11-24, pain: {knee: 11}}\n",
            ["1:35: 11 is not a whole number from 0, no pain, to 10"],
            id="more than the worst pain",
        ),
        pytest.param(
            "- {date: 2026-11-24, next-morning: fine}\n",
            ["1:36: 'fine' is not worse; if it was not, take the line out"],
            id="a morning that was not worse",
        ),
        pytest.param(
            "- {from: 2026-12-01, away: sick}\n",
            ["1:28: 'sick' is not ill, away or hurt"],
            id="another word for ill",
        ),
        pytest.param(
            "- {from: 2026-12-09, to: 2026-12-01, away: ill}\n",
            ["1:3: to 2026-12-01 is before from 2026-12-09: put the earlier one first"],
            id="an end before the beginning",
        ),
        pytest.param(
            "- &a {date: 2026-11-24}\n- *a\n",
            [
                "1:3: the anchor 'a': befit reads none, take it out",
                "2:3: the alias 'a': befit reads none, write out what it stands for",
            ],
            id="an alias for an entry",
        ),
        pytest.param(
            "- date: &a 2026-11-24\n- date: *a\n",
            [
                "1:9: the anchor 'a': befit reads none, take it out",
                "2:9: the alias 'a': befit reads none, write out what it stands for",
            ],
            id="an alias for a date",
        ),
        pytest.param(
            b"- note: \xff\n", ["1:9: this is not UTF-8: save the file as UTF-8"], id="no text"
        ),
    ],
)
def test_every_fault_has_its_place(text: str | bytes, expected: list[str]) -> None:
    assert faults(text) == expected


def told(text: str) -> tuple[str, ...] | None:
    """The faults of the text; None where it is read."""
    try:
        read_log(text, "log.yaml")
    except FileFaults as refused:
        return refused.faults
    return None


@pytest.mark.of_a_kind(90)
@pytest.mark.parametrize("end", range(len(EXAMPLE)))
def test_a_log_that_was_cut_off_anywhere_is_read_or_tells_where(end: int) -> None:
    cut = told(EXAMPLE[:end])
    assert cut is None or (cut and all(fault.startswith("log.yaml:") for fault in cut))


@drawn
@given(text=st.text() | st.lists(st.sampled_from(EXAMPLE.split(" "))).map(" ".join))
def test_any_text_is_read_or_has_faults_that_a_terminal_can_show(text: str) -> None:
    refused = told(text)
    assert refused is None or (refused and "".join(refused).isprintable())


@pytest.mark.parametrize(
    "there", [pytest.param(False, id="no log"), pytest.param(True, id="a log")]
)
def test_a_log_that_is_not_there_says_nothing(there: bool, tmp_path: Path) -> None:
    path = tmp_path / "log.yaml"
    if there:
        path.write_text("- {from: 2026-12-01, away: ill}\n")
    assert len(load_log(path).away) == there
