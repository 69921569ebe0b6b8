"""Tools of the project itself; nothing here is needed to run it."""
