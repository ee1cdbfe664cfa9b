package diff

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"recount.invalid/recount/audit"
	"recount.invalid/recount/audit/across"
	"recount.invalid/recount/internal/likeness"
	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// Compare says what changed from old to now. The reports are audited with
// the options, for the findings that appeared or went. The error is the
// context's or the audit's.
func Compare(ctx context.Context, old, now *model.Report, o audit.Options) (*Result, error) {
	c := &comparison{old: old, now: now, words: o.Vocabulary, r: &Result{
		Schema: SchemaDiff, Old: side(old), New: side(now),
		Info: []FieldChange{}, Commitments: []CommitmentChange{}, Scores: []ScoreChange{}, Averages: []AverageChange{},
		Actions: []ActionChange{}, Footnotes: []FootnoteChange{}, Findings: []FindingChange{},
	}}
	withTable := isTable(old) != isTable(now)
	old, now = c.ofOneSummit()
	c.match = pairs(c.chapterItems(old), c.chapterItems(now))
	if withTable {
		c.sameFigures()
	}
	c.versions()
	c.info()
	c.chapters()
	c.matrices()
	c.footnotes()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if withTable {
		return c.r, nil // a table has findings of its own kind
	}
	return c.r, c.findings(ctx, o)
}

type comparison struct {
	old, now *model.Report
	words    *vocabulary.Vocabulary // nil for the built-in one
	r        *Result
	match    []int // for each old commitment the new one, or -1
}

func side(r *model.Report) Side {
	return Side{File: r.Source.File, SHA256: r.Source.SHA256, Title: r.Report.Title}
}

func (c *comparison) chapterItems(r *model.Report) []item {
	out := make([]item, len(r.Commitments))
	for i, one := range r.Commitments {
		out[i] = item{serial: serial(one.ID, r.Report.Summit.Year, c.words), number: one.Number, heading: one.IssueArea, words: likeness.Words(one.Text)}
		if one.Row > 0 {
			out[i].number = 0 // a record's number is no commitment's
		}
	}
	return out
}

// chapter names a commitment.
func chapter(c *model.Commitment) Chapter {
	title := c.Title
	if c.IssueArea != "" && title != "" {
		title = c.IssueArea + ": " + title
	} else if title == "" {
		title = c.IssueArea
	}
	return Chapter{Number: c.Number, ID: strings.TrimSpace(c.ID), Title: title, Row: c.Row}
}

// versions decides whether the two are versions of one report.
func (c *comparison) versions() {
	a, b := c.old.Report, c.now.Report
	differs := func(what, x, y string) bool {
		if x == "" || y == "" || strings.EqualFold(x, y) {
			return false
		}
		c.r.Reason = fmt.Sprintf("their %s differ: %s, %s", what, x, y)
		return true
	}
	if differs("forums", a.Forum, b.Forum) || differs("summit years", year(a), year(b)) || differs("summits", a.Summit.Name, b.Summit.Name) {
		return
	}
	matched := 0
	for _, j := range c.match {
		if j >= 0 {
			matched++
		}
	}
	fewer := min(len(c.old.Commitments), len(c.now.Commitments))
	if fewer > 0 && 2*matched < fewer {
		c.r.Reason = fmt.Sprintf("only %d of %d commitments are in both", matched, fewer)
		return
	}
	c.r.Versions = true
}

func year(i model.Info) string {
	if i.Summit.Year == 0 {
		return ""
	}
	return fmt.Sprint(i.Summit.Year)
}

func (c *comparison) info() {
	a, b := c.old.Report, c.now.Report
	for _, f := range []FieldChange{
		{"title", a.Title, b.Title},
		{"stage", a.Stage, b.Stage},
		{"revised", a.Revised, b.Revised},
		{"period", period(a.Period), period(b.Period)},
		{"published", a.Published, b.Published},
		{"prepared by", strings.Join(a.PreparedBy, "; "), strings.Join(b.PreparedBy, "; ")},
	} {
		if f.From != f.To {
			c.r.Info = append(c.r.Info, f)
		}
	}
}

func period(p *model.Period) string {
	if p == nil {
		return ""
	}
	return p.From + "/" + p.To
}

