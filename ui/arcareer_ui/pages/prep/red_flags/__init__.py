"""Red flags: what makes a reader hesitate, in a text or in a whole resume."""
