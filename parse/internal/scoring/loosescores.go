package scoring

import (
	"strings"

	"recount.invalid/recount/model"
)

// minLooseRow is how many scores with nothing between them no running text has.
const minLooseRow = 5

// LooseScores gives the first text of each run of scores that stand behind one another
// in running text, in one paragraph or in several, as the rows and columns do of a table
// that was not found as one ("2 Debt relief +1 0 −1 +1 0 +1 +1 0").
func (r *Reader) LooseScores(texts []model.Text) (found []model.Text) {
	run := 0
	begun := model.Text{}
	for _, t := range texts {
		for _, w := range strings.Fields(t.Text) {
			if scores, _ := scoresAmong(r, []string{w}); scores == 0 {
				run = 0
				continue
			}
			if run++; run == 1 {
				begun = t
			}
			if run == minLooseRow {
				found = append(found, begun)
			}
		}
	}
	return found
}
