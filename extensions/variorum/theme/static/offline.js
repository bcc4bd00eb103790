// A page opened from a folder may not fetch its neighbours, so there the results have no excerpts.
if (location.protocol === "file:") DOCUMENTATION_OPTIONS.SHOW_SEARCH_SUMMARY = false;
