package grid

import (
	"strings"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/scoretext"
	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/vocabulary"
)

// ScoresInRows counts a table's cells that hold a score or say that there is none.
func (r *Reader) ScoresInRows(t *sheet.Table) int {
	n := 0
	for _, c := range t.Cells {
		if _, ok, na := scoretext.ParseScore(r.Vocab, c.Text.Text); ok || na {
			n++
		}
	}
	return n
}

// ColumnKind reads a column's head, the score that may stand behind the words
// ("Work in Progress 0") not counted.
func (r *Reader) ColumnKind(s string) (string, bool) {
	i := strings.LastIndexByte(s, ' ')
	v, scored, _ := scoretext.ParseScore(r.Vocab, strings.Trim(s[i+1:], "()"))
	kind, ok := r.Vocab.Column(s)
	if !ok && scored && i > 0 {
		kind, ok = r.Vocab.Column(strings.TrimRight(s[:i], ": "))
	}
	if scored && (i < 0 || kind == vocabulary.ColumnScore) {
		return KindOfScore(v) // "−1", "Score: −1"
	}
	if !ok {
		return r.underScoreHead(s)
	}
	return kind, ok
}

// underScoreHead reads the head of a level on which the head over all the levels was set,
// as the middle one of three has both in its column ("Final Compliance Score Work in
// Progress 0").
func (r *Reader) underScoreHead(s string) (string, bool) {
	for i, c := range s {
		if c != ' ' {
			continue
		}
		if over, ok := r.Vocab.Column(s[:i]); !ok || over != vocabulary.ColumnScore {
			continue
		}
		if kind, ok := r.ColumnKind(s[i+1:]); ok {
			if _, level := scoretext.ScoreOfKind(kind); level {
				return kind, true
			}
		}
	}
	return "", false
}

// KindOfScore is the kind of the column that a score of the scale heads.
func KindOfScore(v int) (string, bool) {
	for _, kind := range []string{vocabulary.ColumnNone, vocabulary.ColumnPartial, vocabulary.ColumnFull} {
		if score, _ := scoretext.ScoreOfKind(kind); score == v {
			return kind, true
		}
	}
	return "", false
}

// Average reads an average that may be printed as a whole number too.
func (r *Reader) Average(text string) (model.Average, bool) {
	if avg, ok := scoretext.ParseAverage(r.Vocab, text); ok {
		return avg, true
	}
	if _, ok, _ := scoretext.ParseScore(r.Vocab, text); ok {
		if d, err := model.ParseDecimal(text); err == nil {
			return model.Average{Value: &d}, true
		}
	}
	return model.Average{}, false
}

// IsAverage reports whether a text is one average, with its percentage or
// without.
func (r *Reader) IsAverage(s string) bool {
	_, ok := r.Average(s)
	return ok
}

// MatrixHead finds the row that names the members and gives the member of
// each column.
func (r *Reader) MatrixHead(t *sheet.Table) (row int, members map[int]string, names map[int]string) {
	best := -1
	for i := 0; i < t.Rows && i < 6; i++ {
		ms, ns := map[int]string{}, map[int]string{}
		scores := 0
		for _, c := range t.Row(i) {
			if _, ok, _ := scoretext.ParseScore(r.Vocab, c.Text.Text); ok {
				scores++
			}
			if code, ok := r.headMember(c); ok {
				ms[c.Col] = code
				ns[c.Col] = c.Text.Text
			}
		}
		r.twoLetterHeads(t.Row(i), ms, ns)
		if len(ms) >= sheet.MinMatrixMembers && len(ms) > len(members) && scores*2 < len(ms) {
			best, members, names = i, ms, ns
		}
	}
	return best, members, names
}

// twoLetterHeads adds the members that a row of heads gives by two-letter
// codes, where three or more stand there that mean nobody else. "AU" is not
// decided: beside such codes it is Australia as well as the African Union.
func (r *Reader) twoLetterHeads(row []*sheet.Cell, members, names map[int]string) {
	found := map[int]string{}
	undecided := -1
	for _, c := range row {
		s := strings.TrimSpace(c.Text.Text)
		code, ok := r.Vocab.MemberAlpha2(s)
		switch known := members[c.Col]; {
		case !ok:
		case known == "":
			found[c.Col] = code
			names[c.Col] = s
		case known != code:
			undecided = c.Col
		}
	}
	if len(found) < sheet.MinMatrixMembers {
		for col := range found {
			delete(names, col)
		}
		return
	}
	for col, code := range found {
		members[col] = code
	}
	if undecided >= 0 {
		delete(members, undecided)
	}
}
