"""Light packages: Python stays on the course's public site, and the worker fetches it from there.

The worker itself is in the package, since a worker must come from the page's own origin. That site must let other origins read
`assets/py-HASH/` (`Access-Control-Allow-Origin: *`), and must keep that folder as long as the package is in use.
"""

import json
from collections.abc import Mapping

from interactive.publishing.packages.contents import Site, Unfit


def pointed_at(files: Mapping[str, bytes], site: Site, address: str) -> dict[str, bytes]:
    """The same files, but with a worker that fetches Python from this address."""
    name = f"{site.scripts}/worker.js"
    beside = json.dumps(f"../{site.runtime.rpartition('/')[2]}/").encode()
    there = json.dumps(f"{address.rstrip('/')}/{site.runtime}/").encode()
    if files[name].count(beside) != 1:
        raise Unfit(f"{name} does not say once where Python is ({beside.decode()})")
    return {**files, name: files[name].replace(beside, there)}
