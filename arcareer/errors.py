"""The kinds of failure: the user can mend it, the machine is at fault, or it is our bug (any other exception)."""

from __future__ import annotations


class UserError(Exception):
    """Something the user can put right; its text is shown as it is."""


class FieldProblem(UserError):  # noqa: N818 - the field's content is the problem
    """What was entered in one field cannot be kept as it is; `field` names it as the value does."""

    def __init__(self, field: str, text: str) -> None:
        super().__init__(text)
        self.field = field


class EnvironmentFault(Exception):  # noqa: N818 - the field's word for disk, lock and damage
    """Disk, lock, permission or damage; its text says what happened, what was kept and what to do."""


class StaleEdit(UserError):  # noqa: N818 - it names the edit, not an error class
    """The stored value is no longer the one an edit started from; nothing was overwritten.

    `stored` is the value in the library (None where it is gone), `wanted` the one that was to take its place.
    """

    def __init__(self, text: str, stored: object = None, wanted: object = None) -> None:
        super().__init__(text)
        self.stored = stored
        self.wanted = wanted
