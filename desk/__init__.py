"""Pandurata: the desk for delegation visits."""

__version__ = "0.1.0"
