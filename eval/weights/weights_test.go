package weights

import (
	"strings"
	"testing"

	"recount.invalid/recount/eval/blind"
	"recount.invalid/recount/model"
	"recount.invalid/recount/parse"
)

func TestSerialsAreCounted(t *testing.T) {
	id := "2031-41"
	p := paper{&blind.Truth{Commitments: []blind.Chapter{{Number: 1, ID: &id}}}, &model.Report{}}
	counts := map[[2]string]*Row{}
	tally(counts, []parse.Weighing{
		{Question: "serial", Text: "2031-41", Commitment: 1}, {Question: "serial", Text: "2031-42", Commitment: 1}, {Question: "serial", Text: "9", Commitment: 7},
	}, p)
	if len(counts) != 0 {
		t.Errorf("claims without evidence: %v", counts)
	}
	for text, want := range map[string]bool{"2031-41": true, "41": true, "2031-42": false} {
		if right, known := p.right(parse.Weighing{Question: "serial", Text: text, Commitment: 1}); right != want || !known {
			t.Errorf("%q: %v, %v", text, right, known)
		}
	}
	var b strings.Builder
	if err := Write(&b, []Row{{"serial", "words", 5, 2, 1}}); err != nil || !strings.Contains(b.String(), "serial           words                 5      2      1") {
		t.Errorf("%q, %v", b.String(), err)
	}
}
