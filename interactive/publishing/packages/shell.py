"""The page that an LMS opens: it holds the connection and shows the lesson in a frame (interactive/web/lms)."""

import json
from html import escape

from interactive.publishing.packages.inside import Lesson

LIMITS = {"1.2": 4096, "2004": 64000}  # characters of suspend_data that the standard grants
STYLE = "html,body{height:100%;margin:0;overflow:hidden;background:Canvas}iframe{display:block;width:100%;height:100%;border:0}"


def shell(lesson: Lesson, standard: str, scripts: str) -> str:
    """Write the shell of one lesson. `scripts` is the folder of the site's scripts, inside `course/`."""
    told = {"standard": standard, "lesson": lesson.folder, "page": f"course/{lesson.page}", "limit": LIMITS[standard]}
    data = json.dumps(told).replace("<", "\\u003c")
    title = escape(lesson.title)
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>{title} - Second Track</title>
<link rel="icon" href="course/assets/favicon.svg">
<style>{STYLE}</style>
</head>
<body>
<script type="application/json" id="second-track-lms">{data}</script>
<script src="course/{scripts}/shell.js"></script>
<iframe id="second-track-page" title="{title}" src="course/{lesson.page}" allow="clipboard-write; fullscreen"></iframe>
</body>
</html>
"""
