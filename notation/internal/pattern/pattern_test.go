package pattern

import (
	"strings"
	"testing"
)

// A pattern has a time limit and takes no text over its bound.
func TestPatternsHaveLimits(t *testing.T) {
	p := New(`0\.5`)
	if limit := p.compile().MatchTimeout; limit != matchTimeout {
		t.Errorf("time limit %v", limit)
	}
	if m := p.Find([]rune(strings.Repeat("0.5 ", MaxMatched)), 0); m != nil {
		t.Error("text over the limit was matched")
	}
}
