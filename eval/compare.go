package eval

import (
	"fmt"
	"math"
	"strings"

	"recount.invalid/recount/model"
)

// Groups are what the table shows, in its order; each field belongs to one.
var groups = []struct {
	name   string
	prefix []string // fields that begin so; the first match counts
}{
	{"scores", []string{"score.", "verdict.heading_score", "verdict.concluding_score"}},
	{"averages", []string{"average."}},
	{"dates", []string{"action.date"}},
	{"markers", []string{"marker."}},
	{"citations", []string{"footnote."}},
	{"actions", []string{"action."}},
	{"matrices", []string{"matrix."}},
	{"front matter", []string{"front."}},
	{"cover", []string{"cover."}},
	{"chapters", []string{"chapter."}},
	{"sections", []string{"verdict."}},
	{"places", []string{"at."}},
}

// Groups lists the groups of fields.
func Groups() []string {
	out := make([]string, len(groups))
	for i, g := range groups {
		out[i] = g.name
	}
	return out
}

func groupOf(field string) string {
	for _, g := range groups {
		for _, p := range g.prefix {
			if strings.HasPrefix(field, p) {
				return g.name
			}
		}
	}
	return "other"
}

// Compare holds what was read against the truth, field by field.
func Compare(name string, truth, got *model.Report) *Scores {
	s := newScores(name)
	if got == nil {
		got = &model.Report{}
	}
	compareCover(s, &truth.Report, &got.Report)
	compareFront(s, truth, got)
	for i := range truth.Commitments {
		t := &truth.Commitments[i]
		g := &model.Commitment{}
		if i < len(got.Commitments) {
			g = &got.Commitments[i]
		}
		compareChapter(s, t, g)
	}
	s.check("chapter.count", "", len(truth.Commitments) == len(got.Commitments), len(truth.Commitments), len(got.Commitments))
	compareFootnotes(s, truth, got)
	return s
}

func compareCover(s *Scores, t, g *model.Info) {
	if t.Title != "" { // a chapter by itself may bear none, or part of one
		eq(s, "cover.title", "", t.Title, g.Title)
	}
	eq(s, "cover.forum", "", t.Forum, g.Forum)
	eq(s, "cover.summit", "", t.Summit.Name, g.Summit.Name)
	eq(s, "cover.year", "", t.Summit.Year, g.Summit.Year)
	eq(s, "cover.stage", "", t.Stage, g.Stage)
	if t.Period != nil {
		p := model.Period{}
		if g.Period != nil {
			p = *g.Period
		}
		eq(s, "cover.period", "", t.Period.From+"/"+t.Period.To, p.From+"/"+p.To)
	}
	eq(s, "cover.published", "", t.Published, g.Published)
	for i, n := range t.PreparedBy {
		got := ""
		if i < len(g.PreparedBy) {
			got = g.PreparedBy[i]
		}
		eq(s, "cover.prepared_by", "", n, got)
	}
	if t.Revised != "" {
		eq(s, "cover.revised", "", t.Revised, g.Revised)
	}
}

func decimal(d *model.Decimal) *string {
	if d == nil {
		return nil
	}
	v := d.String()
	return &v
}

func compareAverage(s *Scores, field, where string, t, g *model.Average) {
	if t == nil {
		return
	}
	if g == nil {
		g = &model.Average{}
	}
	if t.Value != nil {
		eqPtr(s, field+"value", where, decimal(t.Value), decimal(g.Value))
	}
	if t.Percent != nil {
		eqPtr(s, field+"percent", where, decimal(t.Percent), decimal(g.Percent))
	}
}

// compareFront compares the list of commitments, the matrices, the rankings
// and the figures in running text.
func compareFront(s *Scores, t, g *model.Report) {
	for i, p := range t.CommitmentsList {
		var q model.ListedPromise
		if i < len(g.CommitmentsList) {
			q = g.CommitmentsList[i]
		}
		w := fmt.Sprint(p.Number)
		eq(s, "front.list_number", w, p.Number, q.Number)
		eq(s, "front.list_id", w, p.ID, q.ID)
		eq(s, "front.list_text", w, p.Text, q.Text)
	}
	for i := range t.Matrices {
		m := &model.Matrix{}
		if i < len(g.Matrices) {
			m = &g.Matrices[i]
		}
		compareMatrix(s, &t.Matrices[i], m)
	}
	for i, rk := range t.Rankings {
		var q model.Ranking
		for _, x := range g.Rankings {
			if x.Title == rk.Title {
				q = x
			}
		}
		for j, e := range rk.Entries {
			var x model.RankedEntry
			if j < len(q.Entries) {
				x = q.Entries[j]
			}
			ok := e.Rank == x.Rank && e.Label == x.Label && e.Member == x.Member && same(e.Value, x.Value) && same(e.Percent, x.Percent)
			s.check("front.ranking", fmt.Sprintf("%d #%d", i+1, j+1), ok, fmt.Sprint(e.Rank, " ", e.Label, " ", e.Text), fmt.Sprint(x.Rank, " ", x.Label, " ", x.Text))
		}
	}
	used := make([]bool, len(g.Figures))
	for _, f := range t.Figures {
		found := "nothing"
		for j, x := range g.Figures {
			if !used[j] && same(f.Value, x.Value) && same(f.Percent, x.Percent) && x.Commitment == f.Commitment {
				used[j], found = true, f.Text
				break
			}
		}
		eq(s, "front.figure", f.Sentence, f.Text, found)
	}
}

