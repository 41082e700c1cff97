"""Files: read with a sentence for every failure, written whole or not at all."""

from __future__ import annotations

import os
import stat
import tempfile
import threading
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
            "none/none/new.md",
            "none/none/ cannot be made a folder: No such file or directory. Make its parent first, "
            "or give another name with -o.",
            id="write where no parent of a folder is",
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


def test_who_is_stopped_while_a_file_is_made_leaves_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is there before anybody has heard its name."""
    made = tempfile.mkstemp

    def stopped(**options: Any) -> Any:
        opened, _name = made(**options)
        os.close(opened)
        raise KeyboardInterrupt

    monkeypatch.setattr(tempfile, "mkstemp", stopped)
    with pytest.raises(KeyboardInterrupt):
        files.write({tmp_path / "new" / "a.md": "new"}, force=True)
    assert _left(tmp_path) == {}


def test_the_folder_of_a_file_is_made(tmp_path: Path) -> None:
    files.write({tmp_path / "new" / "a.md": "new"}, force=False)
    assert _left(tmp_path / "new") == {"a.md": "new"}


def test_a_folder_is_not_left_behind_where_its_file_cannot_be(tmp_path: Path) -> None:
    with pytest.raises(BefitError, match="cannot be written: File name too long"):
        files.write({tmp_path / "new" / ("a" * 300): "new"}, force=False)
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


MODES = [0o600, 0o640, 0o664, 0o666, 0o755]


@pytest.mark.parametrize("mode", MODES, ids=oct)
@pytest.mark.parametrize("several", [False, True], ids=["one file", "several"])
def test_a_file_that_is_replaced_keeps_its_mode(mode: int, several: bool, tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("old")
    path.chmod(mode)
    more: dict[Path, str | bytes] = {tmp_path / "b.md": "new"} if several else {}
    files.write({path: "new", **more}, force=True)
    assert (path.read_text(), stat.S_IMODE(path.stat().st_mode)) == ("new", mode)


def test_a_private_file_is_private_again(tmp_path: Path) -> None:
    path = tmp_path / "profile.yaml"
    path.write_text("old")
    path.chmod(0o644)
    files.write({path: "new"}, force=True, private=True)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away")
def test_a_file_that_is_replaced_keeps_its_owner(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("old")
    os.chown(path, 1234, 2345)
    files.write({path: "new"}, force=True)
    assert (path.stat().st_uid, path.stat().st_gid) == (1234, 2345)


def test_where_the_group_cannot_be_kept_no_other_gets_its_rights(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    class Elsewhere:
        st_mode, st_uid, st_gid = 0o100664, 1234, 2345

    monkeypatch.setattr(os, "chown", refuse)
    path = tmp_path / "a.md"
    path.write_text("new")
    there: Any = Elsewhere
    assert files._take_over(path, there) == 0o604


@pytest.mark.parametrize("others", [0, 1], ids=["alone", "after another"])
def test_what_is_read_only_is_refused_even_to_root(others: int, tmp_path: Path) -> None:
    path = tmp_path / "b.md"
    path.write_text("old")
    path.chmod(0o444)
    more: dict[Path, str | bytes] = {tmp_path / "a.md": "new"} if others else {}
    with pytest.raises(BefitError) as raised:
        files.write({**more, path: "new"}, force=True)
    assert str(raised.value) == (
        f"{path} is read-only. Make it writable, or give another name with -o."
    )
    assert _left(tmp_path) == {"b.md": "old"}


LINKS = pytest.mark.parametrize("links", [True, False], ids=["links", "no links"])


@pytest.fixture
def system(monkeypatch: pytest.MonkeyPatch) -> Callable[[bool], None]:
    """A file system that has links, or none."""

    def set_up(links: bool) -> None:
        def refuse(*_: object) -> None:
            raise PermissionError(1, "Operation not permitted")

        if not links:
            monkeypatch.setattr(os, "link", refuse)

    return set_up


@LINKS
def test_a_file_that_came_a_moment_ago_is_never_replaced(
    links: bool,
    system: Callable[[bool], None],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It comes after befit looked for it: when the second file is staged."""
    system(links)
    staged = files._stage

    def stage(path: Path, *rest: Any, **more: Any) -> Any:
        if path.name == "b.md":
            path.write_text("mine")
        return staged(path, *rest, **more)

    monkeypatch.setattr(files, "_stage", stage)
    with pytest.raises(BefitError, match=r"b\.md exists already\. Say --force"):
        files.write({tmp_path / "a.md": "new", tmp_path / "b.md": "new"}, force=False)
    assert _left(tmp_path) == {"b.md": "mine"}


@LINKS
def test_new_files_are_written_on_any_file_system(
    links: bool, system: Callable[[bool], None], tmp_path: Path
) -> None:
    system(links)
    files.write({tmp_path / "a.md": "a", tmp_path / "b.md": "b"}, force=False)
    assert _left(tmp_path) == {"a.md": "a", "b.md": "b"}


