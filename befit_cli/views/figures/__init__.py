"""befit's own drawings of its exercises: a table of poses, and what makes SVG of it."""
