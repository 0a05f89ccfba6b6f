"""Value checklist: what a promotion case is expected to show, item by item."""
