"""Activities as sheets of paper: what students get, what the instructor keeps, each a file that needs nothing else."""
