"""The pictures of README and docs/, each made from a real run: `python .ci/pictures.py` makes them
all again. The page needs Chromium.
"""

import io
import os
import subprocess
import sys
from collections.abc import Sequence
from hashlib import sha256
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import wrap
from typing import NamedTuple

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from befit_cli import load_catalogue, views
from befit_cli.catalogue.finder import form_called
from befit_cli.values import Group
from befit_cli.views.figures.drawing import drawing

DOCS = Path(__file__).parents[1] / "docs"

_DAY = """
from datetime import date
from befit_cli.cli import environment, main
environment.today = lambda: date(2026, 11, 23)
main()
"""
"""befit on the Monday of the week in the pictures, whenever they are made."""
_WEEK = "befit plan --race half --sessions 3"
"""README's first command."""


class Terminal(NamedTuple):
    """A command, how wide its terminal is, and how many lines of what it prints are seen; the last
    of them fade.
    """

    command: str
    columns: int
    lines: int


TERMINALS = {
    "week.svg": Terminal(_WEEK, columns=100, lines=36),
    "block.svg": Terminal("befit block --race 10k --kit home,dumbbell", columns=80, lines=29),
}


def main() -> None:
    """Make every picture."""
    DOCS.mkdir(exist_ok=True)
    for name, sheet in sheets().items():
        (DOCS / name).write_text(sheet, encoding="utf-8", newline="\n")
    for name, shown in TERMINALS.items():
        (DOCS / name).write_text(terminal(shown), encoding="utf-8", newline="\n")
    photograph(page(), DOCS / "page.webp")
    (DOCS / "page.sha256").write_text(f"{digest(page())}\n", encoding="utf-8", newline="\n")


def terminal(shown: Terminal) -> str:
    """The SVG of a terminal with the command and what it prints, which needs no font and nothing
    else from outside.
    """
    console = Console(record=True, width=shown.columns, file=io.StringIO())
    printed = Text.from_ansi(
        _run(shown.command, COLUMNS=str(shown.columns), FORCE_COLOR="1", TERM="xterm-256color")
    )
    for line in (Text(f"$ {shown.command}\n", "bold"), *printed.split()[: shown.lines]):
        for cell in line.split(
            "  ", include_separator=True
        ):  # each is set at its own column, however wide the letters before it are
            console.print(cell, end="")
        console.print()
    return console.export_svg(
        title="", theme=_THEME, code_format=_FRAME, font_aspect_ratio=0.6, unique_id="befit"
    )


def sheets() -> dict[str, str]:
    """Pictures of figures by their files' names: the thirty exercises, each in the form that is
    called as it is or that most people begin with, and every form of each group.
    """
    exercises = load_catalogue().exercises
    whole = []
    for one in exercises:
        form = form_called(one, one.name) or one.ladder[one.base]
        whole.append((one.name, form.figure))
    drawn = {"exercises.svg": _sheet(whole)}
    for group in Group:
        ladders = [one.ladder for one in exercises if one.group is group]
        forms = [(form.name, form.figure) for ladder in ladders for form in ladder]
        drawn[f"figures-{group}.svg"] = _sheet(forms)
    return drawn


def _sheet(named: Sequence[tuple[str, str | None]]) -> str:
    """Figures with their names below them, in rows; one that is there already is used again."""
    cells = []
    there: set[str] = set()
    for place, (name, figure) in enumerate(named):
        assert figure, f"{name} has no figure"
        x, y = place % _IN_A_ROW * _CELL[0], place // _IN_A_ROW * _CELL[1]
        box, shapes = drawing(figure)
        drawn = f'<use href="#{figure}"/>' if figure in there else f'<g id="{figure}">{shapes}</g>'
        there.add(figure)
        cells.append(
            f'<svg x="{x + 8}" y="{y + 8}" width="{_CELL[0] - 16}" height="150" viewBox="{box}" '
            f'preserveAspectRatio="xMidYMax">{drawn}</svg>'
        )
        for line, text in enumerate(wrap(name, 26, break_on_hyphens=False)):
            cells.append(
                f'<text x="{x + _CELL[0] // 2}" y="{y + 176 + 16 * line}">{escape(text)}</text>'
            )
    rows = -(-len(named) // _IN_A_ROW)
    width, height = _IN_A_ROW * _CELL[0], rows * _CELL[1]
    lines = "\n".join(cells)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="figure" viewBox="0 0 {width} {height}">\n'
        f"<style>\n{_COLOURS.read_text(encoding='utf-8')}{_NAMES}</style>\n"
        f'<rect class="ground" width="{width}" height="{height}"/>\n{lines}\n</svg>\n'
    )


