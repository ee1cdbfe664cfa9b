package blind

import (
	"fmt"
	"strings"
)

// Result are the marks of one paper or the sum over several.
type Result struct {
	Fields, Scores   Count
	Silent           int
	Named, Sound     int
	Planted, Found   int
	Errors, Warnings int
}

// Result gives the marks of a paper.
func (p Paper) Result() Result {
	return Result{
		Fields: p.Sheet.All(), Scores: p.Sheet.Scores(), Silent: p.Sheet.Silent,
		Named: p.Sheet.Named, Sound: p.Sheet.Sound,
		Planted: p.Match.Planted, Found: p.Match.Found, Errors: p.Match.Errors, Warnings: p.Match.Warnings,
	}
}

// Total sums up.
func Total(papers []Paper) Result {
	var t Result
	for _, p := range papers {
		r := p.Result()
		t.Fields, t.Scores = t.Fields.plus(r.Fields), t.Scores.plus(r.Scores)
		t.Silent += r.Silent
		t.Named += r.Named
		t.Sound += r.Sound
		t.Planted += r.Planted
		t.Found += r.Found
		t.Errors += r.Errors
		t.Warnings += r.Warnings
	}
	return t
}

// String is one line.
func (r Result) String() string {
	return fmt.Sprintf("%d of %d fields right, %.2f %%; scores and averages %d of %d, %.2f %%; silent %d of %d wrong, %.2f %% of all; burden %d of %d, %.1f %%; planted %d of %d found; false errors %d, warnings on clean chapters %d",
		r.Fields.Right, r.Fields.Total, r.Fields.Percent(),
		r.Scores.Right, r.Scores.Total, r.Scores.Percent(),
		r.Silent, r.Fields.Total-r.Fields.Right, share(r.Silent, r.Fields.Total),
		r.Named, r.Sound, share(r.Named, r.Sound),
		r.Found, r.Planted, r.Errors, r.Warnings)
}

// share is a percentage, 0 of nothing.
func share(part, of int) float64 {
	return 100 * float64(part) / float64(max(1, of))
}

// Row is the line of a round for the table in docs/accuracy.md.
func Row(round, commit string, papers []Paper) string {
	names, worst := make([]string, len(papers)), 100.0
	for i, p := range papers {
		names[i] = p.Name
		worst = min(worst, p.Sheet.All().Percent())
	}
	r := Total(papers)
	return fmt.Sprintf("| %s | %s | %d: %s | %s, worst %.2f %% | %s | %d (%.2f %%) | %.1f %% | %d of %d | %d |",
		round, commit, len(papers), strings.Join(names, ", "), cellOf(r.Fields), worst, cellOf(r.Scores),
		r.Silent, share(r.Silent, r.Fields.Total), share(r.Named, r.Sound), r.Found, r.Planted, r.Errors)
}

func cellOf(c Count) string {
	return fmt.Sprintf("%d of %d (%.2f %%)", c.Right, c.Total, c.Percent())
}
