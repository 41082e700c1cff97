"""A saved plan: what befit wrote comes back exactly, what a person changed is seen, what cannot be
understood is told with its place.
"""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, reject
from hypothesis import strategies as st
from msgspec.structs import replace
from sample_catalogue import EXERCISES, dumped
from shown_work import left_out
from strategies import CATALOGUE as BUNDLED
from strategies import IN_SPANISH, athletes, drawn, times
from strategies import MONDAY as START
from written_plan import edited

from befit_cli import views
from befit_cli.catalogue.reader import parse_catalogue
from befit_cli.errors import BefitError, FileFaults
from befit_cli.evidence.safety import SAFETY
from befit_cli.language import Language, speaking
from befit_cli.planning.planner import BrokenRule, plan_week
from befit_cli.planning.season import plan_season
from befit_cli.rules.check import check_plan
from befit_cli.saved.plan_file import read_plan
from befit_cli.values import (
    Adapted,
    AdaptedKey,
    Athlete,
    Catalogue,
    Day,
    Group,
    Kit,
    Level,
    Load,
    Muscles,
    Need,
    Next,
    Niggle,
    NoteKey,
    Pattern,
    Phase,
    Plan,
    Prescription,
    Race,
    Reason,
    ReasonKey,
    Region,
    Role,
    Run,
    SafetyLine,
    WarmUp,
    WarmUpKey,
    WarmUpStep,
    in_kg,
)
from befit_cli.yaml.data import TOO_DEEP

CATALOGUE = parse_catalogue(
    """\
exercises:
- id: squats
  name: Squats
  group: knee
  pattern: squat
  family: squat
  role: main
  seconds_per_rep: 3.5
  muscles: {primary: [quadriceps], secondary: [hamstrings]}
  why: Strong thighs
  cues: [Chest up]
  dose: {beginner: {sets: 3, reps: 8, rest: 75}, intermediate: {sets: 3, reps: 8, rest: 75}, advanced: {sets: 3, reps: 8, rest: 75}}
  ladder:
  - {name: Sit-to-stand, level: beginner, kit: [], load: medium}
  - {name: Goblet squat, level: beginner, kit: [dumbbell | kettlebell, bench], load: high}
  - {name: Split jump, level: advanced, kit: [box], load: high, contacts: 2, pattern: plyometric, family: jump, per_side: true}
- id: planks
  name: Planks
  group: core
  pattern: core-anti-extension
  family: plank
  role: core
  muscles: {primary: [core]}
  why: A steady trunk
  cues: [Breathe]
  dose: {beginner: {sets: 2, hold: 20, rest: 45}, intermediate: {sets: 2, hold: 20, rest: 45}, advanced: {sets: 2, hold: 20, rest: 45}}
  ladder:
  - {name: Plank, level: beginner, kit: [], load: low}
  - {name: Dead bug, level: beginner, kit: [], load: low}
- id: crunches
  name: Crunches
  group: core
  pattern: core-anti-extension
  family: crunch
  role: core
  muscles: {primary: [core]}
  why: A steady trunk
  cues: [Breathe]
  dose: {beginner: {sets: 2, hold: 20, rest: 45}, intermediate: {sets: 2, hold: 20, rest: 45}, advanced: {sets: 2, hold: 20, rest: 45}}
  ladder:
  - {name: Dead bug, level: beginner, kit: [], load: low}
""",
    "test.yaml",
)
GOOD = """\
---
befit: 0.1.0
schema: 2
athlete:
  race: half
  sessions: 2
  level: beginner
  kit: [bench, kettlebell]
  minutes: 30
  long_run: sun
  hard_runs: [wed]
  days: [mon, tue, wed, thu, fri, sat, sun]
  focus: null
  niggles: [itb]
  without: []
  race_date: null
weeks:
- {number: 5, of: 12, starts: 2026-11-23, phase: strength, deload: false, taper: false}
---

# Strength for the half marathon

## Week 5 of 12 · building strength

From Mon 23 Nov · 2 sessions · 47 min

|  | Mon 23 | Tue 24 | Wed 25 | Thu 26 | Fri 27 | Sat 28 | Sun 29 |
| --- | --- | --- | --- | --- | --- | --- | --- |
| Run |  |  | hard |  |  |  | long |
| Strength | high |  | low |  |  |  |  |

### Monday 23 November · high load · 27 min

- [ ] Done

The day after your long run.

**Warm-up, 8 min**

1. Walk
2. Swing \\| turn

| Exercise | Dose | Effort | Rest | Cue | Mind | Next | Id |
| --- | --- | --- | --- | --- | --- | --- | --- |
| Goblet squat | 3 × 8 | stop with 3 left | 2 min | Chest up | Less depth. | Heavier \\| slower. | squats |
| Dead bug *Planks* | 2 × 20-s hold | stop if form slips | none | Breathe |  | Longer. | planks |

### Wednesday 25 November · low load · 20 min · hard run too

- [ ] Done

Run first.

**Warm-up, 3 min**

1. Walk

| Exercise | Dose | Effort | Rest | Cue | Next | Id |
| --- | --- | --- | --- | --- | --- | --- |
| Plank | 2 × 30-s hold | stop if form slips | 45 s | Breathe | Longer. | planks |

### Notes

- Keep Saturday free. <!-- R16 -->
- **R30** Then add load.

## Safety

- Pain 0-3 of 10: go on.
"""
LINE_OF = {line: number for number, line in enumerate(GOOD.splitlines(), 1)}
SQUAT_LINE = next(number for line, number in LINE_OF.items() if line.startswith("| Goblet squat"))


def read(text: str | bytes, name: str = "plan.md", catalogue: Catalogue = CATALOGUE) -> Plan:
    return read_plan(text.encode() if isinstance(text, str) else text, name, catalogue)


def faults_of(text: str | bytes, name: str = "plan.md") -> list[str]:
    with pytest.raises(FileFaults) as told:
        read(text, name)
    assert all(fault.startswith(name) for fault in told.value.faults)
    return [fault.removeprefix(f"{name}:") for fault in told.value.faults]


PLAN = read(GOOD)
MONDAY, WEDNESDAY = PLAN.weeks[0].sessions
SQUAT = MONDAY.exercises[0]


def with_monday(*exercises: Prescription, **changes: Any) -> Plan:
    """The plan of `GOOD` with another Monday."""
    monday = replace(MONDAY, exercises=exercises or MONDAY.exercises, **changes)
    return replace(PLAN, weeks=(replace(PLAN.weeks[0], sessions=(monday, WEDNESDAY)),))


def with_squat(**changes: Any) -> Plan:
    """The plan of `GOOD` with another first exercise."""
    return with_monday(replace(SQUAT, **changes), *MONDAY.exercises[1:])


def test_the_front_matter_says_who_and_when() -> None:
    assert PLAN.athlete == Athlete(
        race=Race.HALF, kit=(Kit.BENCH, Kit.KETTLEBELL), niggles=(Niggle.ITB,)
    )
    assert (PLAN.befit, len(PLAN.weeks)) == ("0.1.0", 1)
    week = PLAN.weeks[0]
    assert (week.number, week.of, week.starts, week.phase, week.deload, week.taper) == (
        5,
        12,
        date(2026, 11, 23),
        Phase.STRENGTH,
        False,
        False,
    )


