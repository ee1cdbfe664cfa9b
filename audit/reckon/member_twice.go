package reckon

import (
	"slices"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/vocabulary"
)

// MemberTwice is the reason why an average is not called wrong beside a member who stands
// twice for one commitment.
const MemberTwice = "a member stands twice for one commitment (row-duplicate)"

// mostTwiceReadings bounds the readings of a commitment with members that stand twice.
const mostTwiceReadings = 256

// StandsTwice reports whether a member, any where it is empty, has two rows for a
// commitment of a table with a row for each score.
func StandsTwice(a *model.Assessment, member string) bool {
	return a != nil && slices.ContainsFunc(a.Repeats, func(r model.Repeat) bool {
		return r.Of == model.RepeatScore && r.Column == "" && (member == "" || r.Member == member)
	})
}

// TwiceReadings are what the scores of a commitment may be where members stand twice: of
// each the first score, another one, or all as so many members. They are nil where a score
// cannot be read, or there are too many.
func TwiceReadings(a *model.Assessment, words *vocabulary.Vocabulary) []Tally {
	readings := []Tally{{Noun: "member"}}
	for _, s := range a.Scores {
		cells := []model.Score{s}
		for _, r := range a.Repeats {
			if r.Of != model.RepeatScore || r.Column != "" || r.Member != s.Member || r.Name != s.Name {
				continue
			}
			if len(cells) == 1 {
				cells[0].Score, cells[0].Text = firstScore(s, r), r.First
			}
			cells = append(cells, model.Score{Score: r.Score, Text: r.Text})
		}
		var next []Tally
		for _, t := range readings {
			all := t
			all.Scores = slices.Clone(t.Scores)
			for k, c := range cells {
				name := ""
				if k > 0 {
					name = " (again)" // counted as another member
				}
				all.Add(s.Member+name, MemberLabel(s.Member, s.Name, words)+name, c.Score, c.Text, words)
				if len(cells) > 1 {
					one := t
					one.Scores = slices.Clone(t.Scores)
					one.Add(s.Member, MemberLabel(s.Member, s.Name, words), c.Score, c.Text, words)
					next = append(next, one)
				}
			}
			next = append(next, all)
		}
		if readings = next; len(readings) > mostTwiceReadings {
			return nil
		}
	}
	for _, t := range readings {
		if t.Illegible > 0 {
			return nil
		}
	}
	return readings
}

// firstScore is the first of a member's scores, which is not kept where another one
// differs.
func firstScore(s model.Score, r model.Repeat) *int {
	if s.Score != nil {
		return s.Score
	}
	d := script.Decimal(script.CutNoteMarks(r.First))
	if d == nil || d.Places > 0 || d.Units < LowestScore || d.Units > HighestScore {
		return nil
	}
	score := int(d.Units)
	return &score
}
