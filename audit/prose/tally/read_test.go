package tally

import (
	"fmt"
	"strings"
	"testing"

	"recount.invalid/recount/audit/prose"
)

// reader knows five members and four commitments.
func reader() prose.Reader {
	names := []string{"Canada", "France", "Germany", "Italy", "Japan"}
	return prose.Reader{
		Members: func(text string) (out []prose.Mention) {
			for i := range text {
				for _, n := range names {
					if strings.HasPrefix(text[i:], n) {
						out = append(out, prose.Mention{Span: prose.Span{Start: i, End: i + len(n)}, Code: strings.ToUpper(n[:3])})
					}
				}
			}
			return out
		},
		Catalogue: prose.NewCatalogue([]prose.Entry{
			{Number: 1, Label: "Health: Vaccine Storage"}, {Number: 2, Label: "Trade: Port Fees"},
			{Number: 3, Label: "Oceans: Reef Mapping"}, {Number: 4, Label: "Digital Economy: Rural Broadband"},
		}),
		MemberCount: 5,
	}
}

func (c Count) test() string {
	unit := map[prose.Kind]string{prose.Member: "members", prose.Commitment: "commitments", prose.NoKind: "scores"}[c.Unit]
	s := fmt.Sprintf("%v %s", c.Quantity, unit)
	if c.Whole > 0 {
		s += fmt.Sprintf("/%d", c.Whole)
	}
	if len(c.Members) > 0 {
		s += fmt.Sprintf(" of %s each=%v", strings.Join(c.Members, ","), c.Each)
	}
	if len(c.Trait.Scores) > 0 {
		s += fmt.Sprintf(" %v", c.Trait.Scores)
	}
	if c.Trait.Times != nil {
		s += fmt.Sprintf(" times %v", c.Trait.Times)
	}
	if c.Trait.Relation != NoRelation {
		s += " " + []string{"", "<", "<=", "=", ">=", ">"}[c.Trait.Relation]
		if c.Trait.Figure != nil {
			s += c.Trait.Figure.Text
		} else {
			s += "0"
		}
	}
	if c.Trait.Place > 0 {
		s += fmt.Sprintf(" place %d", c.Trait.Place)
	}
	if len(c.On) > 0 {
		s += fmt.Sprintf(" on %v", c.On)
		if c.Joint {
			s += " joint"
		}
	} else if c.Open {
		s += " open"
	}
	if c.Naming != NotNamed {
		var names []string
		for _, n := range c.Named {
			names = append(names, n.Member)
		}
		s += " " + []string{"", "some", "all", "others", "last"}[c.Naming] + ":" + strings.Join(names, ",")
		if len(c.Before) > 0 {
			s += " after " + strings.Join(c.Before, ",")
		}
	}
	return s
}

