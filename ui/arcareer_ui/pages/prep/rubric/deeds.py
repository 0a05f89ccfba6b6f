"""What can be done with the bullet on show, apart from writing it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from arcareer.domain.bullets import Bullet, BulletVersion
from arcareer.domain.changes import Change
from arcareer_ui.acts import Acts
from arcareer_ui.pages.prep.rubric.editor import COPY, DOWN, REMOVE, UP
from arcareer_ui.pages.prep.rubric.view import MINE, RubricView
from arcareer_ui.pages.prep.rubric.writing import BulletWriting

if TYPE_CHECKING:
    from uuid import UUID

    from arcareer.services.bullets import BulletService
    from arcareer.services.copying import CopyService


class Deeds(QObject):
    """Acts on the bullet that `writing` holds. `told` can be undone, `noted` and `announced` are only said."""

    told = Signal(str)
    noted = Signal(str)
    announced = Signal(str)

    def __init__(
        self,
        view: RubricView,
        writing: BulletWriting,
        bullets: BulletService,
        acts: Acts,
        copying: Callable[[], CopyService],
    ) -> None:
        super().__init__(view)
        self._view, self._writing, self._bullets, self._acts, self._copying = view, writing, bullets, acts, copying
        view.editor.sheet_asked.connect(self.toggle_sheet)
        view.editor.acted.connect(self._act)
        view.versions.return_asked.connect(self._go_back_to)
        view.list.removal_asked.connect(self.remove)

    def move(self, step: int) -> None:
        """Move the bullet among all, in the user's own order."""
        if self._view.order.current != MINE:
            self.noted.emit(self.tr("Bullets can be moved in “My order”."))
            return
        bullet = self._stored()
        if bullet is None:
            return
        ids = [one.id for one in self._bullets.all()]
        at = ids.index(bullet.id) + step
        if 0 <= at < len(ids) and self._acts.do(partial(self._bullets.move, bullet, at), self.tr("Move bullet")):
            self.announced.emit(self.tr("Place {at} of {total}").format(at=at + 1, total=len(ids)))

    def toggle_sheet(self) -> None:
        """Put the bullet on the brag sheet, or take it off."""
        bullet = self._stored()
        if bullet is None:
            return
        on = not bullet.in_brag_sheet
        label = self.tr("Add bullet to brag sheet") if on else self.tr("Take bullet off brag sheet")
        if self._acts.do(partial(self._bullets.set_in_brag_sheet, bullet, on), label):
            self.told.emit(self.tr("On the brag sheet") if on else self.tr("Off the brag sheet"))

    def remove(self) -> None:
        """Remove the bullet; the next one takes its place."""
        bullet = self._stored()
        if bullet is None:
            return
        heir = self._heir(bullet.id)
        if self._acts.do(partial(self._bullets.remove, bullet), self.tr("Remove bullet")):
            if heir is not None:
                self._view.list.choose(heir)
            self.told.emit(self.tr("Bullet removed"))

    def _heir(self, identity: UUID) -> UUID | None:
        ids = [line.id for line in self._view.list.items]
        if identity not in ids:
            return None
        at = ids.index(identity)
        return next(iter((*ids[at + 1 : at + 2], *ids[at - 1 : at])), None)

    def _act(self, act: str) -> None:
        acts: dict[str, Callable[[], None]] = {
            UP: partial(self.move, -1),
            DOWN: partial(self.move, 1),
            COPY: self._copy,
            REMOVE: self.remove,
        }
        acts[act]()

    def _copy(self) -> None:
        bullet = self._stored()
        if bullet is not None:
            QGuiApplication.clipboard().setText(self._copying().outward(bullet.text))
            self.noted.emit(self.tr("Bullet copied"))

    def _go_back_to(self, version: BulletVersion) -> None:
        bullet = self._stored()
        if bullet is None:
            return

        def go_back() -> Change:
            return self._bullets.go_back_to(bullet, version)

        if self._acts.do(go_back, self.tr("Go back to an earlier bullet")):
            self.told.emit(self.tr("This bullet reads as it did then"))

    def _stored(self) -> Bullet | None:
        """Return the bullet with all that was typed in it."""
        self._writing.flush()
        return self._writing.bullet
