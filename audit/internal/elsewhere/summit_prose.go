package elsewhere

import (
	"strings"

	"recount.invalid/recount/audit/internal/claims"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/stages"
	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/internal/lazyregexp"
	"recount.invalid/recount/model"
)

// SummitClaim is a figure that the text gives of another summit of the forum: "an
// increase over the 76% of the Norport Summit".
type SummitClaim struct {
	Name    string // of the summit, as printed
	Year    int    // 0 where none stands with it
	Stage   string // "" where none is named
	Subject prose.Subject
	Value   *model.Decimal
	Percent *model.Decimal
	// Own is the report's own figure right before it where the subject is that figure's:
	// "Canada reaches 100%, up from 83% at Norport"; it is certain where the own one holds.
	Own   *prose.Figure
	Quote string
	At    model.At
}

var (
	// reSummitBehind finds the summit behind a figure. Groups: year, name, year.
	reSummitBehind = lazyregexp.New(`^\)?,?\s+(?:(?:scored|recorded|reached|achieved|reported|stated|found|seen|earned)\s+)?(?:of|at|in|for|from|after)\s+(?:the\s+)?(?:((?:19|20)[0-9]{2})\s+)?(\p{Lu}[\p{L}.'\x{2019}-]*(?:\s+(?:de\s+|of\s+)?\p{Lu}[\p{L}.'\x{2019}-]*){0,4})(?:,?\s+(?:in\s+)?((?:19|20)[0-9]{2}))?`)
	// reSummitBefore finds the summit before a figure. Groups: year, name, year.
	reSummitBefore = lazyregexp.New(`(?:\b((?:19|20)[0-9]{2})\s+)?(\p{Lu}[\p{L}.'\x{2019}-]*(?:\s+(?:de\s+|of\s+)?\p{Lu}[\p{L}.'\x{2019}-]*){0,4}?)(?:\s+((?:19|20)[0-9]{2}))?(?:\s+summit)?(?:['\x{2019}]s?\s+(?:average\s+(?:of\s+)?)?|\s+\()$`)
)

// summitNear is the summit that is named right beside a figure: its name without "Summit"
// and the name of the forum, and its year.
func summitNear(p *rule.Pass, sentence string, start, end int) (name string, year int, from, to int) {
	read := func(text string, m []int, offset int) {
		var words []string
		for w := range strings.FieldsSeq(text[m[4]:m[5]]) {
			plain := strings.TrimSuffix(strings.TrimSuffix(strings.Trim(w, ".,"), "’s"), "'s")
			if TitleFiller[strings.ToLower(plain)] || p.NamesForum(plain) || ReportNoun[strings.ToLower(plain)] || plain == "The" || plain == "At" || plain == "In" {
				continue
			}
			words = append(words, plain)
		}
		name = strings.Join(words, " ")
		for _, g := range []int{2, 6} {
			if m[g] >= 0 {
				year = rule.Atoi(text[m[g]:m[g+1]])
			}
		}
		from, to = offset+m[0], offset+m[1]
	}
	if m := reSummitBehind.FindStringSubmatchIndex(sentence[end:]); m != nil {
		read(sentence[end:], m, end)
	} else if before := sentence[:start]; len(before) > 0 {
		if m := reSummitBefore.FindStringSubmatchIndex(before); m != nil {
			read(before, m, 0)
		}
	}
	if name == "" || strings.EqualFold(name, p.Report.Report.Summit.Name) {
		return "", 0, 0, 0
	}
	if _, member := p.Vocabulary.Member(name); member {
		return "", 0, 0, 0
	}
	return name, year, from, to
}

// ReportNoun are words of a report's title that are no part of a summit's name.
var ReportNoun = map[string]bool{"report": true, "compliance": true, "assessment": true, "commitments": true, "leaders": true, "leaders'": true}

// NamesSummit reports whether a paragraph gives a figure beside what may be the name of
// another summit.
func NamesSummit(p *rule.Pass, text string) bool {
	for _, f := range prose.Figures(text) {
		if name, _, _, _ := summitNear(p, text, f.Start, f.End); name != "" {
			return true
		}
	}
	return false
}

