"""The rules of a good plan, each asked of any plan, whoever made it."""
