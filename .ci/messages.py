"""What befit says, out of its code, and what it says for that in Spanish.

python .ci/messages.py                      tells what is missing, and compiles
python .ci/messages.py views views runs/x.py    keeps data/es-views.po up to date: what these say
python .ci/messages.py --merge              makes of all data/es-*.po the one data/es.po
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from string import Formatter
from typing import Any, NamedTuple

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

PACKAGE = Path(__file__).parents[1] / "befit_cli"
DATA = PACKAGE / "data"
LANGUAGE = "es"
SAYING = {"_": 0, "message": 0, "phrase": 0, "plural": 1}
"""What is called with a sentence, and behind how many other arguments it stands."""
_LITERALS_ONLY = {"message", "phrase", "plural"}
"""Those that are never called with a sentence that is written elsewhere."""
_HEADER = """\
msgid ""
msgstr ""
"Language: es\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""


class Said(NamedTuple):
    """A sentence of the code: what Babel knows it by."""

    id: str | tuple[str, str]
    """Its English; for what is counted, that of one and that of several."""
    sense: str | None
    path: Path


def said(paths: Iterable[Path] = (PACKAGE,)) -> list[Said]:
    """What the files say, and those of the folders; raises SyntaxError where a sentence is no
    literal, so that nobody could find it.
    """
    sentences: list[Said] = []
    for path in paths:
        files = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in files:
            if file.suffix == ".py":
                sentences += _of_python(file)
            elif file.suffix == ".html":
                sentences += _of_template(file)
    return sentences


def translations(paths: Iterable[Path] | None = None) -> Catalog:
    """What the po files have, one catalogue of them all; raises ValueError where two of them say
    the same otherwise.
    """
    together = _empty()
    for path in _po_files() if paths is None else paths:
        for entry in _read(path):
            other = together.get(entry.id, entry.context)
            if other and any(texts(entry)):
                if any(texts(other)) and other.string != entry.string:
                    both = f"{other.string!r} and {entry.string!r}"
                    raise ValueError(f"{entry.id!r} is {both}, the last in {path.name}")
                other.string = entry.string
            _add(together, entry)
    return together


def compile_messages() -> Path:
    """Write what the program reads; returns the file."""
    path = DATA / f"{LANGUAGE}.mo"
    path.write_bytes(compiled())
    return path


def compiled() -> bytes:
    """What the program reads."""
    catalog = translations()
    # the same files make the same bytes, on any day
    catalog.creation_date = catalog.revision_date = datetime(2026, 1, 1, tzinfo=UTC)
    file = BytesIO()
    write_mo(file, catalog)
    return file.getvalue()


def keep_up_to_date(name: str, paths: Iterable[Path]) -> Path:
    """Write the po file of that name with all that these files say and no other po file has: what
    it had is kept, what is new is empty, what nobody says any more is gone.
    """
    path = DATA / f"{LANGUAGE}-{name}.po"
    elsewhere = translations(other for other in _po_files() if other != path)
    before = _read(path) if path.exists() else _empty()
    now = _empty()
    for sentence in said(paths):
        if elsewhere.get(sentence.id, sentence.sense):
            continue
        known = before.get(sentence.id, sentence.sense)
        now.add(
            sentence.id,
            known.string if known else None,
            locations=[(str(sentence.path.relative_to(PACKAGE.parent)), None)],
            flags=known.flags - {"python-brace-format"} if known else (),
            user_comments=known.user_comments if known else (),
            context=sentence.sense,
        )
    _write(path, now)
    return path


def merge() -> None:
    """Make one po file of all of them."""
    together = translations()
    parts = _po_files()
    for path in parts:
        path.unlink()
    _write(DATA / f"{LANGUAGE}.po", together)


