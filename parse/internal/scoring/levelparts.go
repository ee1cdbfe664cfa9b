package scoring

import (
	"strings"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/scoretext"
	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/parse/internal/marker"
	"recount.invalid/recount/vocabulary"
)

// award is a place in a guideline that gives a score.
type award struct {
	start, end int // code points of the phrase ("a score of +1")
	score      int
	label      bool // the score alone, before what it asks ("0: …")
}

// statedLevels takes a paragraph apart that states several levels ("A member
// that … receives a score of +1; members that … receive 0"). It gives one level
// without a score where the paragraph states several that cannot be taken
// apart, and none where it states one or none: then it is read as a whole.
func (r *Reader) statedLevels(t model.Text) []model.Level {
	if len(t.Text) > 1200 || strings.ContainsRune(t.Text, '\n') || !strings.ContainsAny(t.Text, "01") {
		return nil
	}
	awards := r.awards(t.Text)
	several := false
	for _, a := range awards {
		several = several || a.score != awards[0].score
	}
	if !several {
		return nil
	}
	// A level by its label ("0: The member …") may speak of others.
	labelled := awards[0].label && awards[0].start == 0
	runes := []rune(t.Text)
	var cuts []int
	ambiguous := false
	for i := 1; i < len(awards); i++ {
		a, b := awards[i-1], awards[i]
		if a.score == b.score {
			continue
		}
		cut := clauseEnd(r, t.Text, runes, a.end, b.start)
		if cut < 0 && !labelled {
			cut = betweenAwards(runes, a, b, i == 1)
		}
		switch {
		case cut < 0 && labelled:
			return nil
		case cut < 0:
			ambiguous = true
		default:
			cuts = append(cuts, cut)
		}
	}
	if labelled {
		for _, a := range awards[1:] {
			if !startsClause(runes, a.start) {
				return nil
			}
		}
	}
	if ambiguous {
		return []model.Level{{Text: t.Text}}
	}
	var out []model.Level
	seen := map[int]bool{}
	from := 0
	for i := 0; i <= len(cuts); i++ {
		to := len(runes)
		if i < len(cuts) {
			to = cuts[i]
		}
		part := marker.CutText(t, from, to)
		if i < len(cuts) {
			part.Text = strings.TrimRight(strings.TrimSuffix(strings.TrimRight(part.Text, " ,;"), " and"), " ,;")
		}
		for _, a := range awards {
			if a.start >= from && a.start < to {
				score := a.score
				if seen[score] {
					return []model.Level{{Text: t.Text}} // one level in two places
				}
				seen[score] = true
				out = append(out, model.Level{Score: &score, Text: part.Text, Footnotes: part.Footnotes, At: part.At})
				break
			}
		}
		from = to
	}
	if labelled {
		for i := range out {
			if _, text, ok := r.levelStart(LevelText(out[i])); ok {
				out[i].Label = strings.TrimSpace(strings.TrimSuffix(out[i].Text, text.Text))
				out[i].Text, out[i].Footnotes = text.Text, text.Footnotes
			}
		}
	}
	return out
}

// awards finds the scores that a paragraph gives.
func (r *Reader) awards(text string) []award {
	var out []award
	runes := []rune(text)
	words := vocabulary.Words(text)
	for i, w := range words {
		v, ok, _ := scoretext.ParseScore(r.Vocab, w.Folded)
		if !ok || v < -1 || v > 1 || len(w.Folded) > 2 || w.Folded == "1" {
			continue
		}
		a := award{w.Start, w.End, v, false}
		switch {
		case i == 0 || words[i-1].Folded == "." && startsClause(runes, w.Start):
			if w.End >= len(runes) || runes[w.End] != ':' && runes[w.End] != ')' && runes[w.End] != ' ' {
				continue
			}
			a.label = true
		case len(out) > 0 && i > 1 && out[len(out)-1].end == words[i-2].End && r.Vocab.Has(vocabulary.ListWords, words[i-1].Folded):
			// "a score of −1 or 0"
		case w.Start > 0 && runes[w.Start-1] == '(' && w.End < len(runes) && runes[w.End] == ')':
		case r.Vocab.Has(vocabulary.AwardWords, words[i-1].Folded):
			k := i - 1
			if words[k].Folded == "of" {
				if k == 0 || words[k-1].Folded != "score" && words[k-1].Folded != "rating" {
					continue
				}
				k--
			}
			if k > 0 && len(words[k-1].Folded) == 1 { // 'a score'
				k--
			}
			a.start = words[k].Start
			if k > 0 && words[k-1].Folded != "." && k > 1 && r.Vocab.Has(vocabulary.NotAwardBefore, words[k-1].Folded) {
				continue
			}
		default:
			continue
		}
		out = append(out, a)
	}
	return out
}

// startsClause reports whether a clause begins at code point i.
func startsClause(runes []rune, i int) bool {
	for i > 0 && (runes[i-1] == ' ' || runes[i-1] == '(') {
		i--
	}
	return i == 0 || runes[i-1] == '.' || runes[i-1] == ';'
}

// clauseEnd gives the last place between two code points where a sentence or a
// clause with a semicolon ends; -1 is none.
func clauseEnd(r *Reader, text string, runes []rune, from, to int) int {
	for i := to - 1; i >= from; i-- {
		if runes[i] == ';' {
			return i + 1
		}
	}
	cut := -1
	for _, s := range script.Sentences(r.Vocab, text) {
		if s.Start >= from && s.Start <= to {
			cut = s.Start
		}
	}
	return cut
}

// betweenAwards finds where a sentence passes from one score to the next:
// right behind a score that ends its clause ("… receives +1, one that …
// receives 0"), or right before the words that give the next, where the first
// stands at its clause's beginning ("A score of +1 is given to …, and a score
// of 0 to …"). -1 is nowhere.
func betweenAwards(runes []rune, a, b award, first bool) int {
	behind := strings.TrimLeft(string(runes[a.end:b.start]), ")")
	for _, link := range []string{", and ", " and ", ", while ", ", whereas ", ", "} {
		if rest, ok := strings.CutPrefix(behind, link); ok && len(strings.Fields(rest)) > 2 {
			return b.start - len([]rune(rest))
		}
	}
	if first && a.start > 3 {
		return -1
	}
	for _, link := range []string{", and ", ", while ", ", whereas ", " and "} {
		if strings.HasSuffix(behind, link) && len(strings.Fields(behind)) > 4 {
			return b.start
		}
	}
	return -1
}
