"""What the worker calls: one function, strings in and strings out."""
