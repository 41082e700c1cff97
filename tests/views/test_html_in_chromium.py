"""The page as it is seen and printed.

These tests run where Chromium is installed, and are skipped elsewhere. With BEFIT_CHROMIUM=required
in the environment it must be there.
"""

from __future__ import annotations

import os
import re
import shutil
from datetime import date
from typing import Any

import pytest
from chromium import Chromium, View
from contrast import contrast
from msgspec.structs import replace
from own_words import own_note
from sample_plan import SQUAT, sample_plan, session
from sample_roster import EVA, ROWS, TODAY
from sheets import missing
from strategies import CATALOGUE, IN_SPANISH
from test_html import BLOCK, hostile, rendered

from befit_cli import views
from befit_cli.evidence.safety import SAFETY
from befit_cli.language import Language, speaking
from befit_cli.log.done_words import read_done
from befit_cli.planning.planner import plan_block, plan_week
from befit_cli.planning.season import plan_season
from befit_cli.values import (
    Athlete,
    Day,
    Kit,
    Level,
    Next,
    Niggle,
    Plan,
    Prescription,
    Race,
    Run,
    SafetyLine,
    SessionLog,
    Step,
    Units,
)
from befit_cli.views import html, roster_page
from befit_cli.views.content import Content
from befit_cli.views.exercise_file import page
from befit_cli.views.sentences import note_text, safety_lines, why
from befit_cli.views.words import session_title

WEEK = sample_plan().weeks[0]
PHONES, DESKTOP = (320, 360, 390), 1200
LONG_TITLE = "Threshold: 3 x 10 min, then 4 x 200 m fast, jogs of 2 min"
ATTACK = (
    '"><script>document.title = 1</script><img src=x onerror="document.title = 2">'
    + "<b>deep" * 1_000
)


def fullest_week() -> Plan:
    """Three sessions of seven exercises with the longest names and cues of the catalogue, four of
    each with its longest notes.
    """
    forms = [(one, form) for one in CATALOGUE.exercises for form in one.ladder]
    exercise, longest = max(forms, key=lambda each: len(each[1].name))
    notes = sorted(
        (
            rule.note
            for exercise in CATALOGUE.exercises
            for rule in exercise.niggles.values()
            if rule.note
        ),
        key=len,
    )
    long = replace(
        SQUAT,
        id=exercise.id,
        name=exercise.name,
        form=longest.name,
        cue=max((cue for _, form in forms for cue in form.cues), key=len),
        sets=3,
        per_side=True,
        next=Next(step=Step.REPS, to=12),
    )
    exercises = tuple(replace(long, niggle_note=note) for note in [*notes[-4:], None, None, None])
    why = (
        "Wednesday, after your hard run: hard days stay hard, easy days easy. Run first, then "
        "wait at least 3 hours, better 6."
    )
    sessions = tuple(
        session(day, exercises, why, with_run=Run.HARD) for day in (Day.MON, Day.WED, Day.FRI)
    )
    long_note = "A session is shorter than you asked for: the week already holds its sets. " * 2
    week = replace(
        WEEK,
        sessions=sessions,
        runs=replace(WEEK.runs, hard=tuple(Day), titles=tuple((day, LONG_TITLE) for day in Day)),
        notes=tuple(own_note(f"R{number}", long_note) for number in range(4)),
    )
    return replace(
        sample_plan(), weeks=(week,), safety=tuple([SafetyLine(rule=rule) for rule in SAFETY])
    )


def planned_block() -> Plan:
    """Three months as befit plans them, with main lifts of several doses."""
    kit = (Kit.DUMBBELL, Kit.BACKPACK, Kit.STEP, Kit.BENCH, Kit.BOX, Kit.TOWEL)
    athlete = Athlete(sessions=3, kit=kit, hard_runs=(Day.TUE, Day.THU))
    weeks = plan_block(athlete, CATALOGUE, plan_season(athlete, WEEK.starts)[:])
    return replace(sample_plan(), athlete=athlete, weeks=weeks)


def one_session(*exercises: Prescription) -> Plan:
    """A week of one session."""
    week = replace(WEEK, sessions=(session(Day.MON, exercises, ""),), notes=())
    return replace(sample_plan(), weeks=(week,))


