package parse

import (
	"strings"
	"testing"
)

func TestDefinitionsInOtherForms(t *testing.T) {
	terms := func(heading string, set func(s *drawnSheet)) string {
		s := newSheet().page().chapterHead()
		s.put(sheetLeft, 12, "*"+heading+"*")
		s.y += 4
		s.para("A member that has lit its lamps complies, whatever the lamps are made of.")
		set(s)
		s.put(sheetLeft, 12, "*Scoring*")
		s.para("+1 The lamps are lit.")
		var out []string
		for _, d := range s.parse(t).Commitments[0].Definitions {
			out = append(out, d.Term)
		}
		return strings.Join(out, "; ")
	}
	below := func(x float64, first string) func(*drawnSheet) {
		return func(s *drawnSheet) {
			s.y += 8
			s.put(sheetLeft, 11, first)
			s.put(sheetLeft+x, 11, "A vessel with oil and a wick in it.").put(sheetLeft+x, 11, "It may have a glass.")
			s.y += 8
			s.put(sheetLeft, 11, "_Sea mark_")
			s.put(sheetLeft+x, 11, "Whatever shows the way at sea.")
			s.y += 8
		}
	}
	for name, c := range map[string]struct{ got, want string }{
		"terms without a heading": {terms("What Counts as Compliance", below(14, "_Oil lamp_")), "Oil lamp; Sea mark"},
		"what is not set in":      {terms("What Counts as Compliance", below(0, "_Oil lamp_")), ""},
		"in bold and set in among features": {terms("Commitment Features", func(s *drawnSheet) {
			s.put(sheetLeft+16, 11, "*Oil lamp* is any vessel with oil in it.")
			s.y += 8
			s.put(sheetLeft+16, 11, "*Sea mark* covers whatever shows the way.")
			s.y += 8
		}), "Oil lamp; Sea mark"},
		"words in bold among features": {terms("Commitment Features", func(s *drawnSheet) {
			s.put(sheetLeft, 11, "*Oil lamp* is any vessel with oil in it.")
			s.y += 8
			s.put(sheetLeft+16, 11, "*Sea mark:* Whatever shows the way.")
			s.y += 8
		}), ""},
		"in bold under the heading": {terms("Terms", func(s *drawnSheet) {
			s.para("*Lamp* a vessel with oil in it.").para("*Sea mark* whatever shows the way.")
		}), "; Lamp; Sea mark"},
		"in bold, close together": {terms("Terms", func(s *drawnSheet) {
			s.para("*Lamp* a vessel with oil in it.", "*Sea mark* whatever shows the way, as a", "*beacon* does.")
		}), "; Lamp; Sea mark"},
		"as sentences": {terms("Terms", func(s *drawnSheet) {
			s.para("Oil lamp means a vessel with oil in it.").para("A beacon is defined as a fire on a hill.").
				para("This means that it can be seen.").para("The term “sea mark” refers to whatever shows the way.")
		}), "; Oil lamp; beacon; sea mark"},
		"a sentence below terms in bold": {terms("Terms", func(s *drawnSheet) {
			s.para("*Lamp* a vessel with oil in it.").para("Oil refers to whatever burns.").para("*Sea mark* whatever shows the way.")
		}), "; Lamp; Sea mark"},
		"as sentences that say what something is": {terms("Terms", func(s *drawnSheet) {
			s.para("Oil lamp is any vessel with oil in it.").para("Harbour dues are those that the pilots ask for.").
				para("A beacon is a fire on a hill.").para("Sea mark is understood as whatever shows the way.")
		}), "; Oil lamp; Harbour dues; beacon; Sea mark"},
		"in a list with hanging indents": {terms("Terms", func(s *drawnSheet) {
			s.line("Burnt oil is oil from ships, trade or households that has been in a lamp on the").put(sheetLeft+20, 11, "coast and has been burnt in it.")
			s.y += 6
			s.line("Lit lamps are lamps and lights on the coast, whoever has lit them, and on the sea").put(sheetLeft+20, 11, "before it.")
			s.y += 6
		}), "; Burnt oil; Lit lamps"},
		"in a face of their own": {terms("Terms", func(s *drawnSheet) {
			s.para("*Burnt oil* is oil from ships.").para("*Lit lamps, large and small,* may be of iron.")
			for i := range s.current().Lines {
				for k := range s.current().Lines[i].Runs {
					if run := &s.current().Lines[i].Runs[k]; run.Bold && len(s.current().Lines[i].Runs) > 1 {
						run.Bold, run.Font = false, "Other"
					}
				}
			}
		}), "; Burnt oil; Lit lamps, large and small"},
		"sentences that say something else": {terms("Terms", func(s *drawnSheet) {
			s.para("Progress is slow.").para("The list is a long one.").para("Brazil is a federation of isles.").para("Lamps are counted by the pilots.").
				para("Lamps that are lit are those of the coast.").para("It is a lamp.").para("In the north lamps are lit.")
			s.line("Lamps are counted by the pilots of the coast, who begin in the north in May and go").put(sheetLeft+20, 11, "on to the south.")
		}), ""},
		"over a page": {terms("Terms", func(s *drawnSheet) {
			s.para("Burnt oil: oil from ships, from trade and from households which has been burnt in lamps.")
			s.page().para("Sea mark: whatever shows the way at sea to ships, to boats and to all who are in them, as", "far as one can see.")
		}), "; Burnt oil; Sea mark"},
		"no definition": {terms("Terms", func(s *drawnSheet) {
			s.para("The wording of the promise means that lamps are lit.").para("It refers to the coast.")
		}), ""},
	} {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", name, c.got, c.want)
		}
	}
}
