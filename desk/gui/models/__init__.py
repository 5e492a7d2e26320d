"""Item models: keyed, dumb, tested alone."""