def test_the_text_says_what_to_do() -> None:
    names = set(MONDAY.__struct_fields__) - {"exercises", "done", "off"}
    kept = {name: getattr(MONDAY, name) for name in names}
    assert kept == {
        "day": Day.MON,
        "date": date(2026, 11, 23),
        "load": Load.HIGH,
        "minutes": 27,
        "slot": 1,
        "reasons": (Reason(ReasonKey.OWN, {"text": "The day after your long run."}),),
        "with_run": None,
        "warm_up": WarmUp(
            minutes=8,
            steps=(
                WarmUpStep(WarmUpKey.OWN, {"text": "Walk"}),
                WarmUpStep(WarmUpKey.OWN, {"text": "Swing | turn"}),
            ),
        ),
    }
    assert (WEDNESDAY.slot, WEDNESDAY.date, WEDNESDAY.with_run) == (
        2,
        date(2026, 11, 25),
        Run.HARD,
    )
    assert [(note.rule, note.facts["text"]) for note in PLAN.weeks[0].notes] == [
        ("R16", "Keep Saturday free."),
        ("R30", "Then add load."),
    ]
    assert PLAN.safety == (SafetyLine(text="Pain 0-3 of 10: go on."),)


def test_a_row_and_the_catalogue_say_the_exercise() -> None:
    assert (
        Prescription(
            id="squats",
            name="Squats",
            form="Goblet squat",
            group=Group.KNEE,
            pattern=Pattern.SQUAT,
            family="squat",
            role=Role.MAIN,
            regions=(Region.LEGS,),
            load=Load.HIGH,
            kit=(Kit.KETTLEBELL, Kit.BENCH),
            level=Level.BEGINNER,
            sets=3,
            reps=8,
            hold_s=None,
            per_side=False,
            seconds_per_rep=3.5,
            rest_s=120,
            rir=3,
            contacts=0,
            muscles=Muscles(("quadriceps",), ("hamstrings",)),
            niggle_note="Less depth.",
            cue="Chest up",
            next=Next(step=None, text="Heavier | slower."),
            serves=(Need.KNEE,),
        )
        == SQUAT
    )
    bug = MONDAY.exercises[1]
    assert (bug.id, bug.form, bug.reps, bug.hold_s, bug.rir, bug.rest_s, bug.niggle_note) == (
        "planks",
        "Dead bug",
        None,
        20,
        None,
        0,
        None,
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("3 × 8", "3 x 8", id="x for ×"),
        pytest.param("3 × 8", "3x8", id="no spaces"),
        pytest.param("3 × 8", " **3  X  8 reps** ", id="bold and wide"),
        pytest.param("2 × 20-s hold", "2 × 20 s", id="a hold in s"),
        pytest.param("2 × 20-s hold", "2 x 20 seconds hold", id="a hold in seconds"),
        pytest.param("3 × 8", "3 × 8 each side", id="each side is the form's to say"),
        pytest.param("3 × 8", "3 sets of 8", id="sets of repetitions"),
        pytest.param("3 × 8", "3 sets x 8 reps", id="sets by repetitions"),
        pytest.param("3 × 8", "3 × 8 ✓", id="a tick"),
        pytest.param("| squats |", "| squats ✓ |", id="a tick behind the id"),
        pytest.param("| Dead bug", "| [[Dead bug]]", id="a link of a wiki"),
        pytest.param("stop with 3 left", "3 in reserve", id="another effort"),
        pytest.param("stop with 3 left", "RIR 3", id="an effort in letters"),
        pytest.param("2 min", "120 s", id="rest in seconds"),
        pytest.param("2 min", "120 secs", id="rest in secs"),
        pytest.param("2 min", "2 mins ✅", id="rest in mins, with a tick"),
        pytest.param("2 min", "2:00", id="rest as a clock shows it"),
        pytest.param("| none |", "| - |", id="a dash for no rest"),
        pytest.param("Goblet squat", "goblet squat", id="a form in lower case"),
        pytest.param("Goblet squat", "Goblet squat *Squats*", id="a form with its exercise"),
        pytest.param("| squats |", "| |", id="a form that only one exercise has needs no id"),
        pytest.param(
            "Longer. | planks |\n\n### W",
            "Longer. | |\n\n### W",
            id="nor one that is named with its exercise",
        ),
        pytest.param(
            "Monday 23 November · high load · 27 min",
            "Monday 23 November - high load - 27 min",
            id="dashes",
        ),
        pytest.param(
            "Monday 23 November · high load · 27 min",
            "mon – 27 minutes, high load",
            id="another order, no date",
        ),
        pytest.param("Monday 23 November", "Monday 24 November", id="the weekday beats the date"),
        pytest.param("- [ ] Done\n\nThe", "- [x] Done\n\nThe", id="ticked"),
        pytest.param("- [ ] Done\n\nThe", "[x] Done\n\nThe", id="no bullet"),
        pytest.param("- [ ] Done\n\nThe", "- [ ] Missed (ill)\n\nThe", id="missed"),
        pytest.param("- [ ] Done\n\nThe", "The", id="no box"),
        pytest.param("The day after your long run.", "The day after\nyour long run.", id="wrapped"),
        pytest.param("1. Walk\n2. Swing", "- Walk\n- Swing", id="bullets for numbers"),
        pytest.param(
            "| planks |\n\n### Wed",
            "| planks |\n\nFelt good!\n\n> Slept badly\n\n### Wed",
            id="a remark",
        ),
        pytest.param(
            "| planks |\n\n### Wed",
            "| planks |\n\n| Kilos | Mood |\n|---|---|\n| 12 | fine |\n\n### Wed",
            id="a table of one's own",
        ),
        pytest.param(
            "| planks |\n\n### Wed",
            "| planks |\n|  |  |  |  |  |  |  |  |\n\n### Wed",
            id="an empty row",
        ),
        pytest.param("## Safety", f"<img src='{'A' * 20_000}'>\n\n## Safety", id="a long picture"),
        pytest.param("## Safety", "## My log\n\n- ran\n\n## Safety", id="a chapter of one's own"),
        pytest.param("- **R30** Then", "- My own note\n- R30: Then", id="a note of one's own"),
        pytest.param(
            "race_date: null", "race_date: null\ntags: [training]", id="a property of one's own"
        ),
        pytest.param("---\nbefit", "\ufeff---\nbefit", id="byte order mark"),
        pytest.param("\n### Wed", "\n\n\n### Wed", id="empty lines"),
    ],
)
def test_another_way_to_write_the_same(old: str, new: str) -> None:
    assert read(edited(GOOD, old, new)) == PLAN


def test_line_endings_may_be_those_of_windows() -> None:
    assert read(GOOD.replace("\n", "\r\n")) == PLAN


def test_columns_may_stand_in_another_order_or_be_left_out() -> None:
    rows = (
        "| Rest | Exercise | Effort | Dose |\n|:--|--:|---|---|\n2 min | Goblet squat | stop "
        "with 3 left | 3 × 8\n"
    )
    text = re.sub(r"\| Exercise .*Mind.*\n.*\n.*\n.*\n", rows, GOOD)
    assert read(text) == with_monday(replace(SQUAT, cue="", next=None, niggle_note=None))


