"""How did each member comply, summit by summit?

Python with DuckDB (pip install duckdb). Run in the data set's folder:
python3 examples/averages.py
"""
import duckdb

# counts = 1: one score per commitment and member, of the version that counts
# (CAUTIONS.md has the rule).
QUESTION = """
SELECT r.forum, r.year, coalesce(s.member, s.member_name) AS who, count(s.score) AS scores,
       avg(s.score) AS average, (avg(s.score) + 1) * 50 AS percent
FROM 'parquet/scores.parquet' AS s
JOIN 'parquet/reports.parquet' AS r ON r.report_id = s.report_id
WHERE s.counts = 1 AND s.score IS NOT NULL
GROUP BY r.forum, r.year, who
ORDER BY r.forum, r.year, who
"""

for row in duckdb.sql(QUESTION).fetchall():
    print(*row, sep="\t")
