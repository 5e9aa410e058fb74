"""A memo written in sections, fed from earlier work, held against a rubric that names what is missing and writes nothing."""
