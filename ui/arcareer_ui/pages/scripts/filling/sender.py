"""What becomes of a filled message: copied, opened in the mail program, saved as a file, noted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication

from arcareer.services.mail_files import eml, mail_link
from arcareer_ui.acts import Acts
from arcareer_ui.shell.toasts import ToastRequest

if TYPE_CHECKING:
    from arcareer.domain.customers import Customer
    from arcareer.services.scripts import FilledMessage, ScriptService
    from arcareer_ui.dialogs import Dialogs

LONGEST_NAME = 80
NOT_IN_NAMES = '<>:"/\\|?*'

OpenLink = Callable[[str], bool]


def open_link(link: str) -> bool:
    """Hand a link to the system; return whether a program took it."""
    return QDesktopServices.openUrl(QUrl.fromEncoded(link.encode()))


class Sender(QObject):
    """Hands messages over. Names of customers stay in them: they go to that customer, or to those who serve it.

    `told` carries words about something that can be undone, `toasted` a `ToastRequest`;
    `handed_over` comes after a message left.
    """

    told = Signal(str)
    toasted = Signal(object)
    handed_over = Signal()

    def __init__(
        self,
        scripts: ScriptService,
        acts: Acts,
        dialogs: Dialogs,
        parent: QObject,
        *,
        opener: OpenLink = open_link,
    ) -> None:
        super().__init__(parent)
        self._scripts, self._acts, self._dialogs, self._opener = scripts, acts, dialogs, opener

    def copy(self, message: FilledMessage, values: Mapping[str, str]) -> None:
        """Put the text on the clipboard, blanks or not."""
        QGuiApplication.clipboard().setText(message.text)
        left = len(message.left)
        words = self.tr("Copied, with %n blank(s) left", "", left) if left else self.tr("E-mail copied")
        self.toasted.emit(ToastRequest(words, icon="copy"))
        self._remember(values)

    def copy_subject(self, message: FilledMessage) -> None:
        """Put the subject on the clipboard."""
        QGuiApplication.clipboard().setText(message.subject)
        self.toasted.emit(ToastRequest(self.tr("Subject copied"), icon="copy"))

    def open_mail(self, message: FilledMessage, values: Mapping[str, str]) -> None:
        """Open the mail program with the message; where it is too long for that, offer the file."""
        link = mail_link(message.subject, message.text)
        if link is not None and self._opener(link):
            self._remember(values)
            self.toasted.emit(ToastRequest(self.tr("Handed to your mail program"), icon="mail"))
            return
        words = (
            self.tr("Too long to hand over directly. As a file it opens complete.")
            if link is None
            else self.tr("No mail program answered. The message can be saved as a file.")
        )
        save = partial(self.save, message, values)
        self.toasted.emit(ToastRequest(words, icon="info", action=self.tr("Save as .eml"), act=save))

    def save(self, message: FilledMessage, values: Mapping[str, str]) -> None:
        """Save the message as a file that mail programs open as a draft."""
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        suggested = folder / f"{_file_name(message.subject) or self.tr('E-mail')}.eml"
        chosen = partial(self._write, message, dict(values))
        self._dialogs.save_file(self.tr("Save the e-mail"), suggested, self.tr("E-mails (*.eml)"), chosen)

    def note(self, customer: Customer, subject: str, script: str) -> None:
        """Note in the customer's history that this was sent or said."""
        if self._acts.do(partial(self._scripts.note, customer.id, subject, script), self.tr("Note contact")):
            self.told.emit(self.tr("Noted in the history of {customer}").format(customer=customer.name))
            self.handed_over.emit()

    def _write(self, message: FilledMessage, values: Mapping[str, str], path: Path) -> None:
        try:
            path.write_bytes(eml(message.subject, message.text))
        except OSError:
            words = self.tr("{name} could not be written there. Your message is kept here; choose another folder.")
            again = partial(self.save, message, values)
            request = ToastRequest(
                words.format(name=path.name), icon="info", action=self.tr("Choose another folder"), act=again
            )
            self.toasted.emit(request)
            return
        self._remember(values)
        self.toasted.emit(ToastRequest(self.tr("Saved as {name}").format(name=path.name), icon="download"))

    def _remember(self, values: Mapping[str, str]) -> None:
        """Keep your name, your phone and the like for the next message."""
        known = self._scripts.remembered().by_name
        typed = {name: text.strip() for name, text in values.items() if text.strip()}
        if any(known.get(name) != typed[name] for name in self._scripts.kept_names & typed.keys()):
            self._acts.do(partial(self._scripts.remember, typed), self.tr("Remember blanks"))
        self.handed_over.emit()


def _file_name(subject: str) -> str:
    plain = "".join(" " if char in NOT_IN_NAMES or not char.isprintable() else char for char in subject)
    return " ".join(plain.split())[:LONGEST_NAME].rstrip(" .")
