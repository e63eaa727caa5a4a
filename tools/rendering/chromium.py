"""Chromium over its DevTools pipe: open a page, press keys, read, take pictures, print.

The Chrome DevTools Protocol (https://chromedevtools.github.io/devtools-protocol/) as JSON messages,
each ended by a NUL, on file descriptors 3 (to the browser) and 4 (from it): what
`--remote-debugging-pipe` asks for.  Nothing but the standard library.
"""

from __future__ import annotations

import fcntl
import json
import os
import select
import shutil
import signal
import tempfile
import time
from base64 import b64decode
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Self

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--disable-default-apps",
    "--disable-dev-shm-usage", "--hide-scrollbars", "--mute-audio", "--force-color-profile=srgb",
    "--remote-debugging-pipe",
)  # fmt: skip
PATIENCE = 60.0
"""Seconds after which a browser that does not answer has failed."""

KEYS = {
    "ArrowLeft": 37, "ArrowUp": 38, "ArrowRight": 39, "ArrowDown": 40, "PageUp": 33, "PageDown": 34,
    "Home": 36, "End": 35, "Escape": 27, "Enter": 13, "Tab": 9, " ": 32, "?": 191,
}  # fmt: skip
"""Windows virtual key codes of keys that are no letters or digits."""
SHIFTED = "?"
SHIFT = 8
"""The protocol's modifier bit of the shift key."""


def find_chromium() -> str | None:
    """The browser to use: DECKGEN_CHROMIUM, else the first of the usual names on the PATH."""
    named = os.environ.get("DECKGEN_CHROMIUM")
    return named or next((found for name in NAMES if (found := shutil.which(name))), None)


class BrowserError(Exception):
    """The browser said no, did not answer, or a script failed in the page."""


class Pipe:
    """Messages to and from one browser process."""

    def __init__(self, executable: str, profile: str) -> None:
        browser_reads, self._write = _high_pipe()
        self._read, browser_writes = _high_pipe()
        self.pid = os.posix_spawnp(
            executable,
            [executable, *FLAGS, f"--user-data-dir={profile}"],
            os.environ,
            file_actions=[
                (os.POSIX_SPAWN_DUP2, browser_reads, 3),
                (os.POSIX_SPAWN_DUP2, browser_writes, 4),
                (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0o600),
                (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0o600),
            ],
            setpgroup=0,
        )
        os.close(browser_reads)
        os.close(browser_writes)
        self._buffer = bytearray()

    def send(self, message: dict[str, Any]) -> None:
        """Write one message."""
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self._write, data) :]

    def receive(self, deadline: float) -> dict[str, Any] | None:
        """The next message, or None when `deadline` (of `time.monotonic`) has passed."""
        while (end := self._buffer.find(b"\0")) < 0:
            ready, _, _ = select.select([self._read], [], [], max(0.0, deadline - time.monotonic()))
            if not ready:
                return None
            data = os.read(self._read, 1 << 20)
            if not data:
                raise BrowserError("the browser has gone")
            self._buffer += data
        message: dict[str, Any] = json.loads(self._buffer[:end])
        del self._buffer[: end + 1]
        return message

    def close(self) -> None:
        """End the browser and its children."""
        os.close(self._write)
        os.close(self._read)
        deadline = time.monotonic() + 5
        while time.monotonic() < deadline and os.waitpid(self.pid, os.WNOHANG) == (0, 0):
            time.sleep(0.02)
        with suppress(ProcessLookupError, ChildProcessError):
            os.killpg(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)


def _high_pipe() -> tuple[int, int]:
    """A pipe whose ends are out of the way of descriptors 3 and 4."""
    ends = os.pipe()
    high = [fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, 20) for end in ends]
    for end in ends:
        os.close(end)
    return high[0], high[1]


