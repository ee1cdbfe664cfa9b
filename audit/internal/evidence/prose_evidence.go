package evidence

import (
	"math/big"
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/audit/prose/tally"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// Evidence is what the tables say of one subject of the prose.
type Evidence struct {
	Label  string // name by which a finding calls the subject
	Id     string
	Scores reckon.Tally
	Means  []*big.Rat // exact means by every accepted convention, the plain mean first
	// Percents are what a percentage may also be: means of percentages.
	Percents []*big.Rat
	Printed  []model.Average // as printed in tables and rankings
	Where    []string        // "table", "chapter" or "ranking", parallel to printed
	// TwoMeans says that the summary table and the chapter's own have scores
	// with different means: one of them differs, or was not read in full.
	TwoMeans bool
}

// Best is the mean by which subjects are ordered: the exact one, otherwise
// the one printed.
func (e *Evidence) Best() *big.Rat {
	if len(e.Means) > 0 {
		return e.Means[0]
	}
	for _, a := range e.Printed {
		if a.Value != nil {
			return a.Value.Rat()
		}
	}
	for _, a := range e.Printed {
		if a.Percent != nil {
			return reckon.FromPercent(a.Percent.Rat())
		}
	}
	return nil
}

// ContradictsItself says whether what is printed in the table is not what its
// scores give: the prose can then not be measured by either.
func (e *Evidence) ContradictsItself() bool {
	if len(e.Means) == 0 {
		return false
	}
	for i, a := range e.Printed {
		if e.Where[i] != "table" {
			continue
		}
		if a.Value != nil && !holdsAny(*a.Value, e.Means) {
			return true
		}
		if a.Percent != nil {
			ok := false
			for _, m := range e.Means {
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

// ValueHolds reports whether a mean in prose is the table's or the scores'.
func (e *Evidence) ValueHolds(d model.Decimal) bool {
	if holdsAny(d, e.Means) {
		return true
	}
	for _, a := range e.Printed {
		if a.Value != nil && reckon.Holds(d, a.Value.Rat()) {
			return true
		}
	}
	return false
}

// percentHolds is the same for a percentage; value is the mean printed beside
// it in the prose, or nil.
func (e *Evidence) percentHolds(d model.Decimal, value *model.Decimal) bool {
	for _, m := range e.Means {
		if reckon.PercentHolds(d, m, nil) {
			return true
		}
	}
	if holdsAny(d, e.Percents) {
		return true
	}
	for _, a := range e.Printed {
		if a.Percent != nil && reckon.Holds(d, a.Percent.Rat()) || a.Value != nil && reckon.PercentHolds(d, nil, a.Value) {
			return true
		}
	}
	// A mean of +1 or 0 without decimals may be rounded from far off, its percentage not.
	return value != nil && value.Places > 0 && e.ValueHolds(*value) && reckon.PercentHolds(d, nil, value)
}

// Holds compares a whole figure and says which half fails.
func (e *Evidence) Holds(f *prose.Figure) (value, percent bool) {
	value, percent = true, true
	if f.Value != nil {
		value = e.ValueHolds(*f.Value)
	}
	if f.Percent != nil {
		percent = e.percentHolds(*f.Percent, f.Value)
	}
	return value, percent
}

// ProseEvidence is everything that the tables say, by subject.
type ProseEvidence struct {
	Of       map[prose.Subject]*Evidence
	Order    []prose.Subject // members in table order, then commitments, then overall
	Complete bool            // members' averages rest on every commitment
	Rows     int             // commitments in the tables
	RowsSure bool            // tables and list agree on their number
	doubt    string          // why no table can refute a figure, empty where they can
}

// entry gives the evidence of a subject, making it where there is none.
func (x *ProseEvidence) entry(s prose.Subject, label, id string) *Evidence {
	e := x.Of[s]
	if e == nil {
		e = &Evidence{Label: label, Id: id}
		x.Of[s] = e
		x.Order = append(x.Order, s)
	}
	return e
}

// Print adds an average that is printed of the subject, and where; one without a figure is
// none.
func (e *Evidence) Print(a *model.Average, where string) {
	if a != nil && (a.Value != nil || a.Percent != nil) {
		e.Printed = append(e.Printed, *a)
		e.Where = append(e.Where, where)
	}
}

// gather reads matrices, chapters and rankings. A matrix whose title names
// another stage or summit is left out.
func gather(r *model.Report, words *vocabulary.Vocabulary, own func(title string) bool) *ProseEvidence {
	x := &ProseEvidence{Of: map[prose.Subject]*Evidence{}}
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
			e.Scores = t
			if mean, ok := t.Mean(); ok && t.Illegible == 0 {
				e.Means = append(e.Means, mean)
				rowMeans = append(rowMeans, mean)
			}
			e.Print(row.Average, "table")
			e.alsoOfChapter(ChapterOfRow(r, row), words)
			x.Rows++
		}
	}
	x.Complete = len(tables) > 0 && len(ChaptersWithoutRow(r)) == 0
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
		e.Scores = t
		if mean, ok := t.Mean(); ok && t.Illegible == 0 && !repeated {
			e.Means = append(e.Means, mean)
			columnMeans = append(columnMeans, mean)
		}
	}
	over := x.entry(prose.Subject{Kind: prose.Overall}, "the overall average", "")
	over.Scores = all
	if mean, ok := all.Mean(); ok && all.Illegible == 0 && !repeated {
		over.Means = append(over.Means, mean)
		for _, list := range [][]*big.Rat{rowMeans, columnMeans} {
			if m, ok := reckon.MeanOf(list); ok {
				over.Means = append(over.Means, m)
			}
		}
	}
	for _, m := range tables {
		over.Percents = append(over.Percents, meansOfPercents(&m)...)
		for _, c := range m.ColumnAverages {
			if e := x.Of[prose.Subject{Kind: prose.Member, Member: c.Member}]; e != nil && c.Member != "" {
				e.Print(&model.Average{Text: c.Text, Value: c.Value, Percent: c.Percent, At: c.At}, "table")
			}
		}
		over.Print(m.Overall, "table")
		if over.ContradictsItself() {
			over.Means = append(over.Means, meansAsPrinted(&m, over.Printed)...)
		}
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
			e.Print(&model.Average{Text: n.Text, Value: n.Value, Percent: n.Percent, At: n.At}, "ranking")
		}
	}
	listed := len(r.CommitmentsList)
	x.RowsSure = len(tables) > 0 && x.Complete && !repeated && (listed == 0 || listed == x.Rows)
	return x
}

// counts says how many members the tables have, and how many scores are in them; 0
// where they are not complete.
func (x *ProseEvidence) counts() (members, scores int) {
	if !x.Complete {
		return 0, 0
	}
	for s := range x.Of {
		if s.Kind == prose.Member {
			members++
		}
	}
	if over := x.Of[prose.Subject{Kind: prose.Overall}]; over != nil && over.Scores.Illegible == 0 {
		scores = len(over.Scores.Scores)
	}
	return members, scores
}

// meansAsPrinted gives the means of the averages that a table prints for its rows and
// for its columns, where the overall one follows from them: then one of those is not
// what its scores give, and the overall one no further contradiction.
func meansAsPrinted(m *model.Matrix, printed []model.Average) []*big.Rat {
	var out []*big.Rat
	for _, mean := range printedMeans(m, func(a *model.Average) *model.Decimal { return a.Value }) {
		holds := func(a model.Average) bool { return a.Value != nil && reckon.Holds(*a.Value, mean) }
		if slices.ContainsFunc(printed, holds) {
			out = append(out, mean)
		}
	}
	return out
}

// meansOfPercents gives the means of the percentages that a table prints for
// its rows and for its columns, which older reports state as the overall one.
func meansOfPercents(m *model.Matrix) []*big.Rat {
	return printedMeans(m, func(a *model.Average) *model.Decimal { return a.Percent })
}

// printedMeans gives the means of one figure of the averages that a table prints for its
// rows and for its columns, where every row or every column has it.
func printedMeans(m *model.Matrix, figure func(*model.Average) *model.Decimal) (out []*big.Rat) {
	var rows, columns []*big.Rat
	for i := range m.Rows {
		if a := m.Rows[i].Average; a != nil && figure(a) != nil {
			rows = append(rows, figure(a).Rat())
		}
	}
	for _, a := range m.ColumnAverages {
		if d := figure(&model.Average{Value: a.Value, Percent: a.Percent}); d != nil {
			columns = append(columns, d.Rat())
		}
	}
	if mean, ok := reckon.MeanOf(rows); ok && len(rows) == len(m.Rows) {
		out = append(out, mean)
	}
	if mean, ok := reckon.MeanOf(columns); ok && len(columns) == len(m.Members) {
		out = append(out, mean)
	}
	return out
}

// alsoOfChapter adds what the chapter's own table says of a commitment.
func (e *Evidence) alsoOfChapter(c *model.Commitment, words *vocabulary.Vocabulary) {
	if c == nil || c.Assessment == nil {
		return
	}
	t := reckon.TallyScores(c.Assessment.Scores, words)
	if mean, ok := t.Mean(); ok && t.WhyUndecided() == "" {
		e.TwoMeans = len(e.Means) > 0 && e.Means[0].Cmp(mean) != 0
		e.Means = append(e.Means, mean)
	}
	e.Print(c.Assessment.Average, "chapter")
}

// chapters takes the chapters' own tables where there is no summary table.
// Members' averages can be had from them only when the report is whole, which
// a list of commitments of the same length shows.
func (x *ProseEvidence) chapters(r *model.Report, words *vocabulary.Vocabulary, columns map[string]reckon.Tally, all *reckon.Tally, rowMeans *[]*big.Rat, memberOrder *[]string, names map[string]string) {
	for i := range r.Commitments {
		c := &r.Commitments[i]
		if c.Assessment == nil || len(c.Assessment.Scores) == 0 || c.Row > 0 {
			continue // the average alone, beside scores in headings
		}
		t := reckon.TallyScores(c.Assessment.Scores, words)
		e := x.entry(prose.Subject{Kind: prose.Commitment, Commitment: c.Number}, chapterLabel(c), c.ID)
		e.Scores = t
		if mean, ok := t.Mean(); ok && t.WhyUndecided() == "" {
			e.Means = append(e.Means, mean)
			*rowMeans = append(*rowMeans, mean)
		}
		e.Print(c.Assessment.Average, "table")
		x.Rows++
	}
	x.Complete = x.Rows > 0 && x.Rows == len(r.CommitmentsList)
	if !x.Complete {
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
func catalogue(r *model.Report, x *ProseEvidence) prose.Catalogue {
	entries := map[int]*prose.Entry{}
	var order []int
	get := func(n int) *prose.Entry {
		if entries[n] == nil {
			entries[n] = &prose.Entry{Number: n}
			order = append(order, n)
		}
		return entries[n]
	}
	for _, s := range x.Order {
		if s.Kind == prose.Commitment && s.Commitment > 0 {
			e := get(s.Commitment)
			e.Label = x.Of[s].Label
			e.Titles = append(e.Titles, prose.WithoutArea(e.Label))
		}
	}
	for i := range r.Commitments {
		c := &r.Commitments[i]
		if c.Row > 0 || entries[c.Number] == nil {
			continue
		}
		e := get(c.Number)
		e.Label += " " + c.IssueArea + " " + c.Title
		if c.Title != "" {
			e.Titles = append(e.Titles, prose.WithoutArea(c.Title))
		}
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

// Passage is a paragraph of prose and where it stands.
type Passage struct {
	Text    string
	At      model.At
	heading string
}

// skippedSections hold no statements of this report's results.
var skippedSections = map[string]bool{
	vocabulary.HeadingContents: true, vocabulary.HeadingPreface: true, vocabulary.HeadingTeam: true, vocabulary.HeadingList: true,
	vocabulary.HeadingNotes: true, vocabulary.HeadingAcronyms: true, vocabulary.HeadingAcknowledgements: true,
}

// passages are the paragraphs outside the chapters, and the sentences of
// figures that stand in none of them.
func passages(r *model.Report, words *vocabulary.Vocabulary) []Passage {
	var out []Passage
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
				out = append(out, Passage{Text: line, At: t.At, heading: s.Heading})
			}
		}
	}
	seen := map[string]bool{}
	for _, f := range r.Figures {
		if f.Commitment == 0 && f.Sentence != "" && !seen[f.Sentence] && !strings.Contains(whole.String(), f.Sentence) {
			seen[f.Sentence] = true
			out = append(out, Passage{Text: f.Sentence, At: f.At})
		}
	}
	return out
}

// FigureAt is where a figure stands: its own place where parse found it,
// otherwise its paragraph's.
func FigureAt(r *model.Report, sentence string, f *prose.Figure, fallback model.At) model.At {
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
type ProseReading struct {
	Passage
	prose.Reading
	// Tallies are the counts and distances that the passage states.
	Tallies []tally.Statement
}

// TooDense is why a sentence is not read.
const TooDense = "a sentence has more words or figures than a sentence can have"

// disown leaves every claim of the passage undecided.
func (r *ProseReading) disown(why string) {
	for i := range r.Claims {
		r.Claims[i].Doubt = why
	}
	for i := range r.Differences {
		r.Differences[i].Doubt = why
	}
	for i := range r.Counts {
		r.Counts[i].Doubt = why
	}
	for i := range r.Tallies {
		r.Tallies[i].Doubt = why
	}
}

// readProse reads all passages of the report against its own tables.
func readProse(p *rule.Pass) (*ProseEvidence, []ProseReading, prose.Reader) {
	r := p.Report
	reader := NewProseReader(p)
	x := gather(r, p.Vocabulary, func(title string) bool { return reader.Own(title) })
	for i := range r.Matrices {
		if m := &r.Matrices[i]; reader.Own(m.Title) {
			if v := MatrixView(p, m); v.UnlikeRows || v.UnlikeCols {
				// The table was read in part, or has averages of something else: its
				// overall one may be of that too.
				if over := x.Of[prose.Subject{Kind: prose.Overall}]; over != nil {
					*over = Evidence{Label: over.Label}
				}
			}
		}
	}
	for i := range r.Matrices {
		// Beside such a place rows may be missing, or stand there twice. A
		// table's title and its row of averages show where it begins and ends.
		m := &r.Matrices[i]
		from, to := rule.PageSpan(m.At)
		if from == 0 {
			continue
		}
		if m.Title == "" {
			from--
		}
		if len(m.ColumnAverages) == 0 && m.Overall == nil {
			to++
		}
		if p.PageOrder().Broken(from, to) {
			x.doubt = rule.PagesInDoubt
		}
	}
	if x.doubt == "" && lacksColumn(r) {
		x.doubt = "chapters score a member that was not found in the summary tables: a column of them may not have been read"
	}
	reader.Catalogue = catalogue(r, x)
	reader.MemberCount, reader.ScoreCount = x.counts()
	reader.WideScale = WideScale(p)
	var out []ProseReading
	for _, g := range passages(r, p.Vocabulary) {
		if p.Stopped() {
			break
		}
		rd := ProseReading{g, reader.Read(g.Text), tally.Read(reader, g.Text)}
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

// NewProseReader is a reader that knows the report but not yet its
// commitments.
func NewProseReader(p *rule.Pass) prose.Reader {
	r := p.Report
	reader := prose.Reader{
		Vocabulary: p.Vocabulary,
		Forum:      r.Report.Forum, Summit: r.Report.Summit.Name, Stage: r.Report.Stage,
		Years: map[int]bool{}, Periods: map[string]bool{},
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
	for _, d := range ownPeriods(r) {
		if d.From != "" && d.To != "" {
			reader.Periods[d.From+"/"+d.To] = true
		}
	}
	return reader
}

// ownPeriods are the periods that the report states for itself.
func ownPeriods(r *model.Report) []model.Period {
	if r.Report.Period == nil {
		return r.Report.Periods
	}
	return append([]model.Period{*r.Report.Period}, r.Report.Periods...)
}

// reportYears are the years that belong to the report itself.
func reportYears(r *model.Report) map[int]bool {
	years := map[int]bool{}
	if r.Report.Summit.Year > 0 {
		years[r.Report.Summit.Year] = true
	}
	for _, d := range ownPeriods(r) {
		for _, s := range []string{d.From, d.To} {
			if len(s) >= 4 {
				years[Atoi(s[:4])] = true
			}
		}
	}
	return years
}

// Atoi reads digits; 0 for anything else.
func Atoi(s string) int {
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
	Evidence *ProseEvidence
	Readings []ProseReading
	Reader   prose.Reader
}

var proseOfReport = rule.Keep(func(p *rule.Pass) *proseRead {
	x, readings, reader := readProse(p)
	return &proseRead{x, readings, reader}
})

// Prose is the report's running text, read.
func Prose(p *rule.Pass) *proseRead { return proseOfReport.Of(p) }

// NamedCommitment puts the number of the chapter for "this commitment", so
// that the grammar sees whose figure it is.
func NamedCommitment(sentence string, number int) string {
	return rule.ReThisCommitment.ReplaceAllString(sentence, "commitment "+strconv.Itoa(number))
}

// Quoted reports whether a paragraph is a quotation.
func Quoted(text string) bool {
	for _, r := range text {
		return r == '"' || r == '\u201c' || r == '\u201f'
	}
	return false
}

// Usable gives the evidence on a subject, or why there is none that could
// refute a figure.
func (x *ProseEvidence) Usable(s prose.Subject) (*Evidence, string) {
	e := x.Of[s]
	switch {
	case x.doubt != "":
		return nil, x.doubt
	case e == nil || len(e.Means) == 0 && len(e.Printed) == 0:
		return nil, "what the figure is about was found in no table"
	case s.Kind != prose.Commitment && !x.Complete && len(e.Printed) == 0:
		return nil, "the report's tables are not complete"
	case len(e.Means) > 0 && len(e.Printed) == 0 && s.Kind != prose.Commitment && e.Scores.WhyUndecided() == "a score is outside the scale":
		return nil, "a score is outside the scale"
	case e.ContradictsItself():
		return nil, "the table's own average is not what its scores give"
	}
	return e, ""
}
