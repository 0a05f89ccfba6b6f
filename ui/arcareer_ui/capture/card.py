"""The capture card: one field, one button, what was picked up, and ways into a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from arcareer.content.models import Starter, Theme
from arcareer_ui.capture.field import CaptureField
from arcareer_ui.capture.starters import SHOWN
from arcareer_ui.widgets.boxes import NONE, Margins, column, row
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import FlowBox
from arcareer_ui.widgets.message_line import MessageLine
from arcareer_ui.widgets.rule import Rule
from arcareer_ui.widgets.tab_order import follow_layout

if TYPE_CHECKING:
    from arcareer.services.capture import Capture
    from arcareer_ui.capture.picked_up import PickedUp

READ_AFTER_MS = 150
FRAMED: Margins = (18, 18, 18, 14)


class CaptureCard(Card):
    """Layout and behaviour of the capture; it knows no service. With `starters` it has a frame round both.

    `typed` comes with every change of the text, `rested` 150 ms after the last one; `submitted` carries whether the
    details are wanted next, `customer_offered` a name the user says is a customer's.
    """

    typed = Signal(str)
    rested = Signal(str)
    submitted = Signal(bool)
    customer_offered = Signal(str)

    def __init__(self, themes: Sequence[Theme], starters: StarterRow | None = None) -> None:
        super().__init__("flat" if starters is None else "", margins=NONE if starters is None else FRAMED, spacing=12)
        self._theme = ""
        self._chose_theme = False
        self.field = CaptureField(
            self.tr("What went well this week?"),
            self.tr("One sentence is enough. Add a number if you have one."),
            self.tr("One sentence is enough."),
        )
        self.save = Button(self.tr("Save win"), "primary", size="large", tip=self.tr("Enter"))
        self.message = MessageLine(self.field)
        self._themes = themes
        self._picked: PickedUp | None = None
        line = row(spacing=10)
        line.addWidget(self.field, 1)
        line.addWidget(self.save)
        self.add(line)
        self.add(self.message)
        if starters is not None:
            self.add(Rule())
            self.add(starters)
            starters.picked.connect(self._begin)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(READ_AFTER_MS)
        self._rest.timeout.connect(self._tell_rest)
        self.field.typed.connect(self._changed)
        self.field.submitted.connect(self._submit)
        self.save.clicked.connect(lambda: self._submit(False))
        self._show_state()

    @property
    def picked(self) -> PickedUp:
        """Return what was picked up; it is made with the first letter."""
        if self._picked is None:
            from arcareer_ui.capture.picked_up import PickedUp  # noqa: PLC0415 - kept out of start-up

            picked = PickedUp(self._themes)
            picked.theme_chosen.connect(self._choose_theme)
            picked.customer_offered.connect(self.customer_offered)
            self.body.insertWidget(self.body.indexOf(self.message) + 1, picked)
            follow_layout(self)
            self._picked = picked
        return self._picked

    @property
    def text(self) -> str:
        """Return the sentence without blanks around it."""
        return self.field.text().strip()

    @property
    def theme(self) -> str | None:
        """Return the theme the user chose for this sentence, or None while it is the suggested one."""
        return self._theme if self._chose_theme else None

    def set_text(self, text: str) -> None:
        """Put a sentence back, the caret at its end, and read it at once."""
        self.field.setText(text)
        self._rest.stop()
        self._tell_rest()

    def clear(self) -> None:
        """Be ready for the next sentence: nothing typed, nothing to undo in the field, no theme chosen."""
        self.field.setText("")
        self._rest.stop()
        self._forget_capture()

    def show_capture(self, capture: Capture) -> None:
        """Show what was read, unless the text has changed since."""
        if capture.sentence != self.text:
            return
        self.picked.show_capture(capture)
        if not self._chose_theme:
            self.picked.theme.set_current(capture.theme)

    def read_again(self) -> None:
        """Ask for the sentence to be read once more: customers have changed."""
        if self.text:
            self._tell_rest()

    def focus(self) -> None:
        """Put the caret into the field."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _changed(self) -> None:
        self.message.clear()
        self._show_state()
        if self.text:
            self._rest.start()
        else:
            self._rest.stop()
            self._forget_capture()
        self.typed.emit(self.field.text())

    def _show_state(self) -> None:
        self.save.setEnabled(bool(self.text))
        if self.text or self._picked is not None:
            self.picked.count(len(self.text))
            self.picked.setVisible(bool(self.text))

    def _forget_capture(self) -> None:
        self._chose_theme = False
        if self._picked is not None:
            self._picked.show_capture(None)
            self._picked.theme.set_current("")

    def _tell_rest(self) -> None:
        if self.text:
            self.rested.emit(self.text)

    def _choose_theme(self, theme: str) -> None:
        self._theme, self._chose_theme = theme, True

    def _submit(self, details: bool) -> None:  # noqa: FBT001 - the shape of the field's signal
        if self.text:
            self.submitted.emit(details)

    def _begin(self, sentence: str) -> None:
        self.focus()
        self.field.begin(sentence)


class StarterRow(QWidget):
    """Ways into a sentence; `picked` carries the opening with its gaps. Under them an idea, when one was asked for."""

    picked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._sentences = [""] * SHOWN
        self._caption = Label("", "caption")
        self.buttons = tuple(Button("", "chip") for _ in range(SHOWN))
        for place, button in enumerate(self.buttons):
            button.clicked.connect(lambda _=False, at=place: self.picked.emit(self._sentences[at]))
        self._idea = Label("", "small", wrap=True)
        layout = column(self, spacing=8)
        layout.addWidget(FlowBox(self._caption, *self.buttons))
        layout.addWidget(self._idea)
        self.offer(())

    @property
    def idea(self) -> str:
        """Return the idea on show, or nothing."""
        return self._idea.text()

    def offer(self, starters: Sequence[Starter], caption: str = "", idea: str = "") -> None:
        """Show these starters; without a `caption` the usual one."""
        self._caption.setText(caption or self.tr("Stuck? Start from"))
        self._idea.setText(idea)
        self._idea.setVisible(bool(idea))
        for place, button in enumerate(self.buttons):
            starter = starters[place] if place < len(starters) else None
            button.setVisible(starter is not None)
            self._sentences[place] = starter.sentence if starter else ""
            button.set_label(starter.label if starter else "")
            button.setToolTip(self._sentences[place])
