"""From tables to row records, many at a time: a fixed number of queries however many rows."""
