"""A folder of profiles, or one file for all -> the runners of a roster."""

from __future__ import annotations

import functools
import os
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

from befit_cli import files
from befit_cli.catalogue.load import load_catalogue
from befit_cli.errors import BefitError, FileFaults, did_you_mean
from befit_cli.language import Language, _, every, message, spoken
from befit_cli.runner.beside import is_log, log_beside
from befit_cli.runner.decoding import decoded
from befit_cli.runner.letters import folded
from befit_cli.runner.options import CATALOGUE, RUNS
from befit_cli.runner.profile import KEYS, SECTIONS, LoadCatalogue, load_profile, read_profile
from befit_cli.runner.rows import Row, read_rows
from befit_cli.runner.vocabulary import KEY_WORDS
from befit_cli.values import Catalogue
from befit_cli.yaml.nodes import Fault, Node, compose, located, shown

if TYPE_CHECKING:
    from befit_cli.yaml.outline import Outline

NAME = "name"
DEFAULTS = "defaults"
ATHLETES = "athletes"
PROFILES = (".yaml", ".yml")
"""How the names of profiles end."""
_HOW_TO_BEGIN = message(
    "befit roster --import list.csv -o team/ makes a folder of profiles, and befit init --profile "
    "team/ana.yaml one profile."
)
_MOST_BYTES = 5_000_000
"""Of a file for all: five thousand profiles as short as a coach writes them."""
_MOST_ROWS = 5_000
_EMPTY = ("-", "–", "—", "n/a")
"""What people write into a cell of a table that has nothing."""
_NOT_IN_NAMES = re.compile(r"[\W_]+")
_NAMES_FILE = re.compile(
    rf"""^(?:{CATALOGUE.name}|{RUNS.name}) *: *["']?(.+?)["']? *(?:#.*)?$""", re.MULTILINE
)
"""A line of a profile that names a file of its own."""
_SAYS_NAME = re.compile(rf"""^{NAME} *: *["']?(.+?)["']? *(?:#.*)?$""", re.MULTILINE)
"""A line of a profile that says what its runner is called."""


class Member(NamedTuple):
    """A runner of a roster."""

    key: str
    """What their files are called, without an ending."""
    place: str
    """Where their profile stands: a file, and in a file for all the line."""
    read: Callable[[], tuple[dict[str, Any], Catalogue]]
    """Brings what their profile says, by the option's name, and the exercises to plan from, in
    their language where it says one; raises BefitError for what cannot be read and FileFaults for
    what has faults.
    """
    log: Path
    """Their log, whether it is there or not."""


def read_members(path: Path, catalogue: Path | None) -> list[Member]:
    """The runners whose profiles are in the folder or the file, in the order of their files' names;
    the exercises of `catalogue` beat those of a profile. Of two who would have one name for their
    files neither can be read.

    Raises BefitError where there are none, and where the file cannot be read.
    """

    def load(file: Path | None, said: Language | None) -> Catalogue:
        return loaded(file, said or spoken())

    # a catalogue that many have is loaded once
    loaded = functools.cache(load_catalogue)
    if not files.is_there(path):
        raise BefitError(
            _("There is no folder {path}, and no such file.", path=path), _(_HOW_TO_BEGIN)
        )
    if os.path.isdir(path):
        members = list(_of_folder(path, catalogue, load))
    elif path.suffix.lower() in PROFILES:
        members = list(_of_list(path, catalogue, load))
    else:
        members = list(_of_table(path, catalogue, load))
    if not members:
        raise BefitError(_("There is no runner in {path}.", path=path), _(_HOW_TO_BEGIN))
    members.sort(key=lambda member: member.key.casefold())
    return list(_with_own_names(members))


def is_roster(outline: Outline) -> bool:
    """Whether a YAML file is one for all runners, by its keys; a bare list of profiles is meant for
    one.
    """
    if outline.listed:
        return not outline.keys.isdisjoint((*KEYS, *SECTIONS))
    return not outline.keys.isdisjoint((DEFAULTS, ATHLETES))


def key_of(name: str) -> str:
    """What the files of who is called that are called: `ana-perez`, of Ana Pérez; empty where no
    letter and no number is in the name.
    """
    return "-".join(_NOT_IN_NAMES.sub(" ", " ".join(folded(name))).split())


