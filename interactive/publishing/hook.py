"""The MkDocs hook, boring on purpose: it only calls the plain command, so that other builders can do the same."""

from pathlib import Path
from typing import Any

from interactive.publishing.publish import publish


def on_post_build(config: Any, **_: Any) -> None:
    """Publish into whatever folder MkDocs has just filled (for `mkdocs serve` a temporary one)."""
    publish(Path(config.config_file_path).parent, Path(config.site_dir))
