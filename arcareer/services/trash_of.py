"""The trash of values kept as a whole: away for 30 days, then gone."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final, Generic, Protocol, TypeVar
from uuid import UUID

from arcareer.domain.changes import EntityKind

if TYPE_CHECKING:
    from arcareer.storage.store import Store

KEPT_IN_TRASH: Final = timedelta(days=30)


class Throwable(Protocol):
    """A value that can lie in the trash."""

    @property
    def id(self) -> UUID:
        """Return the identity."""

    @property
    def trashed_at(self) -> datetime | None:
        """Return since when it lies in the trash, an instant in UTC, or None."""


T = TypeVar("T", bound=Throwable)


class TrashOf(Generic[T]):
    """What of one kind lies in the trash, and its end."""

    def __init__(self, store: Store, kind: EntityKind) -> None:
        self._store = store
        self._kind = kind

    def all(self) -> tuple[T, ...]:
        """Return what lies in the trash, the last thrown away first."""
        with self._store.read() as unit:
            found: Iterable[T] = unit.repository(self._kind).all()
        thrown = [(one.trashed_at, one) for one in found if one.trashed_at is not None]
        return tuple(one for _, one in sorted(thrown, key=lambda pair: pair[0], reverse=True))

    def empty(self, before: datetime | None = None) -> int:
        """Remove for good what was thrown away before an instant, or everything; return how many that were."""
        gone = [one.id for one in self.all() if before is None or (one.trashed_at or before) < before]
        if gone:
            with self._store.write() as unit:
                unit.remove_thrown_for_good(self._kind, gone)
                unit.commit()
        return len(gone)

    def purge_expired(self, now: datetime) -> int:
        """Remove for good what was in the trash for 30 days; return how many that were."""
        return self.empty(now - KEPT_IN_TRASH)
