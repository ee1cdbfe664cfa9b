package lazywords

import (
	"sync"
	"testing"
)

func TestHas(t *testing.T) {
	s := Of("one two\n\tthree ,")
	if s.words != nil {
		t.Error("made before it was asked")
	}
	var asked sync.WaitGroup
	for range 4 {
		asked.Go(func() {
			for word, want := range map[string]bool{"one": true, "two": true, "three": true, ",": true, "": false, "four": false, "One": false, "one two": false} {
				if got := s.Has(word); got != want {
					t.Errorf("%q: %v", word, got)
				}
			}
		})
	}
	asked.Wait()
	if Of("").Has("") {
		t.Error("an empty set has the empty word")
	}
}
