"""Static servers for the tests: a plain one, and a strict one that serves as badly as the worst host we know (lms.md)."""

import functools
import http.server
import mimetypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class Plain(http.server.SimpleHTTPRequestHandler):
    """What `python -m http.server` does, silently, under a sub-path: the site never stands at the root in these tests."""

    prefix = "/some/course"
    headers_to_add: dict[str, str] = {}
    protocol_version = "HTTP/1.1"

    def translate_path(self, path: str) -> str:
        if not path.startswith(self.prefix + "/"):
            return str(Path(self.directory) / "nothing-here")
        return super().translate_path(path.removeprefix(self.prefix))

    def end_headers(self) -> None:
        for name, value in self.headers_to_add.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        pass


class Strict(Plain):
    """Moodle's manners: wasm as octet-stream, .mjs as text, no directory index."""

    def guess_type(self, path: object) -> str:
        name = str(path)
        if name.endswith(".wasm"):
            return "application/octet-stream"
        if name.endswith(".mjs"):
            return "text/plain"
        return mimetypes.guess_type(name)[0] or "application/octet-stream"

    def list_directory(self, path: object) -> None:
        self.send_error(404)

    def send_head(self):  # noqa: ANN201
        if self.path.split("?")[0].endswith("/"):
            return self.send_error(404)
        return super().send_head()


@contextmanager
def serving(folder: Path, handler: type[Plain] = Plain, **headers: str) -> Iterator[str]:
    """Serve a folder; yields the address of its root, with a slash at the end."""
    added = {name.replace("_", "-"): value for name, value in headers.items()}
    made = type("Made", (handler,), {"headers_to_add": added})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(made, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}{handler.prefix}/"
    finally:
        server.shutdown()
        server.server_close()
