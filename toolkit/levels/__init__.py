"""The use cases of the level above, and of what goes to the public and to analysts."""
