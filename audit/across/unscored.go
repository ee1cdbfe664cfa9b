package across

import (
	"math/big"
	"strings"
	"unicode"

	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// UnscoredThere is a score of a member to which the other source gives none.
type UnscoredThere struct {
	Pair
	Member, Name string
	Score        int
	Words        string // there: "n/a"
	At           model.At
}

// unscored finds scores of members of which the other source prints that they have none.
// An empty cell says nothing, and a sign that was not read is none: the average there must be
// that of the other members.
func (r *Result) unscored(p Pair, holds func(model.Decimal, *big.Rat) bool, words *vocabulary.Vocabulary) {
	x, y := p.Here.Commitment.Assessment, p.There.Commitment.Assessment
	if len(r.Scores) > 0 && r.Scores[len(r.Scores)-1].There.Commitment == p.There.Commitment && len(r.Scores[len(r.Scores)-1].Scores) > 1 {
		return // more than a slip
	}
	if y.Average == nil || y.Average.Value == nil && y.Average.Percent == nil {
		return
	}
	none := map[string]model.Score{}
	sum, n := int64(0), int64(0)
	for _, s := range y.Scores {
		switch {
		case s.Score != nil:
			sum += int64(*s.Score)
			n++
		case s.Member != "" && orDefault(words).NotApplicable(s.Text) && strings.ContainsFunc(s.Text, unicode.IsLetter):
			none[s.Member] = s
		default:
			return
		}
	}
	if n == 0 || len(none) == 0 {
		return
	}
	if a := y.Average; a.Value != nil && !holds(*a.Value, big.NewRat(sum, n)) || a.Value == nil && !holds(*a.Percent, big.NewRat(50*(sum+n), n)) {
		return
	}
	common, apart := 0, 0
	var found []UnscoredThere
	for _, s := range x.Scores {
		if s.Score == nil || s.Member == "" {
			continue
		}
		if o, there := none[s.Member]; there {
			found = append(found, UnscoredThere{p, s.Member, s.Name, *s.Score, strings.TrimSpace(o.Text), s.At})
			continue
		}
		for _, o := range y.Scores {
			if o.Member == s.Member && o.Score != nil {
				common++
				if *o.Score != *s.Score {
					apart++
				}
			}
		}
	}
	// A table may write no score as 0: then it does so everywhere.
	if len(found) != 1 || len(none) == 1 && found[0].Score == 0 && !emptySomewhere(x) || common < fewestScoresAlike || 2*apart > common {
		return
	}
	r.Compared++
	r.Unscored = append(r.Unscored, found...)
}

// fewestScoresAlike is of how many members both sources must have scores.
const fewestScoresAlike = 3

// emptySomewhere reports whether an assessment has a member without a score.
func emptySomewhere(a *model.Assessment) bool {
	for _, s := range a.Scores {
		if s.Score == nil {
			return true
		}
	}
	return false
}
