package front

import (
	"fmt"

	"recount.invalid/recount/audit/internal/figures"
	"recount.invalid/recount/audit/internal/frontmatter"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/stages"
	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
)

// frontCommitments compares the statements of how many commitments were
// selected with each other, and with the tables and chapters where these agree.
func frontCommitments(p *rule.Pass, front []frontmatter.FrontText) {
	stated, why := frontmatter.SelectedCommitments(p, front)
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
		if s.N == first.N {
			continue
		}
		p.Found(rule.Finding{
			Message: fmt.Sprintf("The number of commitments assessed is stated as %d and as %d.", first.N, s.N),
			Stated:  first.Text, Computed: s.Text, Quote: s.Quote, At: append(model.At(nil), first.At...).Join(s.At),
		})
		return
	}
	n, sources := countedCommitments(p)
	if n == 0 {
		p.Undecided(1, "how many commitments there are is not certain from chapters and tables")
		return
	}
	p.Checked(1)
	if n == first.N {
		return
	}
	if p.Selected("count-stated") && figures.CountsInProse(p) {
		p.Undecided(1, "the number in the text is reported by count-stated")
		return
	}
	p.Found(rule.Finding{
		Message: fmt.Sprintf("The text states that %d commitments were assessed; there are %d (%s).", first.N, n, sources),
		Stated:  first.Text, Computed: reckon.Plural(n, "commitment"), Quote: first.Quote, At: first.At,
	})
}

// countedCommitments is the number of commitments on which two of chapters,
// summary table, list of commitments and rankings agree, no other of them
// saying otherwise; 0 for none.
func countedCommitments(p *rule.Pass) (n int, sources string) {
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
func frontMembers(p *rule.Pass, front []frontmatter.FrontText) {
	sizes := memberCounts(p)
	if len(sizes) == 0 {
		return
	}
	reader := stages.NewReader(p)
	for _, t := range front {
		for _, sp := range prose.Sentences(p.Vocabulary, t.Text) {
			s := t.Text[sp.Start:sp.End]
			for _, m := range p.OfForums(frontmatter.ReAllMembers).FindAllStringSubmatchIndex(s, -1) {
				n := frontmatter.NumberOf(s[m[2]:m[3]])
				if n < 4 || frontmatter.ReOfSuch.MatchString(s[m[4]:m[5]]) || !reader.Own(s) {
					continue
				}
				if !sizes[n] && reader.SetsFrame(s) {
					p.Undecided(1, "all members are spoken of, perhaps not of their scores in this report")
					continue
				}
				p.Checked(1)
				if sizes[n] {
					continue
				}
				p.Found(rule.Finding{
					Message: fmt.Sprintf("The text speaks of all %d members; the tables have %s.", n, memberCount(p)),
					Stated:  s[m[0]:m[4]], Computed: memberCount(p), Quote: s, At: t.At,
				})
				return
			}
		}
	}
}

// memberCounts are the numbers of members that the report's tables have, with
// and without the unions.
func memberCounts(p *rule.Pass) map[int]bool {
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
func memberCount(p *rule.Pass) string {
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
