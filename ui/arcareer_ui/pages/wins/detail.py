"""One win with everything that belongs to it; every field is stored while it is typed."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from arcareer.content.competency_models import Competency
from arcareer.content.models import Theme
from arcareer.domain.journal import HEADLINE_LIMIT, Win
from arcareer_ui.commands import CHECK_WORDING
from arcareer_ui.dates import long_weekday_and_date
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button, IconButton
from arcareer_ui.widgets.combo import Combo
from arcareer_ui.widgets.date_field import DateField
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.grow_text import GrowText
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import AutoGrid, FlowBox
from arcareer_ui.widgets.line_edit import LineEdit
from arcareer_ui.widgets.message_line import MessageLine
from arcareer_ui.widgets.scroll import Scroll
from arcareer_ui.widgets.tab_order import follow_layout

CHECKED = ("headline", "situation", "action", "outcome")
NO_THEME = ""
COUNT_FROM = 100  # characters of the headline's room left


class DetailView(QFrame):
    """The fields of a win. `touched` carries the name of a field being typed in, `picked` a field and what was picked.

    `left` comes when a text was left; `back_asked` leaves a detail that lies over the list; `trash_asked`,
    `restore_asked`, `history_asked` and `answer_asked` act on the win; `wording_asked` carries the text to be checked,
    or nothing.
    """

    touched = Signal(str)
    left = Signal()
    picked = Signal(str, object)
    back_asked = Signal()
    trash_asked = Signal()
    restore_asked = Signal()
    history_asked = Signal()
    answer_asked = Signal()
    wording_asked = Signal(str)

    def __init__(self, themes: Sequence[Theme], competencies: Sequence[Competency]) -> None:
        super().__init__()
        self.setObjectName("pane")
        self.headline = GrowText(self.tr("What went well"), role="title", bare=True, one_line=True)
        self._headline_message = MessageLine(self.headline)
        options = [(NO_THEME, self.tr("No theme")), *((theme.id, theme.label) for theme in themes)]
        self.theme = Combo(self.tr("Theme"), options)
        self.day = DateField(self.tr("Date"))
        self.texts: dict[str, GrowText] = {
            "situation": GrowText(lines=2),
            "action": GrowText(lines=2),
            "outcome": GrowText(lines=2),
            "proof": GrowText(lines=1),
            "private_notes": GrowText(lines=1),
        }
        self.editors = {"headline": self.headline, **self.texts}
        self.colleagues = LineEdit(placeholder=self.tr("Names, with commas between them"))
        self._other_competencies: tuple[str, ...] = ()
        self._last_headline = self._text_left = ""
        self.fields = self._make_fields()
        self._chips = {one.id: Button(one.label, "chip", checkable=True) for one in competencies}
        self.body = QWidget()
        self._layout = column(self.body, margins=(28, 20, 20, 84), spacing=14)
        self._scroll = Scroll(self.body, clear=True)
        column(self, margins=(1, 1, 0, 0)).addWidget(self._scroll)
        self._lay_out()
        self._connect()

    @property
    def date_words(self) -> str:
        """Return the day in words."""
        return self._date.text()

    @property
    def headline_message(self) -> str:
        """Return what is said about the headline, or nothing."""
        return self._headline_message.text

    def begin(self) -> None:
        """Start at the headline of another win."""
        self._text_left = ""
        self.clear_problems()

    def insert(self, part: QWidget, *, before: str) -> None:
        """Put an editor of its own in front of a field."""
        self._layout.insertWidget(self._layout.indexOf(self.fields[before]), part)

    def add_on_top(self, part: QWidget) -> None:
        """Put something between the actions and the headline."""
        self._layout.insertWidget(1, part)
        self.settle_tab_order()
        self.scroll_to_top()

    def settle_tab_order(self) -> None:
        """Let Tab go through the detail as it is read."""
        follow_layout(self.body)

    def scroll_to_top(self) -> None:
        """Show the headline."""
        self._scroll.verticalScrollBar().setValue(0)

    def add(self, part: QWidget) -> None:
        """Put an editor of its own at the end."""
        self._layout.insertWidget(self._layout.count() - 1, part)

    def show_win(self, win: Win, *, but: Collection[str] = ()) -> None:
        """Show a win; the fields named by `but` hold something that cannot be kept and are left alone."""
        self._last_headline = win.headline
        self._date.setText(long_weekday_and_date(win.happened_on))
        for name, editor in self.editors.items():
            if name not in but:
                editor.set_text(getattr(win, name))
        if "colleagues" not in but and self._names != win.colleagues:
            self.colleagues.set_text(", ".join(win.colleagues))
            self.colleagues.setCursorPosition(0)
        if "happened_on" not in but:
            self.day.set_value(win.happened_on)
        self._show_theme(win.theme)
        self._show_competencies(win.competencies)
        self.trash_button.setVisible(not win.in_trash)
        self.answer_button.setVisible(not win.in_trash)
        self.restore_button.setVisible(win.in_trash)
        self.wording_button.setVisible(not win.in_trash)
        self._note_length()

    def typed(self, win: Win) -> Mapping[str, Any]:
        """Return the typed fields; a headline that is empty for the moment keeps its last words."""
        values: dict[str, Any] = {name: editor.text for name, editor in self.editors.items()}
        values["headline"] = values["headline"] if values["headline"].strip() else win.headline
        values["colleagues"] = self._names
        return values

    def put_text(self, name: str, text: str) -> None:
        """Put text into a field as if it had been typed."""
        self.editors[name].set_text(text)
        self.touched.emit(name)

    def ask_for_wording(self) -> None:
        """Ask for the text that is being written, or was written last, to be checked."""
        written = next((name for name in CHECKED if self.editors[name].hasFocus()), self._text_left)
        self.wording_asked.emit(written)

    def settle(self) -> None:
        """Read a date that is half typed."""
        self.day.settle()

    def show_problem(self, field: str, text: str) -> None:
        """Say under a field why its content cannot be kept."""
        if field == "headline":
            self._headline_message.show_problem(text)
        elif field in self.fields:
            self.fields[field].show_problem(text)

    def clear_problems(self, *, but: Collection[str] = ()) -> None:
        """Take the messages of all fields away but those of some."""
        if "headline" not in but:
            self._headline_message.clear()
            self._note_length()
        for name, field in self.fields.items():
            if name not in but:
                field.clear_message()

    def set_over_list(self, over: bool) -> None:  # noqa: FBT001 - reads like a Qt setter
        """Show the way back while the detail lies over the list."""
        self.back_button.setVisible(over)

    def _make_fields(self) -> dict[str, Field]:
        words = {
            "situation": (self.tr("What was going on"), ""),
            "action": (self.tr("What I did"), ""),
            "outcome": (self.tr("What changed"), ""),
            "proof": (self.tr("Proof I could show"), ""),
            "private_notes": (self.tr("Private notes"), self.tr("Never printed on any document")),
        }
        fields = {name: Field(label, self.texts[name], hint) for name, (label, hint) in words.items()}
        fields["theme"] = Field(self.tr("Theme"), self.theme)
        fields["happened_on"] = Field(self.tr("Date"), self.day)
        fields["colleagues"] = Field(self.tr("Colleagues who were part of it"), self.colleagues)
        return fields

    def _lay_out(self) -> None:
        top = row(spacing=8)
        self.back_button = Button(self.tr("Back to the list"), "link", icon="arrow-left")
        self.back_button.hide()
        self._date = Label("", "small")
        self.history_button = IconButton("history", self.tr("Earlier versions"), checkable=True)
        self.restore_button = Button(self.tr("Restore"), "quiet", icon="undo-2", size="compact")
        self.trash_button = IconButton("trash-2", self.tr("Move win to trash"), shortcut=self.tr("Del"))
        top.addWidget(self.back_button)
        top.addWidget(self._date)
        self.answer_button = Button(self.tr("Make a STAR answer"), "quiet", icon="messages-square", size="compact")
        buttons = (self.answer_button, self.history_button, self.restore_button, self.trash_button)
        top.addWidget(FlowBox(*buttons, line_spacing=0, at_end=True), 1)
        self._layout.addLayout(top)
        head = column(spacing=4)
        head.addWidget(self.headline)
        head.addWidget(self._headline_message)
        self._layout.addLayout(head)
        self._layout.addWidget(AutoGrid((self.fields["theme"], self.fields["happened_on"]), min_width=200))
        for name in ("situation", "action", "outcome"):
            self._layout.addWidget(self.fields[name])
        self._layout.addLayout(self._make_wording_line())
        chips = QWidget()
        lines = column(chips, spacing=6)
        lines.addWidget(Label(self.tr("What it shows about you"), "label"))
        lines.addWidget(FlowBox(*self._chips.values()))
        self._layout.addWidget(chips)
        for name in ("colleagues", "proof", "private_notes"):
            self._layout.addWidget(self.fields[name])
        self._layout.addStretch(1)

    def _make_wording_line(self) -> QHBoxLayout:
        tip = self.tr("See what makes a reader hesitate in the text you wrote last")
        self.wording_button = Button(
            self.tr("Check the wording"), "link", icon="scan-text", tip=f"{tip} ({CHECK_WORDING.keys})"
        )
        line = row()
        line.addWidget(self.wording_button)
        line.addStretch(1)
        return line

    def _connect(self) -> None:
        for name in CHECKED:
            self.editors[name].left.connect(partial(setattr, self, "_text_left", name))
        self.wording_button.clicked.connect(self.ask_for_wording)
        for name, editor in self.editors.items():
            editor.edited.connect(partial(self.touched.emit, name))
            editor.left.connect(self.left)
        self.headline.edited.connect(self._note_length)
        self.headline.left.connect(self._bring_headline_back)
        self.colleagues.textEdited.connect(lambda: self.touched.emit("colleagues"))
        self.colleagues.left.connect(self.left)
        self.theme.chosen.connect(partial(self.picked.emit, "theme"))
        self.day.picked.connect(partial(self.picked.emit, "happened_on"))
        for chip in self._chips.values():
            chip.toggled.connect(self._pick_competencies)
        self.back_button.clicked.connect(self.back_asked)
        self.trash_button.clicked.connect(self.trash_asked)
        self.restore_button.clicked.connect(self.restore_asked)
        self.history_button.clicked.connect(self.history_asked)
        self.answer_button.clicked.connect(self.answer_asked)

    @property
    def _names(self) -> tuple[str, ...]:
        return tuple(name.strip() for name in self.colleagues.text().split(",") if name.strip())

    def _show_theme(self, theme: str) -> None:
        if self.theme.findData(theme) < 0:
            self.theme.addItem(theme, theme)  # one that is not offered any more
        self.theme.set_current(theme)

    def _show_competencies(self, competencies: Sequence[str]) -> None:
        self._other_competencies = tuple(one for one in competencies if one not in self._chips)
        for key, chip in self._chips.items():
            blocked = chip.blockSignals(True)
            chip.setChecked(key in competencies)
            chip.blockSignals(blocked)

    def _pick_competencies(self) -> None:
        chosen = tuple(key for key, chip in self._chips.items() if chip.isChecked())
        self.picked.emit("competencies", (*chosen, *self._other_competencies))

    def _note_length(self) -> None:
        """Tell how much room the headline has left when it is getting long."""
        left = HEADLINE_LIMIT - len(self.headline.text)
        if 0 <= left <= COUNT_FROM:
            self._headline_message.show_note(self.tr("Room for %n more character(s)", "", left))
        elif left > COUNT_FROM:
            self._headline_message.clear()

    def _bring_headline_back(self) -> None:
        if not self.headline.text.strip():
            self.headline.set_text(self._last_headline)
