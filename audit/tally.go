package audit

import (
	"math/big"
	"strings"
	"unicode/utf8"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation"
	"recount.invalid/recount/vocabulary"
)

// The scale of the reports: every score is one of −1, 0, +1.
const (
	lowestScore  = -1
	highestScore = 1
)

func onScale(score int) bool { return lowestScore <= score && score <= highestScore }

// cellState is what a table's cell says.
type cellState int

const (
	cellScored      cellState = iota // a score can be read
	cellNotAssessed                  // blank, or says 'not applicable'
	cellIllegible                    // something stands there that is neither
)

// readCell tells a blank or 'n/a' from something that cannot be read. A sign
// without its digit is illegible even where a vocabulary would take a dash
// for 'none': half of it may be lost.
func readCell(score *int, text string, words *vocabulary.Vocabulary) cellState {
	if score != nil {
		return cellScored
	}
	t := strings.TrimSpace(text)
	switch {
	case t == "":
		return cellNotAssessed
	case notation.BeginsSigned(t) && utf8.RuneCountInString(t) == 1:
		return cellIllegible
	case words.NotApplicable(t):
		return cellNotAssessed
	}
	return cellIllegible
}

// memberScore is one member's score in a table.
type memberScore struct {
	member, name string
	score        int
}

// tally is the evidence for a mean: the scores that can be read, and the
// cells that give none.
type tally struct {
	noun      string // what is counted: "member" in a row, "commitment" in a column
	scores    []memberScore
	blank     int // not assessed
	illegible int
}

// add counts one cell.
func (t *tally) add(member, name string, score *int, text string, words *vocabulary.Vocabulary) {
	switch readCell(score, text, words) {
	case cellScored:
		t.scores = append(t.scores, memberScore{member, name, *score})
	case cellNotAssessed:
		t.blank++
	case cellIllegible:
		t.illegible++
	}
}

// tallyScores counts a chapter's table.
func tallyScores(scores []model.Score, words *vocabulary.Vocabulary) tally {
	t := tally{noun: "member"}
	for _, s := range scores {
		t.add(s.Member, memberLabel(s.Member, s.Name, words), s.Score, s.Text, words)
	}
	return t
}

// with is the tally after one member's score was replaced, or added where
// the table has none.
func (t tally) with(member, name string, score int) tally {
	out := tally{noun: t.noun, blank: t.blank, illegible: t.illegible}
	found := false
	for _, s := range t.scores {
		if s.member == member {
			s.score, found = score, true
		}
		out.scores = append(out.scores, s)
	}
	if !found {
		out.scores = append(out.scores, memberScore{member, name, score})
	}
	return out
}

func (t tally) sum() int {
	sum := 0
	for _, s := range t.scores {
		sum += s.score
	}
	return sum
}

// mean is the exact mean of the scores that can be read.
func (t tally) mean() (*big.Rat, bool) {
	if len(t.scores) == 0 {
		return nil, false
	}
	return big.NewRat(int64(t.sum()), int64(len(t.scores))), true
}

// whyUndecided is the reason why the tally cannot refute a stated mean, or ""
// where it can.
func (t tally) whyUndecided() string {
	if len(t.scores) == 0 {
		return "no scores were found"
	}
	if t.illegible > 0 {
		return "a score cannot be read"
	}
	seen := map[string]bool{}
	for _, s := range t.scores {
		if !onScale(s.score) {
			return "a score is outside the scale"
		}
		key := s.member
		if key == "" {
			key = s.name
		}
		if key != "" && seen[key] {
			return "a " + t.noun + " stands twice in the table"
		}
		seen[key] = true
	}
	return ""
}

// mostIllegible bounds the search through readings; so many cells can give any
// mean.
const mostIllegible = 40

// couldGive reports whether some reading of the illegible cells (a score, or
// none at all) gives a mean that fits.
func (t tally) couldGive(fits func(*big.Rat) bool) bool {
	if t.illegible > mostIllegible {
		return true
	}
	for m := 0; m <= t.illegible; m++ {
		n := len(t.scores) + m
		if n == 0 {
			continue
		}
		for j := -m; j <= m; j++ {
			if fits(big.NewRat(int64(t.sum()+j), int64(n))) {
				return true
			}
		}
	}
	return false
}

// memberLabel is the name by which a finding calls a member: as printed,
// otherwise the vocabulary's name for the code.
func memberLabel(code, name string, words *vocabulary.Vocabulary) string {
	if name != "" {
		return name
	}
	return words.MemberName(code)
}
