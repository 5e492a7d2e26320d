"""Pure judgement: objects in, findings out; no database, no clock."""
