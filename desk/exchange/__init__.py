"""Reading people from files of every kind, and writing them to files that other programs read."""
