"""The casefile: a rule made of elements is applied to facts, element by element, and then to the same facts with one thing changed."""
