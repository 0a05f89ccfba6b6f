"""Makes a clone ready: ``.venv``, hash-pinned packages, the project itself and the system libraries Qt needs.

Standard library only, because it runs before anything is installed. A second run does nothing when nothing changed.

    python tools/setup.py --for run     what the window (or, without a display, the document demo) needs
    python tools/setup.py --for test    what the test suite needs on top
"""

import argparse
import ctypes
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "arcareer-setup.json"
LOCK = ROOT / "requirements.lock"
PROJECT = ROOT / "pyproject.toml"


class SetupError(Exception):
    """Setting up cannot go on; the text says what is missing and what to do."""


@dataclass(frozen=True, slots=True)
class SystemPart:
    """Something outside the virtual environment: how to see that it is there, and the Debian package that brings it."""

    package: str
    library: str | None = None
    program: str | None = None
    module: str | None = None
    file: Path | None = None

    @property
    def present(self) -> bool:
        """Whether the part can be used now."""
        if self.library is not None:
            return _loads(self.library)
        if self.program is not None:
            return shutil.which(self.program) is not None
        if self.module is not None:
            importlib.invalidate_caches()
            return importlib.util.find_spec(self.module) is not None
        return self.file is not None and self.file.exists()

    @property
    def name(self) -> str:
        """What a reader on another system has to look for."""
        return self.library or self.program or self.module or str(self.file)


# Debian splits off what venv needs to put pip into a new environment.
MAKES_ENVIRONMENTS = (SystemPart(f"python3.{sys.version_info.minor}-venv", module="ensurepip"),)
OFFSCREEN = (
    SystemPart("libglib2.0-0", library="libglib-2.0.so.0"),
    SystemPart("libglib2.0-0", library="libgthread-2.0.so.0"),
    SystemPart("libfontconfig1", library="libfontconfig.so.1"),
    SystemPart("libegl1", library="libEGL.so.1"),
    SystemPart("libgl1", library="libGL.so.1"),
    SystemPart("libdbus-1-3", library="libdbus-1.so.3"),
    SystemPart("libxkbcommon0", library="libxkbcommon.so.0"),
)
X11 = (
    SystemPart("libxcb-cursor0", library="libxcb-cursor.so.0"),
    SystemPart("libxcb-icccm4", library="libxcb-icccm.so.4"),
    SystemPart("libxcb-keysyms1", library="libxcb-keysyms.so.1"),
    SystemPart("libxcb-shape0", library="libxcb-shape.so.0"),
    SystemPart("libxcb-xkb1", library="libxcb-xkb.so.1"),
    SystemPart("libxkbcommon-x11-0", library="libxkbcommon-x11.so.0"),
)
WAYLAND = (
    SystemPart("libwayland-client0", library="libwayland-client.so.0"),
    SystemPart("libwayland-cursor0", library="libwayland-cursor.so.0"),
    SystemPart("libwayland-egl1", library="libwayland-egl.so.1"),
)
VIRTUAL_SCREEN = (
    SystemPart("xvfb", program="Xvfb"),
    SystemPart("xauth", program="xauth"),
)
DOCUMENT_CHECKS = (
    SystemPart("libreoffice-writer", program="soffice"),
    SystemPart("poppler-utils", program="pdftotext"),
    SystemPart("fonts-crosextra-carlito", file=Path("/usr/share/fonts/truetype/crosextra/Carlito-Regular.ttf")),
)


def main(argv: Sequence[str] | None = None) -> int:
    """Set the clone up for ``--for`` and return the exit code: 0 ready, 1 stopped with a message."""
    parser = argparse.ArgumentParser(description="Make this clone ready to run or to test.")
    parser.add_argument("--for", dest="purpose", choices=("run", "test"), default="run")
    purpose = parser.parse_args(argv).purpose
    try:
        provide(required_parts(), useful_parts(purpose))
        was_usable = ensure_environment()
        ensure_packages(fresh=not was_usable)
    except SetupError as stop:
        print(f"\n{stop}", file=sys.stderr)
        return 1
    return 0


def required_parts() -> tuple[SystemPart, ...]:
    """Return what setting up and Qt need here; nothing on systems where Python and Qt's wheels bring everything."""
    if sys.platform != "linux":
        return ()
    python = () if _environment_works() else MAKES_ENVIRONMENTS
    if os.environ.get("DISPLAY"):
        return python + OFFSCREEN + X11
    if os.environ.get("WAYLAND_DISPLAY"):
        return python + OFFSCREEN + WAYLAND
    return python + OFFSCREEN


