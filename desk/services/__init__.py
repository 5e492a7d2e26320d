"""Use cases: one file per noun, one function per thing a person does."""