JUMP = {
    "form": "Split jump",
    "pattern": Pattern.PLYOMETRIC,
    "family": "jump",
    "kit": (Kit.BOX,),
    "level": Level.ADVANCED,
    "contacts": 2,
    "per_side": True,
    "serves": (),
}


@pytest.mark.parametrize(
    ("old", "new", "want"),
    [
        pytest.param("3 × 8", "4 × 8", with_squat(sets=4), id="another set"),
        pytest.param(
            "3 × 8",
            "3 × 30-s hold",
            with_squat(reps=None, hold_s=30, seconds_per_rep=None),
            id="a hold",
        ),
        pytest.param(
            "3 × 8", "3 × 5, 10 s each", with_squat(reps=5, seconds_per_rep=10.0), id="a slow one"
        ),
        pytest.param(
            "3 × 8",
            "3 × 5, 120.25 s each",
            with_squat(reps=5, seconds_per_rep=120.25),
            id="a very slow one",
        ),
        pytest.param(
            "stop with 3 left",
            "4 or more left",
            with_squat(rir=4, light=True, load=Load.MEDIUM),
            id="light",
        ),
        pytest.param(
            "2. Swing \\| turn",
            "2. 2 × 10 low hops",
            with_monday(
                warm_up=WarmUp(
                    minutes=8,
                    steps=(
                        WarmUpStep(WarmUpKey.OWN, {"text": "Walk"}),
                        WarmUpStep(
                            WarmUpKey.OWN,
                            {"text": "2 × 10 low hops", "movements": ["hop"], "contacts": 20},
                        ),
                    ),
                    contacts=20,
                )
            ),
            id="hops",
        ),
        pytest.param("stop with 3 left", "stop with 0 left", with_squat(rir=0), id="to failure"),
        pytest.param("2 min", "3 minutes", with_squat(rest_s=180), id="a longer rest"),
        pytest.param("Less depth.", "", with_squat(niggle_note=None), id="a niggle's note removed"),
        pytest.param("Heavier \\| slower.", "", with_squat(next=None), id="no progress"),
        pytest.param("Chest up", "Knees *out*", with_squat(cue="Knees out"), id="another cue"),
        pytest.param(
            "Goblet squat", "Split jump", with_squat(**JUMP), id="another form, its kit not owned"
        ),
        pytest.param(
            "| Goblet squat | 3 × 8 | stop with 3 left | 2 min | Chest up | Less depth. | "
            "Heavier \\| slower. | squats |\n",
            "",
            with_monday(*MONDAY.exercises[1:]),
            id="an exercise removed",
        ),
        pytest.param(
            "high load · 27",
            "low load · 17",
            with_monday(load=Load.LOW, minutes=17),
            id="another load and minutes",
        ),
        pytest.param("The day after your long run.", "", with_monday(reasons=()), id="no reason"),
        pytest.param(
            "**Warm-up, 8 min**",
            "**Warm-up, 5 min**",
            with_monday(warm_up=WarmUp(minutes=5, steps=MONDAY.warm_up.steps)),
            id="warm-up",
        ),
        pytest.param(
            "**Warm-up, 8 min**\n\n1. Walk\n2. Swing \\| turn\n\n",
            "",
            with_monday(warm_up=WarmUp(minutes=0, steps=())),
            id="no warm-up",
        ),
        pytest.param(
            "- Keep Saturday free. <!-- R16 -->\n",
            "",
            replace(PLAN, weeks=(replace(PLAN.weeks[0], notes=PLAN.weeks[0].notes[1:]),)),
            id="a note gone",
        ),
        pytest.param(
            "## Safety\n\n- Pain 0-3 of 10: go on.\n", "", replace(PLAN, safety=()), id="no safety"
        ),
        pytest.param(
            "\n- Pain 0-3 of 10: go on.\n",
            "\n- Pain 0-3 of 10: go on.\n\n## Safety\n\n- Sleep.\n",
            replace(PLAN, safety=(*PLAN.safety, SafetyLine(text="Sleep."))),
            id="more safety in a part of its own",
        ),
        pytest.param(
            "level: beginner",
            "level: advanced",
            replace(PLAN, athlete=replace(PLAN.athlete, level=Level.ADVANCED)),
            id="the athlete",
        ),
    ],
)
def test_an_edit_is_seen(old: str, new: str, want: Plan) -> None:
    assert read(edited(GOOD, old, new)) == want


@pytest.mark.parametrize(
    ("heading", "day", "run"),
    [
        pytest.param("Thursday 23 November", Day.THU, None, id="only the weekday changed"),
        pytest.param("Sunday 29 November", Day.SUN, Run.LONG, id="both changed"),
    ],
)
def test_a_session_moved_to_another_day_has_that_days_date_and_run_and_place(
    heading: str, day: Day, run: Run | None
) -> None:
    moved = replace(
        MONDAY, day=day, date=date(2026, 11, 23) + timedelta(days=day.rank), with_run=run
    )
    in_text = read(edited(GOOD, "Monday 23 November", heading)).weeks[0].sessions
    assert in_text == (replace(WEDNESDAY, slot=1), replace(moved, slot=2))
    data = as_data(PLAN)
    data["weeks"][0]["sessions"][0]["day"] = day.value
    assert read(json.dumps(data), "plan.json").weeks[0].sessions == (WEDNESDAY, moved)


DAYS = f"the days are {', '.join(Day)}"


def with_slots(slots: str) -> str:
    return edited(GOOD, "taper: false}", f"taper: false, slots: {slots}}}")


@pytest.mark.parametrize(
    ("slots", "want"),
    [
        pytest.param("{}", [1, 2], id="that nobody says follow the days"),
        pytest.param("{mon: 1, wed: 3}", [1, 3], id="may lack one between"),
        pytest.param("{mon: 2, wed: 1}", [2, 1], id="need not follow the days"),
        pytest.param("{mon: 1, fri: 3}", [1, 3], id="stay where a session moves"),
        pytest.param("{sun: 3, wed: 2}", [3, 2], id="stay where it moves past another"),
        pytest.param("{mon: 1, tue: 2, wed: 3}", [1, 3], id="stay where one is taken out"),
        pytest.param("{wed: 1}", [2, 1], id="leave the next to a new session"),
        pytest.param("{mon: 2, wed: 2}", [2, 1], id="are one for each"),
    ],
)
def test_the_slots_of_sessions(slots: str, want: list[int]) -> None:
    sessions = read(with_slots(slots)).weeks[0].sessions
    assert [session.slot for session in sessions] == want


@pytest.mark.parametrize(
    ("slots", "fault"),
    [
        pytest.param("{mon: 0}", "0 is not 1 to 10,000", id="none"),
        pytest.param("{mon: one}", "'one' is not a whole number", id="a word"),
        pytest.param("{mo: 1}", f"'mo' is not a day; {DAYS}; did you mean 'mon'?", id="no day"),
    ],
)
def test_a_slot_that_no_session_has_is_told(slots: str, fault: str) -> None:
    assert faults_of(with_slots(slots)) == [f"18: {fault}"]