// SummitClaims are the figures that the report's text gives of other summits, of a member
// or of all, where the words leave no doubt of which.
func SummitClaims(p *rule.Pass) []SummitClaim {
	reader := stages.NewReader(p)
	var out []SummitClaim
	for _, g := range Passages(p) {
		before := ""
		for _, sp := range prose.Sentences(p.Vocabulary, g.Text) {
			s := g.Text[sp.Start:sp.End]
			figures := prose.Figures(s)
			said := before
			before = s
			for i, f := range figures {
				name, year, from, to := summitNear(p, s, f.Start, f.End)
				if name == "" {
					continue
				}
				var own *prose.Figure
				subject, ok := claimSubject(reader, s, f, from, to)
				if !ok {
					if subject, ok = besideOwn(reader, s, figures, i); ok {
						own = &figures[i-1]
					}
				}
				if !ok {
					if subject, own, ok = goesOn(p, reader, said, s); !ok {
						continue
					}
				}
				stage := ""
				if names := rule.ReStageName.FindAllString(s, -1); len(names) == 1 {
					stage = strings.ToLower(names[0])
				} else if len(names) > 1 {
					continue
				}
				out = append(out, SummitClaim{name, year, stage, subject, f.Value, f.Percent, own, s, g.At})
			}
		}
	}
	return out
}

// reOnPart finds words by which a member's figure may be that on one commitment.
var reOnPart = lazyregexp.New(`(?i)\b(?:on|for|regarding|concerning)\b`)

// besideOwn is the member whose figure at another summit stands behind the one in this
// report, with nothing but words of change between: the one member that is named since the
// figure before both.
func besideOwn(reader prose.Reader, s string, figures []prose.Figure, i int) (prose.Subject, bool) {
	if i == 0 || !reThenBehind.MatchString(s[figures[i-1].End:figures[i].Start]) {
		return prose.Subject{}, false
	}
	from := 0
	if i > 1 {
		from = figures[i-2].End
	}
	members := reader.Members(s[from:figures[i-1].Start])
	if len(members) != 1 || reOnPart.MatchString(s[:figures[i-1].Start]) {
		return prose.Subject{}, false
	}
	return prose.Subject{Kind: prose.Member, Member: members[0].Code}, true
}

// reGoesOn begins a sentence about the figure of the one before it.
var reGoesOn = lazyregexp.New(`^(?:This|That|It)\s+(?:is|was|marks|means|represents|compares|amounts|stands|lies)\b`)

// goesOn is the whole, where a sentence goes on about its figure in the sentence before: "The
// members' average is +0.47 (73%). This is a decrease from the 80% of the Norport Summit."
// own is that figure, which is certain where it holds.
func goesOn(p *rule.Pass, reader prose.Reader, before, s string) (subject prose.Subject, own *prose.Figure, ok bool) {
	if !reGoesOn.MatchString(s) || len(reader.Members(s)) > 0 || len(reader.Members(before)) > 0 || reOnPart.MatchString(s) {
		return subject, nil, false
	}
	figures := prose.Figures(before)
	if len(figures) != 1 {
		return subject, nil, false
	}
	overall := prose.Subject{Kind: prose.Overall}
	for _, c := range claims.Prose(p).Reader.Read(before).Claims {
		for _, one := range c.Subjects {
			if one != overall {
				return subject, nil, false
			}
			ok = true
		}
	}
	return overall, &figures[0], ok
}

// claimSubject is what such a figure is of: the one member of its clause; otherwise, where
// the sentence names none, the one subject of its figures.
func claimSubject(reader prose.Reader, s string, f prose.Figure, from, to int) (prose.Subject, bool) {
	clause := s[:f.Start]
	if i := strings.LastIndexAny(clause, ",;:("); i >= 0 && !strings.HasSuffix(strings.TrimSpace(clause), "(") {
		clause = clause[i+1:]
	}
	named := map[string]bool{}
	for _, m := range reader.Members(clause) {
		named[m.Code] = true
	}
	if len(named) == 1 {
		for code := range named {
			return prose.Subject{Kind: prose.Member, Member: code}, true
		}
	}
	if len(reader.Members(s)) > 0 {
		return prose.Subject{}, false
	}
	subjects := map[prose.Subject]bool{}
	var about prose.Subject
	plain := s[:f.End] + s[max(to, f.End):] // without the other summit
	if from < f.Start {
		plain = s[:from] + s[f.Start:]
	}
	for _, c := range reader.Read(plain).Claims {
		for _, one := range c.Subjects {
			subjects[one], about = true, one
		}
	}
	return about, len(subjects) == 1 && about.Kind == prose.Overall
}
