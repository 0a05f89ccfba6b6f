"""Folders that other computers write to are recognised by name, by the system's settings and by the mount table."""

from pathlib import Path

import pytest

from arcareer.storage.cloud import shared_folder

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
server:/home /mnt/team nfs4 rw 0 0
//nas/share /mnt/my\\040nas cifs rw 0 0
/dev/sdb1 /mnt/team/local ext4 rw 0 0
"""


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("/home/user/Dropbox/arcareer", "Dropbox"),
        ("/home/user/Dropbox (Harlow Foods)/arcareer", "Dropbox"),
        ("/home/user/OneDrive - Harlow Foods/Documents", "OneDrive"),
        ("/home/user/OneDrive", "OneDrive"),
        ("/home/user/Google Drive/My Drive/x", "Google Drive"),
        ("/home/user/Library/Mobile Documents/com~apple~CloudDocs", "iCloud Drive"),
        ("/home/user/Nextcloud", "Nextcloud"),
        ("/mnt/team/wins", "a network drive"),
        ("/mnt/my nas/wins", "a network drive"),
        ("/mnt/team/local/wins", ""),
        ("/home/user/.local/share/arcareer/library", ""),
        ("/home/user/Dropboxes/arcareer", ""),
        ("/home/user/dropbox-export", ""),
    ],
)
def test_folder_is_judged_by_its_place(folder: str, service: str) -> None:
    assert shared_folder(Path(folder), environment={}, mounts=MOUNTS) == service


def test_onedrive_folder_of_any_name_is_known_from_the_system() -> None:
    environment = {"OneDriveCommercial": "/home/user/Firma"}
    assert shared_folder(Path("/home/user/Firma/wins"), environment, mounts="") == "OneDrive"
    assert shared_folder(Path("/home/user/Firmament"), environment, mounts="") == ""


def test_this_computer_has_an_answer(tmp_path: Path) -> None:
    assert shared_folder(tmp_path) == ""