def missing(paths: Iterable[Path] = (PACKAGE,)) -> list[str]:
    """What these files say and has no Spanish, each a line with its file."""
    catalog = translations()
    lines = []
    for sentence in said(paths):
        entry = catalog.get(sentence.id, sentence.sense)
        if entry is None or entry.fuzzy or not all(texts(entry)):
            lines.append(f"{sentence.path.relative_to(PACKAGE)}: {sentence.id!r}")
    return list(dict.fromkeys(lines))


def left_over() -> list[str]:
    """What has Spanish and is not said any more."""
    known = {(sentence.id, sentence.sense) for sentence in said()}
    entries = [entry for entry in translations() if entry.id]
    return [repr(entry.id) for entry in entries if (entry.id, entry.context) not in known]


def texts(entry: Any) -> tuple[str, ...]:
    """The Spanish of an entry: one text, or of what is counted that of one and of several."""
    return entry.string if isinstance(entry.string, tuple) else (entry.string,)


@cache
def _of_python(path: Path) -> tuple[Said, ...]:
    return tuple(_said_in(path.read_text(), path))


def _said_in(code: str, path: Path) -> Iterator[Said]:
    nodes = ast.walk(ast.parse(code, str(path)))
    calls = [node for node in nodes if isinstance(node, ast.Call)]
    for call in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
        if not isinstance(call.func, ast.Name):
            continue
        name = call.func.id
        if name not in SAYING or len(call.args) <= SAYING[name]:
            continue
        texts = [_literal(text, name, path) for text in call.args[SAYING[name] :]]
        if name == "plural":
            one, many = texts
            yield Said((str(one), str(many)), None, path)
        elif texts[0] and _has_words(texts[0]):
            senses = [word.value for word in call.keywords if word.arg == "sense"]
            sense = _literal(senses[0], "sense", path) if senses else None
            yield Said(texts[0], sense, path)


def _has_words(template: str) -> bool:
    """Whether anything is left to translate beside its places: of `{day}, {exercise}` nothing."""
    return any(text.strip(" ,.:;·()") for text, *_ in Formatter().parse(template))


def _literal(node: ast.expr, name: str, path: Path) -> str | None:
    """The text that stands there; None where it is that of a name, which is marked elsewhere."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if name in _LITERALS_ONLY or isinstance(node, ast.JoinedStr | ast.BinOp | ast.IfExp):
        raise SyntaxError(f"{path}:{node.lineno}: {name}() wants one text in quotes")
    return None


def _of_template(path: Path) -> Iterator[Said]:
    keywords: Any = {"_": None, "plural": (2, 3)}
    with path.open("rb") as file:
        for _line, id_, _comments, _sense in extract("jinja2.ext:babel_extract", file, keywords):
            yield Said(id_, None, path)  # type: ignore[arg-type]  # Babel's pairs are of any length


def _po_files() -> list[Path]:
    return sorted(DATA.glob(f"{LANGUAGE}*.po"))


def _empty() -> Catalog:
    # Babel would give Spanish a plural of its own for millions
    return read_po(BytesIO(_HEADER.encode()), locale=LANGUAGE)


def _read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=LANGUAGE, abort_invalid=True)


def _write(path: Path, catalog: Catalog) -> None:
    with path.open("wb") as file:
        file.write(_HEADER.encode())
        write_po(
            file, catalog, width=100, sort_by_file=True, omit_header=True, include_lineno=False
        )


def _add(catalog: Catalog, entry: Any) -> None:
    if entry.id:
        catalog.add(
            entry.id,
            entry.string,
            locations=entry.locations,
            flags=entry.flags,
            user_comments=entry.user_comments,
            context=entry.context,
        )


def main() -> None:
    paths = [PACKAGE]
    match sys.argv[1:]:
        case ["--merge"]:
            merge()
        case [name, *names]:
            paths = [PACKAGE / name for name in names]
            keep_up_to_date(name, paths)
    compile_messages()
    print(*missing(paths), sep="\n")
    print(f"{len(missing(paths))} sentences have no Spanish")
    for line in left_over():
        print(f"nobody says {line}")


if __name__ == "__main__":
    main()
