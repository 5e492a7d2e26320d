"""Pictures of every page and dialog, for the tour and to look at before a release."""
