"""The sorter: cards are placed in bins, by dragging, by picking up and placing, or from a list."""
