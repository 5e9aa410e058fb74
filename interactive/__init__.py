"""Second Track: the course's engines, its authoring tools and its publishing tools. design.md tells how they fit."""
