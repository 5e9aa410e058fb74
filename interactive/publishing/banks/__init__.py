"""Question banks for learning management systems: the items of every lesson in the formats that those systems read."""
