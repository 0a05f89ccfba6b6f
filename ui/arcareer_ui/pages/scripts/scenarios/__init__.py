"""The tab Scenarios: playbooks and their runs."""