def page() -> str:
    """The page of the same week as it is seen: the sheet that a printer makes of it, and a phone in
    the dark before it.
    """
    week = _run(f"{_WEEK} -f html")
    return _DESK.format(sheet=escape(_printed(week)), phone=escape(_ticked(week, 3)))


def digest(page: str) -> str:
    """What tells a picture of this page from a picture of another."""
    return sha256(page.encode()).hexdigest()


def photograph(page: str, target: Path) -> None:
    """Take a picture of the page with Chromium."""
    with TemporaryDirectory() as folder:
        source = Path(folder, "page.html")
        source.write_text(page, encoding="utf-8")
        command = [
            "chromium",
            *ALONE,
            *_SHARP,
            f"--user-data-dir={folder}/profile",
            f"--screenshot={target}",
            source.as_uri(),
        ]
        subprocess.run(command, check=True, timeout=60, capture_output=True)


def _run(command: str, **environment: str) -> str:
    """What befit prints for somebody without a profile."""
    arguments = [sys.executable, "-c", _DAY, *command.removeprefix("befit ").split()]
    with TemporaryDirectory() as home:
        alone = {
            "PATH": os.environ["PATH"],
            "HOME": home,
            "APPDATA": home,
            "PYTHONIOENCODING": "utf-8",
        }
        return subprocess.run(
            arguments, env=alone | environment, capture_output=True, encoding="utf-8", check=True
        ).stdout


def _printed(page: str) -> str:
    """The page with the style of its print for the screen, which its own policy would forbid."""
    lines = [line for line in page.splitlines() if "Content-Security-Policy" not in line]
    return (
        "\n".join(lines)
        .replace("@media screen", "@media speech")
        .replace("@media print", "@media all")
    )


def _ticked(page: str, sets: int) -> str:
    """The page with the first sets done."""
    return page.replace('<input type="checkbox"', '<input type="checkbox" checked', sets)


_IN_A_ROW = 5
_CELL = (200, 214)
"""The pixels of a figure with its name."""
_COLOURS = Path(views.__file__).with_name("figure.css")
_NAMES = """\
text { fill: var(--body); font: 13px system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; text-anchor: middle; }
"""

_INK, _GREEN, _MAGENTA, _CYAN = (230, 237, 243), (126, 231, 135), (255, 155, 206), (121, 192, 255)
_THEME = TerminalTheme((22, 27, 34), _INK, [_INK, _INK, _GREEN, _INK, _INK, _MAGENTA, _CYAN, _INK])

_FRAME = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">
<style>
.{unique_id}-matrix {{ font: {char_height}px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; }}
{styles}
</style>
<defs>
<linearGradient id="dusk" x2="0" y2="1"><stop offset="0.85" stop-color="white"/><stop offset="1"/></linearGradient>
<mask id="fade" maskContentUnits="objectBoundingBox"><rect width="1" height="1" fill="url(#dusk)"/></mask>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" class="{unique_id}-matrix" mask="url(#fade)">
{matrix}
</g>
</svg>
"""

_DESK = """\
<!doctype html>
<meta charset="utf-8">
<style>
body {{ margin: 0; width: 1200px; height: 630px; overflow: hidden; background: #d9d4c7; }}
iframe {{ border: 0; }}
.sheet, .phone {{ position: absolute; overflow: hidden; box-shadow: 0 2px 16px #0006; }}
.sheet {{ left: 24px; top: 24px; width: 1077px; height: 748px; padding: 22px; background: white; }}
.phone {{ right: 24px; top: 132px; width: 360px; height: 600px; border: 8px solid black; border-radius: 32px; }}
.phone iframe {{ width: 100%; height: 2000px; margin-top: -255px; color-scheme: dark; }}
</style>
<iframe class="sheet" srcdoc="{sheet}"></iframe>
<div class="phone"><iframe srcdoc="{phone}"></iframe></div>
"""

ALONE = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
)
"""Chromium without a window, and without a network."""
_SHARP = ("--disable-lcd-text", "--force-device-scale-factor=1.4", "--window-size=1200,630")

if __name__ == "__main__":
    main()