def profiles_in(folder: Path) -> list[Path]:
    """The files of the folder that may be runners' profiles, by name; raises BefitError where it
    cannot be read.
    """
    try:
        names = sorted(os.listdir(folder))
    except OSError as error:
        raise BefitError(
            _("{path} cannot be read: {reason}.", path=folder, reason=files.reason_of(error)),
            _("Give a folder that you may read."),
        ) from error
    found = []
    for name in names:
        path = folder / name
        if path.suffix.lower() in PROFILES and not name.startswith(".") and not is_log(name):
            found.append(path)
    return found


def profile_called(name: str, folder: Path) -> Path:
    """The profile in the folder of who is called that, or whose files are; also where it is the
    beginning of one name alone. Where nobody is, the one that they would have.
    """
    key = key_of(name)
    profiles = profiles_in(folder) if folder.is_dir() else []
    begun: list[Path] = []
    for path in profiles:
        if name in (path.stem, path.name):
            return path
        names = [key_of(path.stem), *map(key_of, _found_in(path, _SAYS_NAME))]
        if key and key in names:
            return path
        if key and any(known.startswith(key) for known in names):
            begun.append(path)
    return begun[0] if len(begun) == 1 else folder / f"{key or name}{PROFILES[0]}"


def _of_folder(folder: Path, catalogue: Path | None, load: LoadCatalogue) -> Iterator[Member]:
    profiles = profiles_in(folder)
    named = {_real(profile.parent, name) for profile in profiles for name in _files_in(profile)}
    for profile in profiles:
        read = functools.partial(load_profile, profile, catalogue, load)
        # exercises and running plans may be files of the same kind, in the same folder
        if os.path.realpath(profile) in named and not _is_profile(read):
            continue
        place = os.fsencode(profile).decode(errors="replace")
        yield Member(Path(place).stem, place, read, log_beside(profile))


def _files_in(profile: Path) -> list[str]:
    """The names of the files that the profile names."""
    return [name for name in _found_in(profile, _NAMES_FILE) if "\0" not in name]


def _found_in(profile: Path, pattern: re.Pattern[str]) -> list[str]:
    """What the pattern finds in the profile's text; nothing in one that cannot be read, of which
    whoever reads it will tell.
    """
    try:
        return pattern.findall(decoded(files.read(profile)))
    except BefitError:
        return []


def _is_profile(read: Callable[[], object]) -> bool:
    try:
        read()
    except BefitError:
        return False
    return True


def _real(folder: Path, name: str) -> str:
    return os.path.realpath(folder / os.path.expanduser(name))


def _of_list(path: Path, catalogue: Path | None, load: LoadCatalogue) -> Iterator[Member]:
    """The runners of a YAML file that has all of them."""
    root, faults = compose(files.read(path, _MOST_BYTES))
    if root is None:
        raise located(str(path), faults)
    if not isinstance(root.data, dict) or not isinstance(root.data.get(ATHLETES), list):
        raise BefitError(
            _("{path} has no {key}.", path=path, key=ATHLETES),
            _(
                "A roster in one file is a list of them, and what all have above it as {defaults}; "
                "or give a folder with a profile for each.",
                defaults=DEFAULTS,
            ),
        )
    faults += [
        (
            node.place,
            _(
                "unknown key {key}; the keys are {keys}",
                key=shown(key),
                keys=every([DEFAULTS, ATHLETES]),
            ),
        )
        for key, node in root.keys.items()
        if key not in (DEFAULTS, ATHLETES)
    ]
    common = root.parts.get(DEFAULTS, Node({}, root.place))
    if not isinstance(common.data, dict | None):
        wrong = _("{defaults} are lines such as race: half", defaults=DEFAULTS)
        faults.append((common.place, wrong))
    if faults:
        raise located(str(path), faults)
    athletes = root.parts[ATHLETES].parts.values()
    _refuse_nameless(path, athletes)
    for athlete in athletes:
        whole = athlete
        if isinstance(athlete.data, dict):
            whole = Node(
                {**(common.data or {}), **athlete.data},
                athlete.place,
                {**common.parts, **athlete.parts},
                {**common.keys, **athlete.keys},
            )
        yield _of_file(path, whole, catalogue, load)


