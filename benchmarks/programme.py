"""Eight weeks of five exercises by streprogen, made as its own introduction makes them."""

from streprogen import Program

LIFTS = (("Squat", 80), ("Bench press", 60), ("Deadlift", 100), ("Row", 50), ("Press", 40))


def programme() -> Program:
    """Five exercises on each of two days a week."""
    program = Program("Eight weeks", duration=8)
    for day in ("A", "B"):
        with program.Day(day):
            for name, weight in LIFTS:
                program.DynamicExercise(name, start_weight=weight)
    program.render()
    return program


if __name__ == "__main__":
    print(programme())
