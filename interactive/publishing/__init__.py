"""From a built MkDocs site to Second Track: the browser runtime, the bundled scripts and styles, the finished pages."""
