"""Tells whether a folder is kept in step with other computers, where two copies of a library would fight."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path, PurePath
from typing import Final

_BY_FOLDER_NAME: Final = {
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "drivefs": "Google Drive",
    "mobile documents": "iCloud Drive",
    "icloud drive": "iCloud Drive",
    "iclouddrive": "iCloud Drive",
    "com~apple~clouddocs": "iCloud Drive",
    "box": "Box",
    "box sync": "Box",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "pcloud drive": "pCloud",
    "pclouddrive": "pCloud",
    "mega": "MEGA",
    "syncthing": "Syncthing",
    "cloudstorage": "a cloud drive",
}
_BY_VARIABLE: Final = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_NETWORK_TYPES: Final = ("nfs", "cifs", "smb", "fuse.sshfs", "fuse.rclone", "9p", "afs", "davfs", "fuse.gvfsd")


def shared_folder(folder: Path, environment: Mapping[str, str] | None = None, mounts: str | None = None) -> str:
    """Return the name of the sync service or network share `folder` lies in, empty where it lies in none.

    `environment` and `mounts` (the text of the system's mount table) default to those of this computer.
    """
    environment = os.environ if environment is None else environment
    place = folder.absolute()
    if any(_inside(place, environment.get(name, "")) for name in _BY_VARIABLE):
        return "OneDrive"
    for part in reversed(place.parts):
        name = part.casefold()
        if name == "onedrive" or name.startswith(("onedrive -", "onedrive-")):
            return "OneDrive"
        if name.startswith("dropbox ("):
            return "Dropbox"
        if service := _BY_FOLDER_NAME.get(name):
            return service
    return "a network drive" if _on_network(place, _mount_table() if mounts is None else mounts) else ""


def _inside(place: PurePath, parent: str) -> bool:
    return bool(parent) and place.is_relative_to(parent)


def _on_network(place: PurePath, mounts: str) -> bool:
    if place.as_posix().startswith("//"):
        return True
    rows = (line.split() for line in mounts.splitlines())
    points = {row[1].replace("\\040", " "): row[2] for row in rows if len(row) > 2}
    nearest = max((point for point in points if place.is_relative_to(point)), key=len, default="")
    return points.get(nearest, "").startswith(_NETWORK_TYPES)


def _mount_table() -> str:
    try:
        return Path("/proc/self/mounts").read_text("utf-8", "replace")
    except OSError:
        return ""
