"""Questions without right answers that end in a suggestion: from which seat do you look, and where might you go from there?"""
