"""On whose publications do the assessments rest?

Python with DuckDB (pip install duckdb). Run in the data set's folder:
python3 examples/sources.py
"""
import duckdb

QUESTION = """
SELECT coalesce(c.publisher, '(not stated)') AS publisher,
       count(*) AS cited,
       count(DISTINCT a.member) AS members,
       count(DISTINCT a.commitment_id) AS commitments
FROM 'parquet/action_citations.parquet' AS x
JOIN 'parquet/actions.parquet' AS a USING (action_id)
JOIN 'parquet/citations.parquet' AS c USING (citation_id)
JOIN 'parquet/commitments.parquet' AS m ON m.commitment_id = a.commitment_id
WHERE m.counts = 1  -- the version that counts: see CAUTIONS.md
GROUP BY publisher
ORDER BY cited DESC, publisher
LIMIT 20
"""

for row in duckdb.sql(QUESTION).fetchall():
    print(*row, sep="\t")
