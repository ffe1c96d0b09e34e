"""A browser that is not installed is missing, with what to install, and is no failure."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.engines import __main__ as engines
from tests.engines.engine import Missing


@pytest.mark.parametrize(("name", "package"), [
    ("chromium", "chromium"), ("webkit", "webkit2gtk-driver"), ("firefox", "firefox-esr"),
])
def test_a_browser_that_is_not_installed(name: str, package: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CHROMIUM", raising=False)
    with pytest.raises(Missing, match=package):
        engines.ENGINES[name]()


def test_the_last_line_says_how_each_went(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    outcomes = {"chromium": "ok", "webkit": "missing", "firefox": "failed"}
    monkeypatch.setattr(engines, "_play", lambda name, server, package: outcomes[name])
    monkeypatch.setattr(engines, "build", lambda *given: ([type("Built", (), {"file": "x"})], None))
    monkeypatch.setattr(engines, "unpack", lambda *given: None)
    monkeypatch.setattr("sys.argv", ["engines"])
    with pytest.raises(SystemExit) as ended:
        engines.main()
    assert ended.value.code == 1
    assert capsys.readouterr().out.splitlines()[-1] == "engines: chromium ok, webkit missing, firefox failed"
    outcomes["firefox"] = "missing"
    with pytest.raises(SystemExit) as ended:
        engines.main()
    assert ended.value.code == 0
