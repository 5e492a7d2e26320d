"""Sections of the window."""
