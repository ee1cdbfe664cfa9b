package dataset

import (
	"math/big"
	"slices"
	"strconv"
	"strings"
	"time"

	"recount.invalid/recount/audit"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/dataset/internal/normal"
	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// ReportID makes a report's id from the SHA-256 of its file: the first
// twelve hexadecimal digits behind letters, which keep a spreadsheet from
// reading a number or a date into it.
func ReportID(sha256 string) string {
	const digits = 12
	return "rep_" + sha256[:min(digits, len(sha256))]
}

// rowMaker collects the rows of one report.
type rowMaker struct {
	report *model.Report
	result *audit.Result
	id     string
	rows   []TableRow
	taken  map[string]int

	byNumber map[int]string    // commitment's id by its number
	bySerial map[string]string // and by its serial
	notes    map[noteKey]string

	words   *vocabulary.Vocabulary
	kind    string
	summit  summitRef            // the report's
	summits map[string]summitRef // by the commitment's id
	marks   marks
}

// noteKey finds a footnote: numbers may begin anew in each chapter.
type noteKey struct{ commitment, number int }

// RowsOf makes the rows of a report, or of a table of published scores, in the
// tables that are made of one report alone. They depend on its arguments alone.
// The column `file` holds the report's own file name, `counts` 0 and
// `promise_id` nothing; Writer.Report fills them. words are those that the
// report was read by; nil means the built-in ones.
func RowsOf(report *model.Report, result *audit.Result, words *vocabulary.Vocabulary) []TableRow {
	if words == nil {
		words = vocabulary.Default()
	}
	m := &rowMaker{
		report: report, result: result, id: ReportID(report.Source.Identity()),
		taken:    map[string]int{},
		byNumber: map[int]string{}, bySerial: map[string]string{}, notes: map[noteKey]string{},
		words: words, kind: kindReport, summits: map[string]summitRef{}, marks: newMarks(report),
	}
	known := "chapter"
	if isScores(report) {
		m.kind, known = kindTable, "published"
	} else {
		m.summit = summitOf(words, report.Report.Forum, report.Report.Summit.Year, report.Report.Summit.Name, "")
	}
	m.add(tableReports, reportsTable.row(reportValue{
		place: m.at(report.Report.At, "/report"), id: m.id, kind: m.kind, report: report, summit: m.summit,
	}))
	chapters := make([]string, len(report.Commitments))
	published := m.published()
	for i := range report.Commitments {
		chapters[i] = m.commitment(known, &report.Commitments[i], published(i), pointer("commitments", i))
	}
	m.otherCommitments()
	m.footnotes()
	for i := range report.Commitments {
		m.chapter(chapters[i], &report.Commitments[i], pointer("commitments", i))
	}
	for i := range report.Matrices {
		m.matrix(i, &report.Matrices[i])
	}
	m.findings()
	m.problems()
	for i := range report.Corrections {
		c := &report.Corrections[i]
		m.add(tableCorrections, correctionsTable.row(correctionValue{
			place: m.at(nil, c.Path), id: m.unique(m.id, "correction"+strconv.Itoa(i+1)), reportID: m.id, c: c,
		}))
	}
	return m.rows
}

func (m *rowMaker) add(table int, row Row) {
	m.rows = append(m.rows, TableRow{Table: table, Row: row})
}

// at is the place of what stands in the report under a JSON Pointer.
func (m *rowMaker) at(at model.At, path string) place {
	return place{file: model.Visible(m.report.Source.File), at: at, path: path, doubted: m.marks.doubted(path), corrected: m.marks.corrected(path)}
}

// unique makes an id below another one; where the report gives the same
// twice (two commitments of one number), the later ones are counted.
func (m *rowMaker) unique(parts ...string) string {
	id := strings.Join(parts, ".")
	m.taken[id]++
	if n := m.taken[id]; n > 1 {
		return m.unique(id, "no"+strconv.Itoa(n))
	}
	return id
}

// assessment is what is known of a commitment beside its chapter: of which
// summit it is and which stage of the assessment it has.
type assessment struct {
	summit summitRef
	stage  string
}

func (m *rowMaker) commitment(known string, c *model.Commitment, a assessment, path string) string {
	id := m.unique(m.id, "c"+strconv.Itoa(c.Number))
	if _, there := m.byNumber[c.Number]; !there {
		m.byNumber[c.Number] = id
	}
	if c.ID != "" {
		if _, there := m.bySerial[c.ID]; !there {
			m.bySerial[c.ID] = id
		}
	}
	m.summits[id] = a.summit
	at := m.at(c.At, path)
	at.row = c.Row
	area, topic := normalArea(m.words, c.IssueArea, c.Title)
	m.add(tableCommitments, commitmentsTable.row(commitmentValue{
		place: at, id: id, reportID: m.id, known: known, c: c,
		summit: a.summit, stage: a.stage, serial: normal.Serial(c.ID, a.summit.year), area: area, topic: topic,
	}))
	return id
}

// otherCommitments adds those that a list or a matrix names and no chapter
// assesses. What the list does not say of its commitment, the matrix may: its
// label is "Area: Title".
func (m *rowMaker) otherCommitments() {
	own := assessment{m.summit, m.report.Report.Stage}
	for i, l := range m.report.CommitmentsList {
		if m.find(l.Number, l.ID) != "" {
			continue
		}
		c := &model.Commitment{Number: l.Number, ID: l.ID, IssueArea: l.IssueArea, Text: l.Text, At: l.At}
		if label := m.label(l.Number, l.ID); c.IssueArea == "" {
			c.IssueArea, c.Title = splitLabel(label)
		}
		m.commitment("list", c, own, pointer("commitments_list", i))
	}
	for i := range m.report.Matrices {
		for j, r := range m.report.Matrices[i].Rows {
			if m.find(r.Number, r.ID) != "" {
				continue
			}
			area, title := splitLabel(r.Label)
			m.commitment("matrix", &model.Commitment{Number: r.Number, ID: r.ID, IssueArea: area, Title: title, At: r.At},
				own, pointer("matrices", i, "rows", j))
		}
	}
}

// label is what a matrix calls a commitment; of two that differ, neither.
func (m *rowMaker) label(number int, serial string) string {
	label := ""
	for i := range m.report.Matrices {
		for _, r := range m.report.Matrices[i].Rows {
			// A row without a serial is the list's where their numbers are.
			if r.Number != number || r.ID != "" && serial != "" && r.ID != serial || r.Label == "" {
				continue
			}
			if label != "" && label != r.Label {
				return ""
			}
			label = r.Label
		}
	}
	return label
}

// splitLabel divides "Area: Title".
func splitLabel(label string) (area, title string) {
	area, title, _ = strings.Cut(label, ":")
	return strings.TrimSpace(area), strings.TrimSpace(title)
}

// find gives the id of a commitment by its serial, otherwise by its number.
func (m *rowMaker) find(number int, serial string) string {
	if id := m.bySerial[serial]; serial != "" && id != "" {
		return id
	}
	return m.byNumber[number]
}

func (m *rowMaker) footnotes() {
	for i := range m.report.Footnotes {
		n := &m.report.Footnotes[i]
		parts := []string{m.id, "n" + strconv.Itoa(n.Number)}
		id := m.unique(parts...)
		key := noteKey{n.Commitment, n.Number}
		if _, there := m.notes[key]; !there {
			m.notes[key] = id
		}
		// Outside the chapters, and where numbers run through, the number
		// alone finds it.
		if _, there := m.notes[noteKey{-1, n.Number}]; !there {
			m.notes[noteKey{-1, n.Number}] = id
		}
		chapter := ""
		if n.Commitment > 0 {
			chapter = m.byNumber[n.Commitment]
		}
		m.add(tableCitations, citationsTable.row(citationValue{
			place: m.at(n.At, pointer("footnotes", i)), id: id, reportID: m.id, commitmentID: chapter, n: n,
		}))
	}
}

// note gives the id of the footnote that a marker in a chapter points to.
func (m *rowMaker) note(commitment, number int) string {
	if id := m.notes[noteKey{commitment, number}]; id != "" {
		return id
	}
	return m.notes[noteKey{-1, number}]
}

func (m *rowMaker) chapter(id string, c *model.Commitment, path string) {
	where := "table"
	if m.kind == kindTable {
		where = "published"
	}
	if a := c.Assessment; a != nil {
		for i := range a.Scores {
			s := &a.Scores[i]
			at := m.at(s.At, path+pointer("assessment", "scores", i))
			at.row = c.Row
			m.score(id, where, s.Member, s.Name, s.Score, s.Text, s.Column, at)
		}
		if a.Average != nil {
			at := m.at(a.Average.At, path+pointer("assessment", "average"))
			at.row = c.Row
			m.average(averageValue{
				place: at, commitmentID: id, scope: scopeCommitment,
				text: a.Average.Text, value: a.Average.Value, percent: a.Average.Percent,
			}, tableScoresOf(a), c.Number)
		}
	}
	for i := range c.Definitions {
		d := &c.Definitions[i]
		m.add(tableDefinitions, definitionsTable.row(definitionValue{
			place: m.at(d.At, path+pointer("definitions", i)), id: m.unique(id, "d"+strconv.Itoa(i+1)), reportID: m.id, commitmentID: id, d: d,
		}))
	}
	m.levels(id, "scoring-table", c.Rubric, path+"/rubric")
	m.levels(id, "guidelines", c.Guidelines, path+"/guidelines")
	for i := range c.Verdicts {
		m.verdict(id, c.Number, &c.Verdicts[i], path+pointer("verdicts", i))
	}
}

func (m *rowMaker) levels(id, source string, levels []model.Level, path string) {
	for i := range levels {
		m.add(tableRubrics, rubricsTable.row(rubricValue{
			place: m.at(levels[i].At, path+pointer(i)), id: m.unique(id, source, "l"+strconv.Itoa(i+1)),
			reportID: m.id, commitmentID: id, source: source, l: &levels[i],
		}))
	}
}

func (m *rowMaker) verdict(id string, number int, v *model.Verdict, path string) {
	if v.HeadingScore != nil {
		at := v.At
		if v.Heading != nil {
			at = v.Heading.At
		}
		m.score(id, "heading", v.Member, v.Name, v.HeadingScore, "", "", m.at(at, path+"/heading_score"))
	}
	if v.ConcludingScore != nil {
		at, words := v.At, ""
		if v.Concluding != nil {
			at, words = v.Concluding.At, v.Concluding.Text
		}
		m.score(id, "closing", v.Member, v.Name, v.ConcludingScore, words, "", m.at(at, path+"/concluding_score"))
	}
	for i := range v.Actions {
		a := &v.Actions[i]
		actionID := m.unique(id, memberPart(v.Member, v.Name), "a"+strconv.Itoa(i+1))
		m.add(tableActions, actionsTable.row(actionValue{
			place: m.at(a.At, path+pointer("actions", i)), id: actionID, reportID: m.id, commitmentID: id,
			member: v.Member, name: v.Name, position: i + 1, a: a,
		}))
		for j, ref := range a.Footnotes {
			note := m.note(number, ref.Number)
			if note == "" {
				continue // the audit reports a marker without a note
			}
			at := ref.At
			if len(at) == 0 {
				at = a.At
			}
			m.add(tableActionCitations, actionCitationsTable.row(actionCitationValue{
				place: m.at(at, path+pointer("actions", i, "footnotes", j)), id: m.unique(actionID, "m"+strconv.Itoa(j+1)), reportID: m.id,
				actionID: actionID, citationID: note, offset: ref.Offset,
			}))
		}
	}
}

// memberPart is the member's part of an id: its code, or a form of its name
// where the code is not known.
func memberPart(code, name string) string {
	if code != "" {
		return code
	}
	var b strings.Builder
	for _, r := range strings.ToLower(name) {
		if r >= 'a' && r <= 'z' {
			b.WriteRune(r)
		}
	}
	if b.Len() == 0 {
		return "member"
	}
	return b.String()
}

func (m *rowMaker) score(commitment, where, member, name string, score *int, printed, column string, at place) {
	m.add(tableScores, scoresTable.row(scoreValue{
		place: at, id: m.unique(commitment, memberPart(member, name), where), reportID: m.id, commitmentID: commitment,
		member: member, name: name, where: where, score: score, text: printed, column: column,
		status: statusOf(m.words, m.summits[commitment], member, score, printed),
	}))
}

func (m *rowMaker) matrix(index int, x *model.Matrix) {
	part := "matrix" + strconv.Itoa(index+1)
	columns := make([][]*int, len(x.Members))
	var all []*int
	path := pointer("matrices", index)
	for i, r := range x.Rows {
		id := m.find(r.Number, r.ID)
		rowPath := path + pointer("rows", i)
		for j, member := range x.Members {
			var score *int
			if j < len(r.Scores) {
				score = r.Scores[j]
			}
			name, cell := "", ""
			if j < len(x.Names) {
				name = x.Names[j]
			}
			if j < len(r.Cells) {
				cell = r.Cells[j]
			}
			columns[j] = append(columns[j], score)
			all = append(all, score)
			at := r.At // of the row, where the cell's own place is not known
			if j < len(r.CellsAt) && len(r.CellsAt[j]) > 0 {
				at = r.CellsAt[j]
			}
			m.score(id, "matrix", member, name, score, cell, "", m.at(at, rowPath+pointer("scores", j)))
		}
		if r.Average != nil {
			m.average(averageValue{
				place: m.at(atOr(r.Average.At, r.At), rowPath+"/average"), id: part, commitmentID: id, scope: "matrix-row",
				text: r.Average.Text, value: r.Average.Value, percent: r.Average.Percent,
			}, r.Scores, r.Number)
		}
	}
	for i, a := range x.ColumnAverages {
		var scores []*int
		for j, member := range x.Members {
			if member == a.Member {
				scores = columns[j]
				break
			}
		}
		m.average(averageValue{
			place: m.at(atOr(a.At, x.At), path+pointer("column_averages", i)), id: part, scope: "matrix-column", member: a.Member,
			text: a.Text, value: a.Value, percent: a.Percent,
		}, scores, 0)
	}
	if o := x.Overall; o != nil {
		m.average(averageValue{
			place: m.at(atOr(o.At, x.At), path+"/overall"), id: part, scope: "matrix-overall",
			text: o.Text, value: o.Value, percent: o.Percent,
		}, all, 0)
	}
}

func atOr(at, other model.At) model.At {
	if len(at) > 0 {
		return at
	}
	return other
}

func tableScoresOf(a *model.Assessment) []*int {
	out := make([]*int, len(a.Scores))
	for i := range a.Scores {
		out[i] = a.Scores[i].Score
	}
	return out
}

// average adds an average's row; v.id is the part of its id that tells it
// from others of its scope.
func (m *rowMaker) average(v averageValue, scores []*int, number int) {
	base := v.commitmentID
	if base == "" {
		base = m.id
	}
	parts := []string{base, "average", v.scope}
	if v.id != "" {
		parts = append(parts, v.id)
	}
	if v.member != "" {
		parts = append(parts, v.member)
	}
	v.id = m.unique(parts...)
	v.reportID = m.id
	var assessed []int
	for _, s := range scores {
		if s != nil {
			assessed = append(assessed, *s)
		}
	}
	mean, ok := reckon.Mean(assessed)
	if ok {
		sum, count := 0, len(assessed)
		for _, s := range assessed {
			sum += s
		}
		v.sum, v.count = &sum, &count
		v.recomputed, v.asPercent = nineDecimals(mean), nineDecimals(reckon.Percent(mean))
	}
	v.verdict, v.why = m.averageVerdict(v, mean, number)
	m.add(tableAverages, averagesTable.row(v))
}

// scopeCommitment is the scope of an average that stands in a chapter.
const scopeCommitment = "commitment"

// averageRules are the rules of the audit that judge the averages of a scope.
var averageRules = map[string][]string{
	scopeCommitment:  {"average-stated", "average-unattainable", "percent-stated"},
	"matrix-row":     {"matrix-row-average"},
	"matrix-column":  {"matrix-column-average"},
	"matrix-overall": {"matrix-overall"},
}

// averageVerdict says 'differs' only where the audit accuses: a data set
// must not accuse where the audit found reason not to.
func (m *rowMaker) averageVerdict(v averageValue, mean *big.Rat, number int) (verdict, why string) {
	switch {
	case v.value == nil && v.percent == nil:
		return "undecided", "no figure was read"
	case mean == nil:
		return "undecided", "no score was found"
	}
	holds := (v.value == nil || reckon.Holds(*v.value, mean)) &&
		(v.percent == nil || reckon.PercentHolds(*v.percent, mean, v.value))
	if holds {
		return "agrees", ""
	}
	for _, rule := range averageRules[v.scope] {
		for i := range m.result.Findings {
			f := &m.result.Findings[i]
			// A finding without a member is about the whole row of averages.
			if f.Rule == rule && f.Commitment == number && (f.Member == v.member || f.Member == "") {
				return "differs", ""
			}
		}
	}
	var reasons []string
	for _, c := range m.result.Rules {
		if !slices.Contains(averageRules[v.scope], c.Rule) {
			continue
		}
		for _, r := range c.Reasons {
			if !slices.Contains(reasons, r.Text) {
				reasons = append(reasons, r.Text)
			}
		}
	}
	return "undecided", orElse(strings.Join(reasons, " | "), "the figure is not the mean of the scores, and no rule accuses it")
}

func (m *rowMaker) findings() {
	for i := range m.result.Findings {
		f := &m.result.Findings[i]
		parts := []string{m.id, f.Rule}
		commitment := ""
		if f.Commitment != 0 || f.CommitmentID != "" {
			commitment = m.find(f.Commitment, f.CommitmentID)
		}
		if f.Commitment != 0 {
			parts = append(parts, "c"+strconv.Itoa(f.Commitment))
		}
		if f.Member != "" {
			parts = append(parts, memberPart(f.Member, ""))
		}
		if f.Footnote != 0 {
			parts = append(parts, "n"+strconv.Itoa(f.Footnote))
		}
		m.add(tableFindings, findingsTable.row(findingValue{
			place: m.at(f.At, ""), id: m.unique(parts...), reportID: m.id, commitmentID: commitment, f: f, cases: 1,
		}))
	}
	for _, c := range m.result.Rules {
		for _, why := range c.Reasons {
			m.add(tableFindings, findingsTable.row(findingValue{
				place: m.at(nil, ""), id: m.unique(m.id, c.Rule, severityUndecided), reportID: m.id, cases: why.Count,
				f: &audit.Finding{Rule: c.Rule, Severity: severityUndecided, Message: why.Text},
			}))
		}
	}
}

// severityUndecided stands in table findings for cases that a rule left
// undecided; the audit itself has no such severity.
const severityUndecided = "undecided"

func (m *rowMaker) problems() {
	for i := range m.report.Warnings {
		w := &m.report.Warnings[i]
		reason := w.Text
		if len(w.Readings) > 0 {
			reason += " (readings: " + strings.Join(w.Readings, " | ") + ")"
		}
		about := ""
		if len(w.About) > 0 {
			about = w.About[0]
		}
		m.problem(w.Kind, reason, "look at the page", w.At, about)
	}
}

func (m *rowMaker) problem(kind, reason, advice string, at model.At, path string) {
	m.add(tableProblems, problemsTable.row(problemValue{
		place: m.at(at, path), id: m.unique(m.id, "problem", kind), reportID: m.id, sha256: m.report.Source.SHA256,
		kind: kind, reason: strings.Join(strings.Fields(reason), " "), advice: advice,
	}))
}

func periodOf(r *model.Report) model.Period {
	if r.Report.Period == nil {
		return model.Period{}
	}
	return *r.Report.Period
}

func decimal(d *model.Decimal) Cell {
	if d == nil {
		return Cell{}
	}
	return text(d.String())
}

// nineDecimals writes a number as researchers' tables have it: rounded to
// nine decimals, zeros at the end left out.
func nineDecimals(v *big.Rat) string {
	s := v.FloatString(9)
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	if s == "-0" {
		return "0"
	}
	return s
}

func amounts(list []model.Amount) string {
	parts := make([]string, len(list))
	for i, a := range list {
		parts[i] = strings.TrimSpace(a.Currency + " " + a.Value)
	}
	return strings.Join(parts, "; ")
}

// validDay reports whether YYYY-MM-DD is a day of the calendar.
func validDay(s string) bool {
	_, err := time.Parse(time.DateOnly, s)
	return err == nil
}
