"""Pages as Chromium shows and prints them, without a window and without a network."""

from __future__ import annotations

import html
import json
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from pictures import ALONE
from sheets import Sheet, sheets

_ALONE = (*ALONE, "--disable-dev-shm-usage", "--no-pdf-header-footer")

# The pages stand in frames, because a window is never narrower than 500 px; a frame takes its
# colour scheme from where it stands. They are written into them, not loaded: Chromium may hand out
# its document before the frames have loaded.
_MEASURE = """
const ground = element => {
  const colour = getComputedStyle(element).backgroundColor;
  return colour === "rgba(0, 0, 0, 0)" ? ground(element.parentElement) : colour;
};
const says = element => [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim());
const many = (page, selector) => [...page.querySelectorAll(selector)];
const places = page => many(page, "input, button.pause").map(box => box.getBoundingClientRect());
const ticked = page => {
  many(page, "[type=checkbox]").forEach((box, at) => box.checked = at === 0);
  return places(page);
};
const folded = page => {
  const seen = many(page, ".exercise").filter(exercise => exercise.checkVisibility({contentVisibilityAuto: true}));
  const first = seen.slice(0, 1).map(exercise => exercise.getBoundingClientRect().bottom);
  const open = many(page, ".session > details").map(session => session.open);
  many(page, "details").forEach(part => part.open = true);
  return {first, open};
};
const measure = page => ({
  ...folded(page),
  overflow: page.documentElement.scrollWidth - page.documentElement.clientWidth,
  elements: [...page.querySelectorAll("*")].map(element => element.localName),
  columns: new Set(many(page, ".exercise").map(exercise => exercise.getBoundingClientRect().x)).size,
  doses: many(page, ".dose").map(dose => [dose.textContent, dose.scrollWidth - dose.clientWidth, dose.getBoundingClientRect().height]),
  lists: many(page, ".overview > table").map(list => list.offsetWidth / list.parentElement.clientWidth),
  done: many(page, ".done").filter(cell => cell.checkVisibility()).map(cell => cell.textContent),
  boxes: places(page),
  boxesOnceTicked: ticked(page),
  texts: [...page.body.querySelectorAll("*")].filter(says).map(text => [getComputedStyle(text).color, ground(text)]),
});
const clock = (view, day) => {
  view.Date = class extends view.Date {
    constructor(...parts) { super(...(parts.length ? parts : [`${day}T12:00`])); }
  };
};
const shown = ([name, width, scheme], day = "2026-11-23") => {
  const frame = document.body.appendChild(document.createElement("iframe"));
  frame.style = `width: ${width}px; color-scheme: ${scheme}`;
  frame.getBoundingClientRect();  // or its page would not know yet how wide it is
  clock(frame.contentWindow, day);
  frame.contentDocument.write(pages[name]);
  frame.contentDocument.close();
  return frame.contentDocument;
};
"""
_MEASURED = "document.body.textContent = JSON.stringify(views.map(view => measure(shown(view))));"


class View(NamedTuple):
    """A page by its name, how wide it is shown, in CSS pixels, and `light` or `dark`."""

    page: str
    width: int
    scheme: str


class Chromium:
    """One installed Chromium; each call is a new start of it, about a second long."""

    def __init__(self, path: str, folder: Path) -> None:
        self._path = path
        self._folder = folder

    def measure(self, pages: Mapping[str, str], views: list[View]) -> dict[View, Any]:
        """What each view of the pages, given by their names, turns out to be, under the keys of the
        script's `measure`.
        """
        data = f"const pages = {_literal(pages)}, views = {_literal(views)};"
        return dict(zip(views, self._result(f"{data}{_MEASURE}{_MEASURED}"), strict=True))

    def use(self, uses: Sequence[tuple[str, str]]) -> list[Any]:
        """What the script of each use returns, to which `opened()` is its page as it is when
        somebody opens it anew, on a phone and on a day, else on a Monday; nobody has used the page
        before.
        """
        pages = {str(number): page for number, (page, _) in enumerate(uses)}
        used = [
            f"(opened => {{ localStorage.clear(); {script} }})(day => shown(['{number}', 390, 'light'], day))"
            for number, (_, script) in enumerate(uses)
        ]
        data = f"const pages = {_literal(pages)};"
        use = f"document.body.append(JSON.stringify([{', '.join(used)}]));"
        last = "document.querySelectorAll('iframe').forEach(frame => frame.remove());"
        found: list[Any] = self._result(f"{data}{_MEASURE}{use}{last}")
        return found

    def _result(self, script: str) -> Any:
        """The JSON that the script leaves as all of its page's text."""
        done = self._run(
            f"<!doctype html><body><script>{script}document.scripts[0].remove();</script>",
            "--dump-dom",
        ).decode()
        return json.loads(html.unescape(done.split("<body>")[1].split("</body>")[0]))

    def print(self, page: str, paper: str = "A4") -> tuple[Sheet, ...]:
        """The sheets of that paper that the page takes."""
        target = self._folder / "page.pdf"
        on_paper = page.replace("size: landscape", f"size: {paper} landscape")
        # Its own policy would forbid a style that somebody has changed.
        lines = [line for line in on_paper.splitlines() if "Content-Security-Policy" not in line]
        self._run("\n".join(lines), f"--print-to-pdf={target}")
        return sheets(target.read_bytes())

    def _run(self, page: str, *options: str) -> bytes:
        source = self._folder / "page.html"
        source.write_text(page, encoding="utf-8")
        command = [
            self._path,
            *_ALONE,
            f"--user-data-dir={self._folder / 'profile'}",
            *options,
            source.as_uri(),
        ]
        return subprocess.run(command, capture_output=True, check=True, timeout=60).stdout


def _literal(value: object) -> str:
    """The value for a script inside a page, which ends at the first `</script`."""
    return json.dumps(value).replace("<", "\\u003c")