DOSES = (
    SQUAT,
    replace(SQUAT, id="lunges", form="Reverse lunge", per_side=True),
    replace(SQUAT, id="planks", form="Side plank", reps=None, hold_s=45, per_side=True),
    replace(
        SQUAT,
        id="deadlifts",
        form="Band deadlift",
        sets=4,
        reps=12,
        per_side=True,
        seconds_per_rep=7.5,
    ),
    replace(
        SQUAT, id="step-ups", form="Weighted step-up", per_side=True, kit=(Kit.DUMBBELL,), kg=22.5
    ),
)
PAGES = {
    "week": rendered(fullest_week()),
    "block": rendered(BLOCK),
    "long": rendered(hostile("x" * 10_000)),
    "hostile": rendered(hostile(ATTACK)),
    "tame": rendered(hostile("tame")),
    "usual": rendered(sample_plan()),
    "doses": rendered(one_session(*DOSES)),
    "planned": rendered(planned_block(), WEEK.starts),
    "exercise": page(CATALOGUE.by_id["glute-bridges"], Athlete(), CATALOGUE),
    "roster": roster_page.render(ROWS, TODAY),
    "wall": html.render_all(
        [(name.lower(), name, Content(sample_plan(), CATALOGUE)) for name in ("Ana", "Ben")]
    ),
}
VIEWS = [View(page, width, "light") for page in PAGES for width in (*PHONES, DESKTOP)]


def planned(athlete: Athlete, number: int = 1) -> Plan:
    """The week of that number as befit plans it."""
    season = plan_season(athlete, WEEK.starts)
    safety = tuple([SafetyLine(rule=rule) for rule in SAFETY])
    week = plan_week(athlete, CATALOGUE, season[number - 1])
    return replace(sample_plan(), athlete=athlete, weeks=(week,), safety=safety)


GYM = (Kit.DUMBBELL, Kit.BARBELL, Kit.MACHINE, Kit.BENCH, Kit.BOX, Kit.STEP, Kit.BAND)
USUAL = planned(Athlete(sessions=3, kit=(Kit.DUMBBELL, Kit.STEP), hard_runs=(Day.TUE, Day.THU)))
POWER = planned(
    Athlete(race=Race.TEN_K, sessions=3, kit=GYM, level=Level.INTERMEDIATE, minutes=45), 6
)
SORE = planned(
    Athlete(
        race=Race.MARATHON,
        sessions=3,
        kit=GYM,
        level=Level.ADVANCED,
        minutes=60,
        niggles=(Niggle.RUNNERS_KNEE,),
    ),
    5,
)
SORE_IN_THREE = Athlete(
    race=Race.NONE,
    sessions=3,
    level=Level.INTERMEDIATE,
    kit=(Kit.BACKPACK, Kit.BAND, Kit.KETTLEBELL),
    minutes=50,
    long_run=None,
    hard_runs=(Day.TUE,),
    niggles=(Niggle.LOW_BACK, Niggle.RUNNERS_KNEE, Niggle.SHIN),
    notes="Coach: " + "drink, sleep, and write down how each set felt to you; " * 4,
)
ANA = replace(BLOCK.athlete, name="Ana")
_MONDAY, _WEDNESDAY, _FRIDAY = WEEK.sessions
DONE_WEEK = replace(
    WEEK,
    sessions=(
        _MONDAY,
        replace(_WEDNESDAY, done=SessionLog(date=_WEDNESDAY.date, did={})),
        _FRIDAY,
    ),
)
_TUESDAY = replace(_MONDAY, day=Day.TUE, date=date(2026, 12, 1))
LATER_BLOCK = replace(
    BLOCK, weeks=(WEEK, replace(BLOCK.weeks[1], sessions=(_TUESDAY,)), BLOCK.weeks[2])
)
DARK = [View(page, DESKTOP, "dark") for page in ("week", "block", "exercise")]


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Chromium:
    path = shutil.which("chromium")
    if path is None and os.environ.get("BEFIT_CHROMIUM") != "required":
        pytest.skip("Chromium is not installed")
    assert path, "BEFIT_CHROMIUM=required, but there is no Chromium on the PATH."
    return Chromium(path, tmp_path_factory.mktemp("chromium"))


