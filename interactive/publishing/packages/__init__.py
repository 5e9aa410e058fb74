"""Packages for learning management systems: SCORM 1.2 and 2004, cut from the finished site."""
