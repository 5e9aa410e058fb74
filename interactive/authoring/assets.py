"""`course assets`: compiled definitions as files, for whoever wants to look at them or builds without MkDocs."""

from pathlib import Path

from interactive.authoring.definitions import compile_all


def write_assets(root: Path) -> int:
    """Write every compiled definition, touching only what changed; returns how many there are."""
    target = root / ".build" / "definitions"
    target.mkdir(parents=True, exist_ok=True)
    compiled = compile_all(root)
    for stale in set(target.glob("*.json")) - {target / f"{name}.json" for name in compiled}:
        stale.unlink()
    for name, text in compiled.items():
        path = target / f"{name}.json"
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
    return len(compiled)
