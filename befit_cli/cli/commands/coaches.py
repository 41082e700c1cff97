"""For coaches: what befit knows, for other programs."""

from __future__ import annotations

import typer

from befit_cli.cli.options import Options
from befit_cli.cli.program import command


@command(
    "For coaches",
    "Print the JSON Schema of a catalogue, for your editor.",
    "befit schema",
    "befit schema > befit.schema.json",
)
def schema(_: Options) -> None:
    import json

    from befit_cli.catalogue.load import load_catalogue
    from befit_cli.catalogue.schema import catalogue_schema

    typer.echo(json.dumps(catalogue_schema(load_catalogue().by_id), indent=2))
