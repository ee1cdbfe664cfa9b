package scores

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"recount.invalid/recount/audit"
	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// reasons gives why a rule left cases undecided.
func reasons(t *testing.T, text, rule string) string {
	t.Helper()
	return undecided(t, read(t, text), rule)
}

func undecided(t *testing.T, r *model.Report, rule string) string {
	t.Helper()
	res, err := audit.Run(context.Background(), r, audit.Options{Only: []string{rule}})
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, r := range res.Rules[0].Reasons {
		out = append(out, r.Text)
	}
	return strings.Join(out, "\n")
}

// Columns of scores without a known head: counted where the averages of the
// whole table say so, named where they are not, and nothing is called wrong
// while that is in doubt.
func TestUnknownColumns(t *testing.T) {
	const two = "id,average,Canada,France,Host,Observer"
	for _, test := range []struct {
		name, text string
		found      []string
		told       []string // columns that are named as not counted, or as in doubt
		undecided  []string // columns that are named where averages are undecided
	}{
		{"two members that need each other",
			two + "\na,0.25,1,0,1,-1\nb,0.75,1,1,1,0\nc,-0.50,0,0,-1,-1\n", nil, nil, nil},
		{"two members, one average wrong",
			two + "\na,0.25,1,0,1,-1\nb,0.75,1,1,1,0\nc,-0.50,0,0,-1,-1\nd,0.75,1,0,0,1\n", []string{"5 average-stated d"}, nil, nil},
		{"two members and a flag",
			two + ",binding\na,0.25,1,0,1,-1,1\nb,0.75,1,1,1,0,0\nc,-0.50,0,0,-1,-1,1\nd,0.75,1,0,0,1,0\n", []string{"5 average-stated d"}, []string{"binding"}, nil},
		{"not applicable is no score",
			two + "\na,0.33,1,0,n/a,0\nb,0.75,1,1,1,0\nc,-0.67,0,n/a,-1,-1\n", nil, nil, nil},
		{"averages of something else",
			two + "\na,0.91,1,0,1,-1\nb,-0.77,1,1,1,0\nc,0.62,0,0,-1,-1\n", nil, []string{"Host", "Observer"}, []string{"Host", "Observer"}},
		{"a column as good in as out",
			"id,average,Canada,France,urgent\na,1.00,1,1,1\nb,0.00,0,0,0\nc,-0.50,1,1,1\n", nil, []string{"urgent"}, []string{"urgent"}},
		{"a flag that spoils what holds",
			"id,average,Canada,France,urgent\na,0.50,1,0,1\nb,0.50,0,1,0\nc,-0.50,1,1,1\n", []string{"4 average-stated c"}, []string{"urgent"}, nil},
		{"half a score in a column of scores",
			two + "\na,0.25,1,0,1,-1\nb,0.75,1,1,1,0\nc,-0.50,0,0,-1,-1\nd,0.75,1,0,-,1\n", []string{"5 score-illegible d"}, nil, []string{"a score cannot be read"}},
		{"another scale is no score",
			"id,average,Canada,France,depth\na,0.50,1,0,2\nb,0.50,0,1,0\nc,-0.50,1,1,1\n", []string{"4 average-stated c"}, nil, nil},
		{"without a head",
			"id,average,Canada,France,,note\na,0.50,1,0,1,x\nb,0.50,0,1,0,y\nc,-0.50,1,1,1,z\n", []string{"4 average-stated c"}, []string{"column 5"}, nil},
	} {
		if got := findings(t, read(t, test.text)); !slices.Equal(got, append([]string{}, test.found...)) {
			t.Errorf("%s: findings %q, want %q", test.name, got, test.found)
		}
		told := reasons(t, test.text, "file-incomplete")
		for _, name := range test.told {
			if !strings.Contains(told, name) {
				t.Errorf("%s: %q does not name %s", test.name, told, name)
			}
		}
		if len(test.told) == 0 && told != "" {
			t.Errorf("%s: told of %q", test.name, told)
		}
		why := reasons(t, test.text, "average-stated")
		for _, name := range test.undecided {
			if !strings.Contains(why, name) {
				t.Errorf("%s: undecided because %q, which does not name %s", test.name, why, name)
			}
		}
		if len(test.undecided) == 0 && why != "" {
			t.Errorf("%s: undecided because %q", test.name, why)
		}
	}
}

