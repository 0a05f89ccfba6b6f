"""The words of a script, being written: name, stage, subject and text in each tone, and blanks to put in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal

from arcareer.domain.messages import MessageBlank, ScriptStage, Tone
from arcareer.domain.own_scripts import OwnScript, ToneText
from arcareer_ui.pages.scripts.emails.words import STAGES, stage_words, tone_words
from arcareer_ui.widgets.button import IconButton
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.combo import Combo
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.grow_text import GrowText
from arcareer_ui.widgets.layouts import FlowBox
from arcareer_ui.widgets.line_edit import LineEdit
from arcareer_ui.widgets.segment import Segment

TEXT_LINES = 6
CHOOSE = ""


class OwnForm(Card):
    """`touched` carries the field being typed in, `left` comes when one was left, `stage_picked` carries a stage."""

    touched = Signal(str)
    left = Signal()
    stage_picked = Signal(str)
    tone_picked = Signal(str)
    closed = Signal()

    def __init__(self, blanks: Sequence[MessageBlank]) -> None:
        super().__init__("inset", margins=(18, 12, 18, 16), spacing=12)
        self.close_button = IconButton("x", self.tr("Close the form"), size="compact")
        self.add_heading(self.tr("Edit the words"), self.close_button)
        self.title = LineEdit()
        self.stage = Combo(self.tr("Stage"), [(one.value, stage_words(one)) for one in STAGES])
        self.tone = Segment(self.tr("Tone being written"), [(one.value, tone_words(one)) for one in Tone])
        self.subject = LineEdit()
        self.text = GrowText(lines=TEXT_LINES)
        self.use_when = LineEdit()
        offered = sorted(blanks, key=lambda blank: blank.label)
        self.blank = Combo(
            self.tr("Put in a blank"),
            [(CHOOSE, self.tr("Choose what goes there")), *((one.id, one.label) for one in offered)],
            CHOOSE,
        )
        self._title_field = Field(self.tr("Name"), self.title)
        self._stage_field = Field(self.tr("Stage"), self.stage)
        hint = self.tr("A blank stands in braces, for example {due_date}.")
        self._text_field = Field(self.tr("Text"), self.text, hint)
        self._words: dict[Tone, tuple[str, str]] = {}
        self._shown = Tone.FRIENDLY
        self.add(self._title_field)
        self.add(self._stage_field)
        self.add(FlowBox(self.tone))
        self.add(Field(self.tr("Subject"), self.subject))
        self.add(self._text_field)
        self.add(Field(self.tr("Put in a blank"), self.blank))
        self.add(Field(self.tr("When to use it"), self.use_when))
        self._connect()

    @property
    def current_tone(self) -> Tone:
        """Return the tone being written."""
        return self._shown

    def show_script(self, script: OwnScript, tone: Tone) -> None:
        """Show a script, and write on in one of its tones."""
        self._words = {one.tone: (one.subject, one.text.strip()) for one in script.messages}
        self.title.set_text(script.title)
        self.stage.set_current(script.stage.value)
        self._stage_field.setVisible(not script.replaces)
        self.use_when.set_text(script.use_when)
        self.show_tone(tone)
        self._title_field.clear_message()
        self._text_field.clear_message()

    def show_tone(self, tone: Tone) -> None:
        """Write on in another tone."""
        self._shown = tone
        self.tone.set_current(tone.value)
        subject, text = self._words.get(tone, ("", ""))
        self.subject.set_text(subject)
        self.text.set_text(text)

    def typed(self, script: OwnScript) -> Mapping[str, Any]:
        """Return the typed fields; a name that is empty for the moment keeps its last words."""
        self._words[self._shown] = (self.subject.text(), self.text.text)
        told = ((tone, *self._words.get(tone, ("", ""))) for tone in Tone)
        words = tuple(ToneText(tone, subject, text) for tone, subject, text in told if subject.strip() or text.strip())
        title = self.title.text().strip()
        return {"title": title or script.title, "messages": words or script.messages, "use_when": self.use_when.text()}

    def show_problem(self, field: str, text: str) -> None:
        """Say why a field cannot be kept."""
        (self._title_field if field == "title" else self._text_field).show_problem(text)

    def start(self, *, named: bool) -> None:
        """Let the user write the text; of a new script its name first."""
        first = self.text if named else self.title
        if not named:
            self.title.selectAll()
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_typed_in(self) -> bool:
        """Return whether one of its fields has the caret."""
        return any(part.hasFocus() for part in (self.title, self.subject, self.text, self.use_when))

    def _connect(self) -> None:
        self.title.textEdited.connect(lambda: self.touched.emit("title"))
        self.use_when.textEdited.connect(lambda: self.touched.emit("use_when"))
        self.subject.textEdited.connect(lambda: self.touched.emit("messages"))
        self.text.edited.connect(lambda: self.touched.emit("messages"))
        self.text.edited.connect(self._text_field.clear_message)
        for editor in (self.title, self.use_when, self.subject, self.text):
            editor.left.connect(self.left)
        self.stage.chosen.connect(self.stage_picked)
        self.tone.chosen.connect(self._change_tone)
        self.blank.chosen.connect(self._put_blank)
        self.close_button.clicked.connect(self.closed)

    def _change_tone(self, tone: str) -> None:
        self.left.emit()
        self._words[self._shown] = (self.subject.text(), self.text.text)
        self.show_tone(Tone(tone))
        self.tone_picked.emit(tone)

    def _put_blank(self, name: str) -> None:
        """Put a blank where the caret is."""
        if name == CHOOSE:
            return
        self.text.textCursor().insertText(f"{{{name}}}")
        self.blank.set_current(CHOOSE)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)


def stage_of(value: str) -> ScriptStage:
    """Return the stage of a choice; another choice than a stage means everyday."""
    return ScriptStage(value) if value in {one.value for one in ScriptStage} else ScriptStage.ROUTINE
