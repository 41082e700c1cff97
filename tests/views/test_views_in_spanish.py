"""What a Spanish plan looks like, and that nothing of it stays English."""

from __future__ import annotations

import io
import json
import re
from datetime import date

import pytest
from guided import played
from justhtml import JustHTML
from msgspec.structs import replace
from rich.console import Console
from sample_plan import SQUAT
from strategies import IN_SPANISH
from syrupy.assertion import SnapshotAssertion

from befit_cli import views
from befit_cli.evidence.joints import JOINTS
from befit_cli.language import Language, speaking
from befit_cli.planning.planner import make_plan
from befit_cli.planning.season import plan_season
from befit_cli.values import (
    Act,
    Athlete,
    Day,
    Group,
    Kit,
    Level,
    Load,
    Need,
    Niggle,
    Off,
    Pattern,
    Phase,
    Plan,
    Race,
    Role,
    Run,
    SessionLog,
    Status,
    Units,
    Work,
)
from befit_cli.views import block, exercise, prescription, terminal, terms, today, work
from befit_cli.views.guide import frame
from befit_cli.views.pen import Pen

ATHLETE = Athlete(
    race=Race.HALF,
    race_date=date(2027, 3, 14),
    kit=(Kit.DUMBBELL, Kit.STEP),
    niggles=(Niggle.ACHILLES,),
    name="Ana",
)
ENGLISH = frozenset(
    """after and any at before begin done each easier effort every for form from hard heavy high in is
    it last leave left light long low mind more most next of on once or other pain past planned race
    rest safety see sets side skipped stop strength than that the then there this today walk week
    weeks what when with you your""".split()  # noqa: SIM905
)
"""Words of which any English sentence has one, and no Spanish one."""


def planned(athlete: Athlete) -> Plan:
    season = plan_season(athlete, date(2027, 1, 4))
    with speaking(Language.ES):
        plan = make_plan(athlete, IN_SPANISH, season)
    return replace(plan, language=Language.ES)


BLOCK = planned(ATHLETE)
WEEK = replace(BLOCK, weeks=BLOCK.weeks[2:3])
SESSION = WEEK.weeks[0].sessions[0]


def english_in(text: str) -> set[str]:
    return set(re.findall(r"[\w'-]+", text.casefold())) & ENGLISH


def console(width: int) -> Console:
    return Console(file=io.StringIO(), width=width, color_system=None, _environ={})


def printed(to: Console) -> str:
    assert isinstance(to.file, io.StringIO)
    return to.file.getvalue()


@pytest.mark.parametrize("width", [100, 80, 40])
def test_a_week_as_it_prints(width: int, snapshot: SnapshotAssertion) -> None:
    terminal.show(WEEK, IN_SPANISH, to := console(width))
    assert printed(to) == snapshot
    assert english_in(printed(to).replace("befit rules safety", "")) == set()


@pytest.mark.parametrize("width", [100, 80, 40])
def test_a_block_as_it_prints(width: int, snapshot: SnapshotAssertion) -> None:
    block.show(BLOCK, to := console(width), today=date(2027, 1, 20))
    assert printed(to) == snapshot
    assert english_in(printed(to).replace("--week", "")) == set()


@pytest.mark.parametrize("width", [100, 80, 40])
def test_a_session_as_it_prints(width: int, snapshot: SnapshotAssertion) -> None:
    week = WEEK.weeks[0]
    ahead = today.Ahead(
        day=week.starts,
        today=week.starts,
        athlete=ATHLETE,
        catalogue=IN_SPANISH,
        end=date(2027, 3, 14),
        sessions=tuple([(week, each) for each in week.sessions]),
    )
    with speaking(Language.ES):
        today.show(ahead, to := console(width))
    assert printed(to) == snapshot
    assert english_in(printed(to)) == set()


@pytest.mark.parametrize("width", [100, 80, 40])
def test_an_exercise_as_it_prints(width: int, snapshot: SnapshotAssertion) -> None:
    with speaking(Language.ES):
        shown = IN_SPANISH.by_id["squats"]
        exercise.show(shown, ATHLETE, IN_SPANISH, to := console(width))
    assert printed(to) == snapshot


@pytest.mark.parametrize("width", [80, 40])
@pytest.mark.parametrize("keys", ["", "k 1 6 enter enter 45s", "?", "enter q", "p 6 enter"])
def test_a_guided_session_as_it_looks(keys: str, width: int, snapshot: SnapshotAssertion) -> None:
    sentadilla = replace(
        SQUAT, form="Sentadilla goblet", name="Sentadillas", cue="Baja", niggle_note=""
    )
    with speaking(Language.ES):
        to = console(width)
        screen = frame(Pen.of(to), *played(keys, sentadilla)).plain
    assert screen == snapshot
    assert english_in(screen) == set()


@pytest.mark.parametrize("format", ["md", "html", "ics", "csv", "json"])
def test_a_file_is_in_the_language_of_its_plan_whatever_is_spoken(format: str) -> None:
    rendered = views.render(WEEK, format, catalogue=IN_SPANISH)
    with speaking(Language.ES):
        assert views.render(WEEK, format, catalogue=IN_SPANISH) == rendered


