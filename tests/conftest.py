"""Every test runs away from the person's own files, without a screen and without a network."""

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings


class NetworkGuard:
    """Refuses sockets while armed; it sees every socket of this process through the interpreter's audit events."""

    EVENTS = frozenset({"socket.__new__", "socket.connect", "socket.bind", "socket.getaddrinfo", "socket.sendto"})

    def __init__(self) -> None:
        self.armed = False
        self.seen: list[str] = []

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        """Take an audit event; raise and remember it when it belongs to the network."""
        if self.armed and event in self.EVENTS:
            self.seen.append(f"{event} {arguments[1:]}")
            raise PermissionError(f"a test opened a network connection: {event}")


# Qt, platformdirs and QSettings read these once, so they are set before anything of the app is imported.
HOME = tempfile.TemporaryDirectory(prefix="arcareer-tests-", ignore_cleanup_errors=True)
NETWORK = NetworkGuard()


def _isolate(home: Path) -> None:
    folders = {
        "HOME": home,
        "USERPROFILE": home,
        "APPDATA": home / "appdata",
        "LOCALAPPDATA": home / "localappdata",
        "XDG_CONFIG_HOME": home / "config",
        "XDG_DATA_HOME": home / "data",
        "XDG_CACHE_HOME": home / "cache",
        "XDG_STATE_HOME": home / "state",
        "XDG_RUNTIME_DIR": home / "run",
    }
    for name, folder in folders.items():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.environ[name] = str(folder)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ.pop("QT_STYLE_OVERRIDE", None)
    os.environ.pop("QT_SCALE_FACTOR", None)


def _choose_hypothesis_profile() -> None:
    slow_is_fine = [HealthCheck.too_slow]
    settings.register_profile("dev", max_examples=50, deadline=None, suppress_health_check=slow_is_fine)
    settings.register_profile("ci", max_examples=100, deadline=None, derandomize=True, database=None)
    settings.register_profile("nightly", max_examples=2_000, deadline=None, suppress_health_check=slow_is_fine)
    settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if os.environ.get("CI") else "dev"))


_isolate(Path(HOME.name))
_choose_hypothesis_profile()
sys.addaudithook(NETWORK)


def pytest_unconfigure() -> None:
    """Remove the borrowed home folder."""
    HOME.cleanup()


@pytest.fixture(autouse=True)
def no_network() -> Iterator[None]:
    """Fail a test that opens a socket, even where the code under test swallows the refusal."""
    NETWORK.seen.clear()
    NETWORK.armed = True
    try:
        yield
    finally:
        NETWORK.armed = False
    assert not NETWORK.seen
