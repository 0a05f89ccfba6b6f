"""The item on show: why it counts, what good proof is, the user's own proof, blanks and result."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from arcareer.content.checklist_models import Blank
from arcareer.domain.checklist import ChecklistClaim, ChecklistItem, ChecklistLine
from arcareer.domain.win_lists import WinSummary
from arcareer_ui.dates import day_and_month
from arcareer_ui.pages.prep.checklist.own_item import NameForm
from arcareer_ui.pages.prep.checklist.states import LOOKS, proofs_of, words_of
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button, IconButton
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.check_box import CheckBox
from arcareer_ui.widgets.chip import Chip
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.icon import Icon
from arcareer_ui.widgets.label import ElideLabel, Label
from arcareer_ui.widgets.layouts import FlowBox
from arcareer_ui.widgets.line_edit import LineEdit
from arcareer_ui.widgets.menu_button import MenuButton, MenuEntry
from arcareer_ui.widgets.rule import Rule
from arcareer_ui.widgets.tab_order import follow_layout

RENAME, HIDE, REMOVE, UP, DOWN = "rename", "hide", "remove", "up", "down"
RESULT = "result"


class ItemPanel(Card):
    """One checklist item. `touched` carries the field that is typed in, `left` comes when a field is left.

    `ticked` carries the hand tick; `link_asked` wants a picker; `opened` and `unlinked` carry a win's id; `acted` an
    act of the menu, `renamed` a new name; `closed` comes when Esc is pressed.
    """

    touched = Signal(str)
    left = Signal()
    ticked = Signal(bool)
    link_asked = Signal()
    opened = Signal(object)
    unlinked = Signal(object)
    acted = Signal(str)
    renamed = Signal(str)
    closed = Signal()

    def __init__(self, blanks: Mapping[str, Blank]) -> None:
        super().__init__(margins=(20, 18, 20, 18), spacing=12)
        self._blanks = blanks
        self._item = ChecklistItem(key="", label="", group="")
        self._claim: ChecklistClaim | None = None
        self._proof: tuple[WinSummary, ...] | None = None
        self.chip = Chip("")
        self._place = Label("", "caption")
        self.menu = MenuButton("", ())
        self.title = Label("", "h1", wrap=True)
        self.form = NameForm(self.tr("Name of this item"), self.tr("Rename"), "pencil")
        self._why = Label("", "small", wrap=True)
        self._good = QWidget()
        self._good_lines = column(self._good, spacing=8)
        self._proof_cards = column(spacing=8)
        self.proofs: list[Card] = []
        self._trash_note = Label("", "caption", wrap=True)
        self.link_button = Button(self.tr("Link a win"), "primary", icon="link-2")
        self._fields = column(spacing=12)
        self.lines: dict[str, LineEdit] = {}
        self.result = LineEdit(placeholder=self.tr("From 21% to 12%"))
        self.tick = CheckBox(self.tr("I am happy with this one"))
        self._lay_out()
        self._connect()

    def show_line(self, line: ChecklistLine, claim: ChecklistClaim, place: str) -> None:
        """Show an item and what is claimed for it, typed words included."""
        look = LOOKS[line.state]
        self.chip.set(words_of(line.state), look.tone, look.icon)
        self._place.setText(place)
        if line.item != self._item:
            self._show_item(line.item)
        self._claim = claim
        filled = dict(claim.blanks)
        for blank, editor in self.lines.items():
            editor.set_text(filled.get(blank, ""))
        self.result.set_text(claim.result)
        blocked = self.tick.blockSignals(True)
        self.tick.setChecked(claim.ticked)
        self.tick.blockSignals(blocked)
        self._show_proof(line)

    def typed(self, claim: ChecklistClaim) -> Mapping[str, object]:
        """Return what stands in the fields of a claim; nothing where another one is on show."""
        if self._claim is None or claim.id != self._claim.id:
            return {}
        blanks = {**dict(claim.blanks), **{blank: editor.text() for blank, editor in self.lines.items()}}
        kept = tuple((blank, text) for blank, text in blanks.items() if text)
        return {"blanks": kept, "result": self.result.text()}

    def ask_name(self) -> None:
        """Ask for another name of an item of the user's own."""
        if self._item.own:
            self.title.hide()
            self.form.start(self._item.label)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def _lay_out(self) -> None:
        top = row(spacing=8)
        top.addWidget(self.chip)
        top.addStretch(1)
        top.addWidget(self._place)
        top.addWidget(self.menu)
        self.add(top)
        for part in (self.title, self.form, self._why, Rule(), self._good, Label(self.tr("Your proof"), "label")):
            self.add(part)
        self.add(self._proof_cards)
        self.add(self._trash_note)
        self.add(FlowBox(self.link_button))
        self.add(Rule())
        self.add(self._fields)
        self.add(Field(self.tr("Result in numbers"), self.result))
        self.add(self.tick)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.menu.chosen.connect(self.acted)
        self.form.named.connect(self._rename)
        self.form.left.connect(self._end_naming)
        self.link_button.clicked.connect(self.link_asked)
        self.tick.toggled.connect(self.ticked)
        self._watch(RESULT, self.result)

    def _watch(self, field: str, editor: LineEdit) -> None:
        editor.textEdited.connect(lambda: self.touched.emit(field))
        editor.left.connect(self.left)

    def _show_item(self, item: ChecklistItem) -> None:
        old, self._item = self._item, item
        self.title.setText(item.label)
        self._why.setText(item.why)
        self._why.setVisible(bool(item.why))
        self._show_menu(item)
        if item.key == old.key:
            return
        self._end_naming()
        self._show_good(item.good_proof)
        self._make_lines(item.blanks)
        self._proof = None

    def _show_menu(self, item: ChecklistItem) -> None:
        entries = [
            MenuEntry(UP, self.tr("Move up"), "arrow-up"),
            MenuEntry(DOWN, self.tr("Move down"), "arrow-down"),
            MenuEntry(HIDE, self.tr("Hide this item"), "eye-off"),
        ]
        if item.own:
            entries.insert(0, MenuEntry(RENAME, self.tr("Rename"), "pencil"))
            entries.append(MenuEntry(REMOVE, self.tr("Remove this item"), "trash-2"))
        self.menu.set_entries(entries)
        self.menu.set_name(self.tr("More actions for: {item}").format(item=item.label))

    def _rename(self, name: str) -> None:
        self._end_naming()
        self.renamed.emit(name)

    def _end_naming(self) -> None:
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self.form.isAncestorOf(focus)
        self.form.hide()
        self.title.show()
        if had_focus:
            self.menu.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_good(self, good: tuple[str, ...]) -> None:
        _clear(self._good_lines)
        self._good.setVisible(bool(good))
        if good:
            self._good_lines.addWidget(Label(self.tr("Good proof looks like"), "label"))
        for text in good:
            part = QWidget()
            line = row(part, spacing=10)
            line.addWidget(Icon("check", "accent", 16), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(Label(text, "small", wrap=True), 1)
            self._good_lines.addWidget(part)

    def _make_lines(self, blanks: tuple[str, ...]) -> None:
        _clear(self._fields)
        self.lines = {}
        for blank in blanks:
            known = self._blanks[blank]
            editor = self.lines[blank] = LineEdit(placeholder=known.hint)
            self._watch(f"blanks/{blank}", editor)
            self._fields.addWidget(Field(known.label, editor))
        follow_layout(self)

    def _show_proof(self, line: ChecklistLine) -> None:
        trashed = len(line.wins) - proofs_of(line)
        self._trash_note.setText(self.tr("In the trash, and not counted: %n win(s)", "", trashed))
        self._trash_note.setVisible(trashed > 0)
        if line.wins == self._proof:
            return
        focus = QApplication.focusWidget()
        had_focus = focus is not None and any(card.isAncestorOf(focus) for card in self.proofs)
        self._proof = line.wins
        _clear(self._proof_cards)
        self.proofs = [self._make_proof(win) for win in line.wins if not win.in_trash]
        for card in self.proofs:
            self._proof_cards.addWidget(card)
        if not self.proofs:
            text = self.tr("No proof linked yet. A win that shows it is all it takes.")
            self._proof_cards.addWidget(Label(text, "small", wrap=True))
        follow_layout(self)
        if had_focus:
            self.link_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_proof(self, win: WinSummary) -> Card:
        card = Card("inset", margins=(14, 8, 6, 8), spacing=0)
        top = row(spacing=4)
        top.addWidget(Label(win.headline, "label", wrap=True), 1)
        unlink = IconButton("unlink-2", self.tr("Take “{win}” from this item").format(win=win.headline), size="compact")
        unlink.clicked.connect(partial(self.unlinked.emit, win.id))
        top.addWidget(unlink, 0, Qt.AlignmentFlag.AlignTop)
        card.add(top)
        note = win.figures[0] if win.figures else self.tr("no number yet")
        text = self.tr("Open") if win.has_number else self.tr("Add number")
        open_button = Button(text, "link", name=self.tr("{act}: {win}").format(act=text, win=win.headline))
        open_button.clicked.connect(partial(self.opened.emit, win.id))
        foot = row(spacing=4)
        foot.addWidget(ElideLabel(f"{day_and_month(win.happened_on)}, {note}", "caption"), 1)
        foot.addWidget(open_button)
        card.add(foot)
        return card


def _clear(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        old = item.widget()
        if old is not None:
            old.hide()
            old.deleteLater()