def test_a_plan_in_markdown_as_it_reads(snapshot: SnapshotAssertion) -> None:
    text = views.render(BLOCK, "md", catalogue=IN_SPANISH)
    assert isinstance(text, str)
    said, head = text.split("<!-- befit")
    assert "\nlanguage: es\n" in head
    assert english_in(said) == set()
    assert text.partition("## Semana 2")[0] == snapshot


def page_of(plan: Plan) -> JustHTML:
    page = views.render(plan, "html", catalogue=IN_SPANISH)
    return JustHTML(page, sanitize=False)


def test_a_page_tells_browsers_its_language_and_says_all_in_it() -> None:
    page = page_of(BLOCK)
    assert page.query("html")[0].attrs["lang"] == "es"
    assert english_in(page.query("main")[0].to_text()) == set()
    body = page.query("body")[0]
    words = [body.attrs[f"data-{name}"] for name in ("skip", "copied", "rested", "rested-aloud")]
    assert words == ["omitir", "Copiado", "fin del descanso", "Se acabó el descanso."]
    labels = [each.attrs["aria-label"] or "" for each in page.query("[aria-label]")]
    assert english_in(" ".join(labels)) == set()


def test_the_script_of_a_page_is_the_same_in_any_language() -> None:
    spanish, english = [
        page_of(plan).query("script")[0].to_text(separator="", strip=False)
        for plan in (BLOCK, replace(BLOCK, language=Language.EN))
    ]
    assert spanish == english


def test_json_says_its_language_and_keeps_its_keys() -> None:
    spanish = json.loads(views.render(WEEK, "json", catalogue=IN_SPANISH))
    english = json.loads(
        views.render(replace(WEEK, language=Language.EN), "json", catalogue=IN_SPANISH)
    )
    assert (spanish["language"], english["language"]) == ("es", "en")
    assert spanish.keys() == english.keys()
    sessions = [each["weeks"][0]["sessions"][0] for each in (spanish, english)]
    assert sessions[0].keys() == sessions[1].keys()
    assert [each["day"] for each in sessions] == [SESSION.day, SESSION.day]


@pytest.mark.parametrize(
    ("form", "name", "shown"),
    [
        pytest.param("Sentadilla goblet", "Sentadillas", "", id="the noun, which is first"),
        pytest.param("Puente a una pierna", "Puentes de glúteos", "", id="the noun alone"),
        pytest.param(
            "Pantorrillas en el escalón",
            "Elevaciones de pantorrillas",
            "Elevaciones de pantorrillas",
            id="a word and not the noun",
        ),
        pytest.param(
            "Elevación de talones en silla", "Elevaciones de talones", "", id="another accent"
        ),
        pytest.param("Remo a una mano", "Dominadas", "", id="no word"),
        pytest.param("Bicho muerto en el suelo", "Giros en el aire", "", id="small words alone"),
    ],
)
def test_a_name_stands_behind_a_form_that_lacks_its_noun(form: str, name: str, shown: str) -> None:
    with speaking(Language.ES):
        assert prescription.names(replace(SQUAT, form=form, name=name)) == (form, shown)


KINDS = (
    Act,
    Day,
    Group,
    Kit,
    Level,
    Load,
    Need,
    Niggle,
    Off,
    Pattern,
    Phase,
    Race,
    Role,
    Run,
    Status,
)


SAME_IN_SPANISH = {"core", "general", "5k", "10k"}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_word_has_a_term(kind: type[Load]) -> None:
    english = {word: terms.term(word) for word in kind}
    assert all(said in (word.value, "no race") for word, said in english.items())
    with speaking(Language.ES):
        unsaid = {said for word, said in english.items() if terms.term(word) == said}
    assert unsaid <= SAME_IN_SPANISH


def test_every_muscle_of_the_catalogue_has_a_term() -> None:
    known = {
        muscle
        for each in IN_SPANISH.exercises
        for form in each.ladder
        for muscle in (*form.muscles.primary, *form.muscles.secondary)
    }
    with speaking(Language.ES):
        unsaid = {name for name in known if terms.muscle(name) == name.replace("-", " ")}
    assert unsaid == {"core"}


@pytest.mark.parametrize("name", JOINTS)
def test_every_joint_has_a_term(name: str) -> None:
    assert terms.joint(name) == name
    with speaking(Language.ES):
        assert terms.joint(name) != name


@pytest.mark.parametrize(
    ("did", "told"),
    [
        pytest.param(
            Work(form="", reps=(8, 8), kg=(7.5,), left=2),
            "2 × 8 con 7,5 kg, 2 en reserva",
            id="a weight with a comma",
        ),
        pytest.param(
            Work(form="", reps=(8, 7), other_side=(8, 6), pain=3),
            "8,7 un lado y 8,6 el otro, dolor 3",
            id="by side",
        ),
        pytest.param(Work(form="", hold_s=(20, 15)), "20, 15 s", id="holds"),
    ],
)
def test_what_was_done_is_said_as_befit_done_reads_it(did: Work, told: str) -> None:
    with speaking(Language.ES):
        assert work.work_words(did, Units.KG) == told


def test_a_session_that_was_done_is_summed_up() -> None:
    logged = SessionLog(
        date=date(2027, 1, 5),
        did={"squats": (Work(form="", reps=(8, 8)),)},
        minutes=31,
        pain={"knee": 2},
        worse_next_morning=True,
    )
    with speaking(Language.ES):
        told = work.summary(logged)
    assert told == "2 series en 31 min, dolor 2 en rodilla, peor a la mañana siguiente"