@LINKS
@pytest.mark.parametrize("error", [OSError(16, "Device or resource busy"), KeyboardInterrupt()])
def test_where_one_of_several_cannot_be_replaced_all_are_as_they_were(
    error: BaseException,
    links: bool,
    system: Callable[[bool], None],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    system(links)
    (tmp_path / "a.md").write_text("old a")
    (tmp_path / "c.md").write_text("old c")
    replace = Path.replace

    def fail_third(self: Path, target: Path) -> Path:
        if target.name == "c.md":
            raise error
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", fail_third)
    names = [tmp_path / name for name in ("a.md", "b.md", "c.md")]
    expected = BefitError if isinstance(error, OSError) else KeyboardInterrupt
    with pytest.raises(expected) as raised:
        files.write(dict.fromkeys(names, "new"), force=True)
    assert _left(tmp_path) == {"a.md": "old a", "c.md": "old c"}
    if isinstance(error, OSError):
        assert (
            "c.md cannot be written: Device or resource busy. The files before it are as they were."
            in str(raised.value)
        )


def test_what_cannot_be_put_back_is_told_with_where_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text(f"old {name}")
    replace = os.replace

    def fail_from_the_second_on(source: Path, target: Path) -> None:
        if target.name == "b.md" or (tmp_path / "a.md").read_text() == "new":
            raise OSError(5, "Input/output error")
        replace(source, target)

    monkeypatch.setattr(os, "replace", fail_from_the_second_on)
    with pytest.raises(BefitError, match=r"could not be put back .*a\.md \(kept as ") as raised:
        files.write({tmp_path / "a.md": "new", tmp_path / "b.md": "new"}, force=True)
    told = {text for name, text in _left(tmp_path).items() if name in str(raised.value)}
    assert told == {"new", "old a.md", "old b.md"}
    assert len(_left(tmp_path)) == 3


def test_two_names_of_one_file_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("old")
    (tmp_path / "b.md").symlink_to("a.md")
    with pytest.raises(BefitError, match=r"a\.md and .*b\.md are one file\."):
        files.write({tmp_path / "a.md": "1", tmp_path / "b.md": "2"}, force=True)
    assert (tmp_path / "a.md").read_text() == "old"


def test_what_fails_only_when_it_is_closed_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a disk somewhere else in the network does, or one that is full."""
    fdopen = os.fdopen

    def opened(descriptor: int, mode: str) -> Any:
        file = fdopen(descriptor, mode)
        os.close(descriptor)  # so that what is left in the buffer cannot be written
        return file

    monkeypatch.setattr(os, "fdopen", opened)
    with pytest.raises(BefitError, match=r"a\.md cannot be written: Bad file descriptor"):
        files.write({tmp_path / "a.md": "new"}, force=False)
    assert not list(tmp_path.iterdir())


def test_what_cannot_be_removed_is_told(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(BefitError, match=r"folder cannot be removed: .*\. Remove it yourself\."):
        files.remove([tmp_path / "gone.md", tmp_path / "folder"])


def test_what_is_durable_is_on_the_disk_before_it_has_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[list[str]] = []
    monkeypatch.setattr(os, "fsync", lambda _: synced.append(sorted(_left(tmp_path))))
    files.write({tmp_path / "a.md": "new"}, force=False, durable=True)
    ((name,),) = synced
    assert name.startswith(".befit-")


def test_what_a_killed_befit_left_goes_with_the_next_write(tmp_path: Path) -> None:
    killed = os.fork()
    if killed == 0:
        os._exit(0)
    os.waitpid(killed, 0)
    left = [f".befit-{killed}-abcd1234", f".befit-old-{killed}-abcd_234"]
    others = [
        f".befit-{os.getppid()}-abcd1234",  # of a process that still runs
        ".befit-old-abcd1234",  # what could not be put back
        f".befit-{killed}-mine.txt",
        f"befit-{killed}-abcd1234",
    ]
    for name in (*left, *others):
        (tmp_path / name).touch()
    files.write({tmp_path / "plan.md": "plan"}, force=False)
    assert sorted(os.listdir(tmp_path)) == sorted([*others, "plan.md"])


def test_who_wants_a_locked_file_waits_for_it(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("")

    def add(word: str) -> None:
        with files.locked(path):
            before = path.read_text()
            path.write_text(f"{before}{word}")

    others = [threading.Thread(target=add, args=(word,)) for word in "bcd"]
    with files.locked(path):
        for other in others:
            other.start()
        path.write_text("a")
    for other in others:
        other.join()
    assert sorted(path.read_text()) == ["a", "b", "c", "d"]
    assert sorted(_left(tmp_path)) == ["a.yaml"]


def test_a_link_and_what_it_points_to_have_one_lock(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "link.yaml").symlink_to(tmp_path / "folder" / "a.yaml")
    with files.locked(tmp_path / "link.yaml"):
        assert [path.name for path in (tmp_path / "folder").iterdir()] == [".a.yaml.lock"]


def test_a_lock_is_let_go_where_something_fails(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="wrong"), files.locked(tmp_path / "a.yaml"):
        raise ValueError("wrong")
    with files.locked(tmp_path / "a.yaml"):
        pass
    assert list(tmp_path.iterdir()) == []


def test_where_there_are_no_locks_it_goes_on_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(*_: int) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr("fcntl.flock", none)
    with files.locked(tmp_path / "a.yaml"):
        pass


def test_a_file_whose_folder_is_missing_cannot_be_locked(tmp_path: Path) -> None:
    path = tmp_path / "none" / "a.yaml"
    with pytest.raises(BefitError) as raised, files.locked(path):
        pass
    assert str(raised.value) == (
        f"{path} cannot be written: No such file or directory. Check the folder."
    )
