package figures

import (
	"slices"
	"strings"

	"recount.invalid/recount/audit/internal/claims"
	"recount.invalid/recount/audit/internal/rule"
)

// A plain sentence says something else where a sentence before it has said of what the
// figures are: of another year, of another report's marks, of a part of the members. There are
// more ways to say so than can be listed. What shows that a paragraph goes on about this
// report's scores is that other figures in it are those of the tables.

const (
	// fewestElsewhere is how many figures of a paragraph are others than the tables', and none
	// theirs, where the paragraph is taken to speak of something else.
	fewestElsewhere = 3
	// heldBehindTime is how many figures must be the tables' for each that is not, behind a
	// sentence that names another time or report: its figures may be alike in part.
	heldBehindTime = 3
	// frameShown is how much of such a sentence is shown, in code points.
	frameShown = 40
)

// framed says why a sentence of the passage may speak of something else than this report's
// scores by what stands before it; empty where it does not.
func framed(p *rule.Pass, rd *claims.ProseReading, sentence string) string {
	read := claims.Prose(p)
	at := slices.Index(rd.Sentences, sentence)
	if at < 0 {
		return ""
	}
	held, failed := make([]int, len(rd.Sentences)), make([]int, len(rd.Sentences))
	all, none := 0, 0
	for i := range rd.Claims {
		c := &rd.Claims[i]
		k := slices.Index(rd.Sentences, c.Sentence)
		if k < 0 || c.Figure == nil || c.Doubt != "" || len(c.Subjects) == 0 {
			continue
		}
		fits := true
		for _, s := range c.Subjects {
			e, why := read.Evidence.Usable(s)
			if why != "" {
				fits = false
				continue
			}
			value, percent := e.Holds(c.Figure)
			fits = fits && value && percent
		}
		if fits {
			held[k]++
			all++
		} else {
			failed[k]++
			none++
		}
	}
	if grid, why := read.Evidence.Grid(); why == "" {
		for _, st := range rd.Tallies {
			k := slices.Index(rd.Sentences, st.Sentence)
			if k < 0 || st.Doubt != "" || len(st.Ways) == 0 {
				continue
			}
			count := counter{read.Evidence, grid, false}
			if right, _ := count.statement(st); right {
				held[k]++
				all++
			} else {
				failed[k]++
				none++
			}
		}
	}
	frame, time := -1, false
	for k := range at {
		if held[k] == 0 && read.Reader.SetsFrame(rd.Sentences[k]) {
			frame, time = k, time || read.Reader.OtherTime(rd.Sentences[k]) != ""
		}
	}
	if frame < 0 {
		if all == 0 && none >= fewestElsewhere {
			return "no figure of the paragraph is one of the tables: it may speak of something else"
		}
		return ""
	}
	fits, others := 0, 0
	for k := frame + 1; k < len(rd.Sentences); k++ {
		if k > at && held[k] == 0 && read.Reader.SetsFrame(rd.Sentences[k]) {
			break
		}
		fits, others = fits+held[k], others+failed[k]
	}
	others = max(others, 1)
	if time {
		others *= heldBehindTime
	}
	if fits >= others {
		return ""
	}
	return "a sentence before it may say that it is of something else: \u201c" + beginning(rd.Sentences[frame]) + "\u201d"
}

// beginning is the first words of a sentence.
func beginning(sentence string) string {
	runes := []rune(sentence)
	if len(runes) <= frameShown {
		return sentence
	}
	text := string(runes[:frameShown])
	if i := strings.LastIndexByte(text, ' '); i > 0 {
		text = text[:i]
	}
	return text + " …"
}
