"""Firefox ESR, driven by its own protocol, Marionette."""

from __future__ import annotations

import shutil
import socket
import subprocess
import tempfile
import time
from typing import Any

from tests.engines.engine import Missing

PREFERENCES = {
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "toolkit.telemetry.enabled": False,
    "app.update.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
}


class Firefox:
    def __init__(self) -> None:
        binary = shutil.which("firefox-esr") or shutil.which("firefox")
        if not binary:
            raise Missing("firefox (apt-get install firefox-esr)")
        try:
            from marionette_driver.marionette import Marionette
        except ImportError:
            raise Missing("marionette-driver (pip install '.[engines]')") from None
        self._profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        port = _free_port()
        with open(f"{self._profile.name}/user.js", "w", encoding="utf-8") as file:
            for name, value in {**PREFERENCES, "marionette.port": port}.items():
                file.write(f'user_pref("{name}", {str(value).lower()});\n')
        self._process = subprocess.Popen(
            [binary, "--headless", "--marionette", "--no-remote", "--profile", self._profile.name],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        self._marionette = Marionette(host="127.0.0.1", port=port)
        self._connect()

    def _connect(self) -> None:
        for _ in range(60):
            try:
                self._marionette.start_session()
            except Exception:  # the port is not open yet, in several shapes
                time.sleep(1)
            else:
                self._marionette.set_window_rect(width=900, height=760)
                self._marionette.timeout.page_load = 60
                return
        self._stop()
        raise RuntimeError("Firefox does not answer")

    def open(self, url: str) -> None:
        self._marionette.navigate(url)

    def run(self, expression: str) -> Any:
        return self._marionette.execute_script(f"return ({expression});", sandbox=None)

    def close(self) -> None:
        self._marionette.delete_session()
        self._stop()

    def _stop(self) -> None:
        self._process.terminate()
        self._process.wait(20)
        self._profile.cleanup()


def _free_port() -> int:
    with socket.socket() as place:
        place.bind(("127.0.0.1", 0))
        port: int = place.getsockname()[1]
        return port
