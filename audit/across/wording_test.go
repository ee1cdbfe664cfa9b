package across

import (
	"fmt"
	"strings"
	"testing"
)

const (
	kelp  = "We will plant kelp along the whole coast, including in small and medium-sized harbours, by 2035 and share what we learn with our neighbours."
	roofs = "We will mend the roofs of public baths, without prejudice to the rights of tenants, and publish what it costs every year."
	tolls = "We will lower the tolls on bridges for small carts and handbarrows."
)

// said gives the differences of two texts as "here/there", a line each.
func said(res Wordings) string {
	var out []string
	for _, s := range res.Serials {
		out = append(out, "serial "+s.Here.Commitment.ID+"/"+s.There.Commitment.ID)
	}
	for _, d := range res.Differ {
		for _, a := range d.Apart {
			out = append(out, a.Here+"/"+a.There)
		}
	}
	return strings.Join(out, "; ")
}

func TestWordings(t *testing.T) {
	cut := func(from, to string) string { return strings.Replace(kelp, from, to, 1) }
	for _, c := range []struct{ name, text, want string }{
		{"the same", kelp, ""},
		{"a clause is missing", cut(", including in small and medium-sized harbours,", ""), "/including in small and medium-sized harbours"},
		{"a date is missing", cut(" by 2035", ""), "/by 2035"},
		{"another year", cut("2035", "2030"), "2030/2035"},
		{"another word", cut("will plant", "may plant"), "may/will"},
		{"one and the other", cut("small and medium", "small or medium"), "or/and"},
		{"a word more", cut("plant kelp", "not plant kelp"), "not/"},
		{"a phrase more", cut("whole coast", "whole coast and its islands"), "and its islands/"},
		{"a number in the lead-in", "By 2031 we" + kelp[2:], "By 2031/"},
		{"two places", cut("whole coast", "coast of the north"), "/whole; of the north/"},

		{"the final stop", strings.TrimSuffix(kelp, "."), ""},
		{"quotation marks", "“" + kelp + "”", ""},
		{"a hyphen at the end of a line", cut("neighbours", "neigh- bours"), ""},
		{"a soft hyphen", cut("neighbours", "neigh\u00adbours"), ""},
		{"a compound in two words", cut("medium-sized", "medium sized"), ""},
		{"a compound in one", cut("medium-sized", "mediumsized"), ""},
		{"capitals", strings.ToUpper(kelp), ""},
		{"the sign for and", cut("small and medium", "small & medium"), ""},
		{"an ellipsis at the end", cut("by 2035 and share what we learn with our neighbours.", "…"), ""},
		{"an ellipsis within", cut("including in small and medium-sized harbours", "..."), ""},
		{"an ellipsis in brackets", cut(", including in small and medium-sized harbours, by 2035", " [...]"), ""},
		{"words of the editor", cut("neighbours", "neighbours [across the bay]"), ""},
		{"the other spelling", cut("harbours", "harbors"), ""},
		{"an article", cut("the whole", "whole"), ""},
		{"the lead-in", "Leaders agreed: we" + kelp[2:], ""},
		{"another order", "By 2035 we will share what we learn with our neighbours and plant kelp along the whole coast, including in small and medium-sized harbours.", ""},
		{"a short name", "Kelp along the coast", ""},
		{"cut within a word", kelp[:len(kelp)-8], ""},
		{"cut between words", strings.TrimSuffix(kelp, " with our neighbours."), ""},
		{"a summary", "The commitment is to plant kelp on coasts with harbours of medium size until 2035, and learn.", ""},
	} {
		here, there := table(promise(1, "2031-7", c.text, "", 1, 1, 0)), report("final", promise(1, "2031-7", kelp, "", 1, 1, 0))
		if got := said(CompareWords(held(here), held(there))); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// Other forms of numbers and names.
func TestWordingsOfForms(t *testing.T) {
	for _, c := range []struct{ a, b, want string }{
		{"We will halve the tolls of twenty bridges on the river.", "We will halve the tolls of 20 bridges on the river.", ""},
		{"We will cut the tolls by 20% on every bridge.", "We will cut the tolls by 20 per cent on every bridge.", ""},
		{"We will spend 1,500 crowns on the roofs of baths.", "We will spend 1500 crowns on the roofs of baths.", ""},
		{"We will spend 1.5 crowns on the roofs of baths.", "We will spend 15 crowns on the roofs of baths.", "1.5/15"},
		{"We will help the SMEs of the coast to mend nets.", "We will help the small and medium enterprises of the coast to mend nets.", ""},
		{"We will help small and medium enterprises (SMEs) of the coast.", "We will help small and medium enterprises of the coast.", ""},
		{"We will uphold members’ rights to the tolls of the bridge.", "We will uphold members' rights to the tolls of the bridge.", ""},
		{"We will increase the tolls on every bridge of the river.", "We will decrease the tolls on every bridge of the river.", "increase/decrease"},
	} {
		here, there := report("interim", promise(1, "2031-7", c.a, "", 1)), report("final", promise(1, "2031-7", c.b, "", 1))
		if got := said(CompareWords(held(here), held(there))); got != c.want {
			t.Errorf("%s: %q, want %q", c.a, got, c.want)
		}
	}
}

// A text that ends early is told where longer ones of the file are whole: no room of a
// cell explains it. Where most texts are shortened nothing is told.
func TestWordingsOfAFile(t *testing.T) {
	whole := report("final", promise(1, "2031-7", kelp, "", 1, 1, 0), promise(2, "2031-8", roofs, "", 1, 0, 0), promise(3, "2031-9", tolls, "", 0, 0, 0))
	short := strings.TrimSuffix(roofs, ", and publish what it costs every year.")
	for _, c := range []struct {
		name          string
		kelp, roofs   string
		want, because string
	}{
		{"whole", kelp, roofs, "", ""},
		{"one ends early", kelp, short, "/and publish what it costs every year", ""},
		{"the longest ends early", strings.TrimSuffix(kelp, " our neighbours."), roofs, "", cutText},
		{"most are worded otherwise", strings.Replace(kelp, "whole ", "", 1), strings.Replace(roofs, "public ", "", 1), "", mostOthers},
	} {
		here := table(promise(1, "2031-7", c.kelp, "", 1, 1, 0), promise(2, "2031-8", c.roofs, "", 1, 0, 0), promise(3, "2031-9", tolls, "", 0, 0, 0))
		res := CompareWords(held(here), held(whole))
		because := ""
		for why := range res.Undecided {
			because = why
		}
		if got := said(res); got != c.want || because != c.because {
			t.Errorf("%s: %q because %q, want %q because %q", c.name, got, because, c.want, c.because)
		}
	}
}

// A commitment that is the same by its words and has another serial.
func TestSerialsThatDiffer(t *testing.T) {
	whole := report("final", promise(1, "2031-119", kelp, "0.67", 1, 1, 0), promise(2, "2031-8", roofs, "0.33", 1, 0, 0), promise(3, "9", tolls, "0", 0, 0, 0))
	for _, c := range []struct{ name, first, second, third, want string }{
		{"the same", "2031-119", "2031-8", "2031-9", ""},
		{"figures turned round", "2031-191", "2031-8", "2031-9", "serial 2031-191/2031-119"},
		{"two that are exchanged", "2031-8", "2031-119", "2031-9", "serial 2031-8/2031-119; serial 2031-119/2031-8"},
		{"with the forum and a zero", "G7 2031-119", "2031-08", "2031-009", ""},
		{"another summit's", "2030-119", "2031-8", "2031-9", ""},
	} {
		here := table(promise(1, c.first, kelp, "0.67", 1, 1, 0), promise(2, c.second, roofs, "0.33", 1, 0, 0), promise(3, c.third, tolls, "0", 0, 0, 0))
		if got := said(CompareWords(held(here), held(whole))); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		if res := Compare(held(here), held(whole), same); c.want != "" && (len(res.Alone) > 0 || len(res.Missing) > 0) {
			t.Errorf("%s: not joined: %v", c.name, told(res))
		}
	}
}

// A cell that is cut with an ellipsis has the commitment whose beginning it is.
func TestSerialOfACutText(t *testing.T) {
	long := "We will remove obstacles to the recognition of pilots’ licences among our harbours and double the number of exchange berths for young sailors by 2033."
	whole := report("final", promise(1, "2031-63", long, "0.67", 1, 1, 0), promise(2, "2031-8", roofs, "0.33", 1, 0, 0))
	for _, c := range []struct{ name, text, want string }{
		{"cut", "We will remove obstacles to the recognition of pilots' licences among our harbours and double the number…", "serial 2031-36/2031-63"},
		{"within a word", "We will remove obstacles to the recognition of pilots' licences among our harbours and double the numb...", "serial 2031-36/2031-63"},
		{"without a sign", "We will remove obstacles to the recognition of pilots' licences among our harbours", ""},
		{"short", "We will remove obstacles to the recognition…", ""},
		{"another beginning", "We will remove obstacles to the recognition of pilots' papers among our harbours and double the number…", ""},
	} {
		here := table(promise(1, "2031-36", c.text, "0.67", 1, 1, 0), promise(2, "2031-8", roofs, "0.33", 1, 0, 0))
		if got := said(CompareWords(held(here), held(whole))); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// Texts beyond the bound are not compared.
func TestLongTexts(t *testing.T) {
	var long strings.Builder
	for i := range 2 * mostWords {
		fmt.Fprintf(&long, "word%d ", i)
	}
	here, there := table(promise(1, "2031-7", long.String(), "", 1, 1, 0)), report("final", promise(1, "2031-7", long.String()+"more", "", 1, 1, 0))
	if res := CompareWords(held(here), held(there)); len(res.Differ) > 0 || res.Undecided[shortText] != 1 {
		t.Errorf("%+v", res)
	}
}
