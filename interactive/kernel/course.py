"""Which course this is. A record says which course it belongs to, so that another course's file is never mixed in."""

COURSE = "second-track"
