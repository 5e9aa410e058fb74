"""The wheels for the browser: what they hold, and that the same installation gives the same bytes."""

import ast
import subprocess
import sys
import typing
import zipfile
from importlib.metadata import distribution
from pathlib import Path

from interactive.publishing.wheels import LEFT_OUT, needed_wheels, rebuild, versions


def names(path: Path) -> list[str]:
    with zipfile.ZipFile(path) as wheel:
        return wheel.namelist()


def test_a_wheel_is_rebuilt_the_same_twice(tmp_path):
    for place in ("one", "two"):
        (tmp_path / place).mkdir()
    one, two = (needed_wheels(tmp_path / place) for place in ("one", "two"))
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in two]
    assert [path.name.split("-")[0] for path in one] == ["fsrs", "typing_extensions"]


def test_it_holds_the_code_and_the_license_and_not_what_a_browser_never_runs(tmp_path):
    listed = names(rebuild("fsrs", tmp_path))
    assert "fsrs/scheduler.py" in listed and any(name.endswith("LICENSE") for name in listed)
    assert any(name.endswith("RECORD") for name in listed) and not any(name.endswith(LEFT_OUT) for name in listed)
    assert not any("__pycache__" in name or name.endswith("INSTALLER") for name in listed)


def test_what_fsrs_wants_of_typing_extensions_the_standard_library_has():
    """If this fails after an update of fsrs, put `typing_extensions` into NEEDED and drop the stand-in."""
    found = distribution("fsrs")
    for path in found.files or ():
        if path.suffix == ".py" and not path.as_posix().endswith(LEFT_OUT):
            for node in ast.walk(ast.parse(Path(str(found.locate_file(path))).read_text(encoding="utf-8"))):
                if isinstance(node, ast.ImportFrom) and node.module == "typing_extensions":
                    assert {alias.name for alias in node.names} <= set(typing.__all__)
                assert not (isinstance(node, ast.Import) and any("typing_ext" in alias.name for alias in node.names))


def test_the_wheels_alone_schedule_a_review(tmp_path):
    wheels = [str(path) for path in needed_wheels(tmp_path)]
    code = (
        f"import sys; sys.path[:0] = {wheels}\n"
        "from datetime import datetime, timezone\nfrom fsrs import Card, Rating, Scheduler\nimport fsrs\n"
        "now = datetime(2026, 1, 1, tzinfo=timezone.utc)\n"
        "card, _ = Scheduler(enable_fuzzing=False).review_card(Card(card_id=1, due=now), Rating.Good, now)\n"
        "print(fsrs.__file__, 'torch' in sys.modules, card.due > now)"
    )
    done = subprocess.run([sys.executable, "-S", "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split()[1:] == ["False", "True"] and ".whl" in done.stdout


def test_versions_are_part_of_the_runtimes_name():
    assert f"fsrs-{distribution('fsrs').version}" in versions() and "typing_extensions-" in versions()
