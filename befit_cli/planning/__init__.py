"""(athlete, catalogue, season) -> a plan: days, exercises, doses, minutes, easier weeks."""
