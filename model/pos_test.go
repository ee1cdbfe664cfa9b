package model

import (
	"reflect"
	"testing"
)

// A section that begins with its first paragraph must not widen that
// paragraph's place.
func TestJoinLeavesItsOperands(t *testing.T) {
	first := At{{Page: 2, Box: Box{10, 10, 90, 20}}}
	second := At{{Page: 2, Box: Box{10, 30, 90, 40}}, {Page: 3, Box: Box{10, 10, 90, 20}}}
	section := first.Join(second)
	if want := (At{{Page: 2, Box: Box{10, 10, 90, 40}}, {Page: 3, Box: Box{10, 10, 90, 20}}}); !reflect.DeepEqual(section, want) {
		t.Errorf("joined: %v", section)
	}
	if first[0].Box.Bottom() != 20 || second[0].Box.Top() != 30 {
		t.Errorf("the operands changed: %v %v", first, second)
	}
	if got := At(nil).Join(nil); len(got) != 0 {
		t.Errorf("nothing and nothing: %v", got)
	}
}
