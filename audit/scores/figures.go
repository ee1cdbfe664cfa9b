package scores

import (
	"math/big"
	"slices"
	"strconv"
	"strings"

	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// A table may have nothing but averages or percentages under the members: by year, by
// summit, by area. It has no scores, and what can be compared are its own columns.

const (
	// fewestFigures is how many different figures tell averages from scores between the
	// whole ones.
	fewestFigures = 6
	// mostFigure is the highest figure on a scale of averages, in per cent.
	mostFigure = 100
	// mostScaled is the highest number that may be a slip for a score, and no percentage.
	mostScaled = 9
	// figuresInTen is how many in ten cells are such figures.
	figuresInTen = 8
	// fewestFigureRows is how many rows of figures such a table has.
	fewestFigureRows = 4
)

// onlyFigures reports whether what stands under the members of a table are averages or
// percentages, and no scores.
func onlyFigures(r *model.Report) bool {
	figures, others, different := 0, 0, map[string]bool{}
	for i := range r.Commitments {
		for _, s := range r.Commitments[i].Assessment.Scores {
			text := seen(s.Text)
			number, _ := strings.CutSuffix(text, "%")
			v, places, ok := readNumber(strings.TrimSpace(number), true)
			switch {
			case text == "":
			case ok && onFigureScale(v) && (places > 0 || number != text || v.Cmp(big.NewRat(mostScaled, 1)) > 0):
				figures++
				different[text] = true
			default:
				others++
			}
		}
	}
	halves := 0
	for text := range different {
		if v, _, ok := readNumber(text, true); ok && new(big.Rat).Mul(v, big.NewRat(2, 1)).IsInt() && !v.IsInt() {
			halves++
		}
	}
	return len(different)-halves >= fewestFigures && 10*figures >= figuresInTen*(figures+others)
}

func onFigureScale(v *big.Rat) bool {
	return new(big.Rat).Abs(v).Cmp(big.NewRat(mostFigure, 1)) <= 0
}

// comparesMembers reports whether a table has figures on a scale of averages for several
// members, in columns or in rows, or for what an average or all of it stands for.
func comparesMembers(table [][]string, words *vocabulary.Vocabulary) bool {
	members, sums := 0, 0
	for _, h := range table[0] {
		if _, is := memberHead(h, words); is {
			members++
		}
		if holdsAverageWord(h, words) {
			sums++
		}
	}
	down := 0
	for _, row := range table[1:] {
		if _, is := memberHead(row[0], words); is {
			down++
		}
		if first, _, _ := strings.Cut(row[0], " "); holdsAverageWord(row[0], words) || words.HasHead(first, vocabulary.HeadTotal, vocabulary.HeadWeakTotal) {
			sums++
		}
	}
	if members < fewestTurned && down < fewestTurned && sums == 0 {
		return false
	}
	rows, numbers, onScale, parted := 0, 0, 0, 0
	for _, row := range table[1:] {
		own := 0
		for c, cell := range row {
			if c == 0 || c >= len(table[0]) || words.HasHead(table[0][c], keyHeads...) {
				continue
			}
			number, share := strings.CutSuffix(seen(cell), "%")
			v, places, ok := readNumber(strings.TrimSpace(number), true)
			if !ok {
				continue
			}
			own++
			if onFigureScale(v) {
				onScale++
			}
			if share || places > 0 || strings.HasPrefix(number, "+") || v.Sign() < 0 {
				parted++ // no amount has a sign
			}
		}
		if numbers += own; own > 1 {
			rows++
		}
	}
	return rows >= fewestFigureRows && parted >= fewestFigureRows && 10*onScale >= figuresInTen*numbers
}

// holdsAverageWord reports whether one of the words of a label names an average: "Mean of
// the eight".
func holdsAverageWord(label string, words *vocabulary.Vocabulary) bool {
	return slices.ContainsFunc(strings.FieldsFunc(label, func(r rune) bool { return r == ' ' || r == '_' }), words.AverageLabel)
}

// sharesIn reads the cells of a column that say of how many: "11 of 14 (79%)". ok is false
// where there are too few, or one that is something else.
func sharesIn(table [][]string, c int, words *vocabulary.Vocabulary) (parts, wholes []string, ok bool) {
	n := 0
	for _, row := range table[1:] {
		text := ""
		if c < len(row) {
			text = row[c]
		}
		s, is := readShare(text, words)
		if is && s.label == "" {
			parts, wholes = append(parts, strconv.Itoa(s.of[0].Part)), append(wholes, strconv.Itoa(s.of[0].Whole))
			n++
			continue
		}
		if strings.Trim(text, dashesAndBlanks) != "" {
			return nil, nil, false
		}
		parts, wholes = append(parts, ""), append(wholes, "")
	}
	return parts, wholes, n >= fewestFigureRows
}

// sharesEverywhere reports whether a column of a table says of how many.
func sharesEverywhere(table [][]string, words *vocabulary.Vocabulary) bool {
	for c := 1; c < len(table[0]); c++ {
		if _, _, ok := sharesIn(table, c, words); ok {
			return true
		}
	}
	return false
}

// withCounts adds to a table that says of how many the counts themselves, each in a column
// of its own, so that they can be added up: first those that are counted, then what they
// are counted of, once where that is the same in all columns.
func withCounts(table [][]string, words *vocabulary.Vocabulary) [][]string {
	var heads []string
	var parts, wholes [][]string
	for c := range table[0] {
		if p, w, ok := sharesIn(table, c, words); ok {
			heads, parts, wholes = append(heads, table[0][c]), append(parts, p), append(wholes, w)
		}
	}
	if len(parts) < 2 {
		return table // its other columns have the counts, or nothing is to be added up
	}
	same := !slices.ContainsFunc(wholes, func(w []string) bool { return !slices.Equal(w, wholes[0]) })
	out := make([][]string, len(table))
	for r, row := range table {
		width := len(table[0])
		out[r] = append(slices.Clone(row[:min(width, len(row))]), make([]string, width-min(width, len(row)))...)
		for k := range parts {
			if r == 0 {
				out[r] = append(out[r], heads[k])
			} else {
				out[r] = append(out[r], parts[k][r-1])
			}
		}
		for k := range wholes {
			switch {
			case k > 0 && same:
			case r > 0:
				out[r] = append(out[r], wholes[k][r-1])
			case same:
				out[r] = append(out[r], "of how many")
			default:
				out[r] = append(out[r], heads[k]+": of how many")
			}
		}
	}
	return out
}
