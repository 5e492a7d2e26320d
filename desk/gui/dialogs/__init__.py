"""Windows that ask before something is made or leaves the office."""
