"""SHA-256 without loading OpenSSL, which takes longer than digesting a plan of usual size.

``hashlib`` loads it at import: two milliseconds at every call of the program. The interpreter's
own module is taken for little data, as the standard library's ``random`` does with SHA-512.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hashlib import _Hash as Digest

# From here on OpenSSL's speed is worth its loading.
_MUCH = 1 << 18
# Its name from Python 3.12 on, and before; a build may have neither.
_OWN = ("_sha2", "_sha256")


def sha256(data: bytes) -> Digest:
    """The SHA-256 of ``data`` as ``hashlib`` makes it."""
    made: Digest = _little()(data) if len(data) < _MUCH else _openssl()(data)
    return made


@cache
def _little() -> Any:
    for name in _OWN:
        try:
            return import_module(name).sha256
        except ImportError:
            continue
    return _openssl()


def _openssl() -> Any:
    import hashlib

    return hashlib.sha256
