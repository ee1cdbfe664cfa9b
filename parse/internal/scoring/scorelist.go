package scoring

import (
	"strings"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/scoretext"
	"recount.invalid/recount/parse/internal/paragraph"
	"recount.invalid/recount/parse/internal/sheet"
)

// ScoreList reads the scores of a chapter that are printed as a list instead of
// a table: lines of a member's name and its score, one behind the other without
// text between them. n is how many blocks the list takes; fewer than three
// members are no list.
func (r *Reader) ScoreList(bs []*paragraph.Block) (a *model.Assessment, n int) {
	a = &model.Assessment{Scores: []model.Score{}}
	members := 0
	for _, b := range bs {
		if b.Table != nil || !r.takeScoreLines(a, b) {
			break
		}
		n++
		members = len(a.Scores)
		if a.Average != nil {
			break
		}
	}
	if members < sheet.MinMatrixMembers {
		return nil, 0
	}
	return a, n
}

// takeScoreLines adds the lines of a block to a list of scores; false where one
// of them is something else.
func (r *Reader) takeScoreLines(a *model.Assessment, b *paragraph.Block) bool {
	scores := append([]model.Score{}, a.Scores...)
	average := a.Average
	at := append(model.At{}, a.At...)
	for _, l := range b.Lines {
		place := model.At{{Page: l.Page, Box: l.Box}}
		text := strings.TrimLeft(l.Printed, "•·–-▪◦* ")
		if label, figure, ok := strings.Cut(text, ":"); ok && len(scores) > 0 && average == nil && r.AveragesRow(label, []string{figure}) {
			avg, read := r.Average(strings.TrimSpace(figure))
			if !read {
				return false
			}
			avg.Label, avg.Text, avg.At = label, strings.TrimSpace(figure), place
			average = &avg
			at = at.Join(place)
			continue
		}
		name, score, ok := scoretext.HeadingScore(r.Vocab, text)
		code, known := r.Vocab.Member(name)
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
