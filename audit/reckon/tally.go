package reckon

import (
	"math/big"
	"strings"
	"unicode/utf8"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/vocabulary"
)

// The scale of the reports: every score is one of −1, 0, +1.
const (
	LowestScore  = -1
	HighestScore = 1
)

// OnScale reports whether a score is one of the scale.
func OnScale(score int) bool { return LowestScore <= score && score <= HighestScore }

// cellState is what a table's cell says.
type cellState int

const (
	cellScored      cellState = iota // a score can be read
	CellNotAssessed                  // blank, or says 'not applicable'
	CellIllegible                    // something stands there that is neither
)

// ReadCell tells a blank or 'n/a' from something that cannot be read. A sign
// without its digit is illegible even where a vocabulary would take a dash
// for 'none': half of it may be lost.
func ReadCell(score *int, text string, words *vocabulary.Vocabulary) cellState {
	if score != nil {
		return cellScored
	}
	t := strings.TrimSpace(text)
	switch {
	case t == "":
		return CellNotAssessed
	case script.BeginsSigned(t) && utf8.RuneCountInString(t) == 1:
		return CellIllegible
	case words.NotApplicable(t), words.NotApplicable(script.CutNoteMarks(t)):
		return CellNotAssessed
	}
	return CellIllegible
}

// MemberScore is one member's score in a table.
type MemberScore struct {
	Member, Name string
	Score        int
}

// Tally is the evidence for a mean: the scores that can be read, and the
// cells that give none.
type Tally struct {
	Noun      string // what is counted: "member" in a row, "commitment" in a column
	Scores    []MemberScore
	Blank     int // not assessed
	Empty     int // those of them in which nothing stands
	Illegible int // something stands there that is no score
}

// Add counts one cell.
func (t *Tally) Add(member, name string, score *int, text string, words *vocabulary.Vocabulary) {
	switch ReadCell(score, text, words) {
	case cellScored:
		t.Scores = append(t.Scores, MemberScore{member, name, *score})
	case CellNotAssessed:
		t.Blank++
		if strings.TrimSpace(text) == "" {
			t.Empty++
		}
	case CellIllegible:
		t.Illegible++
	}
}

// TallyScores counts a chapter's table.
func TallyScores(scores []model.Score, words *vocabulary.Vocabulary) Tally {
	t := Tally{Noun: "member"}
	for _, s := range scores {
		t.Add(s.Member, MemberLabel(s.Member, s.Name, words), s.Score, s.Text, words)
	}
	return t
}

// With is the tally after one member's score was replaced, or added where
// the table has none.
func (t Tally) With(member, name string, score int) Tally {
	out := Tally{Noun: t.Noun, Blank: t.Blank, Empty: t.Empty, Illegible: t.Illegible}
	found := false
	for _, s := range t.Scores {
		if s.Member == member {
			s.Score, found = score, true
		}
		out.Scores = append(out.Scores, s)
	}
	if !found {
		out.Scores = append(out.Scores, MemberScore{member, name, score})
	}
	return out
}

// Sum is the sum of the scores that can be read.
func (t Tally) Sum() int {
	sum := 0
	for _, s := range t.Scores {
		sum += s.Score
	}
	return sum
}

// Count is how many of the scores that can be read are a certain one.
func (t Tally) Count(score int) int {
	n := 0
	for _, s := range t.Scores {
		if s.Score == score {
			n++
		}
	}
	return n
}

// Mean is the exact mean of the scores that can be read.
func (t Tally) Mean() (*big.Rat, bool) {
	if len(t.Scores) == 0 {
		return nil, false
	}
	return big.NewRat(int64(t.Sum()), int64(len(t.Scores))), true
}

// WhyUndecided is the reason why the tally cannot refute a stated mean, or ""
// where it can.
func (t Tally) WhyUndecided() string {
	if len(t.Scores) == 0 {
		return "no scores were found"
	}
	if t.Illegible > 0 {
		return "a score cannot be read"
	}
	seen := map[string]bool{}
	for _, s := range t.Scores {
		if !OnScale(s.Score) {
			return "a score is outside the scale"
		}
		key := s.Member
		if key == "" {
			key = s.Name
		}
		if key != "" && seen[key] {
			return "a " + t.Noun + " stands twice in the table"
		}
		seen[key] = true
	}
	return ""
}

// MemberLabel is the name by which a finding calls a member: as printed,
// otherwise the vocabulary's name for the code.
func MemberLabel(code, name string, words *vocabulary.Vocabulary) string {
	if name != "" {
		return name
	}
	return words.MemberName(code)
}