func (c *comparison) chapters() {
	found := map[int]bool{}
	for i := range c.old.Commitments {
		a, j := &c.old.Commitments[i], c.match[i]
		if j < 0 {
			c.r.Commitments = append(c.r.Commitments, CommitmentChange{Kind: Removed, Commitment: chapter(a), Old: a.Text, At: a.At})
			continue
		}
		found[j] = true
		b := &c.now.Commitments[j]
		if a.Text != b.Text && a.Text != "" && b.Text != "" && !((isTable(c.old) || isTable(c.now)) && across.SameWording(a.Text, b.Text, c.words)) {
			c.r.Commitments = append(c.r.Commitments, CommitmentChange{Kind: Reworded, Commitment: chapter(b), Old: a.Text, New: b.Text, At: b.At})
		}
		c.scores(chapter(b), scoresOf(a), scoresOf(b))
		c.average(averageOf(chapter(b), "commitment", ""), assessed(a), assessed(b))
		c.actions(chapter(b), a, b)
	}
	for j := range c.now.Commitments {
		if !found[j] {
			b := &c.now.Commitments[j]
			c.r.Commitments = append(c.r.Commitments, CommitmentChange{Kind: Added, Commitment: chapter(b), New: b.Text, At: b.At})
		}
	}
}

func assessed(c *model.Commitment) *model.Average {
	if c.Assessment == nil {
		return nil
	}
	return c.Assessment.Average
}

// stated is a score and where it is stated.
type stated struct {
	member, name, where string
	score               *int
	at                  model.At
}

func (s stated) key() string { return who(s.member, s.name) + "\x00" + s.where }

// who is a member's code, or its name where the code is not known.
func who(code, name string) string {
	if code != "" {
		return code
	}
	return name
}

func scoresOf(c *model.Commitment) []stated {
	var out []stated
	if c.Assessment != nil {
		for _, s := range c.Assessment.Scores {
			out = append(out, stated{s.Member, s.Name, "table", s.Score, s.At})
		}
	}
	for _, v := range c.Verdicts {
		if v.HeadingScore != nil {
			out = append(out, stated{v.Member, v.Name, "heading", v.HeadingScore, v.At})
		}
		if v.ConcludingScore != nil {
			out = append(out, stated{v.Member, v.Name, "closing", v.ConcludingScore, v.At})
		}
	}
	return out
}

// scores compares the scores of one commitment, in the new report's order.
func (c *comparison) scores(of Chapter, old, now []stated) {
	before := map[string]stated{}
	for _, s := range old {
		if _, there := before[s.key()]; !there {
			before[s.key()] = s
		}
	}
	seen := map[string]bool{}
	add := func(a, b stated) {
		named := b
		if named.where == "" {
			named = a
		}
		if !equal(a.score, b.score) {
			c.r.Scores = append(c.r.Scores, ScoreChange{
				Commitment: of, Member: named.member, Name: named.name, StatedIn: named.where,
				From: a.score, To: b.score, OldAt: a.at, NewAt: b.at,
			})
		}
	}
	for _, s := range now {
		if !seen[s.key()] {
			seen[s.key()] = true
			add(before[s.key()], s)
		}
	}
	for _, s := range old {
		if !seen[s.key()] {
			seen[s.key()] = true
			add(s, stated{})
		}
	}
}

func equal(a, b *int) bool {
	return a == nil && b == nil || a != nil && b != nil && *a == *b
}

func averageOf(of Chapter, scope, member string) AverageChange {
	return AverageChange{Commitment: &of, Scope: scope, Member: member}
}

// average compares two stated averages, either of which may be missing.
func (c *comparison) average(change AverageChange, old, now *model.Average) {
	if sameFigure(old, now) {
		return
	}
	if old != nil {
		change.From, change.OldAt = averageText(old), old.At
	}
	if now != nil {
		change.To, change.NewAt = averageText(now), now.At
	}
	c.r.Averages = append(c.r.Averages, change)
}

// sameFigure compares the numbers, not how they are set.
func sameFigure(a, b *model.Average) bool {
	if a == nil || b == nil {
		return a == b
	}
	return sameDecimal(a.Value, b.Value) && sameDecimal(a.Percent, b.Percent)
}

func sameDecimal(a, b *model.Decimal) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.Rat().Cmp(b.Rat()) == 0
}

