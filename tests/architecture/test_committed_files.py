"""What is committed works on any machine: no path of one, no address of a package registry."""

import re
import shutil
import subprocess

import pytest

from tests.architecture.source import ROOT

# Written so that this file does not match itself.
MACHINE = re.compile(
    r"/wor[k]/|/roo[t]/|/tm[p]/|/opt/py[p]i|/home/(?!user\b)[a-z]+/|/Users/[a-z]+/|\.py[e]nv/|file:[/]{2}/(?!\{)|"
    r"py[p]i\.org|python[h]osted|py[p]i\.[a-z]|registry\.n[p]mjs|deb\.debia[n]\.org|snapshot\.debia[n]",
)
ADDRESS = re.compile(r"https?:|file:|/simple|--index-url|--extra-index-url|--find-links")
BINARY = {
    ".docx",
    ".ico",
    ".icns",
    ".mo",
    ".otf",
    ".pdf",
    ".png",
    ".qm",
    ".sqlite",
    ".ttf",
    ".xlsx",
    ".zip",
    ".arcareer",
}


def _committed() -> list[str]:
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("not a git clone: nothing says which files are committed")
    command = ["git", "-c", f"safe.directory={ROOT}", "ls-files", "-z"]
    listing = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT).stdout
    return [name for name in listing.split("\0") if name and (ROOT / name).is_file()]


def test_no_machine_paths_or_registry_hosts() -> None:
    found = [
        f"{name}:{number}: {line.strip()[:120]}"
        for name in _committed()
        if not BINARY.intersection(suffix.lower() for suffix in (ROOT / name).suffixes[-1:])
        for number, line in enumerate((ROOT / name).read_text("utf-8", errors="replace").splitlines(), start=1)
        if MACHINE.search(line)
    ]
    assert found == []


def test_nothing_generated_is_committed() -> None:
    generated = re.compile(r"(^|/)(__pycache__|build|dist|\.venv|\.mypy_cache|\.ruff_cache)/|\.pyc$|(^|/)uv\.lock$")
    assert [name for name in _committed() if generated.search(name)] == []


def test_lock_names_no_address_and_hashes_everything() -> None:
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    assert ADDRESS.search(lock) is None
    entries = re.split(r"\n(?=\S)", lock.strip())
    assert len(entries) > 20
    assert [entry.splitlines()[0] for entry in entries if "--hash=sha256:" not in entry] == []
