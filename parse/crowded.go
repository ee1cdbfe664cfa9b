package parse

import (
	"math"
	"strings"
	"unicode/utf8"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation"
)

// Heads and figures may be set so close that a reader sees no gap between
// them: "CAN FRA GER" over three columns is one run of text. Such a piece is
// cut between its words, and the words are given to the columns in their order.

// columnPart is a part of a line and its column; col is -1 where the nearest is.
type columnPart struct {
	part
	col int
}

// isHead reports whether a text heads a column of a table of scores.
func (r *reading) isHead(s string) bool {
	if _, ok := r.vocab.Column(s); ok {
		return true
	}
	return r.isMember(s)
}

// crowdedHeads reports whether a piece names three or more members and nothing
// else but heads of columns.
func (r *reading) crowdedHeads(pc part) bool {
	members := 0
	words := r.headWords(pc)
	for _, w := range words {
		switch s := w.text(); {
		case r.isMember(s):
			members++
		case !r.isHead(s) && !r.vocab.AverageLabel(s):
			return false
		}
	}
	return members >= minMatrixMembers
}

// word is a word of a piece: runs, or cut out of them.
type word struct {
	runs []model.Run
}

func (w word) box() model.Box {
	var b model.Box
	for _, run := range w.runs {
		b = b.Union(run.Box)
	}
	return b
}

func (w word) text() string {
	var b strings.Builder
	for i, run := range w.runs {
		if i > 0 && run.Space {
			b.WriteByte(' ')
		}
		b.WriteString(run.Text)
	}
	return b.String()
}

// pieceWords cuts a piece into words; where they stand is estimated from
// their letters. A sign in a run of its own belongs to the figure behind it.
func pieceWords(pc part, cut func(string) []string) []word {
	var out []word
	for i := pc.from; i < pc.to; i++ {
		run := pc.l.Runs[i]
		for k, piece := range cutRun(run, cut(run.Text), pc.l.Size) {
			n := len(out)
			if k == 0 && n > 0 && i > pc.from && (loneSign(out[n-1].text()) || !run.Space && run.Gap == 0) {
				out[n-1].runs = append(out[n-1].runs, piece)
				continue
			}
			out = append(out, word{[]model.Run{piece}})
		}
	}
	return out
}

func loneSign(s string) bool {
	return notation.BeginsSigned(s) && utf8.RuneCountInString(s) == 1
}

// maxHeadWords is how many words a head may have.
const maxHeadWords = 4

// headWords cuts a piece into heads: words, of which those that make one name
// stay together.
func (r *reading) headWords(pc part) []word {
	words := pieceWords(pc, nameWords)
	var out []word
	for i := 0; i < len(words); {
		n := min(maxHeadWords, len(words)-i)
		for ; n > 1; n-- {
			var texts []string
			for _, w := range words[i : i+n] {
				texts = append(texts, w.text())
			}
			if s := strings.Join(texts, " "); r.isHead(s) || r.vocab.AverageLabel(s) {
				break
			}
		}
		w := words[i]
		for _, next := range words[i+1 : i+n] {
			next.runs[0].Space = true
			w.runs = append(w.runs, next.runs...)
		}
		out = append(out, w)
		i += n
	}
	return out
}

// spread cuts a line at its gaps, and between words where one piece stands
// over several columns: figures, and, with heads, names.
func (r *reading) spread(l *line, columns []model.Box, heads bool) []columnPart {
	ps := pieces(l)
	cuts := make([][]word, len(ps))
	crowded := false
	for i, pc := range ps {
		if l.Dir != model.Rightward || overlaps(columns, pc.box()) < 2 {
			continue
		}
		switch {
		case crowdedFigures(pc):
			cuts[i] = pieceWords(pc, figureWords)
		case heads:
			cuts[i] = r.headWords(pc)
		}
		crowded = crowded || len(cuts[i]) > 1
	}
	out := make([]columnPart, 0, len(ps))
	if !crowded {
		for _, pc := range ps {
			out = append(out, columnPart{pc, -1})
		}
		return out
	}
	m := *l.Line
	m.Runs = nil
	c := *l
	c.Line = &m
	c.origin = l
	for i, pc := range ps {
		words := cuts[i]
		if len(words) < 2 {
			words = []word{{l.Runs[pc.from:pc.to]}}
		}
		cols := wordColumns(words, columns)
		for k, w := range words {
			from := len(m.Runs)
			m.Runs = append(m.Runs, w.runs...)
			if k > 0 {
				m.Runs[from].Space, m.Runs[from].Gap = true, l.Size
			}
			out = append(out, columnPart{part{&c, from, len(m.Runs)}, cols[k]})
		}
	}
	return out
}

// wordColumns gives words to columns in their order: one each where there are
// as many as the columns they stand over, otherwise so that they are moved the
// least. Of a single word, and of more words than there are columns, each
// stands where it stands (-1).
func wordColumns(words []word, columns []model.Box) []int {
	cols := make([]int, len(words))
	for i := range cols {
		cols[i] = -1
	}
	if len(words) < 2 || len(words) > len(columns) {
		return cols
	}
	var box model.Box
	for _, w := range words {
		box = box.Union(w.box())
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
			here := cost[j] + math.Abs(c.CentreX()-w.box().CentreX())
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
