"""The exercises to plan from: befit's own as the build compiled them, or those of a YAML file."""

from __future__ import annotations

from pathlib import Path

from befit_cli.catalogue import compiled
from befit_cli.errors import UsageError
from befit_cli.values import Catalogue


def load_catalogue(path: Path | None = None, language: str = "en") -> Catalogue:
    """The catalogue in the file at `path`, or befit's own, in that language: `en` or `es`. A file
    that extends befit's has its exercises too; what nobody says in the language, in `my.es.yaml`
    beside `my.yaml` or in befit's own words for it, is as the file has it.

    Raises `UsageError` for another language, `BefitError` for a file that cannot be read or is over
    1 MB, and `FileFaults` for one that has faults.
    """
    if language not in compiled.LANGUAGES:
        raise UsageError(f"befit speaks {' and '.join(compiled.LANGUAGES)}, and not '{language}'.")
    if path is None and (ready := compiled.load(language)):
        return ready
    from befit_cli.catalogue.translation import read_translated

    return read_translated(path or compiled.bundled(), language)
