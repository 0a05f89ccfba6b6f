"""The wheel holds the two packages with all their data, and runs where it is installed."""

import os
import re
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LEFT_OUT = {"__pycache__", ".DS_Store"}


@dataclass(frozen=True)
class Installed:
    """A folder the wheel was installed into, away from the checkout."""

    site: Path

    def run(self, *command: str, home: Path) -> subprocess.CompletedProcess[str]:
        """Run *command* so that the installed packages are found before those of the checkout."""
        environment = os.environ | {"PYTHONPATH": str(self.site), "QT_QPA_PLATFORM": "offscreen"}
        return subprocess.run(
            command, check=False, capture_output=True, text=True, cwd=home, env=environment, timeout=120
        )

    def script(self, name: str) -> str:
        """Return the path of a console script."""
        return str(self.site / "bin" / name)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel with the tools at hand, without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    _python("-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT))
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """Install the wheel beside the checkout's environment, which lends its dependencies."""
    site = tmp_path_factory.mktemp("site")
    _python("-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", str(site), str(wheel))
    return Installed(site)


def _python(*arguments: str) -> None:
    result = subprocess.run([sys.executable, *arguments], check=False, capture_output=True, text=True, cwd=ROOT)
    assert result.returncode == 0, result.stdout + result.stderr


def _names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and not LEFT_OUT.intersection(path.parts)]


def test_only_our_two_packages_are_installed(wheel: Path) -> None:
    top = {name.partition("/")[0] for name in _names(wheel)}
    assert {name for name in top if not re.fullmatch(r"arcareer-[\d.]+\.dist-info", name)} == {
        "arcareer",
        "arcareer_ui",
    }


def test_every_module_and_data_file_is_in_the_wheel(wheel: Path) -> None:
    expected = {path.relative_to(ROOT).as_posix() for path in _files(ROOT / "arcareer")}
    expected |= {path.relative_to(ROOT / "ui").as_posix() for path in _files(ROOT / "ui" / "arcareer_ui")}
    resources = ROOT / "resources"
    expected |= {f"arcareer/_resources/{path.relative_to(resources).as_posix()}" for path in _files(resources)}
    assert expected - _names(wheel) == set()
    assert any(name.startswith("arcareer/storage/migrations/versions/") for name in expected)
    assert any(name.startswith("arcareer/_resources/content/") for name in expected)


def test_wheel_declares_its_licence_and_types(wheel: Path) -> None:
    names = _names(wheel)
    assert {"arcareer/py.typed", "arcareer_ui/py.typed"} <= names
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)


def test_modules_come_from_the_installed_wheel(installed: Installed, tmp_path: Path) -> None:
    code = "import arcareer, arcareer_ui; print(arcareer.__file__); print(arcareer_ui.__file__)"
    result = installed.run(sys.executable, "-c", code, home=tmp_path)
    assert result.returncode == 0, result.stderr
    assert all(Path(line).is_relative_to(installed.site) for line in result.stdout.splitlines())


def test_command_line_starts(installed: Installed, tmp_path: Path) -> None:
    result = installed.run(installed.script("arcareer-cli"), "--help", home=tmp_path)
    assert result.returncode == 0, result.stderr
    assert "export" in result.stdout


def test_window_starts(installed: Installed, tmp_path: Path) -> None:
    library = str(tmp_path / "library")
    logged = installed.run(
        installed.script("arcareer-cli"), "log", "Matched 40 payments", "--library", library, home=tmp_path
    )
    assert logged.returncode == 0, logged.stderr
    result = installed.run(installed.script("arcareer"), "--library", library, "--smoke", home=tmp_path)
    assert result.returncode == 0, result.stderr
    assert re.search(r"\d", result.stdout)
