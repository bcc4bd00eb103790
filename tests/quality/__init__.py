"""How good the annotations are: gold made by hand, a scorer, floors and a printed measure."""
