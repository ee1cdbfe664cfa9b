package grid

import (
	"strings"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/scoretext"
	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/parse/layout"
)

// A scale in words may call its top 'Compliance' alone, beside 'Work in Progress'
// and 'Lack of Compliance'. Alone the word says nothing: it heads columns and
// sections. Behind the names of members, where the words for both other levels
// stand behind others and no other word does, it is the third level.

// topOfScale gives the word that stands for full compliance behind members' names
// in rows of words for the levels; "" where none is certain to.
func (r *Reader) topOfScale() string {
	levels := map[int]int{}
	others := map[string]int{}
	for _, p := range r.Pages {
		for i, l := range p.Body {
			ps := Pieces(l)
			if len(ps) != 2 {
				continue
			}
			if name, _ := r.Raw(ps[0]); !r.IsMember(name) {
				continue
			}
			word, _ := r.Raw(ps[1])
			kind, known := r.Vocab.Column(word)
			if !known && i+1 < len(p.Body) {
				// A narrow column breaks the words.
				if next := p.Body[i+1]; lead(l, next) < 1.5*l.Size && len(Pieces(next)) == 1 && layout.Overlaps([]model.Box{ps[1].Box()}, next.Box) == 1 {
					if broken, ok := r.Vocab.Column(word + " " + next.Printed); ok {
						kind, known = broken, true
					}
				}
			}
			if score, level := scoretext.ScoreOfKind(kind); known && level {
				levels[score]++
			} else if sheet.HasLetter(word) && !r.Vocab.NotApplicable(word) {
				others[word]++
			}
		}
	}
	if levels[0] == 0 || levels[-1] == 0 || levels[1] > 0 || len(others) != 1 {
		return ""
	}
	for word := range others {
		if strings.HasPrefix(strings.ToLower(word), "compli") {
			return word
		}
	}
	return ""
}

// levelWord reports whether a text is the words for a level of the scale, which
// stand for its score in the tables of some reports ("Full", "No compliance").
func (r *Reader) levelWord(s string) bool {
	kind, ok := r.Vocab.Column(s)
	if !ok {
		return false
	}
	_, ok = scoretext.ScoreOfKind(kind)
	return ok
}

// headsLevels reports whether the pieces of a line are the heads of the columns
// of the levels and no scores: each level once in the order of the scale, over
// every block of a table in blocks.
func (r *Reader) headsLevels(ps []sheet.Part) bool {
	var scores []int
	for _, pc := range ps {
		s, _ := r.Raw(pc)
		if kind, ok := r.Vocab.Column(s); ok {
			if v, ok := scoretext.ScoreOfKind(kind); ok {
				scores = append(scores, v)
			}
		}
	}
	if len(scores) == 0 || len(scores)%3 != 0 {
		return false
	}
	for i := 0; i < len(scores); i += 3 {
		if scores[i+1] != 0 || scores[i] != scores[0] || scores[i+2] != -scores[0] || scores[0] == 0 {
			return false
		}
	}
	return true
}
