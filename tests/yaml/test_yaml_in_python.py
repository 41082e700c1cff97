"""PyYAML without its C part, as some systems have it: slower, and all else the same."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

BEFORE = """
import sys
sys.modules["yaml._yaml"] = None
import yaml
assert not yaml.__with_libyaml__
from befit_cli.catalogue import compiled
compiled.load = lambda language: None
"""
"""The C part is not there, and neither are compiled exercises, so that YAML is read."""
RUN = """
import sys
from pathlib import Path
from typer.testing import CliRunner
from befit_cli.cli import app

def befit(profile, *words):
    done = CliRunner().invoke(app, words, env={"BEFIT_PROFILE": profile, "COLUMNS": "100"})
    assert done.exit_code == 0, done.output
    return done.stdout

plan = ("plan", "--start", "2026-11-23")
Path("a plan").write_text(befit("profile.yaml", *plan))
Path("its questions").write_text(befit("new.yaml", "init", "--yes"))
Path("of its own profile").write_text(befit("new.yaml", *plan, "--why"))
for name in ("plan.md", "plan.json"):
    befit("profile.yaml", *plan, "-o", name)
    Path(f"what check says of {name}").write_text(befit("profile.yaml", "check", name))
"""
"""Commands that read exercises and profiles, and write them, each answer in a file: a process for
each would read the exercises as often.
"""
BUILD = """
from pathlib import Path
from befit_cli.catalogue.translation import compile_catalogues
compiled._file = lambda language: Path(f"{sys.argv[1]}.{language}")
compile_catalogues()
"""


def python(code: str, *arguments: str, home: Path) -> None:
    """Run the code in the folder."""
    subprocess.run([sys.executable, "-c", code, *arguments], cwd=home, check=True)


@pytest.fixture(scope="module")
def homes(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The folders in which all of it ran, with PyYAML's C part and without."""
    folders = tmp_path_factory.mktemp("c"), tmp_path_factory.mktemp("python")
    for home, before in zip(folders, ("", BEFORE), strict=True):
        (home / "profile.yaml").write_text("race: half\nkit: [home, dumbbell]\n")
        python(before + RUN, home=home)
    return folders


@pytest.mark.parametrize(
    "name",
    [
        "a plan",
        "its questions",
        "new.yaml",
        "of its own profile",
        *("plan.md", "plan.json"),
        *("what check says of plan.md", "what check says of plan.json"),
    ],
)
def test_all_is_the_same(name: str, homes: tuple[Path, Path]) -> None:
    in_c, in_python = ((home / name).read_bytes() for home in homes)
    assert in_python == in_c != b""


def test_the_build_compiles_the_same_exercises(tmp_path: Path) -> None:
    for name, before in (
        ("c", "import sys; from befit_cli.catalogue import compiled"),
        ("python", BEFORE),
    ):
        python(before + BUILD, str(tmp_path / name), home=tmp_path)
    assert (tmp_path / "c.en").read_bytes() == (tmp_path / "python.en").read_bytes()
    assert (tmp_path / "c.es").read_bytes() == (tmp_path / "python.es").read_bytes()


def test_no_other_module_names_a_part_of_pyyaml_that_may_be_missing() -> None:
    root = Path(__file__).parents[2]
    code = [*root.glob("befit_cli/**/*.py"), root / "hatch_build.py"]
    assert [path.name for path in code if "CSafe" in path.read_text(encoding="utf-8")] == [
        "data.py"
    ]
