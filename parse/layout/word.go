package layout

import (
	"math"
	"strings"
	"unicode/utf8"

	"recount.invalid/recount/model"
)

// Word is a word of a piece: runs, or cut out of them.
type Word struct {
	Runs []model.Run
}

// Box is where the word stands.
func (w Word) Box() model.Box {
	var b model.Box
	for _, run := range w.Runs {
		b = b.Union(run.Box)
	}
	return b
}

// Text is the word as printed, with a space where a run has one before it.
func (w Word) Text() string {
	var b strings.Builder
	for i, run := range w.Runs {
		if i > 0 && run.Space {
			b.WriteByte(' ')
		}
		b.WriteString(run.Text)
	}
	return b.String()
}

// WordColumns gives words to columns in their order: one each where there are
// as many as the columns they stand over, otherwise so that they are moved the
// least. Of a single word, and of more words than there are columns, each
// stands where it stands (-1).
func WordColumns(words []Word, columns []model.Box) []int {
	cols := make([]int, len(words))
	for i := range cols {
		cols[i] = -1
	}
	if len(words) < 2 || len(words) > len(columns) {
		return cols
	}
	var box model.Box
	for _, w := range words {
		box = box.Union(w.Box())
	}
	first, over := -1, 0
	for i, c := range columns {
		if box.X0() < c.X1() && box.X1() > c.X0() {
			if first < 0 {
				first = i
			}
			over++
		}
	}
	if over == len(words) {
		for i := range cols {
			cols[i] = first + i
		}
		return cols
	}
	// cost[j] is the least shift of the words so far with the last of them in
	// one of the first j columns; took says whether that is column j-1.
	cost := make([]float64, len(columns)+1)
	took := make([][]bool, len(words))
	for i, w := range words {
		next := make([]float64, len(columns)+1)
		took[i] = make([]bool, len(columns)+1)
		next[0] = math.Inf(1)
		for j, c := range columns {
			here := cost[j] + math.Abs(c.CentreX()-w.Box().CentreX())
			next[j+1] = next[j]
			if here < next[j] {
				next[j+1], took[i][j+1] = here, true
			}
		}
		cost = next
	}
	j := len(columns)
	for i := len(words) - 1; i >= 0; i-- {
		for !took[i][j] {
			j--
		}
		j--
		cols[i] = j
	}
	return cols
}

// CutRun makes a run of each word, their boxes by their share of the letters.
func CutRun(run model.Run, words []string, size float64) []model.Run {
	total := float64(utf8.RuneCountInString(run.Text))
	rest := run.Text
	var out []model.Run
	for i, w := range words {
		at := strings.Index(rest, w)
		rest = rest[at+len(w):]
		end := total - float64(utf8.RuneCountInString(rest))
		piece := run
		piece.Text = w
		piece.Box[0] = run.Box[0] + run.Box.Width()*(end-float64(utf8.RuneCountInString(w)))/total
		piece.Box[2] = run.Box[0] + run.Box.Width()*end/total
		if i > 0 {
			piece.Space, piece.Gap = true, size
		}
		out = append(out, piece)
	}
	return out
}
