"""Files: read with a sentence for every failure, written whole or not at all."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from befit_cli import files
from befit_cli.errors import BefitError


def _left(folder: Path) -> dict[str, str]:
    """Every file there, hidden ones too, with its content."""
    return {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}


def test_text_and_bytes_are_written_as_they_are(tmp_path: Path) -> None:
    files.write({tmp_path / "a.md": "2 × 8\n", tmp_path / "b.json": b"{}\n"}, force=False)
    assert (tmp_path / "a.md").read_bytes() == "2 × 8\n".encode()
    assert (tmp_path / "b.json").read_bytes() == b"{}\n"
    assert sorted(_left(tmp_path)) == ["a.md", "b.json"]


def test_what_was_written_is_read() -> None:
    assert files.read(Path(__file__)) == Path(__file__).read_bytes()


@pytest.mark.parametrize("existing", ["a.md", "b.md"])
def test_none_is_written_where_one_exists(existing: str, tmp_path: Path) -> None:
    (tmp_path / existing).write_text("mine")
    with pytest.raises(BefitError, match=f"{existing} exists already") as raised:
        files.write({tmp_path / "a.md": "new", tmp_path / "b.md": "new"}, force=False)
    assert "--force" in raised.value.hint
    assert _left(tmp_path) == {existing: "mine"}


def reads(path: Path, most: int = 10) -> None:
    files.read(path, most)


def writes(path: Path) -> None:
    files.write({path: "new"}, force=False)


@pytest.mark.parametrize(
    ("do", "name", "sentence"),
    [
        pytest.param(
            reads,
            "none.md",
            "There is no file none.md. Check the path.",
            id="read what is not there",
        ),
        pytest.param(
            reads, "folder", "folder is not a file. Give the path of a file.", id="read a folder"
        ),
        pytest.param(
            reads,
            "n" * 300,
            f"{'n' * 300} cannot be read: File name too long. Give a file that you may read.",
            id="read what cannot be",
        ),
        pytest.param(
            writes,
            "old.md",
            "old.md exists already. Say --force to overwrite it, or give another name with -o.",
            id="write over a file",
        ),
        pytest.param(
            writes,
            "folder",
            "folder is there and is no file. Give the name of a file with -o, or - for stdout.",
            id="write over a folder",
        ),
        pytest.param(
            writes,
            "none/new.md",
            "none/new.md cannot be written: No such file or directory. Check the folder, or give "
            "another name with -o.",
            id="write where no folder is",
        ),
        pytest.param(
            files.make_folder,
            "none/new",
            "none/new cannot be made a folder: No such file or directory. Make its parent first, "
            "or give another name with -o.",
            id="make a folder where none is",
        ),
    ],
)
def test_what_cannot_be_is_told_with_what_to_do(
    do: Callable[[Any], object],
    name: str,
    sentence: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("old.md").write_text("old")
    Path("folder").mkdir()
    with pytest.raises(BefitError) as raised:
        do(name if do is files.make_folder else Path(name))
    assert str(raised.value) == sentence


def test_a_file_may_be_as_large_as_is_said_and_no_larger(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"x" * 2_000_000)
    assert len(files.read(path, 2_000_000)) == 2_000_000
    path.write_bytes(b"x" * 2_000_001)
    with pytest.raises(BefitError) as raised:
        files.read(path, 2_000_000)
    assert (
        str(raised.value)
        == f"{path} is over 2 MB, too big for befit. Check that it is the right file."
    )


def test_force_overwrites(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("old")
    files.write({tmp_path / "a.md": "new"}, force=True)
    assert _left(tmp_path) == {"a.md": "new"}


def test_a_rename_that_fails_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.md").write_text("old")

    def fail(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(BefitError, match=r"a\.md cannot be written: No space left on device\."):
        files.write({tmp_path / "a.md": "new", tmp_path / "b.md": "new"}, force=True)
    assert _left(tmp_path) == {"a.md": "old"}


@pytest.mark.parametrize("error", [OSError("no more"), KeyboardInterrupt()])
def test_a_write_that_stops_half_way_leaves_no_file_of_any(
    error: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second file fails; the first one, whole already, does not appear either."""
    (tmp_path / "a.md").write_text("old")
    modes: list[int] = []

    def fail_second(self: Path, mode: int) -> None:
        modes.append(mode)
        if len(modes) == 2:
            raise error

    monkeypatch.setattr(Path, "chmod", fail_second)
    expected = BefitError if isinstance(error, OSError) else KeyboardInterrupt
    with pytest.raises(expected) as raised:
        files.write({tmp_path / "a.md": "new", tmp_path / "b.md": "new"}, force=True)
    assert _left(tmp_path) == {"a.md": "old"}
    if isinstance(error, OSError):
        assert "b.md cannot be written: no more." in str(raised.value)


def test_no_folder_is_made_for_a_file(tmp_path: Path) -> None:
    with pytest.raises(BefitError, match=r"a\.md cannot be written: No such file or directory"):
        files.write({tmp_path / "no" / "a.md": "new"}, force=False)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(("umask", "mode"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_the_mode_is_what_the_umask_leaves(umask: int, mode: int, tmp_path: Path) -> None:
    before = os.umask(umask)
    try:
        files.write({tmp_path / "a.md": "new"}, force=False)
        assert os.umask(umask) == umask
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a.md").stat().st_mode) == mode


@pytest.mark.parametrize("there", [True, False])
def test_a_link_keeps_pointing_to_what_is_written(there: bool, tmp_path: Path) -> None:
    target, link = tmp_path / "target.md", tmp_path / "link.md"
    if there:
        target.write_text("old")
    link.symlink_to(target)
    files.write({link: "new"}, force=True)
    assert link.is_symlink()
    assert target.read_text() == "new"


@pytest.mark.parametrize("force", [True, False])
def test_a_pipe_or_folder_is_never_replaced_by_a_file(force: bool, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    for name in ("pipe", "folder"):
        with pytest.raises(BefitError, match=f"{name} is there and is no file"):
            files.write({tmp_path / name: "new"}, force=force)
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder", "pipe"]


def test_a_name_that_the_system_refuses_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(BefitError, match="cannot be written: File name too long"):
        files.write({tmp_path / ("a" * 300): "new"}, force=False)


def test_what_is_missing_or_a_folder_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(BefitError, match=r"There is no file .*nowhere\.md\."):
        files.read(tmp_path / "nowhere.md")
    with pytest.raises(BefitError, match="is not a file"):
        files.read(tmp_path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_what_may_not_be_read_or_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("secret")
    (tmp_path / "a.md").chmod(0)
    with pytest.raises(BefitError, match="cannot be read: Permission denied"):
        files.read(tmp_path / "a.md")
    tmp_path.chmod(0o500)
    with pytest.raises(BefitError, match="cannot be written: Permission denied"):
        files.write({tmp_path / "b.md": "new"}, force=False)
    tmp_path.chmod(0o700)


def test_a_folder_is_one_that_is_there_or_a_name_that_ends_like_one(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("")
    assert files.is_folder(str(tmp_path))
    assert files.is_folder(f"{tmp_path}/weeks/")
    assert not files.is_folder(str(tmp_path / "a.md"))
    assert not files.is_folder(str(tmp_path / "weeks"))
