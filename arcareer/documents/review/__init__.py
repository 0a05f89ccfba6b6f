"""The promotion review: one page that makes the case, and behind it everything the case stands on."""
