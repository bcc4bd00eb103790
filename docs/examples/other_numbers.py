"""Propose a difference wherever two reports give other numbers of the same thing."""

import json
import sys
from itertools import combinations

articles = [json.loads(line) for line in sys.stdin]
numbers = [
    (article, said)
    for article in articles
    for said in article["annotations"]
    if said["type"] == "figure" and said.get("of") and said.get("low") is not None
]
for (one, first), (other, second) in combinations(numbers, 2):
    same_thing = first["of"] == second["of"] and one["id"] != other["id"]
    if same_thing and first["low"] != second["low"]:
        readings = [
            {"article": article["id"], **{key: said[key] for key in ("start", "end", "exact")}}
            for article, said in ((one, first), (other, second))
        ]
        words = f"{one['siglum']} has “{first['exact']}”, {other['siglum']} “{second['exact']}”."
        print(json.dumps({"kind": "figure", "explanation": words, "readings": readings}))
