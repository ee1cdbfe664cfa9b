package audit

import (
	"fmt"
	"strings"

	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/internal/lazyregexp"
	"recount.invalid/recount/model"
)

const numberWords = `[0-9]{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty`

var (
	// reSelectedCommitments finds how many commitments a report is about: "20
	// selected commitments", "13 commitments selected for analysis", "ten
	// priority commitments". Groups: number, words between, words behind.
	reSelectedCommitments = lazyregexp.NewWith(`(?i)\b(`+numberWords+`)\s+((?:(?:of|the|its|their|[0-9]{1,3}|[\p{L}-]+)\s+){0,5}?)commitments\b((?:\s+[\p{L}-]+){0,3})`, "commitments")
	// reIsSelected are the words that make them those that are assessed.
	reIsSelected = lazyregexp.NewWith(`(?i)\b(?:selected|priority|assessed|monitored)\b`, "selected", "priority", "assessed", "monitored")
	// reOfSome: the commitments of a subject, a country, another report.
	reOfSome = lazyregexp.New(`(?i)^\s*(?:selected\s+|assessed\s+)?(?:on|in|about|regarding|concerning|related|relating|from|where|that|which|with|each|per|for\s+(?:each|every|\p{Lu}))\b`)
	// reInParts: the report, or its assessment, is published in parts.
	reInParts = lazyregexp.NewWith(`(?i)\b(?:volumes?|parts?\s+(?:one|two|three|[0-9ivx]+)|published\s+(?:separately|apart)|separate\s+reports?|extract|excerpt|chapters?\s+on|each\s+team|two\s+teams|respectively)\b`,
		"volume", "part", "separate", "extract", "excerpt", "chapter", "team", "respectively")
	// reAllMembers finds "all 20 members". Groups: number, words behind.
	reAllMembers = lazyregexp.NewTemplate(`(?i)\ball\s+(`+numberWords+`)\s+(?:{names}\s+)?members\b((?:\s+[\p{L}-]+){0,2})`, "members")
	reOfSuch     = lazyregexp.New(`(?i)^\s*(?:that|who|which|with|of|whose|assessed|except)\b`)
)

// statedCount is a number of commitments or members, and where it is stated.
type statedCount struct {
	n     int
	text  string
	quote string
	at    model.At
}

// selectedCommitments are the statements of how many commitments the report is
// about; why says why they cannot be compared, where they cannot.
func (p *Pass) selectedCommitments(front []frontText) (out []statedCount, why string) {
	reader := newProseReader(p)
	for _, t := range front {
		if reInParts.MatchString(t.text) {
			return nil, "the report speaks of volumes, parts or chapters that are published apart"
		}
		for _, sp := range prose.Sentences(p.Vocabulary, t.text) {
			s := t.text[sp.Start:sp.End]
			for _, m := range reSelectedCommitments.FindAllStringSubmatchIndex(s, -1) {
				if m[0] > 0 && !strings.ContainsAny(s[m[0]-1:m[0]], " (") {
					continue // "2024-13 commitments", "1.5 …"
				}
				between, behind := s[m[4]:m[5]], s[m[6]:m[7]]
				said := reIsSelected.MatchString(between) && !strings.HasPrefix(strings.ToLower(between), "of ") ||
					reIsSelected.MatchString(firstWords(behind, 2))
				if !said || reOfSome.MatchString(behind) || !p.plainWords(between) || !reader.Own(s[:m[1]]) {
					continue
				}
				out = append(out, statedCount{n: numberOf(s[m[2]:m[3]]), text: strings.TrimSpace(s[m[0]:m[5]]) + " commitments", quote: s, at: t.at})
			}
		}
	}
	return out, ""
}

// plainWords reports whether the words between a number and "commitments" limit
// them to no subject and no country.
func (p *Pass) plainWords(between string) bool {
	for w := range strings.FieldsSeq(strings.ToLower(between)) {
		if !plainWord[w] && !p.namesForum(w) && strings.Trim(w, "0123456789") != "" {
			return false
		}
	}
	return true
}

var plainWord = map[string]bool{
	"of": true, "the": true, "its": true, "their": true, "selected": true, "priority": true, "assessed": true, "monitored": true,
	"key": true, "core": true, "leaders'": true, "leaders’": true,
}

// numberOf reads digits or a number's word.
func numberOf(word string) int {
	if n, ok := prose.Numeral(word); ok {
		return n
	}
	return atoi(word)
}