@pytest.fixture(scope="module")
def measured(chromium: Chromium) -> dict[View, Any]:
    return chromium.measure(PAGES, [*VIEWS, *DARK])


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: f"{view.page}, {view.width} px")
def test_no_page_scrolls_sideways(view: View, measured: dict[View, Any]) -> None:
    assert measured[view]["overflow"] == 0


@pytest.mark.parametrize(
    "view", [*VIEWS[:6], *DARK], ids=lambda view: f"{view.page}, {view.width} px, {view.scheme}"
)
def test_every_text_stands_out_from_what_is_behind_it(
    view: View, measured: dict[View, Any]
) -> None:
    pairs = {tuple(map(hex_of, pair)) for pair in measured[view]["texts"]}
    assert len(pairs) > 3
    assert {pair: contrast(*pair) for pair in pairs if contrast(*pair) < 4.5} == {}


def hex_of(colour: str) -> str:
    """`#0a141e` for `rgb(10, 20, 30)`."""
    return "#{:02x}{:02x}{:02x}".format(*map(int, re.findall(r"\d+", colour)))


def test_light_and_dark_are_two_schemes(measured: dict[View, Any]) -> None:
    light, dark = (
        measured[View("block", DESKTOP, scheme)]["texts"][0] for scheme in ("light", "dark")
    )
    assert contrast(hex_of(light[1]), "#ffffff") < 1.2
    assert contrast(hex_of(dark[1]), "#000000") < 1.2


@pytest.mark.parametrize("width", PHONES)
def test_a_phone_gets_one_exercise_below_the_other_and_boxes_for_a_thumb(
    width: int, measured: dict[View, Any]
) -> None:
    view = measured[View("week", width, "light")]
    assert view["columns"] == 1
    assert min(min(box["width"], box["height"]) for box in view["boxes"]) >= 40


def test_the_first_exercise_is_on_the_first_screen_of_a_phone(measured: dict[View, Any]) -> None:
    (bottom,) = measured[View("usual", 390, "light")]["first"]
    assert bottom <= 844


def test_a_phone_opens_one_session_and_a_desktop_all_of_the_week(
    measured: dict[View, Any],
) -> None:
    assert measured[View("usual", 390, "light")]["open"] == [True, False, False]
    assert measured[View("usual", DESKTOP, "light")]["open"] == [True, True, True]


def test_a_desktop_gets_two_columns(measured: dict[View, Any]) -> None:
    view = measured[View("week", DESKTOP, "light")]
    assert view["columns"] == 2
    assert min(min(box["width"], box["height"]) for box in view["boxes"]) >= 24


def test_a_desktop_gives_the_list_of_a_team_the_whole_card(measured: dict[View, Any]) -> None:
    (share,) = measured[View("wall", DESKTOP, "light")]["lists"]
    assert share > 0.9


def test_a_phone_leaves_out_of_a_team_what_nobody_logged(measured: dict[View, Any]) -> None:
    assert EVA.standing
    assert EVA.standing.in_7_days is None
    desktop, phone = (measured[View("roster", width, "light")]["done"] for width in (DESKTOP, 390))
    assert [cell for cell in phone if cell.startswith("–")] == []
    assert phone == [cell for cell in desktop if not cell.startswith("–")] != desktop


@pytest.mark.parametrize("width", [*PHONES, DESKTOP])
def test_no_dose_is_broken(width: int, measured: dict[View, Any]) -> None:
    doses = measured[View("doses", width, "light")]["doses"]
    assert len(doses) == len(DOSES)
    assert {dose: wider for dose, wider, _ in doses if wider > 0} == {}
    assert len({height for _, _, height in doses}) == 1


@pytest.mark.parametrize("width", [390, DESKTOP])
def test_a_tick_moves_nothing(width: int, measured: dict[View, Any]) -> None:
    view = measured[View("week", width, "light")]
    assert view["boxesOnceTicked"] == view["boxes"]


def test_no_text_becomes_an_element(measured: dict[View, Any]) -> None:
    attacked, tame = (
        measured[View(page, DESKTOP, "light")]["elements"] for page in ("hostile", "tame")
    )
    assert attacked == tame


A4, LETTER = ("A4", (297, 210)), ("letter", (279, 216))


