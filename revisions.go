package recount

import (
	"context"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"

	"recount.invalid/recount/extract"
	"recount.invalid/recount/model"
	"recount.invalid/recount/parse"
)

// KindRevision is the kind of the warning that an earlier revision of the file,
// which is still in it, shows other scores or averages.
const KindRevision = "revision"

const (
	// mostRevisions is how many earlier revisions of a file are compared.
	mostRevisions = 3
	// mostRevisionPages is how long a report may be of which that is done.
	mostRevisionPages = 400
	// mostNamedScores is how many differences a warning names; more are counted.
	mostNamedScores = 5
)

// revised compares the report of a file with those of its earlier revisions: what
// was read is what viewers show, but who has seen the file before has seen other
// scores. Where the file had to be repaired, it is not sure either which of the
// revisions viewers show. What an earlier revision cannot be read as is of no
// concern.
func (o Options) revised(ctx context.Context, path string, last *model.Report) (out []model.Warning) {
	if last.Source.Pages > mostRevisionPages {
		return nil
	}
	f, size, err := open(path)
	if err != nil {
		return nil
	}
	defer func() { _ = f.Close() }() // opened for reading only
	ctx, cancel := o.Bounded(ctx)
	defer cancel()
	eo := o.Extract
	eo.Reader, eo.OnPage, eo.CrossCheck = "native", nil, false // a revision is read only where it is sound
	want := scoresOf(last)
	for _, end := range extract.Revisions(ctx, f, size, eo, mostRevisions) {
		doc, err := extract.Read(ctx, filepath.Base(path), f, end, eo)
		if err != nil || !hasText(doc) {
			continue
		}
		earlier, err := parse.Parse(ctx, doc, parse.Options{Vocabulary: o.Vocabulary, Jobs: eo.Jobs})
		if err != nil {
			continue
		}
		differ := want.against(scoresOf(earlier))
		if len(differ) == 0 {
			continue
		}
		named := differ[:min(len(differ), mostNamedScores)]
		text := fmt.Sprintf("an earlier revision of the file, its first %d bytes, shows other scores or averages: %s", end, strings.Join(named, "; "))
		if n := len(differ) - len(named); n > 0 {
			text += fmt.Sprintf("; and %d more", n)
		}
		kind := KindRevision
		if len(last.Source.Repairs) > 0 {
			kind = extract.KindDamaged
			text += "; the file had to be repaired, and it is not sure which of the two is shown"
		}
		out = append(out, model.Warning{Kind: kind, Text: text})
	}
	return out
}

// shownScores are the scores and averages of a report, each by the words that say
// which it is.
type shownScores struct {
	order []string
	by    map[string]string
}

func (s *shownScores) add(what, value string) {
	if value == "" {
		return
	}
	if _, twice := s.by[what]; twice {
		return // of two with one name nobody can tell which is which
	}
	s.order = append(s.order, what)
	s.by[what] = value
}

// against names what an earlier revision shows otherwise, or shows and the last
// does not. What was added since is no difference.
func (s *shownScores) against(earlier *shownScores) (out []string) {
	for _, what := range earlier.order {
		was := earlier.by[what]
		switch now, there := s.by[what]; {
		case !there:
			out = append(out, fmt.Sprintf("%s: %s, where none was found now", what, was))
		case now != was:
			out = append(out, fmt.Sprintf("%s: %s, now %s", what, was, now))
		}
	}
	return out
}

func scoresOf(r *model.Report) *shownScores {
	s := &shownScores{by: map[string]string{}}
	for i := range r.Commitments {
		c := &r.Commitments[i]
		chapter := "commitment " + strconv.Itoa(c.Number)
		if c.Assessment != nil {
			for _, score := range c.Assessment.Scores {
				s.add(chapter+", "+score.Name+" in the table", scoreText(score.Score))
			}
			s.add(chapter+", average", averageText(c.Assessment.Average))
		}
		for _, v := range c.Verdicts {
			s.add(chapter+", heading of "+v.Name, scoreText(v.HeadingScore))
			s.add(chapter+", conclusion of "+v.Name, scoreText(v.ConcludingScore))
		}
	}
	for i := range r.Matrices {
		m := &r.Matrices[i]
		table := "summary table " + strconv.Itoa(i+1)
		for _, row := range m.Rows {
			label := table + ", " + row.Label
			for n, score := range row.Scores {
				if n < len(m.Members) {
					s.add(label+", "+m.Members[n], scoreText(score))
				}
			}
			s.add(label+", average", averageText(row.Average))
		}
		for _, a := range m.ColumnAverages {
			s.add(table+", average of "+a.Member, averageText(&model.Average{Value: a.Value, Percent: a.Percent}))
		}
		s.add(table+", overall average", averageText(m.Overall))
	}
	return s
}

// scoreText writes a score as reports do; "" for none.
func scoreText(score *int) string {
	switch {
	case score == nil:
		return ""
	case *score == 0:
		return "0"
	}
	return fmt.Sprintf("%+d", *score)
}

// averageText writes what an average states, however it is set; "" for none.
func averageText(a *model.Average) string {
	if a == nil {
		return ""
	}
	var parts []string
	if a.Value != nil {
		parts = append(parts, a.Value.String())
	}
	if a.Percent != nil {
		parts = append(parts, a.Percent.String()+"%")
	}
	return strings.Join(parts, ", ")
}