def useful_parts(purpose: str) -> tuple[SystemPart, ...]:
    """Return what some tests use and the others do without."""
    if sys.platform != "linux" or purpose != "test":
        return ()
    return X11 + VIRTUAL_SCREEN + DOCUMENT_CHECKS


def provide(required: Sequence[SystemPart], useful: Sequence[SystemPart]) -> None:
    """Install the parts that are missing; stop when a required one stays missing, say so for a useful one."""
    missing = [part for part in (*required, *useful) if not part.present]
    if not missing:
        return
    prefix = _apt_prefix()
    if prefix is not None:
        _apt_install(prefix, _packages(missing))
    still_missing = [part for part in missing if not part.present]
    if any(part in required for part in still_missing):
        raise SetupError(_please_install(still_missing))
    if still_missing:
        print(f"{_please_install(still_missing)}\nUntil then the tests that use them are skipped.\n", file=sys.stderr)


def ensure_environment() -> bool:
    """Create ``.venv`` when it is missing or broken; return whether it was already usable."""
    if _environment_works():
        return True
    print(f"Creating .venv with Python {sys.version.split()[0]}", flush=True)
    result = subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=False)
    if result.returncode != 0:
        raise SetupError(
            f"The virtual environment {VENV} could not be created; the reason is above. Nothing else was changed.\n"
            "Make sure that the folder can be written to and that Python comes with its venv module, then run again."
        )
    return False


def ensure_packages(*, fresh: bool) -> None:
    """Install the locked packages and the project, unless the stamp says that exactly these are there."""
    wanted = _fingerprint()
    if not fresh and STAMP.exists() and STAMP.read_text("utf-8") == wanted:
        return
    STAMP.unlink(missing_ok=True)
    print("Installing the packages of requirements.lock (the first time about 185 MB to fetch)", flush=True)
    _pip("--no-deps", "--require-hashes", "--requirement", str(LOCK))
    _pip("--no-deps", "--no-build-isolation", "--editable", str(ROOT))
    STAMP.write_text(wanted, "utf-8")


def _fingerprint() -> str:
    """Describe everything an installed environment depends on, as text."""
    project = tomllib.loads(PROJECT.read_text("utf-8"))
    parts = {
        "root": str(ROOT),
        "python": sys.version,
        "lock": hashlib.sha256(LOCK.read_bytes()).hexdigest(),
        "project": [project["build-system"], project["project"], project["tool"]["hatch"]],
    }
    return json.dumps(parts, indent=1, sort_keys=True)


def _pip(*arguments: str) -> None:
    environment = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "PYTHONHOME"}}
    command = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input", *arguments]
    result = subprocess.run(command, check=False, env=environment, cwd=ROOT)
    if result.returncode != 0:
        raise SetupError(
            "The packages could not be installed; pip's reason is above. Your own files were not changed.\n"
            "Check the connection to your package registry (pip's own settings apply), then run the command again;\n"
            "what was fetched before is kept. 'make clean-all' starts afresh."
        )


def _apt_prefix() -> list[str] | None:
    """Return what to put before ``apt-get`` to install without asking, or None where that is not possible."""
    if shutil.which("apt-get") is None:
        return None
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo is not None and subprocess.run([sudo, "-n", "true"], check=False, capture_output=True).returncode == 0:
        return [sudo, "-n"]
    return None


def _apt_install(prefix: Sequence[str], packages: Sequence[str]) -> None:
    """Try to install; whether it worked is seen by looking for the parts again."""
    print(f"Installing system packages: {' '.join(packages)}", flush=True)
    quiet = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    # An old package list is refreshed first; where that is not possible the list at hand may still do.
    subprocess.run([*quiet, "update"], check=False)
    install = [*quiet, "install", "-y", "--no-install-recommends", *packages]
    subprocess.run(install, check=False, stdout=subprocess.DEVNULL)


def _please_install(missing: Sequence[SystemPart]) -> str:
    if shutil.which("apt-get") is None:
        names = ", ".join(dict.fromkeys(part.name for part in missing))
        return f"Missing on this system: {names}.\nInstall the packages that bring them, then run the command again."
    packages = " ".join(_packages(missing))
    return (
        f"Missing system packages: {packages}\n"
        "They could not be installed from here. Install them, then run the command again:\n"
        f"    sudo apt-get update && sudo apt-get install -y --no-install-recommends {packages}"
    )


def _packages(parts: Sequence[SystemPart]) -> list[str]:
    return list(dict.fromkeys(part.package for part in parts))


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _environment_works() -> bool:
    if not PYTHON.exists():
        return False
    return subprocess.run([str(PYTHON), "-c", "import pip"], check=False, capture_output=True).returncode == 0


if __name__ == "__main__":
    sys.exit(main())
