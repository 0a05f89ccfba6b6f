"""Lasting messages above every page: sample data, recovery, trouble with the file."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from arcareer_ui.widgets.boxes import column


class BannerSlot(QWidget):
    """A column of banners by key; takes no room while there is none."""

    def __init__(self) -> None:
        super().__init__()
        self._banners: dict[str, QWidget] = {}
        self._column = column(self, margins=(32, 16, 32, 0), spacing=8)
        self.hide()

    def put(self, key: str, banner: QWidget) -> None:
        """Show a banner, in place of one with the same key."""
        self.remove(key)
        self._banners[key] = banner
        self._column.addWidget(banner)
        self.show()

    def remove(self, key: str) -> None:
        """Take a banner away, if it is there."""
        banner = self._banners.pop(key, None)
        if banner is not None:
            banner.hide()
            banner.deleteLater()
        self.setVisible(bool(self._banners))

    def banner(self, key: str) -> QWidget | None:
        """Return a banner on show."""
        return self._banners.get(key)
