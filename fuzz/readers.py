"""Coverage-guided fuzzing of everything that befit reads: only a value or a BefitError may come
out.

    pip install atheris
    python fuzz/readers.py catalogue -max_total_time=150

The readers are catalogue, profile, log, plan.md and plan.json; what follows goes to libFuzzer, such as a
folder to keep what it finds. It begins with sound files. A file that breaks a reader is left in the
working folder, and is a test before it is mended.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from tempfile import mkdtemp

import atheris

sys.path.append(str(Path(__file__).parents[1] / "tests"))

with atheris.instrument_imports(include=["befit_cli", "markdown_it", "yaml"]):
    from drawn_log import AWAY, SESSION
    from sample_catalogue import GOOD, TEN_LINES, WALL_SLIDES
    from shown_work import left_out

    from befit_cli import Athlete, check_plan, load_catalogue
    from befit_cli.catalogue.reader import parse_catalogue
    from befit_cli.errors import BefitError
    from befit_cli.log.entries import item_of
    from befit_cli.log.log_file import append, undo
    from befit_cli.planning.planner import make_plan
    from befit_cli.planning.season import plan_season
    from befit_cli.runner.profile import load_profile
    from befit_cli.runner.words import read_athlete
    from befit_cli.runner.written_profile import profile_text
    from befit_cli.saved.plan_file import read_plan
    from befit_cli.values import Day, Niggle
    from befit_cli.views import render

MONDAY = date(2027, 1, 4)
CATALOGUE = load_catalogue()
FOLDER = Path(mkdtemp(prefix="befit-fuzz-"))


def main() -> None:
    name, *options = sys.argv[1:]
    seeds, read = READERS[name]
    corpus = FOLDER / "corpus"
    corpus.mkdir()
    for number, seed in enumerate(seeds()):
        (corpus / str(number)).write_text(seed, encoding="utf-8")
    atheris.Setup([sys.argv[0], *options, str(corpus)], lambda text: only_befit_errors(read, text))
    atheris.Fuzz()


def only_befit_errors(read: Callable[[bytes], None], text: bytes) -> None:
    with suppress(BefitError):
        read(text)


def catalogues() -> list[str]:
    return [GOOD, TEN_LINES, f"extends: befit\nwithout: [pull-ups]\nexercises:\n{WALL_SLIDES}"]


def read_a_catalogue(text: bytes) -> None:
    parse_catalogue(text, "my.yaml")


def profiles() -> list[str]:
    athlete = Athlete(
        hard_runs=(Day.TUE, Day.THU),
        niggles=(Niggle.ITB,),
        without=("squats",),
        race_date=date(2027, 4, 18),
    )
    return [
        profile_text(Athlete(), MONDAY),
        profile_text(athlete, MONDAY),
        "hard: [tue, thu]\nkit:\n- band\n- box\n",
    ]


def read_a_profile(text: bytes) -> None:
    profile = FOLDER / "profile.yaml"
    profile.write_bytes(text)
    said, catalogue = load_profile(profile, None)
    read_athlete(said, catalogue)


def logs() -> list[str]:
    return [
        f"{item_of(SESSION)}{item_of(AWAY)}",
        "# mine\n- date: 2026-11-24\n  did: {rows: [{reps: 8, kg: [16]}, {hold: 20}]}\n",
    ]


def read_a_log(text: bytes) -> None:
    """What is added to it can be taken back."""
    log = FOLDER / "log.yaml"
    log.write_bytes(text)
    append(log, SESSION)
    assert undo(log) == SESSION


def plans(format: str) -> list[str]:
    athlete = Athlete(minutes=15, niggles=(Niggle.ITB,))
    season = plan_season(athlete, MONDAY)
    texts = []
    for week in (season[0], season[-1]):
        plan = make_plan(athlete, CATALOGUE, (week,))
        texts.append(str(render(plan, format, catalogue=CATALOGUE)))
    return texts


def read_a_plan(text: bytes, name: str) -> None:
    """What is read can be asked every rule, and written and read again."""
    plan = read_plan(text, name, CATALOGUE)
    if name.endswith(".md"):
        assert not left_out(text.decode("utf-8-sig"), plan)
    check_plan(plan, CATALOGUE)
    content = str(render(plan, "json", catalogue=CATALOGUE))
    assert read_plan(content.encode(), "plan.json", CATALOGUE) == plan


READERS = {
    "catalogue": (catalogues, read_a_catalogue),
    "profile": (profiles, read_a_profile),
    "log": (logs, read_a_log),
    "plan.md": (lambda: plans("md"), lambda text: read_a_plan(text, "plan.md")),
    "plan.json": (lambda: plans("json"), lambda text: read_a_plan(text, "plan.json")),
}

if __name__ == "__main__":
    main()
