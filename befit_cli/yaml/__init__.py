"""YAML text -> data, with the place of every fault."""
