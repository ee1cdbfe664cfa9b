package calendar

import (
	_ "embed"
	"encoding/csv"
	"strconv"
	"strings"
	"sync"

	"recount.invalid/recount/vocabulary"
)

//go:embed summits.csv
var SummitsFile string

// summit is a meeting of a forum's leaders.
type summit struct {
	Forum string
	Year  int
	Names []string // the usual one first
	Days  Days     // zero where not known
	host  string
	// letter tells it from the other summit of its year; mostly empty.
	letter   string
	from, to string // its days as the list writes them
}

// Known is the list of summits, in the order of the file. A line that
// cannot be read is left out; a test reads every line.
var Known = sync.OnceValue(func() []summit {
	list, _ := ReadSummits(SummitsFile)
	return list
})

// ReadSummits reads the lines of a list of summits (SummitsFile).
func ReadSummits(file string) ([]summit, error) {
	r := csv.NewReader(strings.NewReader(file))
	r.Comment = '#'
	r.FieldsPerRecord = 7
	records, err := r.ReadAll()
	if err != nil {
		return nil, err
	}
	var out []summit
	for _, f := range records {
		year, err := strconv.Atoi(f[1])
		if err != nil {
			return nil, err
		}
		s := summit{Forum: f[0], Year: year, Names: strings.Split(f[2], "|"), from: f[3], to: f[4], host: f[5], letter: f[6]}
		if f[3] != "" {
			from, ok1 := ParseDays(f[3])
			to, ok2 := ParseDays(f[4])
			if !ok1 || !ok2 {
				return nil, strconv.ErrSyntax
			}
			s.Days = Days{from.First, to.Last}
		}
		out = append(out, s)
	}
	return out, nil
}

// Summit is a meeting of a forum's leaders.
type Summit struct {
	Forum  string // as it was called in that year: G7 or G8
	Year   int
	Names  []string // of its place, the usual one first
	Host   string   // ISO 3166-1 alpha-3 code, or EU
	Letter string   // tells it from the other one of its year ("T" of 2010T); mostly empty
	// From and To are its first and last day, YYYY-MM-DD; empty where they are
	// not known.
	From, To string
}

func (s summit) exported() Summit {
	return Summit{Forum: s.Forum, Year: s.Year, Names: s.Names, Host: s.host, Letter: s.letter, From: s.from, To: s.to}
}

// Summits is the list of summits, each forum's in the order of time.
func Summits() []Summit {
	list := Known()
	out := make([]Summit, len(list))
	for i, s := range list {
		out[i] = s.exported()
	}
	return out
}

// FindSummit finds a summit by its forum under any of its names in use (G7 and G8 are
// one), its year and its name or the letter behind its year; where neither is known, it
// must be the only one of the year.
func FindSummit(words *vocabulary.Vocabulary, forum string, year int, name, letter string) (Summit, bool) {
	var found []summit
	for _, s := range Known() {
		if s.Year == year && words.SameForum(s.Forum, forum) && (name == "" || s.Called(name)) && (letter == "" || strings.EqualFold(letter, s.letter)) {
			found = append(found, s)
		}
	}
	if len(found) != 1 {
		return Summit{}, false
	}
	return found[0].exported(), true
}

// Called reports whether the summit has that name; "Rio" is "Rio de Janeiro".
func (s summit) Called(name string) bool {
	for _, n := range s.Names {
		if strings.EqualFold(n, name) {
			return true
		}
	}
	return false
}

// Crowded are places of the list in which others meet at summits too: of the
// European Union, of NATO, on a subject. Such a name without its forum says
// nothing for certain.
var Crowded = map[string]bool{
	"london": true, "paris": true, "brussels": true, "tokyo": true, "washington": true, "rome": true, "moscow": true, "seoul": true,
	"new delhi": true, "beijing": true, "johannesburg": true, "rio de janeiro": true, "rio": true, "cologne": true, "bonn": true,
	"munich": true, "hamburg": true, "venice": true, "versailles": true, "ottawa": true, "toronto": true, "san juan": true,
	"birmingham": true, "osaka": true, "buenos aires": true, "brasilia": true, "brasília": true, "cannes": true, "houston": true,
	"st. petersburg": true, "st petersburg": true, "saint petersburg": true, "durban": true, "kazan": true, "sochi": true, "miami": true,
	"bali": true, "riyadh": true, "naples": true, "puerto rico": true,
}

// SummitDays gives the days of a report's own summit.
func SummitDays(words *vocabulary.Vocabulary, forum, name string, year int) (Days, bool) {
	for _, s := range Known() {
		if s.Year == year && words.SameForum(s.Forum, forum) && (name == "" || s.Called(name)) && s.Days != (Days{}) {
			return s.Days, true
		}
	}
	return Days{}, false
}
