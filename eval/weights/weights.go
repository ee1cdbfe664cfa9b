// Package weights counts, on reports whose truth is known, how often each piece
// of evidence stands by a right and by a wrong claim, for every question that
// parse settles by weighing evidence.
package weights

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"recount.invalid/recount"
	"recount.invalid/recount/eval/blind"
	"recount.invalid/recount/model"
	"recount.invalid/recount/parse"
)

// Row is what was counted of one piece of evidence.
type Row struct {
	Question, Evidence string
	Weight             int // below 0 against a claim
	Right, Wrong       int // claims of which it held
}

// Count reads every NAME.pdf of a folder with its truth NAME.json and counts.
// The rows are ordered by question, then by weight. A paper that cannot be read
// is an error.
func Count(ctx context.Context, folder string) ([]Row, error) {
	pdfs, err := filepath.Glob(filepath.Join(folder, "*.pdf"))
	if err != nil {
		return nil, err
	}
	counts := map[[2]string]*Row{}
	papers := 0
	for _, pdf := range pdfs {
		path := strings.TrimSuffix(pdf, ".pdf") + ".json"
		if _, err := os.Stat(path); err != nil {
			continue
		}
		truth, err := blind.ReadTruth(path)
		if err != nil {
			return nil, err
		}
		doc, err := recount.ReadDocument(ctx, pdf, recount.Options{})
		if err != nil {
			return nil, err
		}
		var all []parse.Weighing
		rep, err := parse.Parse(ctx, doc, parse.Options{Weighed: func(w parse.Weighing) { all = append(all, w) }})
		if err != nil {
			return nil, fmt.Errorf("%s: %w", filepath.Base(pdf), err)
		}
		papers++
		tally(counts, all, paper{truth, rep})
	}
	if papers == 0 {
		return nil, fmt.Errorf("%s: no NAME.pdf with a NAME.json", folder)
	}
	var rows []Row
	for _, r := range counts {
		rows = append(rows, *r)
	}
	slices.SortFunc(rows, func(a, b Row) int {
		if n := strings.Compare(a.Question, b.Question); n != 0 {
			return n
		}
		if a.Weight != b.Weight {
			return b.Weight - a.Weight
		}
		return strings.Compare(a.Evidence, b.Evidence)
	})
	return rows, nil
}

func tally(counts map[[2]string]*Row, all []parse.Weighing, p paper) {
	for _, w := range all {
		right, known := p.right(w)
		if !known {
			continue
		}
		for _, e := range w.Held {
			key := [2]string{w.Question, e.Name}
			if counts[key] == nil {
				counts[key] = &Row{Question: w.Question, Evidence: e.Name, Weight: e.Weight}
			}
			if right {
				counts[key].Right++
			} else {
				counts[key].Wrong++
			}
		}
	}
}

// Write prints the rows as one table.
func Write(out io.Writer, rows []Row) error {
	const form = "%-16s %-16s %6v %6v %6v\n"
	_, err := fmt.Fprintf(out, form, "question", "evidence", "weight", "right", "wrong")
	for _, r := range rows {
		if err == nil {
			_, err = fmt.Fprintf(out, form, r.Question, r.Evidence, r.Weight, r.Right, r.Wrong)
		}
	}
	return err
}

// paper is a report's truth beside what was read of it.
type paper struct {
	truth *blind.Truth
	read  *model.Report
}

// questions tell of each question's claims whether they are right; known is
// false where the truth does not say.
var questions = map[string]func(p paper, w parse.Weighing) (right, known bool){
	"chapter heading": paper.chapterHeading,
	"serial":          paper.serial,
	"member heading":  paper.memberHeading,
	"conclusion":      paper.conclusion,
	"action date":     paper.actionDate,
}

func (p paper) right(w parse.Weighing) (right, known bool) {
	if judge := questions[w.Question]; judge != nil {
		return judge(p, w)
	}
	return false, false
}

func folded(s *string) string {
	if s == nil {
		return ""
	}
	return strings.ToLower(strings.Join(strings.Fields(*s), " "))
}

func (p paper) chapterHeading(w parse.Weighing) (right, known bool) {
	text := folded(&w.Text)
	for _, c := range p.truth.Commitments {
		name := folded(c.Title)
		if name == "" {
			name = folded(c.IssueArea)
		}
		known = known || name != ""
		right = right || name != "" && strings.Contains(text, name)
	}
	return right, known
}

func (p paper) serial(w parse.Weighing) (right, known bool) {
	for _, c := range p.truth.Commitments {
		if c.Number == w.Commitment && c.ID != nil {
			return *c.ID == w.Text || strings.HasSuffix(*c.ID, "-"+w.Text), true
		}
	}
	return false, false
}

// memberHeading: right is a claim that became a section which the truth has, with
// the score that its heading has.
func (p paper) memberHeading(w parse.Weighing) (right, known bool) {
	v, t := p.section(w, func(v *model.Verdict) bool { return v.Heading != nil && within(w.At, v.Heading.At) })
	if v == nil {
		return false, true
	}
	return t != nil && (t.HeadingScore == nil || v.HeadingScore != nil && float64(*v.HeadingScore) == *t.HeadingScore), true
}

func (p paper) conclusion(w parse.Weighing) (right, known bool) {
	_, t := p.section(w, func(v *model.Verdict) bool { return within(w.At, v.At) })
	if t == nil {
		return false, false
	}
	return t.ConcludingScore != nil && w.Score != nil && float64(*w.Score) == *t.ConcludingScore, true
}

func (p paper) actionDate(w parse.Weighing) (right, known bool) {
	v, t := p.section(w, func(v *model.Verdict) bool { return within(w.At, v.At) })
	if t == nil {
		return false, false
	}
	for _, a := range v.Actions {
		if !within(w.At, a.At) || len(a.Footnotes) == 0 {
			continue
		}
		for _, b := range t.Actions {
			if slices.EqualFunc(a.Footnotes, b.Footnotes, func(f model.Ref, n int) bool { return f.Number == n }) {
				first, _, _ := strings.Cut(w.Text, "/")
				return first == b.Date, true
			}
		}
	}
	return false, false
}

// section gives the member's section that holds, as read and as it is in truth;
// nil where there is none.
func (p paper) section(w parse.Weighing, holds func(*model.Verdict) bool) (*model.Verdict, *blind.Verdict) {
	for i := range p.read.Commitments {
		c := &p.read.Commitments[i]
		for j := range c.Verdicts {
			v := &c.Verdicts[j]
			if v.Member != w.Member || !holds(v) {
				continue
			}
			for k := range p.truth.Commitments {
				for m := range p.truth.Commitments[k].Verdicts {
					if t := &p.truth.Commitments[k].Verdicts[m]; p.truth.Commitments[k].Number == c.Number && t.Member == w.Member {
						return v, t
					}
				}
			}
			return v, nil
		}
	}
	return nil, nil
}

// within reports whether the first place of a claim lies in those of an object.
func within(claim, object model.At) bool {
	if len(claim) == 0 {
		return false
	}
	const slack = 1
	c := claim[0]
	for _, o := range object {
		if o.Page == c.Page && c.Box.Top() < o.Box.Bottom()+slack && o.Box.Top() < c.Box.Bottom()+slack {
			return true
		}
	}
	return false
}
