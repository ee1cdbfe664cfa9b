package scoring

import (
	"recount.invalid/recount/notation/scoretext"
	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/parse/internal/grid"
	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/vocabulary"
)

// scoreReader reads a cell of a summary table as scoretext.ParseScore does.
type scoreReader func(cell string) (score int, ok, na bool)

// cell reads a cell, also where a remark's mark is raised behind its score, or its
// column is too narrow for it.
func (read scoreReader) cell(c *sheet.Cell) (score int, ok, na bool) {
	for _, s := range []string{c.Text.Text, grid.Unmarked(c), grid.Unbroken(c)} {
		if score, ok, na = read(s); (ok || na) && (s != "" || c.Text.Text == "") {
			return score, ok, na
		}
	}
	return 0, false, false
}

// scoreReaderOf gives the form in which a summary table prints its scores: as a
// sign and a figure, and where no cell under the members is one, with decimals
// ("+1.0", "0.00") or as the words for their levels ("Full", "Partial
// compliance"). A table of averages has decimals too, so that every cell must
// be a whole score, and rows of other stages or years do not count.
func (r *Reader) scoreReaderOf(t *sheet.Table, head int, members map[int]string) scoreReader {
	plain := func(s string) (int, bool, bool) { return scoretext.ParseScore(r.Vocab, s) }
	whole, words, signs, other := 0, 0, 0, 0
	bare := r.bareNone(t)
	inWords := func(s string) (int, bool) {
		if v, ok := scoretext.LevelInWords(r.Vocab, s); ok {
			return v, true
		}
		if kind, ok := r.Vocab.Column(s); ok && bare {
			return scoretext.ScoreOfKind(kind)
		}
		return 0, false
	}
	label := ""
	at := -1
	for _, c := range t.Cells {
		if c.Row <= head || c.Text.Text == "" {
			continue
		}
		if c.Row != at {
			at, label = c.Row, c.Text.Text
		} else if !sheet.HasLetter(label) && members[c.Col] == "" {
			label = c.Text.Text // a number or an average stands before it
		}
		if members[c.Col] == "" {
			continue
		}
		if _, edition := r.Vocab.Edition(label); edition {
			other++
			continue
		}
		if r.Vocab.AverageLabel(label) || r.ScoreLabel(label) {
			continue
		}
		_, ok, na := plain(c.Text.Text)
		_, isWhole := scoretext.WholeScore(c.Text.Text)
		if broken := grid.Unbroken(c); broken != "" && !isWhole {
			_, isWhole = scoretext.WholeScore(broken)
		}
		_, isWord := inWords(c.Text.Text)
		kind, _ := r.Vocab.Column(c.Text.Text)
		switch {
		case kind == vocabulary.ColumnNone && !isWord:
			// 'none' beside words for the lowest level: it is not certain
		case isWhole:
			whole++
		case isWord:
			words++
		case ok && script.BeginsSigned(c.Text.Text):
			signs++
		case !ok && !na && !grid.LoneSign(c.Text.Text):
			other++ // a lone sign says nothing of the form of the others
		}
	}
	switch {
	case signs > 0 || other > 0 || whole+words < sheet.MinMatrixMembers || whole > 0 && words > 0:
		return plain
	case whole > 0:
		return orElse(plain, scoretext.WholeScore)
	}
	return orElse(plain, inWords)
}

// orElse reads by the second form what the first does not know.
func orElse(first scoreReader, second func(string) (int, bool)) scoreReader {
	return func(s string) (int, bool, bool) {
		if v, ok := second(s); ok {
			return v, true, false
		}
		return first(s)
	}
}
