"""What was said in a review: its period, the score on the employer's own scale, their word for it, comments."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import partial
from typing import Any

from PySide6.QtCore import Signal

from arcareer.domain.figures import plain_number
from arcareer.domain.reviews import ReviewDetails, Scale
from arcareer.services.typed_numbers import read_number
from arcareer_ui.pages.reviews.words import change_words, common_words
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.date_field import DateField
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.grow_text import GrowText
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import AutoGrid
from arcareer_ui.widgets.line_edit import LineEdit, ParsedLine

NUMBERS = ("worst", "best", "score", "aimed")


class FactsCard(Card):
    """`typed` carries a field of the details typed in, `chosen` a field and a day."""

    typed = Signal(str)
    left = Signal()
    chosen = Signal(str, object)

    def __init__(self) -> None:
        super().__init__(spacing=12)
        self.numbers = {name: ParsedLine[Decimal](read_number, plain_number) for name in NUMBERS}
        self.starts_on = DateField(self.tr("Looks back from"), optional=True)
        self.ends_on = DateField(self.tr("Looks back to"), optional=True)
        self.rating = LineEdit(placeholder=self.tr("Meets expectations"))
        self.comments = GrowText(placeholder=self.tr("What was said, in a few words"), lines=2)
        self._common = Label("", "small", wrap=True)
        self._fields: dict[str, Field] = {}
        self._lay_out()
        self._connect()

    def show_details(self, details: ReviewDetails, common: Decimal | None, change: Decimal | None) -> None:
        """Show what is stored; parts that are being typed in are left alone. `common` is the score from 0 to 100."""
        stored = {
            "worst": details.scale.worst,
            "best": details.scale.best,
            "score": details.score,
            "aimed": details.aimed,
        }
        for name, value in stored.items():
            line = self.numbers[name]
            if line.value != value and not line.is_half_typed:
                line.set_value(value)
        self.starts_on.set_value(details.starts_on)
        self.ends_on.set_value(details.ends_on)
        if self.rating.text().strip() != details.rating:
            self.rating.set_text(details.rating)
        if self.comments.text.strip() != details.comments:
            self.comments.set_text(details.comments)
        self._common.setVisible(common is not None)
        if common is not None:
            words = self.tr("{common} on the common scale from 0 to 100. {change}.")
            self._common.setText(words.format(common=common_words(common), change=change_words(change)))

    def values(self, details: ReviewDetails) -> Mapping[str, Any]:
        """Return the fields that are typed here; a number that cannot be read keeps what it was."""
        scale = details.scale
        worst, best = self.numbers["worst"].value, self.numbers["best"].value
        return {
            "scale": Scale(scale.worst if worst is None else worst, scale.best if best is None else best),
            "score": self._number("score", details.score),
            "aimed": self._number("aimed", details.aimed),
            "rating": self.rating.text().strip(),
            "comments": self.comments.text.strip(),
        }

    def show_problem(self, field: str, text: str) -> None:
        """Say at a field why it was not taken."""
        shown = self._fields.get("worst" if field == "scale" else field)
        if shown is not None:
            shown.show_problem(text)

    @property
    def messages(self) -> tuple[str, ...]:
        """Return what is said about the fields."""
        return tuple(field.message for field in self._fields.values() if field.message)

    def begin(self) -> None:
        """Make ready for another review."""
        for field in self._fields.values():
            field.clear_message()

    def _number(self, name: str, stored: Decimal | None) -> Decimal | None:
        line = self.numbers[name]
        return line.value if line.value is not None or not line.text().strip() else stored

    def _lay_out(self) -> None:
        self.add_heading(self.tr("Score and rating"))
        named = {
            "score": (self.tr("Score"), self.numbers["score"]),
            "aimed": (self.tr("Aimed for next"), self.numbers["aimed"]),
            "worst": (self.tr("Worst on the scale"), self.numbers["worst"]),
            "best": (self.tr("Best on the scale"), self.numbers["best"]),
            "starts_on": (self.tr("Looks back from"), self.starts_on),
            "ends_on": (self.tr("Looks back to"), self.ends_on),
        }
        self._fields = {name: Field(label, editor) for name, (label, editor) in named.items()}
        fields = tuple(self._fields.values())
        self.add(AutoGrid(fields[:4], min_width=140))
        self.add(self._common)
        self.add(Field(self.tr("Their word for it"), self.rating))
        self.add(Field(self.tr("Comments"), self.comments))
        self.add(AutoGrid(fields[4:], min_width=140))

    def _connect(self) -> None:
        unread = self.tr("No number yet. Try 3.5. Your text is kept.")
        for name, line in self.numbers.items():
            field = self._fields[name]
            stored = "scale" if name in {"worst", "best"} else name
            line.textEdited.connect(partial(self._type, stored))
            line.left.connect(self.left)
            line.unread.connect(partial(field.show_problem, unread))
            line.mended.connect(field.clear_message)
        self.rating.textEdited.connect(lambda: self.typed.emit("rating"))
        self.comments.edited.connect(partial(self.typed.emit, "comments"))
        self.rating.left.connect(self.left)
        self.comments.left.connect(self.left)
        self.starts_on.picked.connect(partial(self._pick, "starts_on"))
        self.ends_on.picked.connect(partial(self._pick, "ends_on"))

    def _type(self, field: str, _text: str) -> None:
        for name in ("worst", "best") if field == "scale" else (field,):
            self._fields[name].clear_message()
        self.typed.emit(field)

    def _pick(self, field: str, day: object) -> None:
        self._fields["starts_on"].clear_message()
        self._fields["ends_on"].clear_message()
        self.chosen.emit(field, day)
