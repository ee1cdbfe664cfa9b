package audit

import (
	_ "embed"
	"encoding/csv"
	"strconv"
	"strings"
	"sync"
)

//go:embed summits.csv
var summitsFile string

// summit is a meeting of a forum's leaders.
type summit struct {
	forum string
	year  int
	names []string // the usual one first
	days  days     // zero where not known
	host  string
	// letter tells it from the other summit of its year; mostly empty.
	letter   string
	from, to string // its days as the list writes them
}

// summits is the list of summits, in the order of the file. A line that
// cannot be read is left out; a test reads every line.
var summits = sync.OnceValue(func() []summit {
	list, _ := readSummits(summitsFile)
	return list
})

func readSummits(file string) ([]summit, error) {
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
		s := summit{forum: f[0], year: year, names: strings.Split(f[2], "|"), from: f[3], to: f[4], host: f[5], letter: f[6]}
		if f[3] != "" {
			from, ok1 := parseDays(f[3])
			to, ok2 := parseDays(f[4])
			if !ok1 || !ok2 {
				return nil, strconv.ErrSyntax
			}
			s.days = days{from.first, to.last}
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
	return Summit{Forum: s.forum, Year: s.year, Names: s.names, Host: s.host, Letter: s.letter, From: s.from, To: s.to}
}

// Summits is the list of summits, each forum's in the order of time.
func Summits() []Summit {
	list := summits()
	out := make([]Summit, len(list))
	for i, s := range list {
		out[i] = s.exported()
	}
	return out
}

// FindSummit finds a summit by its forum (G7 and G8 are one), its year and its
// name or the letter behind its year; where neither is known, it must be the
// only one of the year.
func FindSummit(forum string, year int, name, letter string) (Summit, bool) {
	var found []summit
	for _, s := range summits() {
		if s.year == year && sameForum(s.forum, forum) && (name == "" || s.called(name)) && (letter == "" || strings.EqualFold(letter, s.letter)) {
			found = append(found, s)
		}
	}
	if len(found) != 1 {
		return Summit{}, false
	}
	return found[0].exported(), true
}

// called reports whether the summit has that name; "Rio" is "Rio de Janeiro".
func (s summit) called(name string) bool {
	for _, n := range s.names {
		if strings.EqualFold(n, name) {
			return true
		}
	}
	return false
}

// crowded are places of the list in which others meet at summits too: of the
// European Union, of NATO, on a subject. Such a name without its forum says
// nothing for certain.
var crowded = map[string]bool{
	"london": true, "paris": true, "brussels": true, "tokyo": true, "washington": true, "rome": true, "moscow": true, "seoul": true,
	"new delhi": true, "beijing": true, "johannesburg": true, "rio de janeiro": true, "rio": true, "cologne": true, "bonn": true,
	"munich": true, "hamburg": true, "venice": true, "versailles": true, "ottawa": true, "toronto": true, "san juan": true,
	"birmingham": true, "osaka": true, "buenos aires": true, "brasilia": true, "brasília": true, "cannes": true, "houston": true,
	"st. petersburg": true, "st petersburg": true, "saint petersburg": true, "durban": true, "kazan": true, "sochi": true, "miami": true,
	"bali": true, "riyadh": true, "naples": true, "puerto rico": true,
}

// sameForum: G7 and G8 are one forum under two names.
func sameForum(a, b string) bool {
	fold := func(s string) string {
		if s == "G8" {
			return "G7"
		}
		return s
	}
	return fold(a) == fold(b)
}

// summitDays gives the days of a report's own summit.
func summitDays(forum, name string, year int) (days, bool) {
	for _, s := range summits() {
		if s.year == year && sameForum(s.forum, forum) && (name == "" || s.called(name)) && s.days != (days{}) {
			return s.days, true
		}
	}
	return days{}, false
}