func same(a, b *model.Decimal) bool {
	x, y := decimal(a), decimal(b)
	return x == nil && y == nil || x != nil && y != nil && *x == *y
}

func compareMatrix(s *Scores, t, g *model.Matrix) {
	eq(s, "matrix.members", t.Title, strings.Join(t.Members, " "), strings.Join(g.Members, " "))
	for i := range t.Rows {
		r, q := &t.Rows[i], &model.MatrixRow{}
		if i < len(g.Rows) {
			q = &g.Rows[i]
		}
		w := fmt.Sprintf("row %d", r.Number)
		eq(s, "matrix.number", w, r.Number, q.Number)
		eq(s, "matrix.label", w, r.Label, q.Label)
		cells := map[string]*int{}
		seen := map[string]bool{}
		for j, m := range g.Members {
			if j < len(q.Scores) {
				cells[m], seen[m] = q.Scores[j], true
			}
		}
		for j, m := range t.Members {
			if !seen[m] {
				s.check("matrix.cell", w+" "+m, false, deref(r.Scores[j]), "no cell")
				continue
			}
			eqPtr(s, "matrix.cell", w+" "+m, r.Scores[j], cells[m])
		}
		compareAverage(s, "matrix.row_", w, r.Average, q.Average)
	}
	for _, a := range t.ColumnAverages {
		var q model.ColumnAverage
		for _, x := range g.ColumnAverages {
			if x.Member == a.Member {
				q = x
			}
		}
		compareAverage(s, "matrix.column_", a.Member,
			&model.Average{Value: a.Value, Percent: a.Percent}, &model.Average{Value: q.Value, Percent: q.Percent})
	}
	compareAverage(s, "matrix.overall_", "", t.Overall, g.Overall)
}

func compareChapter(s *Scores, t, g *model.Commitment) {
	w := fmt.Sprint(t.Number)
	eq(s, "chapter.number", w, t.Number, g.Number)
	eq(s, "chapter.id", w, t.ID, g.ID)
	eq(s, "chapter.issue_area", w, t.IssueArea, g.IssueArea)
	eq(s, "chapter.title", w, t.Title, g.Title)
	eq(s, "chapter.text", w, t.Text, g.Text)
	eq(s, "chapter.source_document", w, t.SourceDocument, g.SourceDocument)
	eq(s, "chapter.director", w, t.Director, g.Director)
	eq(s, "chapter.lead_analyst", w, t.LeadAnalyst, g.LeadAnalyst)
	compareAssessment(s, w, t.Assessment, g.Assessment)
	compareTexts(s, "chapter.background", w, t.Background, g.Background)
	compareTexts(s, "chapter.features", w, t.Features, g.Features)
	for i, d := range t.Definitions {
		var x model.Definition
		if i < len(g.Definitions) {
			x = g.Definitions[i]
		}
		eq(s, "chapter.definition_term", w, d.Term, x.Term)
		eq(s, "chapter.definition", w, d.Text, x.Text)
		compareRefs(s, w+" definition", d.Footnotes, x.Footnotes)
	}
	compareLevels(s, "chapter.guideline", w, t.Guidelines, g.Guidelines)
	compareLevels(s, "chapter.rubric", w, t.Rubric, g.Rubric)
	got := map[string]*model.Verdict{}
	for i := range g.Verdicts {
		got[g.Verdicts[i].Member] = &g.Verdicts[i]
	}
	for i := range t.Verdicts {
		compareVerdict(s, w+" "+t.Verdicts[i].Member, &t.Verdicts[i], got[t.Verdicts[i].Member])
	}
	extra := max(0, len(g.Verdicts)-len(t.Verdicts))
	eq(s, "verdict.none_spurious", w, 0, extra)
}

