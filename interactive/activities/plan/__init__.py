"""A plan made of choices, criticized against conditions that the literature names, kept and revised."""
