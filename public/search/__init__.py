"""The search page: its query string, what the hits can be narrowed to, and how a hit is shown."""
