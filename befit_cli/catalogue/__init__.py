"""The exercises: a YAML file -> the catalogue, or every fault with its place."""
