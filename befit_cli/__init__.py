"""befit plans strength training around a runner's own week."""
