"""SHA-256 by either module is the same."""

from __future__ import annotations

import hashlib

import pytest

from spaceplan.files import digest


@pytest.mark.parametrize("size", [0, 1, 100, digest._MUCH - 1, digest._MUCH, digest._MUCH + 1])
def test_little_and_much_are_digested_as_hashlib_does(size: int) -> None:
    data = (b"spaceplan" * (size // 9 + 1))[:size]
    assert digest.sha256(data).hexdigest() == hashlib.sha256(data).hexdigest()


def test_a_build_without_its_own_module_takes_openssl(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(digest, "_OWN", ("no_such_module",))
    digest._little.cache_clear()
    try:
        assert digest.sha256(b"x").hexdigest() == hashlib.sha256(b"x").hexdigest()
    finally:
        digest._little.cache_clear()