@pytest.mark.of_a_kind(2)
@pytest.mark.parametrize(
    ("plan", "paper", "smallest"),
    [
        pytest.param(USUAL, A4, 9, id="a usual week on A4"),
        pytest.param(USUAL, LETTER, 9, id="a usual week on Letter"),
        pytest.param(POWER, A4, 8.5, id="a week of power in a gym on A4"),
        pytest.param(POWER, LETTER, 8.5, id="a week of power in a gym on Letter"),
        pytest.param(SORE, LETTER, 9, id="an hour in a gym with a sore knee on Letter"),
    ],
)
def test_a_week_is_one_sheet_that_can_be_read(
    plan: Plan, paper: tuple[str, tuple[int, int]], smallest: float, chromium: Chromium
) -> None:
    name, size = paper
    (sheet,) = chromium.print(rendered(plan), name)
    assert sheet.size == size
    assert sheet.type_size >= smallest
    assert missing([*safety_lines(plan), *map(note_text, plan.weeks[0].notes)], sheet) == []


@pytest.mark.parametrize("paper", [pytest.param(paper, id=paper) for paper in ("A4", "letter")])
def test_the_fullest_week_is_one_sheet_that_can_be_read(chromium: Chromium, paper: str) -> None:
    (sheet,) = chromium.print(PAGES["week"], paper)
    assert sheet.type_size >= 8
    assert missing(safety_lines(fullest_week()), sheet) == []


def test_three_sore_spots_and_a_coachs_long_line_are_still_one_sheet_of_letter(
    chromium: Chromium,
) -> None:
    with speaking(Language.ES):
        week = plan_week(SORE_IN_THREE, IN_SPANISH, plan_season(SORE_IN_THREE, WEEK.starts)[8])
        plan = replace(SORE, athlete=SORE_IN_THREE, weeks=(week,), language=Language.ES)
        page = views.render(plan, "html", catalogue=IN_SPANISH)
        assert isinstance(page, str)
        (sheet,) = chromium.print(page, "letter")
        assert sheet.type_size >= 8
        assert missing([*safety_lines(plan), *map(note_text, week.notes)], sheet) == []


def test_more_than_a_sheet_holds_goes_on_behind_it_and_is_no_smaller(chromium: Chromium) -> None:
    (week,) = fullest_week().weeks
    longer = [replace(one, exercises=one.exercises * 2) for one in week.sessions]
    week = replace(week, sessions=tuple(longer))
    sheets = chromium.print(rendered(replace(fullest_week(), weeks=(week,))))
    assert len(sheets) == 2
    assert min(sheet.type_size for sheet in sheets) >= 8


def test_what_is_folded_on_a_screen_is_open_on_paper(chromium: Chromium) -> None:
    (sheet,) = chromium.print(without_script(PAGES["usual"]))
    for one in WEEK.sessions:
        assert session_title(one) in sheet.text
        assert why(one) in sheet.text
        assert all(exercise.cue in sheet.text for exercise in one.exercises)


def test_two_short_sessions_leave_room_on_paper_for_the_set_up(chromium: Chromium) -> None:
    two = planned(Athlete(sessions=2, kit=GYM, level=Level.INTERMEDIATE), 3)
    (sheet,) = chromium.print(rendered(two))
    setups = [one.setup for session in two.weeks[0].sessions for one in session.exercises]
    assert len(setups) > 8
    assert [setup for setup in setups if setup and setup not in sheet.text] == []


def test_each_week_of_a_block_has_a_sheet_of_its_own(chromium: Chromium) -> None:
    contents, *weeks = chromium.print(rendered(replace(BLOCK, athlete=ANA), date(2026, 12, 2)))
    assert "Weeks From Mon 23 Nov 2026" in contents.text
    assert "you are here" not in contents.text
    assert "Main lifts" in contents.text
    # Which of a title and its text comes first, readers of PDF see otherwise.
    assert "Safety" in contents.text
    assert "Pain 0-3 of 10" in contents.text
    assert all("strength for Ana" in week.text for week in weeks)
    assert [re.findall(r"Week \d of 12", week.text) for week in weeks] == [
        ["Week 1 of 12"],
        ["Week 2 of 12"],
        ["Week 3 of 12"],
    ]


def without_script(page: str) -> str:
    """The page as it is where no script runs."""
    return re.sub("<script>.*</script>", "", page, flags=re.DOTALL)


