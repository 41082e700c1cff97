"""An exercise as a file: the figure of a form, and the page with every form."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from justhtml import JustHTML
from msgspec.structs import replace
from strategies import CATALOGUE, a_form, an_exercise
from test_html import digest_of, said, style_of

from befit_cli.errors import BefitError
from befit_cli.values import Athlete, Kit, Level
from befit_cli.views.exercise_file import page, svg
from befit_cli.views.exercise_words import exercise_words

SQUATS = CATALOGUE.by_id["squats"]
HOME = Athlete(kit=(Kit.BACKPACK,))
SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = "</desc><script>alert(1)</script>&\x1b[31m"


def parsed(exercise=SQUATS, athlete: Athlete = HOME) -> JustHTML:
    return JustHTML(page(exercise, athlete, CATALOGUE), strict=True, sanitize=False)


def drawn(**changes: object) -> ElementTree.Element:
    form = replace(SQUATS.ladder[SQUATS.base], **changes)
    return ElementTree.fromstring(svg(form))  # noqa: S314  # befit drew it


def test_a_picture_is_told_by_its_form_and_its_set_up() -> None:
    picture = drawn()
    form = SQUATS.ladder[SQUATS.base]
    assert picture.findtext(f"{SVG}title") == form.name
    assert picture.findtext(f"{SVG}desc") == form.setup
    assert picture.get("role") == "img"


def test_a_picture_has_its_own_ground_so_that_it_is_seen_on_any() -> None:
    box = drawn().get("viewBox", "").split()
    ground = drawn().find(f"{SVG}rect")
    assert ground is not None
    assert [ground.get(side) for side in ("x", "y", "width", "height")] == box


def test_a_picture_needs_nothing_from_outside() -> None:
    text = svg(SQUATS.ladder[SQUATS.base]).replace("http://www.w3.org/2000/svg", "")
    assert re.findall(r"//|href|src|@import|url\(", text) == []


def test_no_text_of_a_catalogue_becomes_a_part_of_a_picture() -> None:
    picture = drawn(name=HOSTILE, setup=HOSTILE)
    assert picture.findtext(f"{SVG}desc") == "</desc><script>alert(1)</script>&"
    assert [one.tag for one in picture.iter()] == [one.tag for one in drawn().iter()]


def test_a_form_without_a_figure_has_no_picture() -> None:
    with pytest.raises(BefitError, match="No figure of befit's shows Kettlebell swing"):
        svg(a_form("Kettlebell swing"))


def test_the_page_begins_with_your_form_its_figure_its_set_up_and_its_cues() -> None:
    form = exercise_words(SQUATS, HOME, CATALOGUE).form
    (yours,) = parsed().query(".yours")
    assert said(yours, "h2") == [f"Your form: {form.name}"]
    assert said(yours, "p") == [form.setup]
    assert said(yours, "li") == list(form.cues)
    assert [one.attrs["href"] for one in yours.query("use")] == [f"#figure-{form.figure}"]


def test_every_form_is_there_with_its_figure_and_what_it_is_to_you() -> None:
    words = exercise_words(SQUATS, HOME, CATALOGUE)
    items = parsed().query(".forms li")
    for item, rung in zip(items, words.ladder, strict=True):
        name = f"{rung.form.name} {rung.mark}".strip()
        assert said(item, "h3") == [name]
        assert [one.attrs["href"] for one in item.query("use")] == [f"#figure-{rung.form.figure}"]
        assert [one.attrs["aria-label"] for one in item.query("svg")] == [rung.form.setup]


def test_each_figure_is_in_the_page_once() -> None:
    html = parsed()
    ids = [one.attrs["id"] for one in html.query("[id]")]
    assert len(ids) == len(set(ids))
    assert {one.attrs["href"] for one in html.query("use")} <= {f"#{id}" for id in ids}


def test_doses_and_sore_spots_are_as_in_the_terminal() -> None:
    words = exercise_words(SQUATS, HOME, CATALOGUE)
    sections = {said(one, "h2")[0]: one for one in parsed().query(".notes")}
    assert said(sections["Dose"], "dt") == [*Level]
    assert said(sections["Dose"], "dd") == [line for _, told in words.doses for line in told]
    assert said(sections["With a niggle"], "dt") == [niggle for niggle, _ in words.niggles]
    lines = [line for _, told in words.niggles for line in told]
    assert said(sections["With a niggle"], "dd") == [" ".join(line.split()) for line in lines]


def test_an_exercise_of_your_own_needs_no_figure_and_no_set_up() -> None:
    own = an_exercise(a_form("Kettlebell swing"), id="swings", name="Swings")
    html = parsed(own)
    assert not html.query("use")
    assert said(html, ".forms h3") == ["Kettlebell swing yours"]


def test_no_text_of_a_catalogue_becomes_a_part_of_the_page() -> None:
    own = an_exercise(a_form(HOSTILE), id="swings", name=HOSTILE, why=HOSTILE)
    tame = an_exercise(a_form("Swing"), id="swings", name="Swings", why="Hips")
    tags = [[one.name for one in parsed(each).query("*")] for each in (own, tame)]
    assert tags[0] == tags[1]


def test_the_policy_of_the_page_allows_its_own_style_alone() -> None:
    html = parsed()
    (policy,) = html.query("meta[http-equiv=Content-Security-Policy]")
    assert policy.attrs["content"] == (
        f"default-src 'none'; style-src 'sha256-{digest_of(html, 'style')}'; "
        "base-uri 'none'; form-action 'none'"
    )
    assert not re.search(r"url\(|@import", style_of(html))
    assert not html.query("script, link, img, [src], [style], [onclick]")