// Beyond the columns of which every choice is tried, all together and each by
// itself are.
func TestManyUnknownMembers(t *testing.T) {
	const members = mostExact + 4
	var b strings.Builder
	b.WriteString("id,average,Canada,France")
	for i := range members - 2 {
		fmt.Fprintf(&b, ",guest %d", i+1)
	}
	// The first k members score +1, the others 0: the mean is k/16.
	for k, mean := range map[int]string{3: "0.1875", 5: "0.3125", 9: "0.5625", 11: "0.6875"} {
		fmt.Fprintf(&b, "\n%d,%s%s%s", k, mean, strings.Repeat(",1", k), strings.Repeat(",0", members-k))
	}
	r := read(t, b.String()+"\n")
	if got := findings(t, r); len(got) > 0 {
		t.Errorf("findings %q, want none", got)
	}
	if n := len(r.Commitments[0].Assessment.Scores); n != members {
		t.Errorf("%d scores counted, want %d", n, members)
	}
}

// Members that make the averages right together only, among more flags than
// every choice is tried of: whatever is found of them, no average is called
// wrong, and where they are not found they are named.
func TestGroupAmongManyColumns(t *testing.T) {
	for seed := range uint64(300) {
		random := rand.New(rand.NewPCG(seed, 7))
		members := 2 + random.IntN(4)
		flags := mostExact + random.IntN(20) - members/2
		var b strings.Builder
		b.WriteString("id,average,Canada,France")
		for i := range members {
			fmt.Fprintf(&b, ",guest %d", i+1)
		}
		for i := range flags {
			fmt.Fprintf(&b, ",flag %d", i+1)
		}
		plenty := 1 + random.IntN(6) // of rows in which everybody has one score
		for i := range 10 + random.IntN(60) {
			sum, line, all := 0, "", random.IntN(3)-1
			for range 2 + members {
				score := all
				if random.IntN(6) >= plenty {
					score = random.IntN(3) - 1
				}
				sum += score
				line += fmt.Sprintf(",%d", score)
			}
			for range flags {
				line += fmt.Sprintf(",%d", random.IntN(2))
			}
			fmt.Fprintf(&b, "\n%d,%.2f%s", i, float64(sum)/float64(2+members), line)
		}
		r := read(t, b.String()+"\n")
		if got := findings(t, r); len(got) > 0 {
			t.Errorf("seed %d: %d members among %d flags: findings %q", seed, members, flags, got)
		}
		if n := len(r.Commitments[0].Assessment.Scores); n == 2+members {
			continue
		}
		why := reasons(t, b.String()+"\n", "file-incomplete")
		for i := range members {
			if name := fmt.Sprintf("“guest %d”", i+1); !strings.Contains(why, name) {
				t.Errorf("seed %d: told of %q, which does not name %s", seed, why, name)
			}
		}
	}
}

// The time for columns of flags grows with their number, not with its square,
// by which these would take minutes.
func TestManyFlags(t *testing.T) {
	const flags, rows = 600, 1000
	var b strings.Builder
	b.WriteString("id,average,Canada,France")
	for i := range flags {
		fmt.Fprintf(&b, ",f%d", i)
	}
	for i := range rows {
		fmt.Fprintf(&b, "\n%d,0.50,1,0", i)
		for j := range flags {
			fmt.Fprintf(&b, ",%d", (i*7+j*13+i*j)%5/3)
		}
	}
	r := read(t, b.String()+"\n")
	if n := len(r.Commitments[0].Assessment.Scores); n != 2 {
		t.Errorf("%d scores counted, want 2", n)
	}
}

// Heads of members in the writings of people and programs.
func TestHeads(t *testing.T) {
	for _, test := range []struct{ heads, want string }{
		{"Saudi.Arabia,saudi,SAUDI_ARABIA", "SAU SAU SAU"},
		{"SouthAfrica,safrica,south-africa,S.Africa,SAF", "ZAF ZAF ZAF ZAF ZAF"},
		{"s_korea,SouthKorea,korea.south,ROK,skorea", "KOR KOR KOR KOR KOR"},
		{"UKG,uk,U.K.,United.Kingdom,gbr,Royaume-Uni", "GBR GBR GBR GBR GBR GBR"},
		{"GMY,Allemagne,deu,germany_score", "DEU DEU DEU DEU"},
		{"États-Unis,etats.unis,UnitedStates,u.s.", "USA USA USA USA"},
		{"AUL,INS,FRN,Japon,Union.européenne", "AUS IDN FRA JPN EU"},
		{"CA,FR,DE,IT", "CAN FRA DEU ITA"},
		{"ca,fr,de,it,no", "CAN FRA DEU ITA ."},
		{"Canada,France,North.Korea,north_korea,NewMexico", "CAN FRA . . ."},
		{"Canada,France,score,saudi oil,no", "CAN FRA . . ."},
	} {
		head := append([]string{"id", "average"}, strings.Split(test.heads, ",")...)
		c, _ := readHead(head, vocabulary.Default())
		var got []string
		for i := 2; i < len(head); i++ {
			code := c.members[i]
			if code == "" {
				code = "."
			}
			got = append(got, code)
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("%s: %s, want %s", test.heads, strings.Join(got, " "), test.want)
		}
	}
}
