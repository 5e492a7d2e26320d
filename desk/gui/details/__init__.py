"""What the detail pane shows: one form a thing, saved as you go."""