// frontCommitments compares the statements of how many commitments were
// selected with each other, and with the tables and chapters where these agree.
func (p *Pass) frontCommitments(front []frontText) {
	stated, why := p.selectedCommitments(front)
	if why != "" {
		p.Undecided(1, why)
		return
	}
	if len(stated) == 0 {
		return
	}
	first := stated[0]
	for _, s := range stated[1:] {
		p.Checked(1)
		if s.n == first.n {
			continue
		}
		p.Found(Finding{
			Message: fmt.Sprintf("The number of commitments assessed is stated as %d and as %d.", first.n, s.n),
			Stated:  first.text, Computed: s.text, Quote: s.quote, At: append(model.At(nil), first.at...).Join(s.at),
		})
		return
	}
	n, sources := p.countedCommitments()
	if n == 0 {
		p.Undecided(1, "how many commitments there are is not certain from chapters and tables")
		return
	}
	p.Checked(1)
	if n == first.n {
		return
	}
	if p.Selected("count-stated") && p.countsInProse() {
		p.Undecided(1, "the number in the text is reported by count-stated")
		return
	}
	p.Found(Finding{
		Message: fmt.Sprintf("The text states that %d commitments were assessed; there are %d (%s).", first.n, n, sources),
		Stated:  first.text, Computed: reckon.Plural(n, "commitment"), Quote: first.quote, At: first.at,
	})
}

// countedCommitments is the number of commitments on which two of chapters,
// summary table, list of commitments and rankings agree, no other of them
// saying otherwise; 0 for none.
func (p *Pass) countedCommitments() (n int, sources string) {
	r := p.Report
	counts := map[string]int{}
	if len(r.Commitments) > 0 {
		counts["chapters"] = len(r.Commitments)
	}
	for i := range r.Matrices {
		if len(r.Matrices[i].Rows) > 0 {
			counts["summary table"] = len(r.Matrices[i].Rows)
			break
		}
	}
	if len(r.CommitmentsList) > 0 {
		counts["list of commitments"] = len(r.CommitmentsList)
	}
	var names []string
	for _, name := range []string{"chapters", "summary table", "list of commitments"} {
		c, ok := counts[name]
		if !ok {
			continue
		}
		if n > 0 && c != n {
			return 0, ""
		}
		n = c
		names = append(names, name)
	}
	if len(names) < 2 {
		return 0, ""
	}
	return n, reckon.Listing(names, 3, "and")
}

// frontMembers compares "all 20 members" with the members of the tables.
func (p *Pass) frontMembers(front []frontText) {
	sizes := p.memberCounts()
	if len(sizes) == 0 {
		return
	}
	reader := newProseReader(p)
	for _, t := range front {
		for _, sp := range prose.Sentences(p.Vocabulary, t.text) {
			s := t.text[sp.Start:sp.End]
			for _, m := range p.ofForums(reAllMembers).FindAllStringSubmatchIndex(s, -1) {
				n := numberOf(s[m[2]:m[3]])
				if n < 4 || reOfSuch.MatchString(s[m[4]:m[5]]) || !reader.Own(s) {
					continue
				}
				p.Checked(1)
				if sizes[n] {
					continue
				}
				p.Found(Finding{
					Message: fmt.Sprintf("The text speaks of all %d members; the tables have %s.", n, p.memberCount()),
					Stated:  s[m[0]:m[4]], Computed: p.memberCount(), Quote: s, At: t.at,
				})
				return
			}
		}
	}
}

// memberCounts are the numbers of members that the report's tables have, with
// and without the unions.
func (p *Pass) memberCounts() map[int]bool {
	sizes := map[int]bool{}
	add := func(members []string) {
		states := len(members)
		for _, m := range members {
			if m == "EU" || m == "AU" {
				states--
			}
		}
		sizes[len(members)], sizes[states] = true, true
	}
	for i := range p.Report.Matrices {
		add(p.Report.Matrices[i].Members)
	}
	for i := range p.Report.Commitments {
		if a := p.Report.Commitments[i].Assessment; a != nil {
			var members []string
			for _, s := range a.Scores {
				members = append(members, s.Member)
			}
			add(members)
		}
	}
	delete(sizes, 0)
	return sizes
}

// memberCount is the number of members of the first table.
func (p *Pass) memberCount() string {
	for i := range p.Report.Matrices {
		return reckon.Plural(len(p.Report.Matrices[i].Members), "member")
	}
	for i := range p.Report.Commitments {
		if a := p.Report.Commitments[i].Assessment; a != nil {
			return reckon.Plural(len(a.Scores), "member")
		}
	}
	return "another number"
}
