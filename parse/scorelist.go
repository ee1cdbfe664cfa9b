package parse

import (
	"strings"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation"
)

// scoreList reads the scores of a chapter that are printed as a list instead of
// a table: lines of a member's name and its score, one behind the other without
// text between them. n is how many blocks the list takes; fewer than three
// members are no list.
func (r *reading) scoreList(bs []*block) (a *model.Assessment, n int) {
	a = &model.Assessment{Scores: []model.Score{}}
	members := 0
	for _, b := range bs {
		if b.table != nil || !r.takeScoreLines(a, b) {
			break
		}
		n++
		members = len(a.Scores)
		if a.Average != nil {
			break
		}
	}
	if members < minMatrixMembers {
		return nil, 0
	}
	return a, n
}

// takeScoreLines adds the lines of a block to a list of scores; false where one
// of them is something else.
func (r *reading) takeScoreLines(a *model.Assessment, b *block) bool {
	scores := append([]model.Score{}, a.Scores...)
	average := a.Average
	at := append(model.At{}, a.At...)
	for _, l := range b.lines {
		place := model.At{{Page: l.Page, Box: l.Box}}
		text := strings.TrimLeft(l.text, "•·–-▪◦* ")
		if label, figure, ok := strings.Cut(text, ":"); ok && len(scores) > 0 && average == nil && r.averagesRow(label, []string{figure}) {
			avg, read := r.average(strings.TrimSpace(figure))
			if !read {
				return false
			}
			avg.Label, avg.Text, avg.At = label, strings.TrimSpace(figure), place
			average = &avg
			at = at.Join(place)
			continue
		}
		name, score, ok := notation.HeadingScore(r.vocab, text)
		code, known := r.vocab.Member(name)
		if !ok || !known || average != nil {
			return false
		}
		scores = append(scores, model.Score{
			Member: code, Name: name, Score: score, At: place,
			Text: strings.Trim(strings.TrimPrefix(text, name), ":–—-= "),
		})
		at = at.Join(place)
	}
	a.Scores, a.Average, a.At = scores, average, at
	return true
}
