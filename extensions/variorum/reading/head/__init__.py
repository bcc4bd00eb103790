"""What an article's head says: lines of names and dates come in, outlets, authors and days go out.

A new way of writing a head is a cell of a line (``cells``), a key (``data/keys.toml``), or a name
or form of an outlet (``data/outlets.toml``).
"""
