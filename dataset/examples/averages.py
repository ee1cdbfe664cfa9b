"""How did each member comply, summit by summit?

Python alone. Run in the data set's folder: python3 examples/averages.py
"""
import sqlite3

# One row per promise and member, of the version that counts (CAUTIONS.md has
# the rule).
QUESTION = """
SELECT forum, year, coalesce(member, member_name) AS who, count(score) AS scores,
       avg(score) AS average, (avg(score) + 1) * 50 AS percent
FROM panel
WHERE status = 'scored'
GROUP BY forum, year, who
ORDER BY forum, year, who
"""

for row in sqlite3.connect("recount.sqlite").execute(QUESTION):
    print(*row, sep="\t")
