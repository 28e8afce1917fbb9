"""Whether a file would lie where other machines write too, which can damage a clinic's file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStorageInfo

from cortitrack.words.tongue import t

_SYNCED = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "icloud": "iCloud",
    "mobile documents": "iCloud",
    "cloudstorage": "CloudStorage",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "pcloud": "pCloud",
    "megasync": "MEGA",
    "syncthing": "Syncthing",
}
_NETWORK = {
    "nfs",
    "nfs4",
    "cifs",
    "smbfs",
    "smb2",
    "smb3",
    "afpfs",
    "webdav",
    "davfs",
    "fuse.sshfs",
    "fuse.davfs2",
    "9p",
}


def synced_by(path: Path) -> str:
    """The name of the service that copies this folder elsewhere; empty where none is known."""
    for part in path.parts:
        small = part.casefold()
        for beginning, name in _SYNCED.items():
            if small.startswith(beginning):
                return name
    return ""


def on_network(path: Path) -> bool:
    """Whether the folder lies on another machine."""
    text = str(path)
    if text.startswith(("\\\\", "//")) or "/gvfs/" in text:
        return True
    there = next((place for place in (path, *path.parents) if place.exists()), None)
    if there is None:
        return False
    kind = bytes(QStorageInfo(str(there)).fileSystemType().data()).decode(errors="replace")
    return kind.casefold() in _NETWORK


def place_warning(path: Path) -> str:
    """What to beware of with a clinic's file at this place; empty where nothing speaks against it."""
    service = synced_by(path)
    if service:
        return t(
            "This folder is synchronised by {service}. Two machines that write at the same time can damage the "
            "file; a folder on this computer is safer.",
            service=service,
        )
    if on_network(path):
        return t(
            "This folder lies on the network. If the connection breaks while something is being saved, the file "
            "can be damaged; a folder on this computer is safer."
        )
    return ""
