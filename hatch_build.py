"""A step of the build: befit's exercises are compiled, so that a command need not read YAML."""

import sys
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileExercises(BuildHookInterface):  # type: ignore[type-arg]  # hatchling's own example leaves it out, too
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        sys.path.insert(0, self.root)
        from befit_cli.catalogue.compiled import bundled, write
        from befit_cli.catalogue.reader import read_catalogue

        build_data["artifacts"].append(str(write(read_catalogue(bundled())).relative_to(self.root)))