def test_two_sessions_in_json_that_say_one_slot_stay_apart() -> None:
    data = as_data(PLAN)
    for session in data["weeks"][0]["sessions"]:
        session["slot"] = 2
    sessions = read(json.dumps(data), "plan.json").weeks[0].sessions
    assert [session.slot for session in sessions] == [2, 1]


WEEK = next(line for line in GOOD.splitlines() if line.startswith("- {number"))
NO_TABLE = "there are no exercises here: a table needs at least the columns Exercise, Dose and Rest"
NO_HEAD = (
    "1: nothing says who the plan is for: one of befit's ends with a comment that does, from "
    "<!-- befit to -->; copy it from the plan as befit wrote it"
)
NO_SESSION = "is neither a session, which begins with its weekday, nor the notes"
NO_MONDAY = "is not the Monday of a week that befit can plan"
LEVELS = "the levels are beginner, intermediate, advanced"
ROW = SQUAT_LINE


@pytest.mark.parametrize(
    ("old", "new", "want"),
    [
        pytest.param(
            "3 × 8",
            "3 x lots",
            [f"{ROW}: '3 x lots' is not a dose such as 3 × 8, 3 × 6 at 18 kg or 2 × 20-s hold"],
            id="dose",
        ),
        pytest.param(
            "3 × 8",
            "3 × 8-10",
            [f"{ROW}: '3 × 8-10' is not a dose such as 3 × 8, 3 × 6 at 18 kg or 2 × 20-s hold"],
            id="a range",
        ),
        pytest.param(
            "3 × 8",
            "0 × 8",
            [f"{ROW}: '0 × 8': 0 is not 1 to 10,000"],
            id="no sets",
        ),
        pytest.param(
            "2 × 20-s hold",
            "2 × 20",
            [f"{ROW + 1}: Dead bug is a hold: give it seconds, such as 2 × 20-s hold"],
            id="a hold in reps",
        ),
        pytest.param(
            "stop with 3 left",
            "hard",
            [f"{ROW}: 'hard' is not an effort such as 'stop with 3 left' or 'stop if form slips'"],
            id="effort",
        ),
        pytest.param(
            "2 min", "long", [f"{ROW}: 'long' is not a rest such as 75 s, 2 min or none"], id="rest"
        ),
        pytest.param(
            "| squats |",
            "| squat |",
            [f"{ROW}: there is no exercise 'squat'; did you mean 'squats'?"],
            id="id",
        ),
        pytest.param(
            "Goblet squat",
            "Goblet sqat",
            [f"{ROW}: there is no form 'Goblet sqat' of squats; did you mean 'Goblet squat'?"],
            id="form",
        ),
        pytest.param(
            "Goblet squat",
            "Plank press",
            [f"{ROW}: there is no form 'Plank press' of squats"],
            id="a form near to none",
        ),
        pytest.param(
            "| Goblet squat",
            "| Plank",
            [f"{ROW}: 'Plank' is a form of planks: give it that for its id"],
            id="a form of another",
        ),
        pytest.param(
            "Dead bug *Planks* | 2 × 20-s hold | stop if form slips | none | Breathe |  | "
            "Longer. | planks |",
            "Dead bug | 2 × 20-s hold | stop if form slips | none | Breathe |  | Longer. |  |",
            [f"{ROW + 1}: 'Dead bug' is a form of planks and crunches: give it one for its id"],
            id="a form of two",
        ),
        pytest.param(
            "Chest up | Less depth. | Heavier \\| slower. | squats |",
            "Chest",
            [f"{ROW}: this row has 5 cells, and the table 8 columns"],
            id="cut",
        ),
        pytest.param(
            "Chest up",
            "Chest | up",
            [f"{ROW}: this row has 9 cells, and the table 8 columns"],
            id="a bar too many",
        ),
        pytest.param(
            "| Goblet",
            "\n| Goblet",
            [
                f"32: {NO_TABLE}",
                f"{ROW + 1}: this row belongs to no table: a table is a row of titles, a row of "
                f"dashes, and no empty line in between",
            ],
            id="an empty line in the table",
        ),
        pytest.param(
            "| Exercise | Dose | Effort | Rest | Cue | Mind |",
            "| Exercise | Doze | Effort | Rest | Cue | Mind |",
            [f"32: {NO_TABLE}"],
            id="a column missing",
        ),
        pytest.param(
            "Monday 23 November",
            "Mondy 23 November",
            [f"32: 'Mondy 23 November · high load · 27 min' {NO_SESSION}; did you mean 'Monday'?"],
            id="weekday",
        ),
        pytest.param(
            "Monday 23 November",
            "M 23",
            [f"32: 'M 23 · high load · 27 min' {NO_SESSION}"],
            id="a letter for a weekday",
        ),
        pytest.param(
            "high load · 27",
            "high load, low load · 27",
            [
                "32: 'Monday 23 November · high load, low load…' needs one load: low load, "
                "medium load or high load"
            ],
            id="two loads",
        ),
        pytest.param(
            "high load · 27",
            "heavy · 27",
            [
                "32: 'Monday 23 November · heavy · 27 min' needs one load: low load, medium load "
                "or high load"
            ],
            id="no load",
        ),
        pytest.param(
            "high load · 27 min",
            "high load",
            ["32: 'Monday 23 November · high load' needs its minutes, once, such as 25 min"],
            id="no minutes",
        ),
        pytest.param(
            "Warm-up, 8 min",
            "Warm-up, a bit",
            ["38: 'Warm-up, a bit' needs its minutes, once, such as 25 min"],
            id="warm-up",
        ),
        pytest.param(
            "## Week 5",
            "## Week 6",
            [
                "23: week 6 is not among the file's 'weeks'",
                "70: there is no heading '## Week 5', and the file's 'weeks' have that week",
            ],
            id="another week",
        ),
        pytest.param(
            "## Safety",
            "## Week 5\n\n## Safety",
            ["67: week 5 stands here twice"],
            id="a week twice",
        ),
        pytest.param(
            "schema: 2",
            "schema: 3",
            ["3: this is schema 3, and this befit reads schema 1 and 2: update befit"],
            id="a later schema",
        ),
        pytest.param("schema: 2\n", "", ["2: missing key 'schema'"], id="no schema"),
        pytest.param("  race: half\n", "", ["5: missing key 'race'"], id="no race"),
        pytest.param(
            "level: beginner",
            "level: begin",
            [f"7: 'begin' is not a level; {LEVELS}; did you mean 'beginner'?"],
            id="level",
        ),
        pytest.param(
            "minutes: 30",
            "minutes: half an hour",
            ["9: 'half an hour' is not a whole number"],
            id="minutes",
        ),
        pytest.param(
            "race_date: null",
            "race_date: soon",
            ["16: 'soon' is not a date such as 2026-11-23"],
            id="date",
        ),
        pytest.param(
            "  sessions: 2\n",
            "  sessions: 2\n  sessions: 3\n",
            ["7: the key 'sessions' stands here twice"],
            id="a key twice",
        ),
        pytest.param(
            "hard_runs: [wed]",
            "hard_runs: [wed",
            [
                "12: this is not YAML: the [ of line 11, column 14 does not close before this: "
                "write ], or the comma that is missing"
            ],
            id="YAML",
        ),
        pytest.param("- {number: 5,", "- {", ["18: missing key 'number'"], id="no number"),
        pytest.param(
            "2026-11-23,", "2026-11-24,", [f"18: 2026-11-24 {NO_MONDAY}"], id="a week from Tuesday"
        ),
        pytest.param(
            "2026-11-23,", "9999-12-27,", [f"18: 9999-12-27 {NO_MONDAY}"], id="the last week of all"
        ),
        pytest.param(
            "of: 12",
            "of: 4",
            ["18: 5 is not one of the block's 4 weeks"],
            id="a week after the last",
        ),
        pytest.param(
            "- {number: 5,",
            f"{WEEK}\n- {{number: 5,",
            ["19: week 5 stands here twice"],
            id="a week twice in front",
        ),
        pytest.param(
            GOOD[GOOD.index("weeks:") : GOOD.index("---\n\n#")],
            "weeks: []\n",
            ["17: a plan has at least one week"],
            id="no weeks",
        ),
        pytest.param(
            "---\nbefit",
            "befit",
            [NO_HEAD],
            id="no start",
        ),
        pytest.param(GOOD, "", [NO_HEAD], id="empty"),
        pytest.param("sessions: 2", "sessions: 5", ["6: 5 is not 2 to 3"], id="five sessions"),
        pytest.param(
            "without: []",
            f"without: []\n  name: {'a' * 61}",
            ["16: the name has 61 characters, and a name 60 at most"],
            id="a name without end",
        ),
        pytest.param(
            "without: []",
            'without: []\n  name: "A\\enna"',
            ["16: the name has U+001B in it, which nobody can see"],
            id="a name that plays tricks",
        ),
        pytest.param(
            "without: []",
            f"without: []\n  notes: {'a' * 501}",
            ["16: this line of notes has 501 characters, and notes 500 at most"],
            id="notes without end",
        ),
        pytest.param("minutes: 30", "minutes: 5", ["9: 5 is not 15 to 60"], id="five minutes"),
        pytest.param(
            "days: [mon, tue, wed, thu, fri, sat, sun]",
            "days: []",
            ["12: there is no day to train on: name two at least"],
            id="no days",
        ),
        pytest.param(
            "without: []",
            "without: [squat]",
            ["15: there is no exercise 'squat'; did you mean 'squats'?"],
            id="without what is not there",
        ),
        pytest.param(
            GOOD[: GOOD.index("\n# ")],
            "---\n---\n",
            ["2: an empty value is not a mapping"],
            id="empty front matter",
        ),
    ],
)
def test_a_fault_in_markdown_is_told_with_its_line(old: str, new: str, want: list[str]) -> None:
    assert faults_of(edited(GOOD, old, new)) == want


