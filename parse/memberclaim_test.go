package parse

import (
	"slices"
	"strings"
	"testing"
)

var claimMembers = []struct{ name, score, level, person string }{
	{"Canada", "+1", "Full compliance", "Ada Moor"}, {"France", "0", "Partial compliance", "Lars Ó Briain-Holt"}, {"Japan", "−1", "Non-compliance", "J. Quill"},
}

// headedSheet is a chapter whose members' sections have heads of one form, in
// which N stands for the member, § for its score, L for its level and P for who
// wrote the section. A head that
// ends in "…" begins its section's first paragraph.
func headedSheet(form string) *drawnSheet {
	s := newSheet().page().chapterHead()
	for _, m := range claimMembers {
		head := strings.NewReplacer("N", m.name, "§", m.score, "L", m.level, "P", m.person).Replace(form)
		opening := m.name + " has acted on its commitment to put up tide gauges in all of its old harbours."
		s.y += 14
		if runIn, ok := strings.CutSuffix(head, "…"); ok {
			s.para(runIn+opening, "It began in the spring of the year before.")
		} else {
			for _, l := range strings.Split(head, "\n") {
				s.line(l)
			}
			s.y += 4
			s.para(opening, "It began in the spring of the year before.")
		}
		s.para("On 3 May 2001, " + m.name + " put up one gauge in the bay of its oldest harbour.")
		s.para("Thus, " + m.name + " receives a score of " + m.score + ".")
	}
	return s
}

func headsRead(t *testing.T, s *drawnSheet) []string {
	t.Helper()
	var got []string
	for _, c := range s.parse(t).Commitments {
		for _, v := range c.Verdicts {
			got = append(got, v.Name+" "+scoresOf([]*int{v.HeadingScore}))
		}
	}
	return got
}

func TestHeadsInTheReportsOwnForm(t *testing.T) {
	scored, bare := []string{"Canada +", "France 0", "Japan -"}, []string{"Canada n", "France n", "Japan n"}
	for form, want := range map[string][]string{
		"*N: §*": scored, "*N [§]*": scored, "*§ N*": scored, "*[§] N*": scored, "*N §*": scored, "*N – L*": scored,
		"*N/Score: §*": scored, "*N ≈ §*": scored, "*Record of N: §*": scored, "*L: N*": scored, "*N, score §*": scored,
		"*1. N [§]*": scored, "N [§]": scored, "_N, §_": scored, "*N*\n*§*": scored, "*N [§].* …": scored, "*N: L.* …": scored,
		"N (§): …": scored, "*N (*§*):* …": scored,
		"*N.* …": bare, "_N._ …": bare, "_N_": bare, "*N* – …": bare,
	} {
		if got := headsRead(t, headedSheet(form)); !slices.Equal(got, want) {
			t.Errorf("%q: %q", form, got)
		}
	}
}

// A heading may say who wrote the section, wherever in it and with or without the
// word for that.
func TestPeopleInHeads(t *testing.T) {
	want := []string{"Canada + Ada Moor", "France 0 Lars Ó Briain-Holt", "Japan - J. Quill"}
	for _, form := range []string{
		"*§ N* | Analyst: P", "*N* | § | P", "*N* (P) | *§*", "*N by P: §*", "§ *N* | P", "*N [§]* – _P_", "*N* | P | *L*",
		"*N*\nScore awarded: § | P", "*N: §*\nP", "*N*\n_§, P_", "*Analyst: P* | *N* | *§*", "*N* | § (50%) | P", "*1. N [§] – written by P*",
	} {
		var got []string
		for _, c := range headedSheet(form).parse(t).Commitments {
			for _, v := range c.Verdicts {
				got = append(got, v.Name+" "+scoresOf([]*int{v.HeadingScore})+" "+v.Analyst)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %q", form, got)
		}
	}
}

// Words beside a name and a score that look like a person's are none.
func TestNobodyInHeads(t *testing.T) {
	for _, form := range []string{"*N* | *§* | Final Score", "*N: §* (L)", "*N* | § | Yearly Record", "*N* | Saudi Arabia | §"} {
		for _, c := range headedSheet(form).parse(t).Commitments {
			for _, v := range c.Verdicts {
				if v.Analyst != "" {
					t.Errorf("%q: %q", form, v.Analyst)
				}
			}
		}
	}
}

// What looks like heads and is none: the rows of a list, sentences, paragraphs
// that begin with a member in bold, lines of a section whose own heads are known.
func TestLinesThatHeadNoSection(t *testing.T) {
	want := []string{"Canada +", "France 0", "Japan -"}
	for name, add := range map[string]func(s *drawnSheet){
		"a list":     func(s *drawnSheet) { s.line("Canada [+1]").line("France [0]").line("Japan [+1]") },
		"contents":   func(s *drawnSheet) { s.line("Canada . . . . 12").line("France . . . . 14").line("Japan . . . . 19") },
		"sentences":  func(s *drawnSheet) { s.para("Canada scored 0.").para("France scored 0.").para("Japan scored 0.") },
		"bold names": func(s *drawnSheet) { s.para("*Canada* has one.").para("*France* has two.").para("*Japan* has three.") },
		"a rubric":   func(s *drawnSheet) { s.para("+1 Canada has put up gauges in each of its harbours and lit them.") },
		"goals": func(s *drawnSheet) {
			s.para("Canada scored 2 goals.").para("France scored 1 goal.").para("Japan scored 0 goals.")
		},
		"paragraphs": func(s *drawnSheet) {
			s.para("*Canada:* It leads.").para("*France:* It follows.").para("*Japan:* It waits.")
		},
		"other names": func(s *drawnSheet) { s.para("Bank of Canada").para("Air France").para("Sea of Japan") },
	} {
		s := headedSheet("*N: §*")
		add(s)
		if got := headsRead(t, s); !slices.Equal(got, want) {
			t.Errorf("%s: %q", name, got)
		}
	}
}

// What a summary says of each member behind its name and score heads no section
// where the sections have headings of their own.
func TestSummaryThatBeginsAsRunInHeadsDo(t *testing.T) {
	front := newSheet().page()
	front.put(sheetLeft, 14, "*Summary*")
	front.y += 6
	for _, m := range claimMembers {
		front.para(m.name+" ("+m.score+"): "+m.name+" has acted on its commitment to put up gauges.", "It began in the spring of that year.")
		front.y += 8
	}
	s := headedSheet("*N: §*")
	s.doc.Pages = append(front.doc.Pages, s.doc.Pages...)
	for i := range s.doc.Pages {
		s.doc.Pages[i].Number = i + 1
		for j := range s.doc.Pages[i].Lines {
			s.doc.Pages[i].Lines[j].Page = i + 1
		}
	}
	if got := headsRead(t, s); !slices.Equal(got, []string{"Canada +", "France 0", "Japan -"}) {
		t.Errorf("%q", got)
	}
}