_HANDS = """
const all = (page, selector) => [...page.querySelectorAll(selector)];
const tick = box => box.click();
const write = (field, text) => {
  field.value = text;
  field.dispatchEvent(new Event("input", {bubbles: true}));
};
const line = page => all(page, ".report:not([hidden]) code").map(code => code.textContent);
"""


USES: list[tuple[str, str]] = []
"""Pages, and the scripts that use them: one start of Chromium tries them all."""


def found_by(script: str, page: str = PAGES["doses"]) -> pytest.MarkDecorator:
    """Gives the test as `found` what becomes of using the page."""
    USES.append((page, f"{_HANDS}{script}"))
    return pytest.mark.parametrize("found", [len(USES) - 1], indirect=True, ids=["on a phone"])


@pytest.fixture(scope="module")
def all_found(chromium: Chromium) -> list[Any]:
    return chromium.use(USES)


@pytest.fixture
def found(request: pytest.FixtureRequest, all_found: list[Any]) -> Any:
    return all_found[request.param]


@found_by(
    """
    const before = opened();
    tick(all(before, "[type=checkbox]")[1]);
    write(before.querySelector("[type=text]"), "25");
    const after = opened();
    return [all(after, "[type=checkbox]").map(box => box.checked).indexOf(true),
            all(after, ":checked").length, after.querySelector("[type=text]").value, line(after)];
    """
)
def test_ticks_and_weights_outlive_a_reload(found: Any) -> None:
    line = f"befit done 2026-11-23 bodyweight squat 1x10, {_OTHERS_SKIPPED}"
    assert found == [1, 1, "25", [line]]


_OTHERS_SKIPPED = "reverse lunge skip, side plank skip, band deadlift skip, weighted step-up skip"


LINES = {
    "nothing": ("", []),
    "all that was planned": ("boxes.forEach(tick);", ["befit done 2026-11-23"]),
    "a set less": (
        "boxes.forEach(tick); tick(boxes[0]); tick(boxes[4]);",
        ["befit done 2026-11-23 bodyweight squat 1x10, side plank 1x45s"],
    ),
    "another weight": (
        'boxes.forEach(tick); write(weight, " 17,5 ");',
        ["befit done 2026-11-23 weighted step-up 17.5kg"],
    ),
    "no weight": (
        'boxes.forEach(tick); write(weight, "heavy; rm");',
        ["befit done 2026-11-23"],
    ),
    "one exercise": (
        "tick(boxes[0]); tick(boxes[1]);",
        [f"befit done 2026-11-23 {_OTHERS_SKIPPED}"],
    ),
}
"""What is done with the boxes and the weight of a page, and the line that says it."""


USED = ", ".join(
    f'"{name}": used((boxes, weight) => {{ {use} }})' for name, (use, _) in LINES.items()
)


@pytest.mark.parametrize("name", LINES)
@found_by(
    f"""
    const used = use => {{
      localStorage.clear();
      const page = opened();
      use(all(page, "[type=checkbox]"), page.querySelector("[type=text]"));
      return line(page);
    }};
    return {{{USED}}};
    """
)
def test_what_was_done_is_a_line_for_befit(name: str, found: Any) -> None:
    _, line = LINES[name]
    assert found[name] == line


@pytest.mark.parametrize("id_", CATALOGUE.by_id)
def test_befit_reads_the_line_as_it_was_ticked(id_: str) -> None:
    """Each form of the exercise beside a squat, by its name as the page's script writes it."""
    beside = SQUAT if id_ != SQUAT.id else DOSES[1]
    for form in CATALOGUE.by_id[id_].ladder:
        held = {"reps": None, "hold_s": 8} if form.seconds_per_rep is None else {}
        asked = replace(SQUAT, id=id_, form=form.name, sets=3, **held)
        name = re.sub("[^a-z0-9 -]", "", form.name.lower())
        words = f"{name} 1x8{'s' if held else ''} 17.5kg, {beside.form.lower()} skip"
        (both,) = one_session(beside, asked).weeks[0].sessions
        did = read_done(words.split(" "), both, CATALOGUE, Units.KG)
        (work,) = did[id_]
        assert (work.form, work.sets, work.kg) == (form.name, 1, (17.5,))
        assert did[beside.id] == ()


