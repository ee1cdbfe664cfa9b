-- The column counts says which version of an assessment and which of the
-- places that state a score count; every view keeps to it.
CREATE VIEW compliance AS
SELECT s.report_id, c.forum, coalesce(m.summit, r.summit) AS summit, c.year, c.stage, s.commitment_id, c.promise_id, c.number, c.serial,
       c.issue_area, c.title, c.area, s.member, s.member_name, s.score, s.status, s.stated_in, s.file, s.page
FROM scores AS s
JOIN commitments AS c USING (commitment_id)
JOIN reports AS r ON r.report_id = s.report_id
LEFT JOIN summits AS m ON m.summit_id = c.summit_id
WHERE s.counts = 1;

CREATE VIEW averages_by_summit AS
SELECT forum, year, summit, count(score) AS scores, avg(score) AS average, (avg(score) + 1) * 50 AS percent
FROM compliance GROUP BY forum, year, summit;

CREATE VIEW averages_by_report AS
SELECT report_id, forum, summit, year, stage, count(score) AS scores, avg(score) AS average, (avg(score) + 1) * 50 AS percent
FROM compliance GROUP BY report_id;

CREATE VIEW averages_by_member AS
SELECT forum, coalesce(member, member_name) AS member, count(score) AS scores, avg(score) AS average, (avg(score) + 1) * 50 AS percent
FROM compliance GROUP BY forum, coalesce(member, member_name);

CREATE VIEW averages_by_issue_area AS
SELECT forum, issue_area, count(score) AS scores, avg(score) AS average, (avg(score) + 1) * 50 AS percent
FROM compliance GROUP BY forum, issue_area;

-- Where two places of one report state different scores.
CREATE VIEW score_disagreements AS
SELECT a.report_id, a.commitment_id, a.member, a.stated_in AS first_place, a.score AS first_score, a.page AS first_page,
       b.stated_in AS second_place, b.score AS second_score, b.page AS second_page
FROM scores AS a JOIN scores AS b
  ON a.commitment_id = b.commitment_id AND a.member = b.member AND a.score_id < b.score_id AND a.score <> b.score
JOIN commitments AS c ON c.commitment_id = a.commitment_id
WHERE c.counts = 1;

CREATE VIEW averages_that_differ AS
SELECT * FROM averages WHERE verdict = 'differs' AND counts = 1;

-- Every source with the action that it supports.
CREATE VIEW sources_of_actions AS
SELECT a.report_id, a.commitment_id, a.member, a.date, a.text AS action, c.number AS footnote, c.title, c.publisher, c.published, c.url
FROM action_citations AS x JOIN actions AS a USING (action_id) JOIN citations AS c USING (citation_id)
JOIN commitments AS m ON m.commitment_id = a.commitment_id
WHERE m.counts = 1;
