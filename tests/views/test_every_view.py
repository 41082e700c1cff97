"""What every view of a plan has to show: light work, what a niggle changes, notes without ids."""

from __future__ import annotations

import csv
import io

import fitdecode
import pytest
import vobject
from justhtml import JustHTML
from markdown_it import MarkdownIt
from msgspec.structs import replace
from own_words import own_note
from rich.console import Console
from sample_plan import SQUAT, sample_plan
from strategies import CATALOGUE

from befit_cli import views
from befit_cli.planning.reasons import Purpose
from befit_cli.values import (
    Adapted,
    AdaptedKey,
    Day,
    Niggle,
    NiggleChanges,
    Plan,
    Reason,
    ReasonKey,
    Units,
)
from befit_cli.views import block, sentences, terminal

PLAN = sample_plan()
LIGHT = replace(SQUAT, light=True, rir=4)
CHANGES = NiggleChanges(
    name=Niggle.ACHILLES, left_out=("Box jumps",), first=("Calf raises",), changed=("Lunges",)
)


def with_week(*, light: bool = True) -> Plan:
    """A week of one light squat, or of a usual one, that a niggle changes and that has a note."""
    week = PLAN.weeks[0]
    session = replace(week.sessions[0], exercises=(LIGHT if light else SQUAT,))
    changed = replace(
        week, sessions=(session,), niggles=(CHANGES,), notes=(own_note("R16", "Keep it free."),)
    )
    return replace(PLAN, weeks=(changed,))


def lifting(units: Units) -> Plan:
    """A week of one squat with a weight, that the log changed."""
    why = Adapted(rule="R76", key=AdaptedKey.HEAVIER, facts={"sign": "over"})
    week = PLAN.weeks[0]
    session = replace(week.sessions[0], exercises=(replace(SQUAT, kg=9.07, adapted=why),))
    athlete = replace(PLAN.athlete, units=units)
    return replace(PLAN, athlete=athlete, weeks=(replace(week, sessions=(session,)),))


def on_terminal(plan: Plan, purposes: dict[str, Purpose] | None = None) -> str:
    out = io.StringIO()
    console = Console(file=out, width=200, color_system=None, force_terminal=False, _environ={})
    terminal.show(plan, CATALOGUE, console, purposes)
    return out.getvalue()


def shown(format: str, plan: Plan) -> str:
    """The text of a plan in that format, its lines put together again."""
    if format == "terminal":
        return " ".join(on_terminal(plan).split())
    rendered = views.render(plan, format, catalogue=CATALOGUE)
    if format == "fit":
        assert isinstance(rendered, bytes)
        with fitdecode.FitReader(io.BytesIO(rendered)) as reader:
            frames = [each for each in reader if isinstance(each, fitdecode.FitDataMessage)]
        return " ".join(str(field.value) for frame in frames for field in frame.fields)
    text = rendered.decode("utf-8-sig") if isinstance(rendered, bytes) else rendered
    # A calendar folds its lines, and escapes commas.
    return text.replace("\r\n ", "").replace("\\,", ",").replace("\\;", ";").replace("&#39;", "'")


@pytest.mark.parametrize("format", ["terminal", "md", "html", "ics", "fit"])
def test_light_work_says_how_much_more_is_left(format: str) -> None:
    assert "stop with 4 or more left" in shown(format, with_week())
    assert "or more left" not in shown(format, with_week(light=False))


def test_light_work_is_a_column_of_the_spreadsheet() -> None:
    (row,) = csv.DictReader(shown("csv", with_week()).splitlines())
    assert row["light"] == "yes"


@pytest.mark.parametrize("format", ["terminal", "md", "ics", "fit"])
@pytest.mark.parametrize(
    ("units", "said"), [(Units.KG, "at 9.07 kg"), (Units.LB, "at 20 lb")], ids=["kg", "lb"]
)
def test_a_weight_is_said_in_the_runners_units(format: str, units: Units, said: str) -> None:
    assert said in shown(format, lifting(units))


@pytest.mark.parametrize(
    ("units", "said"), [(Units.KG, 'value="9.07"> kg'), (Units.LB, 'value="20"> lb')]
)
def test_on_the_page_the_weight_stands_where_another_can_be_written(
    units: Units, said: str
) -> None:
    assert said in shown("html", lifting(units))


