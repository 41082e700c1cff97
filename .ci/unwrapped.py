"""Tells what befit's code has in quotes that looks like words for people and that no translator can
find: it stands in none of `_`, `message`, `phrase` and `plural`.

    python .ci/unwrapped.py [FOLDER OR FILE ...]
"""

from __future__ import annotations

import ast
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path

from messages import SAYING

PACKAGE = Path(__file__).parents[1] / "befit_cli"
_OF_A_SENTENCE = re.compile(r"[A-Za-zÀ-ÿ] [A-Za-zÀ-ÿ]|^[A-Z][a-zà-ÿ]+[.?!:]?$")
"""Two words, or one that begins with a capital as a title does."""
_READ_ALOUD = frozenset({"alt", "aria-label", "placeholder", "title"})
_NOT_FOR_PEOPLE = {
    "__init__.py": {"Athlete", "module {} has no attribute {}"},
    "catalogue/compiled.py": {"Content"},
    "cli/__init__.py": {
        # Ctrl-C before anything of befit is loaded
        "Stopped.\n",
        "module {} has no attribute {}",
    },
    "cli/completion.py": {"Option"},
    "cli/environment.py": {"Library/Application Support"},
    "cli/language.py": {
        # what could say it in Spanish is what is missing
        "befit's sentences in the language {} are missing.",
        "Install befit again (pip install -e . in a checkout), or say --lang en.",
    },
    # what befit looks for in what people write, and says nowhere
    "cli/output.py": {"punto y coma"},
    "roster/rows.py": {"puesta a punto", "easier week", "semana de descarga"},
    "runner/clock.py": {"Factory"},
    "runner/corrections.py": {
        *("hard run", "long run", "easy run", "no run", "tirada larga", "rodaje largo"),
        *("long and hard", "hard and long", "larga y fuerte", "fuerte y larga", "otra cosa"),
    },
    "runs/calendar.py": {
        r"training week\b.*|semana de entrenamiento\b.*|"
        r"(?:plan )?(?:week|wk|semana) [0-9]{1,3}(?: (?:of|de) [0-9]{1,3})?"
        r"(?:[\s:,–-]*(?:total|distance|volume|mileage|distancia|volumen)\b.*)?",
    },
    "runner/written_dates.py": {"at|um|à|às|a las|alle"},
    "evidence/progress.py": {"more left", "less left"},
    "evidence/safety.py": {
        # what befit 0.1 said, in English alone
        "Strength work is no shield: nine trials with 1,904 runners show no fewer injuries overall "
        "(Wu 2024); foot training is the exception (Taddei 2020, n = 118). Two or three sessions a "
        "week for 6-20 weeks improve running economy by 2-8 % (Blagrove 2018).",
    },
    "evidence/sets.py": {"hard leg sets", "calf sets"},
    "planning/notes.py": {"backpack and weight", "minutes or session"},
    "planning/repertoire.py": {
        "calf, straight knee",
        "calf, straight knee, weighted",
        "calf work for a sore tendon",
        "fast work",
    },
    "planning/pool.py": {"what was picked is in the repertoire"},
    "saved/phrases.py": {
        "backpack and weight",
        "form after a hold",
        "less left",
        "minutes or session",
        "more left",
        "sets after a hold",
        # what a run's title may say
        "carrera fuerte",
        "carrera larga",
        "entrenamiento fuerte",
        "fondo largo",
        "hard run",
        "long run",
        "rodaje fuerte",
        "rodaje largo",
        "sesión fuerte",
        "tirada larga",
    },
    "saved/reading.py": {"form after a hold", "sets after a hold"},
    "rules/rule.py": {"Case", "Finder"},
    "values/enums.py": {"lateral hip"},
    "cli/program.py": {"befit init\nbefit plan --race half --sessions 3"},
    "views/__init__.py": {"Renderer"},
    "views/exercise_file.py": {
        '<svg xmlns="http://www.w3.org/2000/svg" class="figure" viewBox="{}" role="img">\n'
        "<title>{}</title>\n<desc>{}</desc>\n<style>\n{}</style>\n"
        '<rect class="ground" x="{}" y="{}" width="{}" height="{}"/>\n{}\n</svg>\n',
    },
    "views/findings.py": {"bold red"},
    "views/guide.py": {"bold green", "bold yellow"},
    "views/pdf.py": {
        ".*Expect ugly output",
        # what WeasyPrint is told, and nobody else
        "befit loads nothing",
        r'<path class="body edge"(.*?)( d=".*?")/>',
        r'<path class="line edge"\1\2/><path class="body"\2/>',
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="{}"><style>{}</style>{}</svg>',
    },
    "views/roster.py": {"strike dim"},
    "views/runs.py": {"befit runs {} --as {}"},
    # of characters, by what Unicode calls their kinds
    "views/words.py": {"Cc", "Cs"},
    "yaml/slips.py": {"Infinity"},
}
"""What only looks like words for people, by its file."""
_WITHOUT_WORDS = frozenset(
    {
        # JSON's names and the schema stay English, for programs and editors
        "catalogue/schema.py",
        # what befit looks for in what people write
        "log/app_columns.py",
        "log/app_names.py",
        "log/dose_words.py",
        "runner/alone.py",
        "runner/vocabulary.py",
        "runs/columns.py",
        "runs/signs.py",
        "runs/sizes.py",
        "runs/sports.py",
        "runs/titles.py",
        "saved/former_forms.py",
        "saved/own_words.py",
        "saved/spellings.py",
        # shapes and their classes
        "views/figures/drawing.py",
        "views/figures/shapes.py",
        "views/figures/things.py",
    }
)
"""Files that have no words for people."""


