"""`course assets`: compiled definitions as files, for whoever wants to look at them or builds without MkDocs."""

import json
from pathlib import Path

from interactive.authoring.definitions import canonical, compile_refs, digest


def write_assets(root: Path) -> int:
    """Write every compiled definition and index.json (ref -> digest), touching only what changed; returns their number."""
    target = root / ".build" / "definitions"
    target.mkdir(parents=True, exist_ok=True)
    compiled = compile_refs(root)
    files = {f"{digest(definition)}.json": canonical(definition) for definition in compiled.values()}
    files["index.json"] = json.dumps({ref: digest(definition) for ref, definition in compiled.items()}, indent=2) + "\n"
    for stale in set(target.glob("*.json")) - {target / name for name in files}:
        stale.unlink()
    for name, text in files.items():
        path = target / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
    return len(compiled)
