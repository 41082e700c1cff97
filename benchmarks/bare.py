"""The least that a command of befit's kind does: Typer reads two options, Rich prints three tables
as large as a plan's.
"""

import typer
from rich.console import Console
from rich.table import Table

app = typer.Typer()
TITLES = ("Exercise", "Dose", "Effort", "Rest", "Cue")
ROW = (
    "Kettlebell or dumbbell deadlift",
    "2 × 10 each side",
    "stop with 3 left",
    "75 s",
    "Keep the whole foot planted",
)


@app.command()
def plan(race: str = "10k", sessions: int = 2) -> None:
    console = Console()
    for _ in range(3):
        table = Table(title=f"{race}, {sessions} sessions")
        for title in TITLES:
            table.add_column(title)
        for _ in range(7):
            table.add_row(*ROW)
        console.print(table)


app()