func averageText(a *model.Average) string {
	if a.Text != "" {
		return a.Text
	}
	var parts []string
	if a.Value != nil {
		parts = append(parts, a.Value.String())
	}
	if a.Percent != nil {
		parts = append(parts, a.Percent.String()+"%")
	}
	return strings.Join(parts, " ")
}

// matrices compares summary tables by their place among the tables.
func (c *comparison) matrices() {
	for i := range max(len(c.old.Matrices), len(c.now.Matrices)) {
		var a, b model.Matrix
		if i < len(c.old.Matrices) {
			a = c.old.Matrices[i]
		}
		if i < len(c.now.Matrices) {
			b = c.now.Matrices[i]
		}
		c.matrix(&a, &b)
	}
}

func (c *comparison) matrix(a, b *model.Matrix) {
	match := pairs(rowItems(a), rowItems(b))
	found := map[int]bool{}
	row := func(old, now *model.MatrixRow, named *model.MatrixRow) {
		of := Chapter{Number: named.Number, ID: named.ID, Title: named.Label}
		c.scores(of, cells(a, old), cells(b, now))
		var x, y *model.Average
		if old != nil {
			x = old.Average
		}
		if now != nil {
			y = now.Average
		}
		c.average(averageOf(of, "matrix-row", ""), x, y)
	}
	for i := range a.Rows {
		if j := match[i]; j >= 0 {
			found[j] = true
			row(&a.Rows[i], &b.Rows[j], &b.Rows[j])
		} else {
			row(&a.Rows[i], nil, &a.Rows[i])
		}
	}
	for j := range b.Rows {
		if !found[j] {
			row(nil, &b.Rows[j], &b.Rows[j])
		}
	}
	before := columnAverages(a)
	after := columnAverages(b)
	for _, member := range slices.Compact(slices.Sorted(slices.Values(append(keys(before), keys(after)...)))) {
		c.average(AverageChange{Scope: "matrix-column", Member: member}, before[member], after[member])
	}
	c.average(AverageChange{Scope: "matrix-overall"}, a.Overall, b.Overall)
}

func keys(m map[string]*model.Average) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	return out
}

func columnAverages(m *model.Matrix) map[string]*model.Average {
	out := map[string]*model.Average{}
	for _, a := range m.ColumnAverages {
		out[a.Member] = &model.Average{Text: a.Text, Value: a.Value, Percent: a.Percent, At: a.At}
	}
	return out
}

func rowItems(m *model.Matrix) []item {
	out := make([]item, len(m.Rows))
	for i, r := range m.Rows {
		out[i] = item{serial: r.ID, number: r.Number, words: likeness.Words(r.Label)}
	}
	return out
}

func cells(m *model.Matrix, r *model.MatrixRow) []stated {
	if r == nil {
		return nil
	}
	var out []stated
	for i, member := range m.Members {
		s := stated{member: member, where: "matrix", at: r.At}
		if i < len(m.Names) {
			s.name = m.Names[i]
		}
		if i < len(r.Scores) {
			s.score = r.Scores[i]
		}
		out = append(out, s)
	}
	return out
}

// findings compares what the audit finds. A finding is the same when rule,
// member and the printed and counted figures are: its place may move.
func (c *comparison) findings(ctx context.Context, o audit.Options) error {
	old, err := audit.Run(ctx, c.old, o)
	if err != nil {
		return err
	}
	now, err := audit.Run(ctx, c.now, o)
	if err != nil {
		return err
	}
	key := func(f audit.Finding) string {
		return strings.Join([]string{f.Rule, f.CommitmentID, f.Member, f.Stated, f.Computed}, "\x00")
	}
	count := map[string]int{}
	for _, f := range old.Findings {
		count[key(f)]++
	}
	for _, f := range now.Findings {
		if count[key(f)]--; count[key(f)] < 0 {
			c.r.Findings = append(c.r.Findings, FindingChange{Added, f})
		}
	}
	// What is left in count are old findings without a new one.
	for _, f := range slices.Backward(old.Findings) {
		if count[key(f)] > 0 {
			count[key(f)]--
			c.r.Findings = append(c.r.Findings, FindingChange{Removed, f})
		}
	}
	slices.SortStableFunc(c.r.Findings, func(x, y FindingChange) int {
		return cmp.Or(cmp.Compare(x.Kind, y.Kind), cmp.Compare(x.Finding.At.Page(), y.Finding.At.Page()))
	})
	return nil
}
