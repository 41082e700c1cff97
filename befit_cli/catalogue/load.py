"""The exercises to plan from: befit's own as the build compiled them, or those of a YAML file."""

from __future__ import annotations

from pathlib import Path

from befit_cli.catalogue import compiled
from befit_cli.values import Catalogue


def load_catalogue(path: Path | None = None) -> Catalogue:
    """The catalogue in the file at `path`, or befit's own; a file that extends befit's has its
    exercises too.

    Raises `BefitError` for a file that cannot be read or is over 1 MB, and `FileFaults` for one
    that has faults.
    """
    if path is None and (known := compiled.load()):
        return known
    from befit_cli.catalogue.reader import read_catalogue

    return read_catalogue(path or compiled.bundled())