NO_HEADING = (
    "this looks like a session's heading and is none: begin it with ### and a blank, in a week"
)
LONE_TABLE = (
    "this table of exercises belongs to no session: put it below a session's heading, such as "
    "'### Monday · low load · 25 min'"
)
LONE_ROW = (
    "this row belongs to no table: a table is a row of titles, a row of dashes, and no empty line "
    "in between"
)
NO_COLUMNS = (
    "befit reads no exercise of this row: its table needs at least the columns Exercise, Dose and "
    "Rest"
)
SECOND = "### Wednesday 25 November · low load · 20 min · hard run too"
HEADING = LINE_OF[SECOND]
TITLES = LINE_OF["| Exercise | Dose | Effort | Rest | Cue | Next | Id |"]
LAST_ROW = next(line for line in LINE_OF if line.startswith("| Plank |"))
LAST_ROW_LINE = LINE_OF[LAST_ROW]
SECOND_SESSION = GOOD[GOOD.index(SECOND) : GOOD.index("### Notes")]


@pytest.mark.parametrize(
    ("old", "new", "want"),
    [
        pytest.param("### Wed", "# Wed", {HEADING: NO_HEADING}, id="a mark"),
        pytest.param(
            "### Wed", "## Wed", {HEADING: NO_HEADING, TITLES: LONE_TABLE}, id="two marks"
        ),
        pytest.param("### Wed", "#### Wed", {HEADING: NO_HEADING}, id="four marks"),
        pytest.param("### Wed", "###Wed", {HEADING: NO_HEADING}, id="no space"),
        pytest.param("### Wed", "Wed", {HEADING: NO_HEADING}, id="no marks"),
        pytest.param(SECOND, f"**{SECOND[4:]}**", {HEADING: NO_HEADING}, id="bold"),
        pytest.param("### Wed", "- Wed", {HEADING: NO_HEADING}, id="an item of a list"),
        pytest.param("### Wed", "> ### Wed", {HEADING: NO_HEADING}, id="quoted"),
        pytest.param("### Wed", "    ### Wed", {HEADING: NO_HEADING}, id="indented"),
        pytest.param("### Wed", "<div>\n### Wed", {HEADING + 1: NO_HEADING}, id="in HTML"),
        pytest.param(
            SECOND_SESSION,
            f"```\n{SECOND_SESSION}```\n\n",
            {HEADING + 1: NO_HEADING, TITLES + 1: LONE_TABLE, LAST_ROW_LINE + 1: LONE_ROW},
            id="in code",
        ),
        pytest.param(SECOND, "### Notes", {TITLES: LONE_TABLE}, id="a table under notes"),
        pytest.param(SECOND, "## Mine", {TITLES: LONE_TABLE}, id="a table under its own title"),
        pytest.param(
            "### Notes", f"### Notes\n\n{LAST_ROW}", {TITLES + 6: LONE_ROW}, id="a lone row"
        ),
        pytest.param(
            "### Notes",
            f"| Move | Dose | Effort |\n|---|---|---|\n{LAST_ROW}\n\n### Notes",
            {TITLES + 6: NO_COLUMNS},
            id="a table that lacks columns",
        ),
        pytest.param(
            "Then add load.", f"Then.\n{LAST_ROW}", {TITLES + 7: LONE_ROW}, id="in an item"
        ),
    ],
)
def test_work_that_no_session_was_made_of_is_told(old: str, new: str, want: dict[int, str]) -> None:
    assert faults_of(edited(GOOD, old, new)) == [f"{line}: {told}" for line, told in want.items()]


def test_a_session_in_a_comment_is_left_out() -> None:
    plan = read(edited(GOOD, SECOND_SESSION, f"<!--\n{SECOND_SESSION}-->\n\n"))
    assert [session.day for session in plan.weeks[0].sessions] == [Day.MON]


@pytest.mark.parametrize(
    "line", ["Felt great. RPE 7, 22 kg.", "![me](me.jpg)", "Wednesday: low energy, 25 min only."]
)
@pytest.mark.parametrize(
    ("old", "place"),
    [("- [ ] Done\n", "- [x] Done\n\n{}\n"), ("**Warm-up, 3", "{}\n\n**Warm-up, 3")],
    ids=["below the box", "above the warm-up"],
)
def test_a_line_of_the_runners_own_is_not_the_reason_for_the_day(
    line: str, old: str, place: str
) -> None:
    after_run = (
        "Wednesday, after your hard run: hard days stay hard, easy days easy. Run first, then wait "
        "at least 3 hours, better 6."
    )
    befits = GOOD.replace("Run first.", after_run)
    written = SECOND_SESSION.replace("Run first.", after_run).replace(old, place.format(line))
    noted = GOOD.replace(SECOND_SESSION, written)
    assert noted != befits
    assert read(noted) == read(befits)


