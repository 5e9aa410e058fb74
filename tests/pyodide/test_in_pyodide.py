"""The pure suite, unchanged, inside the browser's Python (design.md, rule 5)."""

import re
import shutil
import subprocess
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PURE = [
    "tests/kernel",
    "tests/activities",
    "tests/review",
    "tests/record",
    "tests/runtime",
    "tests/labs",
    "tests/golden",
]


@pytest.mark.skipif(not shutil.which("node"), reason="needs Node, which `make test` brings")
def test_the_pure_suite_passes_in_pyodide():
    packages = sysconfig.get_path("purelib")
    command = [
        "node",
        str(ROOT / "tests/pyodide/run.mjs"),
        str(ROOT),
        packages,
        "-p",
        "no:xdist",
        "-p",
        "no:playwright",
        *PURE,
    ]
    done = subprocess.run(command, capture_output=True, text=True, timeout=900, check=False)
    print(done.stdout[-3000:], done.stderr[-2000:])
    assert done.returncode == 0
    passed = int(re.search(r"(\d+) passed", done.stdout)[1])
    assert passed > 100
