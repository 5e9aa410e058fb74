"""The vocabulary that every activity shares. Standard library only; runs unchanged in CPython and in the browser."""