def test_all_faults_are_told_at_once_in_the_order_of_the_file() -> None:
    text = (
        edited(GOOD, "level: beginner", "level: begin")
        .replace("3 × 8", "some")
        .replace("2 min", "long")
        .replace("### Wed", "### Wet")
    )
    assert [fault.split(":")[0] for fault in faults_of(text)] == ["7", str(ROW), str(ROW), "48"]


def test_a_later_schema_is_told_alone() -> None:
    text = (
        edited(GOOD, "schema: 2", "schema: 3")
        .replace("3 × 8", "some")
        .replace("  race: half\n", "")
    )
    assert faults_of(text) == [
        "3: this is schema 3, and this befit reads schema 1 and 2: update befit"
    ]
    assert faults_of('{"schema": 3}', "plan.json") == [
        " schema: this is schema 3, and this befit reads schema 1 and 2: update befit"
    ]


def test_bytes_that_are_not_utf_8_are_told_with_their_place() -> None:
    assert faults_of(GOOD.encode("latin-1")) == ["23:17: this is not UTF-8: save the file as UTF-8"]


def as_data(plan: Plan) -> Any:
    return json.loads(views.render(plan, "json", catalogue=BUNDLED))


def changed(path: str, value: Any) -> str:
    """The plan as JSON, with another value at the path; without one, the key is deleted."""
    data = as_data(PLAN)
    *way, last = (int(key) if key.isdigit() else key for key in path.split("."))
    inner = data
    for key in way:
        inner = inner[key]
    if value is None:
        del inner[last]
    else:
        inner[last] = value
    return json.dumps(data)


KITS = f"the kits are {', '.join(Kit)}"
ON_MONDAY = "weeks.0.sessions.0"
FIRST = f"{ON_MONDAY}.exercises.0"
IN_FIRST = " week 1, Monday, exercise 1"
ANY = "is not 0 to 10,000"
SOME = "is not 1 to 10,000"
MANY = f"100,000 {SOME}"
NO_WEEK = "is not one of the block's 12 weeks"


@pytest.mark.parametrize(
    ("path", "value", "want"),
    [
        pytest.param(
            "schema",
            3,
            " schema: this is schema 3, and this befit reads schema 1 and 2: update befit",
            id="a later schema",
        ),
        pytest.param("schema", None, " missing key 'schema'", id="no schema"),
        pytest.param("athlete.race", None, " athlete: missing key 'race'", id="no race"),
        pytest.param(
            "athlete.kit.1",
            "kettle",
            f" athlete, kit 2: 'kettle' is not a kit; {KITS}; did you mean 'kettlebell'?",
            id="kit",
        ),
        pytest.param("weeks", [], " weeks: a plan has at least one week", id="no weeks"),
        pytest.param(
            "weeks.0.starts",
            "2026-11-24",
            f" week 1, starts: 2026-11-24 {NO_MONDAY}",
            id="a week from Tuesday",
        ),
        pytest.param(
            "weeks.0.sessions.0.day",
            "moonday",
            f" week 1, session 1, day: 'moonday' is not a day; {DAYS}; did you mean 'mon'?",
            id="day",
        ),
        pytest.param(
            "weeks.0.sessions.1.warm_up.minutes",
            "3",
            " week 1, Wednesday, warm_up, minutes: '3' is not a whole number",
            id="minutes",
        ),
        pytest.param("weeks.0.notes.0.text", 3, " week 1, note 1, text: 3 is not text", id="text"),
        pytest.param(f"{FIRST}.sets", None, f"{IN_FIRST}: missing key 'sets'", id="no sets"),
        pytest.param(
            f"{FIRST}.sets",
            True,
            f"{IN_FIRST}, sets: true is not a whole number",
            id="a yes for a number",
        ),
        pytest.param(
            f"{FIRST}.per_side",
            "no",
            f"{IN_FIRST}, per_side: 'no' is not true or false",
            id="a word for no",
        ),
        pytest.param(
            f"{FIRST}.kit",
            "bench",
            f"{IN_FIRST}, kit: 'bench' is not a list",
            id="a word for a list",
        ),
        pytest.param(
            f"{FIRST}.hold_s",
            30,
            f"{IN_FIRST}: an exercise has either reps or hold_s, one of the two",
            id="reps and hold",
        ),
        pytest.param(
            f"{FIRST}.id",
            "squat",
            f"{IN_FIRST}: there is no exercise 'squat'; did you mean 'squats'?",
            id="id",
        ),
        pytest.param(f"{FIRST}.id", "", f"{IN_FIRST}: there is no exercise ''", id="no id"),
        pytest.param(
            f"{FIRST}.form",
            "Goblet",
            f"{IN_FIRST}: there is no form 'Goblet' of squats; did you mean 'Goblet squat'?",
            id="form",
        ),
    ],
)
def test_a_fault_in_json_is_told_with_its_path(path: str, value: Any, want: str) -> None:
    assert faults_of(changed(path, value), "plan.json") == [want]


@pytest.mark.parametrize(
    ("old", "new", "want"),
    [
        pytest.param("3 × 8", "3 × 100000", f"{ROW}: '3 × 100000': {MANY}", id="repetitions"),
        pytest.param(
            "3 × 8",
            "3 × 5, 20000 s each",
            f"{ROW}: '3 × 5, 20000 s each': 20,000.0 {ANY}",
            id="a repetition",
        ),
        pytest.param("3 × 8", "10001 × 8", f"{ROW}: '10001 × 8': 10,001 {SOME}", id="sets"),
        pytest.param("20-s", "0-s", f"{ROW + 1}: '2 × 0-s hold': 0 {SOME}", id="a hold of nothing"),
        pytest.param(
            "with 3 left",
            "with 20000 left",
            f"{ROW}: 'stop with 20000 left': 20,000 {ANY}",
            id="rir",
        ),
        pytest.param(
            "2 min |", "167 min |", f"{ROW}: '167 min': 10,020 {ANY}", id="rest in minutes"
        ),
        pytest.param("45 s", "10001 s", f"60: '10001 s': 10,001 {ANY}", id="rest in seconds"),
        pytest.param(
            "up, 8 min",
            "up, 99999 min",
            f"38: 'Warm-up, 99999 min': 99,999 {ANY}",
            id="minutes",
        ),
        pytest.param("of: 12", "of: 99", "18: 99 is not 1 to 30 weeks", id="weeks"),
        pytest.param(
            "schema: 2",
            "schema: -1",
            "3: this is schema -1, and this befit reads schema 1 and 2",
            id="a schema that never was",
        ),
    ],
)
def test_a_number_that_no_plan_has_is_told_in_markdown_with_what_is_allowed(
    old: str, new: str, want: str
) -> None:
    assert faults_of(edited(GOOD, old, new)) == [want]


