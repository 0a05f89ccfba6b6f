from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from arcareer_ui.theme.theme import Theme
from arcareer_ui.widgets.token_text import Token, TokenText


def test_tokens_are_tinted_and_read_as_one_sentence(qtbot: QtBot, theme: Theme) -> None:
    text = TokenText("lead")
    qtbot.addWidget(text)
    text.set_tokens((Token("Collected "), Token("<amount>", "warn"), Token(" in "), Token("May", "accent")))
    assert text.plain == text.accessibleName() == "Collected <amount> in May"
    shown = QTextDocument()
    shown.setHtml(text.text())
    assert shown.toPlainText() == "Collected <amount> in May"
    assert theme.colour("warn_soft").name() in text.text()
    assert theme.colour("accent_soft").name() in text.text()


def test_lines_stay_lines(qtbot: QtBot, theme: Theme) -> None:
    text = TokenText()
    qtbot.addWidget(text)
    text.set_tokens((Token("Hello "), Token("Dana", "accent"), Token(",\n\nthank you.")))
    shown = QTextDocument()
    shown.setHtml(text.text())
    assert shown.toPlainText() == text.plain == "Hello Dana,\n\nthank you."
