"""A plan that was saved -> the plan."""
