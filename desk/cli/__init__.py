"""The command line: the second client of the services."""
