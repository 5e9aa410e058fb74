"""Items to answer: one inside a lesson, a quiz at its end, a self-test over lessons, a session of spaced review."""
