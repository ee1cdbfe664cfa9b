package closed

import (
	"reflect"
	"testing"
)

func TestActions(t *testing.T) {
	one, none, some := exactly(1), exactly(0), atLeast(1)
	for _, c := range []struct {
		sentences []string
		want      Counts
		ok        bool
	}{
		{[]string{"Norland dug a well.", "The well is its only strong action."}, Counts{Strong: one, Weak: free(), All: free()}, true},
		{[]string{"Its sole action was a grant for wells."}, Counts{Strong: free(), Weak: free(), All: one}, true},
		{[]string{"In Africa, the well is its only strong action."}, Counts{}, false},
		{[]string{"One visit, a weak action, is all that there is."}, Counts{Strong: none, Weak: one, All: one}, true},
		{[]string{"One visit and two letters, a weak action, is all that there is."}, Counts{}, false},
		{[]string{"Strong actions there were none."}, Counts{Strong: none, Weak: free(), All: free()}, true},
		{[]string{"No trace of action, whether strong or weak, was found."}, Counts{Strong: none, Weak: none, All: none}, true},
		{[]string{"No trace of action on pumps was found."}, Counts{}, false},
		{[]string{"Norland took no action."}, Counts{Strong: none, Weak: none, All: none}, true},
		{[]string{"Its neighbours took no action."}, Counts{}, false},
		{[]string{"The provinces took no action."}, Counts{}, false},
		{[]string{"The law is strong, the meeting weak."}, Counts{Strong: some, Weak: some, All: free()}, true},
		{[]string{"A decree was passed, which is a strong action.", "It was not published."}, Counts{}, false},
		{[]string{"No strong action was found.", "The decree is its only strong action."}, Counts{}, false},
	} {
		got, ok := Actions(c.sentences, []string{"norland"})
		got.Words = nil
		if ok != c.ok || ok && !reflect.DeepEqual(got, c.want) {
			t.Errorf("%q: %+v, %v, want %+v, %v", c.sentences, got, ok, c.want, c.ok)
		}
	}
}

func TestThings(t *testing.T) {
	names := [][]string{{"well"}, {"pip"}, {"hand", "pump"}}
	for _, c := range []struct {
		sentence string
		want     []Fate
	}{
		{"Norland has acted on wells.", []Fate{Done, Unknown, Unknown}},
		{"Norland is to have acted on wells.", []Fate{Unknown, Unknown, Unknown}},
		{"Southland has acted on wells.", []Fate{Unknown, Unknown, Unknown}},
		{"No wells, no pumps.", []Fate{Undone, Unknown, Undone}},
		{"No well masters.", []Fate{Unknown, Unknown, Unknown}},
		{"Wells and pumps saw no action.", []Fate{Undone, Unknown, Undone}},
		{"No action on wells and pumps was found.", []Fate{Unknown, Unknown, Unknown}},
		{"No action on wells or pumps was found.", []Fate{Undone, Unknown, Undone}},
		{"No measures whatever were found.", []Fate{Undone, Undone, Undone}},
		{"Wells were addressed, none of the pumps.", []Fate{Done, Unknown, Undone}},
		{"Only wells were left out.", []Fate{Unknown, Unknown, Unknown}},
	} {
		if got := Things([]string{c.sentence}, []string{"norland"}, names, nil); !reflect.DeepEqual(got.Fates, c.want) {
			t.Errorf("%q: %v, want %v", c.sentence, got.Fates, c.want)
		}
	}
}
