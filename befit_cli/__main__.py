"""`python -m befit_cli` is `befit`."""

from befit_cli.cli import main

main()
