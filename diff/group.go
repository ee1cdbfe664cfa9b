package diff

import (
	"fmt"
	"strings"
)

// scoreGroup is one change of a score with all places where it is stated: a
// score that changes does so in the table, in the heading and in the
// conclusion, and is one change for a reader.
type scoreGroup struct {
	Commitment Chapter
	Name       string
	From, To   *int
	Places     []string
}

// grouped joins changes of one commitment, member and score, in the order in
// which they are met first.
func grouped(changes []ScoreChange) []*scoreGroup {
	var out []*scoreGroup
	index := map[string]*scoreGroup{}
	for _, c := range changes {
		key := fmt.Sprint(c.Commitment.Number, c.Commitment.ID, "\x00", who(c.Member, c.Name), scoreText(c.From), scoreText(c.To))
		g := index[key]
		if g == nil {
			g = &scoreGroup{Commitment: c.Commitment, Name: c.Name, From: c.From, To: c.To}
			index[key] = g
			out = append(out, g)
		}
		g.Places = append(g.Places, c.StatedIn+pages(c.OldAt.Page(), c.NewAt.Page()))
	}
	return out
}

// Where lists the places in words.
func (g *scoreGroup) Where() string { return strings.Join(g.Places, ", ") }