@dataclass(slots=True)
class Tab:
    """One page.  `problems` are script errors and console errors; `requests` all but `data:`."""

    browser: Browser
    target: str
    session: str
    scripts: bool = True
    problems: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    loads: int = 0

    def call(self, method: str, **params: Any) -> dict[str, Any]:
        """One command of the protocol."""
        return self.browser.call(method, self.session, **params)

    def resize(self, width: int, height: int, scale: float = 1.0) -> None:
        """Give the window a size in CSS px, drawn at `scale` device pixels each."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height,
                  deviceScaleFactor=scale, mobile=False)  # fmt: skip

    def navigate(self, url: str) -> None:
        """Go to an address and wait until it has loaded, fonts too."""
        loads = self.loads
        self.call("Page.navigate", url=url)
        deadline = time.monotonic() + PATIENCE
        while self.loads == loads:
            self.browser.pump(deadline)
        self.evaluate("document.fonts.ready.then(() => true)")

    def evaluate(self, expression: str) -> Any:
        """The value of a JavaScript expression, as JSON data; promises are awaited."""
        answer = self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True,
                           userGesture=True)  # fmt: skip
        if "exceptionDetails" in answer:
            raise BrowserError(_exception_text(answer["exceptionDetails"]))
        return answer["result"].get("value")

    def wait_for(self, condition: str, seconds: float = 10.0) -> None:
        """Wait until a JavaScript expression is truthy."""
        deadline = time.monotonic() + seconds
        while not self.evaluate(f"Boolean({condition})"):
            if time.monotonic() > deadline:
                raise BrowserError(f"waited in vain for: {condition}")
            time.sleep(0.02)

    def press(self, key: str, *, control: bool = False) -> None:
        """Press and release a key, by its DOM name ("ArrowRight", " ", "?", "f")."""
        code = KEYS.get(key) or ord(key.upper())
        modifiers = (SHIFT if key in SHIFTED else 0) | (2 if control else 0)
        params = {"key": key, "windowsVirtualKeyCode": code, "modifiers": modifiers}
        text = {"text": key} if len(key) == 1 and not control else {}
        self.call("Input.dispatchKeyEvent", type="keyDown" if text else "rawKeyDown", **params, **text)
        self.call("Input.dispatchKeyEvent", type="keyUp", **params)

    def click(self, selector: str) -> None:
        """Click the middle of the first element that a selector finds."""
        x, y = self.evaluate(
            f"(() => {{ const r = document.querySelector({json.dumps(selector)}).getBoundingClientRect();"
            " return [r.x + r.width / 2, r.y + r.height / 2]; })()"
        )
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def screenshot(self) -> bytes:
        """What the window shows, as a PNG."""
        self.call("Page.bringToFront")
        if self.scripts:
            self.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        return b64decode(self.call("Page.captureScreenshot", format="png")["data"])

    def pdf(self) -> bytes:
        """The page as printed, on paper of the size that it asks for."""
        answer = self.call("Page.printToPDF", preferCSSPageSize=True, printBackground=True)
        return b64decode(answer["data"])

    def close(self) -> None:
        """Close the page."""
        self.browser.call("Target.closeTarget", targetId=self.target)
        self.browser.tabs.pop(self.session, None)

    def heard(self, method: str, params: dict[str, Any]) -> None:
        """Note an event of the page."""
        match method:
            case "Page.loadEventFired":
                self.loads += 1
            case "Runtime.exceptionThrown":
                self.problems.append(_exception_text(params["exceptionDetails"]))
            case "Runtime.consoleAPICalled" if params["type"] in ("error", "warning", "assert"):
                values = [str(arg.get("value", arg.get("description"))) for arg in params["args"]]
                self.problems.append(f"{params['type']}: {' '.join(values)}")
            case "Log.entryAdded" if params["entry"]["level"] in ("error", "warning"):
                self.problems.append(params["entry"]["text"])
            case "Network.requestWillBeSent" if not params["request"]["url"].startswith("data:"):
                self.requests.append(params["request"]["url"])


def _exception_text(details: dict[str, Any]) -> str:
    return str(details.get("exception", {}).get("description") or details["text"])


class Browser:
    """A headless Chromium with a profile of its own, gone at the end of the `with`."""

    def __init__(self, executable: str | None = None) -> None:
        found = executable or find_chromium()
        if found is None:
            raise BrowserError("no Chromium on the PATH, and DECKGEN_CHROMIUM is not set")
        self.executable = found
        self.tabs: dict[str, Tab] = {}
        self._last = 0

    def __enter__(self) -> Self:
        self._profile = tempfile.TemporaryDirectory(prefix="chromium-", ignore_cleanup_errors=True)
        self._pipe = Pipe(self.executable, self._profile.name)
        self.call("Target.setDiscoverTargets", discover=True)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pipe.send({"id": self._last + 1, "method": "Browser.close"})
        self._pipe.close()
        self._profile.cleanup()

    def call(self, method: str, session: str | None = None, **params: Any) -> dict[str, Any]:
        """One command of the protocol, and its answer; events that come between are noted."""
        self._last += 1
        number, deadline = self._last, time.monotonic() + PATIENCE
        to = {"sessionId": session} if session else {}
        self._pipe.send({"id": number, "method": method, "params": params, **to})
        while True:
            message = self.pump(deadline)
            if message.get("id") == number:
                break
        if "error" in message:
            raise BrowserError(f"{method}: {message['error']['message']}")
        result: dict[str, Any] = message["result"]
        return result

    def pump(self, deadline: float) -> dict[str, Any]:
        """Take one message; events go to their tab."""
        message = self._pipe.receive(deadline)
        if message is None:
            raise BrowserError("the browser does not answer")
        tab = self.tabs.get(message.get("sessionId", ""))
        if tab is not None and "method" in message:
            tab.heard(message["method"], message["params"])
        return message

    def open(
        self, page: Path | str, width: int = 960, height: int = 540, *, scale: float = 1.0,
        scripts: bool = True,
    ) -> Tab:  # fmt: skip
        """A new tab with a file or an address in it, loaded; `scripts=False` switches JavaScript off."""
        tab = self._attach(self.call("Target.createTarget", url="about:blank")["targetId"])
        tab.call("Page.bringToFront")  # a page behind another one draws no frames
        tab.resize(width, height, scale)
        tab.scripts = scripts
        if not scripts:
            tab.call("Emulation.setScriptExecutionDisabled", value=True)
        tab.navigate(page if isinstance(page, str) else page.resolve().as_uri())
        return tab

    def popup(self, seconds: float = 10.0) -> Tab:
        """The window that a page has opened."""
        deadline = time.monotonic() + seconds
        known = {tab.target for tab in self.tabs.values()}
        while time.monotonic() < deadline:
            for target in self.call("Target.getTargets")["targetInfos"]:
                if target["type"] == "page" and target.get("openerId") and target["targetId"] not in known:
                    return self._attach(target["targetId"])
            time.sleep(0.05)
        raise BrowserError("no window was opened")

    def _attach(self, target: str) -> Tab:
        session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        tab = self.tabs[session] = Tab(self, target, session)
        for domain in ("Page", "Runtime", "Log", "Network"):
            tab.call(f"{domain}.enable")
        return tab