@found_by(
    """
    const page = opened();
    const [first] = all(page, "[type=checkbox]");
    tick(first);
    return line(page);
    """,
    rendered(one_session(replace(SQUAT, form="Squat; $(rm -rf ~) `x` --undo\u2028|y"))),
)
def test_nothing_but_a_name_gets_into_the_line(found: Any) -> None:
    assert found == ["befit done 2026-11-23 squat rm rf x undo y 1x10"]


@found_by(
    """
    const page = opened();
    const [first, second] = all(page, "button.pause");
    const before = first.textContent;
    first.click();
    const counting = first.textContent;
    first.click();
    const stopped = first.textContent;
    second.previousElementSibling.dataset.seconds = 0;
    second.click();
    return [before, counting, stopped, second.textContent,
            page.querySelector("[role=status]").textContent];
    """
)
def test_a_rest_counts_down_and_says_when_it_is_over(found: Any) -> None:
    assert found == ["rest 75 s", "1:15", "rest 75 s", "rest is over", "Rest is over."]


@found_by(
    """
    const page = opened();
    const seen = selector => all(page, selector).filter(part => part.checkVisibility()).length;
    return [seen("button"), seen(".report"), seen(".pause"), seen("[type=checkbox]") > 0];
    """,
    without_script(PAGES["doses"]),
)
def test_without_its_script_the_page_has_no_dead_button(found: Any) -> None:
    assert found == [0, 0, len(DOSES), True]


_DAY_SHOWN = """
    const texts = selector => all(page, selector).map(part => part.textContent.trim());
    return [texts(".strip .today[aria-current=date] th"), texts(".session:has(.now) h3"),
            texts(".session > details[open] h3")];
"""
_PLACE_SHOWN = """
    const texts = selector => all(page, selector).map(part => part.textContent.trim());
    return [texts(".here[aria-current=true] th"), texts(".here b"), texts(".week > details[open] h2"),
            all(page, ".jump a").map(link => [link.getAttribute("href"), link.textContent])];
"""


@found_by(f'const page = opened("2026-11-25");{_DAY_SHOWN}', rendered(sample_plan(), WEEK.starts))
def test_today_is_the_day_on_which_the_page_is_read(found: Any) -> None:
    wednesday = "Wednesday 25 November"
    assert found == [["Wed 25"], [wednesday], [wednesday]]


@found_by(f'const page = opened("2026-11-26");{_DAY_SHOWN}', rendered(sample_plan(), WEEK.starts))
def test_on_a_day_without_a_session_the_next_one_is_open(found: Any) -> None:
    assert found == [["Thu 26"], [], ["Friday 27 November"]]


@found_by(f'const page = opened("2027-01-08");{_DAY_SHOWN}', rendered(sample_plan(), WEEK.starts))
def test_on_a_day_behind_the_plan_none_is_today(found: Any) -> None:
    assert found == [[], [], ["Monday 23 November"]]


@found_by(
    f'const page = opened("2026-11-25");{_DAY_SHOWN}',
    rendered(replace(sample_plan(), weeks=(DONE_WEEK,)), WEEK.starts),
)
def test_a_session_that_was_done_when_the_page_was_written_is_not_the_next(found: Any) -> None:
    assert found == [["Wed 25"], [], ["Friday 27 November"]]


@found_by(f'const page = opened("2026-11-30");{_PLACE_SHOWN}', rendered(LATER_BLOCK, WEEK.starts))
def test_a_block_opens_at_the_week_in_which_it_is_read(found: Any) -> None:
    link = ["#week-2-tue", "Next: Tuesday 1 December"]
    second = "Week 2 of 12 · general strength · easier week with fewer sets"
    assert found == [["Week 2"], ["you are here"], [second], [link]]


@found_by(f'const page = opened("2026-12-30");{_PLACE_SHOWN}', rendered(LATER_BLOCK, WEEK.starts))
def test_behind_its_last_session_a_block_names_no_next_one(found: Any) -> None:
    assert found == [[], [], ["Week 1 of 12 · general strength"], []]


@found_by(
    "return opened().title;",
    PAGES["usual"].replace("</main>", "<script>document.title = 'taken'</script></main>"),
)
def test_a_script_that_somebody_puts_in_does_not_run(found: Any) -> None:
    assert found == "Strength for the half marathon, week 1 of 12"
