"""The security policy that the site can live under, written down for those who host it."""

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

FOR_EVER = "public, max-age=31536000, immutable"  # for folders that carry a hash of their content in their name
ALWAYS = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer"}
INLINE = re.compile(r"<script(?![^>]*\b(?:src=|type=[\"']?application/))[^>]*>(.*?)</script>", re.DOTALL)


def inline_hashes(site: Path) -> list[str]:
    """The CSP hashes of all inline scripts that run, over all pages."""
    found = {script for path in site.rglob("*.html") for script in INLINE.findall(path.read_text(encoding="utf-8"))}
    return sorted("'sha256-" + b64encode(sha256(script.encode()).digest()).decode() + "'" for script in found)


def policy(site: Path) -> str:
    """The Content-Security-Policy: nothing from anywhere else, and WebAssembly for Python."""
    scripts = " ".join(["'self'", "'wasm-unsafe-eval'", *inline_hashes(site)])
    return f"default-src 'self'; script-src {scripts}; frame-ancestors *"


def write_headers(site: Path) -> None:
    """Write `_headers`, which Netlify and Cloudflare Pages read; for other servers it is a text to copy from."""
    lines = ["/*", f"  Content-Security-Policy: {policy(site)}"]
    lines += [f"  {name}: {value}" for name, value in ALWAYS.items()]
    for hashed in ("/assets/py-*", "/assets/st-*"):
        lines += [hashed, f"  Cache-Control: {FOR_EVER}"]
        if "/py-" in hashed:
            lines += ["  Access-Control-Allow-Origin: *"]  # light packages run in an LMS and fetch Python from here
    (site / "_headers").write_text("\n".join(lines) + "\n", encoding="utf-8")
