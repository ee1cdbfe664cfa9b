package audit

import (
	"math/big"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// evidence is what the tables say of one subject of the prose.
type evidence struct {
	label  string // name by which a finding calls the subject
	id     string
	scores reckon.Tally
	means  []*big.Rat // exact means by every accepted convention, the plain mean first
	// percents are what a percentage may also be: means of percentages.
	percents []*big.Rat
	printed  []model.Average // as printed in tables and rankings
	where    []string        // "table", "chapter" or "ranking", parallel to printed
	// twoMeans says that the summary table and the chapter's own have scores
	// with different means: one of them differs, or was not read in full.
	twoMeans bool
}

// best is the mean by which subjects are ordered: the exact one, otherwise
// the one printed.
func (e *evidence) best() *big.Rat {
	if len(e.means) > 0 {
		return e.means[0]
	}
	for _, a := range e.printed {
		if a.Value != nil {
			return a.Value.Rat()
		}
	}
	for _, a := range e.printed {
		if a.Percent != nil {
			return reckon.FromPercent(a.Percent.Rat())
		}
	}
	return nil
}

// contradictsItself says whether what is printed in the table is not what its
// scores give: the prose can then not be measured by either.
func (e *evidence) contradictsItself() bool {
	if len(e.means) == 0 {
		return false
	}
	for i, a := range e.printed {
		if e.where[i] != "table" {
			continue
		}
		if a.Value != nil && !holdsAny(*a.Value, e.means) {
			return true
		}
		if a.Percent != nil {
			ok := false
			for _, m := range e.means {
				ok = ok || reckon.PercentHolds(*a.Percent, m, a.Value)
			}
			if !ok {
				return true
			}
		}
	}
	return false
}

func holdsAny(d model.Decimal, means []*big.Rat) bool {
	for _, m := range means {
		if reckon.Holds(d, m) {
			return true
		}
	}
	return false
}

// valueHolds reports whether a mean in prose is the table's or the scores'.
func (e *evidence) valueHolds(d model.Decimal) bool {
	if holdsAny(d, e.means) {
		return true
	}
	for _, a := range e.printed {
		if a.Value != nil && reckon.Holds(d, a.Value.Rat()) {
			return true
		}
	}
	return false
}

// percentHolds is the same for a percentage; value is the mean printed beside
// it in the prose, or nil.
func (e *evidence) percentHolds(d model.Decimal, value *model.Decimal) bool {
	for _, m := range e.means {
		if reckon.PercentHolds(d, m, nil) {
			return true
		}
	}
	if holdsAny(d, e.percents) {
		return true
	}
	for _, a := range e.printed {
		if a.Percent != nil && reckon.Holds(d, a.Percent.Rat()) || a.Value != nil && reckon.PercentHolds(d, nil, a.Value) {
			return true
		}
	}
	return value != nil && e.valueHolds(*value) && reckon.PercentHolds(d, nil, value)
}

// holds compares a whole figure and says which half fails.
func (e *evidence) holds(f *prose.Figure) (value, percent bool) {
	value, percent = true, true
	if f.Value != nil {
		value = e.valueHolds(*f.Value)
	}
	if f.Percent != nil {
		percent = e.percentHolds(*f.Percent, f.Value)
	}
	return value, percent
}

// proseEvidence is everything that the tables say, by subject.
type proseEvidence struct {
	of       map[prose.Subject]*evidence
	order    []prose.Subject // members in table order, then commitments, then overall
	complete bool            // members' averages rest on every commitment
	rows     int             // commitments in the tables
	rowsSure bool            // tables and list agree on their number
	doubt    string          // why no table can refute a figure, empty where they can
}

// entry gives the evidence of a subject, making it where there is none.
func (x *proseEvidence) entry(s prose.Subject, label, id string) *evidence {
	e := x.of[s]
	if e == nil {
		e = &evidence{label: label, id: id}
		x.of[s] = e
		x.order = append(x.order, s)
	}
	return e
}

func (e *evidence) print(a *model.Average, where string) {
	if a != nil && (a.Value != nil || a.Percent != nil) {
		e.printed = append(e.printed, *a)
		e.where = append(e.where, where)
	}
}

// gather reads matrices, chapters and rankings. A matrix whose title names
// another stage or summit is left out.
func gather(r *model.Report, words *vocabulary.Vocabulary, own func(title string) bool) *proseEvidence {
	x := &proseEvidence{of: map[prose.Subject]*evidence{}}
	var tables []model.Matrix
	for _, m := range r.Matrices {
		if len(m.Rows) > 0 && len(m.Members) > 0 && own(m.Title) {
			tables = append(tables, m)
		}
	}
	// A member's average is that of one table; where the rows are spread
	// over several tables, over all of them.
	columns := map[string]reckon.Tally{}
	all := reckon.Tally{Noun: "score"}
	var rowMeans []*big.Rat
	var memberOrder []string
	names := map[string]string{}
	seen := map[int]bool{}
	repeated := false
	for _, m := range tables {
		for i := range m.Rows {
			row := &m.Rows[i]
			if row.Number > 0 && seen[row.Number] {
				repeated = true // the same commitments once more: a second table
				continue
			}
			seen[row.Number] = true
			t := reckon.Tally{Noun: "member"}
			for j, s := range row.Scores {
				if j >= len(m.Members) {
					break
				}
				code := m.Members[j]
				name := ""
				if j < len(m.Names) {
					name = m.Names[j]
				}
				cell := ""
				if j < len(row.Cells) {
					cell = row.Cells[j]
				}
				name = reckon.MemberLabel(code, name, words)
				t.Add(code, name, s, cell, words)
				c, known := columns[code]
				if !known {
					memberOrder = append(memberOrder, code)
					names[code] = name
					c.Noun = "commitment"
				}
				c.Add("", summaryLabel(row), s, cell, words)
				columns[code] = c
				all.Add("", name, s, cell, words)
			}
			e := x.entry(prose.Subject{Kind: prose.Commitment, Commitment: row.Number}, summaryLabel(row), row.ID)
			e.scores = t
			if mean, ok := t.Mean(); ok && t.Illegible == 0 {
				e.means = append(e.means, mean)
				rowMeans = append(rowMeans, mean)
			}
			e.print(row.Average, "table")
			e.alsoOfChapter(chapterOfRow(r, row), words)
			x.rows++
		}
	}
	x.complete = len(tables) > 0 && len(chaptersWithoutRow(r)) == 0
	if len(tables) == 0 {
		x.chapters(r, words, columns, &all, &rowMeans, &memberOrder, names)
	}
	var columnMeans []*big.Rat
	for _, code := range memberOrder {
		if code == "" {
			continue
		}
		e := x.entry(prose.Subject{Kind: prose.Member, Member: code}, names[code], "")
		t := columns[code]
		e.scores = t
		if mean, ok := t.Mean(); ok && t.Illegible == 0 && !repeated {
			e.means = append(e.means, mean)
			columnMeans = append(columnMeans, mean)
		}
	}
	over := x.entry(prose.Subject{Kind: prose.Overall}, "the overall average", "")
	over.scores = all
	if mean, ok := all.Mean(); ok && all.Illegible == 0 && !repeated {
		over.means = append(over.means, mean)
		for _, list := range [][]*big.Rat{rowMeans, columnMeans} {
			if m, ok := reckon.MeanOf(list); ok {
				over.means = append(over.means, m)
			}
		}
	}
	for _, m := range tables {
		over.percents = append(over.percents, meansOfPercents(&m)...)
		for _, c := range m.ColumnAverages {
			if e := x.of[prose.Subject{Kind: prose.Member, Member: c.Member}]; e != nil && c.Member != "" {
				e.print(&model.Average{Text: c.Text, Value: c.Value, Percent: c.Percent, At: c.At}, "table")
			}
		}
		over.print(m.Overall, "table")
	}
	for _, k := range r.Rankings {
		if !own(k.Title) {
			continue
		}
		for _, n := range k.Entries {
			if n.Member == "" {
				continue
			}
			e := x.entry(prose.Subject{Kind: prose.Member, Member: n.Member}, reckon.MemberLabel(n.Member, n.Label, words), "")
			e.print(&model.Average{Text: n.Text, Value: n.Value, Percent: n.Percent, At: n.At}, "ranking")
		}
	}
	listed := len(r.CommitmentsList)
	x.rowsSure = len(tables) > 0 && x.complete && !repeated && (listed == 0 || listed == x.rows)
	return x
}

// meansOfPercents gives the means of the percentages that a table prints for
// its rows and for its columns, which older reports state as the overall one.
func meansOfPercents(m *model.Matrix) []*big.Rat {
	var rows, columns []*big.Rat
	for i := range m.Rows {
		if a := m.Rows[i].Average; a != nil && a.Percent != nil {
			rows = append(rows, a.Percent.Rat())
		}
	}
	for _, a := range m.ColumnAverages {
		if a.Percent != nil {
			columns = append(columns, a.Percent.Rat())
		}
	}
	var out []*big.Rat
	if mean, ok := reckon.MeanOf(rows); ok && len(rows) == len(m.Rows) {
		out = append(out, mean)
	}
	if mean, ok := reckon.MeanOf(columns); ok && len(columns) == len(m.Members) {
		out = append(out, mean)
	}
	return out
}

// alsoOfChapter adds what the chapter's own table says of a commitment.
func (e *evidence) alsoOfChapter(c *model.Commitment, words *vocabulary.Vocabulary) {
	if c == nil || c.Assessment == nil {
		return
	}
	t := reckon.TallyScores(c.Assessment.Scores, words)
	if mean, ok := t.Mean(); ok && t.WhyUndecided() == "" {
		e.twoMeans = len(e.means) > 0 && e.means[0].Cmp(mean) != 0
		e.means = append(e.means, mean)
	}
	e.print(c.Assessment.Average, "chapter")
}

// chapters takes the chapters' own tables where there is no summary table.
// Members' averages can be had from them only when the report is whole, which
// a list of commitments of the same length shows.
func (x *proseEvidence) chapters(r *model.Report, words *vocabulary.Vocabulary, columns map[string]reckon.Tally, all *reckon.Tally, rowMeans *[]*big.Rat, memberOrder *[]string, names map[string]string) {
	for i := range r.Commitments {
		c := &r.Commitments[i]
		if c.Assessment == nil || c.Row > 0 {
			continue
		}
		t := reckon.TallyScores(c.Assessment.Scores, words)
		e := x.entry(prose.Subject{Kind: prose.Commitment, Commitment: c.Number}, chapterLabel(c), c.ID)
		e.scores = t
		if mean, ok := t.Mean(); ok && t.WhyUndecided() == "" {
			e.means = append(e.means, mean)
			*rowMeans = append(*rowMeans, mean)
		}
		e.print(c.Assessment.Average, "table")
		x.rows++
	}
	x.complete = x.rows > 0 && x.rows == len(r.CommitmentsList)
	if !x.complete {
		return
	}
	for i := range r.Commitments {
		c := &r.Commitments[i]
		if c.Assessment == nil {
			continue
		}
		for _, s := range c.Assessment.Scores {
			t, known := columns[s.Member]
			if !known {
				t.Noun = "commitment"
				*memberOrder = append(*memberOrder, s.Member)
				names[s.Member] = reckon.MemberLabel(s.Member, s.Name, words)
			}
			t.Add("", chapterLabel(c), s.Score, s.Text, words)
			columns[s.Member] = t
			all.Add("", s.Name, s.Score, s.Text, words)
		}
	}
}

func summaryLabel(row *model.MatrixRow) string {
	if row.Label != "" {
		return row.Label
	}
	return "commitment " + strconv.Itoa(row.Number)
}

func chapterLabel(c *model.Commitment) string {
	label := strings.TrimSpace(c.IssueArea)
	if c.Title != "" {
		if label != "" {
			label += ": "
		}
		label += c.Title
	}
	if label == "" && c.Heading != nil {
		label = c.Heading.Text
	}
	if label == "" {
		label = "commitment " + strconv.Itoa(c.Number)
	}
	return label
}

// catalogue collects what is known of every commitment's words.
func catalogue(r *model.Report, x *proseEvidence) prose.Catalogue {
	entries := map[int]*prose.Entry{}
	var order []int
	get := func(n int) *prose.Entry {
		if entries[n] == nil {
			entries[n] = &prose.Entry{Number: n}
			order = append(order, n)
		}
		return entries[n]
	}
	for _, s := range x.order {
		if s.Kind == prose.Commitment && s.Commitment > 0 {
			get(s.Commitment).Label = x.of[s].label
		}
	}
	for i := range r.Commitments {
		c := &r.Commitments[i]
		if c.Row > 0 || entries[c.Number] == nil {
			continue
		}
		e := get(c.Number)
		e.Label += " " + c.IssueArea + " " + c.Title
		e.Text += " " + c.Text
	}
	for _, l := range r.CommitmentsList {
		if entries[l.Number] != nil {
			e := get(l.Number)
			e.Label += " " + l.IssueArea
			e.Text += " " + l.Text
		}
	}
	sort.Ints(order)
	var list []prose.Entry
	for _, n := range order {
		list = append(list, *entries[n])
	}
	return prose.NewCatalogue(list)
}

// passage is a paragraph of prose and where it stands.
type passage struct {
	text    string
	at      model.At
	heading string
}

// skippedSections hold no statements of this report's results.
var skippedSections = map[string]bool{
	vocabulary.HeadingContents: true, vocabulary.HeadingPreface: true, vocabulary.HeadingTeam: true, vocabulary.HeadingList: true,
	vocabulary.HeadingNotes: true, vocabulary.HeadingAcronyms: true, vocabulary.HeadingAcknowledgements: true,
}

// passages are the paragraphs outside the chapters, and the sentences of
// figures that stand in none of them.
func passages(r *model.Report, words *vocabulary.Vocabulary) []passage {
	var out []passage
	var whole strings.Builder
	for _, s := range r.Sections {
		for _, t := range s.Paragraphs {
			whole.WriteString(t.Text)
			whole.WriteByte('\n')
		}
		if kind, ok := words.Heading(s.Heading); ok && skippedSections[kind] {
			continue
		}
		for _, t := range s.Paragraphs {
			for _, line := range strings.Split(t.Text, "\n") {
				out = append(out, passage{text: line, at: t.At, heading: s.Heading})
			}
		}
	}
	seen := map[string]bool{}
	for _, f := range r.Figures {
		if f.Commitment == 0 && f.Sentence != "" && !seen[f.Sentence] && !strings.Contains(whole.String(), f.Sentence) {
			seen[f.Sentence] = true
			out = append(out, passage{text: f.Sentence, at: f.At})
		}
	}
	return out
}

// figureAt is where a figure stands: its own place where parse found it,
// otherwise its paragraph's.
func figureAt(r *model.Report, sentence string, f *prose.Figure, fallback model.At) model.At {
	if f != nil {
		for _, g := range r.Figures {
			if len(g.At) > 0 && g.Sentence == sentence && (g.Text == f.Text || equalDecimal(g.Value, f.Value) && equalDecimal(g.Percent, f.Percent)) {
				return g.At
			}
		}
	}
	return fallback
}

func equalDecimal(a, b *model.Decimal) bool {
	if a == nil || b == nil {
		return a == b
	}
	return *a == *b
}

// reading is one passage read.
type proseReading struct {
	passage
	prose.Reading
}

// tooDense is why a sentence is not read.
const tooDense = "a sentence has more words or figures than a sentence can have"

// disown leaves every claim of the passage undecided.
func (r *proseReading) disown(why string) {
	for i := range r.Claims {
		r.Claims[i].Doubt = why
	}
	for i := range r.Differences {
		r.Differences[i].Doubt = why
	}
	for i := range r.Counts {
		r.Counts[i].Doubt = why
	}
}

// readProse reads all passages of the report against its own tables.
func readProse(p *Pass) (*proseEvidence, []proseReading, prose.Reader) {
	r := p.Report
	reader := newProseReader(p)
	x := gather(r, p.Vocabulary, func(title string) bool { return reader.Own(title) })
	for i := range r.Matrices {
		if m := &r.Matrices[i]; reader.Own(m.Title) {
			if v := p.matrixView(m); v.unlikeRows || v.unlikeCols {
				// The table was read in part, or has averages of something else: its
				// overall one may be of that too.
				if over := x.of[prose.Subject{Kind: prose.Overall}]; over != nil {
					*over = evidence{label: over.label}
				}
			}
		}
	}
	for i := range r.Matrices {
		// Beside such a place rows may be missing, or stand there twice. A
		// table's title and its row of averages show where it begins and ends.
		m := &r.Matrices[i]
		from, to := pageSpan(m.At)
		if from == 0 {
			continue
		}
		if m.Title == "" {
			from--
		}
		if len(m.ColumnAverages) == 0 && m.Overall == nil {
			to++
		}
		if p.pageOrder().broken(from, to) {
			x.doubt = pagesInDoubt
		}
	}
	if x.doubt == "" && lacksColumn(r) {
		x.doubt = "chapters score a member that was not found in the summary tables: a column of them may not have been read"
	}
	reader.Catalogue = catalogue(r, x)
	var out []proseReading
	for _, g := range passages(r, p.Vocabulary) {
		if p.stopped() {
			break
		}
		rd := proseReading{g, reader.Read(g.text)}
		rd.call(x)
		if !reader.Own(g.heading) {
			rd.disown("a section on another report or stage")
		}
		out = append(out, rd)
	}
	return x, out, reader
}

// lacksColumn reports whether a chapter's table scores a member that no summary
// table has a column for.
func lacksColumn(r *model.Report) bool {
	if len(r.Matrices) == 0 {
		return false
	}
	has := map[string]bool{}
	for i := range r.Matrices {
		for _, code := range r.Matrices[i].Members {
			has[code] = true
		}
	}
	for i := range r.Commitments {
		c := &r.Commitments[i]
		if c.Assessment == nil || c.Row > 0 {
			continue
		}
		for _, s := range c.Assessment.Scores {
			if s.Score != nil && s.Member != "" && !has[s.Member] {
				return true
			}
		}
	}
	return false
}

// newProseReader is a reader that knows the report but not yet its
// commitments.
func newProseReader(p *Pass) prose.Reader {
	r := p.Report
	reader := prose.Reader{
		Vocabulary: p.Vocabulary,
		Forum:      r.Report.Forum, Summit: r.Report.Summit.Name, Stage: r.Report.Stage,
		Years: map[int]bool{},
		Members: func(text string) []prose.Mention {
			ms := p.Vocabulary.MembersIn(text)
			out := make([]prose.Mention, 0, len(ms))
			for _, m := range ms {
				out = append(out, prose.Mention{Code: m.Code, Span: prose.Span{Start: byteOffset(text, m.Start), End: byteOffset(text, m.End)}})
			}
			return out
		},
	}
	for y := range reportYears(r) {
		reader.Years[y] = true
	}
	return reader
}

// reportYears are the years that belong to the report itself.
func reportYears(r *model.Report) map[int]bool {
	years := map[int]bool{}
	if r.Report.Summit.Year > 0 {
		years[r.Report.Summit.Year] = true
	}
	periods := r.Report.Periods
	if r.Report.Period != nil {
		periods = append([]model.Period{*r.Report.Period}, periods...)
	}
	for _, d := range periods {
		for _, s := range []string{d.From, d.To} {
			if len(s) >= 4 {
				years[atoi(s[:4])] = true
			}
		}
	}
	return years
}

// atoi reads digits; 0 for anything else.
func atoi(s string) int {
	n := 0
	for _, c := range s {
		if c < '0' || c > '9' || n > 1e6 {
			return 0
		}
		n = n*10 + int(c-'0')
	}
	return n
}

// byteOffset turns an offset in code points into one in bytes.
func byteOffset(s string, points int) int {
	i := 0
	for ; points > 0 && i < len(s); points-- {
		_, n := utf8.DecodeRuneInString(s[i:])
		i += n
	}
	return i
}

// proseRead is what readProse gives.
type proseRead struct {
	evidence *proseEvidence
	readings []proseReading
	reader   prose.Reader
}

var proseOfReport = keep(func(p *Pass) *proseRead {
	x, readings, reader := readProse(p)
	return &proseRead{x, readings, reader}
})

func (p *Pass) prose() *proseRead { return proseOfReport.of(p) }