def _of_table(path: Path, catalogue: Path | None, load: LoadCatalogue) -> Iterator[Member]:
    """The runners of a table with a row for each, whose head has the keys of a profile."""
    text = decoded(files.read(path, _MOST_BYTES))
    rows = read_rows(text, str(path), most=_MOST_ROWS, less=_("Make it several files."))
    if not rows:
        raise BefitError(
            _("{path} has no row.", path=path),
            _("Its head has the keys: {keys}.", keys=", ".join(KEYS)),
        )
    head, *others = rows
    # spreadsheets leave columns behind that nobody wrote in
    filled = [
        column
        for column, cell in enumerate(head.cells)
        if cell or any(row.cell(column) for row in others)
    ]
    keys = _keys(path, head, filled)
    athletes: list[Node] = []
    for row in others:
        parts: dict[str, Node] = {}
        for column, key in zip(filled, keys, strict=True):
            cell = row.cell(column)
            if cell and cell.lower() not in _EMPTY:
                parts[key.data] = Node(cell, (row.line, column + 1))
        data = {key: part.data for key, part in parts.items()}
        athletes.append(Node(data, (row.line, 1), parts, {key.data: key for key in keys}))
    _refuse_nameless(path, athletes)
    for athlete in athletes:
        yield _of_file(path, athlete, catalogue, load)


def _keys(path: Path, head: Row, columns: Iterable[int]) -> list[Node]:
    """The keys of a profile that a table's head names in these columns, in their order."""
    faults: list[Fault] = []
    keys: list[Node] = []
    for column in columns:
        cell = head.cell(column)
        said = "-".join(folded(cell))
        key = KEY_WORDS.get(said, said)
        place = (head.line, column + 1)
        if key in SECTIONS:
            wrong = _(
                "{said} has more than a cell can: write it in a profile of their own",
                said=shown(cell),
            )
            faults.append((place, wrong))
        elif key not in KEYS:
            nearest = did_you_mean(key, KEYS)
            nearest = nearest or _("; the keys are {keys}", keys=", ".join(KEYS))
            wrong = _("{said} is no key of a profile{nearest}", said=shown(cell), nearest=nearest)
            faults.append((place, wrong))
        elif key in [known.data for known in keys]:
            twice = _("{said} is the head of two columns", said=shown(cell))
            faults.append((place, twice))
        keys.append(Node(key, place))
    if faults:
        raise located(str(path), faults)
    return keys


def _refuse_nameless(path: Path, athletes: Iterable[Node]) -> None:
    """Raise FileFaults where runners have no name, for their files are called by it."""
    fault = _("this runner has no name; write name: Ana, for their files are called by it")
    if faults := [(athlete.place, fault) for athlete in athletes if not _key(athlete)]:
        raise located(str(path), faults)


def _key(athlete: Node) -> str:
    named = athlete.parts.get(NAME)
    return "" if named is None else key_of(str(named.data))


def _of_file(path: Path, athlete: Node, catalogue: Path | None, load: LoadCatalogue) -> Member:
    """The runner whose profile is a part of the file."""
    key = _key(athlete)
    own = path.with_name(f"{key}.yaml")
    read = functools.partial(read_profile, athlete, (), path, own, catalogue, load)
    line, *_column = athlete.place
    return Member(key, f"{path}:{line}", read, log_beside(own))


def _with_own_names(members: Iterable[Member]) -> Iterator[Member]:
    """The members, by name; a file system may take `Ana` and `ana` for one."""
    for _key, same in groupby(members, lambda member: member.key.casefold()):
        first, *others = same
        if not others:
            yield first
            continue
        yield _refused(first, others[0])
        for other in others:
            yield _refused(other, first)


def _refused(member: Member, other: Member) -> Member:
    """The member, of whom nothing is read, for their files would be those of the other."""

    def refuse() -> NoReturn:
        fault = _(
            "the files of {other} would be called {name}, too; give one of them another name, "
            "such as {name}-2",
            other=other.place,
            name=member.key,
        )
        raise FileFaults((f"{member.place}: {fault}",))

    return member._replace(read=refuse)
