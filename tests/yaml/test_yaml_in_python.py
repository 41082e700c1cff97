"""PyYAML without its C part, as some systems have it: slower, and all else the same."""

from __future__ import annotations

import os
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
RUN = "from befit_cli.cli import app; app(sys.argv[1:], prog_name='befit')"
BUILD = """
from pathlib import Path
from befit_cli.catalogue.translation import compile_catalogues
compiled._file = lambda language: Path(f"{sys.argv[1]}.{language}")
compile_catalogues()
"""
PLAN = ("plan", "--start", "2026-11-23")


def python(code: str, *arguments: str, home: Path) -> str:
    """What a process prints that runs the code, in the folder and with the profile of `home`."""
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env={**os.environ, "BEFIT_PROFILE": str(home / "profile.yaml"), "COLUMNS": "100"},
        cwd=home,
        capture_output=True,
        check=True,
        encoding="utf-8",
    ).stdout


def test_a_plan_is_the_same(tmp_path: Path) -> None:
    (tmp_path / "profile.yaml").write_text("race: half\nkit: [home, dumbbell]\n")
    assert (
        python(BEFORE + RUN, *PLAN, home=tmp_path)
        == python("import sys;" + RUN, *PLAN, home=tmp_path)
        != ""
    )


def test_a_profile_is_written_and_read(tmp_path: Path) -> None:
    assert python(BEFORE + RUN, "init", "--yes", home=tmp_path)
    assert (
        python(BEFORE + RUN, "plan", "--why", home=tmp_path)
        == python("import sys;" + RUN, "plan", "--why", home=tmp_path)
        != ""
    )


@pytest.mark.parametrize("name", ["plan.md", "plan.json"])
def test_a_plan_that_was_written_has_no_fault(name: str, tmp_path: Path) -> None:
    (tmp_path / "profile.yaml").write_text("race: half\n")
    python(BEFORE + RUN, *PLAN, "-o", name, home=tmp_path)
    assert python(BEFORE + RUN, "check", name, home=tmp_path).startswith(f"{name}: ")


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
