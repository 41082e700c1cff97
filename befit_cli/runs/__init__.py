"""A running plan -> what it has on each day, and the key runs of its weeks."""
