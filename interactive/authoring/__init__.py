"""What authors use, in CPython only: read, check and compile what they wrote, and put it on the page."""
