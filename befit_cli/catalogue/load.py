"""The exercises to plan from: befit's own as the build compiled them, or those of a YAML file."""

from __future__ import annotations

from pathlib import Path

from befit_cli.catalogue import compiled
from befit_cli.language import Language, spoken
from befit_cli.values import Catalogue


def load_catalogue(path: Path | None = None, language: Language | None = None) -> Catalogue:
    """The catalogue in the file at `path`, or befit's own, in that language or else in the one that
    is spoken. A file that extends befit's has its exercises too; what nobody says in the language,
    in `my.es.yaml` beside `my.yaml` or in befit's own words for it, is as the file has it.

    Raises `BefitError` for a file that cannot be read or is over 1 MB, and `FileFaults` for one
    that has faults.
    """
    language = language or spoken()
    path = path or compiled.bundled()
    if path == compiled.bundled() and (known := compiled.load(language)):
        return known
    from befit_cli.catalogue.translation import read_translated

    return read_translated(path, language)