func compareAssessment(s *Scores, w string, t, g *model.Assessment) {
	if t == nil {
		return
	}
	if g == nil {
		g = &model.Assessment{}
	}
	got := map[string]*model.Score{}
	for i := range g.Scores {
		got[g.Scores[i].Member] = &g.Scores[i]
	}
	for i := range t.Scores {
		a := &t.Scores[i]
		b := got[a.Member]
		if b == nil {
			s.check("score.table", w+" "+a.Member, false, a.Text, "no row")
			continue
		}
		eqPtr(s, "score.table", w+" "+a.Member, a.Score, b.Score)
		eq(s, "score.column", w+" "+a.Member, a.Column, b.Column)
		compareAt(s, "at.score", w+" "+a.Member, a.At, b.At)
	}
	eq(s, "score.none_spurious", w, 0, max(0, len(g.Scores)-len(t.Scores)))
	compareAverage(s, "average.", w, t.Average, g.Average)
}

func compareTexts(s *Scores, field, w string, t, g []model.Text) {
	for i, p := range t {
		var x model.Text
		if i < len(g) {
			x = g[i]
		}
		eq(s, field, fmt.Sprintf("%s #%d", w, i+1), p.Text, x.Text)
		compareRefs(s, fmt.Sprintf("%s %s", w, field), p.Footnotes, x.Footnotes)
	}
	eq(s, field+"_count", w, len(t), len(g))
}

func compareLevels(s *Scores, field, w string, t, g []model.Level) {
	for i, l := range t {
		var x model.Level
		if i < len(g) {
			x = g[i]
		}
		eqPtr(s, field+"_score", w, l.Score, x.Score)
		eq(s, field, w, l.Text, x.Text)
	}
}

// compareRefs counts one field for the numbers and one for the places in
// the text of a paragraph's markers.
func compareRefs(s *Scores, w string, t, g []model.Ref) {
	numbers := func(rs []model.Ref) (n, o string) {
		for _, r := range rs {
			n += fmt.Sprint(" ", r.Number)
			o += fmt.Sprint(" ", r.Number, "@", r.Offset)
		}
		return n, o
	}
	tn, to := numbers(t)
	gn, g0 := numbers(g)
	eq(s, "marker.numbers", w, tn, gn)
	if len(t) > 0 {
		eq(s, "marker.offsets", w, to, g0)
	}
}

func compareVerdict(s *Scores, w string, t, g *model.Verdict) {
	s.check("verdict.found", w, g != nil, "a section", "none")
	if g == nil {
		g = &model.Verdict{}
	}
	eqPtr(s, "verdict.heading_score", w, t.HeadingScore, g.HeadingScore)
	eqPtr(s, "verdict.concluding_score", w, t.ConcludingScore, g.ConcludingScore)
	eq(s, "verdict.analyst", w, t.Analyst, g.Analyst)
	compareStatement(s, "verdict.opening", w, t.Opening, g.Opening, "")
	inline := ""
	if t.Concluding != nil {
		inline = " " + t.Concluding.Text
	}
	compareStatement(s, "verdict.closing", w, t.Closing, g.Closing, inline)
	if t.Heading != nil && g.Heading != nil {
		compareAt(s, "at.verdict", w, t.Heading.At, g.Heading.At)
	}
	compareActions(s, w, t.Actions, g.Actions)
}

// compareStatement accepts a closing with or without the concluding sentence
// that stands in its paragraph.
func compareStatement(s *Scores, field, w string, t, g *model.Statement, tail string) {
	if t == nil {
		return
	}
	if g == nil {
		g = &model.Statement{}
	}
	eq(s, field, w, t.Compliance, g.Compliance)
	s.check(field+"_text", w, g.Text == t.Text || tail != "" && g.Text == t.Text+tail, t.Text, g.Text)
}

func compareActions(s *Scores, w string, t, g []model.Action) {
	pairs := align(t, g)
	for i := range t {
		a := &t[i]
		ww := fmt.Sprintf("%s #%d", w, i+1)
		if pairs[i] < 0 {
			s.check("action.found", ww, false, a.Text, "none")
			continue
		}
		b := &g[pairs[i]]
		s.check("action.found", ww, true, "", "")
		eq(s, "action.date", ww, a.Date, b.Date)
		eq(s, "action.date_text", ww, a.DateText, b.DateText)
		eq(s, "action.text", ww, a.Text, b.Text)
		eq(s, "action.amounts", ww, amounts(a), amounts(b))
		compareRefs(s, ww, a.Footnotes, b.Footnotes)
		compareAt(s, "at.action", ww, a.At, b.At)
	}
	eq(s, "action.none_spurious", w, 0, max(0, len(g)-len(t)))
}

