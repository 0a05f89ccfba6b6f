"""Follow-up: escalate or offer a plan, and the reminders of an invoice with their days."""
