"""`course prove`: a story's whole state space is walked, thousands of plays are drawn by lot, and the figures are printed."""
