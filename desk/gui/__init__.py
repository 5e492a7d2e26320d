"""The window: the only part of the desk that knows Qt."""
