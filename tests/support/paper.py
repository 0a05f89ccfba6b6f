"""What another program makes of Word files, page by page."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from pypdf import PdfReader

SOFFICE = shutil.which("soffice")
PDFTOTEXT = shutil.which("pdftotext")


def shown_by_libreoffice(folder: Path, files: dict[str, bytes]) -> dict[str, list[str]]:
    """Return the text of each page as LibreOffice sets it."""
    for name, data in files.items():
        (folder / f"{name}.docx").write_bytes(data)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    documents = [str(folder / f"{name}.docx") for name in files]
    command = [SOFFICE or "", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *documents]
    subprocess.run(command, check=True, capture_output=True, timeout=150)
    found = {}
    for name in files:
        said = subprocess.run(
            [PDFTOTEXT or "", "-layout", str(folder / f"{name}.pdf"), "-"], check=True, capture_output=True
        )
        found[name] = said.stdout.decode().split("\f")[: len(PdfReader(folder / f"{name}.pdf").pages)]
    return found