@pytest.mark.parametrize("format", ["json", "csv"])
def test_programs_get_kilograms_whatever_is_shown(format: str) -> None:
    assert "9.07" in shown(format, lifting(Units.LB))


@pytest.mark.parametrize("format", ["terminal", "md", "html", "ics", "csv", "json"])
def test_what_the_log_changed_says_why(format: str) -> None:
    assert "Two over what was asked, twice: a step heavier." in shown(format, lifting(Units.KG))


@pytest.mark.parametrize("format", ["terminal", "md", "html", "ics", "json"])
def test_a_week_says_what_a_niggle_changes(format: str) -> None:
    plan = with_week()
    (line,) = sentences.niggle_lines(plan.weeks[0])
    assert line in shown(format, plan)


@pytest.mark.parametrize("format", ["terminal", "md", "html", "ics", "json"])
def test_a_session_names_the_run_that_it_waits_for(format: str) -> None:
    week = PLAN.weeks[0]
    reason = Reason(ReasonKey.HARD_RUN_DAY, {"day": Day.WED, "title": "5 x 1 km"})
    session = replace(week.sessions[0], reasons=(reason,))
    plan = replace(PLAN, weeks=(replace(week, sessions=(session,)),))
    sentence = "Wednesday, after your 5 x 1 km: hard days stay hard, easy days easy."
    assert sentence in shown(format, plan)


@pytest.mark.parametrize("format", ["terminal", "block", "md", "html", "ics"])
@pytest.mark.parametrize(
    "name", ["Ana", "Zoë 深", "O'Neil <b>", "[red]*a*`b`|\\N;,", "{{ 7 }} & %s"]
)
def test_the_title_has_the_name_of_the_athlete_whatever_it_is(name: str, format: str) -> None:
    plan = replace(PLAN, athlete=replace(PLAN.athlete, name=name))
    assert title(format, plan) == f"Half marathon strength for {name}"


def title(format: str, plan: Plan) -> str:
    """The title of the plan as a reader of that format sees it."""
    if format == "terminal":
        return on_terminal(plan).splitlines()[0].strip()
    if format == "block":
        out = io.StringIO()
        console = Console(file=out, width=200, color_system=None, _environ={})
        block.show(plan, console)
        return out.getvalue().splitlines()[0].strip()
    rendered = views.render(plan, format, catalogue=CATALOGUE)
    if isinstance(rendered, bytes):
        name: str = vobject.readOne(rendered.decode()).contents["x-wr-calname"][0].value
        return name
    if format == "html":
        (heading,) = JustHTML(rendered, strict=True, sanitize=False).query("h1")
        return heading.to_text(separator="", strip=False)
    heading = next(line for line in rendered.splitlines() if line.startswith("# "))
    (token,) = MarkdownIt("commonmark").parseInline(heading.removeprefix("# "))
    children = token.children or []
    assert {child.type for child in children} == {"text"}, "no mark of Markdown's in it"
    return "".join(child.content for child in children)


@pytest.mark.parametrize("format", ["terminal", "html"])
def test_the_id_of_a_rule_stands_in_nobodys_way(format: str) -> None:
    text = shown(format, with_week())
    assert "Keep it free." in text
    assert "R16" not in text


def test_in_markdown_it_stands_in_a_comment_that_nobody_sees() -> None:
    assert "\n- Keep it free. <!-- R16 -->\n" in shown("md", with_week())


def test_who_asks_why_is_told_the_rule_and_its_basis() -> None:
    why = Purpose(meets=("squat",), why="It carries you.", first_line=())
    text = " ".join(on_terminal(with_week(), {SQUAT.form: why}).split())
    assert "R16 Keep it free. Basis: " in text


@pytest.mark.parametrize("format", ["terminal", "md", "html", "json"])
def test_the_runners_notes_stand_on_their_plan(format: str) -> None:
    plan = replace(PLAN, athlete=replace(PLAN.athlete, notes="Slow calves, Ana"))
    assert "Slow calves, Ana" in shown(format, plan)


def test_the_runners_notes_stand_on_their_block() -> None:
    out = io.StringIO()
    plan = replace(PLAN, athlete=replace(PLAN.athlete, notes="Slow calves, Ana"))
    block.show(plan, Console(file=out, width=100, _environ={}))
    assert "Slow calves, Ana" in out.getvalue()
