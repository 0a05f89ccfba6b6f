"""Use cases, one class a noun; mutators return the edit they applied."""