def unwrapped(paths: Iterable[Path] = (PACKAGE,)) -> Iterator[tuple[Path, int, str]]:
    """Each with its file and its line."""
    for path in paths:
        files = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in files:
            name = file.relative_to(PACKAGE).as_posix()
            if name in _WITHOUT_WORDS:
                continue
            known = _NOT_FOR_PEOPLE.get(name, set())
            for line, text in _texts(file):
                if _OF_A_SENTENCE.search(text) and text not in known:
                    yield file, line, text


def _texts(file: Path) -> Iterator[tuple[int, str]]:
    if file.suffix == ".py":
        yield from _of_python(ast.parse(file.read_text()))
    elif file.suffix == ".html":
        # what Jinja puts in is another's to wrap
        bare = re.sub(r"\{[{%#].*?[}%#]\}", "", file.read_text(), flags=re.DOTALL)
        page = _Page()
        page.feed(bare)
        yield from page.texts


def _of_python(node: ast.AST) -> Iterator[tuple[int, str]]:
    """The texts in the node that are in no call of those that say them, and are no docstring."""
    if isinstance(node, ast.Call):
        called = node.func.id if isinstance(node.func, ast.Name) else ""
        if called in SAYING:
            for fact in node.keywords:
                yield from _of_python(fact.value)
            return
        if called == "command":
            # behind its theme and its help stand examples, which are typed so in every language
            for part in (*node.args[:2], *node.keywords):
                yield from _of_python(part)
            return
    elif _is_for_programmers(node):
        return
    elif isinstance(node, ast.JoinedStr):
        parts = [part.value if isinstance(part, ast.Constant) else "{}" for part in node.values]
        yield node.lineno, "".join(map(str, parts))
        for part in node.values:
            if isinstance(part, ast.FormattedValue):
                yield from _of_python(part.value)
        return
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.lineno, node.value
    for child in ast.iter_child_nodes(node):
        yield from _of_python(child)


def _is_for_programmers(node: ast.AST) -> bool:
    """Whether it is a docstring, an assertion, or the names that a module gives away."""
    if isinstance(node, ast.Assign):
        return [ast.unparse(target) for target in node.targets] == ["__all__"]
    docstring = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    return docstring or isinstance(node, ast.Assert)


class _Page(HTMLParser):
    """What a template has between its tags, and in what is read aloud."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[tuple[int, str]] = []

    def handle_data(self, data: str) -> None:
        self.texts.append((self.getpos()[0], data.strip()))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in _READ_ALOUD:
                self.texts.append((self.getpos()[0], value or ""))


def main() -> None:
    paths = [PACKAGE / path for path in sys.argv[1:]] or [PACKAGE]
    by_folder: Counter[str] = Counter()
    for path, line, text in unwrapped(paths):
        name = path.relative_to(PACKAGE)
        by_folder[name.parts[0]] += 1
        print(f"{name}:{line}: {text!r}")
    print(*[f"{number:5} {folder}" for folder, number in by_folder.most_common()], sep="\n")


if __name__ == "__main__":
    main()
