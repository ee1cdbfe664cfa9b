package grid

import (
	"strings"
	"unicode/utf8"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/parse/layout"
)

// Heads and figures may be set so close that a reader sees no gap between
// them: "CAN FRA GER" over three columns is one run of text. Such a piece is
// cut between its words, and the words are given to the columns in their order.

// columnPart is a part of a line and its column; col is -1 where the nearest is.
type columnPart struct {
	sheet.Part
	col int
}

// isHead reports whether a text heads a column of a table of scores.
func (r *Reader) isHead(s string) bool {
	if _, ok := r.Vocab.Column(s); ok {
		return true
	}
	return r.IsMember(s)
}

// crowdedHeads reports whether a piece names three or more members and nothing
// else but heads of columns.
func (r *Reader) crowdedHeads(pc sheet.Part) bool {
	members := 0
	words := r.headWords(pc)
	for _, w := range words {
		switch s := w.Text(); {
		case r.IsMember(s):
			members++
		case !r.isHead(s) && !r.Vocab.AverageLabel(s):
			return false
		}
	}
	return members >= sheet.MinMatrixMembers
}

// pieceWords cuts a piece into words; where they stand is estimated from
// their letters. A sign in a run of its own belongs to the figure behind it.
func pieceWords(pc sheet.Part, cut func(string) []string) []layout.Word {
	var out []layout.Word
	for i := pc.From; i < pc.To; i++ {
		run := pc.L.Runs[i]
		for k, piece := range layout.CutRun(run, cut(run.Text), pc.L.Size) {
			n := len(out)
			if k == 0 && n > 0 && i > pc.From && (LoneSign(out[n-1].Text()) || !run.Space && run.Gap == 0) {
				out[n-1].Runs = append(out[n-1].Runs, piece)
				continue
			}
			out = append(out, layout.Word{Runs: []model.Run{piece}})
		}
	}
	return out
}

// LoneSign reports whether a text is a sign without a figure.
func LoneSign(s string) bool {
	return script.BeginsSigned(s) && utf8.RuneCountInString(s) == 1
}

// maxHeadWords is how many words a head may have.
const maxHeadWords = 4

// headWords cuts a piece into heads: words, of which those that make one name
// stay together.
func (r *Reader) headWords(pc sheet.Part) []layout.Word {
	words := pieceWords(pc, nameWords)
	var out []layout.Word
	for i := 0; i < len(words); {
		n := min(maxHeadWords, len(words)-i)
		for ; n > 1; n-- {
			var texts []string
			for _, w := range words[i : i+n] {
				texts = append(texts, w.Text())
			}
			if s := strings.Join(texts, " "); r.isHead(s) || r.Vocab.AverageLabel(s) {
				break
			}
		}
		w := words[i]
		for _, next := range words[i+1 : i+n] {
			next.Runs[0].Space = true
			w.Runs = append(w.Runs, next.Runs...)
		}
		out = append(out, w)
		i += n
	}
	return out
}

// spread cuts a line at its gaps, and between words where one piece stands
// over several columns: figures, and, with heads, names.
func (r *Reader) spread(l *sheet.Line, columns []model.Box, heads bool) []columnPart {
	ps := Pieces(l)
	cuts := make([][]layout.Word, len(ps))
	crowded := false
	for i, pc := range ps {
		if l.Dir != model.Rightward || layout.Overlaps(columns, pc.Box()) < 2 {
			continue
		}
		switch {
		case crowdedFigures(pc):
			cuts[i] = pieceWords(pc, FigureWords)
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
	c.Origin = l
	for i, pc := range ps {
		words := cuts[i]
		if len(words) < 2 {
			words = []layout.Word{{Runs: l.Runs[pc.From:pc.To]}}
		}
		cols := layout.WordColumns(words, columns)
		for k, w := range words {
			from := len(m.Runs)
			m.Runs = append(m.Runs, w.Runs...)
			if k > 0 {
				m.Runs[from].Space, m.Runs[from].Gap = true, l.Size
			}
			out = append(out, columnPart{sheet.Part{L: &c, From: from, To: len(m.Runs)}, cols[k]})
		}
	}
	return out
}
