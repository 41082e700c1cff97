"""A step of the build: befit's exercises, figures and Spanish are compiled, so that none reads YAML
or a translator's file.
"""

import sys
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileData(BuildHookInterface):  # type: ignore[type-arg]  # hatchling's own example leaves it out, too
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        sys.path[:0] = [self.root, f"{self.root}/.ci"]
        from messages import compile_messages

        from befit_cli.catalogue.figures import compile_figures
        from befit_cli.catalogue.translation import compile_catalogues

        # The figures first: an exercise may name none that is not there.
        for path in (compile_figures(), *compile_catalogues(), compile_messages()):
            build_data["artifacts"].append(str(path.relative_to(self.root)))
