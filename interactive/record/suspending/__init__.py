"""A lesson's state in the few characters that an LMS keeps (SCORM's suspend_data), and back again."""
