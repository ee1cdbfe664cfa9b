package figures

import (
	"strings"

	"recount.invalid/recount/audit/internal/claims"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/weigh"
	"recount.invalid/recount/audit/prose"
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
	if rd.Grounds == nil {
		return ""
	}
	g := rd.Grounds.Once(func(g *claims.Grounds) { ground(claims.Prose(p), rd, g) })
	at, known := g.At[sentence]
	if !known {
		return ""
	}
	frame, time := -1, false
	for k := range at {
		if g.Frame[k] {
			frame, time = k, time || g.Time[k]
		}
	}
	fits, others := 0, 0
	for k := frame + 1; k < len(g.Held) && (k <= at || frame < 0 || !g.Frame[k]); k++ {
		fits, others = fits+g.Held[k], others+g.Failed[k]
	}
	if frame < 0 {
		if fits == 0 && others >= fewestElsewhere {
			return "no figure of the paragraph is one of the tables: it may speak of something else"
		}
		return ""
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

// ground works out of each sentence of a passage whether it speaks of this report.
func ground(read *claims.RunningText, rd *claims.ProseReading, g *claims.Grounds) {
	n := len(rd.Sentences)
	g.At = make(map[string]int, n)
	g.Held, g.Failed, g.Frame, g.Time = make([]int, n), make([]int, n), make([]bool, n), make([]bool, n)
	for k, s := range rd.Sentences {
		if _, twice := g.At[s]; !twice {
			g.At[s] = k
		}
	}
	count := func(sentence string, fits bool) {
		if k, known := g.At[sentence]; known && fits {
			g.Held[k]++
		} else if known {
			g.Failed[k]++
		}
	}
	for i := range rd.Claims {
		c := &rd.Claims[i]
		if c.Figure != nil && c.Doubt == prose.UnsureWhat && isOverall(read.Evidence, c.Figure) {
			count(c.Sentence, true) // whatever words stand beside it
		}
		if c.Figure == nil || c.Doubt != "" || len(c.Subjects) == 0 {
			continue
		}
		theirs := 0
		for _, s := range c.Subjects {
			if e, why := read.Evidence.Usable(s); why == "" {
				if value, percent := e.Holds(c.Figure); value && percent {
					theirs++
				}
			}
		}
		if theirs > 0 && 2*theirs > len(c.Subjects) {
			count(c.Sentence, true) // a figure of most is the tables', whoever else is named with it
		}
		if theirs < len(c.Subjects) {
			count(c.Sentence, false)
		}
	}
	grid, why := read.Evidence.Grid()
	if why == "" {
		for _, st := range rd.Tallies {
			if st.Doubt == "" && len(st.Ways) > 0 {
				one := counter{read.Evidence, grid, false}
				right, _ := one.statement(st)
				count(st.Sentence, right)
			}
		}
	}
	before := ""
	for k, s := range rd.Sentences {
		if g.Held[k] == 0 && read.Reader.SetsFrame(s) && !(why == "" && weigh.Right(read, grid, s, before)) {
			g.Frame[k], g.Time[k] = true, read.Reader.OtherTime(s) != ""
		}
		before = s
	}
}

// isOverall reports whether a figure of which the words do not say for certain whose it is can
// hardly be another than the report's overall average: with decimals, and with its percentage.
func isOverall(x *claims.ProseEvidence, f *prose.Figure) bool {
	e, why := x.Usable(prose.Subject{Kind: prose.Overall})
	if why != "" || f.Value == nil || f.Percent == nil || f.Value.Places < 2 {
		return false
	}
	value, percent := e.Holds(f)
	return value && percent
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