func amounts(a *model.Action) string {
	var out []string
	for _, m := range a.Amounts {
		out = append(out, m.Currency+" "+m.Value+" ("+m.Text+")")
	}
	return strings.Join(out, ", ")
}

// align pairs the actions of the truth with those that were read: a longest
// common subsequence by how they begin and by date, and what is left between
// two pairs in order. The value for an action without a partner is −1.
func align(t, g []model.Action) []int {
	alike := func(a, b *model.Action) bool {
		return a.Text == b.Text || head(a.Text) == head(b.Text)
	}
	n, m := len(t), len(g)
	l := make([][]int, n+1)
	for i := range l {
		l[i] = make([]int, m+1)
	}
	for i := n - 1; i >= 0; i-- {
		for j := m - 1; j >= 0; j-- {
			if alike(&t[i], &g[j]) {
				l[i][j] = l[i+1][j+1] + 1
			} else {
				l[i][j] = max(l[i+1][j], l[i][j+1])
			}
		}
	}
	out := make([]int, n)
	for i := range out {
		out[i] = -1
	}
	i, j := 0, 0
	var loose []int
	start := 0
	flush := func(end int) {
		for _, k := range loose {
			if start < end {
				out[k] = start
				start++
			}
		}
		loose = nil
	}
	for i < n && j < m {
		switch {
		case alike(&t[i], &g[j]):
			flush(j)
			out[i] = j
			i, j = i+1, j+1
			start = j
		case l[i+1][j] >= l[i][j+1]:
			loose = append(loose, i)
			i++
		default:
			j++
		}
	}
	for ; i < n; i++ {
		loose = append(loose, i)
	}
	flush(m)
	return out
}

func head(s string) string {
	r := []rune(s)
	return string(r[:min(len(r), 40)])
}

// compareAt asks for the same pages and for boxes whose middles lie within
// each other; the truth of other producers has no places.
func compareAt(s *Scores, field, w string, t, g model.At) {
	if len(t) == 0 {
		return
	}
	ok := len(t) == len(g)
	for i := 0; ok && i < len(t); i++ {
		ok = t[i].Page == g[i].Page && (inside(t[i].Box, g[i].Box) || inside(g[i].Box, t[i].Box))
	}
	s.check(field, w, ok, t, g)
}

// inside reports that the middle of b lies in a, with half the height of
// the smaller box to spare.
func inside(a, b model.Box) bool {
	spare := math.Min(a.Height(), b.Height()) / 2
	return b.CentreX() >= a.X0()-spare && b.CentreX() <= a.X1()+spare && b.CentreY() >= a.Top()-spare && b.CentreY() <= a.Bottom()+spare
}

func compareFootnotes(s *Scores, t, g *model.Report) {
	restarts := false
	for i := 1; i < len(t.Footnotes); i++ {
		restarts = restarts || t.Footnotes[i].Number < t.Footnotes[i-1].Number
	}
	key := func(f *model.Footnote) [2]int {
		if restarts {
			return [2]int{f.Commitment, f.Number}
		}
		return [2]int{0, f.Number}
	}
	got := map[[2]int][]*model.Footnote{}
	for i := range g.Footnotes {
		f := &g.Footnotes[i]
		got[key(f)] = append(got[key(f)], f)
	}
	for i := range t.Footnotes {
		f := &t.Footnotes[i]
		k := key(f)
		w := fmt.Sprintf("%d#%d", f.Commitment, f.Number)
		if len(got[k]) == 0 {
			s.check("footnote.found", w, false, f.Text, "none")
			continue
		}
		x := got[k][0]
		got[k] = got[k][1:]
		s.check("footnote.found", w, true, "", "")
		eq(s, "footnote.chapter", w, f.Commitment, x.Commitment)
		eq(s, "footnote.text", w, f.Text, x.Text)
		eq(s, "footnote.title", w, f.Title, x.Title)
		eq(s, "footnote.publisher", w, f.Publisher, x.Publisher)
		eq(s, "footnote.place", w, f.Place, x.Place)
		eq(s, "footnote.published", w, f.Published, x.Published)
		eq(s, "footnote.accessed", w, f.Accessed, x.Accessed)
		eq(s, "footnote.url", w, f.URL, x.URL)
		eq(s, "footnote.translated", w, f.Translation != "", x.Translation != "")
		compareAt(s, "at.footnote", w, f.At, x.At)
	}
	extra := 0
	for _, fs := range got {
		extra += len(fs)
	}
	eq(s, "footnote.none_spurious", "", 0, extra)
}
