"""The desk: ``variorum serve`` builds a site, shows it, and takes an editor's word in the page.

:mod:`.site` builds the site and knows what was found, :mod:`.watch` builds again when a file
changes, :mod:`.things` says of each mark what can be decided, :mod:`.entries` and :mod:`.ledger`
write a decision as the entry that a person would have pasted into ``corrections.yaml``,
:mod:`.guard` lets in nobody but who has the address, :mod:`.routes` answers the browser and
:mod:`.serve` gives it an address. The files under ``page`` are laid over a page when it is served:
a built site holds none of it.
"""
