"""Copies of a plan: before an edit, so that undo can take back what no entry tells; and to edit.

An edit in an editor may change anything, comments too. The copy of what was before stands in the
user's state folder under the change's id and counts only as long as the file is exactly what that
edit left.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from spaceplan.errors import FileError
from spaceplan.files.content import MAX_BYTES
from spaceplan.files.digest import sha256
from spaceplan.files.folders import state_folder
from spaceplan.files.kept import Kept
from spaceplan.files.system import Folder, reason
from spaceplan.files.whole import sweep, write_whole

KEPT = 20
_FOLDERS = "spaceplan-edit-"
_NAME = r"[0-9a-f]+-[0-9a-f]{32}"


def _kept() -> Kept:
    home = state_folder()
    return Kept(None if home is None else home / "undo", _NAME, KEPT, MAX_BYTES)


def _name(change: str, after: bytes) -> str:
    return f"{change}-{sha256(after).hexdigest()[:32]}"


def keep(change: str, before: bytes, after: bytes) -> None:
    """Keep ``before`` for the change that made ``after`` of it.

    Where nothing can be written there the edit goes on: undo then takes back its entries alone.
    """
    _kept().keep(_name(change, after), before)


def find(change: str, after: bytes) -> bytes | None:
    """The file before the change, where ``after`` is exactly what it left and the copy is whole."""
    return _kept().find(_name(change, after))


def copy_to_edit(data: bytes, name: str) -> Path:
    """A copy in a new folder of its own, where nobody takes it for a plan. Raises FileError."""
    import tempfile

    try:
        _sweep_old(Path(tempfile.gettempdir()))
        folder = Path(tempfile.mkdtemp(prefix=_FOLDERS))
    except OSError as error:
        raise FileError("files.no-copy", why=reason(error)) from None
    copy = folder / name
    try:
        with Folder(folder) as opened:
            write_whole(opened, name, data, mode=0o600)
    except OSError as error:
        discard(copy)
        raise FileError("files.no-copy", why=reason(error)) from None
    return copy


def _sweep_old(temporary: Path) -> None:
    """What killed edits left half written; a text that somebody may want is whole, and stays."""
    for folder in temporary.glob(f"{_FOLDERS}*"):
        with suppress(OSError):  # another user's, or one that is not empty
            with Folder(folder) as opened:
                swept = sweep(opened)
            if swept:  # else it may be one that was made this moment
                folder.rmdir()


def discard(copy: Path) -> None:
    """Remove a copy to edit, and its folder where the editor left nothing else in it."""
    with suppress(OSError):
        copy.unlink(missing_ok=True)
        copy.parent.rmdir()