func readings(text string) string {
	var out []string
	for _, st := range Read(reader(), text) {
		s := ""
		for i, w := range st.Ways {
			if i > 0 {
				s += " | "
			}
			for j, c := range w {
				if j > 0 {
					s += " & "
				}
				s += c.test()
			}
		}
		if d := st.Distance; d != nil {
			by := d.By.RatString()
			if d.Or != nil {
				by += " or " + d.Or.RatString()
			}
			s = fmt.Sprintf("%v by %v below=%v %v", d.Of, by, d.Below, d.To)
			if d.End != prose.NoRank {
				s += fmt.Sprintf(" end %d", d.End)
			}
			if d.Apart {
				s += " apart"
			}
		}
		if st.Doubt != "" {
			s += " ?" + st.Doubt
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

// What is read of a sentence, and what is not read at all.
func TestRead(t *testing.T) {
	for _, tc := range []struct{ text, want string }{
		{"Four members scored −1 on port fees.", "4 members [-1] on [2]"},
		{"No member received a score of +1 on port fees, and three had work in progress.", "0 members [1] on [2]; 3 members [0] on [2]"},
		{"The other four members scored 0.", "at least 4 members [0] open | at least 4 members =0"},
		{"All but two of the five members are above zero.", "all but 2 members/5 >0"},
		{"Two thirds of the members have a positive average.", "2/3 of them members >0"},
		{"Rural broadband is one of only two commitments below zero on average.", "2 commitments <0"},
		{"At least three members scored +1 on reef mapping but not on port fees.", ""},
		{"Four of the European members scored −1 on port fees.", ""},
		{"Four members, among them Canada and France, scored +1 on vaccine storage.", "4 members [1] on [1] some:CAN,FRA"},
		{"Four members scored +1 on vaccine storage, Japan being the exception.", "4 members [1] on [1] others:JAP"},
		{"Two members scored −1 on port fees: Canada and Japan.", "2 members [-1] on [2] all:CAN,JAP"},
		{"Canada and four other members scored −1 on port fees.", ""},
		{"Canada was lower than average, and four other members scored −1 on port fees.", "at least 4 members [-1] on [2]"},
		{"Canada was the only member below +0.50.", "1 members <+0.50 all:CAN"},
		{"The only members with a negative average are Germany and Italy.", "2 members <0 all:GER,ITA"},
		{"None but Japan is below zero.", "1 members <0 all:JAP"},
		{"Apart from Japan, the only member below zero is Italy.", ""},
		{"On reef mapping four members complied fully, one partially and none not at all.", "4 members [1] on [3]; 1 members [0] on [3]; 0 members [-1] on [3]"},
		{"Half of the scores are +1 and a tenth −1.", "1/2 of them scores [1] open; 1/10 of them scores [-1] open"},
		{"Two of its four scores are 0 on average.", ""},
		{"Germany, with two failures and a success, averaged −0.25.", "2 scores of GER each=true [-1] & 1 scores of GER each=true [1]"},
		{"Germany, with two failures on trade, averaged −0.25.", ""},
		{"Germany responded to the floods with a success.", ""},
		{"Germany scored −1 only once.", "1 scores of GER each=true [-1]"},
		{"Port fees, where three members scored 0, averaged 0.00.", "3 members [0] on [2]"},
		{"Port fees was met in full by one member and not at all by two.", "1 members [1] on [2]; 2 members [-1] on [2]"},
		{"Port fees averaged 0.00; here Japan was not assessed.", "0 scores of JAP each=true [-1 0 1] on [2]"},
		{"Four members scored +1 on reef mapping and three on port fees.", "4 members [1] on [3]; 3 members [1] on [2]"},
		{"Three members had a score of +1 on port fees and a score of 0 on reef mapping.", ""},
		{"In the interim report, four members scored −1 on port fees.", ""},
		{"Five members share second place with +0.50.", "5 members =+0.50 place 2"},
		{"Six members averaged 75% or more.", "6 members >=75%"},
		{"Canada finished half a point ahead of France.", "[{1 CAN 0}] by 1/2 below=false [{1 FRA 0}]"},
		{"Canada was ahead of France by 0.25.", "[{1 CAN 0}] by 1/4 below=false [{1 FRA 0}]"},
		{"Rural broadband had the lowest average, a fifth of a point below that of the next commitment.", "[{2  4}] by 1/5 below=true []"},
		{"Canada was almost half a point ahead of France.", ""},
	} {
		if got := readings("The scores were mixed. " + tc.text); got != tc.want {
			t.Errorf("%s\n\t%s\n\twant %s", tc.text, got, tc.want)
		}
	}
}

// A paragraph that does not speak of scores, or a sentence that is no sentence, is not read.
func TestReadNothing(t *testing.T) {
	for _, text := range []string{
		"Four members failed to comply with the treaty's older rules, as the press said.",
		"Three members have 40% of the ships.",
		strings.Repeat("Four members scored −1 on port fees and ", 300) + "so on.",
	} {
		if got := readings(text); got != "" {
			t.Errorf("%.60s: %s", text, got)
		}
	}
}
