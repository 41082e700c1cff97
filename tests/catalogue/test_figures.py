"""The table of figures: what its YAML may say, and what is read of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from befit_cli.catalogue import figures
from befit_cli.catalogue.figure_reader import read_figures, wrong_figure
from befit_cli.catalogue.figures import Arm, Leg, Wall

POSES = """\
poses:
  stand:
    hip: [0, 90]
    torso: 2
    neck: 3
    legs: [{ankle: [0, 5]}]
    arms: [{upper: 178}]
  squat: {like: stand, hip: [-27, 43], torso: [35, 30]}
  facing: {like: stand, front: true}
  facing-in-profile: {like: facing, profile: true}
"""
FIGURES = """\
figures:
  squat:
    start: stand
    end: squat
    arrows: [[[-66, 100], [-66, 62]]]
    room: [{is: wall, x: 40}]
  deep-squat:
    like: squat
    end: {like: squat, hip: [-29, 38]}
  stand-facing: {end: facing}
  stand-in-profile: {end: facing-in-profile}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A table of two files, of which the first needs the second."""
    (tmp_path / "a.yaml").write_text(FIGURES, encoding="utf-8")
    (tmp_path / "b.yaml").write_text(POSES, encoding="utf-8")
    return tmp_path


def test_a_figure_has_its_poses_by_their_names_whole(folder: Path) -> None:
    squat = read_figures(folder)["squat"]
    assert squat.start
    assert squat.start.hip == (0, 90)
    assert (squat.end.hip, squat.end.neck) == ((-27, 43), 3)
    assert squat.end.legs == (Leg(ankle=(0, 5)),)
    assert squat.end.arms == (Arm(upper=178),)


def test_one_angle_is_a_straight_back_and_two_are_a_bent_one(folder: Path) -> None:
    squat = read_figures(folder)["squat"]
    assert squat.start
    assert squat.start.torso == (2, 2)
    assert squat.end.torso == (35, 30)


def test_a_figure_like_another_has_what_it_does_not_say_itself(folder: Path) -> None:
    read = read_figures(folder)
    deep, squat = read["deep-squat"], read["squat"]
    assert (deep.start, deep.arrows, deep.room) == (squat.start, squat.arrows, (Wall(x=40),))
    assert (deep.end.hip, deep.end.torso) == ((-29, 38), (35, 30))


def test_a_face_is_seen_from_its_side_but_in_what_is_seen_from_the_front(folder: Path) -> None:
    read = read_figures(folder)
    seen = {name: read[name].end.profile for name in ("squat", "stand-facing", "stand-in-profile")}
    assert seen == {"squat": True, "stand-facing": False, "stand-in-profile": True}


@pytest.mark.parametrize(
    ("written", "wrong", "sentence"),
    [
        pytest.param(
            "arrows: [[", "arrow: [[", "a.yaml, squat: .*unknown field `arrow`", id="a key"
        ),
        pytest.param("is: wall", "is: door", "a.yaml, squat: .*'door'", id="a thing"),
        pytest.param("figures:", "figure:", "a.yaml: .*unknown field `figure`", id="a kind"),
        pytest.param(
            "end: squat",
            "end: sqat",
            "a.yaml, squat: there is no 'sqat'; did you mean 'squat'",
            id="a pose",
        ),
        pytest.param(
            "like: squat\n",
            "like: sqat\n",
            "a.yaml, deep-squat: there is no 'sqat'",
            id="another figure",
        ),
        pytest.param(
            "like: squat, hip",
            "like: sqat, hip",
            "a.yaml, deep-squat: there is no 'sqat'",
            id="what a pose of its own is like",
        ),
        pytest.param(
            "  squat:\n",
            "  squat:\n    like: deep-squat\n",
            "a.yaml, squat: 'deep-squat' is like itself",
            id="two that are like each other",
        ),
    ],
)
def test_a_slip_is_told_with_its_place(
    written: str, wrong: str, sentence: str, folder: Path
) -> None:
    (folder / "a.yaml").write_text(FIGURES.replace(written, wrong, 1), encoding="utf-8")
    with pytest.raises(ValueError, match=sentence):
        read_figures(folder)


@pytest.mark.parametrize(
    ("written", "wrong", "sentence"),
    [
        pytest.param(
            "squat: {like: stand", "squat: {like: stnd", "squat: there is no 'stnd'", id="another"
        ),
        pytest.param("facing: {like: stand", "facing: {like: facing", "facing: 'facing'", id="it"),
    ],
)
def test_a_slip_is_told_where_it_stands_and_not_where_it_is_met(
    written: str, wrong: str, sentence: str, folder: Path
) -> None:
    (folder / "b.yaml").write_text(POSES.replace(written, wrong, 1), encoding="utf-8")
    with pytest.raises(ValueError, match=f"b.yaml, {sentence}"):
        read_figures(folder)


def test_a_name_without_a_figure_is_told_with_the_nearest() -> None:
    assert wrong_figure("squat", frozenset({"squat", "lunge"})) == ""
    assert wrong_figure("sqat", frozenset({"squat", "lunge"})) == (
        "befit has no figure 'sqat'; did you mean 'squat'?"
    )


@pytest.fixture
def compiled_here(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The small table as befit's own, compiled; the caches are empty."""
    monkeypatch.setattr(figures, "FOLDER", folder)
    monkeypatch.setattr(figures, "_COMPILED", folder / "figures.msgpack")
    figures.load_figures.cache_clear()
    figures.figure_names.cache_clear()
    yield figures.compile_figures()
    figures.load_figures.cache_clear()
    figures.figure_names.cache_clear()


def test_what_was_compiled_is_what_the_yaml_says(compiled_here: Path) -> None:
    assert figures.load_figures() == read_figures(compiled_here.parent)
    assert figures.figure_names() == set(read_figures(compiled_here.parent))


def test_once_it_is_compiled_no_yaml_is_read(
    compiled_here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "befit_cli.catalogue.figure_reader.read_figures",
        lambda folder: pytest.fail(f"{folder} was read"),
    )
    assert figures.load_figures()
    assert figures.figure_names()


@pytest.mark.parametrize("file", ["a.yaml", "b.yaml"])
def test_where_the_yaml_changed_it_is_read(file: str, compiled_here: Path) -> None:
    path = compiled_here.parent / file
    path.write_text(path.read_text("utf-8") + "  later: {like: squat}\n", "utf-8")
    assert figures.load_figures() == read_figures(compiled_here.parent)
    assert ("later" in figures.figure_names()) == (file == "a.yaml")


def test_without_what_was_compiled_the_yaml_is_read(compiled_here: Path) -> None:
    compiled_here.unlink()
    assert figures.figure_names() == set(read_figures(compiled_here.parent))
