"""The labs: notebooks whose cells run at build and again in the reader's browser. No other layer imports this one but publishing."""
