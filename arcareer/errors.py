"""The kinds of failure: the user can mend it, the machine is at fault, or it is our bug (any other exception)."""

from __future__ import annotations


class UserError(Exception):
    """Something the user can put right; its text is shown as it is."""


class EnvironmentFault(Exception):  # noqa: N818 - the field's word for disk, lock and damage
    """Disk, lock, permission or damage; its text says what happened, what was kept and what to do."""


class StaleEdit(UserError):  # noqa: N818 - it names the edit, not an error class
    """The stored value is no longer the one an edit started from; nothing was overwritten."""
