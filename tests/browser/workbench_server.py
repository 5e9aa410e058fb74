"""Open edX's SCORM player in its makers' workbench, as a small server: `workbench_server.py FOLDER PORT`.

It runs in an environment of its own (`.ci/setup workbench`), never in ours; test_workbench.py starts it and talks to it over HTTP.
Three things make the workbench fit the player, which expects a whole Open edX around it: the folder that uploads are unpacked in is served
as it is (its own proxy loses the file's path to a query string here), every block has a location, and there is one scenario, the player.
"""

import os
import sys
from pathlib import Path
from types import SimpleNamespace

SCENARIO = "second-track"


def main(folder: Path, port: int) -> None:
    (folder / "var").mkdir(parents=True, exist_ok=True)
    os.chdir(folder)  # the workbench keeps its database and its log below the folder that it is started in
    os.environ["DJANGO_SETTINGS_MODULE"] = "workbench.settings"
    from workbench import settings

    settings.MEDIA_ROOT, settings.MEDIA_URL = str(folder / "media"), "/media/"
    settings.XBLOCK_SETTINGS = {"ScormXBlock": {"PROXY_ASSETS_LMS": False}}
    import django

    django.setup()
    from django.core.management import call_command
    from workbench import scenarios, views
    from workbench.runtime import WorkbenchRuntime

    call_command("migrate", verbosity=0)
    WorkbenchRuntime._patch_xblock = _placed
    scenarios.add_xml_scenario(SCENARIO, "Second Track", "<scorm/>")
    views.get_scenarios = lambda: scenarios.SCENARIOS
    call_command("runserver", f"127.0.0.1:{port}", use_reloader=False)


def _placed(_: object, block: object) -> None:
    block.location = SimpleNamespace(block_id="second-track", html_id=lambda: "second-track")
    block.course_id = "second-track"


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), int(sys.argv[2]))