def test_a_week_that_no_block_has_is_told_at_its_heading() -> None:
    assert faults_of(edited(GOOD, "## Week 5", "## Week 5000"))[0] == (
        "23: week 5000 is not among the file's 'weeks'"
    )


@pytest.mark.parametrize(
    ("path", "value", "want"),
    [
        pytest.param("weeks.0.of", 99, " week 1, of: 99 is not 1 to 30 weeks", id="weeks"),
        pytest.param("weeks.0.number", 0, f" week 1, number: 0 {NO_WEEK}", id="week 0"),
        pytest.param(
            f"{ON_MONDAY}.minutes", -5, f" week 1, Monday, minutes: -5 {ANY}", id="minutes"
        ),
        pytest.param(f"{ON_MONDAY}.slot", 0, f" week 1, Monday, slot: 0 {SOME}", id="place"),
        pytest.param(
            f"{ON_MONDAY}.warm_up.minutes",
            10_001,
            f" week 1, Monday, warm_up, minutes: 10,001 {ANY}",
            id="minutes of the warm-up",
        ),
        pytest.param(f"{FIRST}.sets", 0, f"{IN_FIRST}, sets: 0 {SOME}", id="sets"),
        pytest.param(f"{FIRST}.reps", 100_000, f"{IN_FIRST}, reps: {MANY}", id="repetitions"),
        pytest.param(f"{FIRST}.rest_s", -1, f"{IN_FIRST}, rest_s: -1 {ANY}", id="rest"),
        pytest.param(f"{FIRST}.rir", -1, f"{IN_FIRST}, rir: -1 {ANY}", id="rir"),
        pytest.param(f"{FIRST}.contacts", -1, f"{IN_FIRST}, contacts: -1 {ANY}", id="landings"),
    ],
)
def test_a_number_that_no_plan_has_is_told_in_json_with_what_is_allowed(
    path: str, value: int, want: str
) -> None:
    assert faults_of(changed(path, value), "plan.json") == [want]


A_ROW = "| Dead bug *Planks* | 2 × 20-s hold | stop if form slips | none | Breathe |  | Longer. | planks |"
LONG = "10,001 characters; befit reads 10,000 at most"


def test_a_text_may_have_ten_thousand_characters_and_no_more() -> None:
    read(edited(GOOD, "Keep Saturday free. <!-- R16 -->", "x" * 10_000))
    assert faults_of(edited(GOOD, "Keep Saturday free. <!-- R16 -->", "x" * 10_001))[0].endswith(
        f": {LONG}"
    )

    read(changed(f"{FIRST}.cue", "x" * 10_000), "plan.json")
    assert faults_of(changed(f"{FIRST}.cue", "x" * 10_001), "plan.json") == [
        f"{IN_FIRST}, cue: {LONG}"
    ]


def test_a_session_may_have_a_hundred_exercises_and_no_more() -> None:
    read(edited(GOOD, A_ROW, "\n".join([A_ROW] * 99)))
    assert faults_of(edited(GOOD, A_ROW, "\n".join([A_ROW] * 100))) == [
        f"{LINE_OF['### Monday 23 November · high load · 27 min']}: "
        "101 exercises; befit reads 100 at most"
    ]

    exercises = as_data(PLAN)["weeks"][0]["sessions"][0]["exercises"]
    read(changed(f"{ON_MONDAY}.exercises", exercises[:1] * 100), "plan.json")
    assert faults_of(changed(f"{ON_MONDAY}.exercises", exercises[:1] * 101), "plan.json") == [
        " week 1, Monday, exercises: 101 entries; befit reads 100 at most"
    ]


@pytest.mark.parametrize("format", ["json", "md"])
@pytest.mark.parametrize("number", [1, 99, 1_000, 10_000])
def test_whatever_number_a_plan_may_have_comes_back(number: int, format: str) -> None:
    dose = {"sets": number, "reps": number, "rest_s": number, "rir": number}
    plan = with_monday(
        replace(SQUAT, **dose),
        replace(MONDAY.exercises[1], hold_s=number),
        minutes=number,
        warm_up=replace(MONDAY.warm_up, minutes=number),
    )
    assert read(views.render(plan, format, catalogue=BUNDLED), f"plan.{format}") == plan


@pytest.mark.parametrize(
    ("path", "value"),
    [
        pytest.param("new", 1, id="in the plan"),
        pytest.param(f"{FIRST}.new", {"a": [1]}, id="in an exercise"),
    ],
)
def test_a_key_more_in_json_is_fine(path: str, value: Any) -> None:
    assert read(changed(path, value), "plan.json") == PLAN


def test_nor_is_it_told_beside_a_fault() -> None:
    data = as_data(PLAN) | {"new": 1, "befit": 1}
    assert faults_of(json.dumps(data), "plan.json") == [" befit: 1 is not text"]


MALFORMED = "this is not JSON that befit reads:"
A_WORD = 'a word without quotes: write " before and after it; only true, false and null have none'
CUT = (
    "the text ends too soon: close each bracket and each quote, or take an earlier copy of the file"
)


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param(
            '{\n  "schema": 1,\n  "é": x\n}', f"3:8: {MALFORMED} {A_WORD}", id="a letter missing"
        ),
        pytest.param('{\n  "schema": 1,', f"2:15: {MALFORMED} {CUT}", id="cut"),
        pytest.param("", f"1:1: {MALFORMED} {CUT}", id="empty"),
        pytest.param(
            '{"schema": 1e999}',
            f"1:12: {MALFORMED} a number that is too large: write a smaller one",
            id="too big",
        ),
        pytest.param(
            '{"schema": 1, "weeks": [{"sessions": [{"day": "mon", "load": 1, "load": 2}]}]}',
            " week 1, Monday: the key 'load' stands here twice",
            id="a key twice",
        ),
        pytest.param('{"a":' * 100_000, f"1:106: {MALFORMED} {TOO_DEEP}", id="too deep"),
        pytest.param("[]", " an empty list is not a mapping", id="a list"),
    ],
)
def test_a_text_that_is_no_plan_in_json_is_told(text: str, want: str) -> None:
    assert faults_of(text, "plan.json") == [want]


@pytest.mark.parametrize("name", ["plan.json", "PLAN.JSON", "plan.txt", "-"])
def test_the_name_or_else_the_content_says_the_format(name: str) -> None:
    rendered = views.render(PLAN, "json", catalogue=BUNDLED)
    assert read(rendered, name) == PLAN
    with pytest.raises(FileFaults, match="nothing says who the plan is for"):
        read(rendered, "plan.md")


@pytest.mark.parametrize("name", ["plan.md", "plan.markdown", "plan.txt", "-"])
def test_markdown_goes_by_name_or_content_too(name: str) -> None:
    assert read(GOOD, name) == PLAN
    with pytest.raises(FileFaults, match="not JSON"):
        read(GOOD, "PLAN.JSON")


