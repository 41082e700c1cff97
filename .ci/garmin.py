"""The names of Garmin's exercises, as fit-tool has them: `python .ci/garmin.py` writes the list that
befit ships.
"""

from collections.abc import Iterator

from fit_tool.profile import profile_type

from befit_cli.catalogue.garmin import GARMIN_FILE


def names() -> Iterator[str]:
    """`squat/goblet_squat` and so on, category by category."""
    for category in profile_type.ExerciseCategory:
        enum = f"{category.name.title().replace('_', '')}ExerciseName"
        for exercise in getattr(profile_type, enum, ()):
            yield f"{category.name}/{exercise.name}".lower()


if __name__ == "__main__":
    GARMIN_FILE.write_text("".join(f"{name}\n" for name in names()), encoding="utf-8")
