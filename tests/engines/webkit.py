"""WebKit, as WebKitGTK with its WebDriver, driven by selenium on a screen that is not there (Xvfb)."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from pathlib import Path
from typing import Any

from tests.engines.engine import Missing

DRIVER = "WebKitWebDriver"


class WebKit:
    def __init__(self) -> None:
        driver = shutil.which(DRIVER)
        browser = next(iter(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser")), None)
        if not driver or not browser:
            raise Missing("webkit (apt-get install webkit2gtk-driver)")
        try:
            from selenium import webdriver
            from selenium.webdriver.webkitgtk.options import Options
            from selenium.webdriver.webkitgtk.service import Service
        except ImportError:
            raise Missing("selenium (pip install '.[engines]')") from None
        self._screen = _Screen()
        try:
            options = Options()
            options.binary_location = str(browser)
            options.add_argument("--automation")
            environment = os.environ | {"DISPLAY": self._screen.name}
            self._driver = webdriver.WebKitGTK(options=options, service=Service(driver, env=environment))
            self._driver.set_window_size(900, 760)
            self._driver.set_page_load_timeout(60)
        except BaseException:
            self._screen.close()
            raise

    def open(self, url: str) -> None:
        self._driver.get(url)

    def run(self, expression: str) -> Any:
        return self._driver.execute_script(f"return ({expression});")

    def close(self) -> None:
        self._driver.quit()
        self._screen.close()


class _Screen:
    """An X server of our own, on the first number that it finds free."""

    def __init__(self) -> None:
        if not shutil.which("Xvfb"):
            raise Missing("xvfb (apt-get install xvfb)")
        reading, writing = os.pipe()
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x1024x24", "-nolisten", "tcp"],
            pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        os.close(writing)
        with os.fdopen(reading) as number:
            self.name = f":{number.readline().strip()}"
        if self.name == ":":
            time.sleep(0.1)
            raise Missing("xvfb that starts")

    def close(self) -> None:
        self._server.terminate()
        self._server.wait(10)
