"""Saved mails as another mail reader takes them: that of git, which shares nothing with Python's parser."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from arcareer.services.mail_files import eml
from tests.support.builders import Library
from tests.support.words import Words

GIT = shutil.which("git")


def read_by_git(folder: Path, mail: bytes) -> tuple[str, str]:
    """Return the subject and the text as git reads them from a mail."""
    assert GIT is not None
    (folder / "mail.eml").write_bytes(mail)
    subprocess.run([GIT, "mailsplit", "-b", "-o.", "mail.eml"], cwd=folder, capture_output=True, check=True)
    command = [GIT, "mailinfo", "-k", "--encoding=UTF-8", "text", "patch"]
    delivered = (folder / "0001").read_bytes()
    (folder / "0001").unlink()
    done = subprocess.run(command, input=delivered, cwd=folder, capture_output=True, check=True)
    told = dict(line.split(": ", 1) for line in done.stdout.decode().splitlines() if ": " in line)
    text = (folder / "text").read_text("utf-8") + (folder / "patch").read_text("utf-8")
    return told["Subject"], text


@pytest.mark.skipif(GIT is None, reason="git is not on this machine")
def test_another_reader_finds_subject_and_text_of_every_message(library: Library, tmp_path: Path) -> None:
    words = Words(library)
    for entry in words.scripts.all():
        for message in entry.messages.values():
            filled = words.scripts.fill(message, {one.id: one.sample for one in words.scripts.blanks(message.text)})
            subject, text = read_by_git(tmp_path, eml(filled.subject, filled.text, "dana@example.com"))
            assert subject == " ".join(filled.subject.split())
            assert text.split() == filled.text.split()


@pytest.mark.skipif(GIT is None, reason="git is not on this machine")
def test_another_reader_finds_letters_and_signs_of_any_language(tmp_path: Path) -> None:
    text = "Guten Tag,\n\nes fehlen noch € 12,50 – bitte prüfen.\n.\nIn attesa, 株式会社"
    subject, found = read_by_git(tmp_path, eml("Überfällige Rechnung 4711: € 12,50", text))
    assert subject == "Überfällige Rechnung 4711: € 12,50"
    assert found.splitlines() == text.splitlines()