formats = st.sampled_from(["json", "md"])
IN_LANGUAGE = {Language.EN: BUNDLED, Language.ES: IN_SPANISH}


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Up to three weeks of a block that befit plans for a drawn athlete, in either language."""
    athlete = draw(athletes())
    language = draw(st.sampled_from(Language))
    season = plan_season(athlete, START, None if athlete.race_date else draw(st.integers(1, 30)))
    first = draw(st.integers(0, len(season) - 1))
    try:
        with speaking(language):
            weeks = tuple(
                plan_week(athlete, IN_LANGUAGE[language], when)
                for when in season[first : first + draw(st.integers(1, 3))]
            )
    except (BefitError, BrokenRule):
        reject()  # who is turned away, and that nobody else is, is the planner's to test
    return Plan(
        befit="0.1.0",
        athlete=athlete,
        weeks=weeks,
        safety=tuple([SafetyLine(rule=rule) for rule in SAFETY]),
        language=language,
    )


def without_free_notes(plan: Plan) -> Plan:
    """The plan without the facts of notes that have words of their own beside a rule's.

    Such notes are read back as the words that they are, and all others as their facts.
    """
    weeks = []
    for week in plan.weeks:
        notes = []
        for note in week.notes:
            free = note.key in (NoteKey.UNMET, NoteKey.LESS_LOAD)
            notes.append(replace(note, facts={}) if free else note)
        weeks.append(replace(week, notes=tuple(notes)))
    return replace(plan, weeks=tuple(weeks))


def lifted(plan: Plan) -> Plan:
    """The plan with a weight and what the log changed at each session's first exercise."""
    why = Adapted(rule="R71", key=AdaptedKey.LESS_FOR_PAIN, facts={"pain": 4})
    kg = in_kg(22.5, plan.athlete.units)
    weeks = []
    for week in plan.weeks:
        sessions = []
        for session in week.sessions:
            first, *others = session.exercises
            known = (replace(first, kg=kg, adapted=why), *others)
            sessions.append(replace(session, exercises=known))
        weeks.append(replace(week, sessions=tuple(sessions)))
    return replace(plan, weeks=tuple(weeks))


@given(plan=plans(), format=formats)
@drawn
def test_every_plan_that_befit_makes_comes_back_with_the_same_findings(
    plan: Plan, format: str
) -> None:
    plan = lifted(plan)
    catalogue = IN_LANGUAGE[plan.language]
    rendered = views.render(plan, format, catalogue=catalogue)
    back = read(rendered, f"plan.{format}", catalogue)
    assert without_free_notes(back) == without_free_notes(plan)
    assert check_plan(back, catalogue) == check_plan(plan, catalogue)
    for other in ("md", "html", "csv"):
        assert views.render(back, other, catalogue=catalogue) == views.render(
            plan, other, catalogue=catalogue
        )
    again = views.render(back, format, catalogue=catalogue)
    assert read(again, f"plan.{format}", catalogue) == back


SQUATS = next(exercise for exercise in EXERCISES if exercise["id"] == "squats")
WORDS = [
    "Side",
    "SIDE",
    "Plank",
    "planks",
    "Straße",
    "STRASSE",
    "✓",
    "[x]",
    "[[a]]",
    "a|b",
    "\\",
    "1.",
]
NAMES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join) | st.text(
    st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1
)
"""Of forms and of their exercise, so alike that many a catalogue is refused."""


@given(exercise=NAMES, forms=st.lists(NAMES, min_size=2, max_size=2), format=formats)
@drawn
def test_what_a_catalogue_may_call_its_forms_a_plan_says_so_that_each_comes_back(
    exercise: str, forms: list[str], format: str
) -> None:
    ladder = []
    for form in forms:
        ladder.append({"name": form, "level": "beginner", "kit": [], "load": "medium"})
    named = {**SQUATS, "name": exercise, "niggles": {}, "ladder": ladder}
    try:
        own = parse_catalogue(dumped({"exercises": [named]}), "own.yaml")
    except FileFaults:
        reject()  # what no catalogue may have, and why, is its reader's to test
    done = tuple([replace(SQUAT, name=exercise, form=form) for form in forms])
    week = replace(PLAN.weeks[0], sessions=(replace(MONDAY, exercises=done),))
    rendered = views.render(replace(PLAN, weeks=(week,)), format, catalogue=own)
    (session,) = read(rendered, f"plan.{format}", own).weeks[0].sessions
    assert [back.form for back in session.exercises] == forms


words = st.text(
    st.sampled_from("|-#*`\\ \n\t:x×8{}[]\"',.\0\u2028\x85\r<>&é\ud7ff"), max_size=4
) | st.sampled_from(
    [
        "## Week 5",
        "### Friday",
        "null",
        "-1",
        "1e9",
        "---\n",
        "99999999999999999999",
        "9999-12-27",
        "| a | b |\n|---|---|\n",
        "```",
        "\\|",
    ]
)
PLACES = st.floats(0, 1)


@st.composite
def mutated(draw: st.DrawFn, text: str) -> str:
    """The text cut, or with lines deleted, doubled or moved, or with a piece replaced."""
    for _ in range(draw(st.integers(1, 3))):
        lines = text.splitlines(keepends=True) or [""]
        here = int(draw(PLACES) * (len(lines) - 1))
        at = int(draw(PLACES) * len(text))
        match draw(st.sampled_from(["cut", "delete", "double", "move", "replace", "value"])):
            case "cut":
                text = text[:at]
            case "delete":
                text = "".join(lines[:here] + lines[here + 1 :])
            case "double":
                text = "".join(lines[: here + 1] + lines[here:])
            case "move":
                text = "".join([lines[here], *lines[:here], *lines[here + 1 :]])
            case "replace":
                text = text[:at] + draw(words) + text[at + draw(st.integers(0, 9)) :]
            case "value":
                text = (
                    re.sub(r"(?<=[:|·] )[^:|·\n]+", lambda _: draw(words), text[:at], count=1)
                    + text[at:]
                )
    return text


def told_in(text: str, name: str) -> tuple[str, ...]:
    """The faults, each after the file's name; anything but a plan that can be checked or faults is
    a failure.
    """
    try:
        check_plan(read(text.encode("utf-8", "surrogatepass"), name), CATALOGUE)
    except FileFaults as told:
        return told.faults
    return ()


@given(text=mutated(GOOD))
@times(2.5)
def test_markdown_changed_at_random_reads_or_is_told_with_its_lines(text: str) -> None:
    told = told_in(text, "plan.md")
    if not told:
        assert not left_out(text, read(text))
    for fault in told:
        found = re.fullmatch(r"plan\.md:([1-9][0-9]*)(:[1-9][0-9]*)?: .+", fault)
        assert found, fault
        assert int(found[1]) <= len(f"{text}|".splitlines())


@given(text=mutated(str(views.render(PLAN, "json", catalogue=BUNDLED))))
@times(2)
def test_json_changed_at_random_reads_or_is_told_with_its_place(text: str) -> None:
    for fault in told_in(text, "plan.json"):
        assert re.fullmatch(r"plan\.json:([1-9][0-9]*:[1-9][0-9]*:)? .+", fault), fault


symbols = st.text(st.sampled_from('-\n:{}[]"|#1 '), max_size=40).map(str.encode)


@given(text=st.binary(max_size=40) | symbols, name=st.sampled_from(["a.md", "a.json", "a"]))
@times(2)
def test_any_bytes_at_all_are_told(text: bytes, name: str) -> None:
    with pytest.raises(FileFaults):
        read(text, name)
