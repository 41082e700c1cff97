"""A coach's runners: who they are, and where each of them stands."""
