"""The item on show: why it counts, what good proof is, the user's own proof, blanks and number."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from arcareer.content.checklist_models import Blank
from arcareer.domain.checklist import ChecklistLine, ClaimState
from arcareer.domain.win_lists import WinSummary
from arcareer_ui.dates import day_and_month
from arcareer_ui.pages.prep.states import words_of
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button, IconButton
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.check_box import CheckBox
from arcareer_ui.widgets.chip import Chip
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.icon import Icon
from arcareer_ui.widgets.label import ElideLabel, Label, Paragraph
from arcareer_ui.widgets.layouts import FlowBox
from arcareer_ui.widgets.line_edit import LineEdit
from arcareer_ui.widgets.menu_button import MenuButton, MenuEntry
from arcareer_ui.widgets.rule import Rule
from arcareer_ui.widgets.styling import Tone

HIDE, REMOVE, UP, DOWN = "hide", "remove", "up", "down"
_TONES: dict[ClaimState, tuple[Tone, str]] = {
    ClaimState.MISSING: ("plain", "circle-dashed"),
    ClaimState.CLAIMED: ("plain", "circle-dot-dashed"),
    ClaimState.EVIDENCED: ("warn", "hash"),
    ClaimState.EVIDENCED_WITH_NUMBER: ("accent", "circle-check"),
}


class ItemPanel(Card):
    """One checklist item. `touched` comes while something is typed, `left` when a line is left.

    `ticked` carries the hand tick; `link_asked` wants a picker; `opened` and `unlinked` carry a win's id; `acted` an
    act of the menu.
    """

    touched = Signal()
    left = Signal()
    ticked = Signal(bool)
    link_asked = Signal()
    opened = Signal(object)
    unlinked = Signal(object)
    acted = Signal(str)

    def __init__(self, blanks: Mapping[str, Blank]) -> None:
        super().__init__(margins=(22, 18, 22, 18), spacing=12)
        self._blanks = blanks
        self._key = ""
        self.chip = Chip("")
        self._place = Label("", "caption")
        self.menu: MenuButton | None = None
        self._top = row(spacing=8)
        self._top.addWidget(self.chip)
        self._top.addStretch(1)
        self._top.addWidget(self._place)
        self.body.addLayout(self._top)
        self.title = Label("", "h1", wrap=True)
        self.add(self.title)
        self._why = Paragraph("", "small", "text2")
        self.add(self._why)
        self.add(Rule())
        self._good = QWidget()
        self.add(self._good)
        self._proof_title = Label(self.tr("Your proof"), "label")
        self.add(self._proof_title)
        self._proof = column(spacing=8)
        self.body.addLayout(self._proof)
        self._inputs = column(spacing=12)
        self.body.addLayout(self._inputs)
        self.result = LineEdit(placeholder=self.tr("From 21% to 12% overdue, January to June"))
        self.lines: dict[str, LineEdit] = {}
        self.add(Field(self.tr("Result in numbers"), self.result))
        self.tick = CheckBox(self.tr("I am happy with this one"))
        self.add(self.tick)
        self.link_button = Button(self.tr("Link a win"), "primary", icon="link-2")
        self.add(FlowBox(self.link_button))
        self.body.addStretch(1)
        self.result.textEdited.connect(self.touched)
        self.result.left.connect(self.left)
        self.tick.toggled.connect(self.ticked)
        self.link_button.clicked.connect(self.link_asked)

    def show_line(self, line: ChecklistLine, place: str, *, keep_typed: bool = False) -> None:
        """Show an item; with `keep_typed` the fields that are being typed in are left alone."""
        item, claim = line.item, line.claim
        tone, icon = _TONES[line.state]
        self.chip.set(words_of(line.state), tone, icon)
        self._place.setText(place)
        self.title.setText(item.label)
        self._why.set_text(item.why)
        self._why.setVisible(bool(item.why))
        if item.key != self._key:
            self._key = item.key
            self._show_good(item.good_proof)
            self._show_menu(own=item.own)
            self._make_lines(item.blanks)
        if not keep_typed:
            filled = dict(claim.blanks) if claim else {}
            for blank, editor in self.lines.items():
                editor.set_text(filled.get(blank, ""))
            self.result.set_text(claim.result if claim else "")
        blocked = self.tick.blockSignals(True)
        self.tick.setChecked(bool(claim and claim.ticked))
        self.tick.blockSignals(blocked)
        self._show_proof(line)

    def typed(self) -> tuple[Mapping[str, str], str]:
        """Return what stands in the blanks and in the result."""
        return {blank: editor.text() for blank, editor in self.lines.items()}, self.result.text()

    def _show_menu(self, *, own: bool) -> None:
        entries = [
            MenuEntry(UP, self.tr("Move up"), "arrow-up"),
            MenuEntry(DOWN, self.tr("Move down"), "arrow-down"),
            MenuEntry(HIDE, self.tr("Hide this item"), "eye-off"),
        ]
        if own:
            entries += [MenuEntry(REMOVE, self.tr("Remove this item"), "trash-2")]
        if self.menu is not None:
            self._top.removeWidget(self.menu)
            self.menu.hide()
            self.menu.deleteLater()
        self.menu = MenuButton(self.tr("More actions for this item"), entries)
        self.menu.chosen.connect(self.acted)
        self._top.addWidget(self.menu)

    def _show_good(self, good: tuple[str, ...]) -> None:
        fresh = QWidget()
        lines = column(fresh, spacing=8)
        if good:
            lines.addWidget(Label(self.tr("Good proof looks like"), "label"))
        for text in good:
            line = row(spacing=10)
            line.addWidget(Icon("check", "accent", 16), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(Label(text, "small", wrap=True), 1)
            lines.addLayout(line)
        self.body.replaceWidget(self._good, fresh)
        self._good.hide()
        self._good.deleteLater()
        self._good = fresh

    def _make_lines(self, blanks: tuple[str, ...]) -> None:
        while (item := self._inputs.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self.lines = {}
        for blank in blanks:
            known = self._blanks[blank]
            editor = LineEdit(placeholder=known.hint)
            editor.textEdited.connect(self.touched)
            editor.left.connect(self.left)
            self.lines[blank] = editor
            self._inputs.addWidget(Field(known.label, editor))

    def _show_proof(self, line: ChecklistLine) -> None:
        while (item := self._proof.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        living = [win for win in line.wins if not win.in_trash]
        if not living:
            text = self.tr("No proof linked yet. A win that shows it is all it takes.")
            self._proof.addWidget(Label(text, "small", wrap=True))
        for win in living:
            self._proof.addWidget(self._make_proof(win))

    def _make_proof(self, win: WinSummary) -> Card:
        card = Card("inset", margins=(14, 10, 8, 10), spacing=8, horizontal=True)
        words = column(spacing=2)
        words.addWidget(ElideLabel(win.headline, "strong"))
        note = win.figures[0] if win.figures else self.tr("no number yet")
        words.addWidget(ElideLabel(f"{day_and_month(win.happened_on)}, {note}", "caption"))
        card.body.addLayout(words, 1)
        text = self.tr("Open") if win.has_number else self.tr("Add number")
        open_button = Button(text, "link", name=self.tr("{act}: {win}").format(act=text, win=win.headline))
        open_button.clicked.connect(partial(self.opened.emit, win.id))
        unlink = IconButton("unlink-2", self.tr("Take “{win}” from this item").format(win=win.headline))
        unlink.clicked.connect(partial(self.unlinked.emit, win.id))
        card.add(open_button)
        card.add(unlink)
        return card
