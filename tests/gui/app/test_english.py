"""English plurals in a process whose libraries and windows come and go."""

from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication

from tests.gui.app.conftest import Start


def test_a_process_has_one_translator_whatever_is_opened(launch: Start, qapp: QApplication) -> None:
    for _ in range(2):
        launch().close()
    translators = qapp.findChildren(QTranslator)
    assert len(translators) == 1
    assert QCoreApplication.translate("Anything", "%n win(s)", "", 1) == "1 win"
    assert QCoreApplication.translate("Anything", "%n win(s)", "", 2) == "2 wins"
